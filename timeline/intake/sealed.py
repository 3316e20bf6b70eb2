"""Sealed: files of strangers are parsed by a child process with little memory, little time and no way out."""

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Self

from timeline.errors import NotPossible, TimelineError, TooLarge, UnreadableSource
from timeline.intake.documents import Document
from timeline.intake.limits import CPU_SECONDS, MEMORY, MOST_DEATHS, WALL_SECONDS, WALL_SECONDS_IN_ALL
from timeline.intake.piece import Piece, cannot

_LONGEST_LINE = 40_000_000  # bytes; the largest text in JSON is half of that
_FAULTS: dict[str, type[TimelineError]] = {"TooLarge": TooLarge, "UnreadableSource": UnreadableSource}
_SLOW = f"reading it took more than {WALL_SECONDS} seconds. Give the part you need, or paste the text."
_BUSY = f"reading it took more than {CPU_SECONDS} seconds of work. Give the part you need, or paste the text."
_DIED = "its reader broke off, as it does for files made to harm or too large for its memory. Open it, and paste the text."
_LAST = "three files in it broke their reader, so the rest is left. Give the other files one by one."
_LATE = f"all together took more than {WALL_SECONDS_IN_ALL} seconds, so the rest is left. Give fewer files at a time."


class Sealed:
    """A child process that is started for the first file and ends with the block; one that dies is started anew.

    `limited` says whether the system held it to its memory and time, None before there was a child.
    """

    limited: bool | None = None

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: queue.Queue[bytes] = queue.Queue()
        self._late = threading.Event()
        self._timer = threading.Timer(WALL_SECONDS_IN_ALL, self._too_late)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._end()

    def documents(self, data: bytes, name: str, kind: str, charset: str = "") -> Iterator[Document]:
        """The files in some bytes, each with its pieces or its fault.

        Raises: NotPossible where no child process can be started.
        """
        skip = 0
        for _ in range(MOST_DEATHS):
            at, number = name, skip
            self._start()
            self._give({"name": name, "kind": kind, "charset": charset, "size": len(data), "skip": skip}, data)
            while told := self._hear():
                if "end" in told:
                    return
                if "begin" in told:
                    at, number = told["begin"], told["number"]
                elif "sha256" in told:
                    yield _document(told)
            yield Document(at, "", "", 0, fault=TooLarge(cannot(at, self._why())))
            if kind != "zip" or self._late.is_set():
                return
            skip = number
        yield Document(name, "zip", "", 0, fault=TooLarge(cannot(name, _LAST)))

    def _start(self) -> None:
        if self._process is not None:
            return
        if self._late.is_set():
            return
        package = str(Path(__file__).parent.parent.parent)
        path = [package, *(os.path.abspath(each) for each in sys.path)]
        keep = {name: os.environ[name] for name in ("SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
        try:
            self._process = subprocess.Popen(  # noqa: S603 - this interpreter, and a file of ours
                [sys.executable, "-I", "-S", str(Path(__file__).parent / "child.py")],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**keep, "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"},
                close_fds=True,
            )
        except (OSError, ValueError) as fault:
            raise NotPossible("cannot read files here: no process can be started to parse them in. Paste the text instead.") from fault
        if not self._timer.ident:
            self._timer.start()
        self._lines = queue.Queue()
        assert self._process.stdout is not None
        threading.Thread(target=_listen, args=(self._process.stdout, self._lines), daemon=True).start()
        self._give({"path": path, "memory": MEMORY, "cpu": CPU_SECONDS})
        hello = self._hear()
        self.limited = bool(hello and hello.get("limited"))

    def _give(self, told: dict[str, Any], data: bytes = b"") -> None:
        """Hands on what the child is to read; in a thread, since a child that hangs would hang us."""
        if self._process is None:
            return
        pipe = self._process.stdin
        assert pipe is not None

        def give() -> None:
            with contextlib.suppress(OSError, ValueError):
                pipe.write(json.dumps(told).encode() + b"\n" + data)
                pipe.flush()

        if data:
            threading.Thread(target=give, daemon=True).start()
        else:
            give()

    def _hear(self) -> dict[str, Any] | None:
        """What the child says next; None where it says nothing any more, and then it has ended."""
        if self._process is None:
            return None
        try:
            line = self._lines.get(timeout=WALL_SECONDS)
        except queue.Empty:
            self._end(_SLOW)
            return None
        if not line.endswith(b"\n"):
            self._end()
            return None
        told: dict[str, Any] = json.loads(line)
        return told

    _reason = ""

    def _end(self, reason: str = "") -> None:
        process, self._process = self._process, None
        self._reason = reason
        if process is None:
            return
        if not reason:
            with contextlib.suppress(OSError):
                assert process.stdin is not None
                process.stdin.close()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.5)
        process.kill()
        code = process.wait()
        if not reason and code == -_CPU_SIGNAL:
            self._reason = _BUSY
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError, ValueError):
                assert pipe is not None
                pipe.close()

    def _why(self) -> str:
        return _LATE if self._late.is_set() else self._reason or _DIED

    def _too_late(self) -> None:
        self._late.set()
        process = self._process
        if process is not None:
            process.kill()


_CPU_SIGNAL = 24  # SIGXCPU, on Linux and macOS


def _listen(output: IO[bytes], lines: "queue.Queue[bytes]") -> None:
    """Passes on lines until the child ends, or says more than it may."""
    with contextlib.suppress(OSError, ValueError):
        while line := output.readline(_LONGEST_LINE):
            lines.put(line)
            if not line.endswith(b"\n"):
                return
    lines.put(b"")


def _document(told: dict[str, Any]) -> Document:
    pieces = tuple(Piece(**{**piece, "notes": tuple(piece["notes"])}) for piece in told["pieces"])
    fault = _FAULTS.get(told["fault"][0], UnreadableSource)(told["fault"][1]) if told["fault"] else None
    return Document(told["name"], told["kind"], told["sha256"], told["size"], pieces, fault)
