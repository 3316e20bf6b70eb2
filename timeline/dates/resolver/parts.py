"""Parts of a span, ranges and spans with an open end."""

import datetime as dt
from dataclasses import replace

from timeline.dates.datespan import DateSpan
from timeline.dates.grain import Grain
from timeline.dates.resolver.answer import Anchors, Answer, resolve, resolves
from timeline.dates.resolver.units import DAY, half, opened, third, unit_of, value_of
from timeline.dates.spec import Between, Offset, Open, Part


@resolves(Part)
def _part(spec: Part, anchors: Anchors) -> Answer:
    answer = resolve(spec.of, anchors)
    span = answer.when
    if spec.which in ("H1", "H2"):
        mod = "START" if spec.which == "H1" else "END"
        return replace(answer, mod=mod, when=half(span, spec.which) if span and span.start and span.stop else span)
    if span is not None and span.start is not None and span.stop is None and spec.which == "FIRST":
        span = replace(span, stop=span.start + DAY)
    if span is None or span.start is None or span.stop is None:
        return replace(answer, mod=spec.which)
    if spec.which in ("FIRST", "LAST"):
        if span.grain is not Grain.day:
            return replace(answer, when=None, reason=f"the table knows this only to the {span.grain}")
        day = unit_of(span.start if spec.which == "FIRST" else span.stop - DAY, Grain.day)
        return replace(answer, value=value_of(day), when=day)
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


def between(first: Answer, last: Answer) -> DateSpan | None:
    """From the start of one to the end of the other, if both are known and in this order."""
    a, b = first.when, last.when
    if a is None or b is None or a.start is None or b.stop is None or b.stop <= a.start:
        return None
    implied = "+".join(dict.fromkeys(part for span in (a, b) for part in span.implied.split("+") if part))
    return DateSpan(a.start, b.stop, min(a.grain, b.grain), a.approximate or b.approximate, implied)


@resolves(Between)
def _between(spec: Between, anchors: Anchors) -> Answer:
    first, last = resolve(spec.first, anchors), resolve(spec.last, anchors)
    return replace(first, when=between(first, last) or first.when)


@resolves(Open)
def _open(spec: Open, anchors: Anchors) -> Answer:
    answer = resolve(spec.of, anchors)
    return replace(answer, when=opened(answer.when, spec.side)) if answer.when else answer
