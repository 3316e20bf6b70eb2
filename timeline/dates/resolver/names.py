"""Times with a name, which a table dates: periods, terms of leaders, holidays."""

import datetime as dt
from dataclasses import replace
from functools import cache

from timeline import knowledge
from timeline.dates.datespan import DateSpan
from timeline.dates.grain import Grain
from timeline.dates.resolver.answer import NO_ANCHOR, Anchors, Answer, resolve, resolves
from timeline.dates.resolver.calendar_dates import year_near
from timeline.dates.resolver.units import DAY, value_of
from timeline.dates.spec import Calendar, Named


@resolves(Named)
def _named(spec: Named, anchors: Anchors) -> Answer:
    if spec.table == "holiday":
        return _holiday(spec, anchors)
    if spec.table == "term":
        return _term(spec, anchors)
    period = knowledge.period_forms().get(spec.name) or knowledge.bound_period_forms()[spec.name]
    span = DateSpan(period.start, period.stop, Grain[period.grain])
    return Answer("DATE", value_of(span) if span.is_unit else span.edtf, span, "named")


def _term(spec: Named, anchors: Anchors) -> Answer:
    """A leader's numbered term, else the time in office without a break.

    Of several times in office, and of several leaders who bear a name, it is the one that holds the date reached, else the last
    before publication; which of them is meant is then not sure, and the span is rough.
    """
    rows = [row for row in knowledge.leader_forms()[spec.name] if anchors.published is None or row.start <= anchors.published]
    rows = [row for row in rows if spec.term in (None, row.term)]
    rows = [row for row in rows if row.office == spec.office] or rows
    if not rows:
        return Answer("DATE", "", reason=f"the table of leaders has no such term of {spec.name}")
    times = [[rows[0]]]
    for row in rows[1:]:
        before = times[-1][-1]
        goes_on = (row.name, row.office, row.start) == (before.name, before.office, before.stop) and spec.term is None
        times[-1:] = [[*times[-1], row]] if goes_on else [times[-1], [row]]
    day = anchors.reached.start if anchors.reached else None
    held = next((time for time in times if day and time[0].start <= day and (time[-1].stop is None or day < time[-1].stop)), None)
    first, *_, last = [*(held or times[-1]), (held or times[-1])[-1]]
    span = DateSpan(first.start, last.stop, max(Grain[first.grain], Grain[last.grain]), approximate=held is None and len(times) > 1)
    return Answer("DATE", replace(span, approximate=False).edtf, span, "named")


@cache
def _rows_of_holiday(name: str) -> list[knowledge.Holiday]:
    return [row for row in knowledge.holidays() if name in (row.name, *row.aliases)]


def _holiday(spec: Named, anchors: Anchors) -> Answer:
    rows = _rows_of_holiday(spec.name)
    year: int | None = None
    certainty, implied = "named", ""
    if spec.of is not None:
        answer = resolve(spec.of, anchors)
        year = answer.when.start.year if answer.when and answer.when.start else None
    elif rows:
        day, _ = anchors.day("previous" if anchors.narrative or anchors.reached_near else "published")
        if day is not None:
            month = Calendar(month=rows[0].month, day=rows[0].day, which=spec.which)
            year, implied = year_near(month, day, anchors.narrative, anchors), "year"
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
