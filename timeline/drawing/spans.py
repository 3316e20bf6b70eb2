"""Spans: what each row of the table means on a time axis, in numpy columns of day numbers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from timeline.dates.grain import GRAINS, Grain

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

EPOCH = dt.date(1970, 1, 1).toordinal()

# A unit of each grain at its longest, from `day` to `century`, and half of it where its ends are rough.
_LONGEST = (1, 7, 31, 92, 92, 184, 366, 3653, 36525)
_HALF = (0.5, 3.5, 15.2, 45.6, 45.6, 91.3, 182.6, 1826.2, 18262.1)
SHAPES: tuple[Literal["disc", "diamond", "square", "ring"], ...] = ("disc", "diamond", "square", "ring")
_MOST_OF_IT = 0.4
_SHAPE_DAYS = (1, 31, 366)  # up to a day a disc, up to a month a diamond, up to a year a square, else a ring


@dataclass(frozen=True, slots=True)
class Spans:
    """The table's time, a column each. Units: days since 1970, fractions allowed, NaN for an open end.

    `middle` is where the mark stands: the middle of the days it could be. `pale_*` is what the source allows, `solid_*` what
    truly lasted; NaN where there is none. Only one of `allowed`, `lasting`, `open_left`, `open_right` holds for a row.
    """

    start: np.ndarray[Any, Any]
    stop: np.ndarray[Any, Any]
    middle: np.ndarray[Any, Any]
    allowed: np.ndarray[Any, Any]
    lasting: np.ndarray[Any, Any]
    open_left: np.ndarray[Any, Any]
    open_right: np.ndarray[Any, Any]
    pale_start: np.ndarray[Any, Any]
    pale_stop: np.ndarray[Any, Any]
    solid_start: np.ndarray[Any, Any]
    solid_stop: np.ndarray[Any, Any]
    shape: np.ndarray[Any, Any]

    def ends(self) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
        """The first and last day number of each span; of an open one, the unit in which its one end lies as far as its mark."""
        import numpy as np

        first = np.where(self.open_left, np.minimum(self.stop - 1, self.middle), self.start)
        return first, np.where(self.open_right, np.maximum(self.start + 1, self.middle), self.stop)

    def known(self) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
        """Stretches that must be in sight, for eras: whole spans, but of what lasted for most of the time only its two ends."""
        import numpy as np

        ends = self.ends()
        long = self.lasting & (ends[1] - ends[0] > _MOST_OF_IT * (ends[1].max() - ends[0].min()))
        low = np.concatenate([ends[0], np.where(long, self.stop - 1, ends[0])])
        high = np.concatenate([np.where(long, self.start + 1, ends[1]), ends[1]])
        return low, high


def spans_of(frame: pd.DataFrame) -> Spans:
    """The spans of the table's rows.

    A span of one unit, a rough one, one with a named certainty and one of decades or centuries says when something could have
    been; a longer one says how long it lasted, and its two ends stand in the middle of the unit each could lie in.
    """
    import numpy as np

    start, stop = (_days(frame[name]) for name in ("start", "stop"))
    grain = frame["grain"].cat.codes.to_numpy()
    half, longest = np.array(_HALF)[grain], np.array(_LONGEST)[grain]
    open_left, open_right = np.isnan(start), np.isnan(stop)
    closed = ~(open_left | open_right)
    length = stop - start
    rough = frame["approximate"].to_numpy() | (frame["certainty"] == "named").to_numpy()
    allowed = closed & ((length <= longest) | rough | (grain >= GRAINS.index(Grain.decade.name)))
    lasting = closed & ~allowed
    # Days and weeks have sharp ends; so has an open span that is rough anyway, since its first day is only an estimate.
    tip = np.where(grain < GRAINS.index(Grain.month.name), 0.0, half)
    tip = np.where(~closed & frame["approximate"].to_numpy(), 0.0, tip)
    inside = np.maximum(tip, 0.5)
    middle = np.where(closed, (start + stop) / 2, np.where(open_right, start + inside, stop - inside))
    solid_start = np.where(lasting | open_right, np.where(open_right, middle, start + tip), np.nan)
    solid_stop = np.where(lasting | open_left, np.where(open_left, middle, stop - tip), np.nan)
    days = np.where(allowed, length, longest)
    return Spans(
        start=start, stop=stop, middle=middle, allowed=allowed, lasting=lasting, open_left=open_left, open_right=open_right,
        pale_start=np.where(open_left, middle, start), pale_stop=np.where(open_right, middle, stop),
        solid_start=solid_start, solid_stop=solid_stop, shape=np.searchsorted(_SHAPE_DAYS, days),
    )  # fmt: skip


def _days(column: pd.Series[Any]) -> np.ndarray[Any, Any]:
    import numpy as np

    days = column.to_numpy().astype("datetime64[D]")
    return np.where(np.isnat(days), np.nan, days.astype("int64").astype("float64"))


def day_of(number: float) -> dt.date:
    """The day of a day number; what the calendar cannot hold becomes its first or last day."""
    return dt.date.fromordinal(min(max(int(number // 1) + EPOCH, 1), dt.date.max.toordinal()))


def moment_of(number: float) -> dt.datetime:
    """The day number with its time of day, to the minute."""
    minutes = round((number % 1) * 1440)
    moment = dt.datetime.combine(day_of(number), dt.time())
    return moment if moment.date() == dt.date.max else moment + dt.timedelta(minutes=minutes)


def number_of(day: dt.date) -> float:
    """The day number of a day."""
    return float(day.toordinal() - EPOCH)
