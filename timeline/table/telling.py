"""Telling: what a row says of its event, in the form in which two rows are compared."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline import knowledge
from timeline.dates.grain import Grain, next_unit
from timeline.table.deeds import deeds_of, thing_of

_UNDERGOES = re.compile(
    r"\b(?:f[ae]ll(?:s|en)? (?:[\w-]+ ){0,2}to|surrender(?:s|ed)? to|c[ao]mes? under)\b"
)  # active verbs of those acted on
_AGENTS = re.compile(r'"agents": ("(?:[^"\\]|\\.)*")')  # of the first mention, without reading the others
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
_COMMON = re.compile(r"(?:ing|ion|ment|ity|ance|ers|ors|ies|ists|als)$")
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


def tellings(rows: Iterable[Mapping[str, Any]]) -> list[Telling]:
    """What each row tells, in their order; rows are cells by the name of their column, days as `datetime.date`."""
    rows = list(rows)
    named = [_names(row) for row in rows]
    stories: dict[str, set[str]] = {}
    for row, names in zip(rows, named, strict=True):
        stories.setdefault(row["article_id"], set()).update(names)
    frozen = {article: frozenset(names) for article, names in stories.items()}
    return [_telling(row, names, frozen[row["article_id"]]) for row, names in zip(rows, named, strict=True)]


def _telling(row: Mapping[str, Any], names: frozenset[str], story: frozenset[str]) -> Telling:
    start, stop = _window(row["start"], row["stop"], Grain[row["grain"]])
    actors = tuple(filter(None, row["actors"].split("; ")))
    words = [word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(row["title"])]
    own = {word.lower() for name in names for word in name.split()}
    deeds = frozenset().union(*(deeds_of(word) for word in words))
    return Telling(
        id=row["event_id"], article=row["article_id"], start=start, stop=stop,
        lasting="/" in row["edtf"] and ".." not in row["edtf"] and not row["approximate"], approximate=row["approximate"],
        expression=(row["char_start"], row["char_stop"]), inferred=row["certainty"] == "inferred", kind=row["kind"], status=row["status"],
        agents=agents_of(row, actors), names=names, heads=heads_of(names), actors=frozenset(actors),
        spots=frozenset(place for place in row["places"].split("; ") if _is_spot(place)), deeds=deeds,
        things=frozenset(thing for word in words if word not in own and (thing := thing_of(word))),
        ordinals=frozenset(words) & _ORDINALS, title=row["title"], sentence=row["sentence"], story=story,
        worth=(row["certainty"] == "inferred", -row["score"], row["published"] or dt.date.max, row["article_id"], row["trigger_start"]),
    )  # fmt: skip


def agents_of(row: Mapping[str, Any], actors: Sequence[str]) -> frozenset[str]:
    """Those of the actors who act, as the row was read; the first one where nothing tells, or where somebody has corrected the actors."""
    known = row.get("agents")
    if known is None:
        found = _AGENTS.search(row.get("mentions", ""))
        known = json.loads(found[1]) if found else None
    if known is None or (known and not set(known.split("; ")) & set(actors)):
        return frozenset(actors[:1])
    acting = frozenset(known.split("; ")) & frozenset(actors)
    return frozenset(actors) - acting if _UNDERGOES.search(row["title"]) else acting


def heads_of(names: frozenset[str]) -> int:
    """How many persons, states and places there are: a full name and the words of it are one."""
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


def _names(row: Mapping[str, Any]) -> frozenset[str]:
    """Who and where: actors, places with their countries, and other words of the title that begin with a capital."""
    found: set[str] = set()
    for actor in filter(None, row["actors"].split("; ")):
        if not actor[:1].isupper():
            continue  # voters, the opposition: every country has them
        found.add(actor)
        if actor not in knowledge.actor_forms():
            found.add(actor.split(" ")[-1])
    for place in filter(None, row["places"].split("; ")):
        found |= _place(place)
    title = row["title"]
    for name in found:
        if " " in name:
            title = title.replace(name, name.lower())  # in "South Sudan" is no Sudan
    for match in _WORD.finditer(title):
        word = match[0].removesuffix("'s").removesuffix("’s")
        if word[:1].isupper() and (match.start() or not _is_common(word.lower())):
            found |= _called(word)
    return frozenset(found)


@cache
def _is_common(word: str) -> bool:
    """Whether a word that opens a title is hardly a name."""
    return bool(_COMMON.search(word)) or bool(deeds_of(word)) or not thing_of(word) or word in knowledge.noun_kinds()


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
