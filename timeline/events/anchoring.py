"""Dates that carry: "days before he returns", "a week after the coup", and events that are told again without their date."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.dates.datespan import DateSpan
from timeline.dates.grain import Grain
from timeline.dates.resolver import Anchors, resolve
from timeline.dates.spec import Duration, Offset
from timeline.dates.timex import Timex
from timeline.events.arguments import is_speaking, noun_forms, noun_kind, objects, subjects
from timeline.events.event import Event
from timeline.events.grammar import VERBAL, lemma
from timeline.events.kinds import kind_of
from timeline.events.reference import Story
from timeline.events.sentences import Sentence
from timeline.events.sharing import Told
from timeline.events.syntax import Parsed
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATION = re.compile(
    r"\s+(?P<side>before|after|following|preceding|ahead of|prior to|since)\b"
    r"(?!\s(?:the\s)?(?:schedule|time|plan|term|expected|planned|due)\b)",
    re.I,
)
_APPOSED = re.compile(r",\s(?:only\s|just\s|barely\s)?")  # "in 1984, the year after …"
# How far "days", "weeks", "months" reach when nobody counts them: one unit of what comes next.
_NEXT = {"day": (Grain.week, 7), "week": (Grain.month, 31), "month": (Grain.year, 366), "year": (Grain.decade, 3660)}
_HINGES = words("before after ahead prior following since")
# Kinds whose events are told again by a definite noun ("the bombing", "the ceremony") and whose words stand for each other.
_RETOLD = frozenset(
    ("attack", "disaster", "accord", "election", "justice", "invasion", "regime change", "conflict", "diplomacy", "leadership", "protest")
)
_ALL_ALIKE = words("attack disaster")
_TAKEOVERS = ("invasion", "regime change")  # a takeover may be either
_DEFINITE = words("the this that these those its their his her")
_NEVER_DEFINITE = words(
    "a an any no every each some another future possible further more other such similar new next previous earlier past several many "
)
_KILLING = words(
    "kill wound injure die leave rip claim wreck gut shake explode detonate destroy damage shatter collapse hit strike target "
    "shoot attack bomb murder slay assassinate "
)


_SLAYING = words("kill murder slay shoot assassinate")


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """An event that is dated in the text, with the words by which it can be told again."""

    event: Event
    one: Told
    stem: str
    names: frozenset[str]


def sources(story: Story, found: Iterable[tuple[Event, Told]]) -> list[Source]:
    """The dated events that can lend their date: those that happened, on a day or in a month, and are no more than one sentence wide."""
    lending = []
    for event, one in found:
        if (
            event.when.is_unit
            and event.when.grain <= Grain.month
            and event.status == "happened"
            and event.kind in _RETOLD
            and not one.second
        ):
            persons = (person.full for person in story.persons_in(one.parsed.sentence.start, one.parsed.sentence.stop))
            names = frozenset((*event.actors, *event.places, *_objects(one), *persons))
            lending.append(Source(event, one, stem(one.trigger), names))
    return lending


def stem(token: Token) -> str:
    """What "bombing", "bombed" and "bombs" share: enough of the lemma to know the word by."""
    word = lemma(token).removesuffix("ing")
    word = {"shot": "shoot", "slain": "slay", "died": "die", "death": "die", "blew": "blow"}.get(word, word)
    return word[: max(4, min(6, len(word) - 2))]


def _objects(one: Told) -> Iterator[str]:
    if one.head.pos_ in VERBAL:
        yield from (lemma(noun) for noun in objects(one.head) if noun.pos_ == "NOUN")


def anchored(timex: Timex, text: str) -> str:
    """The word by which a length of time is hung on another event ("before", "after"); empty if it is not."""
    spec = timex.spec
    if timex.when is not None or not (isinstance(spec, Duration) or isinstance(spec, Offset) and spec.base == "event"):
        return ""
    match = _RELATION.match(text, timex.stop)
    return match["side"].lower() if match else ""


def hung(story: Story, parsed: Parsed, timex: Timex, here: Sequence[Told], lending: Sequence[Source]) -> Told | None:
    """The event that a length of time dates, counted from the event on the other side of "before" or "after".

    "The visit comes days before he returns" dates the return, counted from the day of publication; "aid stopped three days after
    the takeover" dates the stop, if the takeover is dated in the text; "on Friday, a day after they met" dates the meeting.
    """
    side = anchored(timex, story.text)
    other, main = told_beside(parsed, timex)
    if other is None or main is None or not side:
        return None
    main_is_later = side in ("after", "following", "since")
    beside = next((one for one in here if _APPOSED.fullmatch(story.text, one.timex.stop, timex.start) and one.timex.when), None)
    if beside is not None and beside.timex.when is not None and all(other not in (one.trigger, one.head) for one in here):
        return _counted(parsed, other, timex, beside.timex.when, not main_is_later, beside.timex.certainty)
    known = next((one for one in here if main in (one.trigger, one.head) and one.timex.when), None)
    if known is not None and known.timex.when is not None:
        return _counted(parsed, other, timex, known.timex.when, not main_is_later, known.timex.certainty)
    dated = next((one.timex.when for one in here if other in (one.trigger, one.head)), None)
    if dated is None and (source := _of_hinge(story, parsed, other, lending)):
        dated = source.event.when
    if dated is not None:
        return _counted(parsed, main, timex, dated, main_is_later, "inferred")
    published = story.article.published
    ahead = other.tag_ in ("VBZ", "VBP") or any(
        child.tag_ in ("VBZ", "VBP", "MD") for child in other.children if child.dep_ in ("aux", "auxpass")
    )
    if published is not None and (main.tag_ in ("VBZ", "VBP") or ahead):
        day = DateSpan(published, published + dt.timedelta(1), Grain.day)
        return _counted(parsed, other, timex, day, not main_is_later, "relative")
    return None


def told_beside(parsed: Parsed, timex: Timex) -> tuple[Token | None, Token | None]:
    """The event word that a length of time is counted from ("after the coup"), and the verb that it dates."""
    hinge = next((t for t in parsed.doc if parsed.start(t) >= timex.stop and t.lower_ in _HINGES), None)
    return _sides(hinge) if hinge is not None and parsed.doc.has_annotation("DEP") else (None, None)


def _counted(parsed: Parsed, word: Token, timex: Timex, base: DateSpan, later: bool, certainty: str) -> Told | None:
    when = shifted(timex, base, later=later)
    if when is None:
        return None
    return Told(parsed, word, word, dataclasses.replace(timex, when=when, certainty=certainty, reason=""))


def _of_hinge(story: Story, parsed: Parsed, other: Token, lending: Sequence[Source]) -> Source | None:
    """The dated event that "the takeover" or "soldiers seized power" means: told again, or the only one of its kind."""
    again = _of_noun(story, parsed, other, lending) if other.pos_ not in VERBAL else _of_verb(story, parsed, other, lending)
    if again is not None or other.pos_ not in VERBAL and not _definite(other):
        return again
    kind = kind_of(other)
    kinds = _TAKEOVERS if kind in _TAKEOVERS else (kind,)
    fits = [s for s in lending if s.event.kind in kinds and kind not in ("other", "statement")]
    # What was told last before comes first: the sentence before, then all before, then all.
    here = parsed.start(other)
    near = story.earlier(here, 1)
    for choice in ([s for s in fits if near <= s.event.trigger_start < here], [s for s in fits if s.event.trigger_start < here], fits):
        if len({s.event.when for s in choice}) == 1:
            return choice[0]
    return None


def _sides(hinge: Token) -> tuple[Token | None, Token | None]:
    """The event word behind "before" or "after", and the verb that the whole hangs on."""
    if hinge.dep_ == "mark":
        other = hinge.head
        return other, next((word for word in other.ancestors if word.pos_ in VERBAL), None)
    inner = next((t for t in hinge.subtree if t.dep_ in ("pobj", "pcomp") and t.i > hinge.i), None)
    return inner, next((word for word in hinge.ancestors if word.pos_ in VERBAL), None)


def shifted(timex: Timex, base: DateSpan, *, later: bool) -> DateSpan | None:
    """So much before or after a day; what is not counted reaches over the next larger unit."""
    spec = timex.spec
    if not isinstance(spec, (Duration, Offset)) or base.start is None:
        return None
    if spec.count is not None:
        count = abs(spec.count) if later else -abs(spec.count)
        return resolve(Offset(spec.unit, count, base="previous", later=later), Anchors(base.start, base)).when
    reach = _NEXT.get(spec.unit)
    if reach is None:
        return None
    grain, days = reach
    stop = base.stop or base.start + dt.timedelta(1)
    if later:
        return DateSpan(base.start, stop + dt.timedelta(days - 1), grain, approximate=True)
    return DateSpan(base.start - dt.timedelta(days), stop, grain, approximate=True)


def retelling(story: Story, lending: Sequence[Source], parsed_already: set[Sentence]) -> list[Sentence]:
    """The sentences that hold a word by which a dated event can be told again, and that were not parsed for a date of their own."""
    if not lending:
        return []
    stems = {source.stem for source in lending}
    alike = {source.event.kind for source in lending} & _ALL_ALIKE
    words = "|".join(
        sorted(
            {re.escape(s) for s in stems if len(s) > 2} | {re.escape(n) for kind in alike for n in noun_forms(kind)}, key=len, reverse=True
        )
    )
    pattern = re.compile(rf"\b(?:{words})", re.I)
    return [s for s in story.sentences if s not in parsed_already and not s.heading and pattern.search(story.text, s.start, s.stop)]


def retold(story: Story, parsed: Parsed, lending: Sequence[Source], taken: set[int]) -> Iterator[tuple[Token, Source]]:
    """The words of a sentence that tell a dated event again, with the event whose date they take."""
    if not parsed.doc.has_annotation("DEP"):
        return
    carried = {source.one.trigger.i: source for source in lending if source.one.parsed is parsed}
    for token in parsed.doc:
        if parsed.start(token) in taken or token.pos_ != "NOUN":
            continue
        source = _of_noun(story, parsed, token, lending)
        if source is not None:
            carried[token.i] = source
            yield token, source
    for token in parsed.doc:
        if parsed.start(token) in taken or token.pos_ != "VERB" or is_speaking(token) or _unreal(token):
            continue
        source = next((carried[n.i] for n in _beside(token) if n.i in carried and lemma(token) in _KILLING), None) or _of_verb(
            story, parsed, token, lending
        )
        if source is not None:
            yield token, source


def _beside(verb: Token) -> Iterator[Token]:
    """The nouns that bear what a verb says: its subject, and what it happened in or by."""
    yield from subjects(verb)
    for child in verb.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("in", "by", "during"):
            yield from (inner for inner in child.children if inner.dep_ == "pobj")


def _of_noun(story: Story, parsed: Parsed, noun: Token, lending: Sequence[Source]) -> Source | None:
    kind = noun_kind(noun)
    if kind not in _RETOLD or not (_definite(noun) or noun.dep_ == "compound" and _definite(noun.head)) or _unreal(noun):
        return None
    own = stem(noun)
    alike = {kind, *(_ALL_ALIKE | {"conflict", "invasion"} if kind in ("attack", "disaster", "conflict", "invasion") else ())}
    fits = [s for s in lending if (s.stem == own and s.event.kind in alike) or (s.event.kind == kind and kind in _ALL_ALIKE)]
    return _only(
        fits, own, {n.actor for n in story.names_in(*_reach(parsed, noun))} | {n.place for n in story.names_in(*_reach(parsed, noun))}
    )


def _of_verb(story: Story, parsed: Parsed, verb: Token, lending: Sequence[Source]) -> Source | None:
    """A verb tells an event again if it is the same word with the same object or the same names beside it."""
    own = stem(verb)
    kind = kind_of(verb)
    fits = [s for s in lending if kind == s.event.kind and (s.stem == own or (kind == "attack" and lemma(verb) in _SLAYING))]
    if not fits or verb.tag_ in ("VB", "VBZ", "VBP"):
        return None
    beside = {lemma(noun) for noun in objects(verb) if noun.pos_ == "NOUN"}
    names = {n for name in story.names_in(*_reach(parsed, verb)) for n in (name.actor, name.place) if n}
    names |= {person.full for person in story.persons_in(*_reach(parsed, verb))}
    fits = [s for s in fits if (s.names & beside) or (s.names & names)]
    return _only(fits, own, names)


def _only(fits: Sequence[Source], own: str, names: set[str]) -> Source | None:
    """The source, if all that fit tell one day; else those with the same word, then those with the same names."""
    for choice in (fits, [s for s in fits if s.stem == own], [s for s in fits if s.names & (names - {""})]):
        days = {s.event.when for s in choice}
        if len(days) == 1:
            return choice[0]
    return None


def _reach(parsed: Parsed, noun: Token) -> tuple[int, int]:
    return parsed.start(noun.left_edge), parsed.stop(noun.right_edge)


def _definite(noun: Token) -> bool:
    """Whether the noun means something already told of."""
    lefts = [child for child in noun.children if child.i < noun.i]
    words = {child.lower_ for child in lefts}
    if words & _NEVER_DEFINITE or any(child.dep_ == "nummod" for child in lefts):
        return False
    return bool(words & _DEFINITE) or any(child.dep_ == "poss" or child.ent_type_ in ("GPE", "LOC", "NORP", "FAC") for child in lefts)


def _unreal(word: Token) -> bool:
    """Whether the words near by say that it did not happen, or has not yet."""
    verb = word if word.pos_ in VERBAL else next((w for w in word.ancestors if w.pos_ in VERBAL), None)
    if verb is None or word.pos_ not in VERBAL:
        return False
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "neg")}
    return (
        bool(auxiliaries & {"will", "would", "could", "may", "might", "should", "not", "n't", "can", "must"})
        or verb.dep_ in ("xcomp", "advcl")
        and verb.tag_ == "VB"
    )
