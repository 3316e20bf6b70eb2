"""Before: patterns for the words that stand directly before a place in a text."""

import re

from timeline.dates.heads import TOKEN, tails
from timeline.dates.prose import once


class Before:
    """A pattern that ends at a place, and the words that it can end with, so that most places need no search."""

    __slots__ = ("_far", "_last", "_regex")

    def __init__(self, pattern: str, far: int):
        """`far` is how many characters before the place are searched; the case of letters is ignored."""
        words = {word for word, _ in tails(pattern)}
        self._far, self._last = far, None if "" in words else frozenset(words)
        self._regex = re.compile(rf"(?:{pattern})\Z", re.IGNORECASE)

    def search(self, text: str, place: int, first: int = 0) -> "re.Match[str] | None":
        """The match that ends at a place and does not begin before another."""
        if self._last is not None and once(_last_word, text, place) not in self._last:
            return None
        return self._regex.search(text, max(first, place - self._far), place)


def _last_word(text: str, place: int) -> str:
    words = TOKEN.findall(text, max(0, place - 24), place)
    return words[-1].lower() if words else ""
