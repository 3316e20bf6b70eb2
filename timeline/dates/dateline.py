"""The dateline: the day of publication as the head of a text gives it."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.dates.language import language_of
from timeline.dates.tagger import tag
from timeline.dates.timex import Timex

_HEAD = 900  # characters in which a dateline may stand
_READ = 20_000  # characters that are asked for other dates
_OPENING = 60  # characters of a line in which the date stands that opens it
_NIGHTS = 2  # days by which a dateline may lag behind its story: another time zone, an update
_LINE = re.compile(r"[^\n]+")
_SAYS = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The day of publication and the characters of the head that are no part of the story; `published` None where the year is not told."""

    published: dt.date | None
    start: int
    stop: int


def published_in(text: str, language: str = "en") -> Dateline | None:
    """The dateline of a text: "date 2025-01-18", "MOSCOW, Jan 18, 2025 —", "April 14, 2024."; None where there is none.

    A dateline without a year takes it from a full date in the text that lies within a week of it. Where more lines open with days, as those
    of a chronology do, none of them is the day of publication; nor is a day that opens a line where the text tells of a later one as past.
    """
    found = next(_datelines(text[:_HEAD], language), None)
    if found is None:
        return None
    timex, start = found
    if _is_entry(text, timex, start, language) or _is_outlived(text, timex, start, language):
        return None
    return Dateline(_day(timex) or _day_of_year(timex, text, language), start, timex.stop)


def _datelines(text: str, language: str) -> Iterator[tuple[Timex, int]]:
    """The days that stand in their lines as a dateline does, and where those lines start."""
    heads = language_of(language).context
    for timex in tag(text, None, language):
        start = text.rfind("\n", 0, timex.start) + 1
        if (
            timex.type in ("DATE", "TIME")
            and heads.is_dateline(text[start : timex.start], _rest(text, timex))
            and (_day(timex) is not None or _has_day(timex))
        ):
            yield timex, start


def _rest(text: str, timex: Timex) -> str:
    """What its line holds behind an expression."""
    stop = text.find("\n", timex.stop)
    return text[timex.stop : stop if stop >= 0 else len(text)]


def _is_entry(text: str, timex: Timex, start: int, language: str) -> bool:
    """Whether a day that opens a line is the first of a chronology: others open with other days and go on, or two hold nothing else."""
    if _SAYS.search(text, start, timex.start):
        return False
    goes_on = bool(_SAYS.search(_rest(text, timex)))
    openings = "\n".join(line[0][:_OPENING] for line in _LINE.finditer(text[:_READ], start))
    days = {
        other.value
        for other, at in _datelines(openings, language)
        if not _SAYS.search(openings, at, other.start) and bool(_SAYS.search(_rest(openings, other))) == goes_on
    }
    return len(days) > (1 if goes_on else 2)


def _is_outlived(text: str, timex: Timex, start: int, language: str) -> bool:
    """Whether the text tells what happened on a full date after a day that opens a line: it was written later than that day."""
    written = _day(timex)
    if written is None or _SAYS.search(text, start, timex.start):
        return False
    tells = language_of(language).context
    later = (
        other
        for other in tag(text[:_READ], None, language)
        if other.start > timex.stop and (day := _day(other)) is not None and (day - written).days > _NIGHTS
    )
    return any(tells.tells_past(text, other.start) for other in later)


def _day(timex: Timex) -> dt.date | None:
    when = timex.when
    if when is None or when.start is None or when.stop != when.start + dt.timedelta(days=1) or timex.certainty != "stated":
        return None
    return when.start


def _has_day(timex: Timex) -> bool:
    return timex.value.startswith("XXXX-") and timex.value[5:7].isdecimal() and len(timex.value) >= 10


def _day_of_year(timex: Timex, text: str, language: str) -> dt.date | None:
    """The day of a dateline without a year, if the text holds a full date within a week of it."""
    if not _has_day(timex):
        return None
    month, day = int(timex.value[5:7]), int(timex.value[8:10])
    for other in tag(text[:20_000], None, language):
        full = _day(other)
        if full is not None:
            for year in (full.year, full.year + 1, full.year - 1):
                try:
                    candidate = dt.date(year, month, day)
                except ValueError:
                    continue
                if abs((candidate - full).days) <= 7:
                    return candidate
    return None
