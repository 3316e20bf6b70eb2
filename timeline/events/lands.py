"""Names as ground: the place that a name gives, its kind, and whether it is that of a state."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from timeline import knowledge
from timeline.events.arguments import noun_kind
from timeline.events.names import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

_STATES = ("state", "past state", "territory")


def place_of(name: Name) -> str:
    """The place that a name gives: its own, or that of the state it is the name of."""
    return name.place or (name.actor if name.how == "name" and is_state(name.actor) else "")


def kind_of_place(place: str) -> str:
    """The kind that the table has a place under; empty for those not in it."""
    found = knowledge.place_forms().get(place)
    return found[0].kind if found else ""


def is_event(token: Token) -> bool:
    """Whether a noun tells something that is held or happens somewhere."""
    return noun_kind(token) in ("diplomacy", "accord", "ceasefire", "attack", "protest", "conflict", "disaster", "election", "justice")


@cache
def _capitals() -> dict[str, str]:
    return {actor.name: actor.capital for actor in knowledge.actors() if actor.kind == "state" and actor.capital}


def capital_of(state: str) -> str:
    """The capital of a state; empty for what is none."""
    return _capitals().get(state, "")


@cache
def _states() -> frozenset[str]:
    return frozenset(actor.name for actor in knowledge.actors() if actor.kind in _STATES)


def is_state(name: str) -> bool:
    """Whether a name is that of a state, past or present, or of a territory."""
    return name in _states()
