"""English: the rulebook, and what the words around an expression tell."""

from timeline.dates.languages.en import (
    days,
    decades,
    durations,
    eras,
    guards,
    histories,
    leaders,
    modifiers,
    named,
    notations,
    numeric,
    parts,
    relative,
    seasons,
    times,
    vague,
    weekdays,
    years,
)
from timeline.dates.languages.en.context import hangs, in_brackets, in_quotes, joins, lists, named_after, opens_sentence, side
from timeline.dates.languages.en.datelines import is_dateline, tells_past
from timeline.dates.languages.en.sentences import same_sentence
from timeline.dates.languages.en.tense import direction, had_been, just_told, looks_ahead, told_back, yearly
from timeline.dates.rules import Rulebook

BOOK = Rulebook("en").add_all(
    guards.RULES,
    days.RULES,
    decades.RULES,
    years.RULES,
    numeric.RULES,
    seasons.RULES,
    notations.RULES,
    eras.RULES,
    times.RULES,
    relative.RULES,
    weekdays.RULES,
    parts.RULES,
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
    "in_quotes",
    "is_dateline",
    "joins",
    "just_told",
    "lists",
    "looks_ahead",
    "named_after",
    "opens_sentence",
    "same_sentence",
    "side",
    "tells_past",
    "told_back",
    "yearly",
]
