"""Dates in numbers alone: 2024-01-18, 24/02/2022, 3/4/2014."""

import re

from timeline.dates.languages.en import words as w
from timeline.dates.rules import Rulebook, finds, ignores
from timeline.dates.spec import Calendar, Clock, Numeric, TimeSpec

RULES = Rulebook("en")


@RULES.rule(
    r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?:[T "
    r"](?P<time>[0-2]\d:[0-5]\d)(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d| ?(?-i:UTC|GMT|CET|CEST|EET|MSK)| local time)?)?",
    finds("Pass of [2024-01-18 10:42 UTC]: alongside.", "2024-01-18T10:42"),
    finds("Logged [2024-01-18] by hand.", "2024-01-18"),
)
def iso_day(m: re.Match[str]) -> TimeSpec:
    """A day, and perhaps a time, as ISO 8601 writes it."""
    day = Calendar(int(m["year"]), int(m["month"]), int(m["day"]))
    return Clock(m["time"], day) if m["time"] else day


@RULES.rule(r"(?P<year>1[5-9]\d\d|20\d\d)-(?P<month>0[1-9]|1[0-2])(?![-\d])", finds("Period: [2024-01].", "2024-01"))
def iso_month(m: re.Match[str]) -> TimeSpec:
    """A month as ISO 8601 writes it."""
    return Calendar(int(m["year"]), int(m["month"]))


_NUM_STOP = r"(?![-/.]?\d)"


@RULES.rule(
    rf"(?<![\d/.-])(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?P=sep)(?P<year>1[5-9]\d\d|20\d\d){_NUM_STOP}"
    r"(?:,? (?:at )?(?P<time>[0-2]?\d:[0-5]\d)(?!\d))?",
    finds("Map as of [03.05.2024, 18:00]", "2024-05-03T18:00"),
    finds("Dated [24/02/2022] in Kyiv.", "2022-02-24", when="2022-02-24"),
    finds("Dated [3/4/2014] in Kyiv.", "2014-03-04"),
    finds("Dated [11.09.2001] in Bonn.", "2001-09-11"),
    ignores("The address was 10.12.2001.7 and part 99/99/2001."),
)
def numeric(m: re.Match[str]) -> TimeSpec | None:
    """Three numbers, the year last; with dots the day is first, else the order may stay open."""
    a, b, year = int(m["a"]), int(m["b"]), int(m["year"])
    day = Calendar(year, b, a) if m["sep"] == "." and 0 < b <= 12 else _either(a, b, year)
    return Clock(m["time"].zfill(5), day) if m["time"] and isinstance(day, Calendar) else day


def _either(a: int, b: int, year: int) -> TimeSpec | None:
    if not (0 < a <= 31 and 0 < b <= 31) or (a > 12 and b > 12):
        return None
    if a > 12 or b > 12 or a == b:
        return Calendar(year, min(a, b), max(a, b))
    return Numeric(a, b, year)


@RULES.rule(
    rf"(?<![\d/.-])(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/(?P<year>\d\d){_NUM_STOP}",
    finds("Dated [24/02/22] in Kyiv.", "2022-02-24"),
)
def numeric_short(m: re.Match[str]) -> TimeSpec | None:
    """Three short numbers, the year last."""
    return _either(int(m["a"]), int(m["b"]), w.full_year(int(m["year"]), 70))


@RULES.rule(
    rf"(?<![\d/.-])(?P<year>1[5-9]\d\d|20\d\d)(?P<sep>[/.])(?P<month>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}}){_NUM_STOP}",
    finds("Dated [2022/02/24] in Kyiv.", "2022-02-24"),
)
def numeric_year_first(m: re.Match[str]) -> TimeSpec | None:
    """Three numbers, the year first."""
    return Calendar(int(m["year"]), int(m["month"]), int(m["day"])) if 0 < int(m["month"]) <= 12 and 0 < int(m["day"]) <= 31 else None
