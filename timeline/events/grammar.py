"""The clause around a verb: its subject wherever that stands in the sentence, and the form the verb takes when it stands alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from timeline.events.inflect import past
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

T = TypeVar("T")

VERBAL = ("VERB", "AUX")
REPORTING = words("say report believe allege think rumour rumor understand suppose")
_RELATIVE = words("who which that whom")
_SUFFERED = words("wound injure kill hurt arrest detain displace burn destroy damage jail")
_WATCHING = words("see watch hear let make have help")
_ORDERING = words("order demand require insist propose recommend urge ask request stipulate decree suggest")
# Nouns that a clause follows without being taken by its verb: the time he left, the way they voted.
_FRAMES = words("time day week month year decade moment hour night morning period way reason place point extent")


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """The words that tell an event: who or what (tokens, or words put in their place), the verb, and how the verb is written."""

    verb: Token
    subject: Token | None
    extra: Token | None = None  # an object that stands before the verb ("the deal that Trump signed")
    form: str = ""


# Plurals that the parser takes for those of taxis and basis.
_MISREAD = {"taxes": "tax", "bases": "base"}


def lemma(token: Token) -> str:
    """The dictionary form in lower case; where the pipeline knows no lemmas, the word itself."""
    return _MISREAD.get(token.lower_) or (token.lemma_ or token.text).lower()


def once(read: Callable[[Token], T]) -> Callable[[Token], T]:
    """Keeps with a sentence what a function reads in one of its tokens, which titles, actors and kinds all ask for."""
    name = f"{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def kept(token: Token) -> T:
        known: dict[int, T] = token.doc.user_data.setdefault(name, {})
        if token.i not in known:
            known[token.i] = read(token)
        return known[token.i]

    return kept


@once
def clause_of(verb: Token) -> Clause:
    """The clause that tells what a verb says, with its subject wherever that stands in the sentence."""
    verb = _governing(verb)
    subject = own_subject(verb)
    if subject is not None and subject.lower_ in _RELATIVE and verb.dep_ == "relcl":
        return Clause(verb, _person_of(verb.head))
    if subject is not None and subject.tag_ == "PRP" and verb.dep_ == "ccomp" and (speaker := _speaker(verb.head)) is not None:
        # "Soldiers announced that they had seized power": who speaks of himself is the speaker.
        many = speaker.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in speaker.children)
        if speaker.pos_ in ("NOUN", "PROPN") and (subject.lower_ == "they") == many and subject.lower_ in ("they", "he", "she"):
            return Clause(verb, speaker)
    if (report := _reported(verb)) is not None:
        return Clause(report, subject, None, f"was {report.text}" if _has(report, "auxpass") else past(lemma(report)))
    if subject is not None:
        if verb.dep_ == "ccomp" and (form := _bare(verb)):
            return Clause(verb, subject, None, form)
        if verb.dep_ == "advcl" and verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass", "dobj", "mark") for c in verb.children):
            return Clause(verb, subject, None, _passive(verb, subject))  # "a war was under way, its first shots fired in 1961"
        if verb.dep_ == "conj" and _has(verb.head, "auxpass") and lemma(verb) in _SUFFERED and not _has(verb, "dobj"):
            return Clause(verb, subject, None, _passive(verb, subject))  # "seven were killed and dozens wounded"
        extra = _before_relative(verb) if verb.dep_ == "relcl" else None
        return Clause(verb, subject, extra)
    if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "DET"):
        if verb.tag_ == "VB":
            governor = verb.head.head
            if verb.head.dep_ == "attr" and own_subject(governor) is not None:
                return clause_of(governor)  # "became the last member to approve the package"
            return Clause(verb, None, None, "")
        if (found := _among(verb)) is not None:
            return Clause(verb, found, None, _passive(verb, found))
        noun = _person_of(_stands_for(verb.head))
        return Clause(verb, noun, None, past(lemma(verb)) if verb.tag_ == "VBG" else _passive(verb, noun))
    matrix = _matrix(verb)
    if matrix is None:
        return Clause(verb, None)
    above = clause_of(matrix)
    if verb.dep_ == "advcl" and {"only", "to"} <= {c.lower_ for c in verb.children} and verb.tag_ in ("VB", "VBN"):
        # "he came back, only to be disqualified": that is how it ended.
        return Clause(verb, above.subject, None, f"was {verb.text}" if _has(verb, "auxpass") else past(lemma(verb)))
    if verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lower_ == "having" for c in verb.children):
        return Clause(verb, above.subject, None, past(lemma(verb)))
    if verb.tag_ == "VBG" and not any(c.dep_ == "aux" for c in verb.children):
        return Clause(verb, above.subject, None, past(lemma(verb)))
    if verb.tag_ == "VBN" and verb.dep_ == "advcl" and above.subject is not None:
        return Clause(verb, above.subject, None, _passive(verb, above.subject))
    if verb.tag_ == "VB" and verb.dep_ in ("advcl", "pcomp", "ccomp"):
        return Clause(verb, above.subject, None, "")
    if verb.dep_ == "conj":
        auxiliary = next((c.text for c in matrix.children if c.dep_ == "auxpass"), "")
        if auxiliary and verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children):
            return Clause(verb, above.subject, None, f"{auxiliary} {verb.text}")
        return Clause(verb, above.subject, None, above.form and past(lemma(verb)))
    return Clause(verb, above.subject)


def _bare(verb: Token) -> str:
    """How a clause without a finite verb is written: after "saw OPEC announce a cut" it announced, after "ordered that it cut" it is to."""
    if any(c.dep_ == "aux" or c.tag_ == "MD" for c in verb.children) or verb.head.pos_ not in VERBAL:
        return ""
    if any(c.dep_ == "auxpass" and c.lower_ == "be" for c in verb.children):
        return f"to be {verb.text}"
    if verb.tag_ != "VB":
        return ""
    if lemma(verb.head) in _WATCHING:
        return past(lemma(verb))
    return f"to {verb.text}" if lemma(verb.head) in _ORDERING else ""


def _speaker(verb: Token) -> Token | None:
    """Who says: the subject of the verb, or that of the one it is coordinated with ("soldiers locked the gates and announced …")."""
    while (subject := own_subject(verb)) is None and verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return subject


def _reported(verb: Token) -> Token | None:
    """For "is said to have met" the meeting: who says so is nobody."""
    if verb.tag_ != "VBN" or lemma(verb) not in REPORTING or not _has(verb, "auxpass"):
        return None
    inner = (c for c in verb.children if c.dep_ in ("xcomp", "advcl") and c.tag_ == "VBN" and c.i > verb.i)
    return next((c for c in inner if any(a.dep_ == "aux" and a.lower_ == "have" for a in c.children)), None)


def _has(verb: Token, dep: str) -> bool:
    return any(child.dep_ == dep for child in verb.children)


def _before_relative(verb: Token) -> Token | None:
    """The noun that a relative clause with its own subject takes as its object ("the deal that Trump signed")."""
    if lemma(verb.head) in _FRAMES:
        return None  # "by the time he stepped down"
    words = [c for inner in (verb, innermost(verb)) for c in inner.children]
    if any(c.lower_ in ("when", "where", "why") or c.dep_ in ("nsubjpass", "attr", "acomp") for c in words):
        return None
    if any(c.dep_ == "dobj" for c in words):
        return verb.head if any(c.dep_ == "dobj" and c.lower_ in _RELATIVE for c in words) else None
    open_preposition = any(c.dep_ == "prep" and not any(True for _ in c.children) for c in words)
    return None if open_preposition else verb.head


def innermost(verb: Token) -> Token:
    """For "is to host", "began to build" the verb that takes the object."""
    inner = next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB" and c.i > verb.i), None)
    return verb if inner is None else innermost(inner)


def _governing(verb: Token) -> Token:
    """For "is due to deliver" and "plans to leave" the finite verb, whose subject is that of the whole."""
    while verb.dep_ in ("xcomp", "auxpass", "aux") and verb.head != verb and own_subject(verb) is None:
        if verb.head.pos_ == "ADJ" and verb.head.dep_ == "acomp":
            verb = verb.head.head
        elif verb.head.pos_ in VERBAL:
            verb = verb.head
        else:
            break
    return verb


def _passive(verb: Token, noun: Token) -> str:
    """The participle of a shortened relative clause as a finite verb: "a pact signed …" is one that was signed."""
    if verb.tag_ not in ("VBN", "VBD") or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return ""
    many = noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in noun.children)
    return f"{'were' if many else 'was'} {verb.text.lower()}"


def is_finite(word: Token) -> bool:
    """Whether the verb can be the verb of a main clause."""
    return word.pos_ in ("VERB", "AUX") and (word.tag_ in ("VBD", "VBZ", "VBP") or own_subject(word) is not None)


@once
def own_subject(verb: Token) -> Token | None:
    """The subject that is the verb's own child; a name hung on a finite verb as a compound ("Donald Trump returns") is one too."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj") and c.pos_ != "X"), None)
    if subject is None and verb.tag_ in ("VBZ", "VBP", "VBD"):
        subject = next(
            (c for c in verb.lefts if c.dep_ in ("compound", "nmod", "npadvmod") and c.pos_ == "PROPN" and c.i == verb.i - 1), None
        )
    return subject


def _matrix(verb: Token) -> Token | None:
    """The verb whose subject an embedded clause without its own borrows."""
    return next((word for word in verb.ancestors if word.pos_ in VERBAL or word.pos_ == "ADJ" and own_subject(word) is not None), None)


def _person_of(noun: Token) -> Token:
    """For "Kim Il-sung, the grandfather, who had invaded …" Kim Il-sung."""
    named = noun.dep_ == "appos" and noun.head.pos_ == "PROPN" and noun.pos_ == "NOUN"
    return noun.head if named else noun


def _among(verb: Token) -> Token | None:
    """For "among those killed was the general" the general."""
    those = verb.head
    above = those.head.head if those.dep_ == "pobj" and those.head.lower_ == "among" else None
    if above is None or lemma(above) != "be":
        return None
    return next((c for c in above.children if c.dep_ in ("nsubj", "attr") and c.i > above.i), None)


def _stands_for(noun: Token) -> Token:
    """For "a pact like the one signed …" the pact."""
    if noun.lower_ in ("one", "ones", "that", "those") and noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN":
        return noun.head.head
    return noun


def stood_for(verb: Token) -> Token | None:
    """For "Germany recognised it, and France did in 1992" the recognising; for "the EU blacklists them; Canada had done so" the listing."""
    if lemma(verb) != "do" or any(c.dep_ in ("dobj", "attr", "oprd", "nsubjpass", "xcomp") for c in verb.children):
        return None
    if verb.head != verb and verb.head.pos_ == "VERB" and verb.head.tag_ in ("VBD", "VBN") and verb.dep_ in ("conj", "advcl", "ccomp"):
        return verb.head
    so = any(c.lower_ == "so" for c in verb.doc[verb.i + 1 : verb.i + 2])
    before = (c for c in verb.children if c.dep_ in ("ccomp", "parataxis") and c.i < verb.i and c.tag_ in ("VBD", "VBZ", "VBP"))
    return next(before, None) if so else None


TRYING = words("try attempt seek fail manage hope want intend")


def attempted(verb: Token) -> tuple[Token | None, Token | None]:
    """What somebody tried to do, and the verb of trying that it hangs on: in "tried and failed to storm" the second."""
    if lemma(verb) not in TRYING or any(child.dep_ in ("dobj", "nsubjpass", "ccomp") for child in verb.children):
        return None, None
    for trier in (verb, *(child for child in verb.children if child.dep_ == "conj" and lemma(child) in TRYING)):
        inner = next((child for child in trier.children if child.dep_ == "xcomp" and child.pos_ in VERBAL), None)
        if inner is not None:
            return inner, trier
    return None, None
