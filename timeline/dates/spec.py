"""TimeSpec: what an expression says before anyone knows a date; a small closed family."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# What a relative expression counts from: the day of publication, the date reached, or an event told beside it ("the day after the coup").
Base = Literal["published", "previous", "event"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place in the calendar; parts that the words leave out are None.

    `cycle` is a part of a year as TIMEX3 writes it (Q1–Q4, H1, H2, SP, SU, FA, WI), or Q for the quarter
    under discussion. `decade` 199 is the 1990s, `century` 17 is 1700–1799.
    A `year` below 1 is before our era: −479 is 480 BC; a `decade` below 0 is too. `weekday` and `nth` are a day of the month, −1 its last.
    `which` is −1 for "last May", 0 "this", 1 "next". `of` gives the year ("March of last year").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    cycle: str = ""
    decade: int | None = None
    century: int | None = None
    weekday: int | None = None
    nth: int = 0
    fiscal: bool = False
    which: int | None = None
    of: TimeSpec | None = None


@dataclass(frozen=True, slots=True)
class Numeric:
    """A numeric date whose order is open (3/4/2014): two numbers that are day and month in one order or the other."""

    first: int
    second: int
    year: int


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: `time` as TIMEX3 writes it after the T (09:30, MO, NI); `day` None is the day reached.

    A night may touch 2 `days`: that of `day` the one after it too, overnight the day before the one reached.
    """

    time: str
    day: TimeSpec | None = None
    days: int = 1


@dataclass(frozen=True, slots=True)
class Weekday:
    """A named day, 1 Monday to 7 Sunday, 8 the weekend; `which` −1 last, 0 this, 1 next; `week` counts weeks from the present one."""

    day: int
    which: int | None = None
    week: TimeSpec | None = None
    base: Base = "published"


@dataclass(frozen=True, slots=True)
class Offset:
    """So many units after (or, below 0, before) a base; `aligned` ones are those of the calendar ("last year").

    `count` None is vague ("a few days ago") and `later` says which way. `of` is counted from instead of the base.
    """

    unit: str
    count: float | None
    base: Base = "published"
    aligned: bool = False
    later: bool = False
    of: TimeSpec | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a span: `which` is TIMEX3's mod, START, MID or END (thirds), BEFORE or AFTER, APPROX; or H1 or H2, a half."""

    which: str
    of: TimeSpec


@dataclass(frozen=True, slots=True)
class Between:
    """From the start of one to the end of the other."""

    first: TimeSpec
    last: TimeSpec


@dataclass(frozen=True, slots=True)
class Open:
    """Since `of` on, until it, before or after it."""

    side: Literal["since", "until", "before", "after"]
    of: TimeSpec


@dataclass(frozen=True, slots=True)
class Named:
    """A period that a table dates (World War II, Trump's first term), or a holiday of some year.

    `office` tells which of a leader's offices is meant, "" where the words do not say.
    """

    name: str
    table: Literal["period", "term", "holiday"] = "period"
    of: TimeSpec | None = None
    which: int | None = None
    term: int | None = None
    office: str = ""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; `side` says where it lies if the words tell: "for years" ends at the anchor, "the next two years" begins there."""

    unit: str
    count: float | None
    mod: str = ""
    side: Literal["", "before", "after"] = ""
    of: Base = "published"
    extra: tuple[str, float] | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Repeating:
    """A set of times (nightly, every Friday); `value` as TIMEX3 writes it."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """A reference without a date (now, recently, the future); `value` as TIMEX3 writes it."""

    value: str


TimeSpec = Calendar | Numeric | Clock | Weekday | Offset | Part | Between | Open | Named | Duration | Repeating | Vague
