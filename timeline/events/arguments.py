"""What a verb takes and who does it, and the kind of event that a noun names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from timeline import knowledge
from timeline.events.company import Company
from timeline.events.grammar import VERBAL, clause_of, lemma, once
from timeline.events.groups import GROUPS
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs that say little of their own: the event is what they take ("hold talks", "carry out a strike") or who does them ("war broke out").
LIGHT = words(
    "hold take make have be do launch carry conduct stage suffer face see come give get undergo begin start end continue resume "
    "break erupt occur happen follow mark reach open close lead wage fight bring put go run receive experience witness commit "
    "perform deliver enjoy complete finish survive win lose set pass enter declare announce unveil impose place mount issue prompt "
    "trigger spark cause provoke involve include remain stay become feature keep bring hit strike rock shake sweep rage escalate "
    "intensify seek pursue plan agree conclude schedule coincide join attend approve cancel postpone suspend halt order propose "
    "adopt endorse strengthen renew extend last drag want need serve form sign ratify lift ease tighten break violate breach "
    "honour honor organise organize govern oversee supervise "
)
_SPEAKING = words(
    "say tell announce declare state add claim deny accuse blame condemn denounce criticise criticize praise hail urge call demand "
    "ask insist argue admit acknowledge confirm report write tweet post comment describe explain note suggest remark reply respond "
    "reiterate stress emphasise emphasize warn caution vow pledge promise predict forecast estimate believe think hope expect "
    "allege assert contend concede recall quote cite reveal disclose complain charge boast hint signal testify speak express "
    "dismiss reject welcome deplore lament decry echo repeat conclude maintain observe point joke "
)
# Nouns that only count or begin what follows them: a series of strikes, the first round of talks.
CONTAINERS = words(
    "series wave round string spate number campaign act start end beginning outbreak kind set pair dozen hundred thousand day week "
    "month year signing result failure lack package raft batch slew flurry succession delivery "
)
_NAMED = ("ORG", "GPE", "NORP", "PERSON")
_NAMED_EVENTS = words(
    "war agreement accord accords treaty pact summit conference convention protocol revolution coup crisis massacre election referendum "
)
# What a noun tells of a place: the fall of Kabul, the Congress of Vienna.
_OF_PLACES = {"fall": "invasion", "loss": "invasion", "sack": "attack", "congress": "diplomacy"}
# What stands before a strike of workers, and what it is over.
_WALKOUTS = words(
    "railway rail railroad transport metro tube postal steel coal textile dock public-sector wildcat sympathy solidarity indefinite "
    "unlimited industrial"
)
_LONG = ("-hour", "-day", "-week", "-month", "-long")
_PAY = words("pay wage salary condition pension contract reform layoff job cut redundancy austerity")
_ENDS = words("halt cessation suspension pause end stop break")
_WAR_WORDS = words("battle war army troop force ally allies allied front soldier rebel military general fleet navy enemy siege campaign")
_SHARES = words("state number third half quarter cent percent % per most all some lot part majority share dozen hundred thousand million")


def is_speaking(token: Token) -> bool:
    """Whether the verb is one of saying, thinking or feeling, which owns its own time and lends it to nothing."""
    return token.pos_ == "VERB" and lemma(token) in _SPEAKING


def is_light(token: Token) -> bool:
    """Whether the verb is emptier than the event noun beside it."""
    return token.pos_ in VERBAL and lemma(token) in LIGHT


@once
def noun_kind(token: Token) -> str:
    """The kind of event a noun names, with the words before it ("peace treaty"); empty if it names none."""
    if lemma(token) in ("victory", "win", "defeat", "triumph") and _at_war(token):
        return "conflict"
    if token.pos_ not in ("NOUN", "PROPN", "VERB") or (
        token.ent_type_ in _NAMED and token.lower_ not in _NAMED_EVENTS and not _opens(token)
    ):
        return ""
    if token.text == "March" and token.pos_ == "PROPN" and not any(child.dep_ in ("det", "prep") for child in token.children):
        return ""  # the month
    if lemma(token) == "decision" and not any(child.lower_ in ("court", "legal") for child in token.children):
        return ""
    if lemma(token) == "strike" and _is_of_work(token):
        return "protest"
    if lemma(token) in CONTAINERS:
        content = [inner for inner in _with_content(token) if inner != token]
        if content and (kind := noun_kind(content[0])):
            return kind
    if followed := _with_what_follows(token):
        return followed
    words = [token.text.lower()]
    kinds = event_nouns()
    best = kinds.get(lemma(token)) or kinds.get(words[0]) or ""
    at = token
    for _ in range(3):
        if at.i == 0:
            break
        at = at.nbor(-1)
        words.insert(0, at.text.lower())
        best = kinds.get(" ".join([*words[:-1], lemma(token)])) or kinds.get(" ".join(words)) or best
    return best


def _whose(noun: Token) -> Iterator[Token]:
    """Who stands before a noun or behind of or by after it: "a miners' strike", "a strike by teachers"."""
    for child in noun.children:
        if child.dep_ in ("poss", "compound", "nmod"):
            yield child
        elif child.dep_ == "prep" and child.lower_ in ("of", "by"):
            yield from (inner for inner in child.children if inner.dep_ == "pobj")


def _is_of_work(strike: Token) -> bool:
    """Whether a strike is one of workers: theirs, over pay, of a trade, at a firm, without leave, or begun, called or joined by them."""
    beside = {child.lower_ for child in strike.children if child.dep_ in ("amod", "compound", "nmod")}
    if forms(_whose(strike)) & GROUPS["WORKER"] or beside & _WALKOUTS or any(word.endswith(_LONG) for word in beside):
        return True
    for child in strike.children:
        about = _classed(inner for inner in child.children if inner.dep_ == "pobj") if child.dep_ == "prep" else frozenset()
        if about & _PAY or (child.lower_ == "at" and about & (GROUPS["FIRM"] | {"@company"})):
            return True
    verb = strike.head
    aimed = any(child.lower_ in ("on", "against", "at") and child.dep_ == "prep" and not _dates(child) for child in strike.children)
    if strike.dep_ != "dobj" or verb.pos_ != "VERB" or lemma(verb) in ("carry", "conduct", "mount") or aimed:
        return False
    called = lemma(verb) == "call" and not any(child.lower_ == "in" and child.dep_ in ("prt", "prep") for child in verb.children)
    return called or bool(_classed(subjects(verb)) & GROUPS["WORKER"])


def _opens(token: Token) -> bool:
    """Whether a noun opens its sentence, where its capital makes no name of it: "Cholera broke out"."""
    return token.i == 0 and not any(child.dep_ == "compound" for child in token.children) and token.head.pos_ in VERBAL


def _with_what_follows(noun: Token) -> str:
    """The kind of a noun with what hangs on it: "vote of no confidence", "fall of Constantinople", "case of cholera"."""
    of = next(
        (child for child in noun.children if child.dep_ == "prep" and child.lower_ in ("of", "in", "to") and child.i <= noun.i + 2), None
    )
    inner = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
    if of is None or inner is None:
        return ""
    between = [word.lower_ for word in noun.doc[of.i + 1 : inner.i] if word.dep_ != "det" or word.lower_ == "no"]
    kinds = event_nouns()
    if lemma(noun) in _ENDS and (kinds.get(lemma(inner)) in ("attack", "conflict") or lemma(inner) in GROUPS["FIRE"]):
        return "ceasefire"
    for phrase in ([*between, lemma(inner)], [lemma(inner)]):
        if kind := kinds.get(" ".join((lemma(noun), of.lower_, *phrase))):
            return kind
    if of.lower_ == "of" and inner.ent_type_ in ("GPE", "LOC", "FAC"):
        return _OF_PLACES.get(lemma(noun), "")
    return ""


def _at_war(noun: Token) -> bool:
    """Whether a victory was won in the field: its sentence speaks of battles or armies and of no vote."""
    around = {lemma(word) for word in noun.doc}
    return bool(around & _WAR_WORDS) and not around & {"election", "vote", "electoral", "seat", "party", "poll"}


def forms(nouns: Iterable[Token]) -> set[str]:
    """The dictionary forms of nouns, of what they are a lot of, and of the nouns that stand before them ("oil price")."""
    return {lemma(word) for noun in nouns for word in (noun, *_lot(noun), *_before(noun))}


def _before(noun: Token) -> Iterator[Token]:
    return (child for child in noun.children if child.dep_ == "compound" and (child.pos_ != "PROPN" or noun.pos_ != "PROPN"))


@once
def company_of(verb: Token) -> Company:
    """Who does what a verb says, and what it takes, with their classes."""
    clause = clause_of(verb)
    direct = [c for c in verb.children if c.dep_ in ("dobj", "obj", "nsubjpass", "attr", "oprd", "dative") and c.pos_ in _NOMINAL]
    taken = [*objects(verb), *(c for c in verb.children if c.dep_ == "acomp" or c.dep_ in ("ccomp", "xcomp") and c.pos_ == "NOUN")]
    does = [noun for noun in subjects(verb) if noun not in taken]
    does += [c for c in verb.children if c.dep_ == "nsubj" and c not in does]
    if does and (clause.form.startswith(("was ", "were ")) or any(c.dep_ == "nsubjpass" for c in verb.children)):
        direct, does = [*direct, *does], []  # "the warrant signed by three judges"
    if clause.extra is not None:
        direct.append(clause.extra)
    if not direct:  # "set up and armed death squads"
        near = (c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and verb.i < c.i <= verb.i + 3)
        direct = [inner for other in near for inner in other.children if inner.dep_ == "dobj"]
    if verb.dep_ == "relcl":  # "the deal which was signed"
        direct = [verb.head if noun.lower_ in ("which", "that", "who") else noun for noun in direct]
    does += [inner for child in verb.children if child.dep_ == "agent" for inner in child.children]
    return Company(
        _classed(does),
        _classed(noun for one in direct for noun in _with_content(one)),
        _classed(taken),
        _classed(_near(verb)),
        _small(verb),
    )


def _near(verb: Token) -> Iterator[Token]:
    """What follows the prepositions of a verb, of two the second too ("let out of prison")."""
    for prep in (*verb.children, *(inner for child in verb.children if child.dep_ == "acomp" for inner in child.children)):
        if prep.dep_ == "prep":
            for word in prep.children:
                if word.dep_ == "pobj":
                    yield word
                elif word.dep_ == "prep":
                    yield from (inner for inner in word.children if inner.dep_ == "pobj")
        elif prep.dep_ == "advcl" and prep.pos_ == "NOUN" and any(word.lower_ == "to" for word in prep.children):
            yield prep  # "reduced to rubble", which the parser takes for a clause


def _small(verb: Token) -> frozenset[str]:
    beside = [c for c in verb.children if c.dep_ in ("prep", "prt", "advmod", "acomp", "oprd", "ccomp") and not _dates(c)]
    beside += [inner for child in beside if child.dep_ == "advmod" for inner in child.children]  # "took it out altogether"
    return frozenset(child.lower_ for child in beside)


def _dates(preposition: Token) -> bool:
    """Whether a preposition only leads to a date: the "in" of "in May"."""
    return any(inner.dep_ == "pobj" and (inner.ent_type_ == "DATE" or inner.lower_ in _MONTHS) for inner in preposition.children)


def _classed(nouns: Iterable[Token]) -> frozenset[str]:
    """The dictionary forms of nouns, with the adjectives before them (a:nuclear) and the classes of names (@person, @state …)."""
    nouns = list(nouns)
    found = forms(nouns)
    for noun in nouns:
        if noun.i == 0 and noun.pos_ == "PROPN":
            found.add(noun.lower_.removesuffix("s"))
        found |= {f"a:{child.lower_}" for child in noun.children if child.dep_ in ("amod", "nmod")}
        if noun.ent_type_ == "MONEY" or any(child.tag_ == "$" for child in noun.children):
            found.add("@money")
        if noun.ent_type_ == "PERSON" or noun.lower_ in _PERSONAL:
            found.add("@person")
        elif noun.pos_ == "PROPN":
            found |= _classes(noun) or {"@name"}
    return frozenset(found)


def _classes(name: Token) -> set[str]:
    """The classes of a name, as the tables of actors and else the parser know it."""
    place = name.ent_type_ in ("GPE", "LOC", "FAC") or name.text in knowledge.place_forms() or name.text in knowledge.metonym_forms()
    found = {"@place"} if place else set()
    if name.ent_type_ in ("GPE", "NORP"):
        found.add("@state")
        if name.tag_ == "NNPS":
            found.add("@people")
    elif name.ent_type_ == "LOC":
        found.add("@nature")
    phrase = " ".join(word.text for word in name.doc[name.left_edge.i : name.i + 1] if word.dep_ != "det")
    known = knowledge.actor_forms()
    actor = known.get(phrase) or known.get(f"the {phrase}") or known.get(name.text)
    if actor is not None:
        found.add(_CLASSES.get(actor.kind, "@org"))
    elif name.ent_type_ == "ORG":
        found.add("@org")
    return found


_MONTHS = words("january february march april may june july august september october november december")
_NOMINAL = ("NOUN", "PROPN", "PRON", "DET", "NUM")
_PERSONAL = words("he she him her who himself herself")
_CLASSES = {
    "state": "@state", "past state": "@state", "organisation": "@body", "alliance": "@body", "bloc": "@body", "party": "@party",
    "armed group": "@fighters", "company": "@company", "territory": "@place",
}  # fmt: skip


def _lot(noun: Token) -> Iterator[Token]:
    """What a noun is a share or state of: "half of their seats", "a state of emergency"."""
    if lemma(noun) in ("euro", "dollar", "pound", "worth"):  # "50 billion euros in aid"
        yield from (inner for child in noun.children if child.lower_ in ("in", "of") for inner in child.children if inner.dep_ == "pobj")
    if lemma(noun) in _SHARES or noun.pos_ in ("NUM", "DET", "PRON"):
        of = [child for child in noun.children if child.dep_ == "prep" and child.lower_ == "of"]
        yield from (inner for child in of for inner in child.children if inner.dep_ == "pobj")


def has_object(verb: Token) -> bool:
    """Whether the verb has an object, a complement or the subject of a passive, prepositions apart."""
    return any(child.dep_ in ("dobj", "obj", "nsubjpass", "attr", "oprd", "dative") for child in verb.children)


def objects(verb: Token) -> Iterator[Token]:
    """What a verb takes: its objects, the subject of its passive, and what follows of, to, into, in … after it."""
    for child in verb.children:
        if child.dep_ in ("dobj", "obj", "nsubjpass", "attr", "oprd", "dative") and child.pos_ in ("NOUN", "PROPN", "PRON", "DET", "NUM"):
            yield from _with_content(child)
        elif (
            child.dep_ in ("prep", "agent")
            and child.i > verb.i
            and child.lower_ in ("of", "to", "into", "out", "from", "on", "against", "for", "with", "at")
        ):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from _with_content(inner)
                elif inner.dep_ == "prep":
                    yield from (deep for deep in inner.children if deep.dep_ == "pobj")


def subjects(verb: Token) -> Iterator[Token]:
    """Who or what does the verb."""
    subject = clause_of(verb).subject
    if subject is not None:
        yield subject
        yield from (child for child in subject.conjuncts if child != subject)


def _with_content(noun: Token) -> Iterator[Token]:
    """The noun, and what it is a lot of ("a series of strikes", "some of its programmes")."""
    yield noun
    if lemma(noun) in CONTAINERS or noun.pos_ in ("PRON", "DET", "NUM"):
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                yield from (inner for inner in child.children if inner.dep_ == "pobj")


@cache
def noun_forms(kind: str) -> tuple[str, ...]:
    """The single nouns by which a kind of event is named."""
    return tuple(noun for noun, of in knowledge.noun_kinds().items() if of == kind and " " not in noun)


@cache
def event_nouns() -> dict[str, str]:
    return dict(knowledge.noun_kinds())
