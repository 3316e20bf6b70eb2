"""Columns: events too many to draw one by one, counted by lane and a few pixels of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.drawing import escape
from timeline.drawing.eras import Axis
from timeline.drawing.lanes import Band
from timeline.drawing.scene import Group
from timeline.drawing.spans import day_of

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

_BIN = 8  # pixels
_TOLD = 3  # titles that a column tells
_LEAST = 0.15  # of the height, so that one event stays in sight beside a thousand, and can be pointed at
HEIGHT = 34.0


def groups_in(
    band: Band, rows: np.ndarray[Any, Any], middle: np.ndarray[Any, Any], frame: pd.DataFrame, axis: Axis, y0: float, most: int
) -> list[Group]:
    """One column for each few pixels of a lane that hold events; `most` is the count that is as high as columns get."""
    import numpy as np

    if not len(rows):
        return []
    days = middle[rows]
    era = axis.era_of(days)
    x = axis.x(days, era)
    left = np.array([panel.x0 for panel in axis.eras])[era]
    bins = ((x - left) // _BIN).astype("int64")
    keys = era * 100_000 + bins
    order = np.lexsort((-frame["score"].to_numpy()[rows], keys))
    keys, rows = keys[order], rows[order]
    ids = frame["event_id"].to_numpy(dtype=object)[rows].tolist()
    firsts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    ends = np.r_[firsts[1:], len(keys)]
    told = np.minimum(ends - firsts, _TOLD)
    best = np.repeat(firsts, told) + np.concatenate([np.arange(count) for count in told])
    titles = [escape.label(title) for title in frame["title"].iloc[rows[best]].astype("object")]
    groups, at = [], 0
    for first, end, count in zip(firsts.tolist(), ends.tolist(), told.tolist(), strict=True):
        number, index = divmod(int(keys[first]), 100_000)
        panel = axis.eras[number]
        x0 = panel.x0 + index * _BIN
        x1 = min(x0 + _BIN, panel.x1)
        start, stop = float(axis.starts[number]), float(axis.stops[number])
        scale = (stop - start) / (panel.x1 - panel.x0)
        high = HEIGHT * max(_LEAST, ((end - first) / most) ** 0.5)
        groups.append(
            Group(
                x0=x0, x1=max(x1, x0 + 2), y0=y0 + HEIGHT - high, y1=y0 + HEIGHT, era=number,
                start=day_of(start + (x0 - panel.x0) * scale), stop=day_of(start + (x1 - panel.x0) * scale + 1),
                count=end - first, colour=band.colour, lane=band.name, event_ids=tuple(ids[first:end]),
                titles=tuple(titles[at : at + count]),
            )
        )  # fmt: skip
        at += count
    return groups


def most_in_one(bands: tuple[Band, ...], hidden: list[np.ndarray[Any, Any]], middle: np.ndarray[Any, Any], axis: Axis) -> int:
    """The highest count of any column, so that all lanes share one measure."""
    import numpy as np

    most = 1
    for rows in hidden:
        if len(rows):
            era = axis.era_of(middle[rows])
            left = np.array([panel.x0 for panel in axis.eras])[era]
            bins = ((axis.x(middle[rows], era) - left) // _BIN).astype("int64")
            most = max(most, int(np.bincount(era * (int(bins.max()) + 1) + bins).max()))
    return most
