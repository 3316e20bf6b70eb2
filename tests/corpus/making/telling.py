"""Telling: which events an article tells and in which words; the text of articles and the rows of tables are both made from this."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.corpus.making.dates import Dated, dated
from tests.corpus.making.wordings import Wording
from tests.corpus.making.world import DAY, FIRST_DAY, Happening, World

_CONTRADICTS = 0.04  # of the tellings of an event have another day or another number
_SOURCED = 0.2  # of the tellings name a source
_SOURCES = (", according to officials.", ", according to the state news agency.", ", according to local newspapers.", ", officials said.")
_A_DAY = 5  # articles at least, so that few articles lie near together in time


@dataclass(slots=True)
class Mention:
    """One telling of an event: its sentence in three parts, and what it says."""

    event: Happening
    dated: Dated
    before: str
    trigger: str
    after: str
    wording: Wording
    amount: int
    contradicts: bool

    @property
    def actors(self) -> list[str]:
        """Those who take part and are named in the sentence."""
        said = [each.name for each, named in zip(self.event.sides, self.wording.says_sides, strict=False) if named]
        return [self.event.person, *said] if self.event.person and self.wording.says_person else said

    @property
    def title(self) -> str:
        """The sentence without its date."""
        slots = {**self.event.slots, "A": self.event.agent.plain, "B": self.event.slots["Bn"], "N": f"{self.amount:,}"}
        said = self.wording.title.format_map(slots)
        return said[:1].upper() + said[1:]


def days_of(articles: int, years: float) -> int:
    """Over how many days so many articles are spread."""
    return max(7, min(int(years * 365.25), articles // _A_DAY))


def told(articles: int, rng: Random, years: float, fewest: int, most: int) -> Iterator[tuple[dt.date, list[Mention]]]:
    """The day and the tellings of each article, in the order of time; the shortest tell `fewest` events, the longest `most`."""
    days, world = days_of(articles, years), World(rng)
    for at in range(articles):
        day = FIRST_DAY + DAY * (at * days // articles)
        number = fewest + int(rng.random() * (most - fewest + 1))
        yield day, _article(world, day, number, rng)


def _article(world: World, day: dt.date, number: int, rng: Random) -> list[Mention]:
    first = world.news(day)
    events = [first]
    for _ in range(int(rng.random() * min(3, number))):
        more = world.news(day, first)
        if more not in events:
            events.append(more)
    for _ in range(2 * (number - len(events))):
        if len(events) == number:
            break
        older = world.recalled(events[int(rng.random() * min(3, len(events)))], day)
        if older is not None and older not in events:
            events.append(older)
    found: list[Mention] = []
    before: int | None = None
    year = day.year  # of which the text speaks
    for event in events:
        mention = _mention(event, day, rng, before, year)
        # "two years earlier" counts from the year that is said just before
        absolute = mention.dated.certainty == "stated" and mention.dated.start.year == mention.dated.stop.year - (
            mention.dated.grain == "year"
        )
        before = mention.dated.start.year if absolute else None
        year = mention.dated.start.year
        found.append(mention)
    return found


def _mention(event: Happening, day: dt.date, rng: Random, before: int | None, year: int) -> Mention:
    deed = event.deed
    wordings = deed.planned if event.status == "planned" else deed.past
    wording = wordings[int(rng.random() * len(wordings))]
    slots, amount, start, wrong = dict(event.slots), event.amount, None, rng.random() < _CONTRADICTS
    if wrong and wording.says_number and rng.random() < 0.5:
        amount = amount + max(1, amount // 7)
        slots["N"] = f"{amount:,}"
    elif wrong and event.grain == "day" and (event.stop - event.start).days == 1 and event.status == "happened":
        start = event.start - DAY * (1 + int(rng.random() * 2))
    else:
        wrong = False
    when = dated(event, day, wording.place_of_date, rng, start, before, year)
    wrong = wrong and (amount != event.amount or not when.start <= event.start < when.stop)
    words = when.words
    forms = event.agent.forms if when.start.year > 1991 else event.agent.forms[:2]  # Moscow was not always Russia
    slots["A"], slots["D"], slots["Dcap"] = forms[int(rng.random() * len(forms))], words, words[:1].upper() + words[1:]
    if event.patient:
        slots["B"] = event.patient.forms[int(rng.random() * 2)]
        if slots["A"] == event.agent.capital:  # nobody says that Moscow and France signed
            slots["B"] = event.patient.forms[2] if len(event.patient.forms) > 2 else slots["Bn"]
    opening = wording.before.format_map(slots)
    trigger = wording.trigger
    opening = opening[:1].upper() + opening[1:]
    rest = wording.after.format_map(slots)
    if rng.random() < _SOURCED:
        rest = rest[:-1] + _SOURCES[int(rng.random() * len(_SOURCES))]
    return Mention(event, when, opening, trigger, rest, wording, amount, wrong)
