"""The one door to data/*.csv: actors, leaders' terms, other figures, named periods, holidays, places and kinds of event."""

import csv
import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from timeline.errors import TimelineError

# What a wheel carries stands in the package; a checkout has it beside the package. In this order, since a folder
# that happens to be called data may stand beside an installed package.
_FOLDERS = (Path(__file__).parent / "data", Path(__file__).parent.parent / "data")

ACTOR_KINDS = (
    "state", "past state", "territory", "organisation", "alliance", "bloc", "armed group", "armed force", "party", "company", "people",
)  # fmt: skip
PERIOD_KINDS = ("war", "battle", "revolution", "uprising", "coup", "attack", "crisis", "disaster", "treaty", "election", "event", "epoch")
PLACE_KINDS = (
    "city", "town", "region", "province", "territory", "country", "continent", "ocean", "sea", "gulf", "strait", "canal", "river", "lake",
    "island", "peninsula", "mountains", "desert", "site",
)  # fmt: skip
PLOVER = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION",
    "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
PRONOUNS = ("he", "she", "")
DATE_GRAINS = ("day", "month", "year", "decade", "century")

_DATE_FORMS = "2022-02-24, 2022-02 or 2022"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Period:
    """A time that has a name: World War II, 9/11, the Arab Spring; half-open, `grain` is the precision of its ends.

    `needs` "since" marks names that date nothing by themselves, such as treaties: only after a word of time ("since Brexit").
    """

    name: str
    aliases: tuple[str, ...]
    start: dt.date | None
    stop: dt.date | None
    grain: str
    kind: str
    needs: str
    check: str


@dataclass(frozen=True, slots=True)
class Leader:
    """One term of one person in one office; `stop` is the day the successor takes over, None for those in office."""

    name: str
    aliases: tuple[str, ...]
    actor: str
    office: str
    term: int
    start: dt.date
    stop: dt.date | None
    grain: str
    pronoun: str
    party: str
    check: str


@dataclass(frozen=True, slots=True)
class Figure:
    """Who is named beside the leaders: ministers, generals, rebels, envoys; `actor` may be empty, years are about right."""

    name: str
    aliases: tuple[str, ...]
    actor: str
    role: str
    start: dt.date
    stop: dt.date | None
    pronoun: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday: fixed in every year where `year` is None, else in that year; `approximate` by a day where the moon decides."""

    name: str
    aliases: tuple[str, ...]
    year: int | None
    month: int
    day: int
    days: int
    approximate: bool


@dataclass(frozen=True, slots=True)
class Actor:
    """Who can act. `doubtful` forms are shared with others or are ordinary words: take them only where the context agrees."""

    name: str
    kind: str
    code: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    metonyms: tuple[str, ...]
    doubtful: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map, to about a tenth of a degree; `needs` "in" marks names that are ordinary words or persons' names."""

    name: str
    kind: str
    country: str
    latitude: float
    longitude: float
    aliases: tuple[str, ...]
    needs: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event with the lemmas that tell it; some are several words ("step down", "peace treaty")."""

    name: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    plover: str


class _BadCell(Exception):
    """A cell that cannot be read; becomes one fault in the message about its file."""


class _Row:
    """One line of a CSV, whose cells are asked for by column and by what they should hold."""

    def __init__(self, cells: Mapping[str, str | None]) -> None:
        self._cells = cells

    def text(self, column: str, allowed: Iterable[str] = ()) -> str:
        """The cell, which may be empty if `allowed` says so or says nothing."""
        value = (self._cells[column] or "").strip()
        choices = tuple(allowed)
        if choices and value not in choices:
            raise _BadCell(f"{column} {value!r} is not one of: {', '.join(choice or '(empty)' for choice in choices)}")
        return value

    def filled(self, column: str) -> str:
        """The cell, which must not be empty."""
        value = self.text(column)
        if not value:
            raise _BadCell(f"{column} is empty, and must not be")
        return value

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that are set apart by semicolons."""
        return tuple(part.strip() for part in self.text(column).split(";") if part.strip())

    def whole(self, column: str, low: int, high: int) -> int:
        """A whole number between `low` and `high`, both allowed."""
        value = self.filled(column)
        if not re.fullmatch(r"-?\d{1,6}", value, re.ASCII) or not low <= int(value) <= high:
            raise _BadCell(f"{column} {value!r} is not a whole number from {low} to {high}")
        return int(value)

    def degrees(self, column: str, limit: int) -> float:
        """Degrees from −limit to limit."""
        value = self.filled(column)
        if not re.fullmatch(r"-?\d{1,3}(\.\d{1,4})?", value, re.ASCII) or abs(float(value)) > limit:
            raise _BadCell(f"{column} {value!r} is not a number of degrees from -{limit} to {limit}")
        return float(value)

    def span(self) -> tuple[dt.date | None, dt.date | None, str]:
        """The cells `start`, `stop` and `grain`, checked against each other."""
        start, stop, grain = self._date("start"), self._date("stop"), self.text("grain", DATE_GRAINS)
        known = [end for end in (start, stop) if end]
        if not known:
            raise _BadCell("start and stop are both empty, at least one must be known")
        if start and stop and stop[0] <= start[0]:
            raise _BadCell(f"stop {stop[0]} is not after start {start[0]} (stop is the first day outside)")
        coarsest = max((end[1] for end in known), key=DATE_GRAINS.index)
        if grain != coarsest and not (coarsest == "year" and grain in ("decade", "century")):
            raise _BadCell(f"grain {grain!r} does not fit dates that are known to the {coarsest}")
        return start and start[0], stop and stop[0], grain

    def _date(self, column: str) -> tuple[dt.date, str] | None:
        value = self.text(column)
        if not value:
            return None
        if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value, re.ASCII):
            raise _BadCell(f"{column} {value!r} is not a date. Write {_DATE_FORMS}")
        parts = [int(part) for part in value.split("-")]
        try:
            return dt.date(parts[0], *(parts[1:] + [1, 1])[:2]), ("year", "month", "day")[len(parts) - 1]
        except ValueError as fault:
            raise _BadCell(f"{column} {value!r} is no day in the calendar. Write {_DATE_FORMS}") from fault


def _period(row: _Row) -> Period:
    start, stop, grain = row.span()
    return Period(
        row.filled("name"), row.many("aliases"), start, stop, grain,
        row.text("kind", PERIOD_KINDS), row.text("needs", ("since", "")), row.filled("check"),
    )  # fmt: skip


def _leader(row: _Row) -> Leader:
    start, stop, grain = row.span()
    if start is None:
        raise _BadCell("start is empty, and must not be")
    return Leader(
        row.filled("name"), row.many("aliases"), row.filled("actor"), row.filled("office"), row.whole("term", 1, 20),
        start, stop, grain, row.text("pronoun", PRONOUNS), row.text("party"), row.filled("check"),
    )  # fmt: skip


def _figure(row: _Row) -> Figure:
    start = row.whole("start", 1, 9999)
    stop = row.whole("stop", start + 1, 9999) if row.text("stop") else None
    return Figure(
        row.filled("name"), row.many("aliases"), row.text("actor"), row.filled("role"),
        dt.date(start, 1, 1), dt.date(stop, 1, 1) if stop else None, row.text("pronoun", PRONOUNS),
    )  # fmt: skip


def _holiday(row: _Row) -> Holiday:
    year = row.whole("year", 1, 9999) if row.text("year") else None
    month, day = row.whole("month", 1, 12), row.whole("day", 1, 31)
    try:
        dt.date(year or 2000, month, day)  # 2000 is a leap year, so 29 February may be a fixed holiday
    except ValueError as fault:
        raise _BadCell(f"month {month} has no day {day} in that year") from fault
    approximate = row.text("approximate", ("yes", "")) == "yes"
    return Holiday(row.filled("name"), row.many("aliases"), year, month, day, row.whole("days", 1, 60), approximate)


def _actor(row: _Row) -> Actor:
    return Actor(
        row.filled("name"), row.text("kind", ACTOR_KINDS), row.text("code"), row.many("aliases"), row.many("demonyms"),
        row.text("capital"), row.many("metonyms"), row.many("doubtful"),
    )  # fmt: skip


def _place(row: _Row) -> Place:
    return Place(
        row.filled("name"), row.text("kind", PLACE_KINDS), row.text("country"),
        row.degrees("latitude", 90), row.degrees("longitude", 180), row.many("aliases"), row.text("needs", ("in", "")),
    )  # fmt: skip


def _kind(row: _Row) -> Kind:
    return Kind(row.filled("name"), row.many("verbs"), row.many("nouns"), row.text("plover", (*PLOVER, "")))


_COLUMNS = {
    "periods": ("name", "aliases", "start", "stop", "grain", "kind", "needs", "check"),
    "leaders": ("name", "aliases", "actor", "office", "term", "start", "stop", "grain", "pronoun", "party", "check"),
    "figures": ("name", "aliases", "actor", "role", "start", "stop", "pronoun"),
    "holidays": ("name", "aliases", "year", "month", "day", "days", "approximate"),
    "actors": ("name", "kind", "code", "aliases", "demonyms", "capital", "metonyms", "doubtful"),
    "places": ("name", "kind", "country", "latitude", "longitude", "aliases", "needs"),
    "kinds": ("name", "plover", "verbs", "nouns"),
}


def folder() -> Path:
    """The folder that holds the tables: that of the installed package, else that of the checkout.

    Raises: TimelineError if neither is there.
    """
    for place in _FOLDERS:
        if (place / "actors.csv").is_file():
            return place
    raise TimelineError(f"the tables are missing: no actors.csv in {' or '.join(map(str, _FOLDERS))}. Install the package again.")


def rows(path: Path, columns: tuple[str, ...], make: Callable[[_Row], T]) -> tuple[T, ...]:
    """All rows of one CSV, each made into a value.

    Raises: TimelineError, which lists every broken row of the file with its line, its column and what is allowed.
    """
    made: list[T] = []
    faults: list[str] = []
    with path.open(encoding="utf-8-sig", newline="") as file:  # spreadsheets write a byte order mark
        reader = csv.DictReader(file)
        missing = [column for column in columns if column not in (reader.fieldnames or ())]
        if missing:
            raise TimelineError(f"{path.name} lacks the column {', '.join(missing)}. Its first line must name: {','.join(columns)}")
        for cells in reader:
            try:
                if None in cells or None in cells.values():
                    raise _BadCell(f"has not {len(reader.fieldnames or ())} cells; put a cell that holds a comma between double quotes")
                made.append(make(_Row(cells)))
            except _BadCell as fault:
                faults.append(f"line {reader.line_num} ({cells.get(columns[0]) or 'no name'}): {fault}")
    if faults:
        raise TimelineError(f"{path.name} has rows that cannot be read: {'; '.join(faults)}. See data/README.md.")
    return tuple(made)


def _table(name: str, make: Callable[[_Row], T]) -> tuple[T, ...]:
    return rows(folder() / f"{name}.csv", _COLUMNS[name], make)


@cache
def periods() -> tuple[Period, ...]:
    """Wars, revolutions, attacks, crises and epochs with their days."""
    return _table("periods", _period)


@cache
def leaders() -> tuple[Leader, ...]:
    """Heads of states and bodies, one a term."""
    return _table("leaders", _leader)


@cache
def figures() -> tuple[Figure, ...]:
    """Ministers, generals, rebels and others whom newspapers name, one a person."""
    return _table("figures", _figure)


@cache
def holidays() -> tuple[Holiday, ...]:
    """Fixed holidays, and movable ones one a year."""
    return _table("holidays", _holiday)


@cache
def actors() -> tuple[Actor, ...]:
    """States, past states, organisations, alliances, armed groups and others who act."""
    return _table("actors", _actor)


@cache
def places() -> tuple[Place, ...]:
    """Cities, seas, straits, regions and the like; of places with one name, the likelier stands first."""
    return _table("places", _place)


@cache
def kinds() -> tuple[Kind, ...]:
    """The kinds of event with their words."""
    return _table("kinds", _kind)


@cache
def actor_forms() -> Mapping[str, Actor]:
    """Every name, alias and demonym of an actor, in its own case, to the actor; metonyms and doubtful forms are not in."""
    return MappingProxyType({form: actor for actor in actors() for form in (actor.name, *actor.aliases, *actor.demonyms)})


@cache
def metonym_forms() -> Mapping[str, Actor]:
    """Capitals and seats of power to the actor they stand for when they act ("Tehran rejected …")."""
    capitals = {actor.capital: actor for actor in reversed(actors()) if actor.capital and actor.kind == "state"}
    return MappingProxyType(capitals | {form: actor for actor in actors() for form in actor.metonyms})


@cache
def leader_forms() -> Mapping[str, tuple[Leader, ...]]:
    """Every name and alias of a leader to all terms of all who bear it, by their start."""
    ordered = sorted(leaders(), key=lambda leader: leader.start)
    return _grouped((form, leader) for leader in ordered for form in (leader.name, *leader.aliases))


@cache
def figure_forms() -> Mapping[str, Figure]:
    """Every name and alias of a figure."""
    return MappingProxyType({form: figure for figure in figures() for form in (figure.name, *figure.aliases)})


@cache
def period_forms() -> Mapping[str, Period]:
    """Every name and alias that dates wherever it stands, to its period."""
    return _period_forms("")


@cache
def bound_period_forms() -> Mapping[str, Period]:
    """Every name and alias that dates only after a word of time ("since the Dayton Accords"), to its period."""
    return _period_forms("since")


def _period_forms(needs: str) -> Mapping[str, Period]:
    found = (period for period in periods() if period.needs == needs)
    return MappingProxyType({form: period for period in found for form in (period.name, *period.aliases)})


@cache
def holiday_forms() -> Mapping[str, tuple[Holiday, ...]]:
    """Every name and alias of a holiday to its one row, if it is fixed, or to its rows year by year."""
    return _grouped((form, holiday) for holiday in holidays() for form in (holiday.name, *holiday.aliases))


@cache
def place_forms() -> Mapping[str, tuple[Place, ...]]:
    """Every name and alias of a place to all places that bear it, the likelier first."""
    return _grouped((form, place) for place in places() for form in (place.name, *place.aliases))


@cache
def verb_kinds() -> Mapping[str, str]:
    """Every verb lemma to the name of its kind."""
    return MappingProxyType({verb: kind.name for kind in kinds() for verb in kind.verbs})


@cache
def noun_kinds() -> Mapping[str, str]:
    """Every noun lemma, which may be several words, to the name of its kind."""
    return MappingProxyType({noun: kind.name for kind in kinds() for noun in kind.nouns})


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    groups: dict[str, tuple[T, ...]] = {}
    for form, value in pairs:
        groups[form] = (*groups.get(form, ()), value)
    return MappingProxyType(groups)
