"""A served page for tests: started as a user starts it, watched for what it asks of the network."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
WATCH = Path(__file__).parent / "watch"


def free_port() -> int:
    """A port that nothing listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Served:
    """A running server: where it is, what it has said, and what it asked of other machines."""

    port: int
    process: "subprocess.Popen[bytes]"
    folder: Path

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        """All that the server has written."""
        return (self.folder / "log").read_text()

    @property
    def asked(self) -> str:
        """What it asked of other machines, a line each; nothing if all is well."""
        notes = self.folder / "asked"
        return notes.read_text() if notes.exists() else ""

    def options(self) -> dict[str, Any]:
        """The options of Streamlit as the running server has them."""
        told = self.folder / "asked.json"
        told.unlink(missing_ok=True)
        self.process.send_signal(signal.SIGUSR1)
        for _ in range(100):
            if told.exists():
                return dict(json.loads(told.read_text()))
            time.sleep(0.1)
        raise AssertionError("the server did not tell its options")


def get(address: str, headers: Mapping[str, str] | None = None) -> tuple[int, dict[str, str], bytes]:
    """The answer to a request, redirects not followed: status, headers, body."""

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_: Any) -> None:
            return None

    asked = urllib.request.Request(address, headers=dict(headers or {}))
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({}), Stay).open(asked, timeout=30) as answer:
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()
    except urllib.error.HTTPError as fault:
        return fault.code, {name.lower(): value for name, value in fault.headers.items()}, fault.read()


@contextmanager
def served(
    folder: Path,
    flags: Sequence[str] = (),
    command: Sequence[str] = ("-m", "timeline", "serve"),
    environment: Mapping[str, str] | None = None,
) -> Iterator[Served]:
    """`python -m timeline serve` with some flags, or another command that takes --port, until the block ends."""
    port = free_port()
    folder.mkdir(exist_ok=True)
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("TIMELINE_", "STREAMLIT_"))}
    paths = os.pathsep.join([str(WATCH), str(ROOT)])
    surroundings = inherited | {
        "PYTHONPATH": paths,
        "TIMELINE_WATCH": str(folder / "asked"),
        "TIMELINE_DATABASE_URL": f"sqlite:///{folder}/timelines.db",
        **(environment or {}),
    }
    with open(folder / "log", "wb") as log:
        process = subprocess.Popen(
            [sys.executable, *command, "--port", str(port), *flags], cwd=folder, env=surroundings, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            running = Served(port, process, folder)
            _wait(running)
            yield running
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:  # it waits for visitors who have not left
                process.kill()
                process.wait()


def _wait(running: Served) -> None:
    for _ in range(600):
        try:
            if get(f"{running.address}/healthz")[0] == 200:
                return
        except OSError:
            pass
        assert running.process.poll() is None, running.log
        time.sleep(0.1)
    raise AssertionError(f"the page did not start within a minute: {running.log}")
