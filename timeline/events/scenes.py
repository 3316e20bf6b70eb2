"""Where an event happened when no word that belongs to it says so: the scene that the sentence, the state or the text sets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from timeline.events.grammar import VERBAL, lemma
from timeline.events.inland import SEATS, own_state
from timeline.events.lands import capital_of, is_state, kind_of_place, place_of
from timeline.events.names import Name
from timeline.events.reference import Story
from timeline.events.sharing import Told
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENERS = words("in at near outside inside around across on")
# Verbs and nouns of going somewhere, after which "to" and "from" give a place and not a side.
MOTION = words(
    "go come travel fly return flee arrive move march sail drive walk advance retreat withdraw pull escape head rush cross land visit trip "
    "journey flight tour send deploy dispatch deport extradite transfer take bring ship deliver migrate exile evacuate airlift spread "
    "withdrawal deployment return retreat transfer extradition deportation voyage pilgrimage mission route way invite summon "
    "leave depart recall expel banish drift swim sweep rumble roll push abduct kidnap snatch rescue turn divert steer"
)
# Verbs whose object is where one goes or is.
REACHING = words("visit enter reach tour leave quit evacuate abandon cross occupy inhabit storm flood roam patrol flee")
_LANDS = words("country nation republic kingdom sultanate emirate homeland federation")
_KINGDOMS = {
    "kingdom": words("Saudi_Arabia Jordan Morocco Bahrain Thailand Cambodia Nepal Bhutan Eswatini Lesotho Tonga"),
    "emirate": words("Qatar Kuwait"),
    "sultanate": words("Oman Brunei"),
}
_LOCATED = re.compile(r"\b(?:in|at|near|outside|inside|into|to|reach\w*|enter\w*|on)\s(?:the\s)?\Z")
_GROUND = {
    "city": ("city", "town"),
    "town": ("town", "city"),
    "village": ("town",),
    "island": ("island",),
    "peninsula": ("peninsula",),
    "strait": ("strait",),
    "province": ("province", "region"),
    "region": ("region", "province"),
    "territory": ("territory", "region", "province"),
    "enclave": ("region", "territory", "province"),
    "site": ("site",),
    "base": ("site",),
    "there": ("city", "town", "island", "site", "region", "province", "country", "territory", "peninsula"),
}


def scene_of(one: Told, story: Story, kind: str, named: dict[int, Name], by: Sequence[str], on: Sequence[str]) -> str:
    """The place of an event that names none; empty where that is not certain."""
    return (
        _where(one, named)
        or _opened(one, named)
        or _went_before(one, named)
        or _seat(kind, one, (*by, *on))
        or own_state(one, story, kind, by, on, named)
        or _goes_on(one, story, kind, named)
    )


def described(one: Told, story: Story, token: Token) -> str:
    """The place that "there", "the city", "the island" or "the country" stands for."""
    word = lemma(token)
    if token.lower_ == "there":
        return "" if token.dep_ == "expl" else _last(story, one, _GROUND["there"])
    left = token.left_edge
    bare = not any(child.dep_ in ("compound", "prep", "relcl") for child in token.children)
    if left.lower_ not in ("the", "this", "that") or left.head != token or not bare:
        return ""
    nation = next((one.parsed.start(c) for c in token.children if c.dep_ == "amod" and c.ent_type_ == "NORP"), None)
    if word == "capital":
        state = _state_at(story, nation) if nation is not None else story.home or _last_state(story, one)
        return capital_of(state)
    if any(child.dep_ == "amod" for child in token.children) or any(c.dep_ in ("appos", "acl") for c in token.children):
        return ""
    if word in _LANDS:
        return _land(story, one, word)
    return _last(story, one, _GROUND[word]) if word in _GROUND else ""


def _where(one: Told, named: dict[int, Name]) -> str:
    """For "Hong Kong, where he had spoken" the place that a relative clause tells of."""
    verb = one.head
    for word in (verb, *verb.ancestors):
        if word.dep_ == "relcl" and any(c.lower_ == "where" for c in word.children):
            for noun in (word.head, *word.head.children):
                name = named.get(noun.i)
                if name is not None and name.start < one.parsed.start(word) and (place := place_of(name)):
                    return place
            return ""
        if word.dep_ not in ("conj", "xcomp"):
            return ""
    return ""


def _opened(one: Told, named: dict[int, Name]) -> str:
    """For "In Addis Ababa, the minister said" the place that the sentence opens with."""
    doc = one.parsed.doc
    if len(doc) < 4 or doc[0].lower_ not in _OPENERS or one.head.dep_ == "relcl":
        return ""
    at = 2 if doc[1].lower_ == "the" else 1
    name = named.get(at)
    if name is None or name.how == "demonym":
        return ""
    after = next((t for t in doc[at:] if t.i not in named or named[t.i] != name), None)
    return place_of(name) if after is not None and after.text == "," else ""


def _went_before(one: Told, named: dict[int, Name]) -> str:
    """For "came to Pyongyang and signed a treaty" the place that the verb before it has."""
    verb = one.head
    first = verb.head
    if verb.dep_ != "conj" or first.pos_ not in VERBAL or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return ""
    for child in first.children:
        if child.dep_ == "prep" and (child.lower_ in ("in", "at") or child.lower_ in ("to", "into") and lemma(first) in MOTION):
            for token in child.children:
                if token.dep_ == "pobj" and (name := named.get(token.i)) is not None and name.how != "demonym":
                    return place_of(name)
        if child.dep_ == "dobj" and lemma(first) in REACHING and (name := named.get(child.i)) is not None:
            return place_of(name)
    return ""


def _seat(kind: str, one: Told, actors: Sequence[str]) -> str:
    """Where a tribunal sits that hears somebody or rules."""
    if kind == "justice" or lemma(one.trigger) in ("appear", "rule", "hear"):
        return next((SEATS[actor] for actor in actors if actor in SEATS), "")
    return ""


def _goes_on(one: Told, story: Story, kind: str, named: dict[int, Name]) -> str:
    """For fighting and truces in a sentence without any name the only place that the sentence before says they were in."""
    here = one.parsed.sentence
    if named or kind not in ("ceasefire", "conflict", "attack", "protest", "disaster") or story.persons_in(here.start, here.stop):
        return ""
    start = story.earlier(here.start, 1)
    if "\n" in story.text[start : here.start].strip(" ") or start >= here.start:
        return ""
    near = {place_of(name) for name in _located(story, list(_grounds(story, start, here.start, _GROUND["there"])))}
    return near.pop() if len(near) == 1 else ""


def _located(story: Story, found: Sequence[Name]) -> list[Name]:
    """Of names of places those after "in", "at", "to" and the like."""
    return [name for name in found if _LOCATED.search(story.text, max(0, name.start - 16), name.start)]


def _land(story: Story, one: Told, word: str) -> str:
    """The state that "the country" or "the kingdom" means: the only one near, else the one the text is about."""
    kings = _KINGDOMS.get(word)
    near = _states_before(story, one, 3 if kings else 1)
    if kings:
        near = [name for name in near if name.replace(" ", "_") in kings]
        return near[-1] if len(set(near)) == 1 else ""
    return near[-1] if len(set(near)) == 1 else story.home if not near or story.home in near else ""


def _states_before(story: Story, one: Told, sentences: int) -> list[str]:
    start = one.parsed.start(one.head)
    found = story.names_in(story.earlier(start, sentences), one.parsed.sentence.stop)
    return [name.actor for name in found if is_state(name.actor) and not name.bound and name.how != "leader"]


def _last_state(story: Story, one: Told) -> str:
    near = set(_states_before(story, one, 1))
    return near.pop() if len(near) == 1 else ""


def _state_at(story: Story, start: int) -> str:
    return next((name.actor for name in story.names_in(start, start + 30) if name.start == start), "")


def _last(story: Story, one: Told, kinds: Sequence[str]) -> str:
    """The only place of such a kind that was named in this sentence, or else in the one before."""
    start = one.parsed.start(one.head)
    for first, stop in ((one.parsed.sentence.start, one.parsed.sentence.stop), (story.earlier(start, 1), one.parsed.sentence.start)):
        near = [name for name in _grounds(story, first, stop, kinds) if first != one.parsed.sentence.start or name.start < start]
        finer = [name for name in near if kind_of_place(place_of(name)) != "country"] or near
        if finer:
            places = {place_of(name) for name in _located(story, finer) or finer}
            return places.pop() if len(places) == 1 else ""
    return ""


def _grounds(story: Story, start: int, stop: int, kinds: Sequence[str]) -> Iterator[Name]:
    for name in story.names_in(start, stop):
        if name.how != "demonym" and not name.bound and kind_of_place(place_of(name)) in kinds:
            yield name
