"""Columns: events too many to draw one by one, counted by lane and a few pixels of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.drawing.eras import Axis
from timeline.drawing.lanes import Band
from timeline.drawing.scene import Group
from timeline.drawing.spans import day_of

if TYPE_CHECKING:
    import numpy as np

_BIN = 8  # pixels
HEIGHT = 34.0


def groups_in(
    band: Band, rows: np.ndarray[Any, Any], middle: np.ndarray[Any, Any], ids: np.ndarray[Any, Any], axis: Axis, y0: float, most: int
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
    order = np.argsort(keys, kind="stable")
    keys, rows = keys[order], rows[order]
    firsts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    ends = np.r_[firsts[1:], len(keys)]
    groups = []
    for first, end in zip(firsts.tolist(), ends.tolist(), strict=True):
        number, index = divmod(int(keys[first]), 100_000)
        panel = axis.eras[number]
        x0 = panel.x0 + index * _BIN
        x1 = min(x0 + _BIN, panel.x1)
        start, stop = float(axis.starts[number]), float(axis.stops[number])
        scale = (stop - start) / (panel.x1 - panel.x0)
        high = HEIGHT * max(0.1, ((end - first) / most) ** 0.5)  # square root: one event stays in sight beside a thousand
        groups.append(
            Group(
                x0=x0, x1=max(x1, x0 + 2), y0=y0 + HEIGHT - high, y1=y0 + HEIGHT, era=number,
                start=day_of(start + (x0 - panel.x0) * scale), stop=day_of(start + (x1 - panel.x0) * scale + 1),
                count=end - first, colour=band.colour, lane=band.name, event_ids=tuple(ids[rows[first:end]].tolist()),
            )
        )  # fmt: skip
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
