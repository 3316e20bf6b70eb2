"""Grouping: tellings that are one event come together; whatever their order, and in time that grows with their number."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from timeline.table.sameness import likeness
from timeline.table.telling import Telling

_LEVELS = (("day", 3), ("month", 31), ("year", 366), ("decade", 3700))  # what a span of so many days is filed under
_CROWD = 100  # names and words that so many groups of one time share tell none of them apart
_LIKELY = 24  # groups that are looked at closely
_LOOKED_AT = 12  # tellings of a group that are compared
_CLEARLY = 0.25  # by how much one group must be better than the next, where the date is coarse


def grouped(tellings: Sequence[Telling]) -> list[list[int]]:
    """The places of the tellings of each event; the finest dates are taken first, so that coarse ones find them."""
    shelves: dict[tuple[str, int, str], list[int]] = {}
    groups: list[list[int]] = []
    for at in sorted(range(len(tellings)), key=lambda n: (_level(tellings[n]), tellings[n].days, *tellings[n].worth, tellings[n].id)):
        one = tellings[at]
        home = _home(one, _likely(one, shelves), groups, tellings)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(at)
        for key in _keys(one):
            shelf = shelves.setdefault(key, [])
            if not shelf or shelf[-1] != home:
                shelf.append(home)
    return groups


def _home(one: Telling, likely: Sequence[int], groups: Sequence[Sequence[int]], tellings: Sequence[Telling]) -> int | None:
    """The group that a telling belongs to; None where there is none, or two that are as good for a coarse date."""
    found = []
    for group in likely:
        members = [tellings[at] for at in groups[group][:_LOOKED_AT]]
        fits = [likeness(one, member) for member in members]
        # An article tells two events in two rows, unless these are one by themselves: what others tell does not unite them.
        apart = any(fit <= 0 and member.article == one.article for fit, member in zip(fits, members, strict=True))
        if min(fits) >= 0 and max(fits) > 0 and not (apart and any(member.article != one.article for member in members)):
            found.append((max(fits), -group))
    found.sort(reverse=True)
    if not found or (_level(one) > 0 and len(found) > 1 and found[0][0] - found[1][0] < _CLEARLY):
        return None
    return -found[0][1]


def _likely(one: Telling, shelves: dict[tuple[str, int, str], list[int]]) -> list[int]:
    """The groups about as fine in time that share most names and words; for a day also those of days near by that share three."""
    shared = Counter(group for key in _keys(one, own=True) if len(shelf := shelves.get(key, ())) <= _CROWD for group in shelf)
    if _level(one) == 0:
        near: Counter[int] = Counter()
        for key in _keys(one, near=True):
            if len(shelf := shelves.get(key, ())) <= _CROWD:
                near.update(shelf)
        shared |= Counter({group: times for group, times in near.items() if times >= 3})
    return [group for group, _ in sorted(shared.items(), key=lambda found: (-found[1], found[0]))[:_LIKELY]]


def _level(one: Telling) -> int:
    return next((level for level, (_, days) in enumerate(_LEVELS) if one.days <= days), len(_LEVELS))


def _keys(one: Telling, own: bool = False, near: bool = False) -> Iterator[tuple[str, int, str]]:
    """What a telling is filed under: its own level of time and all coarser ones, or its own alone, or the months near a day."""
    level = _level(one)
    levels = (level,) if own else (1,) if near else range(level, len(_LEVELS) + 1)
    days = (one.start - _NEAR, one.stop + _NEAR) if near else (one.start, one.stop)
    # Its own expression is one too: what an article tells again without its date is found by the date that it takes.
    terms = one.names | one.things | one.deeds | {f"{one.article} {one.expression}"}
    for each in levels:
        name, unit = _UNITS[each]
        for number in range(unit(days[0]), unit(days[1] - dt.timedelta(days=1)) + 1):
            yield from ((name, number, term) for term in terms)


_NEAR = dt.timedelta(days=7)
_UNITS: tuple[tuple[str, Callable[[dt.date], int]], ...] = (
    ("day", dt.date.toordinal),
    ("month", lambda day: day.year * 12 + day.month),
    ("year", lambda day: day.year),
    ("decade", lambda day: day.year // 10),
    ("century", lambda day: day.year // 100),
)
