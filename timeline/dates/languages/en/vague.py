"""References that name no date (now, recently, the future) and repeating times (daily, every Friday)."""

import re

from timeline.dates.languages.en import words as w
from timeline.dates.rules import Rulebook, finds, ignores
from timeline.dates.spec import Duration, Repeating, TimeSpec, Vague

RULES = Rulebook("en")

_ISO = {
    "second": "PT1S", "minute": "PT1M", "hour": "PT1H", "day": "P1D", "night": "XXXX-XX-XXTNI", "week": "P1W", "weekend": "XXXX-WXX-WE",
    "fortnight": "P2W",    "month": "P1M", "quarter": "P1Q", "year": "P1Y", "decade": "P1DE", "century": "P1CE",
    "morning": "XXXX-XX-XXTMO", "afternoon": "XXXX-XX-XXTAF",
    "evening": "XXXX-XX-XXTEV", "spring": "XXXX-SP", "summer": "XXXX-SU", "autumn": "XXXX-FA", "fall": "XXXX-FA", "winter": "XXXX-WI",
}  # fmt: skip


@RULES.rule(
    r"(?:now|right now|currently|at present|at the moment|nowadays|these days|presently|the present(?: day)?|present[- ]day|"
    r"to this (?:very )?day(?! as)|modern day|to date)",
    finds("The border is [now] shut.", "PRESENT_REF"),
    finds("The walls stand [to this day].", "PRESENT_REF"),
    finds("[Now] that the border is shut, they wait.", "PRESENT_REF"),
)
def now(m: re.Match[str]) -> TimeSpec:
    """The present."""
    return Vague("PRESENT_REF")


@RULES.rule(
    r"current(?! (?:accounts?|affairs)\b)(?=(?: \w{1,20}){1,3})",
    finds("The [current] government fell out.", "PRESENT_REF"),
    ignores("The ocean current, the current account and current affairs."),
    after=r"(?:the|its|their|his|her|under|in|our|of|\w+'s|\w+s') ",
)
def current(m: re.Match[str]) -> TimeSpec:
    """What is current."""
    return Vague("PRESENT_REF")


@RULES.rule(
    r"(?:(?:more|most|very) )?recently(?! as\b)|lately|formerly|(?:long|some time) ago|once upon a time|"
    r"(?<!on\s)the other day(?! of)|the (?:recent |distant )?past"
    r"(?! (?:masters?|tense|participles?|presidents?|chair\w*|performances?|practices?|records?)\b)"
    r"(?! (?:\w+ )?(?:days?|weeks?|months?|years?|decades?|century|centuries|few|several|two|three|four|five|six|seven|eight|"
    r"nine|ten|\d+|hours?|quarter|season|winter|summer|spring|fall|autumn|weekend|half))",
    finds("They [recently] met.", "PAST_REF"),
    finds("[The other day] a colonel said so.", "PAST_REF"),
    ignores("The past masters of the art met on the other day of the fair."),
    ignores("A previously unknown group said so."),
)
def past(m: re.Match[str]) -> TimeSpec:
    """The past."""
    return Vague("PAST_REF")


@RULES.rule(
    r"(?:the )?(?:near |foreseeable |not[- ]too[- ]distant |distant |immediate )?future(?! (?:contract|market|trading)s?)|in the years "
    r"ahead",
    finds("They will meet in [the near future].", "FUTURE_REF"),
)
def future(m: re.Match[str]) -> TimeSpec:
    """The future."""
    return Vague("FUTURE_REF")


@RULES.rule(
    r"(?:the )?(?:recent|past few|last few|past|earlier) (?P<unit>days|weeks|months|quarters|years|decades|centuries)",
    finds("In [recent years] exports fell.", "PXY"),
)
def recent_years(m: re.Match[str]) -> TimeSpec:
    """Recent days, weeks, years."""
    return Duration(w.unit(m["unit"]), None)


@RULES.rule(
    r"(?:the )?(?:coming|next few|future) (?P<unit>days|weeks|months|quarters|years|decades)",
    finds("In [the coming weeks] exports will fall.", "PXW"),
)
def coming_years(m: re.Match[str]) -> TimeSpec:
    """The coming days, weeks, years."""
    return Duration(w.unit(m["unit"]), None)


@RULES.rule(
    rf"(?:(?:once|twice|thrice|{w.WHOLE} times) (?:an?|every|each|per)|(?:every|each|per)(?: single|(?P<other> other))?) (?P<unit>second|"
    rf"minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|century|morning|afternoon|evening|spring|summer|autumn|"
    rf"fall|winter)(?! (?:of|since|between)\b)(?!')",
    finds("Rockets fell [every day].", "P1D"),
    finds("He reads them [once a week] and writes [every other day].", "P1W"),
    finds("The envoys meet [every other month].", "P2M"),
)
def every_unit(m: re.Match[str]) -> TimeSpec:
    """Every day, each week, per month."""
    value = _ISO[m["unit"].lower()]
    return Repeating(value.replace("1", "2") if m["other"] and value.startswith("P1") else value)


@RULES.rule(
    rf"(?:(?:every|each)(?: other| {w.ORDINAL})?|alternate|most) (?P<day>{w.WEEKDAY})(?:s(?=\b))?(?: (?P<part>{w.DAY_PART})s?)?",
    finds("They met [every third Sunday] and [most Fridays].", "XXXX-WXX-7"),
    finds("They protest [every Friday].", "XXXX-WXX-5"),
    finds("They protest [every Friday night].", "XXXX-WXX-5TNI"),
)
def every_weekday(m: re.Match[str]) -> TimeSpec:
    """Every Friday, every Friday night."""
    return Repeating(f"XXXX-WXX-{w.weekday(m['day'])}" + (f"T{w.DAY_PARTS[m['part'].lower()]}" if m["part"] else ""))


@RULES.rule(
    rf"a (?P<day>{w.WEEKDAY})(?= (?:in|to|of|and|or|when|the|we|you|they)\b| ?(?:[.,;:)]|\Z))",
    finds("They sort the mail on [a Monday].", "XXXX-WXX-1"),
    after="on ",
)
def any_weekday(m: re.Match[str]) -> TimeSpec:
    """On a Monday, whichever."""
    return Repeating(f"XXXX-WXX-{w.weekday(m['day'])}")


@RULES.rule(
    rf"(?P<day>{w.WEEKDAY}) (?P<part>{w.DAY_PART})s",
    finds("They protest on [Saturday mornings].", "XXXX-WXX-6TMO"),
)
def weekday_parts(m: re.Match[str]) -> TimeSpec:
    """Saturday mornings."""
    return Repeating(f"XXXX-WXX-{w.weekday(m['day'])}T{w.DAY_PARTS[m['part'].lower()]}")


@RULES.rule(rf"(?P<day>{w.WEEKDAY})s(?! \d)", finds("They protest on [Fridays].", "XXXX-WXX-5"))
def weekdays(m: re.Match[str]) -> TimeSpec:
    """Fridays."""
    return Repeating(f"XXXX-WXX-{w.weekday(m['day'])}")


@RULES.rule(rf"(?:every|each) (?P<month>{w.MONTH})", finds("They meet [every March].", "XXXX-03"))
def every_month_name(m: re.Match[str]) -> TimeSpec:
    """Every March."""
    return Repeating(f"XXXX-{w.month(m['month']):02d}")


@RULES.rule(
    rf"(?:every|each) (?:(?P<day>{w.DAY})(?:st|nd|rd|th)?(?: of)? (?P<month>{w.MONTH})|"
    rf"(?P<month2>{w.MONTH}) (?P<day2>{w.DAY})(?:st|nd|rd|th)?)"
    r"(?!,? \d)",
    finds("They march [every 9 May].", "XXXX-05-09"),
)
def every_day_of_a_month(m: re.Match[str]) -> TimeSpec:
    """Every 9 May."""
    return Repeating(f"XXXX-{w.month(m['month'] or m['month2']):02d}-{int(m['day'] or m['day2']):02d}")


@RULES.rule(
    rf"every (?P<nth>{w.ORDINAL}) (?P<unit>{w.UNIT})(?! (?:of|since)\b)",
    finds("[Every second year] the charter lapses.", "P2Y"),
)
def every_nth(m: re.Match[str]) -> TimeSpec:
    """Every second year, every third day."""
    value = _ISO[w.unit(m["unit"])]
    return Repeating(value.replace("1", str(w.ordinal(m["nth"]))) if value.startswith("P") else value)


@RULES.rule(
    r"most (?P<unit>day|night|weekend|morning|afternoon|evening)s",
    finds("They pass [most mornings].", "XXXX-XX-XXTMO"),
)
def most_mornings(m: re.Match[str]) -> TimeSpec:
    """Most mornings, most days."""
    return Repeating(_ISO[m["unit"].lower()])


@RULES.rule(
    rf"(?:(?:once|twice) )?(?:every|each) (?P<count>{w.COUNT}|few|couple of)(?: (?:to|or) {w.WHOLE})? (?P<unit>{w.UNIT})",
    finds("They meet [every two to three months], or [once every five years].", "P2M"),
    finds("They vote [every four years].", "P4Y"),
    finds("They report [every 90 days] thereafter.", "P90D"),
)
def every_so_many(m: re.Match[str]) -> TimeSpec:
    """Every four years."""
    count, unit = w.number(m["count"]) if m["count"].lower() not in ("few", "couple of") else None, w.unit(m["unit"])
    return Repeating(_ISO[unit].replace("1", "X" if count is None else str(count)) if _ISO[unit].startswith("P") else _ISO[unit])


@RULES.rule(
    rf"(?:(?:once|twice|thrice|{w.WHOLE} times) )?"
    rf"(?P<word>daily|weekly|monthly|quarterly(?! (?-i:[a-z]))|yearly|annually|nightly|hourly|fortnightly|biweekly)(?! (?-i:[A-Z]))",
    finds("Drones come in [nightly] barrages.", "XXXX-XX-XXTNI"),
    finds("Ships pass [three times daily].", "P1D"),
    ignores("The Daily Telegraph said so."),
    ignores("The quarterly dividend was raised."),
)
def daily(m: re.Match[str]) -> TimeSpec:
    """Daily, weekly, annually."""
    word = m["word"].lower()
    units = {"daily": "day", "annually": "year", "biweekly": "fortnight"}
    return Repeating(_ISO[units.get(word) or word.removesuffix("ly")])
