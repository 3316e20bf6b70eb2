"""Dates in the words of readers, which never say more than is known."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from timeline.dates.datespan import DateSpan
from timeline.dates.grain import Grain, next_unit

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_ONE_DAY = dt.timedelta(days=1)
_NAMED_IN_YEARS = 2 * 366


def span_words(span: DateSpan) -> str:
    """A span in words: `17 January 2025`, `since 2014`, `c. January–April 2021`."""
    return date_words({"start": span.start, "stop": span.stop, "grain": span.grain, "approximate": span.approximate})


def date_words(row: Mapping[str, Any]) -> str:
    """When an event was, in the words of what is known: `February 2022`, `18th–19th centuries`, `since 2014`.

    `row` holds `start`, `stop` (dates, timestamps, or empty), `grain` and, if they are known, `approximate` and `certainty`.
    """
    start, stop, grain = _day(row["start"]), _day(row["stop"]), Grain[str(row["grain"])]
    about = "c. " if row.get("approximate") else ""
    if start is None and stop is None:
        return "date not known"
    if stop is None:
        assert start is not None
        return f"since {about}{unit_words(start, grain)}"
    last = stop - _ONE_DAY
    if start is None:
        return f"until {about}{unit_words(last, grain)}"
    if row.get("certainty") == "ambiguous" and (start.day, start.month) == (last.month, last.day):
        return f"{start.day} {MONTHS[start.month - 1]} or {unit_words(last, grain)}"  # 3/4/2014: the ends are its two readings
    if row.get("certainty") == "named" and grain < Grain.year and (stop - start).days > _NAMED_IN_YEARS:
        grain = Grain.year  # a day somewhere in a war of years: its first and last day would look like more than is known
    if grain is Grain.week and about:  # "c. week of" would say less clearly what the days say
        grain = Grain.day
    if next_unit(start, grain) == stop or (grain is Grain.day and last == start):
        return about + unit_words(start, grain)
    if grain is Grain.week:
        grain = Grain.day
    return about + range_words(start, last, grain)


def unit_words(day: dt.date, grain: Grain) -> str:
    """The unit of `grain` that `day` lies in: `March 2015`, `18th century`."""
    match grain:
        case Grain.day:
            return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        case Grain.week:
            return f"week of {day.day} {MONTHS[day.month - 1]} {day.year}"
        case Grain.month:
            return f"{MONTHS[day.month - 1]} {day.year}"
        case Grain.season:
            return _season(day)
        case Grain.quarter:
            return f"Q{(day.month + 2) // 3} {day.year}"
        case Grain.half:
            return f"{'first' if day.month < 7 else 'second'} half of {day.year}"
        case Grain.year:
            return str(day.year)
        case Grain.decade:
            return f"{day.year // 10 * 10}s"
    return f"{_ordinal(day.year // 100 + 1)} century"


def _season(day: dt.date) -> str:
    first = (day.month // 3 * 3) or 12
    year = day.year - (day.month < 3)
    return f"winter {year}–{(year + 1) % 100:02d}" if first == 12 else f"{_SEASONS[first]} {year}"


def range_words(first: dt.date, last: dt.date, grain: Grain) -> str:
    """From `first` to `last`, both inside, with what they share said once."""
    one, other = unit_words(first, grain), unit_words(last, grain)
    if one == other:
        return one
    same_year = first.year == last.year
    if grain is Grain.day and same_year:
        if first.month == last.month:
            return f"{first.day}–{other}"
        return f"{first.day} {MONTHS[first.month - 1]} – {other}"
    if grain is Grain.month and same_year:
        return f"{MONTHS[first.month - 1]}–{other}"
    if grain is Grain.quarter and same_year:
        return f"Q{(first.month + 2) // 3}–{other}"
    if grain is Grain.century:
        return f"{_ordinal(first.year // 100 + 1)}–{_ordinal(last.year // 100 + 1)} centuries"
    return f"{one}–{other}" if grain in (Grain.year, Grain.decade) else f"{one} – {other}"


def _ordinal(number: int) -> str:
    tail = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{tail}"


def _day(value: Any) -> dt.date | None:
    if value is None or value != value:  # NaT is not equal to itself
        return None
    return value.date() if isinstance(value, dt.datetime) else value
