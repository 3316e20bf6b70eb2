"""Which words of a phrase a title keeps: less and less, from level 0 to level 5, until it is short enough."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from timeline.events.arguments import is_speaking
from timeline.events.grammar import VERBAL, attempted, lemma
from timeline.events.phrases import KINDS_OF_PLACE
from timeline.events.syntax import Parsed
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASIDE = words(
    "according amid despite ahead following after before since until like unlike including because besides except given due "
    "considering regarding concerning while once as via per "
)
_GOALS = words("to into from against with of on out off over between for by at in")
_TIGHT = words("of between to into from against by")
_KEPT_ADVERBS = words(
    "not never n't short back together apart down up out off away home abroad no longer jointly unilaterally formally officially "
    "unlawfully illegally"
)
_VERB_WORDS = ("aux", "auxpass", "neg", "prt", "dobj", "obj", "attr", "acomp", "oprd", "dative", "agent", "expl")
_OPENERS = words("when after as because once while before")
_EMPTY = words("come go break occur happen appear start begin end follow arise emerge arrive stand remain continue collapse fail move turn")
_BESIDE = words("according including like unlike per besides except")  # prepositions that never complete a clause
_DEEP = 3  # from this level on a phrase within a phrase keeps only "of"
_NAMING = words("know describe regard see recognise recognize treat name define brand label")
_LONGEST_NAME = 4  # words
_OBJECTS = ("dobj", "obj", "attr", "acomp", "oprd", "dative", "ccomp", "xcomp")
_NOUN_WORDS = ("amod", "compound", "nmod", "poss", "nummod", "case", "quantmod", "det", "predet", "preconj", "nn", "neg", "number", "hmod")


class Pruner:
    """Picks the words of one sentence; `timed` are the tokens of its time expressions, `must` those that stay whatever they are."""

    def __init__(self, parsed: Parsed, timed: frozenset[int], level: int, must: frozenset[int] = frozenset()) -> None:
        self.parsed, self.timed, self.level, self.must = parsed, timed, level, must
        self._inner = False

    def phrase(self, head: Token) -> list[Token]:
        """The words of a noun phrase, or of any word with what it keeps."""
        named = self._name_beside(head)
        if named is not None and head.tag_[:2] != "NN":
            return self.phrase(named)  # "the first of them, Liaquat Ali Khan,"
        kept = [head]
        for child in head.children:
            if child == named:
                kept += [t for t in child.subtree if t.ent_type_ == "PERSON"] or [t for t in child.subtree if t.i <= child.i]
            elif self._keeps(child, head) and not (named is not None and self._gives_way(child, named)):
                if child.dep_ == "xcomp":
                    kept += self._embedded(child)
                    continue
                clause = (
                    child.pos_ in VERBAL
                    and child.dep_ not in ("amod", "compound", "nmod", "poss")
                    and not (child.dep_ == "conj" and head.dep_ == "amod")
                )
                free = clause and child.dep_ == "pcomp"  # "in what became known as the Green March"
                kept += self._embedded(child) if free else self.predicate(child) if clause else self.phrase(child)
        return kept

    def _name_beside(self, role: Token) -> Token | None:
        """The name in "the prime minister, Imran Sarwar," and "a UN mission, Minurso,": a title says "prime minister Imran Sarwar"."""
        if self.level > 2 or role.pos_ not in ("NOUN", "ADJ", "NUM", "PRON") or role.tag_ == "PRP" or role.ent_type_ == "NORP":
            return None
        for child in role.children:
            if child.dep_ == "appos" and child.i > role.i and child.pos_ == "PROPN" and child.i not in self.timed:
                person = child.ent_type_ == "PERSON"
                name = child.left_edge.i >= role.i and len([t for t in child.subtree if not t.is_punct]) <= _LONGEST_NAME
                bare = not any(c.dep_ in ("det", "prep", "relcl", "acl", "conj", "appos", "poss") for c in child.children)
                if person or name and bare and role.pos_ == "NOUN" and child.left_edge.text != "Operation":
                    return child
        return None

    @staticmethod
    def _gives_way(child: Token, named: Token) -> bool:
        """Whether an article is dropped before a name: "a UN mission, Minurso", but "the capital Sanaa"."""
        person = named.ent_type_ == "PERSON" and lemma(named.head) not in KINDS_OF_PLACE
        return child.dep_ == "det" and (person or child.lower_ in ("a", "an"))

    def predicate(self, verb: Token) -> list[Token]:
        """A verb with its own words, its objects and what completes it; without its subject unless the clause is embedded."""
        kept = [verb]
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass", "csubj"):
                if self._inner and (verb.dep_ in ("ccomp", "relcl", "advcl") or child.lower_ == "what"):
                    kept += self.phrase(child)
                continue
            if self._completes(child, verb):
                clause = child.dep_ in ("ccomp", "xcomp", "pcomp", "advcl", "relcl") or child.i in self.must and child.pos_ in VERBAL
                kept += self._embedded(child) if clause else self.phrase(child)
                that = next((c for c in child.children if c.dep_ == "mark" and c.lower_ == "that"), None) if child.dep_ == "ccomp" else None
                if that is not None and any(verb.i < token.i < that.i for token in kept):
                    kept.append(that)  # "ruled by nine votes that …": without it the clause would hang in the air
        kept += self._shared_object(verb)
        inner, trier = attempted(verb)
        if inner is not None and trier is not None and trier != verb:  # tried and failed to storm the palace
            kept += [*(child for child in verb.children if child.dep_ == "cc"), *self._embedded(trier)]
        return kept

    def completion(self, word: Token) -> list[Token]:
        """The words of what completes a clause, whatever it hangs on."""
        return self._embedded(word)

    def _shared_object(self, verb: Token) -> list[Token]:
        """For "had set up and armed death squads" what was set up: the object stands with the last of the verbs."""
        other = next((c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.i > verb.i), None)
        if (
            other is None
            or any(c.dep_ in (*_OBJECTS, "prep", "agent", "auxpass") and c.i > verb.i for c in verb.children)
            or verb.tag_ == "VBG"
        ):
            return []
        between = [t for t in verb.doc[verb.i + 1 : other.i] if t.dep_ != "prt"]
        taken = next((c for c in other.children if c.dep_ == "dobj" and c.i > other.i), None)
        if taken is None or [t.lower_ for t in between] not in (["and"], ["or"]) or any(c.dep_ == "prt" for c in other.children):
            return []
        return self.phrase(taken)

    def _embedded(self, verb: Token) -> list[Token]:
        inner = Pruner(self.parsed, self.timed, self.level, self.must)
        inner._inner = True
        return inner.predicate(verb) if verb.pos_ in VERBAL else inner.phrase(verb)

    def _completes(self, child: Token, verb: Token) -> bool:
        dep, word = child.dep_, child.lower_
        if child.i in self.must:
            return True
        if word == "in" and child.i == verb.i + 1 and lemma(verb) == "swear":
            return True
        free = word == "what" and verb.dep_ in ("pcomp", "ccomp")  # "in what became known as"
        relative = child.tag_ in ("WDT", "WP") and not free or (child.lower_ == "that" and dep in ("dobj", "pobj") and verb.dep_ == "relcl")
        if child.i in self.timed or child.is_punct or relative:
            return False
        if dep in ("prep", "agent"):
            return child.i > verb.i and self._wants_prep(child, verb)
        if dep in _VERB_WORDS:
            # "visited Moscow, his first trip abroad": the second object is an aside.
            edge = child.left_edge
            parted = self._comma_before(edge) or edge.i > 0 and edge.nbor(-1).text == "-" and bool(edge.nbor(-1).whitespace_)
            aside = dep in ("dobj", "oprd", "attr") and child.i > verb.i and parted
            return not (aside and any(c.dep_ == "dobj" and c.i < child.i for c in verb.children))
        if dep == "npadvmod":
            return child.i > verb.i and lemma(child) in ("percent", "%", "point", "cent", "pc")  # "fell 7.5 percent"
        if dep in ("xcomp", "ccomp"):
            alone = not any(c.dep_ in ("dobj", "dative") for c in verb.children)
            return child.i > verb.i and (dep == "xcomp" or is_speaking(verb) or self.level < 3 or alone)
        if dep == "advmod":
            if lemma(verb) == "be" and child.i > verb.i and not any(c.dep_ in (*_OBJECTS, "prep") for c in verb.children):
                return True  # "the truce was over"
            return word in _KEPT_ADVERBS or (word in ("more", "less") and self.level == 0)
        if dep == "advcl" and child.i == verb.i + 1 and child.tag_ == "VB":
            return True  # "tore open its hull", "set free the prisoners"
        if dep == "advcl" and child.tag_ == "VB" and self.level < 2 and child.i > verb.i and not self._comma_before(child.left_edge):
            return any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children)  # what it was done for
        if dep in ("npadvmod", "advcl", "parataxis", "conj", "cc", "intj", "meta", "dep", "punct", "appos", "relcl"):
            return False
        return dep in ("pcomp", "pobj", "prt", "nmod", "compound", "det", "amod")

    def _keeps(self, child: Token, head: Token) -> bool:
        dep = child.dep_
        if child.i in self.must:
            return True
        if child.i in self.timed and head.i not in self.timed:
            return False
        if dep == "punct":
            return False
        if dep == "prep":
            return self._wants_prep(child, head)
        if dep == "nsubj":
            return head.dep_ in ("ccomp", "oprd")  # "declared himself head of state"
        if dep == "conj":
            return (
                child.pos_ == head.pos_ or head.dep_ in ("amod", "compound", "nmod") or child.pos_ in ("NOUN", "PROPN") and self.level < 5
            )
        if dep == "cc":
            return any(c.dep_ == "conj" and c.i > child.i and self._keeps(c, head) for c in head.children)
        if dep in ("amod", "advmod", "nummod", "quantmod"):
            return self._wants_modifier(child, head)
        if dep in ("compound", "nmod") and self.level >= 3 and head.ent_type_ == "PERSON" and not self._same_name(child, head):
            return False
        if dep == "appos":
            beside = child.i == head.i + 1 or (child.pos_ == "PROPN" and not self._comma_between(head, child))
            return beside and self.level < 4
        if dep == "acl":
            called = lemma(child) in ("know", "call", "name", "dub", "codename") and child.tag_ in ("VBN", "VBD") and self.level < 2
            if child.tag_ == "VBN" and child.i > head.i and self.level < _DEEP and _is_ranked(head) and not self._comma_before(child):
                return True  # "the first merchant ship sunk in the campaign"
            return called and child.i == head.i + 1 or child.tag_ == "VB" and self.level < 1 and child.i > head.i
        if dep in ("pobj", "pcomp", "dobj", "xcomp", "aux", "npadvmod", "agent", "prt", "attr"):
            return True
        return dep in _NOUN_WORDS

    @staticmethod
    def _same_name(word: Token, head: Token) -> bool:
        """Whether a word before a person is part of the name, not of the office: the name begins no second time between them."""
        return word.ent_type_ == "PERSON" and not any(t.ent_iob_ == "B" or not t.ent_type_ for t in word.doc[word.i + 1 : head.i + 1])

    def _wants_modifier(self, child: Token, head: Token) -> bool:
        if child.dep_ == "advmod":
            return child.lower_ in _KEPT_ADVERBS or head.pos_ == "NUM" or (head.pos_ in ("ADJ", "VERB", "ADV") and child.tag_ != "RB")
        if child.dep_ == "amod":
            return self.level < 3 or child.text[:1].isupper() or child.lower_ in ("nuclear", "military", "civil", "new", "mutual", "armed")
        return True

    def _wants_prep(self, prep: Token, head: Token) -> bool:
        word = prep.lower_
        if prep.i in self.timed or self._only_time(prep):
            return False
        another = any(child.lower_ == "another" for child in prep.children)  # "one blow after another"
        named = word == "as" and (self.level < 3 or lemma(head) in _NAMING)
        if word in _ASIDE and not named and not another:
            return False
        if word == "to" and any(c.dep_ == "pobj" and c.pos_ == "NUM" for c in prep.children) and prep.nbor(-1).lower_ == "votes":
            return any(c.lower_ == "by" and self._wants_prep(c, head) for c in head.children)  # "by 14 votes to one"
        if self._comma_before(prep) and not self._closes_aside(prep, head):
            return False
        if head.pos_ in VERBAL:
            return self.level < 2 or (self.level < 4 and word in _GOALS) or word in _TIGHT or self._alone(prep, head)
        if self.level >= 4 and word == "from" and any(c.lower_ == "to" for c in prep.children):
            return False  # "a flight from Athens to Vilnius"
        within = head.dep_ == "pobj" and head.head.dep_ == "prep" and head.head.head.pos_ not in VERBAL
        if self.level >= _DEEP and word != "of" and within and prep.right_edge.i > prep.i + 2:
            return False  # "agreed on the outlines of measures against potash, oil and tobacco"
        return self.level < 1 or (self.level < 3 and word in _GOALS) or word in _TIGHT or (self.level < 4 and prep.i == head.i + 1)

    @staticmethod
    def _alone(prep: Token, verb: Token) -> bool:
        """Whether a preposition right behind a verb without an object says all that it does: "agreed on trade measures"."""
        if any(c.dep_ in _OBJECTS for c in verb.children):
            return False
        between = verb.doc[verb.i + 1 : prep.i]
        return all(t.dep_ in ("prt", "npadvmod", "advmod") for t in between)

    def _only_time(self, prep: Token) -> bool:
        """Whether a preposition leads to a time expression and to nothing else, so that it goes with it."""
        leads = [c for c in prep.children if c.dep_ in ("pobj", "pcomp", "prep", "nummod", "amod", "npadvmod")]
        return bool(leads) and all(c.i in self.timed or (c.dep_ in ("prep", "pobj") and self._time_noun(c)) for c in leads)

    def _time_noun(self, token: Token) -> bool:
        """Whether the noun only carries a time expression ("the night of 3 May", "the end of 2001")."""
        if lemma(token) in (
            "end",
            "start",
            "beginning",
            "night",
            "morning",
            "evening",
            "day",
            "middle",
            "course",
            "period",
            "time",
            "of",
            "in",
            "on",
        ):
            return any(inner.i in self.timed for inner in token.subtree)
        return False

    def _closes_aside(self, prep: Token, head: Token) -> bool:
        """Whether the comma ends what stood between two commas ("drove Assad, whom they had kept in power, out of Damascus")."""
        return self.level < 2 and any(word.text == "," for word in prep.doc[head.i + 1 : prep.i - 1])

    def _comma_before(self, token: Token) -> bool:
        return token.i > 0 and token.nbor(-1).text in (",", "(", "—", "–", ";")

    def _comma_between(self, left: Token, right: Token) -> bool:
        return any(word.text in (",", "(", "—", "–") for word in left.doc[left.i + 1 : right.left_edge.i + 1])


def _is_ranked(noun: Token) -> bool:
    """Whether a noun is told to be the first or the last of those that what follows it speaks of."""
    return noun.dep_ == "attr" and any(child.dep_ == "amod" and child.lower_ in ("first", "last", "only") for child in noun.children)


def completing(verb: Token, kept: Collection[int], timed: frozenset[int]) -> Iterator[Token]:
    """What follows a bare verb and completes it, nearest first: "after …", "when …", "over …"; nothing that is dated itself."""
    found = [child for child in verb.children if child.i > verb.i and child.i not in kept and child.i not in timed]
    # "came in May 2022, when China vetoed it" has its clause hung on the month.
    months = [t for t in verb.subtree if t.i in timed and t.head.lower_ not in ("until", "till", "since", "from", "to", "through")]
    found += [c for t in months for c in t.children if c.dep_ in ("relcl", "advcl") and c.i > verb.i]
    for child in sorted(found, key=lambda c: c.i):
        if any(t.i in timed and t.i not in (child.i, *opening(child)) for t in child.subtree):
            continue
        clause = child.pos_ in VERBAL and child.dep_ in ("advcl", "relcl")
        if clause and opening(child) or child.dep_ == "advcl" and child.tag_ == "VBG" and is_speaking(child):
            yield child
        elif child.dep_ == "prep" and lemma(verb) in _EMPTY and child.lower_ not in _BESIDE and child.nbor(-1).text != ",":
            yield from (child for inner in child.children if inner.dep_ in ("pobj", "pcomp"))


def opening(clause: Token) -> list[int]:
    """The places of the words that open a clause: "when", "after"."""
    return [c.i for c in clause.children if c.dep_ in ("mark", "advmod") and c.lower_ in _OPENERS and c.i < clause.i]
