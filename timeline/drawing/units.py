"""Units: an event's bars, mark and label as boxes, ready to be packed into its lane."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from timeline.drawing import escape
from timeline.drawing.eras import Axis
from timeline.drawing.lettering import widest_word, width, wrap
from timeline.drawing.packing import Lane as Places
from timeline.drawing.scene import Anchor
from timeline.drawing.spans import SHAPES, Spans
from timeline.drawing.wording import date_words, doubtful

if TYPE_CHECKING:
    import pandas as pd

_BESIDE = 6  # pixels between a mark and its words, at letters of 13
_ELSEWHERE = 1000  # what it costs to have words in another panel than the mark, beside a piece of its bar
_SEEN = 3  # pixels of a bar that can be seen
_WIDE = 46  # a bar at least so wide carries its words below it, not beside it
_THINS_OUT = 84
_MOST_LINES = 8
_MOST_POLES = 60
_INSET = 5  # pixels between words and a cut
ASIDE = {"planned": "planned", "alleged": "alleged", "negated": "denied", "recurring": "repeated"}


Box = tuple[float, float, int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a bar in one panel, in pixels; `left_on`, `right_on` say that it runs on past that end."""

    era: int
    x0: float
    x1: float
    start: float
    stop: float
    left_on: bool
    right_on: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """All that is drawn of one event, before it has a height."""

    row: int
    event_id: str
    era: int
    x: float
    middle: float
    shape: str
    marked: bool
    doubt: bool
    hollow: bool
    pale: tuple[Stretch, ...]
    solid: tuple[Stretch, ...]
    fade: str
    x0: float
    x1: float
    date: str
    aside: str
    title: str
    score: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a unit stands in its lane, in rows of half a line; `dates` and `titles` are empty when there was no room for words."""

    unit: Unit
    row: int
    era: int = 0
    dates: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    x: float = 0.0
    width: float = 0.0
    anchor: Anchor = "start"
    down: int = 0
    moved: bool = False
    away: float = 0.0  # pixels from the mark or bar to the date that belongs to it


Ways = dict[tuple[int, float], tuple[Spot, ...]]  # by the row of a unit and the size of words


def unit_of(frame_row: dict[str, Any], index: int, spans: Spans, axis: Axis) -> Unit:
    """The unit of the table's row `index`."""
    middle = float(spans.middle[index])
    era = int(axis.era_of(spans.middle[index]))
    x = float(axis.x(spans.middle[index], era))
    # A day is as precise as dates get here: no pale bar, however wide the day is drawn.
    days = float(spans.pale_stop[index] - spans.pale_start[index])
    pale = stretches(float(spans.pale_start[index]), float(spans.pale_stop[index]), axis) if days > 1 else ()
    open_left, open_right = bool(spans.open_left[index]), bool(spans.open_right[index])
    solid: tuple[Stretch, ...] = ()
    if spans.lasting[index] or open_left or open_right:
        low = middle - _before(axis, era) if open_left else float(spans.solid_start[index])
        high = float(axis.stops[-1]) + 1 if open_right else float(spans.solid_stop[index])
        solid = stretches(low, high, axis)
    pieces = [*pale, *solid]
    inside = [piece for piece in pieces if piece.era == era]
    narrow = not inside or max(piece.x1 for piece in inside) - min(piece.x0 for piece in inside) < 14
    status = str(frame_row["status"])
    # A mark never stands where its middle is not: where a window leaves that out, the bar alone tells what is inside.
    in_sight = float(axis.starts[era]) <= middle <= float(axis.stops[era])
    told_by_bar = any(piece.x1 - piece.x0 > _SEEN for piece in pieces)
    return Unit(
        row=index, event_id=str(frame_row["event_id"]), era=era, x=x,
        middle=min(max(middle, float(axis.starts[era])), float(axis.stops[era])), shape=SHAPES[int(spans.shape[index])],
        marked=(in_sight or not told_by_bar) and (not spans.lasting[index] or narrow or not solid), hollow=status in ("planned", "alleged"),
        doubt=doubtful(frame_row),
        pale=tuple(piece for piece in pale if piece.x1 - piece.x0 > _SEEN), solid=solid,
        fade="left" if open_left else "right" if open_right else "",
        x0=min([x - 6, *(piece.x0 for piece in pieces)]), x1=max([x + 6, *(piece.x1 for piece in pieces)]),
        date=escape.label(date_words(frame_row)), aside=ASIDE.get(status, ""), title=escape.label(frame_row["title"]) or "No title",
        score=float(frame_row["score"]),
    )  # fmt: skip


def _before(axis: Axis, era: int) -> float:
    """The days over which a bar thins out whose beginning nobody tells."""
    panel = axis.eras[era]
    return float(axis.stops[era] - axis.starts[era]) * _THINS_OUT / (panel.x1 - panel.x0)


def stretches(start: float, stop: float, axis: Axis) -> tuple[Stretch, ...]:
    """The pieces of a stretch of days in each panel that it touches."""
    pieces = []
    for era, panel in enumerate(axis.eras):
        first, last = float(axis.starts[era]), float(axis.stops[era])
        low, high = max(start, first), min(stop, last)
        if low < high:
            scale = (panel.x1 - panel.x0) / (last - first)
            x0, x1 = panel.x0 + (low - first) * scale, panel.x0 + (high - first) * scale
            pieces.append(Stretch(era, x0, x1, low, high, start < first, stop > last))
    return tuple(pieces)


def pack(
    units: list[Unit], axis: Axis, named: set[int], size: float, tight: bool, rug: int, poles: bool, known: Ways
) -> tuple[list[Spot], int]:  # fmt: skip
    """A place for each unit, and the height of the lane in rows; only rows in `named` get words.

    Units with words come first, in order of time, so that they step down like stairs; bare marks fill what is left. `tight` packs
    lower lanes, with longer lines. With `rug` the bare marks have that many rows for themselves above all words, and where these are
    full they lie on each other. `poles` finds places apart from their marks for words that had no room. `known` remembers from one
    try to the next where the words of a unit could stand.
    """
    places = Places(axis.eras[-1].x1 + 8)
    bare = sorted((unit for unit in units if unit.row not in named), key=lambda unit: (unit.x0, unit.row))
    spots = [_bare(unit, places, rug) for unit in bare] if rug else []
    least = places.height
    for unit in sorted((unit for unit in units if unit.row in named), key=lambda unit: (unit.x0, unit.row)):
        ways = known.get((unit.row, size))
        if ways is None:
            ways = known[unit.row, size] = tuple(_ways(unit, axis, size))
        spots.append(_named(unit, places, ways, size, tight, least))
    if not rug:
        spots += [_bare(unit, places, rug) for unit in bare]
    wordless = sorted((at for at, spot in enumerate(spots) if not spot.dates), key=lambda at: (-spots[at].unit.score, spots[at].unit.row))
    for at in wordless[:_MOST_POLES] if poles else ():
        spots[at] = _on_a_pole(spots[at], places, axis, size) or spots[at]
    return spots, places.height


def _named(unit: Unit, places: Places, ways: tuple[Spot, ...], size: float, tight: bool, least: int) -> Spot:
    """The place from row `least` in which the unit with its words makes the lane least high."""
    body = _body(unit, True)
    best: tuple[int, int, Spot, list[Box]] | None = None
    for order, spot in enumerate(ways):
        left = spot.x if spot.anchor == "start" else spot.x - spot.width
        high = 2 * (len(spot.dates) + len(spot.titles)) + 1
        boxes = [body, (left - 3, left + spot.width + 8, spot.down, high)]
        row = places.free_row(boxes)
        cost = max(row + spot.down + high, places.height) * 10 + row if tight else row * 10
        cost += _ELSEWHERE if spot.era != unit.era else 0
        cost += round(spot.away * 130 / size / 10) * 2
        if best is None or (cost, order) < best[:2]:
            best = (cost, order, replace(spot, row=row), boxes)
    if best is None:
        return _bare(unit, places, 0)
    places.take(best[2].row, best[3])
    return best[2]


def _bare(unit: Unit, places: Places, rug: int) -> Spot:
    """A place for a unit without words; in a rug that is full, on another one."""
    body = [_body(unit, False)]
    row = places.free_row(body)
    if rug and row + 2 > rug:
        row, unit = unit.row % max(1, rug - 1), replace(unit, doubt=False)  # a sign beside it would lie on others too
    places.take(row, body)
    return Spot(unit, row)


def _body(unit: Unit, named: bool) -> Box:
    """The place of the mark and the bars, and of a question mark that no words carry."""
    aside = 0 if named or not unit.doubt else 10
    return unit.x0 - 1 - (aside if unit.fade == "right" else 0), unit.x1 + 2 + (0 if unit.fade == "right" else aside), 0, 2


def _on_a_pole(spot: Spot, places: Places, axis: Axis, size: float) -> Spot | None:
    """Words that found no room beside their mark, at the nearest free place above or below it, held by an upright line."""
    unit = spot.unit
    panel = axis.eras[unit.era]
    if not unit.marked:
        return None
    for room, most in ((size * 17, 3), (size * 12, 4), (size * 30, 2)):
        words = _broken(unit, size, min(room, panel.x1 - panel.x0 - 2 * _INSET), most)
        if words is None:
            continue
        dates, titles, wide = words
        high = 2 * (len(dates) + len(titles)) + 1
        for down in sorted((down for down in range(-spot.row, places.height - spot.row) if not -high <= down <= 2), key=abs):
            pole = (unit.x - 2, unit.x + 2, 2, down + 1 - 2) if down > 0 else (unit.x - 2, unit.x + 2, down, -down)
            for anchor, left in (("start", unit.x + _INSET), ("end", unit.x - _INSET - wide)):
                inside = panel.x0 + _INSET <= left and left + wide <= panel.x1 - _INSET
                # The label keeps clear of its own pole's columns, so that both can be asked for at once.
                box = (
                    max(left - 1, unit.x + 4) if anchor == "start" else left - 3,
                    left + wide + (8 if anchor == "start" else 1),
                    down,
                    high,
                )
                if inside and places.fits(spot.row, [pole, box]):
                    places.take(spot.row, [pole, box])
                    x = left if anchor == "start" else left + wide
                    return replace(
                        spot, era=unit.era, dates=dates, titles=titles, x=x, width=wide, anchor="start" if anchor == "start" else "end",
                        down=down, moved=True,
                    )  # fmt: skip
    return None


def _ways(unit: Unit, axis: Axis, size: float) -> Iterator[Spot]:
    """Where the words could stand beside or below the mark without leaving the panel, the best way first."""
    near = _BESIDE * size / 13 + (2 if unit.hollow and unit.shape == "diamond" else 0)
    homes = [unit.era, *(piece.era for piece in (*unit.solid, *unit.pale) if piece.era != unit.era)]
    seen: set[tuple[float, int, str, int]] = set()
    for era in dict.fromkeys(homes):
        panel = axis.eras[era]
        inside = [piece for piece in (*unit.solid, *unit.pale) if piece.era == era]
        own = [unit.x - 6, unit.x + 6] if era == unit.era and unit.marked else []
        left = min([piece.x0 for piece in inside] + own, default=unit.x0)
        right = max([piece.x1 for piece in inside] + own, default=unit.x1)
        first = panel.x0 + (_INSET if era else 0)
        last = panel.x1 + (-_INSET if era + 1 < len(axis.eras) else 0)
        for room, most in ((size * 17, 3), (size * 12, 4), (size * 24, 3), (size * 34, 2), (last - first, _MOST_LINES)):
            words = _broken(unit, size, min(room, last - first), most)
            if words is None:
                continue
            dates, titles, wide = words
            for x, anchor, down in _sides(left, right, first, last, right - left >= _WIDE, near):
                start = x if anchor == "start" else x - wide
                key = (round(start), down, anchor, len(dates) + len(titles))
                outside = start < first - 0.5 or start + wide > last + 0.5
                astray = down and (start > right + near or start + wide < left - near)  # words must touch what they name
                if not (outside or astray or key in seen):
                    seen.add(key)
                    date = max(date_line_width(unit, line, size, line is dates[-1]) for line in dates)
                    low, high = (x, x + date) if anchor == "start" else (x - date, x)
                    away = max(0.0, low - right - near, left - near - high)
                    yield Spot(unit, 0, era, dates, titles, x, wide, anchor, down, away=away)


def _sides(left: float, right: float, first: float, last: float, below: bool, near: float) -> list[tuple[float, Anchor, int]]:
    """Where words go, as x, anchor and rows below: beside a mark, or under a bar that is long enough to carry them."""
    beside: list[tuple[float, Anchor, int]] = [(right + near, "start", 0), (left - near, "end", 0)]
    # As far to the side as a thin panel needs, and flush with the side on which the mark stands.
    aside: tuple[float, Anchor, int] = (first, "start", 2) if left + right < first + last else (last, "end", 2)
    under: list[tuple[float, Anchor, int]] = [(max(left, first), "start", 2), (min(right, last), "end", 2), aside]
    return under + beside if below else beside + under


def _broken(unit: Unit, size: float, room: float, most: int) -> tuple[tuple[str, ...], tuple[str, ...], float] | None:
    """The lines of the date and of the title, and the width of the widest; None where a date does not fit."""
    dates: tuple[str, ...] = (unit.date,)
    if date_line_width(unit, unit.date, size) > room:
        first, dash, second = unit.date.partition(" – ")
        dates = (f"{first} –", second) if dash else wrap(unit.date, size, room, 3, True)
        if dash and width(dates[0], size, True) > room:
            dates = wrap(unit.date, size, room, 4, True)
    widest = max(date_line_width(unit, date, size, index + 1 == len(dates)) for index, date in enumerate(dates))
    if widest > room:
        return None
    if most < _MOST_LINES and widest_word(unit.title, size) > room:  # a way with more room follows, in which no word is broken
        return None
    titles = wrap(unit.title, size, room, most)
    if most < _MOST_LINES and titles and titles[-1].endswith("…"):  # a way with more lines follows
        return None
    return dates, titles, max(widest, *(width(line, size) for line in titles))


def date_line_width(unit: Unit, date: str, size: float, last: bool = True) -> float:
    """The width of a line of the bold date; the last one carries the question mark and the word for the status."""
    if not last:
        return width(date, size, True)
    return width(date + (" ?" if unit.doubt else ""), size, True) + (width("  " + unit.aside, size) if unit.aside else 0.0)


def rows_of(frame: pd.DataFrame, indices: list[int]) -> list[dict[str, Any]]:
    """The table's rows as plain values, only the columns that are drawn."""
    names = ["event_id", "start", "stop", "grain", "approximate", "certainty", "title", "status", "score", "sentence", "source", "conflict"]
    part = frame[names].iloc[indices]
    columns = {name: part[name].astype("object").tolist() for name in names}
    return [dict(zip(names, values, strict=True)) for values in zip(*columns.values(), strict=True)]
