"""Where an event happened: the names of places around an event word, by the preposition and the part of the sentence they stand in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from timeline import knowledge
from timeline.dates.grain import Grain
from timeline.events.arguments import noun_kind
from timeline.events.grammar import VERBAL, lemma
from timeline.events.names import Name
from timeline.events.phrases import KINDS_OF_PLACE, NO_PLACE, capitals, is_ground
from timeline.events.reference import Story
from timeline.events.sharing import Told
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_AT = words("in at near inside outside around across throughout off along above beneath beyond")
_NEAR = words("in at near outside inside around off")
_TOWARDS = words("to into from toward towards onto through")
_STATES = ("state", "past state", "territory")
# In these kinds a state that is acted on is also the place.
_FOUGHT_ON = ("invasion", "attack", "conflict", "regime change", "disaster", "protest", "election", "withdrawal", "mobilisation")
_UNDERGOING = ("see", "suffer", "witness", "hold", "have", "experience", "undergo", "face")


class Places:
    """The places of one event, taken up while its words are walked."""

    def __init__(self, one: Told, story: Story, kind: str, timed: frozenset[int], named: dict[int, Name]) -> None:
        self.one, self.story, self.kind, self.timed, self.named = one, story, kind, timed, named
        self.found: list[str] = []

    def take(self, name: str) -> None:
        """One place more."""
        if name and name not in self.found:
            self.found.append(name)

    def of_place_alone(self, token: Token, name: Name, prep: str) -> bool:
        """Whether a name says where and nothing else; what is gone to is a place too, and may act besides."""
        if prep in _AT and name.how == "metonym" and not name.place:
            self.take(name.text.removeprefix("the "))
            return True
        place = _place(name)
        if prep in _AT and place:
            self.take(place)
            return True
        if prep in _TOWARDS and place and name.how != "demonym":
            self.take(place)
        if name.actor or name.person:
            return False
        if place and (prep in ("of", "on", "over", "against", "for") or token.dep_ in ("dobj", "nsubjpass", "nsubj", "compound")):
            self.take(place)
        return True

    def suffered(self, name: Name) -> bool:
        """Takes what an event was done to; whether the name is a city and does not act ("the siege of Sarajevo")."""
        self.take(_place(name))
        return bool(_place(name)) and name.how == "metonym"

    def of_party(self, token: Token, name: Name, acted_on: bool) -> None:
        """Takes a state that is acted on, or that undergoes something, where that is also the place."""
        place = _place(name)
        if acted_on and place and name.how in ("name", "metonym") and self.kind in _FOUGHT_ON:
            self.take(place)
        saw = not acted_on and token.dep_ in ("nsubj", "compound") and lemma(self.one.head) in _UNDERGOING
        if saw and place and self.kind in _FOUGHT_ON and self.kind != "mobilisation":
            self.take(place)
        if self.kind == "regime change" and name.how == "demonym" and is_state(name.actor) and acted_on:
            self.take(name.actor)

    def unlisted(self, token: Token, acted_on: bool) -> None:
        """A place that no table lists: a name after "in", "at" or "near", or one that was taken or attacked."""
        if token.pos_ != "PROPN" or token.dep_ == "compound" or token.ent_type_ in ("DATE", "TIME", "EVENT", "LAW", "NORP", "MONEY"):
            return
        prep = self.preposition_over(token, None)
        seized = self.kind == "invasion" and acted_on and token.dep_ in ("dobj", "nsubjpass", "conj") and token.ent_type_ != "ORG"
        ground = token.ent_type_ in ("GPE", "LOC", "FAC") and prep in _TOWARDS
        attacked = self.kind in ("attack", "conflict") and acted_on and token.dep_ in ("dobj", "nsubjpass") and is_ground(token)
        ground = ground or prep == "on" and token.ent_type_ in ("GPE", "LOC")
        if prep in _AT or ground or seized or attacked:
            name = capitals(token)
            if name[-1].text not in NO_PLACE and name.text.removesuffix("'s"):
                self.take(name.text.removesuffix("'s"))

    def beside(self) -> None:
        """Where no place belongs to the event word: the nearest "in", "at" or "near" a place in the words that hang on it."""
        head = self.one.head
        best: tuple[int, str] | None = None
        for token in head.subtree:
            name = self.named.get(token.i)
            place = (name.place or (name.actor if is_state(name.actor) else "")) if name is not None and name.how != "demonym" else ""
            if not place or token.i in self.timed or self.preposition_over(token, name) not in _NEAR or self._told_apart(token, head):
                continue
            far = abs(token.i - head.i)
            if best is None or far < best[0]:
                best = (far, place)
        if best is not None:
            self.take(best[1])

    @staticmethod
    def _told_apart(token: Token, head: Token) -> bool:
        """Whether another clause of its own stands between a word and the event word."""
        for word in token.ancestors:
            if word == head:
                return False
            finite = word.pos_ in VERBAL and word.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VBG")
            while_ = any(child.dep_ == "mark" and child.lower_ in ("while", "as") for child in word.children)
            if finite and word.dep_ in ("relcl", "conj", "ccomp", "parataxis", "advcl") and not while_:
                return True
        return True

    def filed(self) -> None:
        """A report's own news, in its first sentences, is where it was sent from, if the text says nothing else."""
        story, when, published = self.story, self.one.timex.when, self.story.article.published
        if (
            self.found
            or not story.filed
            or self.kind not in ("accord", "diplomacy", "protest", "ceasefire", "justice", "disaster")
            or published is None
            or when is None
        ):
            return
        lead = [s for s in story.sentences if not s.heading][:2]
        fresh = when.is_unit and when.grain is Grain.day and when.start is not None and 0 <= (published - when.start).days <= 3
        if fresh and self.one.parsed.sentence in lead:
            self.take(story.filed)

    def preposition_over(self, token: Token, name: Name | None) -> str:
        """The preposition that governs the name itself, not one further up."""
        inside = self.one.parsed.between(name.start, name.stop) if name is not None else [token]
        word = next((t for t in inside if t.head.i not in {x.i for x in inside}), token)
        while word.dep_ == "conj" and word.head != word:
            word = word.head
        while word.dep_ in ("compound", "nmod") and word.head.ent_type_ in ("GPE", "LOC", "FAC") and word.head != word:
            word = word.head
        if name is not None and word.dep_ == "compound" and word.head.pos_ == "NOUN" and not noun_kind(word.head):
            word = word.head  # "in a Moscow hospital"
        elif word.dep_ == "pobj" and word.head.lower_ == "of" and lemma(word.head.head) in KINDS_OF_PLACE:
            word = word.head.head  # "in the village of Lazarevo"
        return word.head.lower_ if word.dep_ == "pobj" and word.head.pos_ in ("ADP", "SCONJ") else ""


def _place(name: Name) -> str:
    return name.place or (name.actor if name.how == "name" and is_state(name.actor) else "")


@cache
def states() -> frozenset[str]:
    """The names of states, past and present, and of territories."""
    return frozenset(actor.name for actor in knowledge.actors() if actor.kind in _STATES)


def is_state(name: str) -> bool:
    """Whether a name is that of a state, past or present, or of a territory."""
    return name in states()
