"""What a date does not tell: dates inside names, and clauses that say nothing of what happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.dates.grain import Grain
from timeline.dates.spec import Duration
from timeline.dates.timex import Timex
from timeline.events.arguments import noun_kind
from timeline.events.grammar import VERBAL, lemma, own_subject, stood_for
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

# Nouns that name a body, a place or a thing when a day stands before them: the 4 June Movement, the 17 November Group.
_BODIES = words(
    "movement group brigade front street square avenue road university regiment party committee battalion organisation organization "
    "bridge airport stadium station boulevard coalition alliance brigades martyrs hospital school park dam district"
)
# So do these when it stands behind them: the newspaper 7 January, the tanker May 4.
_NAMED = words(
    "newspaper paper daily weekly magazine tanker ship vessel freighter frigate ferry trawler group movement party brigade operation mv ss"
)
# What "came" without saying what it was.
_TURNS = words(
    "crack prize blow point moment test turn shift surprise change worse worst news sign hint reckoning climax nadir peak low high setback "
    "chance opportunity clue answer relief help lesson response reply twist highlight best rest"
)
_WITHIN = words("during after throughout following in over under")
_ENDING = words("end stop finish halt conclude close settle terminate lift resolve")
# What stands before a date that belongs to a record, not to the story: of a person, a paper, a page.
_OF_RECORD = re.compile(
    r"(?:\bDOB|\bd\.o\.b\.|\bdate (?:and place )?of (?:birth|issue|expiry|registration)|\ADate|\ABorn|^\d+\. Born|"
    r"\bpassport\b[^.;]{0,40}\b(?:issued|expires)|\bvalid until|\bestablished date|"
    r"\b(?:last|source: [^.;]{0,30}) (?:updated|modified|accessed|reviewed)|"
    r"\A(?:first |last )?(?:updated|published|posted|modified|accessed|retrieved)|"
    r"\((?:updated|accessed|retrieved))(?: (?:on|at))?\s*[:;]?\s*\Z",
    re.IGNORECASE,
)
_PAPERS = words("constitution law act statute code legislation charter decree regulation rule bill census map edition version")
_TEXTS = words("briefing newsletter bulletin roundup round-up digest edition")
_POINTING = words("it that this what how")
_STEPS = words("step way mile distance far further farther")


def is_name(tokens: Sequence[Token], timex: Timex, beside: Sequence[Timex]) -> bool:
    """Whether a day is part of a name: the 4 June Movement, 17 November Street, the tanker Unaizah May 4."""
    first, last = tokens[0], tokens[-1]
    if len(tokens) == 1 and first.text.isdigit():
        return False
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if after is not None and after.text[:1].isupper() and after.lower_ in _BODIES:
        return True
    if timex.when is None or timex.when.implied != "year" or first.i == 0 or not any(token.text.isdigit() for token in tokens):
        return False
    before = first.nbor(-1)
    if before.lower_ in _NAMED:
        return True
    # "The Unaizah May 4 sailed in 2021": the sentence has another date, with its year, and the name an article.
    named = before.pos_ == "PROPN" and before.i > 0 and before.nbor(-1).lower_ in ("the", *_NAMED)
    return named and any(other is not timex and other.certainty == "stated" and other.when is not None for other in beside)


def is_age(tokens: Sequence[Token], timex: Timex) -> bool:
    """Whether a century only says how old a thing is ("an 11th-century temple"), of which something else is told."""
    if timex.when is None or timex.when.grain < Grain.decade or "-" not in timex.text:
        return False
    inside = {token.i for token in tokens}
    noun = next((token.head for token in tokens if token.head.i not in inside), None)
    return noun is not None and noun.pos_ in ("NOUN", "PROPN") and noun.i > tokens[-1].i and not noun_kind(noun)


def is_over(trigger: Token, timex: Timex) -> bool:
    """Whether a length that would go on from its noun belongs to what is over: "during his 17-year rule", "ended the 20-year war"."""
    if not isinstance(timex.spec, Duration) or timex.when is None or timex.when.stop is not None or trigger.pos_ in VERBAL:
        return False
    above = trigger.head
    if above.pos_ == "ADP":
        if above.lower_ in _WITHIN:
            return True
        above = above.head
    return above.tag_ in ("VBD", "VBN") and lemma(above) in _ENDING


def is_of_paper(trigger: Token, tokens: Sequence[Token]) -> bool:
    """Whether a year only tells which paper is meant, of which something else is told: "a return to the 1992 constitution"."""
    if trigger.pos_ != "NOUN" or lemma(trigger) not in _PAPERS or trigger.dep_ not in ("dobj", "pobj", "nsubjpass", "conj"):
        return False
    if any(child.dep_ in ("relcl", "acl") for child in trigger.children):
        return False
    return len(tokens) == 1 and (tokens[0].head == trigger or tokens[0].head.lower_ == "of" and tokens[0].head.head == trigger)


def is_of_itself(trigger: Token) -> bool:
    """Whether a text tells of itself: "Here is today's noon briefing", "Daily briefing, 12 June"."""
    if trigger.pos_ not in ("NOUN", "PROPN") or lemma(trigger) not in _TEXTS:
        return False
    verb = next((word for word in trigger.ancestors if word.pos_ in VERBAL), None)
    return verb is None or lemma(verb) == "be" and any(child.lower_ == "here" for child in verb.children)


def is_of_record(tokens: Sequence[Token]) -> bool:
    """Whether a date belongs to a record: a birth, a passport, when a page was updated."""
    at = tokens[0].idx
    return _OF_RECORD.search(tokens[0].doc.text[max(0, at - 80) : at]) is not None


def is_asked(head: Token) -> bool:
    """Whether a question asks if, or what, it was: "did they meet on Monday?", "what happened on 26 June?"; "why did" takes it as known."""
    last = head.doc[-1]
    if last.text != "?" or head.dep_ != "ROOT":
        return False
    lead = [child for child in head.lefts if child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "advmod", "npadvmod", "prep")]
    if any(child.tag_ in ("WRB", "WP", "WDT") and child.lower_ != "what" for child in lead):
        return False
    verb = next((child for child in lead if child.dep_ in ("aux", "auxpass")), None)
    subject = own_subject(head)
    turned = verb is not None and subject is not None and verb.i < subject.i
    return turned or (subject is not None and subject.lower_ == "what" and lemma(head) in ("happen", "be", "occur"))


def is_empty(trigger: Token, head: Token) -> bool:
    """Whether a clause tells nothing: "the turning point came", "Moscow went a step further", "that is how it was"."""
    marks = {child.lower_ for child in head.children if child.dep_ == "mark"}
    if marks >= {"as", "if"} or "though" in marks and head.lower_ == "were":
        return True  # "as if it were 1914"
    if trigger.pos_ not in VERBAL or trigger != head:
        return False
    name, subject = lemma(trigger), own_subject(trigger)
    if trigger.lower_ == "compared" and trigger.dep_ != "ROOT" and any(child.lower_ in ("with", "to") for child in trigger.children):
        return True  # "fell by half compared with a year earlier"
    if name == "come":
        if subject is None:
            return trigger.dep_ == "xcomp" and lemma(trigger.head) == "be"  # "worse was to come"
        when = any(token.lower_ == "when" for token in trigger.doc[trigger.i :])  # what came is told behind it
        return lemma(subject) in _TURNS and noun_kind(subject) in ("", "other") and not when
    if name == "do" and stood_for(trigger) is None:  # "I did so on Monday"
        taken = [child for child in trigger.children if child.dep_ in ("dobj", "attr", "xcomp", "ccomp", "prep") and child.i > trigger.i]
        so = any(child.lower_ == "so" for child in trigger.children)
        return so and all(child.lower_ in ("so", "it", "that", "this") or child.dep_ == "prep" for child in taken)
    if name in ("go", "take"):
        after = {word.lower_ for child in trigger.children if child.dep_ in ("dobj", "advmod", "npadvmod") for word in child.subtree}
        return bool(after & _STEPS) and "further" in after
    if name == "be":
        attribute = any(child.dep_ in ("attr", "acomp", "prep", "xcomp", "oprd") for child in trigger.children)
        return (
            not attribute
            or subject is None
            or (
                subject.lower_ in _POINTING
                and not _tells(trigger)
                and (trigger.dep_ == "ROOT" or trigger.dep_ == "ccomp" and any(child.tag_ == "WRB" for child in trigger.children))
            )
        )
    return False


def _tells(verb: Token) -> bool:
    """Whether the noun behind "it was" is that of an event."""
    return any(child.dep_ == "attr" and noun_kind(child) not in ("", "other") for child in verb.children)
