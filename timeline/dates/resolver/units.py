"""Units of the calendar: the unit a day lies in, its TIMEX3 value, months added, thirds, and spans opened or joined."""

import calendar
import datetime as dt
from dataclasses import replace

from timeline.dates.datespan import DateSpan
from timeline.dates.grain import Grain, next_unit

DAY = dt.timedelta(days=1)
CYCLES = {
    "Q1": (1, Grain.quarter), "Q2": (4, Grain.quarter), "Q3": (7, Grain.quarter), "Q4": (10, Grain.quarter),
    "H1": (1, Grain.half), "H2": (7, Grain.half),
    "SP": (3, Grain.season), "SU": (6, Grain.season), "FA": (9, Grain.season), "WI": (12, Grain.season),
}  # fmt: skip
UNITS = {
    "day": Grain.day, "night": Grain.day, "week": Grain.week, "fortnight": Grain.week, "weekend": Grain.week,
    "month": Grain.month, "quarter": Grain.quarter,
    "half": Grain.half, "year": Grain.year, "decade": Grain.decade, "century": Grain.century,
}  # fmt: skip
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
LETTERS = {
    "day": "D",
    "night": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "half": "H",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "weekend": "WE",
}
CLOCK = {"second": "S", "minute": "M", "hour": "H"}


def unit_of(day: dt.date, grain: Grain) -> DateSpan:
    """The unit of the calendar that a day lies in."""
    if grain is Grain.week:
        start = day - DAY * day.weekday()
    elif grain is Grain.month or grain is Grain.day:
        start = day if grain is Grain.day else day.replace(day=1)
    elif grain is Grain.season:
        month = day.month // 3 * 3 or 12
        start = dt.date(day.year - (day.month < 3), month, 1)
    elif grain in (Grain.quarter, Grain.half):
        size = 3 if grain is Grain.quarter else 6
        start = dt.date(day.year, (day.month - 1) // size * size + 1, 1)
    else:
        years = {Grain.year: 1, Grain.decade: 10, Grain.century: 100}[grain]
        start = dt.date(day.year // years * years, 1, 1)  # there is no year 0, so the first century has no date
    return DateSpan(start, next_unit(start, grain), grain)


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months on, or the last of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not 1 <= year <= 9999:
        raise OverflowError
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def value_of(span: DateSpan) -> str:
    """A unit of the calendar as a TIMEX3 value."""
    day, grain = span.start, span.grain
    assert day is not None
    if grain is Grain.day:
        return day.isoformat()
    if grain is Grain.week:
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}"
    if grain is Grain.month:
        return f"{day.year:04d}-{day.month:02d}"
    if grain in (Grain.season, Grain.quarter, Grain.half):
        cycle = next(name for name, (month, of) in CYCLES.items() if of is grain and month == day.month)
        return f"{day.year:04d}-{cycle}"
    digits = f"{day.year:04d}"
    return {Grain.year: digits, Grain.decade: digits[:3], Grain.century: digits[:2]}[grain]


def third(span: DateSpan, which: str) -> DateSpan:
    """The early, middle or late third of a unit: of a year by months, of a month 1–10, 11–20, 21–end, of a decade 0–3, 4–6, 7–9."""
    start, stop = span.start, span.stop
    assert start is not None and stop is not None
    k = ("START", "MID", "END").index(which)
    if span.grain is Grain.day and (stop - start).days < 9:
        return span
    if not span.is_unit and span.grain <= Grain.month:  # of a term of four years, or of a war
        days = (stop - start).days
        cuts = [start, start + DAY * (days // 3), start + DAY * (2 * days // 3), stop]
        return DateSpan(cuts[k], cuts[k + 1], span.grain, True, span.implied)
    if span.grain is Grain.week:
        cuts = [start, start + 2 * DAY, start + 4 * DAY, stop]
    elif span.grain is Grain.month:
        cuts = [start, start.replace(day=11), start.replace(day=21), stop]
    elif span.grain in (Grain.decade, Grain.century):
        years = (4, 7) if span.grain is Grain.decade else (34, 67)
        cuts = [start, start.replace(year=start.year // 10 * 10 + years[0]), start.replace(year=start.year // 10 * 10 + years[1]), stop]
    else:
        months = {Grain.season: 1, Grain.quarter: 1, Grain.half: 2, Grain.year: 4}[span.grain]
        cuts = [start, add_months(start, months), add_months(start, 2 * months), stop]
    finer = {Grain.week: Grain.day, Grain.month: Grain.day, Grain.decade: Grain.year, Grain.century: Grain.year}.get(
        span.grain, Grain.month
    )
    return DateSpan(cuts[k], cuts[k + 1], finer, True, span.implied)


def half(span: DateSpan, which: str) -> DateSpan:
    """The first (H1) or second (H2) half of a unit: of a decade five years, of a month 1–15 and the rest."""
    start, stop = span.start, span.stop
    assert start is not None and stop is not None
    if span.grain in (Grain.decade, Grain.century):
        middle = start.replace(year=start.year + (5 if span.grain is Grain.decade else 50))
    elif span.grain is Grain.month:
        middle = start.replace(day=16)
    else:
        middle = add_months(start, 6) if span.grain is Grain.year else start + (stop - start) // 2
    finer = {Grain.decade: Grain.year, Grain.century: Grain.year, Grain.year: Grain.month}.get(span.grain, Grain.day)
    cuts = (start, middle) if which == "H1" else (middle, stop)
    return replace(span, start=cuts[0], stop=cuts[1], grain=finer) if cuts[0] < cuts[1] else span


def opened(span: DateSpan, side: str) -> DateSpan:
    """The span since, until, before or after another."""
    if side == "since":
        return replace(span, stop=None) if span.start else span
    if side == "until":
        return replace(span, start=None) if span.stop else span
    if side == "before":
        return DateSpan(None, span.start, span.grain, span.approximate, span.implied) if span.start else span
    return DateSpan(span.stop, None, span.grain, span.approximate, span.implied) if span.stop else span
