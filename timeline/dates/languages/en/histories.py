"""What only a history dates by: the former king, at that time, the spring offensive, a march by night."""

import re

from timeline.dates.languages.en import words as w
from timeline.dates.rules import Rulebook, finds
from timeline.dates.spec import Calendar, Repeating, TimeSpec, Vague

RULES = Rulebook("en", histories=True)


@RULES.rule(
    r"former(?= (?!and\b)[\w-])|recent(?= [a-z])",
    finds("The [former] king fled after [recent] defeats.", "PAST_REF", narrative=True),
)
def former(m: re.Match[str]) -> TimeSpec:
    """What was so before."""
    return Vague("PAST_REF")


@RULES.rule(
    r"(?P<which>this|that|the same|the) (?P<unit>time|period)(?! (?:of|to|limit|frame|zone|table|bomb)\b)",
    finds("At [that time] the fort was lost.", "PAST_REF", narrative=True),
    finds("By [this time] the fort was lost.", "PRESENT_REF", narrative=True),
    after=r"(?:at|by|during|throughout|around|about|in|from|since|until|before|after|over) ",
)
def this_time(m: re.Match[str]) -> TimeSpec:
    """The time of which the story tells."""
    return Vague("PRESENT_REF" if m["which"].lower() == "this" and m["unit"].lower() == "time" else "PAST_REF")


@RULES.rule(
    r"(?P<season>(?:spring|summer|autumn|winter)(?! (?:war|palace|olympics|games|institute|school|college|university|house|hotel|park|"
    r"garden|solstice)\b)|fall(?= (?:campaign|offensive|elections?|fighting|harvest|season|rains)\b))",
    finds("A second [winter] campaign failed.", "XXXX-WI", narrative=True),
    finds("A second [fall] campaign failed after the fall of the fort.", "XXXX-FA", narrative=True),
)
def bare_season(m: re.Match[str]) -> TimeSpec:
    """A season alone, wherever it stands."""
    return Calendar(cycle=w.CYCLES[m["season"].lower()])


@RULES.rule(
    r"(?P<part>night|daytime)(?:-?time)?(?=[ .,;)-](?!club|mare|life))",
    finds("They marched at [night].", "XXXX-XX-XXTNI", narrative=True),
)
def by_night(m: re.Match[str]) -> TimeSpec:
    """By night, in daytime."""
    return Repeating(f"XXXX-XX-XXT{w.DAY_PARTS[m['part'].lower()]}")


@RULES.rule(
    r"(?:a (?:very )?(?:short|long)|some) (?:period of )?time|the time being",
    finds("They held it for [a short time].", "PAST_REF", narrative=True),
    after=r"(?:for|after|in|within) ",
)
def some_time(m: re.Match[str]) -> TimeSpec:
    """A short time, a long time, the time being."""
    return Vague("PRESENT_REF" if m.group().lower().endswith("being") else "PAST_REF")
