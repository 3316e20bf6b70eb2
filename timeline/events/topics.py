"""Topics: what a clause is about, by its nouns, where neither its verb nor an event noun tells the kind of event."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from timeline.events.arguments import objects, subjects
from timeline.events.grammar import lemma
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

# Nouns that are no event themselves and tell what field a clause is of. The first words decide where a clause has several.
_TOPICS = {
    "justice": words(
        "court judge prosecutor tribunal verdict defendant detainee prisoner prison jail lawsuit attorney lawyer jury charge crime "
        "murder suspect accused convict detective evidence testimony plaintiff conviction appeal extradition felony custody"
    ),
    "election": words(
        "vote ballot voter electorate candidate candidacy constituency turnout majority seat poll polling runoff run-off referendum "
        "plebiscite nominee campaign electoral"
    ),
    "sanction": words("sanction embargo tariff duty blacklist blockade boycott quota waiver exemption visa"),
    "economy": words(
        "bank loan bond debt default creditor lender borrower company firm investor investment contract pipeline gas oil crude barrel "
        "refinery field reserve fund currency dollar euro peso rouble ruble lira yuan yen pound franc budget deficit surplus tax "
        "inflation price rate interest wage growth market share stock trade export import trader exporter importer plant factory mine "
        "railway railroad toll tonnage shipping canal lock container concession tender subsidy bailout austerity reform privatisation "
        "privatization nationalisation nationalization bankruptcy revenue profit customer consumer supply supplier harvest grain wheat "
        "electricity grid dam terminal cargo traffic billion economy gdp credit payment instalment installment tranche peg salary "
        "unemployment recession construction infrastructure project airline industry production "
        "repayment drilling exploration indemnity compensation reparation"
    ),
    "attack": words("bomb missile rocket drone grenade gunman bomber shooter sniper assassin explosive hijacker bullet shrapnel"),
    "conflict": words("war battle fighting rebel guerrilla insurgent militia frontline trench siege stronghold fighter"),
    "mobilisation": words(
        "troop soldier base garrison warship fleet submarine carrier destroyer exercise drill manoeuvre maneuver conscript reservist "
        "brigade battalion division warhead centrifuge reactor silo launcher satellite airstrip runway outpost battery peacekeeper "
        "squadron"
    ),
    "protest": words("protester demonstrator crowd marcher rioter barricade placard banner square"),
    "disaster": words(
        "earthquake flood wildfire storm cyclone hurricane drought famine epidemic pandemic virus outbreak wreck wreckage debris victim "
        "survivor rubble ash leak spill blast"
    ),
    "accord": words(
        "treaty agreement pact deal convention protocol charter framework memorandum membership clause annex compact covenant accession"
    ),
    "diplomacy": words(
        "talk negotiation negotiator summit relation tie ambassador embassy consulate envoy mediator mediation delegation delegate "
        "visit recognition dispute claim counterpart diplomat diplomacy resolution dialogue conference neighbour neighbor rapprochement "
        "mission observer commissioner proposal sovereignty border frontier boundary council bloc"
    ),
    "leadership": words(
        "presidency premiership successor cabinet office throne leadership chairmanship dynasty heir coronation inauguration portfolio "
        "ministry"
    ),
    "aid": words("aid relief refugee shelter medicine food assistance donor vaccine"),
    "statement": words("speech letter article interview report memoir manifesto memo communique statement warning apology pledge"),
}
_MARGINS = words("vote majority margin seat")
# What belongs to a life, not to affairs of state, whatever else the clause speaks of.
_PRIVATE = words("bear marry divorce die study graduate attend live grow enrol enroll teach learn write publish play sing perform love")


def topic_of(verb: Token) -> str:
    """The kind that the nouns of a clause speak of: what it takes, then what goes with it, then who does it; empty if none does."""
    if lemma(verb) in _PRIVATE:
        return ""
    topics = _by_noun()
    for nouns in (objects(verb), _beside(verb), subjects(verb)):
        for noun in nouns:
            for word in _read(noun):
                if kind := topics.get(word, ""):
                    return kind
    return ""


def is_of_money(verb: Token) -> bool:
    """Whether what a verb takes is money, trade or a firm; where it takes nothing, whether that is what does it."""
    taken = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")] or list(subjects(verb))
    return bool(taken) and all(_by_noun().get(lemma(noun)) == "economy" for noun in taken)


def _beside(verb: Token) -> Iterator[Token]:
    """The nouns behind the prepositions of a verb, and those that these are of."""
    for child in verb.children:
        if child.dep_ in ("prep", "agent") and child.i > verb.i:
            # "passed by 50 votes" tells how, not what
            yield from (c for c in child.children if c.dep_ == "pobj" and not (child.lower_ == "by" and lemma(c) in _MARGINS))
        elif child.dep_ in ("xcomp", "advcl") and child.i > verb.i:
            yield from objects(child)


def _read(noun: Token) -> Iterator[str]:
    """A noun, the nouns before it and those it is of ("the price of oil"), by their dictionary forms."""
    yield lemma(noun)
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod"):
            yield lemma(child)
        elif child.dep_ == "prep" and child.lower_ in ("of", "on", "over", "for"):
            yield from (lemma(inner) for inner in child.children if inner.dep_ == "pobj")


@cache
def _by_noun() -> dict[str, str]:
    return {noun: kind for kind, nouns in reversed(_TOPICS.items()) for noun in nouns}
