"""Where an event happened by what it was done to, and by the clauses around its own: the parliament stormed, the city that fell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from timeline.events.grammar import VERBAL, lemma
from timeline.events.lands import capital_of, is_state, kind_of_place, place_of
from timeline.events.names import Name
from timeline.events.phrases import KINDS_OF_PLACE
from timeline.events.sharing import Told
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

# Kinds of event that happen on some ground.
PHYSICAL = (
    "invasion", "attack", "conflict", "regime change", "disaster", "protest", "election", "withdrawal", "mobilisation", "leadership",
    "justice", "ceasefire", "other", "aid",
)  # fmt: skip
# Parts of a state that stand on its own ground, so that what befalls them befalls it there.
_HOUSES = words(
    "parliament congress senate assembly duma knesset government cabinet presidency palace capitol legislature courthouse ministry "
    "airport airfield port seaport harbour harbor border frontier coast coastline shore waters airspace territory soil capital "
    "city town village countryside oilfield refinery pipeline grid plant reactor dam bridge railway hospital school university "
    "museum archive prison jail mosque church cathedral synagogue temple monastery shrine factory shipyard mine forest island "
    "province region district market stadium hotel north south east west interior north-east north-west south-east south-west "
    "northeast northwest southeast southwest heartland wall facility site complex installation depot warehouse headquarters streets "
    "street highway economy"
)
# What a state has abroad too, so that only a city beside such a word says where: "the Guantánamo base", not "the American base".
ABROAD = words("embassy consulate mission base airbase outpost post garrison camp compound barracks barrack")
_SINKING = words(
    "fall shake collapse burn explode tremble rock erupt descend starve split disintegrate crumble plunge slide surrender "
    "capitulate change sink flood shut close reopen"
)
# What is done to a land as such.
_TO_LAND = words(
    "divide partition split name rename annex colonise colonize occupy ravage devastate paralyse paralyze hit rock shake strike "
    "engulf grip convulse plunge sweep bomb shell pound batter flood lash destroy capture seize retake recapture liberate "
    "overrun storm besiege surround encircle free evacuate raze loot sack attack raid hand cede return lease erupt land"
)
_TO_SITES = words("to on into at inside outside near from through over around against across onto along")


def struck(one: Told, named: Mapping[int, Name], timed: frozenset[int], kind: str) -> Iterator[str]:
    """The places that something was done to, or that something happened to."""
    if kind not in PHYSICAL and kind not in ("diplomacy", "sanction"):
        return
    for noun, direct in _undergoing(one.head):
        if noun.i in timed:
            continue
        name = named.get(noun.i)
        if name is not None and not name.bound:
            land = kind in PHYSICAL and not name.person and (name.how == "metonym" or lemma(one.head) in _TO_LAND)
            if direct and land and (place := place_of(name)):
                yield place
        elif kind != "diplomacy" or lemma(one.head) == "address":
            yield from _owners(noun, named)


def _undergoing(head: Token) -> Iterator[tuple[Token, bool]]:
    """Nouns that something was done to, and whether directly, or only at or near them."""
    verbs = [head, *(c for c in head.children if c.dep_ == "xcomp" and c.pos_ in VERBAL)]
    for verb in verbs:
        for child in verb.children:
            happens = child.dep_ == "nsubj" and lemma(verb) in _SINKING and not any(c.dep_ == "dobj" for c in verb.children)
            if child.dep_ in ("dobj", "nsubjpass") or happens:
                yield from ((noun, True) for noun in (child, *child.conjuncts))
                for prep in child.children if child.dep_ == "dobj" else ():
                    if prep.dep_ == "prep" and prep.lower_ in (*_TO_SITES, "of"):
                        yield from ((noun, False) for noun in prep.children if noun.dep_ == "pobj")
            elif child.dep_ == "prep" and child.lower_ in _TO_SITES:
                for noun in child.children:
                    if noun.dep_ == "pobj":
                        yield from ((other, False) for other in (noun, *noun.conjuncts))


def _owners(noun: Token, named: Mapping[int, Name]) -> Iterator[str]:
    """The places of a site or an institution: Lebanon for "the Lebanese parliament", both for "the border between Chad and Sudan"."""
    word = lemma(noun)
    abroad = word in ABROAD
    inside = [c for c in noun.children if c.dep_ == "compound" and lemma(c) in _HOUSES and c.pos_ == "NOUN"]  # "the parliament building"
    if word not in _HOUSES and noun.lower_ not in _HOUSES and not abroad and not inside:
        return
    for child in (*noun.children, *(grand for c in inside for grand in c.children)):
        inner = [child]
        if child.dep_ == "prep" and child.lower_ in ("of", "between", "with"):
            if child.lower_ != "of" and word not in ("border", "frontier"):
                continue
            inner = [grand for grand in child.children if grand.dep_ == "pobj"]
        elif child.dep_ not in ("poss", "compound", "amod", "nmod"):
            continue
        for token in (t for first in inner for t in (first, *first.conjuncts)):
            name = named.get(token.i)
            if name is None or name.bound or name.person:
                continue
            ground = name.place if kind_of_place(name.place) not in ("", "country", "continent") else ""
            if ground or not abroad and is_state(name.actor):
                yield ground or (capital_of(name.actor) if word == "capital" else "") or name.actor


def around(one: Told, named: Mapping[int, Name], timed: frozenset[int]) -> str:
    """The place of a clause that the event word's own is told within: "Speaking in Warsaw", "was in Nara when a man fired"."""
    head = one.head
    for child in head.children:
        if child.dep_ != "advcl" or child.i > head.i:
            continue
        own = any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in child.children)
        dated = not timed.isdisjoint(range(child.left_edge.i, child.right_edge.i + 1))
        dated = dated or child.tag_ == "VBN" and child.left_edge.i == 0 and not timed.isdisjoint(range(head.i))
        when = dated and any(c.lower_ == "when" for c in child.children)
        if (when or not own and (child.tag_ == "VBG" or child.tag_ == "VBN" and dated)) and (place := _placed(child, named)):
            return place
    for child in head.children:  # "were killed when officers tried to seize power in Tokyo"
        whens = [c for c in child.children if c.lower_ in ("when", "as", "while") and c.dep_ in ("advmod", "mark")]
        if child.dep_ == "advcl" and child.i > head.i and whens and (place := _placed(child, named)):
            return place
    verb = head
    while verb.dep_ in ("conj", "xcomp", "ccomp") and verb.head.pos_ in VERBAL and lemma(verb.head) != "be":
        verb = verb.head
    over = verb.head
    if lemma(over) == "be" and any(c.dep_ == "nsubj" and c.lower_ == "it" for c in over.children):
        return _placed(over, named, beside=verb)  # "It was in Sharpeville that police shot 69 protesters"
    if verb.dep_ == "advcl" and over.pos_ in VERBAL and any(c.lower_ in ("when", "as", "while") for c in verb.children):
        return _placed(over, named, beside=verb) or _fallen(over, named)
    return ""


def _fallen(verb: Token, named: Mapping[int, Name]) -> str:
    """The city that a clause is about to which something happens: "Beirut shook when …"."""
    if lemma(verb) not in _SINKING:
        return ""
    subject = next((named[c.i] for c in verb.children if c.dep_ == "nsubj" and c.i in named), None)
    return place_of(subject) if subject is not None and subject.how != "demonym" and not subject.person else ""


def _placed(verb: Token, named: Mapping[int, Name], beside: Token | None = None) -> str:
    """The place after "in", "at" or "near" under a verb, or of a site of a city there."""
    for word in _clause(verb, beside):
        if word.dep_ != "prep" or word.lower_ not in ("in", "at", "near", "outside", "inside", "off", "through", "over"):
            continue
        for noun in word.children:
            if noun.dep_ != "pobj":
                continue
            inner = noun
            if lemma(noun) in KINDS_OF_PLACE:
                of = (c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of")
                inner = next((g for c in of for g in c.children if g.dep_ == "pobj"), noun)
            name = named.get(inner.i)
            place = place_of(name) if name is not None and name.how != "demonym" and not name.bound else ""
            if place := place or next(_owners(noun, named), ""):
                return place
    return ""


def _clause(verb: Token, beside: Token | None) -> Sequence[Token]:
    """The words of a clause in order, without those of other clauses."""
    found, stack = [verb], [verb]
    while stack:
        for child in stack.pop().children:
            if (
                child == beside
                or child.dep_ in ("advcl", "ccomp", "relcl", "parataxis", "nsubj")
                or child.dep_ == "conj"
                and child.pos_ == "VERB"
            ):
                continue
            found.append(child)
            stack.append(child)
    return sorted(found, key=lambda token: token.i)
