"""Words that the parser hung on the wrong ones, to where they belong, by patterns of English that the small model does not see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from timeline import knowledge
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Moved = dict[int, tuple[int, str]]  # token → its right head and what it is to it

# Participles that are told of nothing: what "tensions flared" says is that they did.
_HAPPENED = words(
    "flared erupted collapsed escalated resumed mounted spread surged emerged vanished lapsed expired intensified ensued subsided"
)
# Verbs of motion, which nobody suffers where a place stands behind them: "trucks entered through Kerem Shalom".
_WENT = words("entered crossed landed returned marched sailed passed moved")
_GOING_ON = ("begin", "start", "end", "resume", "last", "open", "close", "continue", "conclude", "expire", "lapse")
_SAYING = ("say", "announce", "declare", "warn", "insist", "state", "claim", "argue", "confirm", "agree", "rule", "promise")
_AHEAD = ("due", "set", "likely", "ready", "poised", "bound")
_MADE = ("sign", "ratify", "conclude", "initial", "agree", "negotiate", "broker", "reach")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def mishung(doc: Doc) -> dict[int, tuple[int, str]]:
    """Words hung on the wrong one, to where they belong: verbs read as participles of their subject, and clauses about a whole phrase."""
    moved: dict[int, tuple[int, str]] = {}
    for token in (token for token in doc if token.dep_ in ("acl", "relcl")):
        noun = token.head
        went = (
            token.lower_ in _WENT and any(c.dep_ == "prep" for c in token.children) and not any(c.dep_ == "agent" for c in token.children)
        )
        past = token.tag_ == "VBD" or token.tag_ == "VBN" and (token.lower_ in _HAPPENED or went)
        who = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun  # "a convoy of 12 trucks"
        if token.dep_ == "acl" and past and who.dep_ == "ROOT" and who.pos_ in ("NOUN", "PROPN") and token.i > noun.i:
            # "The rebels handed in their weapons": the past tense is the verb of the sentence.
            moved[token.i] = (token.i, "ROOT")
            moved[who.i] = (token.i, "nsubj")
            moved |= {child.i: (token.i, child.dep_) for child in who.children if child.i > token.i}
        elif (
            token.dep_ == "relcl"
            and noun.dep_ == "pobj"
            and (
                noun.head.lower_ == "of"
                and noun.ent_type_ in ("GPE", "LOC", "NORP")
                or token.lemma_ in _GOING_ON
                and not _fits(noun, token)
            )
        ):
            # "the bombing of Cambodia, which had begun", "talks with bondholders, which began": the event began.
            above = noun.head.head
            which = next((child for child in token.children if child.dep_ in ("nsubj", "nsubjpass")), None)
            if which is not None and which.lower_ in ("which", "that") and above.pos_ == "NOUN" and above.lemma_ in knowledge.noun_kinds():
                moved[token.i] = (above.i, "relcl")
    for token in doc:
        if token.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
            for rule in (_second_subject, _after_participle, _after_semicolon, _met_and_did, _joined_name, _dated_subject, _both):
                moved |= rule(token)
            moved |= _of_the_noun_before(token)
        elif token.dep_ == "prep" and token.head.dep_ == "pobj":
            moved |= _past_the_date(token)
        elif token.dep_ == "advcl" and token.pos_ in ("NOUN", "PROPN"):
            moved |= _noun_after(token)
        elif token.lower_ == "in" and token.dep_ == "prep" and token.head.lemma_ == "swear":
            moved |= _sworn_in(token)
        elif token.tag_ == "VB":
            moved |= _due_to(token) | _said_that(token) | _last_to(token)
    return moved if not moved or _is_forest(doc, moved) else {}


def _fits(noun: Token, verb: Token) -> bool:
    """Whether a noun can itself begin or end, as events and times do."""
    return (
        noun.pos_ != "NOUN"
        or noun.lemma_.lower() in knowledge.noun_kinds()
        or noun.ent_type_ in ("DATE", "TIME", "EVENT")
        or verb.tag_ == "VBN"
    )


def _is_forest(doc: Doc, moved: Mapping[int, tuple[int, str]]) -> bool:
    """Whether every word still leads up to a root."""
    sure: set[int] = set()
    for start in moved:
        at, path = start, []
        while at not in sure:
            if at in path:
                return False
            path.append(at)
            above = moved[at][0] if at in moved else doc[at].head.i
            if above == at:
                break
            at = above
        sure.update(path)
    return True


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in _SUBJECTS), None)


def _second_subject(verb: Token) -> Moved:
    """In "a junta proclaimed Panama's independence" what follows the verb is its object, whatever the parser says."""
    found = [c for c in verb.children if c.dep_ == "nsubj"]
    if len(found) == 2 and found[0].i < verb.i < found[1].i and not any(c.dep_ in ("dobj", "ccomp", "attr") for c in verb.children):
        return {found[1].i: (verb.i, "dobj")}
    return {}


def _after_participle(verb: Token) -> Moved:
    """In "Answering a plea from Honiara, a mission landed" the mission landed: it stands in no apposition to the town."""
    first = verb.doc[0]
    if first.tag_ != "VBG" or _subject(verb) is not None or verb.dep_ not in ("ROOT", "acl") or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return {}
    if not (verb.head == verb and first.head == verb or first.head == first and first in list(verb.ancestors)):
        return {}
    noun = next((t for t in verb.doc[: verb.i] if t.dep_ == "appos" and t.left_edge.i > 0 and t.left_edge.nbor(-1).text == ","), None)
    if noun is None:
        return {}
    moved: Moved = {noun.i: (verb.i, "nsubj"), verb.i: (verb.i, "ROOT")}
    if first.head == first:
        moved[first.i] = (verb.i, "advcl")
    return moved


def _met_and_did(verb: Token) -> Moved:
    """In "Meeting in St Vincent, Maduro and Ali pledge" the two pledge, and the meeting is the frame."""
    subject = _subject(verb)
    if subject is None or subject.i != 0 or subject.tag_ != "VBG":
        return {}
    for token in verb.doc[1 : verb.i]:
        if token.dep_ == "conj" and token.pos_ == "PROPN" and token.left_edge.nbor(-1).text == ",":
            return {0: (verb.i, "advcl"), token.i: (verb.i, "nsubj")}
    return {}


def _joined_name(verb: Token) -> Moved:
    """In "a soldier lost his leg to a landmine and Bangkok recalled its envoy" Bangkok recalled him: it joins no landmine."""
    name = verb.nbor(-1) if verb.i > 1 else verb
    joins = verb.dep_ in ("conj", "advcl") and verb.tag_ in ("VBD", "VBZ", "VBP") and name.dep_ == "conj" and _subject(verb) is None
    and_ = name.left_edge.nbor(-1) if joins and name.left_edge.i > 0 else verb
    if name.pos_ != "PROPN" or and_.dep_ != "cc" or name.head.pos_ != "NOUN" or and_.head != name.head or name.head.dep_ in _SUBJECTS:
        return {}
    return {name.i: (verb.i, "nsubj"), and_.i: (verb.head.i, "cc"), verb.i: (verb.head.i, "conj")}


def _after_semicolon(verb: Token) -> Moved:
    """In "the troops invaded; Noriega, holed up, surrendered" the noun behind the semicolon is the subject of the verb behind it."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or _subject(verb) is not None or verb.dep_ not in ("dep", "conj", "ccomp", "parataxis"):
        return {}
    mark = next((t for t in reversed(verb.doc[max(0, verb.i - 25) : verb.i]) if t.text == ";"), None)
    if mark is None or verb.head.i > mark.i:
        return {}
    noun = next((t for t in verb.doc[mark.i + 1 : verb.i] if t.left_edge.i == mark.i + 1 and t.pos_ in ("NOUN", "PROPN")), None)
    if noun is None or noun.head.i > mark.i or noun.dep_ in _SUBJECTS:
        return {}
    moved: Moved = {noun.i: (verb.i, "nsubj"), verb.i: (verb.head.i, "conj")}
    for aside in verb.doc[noun.i + 1 : verb.i]:  # "holed up in the embassy" is said of the same
        if aside.pos_ == "VERB" and aside.head.i < mark.i and _subject(aside) is None:
            moved[aside.i] = (noun.i, "acl")
    return moved


def _of_the_noun_before(verb: Token) -> Moved:
    """In "under the accord, signed in Algiers, the rebels were …" the accord was signed; in "came of the plan, first floated" the plan."""
    if verb.dep_ != "advcl" or verb.tag_ not in ("VBN", "VBD") or _subject(verb) is not None or verb.left_edge.i < 3:
        return {}
    if any(c.dep_ in ("aux", "auxpass", "mark", "dobj") for c in verb.children) or verb.left_edge.nbor(-1).text != ",":
        return {}
    noun, subject = verb.left_edge.nbor(-2), _subject(verb.head)
    taken = next((c for c in verb.head.children if c.dep_ == "dobj" and c.right_edge == noun), None)
    if taken is not None and verb.head.tag_ == "VB" and verb.tag_ == "VBD":
        return {verb.i: (taken.i, "acl")}  # "would reopen its embassy in Honiara, closed since 1993"
    fronted = subject is not None and verb.i < subject.i
    first = any(c.lower_ in ("first", "originally", "initially") for c in verb.children)
    if verb.tag_ == "VBN" and verb.lemma_ in _MADE and (pact := _pact_before(noun)) is not None:
        return {verb.i: (pact.i, "acl")}  # "the war ended with the Treaty of Turkmenchay, signed in 1828"
    if noun.pos_ != "NOUN" or noun.dep_ != "pobj" or verb.tag_ != "VBN" or not (fronted or first) or noun.head.head != verb.head:
        return {}
    return {verb.i: (noun.i, "acl")}


def _pact_before(word: Token) -> Token | None:
    """The accord whose phrase ends in a word."""
    for noun in (word, *word.ancestors):
        if noun.pos_ not in ("NOUN", "PROPN", "ADP"):
            return None
        if knowledge.noun_kinds().get(noun.lemma_.lower()) == "accord":
            return noun
    return None


def _dated_subject(verb: Token) -> Moved:
    """In "By mid-December the largest lines had turned back" the lines turned back, not December."""
    found = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    dates = [c.ent_type_ == "DATE" for c in found]
    return {found[0].i: (verb.i, "npadvmod")} if dates == [True, False] else {}


def _both(verb: Token) -> Moved:
    """In "When the empire fell apart, A and B both declared independence" A and B did, whatever they are hung on."""
    both = verb.nbor(-1) if verb.i > 3 else verb
    if both.lower_ not in ("both", "each", "all") or _subject(verb) is not None or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return {}
    name = both.nbor(-1)
    while name.dep_ == "conj" and name.head.i < name.i:
        name = name.head
    if name.pos_ not in ("NOUN", "PROPN") or name.dep_ in (*_SUBJECTS, "pobj", "dobj"):
        return {}
    return {name.i: (verb.i, "nsubj"), both.i: (name.i, "det")}


def _past_the_date(prep: Token) -> Moved:
    """In "was convicted in 2012 of aiding rebels" he was convicted of it, and the year is of nothing."""
    date, verb = prep.head, prep.head.head.head
    year = (
        date.ent_type_ == "DATE"
        and date.pos_ in ("NUM", "PROPN")
        and date.head.dep_ == "prep"
        and date.head.lower_ in ("in", "on")
        and verb.pos_ == "VERB"
    )
    inner = next((c for c in prep.children if c.dep_ in ("pobj", "pcomp")), None)
    if not year or prep.lower_ not in ("of", "for", "to", "with", "by", "against", "over") or inner is None or inner.ent_type_ == "DATE":
        return {}
    return {prep.i: (verb.i, "prep")} if inner.lower_ not in ("year", "month", "week", "day") else {}


def _noun_after(noun: Token) -> Moved:
    """In "fell silent after a ceasefire deal" the deal is a noun after a preposition, no clause."""
    mark = next((c for c in noun.children if c.dep_ == "mark" and c.lower_ in ("after", "before", "since", "until")), None)
    if mark is None or any(c.dep_ in ("aux", "auxpass", "dobj", "cop") for c in noun.children):
        return {}
    moved: Moved = {mark.i: (noun.head.i, "prep"), noun.i: (mark.i, "pobj")}
    subject = _subject(noun)
    if subject is not None:
        moved |= {subject.i: (noun.i, "compound")} | {c.i: (noun.i, c.dep_) for c in subject.children}
    return moved


def _due_to(verb: Token) -> Moved:
    """In "is due next week to confirm it" the confirming completes "due"."""
    if verb.dep_ != "advcl" or not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children) or verb.head.lemma_ != "be":
        return {}
    due = next(
        (c for c in verb.head.children if c.dep_ == "acomp" and c.lower_ in ("due", "set", "likely", "ready", "poised", "bound")), None
    )
    return {verb.i: (due.i, "xcomp")} if due is not None and due.i < verb.i else {}


def _sworn_in(particle: Token) -> Moved:
    """In "was sworn in the same day" and "was sworn in two days later" nobody is sworn in a day."""
    day = next((c for c in particle.children if c.dep_ == "pobj"), None)
    if particle.nbor(-1) != particle.head or day is not None and day.ent_type_ not in ("DATE", "TIME"):
        return {}
    moved: Moved = {particle.i: (particle.head.i, "prt")}
    return moved | {day.i: (particle.head.i, "npadvmod")} if day is not None else moved


def _last_to(verb: Token) -> Moved:
    """In "became the last member to approve the package" the approving is said of the member."""
    if (
        verb.dep_ != "advcl"
        or verb.head.lemma_ not in ("become", "be")
        or not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    ):
        return {}
    noun = next((c for c in verb.head.children if c.dep_ == "attr" and c.i < verb.i), None)
    ranked = noun is not None and any(c.lower_ in ("first", "last", "second", "third", "only", "latest", "next") for c in noun.children)
    return {verb.i: (noun.i, "acl")} if noun is not None and ranked else {}


def _said_that(verb: Token) -> Moved:
    """In "said in May, on a trip to Fiji, that it would reopen its embassy, closed since 1993" the reopening is what was said."""
    that = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ == "that"), None)
    if verb.dep_ not in ("acl", "relcl", "advcl") or that is None or _subject(verb) is None or that.i == 0 or that.nbor(-1).text != ",":
        return {}
    speaking = next((t for t in reversed(verb.doc[: that.i]) if t.pos_ == "VERB" and t.lemma_ in _SAYING), None)
    if speaking is None or verb.head == speaking:
        return {}
    moved: Moved = {verb.i: (speaking.i, "ccomp")}
    for other in speaking.children:
        if other.dep_ == "ccomp" and other.i > verb.i and _subject(other) is None:
            noun = next((c for c in verb.children if c.dep_ == "dobj"), None)
            moved[other.i] = (noun.i, "acl") if noun is not None else (verb.i, "advcl")
            moved |= {c.i: (speaking.i, c.dep_) for c in other.children if c.i < that.i}
    return moved


def rehung(doc: Doc, moved: Mapping[int, tuple[int, str]]) -> Doc:
    """The sentence with these words hung elsewhere."""
    from spacy.tokens import Doc as Words

    return Words(
        doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc], tags=[t.tag_ for t in doc],
        pos=[t.pos_ for t in doc], lemmas=[t.lemma_ for t in doc], heads=[moved.get(t.i, (t.head.i, ""))[0] for t in doc],
        deps=[moved.get(t.i, (0, t.dep_))[1] for t in doc], ents=[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc],
    )  # fmt: skip
