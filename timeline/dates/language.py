"""A language made ready: its index of rules, its modifiers as one regex, and what it says of the words around an expression."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Protocol

from timeline.dates.before import Before
from timeline.dates.index import Index
from timeline.dates.rules import Modifier, translate
from timeline.errors import UnknownLanguage

LANGUAGES = ("en",)


class Context(Protocol):
    """What a language tells of the words around an expression, all by place in the text."""

    def direction(self, text: str, start: int, stop: int) -> str:
        """past, future or "", as verbs near by have it."""

    def just_told(self, text: str, start: int, stop: int) -> bool:
        """Whether the past tense stands right before the expression."""

    def looks_ahead(self, text: str, start: int, stop: int) -> bool:
        """Whether the sentence speaks of what will be."""

    def yearly(self, text: str, start: int, stop: int) -> bool:
        """Whether a month, season or weekday is that of every year or week."""

    def side(self, text: str, start: int, stop: int) -> str:
        """since, until, before or after, where such a word governs the expression."""

    def joins(self, text: str, first_start: int, first_stop: int, last_start: int) -> bool:
        """Whether two expressions are the ends of a range."""

    def lists(self, text: str, first_stop: int, last_start: int) -> bool:
        """Whether two expressions stand side by side in a list."""

    def named_after(self, text: str, first_stop: int, last_start: int) -> bool:
        """Whether the second of two dates tells when that was whose name begins with the first."""

    def hangs(self, text: str, start: int) -> tuple[int, str, float] | None:
        """Where "two days after" begins that stands before an expression, its unit and its count."""

    def opens_sentence(self, text: str, start: int) -> bool:
        """Whether an expression stands at the head of its sentence."""

    def had_been(self, text: str, stop: int) -> bool:
        """Whether what follows an expression is told as past already."""

    def told_back(self, text: str, place: int) -> bool:
        """Whether the sentence around a place tells what had been before the rest."""

    def in_brackets(self, text: str, start: int) -> bool:
        """Whether a bracket is open before an expression."""

    def in_quotes(self, text: str, start: int) -> bool:
        """Whether an expression stands in words that somebody is quoted with."""

    def same_sentence(self, text: str, first: int, last: int) -> bool:
        """Whether no sentence ends between two places."""

    def is_dateline(self, before: str, after: str) -> bool:
        """Whether a date between these parts of a line is the line's dateline."""

    def tells_past(self, text: str, start: int) -> bool:
        """Whether a full day ends a clause that plainly tells what happened on it."""


@dataclass(frozen=True, slots=True)
class Language:
    """The rules of a language, indexed; the modifiers, with one regex in which group `m<k>` is the k-th; and its module, for contexts."""

    index: Index
    modifiers: tuple[Modifier, ...]
    stretch: Before
    context: Context


@cache
def language_of(language: str = "en") -> Language:
    """The language of this code, read once.

    Raises: UnknownLanguage if there are no rules for it.
    """
    if language not in LANGUAGES:
        raise UnknownLanguage(f"no rules for language {language!r}; have: {', '.join(LANGUAGES)}")
    module: Any = import_module(f"timeline.dates.languages.{language}")
    modifiers = tuple(module.BOOK.modifiers)
    stretch = "|".join(f"(?P<m{k}>{modifier.pattern})" for k, modifier in enumerate(modifiers))
    return Language(Index(module.BOOK.rules), modifiers, Before(translate(rf"(?<![\w-])(?:{stretch})"), 40), module)
