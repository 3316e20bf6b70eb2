"""Records: the rows of a table in plain values, and the mentions that each row holds."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from timeline.table.columns import COLUMNS, check, typed

if TYPE_CHECKING:
    import pandas as pd

Cells = dict[str, Any]
OF_EVENT = ("n_sources", "conflict", "mentions")  # columns that a mention has no value of its own for
SAID = tuple(column.name for column in COLUMNS if column.name not in OF_EVENT)
DAYS = tuple(column.name for column in COLUMNS if column.dtype == "datetime64[ms]")


def cells_of(frame: pd.DataFrame) -> list[Cells]:
    """The rows in plain values, days as `datetime.date` or None."""
    columns = []
    for column in COLUMNS:
        values = frame[column.name]
        columns.append(values.to_numpy().astype("datetime64[D]").tolist() if column.name in DAYS else values.tolist())
    names = [column.name for column in COLUMNS]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def records_of(cells: Cells) -> list[Cells]:
    """The mentions that a row holds; a row from elsewhere, that holds none in our form, is its own."""
    try:
        found = [_record(each) for each in json.loads(cells["mentions"])]
    except (ValueError, KeyError, TypeError):
        found = []
    if not found:
        return [mention(cells, cells["event_id"])]
    if len({record["row"] for record in found}) == 1:
        # The row says more than its record where somebody has corrected it.
        found[0] = mention({**cells, "agents": found[0].get("agents")}, found[0]["row"])
    return found


def rows_of(cells: Cells) -> list[list[Cells]]:
    """The mentions of each row that this one was merged from, itself if it was not."""
    rows: dict[str, list[Cells]] = {}
    for record in records_of(cells):
        rows.setdefault(record["row"], []).append(record)
    return list(rows.values())


def _record(each: Mapping[str, Any]) -> Cells:
    record = {name: each[name] for name in (*SAID, "row")}
    if isinstance(each.get("agents"), str):
        record["agents"] = each["agents"]
    for name in DAYS:
        record[name] = dt.date.fromisoformat(record[name]) if record[name] else None
    return record


def mention(cells: Mapping[str, Any], row: str) -> Cells:
    """The record of a mention: all that its row says, who of the actors acts if that is known, and the id of its row before any merge."""
    known = {"agents": cells["agents"]} if cells.get("agents") is not None else {}
    return {**{name: cells[name] for name in SAID}, **known, "row": row}


def spoken_by(records: Sequence[Cells]) -> Cells:
    """The row for which the first of its mentions speaks."""
    first = records[0]
    return {
        **{name: first[name] for name in SAID},
        "n_sources": len({record["article_id"] for record in records}),
        "conflict": disagree(records),
        "mentions": held(records),
    }


def held(records: Iterable[Cells]) -> str:
    """The mentions as the column holds them."""
    plain = [{name: value.isoformat() if isinstance(value, dt.date) else value for name, value in record.items()} for record in records]
    return json.dumps(plain, ensure_ascii=True)


def overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two dates have a day in common."""
    (first, last), (begin, end) = ((c["start"] or dt.date.min, c["stop"] or dt.date.max) for c in (one, other))
    return bool(first < end and begin < last)


def disagree(records: Sequence[Cells]) -> bool:
    """Whether no day fits all dates; a rough one fits those near it."""
    firm = [record for record in records if not record["approximate"]]
    starts = [record["start"] for record in firm if record["start"]]
    stops = [record["stop"] for record in firm if record["stop"]]
    return bool(starts and stops and max(starts) >= min(stops))


def day_of(value: Any) -> dt.date | None:
    """A day from a cell, whichever way pandas gave it; None where it is empty."""
    if value is None or value != value:  # NaT is not equal to itself
        return None
    return value.date() if isinstance(value, dt.datetime) else value


def by_time(cells: Mapping[str, Any]) -> tuple[Any, ...]:
    """By first day; what is open before counts from its end, what is open after comes after what is not; then by place in the text."""
    start, stop = cells["start"] or cells["stop"], cells["stop"] or dt.date.max
    return start, stop, cells["article_id"], cells["trigger_start"], cells["event_id"]


def table_of(rows: Iterable[Cells], given: pd.DataFrame) -> pd.DataFrame:
    """The rows as a table in their order, with the own columns of the table they come from."""
    ordered = sorted(rows, key=by_time)
    table = typed({column.name: [cells[column.name] for cells in ordered] for column in COLUMNS})
    own = [name for name in given.columns if str(name).startswith("x_")]
    if own:
        kept = given.drop_duplicates("event_id").set_index("event_id")[own].reindex(table["event_id"])
        table[own] = kept.reset_index(drop=True)
    return check(table)
