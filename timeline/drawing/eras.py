"""Eras: where time is cut, how wide each panel is, and the ticks of its axis."""

from __future__ import annotations

import calendar
import datetime as dt
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline.drawing.lettering import width
from timeline.drawing.scene import Cut, Era, Tick
from timeline.drawing.spans import Spans, day_of, moment_of, number_of
from timeline.drawing.wording import MONTHS, length_words

if TYPE_CHECKING:
    import numpy as np

# A gap of a year or more is cut when it exceeds 0.6 of all the time to its right and takes a quarter of its panel; and when the
# events before and after it lie at such different densities that one scale cannot show both. Where the news is of a few weeks, the
# months before it may be cut too, but only for the second reason.
_OF_THE_REST, _FLOOR, _OF_THE_PANEL = 0.6, 365.0, 0.25
_WEEKS, _MONTHS = 184.0, 90.0  # days to the right of a short gap at most, and of the gap itself at least
_GAIN = 3.0
_CROWDING = 0.85  # a panel is as wide as its events to this power: many events need room, but not all of it
_LEAST_PANEL = 148
CUT_WIDTH = 40
_EDGE = 16  # pixels kept free inside a panel's two edges, so that no mark is halved
_RUN_ON = 54  # the same at the right, where something is ongoing: room for its arrow
_SHORTEST = 7  # days: below this a panel would show hours
_STEPS = (("day", 1), ("day", 2), ("day", 7), ("month", 1), ("month", 3), ("month", 6)) + tuple(
    ("year", years) for years in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000)
)


@dataclass(frozen=True, slots=True)
class Axis:
    """All panels of a picture side by side, and the way from day numbers to pixels.

    `starts` and `stops` are day numbers with fractions, so that a panel keeps its pixels to the point.
    """

    eras: tuple[Era, ...]
    cuts: tuple[Cut, ...]
    starts: np.ndarray[Any, Any]
    stops: np.ndarray[Any, Any]

    def era_of(self, day: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        """The panel that each day lies in; a day in a cut belongs to the panel on its right."""
        import numpy as np

        return np.asarray(np.minimum(np.searchsorted(self.stops, day, side="right"), len(self.eras) - 1))

    def x(self, day: np.ndarray[Any, Any], era: np.ndarray[Any, Any] | int) -> np.ndarray[Any, Any]:
        """Pixels of days, held inside the panel."""
        import numpy as np

        left = np.array([panel.x0 for panel in self.eras])[era]
        right = np.array([panel.x1 for panel in self.eras])[era]
        start, stop = self.starts[era], self.stops[era]
        return np.asarray(np.clip(left + (day - start) / (stop - start) * (right - left), left, right))


def axis_for(spans: Spans, x0: float, x1: float, *, cut: bool, window: tuple[dt.date, dt.date] | None, size: float) -> Axis:
    """The panels between two pixels, for at least one event. `size` is that of the tick labels."""
    import numpy as np

    if window is not None:
        reaches = [(number_of(window[0]), number_of(window[1]))]
    else:
        most = 1 + max(0, min(3, int((x1 - x0) // 240) - 1)) if cut else 1
        reaches = _reaches(spans, most)
    stops = np.array([stop for _, stop in reaches])
    home = np.minimum(np.searchsorted(stops, spans.middle, side="right"), len(reaches) - 1)
    counts = np.bincount(home, minlength=len(reaches))
    rooms = _rooms(counts, x1 - x0 - CUT_WIDTH * (len(reaches) - 1))
    padded = reaches if window is not None else _padded(reaches, rooms, bool(spans.open_right.any()))
    eras: list[Era] = []
    left = x0
    for (start, stop), room in zip(padded, rooms, strict=True):
        ticks = _ticks(start, stop, left, left + room, size)
        eras.append(Era(moment_of(start), moment_of(stop), left, left + room, ticks))
        left += room + CUT_WIDTH
    cuts = []
    for index in range(len(eras) - 1):
        empty = reaches[index + 1][0] - reaches[index][1]
        start, stop = padded[index][1], padded[index + 1][0]
        cuts.append(Cut(eras[index].x1, eras[index + 1].x0, day_of(start), day_of(stop), f"{length_words(round(empty))} left out"))
    return Axis(tuple(eras), tuple(cuts), np.array([start for start, _ in padded]), np.array([stop for _, stop in padded]))


def _reaches(spans: Spans, most: int) -> list[tuple[float, float]]:
    """The first and last day number of each era, after at most `most` − 1 cuts, the most useful first."""
    import numpy as np

    low, high = spans.known()
    order = np.argsort(low, kind="stable")
    low, reached = low[order], np.maximum.accumulate(high[order])
    apart = low[1:] - reached[:-1]
    at = np.flatnonzero((apart > _FLOOR) | ((apart > _MONTHS) & (reached[-1] - low[1:] < _WEEKS)))
    gaps = [(float(reached[index]), float(low[index + 1])) for index in at]
    eras = [(float(low[0]), float(reached[-1]))]
    middles = np.sort(spans.middle)
    while len(eras) < most:
        chances = []
        for era in eras:
            for gap in gaps:
                if era[0] < gap[0] and gap[1] < era[1]:
                    length = gap[1] - gap[0]
                    empty = length > max(_FLOOR, _OF_THE_REST * (eras[-1][1] - gap[1])) and length >= _OF_THE_PANEL * (era[1] - era[0])
                    gain = _weight(middles, era[0], gap[0]) + _weight(middles, gap[1], era[1]) - _weight(middles, *era)
                    if empty or gain > _GAIN:
                        chances.append((max(gain, _GAIN * empty) * math.sqrt(length / (era[1] - era[0])), era, gap))
        if not chances:
            break
        _, era, gap = max(chances)
        eras[eras.index(era) : eras.index(era) + 1] = [(era[0], gap[0]), (gap[1], era[1])]
    return eras


def _weight(middles: np.ndarray[Any, Any], start: float, stop: float) -> float:
    """How well one scale suits the events from `start` to `stop`.

    Source: the fitness of a block of events in Scargle et al., Studies in Astronomical Time Series Analysis VI (2013).
    """
    import numpy as np

    count = int(np.searchsorted(middles, stop, side="right") - np.searchsorted(middles, start, side="left"))
    return count * math.log(count / max(stop - start, _FLOOR)) if count else 0.0


def _rooms(counts: np.ndarray[Any, Any], room: float) -> list[float]:
    """The width of each panel: by its events, but none under the least."""
    import numpy as np

    weights = np.maximum(counts, 1) ** _CROWDING
    rooms = weights / weights.sum() * room
    least = min(_LEAST_PANEL, room / len(rooms))
    for _ in range(len(rooms)):
        thin = rooms <= least
        if thin.all():
            break
        rooms = np.where(thin, least, weights / weights[~thin].sum() * (room - least * thin.sum()))
    return [float(size) for size in np.round(rooms, 1)]


def _padded(reaches: list[tuple[float, float]], rooms: list[float], right_open: bool) -> list[tuple[float, float]]:
    """The panels' days, wider than their events so that no mark stands on an edge, but never past half of a cut."""
    padded = []
    for index, ((start, stop), room) in enumerate(zip(reaches, rooms, strict=True)):
        if stop - start < _SHORTEST:
            start, stop = (start + stop - _SHORTEST) / 2, (start + stop + _SHORTEST) / 2
        after = _RUN_ON if right_open and index == len(reaches) - 1 else _EDGE
        day = (stop - start) / (room - _EDGE - after)
        low = start - _EDGE * day
        high = stop + after * day
        if index:
            low = max(low, (reaches[index - 1][1] + start) / 2)
        if index + 1 < len(reaches):
            high = min(high, (reaches[index + 1][0] + stop) / 2)
        padded.append((max(low, number_of(dt.date.min)), min(high, number_of(dt.date.max))))
    return padded


def _ticks(start: float, stop: float, x0: float, x1: float, size: float) -> tuple[Tick, ...]:
    """Ticks as close as their words allow, at least one where the calendar has one in the panel."""
    scale = (x1 - x0) / (stop - start)
    needs = {"day": width("30", size) * 2.2, "month": width("May", size) * 1.9, "year": width("2020", size) * 1.5}
    lengths = {"day": 1, "month": 30.4, "year": 365.2425}
    for unit, count in _STEPS:
        if lengths[unit] * count * scale < needs[unit] or (unit == "day" and stop - start > 62):
            continue
        days = [day for day in _tick_days(day_of(start), day_of(stop), unit, count) if start <= number_of(day) <= stop]
        if days:
            return tuple(Tick(x0 + (number_of(day) - start) * scale, day, *_tick_words(day, unit)) for day in days)
    middle = day_of((start + stop) / 2)
    return (Tick((x0 + x1) / 2, middle, str(middle.year), True),)


def _tick_days(first: dt.date, last: dt.date, unit: str, count: int) -> list[dt.date]:
    if unit == "day":
        days = [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
        whole = [day for day in days if (day.day - 1) % count == 0]
        # None crowds the first of a month.
        return [day for day in whole if day.day + count - 1 <= calendar.monthrange(day.year, day.month)[1]]
    if unit == "month":
        return [dt.date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13, count)]
    return [dt.date(year, 1, 1) for year in range(max(first.year // count * count, count), last.year + 1, count)]


def _tick_words(day: dt.date, unit: str) -> tuple[str, bool]:
    if unit == "day":
        return str(day.day), day.day == 1
    return (MONTHS[day.month - 1][:3], day.month == 1) if unit == "month" else (str(day.year), True)
