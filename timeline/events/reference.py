"""Whom pronouns and descriptions mean ("the Republican", "the two sides", "their"), where the text makes it certain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from timeline import knowledge
from timeline.article import Article
from timeline.events.bodies import bodies_of, states_of
from timeline.events.casing import in_sentence_case
from timeline.events.mentions import Mentions, actor_kinds, filed_from, one_of, pairs_of
from timeline.events.names import names
from timeline.events.persons import hero_of, persons_of
from timeline.events.pronouns import HE, Meant, body, both, doers, doing, goes_on, many, pair, person, taken
from timeline.events.sentences import sentences
from timeline.events.syntax import Parsed
from timeline.events.things import befalls, such, thing, things
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE_NOUNS = ("det", "predet", "amod", "preconj", "cc")  # "both parliaments"
_IT = frozenset(("it", "its"))
_POINTING = words("the this that its")
_THEY = words("they their them")
_PAIR = re.compile(
    r"(?:the two|both)(?: neighbou?ring| foreign| defen[cs]e| prime| warring| rival)? "
    r"(?:presidents|ministers|armies|foes|enemies|premiers|militaries|sides|countries|nations|states|governments|leaders|parties|neighbou?rs|allies|capitals|powers)$",
    re.IGNORECASE,
)
_THREE = re.compile(
    r"(?:the|all) three (?:countries|nations|states|governments|juntas|neighbou?rs|allies|powers|republics)$", re.IGNORECASE
)
_BOTH = re.compile(r"(?:(?:the two|both)(?: (?:men|women|leaders|presidents|rivals|generals|politicians))?)$", re.IGNORECASE)
_DESCRIBED = {
    "bloc": ("bloc", "organisation", "alliance"),
    "alliance": ("alliance",),
    "organisation": ("organisation", "bloc", "alliance"),
    "organization": ("organisation", "bloc", "alliance"),
    "group": ("armed group",),
    "militia": ("armed group",),
    "movement": ("armed group",),
    "company": ("company",),
}


@dataclass(frozen=True, slots=True, eq=False)
class Story(Mentions):
    """An article made ready for reading, by whose mentions references are understood."""

    def meant(self, parsed: Parsed, token: Token) -> Meant | None:
        """What a pronoun, or the head of a definite description, stands for; None where that is not certain."""
        word = token.lower_
        start = parsed.start(token)
        if word in HE:
            return taken(self, parsed, token) or person(self, parsed.sentence, start, HE[word], doers(self, parsed, token))
        if word == "one":
            return self._one(parsed, token, start)
        if word in _IT:
            return self._it(parsed, token, start)
        if word in _THEY:
            return pair(self, start, within=3) or many(self, parsed.sentence, start) or self._events(parsed, token, start)
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM") and word != "both" or word == "both" and token.dep_ in _BEFORE_NOUNS:
            return None
        phrase = parsed.doc[token.left_edge.i : token.i + 1].text
        if _THREE.match(phrase):
            return self._three(start)
        if _PAIR.match(phrase):
            return pair(self, start, within=99)
        if _BOTH.match(phrase):
            return both(self, start) or (pair(self, start, within=99) if token.dep_ == "pobj" else None)
        named = any(word.pos_ == "PROPN" for word in parsed.doc[token.left_edge.i : token.i])  # "the Wagner Group"
        if token.left_edge.lower_ == "the" and token.i - token.left_edge.i <= 2 and not named:
            return self._party(start, token.text) or self._described(start, word)
        return None

    def _it(self, parsed: Parsed, token: Token, start: int) -> Meant | None:
        """The body or state that acts, or the thing to which something happens."""
        subject = token.dep_ in ("nsubj", "nsubjpass")
        if subject and befalls(token.head) and (words := thing(self, parsed.sentence, start)):
            return Meant(words, ())
        return body(self, parsed.sentence, start, doing(parsed, token)) or goes_on(parsed, token)

    def _one(self, parsed: Parsed, token: Token, start: int) -> Meant | None:
        """The event that "one" is another of: "A quake struck Agadir. One near Al Hoceima killed 600 people."."""
        alone = token.dep_ in ("nsubj", "nsubjpass") and all(c.dep_ == "prep" and c.lower_ != "of" for c in token.children)
        noun = such(self, parsed.sentence, start).lower() if alone else ""
        return Meant(("an " if noun[0] in "aeiou" else "a ") + noun, ()) if noun else None

    def _events(self, parsed: Parsed, token: Token, start: int) -> Meant | None:
        """The events that "they" are, where they resume or are suspended."""
        told = token.dep_ in ("nsubj", "nsubjpass") and befalls(token.head)
        words = things(self, parsed.sentence, start) if told else ""
        return Meant(words, ()) if words else None

    def stands_for(self, parsed: Parsed, token: Token) -> str:
        """The body or state that acts in a description without a name ("the council", "the regime", "judges"); empty if not certain.

        Unlike `meant` it gives no words for a title, where the description stays.
        """
        noun = (token.lemma_ or token.text).lower()
        start = parsed.start(token)
        of = any(child.dep_ == "prep" and child.lower_ in ("of", "in", "at", "for") for child in token.children)
        if noun in ("judge", "prosecutor", "warrant", "tribunal") and not of and (court := self.bodies.only("court", "tribunal")):
            return court
        before = parsed.doc[max(0, token.i - 2) : token.i]
        central = noun == "bank" and [word.lower_ for word in before] == ["the", "central"]
        if of or not len(before) or before[-1].lower_ not in _POINTING and not central:
            return ""
        return self.bodies.meant(noun, start)

    def _three(self, before: int) -> Meant | None:
        """The three states of the sentences before."""
        states = dict.fromkeys(
            name.actor
            for name in self.names_in(self.earlier(before, 2), before)
            if not name.bound and actor_kinds().get(name.actor) in ("state", "past state")
        )
        return Meant("{}, {} and {}".format(*states), tuple(states)) if len(states) == 3 else None

    def _party(self, before: int, word: str) -> Meant | None:
        members = _parties().get(word)
        party = knowledge.actor_forms().get(word)
        if not members or party is not None and word not in party.demonyms:  # "the NLD" is the party, "the Republican" a person
            return None
        fits = [p for p in self.persons_in(self.earlier(before, 40), before) if p.full in members]
        return Meant(fits[-1].words, one_of(fits[-1].actor)) if len({p.full for p in fits}) == 1 else None

    def _described(self, before: int, word: str) -> Meant | None:
        kinds = _DESCRIBED.get(word)
        if not kinds:
            return None
        fits = [n for n in self.names_in(self.earlier(before, 3), before) if actor_kinds().get(n.actor) in kinds]
        return Meant(fits[-1].text, (fits[-1].actor,)) if len({n.actor for n in fits}) == 1 else None


@cache
def _parties() -> dict[str, frozenset[str]]:
    """ "Republican", "Democrat" … → the leaders who are one."""
    members: dict[str, set[str]] = {}
    for leader in knowledge.leaders():
        for word in (leader.party, leader.party.split(" ")[0]):
            if word:
                members.setdefault(word, set()).add(leader.name)
    return {word: frozenset(found) for word, found in members.items()}


def story_of(article: Article) -> Story:
    """The article made ready for reading: sentences, names, persons and pairs of actors."""
    text = in_sentence_case(article.text)
    found = names(text, article.published)
    cut, persons = sentences(text), persons_of(text, found, article.published)
    starts = ([n.start for n in found], [p.start for p in persons], [s.start for s in cut])
    home, two = states_of(found, persons)
    return Story(
        article, text, cut, found, persons, pairs_of(text, found), hero_of(persons, text), home, two, bodies_of(found), filed_from(text),
        *starts,
    )  # fmt: skip
