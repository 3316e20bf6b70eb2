"""The resolver: the one place with calendar arithmetic; it turns what words say into days, counting from given anchors."""

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from timeline import knowledge
from timeline.dates.datespan import DateSpan
from timeline.dates.grain import Grain, next_unit
from timeline.dates.spec import (
    Base,
    Between,
    Calendar,
    Clock,
    Duration,
    Named,
    Numeric,
    Offset,
    Open,
    Part,
    Repeating,
    TimeSpec,
    Vague,
    Weekday,
)

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
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
_LETTERS = {
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
_CLOCK = {"second": "S", "minute": "M", "hour": "H"}

NO_ANCHOR = "counts from the day of publication, which is not known"
NO_REACHED = "counts from an earlier date, and there is none to count from"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a spec means: the TIMEX3 `type`, `value` and `mod`, and the days, if it has any, else the `reason` why not."""

    type: str
    value: str
    when: DateSpan | None = None
    certainty: str = "stated"
    mod: str = ""
    reason: str = ""
    readings: tuple[DateSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchors:
    """What a spec is counted from: the day of publication, the date reached, and which way the words near by point.

    `direction` is "past", "future" or "" where the words do not tell. `narrative` texts count from the date
    reached, others from publication.
    """

    published: dt.date | None
    reached: DateSpan | None = None
    narrative: bool = False
    direction: str = ""
    reached_near: bool = False
    day_first: bool | None = None
    quarter: DateSpan | None = None  # the quarter of a year that the text speaks of

    def day(self, base: Base) -> tuple[dt.date | None, Grain]:
        """The day to count from and how finely it is known."""
        if base == "previous" or self.narrative:
            span = self.reached
            if span is not None and (span.start or span.stop):
                start = span.start or span.stop
                assert start is not None
                return start, span.grain
            if self.narrative:
                return None, Grain.day
        return self.published, Grain.day


def resolve(spec: TimeSpec, anchors: Anchors) -> Answer:
    """What a spec means, counted from the anchors; never fails: what cannot be dated has a `reason`."""
    try:
        answer: Answer = _RESOLVERS[type(spec)](spec, anchors)
        return answer
    except (OverflowError, ValueError):
        return Answer("DATE", "", reason="lies outside the years 1 to 9999, which is all a calendar date can hold")


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


def _dated(span: DateSpan, certainty: str = "stated", mod: str = "") -> Answer:
    return Answer("DATE", value_of(span), span, certainty, mod)


# Calendar


def _calendar(spec: Calendar, anchors: Anchors) -> Answer:
    if spec.year is not None and spec.year < 1:
        return _before_era(spec)
    if spec.century is not None:
        if spec.century < 1:
            return Answer("DATE", f"BC{-spec.century - 1:02d}", reason="lies before the year 1, which a calendar date cannot hold")
        return _dated(unit_of(dt.date(spec.century * 100, 1, 1), Grain.century))
    if spec.decade is not None:
        return _dated(unit_of(dt.date(spec.decade * 10, 1, 1), Grain.decade))
    if spec.of is not None:
        year = resolve(spec.of, anchors)
        if year.when is None or year.when.start is None:
            return replace(year, value=_unknown_year(spec))
        answer = _in_year(spec, year.when.start.year)
        return replace(answer, certainty=year.certainty)
    if spec.year is not None:
        return _in_year(spec, spec.year)
    return _without_year(spec, anchors)


def _before_era(spec: Calendar) -> Answer:
    assert spec.year is not None
    value = f"BC{1 - spec.year:04d}" + (f"-{spec.month:02d}" if spec.month else f"-{spec.cycle}" if spec.cycle else "")
    return Answer("DATE", value, reason="lies before the year 1, which a calendar date cannot hold")


def _in_year(spec: Calendar, year: int) -> Answer:
    if spec.month and spec.day:
        if spec.day > calendar.monthrange(year, spec.month)[1]:
            name = f"{spec.day} {calendar.month_name[spec.month]} {year}"
            return Answer("DATE", f"{year:04d}-{spec.month:02d}", reason=f"{name} is not a day of the calendar")
        return _dated(unit_of(dt.date(year, spec.month, spec.day), Grain.day))
    if spec.month:
        return _dated(unit_of(dt.date(year, spec.month, 1), Grain.month))
    if spec.cycle:
        month, grain = CYCLES[spec.cycle]
        return _dated(unit_of(dt.date(year, month, 1), grain))
    answer = _dated(unit_of(dt.date(year, 1, 1), Grain.year))
    return replace(answer, when=replace(answer.when, approximate=True)) if spec.fiscal and answer.when else answer


def _nearest_quarter(spec: Calendar, day: dt.date) -> Answer:
    """The quarter of this name whose middle lies nearest, a day ahead counting for two: in November the third is this year's."""
    middle = CYCLES[spec.cycle][0] + 1

    def away(year: int) -> int:
        days = (dt.date(year, middle, 15) - day).days
        return 2 * days if days > 0 else -days

    return _in_year(spec, min((day.year, day.year - 1, day.year + 1), key=away))


def _which_season(spec: Calendar, day: dt.date) -> Answer:
    """Last, this or next summer, where winter runs over the turn of the year."""
    season = unit_of(day, Grain.season)
    assert season.start is not None
    first = CYCLES[spec.cycle][0]
    if season.start.month == first:
        return _in_year(spec, season.start.year + (spec.which or 0))
    ahead = dt.date(season.start.year, first, 1) > season.start
    if spec.which == -1:
        return _in_year(spec, season.start.year - ahead)
    return _in_year(spec, day.year + (spec.which == 1 and not ahead))


def _unknown_year(spec: Calendar) -> str:
    if spec.day and not spec.month:
        return f"XXXX-XX-{spec.day:02d}"
    if spec.month:
        return f"XXXX-{spec.month:02d}" + (f"-{spec.day:02d}" if spec.day else "")
    return f"XXXX-{spec.cycle}"


def _without_year(spec: Calendar, anchors: Anchors) -> Answer:
    """A month, day or season whose year comes from the date reached, or from publication and the tense."""
    narrative = anchors.narrative or (anchors.reached_near and spec.which is None and not _looks_back(spec, anchors.reached))
    day, _ = anchors.day("previous" if narrative else "published")
    if day is None and narrative:
        day = anchors.published if not anchors.narrative else None
    if day is None:
        return Answer(
            "DATE",
            _unknown_year(spec),
            reason="has no year, and nothing tells which" if narrative else NO_ANCHOR.replace("counts", "takes its year"),
        )
    if spec.day and not spec.month:
        known = anchors.reached.grain if anchors.reached else Grain.day
        base = anchors.reached.start if anchors.reached and anchors.reached.start and known <= Grain.month else day
        return replace(_implied(_in_year(replace(spec, month=base.month), base.year), "inferred"), certainty="inferred")
    if spec.cycle in ("SP", "SU", "FA", "WI") and spec.which is not None:
        return _implied(_which_season(spec, day), "relative")
    if spec.which == 0:
        return _implied(_in_year(spec, day.year), "relative")
    if spec.cycle.startswith("Q") and not narrative:
        return _implied(_nearest_quarter(spec, day), "inferred")
    year = _year_near(spec, day, narrative and spec.which is None, anchors)
    answer = _in_year(spec, year)
    return answer if answer.when is None else _implied(answer, "relative" if spec.which is not None else "inferred")


def _looks_back(spec: Calendar, reached: DateSpan | None) -> bool:
    """Whether a month comes earlier in the year than the one reached: "October 2022 … September" goes on to another year."""
    if reached is None or reached.start is None or reached.grain > Grain.month:
        return False
    return (spec.month or CYCLES.get(spec.cycle, (12, None))[0]) < reached.start.month


def _implied(answer: Answer, certainty: str) -> Answer:
    return replace(answer, certainty=certainty, when=answer.when and replace(answer.when, implied="year"))


def _year_near(spec: Calendar, day: dt.date, narrative: bool, anchors: Anchors) -> int:
    """The year in which a month, day or season lies nearest to the anchor in the right direction."""
    month = spec.month or CYCLES[spec.cycle][0]
    if narrative:
        away = month - day.month
        known_to_month = anchors.reached is not None and anchors.reached.grain < Grain.season
        if known_to_month and away < -6:
            return day.year + 1
        return day.year - 1 if spec.cycle == "WI" and day.month < 3 else day.year
    key, now = (month, spec.day or 0), (day.month, day.day if spec.day else 0)
    if spec.which == -1:
        return day.year if key < now else day.year - 1
    if spec.which == 1:
        return day.year if key > now else day.year + 1
    away = (month - day.month) * 30 + (spec.day - day.day if spec.day else 0)
    ahead, behind = away % 365, -away % 365
    if spec.day and min(ahead, behind) <= 60:  # a day of the last or next weeks is the nearest, whatever the tense
        direction = "future" if ahead < behind else "past"
    else:
        direction = anchors.direction or ("future" if ahead <= 60 and not spec.cycle else "past")
    if direction == "future":
        return day.year if key >= now else day.year + 1
    return day.year if key <= now else day.year - 1


def _numeric(spec: Numeric, anchors: Anchors) -> Answer:
    month_first = _in_year(Calendar(spec.year, spec.first, spec.second), spec.year)
    day_first = _in_year(Calendar(spec.year, spec.second, spec.first), spec.year)
    if anchors.day_first is not None:
        return day_first if anchors.day_first else month_first
    assert month_first.when and day_first.when
    readings = tuple(sorted((month_first.when, day_first.when), key=lambda span: span.start or dt.date.min))
    both = DateSpan(readings[0].start, readings[1].stop, Grain.day, approximate=True)
    return replace(month_first, when=both, certainty="ambiguous", readings=readings)


# What counts from an anchor


def _weekday(spec: Weekday, anchors: Anchors) -> Answer:
    value = "XXXX-WXX-WE" if spec.day == 8 else f"XXXX-WXX-{spec.day}"
    if spec.week is not None:
        week = resolve(spec.week, anchors)
        if week.when is None or week.when.start is None:
            return Answer("DATE", value, reason=week.reason)
        return _weekday_of(unit_of(week.when.start, Grain.week), spec.day)
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
    return _dated(unit_of(day + DAY * shift, Grain.day), "relative")


def _weekday_of(week: DateSpan, day: int) -> Answer:
    assert week.start is not None
    if day == 8:
        return Answer("DATE", f"{value_of(week)}-WE", DateSpan(week.start + 5 * DAY, week.stop, Grain.day), "relative")
    return _dated(unit_of(week.start + DAY * (day - 1), Grain.day), "relative")


def _weekend(spec: Weekday, day: dt.date, anchors: Anchors) -> Answer:
    week = unit_of(day, Grain.week)
    assert week.start is not None
    shift = spec.which or 0
    if spec.which is None:
        shift = 0 if anchors.direction == "future" or day.isoweekday() >= 6 else -1
    elif spec.which == -1 and day.isoweekday() == 7:
        shift = -1
    return _weekday_of(unit_of(week.start + 7 * DAY * shift, Grain.week), 8)


def _offset(spec: Offset, anchors: Anchors) -> Answer:
    if spec.count is None:
        return Answer("DATE", "FUTURE_REF" if spec.later else "PAST_REF", reason="does not say how long")
    if spec.of is not None:
        of = resolve(spec.of, anchors)
        day, known = (of.when.start, of.when.grain) if of.when else (None, Grain.day)
    else:
        day, known = anchors.day(spec.base)
    if day is None:
        reason = NO_REACHED if spec.base == "previous" or anchors.narrative else NO_ANCHOR
        return Answer("DATE", _unknown_unit(spec.unit), reason=reason)
    if spec.unit in _CLOCK:
        return _hours(spec, day, known)
    if spec.unit == "quarter" and spec.count == 0 and spec.base == "previous":
        quarter = anchors.quarter or unit_of(add_months(day, -3), Grain.quarter)
        return _dated(quarter, "relative")
    if spec.unit == "year" and abs(spec.count) == 1 and not spec.aligned and anchors.quarter is not None and anchors.quarter.start:
        return _dated(unit_of(add_months(anchors.quarter.start, 12 * int(spec.count)), Grain.quarter), "relative")
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
    grain = UNITS[unit]
    if known > grain:
        reason = f"counts in {unit}s from a date that is known only to the {known}"
        return Answer("DATE", _unknown_unit(unit), reason=reason)
    moved = (
        day + DAY * int(count) * (7 if unit in ("week", "weekend") else 1)
        if unit not in _MONTHS
        else add_months(unit_of(day, grain if spec.aligned and grain > Grain.month else Grain.day).start or day, int(count) * _MONTHS[unit])
    )
    span = unit_of(moved, grain)
    if not spec.aligned and grain > Grain.week:
        span = replace(span, approximate=True)
    return _dated(span, "relative")


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
    return Answer("TIME", f"{value_of(span)}TXX:XX", replace(span, approximate=True), "relative")


def _clock(spec: Clock, anchors: Anchors) -> Answer:
    if spec.day is not None:
        answer = resolve(spec.day, anchors)
    else:
        day, known = anchors.day("previous" if anchors.narrative or anchors.reached_near else "published")
        if day is None or known > Grain.day:
            day, known = (None if anchors.narrative else anchors.published), Grain.day
        answer = _dated(unit_of(day, Grain.day), "relative") if day else Answer("DATE", "XXXX-XX-XX", reason=NO_ANCHOR)
    value = f"{answer.value}T{spec.time}"
    when = answer.when
    if when is not None and spec.days == 2 and when.start is not None:
        when = DateSpan(when.start - DAY, when.stop, Grain.day)
    return replace(answer, type="TIME", value=value, when=when)


# Parts, ranges and names


def _part(spec: Part, anchors: Anchors) -> Answer:
    answer = resolve(spec.of, anchors)
    span = answer.when
    if span is None or span.start is None or span.stop is None:
        return replace(answer, mod=spec.which)
    if spec.which == "APPROX":
        return replace(answer, mod="APPROX", when=replace(span, approximate=True))
    if spec.which in ("BEFORE", "AFTER"):
        base = anchors.day("previous" if not isinstance(spec.of, Offset) else spec.of.base)[0]
        when = _side_of(span, spec.which, base)
        return replace(answer, mod=spec.which, when=when)
    return replace(answer, mod=spec.which, when=third(span, spec.which))


def _side_of(span: DateSpan, which: str, day: dt.date | None) -> DateSpan:
    """The part of a unit before or after a day in it: earlier this year."""
    assert span.start is not None and span.stop is not None
    if day is None or not span.start <= day < span.stop or span.grain is Grain.day:
        return replace(span, approximate=True)
    if which == "BEFORE":
        return DateSpan(span.start, day + DAY, Grain.day, approximate=True)
    return DateSpan(day, span.stop, Grain.day, approximate=True) if day < span.stop else span


def third(span: DateSpan, which: str) -> DateSpan:
    """The early, middle or late third of a unit: of a year by months, of a month 1–10, 11–20, 21–end, of a decade 0–3, 4–6, 7–9."""
    start, stop = span.start, span.stop
    assert start is not None and stop is not None
    k = ("START", "MID", "END").index(which)
    if span.grain is Grain.day:
        return span
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


def between(first: Answer, last: Answer) -> DateSpan | None:
    """From the start of one to the end of the other, if both are known and in this order."""
    a, b = first.when, last.when
    if a is None or b is None or a.start is None or b.stop is None or b.stop <= a.start:
        return None
    implied = "+".join(dict.fromkeys(part for span in (a, b) for part in span.implied.split("+") if part))
    return DateSpan(a.start, b.stop, min(a.grain, b.grain), a.approximate or b.approximate, implied)


def _between(spec: Between, anchors: Anchors) -> Answer:
    first, last = resolve(spec.first, anchors), resolve(spec.last, anchors)
    return replace(first, when=between(first, last) or first.when)


def _open(spec: Open, anchors: Anchors) -> Answer:
    answer = resolve(spec.of, anchors)
    return replace(answer, when=opened(answer.when, spec.side)) if answer.when else answer


def opened(span: DateSpan, side: str) -> DateSpan:
    """The span since, until, before or after another."""
    if side == "since":
        return replace(span, stop=None) if span.start else span
    if side == "until":
        return replace(span, start=None) if span.stop else span
    if side == "before":
        return DateSpan(None, span.start, span.grain, span.approximate, span.implied) if span.start else span
    return DateSpan(span.stop, None, span.grain, span.approximate, span.implied) if span.stop else span


def _named(spec: Named, anchors: Anchors) -> Answer:
    if spec.table == "holiday":
        return _holiday(spec, anchors)
    if spec.table == "term":
        return _term(spec, anchors)
    period = knowledge.period_forms().get(spec.name) or knowledge.bound_period_forms()[spec.name]
    span = DateSpan(period.start, period.stop, Grain[period.grain])
    return Answer("DATE", value_of(span) if span.is_unit else span.edtf, span, "named")


def _term(spec: Named, anchors: Anchors) -> Answer:
    """A leader's numbered term, else the last unbroken time in office; of several who bear a name, the last before publication."""
    rows = [row for row in knowledge.leader_forms()[spec.name] if anchors.published is None or row.start <= anchors.published]
    if spec.term is not None:
        rows = [row for row in rows if row.term == spec.term]
    if not rows:
        return Answer("DATE", "", reason=f"the table of leaders has no such term of {spec.name}")
    last = rows[-1]
    first = last
    for row in reversed(rows[:-1] if spec.term is None else []):
        if (row.name, row.office, row.stop) == (last.name, last.office, first.start):
            first = row
    span = DateSpan(first.start, last.stop, max(Grain[first.grain], Grain[last.grain]))
    return Answer("DATE", span.edtf, span, "named")


def _holiday(spec: Named, anchors: Anchors) -> Answer:
    rows = [row for row in knowledge.holidays() if spec.name in (row.name, *row.aliases)]
    year: int | None = None
    certainty, implied = "named", ""
    if spec.of is not None:
        answer = resolve(spec.of, anchors)
        year = answer.when.start.year if answer.when and answer.when.start else None
    elif rows:
        day, _ = anchors.day("previous" if anchors.narrative or anchors.reached_near else "published")
        if day is not None:
            month = Calendar(month=rows[0].month, day=rows[0].day, which=spec.which)
            year, implied = _year_near(month, day, anchors.narrative, anchors), "year"
    row = next((row for row in rows if row.year in (year, None)), None)
    if row is None or year is None:
        return Answer(
            "DATE",
            f"XXXX-{rows[0].month:02d}-{rows[0].day:02d}" if rows and rows[0].year is None else "XXXX-XX-XX",
            reason=NO_ANCHOR if year is None else f"the table of holidays does not reach {year}",
        )
    start = dt.date(year, row.month, row.day)
    span = DateSpan(start, start + DAY * row.days, Grain.day, row.approximate, implied)
    return Answer("DATE", start.isoformat() if row.days == 1 else span.edtf, span, certainty)


# Lengths, sets and the vague


def _duration(spec: Duration, anchors: Anchors) -> Answer:
    value = iso_length(spec.unit, spec.count)
    if spec.extra:
        value += iso_length(*spec.extra).removeprefix("P")
    answer = Answer("DURATION", value, mod=spec.mod, reason="is a length of time without a place in the calendar")
    if not spec.side or spec.count is None or spec.unit not in UNITS:
        return answer
    day, known = anchors.day("published")
    if day is None or known > UNITS[spec.unit]:
        return replace(answer, reason=NO_ANCHOR)
    grain = UNITS[spec.unit]
    months = _MONTHS.get(spec.unit)
    sign = -1 if spec.side == "before" else 1
    other = (
        add_months(day, round(sign * spec.count * months))
        if months
        else day + DAY * round(sign * spec.count * (7 if grain is Grain.week else 1))
    )
    early, late = unit_of(min(day, other), grain), unit_of(max(day, other), grain)
    span = DateSpan(early.start, None if spec.open else late.stop, grain, approximate=True)
    return replace(answer, when=span, certainty="relative", reason="")


def iso_length(unit: str, count: float | None) -> str:
    """A length as ISO 8601 writes it, with X for an unknown count; a decade is ten years, if counted."""
    if unit == "fortnight":
        unit, count = "week", None if count is None else count * 2
    if count is not None and unit in ("decade", "century", "millennium"):
        unit, count = "year", count * {"decade": 10, "century": 100, "millennium": 1000}[unit]
    if count is not None and unit == "year" and count == 0.5:
        unit, count = "month", 6
    if count is not None and unit == "hour" and count == 0.5:
        unit, count = "minute", 30
    amount = "X" if count is None else f"{count:g}" if count < 1e6 else str(int(count))
    if unit in _CLOCK:
        return f"PT{amount}{_CLOCK[unit]}"
    return f"P{amount}{_LETTERS.get(unit, 'Y')}"


def _repeating(spec: Repeating, anchors: Anchors) -> Answer:
    return Answer("SET", spec.value, reason="says how often, not when")


def _vague(spec: Vague, anchors: Anchors) -> Answer:
    return Answer("DATE", spec.value, reason="names no date")


_RESOLVERS: dict[type, Any] = {
    Calendar: _calendar, Numeric: _numeric, Weekday: _weekday, Offset: _offset, Clock: _clock, Part: _part, Between: _between,
    Open: _open, Named: _named, Duration: _duration, Repeating: _repeating, Vague: _vague,
}  # fmt: skip
