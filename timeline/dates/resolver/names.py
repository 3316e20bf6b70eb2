"""Times with a name, which a table dates: periods, terms of leaders, holidays."""

import datetime as dt
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
