"""Limits: what one owner may keep, and for how long."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one owner may keep, in timelines and bytes, and how long what nobody saves or opens is kept; None is no limit."""

    timelines: int | None = 200
    size: int | None = 100_000_000
    idle: dt.timedelta | None = None


# For one's own machine.
UNLIMITED = Limits(timelines=None, size=None)
