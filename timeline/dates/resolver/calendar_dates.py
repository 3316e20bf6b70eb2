"""Places in the calendar: a year, a month, a day, a season, and the year that the words leave out."""

import calendar
import datetime as dt
from dataclasses import replace

from timeline.dates.datespan import DateSpan
from timeline.dates.grain import Grain
from timeline.dates.resolver.answer import BEFORE_ERA, NO_ANCHOR, Anchors, Answer, before_era, dated, implied, resolve, resolves
from timeline.dates.resolver.units import CYCLES, add_months, unit_of
from timeline.dates.spec import Calendar, Numeric, Offset

_SOON = -9  # months; a January told after an October of a report is that of the next year


@resolves(Calendar)
def _calendar(spec: Calendar, anchors: Anchors) -> Answer:
    if spec.year is not None and spec.year < 1:
        return _before_era(spec)
    if spec.century is not None:
        if spec.century < 1:
            return Answer("DATE", f"BC{-spec.century - 1:02d}", reason=BEFORE_ERA)
        return dated(unit_of(dt.date(spec.century * 100, 1, 1), Grain.century))
    if spec.decade is not None and spec.decade < 1:
        return Answer("DATE", f"BC{-spec.decade:03d}", reason=BEFORE_ERA)
    if spec.decade is not None:
        return dated(unit_of(dt.date(spec.decade * 10, 1, 1), Grain.decade))
    if spec.of is not None:
        # "In July this year" is said by who writes, in a history too.
        writes = anchors.published is not None and isinstance(spec.of, Offset) and spec.of.base == "published"
        year = resolve(spec.of, replace(anchors, narrative=False) if writes else anchors)
        if (era := before_era(year)) is not None:
            return _before_era(replace(spec, of=None, year=era))
        if year.when is None or year.when.start is None:
            return replace(year, value=_unknown_year(spec))
        if spec.day and not spec.month:  # the 27th of that month
            answer = _in_year(replace(spec, month=year.when.start.month), year.when.start.year)
            return replace(answer, certainty=year.certainty)
        answer = _in_year(spec, year.when.start.year + _years_on(spec, anchors))
        return replace(answer, certainty=year.certainty)
    if spec.cycle == "Q":
        quarter = anchors.quarter and anchors.quarter.start
        spec = replace(spec, cycle=f"Q{(quarter.month + 2) // 3}" if quarter else "")
    if spec.year is not None:
        return _in_year(spec, spec.year)
    return _without_year(spec, anchors)


def _years_on(spec: Calendar, anchors: Anchors) -> int:
    """For "the following May" 1 if the date reached lies in or after May of its year; for "the previous May" −1 if in or before it."""
    reached = anchors.reached
    if not spec.which or not spec.month:
        return 0
    if reached is None or reached.start is None or reached.grain > Grain.season:
        return spec.which if reached is not None else 0
    return spec.which if (spec.month - reached.start.month) * spec.which <= 0 else 0


def _before_era(spec: Calendar) -> Answer:
    assert spec.year is not None
    value = f"BC{1 - spec.year:04d}" + (f"-{spec.month:02d}" if spec.month else f"-{spec.cycle}" if spec.cycle else "")
    value += f"-{spec.day:02d}" if spec.month and spec.day else ""
    return Answer("DATE", value, reason=BEFORE_ERA)


def _in_year(spec: Calendar, year: int) -> Answer:
    if spec.month and spec.weekday:
        return _nth_weekday(spec, year)
    if spec.month and spec.day:
        if spec.day > 28 and spec.day > calendar.monthrange(year, spec.month)[1]:
            value = f"{year:04d}-{spec.month:02d}"
            return Answer("DATE", value, reason=f"{value}-{spec.day:02d} is not a day of the calendar")
        return dated(unit_of(dt.date(year, spec.month, spec.day), Grain.day))
    if spec.month:
        return dated(unit_of(dt.date(year, spec.month, 1), Grain.month))
    if spec.cycle:
        month, grain = CYCLES[spec.cycle]
        answer = dated(unit_of(dt.date(year, month, 1), grain))
    else:
        answer = dated(unit_of(dt.date(year, 1, 1), Grain.year))
    return replace(answer, when=replace(answer.when, approximate=True)) if spec.fiscal and answer.when else answer


def _nth_weekday(spec: Calendar, year: int) -> Answer:
    """The second Sunday of a month, or its last."""
    assert spec.month and spec.weekday
    days = calendar.monthrange(year, spec.month)[1]
    found = [day for day in range(1, days + 1) if dt.date(year, spec.month, day).isoweekday() == spec.weekday]
    if spec.nth > len(found):
        return Answer("DATE", f"{year:04d}-{spec.month:02d}", reason=f"{year:04d}-{spec.month:02d} has no fifth one")
    return dated(unit_of(dt.date(year, spec.month, found[spec.nth - (spec.nth > 0)]), Grain.day))


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
    if anchors.narrative and anchors.era is not None and (spec.month or spec.cycle):
        return _before_era(replace(spec, year=anchors.era))
    if anchors.yearly:
        return Answer("DATE", _unknown_year(spec), reason="comes every year, and none is meant")
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
        if spec.weekday:
            return _day_on_weekday(spec, day, anchors.direction)
        if narrative and known > Grain.month:
            return Answer("DATE", _unknown_year(spec), reason="is a day of a month that nothing tells")
        base = anchors.reached.start if anchors.reached and anchors.reached.start and known <= Grain.month else day
        return implied(_in_year(Calendar(month=base.month, day=spec.day), base.year), "inferred")
    if spec.cycle in ("SP", "SU", "FA", "WI") and spec.which is not None:
        return implied(_which_season(spec, day), "relative")
    if spec.which == 0:
        return implied(_in_year(spec, day.year), "relative")
    if spec.fiscal and not narrative:
        return implied(_in_year(spec, day.year), "inferred")
    if spec.cycle.startswith("Q") and not narrative:
        return implied(_nearest_quarter(spec, day), "inferred")
    year = year_near(spec, day, narrative and spec.which is None, anchors)
    answer = _in_year(spec, year)
    return answer if answer.when is None else implied(answer, "relative" if spec.which is not None else "inferred")


def _day_on_weekday(spec: Calendar, near: dt.date, direction: str) -> Answer:
    """Monday the 16th: the day of that number that is a Monday and lies nearest in the right direction."""
    first = near.replace(day=1)
    months = [add_months(first, k) for k in range(-12, 13)]
    days = [month.replace(day=spec.day or 1) for month in months if (spec.day or 1) <= calendar.monthrange(month.year, month.month)[1]]
    fit = [day for day in days if day.isoweekday() == spec.weekday]
    way = [day for day in fit if (day >= near if direction == "future" else day <= near)] if direction else fit
    return implied(dated(unit_of(min(way or fit, key=lambda day: abs(day - near)), Grain.day)), "inferred")


def _looks_back(spec: Calendar, reached: DateSpan | None) -> bool:
    """Whether a month comes earlier in the year than the one reached: "October 2022 … September" leaves it, "… January" goes on."""
    if reached is None or reached.start is None or reached.grain > Grain.month:
        return False
    return _SOON < (spec.month or CYCLES.get(spec.cycle, (12, None))[0]) - reached.start.month < 0


def year_near(spec: Calendar, day: dt.date, narrative: bool, anchors: Anchors) -> int:
    """The year in which a month, day or season lies nearest to the anchor in the right direction."""
    month = spec.month or CYCLES[spec.cycle][0]
    if narrative:
        turn = -6 if anchors.ahead is None else -4 if anchors.ahead > day.year else -12  # so far back is the next year's, if it may be
        turn = turn if anchors.narrative else _SOON + 1
        known_to_month = anchors.reached is not None and anchors.reached.grain <= Grain.season
        if known_to_month and month - day.month < turn:
            return day.year + 1
        return day.year - 1 if spec.cycle == "WI" and day.month < 3 else day.year
    key, now = (month, spec.day or 0), (day.month, day.day if spec.day else 0)
    if spec.which == -1:
        return day.year if key < now else day.year - 1
    if spec.which == 1:
        return day.year if key > now else day.year + 1
    away = (month - day.month) * 30 + (spec.day - day.day if spec.day else 0)
    ahead, behind = away % 365, -away % 365
    if anchors.told and ahead > 14:
        direction = "past"
    elif anchors.will and behind > 21:
        direction = "future"
    elif spec.day and min(ahead, behind) <= 60:  # a day of the last or next weeks is the nearest, whatever the tense
        direction = "future" if ahead < behind else "past"
    else:
        direction = anchors.direction or ("future" if ahead <= 60 and not spec.cycle else "past")
    if direction == "future":
        return day.year if key >= now else day.year + 1
    return day.year if key <= now else day.year - 1


@resolves(Numeric)
def _numeric(spec: Numeric, anchors: Anchors) -> Answer:
    month_first = _in_year(Calendar(spec.year, spec.first, spec.second), spec.year)
    day_first = _in_year(Calendar(spec.year, spec.second, spec.first), spec.year)
    if anchors.day_first is not None:
        return day_first if anchors.day_first else month_first
    assert month_first.when and day_first.when
    readings = tuple(sorted((month_first.when, day_first.when), key=lambda span: span.start or dt.date.min))
    both = DateSpan(readings[0].start, readings[1].stop, Grain.day, approximate=True)
    return replace(month_first, when=both, certainty="ambiguous", readings=readings)
