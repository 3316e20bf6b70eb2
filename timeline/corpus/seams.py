"""Seams: the events that the edges of blocks have parted, and those that rows of no single block belong to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.corpus.blocks import Block
from timeline.table.grouping import Key, filed, grouped
from timeline.table.sameness import likeness
from timeline.table.telling import Telling

SHOWN = 12  # tellings of a group by which it is compared with those of other blocks
EDGE = 10  # days from the edge of a block in which an event may be told there and beyond
_CROWD = 100  # groups that share a key tell none of them apart


@dataclass(frozen=True, slots=True)
class Offer:
    """An event of one block, for comparison with those of others: its id, the ids of all its rows, and some of its tellings."""

    event: str
    rows: tuple[str, ...]
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Edges:
    """What came of a block: how many rows and events, the events near its first and last day, and those that coarse dates ask for."""

    block: Block
    rows: int
    events: int
    first: tuple[Offer, ...]
    last: tuple[Offer, ...]
    asked: tuple[Offer, ...]


def sharing(groups: Sequence[list[int]], said: Sequence[Telling], wanted: set[Key]) -> Iterable[list[int]]:
    """The groups that stand where the loose rows look, unless too many do."""
    if not wanted:
        return []
    found: dict[Key, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for key in {key for at in group for key in filed(said[at]) if key in wanted}:
            found[key].append(number)
    return [groups[n] for n in sorted({n for shelf in found.values() if len(shelf) <= _CROWD for n in shelf})]


class Sets:
    """Events that turned out to be one."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}

    def find(self, event: str) -> str:
        while (up := self._first.get(event, event)) != event:
            event = up
        return event

    def unite(self, one: str, other: str) -> None:
        first, second = sorted((self.find(one), self.find(other)))
        self._first.setdefault(first, first)
        self._first[second] = first

    def all(self) -> list[list[str]]:
        sets: dict[str, list[str]] = defaultdict(list)
        for event in self._first:
            sets[self.find(event)].append(event)
        return [sorted(members) for _, members in sorted(sets.items())]


def seam(before: Sequence[Offer], after: Sequence[Offer], united: Sets, rows_of: dict[str, tuple[str, ...]]) -> None:
    """Unites events on the two sides of an edge, where one of the first would have taken in those of the second."""
    said = [one for offer in (*before, *after) for one in offer.tellings]
    homes = [n for n, offer in enumerate((*before, *after)) for _ in offer.tellings]
    known: list[list[int]] = [[] for _ in before]
    for at, home in enumerate(homes):
        if home < len(before):
            known[home].append(at)
    for number, group in enumerate(grouped(said, known)[: len(before)]):
        for home, _ in Counter(homes[at] for at in group if homes[at] >= len(before)).most_common():
            one, other = before[number], after[home - len(before)]
            if all(likeness(mine, theirs) >= 0 for mine in one.tellings for theirs in other.tellings):
                united.unite(one.event, other.event)
                rows_of.update({one.event: one.rows, other.event: other.rows})


def coarse(edges: Sequence[Edges], loose: Sequence[Telling], ids: Sequence[str], united: Sets, rows_of: dict[str, tuple[str, ...]]) -> None:
    """Finds the event of each loose row, among those of the blocks and the other loose rows."""
    offers = [offer for each in edges for offer in each.asked]
    said = [one for offer in offers for one in offer.tellings]
    known: list[list[int]] = []
    at = 0
    for offer in offers:
        known.append([*range(at, at + len(offer.tellings))])
        at += len(offer.tellings)
    for number, group in enumerate(grouped([*said, *loose], known)):
        added = [ids[each - at] for each in group if each >= at]
        if number < len(offers):
            rows_of[offers[number].event] = offers[number].rows
            for each in added:
                united.unite(offers[number].event, each)
        for each in added[1:]:
            united.unite(added[0], each)
