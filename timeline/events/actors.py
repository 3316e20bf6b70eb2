"""Who acts, who is acted on, and where: canonical names around an event word, kept apart by their place in the grammar."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from timeline import knowledge
from timeline.dates.grain import Grain
from timeline.events.arguments import is_speaking, noun_kind
from timeline.events.grammar import VERBAL, clause_of, lemma
from timeline.events.names import Name
from timeline.events.phrases import GROUPS, KINDS_OF_PLACE, NO_PLACE, STORMS, as_told, capitals, is_ground, within
from timeline.events.reference import Story
from timeline.events.sharing import Told
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_AT = words("in at near inside outside around across throughout off along above beneath beyond")
_NEAR = words("in at near outside inside around off")
_TOWARDS = words("to into from toward towards onto through")
_STATES = ("state", "past state", "territory")
# In these kinds a state that is acted on is also the place.
_FOUGHT_ON = ("invasion", "attack", "conflict", "regime change", "disaster", "protest", "election", "withdrawal", "mobilisation")
_UNDERGOING = ("see", "suffer", "witness", "hold", "have", "experience", "undergo", "face")
# A name that was meant otherwise before this year.
_EARLIER = {"Allies of World War II": ("Allies of World War I", 1939)}
_SKIPPED = ("relcl", "advcl", "parataxis", "appos")


@dataclass(frozen=True, slots=True)
class Parts:
    """Who acts, on whom, and where."""

    by: tuple[str, ...]
    on: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def actors(self) -> tuple[str, ...]:
        """All who take part, those who act first."""
        return tuple(dict.fromkeys((*self.by, *self.on)))


def parts_of(one: Told, story: Story, kind: str, timed: frozenset[int]) -> Parts:
    """Who takes part in an event and where it was."""
    return _Parts(one, story, kind, timed).read()


class _Parts:
    def __init__(self, one: Told, story: Story, kind: str, timed: frozenset[int]) -> None:
        self.one, self.story, self.kind, self.timed = one, story, kind, timed
        self.by: list[str] = []
        self.on: list[str] = []
        self.places: list[str] = []
        self.unnamed: list[Token] = []
        self.organisation: Span | None = None
        parsed = one.parsed
        self.named: dict[int, Name] = {}
        for name in story.names_in(parsed.sentence.start, parsed.sentence.stop):
            for token in parsed.between(name.start, name.stop):
                self.named[token.i] = name

    def read(self) -> Parts:
        head = self.one.head
        if not self.one.parsed.doc.has_annotation("DEP"):
            for name in dict.fromkeys(self.named.values()):
                self._take(name.actor, self.by)
            return self._parts()
        if head.pos_ in VERBAL:
            self._clause(head)
        else:
            self._noun(head)
        return self._parts()

    def _parts(self) -> Parts:
        self._filed()
        if not self.by:
            self._unnamed()
        if not self.places:
            self._beside()
        return Parts(self._then(self.by), self._then(self.on), tuple(dict.fromkeys(self.places)))

    def _then(self, names: list[str]) -> tuple[str, ...]:
        """The names as they were at the time of the event."""
        when = self.one.timex.when
        year = when.start.year if when is not None and when.start is not None else 9999
        return tuple(dict.fromkeys(_EARLIER[n][0] if n in _EARLIER and year < _EARLIER[n][1] else n for n in names))

    def _beside(self) -> None:
        """Where no place belongs to the event word: the nearest "in", "at" or "near" a place in the words that hang on it."""
        head = self.one.head
        best: tuple[int, str] | None = None
        for token in head.subtree:
            name = self.named.get(token.i)
            place = (name.place or (name.actor if _is_state(name.actor) else "")) if name is not None and name.how != "demonym" else ""
            if not place or token.i in self.timed or self._preposition_over(token, name) not in _NEAR or self._told_apart(token, head):
                continue
            far = abs(token.i - head.i)
            if best is None or far < best[0]:
                best = (far, place)
        if best is not None:
            self.places.append(best[1])

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

    def _unnamed(self) -> None:
        """Who acts where no name of the tables does: the state of an army or parliament, else a body by its name in the text."""
        if self.unnamed:
            state = next((place for place in self.places if _is_state(place)), "")
            state = state or next(
                (
                    p.country
                    for place in self.places
                    if place != "The Hague"
                    for p in knowledge.place_forms().get(place, ())
                    if _is_state(p.country)
                ),
                "",
            )
            self._take(state or self.story.home or as_told(self.unnamed[0]), self.by)
            if self.unnamed[0].pos_ == "PROPN" and len(name := capitals(self.unnamed[0])) > 1:
                self._take(name.text, self.by)  # the Supreme Court
        elif self.organisation is not None:
            self._take(self.organisation.text.removeprefix("the ").removeprefix("The "), self.by)

    def _filed(self) -> None:
        """A report's own news, in its first sentences, is where it was sent from, if the text says nothing else."""
        story, when, published = self.story, self.one.timex.when, self.story.article.published
        if (
            self.places
            or not story.filed
            or self.kind not in ("accord", "diplomacy", "protest", "ceasefire", "justice", "disaster")
            or published is None
            or when is None
        ):
            return
        lead = [s for s in story.sentences if not s.heading][:2]
        fresh = when.is_unit and when.grain is Grain.day and when.start is not None and 0 <= (published - when.start).days <= 3
        if fresh and self.one.parsed.sentence in lead:
            self.places.append(story.filed)

    def _clause(self, verb: Token) -> None:
        clause = clause_of(verb)
        passive = (
            any(child.dep_ in ("nsubjpass", "auxpass") for child in clause.verb.children)
            or clause.verb.tag_ == "VBN"
            and clause.verb.dep_ == "acl"
        )
        if clause.subject is not None:
            self._phrase(clause.subject, self.on if passive else self.by)
        for word in {clause.verb.i: clause.verb, verb.i: verb}.values():
            self._taken_by(word, passive)
        if clause.extra is not None:
            self._phrase(clause.extra, self.on)

    def _taken_by(self, verb: Token, passive: bool) -> None:
        for child in verb.children:
            dep = child.dep_
            if child.i in self.timed or dep in ("nsubj", "nsubjpass", "csubj", *_SKIPPED) or (dep == "conj" and child.pos_ == "VERB"):
                continue
            if dep == "agent":
                self._phrase(child, self.by)
            elif dep == "prep":
                self._preposition(child, passive)
            elif dep in ("xcomp", "ccomp") and child.pos_ in VERBAL:
                subject = next((c for c in child.children if c.dep_ in ("nsubj", "nsubjpass")), None)
                if subject is not None:
                    self._phrase(subject, self.on)
                self._taken_by(child, False)
            elif dep not in ("punct", "mark", "aux", "auxpass", "cc", "npadvmod"):
                self._phrase(child, self.on)

    def _preposition(self, prep: Token, passive: bool) -> None:
        word = prep.lower_
        if word in ("according", "amid", "despite", "as", "like", "unlike"):
            return
        side = self.on
        if word in ("between", "with", "alongside", "among") or (passive and word in ("in", "on", "by", "during")):
            side = self.by  # "between A and B", "in a U.S. strike", "on Trump's orders"
        self._phrase(prep, side)

    def _noun(self, noun: Token) -> None:
        self._phrase(noun, self.by, event=True)
        if self.by or self.on:
            return
        governor = next((word for word in noun.ancestors if word.pos_ in VERBAL), None)
        if governor is not None and not is_speaking(governor):
            self._clause(governor)

    def _phrase(self, head: Token, side: list[str], event: bool = False) -> None:
        """The names in a phrase, each put on its side or among the places."""
        for token in within(head):
            if token.i in self.timed:
                continue
            name = self.named.get(token.i)
            if (
                name is not None
                and name.how != "leader"
                and name.actor not in _states()
                and (meant := self.story.meant(self.one.parsed, token))
            ):
                for actor in meant.actors:  # "the Republican" is a person before it is a party
                    self._take(actor, side)
            elif name is None:
                self._other(token, side)
            elif not name.bound:
                self._name(token, name, side, event)

    def _name(self, token: Token, name: Name, side: list[str], event: bool) -> None:
        prep = self._preposition_over(token, name)
        if prep == "of" and any(t.lower_ == "out" for t in token.doc[max(0, token.i - 4) : token.i]):
            prep = "in"  # "out of Damascus"
        if prep in _AT and name.how == "metonym" and not name.place:
            self._take(name.text.removeprefix("the "), self.places)
            return
        place = name.place or (name.actor if name.how == "name" and _is_state(name.actor) else "")
        if prep in _AT and place:
            self._take(place, self.places)
            return
        if prep in _TOWARDS and place and name.how != "demonym":
            self._take(place, self.places)
        if name.actor or name.person:
            if self._suffered(token, prep, name):
                side = self.on
                if place:
                    self._take(place, self.places)
                    if name.how == "metonym":
                        return  # "the siege of Sarajevo": the city, not the state it stands for
            elif event:
                side = self.on if prep in ("of", "on", "against", "into", "to") else self.by
            if side is self.on and place and name.how in ("name", "metonym") and self.kind in _FOUGHT_ON:
                self._take(place, self.places)
            saw = side is self.by and token.dep_ in ("nsubj", "compound") and lemma(self.one.head) in _UNDERGOING
            if saw and place and self.kind in _FOUGHT_ON and self.kind != "mobilisation":
                self._take(place, self.places)
            if self.kind == "regime change" and name.how == "demonym" and _is_state(name.actor) and side is self.on:
                self._take(name.actor, self.places)
            self._take(name.actor, side)
            state = knowledge.actor_forms().get(name.text.split(" ")[0])  # "Iranian Revolutionary Guards"
            if state is not None and " " in name.text and state.name != name.actor and name.how == "name" and state.name in _states():
                self._take(state.name, side)
            if name.person:
                self._take(name.person, side)
        elif place and (prep in ("of", "on", "over", "against", "for") or token.dep_ in ("dobj", "nsubjpass", "nsubj", "compound")):
            self._take(place, self.places)

    def _suffered(self, token: Token, prep: str, name: Name) -> bool:
        """Whether the name says what an event was done to: "the bombing of Cambodia"."""
        if prep not in ("of", "on", "against") or name.how == "demonym" or token.head.lower_ != prep:
            return False
        return noun_kind(token.head.head) in ("attack", "invasion", "conflict")

    def _other(self, token: Token, side: list[str]) -> None:
        """Pronouns, persons and places that no table names."""
        if token.pos_ == "PRON" or token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") or token.tag_ == "PRP$":
            meant = self.story.meant(self.one.parsed, token)
            if meant:
                for actor in meant.actors:
                    self._take(actor, side)
                if meant.person:
                    self._take(meant.person, side)
                return
        if side is self.by and lemma(token) in GROUPS and not self._named_inside(token):
            self.unnamed.append(token)
            return
        if side is self.by and token.pos_ == "PROPN" and token.dep_ in ("nsubj", "pobj", "conj") and self.organisation is None:
            self.organisation = self._body(token)
        at = self._preposition_over(token, None) in ("in", "at", "near", "outside", "off") and token.ent_type_ != "PERSON"
        if token.pos_ == "PROPN" and not at and token.ent_type_ not in ("GPE", "LOC", "FAC", "NORP", "DATE"):
            start, stop = self.one.parsed.start(token), self.one.parsed.stop(token)
            for person in self.story.persons_in(self.one.parsed.sentence.start, self.one.parsed.sentence.stop):
                if person.start <= start and stop <= person.stop:
                    self._take(person.actor, side)
                    self._take(person.full, side)
                    return
        self._unlisted(token, side)

    def _body(self, token: Token) -> Span | None:
        """The organisation or group whose name ends in this token, by what the parser takes it for or by its capitals alone."""
        known = next((e for e in token.doc.ents if e.start <= token.i < e.end), None)
        if known is not None and known.label_ == "ORG":
            return known
        if token.dep_ != "nsubj" or known is not None and known.label_ not in ("NORP", "PERSON", "PRODUCT") or noun_kind(token):
            return None
        name = capitals(token)
        return name if name[0].lower_ not in STORMS else None

    def _unlisted(self, token: Token, side: list[str]) -> None:
        """A place that no table lists: a name after "in", "at" or "near", or one that was taken or attacked."""
        if token.pos_ != "PROPN" or token.dep_ == "compound" or token.ent_type_ in ("DATE", "TIME", "EVENT", "LAW", "NORP", "MONEY"):
            return
        prep = self._preposition_over(token, None)
        seized = self.kind == "invasion" and side is self.on and token.dep_ in ("dobj", "nsubjpass", "conj") and token.ent_type_ != "ORG"
        ground = token.ent_type_ in ("GPE", "LOC", "FAC") and prep in _TOWARDS
        attacked = self.kind in ("attack", "conflict") and side is self.on and token.dep_ in ("dobj", "nsubjpass") and is_ground(token)
        ground = ground or prep == "on" and token.ent_type_ in ("GPE", "LOC")
        if prep in _AT or ground or seized or attacked:
            name = capitals(token)
            if name[-1].text not in NO_PLACE and name.text.removesuffix("'s"):
                self._take(name.text.removesuffix("'s"), self.places)

    def _named_inside(self, token: Token) -> bool:
        return any(word.i in self.named and self.named[word.i].actor for word in within(token))

    def _preposition_over(self, token: Token, name: Name | None) -> str:
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

    @staticmethod
    def _take(name: str, side: list[str]) -> None:
        if name and name not in side:
            side.append(name)


@cache
def _states() -> frozenset[str]:
    return frozenset(actor.name for actor in knowledge.actors() if actor.kind in _STATES)


def _is_state(name: str) -> bool:
    return name in _states()
