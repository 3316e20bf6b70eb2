"""The grammar of sentences, with what the model is known to get wrong mended."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.events.inflect import FINITE
from timeline.events.mending import mishung, rehung
from timeline.events.model import doc_of, docs_of
from timeline.events.sentences import CELLS, Sentence, is_row

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ODD = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069]")
# A word that is parted at the end of a line, or by a soft hyphen, is one word.
_GAPS = re.compile(r"(?<=[a-z]{2})(?:-[^\S\n]*\n\s*|\xad\s*)(?=[a-z]{2})|\s+")
# Headlines say "Macron to visit Beijing" for "Macron will".
_TO_COME = re.compile(r"(?:[A-Z][\w.’'-]*,? (?:and )?){1,4}(to) (?!the |a |an )[a-z]+\b(?![^\n]*[.!?;:]\s*\Z)")
_PRESENT = frozenset(("rules", "orders", "claims", "reports", "demands", "states", "notes", "decrees", "votes", "pledges"))
_UNEVEN = re.compile(r"\s\s|[^\S ]|\xad")


@dataclass(frozen=True, slots=True, eq=False)
class Parsed:
    """A parsed sentence; `origins[i]` is the place in the article of character i of the parsed text."""

    sentence: Sentence
    doc: Doc
    origins: Sequence[int]
    starts: Sequence[int]  # of the tokens, in the article
    stops: Sequence[int]

    def start(self, token: Token) -> int:
        """The first character of a token in the article."""
        return self.starts[token.i]

    def stop(self, token: Token) -> int:
        """The first character after a token in the article."""
        return self.stops[token.i]

    def between(self, start: int, stop: int) -> list[Token]:
        """The tokens that touch these characters of the article."""
        return [self.doc[i] for i in range(bisect_right(self.stops, start), bisect_left(self.starts, stop))]


def parse(
    text: str, sentences: Iterable[Sentence], pauses: frozenset[int] = frozenset(), begins: Mapping[Sentence, int] | None = None
) -> Iterator[Parsed]:
    """The sentences with their grammar, in order; `begins` says where the clause begins in those that open with a label ("1973 — …").

    At `pauses` the parser is given a comma that the text lacks: "On 12 March 1999 Poland joined …" has the day hung on Poland otherwise.
    """
    wanted = list(sentences)
    starts = [(begins or {}).get(s, s.start) for s in wanted]
    plain = [_plain(text[at : s.stop], at, sorted(p for p in pauses if at < p < s.stop)) for s, at in zip(wanted, starts, strict=True)]
    docs = docs_of(words for words, _ in plain)
    for sentence, doc, (_, origins) in zip(wanted, docs, plain, strict=True):
        starts = [origins[token.idx] for token in doc]
        stops = [origins[token.idx + len(token) - 1] + 1 for token in doc]
        yield Parsed(sentence, _mended(doc), origins, starts, stops)


def _joins_verb(noun: Token) -> bool:
    """Whether a noun is coordinated with a verb, which says that the word before it ("and reimposed sanctions") was the verb."""
    return noun.dep_ == "conj" and noun.pos_ == "NOUN" and noun.head.pos_ == "VERB"


def _after_verb_in_capitals(word: Token) -> bool:
    """Whether a name in capitals before the word was taken for a verb ("ECOWAS closed borders")."""
    name = word.head.head
    taken = name.tag_ == "VB" or (name.tag_ == "NNP" and word.head.dep_ == "dobj")
    return word.i == name.i + 1 and taken and name.text.isupper()


def _is_the_verb(word: Token) -> bool:
    """Whether what was read as an adjective is the verb: "Trump imposed tariffs", "Hundreds of supporters in green waved flags"."""
    if (
        word.tag_ not in ("VBD", "VBN")
        or not word.lower_.endswith("ed")
        or word.i == 0
        or word.nbor(-1).is_punct
        or not word.text.islower()
    ):
        return False
    noun = word.head
    if noun.dep_ == "dobj" and noun.head.i == word.i - 1 and noun.head.pos_ in ("NOUN", "PROPN") and noun.head.text[:1].isupper():
        return True
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") and t != word for t in word.doc)
    return word.tag_ == "VBD" and noun.dep_ == "pobj" and not finite and noun.i > word.i


def _says_that(word: Token) -> bool:
    """Whether what was read as a plural is what a body does, in the present of a chronology: "The court rules that …"."""
    if word.lower_ not in _PRESENT or word.i == 0 or word.i + 1 >= len(word.doc) or word.nbor(1).lower_ != "that":
        return False
    return word.dep_ in ("appos", "compound", "ROOT", "conj", "dobj", "pobj") and word.nbor(-1).tag_ in ("NN", "NNP", "NNPS")


def _stripped(word: str) -> str:
    """A dictionary form for a regular past tense that the model did not know as one."""
    stem = word.removesuffix("ed")
    return stem + "e" if stem[-1:] in "sczgvu" else stem[:-1] if stem[-1:] == stem[-2:-1] and stem[-1:] not in "sl" else stem


def _mended(doc: Doc) -> Doc:
    """The sentence parsed again with a plain verb in place of a rare past tense that the model took for something else.

    The small model reads "a rebel offensive overthrew" as three adjectives; with "took" in its place it sees the clause.
    """
    if heads := mishung(doc):
        doc = rehung(doc, heads)
    wrong = {t.i: verb for t in doc if (verb := FINITE.get(t.lower_)) and t.tag_[:1] not in "VM" and t.text.islower() and t.tag_}
    wrong |= {
        t.i: _stripped(t.lower_)
        for t in doc
        if t.dep_ == "amod" and t.lower_.endswith("ed") and (_after_verb_in_capitals(t) or _joins_verb(t.head))
    }
    wrong |= {t.i: _stripped(t.lower_) for t in doc if t.dep_ == "amod" and _is_the_verb(t)}
    wrong |= {t.i: t.lemma_ for t in doc if t.tag_ == "NNS" and _says_that(t)}
    if not wrong:
        return doc
    from spacy.tokens import Doc as Words

    spaces = [bool(t.whitespace_) for t in doc]
    other = doc_of(["took" if t.i in wrong else t.text for t in doc], spaces)
    if not all(other[i].tag_.startswith("V") for i in wrong):
        return doc
    return Words(
        doc.vocab, words=[t.text for t in doc], spaces=spaces, tags=[t.tag_ for t in other], pos=[t.pos_ for t in other],
        lemmas=[wrong.get(t.i, t.lemma_) for t in other], heads=[t.head.i for t in other], deps=[t.dep_ for t in other],
        ents=[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc],
    )  # fmt: skip


def _plain(text: str, offset: int, pauses: Sequence[int]) -> tuple[str, Sequence[int]]:
    """The text without line breaks, runs of spaces and characters that spaCy cannot hold, and where each character came from."""
    table = is_row(text)
    to_come = _TO_COME.match(text)
    text = _ODD.sub(lambda odd: odd[0] if odd[0] in "\t\n" else " ", text)
    if not pauses and not table and not to_come and not _UNEVEN.search(text):
        return text, range(offset, offset + len(text))
    kept: list[str] = []
    origins: list[int] = []
    at = 0
    cuts = [(p - offset, p - offset, ",") for p in pauses]
    cuts += [(to_come.start(1), to_come.end(1), "will")] if to_come else []
    cuts += [(m.start(), m.end(), " ; ") for m in CELLS.finditer(text)] if table else []
    cuts += [(m.start(), m.end(), "" if m[0].strip() else " ") for m in _GAPS.finditer(text)]
    for start, stop, mark in sorted(cuts, key=lambda cut: (cut[0], cut[2] == " ")):
        if start < at:
            continue
        kept.append(text[at:start] + mark)
        origins += [*range(offset + at, offset + start), *(offset + max(0, start - (mark == ",")) for _ in mark)]
        at = stop
    kept.append(text[at:])
    origins += range(offset + at, offset + len(text))
    return "".join(kept), origins
