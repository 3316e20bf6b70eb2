"""Dates that count from another: today, last year, two weeks ago, the following month, Friday, three days later."""

import re

from timeline.dates.languages.en import words as w
from timeline.dates.rules import Rulebook, finds, ignores
from timeline.dates.spec import Base, Calendar, Clock, Duration, Offset, TimeSpec, Vague, Weekday

RULES = Rulebook("en")


SHIFT = {
    "this": 0, "current": 0, "present": 0, "last": -1, "past": -1, "next": 1, "coming": 1, "upcoming": 1,
    "previous": -1, "preceding": -1, "prior": -1, "following": 1, "ensuing": 1, "succeeding": 1, "that": 0, "same": 0,
}  # fmt: skip


_FROM_REACHED = {"previous", "preceding", "prior", "following", "ensuing", "succeeding", "that", "same"}


_UNIT = r"(?P<unit>day|week|weekend|fortnight|month|quarter|semester|year|decade|century|millennium)"


_AGO = r"(?P<ago>ago|earlier|previously|beforehand|hence|later|afterwards?|thereafter|(?:before|prior|after|back)(?= ?(?:[,.;:)]|\Z)))"


_PAST = {"ago", "earlier", "before", "previously", "prior", "beforehand", "back"}


_PUBLISHED = {"ago", "back", "hence", "from now"}


def base(word: str, article: str = "") -> Base:
    """ "the next day" counts from the date reached, "next year" from publication."""
    return "previous" if word in _FROM_REACHED or (word == "next" and article) else "published"


_STILL = re.compile(
    r"\b(?:still (?:\w+ ){0,5}|(?:what|which) (?:is|are) (?:now )?|(?:is|are|been|be) (?:\w+ly |still |also |best |now )?(?:known|used|"
    r"called|named|regarded|considered|found|seen|recogni[sz]ed|appreciated|remembered|revered|spoken|practi[sc]ed|observed|celebrated|"
    r"visible) (?:(?:by|in|to|among) (?:\w+ ){1,4})?|(?:continues?|exists?|survives?|remains?|persists?|lives? on) (?:\w+ ){0,3}|"
    r"as (?:we know (?:it|them)|it is|they are) |size it is )\Z",
    re.IGNORECASE,
)


_NOWADAYS = re.compile(
    r",? (?:as the|as a|than ever|than (?:at )?any)\b|,? (?:[^\W\d]{1,20},? ){0,6}?(?:still|remains?|survives?|exists?|"
    r"continues? to|lives?|stands?)\b",
    re.IGNORECASE,
)


def _in_general(m: re.Match[str]) -> bool:
    """Whether "today" is the present age: still used today; Today, few remain."""
    text = m.string
    if _STILL.search(text, max(0, m.start() - 60), m.start()):
        return True
    if _NOWADAYS.match(text, m.end()) is None:
        return False
    before = text[max(0, m.start() - 4) : m.start()].rstrip(' \n"“')
    return not before or before.endswith((".", "!", "?")) or text.startswith((" as ", " than "), m.end())


@RULES.rule(
    r"(?P<word>today|yesterday|tomorrow|tonight|the day before yesterday|the day after tomorrow)(?!'s (?:world|society|youth|standards))",
    finds("Talks opened [today].", "2024-02-14", when="2024-02-14"),
    finds("Talks opened [the day before yesterday].", "2024-02-12"),
    finds("The old road is still in use [today].", "PRESENT_REF"),
    finds("A village in what is [today] Ukraine burned.", "PRESENT_REF"),
    finds("The fort fell. [Today], only two of its walls remain.", "PRESENT_REF"),
)
def today(m: re.Match[str]) -> TimeSpec:
    """Today, yesterday, tomorrow; "still used today" names no day."""
    word = " ".join(m["word"].lower().split())
    if word == "today" and _in_general(m):
        return Vague("PRESENT_REF")
    if word == "tonight":
        return Clock("NI", Offset("day", 0, aligned=True))
    days = {"today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}[word]
    return Offset("day", days, aligned=True)


_OF = re.compile(r"\sof\b")


@RULES.rule(
    rf"(?:(?P<the>the|that|this) )?(?:very )?(?P<which>this|current|last|past|next|coming|previous|preceding|prior|following|ensuing|"
    rf"same|upcoming|present(?![- ]day\b))[- ](?:calendar |fiscal |school |financial |trading )?{_UNIT}(?!-(?:old|long))(?!s\b)(?: or so)?",
    finds("Talks open [next week].", "2024-W08", when="2024-02-19/2024-02-25"),
    finds("Prices rose [this month].", "2024-02"),
    finds("It fell on [3 May 1940]; [the next day] it was retaken.", "1940-05-04"),
    finds("They signed a pact [last year].", "2023", when="2023"),
    ignores("On the last day of talks they signed."),
    finds("Exports fell over [the past decade].", "P10Y", when="2014~/2024~"),
    finds("Talks opened in [March 2019] and failed [the following year].", "2020"),
)
def this_last_next(m: re.Match[str]) -> TimeSpec | None:
    """The unit of the calendar before, after or around the anchor."""
    word, unit, article = m["which"].lower(), m["unit"].lower(), (m["the"] or "").lower()
    if word == "past" and not article and unit != "week" or word == "last" and _OF.match(m.string, m.end()):
        return None
    if word in ("same", "previous", "preceding", "prior") and not article:
        return Offset(unit, SHIFT[word], "previous", aligned=True)
    if unit == "weekend":
        return Weekday(8, SHIFT[word], base=base(word, article))
    if word == "past" and article == "the" and unit != "week":
        return Duration(unit, 1, side="before")
    return Offset(unit, SHIFT[word], base(word, article), aligned=True)


@RULES.rule(
    r"(?P<which>that) (?:very |same )?(?P<unit>day|week|weekend|month|quarter|year|decade|century|morning|afternoon|evening|"
    r"night)(?!-(?:old|long))(?! (?:old|long))",
    finds("It rained in [May 2019]; [that month] 200 died.", "2019-05"),
)
def that_unit(m: re.Match[str]) -> TimeSpec:
    """That unit: the one that the date reached lies in."""
    unit = m["unit"].lower()
    if unit in w.DAY_PARTS:
        return Clock(w.DAY_PARTS[unit], Offset("day", 0, "previous", aligned=True))
    return Weekday(8, 0, base="previous") if unit == "weekend" else Offset(unit, 0, "previous", aligned=True)


@RULES.rule(
    rf"(?P<count>{w.NUMBER}|{w.VAGUE_COUNT})(?: (?:to|or|and) {w.NUMBER})?(?P<many> (?:hundred|thousand|million|billion))? (?:{w.WORK})?"
    rf"(?P<unit>{w.UNIT})(?: and a half)? {_AGO}",
    finds("It was over [ten days later].", "2024-02-24"),
    finds("It formed some [65 million years ago].", "PAST_REF"),
    finds("The war began [two years ago].", "2022", when="2022~"),
    finds("It fell on [3 May 1940]; [two days later] it was retaken.", "1940-05-05"),
    finds("It sank [ten days ago].", "2024-02-04", when="2024-02-04"),
    finds("It sank [three weeks ago].", "2024-W04"),
    finds("It sank [a few days ago].", "PAST_REF"),
)
def ago_later(m: re.Match[str]) -> TimeSpec | None:
    """So many units ago, earlier or later."""
    if m.string[max(0, m.start() - 9) : m.start()].rstrip().lower().endswith((" every", " each")):
        return None
    ago = " ".join(m["ago"].lower().split())
    count = w.number(m["count"]) if not m["many"] else None
    base: Base = "published" if ago in _PUBLISHED else "previous"
    later = ago not in _PAST
    return Offset(w.unit(m["unit"]), count if count is None or later else -count, base, later=later)


@RULES.rule(
    rf"(?P<count>{w.WHOLE}) years? ago "
    rf"(?:(?P<what>today|tonight|yesterday|tomorrow|(?:this|last|next) (?:week|month))|(?:on |this )?(?P<day>{w.WEEKDAY}))",
    finds("It fell [80 years ago on Thursday].", "1944-02-15"),
    finds("It fell [ten years ago today].", "2014-02-14", when="2014-02-14"),
    finds("It fell [a year ago this month].", "2023-02"),
)
def years_ago_today(m: re.Match[str]) -> TimeSpec:
    """So many years ago to the day, week or month."""
    if m["day"]:
        return Offset("year", -(w.number(m["count"]) or 0), aligned=True, of=Weekday(w.weekday(m["day"]), 0))
    what = " ".join(m["what"].lower().split())
    unit = what.split()[-1] if " " in what else "day"
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1, "next": 1}.get(what.split()[0], 0)
    return Offset("year", -(w.number(m["count"]) or 0), aligned=True, of=Offset(unit, shift, aligned=True))


@RULES.rule(
    r"this time (?:(?P<which>last|next) (?P<unit>year|month|week)|(?P<near>yesterday|tomorrow))",
    finds("[This time last year] the law passed.", "2023", when="2023~"),
    finds("They will know by [this time tomorrow].", "2024-02-15"),
)
def this_time_last_year(m: re.Match[str]) -> TimeSpec:
    """About so long ago or from now, to the day."""
    if m["near"]:
        return Offset("day", -1 if m["near"].lower() == "yesterday" else 1, aligned=True)
    return Offset(m["unit"].lower(), -1 if m["which"].lower() == "last" else 1, later=m["which"].lower() == "next")


@RULES.rule(
    rf"the (?P<unit>night|day|week|weekend|month|year|quarter) (?P<side>before last|after next)(?! {w.WEEKDAY}| {w.MONTH})",
    finds("They met [the week before last].", "2024-W05"),
    finds("They meet [the year after next].", "2026"),
)
def before_last(m: re.Match[str]) -> TimeSpec:
    """The week before last, the year after next."""
    unit, count = m["unit"].lower(), -2 if m["side"].lower().startswith("before") else 2
    if unit == "weekend":
        return Weekday(8, week=Offset("week", count, aligned=True))
    return Clock("NI", Offset("day", count, aligned=True)) if unit == "night" else Offset(unit, count, aligned=True)


@RULES.rule(
    r"the (?P<unit>days?|weeks?|months?|years?|decades?) (?:ahead|to come)",
    finds("In [the week ahead] they will meet.", "P1W", when="2024-02-12~/2024-02-25~"),
)
def time_ahead(m: re.Match[str]) -> TimeSpec:
    """The week ahead, the years to come."""
    unit = m["unit"].lower()
    return Duration(unit.removesuffix("s"), None if unit.endswith("s") else 1, side="" if unit.endswith("s") else "after")


@RULES.rule(
    r"half[- ]a[- ](?P<unit>year|decade|century) (?P<ago>ago|earlier|later)",
    finds("It was founded [half-a-century ago].", "1974", when="1974~"),
)
def half_ago(m: re.Match[str]) -> TimeSpec:
    """Half a year, decade or century ago."""
    unit, count = {"year": ("month", 6), "decade": ("year", 5), "century": ("year", 50)}[m["unit"].lower()]
    past = m["ago"].lower() != "later"
    return Offset(unit, -count if past else count, "published" if m["ago"].lower() == "ago" else "previous", later=not past)


@RULES.rule(
    r"the (?P<unit>year|month|week|quarter)-(?:ago|earlier) (?:period|quarter|month|level)|(?P<unit2>year|month|week|quarter)-(?:ago|"
    r"earlier)(?P<period> (?:period|quarter|month|level))?",
    finds("Profit fell from [the year-earlier quarter].", "2022-Q4"),
    finds("Profit fell from the [year-earlier] figure.", "2023"),
    finds("[Third-quarter] profit fell from [the year-ago period].", "2022-Q3"),
)
def year_ago(m: re.Match[str]) -> TimeSpec:
    """The same period a year earlier; without a word for the period, the year before."""
    unit = (m["unit"] or m["unit2"]).lower()
    if unit == "year" and m.group().lower().endswith("quarter"):
        return Offset("quarter", -4, "previous", aligned=True)
    return Offset(unit, -1, aligned=not (m["unit"] or m["period"]))


@RULES.rule(
    rf"(?:the )?(?P<which>last|this|next|this past|this coming|the following|the previous|the next|past|coming|previous|that|the same) "
    rf"(?P<month>{w.MONTH})(?! (?-i:[A-Z][a-z]++)(?! [a-z]{{3,20}} (?:an?|the)\b))(?:(?: the)? (?P<day>{w.DAY})(?:st|nd|rd|th)?)?(?!\d)",
    finds("They met [last May].", "2023-05"),
    finds("They meet [next March].", "2024-03"),
    finds("It broke down in [2002], and [the following January] they left.", "2003-01"),
    finds("It fell in [September 2014], and troops came [the following March].", "2015-03"),
    finds("It fell in [March 2014], and troops came [the following June].", "2014-06"),
    finds("They went home in [June 2017], and [that August] Canberra signed a treaty.", "2017-08"),
    ignores("He said that May Smith had left."),
)
def which_month(m: re.Match[str]) -> TimeSpec:
    """Last, this or next May; "the following May" comes after the date reached."""
    words = m["which"].lower().split()
    word = words[-1]
    counts = word in ("that", "same", "following", "previous") or words == ["the", "next"]
    base = Offset("year", 0, "previous", aligned=True) if counts else None
    day = int(m["day"]) if m["day"] else None
    return Calendar(month=w.month(m["month"]), day=day, which=SHIFT[word] or None if base else SHIFT[word], of=base)


@RULES.rule(
    rf"(?P<which>last|this|next|this past|this coming|the following|the previous|the next|past|coming|that|that same|"
    rf"the same|the past|the last) (?P<season>{w.SEASON})(?!s)",
    finds("They met [last summer].", "2023-SU"),
)
def which_season(m: re.Match[str]) -> TimeSpec:
    """Last, this or next summer."""
    words = m["which"].lower().split()
    if words[-1] in ("that", "same", "following", "previous") or words == ["the", "next"]:
        return Calendar(cycle=w.CYCLES[m["season"].lower()], of=Offset("year", SHIFT[words[-1]], "previous", aligned=True))
    return Calendar(cycle=w.CYCLES[m["season"].lower()], which=SHIFT[words[-1]])


@RULES.rule(
    r"the (?P<unit>day|week|month|year) (?P<after>after|before)(?= ?[,.;])",
    finds("[The year before], it was free.", "2023"),
    finds("It fell on [3 May 1940]; [the day after], it was retaken.", "1940-05-04"),
)
def the_day_after(m: re.Match[str]) -> TimeSpec:
    """The day after or before, with nothing behind it."""
    return Offset(m["unit"].lower(), 1 if m["after"].lower() == "after" else -1, "previous", aligned=True)


@RULES.rule(
    r"the (?P<unit>(?-i:day|week|month|year))(?= (?P<side>after|before|following|preceding) \w)",
    finds("She fled [the day] after the coup.", "XXXX-XX-XX"),
    finds("They met in [the week] before he left.", "XXXX-WXX"),
    ignores("The state of the day aftermath; The Day After was shown."),
)
def the_day_beside_an_event(m: re.Match[str]) -> TimeSpec:
    """The day before or after an event, which the reading of events may date."""
    return Offset(m["unit"].lower(), 1 if m["side"].lower() in ("after", "following") else -1, "event")


@RULES.rule(
    r"(?P<unit>moments|seconds|minutes|hours|days|weeks|months|years|decades|centuries) (?P<ago>ago|earlier|later|afterwards?|(?:before|"
    r"after)(?= ?(?:[,.;:)]|\Z|"
    r"that\b)))",
    finds("They came back [years later].", "FUTURE_REF"),
    finds("It fell on [3 May 1940]; [hours later] it was retaken.", "1940-05-03TXX:XX", when="1940-05-03~"),
    finds("They arrived [months earlier].", "PAST_REF"),
)
def units_ago(m: re.Match[str]) -> TimeSpec:
    """Days later, years ago."""
    unit, ago = m["unit"].lower(), m["ago"].lower()
    base: Base = "published" if ago in _PUBLISHED else "previous"
    return Offset("minute" if unit == "moments" else w.unit(unit), None, base, later=ago not in _PAST)


_AHEAD = re.compile(r"\b(?:will|would|shall|could|can|may|might|must|should|to|if|expected)\b", re.IGNORECASE)


@RULES.rule(
    r"within (?:hours|minutes|the hour|an hour)(?! of\b)",
    finds("On [6 April 1994] the jet was shot down; [within hours] roadblocks went up.", "1994-04-06TXX:XX", when="1994-04-06~"),
)
def within_hours(m: re.Match[str]) -> TimeSpec | None:
    """Within hours of what was told before: on the same day, as far as it is told."""
    first = max(m.string.rfind(mark, max(0, m.start() - 60), m.start()) for mark in ".;\n")
    if _AHEAD.search(m.string, max(first + 1, m.start() - 60), m.start()):
        return None
    return Offset("hour", None, "previous", later=True)


@RULES.rule(
    rf"(?P<count>{w.NUMBER}) (?P<unit>{w.BIG_UNIT}) (?:from|after) (?P<what>now|today|tomorrow|then|that)",
    finds("They meet [two weeks from today].", "2024-W09"),
)
def from_now(m: re.Match[str]) -> TimeSpec:
    """So many units from now."""
    base: Base = "published" if m["what"].lower() in ("now", "today", "tomorrow") else "previous"
    return Offset(w.unit(m["unit"]), w.number(m["count"]), base, later=True)


@RULES.rule(rf"(?P<count>{w.NUMBER}) (?P<unit>{w.BIG_UNIT})'?s? time", finds("They meet in [two weeks' time].", "2024-W09"), after="in ")
def in_time(m: re.Match[str]) -> TimeSpec:
    """In so many weeks' time."""
    return Offset(w.unit(m["unit"]), w.number(m["count"]), later=True)


@RULES.rule(
    r"(?:one|some) ?day",
    finds("They will [one day] meet.", "FUTURE_REF"),
    after=r"(?:will|would|may|might|could|can|to|could well|shall) ",
)
def one_day(m: re.Match[str]) -> TimeSpec:
    """One day, of what is to come."""
    return Vague("FUTURE_REF")
