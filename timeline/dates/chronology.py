"""Chronologies: lines that open with a day before a colon or dash, and years that stand above them or open them."""

from __future__ import annotations

import datetime as dt
import re

from timeline.dates.datespan import DateSpan
from timeline.dates.grain import Grain
from timeline.dates.scanning import Found
from timeline.dates.spec import Calendar, Clock, TimeSpec, Weekday

_BEFORE = re.compile(r"(?:\A|\n)[^\S\n]*[#*•=–—-]{0,6}[^\S\n]*\Z")
_BEHIND_HEADING = re.compile(r"[^\S\n]*(?:[:*=]{0,6}[^\S\n]*\n|[–—-]\s)")
_BEHIND_LABEL = re.compile(r"[^\S\n]*(?::|–|—|-[^\S\n])")
_AHEAD = dt.timedelta(days=60)  # so far ahead of publication a line may tell what is to come
_NEAR = 14  # days; so near to publication a weekday counts from publication


class Lines:
    """The lines of a chronology as far as they are read: the date that the last one opens with."""

    def __init__(self, text: str, published: dt.date | None) -> None:
        self.text, self.published = text, published
        self.label: DateSpan | None = None
        self.stop = -1  # where its label ends

    def open(self, label: DateSpan | None, stop: int) -> None:
        """Takes a date as the one that the line opens with."""
        self.label, self.stop = label, stop

    def year(self, spec: TimeSpec, ahead: int | None) -> int | None:
        """The year of a day or month that a line opens with, after lines that give it: theirs, or the next after its turn.

        None where no line gave one; theirs where the next year has not come or the lines run backwards.
        """
        last = self.label.start if self.label is not None else None
        if last is None or not isinstance(spec, Calendar) or spec.year is not None or not spec.month or spec.of or spec.which is not None:
            return None
        if (spec.month, spec.day or 31) >= (last.month, last.day) or ahead is not None and ahead < last.year:
            return last.year
        turned = dt.date(last.year + 1, spec.month, 1)
        return last.year + 1 if self.published is None or turned <= self.published + _AHEAD else last.year

    def day(self, f: Found) -> dt.date | None:
        """The day from which a weekday counts in a line: the one that the line opens with, long before publication."""
        day = self.label.start if self.label is not None and self.label.grain <= Grain.day else None
        weekday = isinstance(f.spec, Weekday) or isinstance(f.spec, Clock) and isinstance(f.spec.day, Weekday)
        if day is None or self.published is None or not weekday or (self.published - day).days <= _NEAR:
            return None
        return day if "\n" not in self.text[self.stop : f.start] else None


def is_label(text: str, f: Found) -> bool:
    """Whether a date opens a line of a chronology: "• 26 March: …", "26 March – …"."""
    if not isinstance(f.spec, Calendar) or not f.spec.month:
        return False
    return _opens_line(text, f) and _BEHIND_LABEL.match(text, f.stop) is not None


def is_heading(text: str, f: Found) -> bool:
    """Whether a year stands alone in its line, or opens it before a dash, as in chronologies."""
    if not isinstance(f.spec, Calendar) or f.spec.month is not None:
        return False
    return _opens_line(text, f) and _BEHIND_HEADING.match(text, f.stop) is not None


def _opens_line(text: str, f: Found) -> bool:
    return _BEFORE.search(text, max(0, f.start - 12), f.start) is not None
