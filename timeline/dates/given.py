"""Dates that a person gives, in words or in EDTF: what they mean, or in a sentence what would be right."""

import datetime as dt
import re
from dataclasses import dataclass

from timeline.dates.datespan import DateSpan
from timeline.dates.inwords import span_words
from timeline.dates.tagger import tag
from timeline.dates.timex import Timex
from timeline.errors import BadDate, demand

LONGEST = 60  # characters
RIGHT = (
    "Write a year, a month or a day, such as 1990, March 2015 or 17 January 2025; "
    "early 2021, March to May 2021, since 2014 and 2021-03/2021-05 are read too."
)
_EDTF = re.compile(r"(?=.*\d{4})[\dX~./-]+", re.ASCII)
_BEFORE_ONE = re.compile(r"(?:in|on|at|during)?(?: the)?")
_BEFORE_RANGE = re.compile(r"(?:from|between)?(?: the)?")
_OF_OPEN = re.compile(r"(?:since|until|till|up to|before|after|from|on|onwards?|the|,)")


@dataclass(frozen=True, slots=True)
class Given:
    """A date that somebody gave: its days, where they come from (one of `CERTAINTIES`), and in words what was understood."""

    when: DateSpan
    certainty: str
    said: str


def date_in(words: str, *, published: dt.date | None = None) -> DateSpan:
    """The days that words or EDTF mean; `published` is what yesterday and last Friday count from.

    Raises: BadDate where they name no date or could name two; the message says what would be right.
    """
    return given(words, published=published).when


def given(words: str, *, published: dt.date | None = None) -> Given:
    """The date that words or EDTF mean, with what it was counted from.

    Raises: BadDate where they name no date or could name two; the message says what would be right.
    """
    demand(words, str, "date_in", "Give a date in words or in EDTF.")
    words = re.sub(r"(?<=\w)[.,;]\Z", "", " ".join(words.split()))
    if not words:
        raise BadDate(f"the date is empty. {RIGHT}")
    if len(words) > LONGEST:
        raise BadDate(f"cannot read {shown(words)} as a date: it is too long. {RIGHT}")
    try:
        when = DateSpan.from_edtf(words)
    except BadDate:
        found = _read(words, published)
        if found is None and "/" in words and _EDTF.fullmatch(words):
            why = "its end comes before its start" if _are_dates(words) else "it is no date in EDTF"
            raise BadDate(f"cannot read {shown(words)} as a date: {why}. {RIGHT}") from None
        if found is None:
            raise BadDate(f"cannot read {shown(words)} as a date. {RIGHT}") from None
        return _given(words, found, published)
    return Given(when, "stated", span_words(when))


def _are_dates(words: str) -> bool:
    """Whether both ends of an interval in EDTF are dates by themselves."""
    try:
        return bool([DateSpan.from_edtf(end) for end in words.split("/")])
    except BadDate:
        return False


def shown(words: str) -> str:
    """Words as a message shows them: in quotes, cut where they are long."""
    return repr(words if len(words) <= LONGEST else words[: LONGEST - 1] + "…")


def _read(words: str, published: dt.date | None) -> Timex | None:
    """The one expression, or the end of the one range, that the words are."""
    for text, before in ((words, ""), (f"during {words}", "during")):  # the Cold War dates something only beside a word of time
        found = tag(text, published, narrative=False)
        if found and _is_whole(text, found) and not (before and found[0].certainty != "named"):
            return found[-1]
    return None


def _is_whole(text: str, found: list[Timex]) -> bool:
    """Whether nothing is said but one date or range, and the small words that belong to it."""
    first, last = found[0], found[-1]
    before, behind = text[: first.start].strip().lower(), text[last.stop :].strip().lower()
    if len(found) > 1:
        one = first.when is not None and all(timex.when == first.when for timex in found)
        return one and not behind and _BEFORE_RANGE.fullmatch(before) is not None
    if first.when is not None and not (first.when.start and first.when.stop):
        return not _OF_OPEN.sub("", before + behind).strip()
    return not behind and _BEFORE_ONE.fullmatch(before) is not None


def _given(words: str, timex: Timex, published: dt.date | None) -> Given:
    when = timex.when
    if when is None:
        reason = timex.reason if timex.reason[:1].isdecimal() else f"it {timex.reason}"
        raise BadDate(f"cannot read {shown(words)} as a date: {reason}. {RIGHT}")
    if timex.readings:
        one, other = timex.readings
        raise BadDate(f"{shown(words)} can be {span_words(one)} or {span_words(other)}. Write {one} or {other}.")
    said = span_words(when)
    if published is not None and timex.certainty == "relative":
        said += f", counted from the day of publication, {_day(published)}"
    elif published is not None and when.implied:
        said += f", the {when.implied.replace('+', ' and ')} taken from the day of publication, {_day(published)}"
    elif timex.certainty == "named":
        said += ", from the table of named times"
    return Given(when, timex.certainty, said)


def _day(day: dt.date) -> str:
    return span_words(DateSpan.from_edtf(day.isoformat()))
