"""Merging an archive: block by block as `merge` does it, then what the edges of blocks part and what is told of decades."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.corpus import engine
from timeline.corpus.archive import MERGED, parts_of
from timeline.corpus.blocks import LARGEST, Block, divided
from timeline.corpus.parts import BEGUN
from timeline.corpus.seams import EDGE, SHOWN, Edges, Offer, Sets, coarse, seam, sharing
from timeline.corpus.tables import NAMES, Rows, cells_in, in_time_order, typed_frame, without, write
from timeline.errors import TimelineError, UnreadableSource
from timeline.table.grouping import Key, grouped, sought
from timeline.table.merge import joined
from timeline.table.records import Cells

if TYPE_CHECKING:
    import pandas as pd


SOUGHT = "sought.json"  # where the rows of no block look for others


@dataclass(frozen=True, slots=True)
class Merged:
    """How many rows were merged into how many events."""

    rows: int
    events: int


def merge_archive(
    folder: Path, workers: int = 1, scheduler: str = "", largest: int = LARGEST, told: Callable[[str], None] = print
) -> Merged:
    """Merges the parts of an archive into `merged/`; an archive of one block gives what `merge` gives for the table of all parts.

    Raises: UnreadableSource, NotPossible, TimelineError where parts are missing.
    """
    parts = parts_of(folder)
    work, out = folder / f"{BEGUN}merging", folder / f"{BEGUN}{MERGED}"
    for each in (work, out):
        shutil.rmtree(each, ignore_errors=True)
    try:
        for each in (work, out):
            each.mkdir()
        blocks, upper = divided(parts, work, largest, workers)
        loose = Rows(str(upper) if upper else None)
        (work / SOUGHT).write_text(json.dumps(sorted({key for one in loose.tellings for key in sought(one)})))
        do = partial(_merge_block, work=str(work), out=str(out))
        edges = sorted(_all(do, blocks, workers, scheduler), key=lambda each: each.block.start)
        events = sum(each.events for each in edges) + _united(edges, loose, out)
        shutil.rmtree(folder / MERGED, ignore_errors=True)
        os.replace(out, folder / MERGED)
        return Merged(sum(each.rows for each in edges) + len(loose), events)
    except OSError as fault:
        raise UnreadableSource(
            f"cannot write to {str(folder)!r}: {fault.strerror or fault}. Free some room; the parts are whole."
        ) from fault
    finally:
        for each in (work, out):
            shutil.rmtree(each, ignore_errors=True)


def _all(work: Callable[[Any], Any], tasks: Sequence[Any], workers: int, scheduler: str) -> list[Any]:
    if not scheduler and (workers <= 1 or len(tasks) < 2):
        return list(engine.in_this_process(work, tasks))
    found = list(engine.on_cluster(work, tasks, scheduler) if scheduler else engine.in_processes(work, tasks, workers))
    if any(isinstance(each, engine.Lost) for each in found):
        raise TimelineError("a process that merged died three times, as it does where memory runs out. Say it again with fewer --workers.")
    return found


def _merge_block(block: Block, work: str, out: str) -> Edges:
    """Merges the rows of a block and writes its events."""
    rows = Rows(block.path)
    groups = grouped(rows.tellings)
    several = [group for group in groups if len(group) > 1]
    alone = [group[0] for group in groups if len(group) == 1]
    place = {at: n for n, at in enumerate(at for group in several for at in group)}
    cells = rows.cells(list(place))
    told = [joined([cells[place[at]] for at in group]) for group in several]
    write(rows, alone, told, Path(out) / f"part-{block.name}.parquet")
    names = {id(group): row["event_id"] for group, row in zip(several, told, strict=True)}

    def offer(group: list[int]) -> Offer:
        ids = tuple(rows.ids[at] for at in group)
        return Offer(names.get(id(group), ids[0]), ids, tuple(rows.tellings[at] for at in group[:SHOWN]))

    wanted: set[Key] = {(place, term) for place, term in json.loads((Path(work) / SOUGHT).read_text())}
    first = [offer(group) for group in groups if any((rows.tellings[at].start - block.start).days < EDGE for at in group)]
    last = [offer(group) for group in groups if any((block.stop - rows.tellings[at].stop).days < EDGE for at in group)]
    return Edges(block, len(rows), len(groups), tuple(first), tuple(last), tuple(map(offer, sharing(groups, rows.tellings, wanted))))


def _united(edges: Sequence[Edges], loose: Rows, out: Path) -> int:
    """Joins what blocks have parted and what the loose rows belong to, writes it anew, and gives by how many the events change."""
    rows_of: dict[str, tuple[str, ...]] = {}
    united = Sets()
    for before, after in zip(edges, edges[1:], strict=False):
        seam(before.last, after.first, united, rows_of)
    coarse(edges, loose.tellings, loose.ids, united, rows_of)
    sets = united.all()
    moved = {event for members in sets for event in members}
    alone = [at for at, known in enumerate(loose.ids) if known not in moved]
    told = [joined(cells) for cells in _cells_of_sets(sets, rows_of, loose, edges)]
    for each in edges:
        without(out / f"part-{each.block.name}.parquet", moved)
    if alone or told:
        write(loose, alone, told, out / "part-upper.parquet")
    return len(loose) - (len(moved) - len(sets))


def _cells_of_sets(
    sets: Sequence[Sequence[str]], rows_of: dict[str, tuple[str, ...]], loose: Rows, edges: Sequence[Edges]
) -> list[list[Cells]]:
    """The rows of each set of events, as they were read."""
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    ids = {row for members in sets for event in members for row in rows_of.get(event, (event,))}
    tables = [loose.table.filter(pc.is_in(loose.table.column("event_id"), pa.array(sorted(ids), pa.string())))] if len(loose) else []
    for each in edges:
        table = pq.read_table(each.block.path, partitioning=None, filters=[("event_id", "in", sorted(ids))]) if ids else None
        if table is not None and len(table):
            tables.append(table.select(NAMES))
    cells = {row["event_id"]: row for table in tables for row in cells_in(table)}
    return [[cells[row] for event in members for row in rows_of.get(event, (event,))] for members in sets]


def merged_frame(folder: Path) -> pd.DataFrame:
    """All events of a merged archive, for one that is small."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    return in_time_order(typed_frame(pa.concat_tables([pq.read_table(path) for path in sorted((folder / MERGED).glob("part-*.parquet"))])))
