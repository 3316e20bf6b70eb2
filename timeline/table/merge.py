"""Merging: rows that tell one event become one, all their mentions kept; and back again."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from timeline.dates.grain import Grain
from timeline.dates.timex import CERTAINTIES
from timeline.errors import TimelineError
from timeline.table.columns import COLUMNS, demand_table, typed
from timeline.table.grouping import grouped
from timeline.table.records import DAYS, OF_EVENT, SAID, Cells, cells_of, day_of, overlap, records_of, rows_of, spoken_by, table_of
from timeline.table.telling import tellings

if TYPE_CHECKING:
    import pandas as pd

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
    for row in (row for cells in cells_of(frame) for row in _before(cells)):
        known = rows.setdefault(row["event_id"], row)
        if known is not row and repr(row) < repr(known):
            rows[row["event_id"]] = row  # two copies of a row of which one was corrected: the same one wins in any order
    spoken = list(rows.values())
    return table_of([joined([spoken[at] for at in group]) for group in grouped(tellings(spoken))], frame)


def mentions(frame: pd.DataFrame) -> pd.DataFrame:
    """One row a mention of each event, in the order of the table, the one that speaks first.

    `event_id` is that of the event, `mention_id` its own; `agrees` tells whether its date can be that of the event.
    """
    demand_table(frame, "mentions")
    import pandas as pd

    found: list[Cells] = []
    for cells in cells_of(frame):
        for mention in records_of(cells):
            agrees = overlap(mention, cells)
            found.append({**mention, "mention_id": mention["event_id"], "event_id": cells["event_id"], "agrees": agrees})
    table = typed({column.name: [_default(column.name, mention) for mention in found] for column in COLUMNS})
    table = table.drop(columns=list(OF_EVENT))
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
    for cells in cells_of(frame):
        (chosen if cells["event_id"] == event_id else rest).append(cells)
    if not chosen:
        raise TimelineError(f"the table has no event {event_id!r}. Give an id of its column event_id.")
    rows = rows_of(chosen[0])
    if len(rows) == 1:
        rows = [[{**mention, "row": mention["event_id"]}] for mention in rows[0]]
    if len(rows) == 1:
        raise TimelineError(f"event {event_id!r} has one mention alone. Choose one that was merged from several.")
    return table_of([*rest, *(spoken_by(row) for row in rows)], frame)


def also_told(row: Mapping[str, Any]) -> list[Cells]:
    """The other sentences that tell the event of a row, each once, in the order of `mentions`; `row` is one of `to_dict("records")`."""
    cells: Cells = {name: day_of(row[name]) if name in DAYS else row[name] for name in (*SAID, *OF_EVENT)}
    told: dict[tuple[str, str], Cells] = {}
    for record in records_of(cells):
        told.setdefault((record["article_id"], record["sentence"]), {**record, "agrees": overlap(record, cells)})
    told.pop((cells["article_id"], cells["sentence"]), None)
    return list(told.values())


def joined(rows: Sequence[Cells]) -> Cells:
    """One row of several: date and place in the text are those of the one that speaks, the rest of the worthiest that agrees with it."""
    if len(rows) == 1:
        return rows[0]
    best_first = ranked(rows)
    records = [record for row in best_first for record in records_of(row)]
    cells = spoken_by(records)
    worthy = sorted((row for row in best_first if overlap(row, best_first[0])), key=lambda row: -row["score"])
    cells["title"] = worthy[0]["title"]
    cells["kind"] = next((row["kind"] for row in worthy if row["kind"] != "other"), "other")
    for name in ("actors", "places"):
        cells[name] = next((row[name] for row in worthy if row[name]), "")
    cells["status"] = min((row["status"] for row in rows), key=_STATUSES.index)
    cells["score"] = round(1 - (1 - max(row["score"] for row in rows)) * _DOUBT_LEFT ** (cells["n_sources"] - 1), 4)
    return cells


def ranked(rows: Sequence[Cells]) -> list[Cells]:
    """The rows, the one that speaks first: its date fits most articles, is the finest of those, and is best founded."""

    articles: dict[tuple[dt.date | None, dt.date | None], set[str]] = {}  # that tell each date: few dates, however many rows
    for row in rows:
        articles.setdefault((row["start"], row["stop"]), set()).add(row["article_id"])
    dated = {date: {"start": date[0], "stop": date[1]} for date in articles}
    fitting = {
        date: len(set().union(*(articles[other] for other, row in dated.items() if overlap(one, row)))) for date, one in dated.items()
    }

    def rank(row: Cells) -> tuple[Any, ...]:
        fits = fitting[row["start"], row["stop"]]
        days = (row["stop"] - row["start"]).days if row["start"] and row["stop"] else 1 << 22
        date = (-fits, row["approximate"], Grain[row["grain"]], days, CERTAINTIES.index(row["certainty"]) // 2)
        return (*date, _STATUSES.index(row["status"]), -row["score"], row["published"] or dt.date.max, row["article_id"], row["event_id"])

    return sorted(rows, key=rank)


def _before(cells: Cells) -> list[Cells]:
    """The rows that a row was merged from; itself, as it is, if it was not."""
    if len(set(_ROW.findall(cells["mentions"]))) < 2:
        return [cells]
    return [spoken_by(row) for row in rows_of(cells)]


def _default(name: str, cells: Mapping[str, Any]) -> object:
    return cells.get(name, {"n_sources": 1, "conflict": False, "mentions": ""}.get(name))
