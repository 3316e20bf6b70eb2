"""Grouping: tellings that are one event come together; whatever their order, and in time that grows with their number."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, product
from typing import Any

from timeline.table.sameness import happens_once, likeness
from timeline.table.telling import DAY, Telling

Key = tuple[int, str]  # a unit of time, and a name, deed or thing
_LEVELS = (("day", 3), ("month", 31), ("year", 366), ("decade", 3700))  # what a span of so many days is filed under
_CROWD = 100  # names and words that so many groups of one time share tell none of them apart
_LIKELY = 24  # groups that are looked at closely
_LOOKED_AT = 12  # tellings of a group that are compared
_CLEARLY = 0.25  # by how much one group must be better than the next, where the date is coarse
_NEAR, _NOTHING = dt.timedelta(days=7), dt.timedelta(0)


def grouped(tellings: Sequence[Telling], known: Iterable[Sequence[int]] = ()) -> list[list[int]]:
    """The places of the tellings of each event; the finest dates are taken first, so that coarse ones find them.

    What is `known` to be together already stays so, and comes first.
    """
    files = _Files(tellings)
    groups = [list(group) for group in known]
    for number, group in enumerate(groups):
        for at in group:
            files.put(at, number)
    rest = sorted({*range(len(tellings))}.difference(*groups))
    for at in sorted(rest, key=lambda n: (files.levels[n], tellings[n].days, *tellings[n].worth, tellings[n].id)):
        home = _home(at, files, groups, tellings)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(at)
        files.put(at, home)
    return groups


class _Files:
    """The groups filed under time and each name, deed and thing, so that a telling is compared with those alone that share something.

    A group is filed only where another telling will look.
    """

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._terms: dict[str, int] = {}
        self._shelves: dict[int, list[int]] = {}
        self._said = [[self._number(term) for term in _terms(one)] for one in tellings]
        self._tellings = tellings
        self.levels = [_level(one) for one in tellings]
        self._own = [self._keys(at, (level,)) for at, level in enumerate(self.levels)]
        self._near = [self._keys(at, (1,), _NEAR) if _looks_around(one) else () for at, one in enumerate(tellings)]
        self._asked = Counter(chain.from_iterable((*self._own, *self._near)))
        self._looked_in = sorted({*self.levels, *(level + 1 for level in self.levels if level == 0)})
        sayings: dict[tuple[Any, ...], int] = {}
        self.known: dict[tuple[int, int], float] = {}  # how alike two are that say this and that
        self.sayings = [sayings.setdefault(one.saying, len(sayings)) for one in tellings]

    def likely(self, at: int) -> list[int]:
        """The groups about as fine in time that share most names and words; for a day also those of days near by that share three."""
        shared = self._sharing(self._own[at])
        for group, times in self._sharing(self._near[at]).items():
            if times >= 3:
                shared[group] = max(shared[group], times)
        return [group for group, _ in sorted(shared.items(), key=lambda found: (-found[1], found[0]))[:_LIKELY]]

    def put(self, at: int, group: int) -> None:
        """Files a telling's group under its own level of time and all coarser ones."""
        shelves, asked, own = self._shelves, self._asked, self.levels[at]
        for level in self._looked_in:
            if level < own:
                continue
            itself = level == own or (level == 1 and bool(self._near[at]))  # it asks there, too
            for key in self._keys(at, (level,)):
                if asked.get(key, 0) > itself:
                    shelf = shelves.setdefault(key, [])
                    if not shelf or shelf[-1] != group:
                        shelf.append(group)

    def _sharing(self, keys: Iterable[int]) -> Counter[int]:
        shelves = self._shelves
        return Counter(chain.from_iterable(shelf for key in keys if (shelf := shelves.get(key)) and len(shelf) <= _CROWD))

    def _number(self, term: str) -> int:
        return self._terms.setdefault(term, len(self._terms))

    def _keys(self, at: int, levels: Iterable[int], near: dt.timedelta = _NOTHING) -> list[int]:
        return [term << 26 | place for place in _places(self._tellings[at], levels, near) for term in self._said[at]]


def _places(one: Telling, levels: Iterable[int], near: dt.timedelta = _NOTHING) -> Iterator[int]:
    """A number for each level and each unit of time in which a telling lies, or is near to."""
    first, last = one.start - near, one.stop + near - DAY
    for level in levels:
        unit = _UNITS[level]
        for number in range(unit(first), unit(last) + 1):
            yield number * len(_UNITS) + level


def sought(one: Telling) -> Iterator[Key]:
    """Where a telling looks for the others of its event."""
    level = _level(one)
    places = [*_places(one, (level,)), *(_places(one, (1,), _NEAR) if _looks_around(one) else ())]
    return product(places, _terms(one))


def filed(one: Telling) -> Iterator[Key]:
    """Where a telling is found by others."""
    return product(_places(one, range(_level(one), len(_UNITS))), _terms(one))


def _terms(one: Telling) -> frozenset[str]:
    # Its own expression is one too: what an article tells again without its date is found by the date that it takes.
    return one.names | one.things | one.deeds | {f"{one.article} {one.expression}"}


def _home(place: int, files: _Files, groups: Sequence[Sequence[int]], tellings: Sequence[Telling]) -> int | None:
    """The group that a telling belongs to; None where there is none, or two that are as good for a coarse date."""
    one, found = tellings[place], []
    sayings, known = files.sayings, files.known
    for group in files.likely(place):
        best, inside, outside = 0.0, False, False
        heard = set()
        for at in groups[group][:_LOOKED_AT]:
            member = tellings[at]
            if member.article == one.article or one.names.isdisjoint(member.names):
                fit = likeness(one, member)
            elif sayings[at] in heard:
                continue  # word for word what another has said
            else:
                heard.add(sayings[at])
                pair = (sayings[place], sayings[at])
                fit = known[pair] if pair in known else known.setdefault(pair, likeness(one, member))
            if fit < 0:
                break
            best = max(best, fit)
            inside |= fit <= 0 and member.article == one.article
            outside |= member.article != one.article
        else:
            # An article tells two events in two rows, unless these are one by themselves: what others tell does not unite them.
            if best > 0 and not (inside and outside):
                found.append((best, -group))
    found.sort(reverse=True)
    if not found or (files.levels[place] > 0 and len(found) > 1 and found[0][0] - found[1][0] < _CLEARLY):
        return None
    return -found[0][1]


def _looks_around(one: Telling) -> bool:
    """Whether a telling is also compared with those of days near by."""
    return _level(one) == 0 and happens_once(one)


def _level(one: Telling) -> int:
    return next((level for level, (_, days) in enumerate(_LEVELS) if one.days <= days), len(_LEVELS))


_UNITS: tuple[Callable[[dt.date], int], ...] = (
    dt.date.toordinal,
    lambda day: day.year * 12 + day.month,
    lambda day: day.year,
    lambda day: day.year // 10,
    lambda day: day.year // 100,
)
