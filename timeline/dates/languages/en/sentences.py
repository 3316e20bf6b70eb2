"""Sentences: where they end, and what they hold, which is looked for once for all the expressions in one."""

import re
from array import array
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from timeline.dates.prose import once

_SENTENCE_END = re.compile(
    r"[.!?;\n](?:(?<=;)|(?<=\n)\s*\n|(?<![\n;])(?<![A-Z].)(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Gen|Sen|Rep|Gov|Col|"
    r"Mrs).)(?<!\b(?:Dr|Mr|Ms|St|Lt).)(?<!\bSept.)[\"”’')]*(?=\s+[\"“‘'(`]?[A-Z]))"
)


class Around(NamedTuple):
    """The sentence in which an expression stands, and the part of it near by, as far as 120 characters before and 80 behind."""

    first: int
    last: int
    left: int
    right: int


def sentence_around(text: str, start: int, stop: int) -> Around:
    """The sentence around an expression."""
    return once(_sentence_at, text, start, stop)


def same_sentence(text: str, first: int, last: int) -> bool:
    """Whether no sentence ends between two places."""
    starts, stops = once(_sentence_ends, text)
    following = bisect_left(starts, first)
    return last - first <= 160 and not (following < len(starts) and stops[following] <= last)


class Finder:
    """A pattern, and where it begins in a part of a text."""

    __slots__ = ("_regex",)

    def __init__(self, pattern: str, flags: int = 0):
        self._regex = re.compile(pattern, flags)

    def __call__(self, text: str, left: int, right: int) -> list[int]:
        return [match.start() for match in self._regex.finditer(text, left, right)]


def holds(finder: Finder, text: str, around: Around) -> bool:
    """Whether the near part of a sentence holds a pattern."""
    places = once(finder, text, around.first, around.last)
    return bisect_left(places, around.left) < bisect_left(places, around.right)


def _sentence_at(text: str, start: int, stop: int) -> Around:
    starts, stops = once(_sentence_ends, text)
    before, behind = bisect_right(stops, start), bisect_left(starts, stop)
    first, last = stops[before - 1] if before else 0, starts[behind] if behind < len(starts) else len(text)
    return Around(first, last, max(first, start - 120), min(last, stop + 80))


def _sentence_ends(text: str) -> "tuple[array[int], array[int]]":
    starts, stops = array("l"), array("l")
    for end in _SENTENCE_END.finditer(text):
        starts.append(end.start())
        stops.append(end.end())
    return starts, stops
