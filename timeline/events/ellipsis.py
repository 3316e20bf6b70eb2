"""What a clause goes on with from one date to the next: "cut its rate to 5 percent in 2019, to 3 percent in 2020"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 8  # words of a stretch
_JOINTS = (",", ";", "-", "–", "—")
_BODIES = words("house chamber senate parliament assembly council court cabinet commission")  # that act without a name


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words that belong to one date, and the place from which they stand in for those of the first; `subject` if for who did it.

    `counted` is what a bare number counts: in "admitted ten countries in 2004, two in 2007" countries.
    """

    words: list[Token]
    at: int
    subject: bool = False
    counted: Token | None = None


def stretch_of(verb: Token, dated: Collection[int], timed: Collection[int]) -> Stretch | None:
    """The words that belong to the date with the tokens `dated` alone; None where the clause says one thing for all its dates."""
    doc = verb.doc
    stop = min(dated)
    while stop > verb.i and (stop - 1 in timed or doc[stop - 1].dep_ == "prep" and doc[stop - 1].lower_ in ("in", "on")):
        stop -= 1
    start = stop
    while start > verb.i + 1 and start - 1 not in timed and stop - start <= _LONGEST:
        start -= 1
    if start <= verb.i + 1 or start - 1 not in timed:
        return None
    stretch = list(doc[start:stop])
    joints = [word for word in stretch[:2] if word.text in _JOINTS or word.dep_ == "cc"]
    stretch = stretch[len(joints) :]
    if not joints or not stretch or any(word.pos_ in ("VERB", "AUX") or word.text in (",", ";") or word.dep_ == "cc" for word in stretch):
        return None
    at = _counterpart(verb, stretch[0], timed)
    if at >= 0:
        counted = doc[at].head if len(stretch) == 1 and doc[at].pos_ == stretch[0].pos_ == "NUM" and doc[at].dep_ == "nummod" else None
        return Stretch(stretch, at, counted=counted if counted is not None and counted.i > at else None)
    named = (stretch[-1].pos_ == "PROPN" or stretch[-1].lower_ in _BODIES) and stretch[0].pos_ in ("PROPN", "DET")
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    taken = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if named and taken is not None and taken.pos_ == "PROPN":
        return Stretch(stretch, taken.left_edge.i)
    if named and subject is not None and subject.pos_ == "PROPN":
        return Stretch(stretch, -1, subject=True)
    return None


def _counterpart(verb: Token, first: Token, timed: Collection[int]) -> int:
    """Where the first date has what a stretch that begins with a preposition or a number stands in for; -1 if nowhere."""
    for token in verb.doc[verb.i + 1 : first.i]:
        if token.i in timed and token.i > verb.i:
            break
        if first.lower_ == token.lower_ and first.pos_ in ("ADP", "PART") and token.nbor(1).i not in timed:
            return token.i
        if first.pos_ in ("NUM", "SYM") and token.pos_ in ("NUM", "SYM"):
            return token.i
    return -1
