"""Years: 2001, 1939–45, nineteen ninety-six, '91; and the numbers that look like years and are none."""

import re

from timeline.dates.languages.en import words as w
from timeline.dates.rules import Rulebook, finds, ignores
from timeline.dates.spec import Between, Calendar, TimeSpec

RULES = Rulebook("en")


_FREE = r"(?<![\d$£€¥#/.:\-–'’][\d$£€¥#/.:])(?<![$£€¥#/+@:=])(?<!\d[,.\-–])"  # not within a number, price, ratio or name


_YEAR_STOP = (
    r"(?![-–/]\d{2}(?!\d)|,\d{3}|\.\d|%|:\d| ?(?:km|kg|mph|ft|lbs?|°|º|per cent|percent|feet|metres|meters|miles|m|mm|cm|ha|kW|"
    r"MW|MHz|kHz|sq|cubic|"
    r"hectares|dollars|euros)\b)"
)


_BEFORE_YEAR = re.compile(
    r"(?:\A|[\n(\[\"“‘'’,;:—–-]\s*|[.!?]\s+|\b(?:"
    + w.quick(
        r"in|since|of|by|from|until|till|to|through|throughout|before|after|during|between|around|"
        r"about|circa|early|late|mid|and|or|but|than|"
        r"years?|the|a|an|this|that|his|her|its|their|our|on|for|with|as|per|fiscal|post|pre|into|like|beyond|was|is|were|first|born|dated|"
        r"founded|established|signed|"
        r"seasons?|class|also|due|towards?|versus|vs|said|says|called|made|saw|when|while|if|where|spring|summer|autumn|fall|winter|because|"
        r"not|"
        r"already|again|back|ca?\.|ca|[’']s|opened|started|began|ended|finished|entered|so|thus|"
        rf"(?-i:[A-Z][\w.]*'s|[a-z]+s'|[a-z]+'s|{w.MONTH})"
    )
    + r")[\s-]+)\Z",
    re.IGNORECASE,
)


_CITED = re.compile(r"\((?:(?:see|cf\.|e\.g\.,?|also|in|[^()]{1,40};) ){0,2}(?:[A-Z][\w.&’'-]{1,20},? (?:(?:and|et al\.|of|the) )?){1,4}\Z")


_TIME_WORD = re.compile(
    r"(?:\b(?:in|since|of|by|from|until|till|during|before|after|between|around|about|circa|early|late|mid|to|ca?\.)[\s-]|\()\Z",
    re.IGNORECASE,
)


_COUNTED = re.compile(
    r"\s(?!(?:was|is|has|as|this|his|its|towards|versus|unless|besides|across|politics|news|sports|perhaps|sometimes|always|thus|does|"
    r"says|plus)\b)(?-i:[a-z]{2,}s)\b"
)


_DECLARED = re.compile(r",\s\d{4}\s(?:were|are)\b")  # "of the signatures, 1961 were valid"


_DESCRIBED = re.compile(r"\b(?:the|this|that|a|an|his|her|its|their|our|'s|’s)\s[a-z]+\s\Z")


_NOUN = re.compile(r"\s[A-Za-z]{3,}\b")


_TALLY = re.compile(r"\sof\s(?:its|their|his|her|them|these|those|whom|which)\b|\sout\sof\s\d")  # 1989 of its members


_YEAR_BEHIND = re.compile(r"\s\((?:19|20)\d\d\)")  # resolutions 1696 (2006) and 1929 (2010)


_BOUNDED = re.compile(
    r"\b(?:(?:until|till|since|by|from) at (?:least|most)|between (?:about |around |c\. ?)?\d{4} and(?: about| around| c\.)?)\s\Z",
    re.IGNORECASE,
)


_DONE = re.compile(r"\b(?:elected|appointed|knighted|ordained|crowned|deposed|ratified|signed|acceded|resigned|retired|restored)\s\Z")


_ENDS = re.compile(r"\s?(?:[,.;)\n]|\Z)")


_FROM_MORE = re.compile(r"(?:(\d{4})\sto|\bout\sof)\s\Z")


_TO_LESS = re.compile(r"\sto\s(\d{4})\b")


_DETERMINED = re.compile(r"\b(?:the|this|that|a|an|his|her|its|their|our|'s|of|’s)\s\Z", re.IGNORECASE)


def _falls_to(m: re.Match[str]) -> bool:
    """Whether a number stands beside a greater one before it or a lesser one behind it, as votes do: 2003 to 1999."""
    more, less = _FROM_MORE.search(m.string, max(0, m.start() - 12), m.start()), _TO_LESS.match(m.string, m.end())
    return bool(more and int(more[1] or 9999) > int(m["year"]) or less and int(less[1]) < int(m["year"]))


@RULES.rule(
    rf"(?:the year )?{_FREE}(?<!\d[ ])(?<![A-Za-z][./_])(?P<year>{w.YEAR})(?!-\d|–\d\d\d\d\d|-[a-z]){_YEAR_STOP}",
    finds("Relations were governed by a [2001] document.", "2001", when="2001"),
    finds("In [2020], Soleimani was killed.", "2020", when="2020"),
    finds("He wrote it ([1968]).", "1968"),
    finds("Rome had a secret [1902] pact.", "1902"),
    finds("The [2016] elections and [mid-2018] talks failed.", "2016"),
    finds("It is a duty of states (Smith [1994], 6).", "1994"),
    ignores("Some 2001 troops and 1,998 tanks; it cost $1999 and 2001.5 km, call 555-2014."),
    ignores("Hospitals treated 2003 patients; the brigade lost 1945 vehicles and 1914 horses."),
    finds("It is a duty of states (see Smith [1994]).", "1994"),
    finds("Governor: elected [1958], re-elected [1965], deposed [1969].", "1958"),
    finds("The town grew between [1200] and [1300]; until at least [1600] it had no bridge.", "1200"),
    finds("Resolutions 1696 ([2006]) and 1929 ([2010]) shall end.", "2006"),
    ignores("Of the 2500 signatures, 1961 were declared valid."),
    ignores("The motion fell 2011 to 1995; and 1987 of its members stayed away, 1812 out of 2004 by one count."),
    ignores("A dam 1961 m long gives 1950 MW."),
    ignores("Windows 2000 and Agenda 2063 and port 2014 and S/PV.1992 and 0800 1945 and draft-2019-final."),
)
def year(m: re.Match[str]) -> TimeSpec | None:
    """A year in digits, unless it counts or names the thing beside it; before 1400 only after a preposition or in brackets."""
    before = m.string[max(0, m.start() - 32) : m.start()]
    told = (_TIME_WORD.search(m.string, max(0, m.start() - 9), m.start()) or _BOUNDED.search(before)) is not None
    if not told and not _BEFORE_YEAR.search(before) and not (_DONE.search(before) and _ENDS.match(m.string, m.end())):
        cited = m.string[m.end() : m.end() + 1] in (")", ",", ";") and _CITED.search(before)
        if not cited and not (_DESCRIBED.search(before) and _NOUN.match(m.string, m.end())):
            return None
    if int(m["year"]) < 1400 and not told:
        return None
    if not told and (_TALLY.match(m.string, m.end()) or _YEAR_BEHIND.match(m.string, m.end())) or _falls_to(m):
        return None
    if _DECLARED.match(m.string, max(0, m.start() - 2)):
        return None
    counted = _COUNTED.match(m.string, m.end()) is not None and not _DETERMINED.search(before)
    return None if counted and not (told and not before.rstrip().lower().endswith("of")) else Calendar(year=int(m["year"]))


@RULES.rule(
    rf"{_FREE}(?P<first>(?P<year>{w.YEAR}))(?:-|–|—|/|‑)(?P<last>(?P<year2>{w.YEAR}|\d\d|(?<=[–/])\d))(?![-–/.,]?\d)",
    finds("The war of [1939]–[1945] ended.", "1939", when="1939/1945"),
    finds("The war of [1941]-[45] ended.", "1941", when="1941/1945"),
    finds("He studied there [1951]–[4], then left.", "1951", when="1951/1954"),
    finds("The dynasty ([1350]–[1767]) fell.", "1350", when="1350/1767"),
    ignores("Call 1800-1234."),
)
def years(m: re.Match[str]) -> TimeSpec | None:
    """Two years joined by a dash."""
    first, last = int(m["year"]), int(m["year2"])
    last = last if last > 99 else first // 100 * 100 + last if last > 9 or len(m["year2"]) > 1 else first // 10 * 10 + last
    longest = 700 if re.search(r"\((?:c\.\s?|ca\.\s?|r\.\s?)?\Z", m.string[max(0, m.start() - 9) : m.start()]) else 200  # a dynasty's
    return Between(Calendar(year=first), Calendar(year=last)) if first < last < first + longest else None


@RULES.rule(
    rf"(?:the year )?(?P<words>{w.YEAR_WORDS})",
    finds("It fell in [nineteen ninety-six].", "1996"),
    finds("The [nineteen ninety-seven] attack was theirs.", "1997"),
    finds("In [nineteen fourteen] they were boys, and by [twenty ten] they were old.", "1914"),
    finds("Peace was made in [sixteen forty-eight].", "1648"),
    finds("Done in [one thousand nine hundred and forty-nine].", "1949"),
    ignores("Nineteen eighty cases were counted, and two thousand people fled."),
    ignores("They read Nineteen Eighty-Four to twenty fifteen-year-olds and nineteen sixteen-inch guns."),
)
def year_in_words(m: re.Match[str]) -> TimeSpec | None:
    """A year in words; what is round may be a count, so it needs a word of time before it."""
    told = _TIME_WORD.search(m.string[max(0, m.start() - 24) : m.start()]) or m.group().lower().startswith("the year")
    if re.search(r"[a-z][\s-][A-Z]", m["words"]):
        return None  # the name of a book
    round_number = re.search(r"ty\Z|teen\Z|hundred\Z|thousand|\Atwenty\b", m["words"], re.IGNORECASE)
    return Calendar(year=w.year_words(m["words"])) if told or not round_number else None


@RULES.rule(
    r"'(?P<year>\d\d)",
    finds("The census of ['91] failed.", "1991"),
    ignores("It cost '91 pounds."),
    after=r"(?:in|of|since|until|by|from|before|after|late|early) ",
)
def year_short(m: re.Match[str]) -> TimeSpec:
    """A year in two digits behind an apostrophe."""
    return Calendar(year=w.full_year(int(m["year"]), 40))
