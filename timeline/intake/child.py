"""The program of the child process: takes files on standard input, gives what is in them as JSON lines, and may do nothing else."""

import contextlib
import json
import os
import sys
from typing import Any, BinaryIO

_FORBIDDEN = (
    "socket.", "subprocess.", "os.fork", "os.exec", "os.spawn", "os.posix_spawn", "os.system", "os.startfile", "os.remove", "os.rename",
    "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.kill", "shutil.", "urllib.", "ftplib.",
    "smtplib.", "webbrowser.",
)  # fmt: skip
_parsing = False  # what no audit hook could be told otherwise


def main() -> None:
    """Reads a line that says how to begin, then files until the input ends."""
    source, sink = sys.stdin.buffer, _own_output()
    begin = json.loads(source.readline())
    sys.path[:] = begin["path"]
    limited = _limit(begin["memory"])
    sys.addaudithook(_watch)
    _say(sink, {"limited": limited})
    while line := source.readline():
        job = json.loads(line)
        _read(job, source.read(job["size"]), sink, begin["cpu"])


def _own_output() -> BinaryIO:
    """The output, out of the reach of libraries that print."""
    sink = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return sink


def _read(job: dict[str, Any], data: bytes, sink: BinaryIO, cpu: int) -> None:
    global _parsing
    from importlib import import_module

    from timeline.intake.documents import FORMATS, Walk, documents

    # Libraries are loaded before a stranger's bytes are looked at, while compiled code may still be kept for the next time.
    for library in FORMATS[job["kind"]][2] if job["kind"] in FORMATS else ():
        import_module(library)
    _parsing = True
    walk = Walk(job["skip"])
    for found in documents(data, job["name"], job["kind"], job["charset"], walk=walk):
        if isinstance(found, str):
            _allow_cpu(cpu)
            _say(sink, {"begin": found, "number": walk.met})
            continue
        told = {name: getattr(found, name) for name in ("name", "kind", "sha256", "size")}
        pieces = [{name: getattr(piece, name) for name in piece.__slots__} for piece in found.pieces]
        fault = found.fault and [type(found.fault).__name__, str(found.fault)]
        _say(sink, {**told, "pieces": pieces, "fault": fault})
    _parsing = False
    _say(sink, {"end": True})


def _say(sink: BinaryIO, told: dict[str, Any]) -> None:
    sink.write(json.dumps(told, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    sink.flush()


def _limit(memory: int) -> bool:
    """Whether this system keeps a process to some memory and processor time; Windows does not."""
    try:
        import resource
    except ImportError:
        return False
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    except (ValueError, OSError):  # macOS knows the limit and does not take it
        _weigh(memory)
    return True


def _weigh(memory: int) -> None:
    """Ends the process when it has grown too large, for systems that do not do it themselves."""
    import resource
    import threading

    unit = 1 if sys.platform == "darwin" else 1024

    def weigh() -> None:
        while resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit < memory:
            stop.wait(0.05)
        os._exit(70)

    stop = threading.Event()
    threading.Thread(target=weigh, daemon=True).start()


def _allow_cpu(seconds: int) -> None:
    """Gives the next file its seconds of the processor, whatever those before it took."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + 1 + seconds
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuses whatever reaches out of the process while a file is parsed."""
    if not _parsing:
        return
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"{event} is out of reach while a file is parsed")
    if event == "open":
        mode, flags = arguments[1], arguments[2] if len(arguments) > 2 else 0
        if set(mode or "") & set("wax+") or (isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)):
            raise PermissionError("nothing is written while a file is parsed")


if __name__ == "__main__":
    main()
