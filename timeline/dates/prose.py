"""Prose: a text that remembers what was last found in it, so that nothing is looked for once an expression."""

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Prose(str):
    """A text as any other, and with it what each function found last in it or in a part of it."""

    __slots__ = ("found",)
    found: "dict[Callable[..., Any], tuple[tuple[int, ...], Any]]"

    def __new__(cls, text: str) -> "Prose":
        prose = super().__new__(cls, text)
        prose.found = {}
        return prose


def once(find: Callable[..., T], text: str, *part: int) -> T:
    """What a function finds in a text, or in the part of it between two places; looked for once while the part stays the same."""
    if not isinstance(text, Prose):
        return find(text, *part)
    known = text.found.get(find)
    if known is None or known[0] != part:
        known = text.found[find] = (part, find(text, *part))
    answer: T = known[1]
    return answer
