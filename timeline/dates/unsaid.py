"""What an expression leaves unsaid: its year, the way it points, the date it counts from, which number is its day."""

import re
from collections.abc import Iterable

from timeline.dates.spec import Calendar, Clock, Named, Offset, Part, TimeSpec, Weekday


def counted(spec: TimeSpec) -> Offset | None:
    """The offset in an expression: that of "later that month" or "May of the following year"."""
    if isinstance(spec, Part):
        return counted(spec.of)
    if isinstance(spec, Calendar) and spec.of is not None:
        return counted(spec.of)
    return spec if isinstance(spec, Offset) else None


def yearless_day(spec: TimeSpec) -> bool:
    """Whether an expression is a day of the calendar that says nothing of its year."""
    return isinstance(spec, Calendar) and spec.year is None and spec.of is None and bool(spec.month and spec.day)


def needs_direction(spec: TimeSpec) -> bool:
    """Whether only the words near by tell which of several days, before or after publication, an expression means."""
    if isinstance(spec, Part):
        return needs_direction(spec.of)
    if isinstance(spec, Clock):
        return spec.day is not None and needs_direction(spec.day)
    return (
        isinstance(spec, Weekday)
        or (isinstance(spec, Calendar) and spec.year is None and spec.decade is None and spec.century is None)
        or isinstance(spec, Named)
    )


def could_be_yearly(spec: TimeSpec) -> bool:
    """Whether an expression is a month, a day of one, a season or a weekday, and says nothing of a year or week."""
    if isinstance(spec, Part):
        return could_be_yearly(spec.of)
    if isinstance(spec, Clock) and spec.day is not None:
        return could_be_yearly(spec.day)
    if isinstance(spec, Weekday):
        return spec.which is None and spec.week is None
    if not isinstance(spec, Calendar) or spec.year is not None or spec.of is not None or spec.which is not None:
        return False
    return spec.month is not None or spec.cycle in ("SP", "SU", "FA", "WI")


def day_first_shown(text: str, places: Iterable[tuple[int, int]]) -> bool | None:
    """The order of day and month that the numeric dates at these places show, where only one is possible; None if none or both."""
    orders = set()
    for start, stop in places:
        if match := re.match(r"(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}\Z", text[start:stop]):
            a, b = int(match[1]), int(match[2])
            if (a > 12) != (b > 12):
                orders.add(a > 12)
    return orders.pop() if len(orders) == 1 else None
