"""Whether an event happened, is planned, is only alleged, did not happen, or recurs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.dates.datespan import DateSpan
from timeline.events.arguments import is_light
from timeline.events.grammar import REPORTING, lemma
from timeline.events.sharing import Told
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOT = words("not n't never neither nor")
_FAILING = words("fail refuse decline neglect forget")  # with an infinitive
_AVOIDING = words("avoid deny avert prevent reject rule abandon cancel scrap shelve")  # with a gerund or a noun
_CALLED_OFF = words("cancel postpone scrap shelve abandon scuttle")
_ENDING = words("end finish close halt conclude break violate lift ease")  # what they take is there before
_WILL = words("will 'll ’ll shall would may might could should can must")
_PLANNING = words(
    "plan intend expect schedule aim prepare hope propose due slate set vow pledge promise threaten want seek agree ready "
    "likely poised bound about supposed slated expected scheduled planned "
)
_AHEAD = words("expire")
_ALLEGING = words("accuse allege suspect claim")
_ALLEGED = words("allegedly alleged purported purportedly reputed reputedly suspected supposedly reported reportedly unconfirmed")


def status_of(one: Told, when: DateSpan, published: dt.date | None) -> str:
    """The status of an event; what is denied comes before what is planned, and that before what is alleged."""
    if one.timex.type == "SET":
        return "recurring"
    chain = list(_chain(one))
    if not one.until and any(_negated(word) for word in chain) or (chain[-1].dep_ == "ccomp" and lemma(chain[-1].head) == "deny"):
        return "negated"
    expected = published is not None and when.stop is not None and when.stop > published
    if expected and one.head.pos_ == "VERB" and lemma(one.head) in ("expect", "forecast", "project", "predict"):
        return "planned"
    ahead = _ahead(one, when, published) or any(_planned(word) for word in chain)
    # A "would" in a text about the past ("he would resign in 1974") tells what happened.
    told_later = bool(published and when.stop and when.stop <= published and _by_would(chain))
    if ahead and not told_later:
        return "planned"
    if any(_alleged(word) for word in chain) or _accused(one):
        return "alleged"
    return "happened"


def _chain(one: Told) -> Iterator[Token]:
    """The event word, and the words that govern it without a clause of their own between."""
    yield one.trigger
    if one.head != one.trigger:
        yield one.head
    word = one.head
    if word.pos_ not in ("VERB", "AUX"):
        # A noun shares the status of the verb that takes it, unless the verb only speaks of it.
        governor = word.head.head if word.head.pos_ == "ADP" else word.head
        bears = governor.pos_ in ("VERB", "AUX") and governor != word and is_light(governor) and lemma(governor) not in _ENDING
        if word.dep_ in ("dobj", "nsubjpass", "nsubj", "attr") and bears:
            yield governor
            word = governor
        else:
            return
    while word.dep_ in ("xcomp", "conj", "pcomp") and word.head != word:
        word = word.head if word.dep_ != "pcomp" else word.head.head
        if word.pos_ not in ("VERB", "AUX", "ADJ"):
            return
        yield word


def _ahead(one: Told, when: DateSpan, published: dt.date | None) -> bool:
    """Whether it lies after publication; the day itself counts where the verb is in the present ("returns on Monday")."""
    if not published:
        return False
    if when.start is None:
        return when.stop is not None and when.stop > published + dt.timedelta(days=31)  # "by 2026"
    tags = {one.head.tag_, *(child.tag_ for child in one.head.children if child.dep_ in ("aux", "auxpass"))}
    return when.start > published or (when.start == published and when.approximate and bool(tags & {"VBZ", "VBP", "VB", "MD"}))


def _negated(word: Token) -> bool:
    if any(child.lower_ in ("almost", "nearly") and child.dep_ == "advmod" for child in word.children) and word.pos_ == "VERB":
        return True
    if word.dep_ == "nsubjpass" and lemma(word.head) in _CALLED_OFF:
        return True
    if any(child.dep_ == "neg" and child.lower_ in _NOT or child.lower_ == "never" for child in word.children):
        return True
    subject = next((child for child in word.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if (
        subject is not None
        and any(child.lower_ in ("no", "neither") for child in subject.children)
        or (subject is not None and subject.lower_ == "nobody")
    ):
        return True
    if word.pos_ == "VERB":
        name = lemma(word)
        if name in _FAILING and any(child.dep_ == "xcomp" for child in word.children):
            return True
        if name == "stop" and any(child.lower_ == "short" for child in word.children):
            return True
        if (
            word.dep_ == "pcomp"
            and word.head.lower_ in ("without", "of")
            and (word.head.lower_ == "without" or word.head.head.lower_ in ("short", "instead"))
        ):
            return True
        if word.dep_ in ("xcomp", "pcomp", "dobj") and lemma(word.head) in _AVOIDING:
            return True
    return any(child.dep_ == "det" and child.lower_ == "no" for child in word.children)


def _planned(word: Token) -> bool:
    for child in word.children:
        if child.dep_ == "aux" and child.lower_ in _WILL and not any(c.lower_ == "have" for c in word.children):
            return True
        if child.dep_ == "aux" and child.lower_ == "to" and word.dep_ in ("advcl", "acl", "relcl"):
            return True
    name = lemma(word)
    if name in _AHEAD and word.tag_ in ("VBZ", "VBP", "VB"):
        return True
    if word.dep_ == "xcomp" and word.tag_ == "VB":
        return lemma(word.head) in _PLANNING or word.head.lower_ in _PLANNING or lemma(word.head) == "be"
    return name == "go" and word.tag_ == "VBG" and any(c.dep_ == "xcomp" for c in word.children)


def _by_would(chain: list[Token]) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in ("would", "could", "might") for word in chain for child in word.children)


def _alleged(word: Token) -> bool:
    if word.dep_ in ("xcomp", "advcl") and lemma(word.head) in REPORTING and any(c.dep_ == "auxpass" for c in word.head.children):
        return True
    return any(child.lower_ in _ALLEGED for child in word.children) or (word.dep_ == "xcomp" and lemma(word.head) in ("allege", "suspect"))


def _accused(one: Told) -> bool:
    """Whether the event stands in what somebody is accused of, or in what somebody merely claims."""
    word = one.head
    for _ in range(4):
        if (
            word.dep_ == "pcomp"
            and word.head.lower_ in ("of", "for", "with")
            and lemma(word.head.head) in ("accuse", "suspect", "accusation", "charge", "blame")
        ):
            return True
        if word.dep_ == "pobj" and word.head.lower_ == "of" and lemma(word.head.head) in ("accuse", "suspect"):
            return True
        if word.dep_ == "ccomp" and lemma(word.head) in _ALLEGING:
            return True
        if word.head == word:
            return False
        word = word.head
    return False
