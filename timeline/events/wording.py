"""The words of a title: tokens written in the order of the text, with names whole, marks where they belong and references replaced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from timeline.events.pronouns import Meant, many
from timeline.events.reference import Story
from timeline.events.syntax import Parsed
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_ANOTHER = re.compile(r"\b[Tt]he \w|(?<=[a-z,] )[A-Z]\w")  # what "it" may be as well
_QUOTES = ("``", "''", "“", "”", '"')
_POINTING = words("this that these those such both")
_LOOSE = words("its their")  # whose owner nobody knows: "Its last officers went home" is told as "the last officers"


class Wording:
    """Writes tokens of one sentence; `subject` is the token that is the subject of the clause told, `told` the event word."""

    def __init__(self, parsed: Parsed, story: Story, timed: frozenset[int], told: Token) -> None:
        self.parsed, self.story, self.timed, self.told = parsed, story, timed, told
        self.doc = parsed.doc
        self.subject = -1

    def words(self, tokens: Iterable[Token], changed: Mapping[int, str] | None = None, opens: bool = False) -> str:
        """Tokens as words in the order of the text; `changed` are words put in the place of a token, `opens` says they begin a title."""
        kept = self._whole({t.i: t for t in tokens})
        while kept and kept[max(kept)].dep_ in ("prep", "det", "cc", "mark", "predet") and len(kept) > 1 and kept[max(kept)].is_alpha:
            kept.pop(max(kept))
        replaced = self._replaced(kept, dict(changed or {}))
        if opens and kept:
            self._opened(kept, replaced)
        for i in list(kept):
            if self.doc[i].lower_ in ("least", "most") and i > 0 and self.doc[i - 1].lower_ == "at":
                kept[i - 1] = self.doc[i - 1]
        self._marked(kept)
        for i in [i for i in kept if (self.doc[i].is_quote or self.doc[i].text in _QUOTES) and self.doc[i].dep_ != "case"]:
            kept.pop(i)
        return self._written(kept, replaced)

    def _replaced(self, kept: dict[int, Token], replaced: dict[int, str]) -> dict[int, str]:
        """The words that stand for references, by the token they replace; what belonged to the reference is dropped."""
        for i in sorted(kept):
            token = kept.get(i)
            if token is None or i in replaced or not (meant := self._meant(token)):
                continue
            for inner in token.subtree:
                if inner.i < i:
                    kept.pop(inner.i, None)
            owner = next((c for c in token.children if c.dep_ == "case"), None)
            if owner is not None:
                kept.pop(owner.i, None)
                meant = _owning(meant)
            replaced[i] = meant
        return replaced

    def _opened(self, kept: dict[int, Token], replaced: dict[int, str]) -> None:
        """No title opens with what points out of it: "That deal" is told as "the deal"."""
        first = kept[min(kept)]
        pointing = first.lower_ in _POINTING and first.dep_ == "det" or first.tag_ == "PRP$" and first.lower_ in _LOOSE
        if first.i not in replaced and pointing and first.head.i in kept and first.head.i > first.i:
            replaced[first.i] = "the"
        elif first.tag_ == "PRP$" and first.i not in replaced and any(c.dep_ == "appos" and c.i in kept for c in first.head.children):
            kept.pop(first.i)  # "his deputy, Ebrahim Raisi,"

    def _whole(self, kept: dict[int, Token]) -> dict[int, Token]:
        """The tokens, with the rest of every name and of every hyphened word of which one is kept."""
        spans = [(n.start, n.stop) for n in self.story.names_in(self.parsed.sentence.start, self.parsed.sentence.stop)]
        named = [self.parsed.between(*span) for span in spans] + [list(e) for e in self.doc.ents if e.label_ == "PERSON"]
        for name in named:
            if any(t.i in kept for t in name) and not any(t.i in self.timed for t in name):
                kept.update((t.i, t) for t in name)
        for i in [i for i in kept if i > 1 and self._is_versus(i)]:  # "Jesner v. Arab Bank"
            at = i - 1
            while at > 0 and self.doc[at - 1].pos_ == "PROPN" and at - 1 not in self.timed:
                at -= 1
            kept.update((n, self.doc[n]) for n in range(at, i))
        for i in list(kept):
            for step in (-1, 1):  # "so-called", "solid-fuel"
                while 0 < i + step < len(self.doc) - 1 and self._joined(self.doc[i + step], self.doc[i]) and i + step not in self.timed:
                    i += step
                    kept[i] = self.doc[i]
        return kept

    def _is_versus(self, i: int) -> bool:
        return self.doc[i].lower_ in ("v.", "v", "vs.", "vs") and self.doc[i - 1].pos_ == "PROPN"

    @staticmethod
    def _joined(word: Token, beside: Token) -> bool:
        """Whether a word and the one beside it are glued by a hyphen."""
        left, right = (word, beside) if word.i < beside.i else (beside, word)
        return not left.whitespace_ and (left.text == "-" or right.text == "-") and not left.is_space

    def _marked(self, kept: dict[int, Token]) -> None:
        """Adds the marks that stand between kept words: hyphens and the commas of lists, not those around asides."""
        order = sorted(kept)
        for left, right in zip(order, order[1:], strict=False):
            mark = self.doc[left + 1]
            dropped = [self.doc[i] for i in range(left + 2, right)]
            inside = all(word.dep_ in ("amod", "det", "compound", "advmod") and word.head.i in kept for word in dropped)
            if left + 1 < right and inside and (mark.text == "," or not dropped) and self._stays(mark, self.doc[right]):
                kept[left + 1] = mark

    @staticmethod
    def _stays(mark: Token, after: Token) -> bool:
        if mark.text != ",":
            return mark.is_punct and mark.dep_ != "case" and mark.text not in "()[].;:–—"
        return any(child.dep_ == "conj" and child.i > mark.i for child in mark.head.children) or after.dep_ == "amod"

    def _written(self, kept: Mapping[int, Token], replaced: Mapping[int, str]) -> str:
        out: list[str] = []
        last: Token | None = None
        for i in sorted(kept):
            token = kept[i]
            glued = last is not None and last.i == i - 1 and not last.whitespace_ and last.i not in replaced
            if out and not glued and not (token.is_punct and token.text in ",.;:") and not token.text.startswith(("'s", "’s")):
                out.append(" ")
            if last is not None and last.lower_ in ("a", "an") and last.i < i - 1:  # a word between was dropped
                at = max(n for n, piece in enumerate(out) if piece.strip())
                out[at] = out[at][0] + ("n" if token.text[:1] in "aeiouAEIO" else "")
            out.append(replaced.get(i, token.text))
            last = token
        return "".join(out)

    def _meant(self, token: Token) -> str:
        """What is written for a reference; empty where the word itself says it."""
        if token.tag_ == "WP$":
            return self._whose(token)
        if token.pos_ == "PRON" and token.tag_ != "PRP$" and token.i != self.subject:
            return self._taken(token)
        if token.pos_ not in ("PRON", "DET", "NOUN", "PROPN", "ADJ") and token.lower_ != "one" or token.tag_ in ("WP", "WDT"):
            return ""
        if token.tag_ == "PRP$" and not self._owns_openly(token):
            return ""
        meant: Meant | None = self.story.meant(self.parsed, token)
        if meant is None or token.i == self.subject and self._acted_on(meant):
            return ""
        return _owning(meant.words) if token.tag_ == "PRP$" else meant.words

    def _taken(self, token: Token) -> str:
        """Who "him" is, and what "it" and "them" are where a verb takes them, if the sentence before tells of nothing else."""
        if token.lower_ in ("him", "her") and token.dep_ in ("dobj", "pobj", "dative"):
            person = self.story.meant(self.parsed, token)
            return person.words if person is not None else ""
        if token.dep_ != "dobj" or token.lower_ not in ("it", "them"):
            return ""
        start, text = self.parsed.sentence.start, self.story.text
        before = self.parsed.start(token)
        meant = self.story.meant(self.parsed, token) if token.lower_ == "it" else many(self.story, self.parsed.sentence, before)
        if meant is None:
            return ""
        word = meant.words.removeprefix("the ")
        at = text.rfind(word, self.story.earlier(start, 2), start)
        if at < 0 or word in text[start:before] or _ANOTHER.search(text, at + len(word), start):
            return ""
        article = "the " if text[max(0, at - 4) : at].lower() == "the " and not meant.words.startswith("the ") else ""
        return article + meant.words

    def _acted_on(self, meant: Meant) -> bool:
        """Whether the words name what the verb takes, so that they cannot be its subject: "he married Sally Hayfron"."""
        after = "".join(t.text_with_ws for c in self.told.children if c.dep_ in ("dobj", "dative") for t in c.subtree)
        return meant.words in after

    def _owns_openly(self, token: Token) -> bool:
        """Whether "his" stands where a reader of the title asks whose: with the subject or the event, not after the owner was named."""
        if token.dep_ != "poss":
            return token.i == 0
        return token.i == 0 or token.head.i == self.subject or token.head == self.told or self._is_first(token)

    def _is_first(self, token: Token) -> bool:
        return token.head.dep_ in ("nsubj", "nsubjpass") and (self.subject < 0 or token.i < self.subject)

    def _whose(self, token: Token) -> str:
        """For "China, whose minister came" China's."""
        clause = next((word for word in token.ancestors if word.dep_ == "relcl"), None)
        owner = clause.head if clause is not None else None
        if owner is None or owner.pos_ not in ("NOUN", "PROPN"):
            return ""
        kept = [t for t in owner.subtree if t.i <= owner.i and t.i not in self.timed and (t.head == owner or t == owner)]
        return _owning("".join(t.text_with_ws for t in kept).strip())


def _owning(words: str) -> str:
    return words + ("'" if words.endswith("s") else "'s")


def finished(words: str) -> str:
    """Sentence case, single spaces, no mark left at the ends."""
    words = " ".join(words.split()).strip(' ,;:–—-_"')
    words = words.removesuffix(".") if words.endswith(".") and not words[-3:-1].isupper() and words[-4:-2] != ".S" else words
    return words[:1].upper() + words[1:]


def lowered(words: str, tokens: Iterable[Token]) -> str:
    """Words from the head of a sentence, as they stand within one."""
    first = min(tokens, key=lambda t: t.i, default=None)
    plain = first is not None and first.pos_ not in ("PROPN", "ADJ") and not first.ent_type_ and first.text != "I"
    return words[:1].lower() + words[1:] if plain else words
