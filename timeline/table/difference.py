"""Difference: what two revisions of a table have in common and what not, event by event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.dates.inwords import date_words
from timeline.table.changing import ids_of
from timeline.table.columns import demand_table
from timeline.table.records import Cells, cells_of

if TYPE_CHECKING:
    import pandas as pd

_COMPARED = {
    "title": "title", "kind": "kind", "actors": "actors", "places": "places", "status": "status", "certainty": "certainty",
    "sentence": "sentence", "n_sources": "articles", "conflict": "dates disagree", "note": "note",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """An event of one of the two tables; `of` is the title of the event that it was merged into or split from, if it was."""

    event_id: str
    date: str
    title: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """An event of both tables: for each field that differs its name, what it was and what it is, in words."""

    event_id: str
    title: str
    fields: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a newer table has more, less and otherwise than an older one."""

    added: tuple[Told, ...] = ()
    removed: tuple[Told, ...] = ()
    changed: tuple[Change, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether both say the same."""
        return not (self.added or self.removed or self.changed)

    def words(self) -> list[str]:
        """The difference a line an event; the titles are those of the articles, for the caller to escape."""
        lines = [f"Added: {_line(each, 'split from')}" for each in self.added]
        lines += [f"Removed: {_line(each, 'merged into')}" for each in self.removed]
        for change in self.changed:
            parts = [f"{name}: {was or 'nothing'} → {now or 'nothing'}" for name, was, now in change.fields]
            lines.append(f"Changed: {change.title} ({'; '.join(parts)})")
        return lines


def difference(old: pd.DataFrame, new: pd.DataFrame) -> Difference:
    """What was added, removed and changed from one table to another; an event is the same where its id, or a mention of it, is."""
    demand_table(old, "difference")
    demand_table(new, "difference")
    before, after = _rows(old), _rows(new)
    was_in, is_in = _homes(before), _homes(after)
    pairs: dict[str, str] = {event_id: event_id for event_id in before if event_id in after}
    for event_id in before:
        home = is_in.get(event_id, "")
        if event_id not in pairs and home and home not in before and home not in pairs.values():
            pairs[event_id] = home  # another of its mentions speaks now
    known = set(pairs.values())
    added = [_told(cells, before.get(was_in.get(event_id, ""))) for event_id, cells in after.items() if event_id not in known]
    removed = [_told(cells, after.get(is_in.get(event_id, ""))) for event_id, cells in before.items() if event_id not in pairs]
    compared = [(after[now], _fields(before[was], after[now])) for was, now in pairs.items()]
    changed = [Change(cells["event_id"], cells["title"], fields) for cells, fields in compared if fields]
    return Difference(tuple(added), tuple(removed), tuple(changed))


def _rows(frame: pd.DataFrame) -> dict[str, Cells]:
    notes = frame["x_note"].fillna("").tolist() if "x_note" in frame else [""] * len(frame)
    return {cells["event_id"]: {**cells, "note": str(note)} for cells, note in zip(cells_of(frame), notes, strict=True)}


def _homes(rows: Mapping[str, Cells]) -> dict[str, str]:
    """In which row each mention stands."""
    return {event_id: home for home, cells in rows.items() for event_id in ids_of(cells)}


def _told(cells: Cells, other: Cells | None) -> Told:
    return Told(cells["event_id"], date_words(cells), cells["title"], other["title"] if other else "")


def _fields(was: Cells, now: Cells) -> tuple[tuple[str, str, str], ...]:
    dates = (("date", date_words(was), date_words(now)),) if was["edtf"] != now["edtf"] else ()
    others = ((name, _plain(was[key]), _plain(now[key])) for key, name in _COMPARED.items() if was[key] != now[key])
    return (*dates, *others)


def _plain(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _line(told: Told, way: str) -> str:
    return f"{told.date}, {told.title}" + (f" ({way} “{told.of}”)" if told.of else "")
