"""Dates: the words in which a telling dates its event, with the days that they mean."""

from __future__ import annotations

import datetime as dt
from functools import cache
from random import Random
from typing import NamedTuple

from tests.corpus.making.world import DAY, Happening

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_COUNTS = ("", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine")


class Dated(NamedTuple):
    """Words such as "on Tuesday", and what they mean: half-open days with their grain."""

    words: str
    start: dt.date
    stop: dt.date
    grain: str
    approximate: bool
    certainty: str
    implied: str
    rule: str


@cache
def year_of(year: int) -> tuple[dt.date, dt.date]:
    """A year as a span."""
    return dt.date(year, 1, 1), dt.date(year + 1, 1, 1)


@cache
def month_of(year: int, month: int) -> tuple[dt.date, dt.date]:
    """A month as a span."""
    start = dt.date(year, month, 1)
    return start, (start + DAY * 31).replace(day=1)


def dated(
    event: Happening, published: dt.date, where: str, rng: Random, start: dt.date | None, before: int | None, year: int
) -> Dated:  # fmt: skip
    """The words for an event in an article; `where` they stand in the sentence, `before` the year that the sentence before speaks of.

    Where the text has come to speak of another `year`, a date of this year says so.
    Another `start` than the event's is a mistake of the paper.
    """
    stop = event.stop if start is None else start + DAY
    start = start or event.start
    span, whole = (start, stop), event.grain
    draw = rng.random()
    ago = published.year - start.year
    if (stop - start).days > 1 and span not in (month_of(start.year, start.month), year_of(start.year)):
        return _over(start, stop - DAY, whole, draw)
    if whole == "day" and not (event.alone and (published - start).days > 20 and draw < 0.12):
        return _day(start, published, where, rng.random(), year)
    draw = rng.random()
    if before is not None and 1 <= before - start.year <= 9 and draw < 0.8:
        words = "a year earlier" if before - start.year == 1 else f"{_COUNTS[before - start.year]} years earlier"
        return Dated(words, *year_of(start.year), "year", True, "relative", "year", "en/ago-later")
    if whole != "year" and draw < 0.65:
        span = month_of(start.year, start.month)
        if month_of(published.year, published.month)[0] == span[1] and draw < 0.3:
            return Dated("last month", *span, "month", False, "relative", "year+month", "en/this-last-next")
        if ago == 0 and year == published.year:
            return Dated(f"in {MONTHS[start.month - 1]}", *span, "month", False, "inferred", "year", "en/month")
        return Dated(f"in {MONTHS[start.month - 1]} {start.year}", *span, "month", False, "stated", "", "en/month-year")
    if ago == 0 and whole != "year":
        return _day(start, published, where, rng.random(), year) if whole == "day" else _in_month(start, published)
    span = year_of(start.year)
    if ago == 1 and draw < 0.9:
        return Dated("last year", *span, "year", False, "relative", "year", "en/this-last-next")
    if 2 <= ago <= 9 and draw < 0.8:
        return Dated(f"{_COUNTS[ago]} years ago", *span, "year", True, "relative", "year", "en/ago-later")
    return Dated(f"in {start.year}", *span, "year", False, "stated", "", "en/year")


def _in_month(start: dt.date, published: dt.date) -> Dated:
    return Dated(f"in {MONTHS[start.month - 1]}", *month_of(start.year, start.month), "month", False, "inferred", "year", "en/month")


def _day(day: dt.date, published: dt.date, where: str, draw: float, year: int) -> Dated:
    span, age, month = (day, day + DAY), (published - day).days, MONTHS[day.month - 1]
    if age == 1 and draw < 0.2:
        return Dated("yesterday", *span, "day", False, "relative", "year+month+day", "en/today")
    if 0 <= age <= 6 and draw < 0.75:
        return Dated(f"on {_DAYS[day.weekday()]}", *span, "day", False, "relative", "year+month+day", "en/weekday")
    if day.year == published.year == year and (abs(age) < 150 or draw > 0.4):
        if draw > 0.9 and where != "within":
            return Dated(f"on {month} {day.day}, {day.year}", *span, "day", False, "stated", "", "en/month-day-year")
        words = f"on {day.day} {month}" if draw < 0.8 else f"on {month} {day.day}"
        return Dated(words, *span, "day", False, "inferred", "year", "en/day-month-year" if draw < 0.8 else "en/month-day-year")
    if draw > 0.7 and where != "within":
        return Dated(f"on {month} {day.day}, {day.year}", *span, "day", False, "stated", "", "en/month-day-year")
    return Dated(f"on {day.day} {month} {day.year}", *span, "day", False, "stated", "", "en/day-month-year")


def _over(start: dt.date, last: dt.date, grain: str, draw: float) -> Dated:
    """A span from one day or month to another."""
    first_month, last_month = MONTHS[start.month - 1], MONTHS[last.month - 1]
    if grain == "month":
        words = f"from {first_month} to {last_month} {start.year}" if draw < 0.5 else f"between {first_month} and {last_month} {start.year}"
        return Dated(words, start, last + DAY, "month", False, "stated", "", "en/month-to-month")
    if (start.year, start.month) == (last.year, last.month):
        words = f"from {start.day} to {last.day} {last_month} {last.year}"
    elif start.year == last.year:
        words = f"from {start.day} {first_month} to {last.day} {last_month} {last.year}"
    else:
        words = f"from {start.day} {first_month} {start.year} to {last.day} {last_month} {last.year}"
    return Dated(words, start, last + DAY, "day", False, "stated", "", "en/days-month")
