"""Changing: what an edit makes of one row, and what the machine had read kept beside it.

A row that is being edited holds, beside its columns, `read` (the machine's values of what was changed, and whether it was added, merged
or split), `note`, `hidden` and, where others were merged into it by hand, those as `parts`.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from typing import Any

from timeline.table.edit import Edit, span_of
from timeline.table.merge import joined
from timeline.table.records import DAYS, SAID, Cells, held, mention, records_of, spoken_by

BY_HAND = "added by hand"
_STRUCTURE = ("added", "merged", "split")  # what `read` says beside old values of columns
_ID = re.compile(r'"(?:event_id|row)": ("(?:[^"\\]|\\.)*")')
_NUMBERS = re.compile(r"(\d{1,2})\D(\d{1,2})\D", re.ASCII)
_ONE_DAY = dt.timedelta(days=1)


def ids_of(cells: Cells) -> set[str]:
    """The ids under which a row is found: its own and those of its mentions."""
    return {cells["event_id"], *map(json.loads, _ID.findall(cells["mentions"]))}


def brief(cells: Cells) -> dict[str, str]:
    """What `read` says of another row."""
    return {name: cells[name] for name in ("event_id", "title", "edtf")}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value


def _set(cells: Cells, values: Mapping[str, Any]) -> None:
    """Puts values into a row and keeps those that the machine read."""
    for name, value in values.items():
        known = cells["read"].setdefault(name, _plain(cells[name]))
        cells[name] = value
        if known == _plain(value):
            del cells["read"][name]


def _dated(to: Mapping[str, Any], rule: str) -> Cells:
    """The cells of a date that a person gave."""
    when = span_of(to)
    return {
        "start": when.start, "stop": when.stop, "grain": str(when.grain), "edtf": when.edtf, "approximate": when.approximate,
        "implied": when.implied, "certainty": to["certainty"], "rule": rule,
    }  # fmt: skip


def change(cells: Cells, edit: Edit) -> None:
    """Does to one row what changes one row alone."""
    match edit.what:
        case "hide" | "show":
            cells["hidden"] = edit.what == "hide"
        case "note":
            cells["note"] = edit.to["note"]
        case "order":
            settle(cells, edit.to["order"])
        case "date":
            _set(cells, _dated(edit.to, "edit/date"))
        case name:
            _set(cells, {name: edit.to[name]})


def settle(cells: Cells, order: str) -> None:
    """Gives a date whose day and month could change places the one of its two days that the order says."""
    numbers = _NUMBERS.search(cells["expression"])
    if cells["certainty"] != "ambiguous" or numbers is None or cells["start"] is None or cells["stop"] is None:
        return
    day = int(numbers[1 if order == "day first" else 2])
    for start in (cells["start"], cells["stop"] - _ONE_DAY):
        if start.day == day:
            to = {"start": start.isoformat(), "stop": (start + _ONE_DAY).isoformat(), "grain": "day", "approximate": False, "implied": ""}
            _set(cells, _dated({**to, "certainty": "stated"}, "edit/order"))
            return


def added(edit: Edit) -> Cells:
    """The row of an event that a person adds; its quote proves it, or it says that it was added by hand."""
    to = edit.to
    quote = to.get("quote", "")
    start = max(0, int(to.get("char_start", 0)))
    published = to.get("published")
    cells: Cells = {
        "event_id": edit.events[0], **_dated(to, "edit/added"),
        **{name: to[name] for name in ("title", "kind", "actors", "places", "status")},
        "score": 1.0, "expression": quote or to.get("words", "") or span_of(to).edtf, "sentence": quote or BY_HAND,
        "char_start": start, "char_stop": max(start + 1, int(to.get("char_stop", 0))),
        "article_id": to.get("article_id", ""), "source": to.get("source", "") or (BY_HAND if not quote else ""), "url": to.get("url", ""),
        "published": dt.date.fromisoformat(published) if published else None, "language": to.get("language", ""),
        "n_sources": int(bool(quote and to.get("article_id"))), "conflict": False,
    }  # fmt: skip
    cells |= {"trigger_start": cells["char_start"], "trigger_stop": cells["char_stop"]}
    cells["mentions"] = held([mention(cells, cells["event_id"])])
    return {**cells, "read": {"added": True}, "note": "", "hidden": False}


def read_records(cells: Cells) -> list[Cells]:
    """The mentions of a row as the machine read them."""
    read: Cells = {name: value for name, value in cells["read"].items() if name in SAID}
    for name in DAYS:
        if read.get(name):
            read[name] = dt.date.fromisoformat(read[name])
    return records_of({**cells, **read})


def apart(cells: Cells, parts: Mapping[str, int]) -> list[Cells]:
    """A row along parts of its mentions; what no part names goes with its row, else with the part that speaks."""
    records = read_records(cells)
    of_row = {record["row"]: parts[record["event_id"]] for record in reversed(records) if record["event_id"] in parts}
    rest = next((part for record in records if (part := parts.get(record["event_id"])) is not None), 0)
    groups: dict[int, list[Cells]] = {}
    for record in records:
        groups.setdefault(parts.get(record["event_id"], of_row.get(record["row"], rest)), []).append(record)
    if len(groups) < 2:
        return [cells]
    held_before = {frozenset(ids_of(part)): part for part in cells.get("parts", ())}
    rows = []
    for group in groups.values():
        made = _made(group)
        speaks = any(record["event_id"] == cells["event_id"] for record in group)
        known = held_before.get(frozenset(ids_of(made)))
        if known is not None and not speaks:
            rows.append(known)
            continue
        read = cells["read"] if speaks else {}
        changed = {name: cells[name] for name in read if name not in _STRUCTURE}
        told = {name: value for name, value in read.items() if name in ("added",)}
        row = {**made, "read": told, "note": cells["note"] if speaks else "", "hidden": cells["hidden"]}
        _set(row, changed)
        row["read"]["split"] = brief(cells)
        rows.append(row)
    return rows


def _made(records: list[Cells]) -> Cells:
    """The row that mentions make: those that share a row stand in it, several rows are joined as a merge joins them."""
    rows: dict[str, list[Cells]] = {}
    for record in records:
        rows.setdefault(record["row"], []).append(record)
    spoken = []
    for group in rows.values():
        name = group[0]["event_id"]
        spoken.append(spoken_by([{**record, "row": name} for record in group]))
    return joined(spoken)
