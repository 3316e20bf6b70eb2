"""DateSpan: the days an expression can mean, with its precision, and its EDTF form."""

import datetime as dt
import re
from dataclasses import dataclass

from timeline.dates.grain import Grain, next_unit
from timeline.errors import BadDate

_ONE_DAY = dt.timedelta(days=1)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # EDTF season code → first month (meteorological, northern)
_QUARTERS = {33: 1, 34: 4, 35: 7, 36: 10}
_HALVES = {40: 1, 41: 7}
_CODES = {
    Grain.season: {month: code for code, month in _SEASONS.items()},
    Grain.quarter: {month: code for code, month in _QUARTERS.items()},
    Grain.half: {month: code for code, month in _HALVES.items()},
}


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Half-open days: `start` is the first, `stop` the first outside; None is an open end, never both.

    `grain` is the precision of the ends. `approximate` spans are rough at their ends. `implied` names the parts that the words
    do not say, joined by `+` (`year`, `year+month`).
    """

    start: dt.date | None
    stop: dt.date | None
    grain: Grain
    approximate: bool = False
    implied: str = ""

    def __post_init__(self) -> None:
        if self.start is None and self.stop is None:
            raise BadDate("a span with both ends open says nothing. Give at least one end.")
        if self.start is not None and self.stop is not None and self.stop <= self.start:
            raise BadDate(f"a span cannot stop ({self.stop}) before it has started ({self.start}). `stop` is the first day outside.")

    @property
    def is_unit(self) -> bool:
        """Whether this is one unit of its grain (a day, a month …): the span the words allow, not a duration."""
        return self.start is not None and self.stop is not None and next_unit(self.start, self.grain) == self.stop

    @property
    def edtf(self) -> str:
        """The span in Extended Date/Time Format.

        Source: EDTF levels 0 to 2 (ISO 8601-2:2019); weeks, which EDTF lacks, are written as intervals of days.
        """
        tail = "~" if self.approximate else ""
        if self.is_unit and self.grain is not Grain.week:
            assert self.start is not None
            return _unit(self.start, self.grain) + tail
        ends = (self.start, self.stop and self.stop - _ONE_DAY)
        return "/".join(".." if end is None else _end(end, self.grain) + tail for end in ends)

    @classmethod
    def from_edtf(cls, text: str) -> "DateSpan":
        """The span that an EDTF text means; reads all that `.edtf` writes.

        Raises: BadDate for anything else.
        """
        if "/" not in text:
            return cls(*_read(text, text))
        left, _, right = text.partition("/")
        ends = [None if end == ".." else _read(end, text) for end in (left, right)]
        known = [end for end in ends if end]
        if not known:
            raise BadDate(f"{text!r} has no end that is known. Write for example 2014-03, 2014/.. or 2022-06-24/2022-06-26.")
        start = ends[0][0] if ends[0] else None
        stop = ends[1][1] if ends[1] else None
        span = cls(start, stop, min(end[2] for end in known), any(end[3] for end in known))
        if span.grain is Grain.day and start and stop and stop - start == 7 * _ONE_DAY and start.weekday() == 0:
            return cls(start, stop, Grain.week, span.approximate)
        return span

    def __str__(self) -> str:
        return self.edtf


def _unit(day: dt.date, grain: Grain) -> str:
    if grain in _CODES:
        return f"{day.year:04d}-{_CODES[grain].get(day.month, day.month):02d}"
    return _end(day, grain)


def _end(day: dt.date, grain: Grain) -> str:
    """The unit of `grain` that `day` lies in; interval ends have no seasons, so those are written by month."""
    if grain <= Grain.week:
        return day.isoformat()
    if grain < Grain.year:
        return f"{day.year:04d}-{day.month:02d}"
    year = f"{day.year:04d}"
    return {Grain.year: year, Grain.decade: year[:3] + "X", Grain.century: year[:2] + "XX"}[grain]


def _read(text: str, whole: str) -> tuple[dt.date, dt.date | None, Grain, bool]:
    approximate = text.endswith("~")
    body = text.removesuffix("~")
    try:
        start, grain = _read_unit(body)
    except ValueError as fault:
        raise BadDate(f"{whole!r} is not a date in EDTF. Write for example 2014, 2014-03, 2014-03-24, 199X or 2014/..") from fault
    return start, next_unit(start, grain), grain, approximate


def _read_unit(body: str) -> tuple[dt.date, Grain]:
    if match := re.fullmatch(r"(\d{2})XX|(\d{3})X", body, re.ASCII):
        century, decade = match.groups()
        return (dt.date(int(century) * 100, 1, 1), Grain.century) if century else (dt.date(int(decade) * 10, 1, 1), Grain.decade)
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", body, re.ASCII)
    if not match:
        raise ValueError(body)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if day is not None and month is not None:
        return dt.date(year, month, day), Grain.day
    if month is None:
        return dt.date(year, 1, 1), Grain.year
    for grain, codes in ((Grain.season, _SEASONS), (Grain.quarter, _QUARTERS), (Grain.half, _HALVES)):
        if month in codes:
            return dt.date(year, codes[month], 1), grain
    return dt.date(year, month, 1), Grain.month
