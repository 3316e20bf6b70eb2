"""Parts of a unit that counts from another date: earlier this year, the end of the month, year-end, the rest of the week."""

import re

from timeline.dates.languages.en import words as w
from timeline.dates.rules import Rulebook, finds
from timeline.dates.spec import Base, Calendar, Offset, Part, TimeSpec

RULES = Rulebook("en")


@RULES.rule(
    r"(?:the )?(?P<rel>earlier|later)(?: in)? (?P<which>this|that|the same|the|the following|last|next) (?P<unit>day|week|weekend|month|"
    r"quarter|year|decade|century|summer|spring|autumn|fall|winter)",
    finds("It was signed [earlier this year].", "2024", when="2024-01-01~/2024-02-14~"),
    finds("In [May 1940] it fell; [later that year] it was retaken.", "1940"),
)
def earlier_later_in(m: re.Match[str]) -> TimeSpec:
    """Earlier or later in this unit: before or after the anchor."""
    which = " ".join(m["which"].lower().split())
    back = which == "the" and m["rel"].lower() == "earlier"
    base: Base = "published" if back or which in ("this", "last", "next") else "previous"
    count = {"last": -1, "next": 1, "the following": 1}.get(which, 0)
    unit = m["unit"].lower()
    of: TimeSpec = Calendar(cycle=w.CYCLES[unit], which=count) if unit in w.CYCLES else Offset(unit, count, base, aligned=True)
    if count:
        return Part("START" if m["rel"].lower() == "earlier" else "END", of)
    return Part("BEFORE" if m["rel"].lower() == "earlier" else "AFTER", of)


_AHEAD = re.compile(r"\b(?:will|likely|due|expected|hopes?|plans?|aims?|should|may|(?:is|are) to)\b[^.;\n]*\Z", re.IGNORECASE)


_PARTS = {
    "beginning": "START", "start": "START", "first part": "START", "middle": "MID",
    "first half": "H1", "second half": "H2", "latter half": "H2",
}  # fmt: skip


@RULES.rule(
    r"(?P<part>early|late)(?: on)? in the (?P<unit>week|month|year|decade|century)",
    finds("It was dry [late in the year].", "2024"),
)
def early_late_in(m: re.Match[str]) -> TimeSpec:
    """Early or late in the year."""
    return Part("START" if m["part"].lower() == "early" else "END", Offset(m["unit"].lower(), 0, "previous", aligned=True))


@RULES.rule(
    r"(?:the )?(?P<part>end|close|beginning|start|middle|latter part|first part|first half|second half|latter half|rest|remainder|"
    r"balance) of "
    r"(?P<which>the|this|last|next|that|the following|the same) "
    r"(?P<unit>day|week|month|quarter|year|decade|century|summer|winter|spring|autumn|season)(?!s)",
    finds("The deal expires at [the end of the year].", "2024", when="2024-09~/2024-12~"),
    finds("The deal expired at [the end of last month].", "2024-01"),
    finds("It sank in [1998]. They will meet in [the middle of the year].", "2024"),
    finds("They will stay for [the rest of the year].", "2024", when="2024-02-14~/2024-12-31~"),
)
def end_of_unit(m: re.Match[str]) -> TimeSpec | None:
    """The beginning, middle or end of a unit."""
    which, unit = " ".join(m["which"].lower().split()), m["unit"].lower()
    if unit == "season":
        return None
    part = {
        "beginning": "START",
        "start": "START",
        "first part": "START",
        "first half": "H1",
        "second half": "H2",
        "latter half": "H2",
        "middle": "MID",
        "rest": "AFTER",
        "remainder": "AFTER",
        "balance": "AFTER",
    }.get(" ".join(m["part"].lower().split()), "END")
    count = {"last": -1, "next": 1, "the following": 1}.get(which, 0)
    if which == "the" and _AHEAD.search(m.string, max(0, m.start() - 100), m.start()):
        which = "this"
    if unit in w.CYCLES:
        return Part(part, Calendar(cycle=w.CYCLES[unit], which=count if which != "the" else None))
    return Part(
        part, Offset(unit, count, "previous" if which in ("that", "the following", "the same", "the") else "published", aligned=True)
    )


@RULES.rule(
    r"(?P<unit>year|month|week|quarter)(?:'s)?[- ]end|the (?P<unit2>year|month|quarter)'s end|mid-?(?P<mid>year|month|week|decade|century)",
    finds("Talks end by [year-end].", "2024"),
    finds("Talks end by [midyear].", "2024", when="2024-05~/2024-08~"),
)
def year_end(m: re.Match[str]) -> TimeSpec:
    """The end or the middle of the year, month or week."""
    unit = (m["unit"] or m["unit2"] or m["mid"]).lower()
    return Part("MID" if m["mid"] else "END", Offset(unit, 0, "previous", aligned=True))


@RULES.rule(
    r"the (?P<whole>(?:full|fiscal|whole|entire|current) )?(?P<unit>(?-i:year|month|week))(?= ?[,.;:)]| (?:to|as|was|were|is|has|had|would|"
    r"could)\b)",
    finds("For [the week], the index dropped.", "2024-W07"),
    finds("Sales for [the full year] were down.", "2024"),
    after=r"(?:for|throughout|during|over) ",
)
def the_running_unit(m: re.Match[str]) -> TimeSpec:
    """For the week, throughout the year: the one that is running."""
    return Offset(m["unit"].lower(), 0, aligned=True)
