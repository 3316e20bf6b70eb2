"""An article made ready for reading: its sentences, and the names and persons in it, where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from timeline import knowledge
from timeline.article import Article
from timeline.events.bodies import Bodies
from timeline.events.names import Name
from timeline.events.persons import Person
from timeline.events.sentences import Sentence

_FILED = re.compile(r"^\s*([A-Z][A-Z'’. -]{2,30})(?=,|\s*$|\s\(|\s+[—–_-])", re.MULTILINE)


# Those who make deals with each other.
_TAKERS = ("state", "past state", "armed group", "organisation", "bloc", "alliance", "territory", "armed force")
_OPENS = re.compile(r"[\"“]?(?:The |In )?")


@dataclass(frozen=True, slots=True, eq=False)
class Mentions:
    """An article with its sentences, and the names and persons in it, where they stand."""

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

    def sentence_at(self, start: int) -> Sentence:
        return self.sentences[max(0, bisect_right(self._sentence_starts, start) - 1)]

    def joined(self, before: int) -> tuple[Name, Name] | None:
        """The last two actors that were joined by "and"."""
        at = bisect_right(self.pairs, before, key=lambda pair: pair[1].stop)
        return self.pairs[at - 1] if at else None

    def two_near(self, before: int) -> tuple[str, ...]:
        """The states that the three sentences before name, if they are two."""
        names = self.names_in(self.earlier(before, 3), before)
        near = dict.fromkeys(n.actor for n in names if not n.bound and actor_kinds().get(n.actor) in ("state", "past state"))
        return tuple(near) if len(near) == 2 else ()

    def state_at(self, place: int, guessing: bool = True) -> str:
        """The state for which its organs act at a place: the one the text is about, else the only one its paragraph named just before."""
        if self.home or not self.sentences:
            return self.home
        at = here = max(0, bisect_right(self._sentence_starts, place) - 1)
        while at > max(0, here - 2) and self.sentences[at - 1].paragraph == self.sentences[here].paragraph:
            at -= 1
        near = {n.actor for n in self.names_in(self.sentences[at].start, place) if actor_kinds().get(n.actor) == "state" and not n.bound}
        if len(near) == 1:
            return near.pop()
        return self._opening(place) if near and guessing else ""

    def _opening(self, place: int) -> str:
        """The state that one of the last two sentences before a place begins with ("Niger's soldiers …")."""
        here = max(0, bisect_right(self._sentence_starts, place) - 1)
        for sentence in reversed(self.sentences[max(0, here - 2) : here]):
            first = next(iter(self.names_in(sentence.start, sentence.stop)), None)
            if first is not None and not first.bound and actor_kinds().get(first.actor) == "state":
                return first.actor if _OPENS.fullmatch(self.text, sentence.start, first.start) else ""
        return ""

    def parties(self, before: int) -> tuple[str, ...]:
        """Who made "the deal" or held "the talks" of which a text goes on to speak: the two that it joined last or is about."""
        joined = self.joined(before)
        actors = (joined[0].actor, joined[1].actor) if joined is not None else ()
        if actors and (not self.home or self.home in actors):
            return actors
        near = self.takers_near(before)
        if len(near) == 2 and (not self.home or self.home in near):
            return near
        return self.two or one_of(self.home)

    def takers_near(self, before: int) -> tuple[str, ...]:
        """The states, alliances, armed groups and other bodies that can make a deal, as the two sentences before name them."""
        start = self.sentence_at(self.earlier(before, 2)).start
        found = dict.fromkeys(n.actor for n in self.names_in(start, before) if not n.bound and actor_kinds().get(n.actor) in _TAKERS)
        return tuple(found)


@cache
def actor_kinds() -> dict[str, str]:
    return {actor.name: actor.kind for actor in knowledge.actors()}


def filed_from(text: str) -> str:
    """The place that a report gives in its head ("MOSCOW", "NIAMEY, Aug 11 —"); empty if there is none."""
    for match in _FILED.finditer(text[:600]):
        for form in (match[1].title(), match[1].title().split(",")[0]):
            if places := knowledge.place_forms().get(form):
                return places[0].name
    return ""


def pairs_of(text: str, found: Sequence[Name]) -> list[tuple[Name, Name]]:
    """Two actors joined by "and", who are then "the two sides"; three joined make no pair."""
    pairs = []
    for left, right in zip(found, found[1:], strict=False):
        acting = left.actor and right.actor and left.actor != right.actor and "demonym" not in (left.how, right.how) and not left.person
        listed = re.search(r", (?:the )?$", text[max(0, left.start - 6) : left.start])
        if acting and not listed and re.fullmatch(r" and (?:the )?", text[left.stop : right.start]):
            pairs.append((left, right))
    return pairs


def one_of(actor: str) -> tuple[str, ...]:
    return (actor,) if actor else ()
