"""Dates, lengths of time and whole pictures in words, which never say more than is known."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from timeline.dates.grain import Grain
from timeline.dates.inwords import MONTHS, date_words, range_words, unit_words
from timeline.table.merge import also_told

__all__ = [
    "MONTHS", "article_words", "count_words", "date_words", "doubtful", "length_words", "other_dates", "reach_words",
    "teller_words", "unit_words",
]  # fmt: skip

_IN_YEARS, _WHOLE = 3, 0.01  # years from which on a length is told in years; how near a shorter one must be to whole ones


def teller_words(mention: Mapping[str, Any]) -> str:
    """Who tells an event too, and when it was to them."""
    other = "" if mention["agrees"] else " (another date)"
    return " · ".join(filter(None, [str(mention["source"] or mention["url"]), date_words(mention)])) + other


def other_dates(row: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The sentences that give an event another date, each with its source, where dates disagree."""
    return [mention for mention in also_told(row) if not mention["agrees"]] if row["conflict"] else []


def doubtful(row: Mapping[str, Any]) -> bool:
    """Whether the date of an event is inferred, can be read in two ways, or is disputed."""
    return str(row["certainty"]) in ("inferred", "ambiguous") or bool(row["conflict"])


def article_words(row: Mapping[str, Any]) -> str:
    """How many articles tell an event, if more than one or not of one mind: `3 articles, dates disagree`."""
    several = count_words(int(row["n_sources"]), "article") if row["n_sources"] > 1 else ""
    return ", ".join(filter(None, [several, "dates disagree" if row["conflict"] else ""]))


def length_words(days: int) -> str:
    """A length of time in a unit that rounds it little: `191 years`, `22 months`, `3 days`; a whole year or two are years."""
    years, months = days / 365.2425, days / 30.436875
    if years >= _IN_YEARS or (round(years) and abs(years - round(years)) < _WHOLE):
        return count_words(round(years), "year")
    return f"{round(months)} months" if months >= 1.5 else count_words(days, "day")


def count_words(number: int, name: str) -> str:
    """`1 event`, `1,200 events`."""
    return f"{number:,} {name}" + ("" if number == 1 else "s")


def reach_words(first: dt.date, last: dt.date) -> str:
    """From when to when a whole timeline goes, in years, or in months where it is short."""
    if first.year == last.year:
        return range_words(first, last, Grain.month)
    if (last - first).days < 1000:
        return f"{unit_words(first, Grain.month)} to {unit_words(last, Grain.month)}"
    return f"{first.year} to {last.year}"
