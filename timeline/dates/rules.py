"""Rules: how a pattern, what it says and its examples are written once."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cache

from timeline.dates.spec import TimeSpec

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
    narrative: bool | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the function that turns its match into a `TimeSpec`, and the examples it must pass; a guard has no function.

    What rules of `histories` read is a time expression only in a text that is a history.
    """

    name: str
    doc: str
    pattern: str
    read: Read | None
    examples: tuple[Example, ...]
    after: str = ""
    histories: bool = False
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

    def takes(self, match: "re.Match[str]") -> bool:
        """Whether a match of its pattern is the rule's: not empty, in one paragraph, and behind what `after` asks for."""
        start, stop = match.span()
        if start == stop or _broken(match):
            return False
        lead = self.lead
        return lead is None or lead.search(match.string, max(0, start - 48), start) is not None


@dataclass(frozen=True, slots=True)
class Modifier:
    """Words to the left of an expression that belong to it (early, the end of, nearly) and what they add; `part` is a finer `mod`."""

    name: str
    pattern: str
    mod: str
    to: tuple[type, ...]
    unless: str
    examples: tuple[Example, ...]
    part: str = ""


def finds(sentence: str, value: str, *, anchor: str | None = TODAY, when: str | None = None, narrative: bool | None = None) -> Example:
    """An example in which the rule reads what stands in brackets as this TIMEX3 value (and these EDTF days, if given)."""
    return Example(*_unmark(sentence), value, anchor, when, narrative)


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
    """The rules of one language in the order in which they win ties; those of `histories` hold only in texts that are."""

    def __init__(self, language: str, histories: bool = False):
        self.language, self.histories = language, histories
        self.rules: list[Rule] = []
        self.modifiers: list[Modifier] = []

    def rule(self, pattern: str, *examples: Example, after: str = "", starts: Iterable[str] = ()) -> Callable[[Read], Read]:
        """Adds the decorated function as a rule; its name becomes the rule's.

        `after` must stand just before the match. `starts` are the words or phrases that it can
        start with, where a table of names would take long to look through.
        """

        def add(read: Read) -> Read:
            name = f"{self.language}/{read.__name__.strip('_').replace('_', '-')}"
            self._add(Rule(name, (read.__doc__ or "").strip(), pattern, read, examples, after, self.histories, frozenset(starts)))
            return read

        return add

    def guard(self, name: str, pattern: str, *examples: Example, after: str = "") -> None:
        """Adds a pattern that wins a span and gives nothing."""
        self._add(Rule(f"{self.language}/{name}", "Gives nothing.", pattern, None, examples, after))

    def modifier(
        self, name: str, pattern: str, mod: str, to: tuple[type, ...], *examples: Example, unless: str = "", part: str = ""
    ) -> None:
        """Adds words that stretch an expression of these specs to the left and set its `mod`, unless it starts with certain words."""
        self.modifiers.append(Modifier(f"{self.language}/{name}", pattern, mod, to, unless, examples, part))

    def add_all(self, *books: "Rulebook") -> "Rulebook":
        """This book with the rules of others after its own."""
        for book in books:
            for rule in book.rules:
                self._add(rule)
            self.modifiers += book.modifiers
        return self

    def _add(self, rule: Rule) -> None:
        self.rules.append(replace(rule, order=len(self.rules)))


@cache
def _lead(after: str) -> "re.Pattern[str]":
    return compile_pattern(rf"(?<!\w)(?:{after})", r"\Z")


@cache
def compile_pattern(pattern: str, stop: str = r"(?!\w)") -> "re.Pattern[str]":
    """A rule's pattern as a regex: a blank takes any short white space, `'` and dashes also their other forms; case is ignored."""
    return re.compile(translate(pattern) + stop, re.IGNORECASE)


def translate(pattern: str) -> str:
    """The pattern with blanks, apostrophes and dashes spelt out."""
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
            out.append("'’‘" if inside else "['’‘]")
            continue
        elif char == "–":
            out.append("–‒" if inside else "[–‒]")
            continue
        elif char == "-" and not inside and out[-1:] != ["?"]:  # not that of (?-i:
            out.append("[-‑‐]")
            continue
        out.append(char)
    return "".join(out)


def _broken(match: "re.Match[str]") -> bool:
    """Whether a match runs over the end of a paragraph."""
    words = match.group()
    return "\n" in words and re.search(r"\n[^\S\n]*\r?\n", words) is not None
