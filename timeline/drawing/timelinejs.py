"""TimelineJS: the table as JSON that TimelineJS 3 draws."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from timeline.dates.grain import Grain, next_unit
from timeline.drawing import escape
from timeline.drawing.wording import date_words, doubtful, other_dates, teller_words
from timeline.table.columns import demand_table

if TYPE_CHECKING:
    import pandas as pd


def to_timelinejs(frame: pd.DataFrame) -> bytes:
    """The table as JSON for TimelineJS; a month has no day and a year no month, so that nothing looks more precise than it is.

    Source: the JSON format of TimelineJS 3. It draws texts as HTML, so they are escaped here, and it would turn every address in them
    into a link, so `autolink` is off.
    """
    demand_table(frame, "to_timelinejs")
    told: dict[str, Any] = {"scale": "human", "events": [_slide(row) for row in frame.to_dict("records")]}
    if frame.empty:  # TimelineJS stops where there is neither a title nor an event
        told["title"] = {"text": {"headline": "No event with a date was found"}}
    return (json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode("utf-8", "replace")


def _slide(row: dict[Any, Any]) -> dict[str, Any]:
    grain = Grain[str(row["grain"])]
    start = None if row["start"] != row["start"] else row["start"].date()
    stop = None if row["stop"] != row["stop"] else row["stop"].date()
    last = stop - dt.timedelta(days=1) if stop else None
    slide: dict[str, Any] = {
        "unique_id": str(row["event_id"]), "autolink": False, "group": escape.html(escape.label(str(row["kind"]))),
        "display_date": escape.html(date_words(row) + (" (?)" if doubtful(row) else "")),
        "start_date": _parts(start or last or dt.date.min, grain),
        "text": {"headline": escape.html(_headline(row)), "text": _told(row)},
    }  # fmt: skip
    if start and last and (grain not in (Grain.day, Grain.month, Grain.year) or next_unit(start, grain) != stop):
        slide["end_date"] = _parts(last, grain)
    return slide


def _headline(row: dict[Any, Any]) -> str:
    title = escape.label(row["title"])
    return title if str(row["status"]) == "happened" else f"{title} ({row['status']})"


def _told(row: Mapping[str, Any]) -> str:
    """The sentence and its source as HTML, and below them those that give another date."""
    sentence, source = escape.html(escape.label(row["sentence"])), escape.label(row["source"]) or escape.address(row["url"])
    parts = [sentence, _linked(source, row["url"])]
    parts += [f"{_linked(teller_words(other), other['url'])}: {escape.html(escape.label(other['sentence']))}" for other in other_dates(row)]
    return "".join(f"<p>{part}</p>" for part in parts if part)


def _linked(words: str, url: object) -> str:
    """The words as HTML, a link where the address is a safe one."""
    shown = escape.html(escape.label(words))
    return f'<a href="{escape.link(url)}">{shown}</a>' if escape.address(url) else shown


def _parts(day: dt.date, grain: Grain) -> dict[str, int]:
    parts = {"year": day.year}
    if grain < Grain.year:
        parts["month"] = day.month
    if grain <= Grain.week:
        parts["day"] = day.day
    return parts
