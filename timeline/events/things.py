"""The thing that "it" or "they" is: the event or body that the words before brought in with "a", or that they began with."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from timeline import knowledge
from timeline.events.grammar import lemma
from timeline.events.mentions import Mentions
from timeline.events.sentences import Sentence
from timeline.events.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

# What is no event and no body that acts, and yet is told of as "it".
_THINGS = words(
    "federation confederation union merger inquiry probe investigation case trial plan law bill ship tanker freighter plane jet airliner "
    "aircraft rocket missile satellite canal bridge pipeline dam reactor commission tribunal court council fund bank party coalition "
    "government constitution charter cathedral mosque statue monument embassy consulate base prison programme program project "
    "railway text draft"
)
# Nouns that stand in a text for nothing that goes on.
_NEVER = words("call round report statement letter demand request claim result end start beginning help support move step sign day")
# What happens to events and papers rather than to those who act.
_HAPPENS = words("last resume expire lapse collapse fail fizzle falter stall hold end begin start open close drag")
_DONE = words(
    "sign ratify suspend approve reject uphold overturn lift extend renew prolong postpone cancel adopt pass repeal repair reopen close "
    "open complete launch settle dismiss quash adjourn shelve scrap revoke restore lift tighten ease implement drop"
)


def befalls(verb: Token) -> bool:
    """Whether a verb tells what happens to events and papers rather than to those who act: "lasted", "was suspended"."""
    if verb.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in verb.children):
        return lemma(verb) in _DONE
    return lemma(verb) in _HAPPENS and not any(child.dep_ in ("dobj", "xcomp", "ccomp") for child in verb.children)


def thing(story: Mentions, sentence: Sentence, before: int) -> str:
    """The only thing that is brought in with "a" before "it", in its sentence or else in the one before: "the inquiry"."""
    for there in (sentence, story.sentence_at(story.earlier(before, 1))):
        found = {match["noun"] for match in _introduced().finditer(story.text, there.start, min(before, there.stop))}
        if found:
            return "the " + next(iter(found)) if len(found) == 1 else ""
    last = story.sentence_at(story.earlier(before, 1))
    match = _began().match(story.text, last.start, last.stop) if last.start < sentence.start else None
    return "the " + match["noun"] if match is not None else ""


def things(story: Mentions, sentence: Sentence, before: int) -> str:
    """The events that the sentence before "they" begins with, or the only ones in it: "the indirect negotiations", "the charges"."""
    there = story.sentence_at(story.earlier(before, 1))
    if there.start >= sentence.start:
        return ""
    match = _opening().match(story.text, there.start, there.stop)
    if match is not None:
        return "the " + match["phrase"][:1].lower() + match["phrase"][1:]
    found = {match[0] for match in _several().finditer(story.text, there.start, there.stop)}
    return "the " + next(iter(found)) if len(found) == 1 else ""


def such(story: Mentions, sentence: Sentence, before: int) -> str:
    """The only kind of event of which "one" is another, in its sentence or else in the one before: "quake"."""
    for there in (sentence, story.sentence_at(story.earlier(before, 1))):
        found = {match["noun"] for match in _of_kinds().finditer(story.text, there.start, min(before, there.stop))}
        if found:
            return next(iter(found)) if len(found) == 1 else ""
    return ""


@cache
def _of_kinds() -> re.Pattern[str]:
    kinds = ("disaster", "attack", "accord", "election", "protest", "conflict", "invasion")
    nouns = {noun for noun, kind in knowledge.noun_kinds().items() if noun.isalpha() and kind in kinds} - _NEVER
    return re.compile(rf"\b(?P<noun>{'|'.join(sorted(nouns, key=len, reverse=True))})s?\b(?!['’-])", re.IGNORECASE)


@cache
def _introduced() -> re.Pattern[str]:
    return re.compile(
        rf"\b[Aa]n? (?:[a-z][\w-]* ){{0,3}}?(?P<noun>{_alternatives('')})\b(?!['’-])"
        r"(?=[,.;:]| (?:of|in|on|with|between|to|for|that|which|by|at|from|after|over|into|against|under|and|was|is|had|\w+ed)\b)"
    )


@cache
def _began() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:In|On|By|After|Since) [^,]{{3,30}}, t|T)he (?:[a-z]+ )?(?P<noun>{_alternatives('')}) (?:was|had|\w+ed)\b")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:In|On|By|After|Since) [^,]{{3,30}}, )?(?:[Tt]he )?(?P<phrase>(?:[A-Z]?[a-z]+ )?(?:{_alternatives('s')}|[Tt]alks))"
        r"(?= (?:on|over|between|in|about|with|at|opened|began|started|resumed|were|had|broke|collapsed|stalled|\w+ed)\b)"
    )


@cache
def _several() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternatives('s')}|charges|talks)\b")


def _alternatives(ending: str) -> str:
    nouns = {noun for noun, kind in knowledge.noun_kinds().items() if noun.isalpha() and kind not in ("statement", "aid", "other")}
    nouns = {noun for noun in nouns if not ending or not noun.endswith("s")} | _THINGS
    return "|".join(sorted((noun + ending for noun in nouns - _NEVER), key=len, reverse=True))
