"""What the phrases of an event give to its two sides: names, and what stands for one, for those who act and those who are acted on."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from timeline import knowledge
from timeline.events.arguments import noun_kind
from timeline.events.descriptions import described
from timeline.events.grammar import VERBAL, lemma
from timeline.events.lands import is_state
from timeline.events.names import Name
from timeline.events.phrases import GROUPS, KIN, KINDS_OF_PLACE, ORGANS, STORMS, capitals, within
from timeline.events.places import Places
from timeline.events.reference import Story
from timeline.events.sharing import Told
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# What is said of those who act for the state that a text is about.
_IN_OFFICE = re.compile(
    r", (?:the|its|their) (?:[a-z]+ ){0,2}"
    r"(?:minister|president|premier|governor|ambassador|spokesman|spokeswoman)\b(?! of [A-Z])"
)
_BACKED = words("back support arm fund finance sponsor train equip ally align supply base own link")
# Seats of power stand for another state in these years.
_SEATS = {
    "Russia": (1922, 1991, "Soviet Union"),
    "Serbia": (1929, 1992, "Yugoslavia"),
    "Czech Republic": (1918, 1993, "Czechoslovakia"),
    "Germany": (1933, 1945, "Nazi Germany"),
}
_SUFFERS = ("attack", "invasion", "conflict", "threat", "statement", "sanction", "justice")


class Sides:
    """Who acts in an event and on whom, taken up while its phrases are walked."""

    def __init__(self, one: Told, story: Story, kind: str, timed: frozenset[int]) -> None:
        self.one, self.story, self.kind, self.timed = one, story, kind, timed
        self.by: list[str] = []
        self.on: list[str] = []
        self.unnamed: list[Token] = []  # organs and groups without a name that act
        self.undergoing: list[Token] = []  # … and those that are acted on
        self.organisation: Span | None = None
        parsed = one.parsed
        self.named: dict[int, Name] = {}
        for name in story.names_in(parsed.sentence.start, parsed.sentence.stop):
            for token in parsed.between(name.start, name.stop):
                self.named[token.i] = name
        self.places = Places(one, story, kind, timed, self.named)

    def phrase(self, head: Token, side: list[str], event: bool = False) -> None:
        """The names in a phrase, each put on its side or among the places."""
        for token in within(head):
            if token.i in self.timed or self._backs(token, head):
                continue
            name = self.named.get(token.i)
            if (
                name is not None
                and name.how != "leader"
                and not is_state(name.actor)
                and (meant := self.story.meant(self.one.parsed, token))
            ):
                for actor in meant.actors:  # "the Republican" is a person before it is a party
                    self.take(actor, side)
            elif name is None:
                self._other(token, side)
            elif not name.bound:
                self._name(token, name, side, event)

    def _seated(self, name: Name) -> str:
        """Who acts under a name: for "Moscow" in 1979 the Soviet Union."""
        first, after, state = _SEATS.get(name.actor, (0, 0, "")) if name.how == "metonym" else (0, 0, "")
        when = self.one.timex.when
        year = when.start.year if when is not None and when.start is not None else 9999
        return state if first <= year < after else name.actor

    def _struck(self, token: Token, name: Name, prep: str) -> None:
        """The state of a city that another state attacks or goes to."""
        reached = (
            prep in ("to", "into") and self.kind in ("diplomacy", "invasion", "attack") or prep in ("at", "on") and self.kind == "attack"
        )
        if not (reached or token.dep_ in ("dobj", "nsubjpass") and self.kind in ("attack", "invasion")):
            return
        if name.how == "place" and is_state(name.country) and any(is_state(actor) for actor in self.by):
            self.take("" if name.country in self.by else name.country, self.on)

    @staticmethod
    def _backs(token: Token, head: Token) -> bool:
        """Whether the word only says who stands behind those who act ("rebels backed by Rwanda")."""
        while token != head and token.dep_ != "acl" and token.head != token:
            token = token.head
        return token != head and token.tag_ == "VBN" and lemma(token) in _BACKED

    def _name(self, token: Token, name: Name, side: list[str], event: bool) -> None:
        prep = self.places.preposition_over(token, name)
        if prep == "of" and any(t.lower_ == "out" for t in token.doc[max(0, token.i - 4) : token.i]):
            prep = "in"  # "out of Damascus"
        aimed = prep == "at" and self.kind in ("attack", "threat", "statement") and name.how == "name" and is_state(name.actor)
        if self.places.of_place_alone(token, name, prep) and not aimed:  # "missiles at Israel"
            self._struck(token, name, prep)
            return
        if name.how == "demonym" and token.dep_ == "amod" and lemma(token.head) in KINDS_OF_PLACE and token.head.dep_ == "pobj":
            self.places.take(name.actor if is_state(name.actor) and token.head.head.lower_ in ("in", "at", "near") else "")
            return  # "in the Australian city of Townsville"
        if self._suffered(token, prep, name):
            side = self.on
            if self.places.suffered(name):
                return  # the city, not the state it stands for
        elif event:
            side = self.on if prep in ("of", "on", "against", "into", "to") else self.by
        self.places.of_party(token, name, side is self.on)
        self.take(self._seated(name), side)
        state = knowledge.actor_forms().get(name.text.split(" ")[0])  # "Iranian Revolutionary Guards"
        force = listed().get(name.actor) in ("armed force", "organisation", "company", "party")
        if state is not None and " " in name.text and state.name != name.actor and name.how == "name" and is_state(state.name) and force:
            self.take(state.name, side)
        if name.person and not (token.dep_ == "poss" and lemma(token.head) in KIN):
            self.take(name.person, side)

    def _suffered(self, token: Token, prep: str, name: Name) -> bool:
        """Whether the name says what an event was done to: "the bombing of Cambodia"."""
        if prep not in ("of", "on", "against") or name.how == "demonym" or token.head.lower_ != prep:
            return False
        return noun_kind(token.head.head) in ("attack", "invasion", "conflict")

    def _other(self, token: Token, side: list[str]) -> None:
        """Pronouns, persons and places that no table names."""
        self.places.described(token, side is self.on)
        if token.lower_ == "its" and (subject := self._subject_of(token)) is not None:
            for actor in self._meant_by(subject):  # "the group announced its dissolution"
                self.take(actor, self.by)
            return
        if token.pos_ == "PRON" or token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") or token.tag_ == "PRP$":
            thing = token.lower_ == "it" and token.dep_ in ("dobj", "pobj") and self.kind not in _SUFFERS
            meant = None if thing else self.story.meant(self.one.parsed, token)
            if meant:
                for actor in meant.actors:
                    self.take(actor, side)
                if meant.person and not (token.tag_ == "PRP$" and lemma(token.head) in KIN):
                    self.take(meant.person, side)
                return
        if token.pos_ in ("NOUN", "PROPN") and (actors := described(self.story, self.one.parsed, token)):
            where = self.places.preposition_over(token, None) in ("in", "at", "near", "outside", "inside")
            for actor in () if where else actors:
                self.take(actor, side)
            return
        if body := self.story.stands_for(self.one.parsed, token):
            self.take("" if self.places.preposition_over(token, None) in ("in", "at", "near", "outside", "inside") else body, side)
            return
        if lemma(token) in (GROUPS if side is self.by else ORGANS) and not self._named_inside(token):
            self._without_name(token, side)
            return
        if token.tag_ == "WP$" and (owned := next((word for word in token.ancestors if word.dep_ == "relcl"), None)) is not None:
            self._owner(owned.head, side)
            return
        if side is self.by and token.pos_ == "PROPN" and token.dep_ in ("nsubj", "pobj", "conj") and self.organisation is None:
            self.organisation = self._body(token)
        at = self.places.preposition_over(token, None) in ("in", "at", "near", "outside", "off") and token.ent_type_ != "PERSON"
        if token.pos_ == "PROPN" and not at and token.ent_type_ not in ("GPE", "LOC", "FAC", "NORP", "DATE"):
            start, stop = self.one.parsed.start(token), self.one.parsed.stop(token)
            for person in self.story.persons_in(self.one.parsed.sentence.start, self.one.parsed.sentence.stop):
                if person.start <= start and stop <= person.stop:
                    in_office = not person.actor and _IN_OFFICE.match(self.story.text, person.stop)
                    self.take(self.story.home if in_office else person.actor, side)
                    self.take(person.full, side)
                    return
        self.places.unlisted(token, side is self.on)

    @staticmethod
    def _subject_of(its: Token) -> Token | None:
        """The subject without a name to which "its" belongs in its own clause ("the panel closed its doors")."""
        verb = next((word for word in its.ancestors if word.pos_ in VERBAL), None)
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None) if verb is not None else None
        own = subject is not None and subject.i < its.i and subject.tag_ == "NN" and subject.right_edge.i < its.i
        return subject if own else None

    def _meant_by(self, noun: Token) -> tuple[str, ...]:
        """The actors that a description stands for."""
        parsed = self.one.parsed
        meant = self.story.meant(parsed, noun)
        return meant.actors if meant else described(self.story, parsed, noun) or (self.story.stands_for(parsed, noun),)

    def _without_name(self, token: Token, side: list[str]) -> None:
        """A group or organ without a name, which acts, is acted on, or only says where ("a protest outside parliament")."""
        if token.text == "Queen" and self.story.home not in ("Denmark", "Netherlands", "Spain", "Sweden", "Jordan", "Tonga"):
            self.take("United Kingdom", side)
            return
        if token.tag_ == "NNS" and lemma(token) in ("country", "nation", "state", "republic", "government", "kingdom"):
            return  # those of several states, which nobody knows
        prep = self.places.preposition_over(token, None)
        if prep in ("in", "at", "near", "outside", "inside", "around"):
            return
        if token.dep_ in ("oprd", "attr") or token.dep_ == "ccomp" and token.pos_ == "NOUN":
            return  # what somebody is or is made
        acts = side is self.by and not (prep in ("of", "on", "against", "into", "to") and self.one.head.pos_ not in VERBAL)
        if acts or lemma(token) in ORGANS:
            (self.unnamed if acts else self.undergoing).append(token)

    def _owner(self, noun: Token, side: list[str]) -> None:
        """Who is meant by "whose": the actor that a noun before it names."""
        name = self.named.get(noun.i)
        if name is not None:
            self.take(name.actor, side)
            self.take(name.person, side)

    def _body(self, token: Token) -> Span | None:
        """The organisation or group whose name ends in this token, by what the parser takes it for or by its capitals alone."""
        known = next((e for e in token.doc.ents if e.start <= token.i < e.end), None)
        if known is not None and known.label_ == "ORG":
            return known
        if token.dep_ != "nsubj" or known is not None and known.label_ not in ("NORP", "PERSON", "PRODUCT") or noun_kind(token):
            return None
        name = capitals(token)
        return name if name[0].lower_ not in STORMS else None

    def _named_inside(self, token: Token) -> bool:
        for word in within(token):
            name = self.named.get(word.i)
            if name is not None and name.actor and not name.bound:
                where = name.how != "demonym" and self.places.preposition_over(word, name) in ("in", "at", "near", "outside", "inside")
                if not where:  # "lawmakers in Kyiv" have no name of their own
                    return True
        return False

    @staticmethod
    def take(name: str, side: list[str]) -> None:
        if name and name not in side:
            side.append(name)
            if name.startswith("US ") and "United States" not in side:
                side.append("United States")  # for which its departments and forces act


@cache
def listed() -> dict[str, str]:
    """The kinds of the actors of the table."""
    return {actor.name: actor.kind for actor in knowledge.actors()}
