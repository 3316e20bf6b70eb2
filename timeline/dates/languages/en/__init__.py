"""English: the rulebook, and what the words around an expression tell."""

from timeline.dates.languages.en import (
    absolute,
    durations,
    eras,
    guards,
    histories,
    leaders,
    modifiers,
    named,
    notations,
    relative,
    times,
    vague,
)
from timeline.dates.languages.en.context import (
    direction,
    had_been,
    hangs,
    in_brackets,
    is_dateline,
    joins,
    just_told,
    lists,
    looks_ahead,
    named_after,
    opens_sentence,
    side,
    yearly,
)
from timeline.dates.languages.en.sentences import same_sentence
from timeline.dates.rules import Rulebook

BOOK = Rulebook("en").add_all(
    guards.RULES,
    absolute.RULES,
    notations.RULES,
    eras.RULES,
    times.RULES,
    relative.RULES,
    named.RULES,
    leaders.RULES,
    durations.RULES,
    vague.RULES,
    modifiers.RULES,
    histories.RULES,
)

__all__ = [
    "BOOK",
    "direction",
    "had_been",
    "hangs",
    "in_brackets",
    "is_dateline",
    "joins",
    "just_told",
    "lists",
    "looks_ahead",
    "named_after",
    "opens_sentence",
    "same_sentence",
    "side",
    "yearly",
]
