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

from timeline.dates.datespan import DateSpan
from timeline.dates.grain import Grain
from timeline.dates.inwords import date_words
from timeline.table.edit import ORDERS, Edit, date_cells, span_of
from timeline.table.merge import joined
from timeline.table.records import DAYS, SAID, Cells, day_of, held, mention, records_of, spoken_by

BY_HAND = "added by hand"
_STRUCTURE = ("added", "merged", "split")  # what `read` says beside old values of columns
_ID = re.compile(r'"(?:event_id|row)": ("(?:[^"\\]|\\.)*")')
_NUMBERS = re.compile(r"(\d{1,2})\D(\d{1,2})\D", re.ASCII)
_OPEN = re.compile(r"(?<![\d/.-])(?P<first>\d{1,2})(?P<sep>[/-])(?P<second>\d{1,2})(?P=sep)\d{2,4}(?!\d)", re.ASCII)
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
    day = both_orders(cells).get(order)
    if day is not None:
        _set(cells, _dated(date_cells(day, "stated"), "edit/order"))


def settled(cells: Cells, order: str) -> None:
    """Settles a date of an article whose order is settled; where the article was read in that order, says what it would be without."""
    settle(cells, order)
    numbers, day = _OPEN.search(cells["expression"]), cells["start"]
    if numbers is None or day is None or cells["certainty"] != "stated" or cells["grain"] != "day" or cells["rule"].startswith("edit/"):
        return
    first, second = int(numbers["first"]), int(numbers["second"])
    if first == second or (day.day, day.month) != ((first, second) if order == ORDERS[0] else (second, first)):
        return
    days = sorted((day, day.replace(day=day.month, month=day.day)))
    both = DateSpan(days[0], days[1] + _ONE_DAY, Grain.day, approximate=True)
    dated = {name: cells[name] for name in _dated(date_cells(both, "ambiguous"), "")}
    cells |= _dated(date_cells(both, "ambiguous"), cells["rule"])
    _set(cells, dated | {"rule": "edit/order"})


def both_orders(row: Mapping[str, Any]) -> dict[str, DateSpan]:
    """The two days that an ambiguous date can be, by the order of day and month; nothing where the date of a row is not ambiguous."""
    numbers = _NUMBERS.search(str(row["expression"]))
    start, stop = day_of(row["start"]), day_of(row["stop"])
    if row["certainty"] != "ambiguous" or numbers is None or start is None or stop is None:
        return {}
    days = {day.day: DateSpan(day, day + _ONE_DAY, Grain.day) for day in (start, stop - _ONE_DAY)}
    first, second = (days.get(int(number)) for number in numbers.groups())
    return {"day first": first, "month first": second} if first and second else {}


def as_read(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What the machine had read where somebody changed it, in words by the name of the field; `row` is one of an edited table."""
    try:
        read = json.loads(str(row.get("x_read") or "{}"))
    except ValueError:
        return []
    said = []
    if any(name in read for name in ("start", "stop", "edtf", "grain")):
        old = {name: read.get(name, row[name]) for name in ("start", "stop", "grain", "approximate", "certainty")}
        old |= {name: dt.date.fromisoformat(old[name]) for name in ("start", "stop") if isinstance(old[name], str)}
        said.append(("date", date_words(old)))
    said += [(name, str(read[name]) or "nothing") for name in ("title", "kind", "actors", "places", "status") if name in read]
    said += [("merged", f"{other['title']} ({other['edtf']})") for other in read.get("merged", ())]
    if "split" in read:
        said.append(("split from", f"{read['split']['title']} ({read['split']['edtf']})"))
    return [*said, ("added", BY_HAND.removeprefix("added "))] if read.get("added") else said


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
    own = ids_of(cells).difference(*held_before)  # what the row was before others were merged into it by hand
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
        if not (held_before and speaks and ids_of(made) == own):
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
