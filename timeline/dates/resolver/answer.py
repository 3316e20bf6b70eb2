"""What a spec means and what it is counted from, and the register of the functions that reckon it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from timeline.dates.datespan import DateSpan
from timeline.dates.grain import Grain
from timeline.dates.resolver.units import value_of
from timeline.dates.spec import Base, TimeSpec

NO_ANCHOR = "counts from the day of publication, which is not known"
BEFORE_ERA = "lies before the year 1, which a calendar date cannot hold"
NO_EVENT = "counts from an event told beside it"
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
    yearly: bool = False  # whether a month, season or weekday is that of every year or week
    era: int | None = None  # the year before our era, 0 or less, that a history has reached
    ahead: int | None = None  # the year that the text gives next
    told: bool = False  # whether the past tense stands right before
    will: bool = False  # whether the sentence says what will be, and nothing nearer says otherwise

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


Resolver = Callable[[Any, Anchors], Answer]
_RESOLVERS: dict[type, Resolver] = {}


def resolves(spec: type) -> Callable[[Resolver], Resolver]:
    """Registers the decorated function as the one that reckons specs of this kind."""

    def add(function: Resolver) -> Resolver:
        _RESOLVERS[spec] = function
        return function

    return add


def resolve(spec: TimeSpec, anchors: Anchors) -> Answer:
    """What a spec means, counted from the anchors; never fails: what cannot be dated has a `reason`."""
    try:
        return _RESOLVERS[type(spec)](spec, anchors)
    except (OverflowError, ValueError):
        return Answer("DATE", "", reason="lies outside the years 1 to 9999, which is all a calendar date can hold")


def dated(span: DateSpan, certainty: str = "stated", mod: str = "") -> Answer:
    return Answer("DATE", value_of(span), span, certainty, mod)


def implied(answer: Answer, certainty: str) -> Answer:
    """The answer with a year that the words do not give."""
    span = answer.when
    when = span and DateSpan(span.start, span.stop, span.grain, span.approximate, "year")
    return Answer(answer.type, answer.value, when, certainty, answer.mod, answer.reason, answer.readings)


def before_era(answer: Answer) -> int | None:
    """The year of an answer that lies before our era: 0 for 1 BC, −479 for 480 BC."""
    digits = answer.value[2:6]
    return 1 - int(digits) if answer.value.startswith("BC") and len(digits) == 4 and digits.isdecimal() else None
