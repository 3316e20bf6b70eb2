"""Merging: rows that tell one event become one, all their mentions kept; and back again."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from timeline.dates.grain import Grain
from timeline.dates.timex import CERTAINTIES
from timeline.errors import TimelineError
from timeline.table.columns import COLUMNS, check, demand_table, typed
from timeline.table.grouping import grouped
from timeline.table.telling import tellings

if TYPE_CHECKING:
    import pandas as pd

Cells = dict[str, Any]
_OF_EVENT = ("n_sources", "conflict", "mentions")  # columns that a mention has no value of its own for
_SAID = tuple(column.name for column in COLUMNS if column.name not in _OF_EVENT)
_DAYS = tuple(column.name for column in COLUMNS if column.dtype == "datetime64[ms]")
_STATUSES = ("happened", "planned", "alleged", "recurring", "negated")
_ROW = re.compile(r'"row": "([^"]*)"')
_DOUBT_LEFT = 0.9  # each further article takes a tenth of what an event's worth lacks


def merge(frame: pd.DataFrame) -> pd.DataFrame:
    """The table with one row for each event that several rows tell; what was merged before is weighed anew with the rest.

    The row with the finest well-supported date speaks; `mentions` keeps all. Own columns are those of the row that speaks.
    Neither the order of rows nor merging twice changes anything.
    """
    demand_table(frame, "merge")
    rows: dict[str, Cells] = {}
    for row in (row for cells in _cells(frame) for row in _before(cells)):
        known = rows.setdefault(row["event_id"], row)
        if known is not row and repr(row) < repr(known):
            rows[row["event_id"]] = row  # two copies of a row of which one was corrected: the same one wins in any order
    spoken = list(rows.values())
    return _table([_joined([spoken[at] for at in group]) for group in grouped(tellings(spoken))], frame)


def mentions(frame: pd.DataFrame) -> pd.DataFrame:
    """One row a mention of each event, in the order of the table, the one that speaks first.

    `event_id` is that of the event, `mention_id` its own; `agrees` tells whether its date can be that of the event.
    """
    demand_table(frame, "mentions")
    import pandas as pd

    found: list[Cells] = []
    for cells in _cells(frame):
        for mention in _mentions(cells):
            agrees = _overlap(mention, cells)
            found.append({**mention, "mention_id": mention["event_id"], "event_id": cells["event_id"], "agrees": agrees})
    table = typed({column.name: [_default(column.name, mention) for mention in found] for column in COLUMNS})
    table = table.drop(columns=list(_OF_EVENT))
    table.insert(1, "mention_id", pd.Series([mention["mention_id"] for mention in found], dtype="str"))
    table["agrees"] = pd.Series([mention["agrees"] for mention in found], dtype="bool")
    return table


def split(frame: pd.DataFrame, event_id: str) -> pd.DataFrame:
    """The table with one event in the rows that it was merged from; where it never was, a row for each of its mentions.

    Raises: TimelineError if the table has no such event, or if nothing was merged in it.
    """
    demand_table(frame, "split")
    rest: list[Cells] = []
    chosen: list[Cells] = []
    for cells in _cells(frame):
        (chosen if cells["event_id"] == event_id else rest).append(cells)
    if not chosen:
        raise TimelineError(f"the table has no event {event_id!r}. Give an id of its column event_id.")
    rows = _rows_of(chosen[0])
    if len(rows) == 1:
        rows = [[{**mention, "row": mention["event_id"]}] for mention in rows[0]]
    if len(rows) == 1:
        raise TimelineError(f"event {event_id!r} has one mention alone. Choose one that was merged from several.")
    return _table([*rest, *(spoken_by(row) for row in rows)], frame)


def also_told(row: Mapping[str, Any]) -> list[Cells]:
    """The other sentences that tell the event of a row, each once, in the order of `mentions`; `row` is one of `to_dict("records")`."""
    cells: Cells = {name: _day(row[name]) if name in _DAYS else row[name] for name in (*_SAID, *_OF_EVENT)}
    told: dict[tuple[str, str], Cells] = {}
    for record in _mentions(cells):
        told.setdefault((record["article_id"], record["sentence"]), {**record, "agrees": _overlap(record, cells)})
    told.pop((cells["article_id"], cells["sentence"]), None)
    return list(told.values())


def _day(value: Any) -> dt.date | None:
    if value is None or value != value:  # NaT is not equal to itself
        return None
    return value.date() if isinstance(value, dt.datetime) else value


def mention(cells: Mapping[str, Any], row: str) -> Cells:
    """The record of a mention: all that its row says, who of the actors acts if that is known, and the id of its row before any merge."""
    known = {"agents": cells["agents"]} if cells.get("agents") is not None else {}
    return {**{name: cells[name] for name in _SAID}, **known, "row": row}


def spoken_by(records: Sequence[Cells]) -> Cells:
    """The row for which the first of its mentions speaks."""
    first = records[0]
    return {
        **{name: first[name] for name in _SAID},
        "n_sources": len({record["article_id"] for record in records}),
        "conflict": _disagree(records),
        "mentions": _held(records),
    }


def _joined(rows: Sequence[Cells]) -> Cells:
    """One row of several: date and place in the text are those of the one that speaks, the rest of the worthiest that agrees with it."""
    if len(rows) == 1:
        return rows[0]
    best_first = ranked(rows)
    records = [record for row in best_first for record in _mentions(row)]
    cells = spoken_by(records)
    worthy = sorted((row for row in best_first if _overlap(row, best_first[0])), key=lambda row: -row["score"])
    cells["title"] = worthy[0]["title"]
    cells["kind"] = next((row["kind"] for row in worthy if row["kind"] != "other"), "other")
    for name in ("actors", "places"):
        cells[name] = next((row[name] for row in worthy if row[name]), "")
    cells["status"] = min((row["status"] for row in rows), key=_STATUSES.index)
    cells["score"] = round(1 - (1 - max(row["score"] for row in rows)) * _DOUBT_LEFT ** (cells["n_sources"] - 1), 4)
    return cells


def ranked(rows: Sequence[Cells]) -> list[Cells]:
    """The rows, the one that speaks first: its date fits most articles, is the finest of those, and is best founded."""

    def rank(row: Cells) -> tuple[Any, ...]:
        fits = len({other["article_id"] for other in rows if _overlap(row, other)})
        days = (row["stop"] - row["start"]).days if row["start"] and row["stop"] else 1 << 22
        date = (-fits, row["approximate"], Grain[row["grain"]], days, CERTAINTIES.index(row["certainty"]) // 2)
        return (*date, _STATUSES.index(row["status"]), -row["score"], row["published"] or dt.date.max, row["article_id"], row["event_id"])

    return sorted(rows, key=rank)


def _overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    (first, last), (begin, end) = ((c["start"] or dt.date.min, c["stop"] or dt.date.max) for c in (one, other))
    return bool(first < end and begin < last)


def _disagree(records: Sequence[Cells]) -> bool:
    """Whether no day fits all dates; a rough one fits those near it."""
    firm = [record for record in records if not record["approximate"]]
    starts = [record["start"] for record in firm if record["start"]]
    stops = [record["stop"] for record in firm if record["stop"]]
    return bool(starts and stops and max(starts) >= min(stops))


def _cells(frame: pd.DataFrame) -> list[Cells]:
    """The rows in plain values, days as `datetime.date` or None."""
    columns = []
    for column in COLUMNS:
        values = frame[column.name]
        columns.append(values.to_numpy().astype("datetime64[D]").tolist() if column.name in _DAYS else values.tolist())
    names = [column.name for column in COLUMNS]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _before(cells: Cells) -> list[Cells]:
    """The rows that a row was merged from; itself, as it is, if it was not."""
    if len(set(_ROW.findall(cells["mentions"]))) < 2:
        return [cells]
    return [spoken_by(row) for row in _rows_of(cells)]


def _rows_of(cells: Cells) -> list[list[Cells]]:
    """The mentions of each row that this one was merged from, itself if it was not."""
    rows: dict[str, list[Cells]] = {}
    for record in _mentions(cells):
        rows.setdefault(record["row"], []).append(record)
    return list(rows.values())


def _mentions(cells: Cells) -> list[Cells]:
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


def _record(each: Mapping[str, Any]) -> Cells:
    record = {name: each[name] for name in (*_SAID, "row")}
    if isinstance(each.get("agents"), str):
        record["agents"] = each["agents"]
    for name in _DAYS:
        record[name] = dt.date.fromisoformat(record[name]) if record[name] else None
    return record


def _held(records: Iterable[Cells]) -> str:
    """The mentions as the column holds them."""
    plain = [{name: value.isoformat() if isinstance(value, dt.date) else value for name, value in record.items()} for record in records]
    return json.dumps(plain, ensure_ascii=True)


def _default(name: str, cells: Mapping[str, Any]) -> object:
    return cells.get(name, {"n_sources": 1, "conflict": False, "mentions": ""}.get(name))


def by_time(cells: Mapping[str, Any]) -> tuple[Any, ...]:
    """By first day; what is open before counts from its end, what is open after comes after what is not; then by place in the text."""
    start, stop = cells["start"] or cells["stop"], cells["stop"] or dt.date.max
    return start, stop, cells["article_id"], cells["trigger_start"], cells["event_id"]


def _table(rows: Iterable[Cells], given: pd.DataFrame) -> pd.DataFrame:
    """The rows as a table in their order, with the own columns of the table they come from."""
    ordered = sorted(rows, key=by_time)
    table = typed({column.name: [cells[column.name] for cells in ordered] for column in COLUMNS})
    own = [name for name in given.columns if str(name).startswith("x_")]
    if own:
        kept = given.drop_duplicates("event_id").set_index("event_id")[own].reindex(table["event_id"])
        table[own] = kept.reset_index(drop=True)
    return check(table)
