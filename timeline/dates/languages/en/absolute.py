"""Dates that name their place in the calendar: days, months, years, seasons, quarters, decades, centuries, numeric dates."""

import re

from timeline.dates.languages.en import words as w
from timeline.dates.rules import Rulebook, finds, ignores
from timeline.dates.spec import Between, Calendar, Clock, Numeric, Offset, Part, TimeSpec, Weekday

RULES = Rulebook("en")

_FREE = r"(?<![\d$£€¥#/.:\-–'’][\d$£€¥#/.:])(?<![$£€¥#/+@:=])(?<!\d[,.\-–])"  # not within a number, price, ratio or name
_OF_YEAR = r"(?: of)? (?P<which>this|that|last|next|the same|the following|the previous|the next|the present|the current) year"
_WHICH = {
    "this": 0,
    "present": 0,
    "current": 0,
    "last": -1,
    "past": -1,
    "next": 1,
    "coming": 1,
    "that": 0,
    "same": 0,
    "following": 1,
    "previous": -1,
}
_PREVIOUS = {"that", "same", "following", "previous"}


def which_year(words: str) -> TimeSpec:
    """The year that "last", "the following" or "that" year is."""
    word = words.lower().removeprefix("the").strip()
    base = "previous" if word in _PREVIOUS or words.lower() == "the next" else "published"
    return Offset("year", _WHICH[word], base, aligned=True)  # type: ignore[arg-type]


def _year(m: re.Match[str]) -> dict[str, int | TimeSpec | None]:
    """The year in the groups `year`, `short` or `which`."""
    groups = m.groupdict()
    if groups.get("year"):
        return {"year": int(groups["year"])}
    if groups.get("short"):
        return {"year": w.full_year(int(groups["short"]))}
    if groups.get("spoken"):
        return {"year": w.year_words(groups["spoken"])}
    return {"of": which_year(groups["which"])} if groups.get("which") else {}


_YEAR_TAIL = (
    rf"(?:(?:,? (?:(?:in|of) (?:the year )?)?|,)(?P<year>{w.YEAR})(?![-–]\d\d\d|,\d\d\d|\.\d|%)|,? '(?P<short>\d\d)|"
    rf",?(?: in| of)?(?: the year)? (?P<spoken>{w.YEAR_WORDS})(?! (?:people|men|women|children|police|troops)\b)(?! (?-i:[a-z]+s)\b)|"
    rf",?{_OF_YEAR})"
)


_THING = r"(?!(?:when|that|which|until|till|after|before|with|from|were|they|there|then|their|this|these|while|where)\b)(?-i:[a-z]{4,})\b"


@RULES.rule(
    rf"(?:{w.ANY_WEEKDAY},? )?(?:the (?!{w.DAY} {w.MONTH} {_THING}))?"
    rf"(?P<day>{w.DAY})(?:st|nd|rd|th)?(?: day)?(?: of|-)? ?(?P<month>{w.MONTH})(?:{_YEAR_TAIL}|"
    rf"-(?P<tail>{w.YEAR}))?",
    finds("The accord was signed on [24 March 1999] in Rome.", "1999-03-24", when="1999-03-24"),
    finds("Fighting resumed on [3rd of January] near Avdiivka.", "2024-01-03"),
    finds("The [12 January] raid failed, as had others. It was retaken on [the 14 January] and left.", "2024-01-12"),
    finds("Talks reopened on [29 February].", "2024-02-29", anchor="2024-03-01"),
    finds("It fell on [15 May of that year].", "2024-05-15"),
    ignores("Some 24 marchers held a march."),
)
def day_month_year(m: re.Match[str]) -> TimeSpec:
    """A day, a month name and, if it is there, a year."""
    year = {"year": int(m["tail"])} if m["tail"] else _year(m)
    return Calendar(month=w.month(m["month"]), day=int(m["day"]), **year)


@RULES.rule(
    rf"(?:{w.ANY_WEEKDAY},? )?(?P<month>{w.MONTH}) (?:the )?(?P<day>{w.DAY})(?!:\d|\.\d|,\d{{3}}|%)(?:st|nd|rd|th)?{_YEAR_TAIL}?",
    finds("They met on [March 24, 1999] in Rome.", "1999-03-24"),
    finds("They met on [Wednesday, Jan. 3] in Rome.", "2024-01-03"),
    finds("Police fired on the crowd on [December 14th].", "2023-12-14"),
    ignores("In Augusta 24 people and 1999 sheep were counted."),
)
def month_day_year(m: re.Match[str]) -> TimeSpec:
    """A month name, a day and, if it is there, a year."""
    return Calendar(month=w.month(m["month"]), day=int(m["day"]), **_year(m))  # type: ignore[arg-type]


@RULES.rule(
    rf"(?P<month>{w.MONTH}) (?:the )?(?P<day>{w.DAY_WORD}){_YEAR_TAIL}?",
    finds("They marched on [May the fourth, 1990].", "1990-05-04"),
)
def month_day_word(m: re.Match[str]) -> TimeSpec:
    """A month name and a day in words."""
    return Calendar(month=w.month(m["month"]), day=w.ordinal(m["day"]), **_year(m))  # type: ignore[arg-type]


@RULES.rule(
    rf"(?:the )?(?P<day>{w.DAY_WORD})(?: day)? of (?P<month>{w.MONTH}){_YEAR_TAIL}?",
    finds("They marched on [the twenty-third of January 1990].", "1990-01-23"),
)
def day_word_month(m: re.Match[str]) -> TimeSpec:
    """A day in words and a month name."""
    return Calendar(month=w.month(m["month"]), day=w.ordinal(m["day"]), **_year(m))  # type: ignore[arg-type]


@RULES.rule(
    rf"(?P<first>(?P<month>{w.MONTH}) (?P<day>{w.DAY})(?:st|nd|rd|th)?)(?:-|–|—| - | – | to | through | until | and |/)"
    rf"(?P<last>(?P<day2>{w.DAY})(?:st|nd|rd|th)?(?!:\d|\.\d|,\d{{3}}|%){_YEAR_TAIL}?)",
    finds("The summit of [June 24]-[26, 2022] failed.", "2022-06-24", when="2022-06-24/2022-06-26"),
)
def month_days(m: re.Match[str]) -> TimeSpec | None:
    """Two days of one month, the month first."""
    month, year = w.month(m["month"]), _year(m)
    first, last = (Calendar(month=month, day=int(m[day]), **year) for day in ("day", "day2"))  # type: ignore[arg-type]
    return Between(first, last) if int(m["day"]) < int(m["day2"]) else None


@RULES.rule(
    rf"(?P<first>(?:the )?(?P<day>{w.DAY})(?:st|nd|rd|th)?)(?:-|–|—| - | – | to | through | until | and |/)"
    rf"(?P<last>(?:the )?(?P<day2>{w.DAY})(?:st|nd|rd|th)?(?: of)? (?P<month>{w.MONTH}){_YEAR_TAIL}?)",
    finds("It was sunny from [the 13th] to [the 19th of October 1950].", "1950-10-13"),
    finds("The summit of [24] to [26 June 2022] failed.", "2022-06-24", when="2022-06-24/2022-06-26"),
)
def days_month(m: re.Match[str]) -> TimeSpec | None:
    """Two days of one month, the month last."""
    return month_days(m)


@RULES.rule(
    rf"(?:the )?(?P<day>{w.DAY})(?:st|nd|rd|th)?(?=(?:, (?:the )?{w.DAY_TH}){{0,4}},? (?:and|or|to) (?:the )?{w.DAY_TH}(?: of)? "
    rf"(?P<month>{w.MONTH}){_YEAR_TAIL}?)",
    finds("They met on [3], [4] and [5 March 2024].", "2024-03-03"),
    ignores("Rows 3, 4 and 5 march past."),
)
def day_in_list(m: re.Match[str]) -> TimeSpec:
    """A day in a list whose last one has the month."""
    return Calendar(month=w.month(m["month"]), day=int(m["day"]), **_year(m))  # type: ignore[arg-type]


@RULES.rule(
    rf"(?:(?:the )?month of )?(?P<month>{w.MONTH})(?:{_YEAR_TAIL}| of (?:the year )?(?P<of>{w.YEAR})(?!,\d)|(?:-|"
    rf"/)(?P<tail>{w.YEAR}))(?! (?:people|troops|cases)\b)",
    finds("Russia invaded in [February 2022].", "2022-02", when="2022-02"),
    finds("It began in [February of 1940].", "1940-02"),
    finds("It fell in [May nineteen ninety-six].", "1996-05"),
    finds("It was [April of twenty twenty-two], and it rained.", "2022-04"),
    finds("The ban began in [March last year].", "2023-03"),
    finds("The strike of [May '68] spread.", "1968-05"),
    ignores("The mayor may 2022 times refuse."),
)
def month_year(m: re.Match[str]) -> TimeSpec:
    """A month name and a year."""
    given = m["of"] or m["tail"]
    return Calendar(month=w.month(m["month"]), **({"year": int(given)} if given else _year(m)))


@RULES.rule(
    rf"(?P<first>(?P<month>{w.MONTH}))(?:-|–|—| - | – | to | through | until | and |/)(?P<last>(?P<month2>{w.MONTH})(?:,? (?:of )?"
    rf"(?P<year>{w.YEAR})|,? '(?P<short>\d\d)|{_OF_YEAR})?)",
    finds("Fighting in [April]–[May 2015] killed dozens.", "2015-04", when="2015-04/2015-05"),
    finds("They met in [June] and [July of 1967].", "1967-06", when="1967-06/1967-07"),
    finds("The [May]–[June] offensive failed.", "2023-05", when="2023-05/2023-06"),
    finds("In [December] and [January] it froze.", "2023-12", when="2023-12/2024-01"),
)
def months_year(m: re.Match[str]) -> TimeSpec:
    """Two months, with the year of the second."""
    return Between(*(Calendar(month=w.month(m[g]), **_year(m)) for g in ("month", "month2")))  # type: ignore[arg-type]


@RULES.rule(
    rf"(?P<first>(?P<month>{w.MONTH}) (?P<day>{w.DAY})(?:st|nd|rd|th)?) ?{w.DASH} ?"
    rf"(?P<last>(?P<month2>{w.MONTH}) (?P<day2>{w.DAY})(?:st|nd|rd|th)?(?!:\d|\.\d|,\d{{3}}|%){_YEAR_TAIL}?)",
    finds("In the first phase ([March 19]-[April 30, 2003]) they fled.", "2003-03-19", when="2003-03-19/2003-04-30"),
)
def month_day_to_month_day(m: re.Match[str]) -> TimeSpec:
    """Two days of two months, the months first."""
    return Between(*(Calendar(month=w.month(m["month" + k]), day=int(m["day" + k]), **_year(m)) for k in ("", "2")))  # type: ignore[arg-type]


_PLAIN_MONTH = "(?-i:" + "|".join(form for name in w.MONTH_NAMES if name not in ("March", "May") for form in (name, name.upper())) + ")"
_WORD_MONTH = "(?-i:March|May|MARCH|MAY)"


@RULES.rule(
    rf"(?:(?:the )?month of )?(?P<month>{_PLAIN_MONTH})(?! (?-i:[A-Z][a-z]+))",
    finds("Fighting resumed in [January].", "2024-01"),
    finds("The truce ended in [December] after talks.", "2023-12"),
    ignores("April Glaspie met June Carter and August Hanning."),
)
def month(m: re.Match[str]) -> TimeSpec:
    """A month alone, unless a name follows it."""
    return Calendar(month=w.month(m["month"]))


@RULES.rule(
    rf"(?P<month>{_PLAIN_MONTH})",
    finds("In [January] Russia struck.", "2024-01"),
    after=r"(?:in|since|until|by|during|before|after|from|last|next|this|of|between|for|early|mid|late)[- ]",
)
def month_before_name(m: re.Match[str]) -> TimeSpec:
    """A month alone before a name, where the word in front of it tells."""
    return Calendar(month=w.month(m["month"]))


@RULES.rule(
    rf"(?P<month>{_WORD_MONTH})(?! (?-i:[A-Z][a-z]+ (?:said|told|was|is|has|had|would)))",
    finds("Fighting resumed in [March].", "2023-03", anchor="2023-12-01"),
    finds("The road has been shut since [May].", "2023-05"),
    ignores("They may march on. May said the march of Theresa May and her allies was over."),
    after=r"(?:in|since|until|till|by|during|before|from|to|through|between|early|mid|late|throughout|around|last|next|this|and|or|of|"
    rf"{w.MONTH},)[- ]",
)
def month_that_is_a_word(m: re.Match[str]) -> TimeSpec:
    """March and May alone, only where a word before them tells."""
    return Calendar(month=w.month(m["month"]))


@RULES.rule(
    rf"(?:(?:the )?(?P<century>{w.ORDINAL}) (?:century|c\.)|(?P<century2>{w.ORDINAL})-century)"
    r"(?:(?P<bc> (?:BCE|BC|B\.C\.(?:E\.)?))| (?-i:AD|CE|A\.D\.))?",
    finds("The border dates from [the 19th century].", "18", when="18XX"),
    finds("A [sixteenth-century] fort was shelled.", "15"),
    finds("It was busy by [the 2nd century AD].", "01"),
    finds("It was [the twenty‑first century] and a [17th‑century] wall.", "20"),
)
def century(m: re.Match[str]) -> TimeSpec:
    """A century: the 18th is 1700–1799."""
    nth = w.ordinal(m["century"] or m["century2"])
    return Calendar(century=nth - 1 if not m["bc"] else -nth)


_THIRD = r"(?P<part>early|mid|late)[- ]"


def _third(words: str | None, of: Calendar) -> TimeSpec:
    return Part({"early": "START", "mid": "MID", "late": "END"}[words.lower()], of) if words else of


@RULES.rule(
    rf"(?P<first>(?:the )?(?:{_THIRD.replace('<part>', '<p1>')})?(?P<c1>{w.ORDINAL}))(?:(?:-| |,)(?:century)?)?"
    rf"(?: and | to | through | until | or |, and |–|-)(?P<last>(?:the )?(?:{_THIRD.replace('<part>', '<p2>')})?"
    rf"(?P<c2>{w.ORDINAL})[- ]centur(?:ies|y))",
    finds("They fought wars in [the 18th] and [19th centuries].", "17", when="17XX/18XX"),
    finds("They raided in [the late 9th] and [early 10th centuries].", "08", when="0867~/0933~"),
)
def centuries(m: re.Match[str]) -> TimeSpec:
    """Two centuries."""
    first, last = (_third(m["p" + k], Calendar(century=w.ordinal(m["c" + k]) - 1)) for k in "12")
    return Between(first, last)


@RULES.rule(
    r"(?:the )?(?:years? )?(?P<decade>1[0-9]\d|20\d)0'?s",
    finds("It was built in [the 1990s].", "199", when="199X"),
    finds("It closed in [the late 1800s].", "18", when="1867~/1899~"),
    finds("It opened in [the 1900s].", "190"),
)
def decade(m: re.Match[str]) -> TimeSpec:
    """A decade in digits; the 1800s are a century."""
    decade = int(m["decade"])
    return Calendar(century=decade // 10) if decade % 10 == 0 and decade < 190 else Calendar(decade=decade)


_OF_AGE = re.compile(
    r"(?:\b(?:his|her|their|my|our|your|its)|['’]s?|\b(?:highs?|lows?|temperatures?|degrees)\b.{0,12})\s"
    r"(?:(?:very\s)?(?:early|mid|late|middle|upper|low)[\s-])?\Z",
    re.IGNORECASE,
)


@RULES.rule(
    r"(?:the )?'?(?P<decade>[1-9])0'?s(?!-| ?[°º])",
    finds("It was built in [the '90s].", "199"),
    finds("It was built in [the 1920s] and [30s].", "193"),
    ignores("He was in his 60s and in the low 30s; the 50s-style car stood there, and she was in her late 30s."),
    after=r"(?:the|in|of|during|early|late|mid|and|'|the ')[- ]?",
)
def decade_short(m: re.Match[str]) -> TimeSpec | None:
    """A decade in two digits, of the twentieth century; an age is none."""
    return None if _OF_AGE.search(m.string, max(0, m.start() - 24), m.start()) else Calendar(decade=190 + int(m["decade"]))


@RULES.rule(
    r"'(?P<decade>[1-9])0'?s(?!-)",
    finds("It was built in [the early '80s].", "198"),
    finds("Rulers of [the 1950s], ['60s] and ['70s] kept it.", "196"),
    after=r"(?:the|in|of|during|early|late|mid|and|\d{2,4}s,)[- ]",
)
def decade_behind_apostrophe(m: re.Match[str]) -> TimeSpec:
    """A decade in two digits behind an apostrophe."""
    return Calendar(decade=190 + int(m["decade"]))


_DECADES = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]


@RULES.rule(
    rf"(?:the )?(?P<decade>{'|'.join(_DECADES)})",
    finds("It was built in [the nineties].", "199"),
    finds("It was built in [the late eighties].", "198"),
    ignores("A woman in her eighties lived there, and one in her late twenties."),
    after=r"(?:in|of|since|until|during|early|late|mid|by|from|the|through|throughout|over|to) (?:the )?",
)
def decade_word(m: re.Match[str]) -> TimeSpec | None:
    """A decade in words, of the twentieth century; an age is none."""
    if _OF_AGE.search(m.string, max(0, m.start() - 24), m.start()):
        return None
    return Calendar(decade=192 + _DECADES.index(m["decade"].lower()))


@RULES.rule(
    rf"(?:the )?(?P<century>nineteen|eighteen)[- ](?P<decade>{'|'.join(_DECADES)})",
    finds("It was built in [the nineteen eighties].", "198"),
)
def decade_in_words(m: re.Match[str]) -> TimeSpec:
    """A decade in words, with its century."""
    return Calendar(decade={"nineteen": 192, "eighteen": 182}[m["century"].lower()] + _DECADES.index(m["decade"].lower()))


@RULES.rule(
    rf"(?P<month>{_WORD_MONTH})(?= (?-i:[a-z]{{3,}}))(?! (?:government|cabinet|administration|premiership|years|era|plan|deal|ministry|"
    rf"family)\b)",
    finds("The [March] elections were free.", "2023-03", anchor="2023-12-01"),
    ignores("The march of history; The May Company."),
    after=r"(?:the|a|this year's|last year's) ",
)
def month_before_noun(m: re.Match[str]) -> TimeSpec:
    """March and May as the month of what follows."""
    return Calendar(month=w.month(m["month"]))


@RULES.rule(
    rf"the (?P<unit>week(?:end)?) (?:of|beginning|starting)(?: on)? (?:(?P<month>{w.MONTH}) (?P<day>{w.DAY})(?:[-–—]{w.DAY})?|"
    rf"(?P<day2>{w.DAY})(?:(?:[-–—]| and ){w.DAY})? (?P<month2>{w.MONTH})){_YEAR_TAIL}?",
    finds("A hearing is due in [the week of March 6].", "2024-W10"),
    finds("They met on [the weekend of 14 October 1989].", "1989-W41-WE"),
    finds("They met on [the weekend of 14-15 October 1989].", "1989-W41-WE"),
)
def week_of_day(m: re.Match[str]) -> TimeSpec:
    """The week or weekend that a day lies in."""
    day = Calendar(month=w.month(m["month"] or m["month2"]), day=int(m["day"] or m["day2"]), **_year(m))  # type: ignore[arg-type]
    week = Offset("week", 0, aligned=True, of=day)
    return week if m["unit"].lower() == "week" else Weekday(8, week=week)


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
    longest = 700 if re.search(r"\((?:c\.\s?|ca\.\s?|r\.\s?)?\Z", m.string[: m.start()]) else 200  # a dynasty's
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
    r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?:[T "
    r"](?P<time>[0-2]\d:[0-5]\d)(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d| ?(?-i:UTC|GMT|CET|CEST|EET|MSK)| local time)?)?",
    finds("Pass of [2024-01-18 10:42 UTC]: alongside.", "2024-01-18T10:42"),
    finds("Logged [2024-01-18] by hand.", "2024-01-18"),
)
def iso_day(m: re.Match[str]) -> TimeSpec:
    """A day, and perhaps a time, as ISO 8601 writes it."""
    day = Calendar(int(m["year"]), int(m["month"]), int(m["day"]))
    return Clock(m["time"], day) if m["time"] else day


@RULES.rule(r"(?P<year>1[5-9]\d\d|20\d\d)-(?P<month>0[1-9]|1[0-2])(?![-\d])", finds("Period: [2024-01].", "2024-01"))
def iso_month(m: re.Match[str]) -> TimeSpec:
    """A month as ISO 8601 writes it."""
    return Calendar(int(m["year"]), int(m["month"]))


_NUM_STOP = r"(?![-/.]?\d)"


@RULES.rule(
    rf"(?<![\d/.-])(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?P=sep)(?P<year>1[5-9]\d\d|20\d\d){_NUM_STOP}"
    r"(?:,? (?:at )?(?P<time>[0-2]?\d:[0-5]\d)(?!\d))?",
    finds("Map as of [03.05.2024, 18:00]", "2024-05-03T18:00"),
    finds("Dated [24/02/2022] in Kyiv.", "2022-02-24", when="2022-02-24"),
    finds("Dated [3/4/2014] in Kyiv.", "2014-03-04"),
    finds("Dated [11.09.2001] in Bonn.", "2001-09-11"),
    ignores("The address was 10.12.2001.7 and part 99/99/2001."),
)
def numeric(m: re.Match[str]) -> TimeSpec | None:
    """Three numbers, the year last; with dots the day is first, else the order may stay open."""
    a, b, year = int(m["a"]), int(m["b"]), int(m["year"])
    day = Calendar(year, b, a) if m["sep"] == "." and 0 < b <= 12 else _either(a, b, year)
    return Clock(m["time"].zfill(5), day) if m["time"] and isinstance(day, Calendar) else day


def _either(a: int, b: int, year: int) -> TimeSpec | None:
    if not (0 < a <= 31 and 0 < b <= 31) or (a > 12 and b > 12):
        return None
    if a > 12 or b > 12 or a == b:
        return Calendar(year, min(a, b), max(a, b))
    return Numeric(a, b, year)


@RULES.rule(
    rf"(?<![\d/.-])(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/(?P<year>\d\d){_NUM_STOP}",
    finds("Dated [24/02/22] in Kyiv.", "2022-02-24"),
)
def numeric_short(m: re.Match[str]) -> TimeSpec | None:
    """Three short numbers, the year last."""
    return _either(int(m["a"]), int(m["b"]), w.full_year(int(m["year"]), 70))


@RULES.rule(
    rf"(?<![\d/.-])(?P<year>1[5-9]\d\d|20\d\d)(?P<sep>[/.])(?P<month>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}}){_NUM_STOP}",
    finds("Dated [2022/02/24] in Kyiv.", "2022-02-24"),
)
def numeric_year_first(m: re.Match[str]) -> TimeSpec | None:
    """Three numbers, the year first."""
    return Calendar(int(m["year"]), int(m["month"]), int(m["day"])) if 0 < int(m["month"]) <= 12 and 0 < int(m["day"]) <= 31 else None


@RULES.rule(
    rf"(?:the )?(?P<season>{w.SEASON})(?:,? (?:of )?(?:the year )?(?P<year>{w.YEAR})(?:[-–/]\d\d(?:\d\d)?)?(?!,\d)|"
    rf",? (?:of )?'(?P<short>\d\d)|{_OF_YEAR})",
    finds("They met in [summer 2016].", "2016-SU", when="2016-22"),
    finds("They met in [the summer of 2016].", "2016-SU", when="2016-22"),
    finds("They met in [summer of last year].", "2023-SU"),
)
def season_year(m: re.Match[str]) -> TimeSpec:
    """A season and a year."""
    return Calendar(cycle=w.CYCLES[m["season"].lower()], **_year(m))  # type: ignore[arg-type]


@RULES.rule(
    rf"(?:the )?(?P<year>{w.YEAR}) (?P<season>spring|summer|autumn|winter)(?! (?:olympics?|games|paralympics?)\b)",
    finds("Their [1982 summer] offensive failed.", "1982-SU"),
)
def year_season(m: re.Match[str]) -> TimeSpec:
    """A year and a season: the 1982 summer offensive."""
    return Calendar(int(m["year"]), cycle=w.CYCLES[m["season"].lower()])


_NO_SEASON = (
    r"(?! (?:of|games|olympics|palace|session|camp|break|school|war|house|wheat|sports?|garden|guard|solstice)\b)"
    r"(?! (?-i:[A-Z][a-z]+)(?<!Offensive)(?<!Campaign)(?<!Uprising)(?<!Rising)(?<!Harvest)(?= (?-i:[a-z])|[.,;]))"
)


@RULES.rule(
    rf"the (?P<season>spring|summer|autumn|winter){_NO_SEASON}",
    finds("They met in [the summer].", "2023-SU"),
    finds("Before [the summer] offensive they passed [the early winter] in camp.", "2023-SU"),
    ignores("The Summer Games opened at the Winter Palace and the Summer Institute."),
)
def the_season(m: re.Match[str]) -> TimeSpec:
    """A season alone."""
    return Calendar(cycle=w.CYCLES[m["season"].lower()])


@RULES.rule(
    rf"(?:the )?(?P<season>spring|summer|autumn|winter|fall(?! (?:in|from|to|and rise)\b)){_NO_SEASON}",
    finds("The offensive stalled in [winter].", "2023-WI"),
    finds("They will meet in [the fall].", "2024-FA"),
    ignores("The fall of the city and the fall in prices shook them."),
    after=r"(?:in|by|until|since|this|early|late|mid|throughout|during|over|and)[ -](?:the )?",
)
def season(m: re.Match[str]) -> TimeSpec:
    """A season alone, where a word of time stands before it."""
    return Calendar(cycle=w.CYCLES[m["season"].lower()])


_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4, "last": 4}
_Q = r"(?P<q>first|second|third|fourth|1st|2nd|3rd|4th)"


@RULES.rule(
    rf"(?:(?:the )?(?:(?:(?P<before>{w.YEAR})|(?P<ago>year-(?:ago|earlier))) )?(?P<fiscal>fiscal[- ])?{_Q} quarter|"
    rf"{_Q.replace('<q>', '<q2>')}-quarter)"
    rf"(?:,? (?:of )?(?:the year )?(?:fiscal (?:year )?)?(?P<year>{w.YEAR})|{_OF_YEAR})?",
    finds("Exports fell in [the third quarter of 2023].", "2023-Q3", when="2023-35"),
    finds("Exports fell in [the third quarter].", "2023-Q3"),
    finds("The [third-quarter] slump.", "2023-Q3"),
    finds("It earned less than in [the year-ago third quarter].", "2023-Q3"),
    finds("Profit fell in [the fiscal first quarter].", "2023-Q1", anchor="2023-10-26"),
    ignores("They trailed in the fourth quarterback race."),
)
def quarter(m: re.Match[str]) -> TimeSpec:
    """A quarter of a year."""
    year = {"year": int(m["before"])} if m["before"] else {"of": which_year("last")} if m["ago"] else _year(m)
    return Calendar(cycle=f"Q{_QUARTERS[(m['q'] or m['q2']).lower()]}", fiscal=bool(m["fiscal"]), **year)


@RULES.rule(
    rf"the (?:last|final) quarter of (?:the year )?(?P<year>{w.YEAR})",
    finds("Output fell in [the last quarter of 2022].", "2022-Q4"),
)
def last_quarter_of_year(m: re.Match[str]) -> TimeSpec:
    """The last quarter of a year."""
    return Calendar(int(m["year"]), cycle="Q4")


@RULES.rule(
    r"the (?:(?P<which>latest|most recent|current) )?quarter(?! (?:century|of|final)\b)|the (?P<last>latest) (?:period|three months)",
    finds("Exports fell in [the latest quarter].", "2023-Q4"),
    finds("Exports rise in [the current quarter].", "2024-Q1"),
    finds("[Third-quarter] exports fell; imports rose in [the quarter].", "2023-Q3"),
)
def the_quarter(m: re.Match[str]) -> TimeSpec:
    """The quarter under discussion, else the last one that is over; the current one is that of publication."""
    which = (m["which"] or m["last"] or "").lower()
    if which in ("latest", "most recent"):
        return Offset("quarter", -1, aligned=True)
    return Offset("quarter", 0, "published" if which else "previous", aligned=True)


@RULES.rule(
    rf"the (?P<year>{w.YEAR}) (?:quarter|period)",
    finds("A loss in [the third quarter of 2023] followed a profit in [the 2022 period].", "2022-Q3"),
    finds("Profit rose from [the 1988 period].", "1988"),
)
def period_of_a_year(m: re.Match[str]) -> TimeSpec:
    """The 1988 quarter: the quarter under discussion, in that year."""
    return Calendar(int(m["year"]), cycle="Q")


@RULES.rule(
    rf"(?P<which>this|last|next) year's {_Q} quarter",
    finds("Exports fell in [last year's third quarter].", "2023-Q3"),
)
def quarter_of_relative_year(m: re.Match[str]) -> TimeSpec:
    """A quarter of last, this or next year."""
    return Calendar(cycle=f"Q{_QUARTERS[m['q'].lower()]}", of=which_year(m["which"]))


@RULES.rule(
    rf"(?:Q(?P<q>[1-4])|(?P<q2>[1-4])Q)(?:[ -]?(?:(?:of |FY ?)?(?P<year>{w.YEAR})|(?:'|FY ?)(?P<short>\d\d))|(?<=Q)(?P<y22>\d\d))?|"
    rf"(?P<y2>{w.YEAR})[ -]?Q(?P<q3>[1-4])",
    finds("Exports fell in [Q4 2023].", "2023-Q4", when="2023-36"),
    finds("Orders of [3Q23] beat those of [Q1 FY23].", "2023-Q3"),
)
def quarter_short(m: re.Match[str]) -> TimeSpec:
    """A quarter as Q4 2023."""
    year = {"year": int(m["y2"])} if m["y2"] else {"year": 2000 + int(m["y22"])} if m["y22"] else _year(m)
    return Calendar(cycle=f"Q{m['q'] or m['q2'] or m['q3']}", **year)


@RULES.rule(
    rf"(?:the )?(?P<half>first|second|latter|1st|2nd) half(?: of)?(?: (?:the year )?(?P<year>{w.YEAR})|{_OF_YEAR}| the year)",
    finds("Exports fell in [the first half of 2023].", "2023-H1", when="2023-40"),
)
def half_year(m: re.Match[str]) -> TimeSpec:
    """Half a year."""
    return Calendar(cycle="H1" if m["half"].lower() in ("first", "1st") else "H2", **_year(m))  # type: ignore[arg-type]


@RULES.rule(
    r"the (?P<half>first|second) half(?= ?(?:[.;]|, (?:as|the|net|sales|profit|exports|revenue|output)| (?:from|to|as|was|were|compared|"
    r"and)\b))",
    finds("Exports fell in [the first half] from a peak.", "2023-H1", anchor="2023-10-01"),
    ignores("He scored in the first half of the game."),
    after=r"(?:in|during|for|of) ",
)
def half_year_alone(m: re.Match[str]) -> TimeSpec:
    """Half a year without its year."""
    return Calendar(cycle="H1" if m["half"].lower() == "first" else "H2")


@RULES.rule(
    rf"(?:the )?(?:fiscal(?: year)?[- ]|financial year )(?P<year>{w.YEAR})(?:[-/–]\d\d(?:\d\d)?)?|FY ?(?P<year2>{w.YEAR}|\d\d)",
    finds("Spending rose in [fiscal 2023].", "2023"),
    finds("Spending rose in [FY2023].", "2023"),
)
def fiscal_year(m: re.Match[str]) -> TimeSpec:
    """A fiscal year, approximate since states begin it in different months."""
    year = int(m["year"] or m["year2"])
    return Calendar(year=year if year > 99 else 2000 + year, fiscal=True)


@RULES.rule(
    rf"the (?P<n>first|second|third|fourth|last|final) week (?:of|in) (?P<month>{w.MONTH})(?:{_YEAR_TAIL})?",
    finds("They fled in [the first week of March 2022].", "2022-03", when="2022-03-01~/2022-03-10~"),
)
def week_of_month(m: re.Match[str]) -> TimeSpec:
    """A week of a month, read as its early, middle or late third."""
    part = {"first": "START", "second": "MID", "third": "MID"}.get(m["n"].lower(), "END")
    return Part(part, Calendar(month=w.month(m["month"]), **_year(m)))  # type: ignore[arg-type]


_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}


@RULES.rule(
    rf"(?:the )?(?P<n>first|second|third|fourth|fifth|last) (?P<weekday>{w.WEEKDAY}) (?:of|in) (?P<month>{w.MONTH})(?:{_YEAR_TAIL})?",
    finds("They voted on [the second Sunday of October 2022].", "2022-10-09", when="2022-10-09"),
    finds("They voted on [the last Friday in March 2021].", "2021-03-26"),
    finds("They will vote on [the first Tuesday of November].", "2024-11-05"),
)
def weekday_of_month(m: re.Match[str]) -> TimeSpec:
    """The second Sunday of a month."""
    return Calendar(month=w.month(m["month"]), weekday=w.weekday(m["weekday"]), nth=_NTH[m["n"].lower()], **_year(m))  # type: ignore[arg-type]


@RULES.rule(
    rf"the (?P<part>first|second|third|last|final|opening|closing) (?:quarter|third) of the (?P<century>{w.ORDINAL}) century",
    finds("Trade grew in [the third quarter of the 18th century].", "17"),
)
def quarter_of_century(m: re.Match[str]) -> TimeSpec:
    """A quarter or third of a century, as its early, middle or late third."""
    part = {"first": "START", "opening": "START", "second": "MID"}.get(m["part"].lower(), "END")
    return Part(part, Calendar(century=w.ordinal(m["century"]) - 1))


_DECADE_OF = {**{word: k - 1 for word, k in w.ORDINALS.items() if 0 < k < 11}, "opening": 0, "last": 9, "final": 9, "closing": 9}


@RULES.rule(
    rf"the (?P<n>{'|'.join(_DECADE_OF)}) decade of the (?P<century>{w.ORDINAL}) century",
    finds("The question arose in [the first decade of the twentieth century].", "190", when="190X"),
    finds("It lasted until [the final decade of the 18th century].", "179"),
)
def decade_of_century(m: re.Match[str]) -> TimeSpec:
    """The first or last decade of a century."""
    return Calendar(decade=10 * (w.ordinal(m["century"]) - 1) + _DECADE_OF[m["n"].lower()])


@RULES.rule(
    rf"the (?P<part>opening|first|early|closing|last|final) (?:(?:two|three|few) )?decades of the (?P<century>{w.ORDINAL}) century",
    finds("They ruled through [the opening decades of the twentieth century].", "19", when="1900~/1933~"),
)
def decades_of_century(m: re.Match[str]) -> TimeSpec:
    """The opening or closing decades of a century: its early or late third."""
    part = "START" if m["part"].lower() in ("opening", "first", "early") else "END"
    return Part(part, Calendar(century=w.ordinal(m["century"]) - 1))


@RULES.rule(
    rf"the (?:turn|dawn) of the (?:(?P<century>{w.ORDINAL}) )?century", finds("Borders moved at [the turn of the 20th century].", "19")
)
def turn_of_century(m: re.Match[str]) -> TimeSpec | None:
    """The turn of a century."""
    return Part("START", Calendar(century=w.ordinal(m["century"]) - 1)) if m["century"] else None


@RULES.rule(
    rf"(?:H(?P<half>[12])|(?P<half2>[12])H)(?:(?: of)?[ -]?(?:FY ?)?(?P<year>{w.YEAR})|[ -]?(?:FY|')?(?P<short>\d\d))",
    finds("Exports fell in [H2 2023].", "2023-H2"),
    finds("Sales of [1H23] and [2H 2022] were flat.", "2023-H1"),
    ignores("Highway H1 and gate 2H were shut."),
)
def half_short(m: re.Match[str]) -> TimeSpec:
    """Half a year as H2 2023."""
    return Calendar(cycle=f"H{m['half'] or m['half2']}", **_year(m))  # type: ignore[arg-type]


@RULES.rule(
    r"the (?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?= ?(?:[.,;:)]|\Z)| (?:and|when|was|were|to|until|he|she|they|it)\b)",
    finds("Signed on [1 August 1975] and published on [the 8th].", "1975-08-08"),
    after="on ",
)
def day_of_month(m: re.Match[str]) -> TimeSpec:
    """A day of the month that the text has reached."""
    return Calendar(day=int(m["day"]))


@RULES.rule(
    r"'(?P<year>\d\d)",
    finds("The census of ['91] failed.", "1991"),
    ignores("It cost '91 pounds."),
    after=r"(?:in|of|since|until|by|from|before|after|late|early) ",
)
def year_short(m: re.Match[str]) -> TimeSpec:
    """A year in two digits behind an apostrophe."""
    return Calendar(year=w.full_year(int(m["year"]), 40))
