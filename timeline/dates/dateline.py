"""The dateline: the day of publication as the head of a text gives it."""

import datetime as dt
from dataclasses import dataclass

from timeline.dates.language import language_of
from timeline.dates.tagger import tag
from timeline.dates.timex import Timex

_HEAD = 900  # characters in which a dateline may stand


@dataclass(frozen=True, slots=True)
class Dateline:
    """The day of publication and the characters of the head that are no part of the story; `published` None where the year is not told."""

    published: dt.date | None
    start: int
    stop: int


def published_in(text: str, language: str = "en") -> Dateline | None:
    """The dateline of a text: "date 2025-01-18", "MOSCOW, Jan 18, 2025 —", "April 14, 2024."; None where there is none.

    A dateline without a year takes it from a full date in the text that lies within a week of it.
    """
    head = text[:_HEAD]
    heads = language_of(language).context
    for timex in tag(head, None, language):
        line_start = head.rfind("\n", 0, timex.start) + 1
        line_stop = head.find("\n", timex.stop)
        rest = head[timex.stop : line_stop if line_stop >= 0 else len(head)]
        if timex.type not in ("DATE", "TIME") or not heads.is_dateline(head[line_start : timex.start], rest):
            continue
        day = _day(timex) or _day_of_year(timex, text, language)
        if day is not None or _has_day(timex):
            return Dateline(day, line_start, timex.stop)
    return None


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
