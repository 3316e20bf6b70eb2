"""Dates as soldiers, chronologies, notes and posts write them: 060530Z JUN 44, 1948, May 14, 22.02.24, 7 dec 2022."""

import re

from timeline.dates.languages.en import words as w
from timeline.dates.rules import Rulebook, finds, ignores
from timeline.dates.spec import Calendar, Clock, TimeSpec

RULES = Rulebook("en")

_LINE = re.compile(r"(?:\A|[\n(\[|;•*])[^\S\n]*[-–—•*]?[^\S\n]*\Z")
_DATED = re.compile(r"\b(?:on|of|from|dated?|since|until|till|by|before|after|to|and|between|for)[\s:]+\Z", re.IGNORECASE)
_MONTH_CAPITALS = "(?-i:" + "|".join(name[:3].upper() for name in w.MONTH_NAMES) + ")"


def _opens_line(m: re.Match[str]) -> bool:
    return _LINE.search(m.string, max(0, m.start() - 12), m.start()) is not None


@RULES.rule(
    r"(?P<day>0[1-9]|[12]\d|3[01])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
    rf"(?-i:[A-I]|[K-R]|[S-Z]) ?(?P<month>{_MONTH_CAPITALS}) ?(?P<year>\d\d)",
    finds("DTG [121430Z MAR 24]: battery located.", "2024-03-12T14:30"),
    finds("[060530ZJUN44]: leading waves ashore.", "1944-06-06T05:30"),
)
def date_time_group(m: re.Match[str]) -> TimeSpec:
    """A date-time group of soldiers: day, hour, minute, zone, month, year."""
    day = Calendar(w.full_year(int(m["year"]), 40), w.month(m["month"]), int(m["day"]))
    return Clock(f"{m['hour']}:{m['minute']}", day)


@RULES.rule(
    rf"(?P<year>{w.YEAR})(?:,| [-–—])? (?:(?P<month>{w.MONTH}) (?P<day>{w.DAY})|"
    rf"(?P<day2>{w.DAY}) (?P<month2>{w.MONTH}))(?:st|nd|rd|th)?"
    r"(?! ?\d|,? (?:[12]\d\d\d)\b|[-–—/]\d|:\d)",
    finds("[1948, May 14]: the State is proclaimed.", "1948-05-14"),
    finds("Events:\n[2003, 20 March]. The invasion begins.", "2003-03-20"),
    ignores("Lot 1948 may 14."),
)
def year_month_day(m: re.Match[str]) -> TimeSpec | None:
    """A day with its year first, at the head of a line or in brackets, as chronologies have it."""
    if "\n" in m.group() or not _opens_line(m):
        return None
    return Calendar(int(m["year"]), w.month(m["month"] or m["month2"]), int(m["day"] or m["day2"]))


@RULES.rule(
    r"(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0?[1-9]|1[0-2])\.(?P<year>\d\d)(?![-/.:]?\d)",
    finds("[22.02.24] Two strikes near the station.", "2024-02-22"),
    finds("The order of [5.3.19] was lost.", "2019-03-05"),
    ignores("Version 10.11.12 leaks, and so does 1.2.24 of the other."),
)
def dotted_short(m: re.Match[str]) -> TimeSpec | None:
    """Day, month and two digits of the year between dots, at the head of a line or behind a word of time."""
    if not _opens_line(m) and not _DATED.search(m.string, max(0, m.start() - 12), m.start()):
        return None
    return Calendar(w.full_year(int(m["year"]), 50), int(m["month"]), int(m["day"]))


@RULES.rule(
    rf"(?P<day>{w.DAY})-(?P<month>{w.MONTH_SHORT})-(?P<year>\d\d)(?![-\d])",
    finds("Logged [02-Mar-22].", "2022-03-02"),
)
def hyphened_short(m: re.Match[str]) -> TimeSpec:
    """Day, short month and two digits of the year between hyphens."""
    return Calendar(w.full_year(int(m["year"])), w.month(m["month"]), int(m["day"]))


_SMALL = "(?-i:" + "|".join(form for name in w.MONTH_NAMES for form in dict.fromkeys((name.lower(), name[:3].lower()))) + "|sept)"
_SMALL_SURE = "(?-i:" + "|".join(name.lower() for name in w.MONTH_NAMES if name not in ("March", "May")) + ")"
_SMALL_YEAR = rf",? (?P<year>{w.YEAR})(?!,\d|\.\d|%)"


@RULES.rule(
    rf"(?:the )?(?P<day>{w.DAY})(?:st|nd|rd|th)?(?: of)? (?:(?P<month>{_SMALL})\.?{_SMALL_YEAR}|(?P<sure>{_SMALL_SURE}))|"
    rf"(?:(?P<month2>{_SMALL})\.? (?P<day2>{w.DAY})(?:st|nd|rd|th)?{_SMALL_YEAR.replace('<year>', '<year2>')}|"
    rf"(?P<sure2>{_SMALL_SURE}) (?P<day3>{w.DAY})(?:st|nd|rd|th)?(?![.,:]?\d))|"
    rf"(?P<month3>{_SMALL}) (?P<year3>{w.YEAR})(?!,\d|\.\d|%)",
    finds("on [may 21st 2006] voters chose to leave, by [9 dec 2022] they were out, since [february 2023] nobody asks", "2006-05-21"),
    finds("on [7 april 2022], or [the 3rd of june], they left", "2022-04-07"),
    ignores("They may 14 times march 20 miles, and 3 may march; the august 12 and 5 mar it."),
)
def day_in_small_letters(m: re.Match[str]) -> TimeSpec | None:
    """A day or month written in small letters, as notes and posts do; words that are others too need a year."""
    month = next(m[group] for group in ("month", "sure", "month2", "sure2", "month3") if m[group])
    day = m["day"] or m["day2"] or m["day3"]
    year = m["year"] or m["year2"] or m["year3"]
    if month == "august" and not year:
        return None
    return Calendar(int(year) if year else None, w.month(month), int(day) if day else None)
