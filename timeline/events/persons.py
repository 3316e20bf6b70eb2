"""Persons in a text: leaders from the table, and others by full name and then by surname."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from timeline import knowledge
from timeline.events.names import OFFICES, Name
from timeline.events.wordlist import words

# What stands before a full name and is no part of it: "Interim Prime Minister", "Foreign Secretary"
_POST = (
    r"(?:(?:(?:Interim|Acting|Former|Outgoing|Incoming|Deputy|Vice|Prime|First|Foreign|Defen[cs]e|Interior|Finance|Justice|Energy|Oil|Trade|"
    r"Economy|Health|Home) ){1,3}(?:Minister|Secretary|President|Premier|Chancellor|Speaker|Governor|Leader) )?"
)
_NEXT = r"(?!(?:Prime|Minister) )"
_PERSON = re.compile(
    _POST + rf"(?P<name>{_NEXT}[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+(?: (?:[A-Z]\. )?(?:al-|el-|bin |ben |van |von |de |der |da )?"
    rf"{_NEXT}[A-ZÀ-ÖØ-ÞŁŚŠŻŽĆČĐĞİ][\w’'-]+){{1,3}})"
)
_NO_PERSON = words(
    "House War Wars Guards Guard Council Ministry Party Nations Nation Union States State Court Army Navy Force Forces Corps "
    "Agency Bank Fund Department Office Parliament Senate Congress Assembly Committee Commission Group Front Movement Strip Sea "
    "Gulf Strait River Bay Island Islands City Province Region East West North South Street Square Treaty Agreement Accord Accords "
    "Pact Act Resolution Organization Organisation Association Company Corp University Institute Center Centre Airport Press Times "
    "Post News Agence Reuters Daily World International National Foreign Defense Defence Prime Minister President Secretary "
    "General Security Economic Republic Kingdom Empire The In On At By For And But After Before Since When While During Under With "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October "
    "November December New Old Great Supreme Federal Mount Cove Hill Hills Ridge Lake Plaza Camp Fort Port Sound Point "
    "Valley Pass Peak Creek Reef Shoal Beach Castle Bridge Tower Palace Prison Hospital Church Cathedral Mosque Hotel Road "
    "Avenue Base Barracks Tunnel Dam Canal Mountain Mountains Desert Forest Park Gate Harbor Harbour Village Heights "
    "Crossing Border Royal Marines Green Prize Cup Games Museum Monument Memorial Declaration Charter Plan Final Protocol "
    "Convention Operation Resolution Constitution Bill Amendment Doctrine Commonwealth Community Communities Alliance "
    "Coalition Command Brigade Regiment Battalion Squadron Fleet Ship Ships Line Zone Hurricane Cyclone Typhoon Storm "
    "Tropical Earthquake "
)
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
_TITLE = re.compile(r"\b(Mr|Mrs|Ms|President|Premier|Prime Minister|Chancellor|Chairman|Leader|General)\.? ([A-ZÀ-Þ][\w’'-]+)\b")
_SURNAME_FIRST = ("China", "Taiwan", "North Korea", "South Korea")
_ROLE = re.compile(r"[A-Za-z ’'-]*$")
_WOMEN = words(
    "Angela Anna Anne Annalena Aung Begum Benazir Caroline Catherine Christine Claudia Condoleezza Cristina Dilma Elizabeth Ellen "
    "Emma Federica Giorgia Golda Hillary Indira Isabel Ivana Jacinda Jane Janet Jeanine Jennifer Julia Kaja Kamala Karen "
    "Kristalina Laura Linda Liz Maria Marine Margaret Marie Mary Megawati Michelle Nadia Nancy Natalia Nikki Olga Park Penny Raisa "
    "Roberta Samantha Sanna Sarah Sheikh Sophie Sonia Susan Svetlana Theresa Tsai Ursula Vera Victoria Violeta Wendy Yingluck "
    "Yulia Yuliya Zuzana Madeleine Monica Melania Mette Eva Betty "
    "Sally Grace Leila Sara Mahsa Susana Kelly Rosa Rosario Winnie Joyce Ruth Alice Rachel Rebecca Sanae Rania Asma Fatou Fatima "
    "Amina Aisha Malala Nigar Tawakkol Narges Shirin Xiomara Mireya Michèle Ségolène Marion Elisabeth Édith Simone Brigitte Katrin "
    "Ingrid Erna Tarja Helle Gro Agathe Ekaterina Yelena Elena Irina Nadezhda Oksana Sviatlana Veronika Anastasia Ksenia Nino Salome "
    "Maia Roza Saule Dalia Beata Ewa Hanna Agnieszka Joanna Milena Biljana Kolinda Jadranka Louise Carla Gloria Corazon Imelda Leni "
    "Carrie Denise Regina Nkosazana Netumbo Samia Catherine Hala Latifa Nora Mona Hanan Khalida Rima Tzipi Ayelet Miri Merav "
    "Nicola Yvette Priti Suella Julie Julia Sheila Patricia Barbara Deborah Gina Loretta Condi Tulsi Kristi"
)

# A first name and a surname beside a person, before what the two do.
_BESIDE = re.compile(
    r"\sand (?P<first>[A-Z][a-zà-ÿ'’-]+) (?P<last>(?:al-|el-|bin |de )?[A-Z][a-zà-ÿ'’-]+)"
    r"(?=\s(?:\w+ed|sign|meet|met|shook|agree|were|are|had|have)\b)"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A mention of a person: where, the words for a title, the full name, the actor he or she belongs to, "he", "she" or ""."""

    start: int
    stop: int
    words: str
    full: str
    actor: str
    pronoun: str


def persons_of(text: str, found: Sequence[Name], published: dt.date | None = None) -> list[Person]:
    """Mentions of leaders from the table, and of others by full name and then by surname."""
    pronouns = _pronouns()
    persons = [Person(n.start, n.stop, n.text, n.person, n.actor, pronouns.get(n.person, "")) for n in found if n.person]
    taken = sorted((n.start, n.stop) for n in found)
    starts = [start for start, _ in taken]
    surnames = _titled(text, found, published)
    for n in found:  # a leader named in full, then by a surname that several leaders share
        if n.person and " " in n.text and (surname := surname_of(n.person, n.actor)) in n.text.split():
            surnames.setdefault(surname, (n.person, n.actor))
    for match in _PERSON.finditer(text):
        parts = match["name"].split()
        start = match.start("name")
        at = bisect_left(starts, start)
        overlaps = at < len(taken) and taken[at][0] < match.end() or at > 0 and taken[at - 1][1] > start
        while len(parts) > 1 and parts[0] in OFFICES:
            start += len(parts.pop(0)) + 1
        if overlaps or _NO_PERSON & set(parts) or parts[0].isupper() or (len(parts) == 1 and parts[0] not in surnames):
            continue
        surnames.setdefault(parts[-1], (" ".join(parts), _nation_before(text, match.start(), found, at)))
        full, actor = surnames[parts[-1]]
        persons.append(Person(start, match.end(), " ".join(parts), full, actor, "she" if full.split()[0] in _WOMEN else ""))
    for one in sorted(persons, key=lambda p: p.start):  # "Nyerere and Abeid Karume sign": who stands beside a person is one
        beside = _BESIDE.match(text, one.stop)
        if beside is None or beside["last"] in surnames or {beside["first"], beside["last"]} & _NO_PERSON:
            continue
        at = bisect_left(starts, beside.start("first"))
        if at < len(taken) and taken[at][0] < beside.end("last"):
            continue
        full = f"{beside['first']} {beside['last']}"
        surnames[beside["last"]] = (full, "")
        persons.append(Person(beside.start("first"), beside.end("last"), full, full, "", "she" if beside["first"] in _WOMEN else ""))
    if surnames:
        known = {p.start for p in persons} | {p.stop for p in persons} | {n.start for n in found} | {n.stop for n in found}
        for match in re.finditer(r"\b(?:" + "|".join(map(re.escape, sorted(surnames, key=len, reverse=True))) + r")\b", text):
            if match.start() not in known and match.end() not in known:
                full, actor = surnames[match[0]]
                pronoun = pronouns.get(full) or ("she" if full.split()[0] in _WOMEN else "")
                persons.append(Person(match.start(), match.end(), match[0], full, actor, pronoun))
    return sorted(persons, key=lambda p: p.start)


def surname_of(person: str, actor: str) -> str:
    """The word by which a person is named after the first mention: the first of Chinese and Korean names, else the last."""
    parts = person.split()
    return parts[0] if actor in _SURNAME_FIRST and parts[0] not in ("Syngman", "Joseph") else parts[-1]


def _titled(text: str, found: Sequence[Name], published: dt.date | None) -> dict[str, tuple[str, str]]:
    """Leaders in office whom a text calls by title and surname alone ("Mr. Kim"), by surname; the state must be named too."""
    mentioned = {(match[2], match.start(2)) for match in _TITLE.finditer(text)}
    women = {match[2] for match in _TITLE.finditer(text) if match[1] in ("Mrs", "Ms")}
    known = {n.start for n in found if n.person}
    surnames = {word for word, start in mentioned if start not in known}
    if not surnames or published is None:
        return {}
    states = {n.actor for n in found if not n.person}
    chosen: dict[str, tuple[str, str]] = {}
    first: dict[str, int] = {}
    for word, start in mentioned:
        first[word] = min(start, first.get(word, start))
    for surname in sorted(surnames):
        whole = [n for n in found if n.person and n.start < first[surname] and surname in n.text.split() and " " in n.text]
        pronoun = "she" if surname in women else "he"
        bearers = [leader for leader in _by_surname().get(surname, ()) if leader.actor in states and leader.pronoun == pronoun]
        bearers = [leader for leader in bearers if _in_office(leader, published)] or [
            leader for leader in bearers if leader.start <= published
        ]
        if not whole and len({leader.name for leader in bearers}) == 1:
            chosen[surname] = (bearers[0].name, bearers[0].actor)
    return chosen


def _in_office(leader: knowledge.Leader, day: dt.date) -> bool:
    return leader.start <= day and (leader.stop is None or day < leader.stop)


@cache
def _pronouns() -> dict[str, str]:
    return {figure.name: figure.pronoun for figure in knowledge.figures()} | {leader.name: leader.pronoun for leader in knowledge.leaders()}


@cache
def _by_surname() -> dict[str, tuple[knowledge.Leader, ...]]:
    found: dict[str, tuple[knowledge.Leader, ...]] = {}
    for leader in knowledge.leaders():
        surname = surname_of(leader.name, leader.actor)
        found[surname] = (*found.get(surname, ()), leader)
    return found


def hero_of(persons: Sequence[Person], text: str) -> Person | None:
    """The person who is named half as often again as any other and at least four times, or first and twice as often.

    Who is named first and most often is the hero as well of a text that says "he" at every turn, as an obituary does.
    """
    counted = Counter(person.full for person in persons).most_common(2)
    if not counted:
        return None
    most, second = counted[0][1], counted[1][1] if len(counted) > 1 else 0
    at_head = most >= 2 * second and persons[0].full == counted[0][0] and persons[0].start < 300
    first = persons[0].full == counted[0][0] and persons[0].start < 300 and most > second
    told_of = first and len(_PRONOUN.findall(text)) >= max(6, len(text) // 250)
    if not (at_head and most >= 2) and not told_of and (most < 4 or 2 * most < 3 * second):
        return None
    mentions = [person for person in persons if person.full == counted[0][0]]
    return min(mentions, key=lambda person: len(person.words))


def _nation_before(text: str, start: int, found: Sequence[Name], at: int) -> str:
    """The actor named right before a person ("Iranian counterpart Masoud Pezeshkian"), with nothing but words of office between."""
    if at == 0:
        return ""
    name = found[at - 1]
    between = text[name.stop : start]
    return (
        name.actor
        if name.actor and len(between) < 60 and _ROLE.fullmatch(between) and between.count(" ") <= 6 and " and " not in between
        else ""
    )
