"""Kinds that a verb has only in company: what "collapse", "strike", "enter" or "take" tells hangs on who does it or what it takes."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import cache

from timeline.events.groups import GROUPS
from timeline.events.verbs import TABLE


@dataclass(frozen=True, slots=True)
class Company:
    """Those who do what a verb says and what it takes, all in dictionary form and with their classes, and the small words beside it."""

    does: Set[str] = frozenset()
    direct: Set[str] = frozenset()
    taken: Set[str] = frozenset()
    near: Set[str] = frozenset()
    small: Set[str] = frozenset()

    def beside(self, sign: str) -> Set[str]:
        """The words that a sign of the table speaks of."""
        match sign:
            case "<":
                return self.does
            case "=":
                return self.direct
            case ">":
                return self.taken | self.direct
            case "~":
                return self.near
            case "+":
                return self.small
            case _:
                return self.does | self.taken | self.direct


@dataclass(frozen=True, slots=True)
class _Condition:
    """One side of a line: any of these words, each list under its sign; denied if `not_`."""

    words: tuple[tuple[str, frozenset[str]], ...]
    not_: bool

    def holds(self, company: Company) -> bool:
        if not self.words:
            return not company.direct
        return any(not words.isdisjoint(company.beside(sign)) for sign, words in self.words) != self.not_


def _condition(text: str) -> _Condition:
    not_ = text.startswith("!")
    sign = ""
    found: dict[str, set[str]] = {}
    for word in text.removeprefix("!").split() if text != "-" else ():
        # A sign counts up to the next one, so that "<army =city town" has two lists.
        if word[0] in "<>=~+":
            sign, word = word[0], word[1:]
        found.setdefault(sign, set()).update(GROUPS.get(word, (word,)))
    return _Condition(tuple((sign, frozenset(of)) for sign, of in found.items()), not_)


@cache
def _by_verb() -> dict[str, tuple[tuple[tuple[_Condition, ...], str], ...]]:
    table: dict[str, list[tuple[tuple[_Condition, ...], str]]] = {}
    for line in TABLE.strip().splitlines():
        verbs, beside, kind = (part.strip() for part in line.split("|"))
        conditions = tuple(_condition(part.strip()) for part in beside.split("&"))
        for verb in verbs.split():
            table.setdefault(verb, []).append((conditions, kind))
    return {verb: tuple(lines) for verb, lines in table.items()}


def kind_in_company(verb: str, company: Company) -> str:
    """The kind of a verb in its company; empty if that tells nothing."""
    return next((kind for conditions, kind in _by_verb().get(verb, ()) if all(one.holds(company) for one in conditions)), "")


def mentioned(verb: str) -> bool:
    """Whether the table knows the verb at all."""
    return verb in _by_verb()
