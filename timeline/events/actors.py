"""Who acts, who is acted on, and where: canonical names around an event word, kept apart by their place in the grammar."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from timeline import knowledge
from timeline.events.arguments import is_speaking, noun_kind
from timeline.events.grammar import VERBAL, clause_of, lemma
from timeline.events.names import Name
from timeline.events.phrases import AGAINST, GROUPS, KIN, KINDS_OF_PLACE, ORGANS, STORMS, as_told, capitals, within
from timeline.events.places import Places
from timeline.events.reference import HOME, Story
from timeline.events.scenes import is_state
from timeline.events.sharing import Told
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# In these kinds the state that a text is about takes part, if the text names nobody who does.
_OF_A_STATE = (
    "election", "regime change", "leadership", "protest", "justice", "mobilisation", "invasion", "attack", "conflict", "withdrawal",
    "sanction", "threat", "economy",
)  # fmt: skip
_BACKED = words("back support arm fund finance sponsor train equip ally align supply base own link")
_BETWEEN_TWO = words("tie relation link talk contact negotiation border embassy rapprochement detente")
# A name that was meant otherwise before this year.
_EARLIER = {"Allies of World War II": ("Allies of World War I", 1939)}
# Seats of power stand for another state in these years.
_SEATS = {
    "Russia": (1922, 1991, "Soviet Union"),
    "Serbia": (1929, 1992, "Yugoslavia"),
    "Czech Republic": (1918, 1993, "Czechoslovakia"),
    "Germany": (1933, 1945, "Nazi Germany"),
}
_SUFFERS = ("attack", "invasion", "conflict", "threat", "statement", "sanction", "justice")
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
        self.unnamed: list[Token] = []  # organs and groups without a name that act
        self.undergoing: list[Token] = []  # … and those that are acted on
        self.organisation: Span | None = None
        parsed = one.parsed
        self.named: dict[int, Name] = {}
        for name in story.names_in(parsed.sentence.start, parsed.sentence.stop):
            for token in parsed.between(name.start, name.stop):
                self.named[token.i] = name
        self.places = Places(one, story, kind, timed, self.named)

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
        if not self.places.found:
            self.places.beside()
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
        if self.unnamed:
            first = self.unnamed[0]
            state = next((place for place in self.places.found if is_state(place)), "")
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
            state = state or self.story.state_at(self.one.parsed.start(first))
            of_others = any(child.dep_ == "poss" for child in first.children)  # "Mladic's troops" are not those of the place
            against = lemma(first) in AGAINST and all(lemma(word) not in ORGANS for word in self.unnamed)
            if not state or of_others or against or lemma(first) not in ORGANS and lemma(first) not in HOME:
                self._take(as_told(first), self.by)
            if not of_others:
                self._take(state, self.on if against else self.by)
            if first.pos_ == "PROPN" and len(name := capitals(first)) > 1:
                self._take(name.text, self.by)  # the Supreme Court
        elif self.organisation is not None:
            self._take(self.organisation.text.removeprefix("the ").removeprefix("The "), self.by)

    def _fall_back(self) -> None:
        """Who took part where the event word names nobody: those of the clause around it, of the deal that was named, of the text."""
        head = self.one.head
        if self.undergoing and not self.on:
            self._take(self.story.state_at(self.one.parsed.start(self.undergoing[0])), self.on)
        if not (self.by or self.on) and head.pos_ in VERBAL and head.dep_ in ("acl", "relcl", "advcl"):
            above = next((word for word in head.ancestors if word.pos_ in VERBAL), None)
            if above is not None and not is_speaking(above):
                self._clause(above)
        if not (self.by or self.on) and self.kind in ("accord", "ceasefire", "diplomacy") and self._known_deal():
            for actor in self.story.parties(self.one.parsed.start(head)):
                self._take(actor, self.by)
        if not (self.by or self.on) and lemma(head) in ("come", "be"):  # "the first crack came when China vetoed a draft"
            late = (word for word in head.subtree if word.i > head.i and word.dep_ in ("advcl", "relcl"))
            when = next((word for word in late if any(child.lower_ == "when" for child in word.children)), None)
            if when is not None:
                self._clause(when)
        self._other_of_two()
        if self.kind in _OF_A_STATE and not any(name in _listed() for name in (*self.by, *self.on)):
            self._take(self.story.home, self.on)
        if lemma(self.one.trigger) == "independence" and self.story.home not in self.on:
            self._take(self.story.home, self.by)

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
        if not two or len(states) != 1 or not states <= set(two):
            return
        head = self.one.head
        nouns = {
            lemma(head),
            lemma(self.one.trigger),
            *(lemma(word) for word in head.children if word.dep_ in ("dobj", "nsubj", "nsubjpass")),
        }
        if nouns & _BETWEEN_TWO:
            self._take(next(state for state in two if state not in states), self.on)

    def _clause(self, verb: Token) -> None:
        clause = clause_of(verb)
        passive = (
            any(child.dep_ in ("nsubjpass", "auxpass") for child in clause.verb.children)
            or clause.verb.tag_ == "VBN"
            and (clause.verb.dep_ == "acl" or clause.verb.dep_ == "conj" and clause.form.startswith(("was ", "were ", "been ", "being ")))
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
        together = prep.i > 0 and prep.nbor(-1).lower_ in ("together", "along")
        if together and any(c.dep_ in ("dobj", "nsubjpass") for c in (*prep.head.children, *prep.head.head.children)):
            self._phrase(prep, self.on)  # "indicted him together with Karadzic"
            return
        if word in ("according", "amid", "despite", "as", "like", "unlike"):
            return
        side = self.on
        if word in ("between", "with", "alongside", "among") or (passive and word in ("in", "on", "by", "during")):
            side = self.by  # "between A and B", "in a U.S. strike", "on Trump's orders"
        self._phrase(prep, side)

    def _noun(self, noun: Token) -> None:
        if noun.dep_ in ("ccomp", "oprd") and noun.head.pos_ in VERBAL and not noun_kind(noun):
            self._clause(noun.head)  # "declared himself president"
            return
        self._phrase(noun, self.by, event=True)
        governor = next((word for word in noun.ancestors if word.pos_ in VERBAL), None)
        beside = noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.head.head == governor
        if beside and governor is not None and not self.by and (subject := clause_of(governor).subject) is not None:
            self._phrase(subject, self.by)  # "Britain had moved sooner, with sanctions on …"
        if self.by or self.on:
            return
        if governor is not None and not is_speaking(governor):
            self._clause(governor)

    def _phrase(self, head: Token, side: list[str], event: bool = False) -> None:
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
                    self._take(actor, side)
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
            self._take("" if name.country in self.by else name.country, self.on)

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
        self._take(self._seated(name), side)
        state = knowledge.actor_forms().get(name.text.split(" ")[0])  # "Iranian Revolutionary Guards"
        force = _listed().get(name.actor) in ("armed force", "organisation", "company", "party")
        if state is not None and " " in name.text and state.name != name.actor and name.how == "name" and is_state(state.name) and force:
            self._take(state.name, side)
        if name.person and not (token.dep_ == "poss" and lemma(token.head) in KIN):
            self._take(name.person, side)

    def _suffered(self, token: Token, prep: str, name: Name) -> bool:
        """Whether the name says what an event was done to: "the bombing of Cambodia"."""
        if prep not in ("of", "on", "against") or name.how == "demonym" or token.head.lower_ != prep:
            return False
        return noun_kind(token.head.head) in ("attack", "invasion", "conflict")

    def _other(self, token: Token, side: list[str]) -> None:
        """Pronouns, persons and places that no table names."""
        self.places.described(token, side is self.on)
        if token.lower_ == "its" and self._of_subject(token):
            return
        if token.pos_ == "PRON" or token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") or token.tag_ == "PRP$":
            thing = token.lower_ == "it" and token.dep_ in ("dobj", "pobj") and self.kind not in _SUFFERS
            meant = None if thing else self.story.meant(self.one.parsed, token)
            if meant:
                for actor in meant.actors:
                    self._take(actor, side)
                if meant.person and not (token.tag_ == "PRP$" and lemma(token.head) in KIN):
                    self._take(meant.person, side)
                return
        if body := self.story.stands_for(self.one.parsed, token):
            self._take("" if self.places.preposition_over(token, None) in ("in", "at", "near", "outside", "inside") else body, side)
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
                    self._take(person.actor, side)
                    self._take(person.full, side)
                    return
        self.places.unlisted(token, side is self.on)

    @staticmethod
    def _of_subject(its: Token) -> bool:
        """Whether "its" belongs to a subject without a name in its own clause ("the panel closed its doors")."""
        verb = next((word for word in its.ancestors if word.pos_ in VERBAL), None)
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None) if verb is not None else None
        return subject is not None and subject.i < its.i and subject.tag_ == "NN" and subject.right_edge.i < its.i

    def _without_name(self, token: Token, side: list[str]) -> None:
        """A group or organ without a name, which acts, is acted on, or only says where ("a protest outside parliament")."""
        if token.text == "Queen" and self.story.home not in ("Denmark", "Netherlands", "Spain", "Sweden", "Jordan", "Tonga"):
            self._take("United Kingdom", side)
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
            self._take(name.actor, side)
            self._take(name.person, side)

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
    def _take(name: str, side: list[str]) -> None:
        if name and name not in side:
            side.append(name)


@cache
def _listed() -> dict[str, str]:
    return {actor.name: actor.kind for actor in knowledge.actors()}
