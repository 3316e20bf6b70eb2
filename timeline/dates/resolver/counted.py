"""What counts from an anchor: weekdays, offsets, hours and times of day."""

import datetime as dt
from dataclasses import replace

from timeline.dates.datespan import DateSpan
from timeline.dates.grain import Grain
from timeline.dates.resolver.answer import BEFORE_ERA, NO_ANCHOR, NO_EVENT, NO_REACHED, Anchors, Answer, dated, resolve, resolves
from timeline.dates.resolver.units import CLOCK, DAY, MONTHS, UNITS, add_months, unit_of, value_of
from timeline.dates.spec import Calendar, Clock, Offset, Weekday


@resolves(Weekday)
def _weekday(spec: Weekday, anchors: Anchors) -> Answer:
    value = "XXXX-WXX-WE" if spec.day == 8 else f"XXXX-WXX-{spec.day}"
    if spec.week is not None:
        week = resolve(spec.week, anchors)
        if week.when is None or week.when.start is None:
            return Answer("DATE", value, reason=week.reason)
        return _weekday_of(unit_of(week.when.start, Grain.week), spec.day)
    if spec.base == "event":
        return Answer("DATE", value, reason=NO_EVENT)
    if anchors.yearly:
        return Answer("DATE", value, reason="comes every week, and none is meant")
    day, grain = anchors.day(spec.base)
    if day is None or grain > Grain.week:
        return Answer("DATE", value, reason=NO_REACHED if anchors.narrative or spec.base == "previous" else NO_ANCHOR)
    if spec.day == 8:
        return _weekend(spec, day, anchors)
    ahead = (spec.day - day.isoweekday()) % 7
    if spec.which == -1:
        shift = ahead - 7
    elif spec.which == 1:
        shift = ahead or 7
    elif spec.base == "previous" or anchors.narrative:
        shift = ahead
    elif spec.which == 0:
        shift = spec.day - day.isoweekday() if anchors.direction == "past" else ahead
    else:
        shift = ahead if anchors.direction == "future" or ahead == 0 else ahead - 7
    return dated(unit_of(day + DAY * shift, Grain.day), "relative")


def _weekday_of(week: DateSpan, day: int) -> Answer:
    assert week.start is not None
    if day == 8:
        return Answer("DATE", f"{value_of(week)}-WE", DateSpan(week.start + 5 * DAY, week.stop, Grain.day), "relative")
    return dated(unit_of(week.start + DAY * (day - 1), Grain.day), "relative")


def _weekend(spec: Weekday, day: dt.date, anchors: Anchors) -> Answer:
    week = unit_of(day, Grain.week)
    assert week.start is not None
    shift = spec.which or 0
    if spec.which is None:
        shift = 0 if anchors.direction == "future" or day.isoweekday() >= 6 else -1
    elif spec.which == -1 and day.isoweekday() == 7:
        shift = -1
    return _weekday_of(unit_of(week.start + 7 * DAY * shift, Grain.week), 8)


@resolves(Offset)
def _offset(spec: Offset, anchors: Anchors) -> Answer:
    if spec.count is None and spec.unit not in CLOCK:
        return Answer("DATE", "FUTURE_REF" if spec.later else "PAST_REF", reason="does not say how long")
    if spec.base == "event":
        return Answer("DATE", _unknown_unit(spec.unit), reason=NO_EVENT)
    if spec.of is not None:
        of = resolve(spec.of, anchors)
        day, known = (of.when.start, of.when.grain) if of.when else (None, Grain.day)
    else:
        day, known = anchors.day(spec.base)
    if day is None and anchors.narrative and anchors.era is not None and spec.unit in ("year", "decade", "century"):
        return resolve(_counted_before_era(spec, anchors.era), anchors)
    if day is None:
        reason = NO_REACHED if spec.base == "previous" or anchors.narrative else NO_ANCHOR
        return Answer("DATE", _unknown_unit(spec.unit), reason=reason)
    if spec.unit in CLOCK or spec.count is None:  # hours later: the same day, as far as it is told
        return _hours(replace(spec, count=spec.count or 0), day, known)
    if spec.of is not None and spec.aligned and spec.unit in MONTHS:  # a year ago today
        return dated(unit_of(add_months(day, int(spec.count) * MONTHS[spec.unit]), known), "relative")
    if spec.unit == "quarter" and spec.aligned and spec.base == "previous":
        quarter = anchors.quarter or unit_of(add_months(day, -3), Grain.quarter)
        return dated(unit_of(add_months(quarter.start or day, 3 * int(spec.count)), Grain.quarter), "relative")
    if spec.unit == "year" and abs(spec.count) == 1 and not spec.aligned and anchors.quarter is not None and anchors.quarter.start:
        return dated(unit_of(add_months(anchors.quarter.start, 12 * int(spec.count)), Grain.quarter), "relative")
    unit, count = spec.unit, spec.count
    if count != int(count):
        unit, count = {
            "year": ("month", round(count * 12)),
            "decade": ("year", round(count * 10)),
            "month": ("day", round(count * 30)),
            "week": ("day", round(count * 7)),
            "century": ("year", round(count * 100)),
        }.get(unit, (unit, round(count)))
    if unit == "millennium":
        unit, count = "century", count * 10
    if unit == "fortnight":
        unit, count = "week", count * 2
    if unit == "decade" and count == 1 and spec.aligned and spec.base == "previous" and known <= Grain.year:
        return _next_ten_years(day)
    if unit in ("decade", "century") and not spec.aligned:  # a decade ago is about ten years ago, not some year of the eighties
        unit, count = "year", count * (10 if unit == "decade" else 100)
    grain = UNITS[unit]
    if known > grain:
        reason = f"counts in {unit}s from a date that is known only to the {known}"
        return Answer("DATE", _unknown_unit(unit), reason=reason)
    if grain is Grain.year and day.year + int(count) * MONTHS[unit] // 12 < 1:
        return Answer("DATE", f"BC{1 - day.year - int(count) * MONTHS[unit] // 12:04d}", reason=BEFORE_ERA)
    moved = (
        day + DAY * int(count) * (7 if unit in ("week", "weekend") else 1)
        if unit not in MONTHS
        else add_months(unit_of(day, grain if spec.aligned and grain > Grain.month else Grain.day).start or day, int(count) * MONTHS[unit])
    )
    span = unit_of(moved, grain)
    if not spec.aligned and grain > Grain.week:
        span = replace(span, approximate=True)
    return dated(span, "relative")


def _next_ten_years(day: dt.date) -> Answer:
    """“The following decade” after a year: the ten years behind it, about right."""
    first, last = unit_of(day, Grain.year), unit_of(add_months(day, 120), Grain.year)
    return Answer("DATE", f"{day.year // 10 + 1}", DateSpan(first.start, last.stop, Grain.year, approximate=True), "relative")


def _counted_before_era(spec: Offset, era: int) -> Calendar:
    """The year, decade or century so far from a year before our era."""
    assert spec.count is not None
    year = era + round(spec.count * {"year": 1, "decade": 10, "century": 100}[spec.unit])
    if year > 0 or not spec.aligned or spec.unit == "year":
        return Calendar(year=year)
    return Calendar(decade=-((1 - year) // 10)) if spec.unit == "decade" else Calendar(century=-(-year // 100 + 1))


def _unknown_unit(unit: str) -> str:
    return {
        "day": "XXXX-XX-XX",
        "week": "XXXX-WXX",
        "month": "XXXX-XX",
        "quarter": "XXXX-QX",
        "year": "XXXX",
        "decade": "XXX",
        "century": "XX",
    }.get(unit, "XXXX-XX-XX")


def _hours(spec: Offset, day: dt.date, known: Grain) -> Answer:
    if known > Grain.day or spec.count is None:
        return Answer("TIME", "XXXX-XX-XXTXX:XX", reason=f"counts in {spec.unit}s from a date that is known only to the {known}")
    days = {"hour": 24, "minute": 1440, "second": 86400}[spec.unit]
    span = unit_of(day + DAY * int(abs(spec.count) // days) * (1 if spec.count > 0 else -1), Grain.day)
    rough = spec.unit == "hour" or spec.count != 0  # minutes later is the same day; hours later may be the next
    return Answer("TIME", f"{value_of(span)}TXX:XX", replace(span, approximate=rough), "relative")


@resolves(Clock)
def _clock(spec: Clock, anchors: Anchors) -> Answer:
    if spec.day is not None:
        answer = resolve(spec.day, anchors)
    else:
        day, known = anchors.day("previous" if anchors.narrative or anchors.reached_near else "published")
        if day is None or known > Grain.day:
            day, known = (None if anchors.narrative else anchors.published), Grain.day
        answer = dated(unit_of(day, Grain.day), "relative") if day else Answer("DATE", "XXXX-XX-XX", reason=NO_ANCHOR)
    value = f"{answer.value}T{spec.time}"
    when = answer.when
    if when is not None and spec.days == 2 and when.start is not None:
        night = (0, 1) if spec.day is not None else (-1, 0)  # that of the day told, else the one that ends on it
        when = DateSpan(when.start + night[0] * DAY, when.start + DAY + night[1] * DAY, Grain.day)
    return replace(answer, type="TIME", value=value, when=when)
