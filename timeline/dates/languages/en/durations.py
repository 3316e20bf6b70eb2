"""Lengths of time: three years, a two-day visit, for decades, the past five years."""

import re

from timeline.dates.languages.en import words as w
from timeline.dates.rules import Rulebook, finds, ignores
from timeline.dates.spec import Duration, TimeSpec

RULES = Rulebook("en")

_ONGOING = (
    r"(?:civil )?(?:war|conflict|siege|blockade|occupation|insurgency|uprising|rebellion|crisis|invasion|offensive|campaign|stalemate|"
    r"standoff|stand-off|"
    r"dispute|rule|reign|feud|embargo|fighting|bloodshed|boycott|drought|recession|protest|unrest|struggle)"
)


_GOES_ON = re.compile(
    rf"[\s-](?:\w+\s)?{_ONGOING}\b(?!\s(?:ended|was|were|had|left|killed|cost|began|broke|which|that|between|won|lost|until|over|"
    rf"against)\b)",
    re.IGNORECASE,
)


def _count(words: str) -> float | None:
    count = w.number(words) if not re.fullmatch(w.VAGUE_COUNT, words.replace("\n", " "), re.IGNORECASE) else None
    return count


@RULES.rule(
    rf"(?:the (?={w.COUNT} ))?(?P<count>{w.NUMBER}|{w.VAGUE_COUNT}|half an?)(?: (?:to|or|-) (?P<more>{w.NUMBER}))?(?: (?P<half>1/2|"
    rf"and (?:a|"
    rf"one) half))? "
    rf"(?:{w.WORK})?(?P<unit>{w.UNIT})(?: and a (?P<half2>half))?(?!-(?:old|long))(?: or so)?",
    finds("The siege lasted [three months].", "P3M"),
    finds("The siege lasted [two and a half years].", "P2.5Y"),
    finds("They talked for [two and a quarter hours].", "PT2.25H"),
    finds("The siege lasted [several weeks].", "PXW"),
    finds("They talked for [5 1/2 hours].", "PT5.5H"),
    ignores("It took second place and 5 minutes5."),
)
def duration(m: re.Match[str]) -> TimeSpec | None:
    """A number of units."""
    unit, count = w.unit(m["unit"]), _count(m["count"])
    if m["count"].lower() in ("some", "few", "many") and not m["unit"].lower().endswith(("s", "a")):
        return None  # some day
    if unit == "second" and m["count"].lower() in ("a", "an", "another", "the"):
        return None
    if unit == "quarter" and m["count"].lower() in ("a", "an"):
        return None
    if (m["half"] or m["half2"]) and count is not None:
        count += 0.5
    return Duration(unit, count)


@RULES.rule(
    rf"(?:an? (?=\S{{1,16}} period))?(?P<count>{w.NUMBER}|multi|several|many)-(?P<unit>second|minute|hour|day|night|week|fortnight|month|"
    rf"quarter|year|decade|century)(?:[- ]long| period)?(?![- ]olds?)",
    finds("After a [two-day] visit he left.", "P2D"),
    finds("They want to end the [three-year] war.", "P3Y", when="2021~/.."),
    finds("It fell within [a three-year period].", "P3Y"),
    finds("A [30-day] war ended with a truce.", "P30D"),
)
def duration_adjective(m: re.Match[str]) -> TimeSpec:
    """A number of units as an adjective; of a war or crisis it tells when that began."""
    count = None if m["count"].lower() in ("multi", "several", "many") else w.number(m["count"])
    goes_on = _GOES_ON.match(m.string, m.end()) is not None
    started = re.search(
        r"\b(?:the|its|their|his|this|that|end(?:ing)?|of|'s)\s(?:\w+\s)?\Z", m.string[max(0, m.start() - 24) : m.start()], re.IGNORECASE
    )
    return Duration(w.unit(m["unit"]), count, side="before" if goes_on and started else "", open=goes_on)


@RULES.rule(
    r"the (?:fiscal |financial )?(?P<unit>year|month|week|quarter)(?= (?:ended|ending|to (?:the end of )?(?-i:[A-Z])|that ended))",
    finds("Exports fell in [the year] to [March].", "P1Y", anchor="2023-12-01"),
)
def unit_ending(m: re.Match[str]) -> TimeSpec:
    """The year to March: a length that another date ends."""
    return Duration(m["unit"].lower(), 1)


@RULES.rule(
    r"(?P<unit>day|week|month|year|decade|century|decades|years|months|weeks|days|hours)-(?:long|old)",
    finds("The [decades-long] feud ended.", "PXDE"),
)
def long_lasting(m: re.Match[str]) -> TimeSpec:
    """Decades-long, a year-long."""
    word = m["unit"].lower()
    return Duration(w.unit(word), None if word.endswith("s") else 1)


_PHASE = r"(?:early|final|closing|opening|intervening|ensuing|following|subsequent|preceding)"


@RULES.rule(
    rf"the (?:{_PHASE} )?(?P<unit>(?-i:days|weeks|months|years|decades|centuries))(?= (?:that|which|before|after|following|preceding|since|"
    rf"leading|to come)\b)|(?P<unit3>days|weeks|months|years|decades)(?= (?:before|after|ahead of|prior to) \w)|the {_PHASE} "
    rf"(?P<unit2>(?-i:days|weeks|months|years|decades))(?! of (?:{w.YEAR}\b|the \d{{3}}0s|{w.MONTH}))",
    finds("[Days] before the vote he fled.", "PXD"),
    finds("In [the years] that followed, and over [the final months] of the war, they met.", "PXY"),
    ignores("The Hundred Days are a name."),
)
def the_years_that_followed(m: re.Match[str]) -> TimeSpec:
    """The days before, the years that followed, the final weeks."""
    return Duration(w.unit(m["unit"] or m["unit2"] or m["unit3"]), None)


@RULES.rule(
    r"(?P<unit>(?-i:days|weeks|months|years|decades|centuries))(?! (?:later|earlier|ago|old|olds|apart|before that)\b)",
    finds("They talked for [years].", "PXY"),
    after=r"(?:for|in|within|of|over|after|by|many|took|takes|take|last|lasted|spent|spend|through|throughout|just|only|mere|follows|"
    r"followed) ",
)
def bare_units(m: re.Match[str]) -> TimeSpec:
    """Years, weeks, days that nobody counts."""
    return Duration(w.unit(m["unit"]), None)


@RULES.rule(
    r"(?P<unit>(?-i:Days|Weeks|Months|Years|Decades|Centuries))(?= of (?!(?:the|a|his|her|their|its) ))",
    finds("[Decades] of neglect left their mark.", "PXDE"),
    ignores("Days of the week have names."),
)
def units_of_something(m: re.Match[str]) -> TimeSpec:
    """Decades of neglect, at the head of a sentence."""
    return Duration(w.unit(m["unit"]), None)


@RULES.rule(
    r"(?P<unit>seconds|minutes|hours)(?! (?:later|earlier|ago|before|after|apart))",
    finds("They talked for [hours].", "PTXH"),
    after=r"(?:for|in|within|of|over|after|by|many|took|takes|take|last|lasted|spent|spend|through|throughout) ",
)
def bare_hours(m: re.Match[str]) -> TimeSpec:
    """Hours, minutes that nobody counts."""
    return Duration(w.unit(m["unit"]), None)


@RULES.rule(
    r"an? (?P<unit>minute|hour|day|week|month|year|decade) or (?:two|more|so)",
    finds("They may talk for [a year or two].", "PXY"),
)
def one_or_two(m: re.Match[str]) -> TimeSpec:
    """A year or two, an hour or so."""
    return Duration(m["unit"].lower(), 1 if m.group().lower().endswith("so") else None)


@RULES.rule(
    rf"(?P<span>(?:the |these )?(?P<which>past|last|next|coming|previous|preceding|following|first|final|latest|ensuing|subsequent)(?: "
    rf"(?P<count>{w.NUMBER}|several|few|couple of|many)(?: (?:to|or) {w.NUMBER})?) (?:{w.WORK})?(?P<unit>{w.UNIT})(?: or so)?)",
    finds("Exports fell over [the past three years].", "P3Y", when="2021~/2024~"),
    finds("Exports will fall over [the next two decades].", "P20Y"),
    finds("Drones hit the port over [the past 24 hours].", "PT24H", when="2024-02-13~/2024-02-14~"),
)
def past_years(m: re.Match[str]) -> TimeSpec:
    """The past or next so many units."""
    which, raw = m["which"].lower(), m["count"].lower()
    count = None if raw in ("several", "few", "many") else 2 if raw == "couple of" else w.number(raw)
    side = "before" if which in ("past", "last", "latest") else "after" if which in ("next", "coming") else ""
    return Duration(w.unit(m["unit"]), count, side=side)  # type: ignore[arg-type]


@RULES.rule(
    rf"(?P<count>{w.COUNT}|a) (?P<unit>year|month|week|day|hour)s? and (?P<count2>{w.COUNT}|a) (?P<unit2>months?|weeks?|days?|hours?|"
    rf"minutes?)",
    finds("It took [two years and three months].", "P2Y3M"),
)
def duration_of_two(m: re.Match[str]) -> TimeSpec:
    """Two years and three months."""
    return Duration(w.unit(m["unit"]), w.number(m["count"]), extra=(w.unit(m["unit2"]), w.number(m["count2"]) or 0))
