"""TimeSpec: what an expression says before anyone knows a date; a small closed family."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


Direction = Literal["", "past", "future"]
Base = Literal["published", "previous"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place in the calendar; parts that the words leave out are None.

    `cycle` is a part of a year as TIMEX3 writes it: Q1–Q4, H1, H2, SP, SU, FA, WI, or plain Q, H. `decade` 199 is the 1990s,
    `century` 17 is 1700–1799; a two-digit decade ("the nineties") is kept in `short`.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    cycle: str = ""
    decade: int | None = None
    century: int | None = None
    weekday: int | None = None
    fiscal: bool = False
    direction: Direction = ""


@dataclass(frozen=True, slots=True)
class Numeric:
    """A numeric date whose order is not certain (3/4/2014): `first` and `second` are day and month or month and day."""

    first: int
    second: int
    year: int | None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day on a day: `time` as TIMEX3 writes it after the T (`09:30`, `MO`, `AF`, `EV`, `NI`); `day` None is the day reached."""

    time: str
    day: TimeSpec | None = None
    spread: int = 1  # days it touches: 2 for overnight


@dataclass(frozen=True, slots=True)
class Weekday:
    """A named day, 1 Monday to 7 Sunday, 6.5 is a weekend; `which` −1 last, 0 this, 1 next, None bare."""

    day: int
    which: int | None = None
    base: Base = "published"
    direction: Direction = ""


@dataclass(frozen=True, slots=True)
class Offset:
    """So many units before (−) or after (+) a base: "last year" is −1 whole year, "two years ago" −2 counted from the day.

    `aligned` units are those of the calendar. `count` None is vague ("a few days ago"). `past` says which way a vague one goes.
    """

    unit: str
    count: float | None
    base: Base = "published"
    aligned: bool = False
    past: bool = True
    approximate: bool = False
    of: TimeSpec | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a span: `which` is START, MID or END as TIMEX3's mod."""

    which: str
    of: TimeSpec


@dataclass(frozen=True, slots=True)
class Between:
    """From the start of one to the end of another."""

    first: TimeSpec
    last: TimeSpec


@dataclass(frozen=True, slots=True)
class Open:
    """`side` since: from `of` on; until: up to `of`; before, after: outside `of`."""

    side: Literal["since", "until", "before", "after"]
    of: TimeSpec


@dataclass(frozen=True, slots=True)
class Named:
    """A period that a table dates: World War II, Trump's first term, Easter."""

    name: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; `ends` says where it lies if the words tell: at the anchor ("for years"), or nowhere."""

    value: str
    unit: str
    count: float | None = None
    mod: str = ""
    placed: Literal["", "before", "after"] = ""


@dataclass(frozen=True, slots=True)
class Repeating:
    """A set of times: nightly, every Friday; `value` as TIMEX3 writes it."""

    value: str
    every: str = ""


@dataclass(frozen=True, slots=True)
class Vague:
    """A reference without a date: now, recently, in the future; `value` as TIMEX3 writes it."""

    value: str


TimeSpec = Calendar | Numeric | Clock | Weekday | Offset | Part | Between | Open | Named | Duration | Repeating | Vague
