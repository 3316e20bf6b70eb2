"""Grain: how fine a date is, from a day to a century."""

import datetime as dt
from enum import IntEnum


class Grain(IntEnum):
    """The precision of a date, ordered from fine to coarse; the words are those of the table's `grain` column."""

    day = 1
    week = 2
    month = 3
    season = 4
    quarter = 5
    half = 6
    year = 7
    decade = 8
    century = 9

    def __str__(self) -> str:
        return self.name


GRAINS = tuple(grain.name for grain in Grain)

_MONTHS = {Grain.month: 1, Grain.season: 3, Grain.quarter: 3, Grain.half: 6, Grain.year: 12, Grain.decade: 120, Grain.century: 1200}


def next_unit(day: dt.date, grain: Grain) -> dt.date | None:
    """The first day after one unit of `grain` that begins on `day`; None where the calendar ends."""
    try:
        if grain <= Grain.week:
            return day + dt.timedelta(days=1 if grain is Grain.day else 7)
        years, month = divmod(day.month - 1 + _MONTHS[grain], 12)
        return day.replace(year=day.year + years, month=month + 1)
    except (OverflowError, ValueError):
        return None


def unit_before(stop: dt.date, grain: Grain) -> dt.date | None:
    """The first day of the unit of `grain` that ends before `stop`; None where the calendar begins."""
    try:
        if grain <= Grain.week:
            return stop - dt.timedelta(days=1 if grain is Grain.day else 7)
        year, month = divmod(stop.year * 12 + stop.month - 1 - _MONTHS[grain], 12)
        return stop.replace(year=year, month=month + 1)
    except (OverflowError, ValueError):
        return None
