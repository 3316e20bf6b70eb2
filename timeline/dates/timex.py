"""Timex: one time expression in a text, what it says and when that is."""

from dataclasses import dataclass

from timeline.dates.datespan import DateSpan
from timeline.dates.spec import TimeSpec

TYPES = ("DATE", "TIME", "DURATION", "SET")
CERTAINTIES = ("stated", "relative", "inferred", "named", "ambiguous")


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: `article.text[start:stop] == text`.

    `type`, `value` and `mod` are those of TIMEX3; `when` is what a timeline needs, None where the words give no date, and then
    `reason` says why. `readings` holds both days of an ambiguous numeric date (3/4/2014).
    Source: TimeML 1.2.1.
    """

    start: int
    stop: int
    text: str
    spec: TimeSpec
    rule: str
    type: str
    value: str
    when: DateSpan | None
    certainty: str = "stated"
    mod: str = ""
    reason: str = ""
    readings: tuple[DateSpan, ...] = ()
    named: DateSpan | None = None  # the days that its words name, where a since or until before it opens them
