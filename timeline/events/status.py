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
_PREVENTING = words("prevent bar stop keep block ban prohibit hinder dissuade")  # with "from" and a gerund
_ORDERING = words("order demand require insist propose recommend urge ask request decree agree stipulate rule direct")  # with a subjunctive
# What shows something without proof, and nouns of what is merely said.
_SHOWING = words("suggest indicate hint")
_SHOWN_BY = words("image evidence document data datum record report intelligence file photograph photo picture video footage study leak")
_HEARSAY = words("report rumour rumor claim allegation accusation suspicion charge speculation")
_REGULARLY = words("nightly daily weekly monthly yearly annually repeatedly regularly routinely")
_TIMES = words("day night week month year morning evening spring summer autumn fall winter weekend hour decade") | words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december"
)
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
    if any(_recurs(word) for word in chain if word.pos_ == "VERB"):
        return "recurring"
    expected = published is not None and when.stop is not None and when.stop > published
    if expected and one.head.pos_ == "VERB" and lemma(one.head) in ("expect", "forecast", "project", "predict"):
        return "planned"
    ahead = _ahead(one, when, published) or any(_planned(word) for word in chain)
    # A "would" in a text about the past ("he would resign in 1974") tells what happened.
    past = bool(published and when.stop and when.stop <= published)
    told_later = past and (_by_would(chain) or _decided(one.head))
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
        unattended = lemma(governor) == "attend" and any(child.dep_ == "neg" for child in governor.children)
        bears = (
            not unattended
            and governor.pos_ in ("VERB", "AUX")
            and governor != word
            and is_light(governor)
            and lemma(governor) not in _ENDING
        )
        if word.dep_ in ("dobj", "nsubjpass", "nsubj", "attr") and bears:
            yield governor
            word = governor
        else:
            return
    while word.dep_ in ("xcomp", "conj", "pcomp") and word.head != word and not (word.dep_ == "conj" and _finite(word)):
        word = word.head if word.dep_ != "pcomp" else word.head.head
        if word.pos_ not in ("VERB", "AUX", "ADJ"):
            return
        yield word


def _finite(verb: Token) -> bool:
    """Whether a verb after "and" needs nothing of the one before: "was never carried out and was dissolved"."""
    return verb.tag_ == "VBD" or verb.tag_ == "VBN" and any(child.dep_ == "auxpass" and child.tag_ == "VBD" for child in verb.children)


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
    if word.dep_ == "nsubjpass" and _calls_off(word.head):
        return True
    if word.dep_ == "pcomp" and word.head.lower_ == "from" and lemma(word.head.head) in _PREVENTING:
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


def _calls_off(verb: Token) -> bool:
    """Whether the verb says that something planned does not come: cancel, call off, put off."""
    if lemma(verb) in ("call", "put"):
        return any(child.lower_ == "off" for child in verb.children)
    return lemma(verb) in _CALLED_OFF


def _recurs(verb: Token) -> bool:
    """Whether it happens again and again: "met every Friday in 2019", "were shelled nightly"."""
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in _REGULARLY - {"repeatedly"}:
            return True
        if child.dep_ in ("npadvmod", "dobj") and lemma(child) in _TIMES and any(c.lower_ in ("every", "each") for c in child.children):
            return True
    return False


def _ordered(word: Token) -> bool:
    """For "ordered that they be sent home": what is ordered in the subjunctive is not said to have come."""
    if word.dep_ != "ccomp" or lemma(word.head) not in _ORDERING:
        return False
    bare = next((child for child in word.children if child.dep_ in ("aux", "auxpass")), word)
    return bare.tag_ == "VB" and (bare != word or any(child.lower_ == "that" for child in word.children))


def _planned(word: Token) -> bool:
    if _ordered(word):
        return True
    for child in word.children:
        if child.dep_ == "aux" and child.lower_ in _WILL and not any(c.lower_ == "have" for c in word.children):
            return True
        if child.dep_ == "aux" and child.lower_ == "to" and word.dep_ in ("advcl", "acl", "relcl"):
            # "only to be jailed in 2017" tells what came.
            return not any(c.lower_ == "only" for c in word.children) and word.doc[max(0, child.i - 1)].lower_ != "only"
    name = lemma(word)
    if name in _AHEAD and word.tag_ in ("VBZ", "VBP", "VB"):
        return True
    if word.dep_ == "xcomp" and word.tag_ == "VB":
        if lemma(word.head) in ("urge", "exhort", "call", "implore", "summon"):
            return True  # what people are called to do
        return lemma(word.head) in _PLANNING or word.head.lower_ in _PLANNING or lemma(word.head) == "be"
    return name == "go" and word.tag_ == "VBG" and any(c.dep_ == "xcomp" for c in word.children)


def _by_would(chain: list[Token]) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in ("would", "could", "might") for word in chain for child in word.children)


def _decided(word: Token) -> bool:
    """Whether it is what was decided, "Egypt's decision to nationalise the canal", which is told of as done; plans and offers are not."""
    return word.dep_ == "acl" and word.tag_ == "VB" and lemma(word.head) == "decision"


def _alleged(word: Token) -> bool:
    if word.dep_ in ("xcomp", "advcl") and lemma(word.head) in REPORTING and any(c.dep_ == "auxpass" for c in word.head.children):
        return True
    if word.tag_ == "VBN" and {"may", "have"} <= {child.lower_ for child in word.children if child.dep_ == "aux"}:
        return True  # "may have been poisoned"
    return any(child.lower_ in _ALLEGED for child in word.children) or (word.dep_ == "xcomp" and lemma(word.head) in ("allege", "suspect"))


def _shown(verb: Token) -> bool:
    """Whether images, documents or the like only suggest it."""
    return lemma(verb) in _SHOWING and any(child.dep_ == "nsubj" and lemma(child) in _SHOWN_BY for child in verb.children)


def _hearsay(verb: Token) -> bool:
    """Whether it is what a report or rumour says: "a report that he had tried to sack the general"."""
    if verb.dep_ not in ("acl", "ccomp", "relcl") or lemma(verb.head) not in _HEARSAY:
        return False
    own = {child.dep_ for child in verb.children if child.lower_ != "that"}
    return any(c.lower_ == "that" for c in verb.children) and "nsubj" in own and (verb.dep_ != "relcl" or bool(own & {"dobj", "xcomp"}))


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
        if _shown(word) or (word.dep_ == "ccomp" and _shown(word.head)) or _hearsay(word):
            return True
        if word.head == word:
            return False
        word = word.head
    return False
