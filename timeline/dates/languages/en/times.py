"""Times of day: clock times, parts of a day, and the days they belong to."""

import re

from timeline.dates.languages.en import words as w
from timeline.dates.languages.en.given_year import YEAR_TAIL, given_year
from timeline.dates.rules import Rulebook, finds, ignores
from timeline.dates.spec import Between, Calendar, Clock, Offset, Repeating, TimeSpec, Weekday

RULES = Rulebook("en")

_ZONES = "(?-i:GMT|UTC|BST|CET|CEST|EST|EDT|ET|CST|CDT|CT|MST|MDT|PST|PDT|PT|MSK|IST|JST|Z)"
_ZONE = rf"(?:,? ?\(\d{{4}} ?(?-i:GMT|UTC)\)|,? ?(?:{_ZONES}|\({_ZONES}\))|,? (?-i:[A-Z][a-z]+) time|,? local time)"
_HOUR = r"(?P<hour>[01]?\d|2[0-4])"
_AMPM = r"(?P<half>[ap]\.m\.|[ap]\.?m\b)"
_TIME = (
    rf"(?:{_HOUR}(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)? ?{_AMPM}|"
    rf"(?P<hour24>[01]?\d|2[0-4])(?::|\.(?=[0-5]\d on (?:{w.WEEKDAY}|\d)))(?P<minute24>[0-5]\d)(?::[0-5]\d)?(?: "
    rf"?(?:hrs|hours|h))?|(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?= ?(?:(?-i:GMT|UTC|Z)|hours|hrs|local time)\b|"
    r" (?:and|to) (?:[01]\d|2[0-3])[0-5]\d ?(?:(?-i:GMT|UTC|Z)|hours|hrs)\b)(?: hours| hrs)?|"
    rf"(?P<noon>noon|midday|midnight))"
)
_DAY = (
    rf"(?:(?P<near>today|yesterday|tomorrow|tonight)|(?P<wday>{w.ANY_WEEKDAY})(?!,? (?:\d|{w.MONTH} \d))|(?:{w.ANY_WEEKDAY},? "
    rf")?(?:(?P<month>{w.MONTH}) (?P<day>{w.DAY})(?:st|nd|rd|th)?|(?:the )?(?P<day2>{w.DAY})(?:st|nd|rd|th)?(?: of)? "
    rf"(?P<month2>{w.MONTH})){YEAR_TAIL}?)"
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
    return Calendar(month=w.month(month), day=int(day), **given_year(m)) if month else None  # type: ignore[arg-type]


@RULES.rule(
    rf"{_TIME}{_ZONE}?(?:(?: on|,)? {_DAY}(?: {w.DAY_PART}(?!s))?)?",
    finds("The siren went at [23.45 on Saturday night].", "2024-02-10T23:45"),
    finds("Shelling began at [9 a.m. Friday].", "2024-02-09T09:00"),
    finds("Shelling began at [11:30 pm GMT] and went on.", "2024-02-14T23:30"),
    finds("It sank at [1:20 a.m. on 8 March 2014].", "2014-03-08T01:20"),
    finds("Shelling began at [0600 GMT].", "2024-02-14T06:00"),
    finds("They fired between [0200] and [0515 hrs] and went at [9pm].", "2024-02-14T02:00"),
    finds("On [11 January 2024], between [9:50 a.m.] and [2:15 p.m.], they shot down five.", "2024-01-11T09:50", anchor="2024-01-12"),
    finds("It struck at [1:00AM].", "2024-02-14T01:00"),
    finds("It struck us ([2000 GMT]).", "2024-02-14T20:00"),
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
    rf"(?P<part>{w.DAY_PART}|noon|midday|midnight|dawn|dusk|lunchtime|nightfall|daybreak|sunrise|sunset|first light)"
    rf"(?: of(?! {w.ANY_WEEKDAY},? (?:\d|{w.MONTH}))| on)? {_DAY}",
    finds("By [nightfall Sunday] the palace had fallen; at [daybreak on 3 May 2001] the port.", "2024-02-11TNI"),
    finds("Shelling began in a [night of May 3, 2001].", "2001-05-03TNI"),
)
def part_of_day(m: re.Match[str]) -> TimeSpec:
    """A part of a day, then the day."""
    return Clock(w.DAY_PARTS[m["part"].lower()], _day(m))


@RULES.rule(
    rf"the (?:(?:very )?(?:early |late |small |pre-?dawn )?(?P<part>{w.DAY_PART})(?: hours)?|"
    rf"(?:very )?(?P<hours>early|small|wee|late|pre-?dawn|first) hours) of "
    rf"(?!{w.ANY_WEEKDAY},? (?:\d|{w.MONTH}))(?:the )?{_DAY}(?! {w.DAY_PART})",
    finds("They fled in [the early hours of Monday].", "2024-02-12TMO"),
    finds("Shelling began on [the night of 3 May 2001].", "2001-05-03TNI"),
    finds("They fled in [the early morning hours of 3 May 2001].", "2001-05-03TMO"),
)
def the_part_of_day(m: re.Match[str]) -> TimeSpec:
    """The night of a day of the calendar, the early hours of Monday."""
    if m["hours"]:
        return Clock("NI" if m["hours"].lower() == "late" else "MO", _day(m))
    return Clock(w.DAY_PARTS[m["part"].lower()], _day(m))


@RULES.rule(
    rf"the night (?:of|from|between) (?:the )?(?:(?P<day>{w.DAY})(?:st|nd|rd|th)?(?: (?P<month>{w.MONTH}))?(?:-|–|—|/| to | and )"
    rf"(?:the )?(?P<last>{w.DAY})(?:st|nd|rd|th)?(?: of)? (?P<month2>{w.MONTH})|"
    rf"(?P<month3>{w.MONTH}) (?P<day3>{w.DAY})(?:-|–|—|/| to | and )(?P<last3>{w.DAY})){YEAR_TAIL}?",
    finds("They fled on [the night of 3-4 May 2001].", "2001-05-03TNI", when="2001-05-03/2001-05-04"),
    finds("They fled on [the night of May 3–4, 2001].", "2001-05-03TNI", when="2001-05-03/2001-05-04"),
)
def night_of_two_days(m: re.Match[str]) -> TimeSpec:
    """The night between two days."""
    month, day = m["month"] or m["month2"] or m["month3"], m["day"] or m["day3"]
    return Clock("NI", Calendar(month=w.month(month), day=int(day), **given_year(m)), days=2)  # type: ignore[arg-type]


@RULES.rule(
    rf"(?:(?:early|late|later|earlier)(?: on)? )?(?P<day>{w.WEEKDAY}|yesterday|tomorrow)(?:'s)? (?P<part>{w.DAY_PART}|noon|midnight)",
    finds("Shelling began [Friday night].", "2024-02-09TNI", when="2024-02-09"),
    finds("Shelling began [yesterday morning].", "2024-02-13TMO"),
    finds("The two spoke by telephone [Wednesday morning].", "2024-02-14TMO"),
    finds("The king died one [Friday evening].", "XXXX-WXX-5TEV"),
)
def day_and_part(m: re.Match[str]) -> TimeSpec:
    """A weekday and a part of it."""
    word = m["day"].lower()
    day: TimeSpec = Offset("day", _NEAR[word], aligned=True) if word in _NEAR else Weekday(w.weekday(word))
    if word not in _NEAR and w.is_any(m):
        day = Weekday(w.weekday(m["day"]), base="event")  # "on one Friday evening": nobody says which
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


_SPOKEN_HOUR = r"(?P<hour>[1-9]|1[0-2]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_PART_BEHIND = rf"(?:in the (?P<part>morning|afternoon|evening)|(?P<night>at night)|(?:on )?(?P<wday2>{w.WEEKDAY}) (?P<part2>{w.DAY_PART}))"
_PAST_HOUR = r"(?:(?P<half>half)|(?:a )?(?P<quarter>quarter)|(?P<some>five|ten|twenty|twenty-five)(?: minutes)?) (?P<side>past|to)"


def _spoken(m: re.Match[str], minutes: int) -> Clock:
    """The clock time so many minutes after an hour that words tell, with the part of the day and the day behind it."""
    groups = m.groupdict()
    part = (groups.get("part") or groups.get("part2") or ("night" if groups.get("night") else "")).lower()
    hour = int(w.number(m["hour"]) or 0) % 12
    after_noon = part in ("afternoon", "evening") or (part == "night" and hour >= 5)
    total = (hour if part == "morning" or (part == "night" and not after_noon) else hour + 12 if after_noon else hour or 12) * 60 + minutes
    day = Weekday(w.weekday(groups["wday2"])) if groups.get("wday2") else _day(m) if "near" in groups else None
    return Clock(f"{total // 60 % 24:02d}:{total % 60:02d}", day)


@RULES.rule(
    rf"{_SPOKEN_HOUR}(?:[:.](?P<minute>[0-5]\d))? (?:o'clock )?{_PART_BEHIND}(?: (?:of|on) {_DAY})?",
    finds("They crossed at [3:30 in the morning of 5 June 1944].", "1944-06-05T03:30"),
    finds("Shelling began at [5 in the morning].", "2024-02-14T05:00"),
    finds("They voted at [3 o'clock on Tuesday afternoon].", "2024-02-13T15:00"),
    finds("They came at [eleven at night].", "2024-02-14T23:00"),
)
def hour_in_words(m: re.Match[str]) -> TimeSpec | None:
    """An hour in the morning or evening."""
    # "One Friday evening" is any.
    some = m.group().lower().startswith("one ") and "o'clock" not in m.group().lower()
    if some and not m.string[max(0, m.start() - 6) : m.start()].lower().endswith(("at ", "until ", "by ", "after ")):
        return None
    return _spoken(m, int(m["minute"] or 0))


@RULES.rule(
    rf"{_SPOKEN_HOUR} o'clock(?: sharp)?(?:(?: on|,)? {_DAY})?",
    finds("The parade starts at [10 o'clock on 3 May 2001].", "2001-05-03T10:00"),
    finds("It struck [twelve o'clock].", "2024-02-14T12:00"),
)
def oclock(m: re.Match[str]) -> TimeSpec:
    """Ten o'clock, and perhaps its day."""
    return _spoken(m, 0)


@RULES.rule(
    rf"{_SPOKEN_HOUR}[ -](?:(?:oh|o)[ -])?(?P<minute>{w.UNDER_HUNDRED}|five|six|seven|eight|nine) {_PART_BEHIND}",
    finds("It is [five thirty-four in the morning] here.", "2024-02-14T05:34"),
    ignores("He held five thirty in the end."),
)
def hour_and_minute_in_words(m: re.Match[str]) -> TimeSpec | None:
    """Five thirty-four in the morning."""
    minute = w.number(m["minute"])
    return None if minute is None or minute > 59 else _spoken(m, int(minute))


@RULES.rule(
    rf"{_PAST_HOUR} {_SPOKEN_HOUR}(?: o'clock)?(?: {_PART_BEHIND}|(?: on|,) {_DAY})?(?! (?:years|months|weeks|days|of))",
    finds("The House rose at [half past ten].", "2024-02-14T10:30"),
    finds("They came at [a quarter to nine on Monday morning].", "2024-02-12T08:45"),
    ignores("They cut it from a quarter to ten per cent and by half to nine of them."),
)
def minutes_past_an_hour(m: re.Match[str]) -> TimeSpec | None:
    """Half past ten, a quarter to nine."""
    to = m["side"].lower() == "to"
    if to and (
        m["half"]
        or not (m["part"] or m["part2"] or m["night"] or m.string[max(0, m.start() - 9) : m.start()].rstrip().endswith((" at", "At")))
    ):
        return None
    minutes = 30 if m["half"] else 15 if m["quarter"] else int(w.number(m["some"]) or 0)
    return _spoken(m, -minutes if to else minutes)


_FULL_DAY = (
    rf"(?:(?P<near>today|yesterday|tomorrow)(?= at\b)|(?:{w.ANY_WEEKDAY},? )?(?:(?P<month>{w.MONTH}) (?P<day>{w.DAY})(?:st|nd|rd|th)?|"
    rf"(?P<day2>{w.DAY})(?:st|nd|rd|th)?(?: of)? (?P<month2>{w.MONTH})){YEAR_TAIL}?)"
)


@RULES.rule(
    rf"{_FULL_DAY}(?: at|, at|,)? {_TIME}{_ZONE}?",
    finds("Updated: [13 Feb 2024, 17:32]", "2024-02-13T17:32"),
    finds("The video was posted [yesterday at 23:10].", "2024-02-13T23:10"),
    finds("It sank on [March 8, 2014 at 1:20 a.m. local time].", "2014-03-08T01:20"),
)
def day_clock(m: re.Match[str]) -> TimeSpec:
    """A day and the clock time behind it."""
    if m["near"]:
        return Clock(_clock(m), Offset("day", _NEAR[m["near"].lower()], aligned=True))
    day = Calendar(month=w.month(m["month"] or m["month2"]), day=int(m["day"] or m["day2"]), **given_year(m))  # type: ignore[arg-type]
    return Clock(_clock(m), day)
