"""Looks: the options of the command line that say how a picture looks, and which days it shows."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from timeline.drawing.style import LANES, MODE_WORDS, MODES, ORDERS, SIZES, THEMES, ZOOMS, Style
from timeline.errors import BadStyle
from timeline.page.files import DRAWN

if TYPE_CHECKING:
    import pandas as pd

Window = tuple[dt.date | None, dt.date | None]

_ONLY = {"zoom": ("png",)}  # an option → the formats that heed it, where these are not all that are drawn
_LOOKS = ("size", "theme", "lanes", "order", "mode", "gaps", "title", "credit", "zoom")


def add_looks(command: argparse.ArgumentParser) -> None:
    """Gives a command the options."""
    days = command.add_argument_group("which days")
    days.add_argument("--from", dest="first", type=_day(0), metavar="DATE", help="leave out events before this day, month or year")
    days.add_argument("--to", dest="last", type=_day(1), metavar="DATE", help="leave out events after this day, month or year")
    drawn = command.add_argument_group("how a picture looks", "For " + _named(DRAWN) + ".")
    drawn.add_argument("--size", type=_one_of(SIZES), metavar="SIZE", help=f"{_listed(SIZES)}; without it, screen")
    drawn.add_argument("--theme", type=_one_of(THEMES), metavar="THEME", help=f"{_listed(THEMES)}; HTML follows its reader's device")
    drawn.add_argument("--lanes", type=_one_of(LANES), metavar="WHAT", help=f"what stands together in a lane: {_listed(LANES)}")
    drawn.add_argument("--order", type=_one_of(ORDERS), metavar="ORDER", help="which lane is on top: that of the first event, or of most")
    drawn.add_argument(
        "--mode",
        type=_one_of(MODES),
        metavar="MODE",
        help="; ".join(f"{mode}: {words[0].lower()}{words[1:]}" for mode, words in MODE_WORDS.items()),
    )
    drawn.add_argument("--gaps", type=_days, metavar="DAYS", help="mark where a lane holds nothing for so many days; 365 is a year")
    drawn.add_argument("--title", metavar="TEXT", help="what stands above; without it, the article's or what the dates say; '' is none")
    drawn.add_argument("--credit", metavar="TEXT", help="what stands below; without it, the sources; '' is none")
    drawn.add_argument("--zoom", type=_zoom, metavar="TIMES", help="pixels of a .png for each of its size: 2 for print, from 0.25 to 4")


def demand_fit(given: argparse.Namespace, ending: str) -> None:
    """Says which option has no effect on the format that is asked for.

    Raises: BadStyle.
    """
    for option in _LOOKS:
        heeding = _ONLY.get(option, DRAWN)
        if getattr(given, option) is not None and ending not in heeding:
            shown = f"a file that ends in .{ending} has none" if ending else "none is drawn without --out"
            raise BadStyle(f"--{option} says how a picture looks, and {shown}. Save as {_named(heeding)}, or leave --{option} out.")


def window_of(given: argparse.Namespace) -> Window:
    """The days asked for, half-open; an end that was not given is None.

    Raises: BadStyle where they end before they begin.
    """
    if given.first and given.last and given.last <= given.first:
        raise BadStyle(f"--to ends before --from ({given.first}) has begun. Give a later --to, or an earlier --from.")
    return given.first, given.last


def within(frame: pd.DataFrame, window: Window) -> pd.DataFrame:
    """The rows that touch the window."""
    import pandas as pd

    first, last = window
    touches = pd.Series(True, index=frame.index)
    if first:
        touches &= frame["stop"].isna() | (frame["stop"] > pd.Timestamp(first))
    if last:
        touches &= frame["start"].isna() | (frame["start"] < pd.Timestamp(last))
    return frame[touches].reset_index(drop=True)


def looks(given: argparse.Namespace, frame: pd.DataFrame, window: Window, title: str) -> Style:
    """The style asked for; where only one end of the window is given, the table's last or first day is the other."""
    width, height = SIZES[given.size or "screen"]
    chosen = {
        name: getattr(given, name) for name in ("theme", "lanes", "order", "mode", "gaps", "credit") if getattr(given, name) is not None
    }
    return Style(
        width=width, height=height, title=given.title if given.title is not None else title or None,
        window=_closed(frame, window), **chosen,
    )  # fmt: skip


def _closed(frame: pd.DataFrame, window: Window) -> tuple[dt.date, dt.date] | None:
    first, last = window
    days = [day.date() for name in ("start", "stop") for day in frame[name].dropna()]
    if not (first or last) or not days:
        return None
    first, last = first or min(days), last or max(days)
    return (first, last) if first < last else None


def _day(end: int) -> Callable[[str], dt.date]:
    """What reads a day, month or year as its first day, or as the first one after it."""

    def read(words: str) -> dt.date:
        from timeline.dates.datespan import DateSpan
        from timeline.errors import BadDate

        try:
            span = DateSpan.from_edtf(words.strip())
        except BadDate:
            span = None
        if span is None or "/" in words or span.start is None:
            raise argparse.ArgumentTypeError(f"{words!r} is no date; write 2021, 2021-03 or 2021-03-24")
        return (span.start, span.stop or dt.date.max)[end]

    return read


def _one_of(words: Iterable[str]) -> Callable[[str], str]:
    """What reads one of some words, in any case, with a hyphen for a blank."""
    known = {word.lower(): word for word in words}

    def read(given: str) -> str:
        word = " ".join(given.lower().replace("-", " ").split())
        if word not in known:
            raise argparse.ArgumentTypeError(f"{given!r} is not known; have: {_listed(known.values())}")
        return known[word]

    return read


def _days(given: str) -> int:
    if not given.isdecimal() or not 0 < int(given) < 3_652_059:
        raise argparse.ArgumentTypeError(f"{given!r} is no length; give whole days, such as 365")
    return int(given)


def _zoom(given: str) -> float:
    try:
        zoom = float(given)
    except ValueError:
        zoom = 0.0
    if not ZOOMS[0] <= zoom <= ZOOMS[1]:
        raise argparse.ArgumentTypeError(f"{given!r} cannot be drawn; give a number from {ZOOMS[0]:g} to {ZOOMS[1]:g}")
    return zoom


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" if " " in word else word for word in words)


def _named(endings: Iterable[str]) -> str:
    return ", ".join("." + ending for ending in endings)
