"""Parts of a year: seasons, quarters, halves, fiscal years."""

import re

from timeline.dates.languages.en import words as w
from timeline.dates.languages.en.given_year import OF_YEAR, given_year, which_year
from timeline.dates.rules import Rulebook, finds, ignores
from timeline.dates.spec import Calendar, Offset, TimeSpec

RULES = Rulebook("en")


@RULES.rule(
    rf"(?:the )?(?P<season>{w.SEASON})(?:,? (?:of )?(?:the year )?(?P<year>{w.YEAR})(?:[-–/]\d\d(?:\d\d)?)?(?!,\d)|"
    rf",? (?:of )?'(?P<short>\d\d)|{OF_YEAR})",
    finds("They met in [summer 2016].", "2016-SU", when="2016-22"),
    finds("They met in [the summer of 2016].", "2016-SU", when="2016-22"),
    finds("They met in [summer of last year].", "2023-SU"),
)
def season_year(m: re.Match[str]) -> TimeSpec:
    """A season and a year."""
    return Calendar(cycle=w.CYCLES[m["season"].lower()], **given_year(m))  # type: ignore[arg-type]


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
    rf"(?:,? (?:of )?(?:the year )?(?:fiscal (?:year )?)?(?P<year>{w.YEAR})|{OF_YEAR})?",
    finds("Exports fell in [the third quarter of 2023].", "2023-Q3", when="2023-35"),
    finds("Exports fell in [the third quarter].", "2023-Q3"),
    finds("The [third-quarter] slump.", "2023-Q3"),
    finds("It earned less than in [the year-ago third quarter].", "2023-Q3"),
    finds("Profit fell in [the fiscal first quarter].", "2023-Q1", anchor="2023-10-26"),
    ignores("They trailed in the fourth quarterback race."),
)
def quarter(m: re.Match[str]) -> TimeSpec:
    """A quarter of a year."""
    year = {"year": int(m["before"])} if m["before"] else {"of": which_year("last")} if m["ago"] else given_year(m)
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
    year = {"year": int(m["y2"])} if m["y2"] else {"year": 2000 + int(m["y22"])} if m["y22"] else given_year(m)
    return Calendar(cycle=f"Q{m['q'] or m['q2'] or m['q3']}", **year)


@RULES.rule(
    rf"(?:the )?(?P<half>first|second|latter|1st|2nd) half(?: of)?(?: (?:the year )?(?P<year>{w.YEAR})|{OF_YEAR}| the year)",
    finds("Exports fell in [the first half of 2023].", "2023-H1", when="2023-40"),
)
def half_year(m: re.Match[str]) -> TimeSpec:
    """Half a year."""
    return Calendar(cycle="H1" if m["half"].lower() in ("first", "1st") else "H2", **given_year(m))  # type: ignore[arg-type]


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
    rf"(?:H(?P<half>[12])|(?P<half2>[12])H)(?:(?: of)?[ -]?(?:FY ?)?(?P<year>{w.YEAR})|[ -]?(?:FY|')?(?P<short>\d\d))",
    finds("Exports fell in [H2 2023].", "2023-H2"),
    finds("Sales of [1H23] and [2H 2022] were flat.", "2023-H1"),
    ignores("Highway H1 and gate 2H were shut."),
)
def half_short(m: re.Match[str]) -> TimeSpec:
    """Half a year as H2 2023."""
    return Calendar(cycle=f"H{m['half'] or m['half2']}", **given_year(m))  # type: ignore[arg-type]
