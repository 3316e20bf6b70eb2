"""Heads: the words that the texts matched by a pattern can start or end with, read from the pattern itself."""

import re
from collections.abc import Iterable
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as sre_parse  # type: ignore[attr-defined]
from typing import Any, NamedTuple

TOKEN = re.compile(r"[^\W\d_]+|\d+")

Head = tuple[str, str]  # a token and, as far as it is known, the mark behind it with the next token: ("march", " ##")


def key(word: str) -> str:
    """A token as heads spell it: in small letters, a number as a `#` for each of its digits, five at most."""
    return "#" * min(len(word), 5) if word[0].isdecimal() else word.lower()


def mark(char: str) -> str:
    """The mark that a character beside a token is: a blank for any white space, nothing for the letter after a number."""
    return " " if char == " " or char.isspace() else "" if char.isalnum() else char


def heads(pattern: str) -> set[Head]:
    """How the texts matched by a pattern can start; a first token of "" is any."""
    return {(first, sign + second) for first, sign, second in _Walker(1).ends(pattern)}


def tails(pattern: str) -> set[Head]:
    """The same from behind: the last token, and the mark before it with the token before that."""
    return {(last[::-1], sign + second[::-1]) for last, sign, second in _Walker(-1).ends(pattern)}


def phrase_heads(phrase: str) -> set[Head]:
    """How words can start that stand in a text as they are, but for the form of their apostrophes."""
    first, second = ([*TOKEN.finditer(phrase), None, None])[:2]
    assert first is not None
    behind, word = mark(phrase[first.end() : first.end() + 1]), key(second.group()) if second else ""
    return {(key(first.group()), sign + word) for sign in ("'’" if behind == "'" else (behind,))}


class _State(NamedTuple):
    """Where a walk through a pattern is: the token being built, whether it is the second and whole, and the mark before it."""

    partial: str
    second: bool
    done: bool
    mark: str


_Walk = dict[_State, frozenset[str]]  # a state → the first tokens that lead to it


class _Walker:
    """A walk through a parsed pattern, forwards (1) or backwards (-1), in all ways that a text can take."""

    def __init__(self, way: int):
        self.way = way
        self.groups: dict[int, Any] = {}

    def ends(self, pattern: str) -> set[tuple[str, str, str]]:
        """The first token, the mark behind it and the second token of each way; "" where any will do."""
        found = set()
        parsed = sre_parse.parse(pattern, re.IGNORECASE)
        for state, firsts in self.walk(parsed, {_State("", False, False, ""): frozenset()}).items():
            found |= {(first, state.mark, state.partial) for first in firsts} if state.second else {(state.partial, "", "")}
        return found

    def walk(self, parsed: Any, states: _Walk) -> _Walk:
        """The states reachable through a parsed pattern."""
        done = []
        for op, argument in list(parsed)[:: self.way]:
            if any(state.done for state in states):
                done.append({state: firsts for state, firsts in states.items() if state.done})
                states = {state: firsts for state, firsts in states.items() if not state.done}
            if not states:
                break
            states = self._step(op, argument, states)
        return _merged([*done, states]) if done else states

    def _step(self, op: Any, argument: Any, states: _Walk) -> _Walk:
        if op in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
            return states
        if op is sre.SUBPATTERN:
            self.groups[argument[0]] = argument[3]
            return self.walk(argument[3], states)
        if op is sre.GROUPREF and argument in self.groups:
            return self.walk(self.groups[argument], states)
        if op is sre.ATOMIC_GROUP:
            return self.walk(argument, states)
        if op is sre.BRANCH:
            return _merged(self.walk(branch, states) for branch in argument[1])
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            low, high, inner = argument
            reached = [states] if low == 0 else []
            for turn in range(1, min(int(high), max(int(low), 5)) + 1):
                states = self.walk(inner, states)
                if turn >= low:
                    reached.append(states)
            return _merged(reached)
        characters = {chr(argument)} if op is sre.LITERAL else _characters(argument) if op is sre.IN else {""}
        return _merged(_take(state, firsts, char) for state, firsts in states.items() for char in characters)


def _merged(walks: Iterable[_Walk]) -> _Walk:
    merged: _Walk = {}
    for walk in walks:
        for state, firsts in walk.items():
            merged[state] = merged[state] | firsts if state in merged else firsts
    return merged


def _characters(members: Any) -> set[str]:
    """The characters of a class: `0` for digits, a blank for what is no letter or digit, "" for anything."""
    found = set()
    for op, argument in members:
        if op is sre.LITERAL:
            found.add(chr(argument))
        elif op is sre.RANGE:
            found |= {chr(code) for code in range(argument[0], argument[1] + 1)} if argument[1] - argument[0] < 10 else {""}
        elif op is sre.CATEGORY and argument is sre.CATEGORY_DIGIT:
            found.add("0")
        elif op is sre.CATEGORY and argument is sre.CATEGORY_SPACE:
            found.add(" ")
        else:
            found.add("")
    return found


def _take(state: _State, firsts: frozenset[str], char: str) -> _Walk:
    """The states after one more character; "" is any character, after which the token is not known."""
    if state.done:
        return {state: firsts}
    if not char:  # the token may go on in any way, so only one that is whole already is known
        return {state._replace(partial="", done=True): firsts}
    kind = "#" if char.isdecimal() else char.lower() if char.isalpha() else ""
    partial = state.partial
    whole = partial != "" and (not kind or (partial[-1] == "#") != (kind == "#"))
    if whole and state.second:
        return {state._replace(done=True): firsts}
    if whole:
        return {_State(kind, True, False, "" if kind else " " if char.isspace() else char): frozenset([partial])}
    if not kind:
        return {state: firsts}
    return {state._replace(partial=partial + kind if partial != "#####" else partial): firsts}
