"""Weekdays and weekends: Friday, last Monday, Tuesday of last week, a week ago Monday, the weekend."""

import re

from timeline.dates.languages.en import words as w
from timeline.dates.languages.en.relative import SHIFT, base
from timeline.dates.rules import Rulebook, finds, ignores
from timeline.dates.spec import Calendar, Offset, TimeSpec, Weekday

RULES = Rulebook("en")


@RULES.rule(
    rf"(?P<count>a|{w.NUMBER}) (?P<unit>week|fortnight)s? on (?P<day>{w.WEEKDAY})|"
    rf"(?P<day2>{w.WEEKDAY}) (?P<unit2>week|fortnight)(?= ?[.,;)])",
    finds("The vote will be held [a week on Tuesday].", "2024-02-27"),
    finds("The House will sit on [Monday week].", "2024-02-26"),
)
def weeks_on_weekday(m: re.Match[str]) -> TimeSpec:
    """A week on Tuesday, Tuesday week: so many weeks after the next one."""
    days = int((w.number(m["count"]) or 1) if m["count"] else 1) * (14 if (m["unit"] or m["unit2"]).lower() == "fortnight" else 7)
    return Offset("day", days, later=True, of=Weekday(w.weekday(m["day"] or m["day2"]), 1))


@RULES.rule(
    rf"(?P<count>{w.WHOLE}) weeks? (?:(?P<ago>ago yesterday)|from (?P<day>{w.WEEKDAY})|(?:ago )?last (?P<last>{w.WEEKDAY}))",
    finds("He left [a week ago yesterday] and leaves [two weeks from Thursday].", "2024-02-06"),
    finds("They met [a week last Friday].", "2024-02-02"),
)
def week_from_day(m: re.Match[str]) -> TimeSpec:
    """A week ago yesterday, two weeks from Thursday, a week last Friday."""
    days = 7 * int(w.number(m["count"]) or 1)
    if m["day"]:
        return Offset("day", days, later=True, of=Weekday(w.weekday(m["day"]), 1))
    near = Offset("day", -1, aligned=True) if m["ago"] else Weekday(w.weekday(m["last"]), -1)
    return Offset("day", -days, of=near)


@RULES.rule(
    rf"(?P<day>{w.WEEKDAY})(?!-(?i:[a-z]))"
    rf"(?:,? the (?P<date>{w.DAY})(?:st|nd|rd|th)|,? (?P<which>last|next|this|the following|that|the previous|"
    rf"the same) week)?",
    finds("They signed it on [Friday].", "2024-02-09"),
    finds("They will meet on [Friday].", "2024-02-16"),
    finds("They will meet on [Wednesday].", "2024-02-14"),
    finds("They met on [Monday last week].", "2024-02-05"),
    finds("They will meet on [Monday the 4th].", "2024-03-04"),
    finds("The law fell on one [Friday] and nobody wept.", "XXXX-WXX-5"),
    finds("They spoke by telephone [Monday].", "2024-02-12"),
    finds("Earlier [Monday] they met; later [Tuesday] they left.", "2024-02-12"),
)
def weekday(m: re.Match[str]) -> TimeSpec:
    """A weekday, which tense and context place before or after the anchor."""
    if m["date"]:
        return Calendar(day=int(m["date"]), weekday=w.weekday(m["day"]))
    if w.is_any(m):
        return Weekday(w.weekday(m["day"]), base="event")  # "on one Friday in May": nobody says which
    which = (m["which"] or "").lower().split()[-1:]
    week = Offset("week", SHIFT[which[0]], base(which[0]), aligned=True) if which else None
    return Weekday(w.weekday(m["day"]), week=week)


@RULES.rule(
    rf"(?P<day>{w.WEEKDAY_SHORT})(?=[ ,.]*\d)",
    ignores("He sat under the sun."),
)
def weekday_short(m: re.Match[str]) -> TimeSpec:
    """An abbreviated weekday before a number."""
    return Weekday(w.weekday(m["day"]))


@RULES.rule(
    w.WEEKDAY_SHORT.replace(r"\.?", "") + r"(?=[ ,.;:)]|\Z)",
    finds("It was seen on [Fri].", "2024-02-09"),
    ignores("She sat in the sun with Sun Ra and Sat Nam."),
    after=r"(?:on|last|next|since|until|till|by|again|from|late|early|said) ",
)
def weekday_short_alone(m: re.Match[str]) -> TimeSpec | None:
    """An abbreviated weekday where a word of time stands before it."""
    if re.match(r"\s(?-i:[A-Z])", m.string[m.end() : m.end() + 2]) or m.group().lower().startswith("sun"):
        return None
    return Weekday(w.weekday(m.group()))


@RULES.rule(
    rf"(?P<which>last|this|next|this past|this coming|past|coming|the following|the previous|the next|that|the same) "
    rf"(?P<day>{w.WEEKDAY})|(?P<day2>{w.WEEKDAY}) (?P<which2>last|next)(?! (?:week|month|year))",
    finds("They met [last Friday].", "2024-02-09"),
    finds("They will meet [next Friday].", "2024-02-16"),
)
def which_weekday(m: re.Match[str]) -> TimeSpec:
    """Last, this or next Friday."""
    word = (m["which"] or m["which2"]).lower().split()
    return Weekday(w.weekday(m["day"] or m["day2"]), SHIFT[word[-1]], base=base(word[-1], "the" if word[0] == "the" else ""))


@RULES.rule(
    rf"the (?P<day>{w.WEEKDAY})(?= (?:after|before|following|preceding) \w)",
    finds("They met on [the Monday] after the vote.", "XXXX-WXX-1"),
)
def weekday_beside_an_event(m: re.Match[str]) -> TimeSpec:
    """The Monday after an event."""
    return Weekday(w.weekday(m["day"]), base="event")


@RULES.rule(
    rf"(?P<day>{w.WEEKDAY}) of (?P<which>last|next|this|that) week",
    finds("They met on [Monday of last week].", "2024-02-05"),
)
def weekday_of_week(m: re.Match[str]) -> TimeSpec:
    """A weekday of last, this or next week."""
    word = m["which"].lower()
    return Weekday(w.weekday(m["day"]), week=Offset("week", SHIFT[word], base(word), aligned=True))


@RULES.rule(
    rf"(?P<day>{w.WEEKDAY}), (?P<count>{w.NUMBER}) weeks? ago|(?:a )?week ago (?P<day2>{w.WEEKDAY})",
    finds("They met [a week ago Monday].", "2024-02-05"),
)
def weekday_weeks_ago(m: re.Match[str]) -> TimeSpec:
    """A weekday so many weeks ago."""
    return Weekday(w.weekday(m["day"] or m["day2"]), week=Offset("week", -(w.number(m["count"]) or 1) if m["count"] else -1, aligned=True))


@RULES.rule(
    r"(?P<the>the|this|last|next) weekend",
    finds("They met on [the weekend].", "2024-W06-WE", when="2024-02-10/2024-02-11"),
)
def the_weekend(m: re.Match[str]) -> TimeSpec:
    """The weekend, Saturday and Sunday."""
    return Weekday(8, {"last": -1, "next": 1, "this": 0}.get(m["the"].lower()))
