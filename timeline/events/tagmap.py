"""Tag map: what spaCy's attribute ruler says of a tag and a word, remembered, since matching its patterns anew takes a tenth of parsing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_ASKED = {"TAG", "LOWER", "DEP", "IS_SPACE"}


class TagMap:
    """Stands in for the ruler: asks it about words, tags and relations that it has not met together, and whenever patterns span words.

    Those of one token hang on its tag, its relation and, for some words, on which word it is; so their answers can be kept.
    """

    def __init__(self, ruler: AttributeRuler, vocab: Vocab) -> None:
        from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, POS, TAG

        self.ruler, self.strings = ruler, vocab.strings
        self.asked, self.told = [TAG, LOWER, DEP, IS_SPACE], [POS, LEMMA, MORPH]
        patterns = _patterns(ruler)
        spanning = [pattern[0] for pattern in patterns if len(pattern) > 1]
        literal = {word for pattern in patterns for token in pattern for word in _words(token)}
        self.named = {self.strings.add(word) for word in literal}
        self.opening = {self.strings.add(word) for token in spanning for word in _words(token)}
        self.relations = {self.strings.add(token["DEP"]) for token in spanning if isinstance(token.get("DEP"), str)}
        shapes = [token["LOWER"]["REGEX"] for pattern in patterns for token in pattern if "REGEX" in _options(token.get("LOWER"))]
        self.shapes = re.compile("|".join(shapes) or r"(?!)")
        self.classes: dict[int, int] = {}  # a word → itself where a pattern names it, 0 where none does, −1 where the ruler must look
        self.known: dict[tuple[int, ...], tuple[int, ...]] = {}

    @staticmethod
    def suits(ruler: AttributeRuler) -> bool:
        """Whether the ruler's patterns ask nothing but tags, words and relations."""
        patterns = _patterns(ruler)
        plain = all(set(token) <= _ASKED for pattern in patterns for token in pattern)
        return plain and all({"LOWER", "DEP"} & set(pattern[0]) for pattern in patterns if len(pattern) > 1)

    def __call__(self, doc: Doc) -> Doc:
        """The sentence with parts of speech, features and those lemmas that the ruler gives."""
        keys = [(tag, self._class(word), dep, space) for tag, word, dep, space in doc.to_array(self.asked).tolist()]
        if any(word < 0 or space or dep in self.relations for _, word, dep, space in keys):
            return self.ruler(doc)
        plain = [key[:3] for key in keys]
        if not all(key in self.known for key in plain):
            doc = self.ruler(doc)
            self.known.update((key, tuple(answer)) for key, answer in zip(plain, doc.to_array(self.told).tolist(), strict=True))
            return doc
        from numpy import array

        answers: Any = array([self.known[key] for key in plain], dtype="uint64")
        return doc.from_array(self.told, answers)

    def _class(self, word: int) -> int:
        found = self.classes.get(word)
        if found is None:
            odd = word in self.opening or self.shapes.match(self.strings[word]) is not None
            found = self.classes[word] = -1 if odd else word if word in self.named else 0
        return found


def _patterns(ruler: AttributeRuler) -> list[list[dict[str, Any]]]:
    rules: Any = ruler.patterns
    return [pattern for rule in rules for pattern in rule["patterns"]]


def _options(asked: Any) -> Mapping[str, Any]:
    return asked if isinstance(asked, dict) else {}


def _words(token: Mapping[str, Any]) -> Sequence[str]:
    """The words that a token of a pattern names."""
    asked = token.get("LOWER")
    if isinstance(asked, str):
        return [asked]
    return [word for key in ("IN", "NOT_IN") for word in _options(asked).get(key, ())]
