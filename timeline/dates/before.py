"""Before: patterns for the words that stand directly before a place in a text."""

import re

from timeline.dates.heads import TOKEN, key, tails
from timeline.dates.prose import once


class Before:
    """A pattern that ends at a place, and the two words that it can end with, so that most places need no search."""

    __slots__ = ("_far", "_last", "_regex")

    def __init__(self, pattern: str, far: int):
        """`far` is how many characters before the place are searched; the case of letters is ignored."""
        self._far, self._regex = far, re.compile(rf"(?:{pattern})\Z", re.IGNORECASE)
        self._last: dict[str, set[str]] = {}
        for last, before in tails(pattern):
            self._last.setdefault(last, set()).add(before if before[:1].isalnum() else before[1:])

    def search(self, text: str, place: int, first: int = 0) -> "re.Match[str] | None":
        """The match that ends at a place and does not begin before another."""
        before, last = once(_last_words, text, place)
        words = self._last.get(last) or self._last.get("") or ()
        if "" in words or before in words:
            return self._regex.search(text, max(first, place - self._far), place)
        return None


def _last_words(text: str, place: int) -> tuple[str, str]:
    words = TOKEN.findall(text, max(0, place - 32), place)
    return key(words[-2]) if len(words) > 1 else "", key(words[-1]) if words else ""
