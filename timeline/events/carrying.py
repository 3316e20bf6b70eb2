"""Dates that are carried on: the parts and results of a dated event in its sentence, and what the next sentences go on to tell of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from timeline.dates.grain import Grain
from timeline.events.arguments import is_speaking, noun_kind
from timeline.events.event import Event
from timeline.events.grammar import TRYING, VERBAL, lemma, own_subject
from timeline.events.reference import Story
from timeline.events.sentences import Sentence
from timeline.events.sharing import Told
from timeline.events.syntax import Parsed
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

Carried = tuple[Parsed, "Token", Event]  # where a word stands, the word, and the event whose date it takes

_FAR = 2  # sentences that may go on about a dated event
_UNREAL = words("will would could may might should can must shall not n't never ’ll 'll has have 've had 's no")
_SAME_TIME = words("as when while where")
_WITHIN = words("in during at")
_PAST = re.compile(
    r"\b(?:said|told|added|was|were|came|went|took|made|met|held|left|fell|gave|sent|shot|struck|hit|broke|ran|rose|spoke|led|found|"
    r"brought|drew|fled|read|blew|[a-z]{2,}ed)\b"
)
_GOES_ON = words("he she it they the this that these those his her its their at more some several dozens hundreds no another")
_TO_COME = words("plan intend hope want agree decide vow pledge promise threaten refuse fail schedule expect prepare order invite set due")
_HARMING = words("kill wound injure die explode detonate rip shatter destroy damage blow tear maim hurt")
_CLAUSES = ("ROOT", "conj", "ccomp", "relcl", "advcl")
_BEARERS = ("nsubj", "nsubjpass", "dobj")
_WEAK = ("", "other", "economy")
_TOLD = words("say tell add read joke continue insist deny argue describe call note warn urge claim")


def lenders(found: Iterable[tuple[Event, Told]]) -> list[tuple[Event, Told]]:
    """The dated events whose day their parts take: those of one day, which are neither denied nor told by another word."""
    return [
        (event, one)
        for event, one in found
        if event.when.is_unit and event.when.grain is Grain.day and not event.of and event.status in ("happened", "planned", "alleged")
        and one.timex.type != "SET" and one.parsed.doc.has_annotation("DEP")
    ]  # fmt: skip


def following(story: Story, lending: Sequence[tuple[Event, Told]], dated: Collection[Sentence]) -> dict[Sentence, tuple[Event, Told]]:
    """The sentences without a date of their own that may go on about the event dated last before them."""
    starts = [s.start for s in story.sentences]
    found: dict[Sentence, tuple[Event, Told]] = {}
    for event, one in lending:
        today = event.when.start == story.article.published  # what is not dated in a report is of that day anyhow
        if one.second or one.shared or event.status != "happened" or today:
            continue
        at = bisect_right(starts, one.parsed.sentence.start) - 1
        for sentence in story.sentences[at + 1 : at + 1 + _FAR]:
            if sentence in dated or sentence.heading:
                break
            if sentence not in found and _PAST.search(story.text, sentence.start, sentence.stop):
                found[sentence] = (event, one)
    return found


def parts(lending: Iterable[tuple[Event, Told]], timed: Mapping[int, frozenset[int]], taken: set[int]) -> Iterator[Carried]:
    """The other words in the sentences of dated events that tell parts of them; `timed` are tokens of dates, by the id of the parse."""
    for event, one in lending:
        for word in _within(one.head, timed[id(one.parsed)], _others(one, taken)):
            place = one.parsed.start(word)
            if place not in taken:
                taken.add(place)
                yield one.parsed, word, event


def _others(one: Told, taken: set[int]) -> frozenset[int]:
    return frozenset(token.i for token in one.parsed.doc if one.parsed.start(token) in taken and token not in (one.trigger, one.head))


def _within(head: Token, timed: frozenset[int], others: frozenset[int]) -> Iterator[Token]:
    """The verbs and event nouns that share the time of a word: participles, results, purposes, what it happened in."""
    for child in head.children:
        if child.i in others:
            continue
        own = any(token.i in timed for token in child.subtree)
        if child.pos_ in VERBAL:
            if _goes_with(child, head) and not own:
                yield child
                yield from _within(child, timed, others)
        elif child.dep_ == "prep" and child.lower_ in _WITHIN:
            for noun in child.children:
                if noun.dep_ == "pobj" and noun.pos_ == "NOUN" and noun.i not in timed | others and noun_kind(noun) not in ("", "other"):
                    yield noun
        elif child.pos_ == "NOUN" and child.i not in timed and child.dep_ in _BEARERS and not is_speaking(head):
            if noun_kind(child) not in _WEAK and not _unreal(head):
                yield child
            yield from _of_noun(child, timed | others)


def _of_noun(noun: Token, others: frozenset[int]) -> Iterator[Token]:
    """What a noun in the clause did then: "protesters waving flags", "the bombs that killed nine"."""
    for clause in noun.children:
        tells = clause.tag_ == "VBG" or (clause.tag_ == "VBD" and noun_kind(noun))
        if clause.dep_ in ("acl", "relcl") and tells and not _unreal(clause) and not any(token.i in others for token in clause.subtree):
            yield clause


def _goes_with(verb: Token, head: Token) -> bool:
    """Whether a clause tells what goes on with its head: killing nine, and police sealed the street, as he stood there, to demand."""
    if _unreal(verb) or lemma(verb) in TRYING or verb.dep_ not in ("advcl", "conj", "xcomp", "acl", "relcl"):
        return False
    mark = next((c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod") and c.i < verb.i and c.tag_ in ("IN", "WRB")), "")
    if mark and mark not in _SAME_TIME:
        return False
    if verb.tag_ == "VB":
        return head.tag_ in ("VBD", "VBN") and verb.dep_ in ("advcl", "xcomp") and not is_speaking(head) and lemma(head) not in _TO_COME
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(c.dep_ == "auxpass" and c.lower_ in ("was", "were") for c in verb.children)):
        return not (verb.dep_ == "conj" and is_speaking(head)) and (verb.dep_ != "relcl" or bool(noun_kind(head)))
    return verb.tag_ == "VBG" or (verb.tag_ == "VBN" and verb.dep_ == "conj")


def _unreal(verb: Token) -> bool:
    """Whether it did not happen, has yet to happen, or was over before."""
    return any(child.dep_ in ("aux", "neg", "auxpass") and child.lower_ in _UNREAL for child in verb.children)


def goes_on(story: Story, parsed: Parsed, before: tuple[Event, Told]) -> Token | None:
    """The main verb of a sentence that goes on about the event before it; None if it tells something else."""
    event, one = before
    if not parsed.doc.has_annotation("DEP"):
        return None
    root = next((token for token in parsed.doc if token.dep_ == "ROOT"), None)
    if root is None or root.pos_ != "VERB" or not _is_past(root):
        return None
    subject = own_subject(root)
    if subject is None:
        return None
    speaks = is_speaking(root) or lemma(root) in _TOLD
    spoke = is_speaking(one.head) or event.kind == "statement"
    alike = _same(story, parsed, subject, one)
    if speaks:
        return root if spoke and alike else None
    first = subject.left_edge.lower_
    return root if alike or (not spoke and (first in _GOES_ON or subject.tag_ in ("NNS", "CD"))) else None


def _is_past(verb: Token) -> bool:
    """Whether a verb tells what happened: "left", "were killed", "were talking"."""
    if _unreal(verb):
        return False
    was = any(child.dep_ in ("aux", "auxpass") and child.lower_ in ("was", "were") for child in verb.children)
    return verb.tag_ == "VBD" or (verb.tag_ in ("VBN", "VBG") and was)


def results(parsed: Parsed, lending: Sequence[tuple[Event, Told]]) -> Iterator[tuple[Token, Event]]:
    """Who was killed and what was destroyed, in a sentence without a date, where the text dates the attacks in it to one day."""
    violent = [event for event, _ in lending if event.kind in ("attack", "disaster") and event.status == "happened"]
    if len({event.when for event in violent}) != 1 or not parsed.doc.has_annotation("DEP"):
        return
    for verb in parsed.doc:
        if verb.pos_ != "VERB" or lemma(verb) not in _HARMING or verb.dep_ not in _CLAUSES or _unreal(verb):
            continue
        if verb.tag_ in ("VBD", "VBN") or (verb.tag_ == "VBG" and verb.dep_ == "advcl"):
            yield verb, violent[0]


def _same(story: Story, parsed: Parsed, subject: Token, one: Told) -> bool:
    """Whether the subject is he, she or they, or somebody named in the sentence before."""
    if subject.tag_ == "PRP" and subject.lower_ in ("he", "she", "they"):
        return True
    start, stop = parsed.start(subject.left_edge), parsed.stop(subject.right_edge)
    named = {word for word in story.text[start:stop].split() if word[:1].isupper() and len(word) > 3}
    there = story.text[one.parsed.sentence.start : one.parsed.sentence.stop]
    return any(re.search(rf"\b{re.escape(word)}\b", there) for word in named if word.lower() not in _GOES_ON)
