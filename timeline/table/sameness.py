"""Sameness: how much speaks for two tellings being one event, in one article and in two; never text alone."""

from __future__ import annotations

import re

from timeline import knowledge
from timeline.table.deeds import are_contrary, thing_of, things_of_deeds
from timeline.table.telling import Telling, are_states, heads_of

# Kinds that two reporters may give to one event. Whatever is not together here speaks against it, but does not forbid it.
_FAMILIES = (
    ("attack", "invasion", "conflict", "mobilisation"),
    ("attack", "disaster"),
    ("conflict", "withdrawal"),
    ("conflict", "ceasefire"),
    ("invasion", "regime change", "leadership"),
    ("accord", "ceasefire", "diplomacy"),
    ("statement", "threat", "diplomacy"),
    ("leadership", "election", "regime change"),
    ("sanction", "aid", "economy", "justice"),
    ("accord", "aid"),
    ("diplomacy", "aid"),
)
_SPOKEN = ("statement", "threat")
# Kinds so narrow that the kind alone tells what was done.
_NARROW = ("ceasefire", "threat", "mobilisation", "invasion", "withdrawal", "regime change", "election", "protest", "disaster")
# In these kinds who acts and who is acted on cannot change places.
_DIRECTED = ("attack", "invasion", "sanction", "threat", "statement", "aid", "mobilisation", "withdrawal", "justice", "other")
_HOSTILE = frozenset(("attack", "invasion", "sanction"))  # in these the one acted on by name is nowhere the one who acts
_MUTUAL_KINDS = ("accord", "ceasefire", "diplomacy", "conflict")
_MUTUAL = frozenset(("meet", "sign", "establish", "return", "resume"))  # deeds of diplomacy that either side can be said to do
# What happens once: two days for it are one event told with two dates, where all else agrees.
_ONCE = ("accord", "ceasefire", "leadership", "election", "regime change", "invasion", "disaster")
_NEAR = 7  # days between two dates of one event
_REPORTED = 2  # … where the titles are no copies: reporters differ by the night, the time zone and the day they heard of it
_MANY_TIMES = frozenset(("extend", "resume"))  # deeds of those kinds that the same sides do again
_OFFICES = frozenset("President Prime Minister Premier Chancellor King Queen Prince General Colonel Secretary Speaker Governor".split())
_NUMBER = re.compile(r"\d[\d,.]*")
_COPIED = 92  # per cent of likeness of titles that one reporter took from another
_MORE_FOR_WORDS = 0.8  # of what is said, much is said on one day by the same people
_ENOUGH = {"day": 2.4, "month": 2.8, "year": 3.5}


def happens_once(one: Telling) -> bool:
    """Whether another day may be told of the same, since it happens once: accords, elections, deaths."""
    return one.kind in _ONCE or (one.kind == "other" and "kill" in one.deeds)


def likeness(one: Telling, other: Telling) -> float:
    """How much more than needed speaks for one event; 0 where too little does, −1 where something forbids it."""
    if one.article == other.article:
        return _told_again(one, other)
    gap = _gap(one, other)
    if gap > _NEAR or _forbidden(one, other):
        return -1
    if gap > 0:
        again = (one.deeds | other.deeds) & _MANY_TIMES
        if _copied(one, other) and one.kind in _ONCE and len(one.names & other.names) >= 2 and not again:
            return 1.0
        # What is told of the same day comes first.
        return 0.05 if gap <= _REPORTED and not again and _told_with_another_day(one, other) else -1
    needed = _ENOUGH[_width(one, other)] + (_MORE_FOR_WORDS if "statement" in (one.kind, other.kind) else 0)
    return max(0.0, _evidence(one, other) - needed)


def _evidence(one: Telling, other: Telling) -> float:
    """The sum of what speaks for it: kind (1), names (1.5), a town or site (0.3), what is done and to what (1.5), a copied title (1).

    A state in each that the other does not know speaks against it.
    """
    who = _names_alike(one, other)
    if not who:
        return 0.0
    elsewhere = bool(are_states(one.names - other.names - one.agents) and are_states(other.names - one.names - other.agents))
    return (
        _kinds_alike(one, other)
        - 1.2 * elsewhere
        + 1.5 * who
        + 0.3 * bool(one.spots & other.spots)
        + 1.5 * _words_alike(one, other)
        + _copied(one, other)
    )


def _width(one: Telling, other: Telling) -> str:
    days = max(one.days, other.days)
    return "day" if days <= 3 else "month" if days <= 31 else "year"


def _gap(one: Telling, other: Telling) -> int:
    """Days between two spans; 0 where one lies in the other or they overlap as they should."""
    if one.lasting or other.lasting:
        shared = (min(one.stop, other.stop) - max(one.start, other.start)).days
        return 0 if 2 * shared >= max(one.days, other.days) else 1 + _NEAR  # two spans of time are one only where they are about as long
    return max(0, (max(one.start, other.start) - min(one.stop, other.stop)).days + 1)


def _forbidden(one: Telling, other: Telling) -> bool:
    if one.status != other.status and not {one.status, other.status} <= {"happened", "planned", "alleged"}:
        return True
    if (one.kind in _SPOKEN) != (other.kind in _SPOKEN) and not _copied(one, other):
        return True
    if one.kind in _SPOKEN and _named(one) and _named(other) and not one.agents & other.agents:
        return True
    if one.spots and other.spots and not one.spots & other.spots:
        return True
    if one.ordinals and other.ordinals and not one.ordinals & other.ordinals:
        return True
    if "meet" in one.deeds & other.deeds and one.actors - other.names and other.actors - one.names:
        return True  # each with somebody else
    return are_contrary(one.deeds, other.deeds) or _with_others(one, other) or _reversed(one, other)


def _with_others(one: Telling, other: Telling) -> bool:
    """Whether each is between states of which the other knows one alone: Egypt and Sudan, Chad and Sudan.

    Those who share more (a town, a name that the accord has) may be some of many who signed.
    """
    if one.kind not in _MUTUAL_KINDS or other.kind not in _MUTUAL_KINDS or heads_of(one.names & other.names) > 1:
        return False
    return bool(are_states(one.actors - other.names) and are_states(other.actors - one.names) and _shown(one) and _shown(other))


def _reversed(one: Telling, other: Telling) -> bool:
    """Whether who acts in one is acted on in the other, or each tells of an agent that the other does not know."""
    if one.agents & other.agents:
        return False
    directed = (
        one.kind in _DIRECTED
        or other.kind in _DIRECTED
        or (one.kind == other.kind == "diplomacy" and not (one.deeds | other.deeds) & _MUTUAL)
    )
    if one.kind == other.kind and one.kind in _MUTUAL_KINDS and not (_shown(one) and _shown(other)):
        return False  # whom the text around it is about, rather than who signed
    if one.agents and other.agents:
        known = bool(one.agents & (other.names | other.actors)), bool(other.agents & (one.names | one.actors))
        if not (one.agents <= one.names and other.agents <= other.names):
            return all(known) and directed  # voters, gunmen: whom another reporter calls by a name
        if {one.kind, other.kind} <= _HOSTILE and (one.agents & other.actors or other.agents & one.actors):
            return True
        truce = one.kind == other.kind == "ceasefire" and bool(one.spots & other.spots)  # either side may be named
        return (all(known) and directed) or not (any(known) or truce)
    return directed and (_suffers(one, other) or _suffers(other, one))


def _told_with_another_day(one: Telling, other: Telling) -> bool:
    """Whether two rows tell what happens once, with the same people and things in other words or another order, and only the day differs.

    Sides of an accord may change places, and one row may say more than the other; each saying something else makes them two.
    """
    if one.kind != other.kind or not happens_once(one) or not one.deeds & other.deeds - {"meet"}:
        return False
    if max(one.days, other.days) > 2 or (one.status == "planned") != (other.status == "planned"):
        return False  # what was planned for the day before was put off
    numbers = [frozenset(_NUMBER.findall(each.title)) for each in (one, other)]
    named = tuple(word[:4].lower() for name in (*one.names, *other.names, *_OFFICES, *one.actors, *other.actors) for word in name.split())
    pairs = (
        (one.names - _OFFICES, other.names - _OFFICES),
        tuple({thing for thing in each.things - things_of_deeds() if not thing.startswith(named)} for each in (one, other)),
        (one.spots, other.spots),
        numbers,
    )
    if not all(mine <= theirs or theirs <= mine for mine, theirs in pairs):
        return False
    shared = one.actors & other.actors
    if one.kind in ("accord", "ceasefire"):
        return len(shared | (one.spots & other.spots)) >= 2
    if not one.agents & other.agents and (one.agents or other.agents):
        return False
    if one.kind in ("other", "leadership"):  # a state has many ministers
        return any(" " in actor and actor not in knowledge.actor_forms() for actor in shared)
    return len((one.names & other.names) | (numbers[0] & numbers[1])) >= 2


def _named(one: Telling) -> bool:
    return any(agent[:1].isupper() and _is_shown(frozenset((agent,)), one.title) for agent in one.agents)


def _shown(one: Telling) -> bool:
    return _is_shown(one.agents, one.title)


def _is_shown(actors: frozenset[str], title: str) -> bool:
    """Whether a title names one of the actors, in any form of the name; others are known from the text around it."""
    return any(word[:4] in title for actor in actors for word in actor.split())


def _suffers(one: Telling, other: Telling) -> bool:
    """Whether one tells without an agent what befell the agent of the other, and knows nobody else of those whom the other names.

    "Israel was hit by missiles" and "Israel hit Iran" are two; "Isfahan came under Israeli fire" is what Israel did there.
    """
    return not one.agents and _is_shown(other.agents & one.actors, one.title) and not (one.names & other.names) - other.agents


def _kinds_alike(one: Telling, other: Telling) -> float:
    if one.kind == other.kind:
        return 0.5 if one.kind == "other" else 1.4 if one.kind in _NARROW else 1.0
    akin = "other" in (one.kind, other.kind) or any(one.kind in family and other.kind in family for family in _FAMILIES)
    return 0.5 if akin or one.deeds & other.deeds else 0.0


def _names_alike(one: Telling, other: Telling) -> float:
    """The share of names that both have, a little more for three; where one names nobody, a little for articles about the same."""
    shared = one.names & other.names
    barely = one.kind == other.kind and one.days <= 3 and other.days <= 3 and not (one.actors and other.actors)
    if shared or (one.names and other.names and not barely):
        if heads_of(shared) > 2:
            return 1.35 * heads_of(shared) / min(one.heads, other.heads)
        alike = heads_of(shared) / min(one.heads, other.heads)
        return max(alike if len(shared) > 1 else 0.8 * alike, 0.6 * barely)
    return 0.6 if len((one.names | one.story) & (other.names | other.story)) > 1 else 0.0


def _words_alike(one: Telling, other: Telling) -> float:
    deeds, things = one.deeds & other.deeds, one.things & other.things
    if not deeds and not things:
        return 0.0
    said = min(len(one.deeds | one.things), len(other.deeds | other.things))
    return min(1.0, 0.5 * (len(things) + bool(deeds)) + 0.5 / max(1, said))


def _copied(one: Telling, other: Telling) -> bool:
    """Whether the titles are near-copies; the order of words counts, since it tells who acts."""
    from rapidfuzz import fuzz

    return len(one.title) > 15 and fuzz.ratio(one.title, other.title, score_cutoff=_COPIED) > 0


def _told_again(one: Telling, other: Telling) -> float:
    """The same for two rows of one article, which tells most things once."""
    if one.status != other.status:
        return -1
    if one.expression == other.expression and (one.inferred or other.inferred):
        return 1 if one.kind == other.kind else -1  # told again, with the date of the other
    same_days = (one.start, one.stop, one.lasting) == (other.start, other.stop, other.lasting)
    if one.sentence == other.sentence:
        return 1 if same_days and one.title == other.title else -1
    akin = one.kind == other.kind or (_kinds_alike(one, other) and bool(one.deeds & other.deeds) and len(one.names & other.names) > 1)
    if not akin or "statement" in (one.kind, other.kind) or one.kind == other.kind == "other" or _gap(one, other) or _forbidden(one, other):
        return -1
    # Who acts is compared by itself: "rebels" are nothing that two rows do.
    acting = {thing_of(actor) for actor in one.actors & other.actors}
    common = len((one.things & other.things) - acting) + len(one.deeds & other.deeds)
    shared = one.actors & other.actors
    alike = len(shared) >= 2 or (bool(shared) and (one.actors <= other.actors or other.actors <= one.actors))
    if not same_days:
        return 0.5 if alike and common >= 2 else -1
    told_barely = not _is_shown(one.actors, one.title) or not _is_shown(other.actors, other.title)  # "the two presidents signed the plan"
    once = one.kind in _ONCE and one.days == 1 and bool(one.deeds & other.deeds)  # "he took office", "he was inaugurated"
    return 1 if (alike and common >= 1) or (told_barely and (common >= 2 or once)) else 0
