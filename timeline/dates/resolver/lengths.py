"""Lengths, sets and what is vague."""

import math
from dataclasses import replace

from timeline.dates.datespan import DateSpan
from timeline.dates.grain import Grain
from timeline.dates.resolver.answer import NO_ANCHOR, Anchors, Answer, resolves
from timeline.dates.resolver.units import CLOCK, DAY, LETTERS, MONTHS, UNITS, add_months, unit_of, value_of
from timeline.dates.spec import Duration, Repeating, Vague


@resolves(Duration)
def _duration(spec: Duration, anchors: Anchors) -> Answer:
    value = iso_length(spec.unit, spec.count)
    if spec.extra:
        value += iso_length(*spec.extra).removeprefix("P")
    answer = Answer("DURATION", value, mod=spec.mod, reason="is a length of time without a place in the calendar")
    if spec.side and spec.count is not None and spec.unit == "hour":  # the past 24 hours reach back a day
        spec = replace(spec, unit="day", count=math.ceil(spec.count / 24))
    if not spec.side or spec.count is None or spec.unit not in UNITS:
        return answer
    day, known = anchors.day("published")
    if day is None or known > UNITS[spec.unit]:
        return replace(answer, reason=NO_ANCHOR)
    grain = min(UNITS[spec.unit], Grain.year)
    months = MONTHS.get(spec.unit)
    sign = -1 if spec.side == "before" else 1
    other = (
        add_months(day, round(sign * spec.count * months))
        if months
        else day + DAY * round(sign * spec.count * (7 if grain is Grain.week else 1))
    )
    early, late = unit_of(min(day, other), grain), unit_of(max(day, other), grain)
    span = DateSpan(early.start, None if spec.open else late.stop, grain, approximate=True)
    if spec.count == 1 and spec.unit in ("month", "year") and spec.side == "before" and not spec.open:
        # "The past year" has a date as its value in TimeML, but its days are the twelve months up to now.
        return replace(answer, type="DATE", value=value_of(early), when=span, certainty="relative", reason="")
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
    if unit in CLOCK:
        return f"PT{amount}{CLOCK[unit]}"
    return f"P{amount}{LETTERS.get(unit, 'Y')}"


@resolves(Repeating)
def _repeating(spec: Repeating, anchors: Anchors) -> Answer:
    return Answer("SET", spec.value, reason="says how often, not when")


@resolves(Vague)
def _vague(spec: Vague, anchors: Anchors) -> Answer:
    return Answer("DATE", spec.value, reason="names no date")
