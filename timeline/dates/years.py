"""The years that a text gives: where they stand, which dates share one, and whether they make the text a history."""

import datetime as dt
from dataclasses import replace

from timeline.dates.language import Context
from timeline.dates.resolver import CYCLES
from timeline.dates.scanning import Found
from timeline.dates.spec import Calendar, Clock, Numeric, Offset, Part, TimeSpec, Weekday

_LONG = 60  # years in a history that goes on up to its own day, and may say what is to come
FAR = 10_000  # characters; a year that stands farther on tells nothing of the dates here


def is_narrative(found: list[Found], published: dt.date | None) -> bool:
    """Whether a text is a history: its dates have years of their own, most of them long before publication, and few count from it.

    A report that looks back opens with a day of its own year, which it need not say, or ends with years that have not come.
    """
    years = [year for f in found if (year := year_of(f.spec)) is not None]
    deictic = sum(is_deictic(f.spec) for f in found)
    if published is None:
        return len(years) >= 1 and deictic == 0
    first = next((f.spec for f in found if isinstance(f.spec, Calendar) and (f.spec.month or f.spec.year)), None)
    if first is not None and year_of(first) is None or len(years) < _LONG and any(year > published.year for year in years):
        return False
    return looks_back(found, published) and len(years) > 12 * deictic


def is_short_history(found: list[Found], published: dt.date | None) -> bool:
    """Whether a text tells of nothing but years long before publication, in too few dates to be sure that it is a history.

    It counts from the date it has reached, but what only histories date by ("former", "at that time") is not read.
    """
    years = [year for f in found if (year := year_of(f.spec)) is not None]
    many = len(years) >= 2 or len(found) >= 4
    return published is not None and many and tells_old(found, published) and all(y < published.year - 1 for y in years)


def looks_back(found: list[Found], published: dt.date | None) -> bool:
    """Whether most of the years that a text gives lie long before publication, as in a history, an obituary or a long report."""
    if published is None:
        return False
    years = [year for f in found if (year := year_of(f.spec)) is not None]
    old = sum(year < published.year - 1 for year in years)
    return old >= 5 and (old >= 0.6 * len(years) or len(years) >= 40)


def tells_old(found: list[Found], published: dt.date | None) -> bool:
    """Whether a text, however short, opens with an old year and counts nothing from its own day, not even as "last summer"."""
    first = next((f.spec for f in found if isinstance(f.spec, Calendar) and (f.spec.month or f.spec.year)), None)
    year = year_of(first) if first is not None else None
    if published is None or year is None or year >= published.year:
        return False
    return not any(is_deictic(f.spec) or isinstance(f.spec, Calendar) and f.spec.which is not None for f in found)


def year_of(spec: TimeSpec) -> int | None:
    """The year that the words of an expression give."""
    if isinstance(spec, Part):
        return year_of(spec.of)
    if isinstance(spec, Clock) and spec.day is not None:
        return year_of(spec.day)
    return spec.year if isinstance(spec, (Calendar, Numeric)) else None


def is_deictic(spec: TimeSpec) -> bool:
    """Whether the words count from the day of writing: today, Friday, last week."""
    if isinstance(spec, Part):
        return is_deictic(spec.of)
    if isinstance(spec, Clock):
        return spec.day is not None and is_deictic(spec.day)
    if isinstance(spec, Calendar) and spec.of is not None:
        return is_deictic(spec.of)  # "in March last year"
    if isinstance(spec, Offset) and spec.of is not None:
        return is_deictic(spec.of)  # "three weeks before the Six-Day War" is not
    return isinstance(spec, Weekday) or (isinstance(spec, Offset) and spec.base == "published" and spec.count is not None)


def years_ahead(text: str, found: list[Found], context: Context) -> list[int | None]:
    """For each expression the year that the text gives next, if it does so before long; what stands in brackets does not count."""
    ahead: list[int | None] = []
    year, at = None, len(text) + FAR
    for f in reversed(found):
        ahead.append(year if at - f.stop <= FAR else None)
        own = year_of(f.spec)
        if own is not None and not context.in_brackets(text, f.start):
            year, at = own, f.start
    return ahead[::-1]


def share_years(text: str, found: list[Found], context: Context) -> list[Found]:
    """The expressions, those without a year that stand in a list or range whose end has one with that year: 5 May, 3 June 1990.

    A range that begins later in the year than it ends began a year before: October to March 1945.
    """
    shared = list(found)
    for k in range(len(found) - 2, -1, -1):
        first, last = shared[k], shared[k + 1]
        begin, end = _place(first.spec), _place(last.spec)
        year = year_of(last.spec)
        if begin is None or end is None or year is None:
            continue
        if first.range and first.range == last.range:
            if year_of(first.spec) == year and begin > end:
                shared[k] = replace(first, spec=in_year(first.spec, year - 1))
            continue
        if year_of(first.spec) is not None:
            continue
        if isinstance(first.spec, Calendar) and first.spec.cycle and context.named_after(text, first.stop, last.start):
            shared[k] = replace(first, spec=in_year(first.spec, year))
            continue
        joined = context.joins(text, first.start, first.stop, last.start)
        if joined or (begin < end and context.lists(text, first.stop, last.start)):
            shared[k] = replace(first, spec=in_year(first.spec, year if begin < end else year - 1))
    return shared


def _place(spec: TimeSpec) -> tuple[int, int] | None:
    """Month and day, for a date whose only missing part may be its year."""
    if isinstance(spec, Part):
        return _place(spec.of)
    if not isinstance(spec, Calendar) or spec.of is not None or spec.which is not None:
        return None
    if spec.month is not None:
        return spec.month, spec.day or 0
    return (CYCLES[spec.cycle][0] if spec.cycle in CYCLES else 0, 0)


def in_year(spec: TimeSpec, year: int) -> TimeSpec:
    """The same place in the calendar, in a year."""
    if isinstance(spec, Part):
        return replace(spec, of=in_year(spec.of, year))
    return replace(spec, year=year) if isinstance(spec, Calendar) else spec


def latest(spec: Calendar, published: dt.date) -> dt.date:
    """The last day before publication that bears this day and month."""
    month, day = spec.month or 1, min(spec.day or 1, 28)
    return dt.date(published.year - ((month, day) > (published.month, published.day)), month, day)


def strays(years_on: int, back: int, opens: bool) -> bool:
    """Whether a year leaves the story for a moment: it goes elsewhere, and the next one is the story's again or the year after."""
    if abs(years_on) >= 2:
        return back <= 1 and (years_on > 0 or back >= 0)
    return years_on == 1 and back == 0 and not opens
