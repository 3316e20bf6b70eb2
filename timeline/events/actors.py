"""Who acts, who is acted on, and where: canonical names around an event word, kept apart by their place in the grammar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline import knowledge
from timeline.events.arguments import is_speaking, noun_kind
from timeline.events.grammar import VERBAL, clause_of, lemma
from timeline.events.lands import is_state
from timeline.events.phrases import AGAINST, GROUPS, ORGANS, as_told, capitals
from timeline.events.pronouns import HOME
from timeline.events.reference import Story
from timeline.events.sharing import Told
from timeline.events.sides import Sides, listed
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

# In these kinds the state that a text is about takes part, if the text names nobody who does.
_OF_A_STATE = (
    "election", "regime change", "leadership", "protest", "justice", "mobilisation", "invasion", "attack", "conflict", "withdrawal",
    "sanction", "threat", "economy",
)  # fmt: skip
_OF_THE_PLACE = ("attack", "conflict", "election", "protest")  # where it takes part only if it was there
_RELATIONS = words("tie relation link embassy rapprochement detente")  # of two states and no more
_PARTIES = words("party coalition")
_BETWEEN_TWO = words("tie relation link talk contact negotiation border embassy rapprochement detente")
# What a body grants to one state or agrees with it.
_LENT = words("loan bailout rescue agreement deal programme program package tranche arrangement credit review disbursement lifeline")
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
        self.sides = Sides(one, story, kind, timed)
        self.by, self.on, self.places = self.sides.by, self.sides.on, self.sides.places

    def read(self) -> Parts:
        head = self.one.head
        if not self.one.parsed.doc.has_annotation("DEP"):
            for name in dict.fromkeys(self.sides.named.values()):
                self.sides.take(name.actor, self.by)
            return self._parts()
        if head.pos_ in VERBAL:
            self._clause(head)
        else:
            self._noun(head)
        return self._parts()

    def _parts(self) -> Parts:
        if not self.places.found:
            self.places.beside()
        if not self.places.found:
            self.places.around()
        self.places.filed()
        if not self.by:
            self._unnamed()
        self._fall_back()
        return Parts(self._then(self.by), self._then(self.on), self.places.settle(self.by, self.on))

    def _then(self, names: list[str]) -> tuple[str, ...]:
        """The names as they were at the time of the event."""
        when = self.one.timex.when
        year = when.start.year if when is not None and when.start is not None else 9999
        return tuple(dict.fromkeys(_EARLIER[n][0] if n in _EARLIER and year < _EARLIER[n][1] else n for n in names))

    def _unnamed(self) -> None:
        """Who acts where no name of the tables does: the state of an army or parliament, else a body by its name in the text."""
        if self.sides.unnamed:
            first = self.sides.unnamed[0]
            pointed = first.left_edge.lower_ == "the" and not any(child.dep_ in ("prep", "poss") for child in first.children)
            here = self.story.state_at(self.one.parsed.start(first), guessing=first.pos_ != "PROPN")
            state = here if pointed and lemma(first) in ORGANS else ""  # "the regime fired a missile over Japan"
            state = state or next((place for place in self.places.found if is_state(place)), "")
            state = state or next(
                (
                    p.country
                    for place in self.places.found
                    if place != "The Hague"
                    for p in knowledge.place_forms().get(place, ())
                    if is_state(p.country)
                ),
                "",
            )
            state = state or here
            of_others = any(child.dep_ == "poss" for child in first.children)  # "Mladic's troops" are not those of the place
            against = lemma(first) in AGAINST and all(lemma(word) not in ORGANS for word in self.sides.unnamed)
            if not state or of_others or against or lemma(first) not in ORGANS and lemma(first) not in HOME:
                self.sides.take(as_told(first) if first.pos_ != "PROPN" or len(capitals(first)) == 1 else "", self.by)
            if not of_others:
                self.sides.take(state, self.on if against else self.by)
            if first.pos_ == "PROPN" and len(name := capitals(first)) > 1:
                self.sides.take(name.text, self.by)  # the Supreme Court
        elif self.sides.organisation is not None:
            self.sides.take(self.sides.organisation.text.removeprefix("the ").removeprefix("The "), self.by)

    def _fall_back(self) -> None:
        """Who took part where the event word names nobody: those of the clause around it, of the deal that was named, of the text."""
        head = self.one.head
        if self.sides.undergoing and not self.on:
            self.sides.take(self.story.state_at(self.one.parsed.start(self.sides.undergoing[0])), self.on)
        if not (self.by or self.on) and head.pos_ in VERBAL and head.dep_ in ("acl", "relcl", "advcl"):
            above = next((word for word in head.ancestors if word.pos_ in VERBAL), None)
            if above is not None and not is_speaking(above):
                self._clause(above)
        if not (self.by or self.on) and self.kind in ("accord", "ceasefire", "diplomacy"):
            self._of_deal()
        if not (self.by or self.on) and lemma(head) in ("come", "be"):  # "the first crack came when China vetoed a draft"
            late = (word for word in head.subtree if word.i > head.i and word.dep_ in ("advcl", "relcl"))
            when = next((word for word in late if any(child.lower_ == "when" for child in word.children)), None)
            if when is not None:
                self._clause(when)
        self._other_of_two()
        self._other_of_deal()
        abroad = self.kind in _OF_THE_PLACE and self._abroad()
        if self.kind in _OF_A_STATE and not abroad and not any(name in listed() for name in (*self.by, *self.on)):
            self.sides.take(self.story.state_at(self.one.parsed.start(head)), self.on)
        if lemma(self.one.trigger) == "independence" and self.story.home not in self.on:
            self.sides.take(self.story.home, self.by)

    def _abroad(self) -> bool:
        """Whether all the places of the event lie in other states than the one the text is about."""
        home = self.story.home
        lands = {
            place if is_state(place) else form.country
            for place in self.places.found
            for form in (knowledge.place_forms().get(place, ())[:1] or ())
            if is_state(place) or form.country
        }
        return bool(home and lands) and home not in lands

    def _of_deal(self) -> None:
        """Who made a deal or held talks, where the clause names nobody."""
        start, doer = self.one.parsed.start(self.one.head), self._doer()
        if doer is not None:
            self.sides.phrase(doer, self.by)
            if not self.by and (lemma(doer) in ORGANS or lemma(doer) in _PARTIES):
                self.sides.take(self.story.state_at(start), self.by)
        elif self._known_deal():
            for actor in self.story.parties(start):
                self.sides.take(actor, self.by)

    def _doer(self) -> Token | None:
        """Who does the event word or halts, announces … what it names; none in "a pact was signed" and "talks resumed"."""
        verb = self.one.head
        if verb.pos_ not in VERBAL:
            if verb.dep_ != "dobj":
                return None
            verb = verb.head
        doer = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if doer is None or doer.tag_ == "NNS":
            return None
        return doer if doer.pos_ == "PROPN" or lemma(doer) in GROUPS or lemma(doer) in ORGANS or lemma(doer) in _PARTIES else None

    def _known_deal(self) -> bool:
        """Whether an accord is one that the text has told of ("the deal"), or a new one of the last decades."""
        head, when = self.one.head, self.one.timex.when
        noun = next((c for c in head.children if c.dep_ in ("nsubj", "nsubjpass")), head) if head.pos_ in VERBAL else head
        published = self.story.article.published
        if any(child.lower_ in ("the", "that", "this", "these", "those", "their") for child in noun.children):
            return True
        return when is None or when.start is None or published is None or when.start.year > published.year - 40

    def _other_of_two(self) -> None:
        """With whom ties were broken or talks held in a text that is about two states, if one of them alone is named."""
        two, taking = self.story.two, (*self.by, *self.on)
        states = {name for name in taking if is_state(name)}
        head = self.one.head
        nouns = {
            lemma(head),
            lemma(self.one.trigger),
            *(lemma(word) for word in head.children if word.dep_ in ("dobj", "nsubj", "nsubjpass")),
        }
        if len(states) != 1 or two and not states <= set(two):
            return
        if not two and not nouns & _RELATIONS:
            return
        if not two:
            near = [actor for actor in self.story.takers_near(self.one.parsed.start(self.one.head)) if is_state(actor)]
            two = tuple(dict.fromkeys((*near, *states)))
            if len(two) != 2:
                return
        if nouns & _BETWEEN_TWO:
            self.sides.take(next(state for state in two if state not in states), self.on)

    def _other_of_deal(self) -> None:
        """Who made a treaty "with Egypt", or agreed with a fund, where the clause names that side alone."""
        if (
            self.kind not in ("accord", "ceasefire", "diplomacy", "aid")
            or len(taking := (*self.by, *self.on)) != 1
            or not self._known_deal()
        ):
            return
        other = taking[0]
        kind = listed().get(other, "")
        start = self.one.parsed.start(self.one.head)
        near = [actor for actor in self.story.takers_near(start) if actor != other]
        head = self.one.head
        lends = kind == "organisation" and _LENT & {
            lemma(self.one.trigger), lemma(head), *(lemma(c) for c in head.children if c.dep_ in ("dobj", "nsubjpass", "nsubj"))
        }  # fmt: skip
        if lends or kind == "armed group" or kind == "state" and (not self.by or self._is_with(other)):
            self.sides.take(self.story.home or (near[0] if len(near) == 1 and is_state(near[0]) else ""), self.on)

    def _is_with(self, actor: str) -> bool:
        """Whether an actor stands after "with": "a treaty with Egypt"."""
        names = self.sides.named
        return any(name.actor == actor and i > 0 and self.one.parsed.doc[i - 1].lower_ == "with" for i, name in names.items())

    def _clause(self, verb: Token) -> None:
        clause = clause_of(verb)
        passive = (
            any(child.dep_ in ("nsubjpass", "auxpass") for child in clause.verb.children)
            or clause.verb.tag_ == "VBN"
            and (clause.verb.dep_ == "acl" or clause.verb.dep_ == "conj" and clause.form.startswith(("was ", "were ", "been ", "being ")))
        )
        if clause.subject is not None:
            self.sides.phrase(clause.subject, self.on if passive else self.by)
        for word in {clause.verb.i: clause.verb, verb.i: verb}.values():
            self._taken_by(word, passive)
        if clause.extra is not None:
            self.sides.phrase(clause.extra, self.on)

    def _taken_by(self, verb: Token, passive: bool) -> None:
        for child in verb.children:
            dep = child.dep_
            if child.i in self.timed or dep in ("nsubj", "nsubjpass", "csubj", *_SKIPPED) or (dep == "conj" and child.pos_ == "VERB"):
                continue
            if dep == "agent":
                self.sides.phrase(child, self.by)
            elif dep == "prep":
                self._preposition(child, passive)
            elif dep in ("xcomp", "ccomp") and child.pos_ in VERBAL:
                subject = next((c for c in child.children if c.dep_ in ("nsubj", "nsubjpass")), None)
                if subject is not None:
                    self.sides.phrase(subject, self.on)
                self._taken_by(child, False)
            elif dep not in ("punct", "mark", "aux", "auxpass", "cc", "npadvmod"):
                self.sides.phrase(child, self.on)

    def _preposition(self, prep: Token, passive: bool) -> None:
        word = prep.lower_
        together = prep.i > 0 and prep.nbor(-1).lower_ in ("together", "along")
        if together and any(c.dep_ in ("dobj", "nsubjpass") for c in (*prep.head.children, *prep.head.head.children)):
            self.sides.phrase(prep, self.on)  # "indicted him together with Karadzic"
            return
        if word in ("according", "amid", "despite", "as", "like", "unlike"):
            return
        side = self.on
        if word in ("between", "with", "alongside", "among") or (passive and word in ("in", "on", "by", "during")):
            side = self.by  # "between A and B", "in a U.S. strike", "on Trump's orders"
        self.sides.phrase(prep, side)

    def _noun(self, noun: Token) -> None:
        if noun.dep_ in ("ccomp", "oprd") and noun.head.pos_ in VERBAL and not noun_kind(noun):
            self._clause(noun.head)  # "declared himself president"
            return
        self.sides.phrase(noun, self.by, event=True)
        governor = next((word for word in noun.ancestors if word.pos_ in VERBAL), None)
        beside = noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.head.head == governor
        if beside and governor is not None and not self.by and (subject := clause_of(governor).subject) is not None:
            self.sides.phrase(subject, self.by)  # "Britain had moved sooner, with sanctions on …"
        if self.by or self.on:
            return
        if governor is not None and not is_speaking(governor):
            self._clause(governor)
