"""The year that stands behind a month, a season or a holiday: in digits, in two digits, or as “of last year”."""

import re

from timeline.dates.languages.en import words as w
from timeline.dates.spec import Offset, TimeSpec

OF_YEAR = r"(?: of)? (?P<which>this|that|last|next|the same|the following|the previous|the next|the present|the current) year"


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


def given_year(m: re.Match[str]) -> dict[str, int | TimeSpec | None]:
    """The year in the groups `year`, `short` or `which`."""
    groups = m.groupdict()
    if groups.get("year"):
        return {"year": int(groups["year"])}
    if groups.get("short"):
        return {"year": w.full_year(int(groups["short"]))}
    if groups.get("spoken"):
        return {"year": w.year_words(groups["spoken"])}
    return {"of": which_year(groups["which"])} if groups.get("which") else {}


YEAR_TAIL = (
    rf"(?:(?:,? (?:(?:in|of) (?:the year )?)?|,)(?P<year>{w.YEAR})(?![-–]\d\d\d|,\d\d\d|\.\d|%)|,? '(?P<short>\d\d)|"
    rf",?(?: in| of)?(?: the year)? (?P<spoken>{w.YEAR_WORDS})(?! (?:people|men|women|children|police|troops)\b)(?! (?-i:[a-z]+s)\b)|"
    rf",?{OF_YEAR})"
)
