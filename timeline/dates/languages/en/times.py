"""Times of day: clock times, parts of a day, and the days they belong to."""

import re

from timeline.dates.languages.en import words as w
from timeline.dates.languages.en.absolute import _YEAR_TAIL, _year
from timeline.dates.rules import Rulebook, finds, ignores
from timeline.dates.spec import Between, Calendar, Clock, Offset, Repeating, TimeSpec, Weekday

RULES = Rulebook("en")

_ZONE = (
    r"(?:,? ?\(\d{4} ?(?-i:GMT|UTC)\)|,? ?\(?(?-i:GMT|UTC|BST|CET|CEST|EST|EDT|ET|CST|CDT|CT|MST|MDT|PST|PDT|PT|MSK|IST|JST|Z)\)?|,? "
    r"(?-i:[A-Z][a-z]+) time|,? local time)"
)
_HOUR = r"(?P<hour>[01]?\d|2[0-4])"
_AMPM = r"(?P<half>[ap]\.m\.|[ap]\.?m\b)"
_TIME = (
    rf"(?:{_HOUR}(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)? ?{_AMPM}|(?P<hour24>[01]?\d|2[0-4]):(?P<minute24>[0-5]\d)(?::[0-5]\d)?(?: "
    rf"?(?:hrs|hours|h))?|(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?= ?(?:(?-i:GMT|UTC|Z)|hours|hrs|local time)\b)(?: hours| hrs)?|"
    rf"(?P<noon>noon|midday|midnight))"
)
_DAY = (
    rf"(?:(?P<near>today|yesterday|tomorrow|tonight)|(?P<wday>{w.ANY_WEEKDAY})(?!,? \d)|(?:{w.ANY_WEEKDAY},? "
    rf")?(?:(?P<month>{w.MONTH}) (?P<day>{w.DAY})(?:st|nd|rd|th)?|(?:the )?(?P<day2>{w.DAY})(?:st|nd|rd|th)?(?: of)? "
    rf"(?P<month2>{w.MONTH})){_YEAR_TAIL}?)"
)
_NEAR = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _clock(m: re.Match[str]) -> str:
    if m["noon"]:
        return w.DAY_PARTS[m["noon"].lower()]
    if m["military"]:
        return f"{m['military'][:2]}:{m['military'][2:]}"
    hour, minute = int(m["hour"] or m["hour24"]), m["minute"] or m["minute24"] or "00"
    if m["half"]:
        hour = hour % 12 + (12 if m["half"].lower().startswith("p") else 0)
    return f"{hour:02d}:{minute}"


def _day(m: re.Match[str]) -> TimeSpec | None:
    if m["near"]:
        return Offset("day", _NEAR[m["near"].lower()], aligned=True)
    if m["wday"]:
        return Weekday(w.weekday(m["wday"]))
    month, day = m["month"] or m["month2"], m["day"] or m["day2"]
    return Calendar(month=w.month(month), day=int(day), **_year(m)) if month else None  # type: ignore[arg-type]


@RULES.rule(
    rf"{_TIME}{_ZONE}?(?:(?: on|,)? {_DAY})?",
    finds("Shelling began at [9 a.m. Friday].", "2024-02-09T09:00"),
    finds("Shelling began at [11:30 pm GMT] and went on.", "2024-02-14T23:30"),
    finds("It sank at [1:20 a.m. on 8 March 2014].", "2014-03-08T01:20"),
    finds("Shelling began at [0600 GMT].", "2024-02-14T06:00"),
    finds("It struck at [1:00AM].", "2024-02-14T01:00"),
    ignores("The ratio was 12.30 and Luke 3.12 pmx."),
)
def clock_day(m: re.Match[str]) -> TimeSpec:
    """A clock time and, if it follows, its day."""
    return Clock(_clock(m), _day(m))


@RULES.rule(
    r"(?P<first>(?P<a>[01]?\d|2[0-4]):(?P<a2>[0-5]\d)) ?[-–] ?(?P<last>(?P<b>[01]?\d|2[0-4]):(?P<b2>[0-5]\d)(?: ?hrs| ?h)?)"
    rf"(?!:\d|,? (?:on )?{w.ANY_WEEKDAY}|,? (?:on )?\d{{1,2}} {w.MONTH})",
    finds("The gate is open ([08:00]-[20:00]).", "XXXX-XX-XXT08:00"),
)
def hours_of_any_day(m: re.Match[str]) -> TimeSpec:
    """Two clock times joined by a dash, which no day follows: hours of any day."""
    return Between(*(Repeating(f"XXXX-XX-XXT{int(m[h]):02d}:{m[h + '2']}") for h in ("a", "b")))


@RULES.rule(
    rf"(?P<part>{w.DAY_PART}|noon|midday|midnight|dawn|dusk|lunchtime)(?: of| on)? {_DAY}",
    finds("Shelling began in a [night of May 3, 2001].", "2001-05-03TNI"),
)
def part_of_day(m: re.Match[str]) -> TimeSpec:
    """A part of a day, then the day."""
    return Clock(w.DAY_PARTS[m["part"].lower()], _day(m))


@RULES.rule(
    rf"the (?:early |late |small |pre-?dawn )?(?P<part>{w.DAY_PART})(?: hours)? of (?:the )?"
    rf"(?:(?P<day>{w.DAY})(?:st|nd|rd|th)?(?: of)? (?P<month>{w.MONTH})|"
    rf"(?P<month2>{w.MONTH}) (?P<day2>{w.DAY})(?:st|nd|rd|th)?){_YEAR_TAIL}?",
    finds("Shelling began on [the night of 3 May 2001].", "2001-05-03TNI"),
    finds("They fled in [the early morning hours of 3 May 2001].", "2001-05-03TMO"),
)
def the_part_of_day(m: re.Match[str]) -> TimeSpec:
    """The night of a day of the calendar."""
    day = Calendar(month=w.month(m["month"] or m["month2"]), day=int(m["day"] or m["day2"]), **_year(m))  # type: ignore[arg-type]
    return Clock(w.DAY_PARTS[m["part"].lower()], day)


@RULES.rule(
    rf"(?:(?:early|late|later|earlier)(?: on)? )?(?P<day>{w.WEEKDAY}|yesterday|tomorrow)(?:'s)? (?P<part>{w.DAY_PART}|noon|midnight)",
    finds("Shelling began [Friday night].", "2024-02-09TNI", when="2024-02-09"),
    finds("Shelling began [yesterday morning].", "2024-02-13TMO"),
)
def day_and_part(m: re.Match[str]) -> TimeSpec:
    """A weekday and a part of it."""
    word = m["day"].lower()
    day: TimeSpec = Offset("day", _NEAR[word], aligned=True) if word in _NEAR else Weekday(w.weekday(word))
    return Clock(w.DAY_PARTS[m["part"].lower()], day)


@RULES.rule(
    rf"(?:(?:early|late|later|earlier) )?(?P<which>this|last|that|the same|tomorrow|the previous|the following|the next) "
    rf"(?P<part>{w.DAY_PART})(?!s)",
    finds("Shelling began [last night].", "2024-02-13TNI"),
    finds("Shelling began [this morning].", "2024-02-14TMO"),
)
def which_part(m: re.Match[str]) -> TimeSpec:
    """This morning, last night."""
    which = " ".join(m["which"].lower().split())
    shift = {"last": -1, "tomorrow": 1, "the previous": -1, "the following": 1, "the next": 1}.get(which, 0)
    base = "previous" if which.startswith("the ") or which == "that" else "published"
    return Clock(w.DAY_PARTS[m["part"].lower()], Offset("day", shift, base, aligned=True))  # type: ignore[arg-type]


@RULES.rule(
    r"overnight(?! (?:bag|stay|train|success|flight|guest))",
    finds("Drones hit Kyiv [overnight].", "2024-02-14TNI", when="2024-02-13/2024-02-14"),
)
def overnight(m: re.Match[str]) -> TimeSpec:
    """The night just past: two days."""
    return Clock("NI", None, days=2)


@RULES.rule(
    rf"(?P<hour>[1-9]|1[0-2]|{w.NUMBER}) (?:o'clock)?(?: ?in the (?P<part>morning|afternoon|evening)| at night|"
    rf" on (?P<wday>{w.WEEKDAY}) (?P<part2>morning|afternoon|evening|night))",
    finds("Shelling began at [5 in the morning].", "2024-02-14T05:00"),
    finds("They voted at [3 o'clock on Tuesday afternoon].", "2024-02-13T15:00"),
)
def hour_in_words(m: re.Match[str]) -> TimeSpec | None:
    """An hour in the morning or evening."""
    hour = w.number(m["hour"])
    if hour is None or hour > 12:
        return None
    morning = (m["part"] or m["part2"] or "").lower() == "morning"
    return Clock(f"{int(hour) % 12 + (0 if morning else 12):02d}:00", Weekday(w.weekday(m["wday"])) if m["wday"] else None)
