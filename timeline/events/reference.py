"""Whom pronouns and descriptions mean ("the Republican", "the two sides", "their"), where the text makes it certain."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from timeline import knowledge
from timeline.article import Article
from timeline.events.bodies import Bodies, bodies_of, states_of
from timeline.events.casing import in_sentence_case
from timeline.events.names import Name, names
from timeline.events.persons import Person, hero_of, persons_of
from timeline.events.sentences import Sentence, sentences
from timeline.events.syntax import Parsed
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

# Bodies that a text calls "it", and people who act for the state a text is about.
_BODIES = words(
    "bank treasury treaty pact agreement deal accord ship vessel canal dam reactor tanker republic island province city army fleet fund "
    "tribunal mission law plan truce ceasefire blockade offensive embargo port airport base regiment division "
    "junta government army military parliament court ministry cabinet opposition group movement bloc alliance company party "
    "council commission committee union regime coalition militia navy administration assembly senate congress agency organisation "
    "organization tribunal "
)
HOME = words(
    "junta government army military parliament court ministry cabinet opposition navy administration assembly senate congress "
    "regime police soldier troop officer general president minister premier lawmaker prosecutor judge protester demonstrator voter "
    "authority leader force country republic governor mayor bank guard commander official rebel coalition chancellor king queen "
    "putschist hardliner mutineer "
)
_CLAUSE_START = re.compile(
    r"(?:^|^(?:In|On|At|By|Since|Until|During|After|Late|Early)(?:\s(?:the|of|that|same|this|early|late|mid|next|following|last|first|night|"
    r"morning|evening|afternoon|end|start|summer|winter|spring|autumn|year|month|week|day|\d{1,4}(?:st|nd|rd|th)?|[A-Z][a-z]{2,8}day|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)\b){1,6}\s|[,;:—–]\s|\b(?:and|but|while|when|since|as|that|because|after|before|where|until|if|though|although)\s)"
    r"(?:(?:and|but|while|when|since|as|that|because)\s)?[\"“']?(?:[Tt]he |[Aa]n? )?(?:\w+ly )?$"
)
_BODY = re.compile(r"\b(?:[Tt]he|An?) (?:\w+ )?(?P<body>" + "|".join(sorted(_BODIES)) + r")\b(?!['’])")
_FILED = re.compile(r"^\s*([A-Z][A-Z'’. -]{2,30})(?=,|\s*$|\s\(|\s+[—–_-])", re.MULTILINE)
_GROUP = re.compile(
    r"\b[Tt]he (?:\w+ )?(?P<group>rebels|generals|soldiers|militants|protesters|insurgents|officers|fighters|separatists|mercenaries|"
    r"gunmen|troops|hardliners|demonstrators|students|settlers|strikers)\b(?!['’])"
)
_FORCES = re.compile(
    r"\s(?:\w+\s)?(?:forces|troops|soldiers|rebels|fighters|officers|marines|warplanes|aircraft|warships|ships|tanks|gunmen|militants|"
    r"protesters|leaders|officials|ministers|diplomats|lawmakers|voters|workers|students|police|prosecutors|investigators|settlers)\b(?!['’])"
)
_HE = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she", "hers": "she"}
_GOES_ON = re.compile(r"(He|She)\b")
_IT = frozenset(("it", "its"))
_POINTING = words("the this that its")
_THEY = words("they their them")
_PAIR = re.compile(
    r"(?:the two|both|the two neighbou?ring) "
    r"(?:sides|countries|nations|states|governments|leaders|parties|neighbou?rs|allies|capitals|powers)$",
    re.IGNORECASE,
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


@dataclass(frozen=True, slots=True)
class Meant:
    """What a pronoun or description stands for: words for a title, and canonical actors."""

    words: str
    actors: tuple[str, ...]
    person: str = ""  # the full name, if it is one


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """An article with its sentences, and the names and persons in it, by which references are understood."""

    article: Article
    text: str  # that of the article, with lines in capitals written as sentences are
    sentences: Sequence[Sentence]
    names: Sequence[Name]
    persons: Sequence[Person]
    pairs: Sequence[tuple[Name, Name]]
    hero: Person | None  # whom the text is about, if it is about one person
    home: str  # the state the text is about, if it is about one
    two: tuple[str, ...]  # the two states the text is about, if it is about two
    bodies: Bodies
    filed: str  # the place the report was sent from
    _starts: Sequence[int] = field(repr=False)  # of names
    _person_starts: Sequence[int] = field(repr=False)
    _sentence_starts: Sequence[int] = field(repr=False)

    def names_in(self, start: int, stop: int) -> list[Name]:
        """The names that lie in these characters."""
        at = bisect_left(self._starts, start)
        found = []
        while at < len(self.names) and self.names[at].start < stop:
            if self.names[at].stop <= stop:
                found.append(self.names[at])
            at += 1
        return found

    def persons_in(self, start: int, stop: int) -> list[Person]:
        """The mentions of persons that lie in these characters."""
        found = self.persons[bisect_left(self._person_starts, start) : bisect_left(self._person_starts, stop)]
        return [person for person in found if person.stop <= stop]

    def earlier(self, place: int, sentences: int) -> int:
        """Where the window of so many sentences before the one at `place` begins."""
        at = bisect_right(self._sentence_starts, place) - 1
        return self.sentences[max(0, at - sentences)].start if self.sentences else 0

    def meant(self, parsed: Parsed, token: Token) -> Meant | None:
        """What a pronoun, or the head of a definite description, stands for; None where that is not certain."""
        word = token.lower_
        start = parsed.start(token)
        if word in _HE:
            return self._person(parsed.sentence, start, _HE[word], self._doers(parsed, token))
        if word in _IT:
            return self._body(parsed.sentence, start, self._doing(parsed, token))
        if word in _THEY:
            return self._pair(start, within=3) or self._many(parsed.sentence, start)
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM") and word != "both":
            return None
        phrase = parsed.doc[token.left_edge.i : token.i + 1].text
        if _PAIR.match(phrase):
            return self._pair(start, within=99)
        if _BOTH.match(phrase):
            return self._both(start)
        named = any(word.pos_ == "PROPN" for word in parsed.doc[token.left_edge.i : token.i])  # "the Wagner Group"
        if token.left_edge.lower_ == "the" and token.i - token.left_edge.i <= 2 and not named:
            return self._party(start, token.text) or self._described(start, word)
        return None

    def _doers(self, parsed: Parsed, token: Token) -> frozenset[str]:
        """Who does what is done to "him": somebody else than he."""
        if token.tag_ == "PRP$" or token.dep_ not in ("dobj", "dative", "pobj", "nsubj") or token.lower_ in ("he", "she"):
            return frozenset()
        verb = next((word for word in token.ancestors if any(c.dep_ == "nsubj" and c != token for c in word.children)), None)
        if verb is None:
            return frozenset()
        doer = next(c for c in verb.children if c.dep_ == "nsubj" and c != token)
        return frozenset(p.full for p in self.persons_in(parsed.start(doer.left_edge), parsed.stop(doer.right_edge)))

    @staticmethod
    def _doing(parsed: Parsed, token: Token) -> tuple[int, int]:
        """Where those stand who do what is done to "it": something else than it."""
        if token.dep_ not in ("dobj", "pobj", "dative"):
            return (0, 0)
        verb = next((word for word in token.ancestors if any(c.dep_ == "nsubj" for c in word.children)), None)
        doer = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
        return (parsed.start(doer.left_edge), parsed.stop(doer.right_edge)) if doer is not None and doer.i < token.i else (0, 0)

    def _both(self, before: int) -> Meant | None:
        """The two persons of the sentences before, or the one beside the person whom the text is about."""
        near: dict[str, Person] = {}
        for person in self.persons_in(self.earlier(before, 2), before):
            near.setdefault(person.full, person)
        if len(near) == 1 and self.hero is not None:
            near.setdefault(self.hero.full, self.hero)
        if len(near) != 2:
            return None
        one, other = near.values()
        taking = tuple(dict.fromkeys(filter(None, (one.actor, one.full, other.actor, other.full))))
        return Meant(f"{one.words} and {other.words}", taking)

    def _person(self, sentence: Sentence, before: int, pronoun: str, without: frozenset[str] = frozenset()) -> Meant | None:
        """The only person near by, or the one that the sentence before goes on about, or whom the whole text is about."""
        near = [p for p in self.persons_in(self.earlier(before, 2), before) if p.pronoun in ("", pronoun) and p.full not in without]
        goes_on = _GOES_ON.match(self.text, previous.start) if (previous := self._sentence(self.earlier(before, 1))) else None
        here = [p for p in near if p.start >= sentence.start]
        if goes_on and not here and previous.start < sentence.start and _HE[goes_on[1].lower()] == pronoun:
            return self._person(previous, previous.start, pronoun)  # "He left … Later he founded …": the talk is of one man
        opener = self._opener(near, sentence, before)
        hero = self.hero if self.hero is not None and self.hero.pronoun in ("", pronoun) else None
        if len({p.full for p in near}) == 1 and (hero is None or opener is not None or near[0].full == hero.full):
            return _as_meant(near[-1])
        if hero is not None and (opener is None or opener.full == hero.full):
            return _as_meant(hero)
        return _as_meant(opener) if opener is not None else None

    def _opener(self, near: Sequence[Person], sentence: Sentence, before: int) -> Person | None:
        """The person whom the nearest sentence that names anybody begins with."""
        for there in (sentence, self._sentence(self.earlier(before, 1)), self._sentence(self.earlier(before, 2))):
            named = [p for p in near if there.start <= p.start < there.stop]
            if named:
                return named[0] if self._opens(named[0].start, there) else None
        return None

    def _sentence(self, start: int) -> Sentence:
        return self.sentences[max(0, bisect_right(self._sentence_starts, start) - 1)]

    def _opens(self, place: int, sentence: Sentence) -> bool:
        """Whether what stands at `place` is likely the subject of a clause: nothing but words of office before it."""
        before = self.text[sentence.start : place]
        return (
            len(before) < 60
            and re.search(r"\b(?:of|by|with|to|from|for|on|against|in|at|over|than|between|like|'s)\s(?:\w+ ){0,2}$", before, re.IGNORECASE)
            is None
        )

    def _body(self, sentence: Sentence, before: int, without: tuple[int, int] = (0, 0)) -> Meant | None:
        """The only state or body that begins a clause before "it", in this sentence or else in the one before."""
        text = self.text
        for there in (sentence, self._sentence(self.earlier(before, 1)), self._sentence(self.earlier(before, 2))):
            stop = min(before, there.stop)
            found: dict[str, Meant] = {}
            for name in self.names_in(there.start, stop):
                acts = name.actor and not name.person and name.how != "demonym" and not name.bound
                owns = text.startswith(("'s", "’s"), name.stop) or without[0] <= name.start < without[1]
                if acts and not owns and _CLAUSE_START.search(text[there.start : name.start]):
                    found[name.actor] = Meant(name.text, (name.actor,))
            for match in _BODY.finditer(text, there.start, stop):
                if without[0] <= match.start() < without[1]:
                    continue
                if _CLAUSE_START.search(text[there.start : match.start()]) and not self.names_in(match.start(), match.end()):
                    noun = match["body"]
                    whose = self.bodies.meant(noun, match.start()) or (self.home if noun in HOME else "")
                    found[noun] = Meant("the " + match[0].split(" ", 1)[1], _one(whose))
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
            if not re.search(r"\bit\b", text[there.start : stop]) and there is not sentence:
                return None  # only a chain of "it" leads further back
        return None

    def _many(self, sentence: Sentence, before: int) -> Meant | None:
        """The only group that begins a clause before "they", in this sentence or else in the one before."""
        text = self.text
        for there in (sentence, self._sentence(self.earlier(before, 1))):
            stop = min(before, there.stop)
            found: dict[str, Meant] = {}
            for name in self.names_in(there.start, stop):
                led = _FORCES.match(text, name.stop) if name.how == "demonym" else None
                if led and not name.bound and _CLAUSE_START.search(text[there.start : name.start]):
                    found[name.actor] = Meant(text[name.start : led.end()], (name.actor,))
                    continue
                group = _actor_kinds().get(name.actor) in ("armed group", "people") or (name.how == "demonym" and name.text.endswith("s"))
                if (
                    group
                    and not name.bound
                    and _CLAUSE_START.search(text[there.start : name.start])
                    and not text.startswith(("'", "’"), name.stop)
                ):
                    found[name.actor] = Meant(text[name.start : name.stop], (name.actor,))
            for match in _GROUP.finditer(text, there.start, stop):
                if _CLAUSE_START.search(text[there.start : match.start()]):
                    found[match["group"]] = Meant(match[0][:1].lower() + match[0][1:], _one(self.home))
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
        return None

    def _pair(self, before: int, within: int) -> Meant | None:
        joined = self._joined(before)
        if joined is not None and joined[0].start >= self.earlier(before, within):
            left, right = joined
            return Meant(f"{left.text} and {right.text}", (left.actor, right.actor))
        two = (self._two_near(before) or self.two) if within > 3 else ()
        return Meant(" and ".join(two), two) if two else None

    def _joined(self, before: int) -> tuple[Name, Name] | None:
        """The last two actors that were joined by "and"."""
        at = bisect_right(self.pairs, before, key=lambda pair: pair[1].stop)
        return self.pairs[at - 1] if at else None

    def _two_near(self, before: int) -> tuple[str, ...]:
        """The states that the three sentences before name, if they are two."""
        names = self.names_in(self.earlier(before, 3), before)
        near = dict.fromkeys(n.actor for n in names if not n.bound and _actor_kinds().get(n.actor) in ("state", "past state"))
        return tuple(near) if len(near) == 2 else ()

    def parties(self, before: int) -> tuple[str, ...]:
        """Who made "the deal" or held "the talks" of which a text goes on to speak: the two that it joined last or is about."""
        joined = self._joined(before)
        actors = (joined[0].actor, joined[1].actor) if joined is not None else ()
        return actors if actors and (not self.home or self.home in actors) else self.two or _one(self.home)

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

    def state_at(self, place: int) -> str:
        """The state for which its organs act at a place: the one the text is about, else the only one its paragraph named just before."""
        if self.home or not self.sentences:
            return self.home
        at = here = max(0, bisect_right(self._sentence_starts, place) - 1)
        while at > max(0, here - 2) and self.sentences[at - 1].paragraph == self.sentences[here].paragraph:
            at -= 1
        near = {n.actor for n in self.names_in(self.sentences[at].start, place) if _actor_kinds().get(n.actor) == "state" and not n.bound}
        return near.pop() if len(near) == 1 else ""

    def _party(self, before: int, word: str) -> Meant | None:
        members = _parties().get(word)
        party = knowledge.actor_forms().get(word)
        if not members or party is not None and word not in party.demonyms:  # "the NLD" is the party, "the Republican" a person
            return None
        fits = [p for p in self.persons_in(self.earlier(before, 40), before) if p.full in members]
        return Meant(fits[-1].words, _one(fits[-1].actor)) if len({p.full for p in fits}) == 1 else None

    def _described(self, before: int, word: str) -> Meant | None:
        kinds = _DESCRIBED.get(word)
        if not kinds:
            return None
        fits = [n for n in self.names_in(self.earlier(before, 3), before) if _actor_kinds().get(n.actor) in kinds]
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


@cache
def _actor_kinds() -> dict[str, str]:
    return {actor.name: actor.kind for actor in knowledge.actors()}


def story_of(article: Article) -> Story:
    """The article made ready for reading: sentences, names, persons and pairs of actors."""
    text = in_sentence_case(article.text)
    found = names(text, article.published)
    cut, persons = sentences(text), persons_of(text, found, article.published)
    starts = ([n.start for n in found], [p.start for p in persons], [s.start for s in cut])
    home, two = states_of(found, persons)
    return Story(
        article, text, cut, found, persons, _pairs(text, found), hero_of(persons, text), home, two, bodies_of(found), _filed_from(text),
        *starts,
    )  # fmt: skip


def _filed_from(text: str) -> str:
    """The place that a report gives in its head ("MOSCOW", "NIAMEY, Aug 11 —"); empty if there is none."""
    for match in _FILED.finditer(text[:600]):
        for form in (match[1].title(), match[1].title().split(",")[0]):
            if places := knowledge.place_forms().get(form):
                return places[0].name
    return ""


def _as_meant(person: Person) -> Meant:
    return Meant(person.words, _one(person.actor), person.full)


def _one(actor: str) -> tuple[str, ...]:
    return (actor,) if actor else ()


def _pairs(text: str, found: Sequence[Name]) -> list[tuple[Name, Name]]:
    """Two actors joined by "and", who are then "the two sides"; three joined make no pair."""
    pairs = []
    for left, right in zip(found, found[1:], strict=False):
        acting = left.actor and right.actor and left.actor != right.actor and "demonym" not in (left.how, right.how) and not left.person
        listed = re.search(r", (?:the )?$", text[max(0, left.start - 6) : left.start])
        if acting and not listed and re.fullmatch(r" and (?:the )?", text[left.stop : right.start]):
            pairs.append((left, right))
    return pairs
