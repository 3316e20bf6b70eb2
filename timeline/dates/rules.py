"""Rules: how a pattern, what it says and its examples are written once, and how a rulebook finds where rules may start."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as sre_parse  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from timeline.dates.spec import TimeSpec

TOKEN = re.compile(r"[^\W\d_]+|\d+")
TODAY = "2024-02-14"  # the Wednesday on which every example is read, unless it says otherwise

Read = Callable[["re.Match[str]"], "TimeSpec | None"]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence; `marked` are the expressions it holds, none for a trap, and `value` what the first one means in TIMEX3."""

    sentence: str
    marked: tuple[tuple[int, int], ...]
    value: str | None
    anchor: str | None = TODAY
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the function that turns its match into a `TimeSpec`, and the examples it must pass; a guard has no function."""

    name: str
    doc: str
    pattern: str
    read: Read | None
    examples: tuple[Example, ...]
    after: str = ""
    starts: frozenset[str] = field(repr=False, default=frozenset())
    order: int = 0

    @property
    def regex(self) -> "re.Pattern[str]":
        """The pattern, compiled when a text first asks for it."""
        return compile_pattern(self.pattern)

    @property
    def lead(self) -> "re.Pattern[str] | None":
        """What must stand before, compiled when first asked for."""
        return _lead(self.after) if self.after else None

    def match(self, text: str, start: int) -> "re.Match[str] | None":
        """The match at `start`, if the words before it are those that `after` asks for."""
        if self.pattern.startswith("'") and text[start - 1 : start] in ("'", "’"):
            start -= 1
        lead = self.lead
        if lead is not None and lead.search(text, max(0, start - 48), start) is None:
            return None
        match = self.regex.match(text, start)
        return None if match is None or match.end() == start or _broken(match) else match


@dataclass(frozen=True, slots=True)
class Modifier:
    """Words to the left of an expression that belong to it (early, the end of, nearly) and what they add."""

    name: str
    pattern: str
    mod: str
    to: tuple[type, ...]
    unless: str
    examples: tuple[Example, ...]


def finds(sentence: str, value: str, *, anchor: str | None = TODAY, when: str | None = None) -> Example:
    """An example in which the rule reads what stands in brackets as this TIMEX3 value (and these EDTF days, if given)."""
    return Example(*_unmark(sentence), value, anchor, when)


def ignores(sentence: str, *, anchor: str | None = TODAY) -> Example:
    """A trap: a sentence in which nothing may be found."""
    return Example(*_unmark(sentence), None, anchor)


def _unmark(sentence: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    parts = re.split(r"\[([^\]]*)\]", sentence)
    plain, marked = "", []
    for k, part in enumerate(parts):
        if k % 2:
            marked.append((len(plain), len(plain) + len(part)))
        plain += part
    return plain, tuple(marked)


class Rulebook:
    """The rules of one language in the order in which they win ties."""

    def __init__(self, language: str):
        self.language = language
        self.rules: list[Rule] = []
        self.modifiers: list[Modifier] = []

    def rule(self, pattern: str, *examples: Example, after: str = "", starts: Iterable[str] = ()) -> Callable[[Read], Read]:
        """Adds the decorated function as a rule; its name becomes the rule's.

        `after` must stand just before the match. `starts` are the words, or pairs of words, that it
        can start with, where a table of names would take long to look through.
        """

        def add(read: Read) -> Read:
            name = f"{self.language}/{read.__name__.strip('_').replace('_', '-')}"
            self._add(Rule(name, (read.__doc__ or "").strip(), pattern, read, examples, after, frozenset(starts)))
            return read

        return add

    def guard(self, name: str, pattern: str, *examples: Example, after: str = "") -> None:
        """Adds a pattern that wins a span and gives nothing."""
        self._add(Rule(f"{self.language}/{name}", "Gives nothing.", pattern, None, examples, after))

    def modifier(self, name: str, pattern: str, mod: str, to: tuple[type, ...], *examples: Example, unless: str = "") -> None:
        """Adds words that stretch an expression of these specs to the left and set its `mod`, unless it starts with certain words."""
        self.modifiers.append(Modifier(f"{self.language}/{name}", pattern, mod, to, unless, examples))

    def add_all(self, *books: "Rulebook") -> "Rulebook":
        """This book with the rules of others after its own."""
        for book in books:
            for rule in book.rules:
                self._add(rule)
            self.modifiers += book.modifiers
        return self

    def _add(self, rule: Rule) -> None:
        self.rules.append(replace(rule, order=len(self.rules)))

    def compiled(self) -> "Index":
        """The book made ready for scanning: each rule filed under the words it can start with."""
        return Index(self.rules)


@cache
def _lead(after: str) -> "re.Pattern[str]":
    return compile_pattern(rf"(?<!\w)(?:{after})", r"\Z")


@cache
def compile_pattern(pattern: str, stop: str = r"(?!\w)") -> "re.Pattern[str]":
    """A rule's pattern as a regex: a blank takes any short white space, `'` also the curly one; case is ignored."""
    return re.compile(translate(pattern) + stop, re.IGNORECASE)


def translate(pattern: str) -> str:
    """The pattern with blanks and apostrophes spelt out."""
    out, inside, escaped = [], False, False
    for char in pattern:
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == "[":
            inside = True
        elif char == "]":
            inside = False
        elif char == " ":
            out.append(r"\s" if inside else r"(?:\s{1,9})")
            continue
        elif char == "'":
            out.append("'’" if inside else "['’]")
            continue
        out.append(char)
    return "".join(out)


class Index:
    """Rules filed under the first one or two words they can start with, so that a rule runs only where it may match."""

    def __init__(self, rules: list[Rule]):
        self.rules = rules
        self.first: dict[str, tuple[list[Rule], dict[str, list[Rule]]]] = {}
        for rule in rules:
            for first, second in {_pair(start) for start in rule.starts} or heads(translate(rule.pattern), rule.name):
                always, pairs = self.first.setdefault(first, ([], {}))
                (always if not second else pairs.setdefault(second, [])).append(rule)

    def candidates(self, text: str) -> Iterator[tuple[int, int, Rule, "re.Match[str]"]]:
        """Every match of every rule, from left to right: start, stop, rule, match."""
        tokens = TOKEN.finditer(text)
        token = next(tokens, None)
        while token is not None:
            following = next(tokens, None)
            entry = self.first.get(key(token.group()))
            if entry is not None:
                always, pairs = entry
                start = token.start()
                if start and (text[start - 1].isalnum() or text[start - 1] in "#@_"):
                    token = following
                    continue
                rules = always
                if pairs and following is not None and (more := pairs.get(_between(text, token.end()) + key(following.group()))):
                    rules = always + more
                for rule in rules:
                    match = rule.match(text, start)
                    if match is not None:
                        yield match.start(), match.end(), rule, match
            token = following


def key(word: str) -> str:
    return "#" * min(len(word), 5) if word[0].isdecimal() else word.lower()


def _pair(start: str) -> tuple[str, str]:
    first, blank, second = start.partition(" ")
    return first, blank + second


def _between(text: str, stop: int) -> str:
    """What follows a token: a mark, a blank for any white space, nothing between a number and a letter."""
    char = text[stop]
    return "" if char.isalnum() else " " if char.isspace() else char


def _broken(match: "re.Match[str]") -> bool:
    """Whether a match runs over the end of a paragraph."""
    words = match.group()
    return "\n" in words and re.search(r"\n[^\S\n]*\r?\n", words) is not None


def heads(pattern: str, name: str) -> set[tuple[str, str]]:
    """The first token, and what follows it with the second, that a text matched by the pattern can start with; `#` stands for a digit.

    "" as the second is anything.

    Raises: ValueError if the pattern can start with anything, which would make the rule run at every word.
    """
    found = set()
    for state, firsts in _walk(sre_parse.parse(pattern, re.IGNORECASE), {_State("", False, False, ""): frozenset()}).items():
        if not state.second and not state.partial:
            raise ValueError(f"rule {name} can start with anything; begin its pattern with a word")
        second = state.mark + state.partial if state.partial else ""
        found |= {(first, second) for first in firsts} if state.second else {(state.partial, "")}
    singles = {first for first, second in found if not second}
    return {(first, second) for first, second in found if not second or first not in singles}


class _State(NamedTuple):
    """Where a walk through a pattern is: the token being built, whether it is the second and whole, and what stands before it."""

    partial: str
    second: bool
    done: bool
    mark: str


_Walk = dict[_State, frozenset[str]]  # a state → the first tokens that lead to it


def _merged(walks: Iterable[_Walk]) -> _Walk:
    merged: _Walk = {}
    for walk in walks:
        for state, firsts in walk.items():
            merged[state] = merged.get(state, frozenset()) | firsts
    return merged


def _walk(parsed: Any, states: _Walk) -> _Walk:
    """The states reachable through a parsed pattern."""
    done = []
    for op, argument in parsed:
        done.append({state: firsts for state, firsts in states.items() if state.done})
        states = {state: firsts for state, firsts in states.items() if not state.done}
        if not states:
            break
        states = _step(op, argument, states)
    return _merged([*done, states])


def _step(op: Any, argument: Any, states: _Walk) -> _Walk:
    if op in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
        return states
    if op is sre.SUBPATTERN:
        return _walk(argument[3], states)
    if op is sre.BRANCH:
        return _merged(_walk(branch, states) for branch in argument[1])
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        low, high, inner = argument
        reached = [states] if low == 0 else []
        for turn in range(1, min(int(high), max(int(low), 5)) + 1):
            states = _walk(inner, states)
            if turn >= low:
                reached.append(states)
        return _merged(reached)
    if op is sre.ATOMIC_GROUP:
        return _walk(argument, states)
    if op is sre.LITERAL:
        return _merged(_take(state, firsts, chr(argument)) for state, firsts in states.items())
    if op is sre.IN:
        characters = _characters(argument)
        return _merged(_take(state, firsts, char) for state, firsts in states.items() for char in characters)
    return _merged(_take(state, firsts, "") for state, firsts in states.items())


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
    kind = "#" if char.isdecimal() else char.lower() if char.isalpha() else ""
    partial = state.partial
    whole = partial != "" and char != "" and (not kind or (partial[-1] == "#") != (kind == "#"))
    if not char:  # the token may go on in any way, so only a first token that is whole already is known
        return {_State("", state.second, True, ""): firsts}
    if whole and state.second:
        return {state._replace(done=True): firsts}
    if whole:
        mark = "" if kind else " " if char.isspace() else char
        return {_State(kind, True, False, mark): frozenset([partial])}
    if not kind:
        return {state: firsts}
    return {state._replace(partial=partial + kind if partial != "#####" else partial): firsts}
