"""TimelineJS: the table as JSON that TimelineJS 3 draws."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from timeline.dates.grain import Grain, next_unit
from timeline.drawing import escape
from timeline.drawing.wording import date_words
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
        "display_date": escape.html(date_words(row)),
        "start_date": _parts(start or last or dt.date.min, grain),
        "text": {"headline": escape.html(escape.label(row["title"])), "text": f"<p>{escape.html(escape.label(row['sentence']))}</p>"},
    }  # fmt: skip
    if start and last and (grain > Grain.year or next_unit(start, grain) != stop or Grain.month < grain < Grain.year):
        slide["end_date"] = _parts(last, grain)
    if address := escape.address(row["url"]):
        source = escape.html(escape.label(row["source"]) or address)
        slide["text"]["text"] += f'<p><a href="{escape.html(address)}">{source}</a></p>'
    return slide


def _parts(day: dt.date, grain: Grain) -> dict[str, int]:
    parts = {"year": day.year}
    if grain < Grain.year:
        parts["month"] = day.month
    if grain <= Grain.week:
        parts["day"] = day.day
    return parts
