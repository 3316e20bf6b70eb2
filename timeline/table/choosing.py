"""Choosing: which events a reader wants to see, as a value that an address can hold, and in words how much of all that is."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline.dates.datespan import DateSpan
from timeline.dates.given import date_in
from timeline.dates.grain import GRAINS, Grain
from timeline.dates.inwords import unit_words
from timeline.dates.timex import CERTAINTIES
from timeline.errors import BadDate, BadFilter
from timeline.events.event import KINDS, STATUSES
from timeline.table.columns import demand_table

if TYPE_CHECKING:
    import pandas as pd

_CLOSED = {"kinds": KINDS, "statuses": STATUSES, "certainties": CERTAINTIES}
_COLUMNS = {
    "actors": "actors",
    "places": "places",
    "kinds": "kind",
    "articles": "article_id",
    "statuses": "status",
    "certainties": "certainty",
}
_NAMED = ("actors", "places")
# How a filter stands in an address: the name of the field → its short name there.
_SHORT = {
    "words": "q", "actors": "actor", "places": "place", "kinds": "kind", "articles": "article", "statuses": "status",
    "certainties": "certainty", "grain": "grain", "score": "score", "conflict": "conflict", "edited": "edited",
}  # fmt: skip
_LONGEST = 500  # characters of one value
_TERM = re.compile(r'"([^"]+)"|(\S+)')
_SENTENCE = re.compile(r'"sentence": ("(?:[^"\\]|\\.)*")')
_SEARCHED = ("title", "sentence", "actors", "places", "expression", "source", "x_note")
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Filter:
    """What an event must be to be shown; an empty field asks nothing, and of several values one is enough.

    `start` and `stop` are half-open days that it must touch. All of `words` must stand in it ("two words" side by side). `grain` is the
    coarsest precision, `score` the least worth. `conflict` and `edited` ask for those alone on which dates disagree, or that somebody
    has edited or noted.

    Raises: BadFilter where a value is not among the allowed.
    """

    start: dt.date | None = None
    stop: dt.date | None = None
    words: str = ""
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    certainties: tuple[str, ...] = ()
    grain: str = ""
    score: float = 0.0
    conflict: bool = False
    edited: bool = False

    def __post_init__(self) -> None:
        if self.start and self.stop and self.start >= self.stop:
            raise BadFilter(f"the window ends ({self.stop - _ONE_DAY}) before it starts ({self.start}). Change one of the two.")
        for name in _COLUMNS:
            values = tuple(dict.fromkeys(getattr(self, name)))
            object.__setattr__(self, name, values)
            for value in values:
                if name in _CLOSED and value not in _CLOSED[name]:
                    raise BadFilter(f"{name} {value!r} is not one of: {', '.join(_CLOSED[name])}.")
        if self.grain and self.grain not in GRAINS:
            raise BadFilter(f"grain {self.grain!r} is not one of: {', '.join(GRAINS)}.")
        if not 0 <= self.score <= 1:
            raise BadFilter(f"the least score {self.score!r} is not a number from 0 to 1.")
        object.__setattr__(self, "words", " ".join(self.words.split())[:_LONGEST].rstrip())
        object.__setattr__(self, "score", round(float(self.score), 3))

    @property
    def empty(self) -> bool:
        """Whether it asks nothing, so that every event is shown."""
        return self == Filter()

    def address(self) -> dict[str, str]:
        """The filter in short words for an address or a saved view, which `filter_from` reads back; what asks nothing is left out."""
        parts: dict[str, str] = {}
        if self.start:
            parts["from"] = _short_day(self.start, first=True)
        if self.stop:
            parts["to"] = _short_day(self.stop - _ONE_DAY, first=False)
        for name, short in _SHORT.items():
            value = getattr(self, name)
            if value:
                parts[short] = "; ".join(value) if isinstance(value, tuple) else "1" if value is True else f"{value}"
        return parts


def filter_from(address: Mapping[str, str]) -> Filter:
    """The filter that an address holds; what it says wrongly is passed over, as is what has nothing to do with it."""
    found: dict[str, Any] = {}
    for name, short in _SHORT.items():
        words = str(address.get(short, ""))[:_LONGEST].strip()
        if not words:
            continue
        kind = type(getattr(Filter(), name))
        if kind is tuple:
            values = tuple(filter(None, (part.strip() for part in words.split(";"))))
            found[name] = tuple(value for value in values if value in _CLOSED.get(name, values))
        elif kind is float:
            found[name] = float(words) if re.fullmatch(r"0?\.\d{1,17}|[01](?:\.0)?", words, re.ASCII) else 0.0
        elif kind is bool:
            found[name] = words in ("1", "true")
        elif name != "grain" or words in GRAINS:
            found[name] = words
    first, last = _given_day(address.get("from", "")), _given_day(address.get("to", ""))
    start, stop = first and first.start, last and last.stop
    if not (start and stop and start >= stop):
        found |= {"start": start, "stop": stop}
    return Filter(**found)


def chosen(frame: pd.DataFrame, wanted: Filter) -> pd.DataFrame:
    """The rows of a table that a filter lets through, in their order."""
    demand_table(frame, "chosen")
    import pandas as pd

    if wanted.empty or frame.empty:
        return frame
    kept = pd.Series(True, index=frame.index)
    if wanted.start:
        kept &= frame["stop"].isna() | (frame["stop"] > pd.Timestamp(wanted.start))
    if wanted.stop:
        kept &= frame["start"].isna() | (frame["start"] < pd.Timestamp(wanted.stop))
    for name, column in _COLUMNS.items():
        values = getattr(wanted, name)
        if values and name in _NAMED:
            kept &= frame[column].map(lambda names, values=frozenset(values): not values.isdisjoint(names.split("; ")))
        elif values:
            fits = frame[column].isin(values)
            if name == "articles":  # an event belongs to every article that tells it
                for value in values:
                    fits |= frame["mentions"].str.contains(f'"article_id": {json.dumps(value)}', regex=False)
            kept &= fits
    if wanted.grain:
        kept &= frame["grain"] <= wanted.grain
    if wanted.score:
        kept &= frame["score"] >= wanted.score
    if wanted.conflict:
        kept &= frame["conflict"]
    if wanted.edited:
        kept &= _is_edited(frame)
    if wanted.words and kept.any():
        terms = [_bare(phrase or word) for phrase, word in _TERM.findall(wanted.words)]
        found = [all(term in text for term in terms) for text in _texts(frame[kept])]
        kept[kept] = pd.Series(found, index=frame.index[kept], dtype="bool")
    return frame[kept].reset_index(drop=True)


def choices(frame: pd.DataFrame, name: str) -> dict[str, int]:
    """The values that a field of the filter can have in this table, the commonest first, each with the number of its events."""
    if name not in _COLUMNS:
        raise BadFilter(f"{name!r} has no choices. Ask for one of: {', '.join(_COLUMNS)}.")
    cells = frame[_COLUMNS[name]].astype(str)
    counts = Counter(value for cell in cells for value in (cell.split("; ") if name in _NAMED else (cell,)) if value)
    return dict(sorted(counts.items(), key=lambda found: (-found[1], found[0])))


def share_words(shown: int, total: int, wanted: Filter, names: Mapping[str, str] | None = None) -> str:
    """How much of all is shown, and by what choice: `12 of 28 events: 2014 to 2016, Iran`; `28 events` where it is all.

    `names` are those of articles by their id.
    """
    events = f"{total:,} event{'' if total == 1 else 's'}"
    return events if wanted.empty else f"{shown:,} of {events}: {filter_words(wanted, names)}"


def filter_words(wanted: Filter, names: Mapping[str, str] | None = None) -> str:
    """What a filter asks for, in words: `2014 to 2016, Iran, accord or attack`; nothing where it asks nothing."""
    said = [_window_words(wanted.start, wanted.stop)]
    for name in _COLUMNS:
        values = getattr(wanted, name)
        if name == "articles":
            values = [(names or {}).get(value, value) for value in values]
        said.append(" or ".join(values))
    said.append(f"“{wanted.words}”" if wanted.words else "")
    said.append(f"dated to the {wanted.grain}{'' if wanted.grain == GRAINS[0] else ' or finer'}" if wanted.grain else "")
    said.append(f"worth {wanted.score:g} or more" if wanted.score else "")
    said.append("dates disagree" if wanted.conflict else "")
    said.append("edited" if wanted.edited else "")
    return ", ".join(filter(None, said))


def _window_words(start: dt.date | None, stop: dt.date | None) -> str:
    grain = min((_grain_of(day) for day in (start, stop) if day), default=Grain.day)
    first = unit_words(start, grain) if start else ""
    last = unit_words(stop - _ONE_DAY, grain) if stop else ""
    if first and last:
        return first if first == last else f"{first} to {last}"
    return f"from {first}" if first else f"to {last}" if last else ""


def _grain_of(day: dt.date) -> Grain:
    """The coarsest of year, month and day that can begin here."""
    return Grain.day if day.day > 1 else Grain.month if day.month > 1 else Grain.year


def _short_day(day: dt.date, first: bool) -> str:
    """A day as the first or last of a year, of a month, or itself."""
    grain = _grain_of(day if first else day + _ONE_DAY) if day < dt.date.max or first else Grain.year
    return day.isoformat()[: {Grain.year: 4, Grain.month: 7}.get(grain, 10)]


def _given_day(words: str) -> DateSpan | None:
    try:
        return date_in(words) if words else None
    except BadDate:
        return None


def _is_edited(frame: pd.DataFrame) -> pd.Series:
    import pandas as pd

    kept = pd.Series(False, index=frame.index)
    if "x_edited" in frame:
        kept |= frame["x_edited"].astype(str).str.lower() == "true"
    if "x_note" in frame:
        kept |= frame["x_note"].fillna("").astype(str) != ""
    return kept


def _texts(frame: pd.DataFrame) -> list[str]:
    """All that is said of each event, as it is searched."""
    columns = [frame[name].fillna("").tolist() for name in _SEARCHED if name in frame]
    told = [" ".join(map(json.loads, _SENTENCE.findall(mentions)[1:])) for mentions in frame["mentions"]]
    return [_bare("\n".join(map(str, cells))) for cells in zip(*columns, told, strict=True)]


def _bare(words: str) -> str:
    """Words without what nobody types: capitals, accents on letters, kinds of blanks."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())
