"""The world: events as they happen day by day, those of earlier decades, and look-alikes; each told so many times."""

from __future__ import annotations

import datetime as dt
from collections import deque
from dataclasses import dataclass, replace
from random import Random

from tests.corpus.making.deeds import DEEDS
from tests.corpus.making.names import State, person, states
from tests.corpus.making.wordings import Deed

FIRST_DAY = dt.date(2012, 1, 1)
_OLDEST = 1960
DAY = dt.timedelta(days=1)
_AFRESH = 6  # days for which an event is news
_RECALLED = 10  # events of the last years that articles about a state recall
_OLD = 3  # events of earlier decades that they recall
MOST_TOLD = 30
_OFTEN = ("statement", "threat")  # deeds that a year or a month does not tell apart


@dataclass(slots=True, eq=False)
class Happening:
    """One event: `left` tellings may follow; `alone` in its year, so that a month or a year tells it."""

    key: str
    deed: Deed
    agent: State
    patient: State | None
    town: str
    thing: str
    amount: int
    person: str
    start: dt.date
    stop: dt.date
    grain: str
    status: str
    left: int
    alone: bool
    slots: dict[str, str]

    @property
    def sides(self) -> tuple[State, ...]:
        """The states that take part."""
        return (self.agent, self.patient) if self.patient else (self.agent,)


class World:
    """Events, made as they are asked for; what it holds does not grow but for one number an event."""

    def __init__(self, rng: Random, twins: float = 0.12) -> None:
        self._rng, self._twins = rng, twins
        self._made = self._persons = 0
        self._claims: set[int] = set()
        self._news: list[Happening] = []
        self._recent: dict[int, deque[Happening]] = {state.number: deque(maxlen=_RECALLED) for state in states()}
        self._old: dict[int, list[Happening]] = {state.number: [] for state in states()}

    def news(self, day: dt.date, about: Happening | None = None) -> Happening:
        """An event of the last days that is told on a day; one about the same states as another where there is one."""
        self._expire(day)
        rng = self._rng
        if about is not None:
            near = [each for each in self._news if each is not about and set(each.sides) & set(about.sides)]
            if near and rng.random() < 0.7:
                return self._told(near[int(rng.random() * len(near))])
        if not self._news or rng.random() < 0.22:
            self._happen(day)
        return self._told(self._news[int(rng.random() * len(self._news))])

    def recalled(self, about: Happening, day: dt.date) -> Happening | None:
        """An older event that an article recalls: of one of the states that it is about, of the last years or of earlier decades."""
        rng = self._rng
        side = about.sides[int(rng.random() * len(about.sides))]
        if rng.random() < 0.5:
            recent = self._recent[side.number]
            if recent:
                found = recent[int(rng.random() * len(recent))]
                if found.left > 0 and (day - found.stop).days > _AFRESH:
                    found.left -= 1
                    return found
        old = self._old[side.number]
        old[:] = [each for each in old if each.left > 0]
        if len(old) < _OLD:
            made = self._long_ago(side)
            if made is not None:
                old.append(made)
        if not old:
            return None
        found = old[int(rng.random() * len(old))]
        found.left -= 1
        return found

    def _told(self, event: Happening) -> Happening:
        event.left -= 1
        if event.left <= 0:
            self._retire(event)
        return event

    def _expire(self, day: dt.date) -> None:
        for event in [each for each in self._news if (day - each.start).days > _AFRESH or (each.status == "planned" and each.start <= day)]:
            self._retire(event)

    def _retire(self, event: Happening) -> None:
        self._news.remove(event)
        event.left = int(self._rng.random() ** 2 * 8)
        if event.left and event.status == "happened":
            for side in event.sides:
                self._recent[side.number].append(event)

    def _happen(self, day: dt.date) -> None:
        """Something happens, of which the papers tell; now and then also something that could be taken for it."""
        rng = self._rng
        event = self._drawn(day - DAY * int(rng.random() * 3))
        if rng.random() < 0.05 and event.deed.planned:
            event = replace(event, start=day + DAY * rng.randint(3, 25), status="planned", left=min(event.left, 6), alone=False)
            event.stop = event.start + DAY
        elif rng.random() < 0.3 and event.deed.lasting:
            event.stop, event.grain = event.start + DAY, "day"
            event.start -= DAY * rng.randint(2, 4)
            event = replace(event, alone=False)
        self._news.append(event)
        if rng.random() < self._twins:
            self._news.append(self._twin(event, day))

    def _twin(self, event: Happening, day: dt.date) -> Happening:
        """What must not be joined with an event: the same elsewhere, the other way round, or planned for another day."""
        rng = self._rng
        event.alone = False
        other = replace(event, key=self._key(), slots={}, left=self._tellings(), alone=False)
        if event.patient and not event.deed.mutual and rng.random() < 0.5:
            other.agent, other.patient = event.patient, event.agent
            other.town = self._town(other.deed, other.agent, other.patient)
        elif all(wording.says_place for wording in event.deed.past) and rng.random() < 0.6:
            other.town = next(t for t in self._towns(event) if t != event.town)
            other.amount = self._amount(event.deed)
        elif event.deed.planned and event.status == "happened":
            other.start = day + DAY * rng.randint(6, 20)
            other.stop, other.status, other.left = other.start + DAY, "planned", min(other.left, 4)
        else:
            other.start = event.start - DAY * 4
            other.stop = event.stop - DAY * 4
            other.amount = self._amount(event.deed)
            if event.deed.things:
                other.thing = self._other_thing(event)
            if event.person:
                other.person = self._person()
        _fill(other)
        return other

    def _long_ago(self, side: State) -> Happening | None:
        """An event of earlier decades, that is alone in its year."""
        rng = self._rng
        for _ in range(12):
            year = rng.randint(_OLDEST, FIRST_DAY.year - 1)
            event = self._drawn(dt.date(year, rng.randint(1, 12), rng.randint(1, 28)), side)
            if not event.alone and event.deed.kind not in _OFTEN:
                continue
            which = rng.random()
            if event.deed.kind in _OFTEN:
                pass
            elif which < 0.1:
                event.start, event.grain = event.start.replace(day=1), "month"
                event.stop = (event.start + DAY * 31).replace(day=1)
            elif which < 0.16:
                event.start, event.stop, event.grain = dt.date(year, 1, 1), dt.date(year + 1, 1, 1), "year"
            elif which < 0.3 and event.deed.lasting:
                event.start = event.start.replace(month=min(9, event.start.month), day=1)
                event.stop, event.grain = event.start.replace(month=event.start.month + rng.randint(2, 3)), "month"
            event.alone = event.deed.kind not in _OFTEN
            event.left = rng.randint(3, MOST_TOLD)
            return event
        return None

    def _drawn(self, day: dt.date, side: State | None = None) -> Happening:
        rng, every = self._rng, states()
        for attempt in range(8):
            deed = DEEDS[int(rng.random() * len(DEEDS))]
            agent = every[int(rng.random() * len(every))]
            patient = None
            if deed.sides == 2:
                patient = every[(agent.number + 1 + int(rng.random() * (len(every) - 1))) % len(every)]
            if side is not None and side is not agent and side is not patient:
                agent = side if side is not patient else agent
            pair = agent.number * 1000 + (patient.number if patient else 999)
            if patient and patient.number > agent.number:
                pair = patient.number * 1000 + agent.number
            claim = (pair * 100 + deed.number) * 4000
            alone = claim + day.year not in self._claims
            if alone or attempt == 7:
                break
        self._claims.add(claim + day.year)
        event = Happening(
            self._key(), deed, agent, patient, self._town(deed, agent, patient),
            deed.things[int(rng.random() * len(deed.things))] if deed.things else "", self._amount(deed),
            self._person() if deed.past[0].says_person else "", day, day + DAY, "day", "happened", self._tellings(),
            alone and deed.kind not in _OFTEN, {},
        )  # fmt: skip
        _fill(event)
        return event

    def _key(self) -> str:
        self._made += 1
        return f"e{self._made:07d}"

    def _person(self) -> str:
        self._persons += 1
        return person(self._persons)

    def _tellings(self) -> int:
        """From 1 to 30, four or so on the average."""
        draw = self._rng.random()
        return 1 if draw < 0.3 else 2 if draw < 0.5 else 3 + int(self._rng.random() ** 3 * (MOST_TOLD - 2.01))

    def _amount(self, deed: Deed) -> int:
        if deed.most == 0:
            return 0
        number = self._rng.randint(deed.least, deed.most)
        return number if number < 1000 else number // 100 * 100

    def _town(self, deed: Deed, agent: State, patient: State | None) -> str:
        owner = {"A": agent, "B": patient}.get(deed.where)
        return owner.towns[int(self._rng.random() * len(owner.towns))] if owner else ""

    def _towns(self, event: Happening) -> list[str]:
        owner = event.agent if event.deed.where == "A" else event.patient
        assert owner is not None
        return self._rng.sample(owner.towns, min(2, len(owner.towns)))

    def _other_thing(self, event: Happening) -> str:
        things = event.deed.things
        return things[(things.index(event.thing) + 1) % len(things)]


def _fill(event: Happening) -> None:
    """The words of an event that are the same in each telling."""
    thing = event.thing
    a_thing = f"an {thing}" if thing[:1] in "aeiou" else f"a {thing}"
    a_state = f"{'an' if event.agent.adjective[:1] in 'AEIO' else 'a'} {event.agent.adjective}"
    event.slots = {
        "aa": a_state, "AA": a_state[:1].upper() + a_state[1:],
        "An": event.agent.plain, "a": event.agent.adjective, "pa": event.agent.adjective, "C": event.agent.capital,
        "P": event.town, "T": thing, "aT": a_thing,
        "AT": a_thing[:1].upper() + a_thing[1:], "N": f"{event.amount:,}", "W": event.person,
        "Bn": event.patient.plain if event.patient else "", "b": event.patient.adjective if event.patient else "",
    }  # fmt: skip
