"""Phrases that no table lists: groups without a name, names of places and bodies, and the words that belong to a phrase."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.events.pronouns import HOME
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# Groups that act without a name: they are told as the text calls them.
GROUPS = HOME | words(
    "police protester demonstrator gunman militant fighter worker miner student farmer crowd voter lawmaker deputy tribunal investigator "
    "mercenary insurgent guerrilla paratrooper marine peacekeeper rescuer prisoner striker settler refugee monk priest bishop cardinal "
    "electorate delegate negotiator mediator inspector pirate smuggler hacker garrison people committee regulator hijacker kidnapper "
    "assassin attacker bomber"
    " militia militiaman defector crew jury citizen villager resident conspirator revolutionary nationalist separatist loyalist"
)
# Those that are of a state, so that what befalls them befalls it.
ORGANS = words(
    "junta government army military parliament cabinet navy administration assembly senate congress regime police soldier troop "
    "president premier monarchy king queen shah dictator ruler leader country republic kingdom constitution state nation "
    "media television chancellor"
)
# Those who stand against the state that they are in.
AGAINST = words(
    "rebel insurgent separatist guerrilla militant gunman fighter militia militiaman attacker bomber hijacker mutineer putschist"
)
# Kin and the like, who act for whom they belong to without that person.
KIN = words(
    "father mother son daughter brother sister wife husband widow grandfather grandson uncle nephew cousin half-brother predecessor "
    "successor rival opponent deputy counterpart heir aide lawyer spokesman spokeswoman critic killer murder death arrest trial"
)
STORMS = words("hurricane cyclone typhoon storm tropical")
KINDS_OF_PLACE = words("village town city port province district region island state suburb capital county valley hamlet sector")
# Last words of names that are no places, even after "in" and "at".
NO_PLACE = words(
    "Court Council Commons Lords Parliament Agreement Treaty Accord Accords War Party Army Navy Ministry Act Resolution Order Article "
    "Commission Committee Union Bank Congress Senate Post Times Prize Games Cup Conference Summit Assembly Pact Protocol Convention "
    "Operation Committee Charter Constitution Declaration Group Movement Front Corps Forces Guard Department Office Exchange Chapter"
)


def within(head: Token) -> Iterator[Token]:
    """The tokens of a phrase in order, without relative clauses, asides and other clauses."""
    words = [head]
    stack = [head]
    while stack:
        word = stack.pop()
        for child in word.children:
            if child.dep_ in ("relcl", "advcl", "parataxis") or (child.pos_ == "VERB" and child.dep_ == "conj"):
                continue
            words.append(child)
            stack.append(child)
    return iter(sorted(words, key=lambda token: token.i))


def capitals(token: Token) -> Span:
    """The run of capitalised names that ends in a token: "Plaza Murillo", "S&P"."""
    doc, start = token.doc, token.i
    while start > 0 and (
        doc[start - 1].pos_ == "PROPN"
        and doc[start - 1].dep_ in ("compound", "nmod")
        or not doc[start - 1].whitespace_
        and (doc[start - 1].text == "-" or doc[start].text == "-")
        and doc[start - 1].text not in "—–("
    ):
        start -= 1  # "Dasht-e Barchi" too
    return token.doc[start : token.i + 1]


def is_ground(token: Token) -> bool:
    """Whether an unlisted name is likely one of a place: the parser says so, or it begins like one."""
    return token.ent_type_ in ("GPE", "LOC", "FAC") or capitals(token)[0].text in (
        "Mount",
        "Fort",
        "Camp",
        "Lake",
        "Port",
        "Hill",
        "Plaza",
    )


def as_told(noun: Token) -> str:
    """How a group without a name is told: its noun as the text has it, with the noun before it ("aid workers")."""
    before = [child.text for child in noun.children if child.dep_ == "compound" and child.i == noun.i - 1 and child.text.islower()]
    return " ".join([*before, noun.text if noun.pos_ == "PROPN" else noun.text.lower()])
