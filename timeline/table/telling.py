"""Telling: what a row says of its event, in the form in which two rows are compared."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from timeline import knowledge
from timeline.dates.grain import Grain, next_unit
from timeline.table.deeds import deeds_of, reworded, thing_of

_UNDERGOES = re.compile(
    r"\b(?:f[ae]ll(?:s|en)? (?:[\w-]+ ){0,2}to|surrender(?:s|ed)? to|c[ao]mes? under)\b"
)  # active verbs of those acted on
_RECEIVES = re.compile(r"\b(?:receive[sd]?|g[eo]ts?|secure[sd]?|obtain(?:s|ed)?|w[io]ns?|borrow(?:s|ed)?)\b.* from\b")
_AGENTS = re.compile(r'"agents": ("(?:[^"\\]|\\.)*")')  # of the first mention, without reading the others
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
_COMMON = re.compile(r"(?:ing|ion|ment|ity|ance|ers|ors|ies|ists|als)$")
_KEPT = 20_000  # titles that are remembered: of agency texts there are many copies
_SPOTS = ("city", "town", "site", "island")
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Telling:
    """One row of one article. `start` and `stop` are the days in which the event lies, which a `lasting` one fills.

    `names` are all names in it, `heads` how many they stand for, `spots` towns and sites; `agents` are those of the actors who act
    (a passive may have none); `story` holds all names of the article, for rows that name nobody.
    """

    id: str
    article: str
    start: dt.date
    stop: dt.date
    lasting: bool
    approximate: bool
    expression: tuple[int, int]
    inferred: bool
    kind: str
    status: str
    agents: frozenset[str]
    names: frozenset[str]
    heads: int
    actors: frozenset[str]
    spots: frozenset[str]
    deeds: frozenset[str]
    things: frozenset[str]
    ordinals: frozenset[str]
    title: str
    sentence: str
    story: frozenset[str]
    worth: tuple[Any, ...]

    @property
    def days(self) -> int:
        """How many days the span has."""
        return (self.stop - self.start).days

    @property
    def saying(self) -> tuple[Any, ...]:
        """All that is compared with a telling of another article, but for what the rest of its own article says."""
        return self.title, self.start, self.stop, self.lasting, self.kind, self.status, self.actors, self.agents, self.names, self.spots


def tellings(rows: Iterable[Mapping[str, Any]]) -> list[Telling]:
    """What each row tells, in their order; rows are cells by the name of their column, days as `datetime.date`."""
    rows = list(rows)
    named = [_names(row["actors"], row["places"], row["title"]) for row in rows]
    stories: dict[str, set[str]] = {}
    for row, names in zip(rows, named, strict=True):
        stories.setdefault(row["article_id"], set()).update(names)
    frozen = {article: frozenset(names) for article, names in stories.items()}
    return [_telling(row, names, frozen[row["article_id"]]) for row, names in zip(rows, named, strict=True)]


def _telling(row: Mapping[str, Any], names: frozenset[str], story: frozenset[str]) -> Telling:
    start, stop = _window(row["start"], row["stop"], Grain[row["grain"]])
    actors = tuple(filter(None, row["actors"].split("; ")))
    agents = agents_of(row, actors)
    deeds, things, ordinals = _said(row["title"], names)
    return Telling(
        id=row["event_id"], article=row["article_id"], start=start, stop=stop,
        lasting=_lasts(row, (stop - start).days), approximate=row["approximate"],
        expression=(row["char_start"], row["char_stop"]), inferred=row["certainty"] == "inferred", kind=row["kind"], status=row["status"],
        agents=agents | wholes_of(agents), names=names, heads=heads_of(names), actors=frozenset(actors) | wholes_of(actors),
        spots=frozenset(place for place in row["places"].split("; ") if _is_spot(place)), deeds=deeds,
        things=things, ordinals=ordinals, title=row["title"], sentence=row["sentence"], story=story,
        worth=(row["certainty"] == "inferred", -row["score"], row["published"] or dt.date.max, row["article_id"], row["trigger_start"]),
    )  # fmt: skip


@lru_cache(_KEPT)
def _said(title: str, names: frozenset[str]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """What a title says is done, to what, and for which time."""
    words = [word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(reworded(title))]
    own = {word.lower() for name in names for word in name.split()}
    deeds = frozenset().union(*(deeds_of(word) for word in words))
    return deeds, frozenset(thing for word in words if word not in own and (thing := thing_of(word))), frozenset(words) & _ORDINALS


def agents_of(row: Mapping[str, Any], actors: Sequence[str]) -> frozenset[str]:
    """Those of the actors who act, as the row was read; the first one where nothing tells, or where somebody has corrected the actors."""
    known = row.get("agents")
    if known is None:
        found = _AGENTS.search(row.get("mentions", ""))
        known = json.loads(found[1]) if found else None
    if known is None or (known and not set(known.split("; ")) & set(actors)):
        return frozenset(actors[:1])
    acting = frozenset(known.split("; ")) & frozenset(actors)
    undergoes = _UNDERGOES.search(row["title"]) or _RECEIVES.search(row["title"])
    return (frozenset(actors) - acting) if undergoes else acting


def wholes_of(actors: Iterable[str]) -> frozenset[str]:
    """What those of the actors that are organs act for: the Security Council for the United Nations, the Bundestag for Germany."""
    return frozenset().union(*map(_whole, actors))


@cache
def _whole(actor: str) -> frozenset[str]:
    known = knowledge.actor_forms().get(actor)
    if known is None or known.kind != "organisation":
        return frozenset()
    first = {form.split(" ")[0] for form in (known.name, *known.aliases) if " " in form}
    found = {whole for word in first if (whole := knowledge.actor_forms().get(word))}
    return frozenset(whole.name for whole in found if whole.kind == "state" or whole.name == "United Nations") - {actor}


@cache
def _forms(name: str) -> tuple[str, ...]:
    """The names of several words that an actor goes by, the longest first."""
    known = knowledge.actor_forms().get(name)
    forms = (name, *known.aliases) if known else (name,)
    return tuple(sorted((form for form in forms if " " in form), key=len, reverse=True))


@cache
def are_states(names: frozenset[str]) -> frozenset[str]:
    """Those of the names that are of states."""
    return frozenset(name for name in names if (known := knowledge.actor_forms().get(name)) and known.kind == "state")


def heads_of(names: frozenset[str]) -> int:
    """How many persons, states and places there are: a full name and the words of it are one."""
    if len(names) < 2:
        return len(names)
    words = {word for name in names if " " in name for word in name.split()}
    return sum(" " in name or name not in words for name in names)


def _window(start: dt.date | None, stop: dt.date | None, grain: Grain) -> tuple[dt.date, dt.date]:
    """The days in which an event lies; one that goes on, or of which only the end is known, lies where that end is."""
    if start is None:
        assert stop is not None
        return stop - DAY, stop
    if stop is None:
        return start, next_unit(start, grain) or dt.date.max
    return start, stop


def _lasts(row: Mapping[str, Any], days: int) -> bool:
    """Whether a span is filled by its event, as three days of talks are; last week, the weekend and the night are days in which it lies."""
    return "/" in row["edtf"] and ".." not in row["edtf"] and not row["approximate"] and days > 2 and row["grain"] != "week"


@lru_cache(_KEPT)
def _names(actors: str, places: str, title: str) -> frozenset[str]:
    """Who and where: actors, places with their countries, and other words of the title that begin with a capital."""
    found: set[str] = set()
    for actor in filter(None, actors.split("; ")):
        if not actor[:1].isupper():
            continue  # voters, the opposition: every country has them
        found.add(actor)
        found |= wholes_of((actor,))
        if actor not in knowledge.actor_forms():
            found.add(actor.split(" ")[-1])
    for place in filter(None, places.split("; ")):
        found |= _place(place)
    for name in found:
        for form in _forms(name):
            title = title.replace(form, form.lower())  # in "South Sudan" is no Sudan
    for match in _WORD.finditer(title):
        word = match[0].removesuffix("'s").removesuffix("’s")
        if word[:1].isupper() and (match.start() or (_is_known(word) and not _is_common(word.lower()))):
            found |= _called(word)
    return frozenset(found)


@cache
def _is_common(word: str) -> bool:
    """Whether a word that opens a title is hardly a name."""
    return bool(_COMMON.search(word)) or bool(deeds_of(word)) or not thing_of(word) or word in knowledge.noun_kinds()


@cache
def _is_known(word: str) -> bool:
    """Whether a word is a name to somebody who has read no more than a title that it opens."""
    return word in knowledge.actor_forms() or word in knowledge.place_forms() or word in knowledge.metonym_forms()


@cache
def _called(word: str) -> frozenset[str]:
    actor = knowledge.actor_forms().get(word)
    if actor is not None:
        return frozenset((actor.name,))
    # Its country is not asked for: the reader of places has seen the word, and Santos may be a president.
    return frozenset((word,)) if len(word) > 3 else frozenset()


@cache
def _place(name: str) -> frozenset[str]:
    """A place with its country, where only one country has a place of that name."""
    countries = {place.country for place in knowledge.place_forms().get(name, ())}
    return frozenset((name, *filter(None, countries))) if len(countries) == 1 else frozenset((name,))


@cache
def _is_spot(place: str) -> bool:
    found = knowledge.place_forms().get(place, ())
    return bool(found) and all(one.kind in _SPOTS for one in found)
