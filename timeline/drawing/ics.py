"""ICS: the table as a calendar, an event an all-day entry."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from timeline.dates.grain import Grain, next_unit, unit_before
from timeline.drawing import escape
from timeline.drawing.wording import date_words, doubtful, other_dates, teller_words
from timeline.table.columns import demand_table

if TYPE_CHECKING:
    import pandas as pd
    from icalendar import Event

_ONE_DAY = dt.timedelta(days=1)
_NO_DAY = dt.date(1970, 1, 1)  # the stamp of an article whose day of publication is not known
# What is denied stays to be seen: most calendars hide or delete what is CANCELLED. Its summary says that it is denied.
_CONFIRMED = {"happened", "recurring"}


def to_ics(frame: pd.DataFrame) -> bytes:
    """The table as a calendar: all-day entries, transparent, of which those that are not known to the day say their date in words.

    Stamps are the days of publication, so that the same table gives the same bytes. Source: RFC 5545.
    """
    demand_table(frame, "to_ics")
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//event-timeline//Timeline//EN")
    calendar.add("version", "2.0")
    for row in frame.to_dict("records"):
        calendar.add_component(_entry({str(name): value for name, value in row.items()}))
    return bytes(calendar.to_ical())


def _entry(row: dict[str, Any]) -> Event:
    from icalendar import Event

    start, stop = _days(row)
    published = _day(row["published"]) or _NO_DAY
    entry = Event()
    entry.add("uid", f"{escape.label(row['event_id'])}@event-timeline")
    entry.add("dtstamp", dt.datetime(published.year, published.month, published.day, tzinfo=dt.UTC))
    entry.add("dtstart", start)
    if stop is not None:
        entry.add("dtend", stop)
    entry.add("summary", _summary(row))
    entry.add("description", _description(row))
    entry.add("categories", [escape.label(row["kind"])])
    entry.add("status", "CONFIRMED" if str(row["status"]) in _CONFIRMED else "TENTATIVE")
    entry.add("transp", "TRANSPARENT")
    if places := escape.label(row["places"]):
        entry.add("location", places)
    if address := escape.address(row["url"]):
        entry.add("url", address)
    return entry


def _days(row: dict[str, Any]) -> tuple[dt.date, dt.date | None]:
    """The first day of the entry and the one after it; of an open span the unit of its known end, of which the summary says more."""
    start, stop, grain = _day(row["start"]), _day(row["stop"]), Grain[str(row["grain"])]
    if start is None:
        assert stop is not None
        return unit_before(stop, grain) or stop - _ONE_DAY, stop
    return start, stop or next_unit(start, grain)


def _day(value: Any) -> dt.date | None:
    return None if value is None or value != value else value.date()  # NaT is not equal to itself


def _summary(row: dict[str, Any]) -> str:
    """The title; before it the date in words, unless the entry's one day says it all, and behind it the doubts."""
    start, stop = _day(row["start"]), _day(row["stop"])
    one_day = start is not None and stop is not None and stop - start == _ONE_DAY and not row["approximate"]
    when = "" if one_day else date_words(row)
    status = "" if str(row["status"]) == "happened" else f"({row['status']})"
    doubt = "(?)" if doubtful(row) else ""
    title = " ".join(filter(None, [escape.label(row["title"]), status, doubt]))
    if when and not when.startswith("c. "):
        when = when[0].upper() + when[1:]
    return f"{when}: {title}" if when else title


def _description(row: dict[str, Any]) -> str:
    lines = [row["sentence"], f"Source: {row['source'] or row['url']}" if row["source"] or row["url"] else ""]
    lines += [f"{teller_words(other)}: {other['sentence']}" for other in other_dates(row)]
    lines += [f"Date: {date_words(row)} ({row['certainty']})", f"Who: {row['actors']}" if row["actors"] else ""]
    return "\n".join(filter(None, map(escape.label, lines)))
