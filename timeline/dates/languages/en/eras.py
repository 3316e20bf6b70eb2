"""Years before our era and early years of it: 44 BC, the 470s BC, AD 64, the year 476."""

import re

from timeline.dates.languages.en import words as w
from timeline.dates.rules import Rulebook, finds, ignores
from timeline.dates.spec import Between, Calendar, TimeSpec

RULES = Rulebook("en")

_ERA = r"(?:BCE|BC|B\.C\.E\.?|B\.C\.?)"


@RULES.rule(
    rf"(?:(?:(?P<day>{w.DAY_TH}) )?(?P<month>{w.MONTH}) |(?:the )?(?P<season>{w.SEASON}) (?:of )?)?(?P<year>\d{{1,4}}) ?{_ERA}",
    finds("The fleet sailed in [480 BC].", "BC0480"),
    finds("The fleet sailed in [the spring of 480 BC].", "BC0480-SP"),
    finds("He was killed on [15 March 44 BC].", "BC0044-03-15"),
)
def year_before_era(m: re.Match[str]) -> TimeSpec:
    """A year before our era, perhaps with its season, month or day."""
    return Calendar(
        year=1 - int(m["year"]),
        month=w.month(m["month"]) if m["month"] else None,
        day=int(m["day"].rstrip("stndrh")) if m["day"] else None,
        cycle=w.CYCLES[m["season"].lower()] if m["season"] else "",
    )


@RULES.rule(
    rf"(?P<first>(?P<a>\d{{1,4}}))(?: ?[-–—/] ?| to | until | and )(?P<last>(?:about )?(?P<b>\d{{1,4}}) ?{_ERA})",
    finds("The war ([480]-[479 BC]) went on.", "BC0480"),
    finds("It lasted from [499] to [493 BC].", "BC0499"),
    ignores("Some 12 of 40 ships sank."),
)
def years_before_era(m: re.Match[str]) -> TimeSpec | None:
    """Two years before our era."""
    first, last = (1 - int(m[group]) for group in "ab")
    return Between(Calendar(year=first), Calendar(year=last)) if first < last else None


@RULES.rule(rf"(?:the )?(?P<decade>\d{{1,3}})0s ?{_ERA}", finds("They fought in [the 470s BC].", "BC047"))
def decade_before_era(m: re.Match[str]) -> TimeSpec:
    """A decade before our era."""
    return Calendar(decade=-int(m["decade"]))


@RULES.rule(
    r"(?:AD|A\.D\.|CE) ?(?P<year>\d{1,4})|(?P<year2>\d{1,4}) (?:AD|A\.D\.|CE)",
    finds("Rome burned in [AD 64].", "0064"),
)
def year_of_era(m: re.Match[str]) -> TimeSpec:
    """A year of our era, said to be so."""
    return Calendar(year=int(m["year"] or m["year2"]))


@RULES.rule(
    r"the year (?P<year>[1-9]\d{1,2})(?!\d|[.,]\d| ?%)",
    finds("Rome fell in [the year 476].", "0476", when="0476"),
)
def early_year(m: re.Match[str]) -> TimeSpec:
    """A year of two or three digits, said to be a year."""
    return Calendar(year=int(m["year"]))


@RULES.rule(
    r"(?P<year>[1-9]\d\d)(?=, )",
    finds("In [348], the abbot died.", "0348"),
    ignores("In 348 towns they voted; it rose in 348, in 350 and in 400 towns."),
    after="(?-i:In) ",
)
def early_year_at_the_head(m: re.Match[str]) -> TimeSpec:
    """A year of three digits that opens a sentence: In 348, the abbot died."""
    return Calendar(year=int(m["year"]))


@RULES.rule(
    r"(?P<year>[1-9]\d\d)(?= ?[,.;)])",
    finds("The historian, d. [923], gives two versions.", "0923", when="0923"),
    ignores("He ran 923, and b. 12."),
    after=r"(?:b\.|d\.|fl\.|r\.)\s?",
)
def early_year_of_a_life(m: re.Match[str]) -> TimeSpec:
    """A year of three digits in which somebody was born, died or flourished."""
    return Calendar(year=int(m["year"]))


@RULES.rule(
    r"(?P<first>(?P<a>[1-9]\d\d)) ?[-–—] ?(?P<last>(?P<b>[1-9]\d{2,3}))(?=\))",
    finds("The poet Sikong ([837]–[908]) wrote of it.", "0837"),
    finds("The abbot ([c. 314]–[368]) wrote of it.", "0314", when="0314~/0368~"),
    after=r"\((?:born |b\. |c\. ?|ca\. ?|r\. ?|reigned )?",
)
def early_years(m: re.Match[str]) -> TimeSpec | None:
    """Two years in brackets, the first of three digits: somebody's life or reign."""
    first, last = int(m["a"]), int(m["b"])
    return Between(Calendar(year=first), Calendar(year=last)) if first < last < first + 150 else None


@RULES.rule(
    rf"(?:(?P<day>{w.DAY_TH}) )?(?P<month>{w.MONTH})(?: of)? (?P<year>[1-9]\d\d)(?=[).;]|, (?-i:[a-z])|\Z)",
    finds("The pope died in [December of 384].", "0384-12"),
    finds("The pope (d. [11 December 384]) wrote to him.", "0384-12-11"),
    ignores("It cost 384."),
)
def day_of_early_year(m: re.Match[str]) -> TimeSpec:
    """A day or month and a year of three digits behind it."""
    return Calendar(int(m["year"]), w.month(m["month"]), int(m["day"].rstrip("stndrh")) if m["day"] else None)
