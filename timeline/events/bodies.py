"""Bodies that a text has named, by the noun it calls them by afterwards ("the council", "the court"), and the states it is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from timeline import knowledge
from timeline.events.names import Name
from timeline.events.persons import Person
from timeline.events.wordlist import words

# Nouns in the name of a body by which it is called when its name is known.
_NOUNS = words(
    "court council commission bank agency tribunal league union fund parliament committee organisation organization party movement "
    "front army brigade mission assembly senate congress force cartel federation community authority cooperation ministry "
    "department treasury duma bundestag guards panel office "
)
_BY_KIND = {
    "alliance": ("alliance",),
    "bloc": ("bloc",),
    "party": ("party",),
}
_BY_NAME = {"Federal Reserve": ("bank",), "OPEC": ("cartel",), "OPEC+": ("cartel", "group")}
_SPELLED = {"organization": "organisation", "forces": "force", "union": "bloc"}


@dataclass(frozen=True, slots=True, eq=False)
class Bodies:
    """Where a text names its bodies, by the nouns that may mean them, in order."""

    named: Mapping[str, tuple[Sequence[int], Sequence[str]]]
    different: Mapping[str, frozenset[str]]  # by noun

    def meant(self, noun: str, before: int) -> str:
        """The body that the noun means, being the last named before, or the only one named at all; empty if there is none."""
        starts, actors = self.named.get(noun, ((), ()))
        at = bisect_left(starts, before)
        return actors[at - 1] if at else ""

    def only(self, *nouns: str) -> str:
        """The only body in the text that one of the nouns can mean; empty if there are several."""
        found = frozenset().union(*(self.different.get(noun, frozenset()) for noun in nouns))
        return next(iter(found)) if len(found) == 1 else ""


def bodies_of(found: Sequence[Name]) -> Bodies:
    """The bodies among the names of a text."""
    named: dict[str, tuple[list[int], list[str]]] = {}
    for name in found:
        if name.person or name.how == "demonym":
            continue
        for noun in _nouns().get(name.actor, ()):
            starts, actors = named.setdefault(noun, ([], []))
            starts.append(name.start)
            actors.append(name.actor)
    return Bodies(named, {noun: frozenset(actors) for noun, (_, actors) in named.items()})


def states_of(found: Sequence[Name], persons: Sequence[Person]) -> tuple[str, tuple[str, ...]]:
    """The state a text is about, being named half as often again as any other and one time in four, and the two states it is about.

    Leaders and those who act for a state count for it; either is empty where there is no such state, or no such two.
    """
    acting = [(name.start, name.actor) for name in found if not name.bound]
    at = {start for start, _ in acting}
    acting += [(person.start, person.actor) for person in persons if person.actor and person.start not in at]
    states = Counter(actor for _, actor in acting if _states().get(actor) in ("state", "past state"))
    counted = states.most_common(3)
    times = [times for _, times in counted] + [0, 0, 0]
    home = counted[0][0] if times[0] >= 2 and 2 * times[0] >= 3 * times[1] and 4 * times[0] >= states.total() else ""
    two = times[1] >= 5 and 2 * times[1] >= times[0] and 2 * times[1] >= 3 * times[2]
    return home, tuple(actor for actor, _ in counted[:2]) if two else ()


@cache
def _nouns() -> dict[str, frozenset[str]]:
    """Each body to the nouns that can mean it."""
    found: dict[str, frozenset[str]] = {}
    for actor in knowledge.actors():
        if actor.kind in ("state", "past state", "territory", "people"):
            continue
        inside = {word for form in (actor.name, *actor.aliases) for word in re.findall(r"[a-z]+", form.lower())}
        nouns = (
            (inside & _NOUNS)
            | {_SPELLED[word] for word in inside & set(_SPELLED)}
            | {*_BY_KIND.get(actor.kind, ()), *_BY_NAME.get(actor.name, ())}
        )
        if "organisation" in nouns:
            nouns.add("organization")
        found[actor.name] = frozenset(nouns)
    return found


@cache
def _states() -> dict[str, str]:
    return {actor.name: actor.kind for actor in knowledge.actors()}
