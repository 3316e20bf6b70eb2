"""Whom "he", "it", "they" and "the two sides" mean, by the sentences before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.events.mentions import Mentions, actor_kinds, one_of
from timeline.events.persons import Person
from timeline.events.sentences import Sentence
from timeline.events.syntax import Parsed
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

# Bodies that a text calls "it", and people who act for the state a text is about.
_BODIES = words(
    "bank treasury treaty pact agreement deal accord ship vessel canal dam reactor tanker republic island province city army fleet fund "
    "tribunal mission law plan truce ceasefire blockade offensive embargo port airport base regiment division "
    "junta government army military parliament court ministry cabinet opposition group movement bloc alliance company party "
    "council commission committee union regime coalition militia navy administration assembly senate congress agency organisation "
    "organization tribunal "
)
HOME = words(
    "junta government army military parliament court ministry cabinet opposition navy administration assembly senate congress "
    "regime police soldier troop officer general president minister premier lawmaker prosecutor judge protester demonstrator voter "
    "authority leader force country republic governor mayor bank guard commander official rebel coalition chancellor king queen "
    "putschist hardliner mutineer "
)
_CLAUSE_START = re.compile(
    r"(?:^|^(?:Nor|Neither|So)\s(?:is|are|was|were|does|do|did|has|have|had|will|would|can|could)\s|^(?:In|On|At|By|Since|Until|During|After|Late|Early)(?:\s(?:the|of|that|same|this|early|late|mid|next|following|last|first|night|"
    r"morning|evening|afternoon|noon|midnight|[ap]\.m\.|on|in|end|start|summer|winter|spring|autumn|year|month|week|day|\d{1,4}(?:st|nd|rd|th)?|[A-Z][a-z]{2,8}day|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)(?:\b|(?<=m\.))){1,6}\s|[,;:—–]\s|\b(?:and|but|while|when|since|as|that|because|after|before|where|until|if|though|although)\s)"
    r"(?:(?:and|but|while|when|since|as|that|because)\s)?[\"“']?(?:[Tt]he |[Aa]n? )?(?:\w+ly )?$"
)
_BODY = re.compile(r"\b(?:[Tt]he|An?) (?:\w+ )?(?P<body>" + "|".join(sorted(_BODIES)) + r")\b(?!['’])")
_OWNED = re.compile(r"['’]s (?:\w+ )?(?:parliament|government|army|cabinet|navy|regime|junta|congress|senate|ministry|coast guard|court)\b")
_GROUP = re.compile(
    r"\b[Tt]he (?:\w+ )?(?P<group>rebels|generals|soldiers|militants|protesters|insurgents|officers|fighters|separatists|mercenaries|"
    r"gunmen|troops|hardliners|demonstrators|students|settlers|strikers)\b(?!['’])"
)
_FORCES = re.compile(
    r"\s(?:\w+\s)?(?:forces|troops|soldiers|rebels|fighters|officers|marines|warplanes|aircraft|warships|ships|tanks|gunmen|militants|"
    r"protesters|leaders|officials|ministers|diplomats|lawmakers|voters|workers|students|police|prosecutors|investigators|settlers)\b(?!['’])"
)
HE = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she", "hers": "she"}
_HIM = re.compile(r"\bhim\b")
_ABOUT_HIM = re.compile(r"(?<![\w“\"])(?:[Hh]e|[Ss]he)\s")
_DIES = re.compile(
    r",?\s(?:was|were|is|had been)\s(?:\w+ly\s)?(?:murdered|killed|assassinated|executed|hanged|beheaded|shot dead|slain)\b|\sdied\b"
)
_GOES_ON = re.compile(r"(He|She)\b")


@dataclass(frozen=True, slots=True)
class Meant:
    """What a pronoun or description stands for: words for a title, and canonical actors."""

    words: str
    actors: tuple[str, ...]
    person: str = ""  # the full name, if it is one


def doers(story: Mentions, parsed: Parsed, token: Token) -> frozenset[str]:
    """Who does what is done to "him": somebody else than he."""
    if token.tag_ == "PRP$" or token.dep_ not in ("dobj", "dative", "pobj", "nsubj") or token.lower_ in ("he", "she"):
        return frozenset()
    verb = next((word for word in token.ancestors if any(c.dep_ == "nsubj" and c != token for c in word.children)), None)
    if verb is None:
        return frozenset()
    doer = next(c for c in verb.children if c.dep_ == "nsubj" and c != token)
    return frozenset(p.full for p in story.persons_in(parsed.start(doer.left_edge), parsed.stop(doer.right_edge)))


def taken(story: Mentions, parsed: Parsed, token: Token) -> Meant | None:
    """Whom a verb takes as "him": the last named before in its sentence who does not do it ("arrested Amer and put him on a plane")."""
    if token.dep_ != "dobj" or token.tag_ != "PRP":
        return None
    without, pronoun = doers(story, parsed, token), HE[token.lower_]
    here = story.persons_in(parsed.sentence.start, parsed.start(token))
    found = [person for person in here if person.pronoun in ("", pronoun) and person.full not in without]
    return _as_meant(found[-1]) if found else None


def doing(parsed: Parsed, token: Token) -> tuple[int, int]:
    """Where those stand who do what is done to "it": something else than it."""
    if token.dep_ not in ("dobj", "pobj", "dative"):
        return (0, 0)
    verb = next((word for word in token.ancestors if any(c.dep_ == "nsubj" for c in word.children)), None)
    doer = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
    return (parsed.start(doer.left_edge), parsed.stop(doer.right_edge)) if doer is not None and doer.i < token.i else (0, 0)


def both(story: Mentions, before: int) -> Meant | None:
    """The two persons of the sentences before, or the one beside the person whom the text is about."""
    near: dict[str, Person] = {}
    for person in story.persons_in(story.earlier(before, 2), before):
        near.setdefault(person.full, person)
    if len(near) == 1 and story.hero is not None:
        near.setdefault(story.hero.full, story.hero)
    if len(near) != 2:
        return None
    one, other = near.values()
    taking = tuple(dict.fromkeys(filter(None, (one.actor, one.full, other.actor, other.full))))
    return Meant(f"{one.words} and {other.words}", taking)


def person(story: Mentions, sentence: Sentence, before: int, pronoun: str, without: frozenset[str] = frozenset()) -> Meant | None:
    """The only person near by, or the one that the sentence before goes on about, or whom the whole text is about."""
    near = [p for p in story.persons_in(story.earlier(before, 2), before) if p.pronoun in ("", pronoun) and p.full not in without]
    near = [p for p in near if p.start >= sentence.start or not _speaks_of_another(story, p, near)]
    near = [p for p in near if p.start >= sentence.start or not _DIES.match(story.text, p.stop)]
    goes_on = _GOES_ON.match(story.text, previous.start) if (previous := story.sentence_at(story.earlier(before, 1))) else None
    here = [p for p in near if p.start >= sentence.start]
    if goes_on and not here and previous.start < sentence.start and HE[goes_on[1].lower()] == pronoun:
        return person(story, previous, previous.start, pronoun)  # "He left … Later he founded …": the talk is of one man
    opener = _opener(story, near, sentence, before)
    hero = story.hero if story.hero is not None and story.hero.pronoun in ("", pronoun) else None
    if len({p.full for p in near}) == 1 and (hero is None or opener is not None or near[0].full == hero.full):
        return _as_meant(near[-1])
    if hero is not None and (opener is None or opener.full == hero.full):
        return _as_meant(hero)
    return _as_meant(opener) if opener is not None else None


def _speaks_of_another(story: Mentions, one: Person, near: Sequence[Person]) -> bool:
    """Whether the sentence that names a person alone is about "him", who is another: "Straw sent him home. He died in 2006."."""
    there = story.sentence_at(one.start)
    alone = all(p.full == one.full for p in near if there.start <= p.start < there.stop)
    if one.pronoun == "she":
        return False
    another = _HIM.search(story.text, one.stop, there.stop) or _ABOUT_HIM.search(story.text, there.start, one.start)
    return alone and another is not None


def _opener(story: Mentions, near: Sequence[Person], sentence: Sentence, before: int) -> Person | None:
    """The person whom the nearest sentence that names anybody begins with."""
    for there in (sentence, story.sentence_at(story.earlier(before, 1)), story.sentence_at(story.earlier(before, 2))):
        named = [p for p in near if there.start <= p.start < there.stop]
        if named:
            return named[0] if _opens(story, named[0].start, there) else None
    return None


def _opens(story: Mentions, place: int, sentence: Sentence) -> bool:
    """Whether what stands at `place` is likely the subject of a clause: nothing but words of office before it."""
    before = story.text[sentence.start : place]
    return (
        len(before) < 60
        and re.search(r"\b(?:of|by|with|to|from|for|on|against|in|at|over|than|between|like|'s)\s(?:\w+ ){0,2}$", before, re.IGNORECASE)
        is None
    )


def body(story: Mentions, sentence: Sentence, before: int, without: tuple[int, int] = (0, 0)) -> Meant | None:
    """The only state or body that begins a clause before "it", in this sentence or else in the one before."""
    text = story.text
    for there in (sentence, story.sentence_at(story.earlier(before, 1)), story.sentence_at(story.earlier(before, 2))):
        stop = min(before, there.stop)
        found: dict[str, Meant] = {}
        for name in story.names_in(there.start, stop):
            acts = name.actor and not name.person and name.how != "demonym" and not name.bound
            owns = text.startswith(("'s", "’s"), name.stop) or without[0] <= name.start < without[1]
            if acts and owns and not without[0] <= name.start < without[1] and _OWNED.match(text, name.stop):
                acts, owns = not text[there.start : name.start].strip(' The"“'), False  # "Turkey's parliament dithered. It …"
            if acts and not owns and _CLAUSE_START.search(text[there.start : name.start]):
                found[name.actor] = Meant(name.text, (name.actor,))
        for match in _BODY.finditer(text, there.start, stop):
            if without[0] <= match.start() < without[1]:
                continue
            if any(name.start == match.end() + 2 and name.actor in found for name in story.names_in(match.end(), match.end() + 3)):
                continue  # "the mission, MINUSTAH, was set up": one body
            if _CLAUSE_START.search(text[there.start : match.start()]) and not story.names_in(match.start(), match.end()):
                noun = match["body"]
                whose = story.bodies.meant(noun, match.start()) or (story.home if noun in HOME else "")
                found[noun] = Meant("the " + match[0].split(" ", 1)[1], one_of(whose))
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
        if not re.search(r"\bit\b", text[there.start : stop]) and there is not sentence:
            return None  # only a chain of "it" leads further back
    return None


def goes_on(parsed: Parsed, token: Token) -> Meant | None:
    """For "when the Rubymar sank, it became …" the ship: the subject of a clause before "it" that takes nothing else."""
    if token.dep_ not in ("nsubj", "nsubjpass") or token.lower_ != "it":
        return None
    for clause in token.head.children:
        if clause.dep_ != "advcl" or clause.i > token.i or any(c.dep_ in ("dobj", "attr", "agent") for c in clause.children):
            continue
        subject = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None and subject.tag_ == "NNP" and not any(c.dep_ in ("conj", "prep", "relcl") for c in subject.children):
            words = parsed.doc[subject.left_edge.i : subject.i + 1].text
            return Meant(words[:1].lower() + words[1:] if subject.left_edge.dep_ == "det" else words, ())
    return None


def many(story: Mentions, sentence: Sentence, before: int) -> Meant | None:
    """The only group that begins a clause before "they", in this sentence or else in the one before."""
    text = story.text
    for there in (sentence, story.sentence_at(story.earlier(before, 1))):
        stop = min(before, there.stop)
        found: dict[str, Meant] = {}
        for name in story.names_in(there.start, stop):
            led = _FORCES.match(text, name.stop) if name.how == "demonym" else None
            if led and not name.bound and _CLAUSE_START.search(text[there.start : name.start]):
                found[name.actor] = Meant(text[name.start : led.end()], (name.actor,))
                continue
            group = actor_kinds().get(name.actor) in ("armed group", "people") or (name.how == "demonym" and name.text.endswith("s"))
            if (
                group
                and not name.bound
                and _CLAUSE_START.search(text[there.start : name.start])
                and not text.startswith(("'", "’"), name.stop)
            ):
                found[name.actor] = Meant(text[name.start : name.stop], (name.actor,))
        for match in _GROUP.finditer(text, there.start, stop):
            if _CLAUSE_START.search(text[there.start : match.start()]):
                found[match["group"]] = Meant(match[0][:1].lower() + match[0][1:], one_of(story.home))
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def pair(story: Mentions, before: int, within: int) -> Meant | None:
    joined = story.joined(before)
    if joined is not None and joined[0].start >= story.earlier(before, within):
        left, right = joined
        return Meant(f"{left.text} and {right.text}", (left.actor, right.actor))
    two = (story.two_near(before) or story.two) if within > 3 else ()
    if not two and within > 3 and len(near := story.takers_near(before)) == 2:
        two = near
    return Meant(" and ".join(two), two) if two else None


def _as_meant(person: Person) -> Meant:
    return Meant(person.words, one_of(person.actor), person.full)
