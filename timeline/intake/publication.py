"""The day an article was published: read from what a person or a page writes, never from a clock."""

import datetime as dt
import re

from timeline.errors import BadDate

_RIGHT = "Write a day, month and year, such as 2025-01-18 or 18 January 2025."
_LONGEST = 80
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d.{0,40})?|(\d{4})(\d\d)(\d\d)", re.ASCII)
# Not from strftime: that asks the locale.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})", re.ASCII)
_LABEL = re.compile(r"(?:(?:first|last) )?(?:date|dated|publication date|published|posted|updated|modified|issued)(?: on)?\s*:?\s+", re.I)
# A clock and its zone are cut off rather than reckoned with: the day a page writes is the day it means.
_ZONE = r"(?:Z|UTC|GMT|[A-Z]{1,3}T|[+-]\d\d:?\d\d)"
_CLOCK = re.compile(rf"[,|–-]?\s*(?:\bat\s+)?\b\d\d?:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\b\.?)?\s*{_ZONE}?(?![\w:])", re.IGNORECASE)


def published_day(words: dt.date | str) -> dt.date:
    """The day that a publication date names.

    Raises: BadDate where the day, the month or the year is missing, the order is not certain, or there is no such day.
    """
    if isinstance(words, dt.datetime):
        return words.date()
    if isinstance(words, dt.date):
        return words
    shown = repr(words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…")
    if not words.strip():
        raise BadDate(f"the publication date is empty. {_RIGHT}")
    if len(words) > _LONGEST:
        raise BadDate(f"cannot read {shown} as a publication date: it is too long. {_RIGHT}")
    cleaned = _CLOCK.sub("", _LABEL.sub("", words.strip(), count=1)) if not _ISO.fullmatch(words.strip()) else words.strip()
    day = _iso(cleaned, shown) or _numeric(cleaned, shown) or _in_words(cleaned.strip(" ,|"))
    if day is None:
        raise BadDate(f"cannot read {shown} as a publication date. {_RIGHT}")
    return day


def _iso(words: str, shown: str) -> dt.date | None:
    match = _ISO.fullmatch(words)
    if not match:
        return None
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise BadDate(f"cannot read {shown} as a publication date: there is no such day. {_RIGHT}") from None


def _numeric(words: str, shown: str) -> dt.date | None:
    """A date in numbers alone, unless its day and month could change places."""
    match = _NUMERIC.fullmatch(words)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[2]), int(match[3]) + (2000 if len(match[3]) == 2 else 0)
    days = []
    for month, day in ((second, first), (first, second)):
        try:
            days.append(dt.date(year, month, day))
        except ValueError:
            continue
    if not days:
        raise BadDate(f"cannot read {shown} as a publication date: there is no such day. {_RIGHT}")
    if len({*days}) > 1:
        raise BadDate(f"the publication date {shown} can be {_plain(days[0])} or {_plain(days[1])}. Write {days[0]} or {days[1]}.")
    return days[0]


def _in_words(words: str) -> dt.date | None:
    """A date with a month's name, by dateparser, which is told everything it would otherwise take from today."""
    import dateparser

    found = dateparser.parse(
        words,
        languages=["en"],
        settings={
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["day", "month", "year"],
            "RELATIVE_BASE": dt.datetime(2000, 1, 1),
            "TIMEZONE": "UTC",
        },
    )
    return found.date() if found and re.search(r"[A-Za-z]{3}", words) else None


def _plain(day: dt.date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
