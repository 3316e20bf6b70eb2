"""Titles: at most 90 characters, a clause with subject, verb and object in the order of the text, and nothing of time or attribution."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from timeline.dates.spec import Duration
from timeline.events.arguments import is_speaking
from timeline.events.grammar import Clause, clause_of, is_finite, lemma, own_subject
from timeline.events.pruning import Pruner
from timeline.events.reference import Meant, Story
from timeline.events.sharing import Told
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 90
_STRICTEST = 5
_IN_THE_AIR = words(
    "a an the of in on at to for and or but by with from that which who whom whose as its his her their our my your was were "
    "is are be been being has have had do does did will would could should may might must can into over under after before "
    "between against amid since until while when where if than not no both also about around near during within without "
    "through across toward towards upon "
)
_WEAK = words("document report law bill act statement letter article study survey decision plan proposal one")


def title_of(one: Told, story: Story, timed: Iterable[int]) -> str:
    """The title of an event; `timed` are the tokens of the sentence that belong to time expressions."""
    teller = _Teller(one, story, frozenset(timed))
    for level in range(_STRICTEST + 1):
        title = teller.title(level)
        if len(title) <= LONGEST:
            return title
    return shorten(title, story)


def shorten(title: str, story: Story | None = None) -> str:
    """The first words of a title that is too long, neither ending in the air nor within a name."""
    words = title.split(" ")
    while len(" ".join(words)) > LONGEST and len(words) > 1:
        words.pop()
    whole = " ".join(words)
    for name in story.names if story else ():
        at = title.find(name.text)
        if 0 <= at < len(whole) < at + len(name.text):
            words = title[:at].split()
    while len(words) > 1 and (words[-1].lower().strip(".,;:–-\"“”'") in _IN_THE_AIR or words[-1] in ("-", "–", "&", "/")):
        words.pop()
    return _finish(" ".join(words))[:LONGEST]


class _Teller:
    """Makes the titles of one event, from the fullest to the strictest."""

    def __init__(self, one: Told, story: Story, timed: frozenset[int]) -> None:
        self.one, self.story, self.timed = one, story, timed
        self.doc = one.parsed.doc
        self.must: frozenset[int] = frozenset()
        self.subject = -1  # the token that is the subject of the clause told

    def title(self, level: int) -> str:
        one = self.one
        if not self.doc.has_annotation("DEP"):
            return self._plain()
        if one.head.pos_ not in ("VERB", "AUX"):
            return self._noun(one.head, level)
        return self._clause(clause_of(one.head), level)

    def _noun(self, noun: Token, level: int) -> str:
        """The noun with what belongs to it; if that says too little, the clause it stands in."""
        tokens = self._pruner(level).phrase(noun)
        content = [t for t in tokens if t.pos_ in ("NOUN", "PROPN", "ADJ", "VERB", "NUM")]
        bare = len(content) < 2 or (lemma(noun) in _WEAK and len(content) < 3)
        path = list(noun.ancestors)
        finite = next((n for n, word in enumerate(path) if is_finite(word)), None)
        frames = ("since", "after", "before", "following", "during", "until")
        if bare and any(word.lower_ in frames for word in path[: finite or 0]) and (state := self._state()):
            return _finish(f"{noun.text} in {state}")
        if bare and isinstance(self.one.timex.spec, Duration) and self.one.timex.when is not None and self.one.timex.when.stop is None:
            # "to end the nearly three-year conflict": the verb tells another day's event, and the conflict is what continues.
            return _finish(f"the {noun.text} {'continue' if noun.tag_ in ('NNS', 'NNPS') else 'continues'}")
        if bare and finite is not None:
            self.must = frozenset(word.i for word in [noun, *path[:finite]])
            return self._clause(clause_of(path[finite]), level)
        tokens = [t for t in tokens if not (t.dep_ == "det" and t.head == noun and t.i < noun.i)]
        return self._written(tokens, level)

    def _state(self) -> str:
        """The one state that the sentence names, else the one the text is about."""
        sentence = self.one.parsed.sentence
        named = {name.actor for name in self.story.names_in(sentence.start, sentence.stop) if name.actor and not name.bound}
        return next(iter(named)) if len(named) == 1 else self.story.home

    def _clause(self, clause: Clause, level: int) -> str:
        pruner = self._pruner(level)
        verb = clause.verb
        tokens = pruner.predicate(verb)
        if clause.form:  # the form says what "to have" and "having" said
            tokens = [t for t in tokens if not (t.head == verb and t.dep_ in ("aux", "auxpass") and t.i < verb.i)]
        subject = clause.subject
        before: list[Token] = []
        self.subject = subject.i if subject is not None else -1
        if subject is not None:
            before = pruner.phrase(subject)
        after = pruner.phrase(clause.extra) if clause.extra is not None else []
        own = {t.i for t in tokens}
        before = [t for t in before if t.i not in own]
        changed = {verb.i: clause.form} if clause.form else {}
        if subject is not None and (subject.i > verb.i or clause.form or subject.head != verb):
            # A subject taken from elsewhere in the sentence stands in front of the verb.
            return self._joined([self._words(before, level), *self._with_object(verb, tokens, after, level, changed)])
        said = self._said(verb, pruner)
        if said and subject is not None:
            quoted = said[0].i > 0 and (said[0].nbor(-1).is_quote or said[0].nbor(-1).text == "``")
            words = self._lowered(self._words(said, level), said)
            return self._joined([self._words(before, level), verb.text, f"“{words}”" if quoted else words])
        return self._joined(self._with_object(verb, before + tokens, after, level, changed))

    def _with_object(self, verb: Token, tokens: list[Token], after: list[Token], level: int, changed: dict[int, str]) -> list[str]:
        """The words of a clause with an object that stands before it in the text put behind its verb."""
        if not after:
            return [self._words(tokens, level, changed)]
        head = [t for t in tokens if t.i <= verb.i or t.dep_ == "prt"]
        rest = [t for t in tokens if t not in head]
        return [self._words(head, level, changed), self._lowered(self._words(after, level), after), self._words(rest, level)]

    @staticmethod
    def _said(verb: Token, pruner: Pruner) -> list[Token]:
        """What was said, where it stands before the word of saying."""
        if not is_speaking(verb):
            return []
        content = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i and own_subject(c) is not None), None)
        if content is None:
            return []
        subject = own_subject(content)
        words = [*(pruner.phrase(subject) if subject is not None else ()), *pruner.predicate(content)]
        return sorted({t.i: t for t in words}.values(), key=lambda t: t.i)

    @staticmethod
    def _lowered(words: str, tokens: list[Token]) -> str:
        """Words from the head of a sentence, as they stand within one."""
        first = min(tokens, key=lambda t: t.i, default=None)
        plain = first is not None and first.pos_ not in ("PROPN", "ADJ") and not first.ent_type_ and first.text != "I"
        return words[:1].lower() + words[1:] if plain else words

    def _pruner(self, level: int) -> Pruner:
        return Pruner(self.one.parsed, self.timed, level, self.must)

    def _written(self, tokens: list[Token], level: int, changed: dict[int, str] | None = None) -> str:
        return self._joined([self._words(tokens, level, changed or {})])

    def _joined(self, parts: list[str]) -> str:
        return _finish(" ".join(part for part in parts if part))

    def _words(self, tokens: list[Token], level: int, changed: dict[int, str] | None = None) -> str:
        """Tokens as words in the order of the text, with references replaced and with the marks that stand between kept words."""
        kept = {t.i: t for t in self._whole_names(tokens)}
        while kept and kept[max(kept)].dep_ in ("prep", "det", "cc", "mark", "predet") and len(kept) > 1:
            kept.pop(max(kept))
        replaced = dict(changed or {})
        for token in sorted(tokens, key=lambda t: t.i):
            if token.i in kept and token.i not in replaced and (meant := self._meant(token)):
                for inner in token.subtree:
                    if inner.i != token.i and inner.i < token.i:
                        kept.pop(inner.i, None)
                replaced[token.i] = meant
        for i in list(kept):
            if self.doc[i].lower_ in ("least", "most") and i > 0 and self.doc[i - 1].lower_ == "at":
                kept[i - 1] = self.doc[i - 1]
            if i + 2 in kept and i + 1 not in kept and self._stays(self.doc[i + 1]):
                kept[i + 1] = self.doc[i + 1]
        quotes = [i for i in kept if self.doc[i].is_quote or self.doc[i].text in ("``", "''", "“", "”")]
        for i in quotes:
            kept.pop(i)
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

    @staticmethod
    def _stays(mark: Token) -> bool:
        """Whether a mark between two kept words is kept: hyphens and the commas of lists, not those around asides."""
        if mark.text != ",":
            return mark.is_punct and mark.text not in "()[].;:–—"
        return any(child.dep_ == "conj" and child.i > mark.i for child in mark.head.children) or mark.nbor(1).dep_ == "amod"

    def _whole_names(self, tokens: list[Token]) -> list[Token]:
        """The tokens, with the rest of every name of which one is kept."""
        kept = {t.i: t for t in tokens}
        spans = [(n.start, n.stop) for n in self.story.names_in(self.one.parsed.sentence.start, self.one.parsed.sentence.stop)]
        named = [self.one.parsed.between(*span) for span in spans] + [list(e) for e in self.doc.ents if e.label_ == "PERSON"]
        for name in named:
            if any(t.i in kept for t in name) and not any(t.i in self.timed for t in name):
                kept.update((t.i, t) for t in name)
        return list(kept.values())

    def _meant(self, token: Token) -> str:
        if token.pos_ == "PRON" and token.tag_ != "PRP$" and token.i != self.subject:
            return ""  # "Erdogan said he would": it is plain there
        if token.pos_ not in ("PRON", "DET", "NOUN", "PROPN", "ADJ") or token.tag_ in ("WP", "WDT"):
            return ""
        meant: Meant | None = self.story.meant(self.one.parsed, token)
        if meant is None:
            return ""
        if token.tag_ == "PRP$":
            return (
                meant.words + ("'" if meant.words.endswith("s") else "'s")
                if token.i == 0 or token.dep_ == "poss" and (self._is_subject(token.head) or token.head == self.one.head)
                else ""
            )
        return meant.words

    @staticmethod
    def _is_subject(token: Token) -> bool:
        return token.dep_ in ("nsubj", "nsubjpass")

    def _plain(self) -> str:
        """Where there is no grammar: the words of the sentence without those of time."""
        words = [t.text_with_ws for t in self.doc if t.i not in self.timed]
        return _finish(" ".join("".join(words).split()))


def _finish(words: str) -> str:
    """Sentence case, single spaces, no mark left at the ends."""
    words = " ".join(words.split()).strip(' ,;:–—-_"')
    words = words.removesuffix(".") if words.endswith(".") and not words[-3:-1].isupper() and words[-4:-2] != ".S" else words
    return words[:1].upper() + words[1:]
