"""What kind of event a word tells, with the words around it: "sign a treaty", "launch an invasion", "pull out of a deal"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from timeline import knowledge
from timeline.events.arguments import LIGHT, company_of, event_nouns, forms, has_object, noun_kind, objects, subjects
from timeline.events.company import kind_in_company, mentioned
from timeline.events.grammar import VERBAL, attempted, lemma, once, stood_for
from timeline.events.inflect import FINITE, past
from timeline.events.roles import FIGHTING, VIOLENT, kind_by_doer, kind_by_role, takes_office
from timeline.events.topics import is_of_money, topic_of
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

# Of these the verb wins over what it takes, although it is light in other company.
_KEEPS = {"sign": "accord", "ratify": "accord", "agree": "accord", "join": "accord", "strike": "attack", "hit": "attack"}
# … but for what these kinds take: "agreed to a truce", "joined the march".
_KEPT_BY = {
    "agree": ("ceasefire", "withdrawal", "aid", "election", "economy"),
    "join": ("protest", "conflict", "attack", "diplomacy", "regime change", "sanction", "mobilisation"),
}
_CONTESTS = words("win lose run sweep prevail contest field concede")
_PRIZES = words(
    "election vote seat majority referendum poll race presidency term ballot runoff nomination primary parliament mandate office "
    "president mayor governor "
)
_PARTICLES = words("out down up off back over away apart aside")
_REMOVING = words("overturn topple overthrow oust remove depose unseat dissolve end replace change install restore")
_RULERS = words("government regime junta dictator dictatorship monarchy king shah emperor sultan democracy caliphate dynasty")
_RESULT = words("become remain stay be")
_ATTEMPTS = words("try attempt fail manage begin start continue move proceed help expect schedule slate")
# Nouns that may name an event but act themselves when they are who does something.
_ACTING = words(
    "government administration cabinet junta coalition assembly congress delegation mission embassy union alliance partnership movement "
    "opposition council ambassador envoy session campaign peacekeeper protectorate leadership regime operation"
)
# Verbs that only say that something comes, goes on, changes or ends; some only with a small word.
_COMING = words(
    "break erupt flare rage rise grow mount ebb decline peak worsen deepen stall falter fizzle peter drag simmer boil subside spread "
    "take come go enter cease stop intensify escalate widen dwindle get collapse founder lapse expire resume restart"
)
_COMING_WITH = {
    "break": frozenset({"out"}), "take": frozenset({"effect", "hold", "place"}), "come": frozenset({"into", "to"}),
    "go": frozenset({"into"}), "get": frozenset({"under", "underway"}),
    "enter": frozenset({"into"}),
}  # fmt: skip
# What is done to something that was told before, and the words that stand for it.
_STAGES = words(
    "resume restore suspend adopt extend renew lapse expire collapse lift hold break end begin start postpone prolong survive follow"
)
_STANDING_FOR = words("it they them one both these those another first second third fourth")
_REACH = 40
# What somebody meets for, or is the first to do, that tells more than the meeting or being the first.
_PURPOSES = ("leadership", "election", "diplomacy", "justice", "accord", "sanction", "statement")
_BOUND = ("relcl", "acl", "xcomp")
_HEADING = words("head lead succeed replace chair form run")
_FIRST = words("first last only second third")
# Kinds whose verbs tell of money where that is what they take or what does them: output collapsed, a bank took over a rival.
_OF_POWER = ("regime change", "leadership", "mobilisation", "invasion", "withdrawal", "disaster", "conflict")
_STRONG_IN_WEAK = frozenset({"other", "economy", "statement", "aid"})


@once
def kind_of(trigger: Token) -> str:
    """The kind of event: several words first ("step down"), then what a light verb takes, then the verb, then its nouns."""
    if not trigger.pos_:
        return plain_kind(trigger.lower_) or "other"
    if trigger.pos_ == "ADJ" and trigger.head.pos_ in VERBAL and trigger.dep_ in ("acomp", "ccomp", "oprd"):
        return kind_of(trigger.head)  # "is due in Rome", "declared themselves independent"
    if trigger.pos_ not in VERBAL:
        own_name = noun_kind(trigger) or _verb_of_noun(trigger) or "other"
        if lemma(trigger.head) == "demand" and trigger.dep_ == "dobj":
            return kind_of(trigger.head)
        if own_name in ("other", "disaster") and trigger.head.pos_ == "VERB" and trigger.dep_ in ("dobj", "nsubjpass", "ccomp", "oprd"):
            with_verb = kind_of(trigger.head)  # "set fire to the town", "declared him the winner"
            return own_name if with_verb == "other" else with_verb
        return own_name
    if (same := stood_for(trigger)) is not None:
        return kind_of(same)
    name = FINITE.get(trigger.lower_, lemma(trigger))  # the parser does not know the verb of every past tense
    aim, _ = attempted(trigger)
    if aim is not None:
        return kind_of(aim)
    if special := kind_by_role(trigger, name):
        return special
    inner_verb = _inner(trigger, name)
    if inner_verb is not None and (
        (kind := kind_of(inner_verb)) in _PURPOSES or name == "vote" or (name in _ATTEMPTS and (kind != "other" or name == "help"))
    ):
        return kind
    if name in _STAGES and (echoed := _echoed(trigger)):
        return echoed
    if mentioned(name) and (told := kind_in_company(name, company_of(trigger))):
        return told
    if name in _COMING and (kind := _that_comes(trigger, name)):
        return kind
    of_words = _of_words(trigger)
    if of_words not in ("", "other"):
        return of_words
    own = knowledge.verb_kinds().get(name, "")
    if name in ("return", "enter", "leave", "take", "assume") and takes_office(trigger):
        return "leadership"
    if name in _RESULT and (what := next(objects(trigger), None)) is not None:
        return noun_kind(what) or (own if what.pos_ == "PROPN" and name == "become" else "other")
    if name in _REMOVING and any(lemma(noun) in _RULERS for noun in objects(trigger)):
        return "regime change"
    protested = name == "hit" and any(noun_kind(noun) == "protest" for noun in subjects(trigger))  # "a strike hit the railways"
    if name in _KEEPS and any(True for _ in objects(trigger)) and name != "strike" and not protested:
        own_object = next((noun_kind(o) for o in objects(trigger) if noun_kind(o)), "")
        return own_object if own_object in _KEPT_BY.get(name, ("ceasefire", "withdrawal")) else _KEEPS[name]
    if name in LIGHT or own in ("", "other"):
        taken = list(objects(trigger))
        found = [kind for noun in taken if (kind := noun_kind(noun))]
        # What does the verb counts where it takes nothing ("war broke out") or is violent itself ("fighting left 200 dead").
        found += [
            kind
            for noun in subjects(trigger)
            if (kind := noun_kind(noun)) and (not has_object(trigger) or kind in VIOLENT) and (noun in taken or lemma(noun) not in _ACTING)
        ]
        strong = [kind for kind in found if kind not in _STRONG_IN_WEAK]
        named = strong or [kind for kind in found if kind != "other"]
        if strong or (named and own in ("", "other")):
            return named[0]
        for child in trigger.children:  # "agreed to withdraw", "began shelling"
            if child.dep_ == "xcomp" and child.pos_ == "VERB" and child.i > trigger.i and child.tag_ != "VBN":
                inner = kind_of(child)
                return inner if own in ("", "other") or inner not in ("other", "statement") else own
    if own in ("", "other", "attack", "conflict", "invasion") and (doer := kind_by_doer(trigger)):
        return doer
    if name in _CONTESTS and has_object(trigger) and not forms(objects(trigger)) & _PRIZES:
        return "other"
    if own in ("", "other"):
        if any(lemma(noun) in FIGHTING for noun in subjects(trigger)):
            return "conflict"  # whatever armies do that is nothing else
        return _beneath(trigger) or topic_of(trigger) or "other"
    return "economy" if own in _OF_POWER and is_of_money(trigger) else own


def _echoed(verb: Token) -> str:
    """For "it was restored", "the first was adopted" the kind of the nearest noun before that the pronoun can stand for."""
    taken = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")] or [c for c in verb.children if c.dep_ == "nsubj"]
    pronoun = next((c for c in taken if c.lower_ in _STANDING_FOR and not any(w.dep_ == "prep" for w in c.children)), None)
    if pronoun is None:
        return ""
    for noun in reversed(verb.doc[max(0, pronoun.i - _REACH) : pronoun.i]):
        if noun.pos_ == "NOUN" and (pronoun.lower_ not in ("it", "they", "them") or (noun.tag_ == "NNS") == (pronoun.lower_ != "it")):
            kind = noun_kind(noun) if noun.dep_ != "compound" and lemma(noun) not in _ACTING else ""
            if kind not in ("", "other", "statement"):
                return kind
    return ""


def _that_comes(verb: Token, name: str) -> str:
    """For "riots broke out", "tension rose", "the embargo took effect" the kind of what comes, grows or ends."""
    phrase = {child.lower_ for child in verb.children if child.dep_ in ("prt", "advmod", "prep", "dobj", "acomp")}
    if name in _COMING_WITH and not phrase & _COMING_WITH[name]:
        return ""
    if has_object(verb) and "effect" not in phrase:
        return ""
    kinds = [kind for noun in subjects(verb) if (kind := noun_kind(noun)) and lemma(noun) not in _ACTING]
    return next((kind for kind in kinds if kind not in ("other", "economy")), "")


def _beneath(verb: Token) -> str:
    """The kind of the first event noun in what goes with an empty verb: "died in a raid", "took part in a procession"."""
    for child in verb.children:
        if (
            child.dep_ == "prep"
            and child.i > verb.i
            and child.lower_ in ("in", "at", "during", "by", "with", "to", "for", "over", "against")
        ):
            for inner in child.children:
                kind = noun_kind(inner) if inner.dep_ == "pobj" else ""
                if (
                    kind not in ("", "other", "election" if child.lower_ == "by" else "")
                    and lemma(inner) not in _ACTING
                    and kind not in _STRONG_IN_WEAK
                ):
                    return kind
    return ""


def _inner(verb: Token, name: str) -> Token | None:
    """The verb that tells what this one only begins, tries or is for: "helped to found", "will meet to elect", "the first to visit"."""
    if name in _ATTEMPTS:
        return next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB" and c.i > verb.i), None)
    if name in ("meet", "gather", "convene", "sit", "fly", "travel", "stand", "rise"):
        return next((c for c in verb.children if c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB" and c.i > verb.i), None)
    if name == "vote":
        return next((c for c in verb.children if c.dep_ == "xcomp" and lemma(c) == "strike" and not has_object(c)), None)
    if name in ("choose", "pick", "select", "tap", "invite", "ask"):
        return next((c for c in verb.children if c.dep_ == "xcomp" and lemma(c) in _HEADING), None)
    if name in ("become", "be"):
        firsts = (c for c in verb.children if c.dep_ == "attr" and any(word.lower_ in _FIRST for word in (c, *c.children)))
        return next((c for noun in firsts for c in (*noun.children, *verb.children) if c.dep_ in _BOUND and c.tag_ == "VB"), None)
    return None


def _of_words(verb: Token) -> str:
    """The kind of the longest phrase of the table that begins with this verb and goes on in the words after it."""
    following = _phrases().get(lemma(verb), ())
    if not following:
        return ""
    window = [w for w in verb.doc[verb.i + 1 : verb.i + 8] if w.dep_ != "det" and not w.is_punct]
    beside = {child.lower_ for child in verb.children if child.dep_ in ("prep", "prt", "advmod") and child.lower_ in _PARTICLES}
    taken = {lemma(child) for child in verb.children if child.dep_ == "dobj"}
    for phrase, kind in following:
        if len(phrase) == 1 and (phrase[0] in beside or phrase[0] in taken):
            return kind
        at = 0
        for word in phrase:
            limit = at + (1 if at == 0 and len(phrase) == 1 else 4)
            at = next((n + 1 for n in range(at, min(limit, len(window))) if word in (window[n].lower_, lemma(window[n]))), -1)
            if at < 0:
                break
        else:
            return kind
    return ""


def _verb_of_noun(noun: Token) -> str:
    """The kind of the verb a noun looks like ("kill-ing", "bomb-ing"), for gerunds that are tagged as nouns."""
    verbs = knowledge.verb_kinds()
    word = noun.text.lower()
    stem = word.removesuffix("ing")
    return next((verbs[v] for v in (word, stem, stem + "e", stem[:-1]) if len(v) > 2 and v in verbs), "") if stem != word else ""


def plain_kind(word: str) -> str:
    """The kind of a word without any grammar; empty if it tells no event."""
    return _past_forms().get(word) or event_nouns().get(word, "")


@cache
def _past_forms() -> dict[str, str]:
    return {past(verb): kind for verb, kind in knowledge.verb_kinds().items() if " " not in verb}


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word of each verb of several words → the other words and the kind, the longest first."""
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for verb, kind in knowledge.verb_kinds().items():
        first, *rest = verb.split()
        if rest:
            phrases.setdefault(first, []).append((tuple(w for w in rest if w not in ("a", "an", "the")), kind))
    return {first: tuple(sorted((p for p in found if p[0]), key=lambda p: -len(p[0]))) for first, found in phrases.items()}
