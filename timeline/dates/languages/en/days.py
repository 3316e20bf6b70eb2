"""Days and months by their names: 24 March 1999, March 24–26, February 2022, the second Sunday of October."""

import re

from timeline.dates.languages.en import words as w
from timeline.dates.languages.en.given_year import OF_YEAR, YEAR_TAIL, given_year
from timeline.dates.rules import Rulebook, finds, ignores
from timeline.dates.spec import Between, Calendar, Offset, Part, TimeSpec, Weekday

RULES = Rulebook("en")


_THING = r"(?!(?:when|that|which|until|till|after|before|with|from|were|they|there|then|their|this|these|while|where)\b)(?-i:[a-z]{4,})\b"


@RULES.rule(
    rf"(?:{w.ANY_WEEKDAY},? )?(?:the (?!{w.DAY} {w.MONTH} {_THING}))?"
    rf"(?P<day>{w.DAY})(?:st|nd|rd|th)?(?: day)?(?: of|-)? ?(?P<month>{w.MONTH})(?:{YEAR_TAIL}|"
    rf"-(?P<tail>{w.YEAR}))?",
    finds("The accord was signed on [24 March 1999] in Rome.", "1999-03-24", when="1999-03-24"),
    finds("Fighting resumed on [3rd of January] near Avdiivka.", "2024-01-03"),
    finds("The [12 January] raid failed, as had others. It was retaken on [the 14 January] and left.", "2024-01-12"),
    finds("Talks reopened on [29 February].", "2024-02-29", anchor="2024-03-01"),
    finds("It was renewed on [30 January] until [31 January 2025].", "2024-01-30", when="2024-01-30"),
    finds("It fell on [15 May of that year].", "2024-05-15"),
    ignores("Some 24 marchers held a march."),
)
def day_month_year(m: re.Match[str]) -> TimeSpec:
    """A day, a month name and, if it is there, a year."""
    year = {"year": int(m["tail"])} if m["tail"] else given_year(m)
    return Calendar(month=w.month(m["month"]), day=int(m["day"]), **year)


@RULES.rule(
    rf"(?:{w.ANY_WEEKDAY},? )?(?P<month>{w.MONTH}) (?:the )?(?P<day>{w.DAY})(?!:\d|\.\d|,\d{{3}}|%)(?:st|nd|rd|th)?{YEAR_TAIL}?",
    finds("They met on [March 24, 1999] in Rome.", "1999-03-24"),
    finds("They met on [Wednesday, Jan. 3] in Rome.", "2024-01-03"),
    finds("Police fired on the crowd on [December 14th].", "2023-12-14"),
    ignores("In Augusta 24 people and 1999 sheep were counted."),
)
def month_day_year(m: re.Match[str]) -> TimeSpec:
    """A month name, a day and, if it is there, a year."""
    return Calendar(month=w.month(m["month"]), day=int(m["day"]), **given_year(m))  # type: ignore[arg-type]


@RULES.rule(
    rf"(?P<month>{w.MONTH}) (?:the )?(?P<day>{w.DAY_WORD}){YEAR_TAIL}?",
    finds("They marched on [May the fourth, 1990].", "1990-05-04"),
)
def month_day_word(m: re.Match[str]) -> TimeSpec:
    """A month name and a day in words."""
    return Calendar(month=w.month(m["month"]), day=w.ordinal(m["day"]), **given_year(m))  # type: ignore[arg-type]


@RULES.rule(
    rf"(?:the )?(?P<day>{w.DAY_WORD})(?: day)? of (?P<month>{w.MONTH}){YEAR_TAIL}?",
    finds("They marched on [the twenty-third of January 1990].", "1990-01-23"),
)
def day_word_month(m: re.Match[str]) -> TimeSpec:
    """A day in words and a month name."""
    return Calendar(month=w.month(m["month"]), day=w.ordinal(m["day"]), **given_year(m))  # type: ignore[arg-type]


@RULES.rule(
    rf"(?P<first>(?P<month>{w.MONTH}) (?P<day>{w.DAY})(?:st|nd|rd|th)?)(?:-|–|—| - | – | to | through | until | and |/)"
    rf"(?P<last>(?P<day2>{w.DAY})(?:st|nd|rd|th)?(?!:\d|\.\d|,\d{{3}}|%){YEAR_TAIL}?)",
    finds("The summit of [June 24]-[26, 2022] failed.", "2022-06-24", when="2022-06-24/2022-06-26"),
)
def month_days(m: re.Match[str]) -> TimeSpec | None:
    """Two days of one month, the month first."""
    month, year = w.month(m["month"]), given_year(m)
    first, last = (Calendar(month=month, day=int(m[day]), **year) for day in ("day", "day2"))  # type: ignore[arg-type]
    return Between(first, last) if int(m["day"]) < int(m["day2"]) else None


@RULES.rule(
    rf"(?P<first>(?:the )?(?P<day>{w.DAY})(?:st|nd|rd|th)?)(?:-|–|—| - | – | to | through | until | and |/)"
    rf"(?P<last>(?:the )?(?P<day2>{w.DAY})(?:st|nd|rd|th)?(?: of)? (?P<month>{w.MONTH}){YEAR_TAIL}?)",
    finds("It was sunny from [the 13th] to [the 19th of October 1950].", "1950-10-13"),
    finds("The summit of [24] to [26 June 2022] failed.", "2022-06-24", when="2022-06-24/2022-06-26"),
)
def days_month(m: re.Match[str]) -> TimeSpec | None:
    """Two days of one month, the month last."""
    return month_days(m)


@RULES.rule(
    rf"(?:the )?(?P<day>{w.DAY})(?:st|nd|rd|th)?(?=(?:, (?:the )?{w.DAY_TH}){{0,4}},? (?:and|or|to) (?:the )?{w.DAY_TH}(?: of)? "
    rf"(?P<month>{w.MONTH}){YEAR_TAIL}?)",
    finds("They met on [3], [4] and [5 March 2024].", "2024-03-03"),
    ignores("Rows 3, 4 and 5 march past."),
)
def day_in_list(m: re.Match[str]) -> TimeSpec:
    """A day in a list whose last one has the month."""
    return Calendar(month=w.month(m["month"]), day=int(m["day"]), **given_year(m))  # type: ignore[arg-type]


@RULES.rule(
    rf"(?:(?:the )?month of )?(?P<month>{w.MONTH})(?:{YEAR_TAIL}| of (?:the year )?(?P<of>{w.YEAR})(?!,\d)|(?:-|"
    rf"/)(?P<tail>{w.YEAR}))(?! (?:people|cases)\b)",
    finds("Russia invaded in [February 2022].", "2022-02", when="2022-02"),
    finds("It began in [February of 1940].", "1940-02"),
    finds("In [January 1964] students marched.", "1964-01"),
    finds("In [March 2021] troops arrested him.", "2021-03"),
    finds("It fell in [May nineteen ninety-six].", "1996-05"),
    finds("It was [April of twenty twenty-two], and it rained.", "2022-04"),
    finds("The ban began in [March last year].", "2023-03"),
    finds("The strike of [May '68] spread.", "1968-05"),
    ignores("The mayor may 2022 times refuse."),
)
def month_year(m: re.Match[str]) -> TimeSpec:
    """A month name and a year."""
    given = m["of"] or m["tail"]
    return Calendar(month=w.month(m["month"]), **({"year": int(given)} if given else given_year(m)))


@RULES.rule(
    rf"(?P<first>(?P<month>{w.MONTH}))(?:-|–|—| - | – | to | through | until | and |/)(?P<last>(?P<month2>{w.MONTH})(?:,? (?:of )?"
    rf"(?P<year>{w.YEAR})|,? '(?P<short>\d\d)|{OF_YEAR})?)",
    finds("Fighting in [April]–[May 2015] killed dozens.", "2015-04", when="2015-04/2015-05"),
    finds("They met in [June] and [July of 1967].", "1967-06", when="1967-06/1967-07"),
    finds("The [May]–[June] offensive failed.", "2023-05", when="2023-05/2023-06"),
    finds("In [December] and [January] it froze.", "2023-12", when="2023-12/2024-01"),
)
def months_year(m: re.Match[str]) -> TimeSpec:
    """Two months, with the year of the second."""
    return Between(*(Calendar(month=w.month(m[g]), **given_year(m)) for g in ("month", "month2")))  # type: ignore[arg-type]


@RULES.rule(
    rf"(?P<first>(?P<month>{w.MONTH}) (?P<day>{w.DAY})(?:st|nd|rd|th)?) ?{w.DASH} ?"
    rf"(?P<last>(?P<month2>{w.MONTH}) (?P<day2>{w.DAY})(?:st|nd|rd|th)?(?!:\d|\.\d|,\d{{3}}|%){YEAR_TAIL}?)",
    finds("In the first phase ([March 19]-[April 30, 2003]) they fled.", "2003-03-19", when="2003-03-19/2003-04-30"),
)
def month_day_to_month_day(m: re.Match[str]) -> TimeSpec:
    """Two days of two months, the months first."""
    return Between(*(Calendar(month=w.month(m["month" + k]), day=int(m["day" + k]), **given_year(m)) for k in ("", "2")))  # type: ignore[arg-type]


_PLAIN_MONTH = "(?-i:" + "|".join(form for name in w.MONTH_NAMES if name not in ("March", "May") for form in (name, name.upper())) + ")"


_WORD_MONTH = "(?-i:March|May|MARCH|MAY)"


@RULES.rule(
    rf"(?:(?:the )?month of )?(?P<month>{_PLAIN_MONTH})(?! (?-i:[A-Z][a-z]+))",
    finds("Fighting resumed in [January].", "2024-01"),
    finds("He said that it would end in [April].", "2024-04"),
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
    rf"(?P<day2>{w.DAY})(?:(?:[-–—]| and ){w.DAY})? (?P<month2>{w.MONTH})){YEAR_TAIL}?",
    finds("A hearing is due in [the week of March 6].", "2024-W10"),
    finds("They met on [the weekend of 14 October 1989].", "1989-W41-WE"),
    finds("They met on [the weekend of 14-15 October 1989].", "1989-W41-WE"),
)
def week_of_day(m: re.Match[str]) -> TimeSpec:
    """The week or weekend that a day lies in."""
    day = Calendar(month=w.month(m["month"] or m["month2"]), day=int(m["day"] or m["day2"]), **given_year(m))  # type: ignore[arg-type]
    week = Offset("week", 0, aligned=True, of=day)
    return week if m["unit"].lower() == "week" else Weekday(8, week=week)


@RULES.rule(
    rf"the (?P<n>first|second|third|fourth|last|final) week (?:of|in) (?P<month>{w.MONTH})(?:{YEAR_TAIL})?",
    finds("They fled in [the first week of March 2022].", "2022-03", when="2022-03-01~/2022-03-10~"),
)
def week_of_month(m: re.Match[str]) -> TimeSpec:
    """A week of a month, read as its early, middle or late third."""
    part = {"first": "START", "second": "MID", "third": "MID"}.get(m["n"].lower(), "END")
    return Part(part, Calendar(month=w.month(m["month"]), **given_year(m)))  # type: ignore[arg-type]


_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}


@RULES.rule(
    rf"(?:the )?(?P<n>first|second|third|fourth|fifth|last) (?P<weekday>{w.WEEKDAY}) (?:of|in) (?P<month>{w.MONTH})(?:{YEAR_TAIL})?",
    finds("They voted on [the second Sunday of October 2022].", "2022-10-09", when="2022-10-09"),
    finds("They voted on [the last Friday in March 2021].", "2021-03-26"),
    finds("They will vote on [the first Tuesday of November].", "2024-11-05"),
)
def weekday_of_month(m: re.Match[str]) -> TimeSpec:
    """The second Sunday of a month."""
    return Calendar(month=w.month(m["month"]), weekday=w.weekday(m["weekday"]), nth=_NTH[m["n"].lower()], **given_year(m))  # type: ignore[arg-type]


@RULES.rule(
    r"the (?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?= ?(?:[.,;:)]|\Z)| "
    r"(?:and|when|was|were|to|until|that|he|she|they|it|their|his|her|its|the|troops|forces|police|rebels)\b)",
    finds("Signed on [1 August 1975] and published on [the 8th].", "1975-08-08"),
    finds("Signed on [1 August 1975]; on [the 8th] troops left.", "1975-08-08"),
    after="on ",
)
def day_of_month(m: re.Match[str]) -> TimeSpec:
    """A day of the month that the text has reached."""
    return Calendar(day=int(m["day"]))


@RULES.rule(
    rf"the (?P<end>first|last|final) day of (?:(?P<month>{w.MONTH})(?:{YEAR_TAIL})?|(?P<whole>{w.YEAR})(?!,\d))",
    finds("It passed into their hands on [the last day of 1999].", "1999-12-31", when="1999-12-31"),
    finds("It began on [the first day of 2003].", "2003-01-01"),
    finds("It ended on [the final day of February].", "2023-02-28", anchor="2023-06-01"),
)
def first_or_last_day(m: re.Match[str]) -> TimeSpec:
    """The first or last day of a month or a year."""
    first = m["end"].lower() == "first"
    if m["whole"]:
        return Calendar(year=int(m["whole"]), month=1 if first else 12, day=1 if first else 31)
    month = w.month(m["month"])
    given = given_year(m)
    day = 1 if first else {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)
    if not first and month == 2 and isinstance(year := given.get("year"), int) and year % 4 == 0 and (year % 100 or year % 400 == 0):
        day = 29
    return Calendar(month=month, day=day, **given)  # type: ignore[arg-type]


@RULES.rule(
    rf"the (?P<day>{w.DAY})(?:st|nd|rd|th) of (?P<which>that|the same|the following|the next|this|last|next) month",
    finds("It ended in [February 1976]; they left on [the 27th of that month].", "1976-02-27"),
    finds("They leave on [the 3rd of next month].", "2024-03-03"),
)
def day_of_that_month(m: re.Match[str]) -> TimeSpec:
    """A day of the month that another date tells."""
    word = m["which"].lower().split()[-1]
    base = "previous" if word in ("that", "same", "following") or m["which"].lower() == "the next" else "published"
    month = Offset("month", {"following": 1, "next": 1, "last": -1}.get(word, 0), base, aligned=True)  # type: ignore[arg-type]
    return Calendar(day=int(m["day"]), of=month)
