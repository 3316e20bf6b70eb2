"""Decades and centuries: the 1990s, the late eighties, the 19th century."""

import re

from timeline.dates.languages.en import words as w
from timeline.dates.rules import Rulebook, finds, ignores
from timeline.dates.spec import Between, Calendar, Part, TimeSpec

RULES = Rulebook("en")


@RULES.rule(
    rf"(?:(?:the )?(?P<century>{w.ORDINAL}) (?:century|c\.)|(?P<century2>{w.ORDINAL})-century)"
    r"(?:(?P<bc> (?:BCE|BC|B\.C\.(?:E\.)?))| (?-i:AD|CE|A\.D\.))?",
    finds("The border dates from [the 19th century].", "18", when="18XX"),
    finds("A [sixteenth-century] fort was shelled.", "15"),
    finds("It was busy by [the 2nd century AD].", "01"),
    finds("It was [the twenty‑first century] and a [17th‑century] wall.", "20"),
)
def century(m: re.Match[str]) -> TimeSpec:
    """A century: the 18th is 1700–1799."""
    nth = w.ordinal(m["century"] or m["century2"])
    return Calendar(century=nth - 1 if not m["bc"] else -nth)


_THIRD = r"(?P<part>early|mid|late)[- ]"


def _third(words: str | None, of: Calendar) -> TimeSpec:
    return Part({"early": "START", "mid": "MID", "late": "END"}[words.lower()], of) if words else of


@RULES.rule(
    rf"(?P<first>(?:the )?(?:{_THIRD.replace('<part>', '<p1>')})?(?P<c1>{w.ORDINAL}))(?:(?:-| |,)(?:century)?)?"
    rf"(?: and | to | through | until | or |, and |–|-)(?P<last>(?:the )?(?:{_THIRD.replace('<part>', '<p2>')})?"
    rf"(?P<c2>{w.ORDINAL})[- ]centur(?:ies|y))",
    finds("They fought wars in [the 18th] and [19th centuries].", "17", when="17XX/18XX"),
    finds("They raided in [the late 9th] and [early 10th centuries].", "08", when="0867~/0933~"),
)
def centuries(m: re.Match[str]) -> TimeSpec:
    """Two centuries."""
    first, last = (_third(m["p" + k], Calendar(century=w.ordinal(m["c" + k]) - 1)) for k in "12")
    return Between(first, last)


@RULES.rule(
    r"(?:the )?(?:years? )?(?P<decade>1[0-9]\d|20\d)0'?s",
    finds("It was built in [the 1990s].", "199", when="199X"),
    finds("It closed in [the late 1800s].", "18", when="1867~/1899~"),
    finds("It opened in [the 1900s].", "190"),
)
def decade(m: re.Match[str]) -> TimeSpec:
    """A decade in digits; the 1800s are a century."""
    decade = int(m["decade"])
    return Calendar(century=decade // 10) if decade % 10 == 0 and decade < 190 else Calendar(decade=decade)


_OF_AGE = re.compile(
    r"(?:\b(?:his|her|their|my|our|your|its)|['’]s?|\b(?:highs?|lows?|temperatures?|degrees)\b.{0,12})\s"
    r"(?:(?:very\s)?(?:early|mid|late|middle|upper|low)[\s-])?\Z",
    re.IGNORECASE,
)


@RULES.rule(
    r"(?:the )?'?(?P<decade>[1-9])0'?s(?!-| ?[°º])",
    finds("It was built in [the '90s].", "199"),
    finds("It was built in [the 1920s] and [30s].", "193"),
    ignores("He was in his 60s and in the low 30s; the 50s-style car stood there, and she was in her late 30s."),
    after=r"(?:the|in|of|during|early|late|mid|and|'|the ')[- ]?",
)
def decade_short(m: re.Match[str]) -> TimeSpec | None:
    """A decade in two digits, of the twentieth century; an age is none."""
    return None if _OF_AGE.search(m.string, max(0, m.start() - 24), m.start()) else Calendar(decade=190 + int(m["decade"]))


@RULES.rule(
    r"'(?P<decade>[1-9])0'?s(?!-)",
    finds("It was built in [the early '80s].", "198"),
    finds("Rulers of [the 1950s], ['60s] and ['70s] kept it.", "196"),
    after=r"(?:the|in|of|during|early|late|mid|and|\d{2,4}s,)[- ]",
)
def decade_behind_apostrophe(m: re.Match[str]) -> TimeSpec:
    """A decade in two digits behind an apostrophe."""
    return Calendar(decade=190 + int(m["decade"]))


_DECADES = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]


@RULES.rule(
    rf"(?:the )?(?P<decade>{'|'.join(_DECADES)})",
    finds("It was built in [the nineties].", "199"),
    finds("It was built in [the late eighties].", "198"),
    ignores("A woman in her eighties lived there, and one in her late twenties."),
    after=r"(?:in|of|since|until|during|early|late|mid|by|from|the|through|throughout|over|to) (?:the )?",
)
def decade_word(m: re.Match[str]) -> TimeSpec | None:
    """A decade in words, of the twentieth century; an age is none."""
    if _OF_AGE.search(m.string, max(0, m.start() - 24), m.start()):
        return None
    return Calendar(decade=192 + _DECADES.index(m["decade"].lower()))


@RULES.rule(
    rf"(?:the )?(?P<century>nineteen|eighteen)[- ](?P<decade>{'|'.join(_DECADES)})",
    finds("It was built in [the nineteen eighties].", "198"),
)
def decade_in_words(m: re.Match[str]) -> TimeSpec:
    """A decade in words, with its century."""
    return Calendar(decade={"nineteen": 192, "eighteen": 182}[m["century"].lower()] + _DECADES.index(m["decade"].lower()))


@RULES.rule(
    rf"the (?P<part>first|second|third|last|final|opening|closing) (?:quarter|third) of the (?P<century>{w.ORDINAL}) century",
    finds("Trade grew in [the third quarter of the 18th century].", "17"),
)
def quarter_of_century(m: re.Match[str]) -> TimeSpec:
    """A quarter or third of a century, as its early, middle or late third."""
    part = {"first": "START", "opening": "START", "second": "MID"}.get(m["part"].lower(), "END")
    return Part(part, Calendar(century=w.ordinal(m["century"]) - 1))


_DECADE_OF = {**{word: k - 1 for word, k in w.ORDINALS.items() if 0 < k < 11}, "opening": 0, "last": 9, "final": 9, "closing": 9}


@RULES.rule(
    rf"the (?P<n>{'|'.join(_DECADE_OF)}) decade of the (?P<century>{w.ORDINAL}) century",
    finds("The question arose in [the first decade of the twentieth century].", "190", when="190X"),
    finds("It lasted until [the final decade of the 18th century].", "179"),
)
def decade_of_century(m: re.Match[str]) -> TimeSpec:
    """The first or last decade of a century."""
    return Calendar(decade=10 * (w.ordinal(m["century"]) - 1) + _DECADE_OF[m["n"].lower()])


@RULES.rule(
    rf"the (?P<part>opening|first|early|closing|last|final) (?:(?:two|three|few) )?decades of the (?P<century>{w.ORDINAL}) century",
    finds("They ruled through [the opening decades of the twentieth century].", "19", when="1900~/1933~"),
)
def decades_of_century(m: re.Match[str]) -> TimeSpec:
    """The opening or closing decades of a century: its early or late third."""
    part = "START" if m["part"].lower() in ("opening", "first", "early") else "END"
    return Part(part, Calendar(century=w.ordinal(m["century"]) - 1))


@RULES.rule(
    rf"the (?:turn|dawn) of the (?:(?P<century>{w.ORDINAL}) )?century", finds("Borders moved at [the turn of the 20th century].", "19")
)
def turn_of_century(m: re.Match[str]) -> TimeSpec | None:
    """The turn of a century."""
    return Part("START", Calendar(century=w.ordinal(m["century"]) - 1)) if m["century"] else None
