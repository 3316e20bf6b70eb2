"""Windows: the stretch of time that a reader wants to see, from words, from an era, or from a column of counted events."""

import datetime as dt
from typing import TYPE_CHECKING

from timeline.dates.given import RIGHT, date_in, shown
from timeline.errors import BadDate

if TYPE_CHECKING:
    import pandas as pd

Window = tuple[dt.date, dt.date]  # half-open

_ONE_DAY = dt.timedelta(days=1)
_ACROSS = 1200  # pixels; the eras of a window have the same names at every width, since the name stands in the address


def window_from(first: str, last: str, reach: Window) -> Window | None:
    """The days from the first of `first` to the last of `last`; None where both are empty, an empty one goes as far as `reach`.

    Raises: BadDate where words name no date, or the end comes before the start.
    """
    if not first.strip() and not last.strip():
        return None
    start = date_in(first).start if first.strip() else reach[0]
    stop = date_in(last).stop if last.strip() else reach[1]
    if start is None or stop is None:
        raise BadDate(f"{shown(first if start is None else last)} has no {'beginning' if start is None else 'end'}. {RIGHT}")
    if not last.strip():
        stop = max(stop, start + _ONE_DAY)
    if not first.strip():
        start = min(start, stop - _ONE_DAY)
    if start >= stop:
        raise BadDate(f"the end, {shown(last)}, comes before the start, {shown(first)}. Change one of the two.")
    return start, stop


def reach_of(frame: "pd.DataFrame") -> Window:
    """The days from the first event of a table to its last."""
    days = [day.date() for name in ("start", "stop") for day in (frame[name].min(), frame[name].max()) if day == day]
    return min(days), max(max(days), min(days) + _ONE_DAY)


def eras_of(frame: "pd.DataFrame") -> dict[str, Window]:
    """The eras of a table by their years, each with its days; none where time is not cut."""
    from timeline.drawing.eras import axis_for
    from timeline.drawing.spans import day_of, number_of, spans_of

    spans = spans_of(frame)
    eras = axis_for(spans, 0, _ACROSS, cut=True, window=None, size=12).eras
    low, high = spans.known()
    named = {}
    for era in eras if len(eras) > 1 else ():
        start, stop = era.start.date(), era.stop.date() + _ONE_DAY
        held = (low >= number_of(start)) & (high <= number_of(stop))
        first, last = (day_of(low[held].min()), day_of(high[held].max() - 1)) if held.any() else (start, stop)
        named[str(first.year) if first.year == last.year else f"{first.year}–{last.year}"] = (start, stop)
    return named


def inside(frame: "pd.DataFrame", window: Window | None) -> "pd.DataFrame":
    """The rows that touch the window."""
    import pandas as pd

    if window is None:
        return frame
    first, last = (pd.Timestamp(day) for day in window)
    kept = (frame["start"].isna() | (frame["start"] < last)) & (frame["stop"].isna() | (frame["stop"] > first))
    return frame[kept].reset_index(drop=True)
