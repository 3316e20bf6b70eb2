"""Kinds that hang on the part somebody plays, which no list of words can tell: a court that orders, guards that take over."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from timeline import knowledge
from timeline.events.arguments import company_of, event_nouns, forms, noun_kind, objects, subjects
from timeline.events.grammar import lemma
from timeline.events.groups import GROUPS
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

VIOLENT = ("attack", "conflict", "disaster", "invasion", "protest")
_UNIFORMS = words("officer soldier general army military junta colonel captain guard")
_PARTISANS = words("communist bolshevik islamist fascist nazi taliban rebel revolutionary")
_GROUND = GROUPS["GROUND"]
_GUARDS = words("guard police policeman gendarme peacekeeper")
_ARSENAL = words("warhead missile troop soldier weapon tank stockpile garrison")
_COUNTED = words("population refugee migrant membership attendance")
_JUDGES = words("court judge prosecutor jury tribunal magistrate circuit")
FIGHTING = words("army troop force soldier division brigade battalion fleet navy rebel insurgent militant guerrilla fighter militia")
_FIRING = words("shoot fire fight shell bomb attack")
_OF_A_CASE = words("decide dismiss settle argue hear reverse overturn overrule file open begin end remand refile")
_DEMONSTRATORS = words("protester demonstrator marcher rioter striker picket")
_VOTERS = words("voter electorate")
_HARMING = words("kill injure wound destroy hit strike displace damage devastate flatten claim leave bury shake rock wreck level cripple")
_SEATS = words("office power presidency throne premiership chancellorship leadership")
_TREATIES = words("treaty accord agreement protocol convention pact deal charter")


def kind_by_role(verb: Token, name: str) -> str:
    """Kinds that hang on who or what the verb goes with, which no list of words can tell."""
    prepositions = {child.lower_ for child in verb.children if child.dep_ in ("prep", "prt", "advmod")}
    agents = [
        inner
        for child in verb.children
        if child.dep_ == "agent" or child.lower_ == "in"
        for inner in child.children
        if inner.dep_ == "pobj"
    ]
    if name in ("go", "be", "come") and any(
        lemma(inner) == "strike" for child in verb.children if child.lower_ == "on" for inner in child.children
    ):
        return "protest"  # whoever goes on strike, nurses or judges
    if name in _HARMING and any(_is_disaster(noun) for noun in (*subjects(verb), *agents)):
        return "disaster"
    by = {lemma(noun) for noun in subjects(verb)}
    of = [word for noun in subjects(verb) for word in noun.children if word.dep_ == "prep" and word.lower_ == "of"]
    by |= {lemma(inner) for word in of for inner in word.children if inner.dep_ == "pobj"}  # "two thirds of the voters"
    if name in _OF_A_CASE and any(_is_case(noun) for noun in subjects(verb)):
        return "justice"
    if by & _VOTERS:
        return "election"
    if name in ("add", "put", "place") and any(word.lower_ in ("list", "lists", "blacklist") for word in verb.subtree):
        return "sanction"
    if name == "take" and "over" in prepositions:
        return _taken_over(verb, by)
    if name == "call" and any(child.dep_ in ("oprd", "ccomp") and child.lower_ != "home" for child in verb.children):
        return "statement"
    if name == "lead" and "to" in prepositions and not any(child.dep_ in ("dobj", "nsubjpass") for child in verb.children):
        return next((kind for noun in objects(verb) if (kind := noun_kind(noun))), "other")
    if name in ("fall", "drop", "rise", "grow", "shrink") and any(
        word.dep_ == "prep" and word.lower_ in ("by", "to", "from") and any(t.like_num or t.lower_ in ("half", "%") for t in word.subtree)
        for word in verb.children
    ):
        if by & _ARSENAL:
            return "withdrawal"
        return "other" if by & _COUNTED else "economy"
    if name == "leave" and any(noun_kind(noun) in VIOLENT for noun in subjects(verb)):
        return next(noun_kind(noun) for noun in subjects(verb) if noun_kind(noun) in VIOLENT)
    if by & _JUDGES and name in ("rule", "find", "decide", "order", "hold"):
        return "justice"
    if by & _JUDGES and knowledge.verb_kinds().get(name, "other") in ("other", "statement") and name not in ("say", "tell", "warn"):
        return "justice"
    if name in ("stop", "cease", "halt") and any(child.dep_ == "xcomp" and lemma(child) in _FIRING for child in verb.children):
        return "ceasefire"
    if name == "take" and any(lemma(noun) == "part" for noun in objects(verb)):
        return next((kind for word in verb.subtree if word.dep_ == "pobj" and (kind := noun_kind(word))), "")
    return _contents(verb)


def _is_case(noun: Token) -> bool:
    """Whether a name is that of a case: "Jesner v. Arab Bank was decided"."""
    return any(t.lower_ in ("v.", "vs.") for t in noun.doc[max(0, noun.i - 5) : noun.i + 2])


def kind_by_doer(verb: Token) -> str:
    """Whatever a storm does is a disaster, and whatever demonstrators do is a protest, unless it is something of its own."""
    doers = list(subjects(verb))
    if any(_is_disaster(noun) for noun in doers):
        return "disaster"
    return "protest" if any(lemma(noun) in _DEMONSTRATORS for noun in doers) else ""


def _taken_over(verb: Token, by: set[str]) -> str:
    """What "take over" tells: who takes over what, or from whom."""
    taken = list(objects(verb))
    beside = forms(taken) | company_of(verb).direct
    if "@place" in beside or beside & _GROUND or any(noun.ent_type_ in ("GPE", "LOC", "FAC") for noun in taken):
        return "mobilisation" if by & _GUARDS else "invasion"
    if beside & (GROUPS["FIRM"] | GROUPS["WORKS"]):
        return "economy"
    if (by & _PARTISANS and not taken) or by & _UNIFORMS or beside & {"country", "state", "power", "nation"}:
        return "regime change"
    return "invasion" if by & FIGHTING and taken else "leadership"


def _is_disaster(noun: Token) -> bool:
    """Whether the noun is one, or a name that begins with one (Hurricane Mitch)."""
    return noun_kind(noun) == "disaster" or any(
        child.dep_ == "compound" and event_nouns().get(child.lower_) == "disaster" for child in noun.children
    )


def _contents(verb: Token) -> str:
    """For "the protocol froze the claim" accord: what a treaty does to something is what was agreed."""
    does = any(child.dep_ == "dobj" for child in verb.children) and not any(child.dep_ == "auxpass" for child in verb.children)
    return "accord" if does and any(noun_kind(noun) == "accord" and lemma(noun) in _TREATIES for noun in subjects(verb)) else ""


def takes_office(verb: Token) -> bool:
    metonyms = _seats_of_power()
    for noun in objects(verb):
        phrase = " ".join(word.text for word in noun.subtree if word.dep_ in ("compound", "amod") or word == noun)
        if lemma(noun) in _SEATS or (phrase in metonyms and any(child.tag_ in ("NN", "NNP", "PRP") for child in subjects(verb))):
            return True
    return False


@cache
def _seats_of_power() -> frozenset[str]:
    return frozenset(form for actor in knowledge.actors() for form in actor.metonyms)
