"""Inputs: the files of an archive, wherever fsspec finds them, each with its form, its size and its fingerprint."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any

from timeline.errors import NotPossible, TimelineError, UnreadableSource

LONGEST_ROW = 64_000_000  # bytes; what is longer is passed over without being held
_FORMS = (("jsonl", r"\.(?:jsonl|ndjson|jsonlines|json)"), ("csv", r"\.csv"), ("tsv", r"\.(?:tsv|tab)"), ("parquet", r"\.(?:parquet|pq)"))
_PACKED = {".gz": "gzip", ".zst": "zstd", ".zstd": "zstd", ".bz2": "bz2", ".xz": "xz"}
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Input:
    """One file of an archive: where it is, what form it has (jsonl, csv, tsv, parquet, or file: one that intake reads), how it is packed,
    how many bytes it has and their SHA-256, how many rows, and where every so many-th row begins, where that can be told.

    `broken` says in a sentence why rows after the last one cannot be had.
    """

    address: str
    form: str
    packed: str = ""
    size: int = 0
    sha256: str = ""
    rows: int = 0
    marks: tuple[int, ...] = ()
    broken: str = ""


def inputs_of(names: Sequence[str]) -> list[tuple[str, str, str]]:
    """The files that some names stand for, each once, in order: address, form, packing. Folders and globs are opened out.

    Raises: UnreadableSource, NotPossible where a system of files is not installed.
    """
    found: dict[str, tuple[str, str, str]] = {}
    for name in names:
        addresses = _addresses(name)
        if not addresses:
            raise UnreadableSource(
                f"cannot read {name!r}: there is no such file. Check its name; a glob such as 'news/*.jsonl' needs quotes."
            )
        for address in addresses:
            form, packed = form_of(address)
            found.setdefault(address, (address, form, packed))
    return list(found.values())


def form_of(address: str) -> tuple[str, str]:
    """The form of a file and how it is packed, by its name."""
    name = address.lower()
    packed = next((kind for ending, kind in _PACKED.items() if name.endswith(ending)), "")
    name = name.rpartition(".")[0] if packed else name
    return next((form for form, ending in _FORMS if re.search(ending + r"\Z", name)), "file"), packed


def _addresses(name: str) -> list[str]:
    import fsspec

    try:
        system, path = fsspec.core.url_to_fs(name)
        whole = bool(_ADDRESS.match(name))
        if any(sign in path for sign in "*?["):
            paths = system.glob(path)
        elif system.isdir(path):
            paths = [each for each in system.find(path) if not _hidden(each[len(path) :])]
        else:
            paths = [path] if system.exists(path) else []
        paths = sorted(each for each in paths if not system.isdir(each) and not each.endswith("article.toml"))
        return [system.unstrip_protocol(each) if whole else each for each in paths]
    except (ImportError, ValueError) as fault:
        raise NotPossible(f"cannot read {name!r}: {fault}.") from fault
    except OSError as fault:
        raise UnreadableSource(f"cannot read {name!r}: {fault.strerror or fault}. Check the address and your rights.") from fault


def _hidden(path: str) -> bool:
    return any(part.startswith((".", "_")) for part in path.split("/") if part)


class _Counted(io.RawIOBase):
    """A file of bytes that is fingerprinted as it is read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.digest = hashlib.sha256()
        self.size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        self.digest.update(data)
        self.size += len(data)
        return len(data)

    def rest(self) -> None:
        """Reads what is left, so that the fingerprint is of the whole file."""
        room = bytearray(_CHUNK)
        while self.readinto(room):
            pass


def looked_at(address: str, form: str, packed: str, every: int) -> Input:
    """What can be told of a file by reading it through once: its rows, with a mark where every so many-th one begins, and fingerprint.

    Raises: UnreadableSource, NotPossible.
    """
    import fsspec

    with telling(address):
        with fsspec.open(address, "rb").open() as raw:
            counted = _Counted(raw)
            rows, broken = 1, ""
            marks: tuple[int, ...] = ()
            if form in ("jsonl", "csv", "tsv"):
                file = unpacked(counted, packed)
                rows, marks, broken = _counted_rows(file, form, every if not packed else 0)
            counted.rest()
        if form == "parquet":
            rows, broken = _rows_of_parquet(address)
    return Input(address, form, packed, counted.size, counted.digest.hexdigest(), rows, marks, broken)


@contextmanager
def telling(address: str) -> Iterator[None]:
    """Tells what goes wrong with a file in one sentence."""
    try:
        yield
    except TimelineError:
        raise
    except ImportError as fault:
        raise NotPossible(f"cannot read {address!r}: {fault}. Install what it names.") from fault
    except PermissionError as fault:
        raise UnreadableSource(f"cannot read {address!r}: you may not read it. Ask its owner, or copy it.") from fault
    except OSError as fault:
        raise UnreadableSource(f"cannot read {address!r}: {fault.strerror or fault}. Check it, or copy it elsewhere.") from fault


def unpacked(file: Any, packed: str) -> IO[bytes]:
    """The bytes of a file without its packing."""
    import fsspec

    if packed:
        file = fsspec.compression.compr[packed](file, mode="rb")
    return io.BufferedReader(file, _CHUNK) if packed == "zstd" or isinstance(file, _Counted) else file


def lines_of(file: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Each line that is not blank with the byte at which it begins; None for one that is too long to be held.

    Raises: OSError, EOFError where the file breaks off.
    """
    at = 0
    while line := file.readline(LONGEST_ROW):
        begin, whole = at, line
        at += len(line)
        while not line.endswith(b"\n") and len(line) == LONGEST_ROW:
            whole, line = b"", file.readline(LONGEST_ROW)
            at += len(line)
        if not whole:
            yield begin, None
        elif whole.strip(b" \t\r\n\xef\xbb\xbf"):
            yield begin, whole


def broken_off(fault: BaseException) -> str:
    """Why the rest of a packed or damaged file cannot be had."""
    said = " ".join(str(fault).split()).rstrip(".") or type(fault).__name__
    return f"it breaks off after that ({said})"


def faults() -> tuple[type[BaseException], ...]:
    """What the readers of packed files raise where one is damaged or cut."""
    import zlib
    from lzma import LZMAError

    from zstandard import ZstdError

    return (EOFError, OSError, zlib.error, LZMAError, ZstdError)


def _counted_rows(file: IO[bytes], form: str, every: int) -> tuple[int, tuple[int, ...], str]:
    rows, marks, broken = 0, [], ""
    each: Iterator[tuple[int, object]] = lines_of(file) if form == "jsonl" else csv_rows(file, form)
    try:
        for begin, _ in each:
            if form == "jsonl" and every and rows % every == 0:
                marks.append(begin)
            rows += 1
    except faults() as fault:
        broken = broken_off(fault)
    return (rows if form == "jsonl" else max(0, rows - 1)), tuple(marks), broken


def csv_rows(file: IO[bytes], form: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV file with their numbers, the head first; each line is read in its own encoding.

    Raises: OSError, EOFError.
    """
    csv.field_size_limit(min(sys.maxsize, LONGEST_ROW))
    lines = (text_of(line) for _, line in _every_line(file))
    rows = csv.reader(lines, delimiter="\t" if form == "tsv" else ",")
    number = 0
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as fault:
            raise EOFError(str(fault)) from fault
        if row:
            yield number, row
            number += 1


def _every_line(file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    at = 0
    while line := file.readline(LONGEST_ROW):
        yield at, line
        at += len(line)


def text_of(line: bytes) -> str:
    """The text of a line: UTF-8, else what western programs wrote before it, so that one odd line spoils no other."""
    try:
        return line.decode("utf-8-sig" if line.startswith(b"\xef\xbb\xbf") else "utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _rows_of_parquet(address: str) -> tuple[int, str]:
    with parquet(address) as file:
        return (0, file) if isinstance(file, str) else (file.metadata.num_rows, "")


@contextmanager
def parquet(address: str) -> Iterator[Any]:
    """A Parquet file, or why it is none."""
    import fsspec
    import pyarrow as pa
    import pyarrow.parquet as pq

    with fsspec.open(address, "rb").open() as raw:
        try:
            file: Any = pq.ParquetFile(raw)
        except (pa.ArrowInvalid, OSError) as fault:
            file = f"it is no Parquet file ({str(fault).splitlines()[0].rstrip('.')})"
        yield file
