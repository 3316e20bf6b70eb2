"""Scanning: which rules match where in a text, which of them win, and what the winners say; no date is reckoned here."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from timeline.dates.index import Candidate
from timeline.dates.language import Language
from timeline.dates.rules import Rule
from timeline.dates.spec import Between, Calendar, Duration, Named, Offset, Part, TimeSpec, Weekday


@dataclass(frozen=True, slots=True)
class Found:
    """An expression that a rule has read, before it has a date; `range` is one number, above 0, for both ends of a range.

    One of `histories` counts only if the text is one.
    """

    start: int
    stop: int
    spec: TimeSpec
    rule: str
    mod: str = ""
    range: int = 0
    histories: bool = False


@dataclass(frozen=True, slots=True)
class Winner:
    """A match that no longer one overlaps, and what it says; a guard's `spec` is None."""

    start: int
    stop: int
    rule: Rule
    match: "re.Match[str]"
    spec: TimeSpec | None


def scan(text: str, language: Language) -> list[Found]:
    """What the winning rules read, from left to right, stretched by the modifiers in front of it."""
    found: list[Found] = []
    last = 0
    for winner in settle(language.index.candidates(text)):
        spec, match, name = winner.spec, winner.match, winner.rule.name
        if spec is None:
            last = winner.stop
            continue
        if isinstance(spec, Between) and "first" in match.re.groupindex:
            number = len(found) + 1
            found.append(_stretched(text, Found(*match.span("first"), spec.first, name, range=number), language, last))
            found.append(Found(*match.span("last"), spec.last, name, range=number))
        else:
            one = _stretched(text, Found(winner.start, winner.stop, spec, name, histories=winner.rule.histories), language, last)
            found.append(_hung(text, one, found, language))
        last = winner.stop
    return found


def settle(candidates: Iterable[Candidate]) -> Iterator[Winner]:
    """The candidates that win: the longest span, then the rule that comes first in the book; what overlaps a winner is out."""
    group: list[Candidate] = []
    reach = -1
    for candidate in candidates:
        if group and candidate[0] >= reach:
            yield from _winners(group)
            group, reach = [], -1
        group.append(candidate)
        reach = max(reach, candidate[1])
    if group:
        yield from _winners(group)


def _winners(group: list[Candidate]) -> list[Winner]:
    """The winners among candidates that overlap; one that reads as nothing makes room for the next."""
    if len(group) > 1:
        group = sorted(group, key=lambda c: (c[0] - c[1], c[2].order, c[0]))
    first = min(candidate[0] for candidate in group)
    taken = bytearray(max(candidate[1] for candidate in group) - first)
    winners = []
    for start, stop, rule, match in group:
        if taken[start - first] or taken[stop - 1 - first]:
            continue
        spec = rule.read(match) if rule.read is not None else None
        if spec is None and rule.read is not None:
            continue
        taken[start - first : stop - first] = b"\1" * (stop - start)
        winners.append(Winner(start, stop, rule, match, spec))
    return sorted(winners, key=lambda winner: winner.start)


def _hung(text: str, one: Found, found: list[Found], language: Language) -> Found:
    """“Two days after 3 May” as one expression, which takes the place of the length it begins with."""
    near = isinstance(one.spec, Offset) and one.spec.unit == "day" and one.spec.aligned  # two days before yesterday
    if not isinstance(one.spec, (Weekday, Named)) and not (isinstance(one.spec, Calendar) and one.spec.day) and not near:
        return one
    hung = language.context.hangs(text, one.start)
    if hung is None or (found and found[-1].stop > hung[0] and not _waits(found[-1].spec)):
        return one
    while found and found[-1].stop > hung[0]:
        found.pop()
    return replace(one, start=hung[0], spec=Offset(hung[1], hung[2], later=hung[2] > 0, of=one.spec))


def _waits(spec: TimeSpec) -> bool:
    """Whether an expression is a length or counts from what stands behind it."""
    return isinstance(spec, Duration) or isinstance(spec, Offset) and spec.base == "event"


def _stretched(text: str, found: Found, language: Language, last: int) -> Found:
    """The expression with the words in front that belong to it (early, the end of, nearly)."""
    match = language.stretch.search(text, found.start, last)
    if match is None:
        return found
    modifier = language.modifiers[int((match.lastgroup or "m0")[1:])]
    if not isinstance(found.spec, modifier.to) or (
        modifier.unless and re.match(modifier.unless, text[found.start : found.stop], re.IGNORECASE)
    ):
        return found
    spec, mod = found.spec, modifier.mod
    if mod in ("START", "MID", "END", "APPROX") and not isinstance(spec, Duration):
        spec = Part(modifier.part or mod, spec)
    elif isinstance(spec, Duration):
        spec = replace(spec, mod=mod)
    return replace(found, start=match.start(), spec=spec, mod=mod)
