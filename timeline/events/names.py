"""Names of actors, leaders and places in a text, found in one pass through the tables; the longest wins, case counts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from timeline import knowledge
from timeline.events.wordlist import words

How = Literal["name", "demonym", "metonym", "leader", "place"]

_WORD = re.compile(r"[^\W_]+")
_BEFORE = re.compile(r"([^\W\d_][\w’'.-]*)\s$")
_BOUND = re.compile(
    r"(?: and \w[\w.]*)?[-–](?:backed|ally|allied|aligned|based|born|made|funded|sponsored|supported|controlled|occupied|held|hawk|"
    r"style|wide|run|built|supplied|trained|speaking|era|owned|linked|friendly|dominated|installed|proposed|ruled|majority)\b"
)
# Lands in two states, which a text about them calls the North and the South.
_TORN = ("North Korea", "South Korea", "North Vietnam", "South Vietnam", "North Yemen", "South Yemen")
_HALF = re.compile(r"\b[Tt]he (North|South)\b(?! [A-Z]|-)([-–](?:backed|held|ruled))?")
# Before the name of a ship, which may be that of a place: the USS Maine, the Maersk Alabama.
SHIPS = words("USS HMS HMAS HMCS INS SS MS MV MT MSC RFA PNS JS ROKS Maersk")
_MR = re.compile(r"\b(?:Mr|Mrs|Ms|Gen|Sen|General|Senator|Secretary|Minister|President|Marshal|Admiral|Commander)\.? $")
# A surname after another capitalised word is another person (Hillary Clinton), unless that word is an office or a nation.
OFFICES = words(
    "President Minister Premier Chancellor King Queen Prince Princess Emperor Sultan Emir Shah Pope General Marshal Leader "
    "Secretary Senator Chairman Colonel Mr Mrs Ms Mr. Mrs. Ms. Dr Dr. Sen. Gen. Gov. Governor Ayatollah Sheikh Republican "
    "Democrat Democratic Labour Conservative Candidate Dictator Strongman Under And But When While If After Before Since For "
    "With By That As Although Because In On At Iran-hawk Comrade Tsar Czar Kaiser Elect President-elect Vice Ex-President "
    "Bishop Archbishop Cardinal Father Rabbi Imam Judge Justice Captain Major Lieutenant Admiral Sir Lord Lady Brigadier Mayor "
    "Generals Presidents Ministers Colonels Former Then Incumbent Speaker Commissioner Director Ambassador "
)


@dataclass(frozen=True, slots=True)
class Name:
    """Characters `start` to `stop` of a text that name an actor, a leader (`person`) or a place, or several of these.

    `bound` says that the name is only part of a compound (Iran-backed), so that it does not act.
    """

    start: int
    stop: int
    text: str
    how: How
    actor: str = ""
    person: str = ""
    place: str = ""
    country: str = ""
    bound: bool = False


@dataclass(frozen=True, slots=True)
class _Form:
    text: str
    how: How
    actor: str
    places: tuple[knowledge.Place, ...]
    leaders: tuple[knowledge.Leader, ...]
    doubtful: bool
    figure: knowledge.Figure | None = None


def names(text: str, published: dt.date | None = None) -> list[Name]:
    """The names in a text, in order, none overlapping; `published` decides which of two leaders of one name is meant."""
    index = _index()
    found: list[Name] = []
    strangers: set[str] = set()
    at = 0
    for word in _WORD.finditer(text):
        if word.start() < at:
            continue
        for form in index.get(word[0], ()):
            stop = word.start() + len(form.text)
            if not text.startswith(form.text, word.start()) or text[stop : stop + 1].isalnum():
                continue
            if _other(text, word.start(), stop, form):
                if form.leaders or form.figure:
                    strangers.add(form.text)
                continue
            found.append(_named(text, word.start(), stop, form, published))
            at = stop
            break
    return _halves(_sure(found, strangers, text), text)


def _sure(found: list[Name], strangers: set[str], text: str) -> list[Name]:
    """The names without surnames that may be those of others.

    Such is one that the text gives to another person, and one of a figure whose surname is common in English or Latin papers, where
    the text has neither the full name nor a title before it nor the side.
    """
    figures = knowledge.figure_forms()
    whole = {name.person for name in found if " " in name.text}
    sides = {name.actor for name in found if name.text not in figures}

    def may_be_another(name: Name) -> bool:
        if not name.person or name.person in whole or " " in name.text:
            return False
        figure = figures.get(name.text)
        if name.text in strangers or figure is None:
            return name.text in strangers
        known = figure.name == name.text or figure.actor in sides or figure.actor not in _common()
        return not known and _MR.search(text, max(0, name.start - 12), name.start) is None

    return [name for name in found if not may_be_another(name)]


@cache
def _common() -> frozenset[str]:
    """Those whose people bear surnames that many others have."""
    latin = "United States|United Kingdom|Canada|Australia|New Zealand|Ireland|France|Germany|Italy|Belgium|Mexico|Colombia|Venezuela|Peru"
    latin += "|Argentina|Brazil|Chile|Paraguay|Uruguay|Bolivia|Panama|Guatemala|El Salvador|Honduras|Costa Rica|Jamaica|Guyana|Suriname"
    bodies = {actor.name for actor in knowledge.actors() if actor.kind in ("organisation", "bloc", "company")}
    return frozenset(latin.split("|")) | bodies | {""}


def _halves(found: list[Name], text: str) -> list[Name]:
    """The names, and "the North" and "the South" for the states of a land in two, where a text names one such land."""
    lands = {name.actor.split(" ", 1)[1] for name in found if name.actor in _TORN}
    if len(lands) != 1:
        return found
    land = lands.pop()
    taken = {name.start for name in found}
    halves = []
    for match in _HALF.finditer(text):
        if match.start(1) not in taken:
            state = f"{match[1]} {land}"
            place = state if state in knowledge.place_forms() else ""
            halves.append(Name(match.start(1), match.end(1), match[1], "name", state, "", place, place, bool(match[2])))
    return sorted([*found, *halves], key=lambda name: name.start) if halves else found


def _named(text: str, start: int, stop: int, form: _Form, published: dt.date | None) -> Name:
    leader = in_office(form.leaders, published) if form.leaders else None
    place = form.places[0] if form.places else None
    bound = _BOUND.match(text, stop) is not None
    return Name(
        start, stop, form.text, form.how, leader.actor if leader else form.actor,
        leader.name if leader else form.figure.name if form.figure else "",
        place.name if place else "", place.country if place else "", bound,
    )  # fmt: skip


def _other(text: str, start: int, stop: int, form: _Form) -> bool:
    """Whether the words name somebody or something else, so that the form must not be taken."""
    if form.doubtful:
        return True
    single = " " not in form.text
    if form.text.startswith("the ") and re.match(r" of [A-Z]", text[stop : stop + 5]):
        return True  # "the Gulf of Aden" is not the Gulf
    before = _BEFORE.search(text, max(0, start - 30), start) if single else None
    if form.places and before and before[1] in SHIPS:
        return True
    if (form.leaders or form.figure) and before and before[1][0].isupper():
        word = before[1].removesuffix("’s").removesuffix("'s")
        bearers = [leader.name for leader in form.leaders] or [form.figure.name if form.figure else ""]
        if any(word[:2] == name[:2] for name in bearers):
            return False  # "Aleksandr Lukashenko"
        return word == before[1] and word not in OFFICES and not word.isupper() and word not in _nations()
    if single and form.places and not form.actor:
        after = text[stop : stop + 2]
        if len(after) == 2 and after[0] == " " and after[1].isupper() and form.places[0].needs:
            return True
        if form.places[0].needs == "in":
            return (
                re.search(
                    r"\b(?:in|at|near|from|to|of|outside|around|into|toward|towards|inside|captured|seized|took|taken|bombed|shelled|entered|"
                    r"stormed|attacked|reached|recaptured|retook)\s(?:\w+\s)?$",
                    text[max(0, start - 24) : start],
                )
                is None
            )
    return False


def in_office(leaders: Iterable[knowledge.Leader], day: dt.date | None) -> knowledge.Leader:
    """Of several terms the one that `day` lies in, else the last before it, else the last of all."""
    terms = sorted(leaders, key=lambda leader: leader.start)
    if day is None:
        return terms[-1]
    return next((t for t in reversed(terms) if t.start <= day and (t.stop is None or day < t.stop)), None) or next(
        (t for t in reversed(terms) if t.start <= day), terms[0]
    )


@cache
def _nations() -> frozenset[str]:
    return frozenset(
        word for actor in knowledge.actors() for form in (actor.name, *actor.aliases, *actor.demonyms) for word in form.split()
    )


@cache
def _index() -> dict[str, tuple[_Form, ...]]:
    """First word → forms that begin with it, the longest first."""
    forms: dict[str, _Form] = {}
    places = knowledge.place_forms()
    for form, found in places.items():
        forms[form] = _Form(form, "place", "", found, (), False)
    for form, terms in knowledge.leader_forms().items():
        if form[:1].isupper() and form not in forms:
            forms[form] = _Form(form, "leader", "", (), terms, False)
    for form, figure in knowledge.figure_forms().items():
        if form not in forms:
            forms[form] = _Form(form, "leader", figure.actor, (), (), False, figure)
    for actor in knowledge.actors():
        ways: tuple[tuple[How, tuple[str, ...]], ...] = (
            ("metonym", (*actor.metonyms, *((actor.capital,) if actor.kind == "state" and actor.capital else ()))),
            ("demonym", actor.demonyms),
            ("name", (actor.name, *actor.aliases)),
        )
        for how, written in ways:
            for form in written:
                known = forms.get(form)
                if known and known.actor and known.how == "name" or form in actor.doubtful and form in places:
                    continue
                forms[form] = _Form(form, how, actor.name, places.get(form, ()), (), form in actor.doubtful)
        for form in actor.doubtful:
            forms.setdefault(form, _Form(form, "name", actor.name, (), (), True))
    index: dict[str, list[_Form]] = {}
    for form, entry in forms.items():
        if first := _WORD.match(form):
            index.setdefault(first[0], []).append(entry)
    return {word: tuple(sorted(entries, key=lambda e: -len(e.text))) for word, entries in index.items()}
