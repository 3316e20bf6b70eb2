"""Index: the rules of a language filed under the words beside which they may match, so that a rule runs only there."""

import re
from collections.abc import Callable, Iterator
from itertools import chain

from timeline.dates.heads import TOKEN, Head, heads, key, mark, phrase_heads, tails
from timeline.dates.rules import Rule, translate

Candidate = tuple[int, int, Rule, "re.Match[str]"]


class Filed:
    """A rule in the index: the words one of which must stand before it, if any must, and its regex, compiled when first asked for."""

    __slots__ = ("back", "match", "rule", "words")
    match: "Callable[[str, int], re.Match[str] | None]"

    def __init__(self, rule: Rule):
        words = {last for last, _ in tails(translate(rule.after))} if rule.after else {""}
        self.rule, self.words = rule, None if "" in words else frozenset(words)
        self.back = 1 if rule.pattern.startswith("'") else 0  # an apostrophe is no part of the word that the rule is filed under
        self.match = self._compile

    def _compile(self, text: str, start: int) -> "re.Match[str] | None":
        self.match = self.rule.regex.match
        return self.match(text, start)


class Index:
    """Rules filed under the word they can start with, and under the mark behind that and the next word, as far as these are known."""

    def __init__(self, rules: list[Rule]):
        self.rules = rules
        self.first: dict[str, dict[str, list[Filed]]] = {}
        for rule in rules:
            filed = Filed(rule)
            for first, behind in _heads_of(rule):
                self.first.setdefault(first, {}).setdefault(behind, []).append(filed)
        self.first = {first: _complete(behind) for first, behind in self.first.items()}

    def candidates(self, text: str) -> Iterator[Candidate]:
        """Every match of every rule, from left to right: start, stop, rule, match."""
        small = text.replace("İ", "ı").lower()  # the one letter that grows when made small
        before = word = ""
        start = stop = 0
        for token in chain(TOKEN.finditer(small), [None]):
            following = token.group() if token is not None else ""
            if following.isdecimal():
                following = key(following)
            behind = self.first.get(word)
            if behind is not None and not (start and _glued(small[start - 1])):
                sign = mark(small[stop : stop + 1])
                for filed in behind.get(sign + following) or behind.get(sign) or behind.get("") or ():
                    if filed.words is None or before in filed.words:
                        match = filed.match(text, start - filed.back)
                        if match is not None and filed.rule.takes(match):
                            yield match.start(), match.end(), filed.rule, match
            if token is not None:
                before, word, (start, stop) = word, following, token.span()


def _complete(behind: dict[str, list[Filed]]) -> dict[str, list[Filed]]:
    """The same with the rules for any word added to those for a certain one."""
    return {what: list(dict.fromkeys(filed for less in ("", what[:1], what) for filed in behind.get(less, []))) for what in behind}


def _heads_of(rule: Rule) -> set[Head]:
    """Raises: ValueError if the rule can start with anything, which would make it run at every word."""
    found = {head for phrase in rule.starts for head in phrase_heads(phrase)} or heads(translate(rule.pattern))
    if any(not first for first, _ in found):
        raise ValueError(f"rule {rule.name} can start with anything; begin its pattern with a word")
    return found


def _glued(char: str) -> bool:
    """Whether a word is no word of its own behind this character: it goes on a number, or is a tag or a part of a name in code."""
    return char != " " and (char.isalnum() or char in "#@_")
