"""Parts: one partition read and written whole, or not at all."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import time
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.article import Article
from timeline.corpus.planning import Partition
from timeline.corpus.rows import READ, articles_of
from timeline.corpus.rulebook import fingerprint
from timeline.errors import UnreadableSource
from timeline.events.event import Reading

if TYPE_CHECKING:
    import pandas as pd

BEGUN = ".begun-"  # how the name of a file begins that is not whole yet
_TOLD = b"timeline"  # where a part holds what it was read from
_QUIET = "No day of publication is known"


@dataclass(frozen=True, slots=True)
class Order:
    """How the parts are to be read: the columns that the user told, and whether the articles are a history; and where they go."""

    out: str
    columns: Mapping[str, str] = field(default_factory=dict)
    narrative: bool | None = None

    def settings(self) -> str:
        """What of it changes a reading."""
        return json.dumps([fingerprint(), sorted(self.columns.items()), self.narrative])


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a part: articles that were read, events, rows and files that could not be read, seconds of processor time."""

    number: int
    articles: int
    events: int
    lost: int
    seconds: float = 0.0
    digest: str = ""
    rulebook: str = ""


def part_name(number: int) -> str:
    """The name of a part."""
    return f"part-{number:06}.parquet"


def notes_name(number: int) -> str:
    """The name of the notes of a part."""
    return f"notes-{number:06}.jsonl"


def read_part(partition: Partition, order: Order) -> Done:
    """Reads a partition and writes its events and its notes; a row or an article that cannot be read costs a note.

    Raises: UnreadableSource where a file cannot be opened or the output not be written.
    """
    start = time.process_time()
    notes: list[dict[str, Any]] = []
    lost: set[tuple[str, int]] = set()
    readings: dict[str, Reading] = {}
    places: dict[str, dict[str, Any]] = {}
    for address, row, found in _articles(partition, order):
        place = {"input": address, "row": row}
        if isinstance(found, str):
            notes.append({**place, "note": found})
            if not found.endswith(READ):
                lost.add((address, row))
            continue
        place["article"] = found.id
        if found.id in places:
            same = places[found.id]
            notes.append({**place, "note": f"its id is that of row {same['row']} of {same['input']!r}, which is read instead."})
            lost.add((address, row))
            continue
        places[found.id] = place
        try:
            readings[found.id] = _read(found, order)
        except Exception as fault:  # one article that nobody has foreseen must not take the part with it
            notes.append({**place, "note": _unforeseen(fault)})
            lost.add((address, row))
    frame, unfit = _table(readings)
    for known, why in unfit.items():
        del readings[known]
        notes.append({**places[known], "note": _unforeseen(why)})
        lost.add((places[known]["input"], places[known]["row"]))
    for known, reading in readings.items():
        notes += [{**places[known], "note": note.message} for note in reading.notes if not note.message.startswith(_QUIET)]
    seconds = round(time.process_time() - start, 3)
    done = Done(partition.number, len(readings), len(frame), len(lost), seconds, partition.digest(order.settings()), fingerprint())
    _written(frame, notes, done, Path(order.out))
    return done


def _unforeseen(fault: Exception) -> str:
    return f"the program failed on it ({type(fault).__name__}), so it is left out."


def _table(readings: Mapping[str, Reading]) -> tuple[pd.DataFrame, dict[str, Exception]]:
    """The table of all readings, without those that no table can be made of."""
    from timeline.table.frame import to_frame

    try:
        return to_frame(readings.values()), {}
    except Exception:
        unfit: dict[str, Exception] = {}
        for known, reading in readings.items():
            try:
                to_frame([reading])
            except Exception as fault:
                unfit[known] = fault
        return to_frame(reading for known, reading in readings.items() if known not in unfit), unfit


def _articles(partition: Partition, order: Order) -> Iterable[tuple[str, int, Article | str]]:
    for piece in partition.pieces:
        for number, found in articles_of(piece, order.columns):
            yield piece.address, number, found


def _read(article: Article, order: Order) -> Reading:
    from timeline.events.reader import read

    return read(article if order.narrative is None else replace(article, narrative=order.narrative))


def _written(frame: pd.DataFrame, notes: list[dict[str, Any]], done: Done, folder: Path) -> None:
    """Writes both files of a part under names of their own first; the part itself takes its name last, and with it is finished."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.Table.from_pandas(frame, preserve_index=False)
    table = table.replace_schema_metadata({**(table.schema.metadata or {}), _TOLD: json.dumps({**asdict(done), "seconds": 0.0}).encode()})
    begun = {name: folder / f"{BEGUN}{name}-{uuid.uuid4().hex[:8]}" for name in (notes_name(done.number), part_name(done.number))}
    try:
        said = "".join(json.dumps(note, ensure_ascii=False) + "\n" for note in notes)
        begun[notes_name(done.number)].write_text(said, encoding="utf-8", errors="replace")
        pq.write_table(table, begun[part_name(done.number)], compression="zstd")
        for name, path in begun.items():
            _settled(path)
            os.replace(path, folder / name)
    except OSError as fault:
        raise UnreadableSource(
            f"cannot write to {str(folder)!r}: {fault.strerror or fault}. Free some room or choose another folder; finished parts stay."
        ) from fault
    finally:
        for path in begun.values():
            with contextlib.suppress(OSError):
                path.unlink()


def _settled(path: Path) -> None:
    """Has the disk hold a file before its name says that it does."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def finished(folder: Path, number: int) -> Done | None:
    """What came of a part that is finished; None where there is none, or one that is not whole."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        told = pq.read_metadata(folder / part_name(number)).metadata
        return Done(**json.loads(told[_TOLD]))
    except (OSError, KeyError, TypeError, ValueError, pa.ArrowException):
        return None


def swept(folder: Path) -> None:
    """Takes away what an interrupted run has left half-written."""
    for path in folder.glob(f"{BEGUN}*"):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                path.unlink()


def events_of(folder: Path, number: int) -> pd.DataFrame:
    """The table of a finished part, as it was before it was written.

    Raises: UnreadableSource.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        from timeline.corpus.tables import typed_frame

        return typed_frame(pq.read_table(folder / part_name(number)))
    except (OSError, pa.ArrowException) as fault:
        raise UnreadableSource(
            f"cannot read {part_name(number)!r} of {str(folder)!r}: {fault}. Take it away and read the archive again."
        ) from fault
