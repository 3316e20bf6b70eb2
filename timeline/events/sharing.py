"""Which other words share the date of an event: coordinated verbs, clauses beside it, nouns that tell the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.dates.timex import Timex
from timeline.events.arguments import is_light, is_speaking, noun_kind, objects, subjects
from timeline.events.grammar import VERBAL
from timeline.events.kinds import kind_of
from timeline.events.syntax import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """An event word that an expression dates; `head` is the word under which the event is told, a verb or the noun itself."""

    parsed: Parsed
    trigger: Token
    head: Token
    timex: Timex
    second: bool = False  # another word for an event that has its main word elsewhere in the clause
    until: bool = False  # denied only until its date: "was not freed until 1990"
    shared: bool = False  # takes the date from the verb it is coordinated with


def coordinated(one: Told, taken: set[int], fronted: bool = False) -> Iterator[Told]:
    """Verbs that share the date: those after a date in front, and those before a date at the end, if they have no subject of their own.

    `fronted` says that the date stands in front of the parsed words, as in a chronology, where what is told beside it, by whomever, is of
    that day too.
    """
    verb = one.head
    if verb.pos_ != "VERB" or one.trigger != verb or is_speaking(verb):
        return
    first = -1 if fronted else one.parsed.between(one.timex.start, one.timex.stop)[0].i
    for other in verb.conjuncts:
        turned = other.i > verb.i and {_tense(other), _tense(verb)} == {"past"}  # "tried to flee and was arrested"
        own_subject = any(child.dep_ in ("nsubj", "nsubjpass") for child in other.children)
        beside = fronted and own_subject and {other.tag_, verb.tag_} <= {"VBZ", "VBP", "VBD", "VBN"}
        if other.pos_ != "VERB" or other.i in taken or is_speaking(other) or other.tag_ != verb.tag_ and not turned and not beside:
            continue
        in_front = first < verb.i and first < other.i and verb.i < other.i
        denied = any(child.dep_ == "neg" for child in other.children)  # "was never carried out and was dropped in 1977"
        at_end = other.i < verb.i < first and not denied and not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
        if (in_front and (not own_subject or fronted and not _own_time(other))) or at_end:
            taken.add(other.i)
            yield Told(one.parsed, other, other, one.timex, shared=True)


def _tense(verb: Token) -> str:
    """past for "fled" and "was arrested", "" for anything else."""
    helpers = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    return "past" if verb.tag_ == "VBD" and not helpers or verb.tag_ == "VBN" and helpers in (["was"], ["were"]) else ""


def other_words(one: Told, taken: set[int]) -> Iterator[Told]:
    """Nouns in the clause that tell the same event as its verb ("killed in an attack", "held a summit", "war broke out")."""
    verb = one.head
    if verb.pos_ not in VERBAL or is_speaking(verb):
        return
    kind = kind_of(verb)
    for child in verb.children:  # "exploded on Friday, killing dozens", "was shot on Friday as he stood in his kitchen"
        beside = child.dep_ == "advcl" and child.pos_ == "VERB" and child.i not in taken and child.i > verb.i and not _own_time(child)
        result = child.tag_ == "VBG" and not any(inner.dep_ == "mark" or inner.tag_ == "MD" for inner in child.children)
        while_ = child.tag_ == "VBD" and any(inner.dep_ == "mark" and inner.lower_ in ("as", "while") for inner in child.children)
        if beside and (result or while_) and verb.tag_ in ("VBD", "VBN") and not is_speaking(child):
            taken.add(child.i)
            yield Told(one.parsed, child, verb, one.timex, second=True)
    for noun in (*subjects(verb), *objects(verb), *means(verb)):
        if noun.i in taken or noun.pos_ != "NOUN" or any(child.dep_ == "nummod" for child in noun.children):
            continue
        if (
            noun_kind(noun) == kind
            and kind != "other"
            and (is_light(verb) or kind in ("attack", "conflict", "disaster", "accord", "election", "protest"))
        ):
            taken.add(noun.i)
            yield Told(one.parsed, noun, verb, one.timex, second=True)


def under_when(one: Told, taken: set[int]) -> Iterator[Told]:
    """For "when the deadline ran out last Sunday, the junta shut the airspace" the shutting too."""
    verb = one.head
    if verb.dep_ != "advcl" or not any(child.lower_ == "when" for child in verb.children) or one.timex.when is None:
        return
    main = verb.head
    if main.pos_ == "VERB" and main.tag_ == "VBD" and main.i > verb.i and main.i not in taken and one.timex.when.is_unit:
        taken.add(main.i)
        yield Told(one.parsed, main, main, one.timex, shared=True)


def _own_time(verb: Token) -> bool:
    """Whether the clause of a verb has a date or an hour of its own."""
    return any(word.ent_type_ in ("DATE", "TIME") for word in verb.subtree)


def means(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "during"):
            yield from (inner for inner in child.children if inner.dep_ == "pobj")
