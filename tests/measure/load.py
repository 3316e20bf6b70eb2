"""Many visitors at once on one served page: how long each waits for the first drawing and for a change, and what memory that takes.

The visitors speak Streamlit's own language over its connection, from this machine to this machine. Units: seconds, megabytes.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.page.serving import get, served

LANES = ("lanes=By+actor", "lanes=By+place", "lanes=By+kind")


@dataclass
class Measured:
    """What was measured: the first drawing of each visitor, clicks (nothing else changes), changes (another drawing), faults, memory.

    `alone` is clicks and changes of a visitor whom nobody else disturbs, before the others come.
    """

    alone: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    clicks: list[float] = field(default_factory=list)
    changes: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    @property
    def reruns(self) -> list[float]:
        """Clicks and changes together."""
        return [*self.clicks, *self.changes]


class Visitor:
    """One connection, as a browser keeps it, with more `headers`, from an `address` of this machine; `heard` is all of the last run."""

    def __init__(self, port: int, headers: Mapping[str, str] | None = None, address: str = "127.0.0.1") -> None:
        self._port = port
        self._headers = dict(headers or {})
        self._address = address
        self._socket: Any = None
        self.heard = b""

    async def arrive(self) -> None:
        """Connects; the page itself is asked for first, as by a browser."""
        from websockets.asyncio.client import connect

        status, _, _ = await asyncio.to_thread(get, f"http://127.0.0.1:{self._port}/", self._headers)
        assert status == 200, status
        self._socket = await connect(
            f"ws://127.0.0.1:{self._port}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            origin=f"http://127.0.0.1:{self._port}",  # type: ignore[arg-type]
            additional_headers=self._headers,
            local_addr=(self._address, 0),
            max_size=None,
            open_timeout=60,
            proxy=None,
        )

    async def run(self, query: str = "", width: int = 1200) -> float:
        """Has the page run once under an address; gives how long that took.

        Raises: AssertionError where the page shows a fault.
        """
        from streamlit.proto.BackMsg_pb2 import BackMsg
        from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

        asked = BackMsg()
        asked.rerun_script.query_string = query
        asked.rerun_script.context_info.timezone = "UTC"
        asked.rerun_script.context_info.url = f"http://127.0.0.1:{self._port}/"
        start = time.perf_counter()
        await self._socket.send(asked.SerializeToString())
        self.heard = b""
        while True:
            came = await asyncio.wait_for(self._socket.recv(), 120)
            self.heard += came
            told = ForwardMsg.FromString(came)
            kind = told.WhichOneof("type")
            if kind == "delta" and told.delta.new_element.WhichOneof("type") == "exception":
                raise AssertionError(told.delta.new_element.exception.message)
            if kind == "script_finished":
                return time.perf_counter() - start

    async def leave(self) -> None:
        """Closes the connection."""
        if self._socket is not None:
            with contextlib.suppress(Exception):
                await asyncio.wait_for(self._socket.close(), 5)


async def visit(port: int, process: int, sessions: int, rounds: int, pause: float) -> Measured:
    """Lets so many visitors come at once, and then each click and change its view so many times, in its own rhythm."""
    measured = Measured()
    visitors = [Visitor(port) for _ in range(sessions)]

    async def first(visitor: Visitor) -> None:
        start = time.perf_counter()
        try:
            await visitor.arrive()
            await visitor.run()
            measured.cold.append(time.perf_counter() - start)
            await visitor.run()  # the browser tells its width
        except Exception as fault:
            measured.faults.append(f"at first: {fault!r}")

    async def work(number: int, visitor: Visitor) -> None:
        await asyncio.sleep(pause * number / sessions)  # people do not click in step
        for turn in range(rounds):
            try:
                lane = LANES[(number + turn) % len(LANES)]
                measured.changes.append(await visitor.run(lane))
                await asyncio.sleep(pause / 2)
                measured.clicks.append(await visitor.run(lane))
                await asyncio.sleep(pause / 2)
            except Exception as fault:
                measured.faults.append(f"in round {turn + 1}: {fault!r}")
                return

    one = Visitor(port)
    await one.arrive()
    for lane in ("", "", *LANES, *LANES):
        measured.alone.append(await one.run(lane))
    del measured.alone[:2]  # the first drawing, and its width
    await one.leave()
    await asyncio.gather(*(first(visitor) for visitor in visitors))
    measured.memory.append(memory_of(process))
    await asyncio.gather(*(work(number, visitor) for number, visitor in enumerate(visitors)))
    measured.memory.append(memory_of(process))
    await asyncio.gather(*(visitor.leave() for visitor in visitors))
    return measured


def memory_of(process: int) -> float:
    """The memory that a process holds now, in megabytes."""
    if Path(f"/proc/{process}/status").exists():
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1000
    return int(subprocess.run(["ps", "-o", "rss=", "-p", str(process)], capture_output=True, check=True).stdout) / 1000


def share(values: Sequence[float], part: float) -> float:
    """The value that so large a part of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else float("nan")


def measure(sessions: int, rounds: int, pause: float, folder: Path) -> Measured:
    """Starts a page of its own and lets visitors come."""
    with served(folder) as server:
        return asyncio.run(visit(server.port, server.process.pid, sessions, rounds, pause))


def main() -> int:
    """Prints the figures of one run; 1 where somebody was not served."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pause", type=float, default=20.0, help="seconds in which each visitor changes the view once and clicks once")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(given.sessions, given.rounds, given.pause, Path(folder))
    if measured.faults:
        print((Path(folder) / "log").read_text()[-6000:], file=sys.stderr) if Path(folder).exists() else None
    print(f"served at once       {len(measured.cold)} of {given.sessions}, the last after {max(measured.cold, default=0):.1f} s")
    kinds = {"clicks": measured.clicks, "changes of the view": measured.changes, "both": measured.reruns}
    for name, values in {"one visitor alone": measured.alone, **kinds}.items():
        if values:
            middle, late = statistics.median(values), share(values, 0.95)
            print(f"{name:<20} {len(values)}, half within {middle:.2f} s, 95 % within {late:.2f} s, the slowest {max(values):.2f} s")
    print(f"memory               {measured.memory[0]:.0f} MB after all had come, {measured.memory[-1]:.0f} MB at the end")
    for fault in measured.faults[:10]:
        print("fault:", fault)
    return 1 if measured.faults else 0


if __name__ == "__main__":
    sys.exit(main())
