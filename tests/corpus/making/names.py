"""Names: states with the forms that newspapers give them, invented persons and invented papers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from timeline import knowledge

# States whose names are also those of others, or whose towns are; a maker of gold stays clear of what nobody can tell apart.
_LEFT_OUT = frozenset((
    "Georgia", "Jordan", "Dominica", "Guinea", "Democratic Republic of the Congo", "Republic of the Congo", "Niger", "South Korea",
    "North Korea", "Sudan", "South Sudan", "Palestine", "Vatican City", "Monaco", "Singapore", "San Marino", "Luxembourg", "Kuwait", "Chad",
    "Central African Republic", "Belgium", "Switzerland", "Yemen", "Libya", "Micronesia", "Mexico", "Guatemala", "Panama", "Djibouti",
    "Czech Republic", "Botswana", "Lesotho", "Kiribati", "North Macedonia", "Taiwan", "China", "Mali", "Philippines", "Papua New Guinea",
))  # fmt: skip
_WITH_ARTICLE = frozenset(("United States", "United Kingdom", "Netherlands", "United Arab Emirates"))
_SEATS = {"Russia": "the Kremlin", "United States": "the White House", "United Kingdom": "Downing Street"}
_SHORT = {"United Kingdom": "Britain"}

_GIVEN = (
    "Anna", "Boris", "Carla", "Daniel", "Elena", "Farid", "Greta", "Hassan", "Ines", "Jonas", "Katarina", "Leon", "Mira", "Nadia", "Oskar",
    "Petra", "Rafael", "Salma", "Tomas", "Ursula", "Viktor", "Yusuf", "Zora", "Amina", "Bruno", "Dalia", "Emil", "Felix", "Hugo", "Irina",
)  # fmt: skip
_FIRST = ("Kov", "Bar", "Tel", "Mor", "Dra", "Val", "Hol", "Ser", "Lan", "Ost", "Ven", "Zab", "Rud", "Pel", "Gar", "Nem", "Tor", "Bel")
_MIDDLE = ("a", "e", "i", "o", "u", "ari", "eni", "oli")
_LAST = ("rsky", "nkov", "ssen", "midt", "zad", "rova", "llin", "ndez", "tti", "mbe", "kade", "vich")

PAPERS = tuple(
    f"{town} {paper}"
    for town in ("Harbour", "Northern", "Valley", "Capital", "Border", "Coastal", "Evening", "Central")
    for paper in ("Herald", "Courier", "Gazette", "Dispatch", "Observer")
)
ARTICLES_OF_DATELINES = ("{place}, {month} {day} — ", "{place}, {month} {day} (Meridian) - ", "{place} ({iso}) — ", "{place} — ")


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """A state: `name` as in the tables, `plain` as it stands in a sentence, `forms` for one who acts, `adjective`, capital and towns."""

    number: int
    name: str
    plain: str
    forms: tuple[str, ...]
    adjective: str
    capital: str
    towns: tuple[str, ...]


@cache
def states() -> tuple[State, ...]:
    """The states of the made world, in the order of the tables: those with a word for what is theirs and at least three towns."""
    found: list[State] = []
    for actor in knowledge.actors():
        if actor.kind != "state" or actor.name in _LEFT_OUT or not actor.demonyms:
            continue
        towns = _towns(actor)
        if len(towns) < 3:
            continue
        plain = f"the {actor.name}" if actor.name in _WITH_ARTICLE else actor.name
        plain = _SHORT.get(actor.name, plain)
        forms = [plain, plain]
        if actor.capital not in actor.doubtful:
            forms.append(actor.capital)
        forms += [_SEATS[actor.name]] if actor.name in _SEATS else []
        found.append(
            State(
                len(found),
                actor.name,
                plain,
                tuple(forms),
                plain if actor.demonyms[0].endswith("er") else actor.demonyms[0],
                actor.capital,
                towns,
            )
        )
    return tuple(found)


def _towns(actor: knowledge.Actor) -> tuple[str, ...]:
    """Towns of one country alone, whose names are nothing else."""
    persons = {word for forms in (knowledge.leader_forms(), knowledge.figure_forms()) for name in forms for word in name.split()}
    return tuple(
        place.name
        for place in knowledge.places()
        if place.country == actor.name
        and place.kind in ("city", "town")
        and not place.needs
        and place.name.isascii()
        and place.name.isalpha()
        and place.name not in persons
        and len(knowledge.place_forms()[place.name]) == 1
        and place.name not in knowledge.period_forms()
        and place.name != actor.capital
    )[:24]


def person(number: int) -> str:
    """An invented person; another one for each number up to some fifty thousand."""
    number = number * 7919 % (len(_GIVEN) * len(_FIRST) * len(_MIDDLE) * len(_LAST))
    number, given = divmod(number, len(_GIVEN))
    number, first = divmod(number, len(_FIRST))
    number, middle = divmod(number, len(_MIDDLE))
    return f"{_GIVEN[given]} {_FIRST[first]}{_MIDDLE[middle]}{_LAST[number]}"
