"""Who acts in a description without a name ("the president", "the rebels", "the island"), by the sentences before it."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING

from timeline import knowledge
from timeline.events.mentions import Mentions, actor_kinds
from timeline.events.persons import Person
from timeline.events.syntax import Parsed
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

# Offices to the words that those who hold them are listed with.
_OFFICES = {
    "president": words("president"),
    "premier": words("prime_minister premier"),
    "minister": words("prime_minister premier minister foreign_minister defence_minister foreign_secretary secretary_of_state"),
    "chancellor": words("chancellor"),
    "king": words("king monarch"),
    "monarch": words("king monarch emperor"),
    "emperor": words("emperor"),
    "pope": words("pope"),
    "pontiff": words("pope"),
    "general": words("general field_marshal marshal commander officer leader"),
    "commander": words("general field_marshal marshal commander officer leader warlord"),
    "warlord": words("commander warlord leader founder general"),
    "marshal": words("general field_marshal marshal"),
    "envoy": words("envoy"),
    "speaker": words("speaker"),
    "secretary": words("secretary foreign_secretary home_secretary defence_secretary treasury_secretary secretary_of_state"),
}
# Those that anybody may be who leads.
_ANY_OFFICE = words("leader ruler dictator strongman politician autocrat statesman")
_ARMED = words(
    "rebel militant insurgent guerrilla mercenary jihadist jihadi separatist islamist fighter militiaman insurgency group militia movement"
)
_LENDERS = words("International_Monetary_Fund World_Bank Asian_Development_Bank African_Development_Bank Inter-American_Development_Bank")
_LANDS = {
    "kingdom": words(
        "Saudi_Arabia Jordan Morocco Bahrain Thailand Cambodia Nepal Bhutan Eswatini Lesotho Tonga Spain Sweden Norway Denmark Belgium "
        "Netherlands United_Kingdom"
    ),
    "emirate": words("Qatar Kuwait"),
    "sheikhdom": words("Qatar Kuwait Bahrain"),
    "sultanate": words("Oman Brunei"),
    "island": words(
        "Taiwan Cuba Cyprus Malta Sri_Lanka Iceland Ireland Jamaica Madagascar Bahrain Singapore Nauru Mauritius Barbados Dominica Grenada "
        "Puerto_Rico Greenland Bermuda Saint_Lucia Bougainville"
    ),
    "archipelago": words("Philippines Indonesia Maldives Bahamas Fiji Tonga Comoros Seychelles Vanuatu Solomon_Islands Japan Cape_Verde"),
    "lender": _LENDERS,
    "territory": "territory",
    "region": "territory",
    "enclave": "territory",
    "republic": "territory",
}
_COMPANY = words("firm company giant carmaker airline manufacturer")


def described(story: Mentions, parsed: Parsed, token: Token) -> tuple[str, ...]:
    """The actors that a definite description means, persons after those they act for; none where that is not certain."""
    noun = (token.lemma_ or token.text).lower()
    office = noun in _OFFICES or noun in _ANY_OFFICE
    if not (office or noun in _ARMED or noun in _LANDS or noun in _COMPANY):
        return ()
    first = token.left_edge
    if first.lower_ not in ("the", "this", "that") or first.head != token or token.i - first.i > 3:
        return ()
    if any(child.dep_ in ("prep", "relcl", "appos", "poss") for child in token.children):
        return ()
    start = parsed.start(token)
    inside = story.names_in(parsed.start(first), parsed.stop(token))
    if office and token.tag_ in ("NN", "NNP"):
        near = _officer(story, start, noun, {name.actor for name in inside})
        return tuple(filter(None, (near.actor, near.full))) if near is not None else ()
    if noun in _COMPANY:
        return _last(story, start, "company", everywhere=False) if token.tag_ == "NN" else ()  # there are more than the table lists
    if inside or office:
        return ()
    if noun in _ARMED:
        return _last(story, start, "armed group")
    kind = _LANDS[noun]
    return _last(story, start, kind) if token.tag_ == "NN" and (kind != "territory" or token.dep_ == "nsubj") else ()


def _officer(story: Mentions, before: int, noun: str, sides: Collection[str]) -> Person | None:
    """Who holds an office: the only one of the nearest sentence that names such a person, else whom the text is about."""
    offices = _OFFICES.get(noun, frozenset())
    near = [
        person
        for person in story.persons_in(story.earlier(before, 3), before)
        if (not sides or person.actor in sides) and (not offices or _may_be(person, offices))
    ]
    if near:
        last = story.sentence_at(near[-1].start)
        there = {person.full: person for person in near if person.start >= last.start}
        return near[-1] if len(there) == 1 else None
    hero = story.hero
    return hero if hero is not None and (not sides or hero.actor in sides) and _may_be(hero, offices or None) else None


def _may_be(person: Person, offices: Collection[str] | None) -> bool:
    """Whether a person is listed with such an office, or with none."""
    listed = _held().get(person.full)
    return listed is None or offices is None or bool(listed & frozenset(offices))


def _last(story: Mentions, before: int, kinds: str | Collection[str], everywhere: bool = True) -> tuple[str, ...]:
    """The only actor of a kind, or of a set, that the three sentences before name, else the only one named before at all."""
    for start in (story.earlier(before, 3), 0) if everywhere else (story.earlier(before, 3),):
        found = {
            name.actor
            for name in story.names_in(start, before)
            if not name.bound
            and not name.person
            and (actor_kinds().get(name.actor) == kinds if isinstance(kinds, str) else name.actor.replace(" ", "_") in kinds)
        }
        if found:
            return tuple(found) if len(found) == 1 else ()
    return ()


@cache
def _held() -> dict[str, frozenset[str]]:
    """Each listed person to the offices and roles that he or she has had, words joined."""
    held: dict[str, set[str]] = {}
    for leader in knowledge.leaders():
        held.setdefault(leader.name, set()).add(leader.office.replace(" ", "_"))
    for figure in knowledge.figures():
        roles = held.setdefault(figure.name, set())
        roles.add(figure.role.replace(" ", "_"))
        if not figure.role.startswith(("vice", "deputy", "wife", "widow")):
            roles.add(figure.role.split(" of ")[0].split(" ")[-1])  # "Quds Force commander"
    return {name: frozenset(offices) for name, offices in held.items()}
