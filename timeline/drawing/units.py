"""Units: an event's bars, mark and label as boxes, ready to be packed into its lane."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline.drawing import escape
from timeline.drawing.eras import Axis
from timeline.drawing.lettering import width, wrap
from timeline.drawing.packing import Lane as Places
from timeline.drawing.scene import Anchor
from timeline.drawing.spans import SHAPES, Spans
from timeline.drawing.wording import date_words

if TYPE_CHECKING:
    import pandas as pd

_BESIDE = 6  # pixels between a mark and its words
_WIDE = 46  # a bar at least so wide carries its words below it, not beside it
_ASIDE = {"planned": "planned", "alleged": "alleged", "negated": "denied", "recurring": "repeated"}


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
    """Where a unit stands in its lane, in rows of half a line; `lines` is empty when there was no room for words."""

    unit: Unit
    row: int
    lines: tuple[str, ...] = ()
    x: float = 0.0
    width: float = 0.0
    anchor: Anchor = "start"
    down: int = 0


def unit_of(frame_row: dict[str, Any], index: int, spans: Spans, axis: Axis) -> Unit:
    """The unit of the table's row `index`."""
    middle = float(spans.middle[index])
    era = int(axis.era_of(spans.middle[index]))
    x = float(axis.x(spans.middle[index], era))
    pale = _stretches(float(spans.pale_start[index]), float(spans.pale_stop[index]), axis)
    open_left, open_right = bool(spans.open_left[index]), bool(spans.open_right[index])
    solid: tuple[Stretch, ...] = ()
    if spans.lasting[index] or open_left or open_right:
        low = float(axis.starts[0]) - 1 if open_left else float(spans.solid_start[index])
        high = float(axis.stops[-1]) + 1 if open_right else float(spans.solid_stop[index])
        solid = _stretches(low, high, axis)
    pieces = [*pale, *solid]
    inside = [piece for piece in pieces if piece.era == era]
    narrow = not inside or max(piece.x1 for piece in inside) - min(piece.x0 for piece in inside) < 14
    status = str(frame_row["status"])
    return Unit(
        row=index, event_id=str(frame_row["event_id"]), era=era, x=x, middle=middle, shape=SHAPES[int(spans.shape[index])],
        marked=not spans.lasting[index] or narrow or not solid, hollow=status in ("planned", "alleged"),
        doubt=str(frame_row["certainty"]) in ("inferred", "ambiguous") or bool(frame_row["conflict"]),
        pale=tuple(piece for piece in pale if piece.x1 - piece.x0 > 3), solid=solid,
        fade="left" if open_left else "right" if open_right else "",
        x0=min([x - 6, *(piece.x0 for piece in pieces)]), x1=max([x + 6, *(piece.x1 for piece in pieces)]),
        date=escape.label(date_words(frame_row)), aside=_ASIDE.get(status, ""), title=escape.label(frame_row["title"]) or "No title",
        score=float(frame_row["score"]),
    )  # fmt: skip


def _stretches(start: float, stop: float, axis: Axis) -> tuple[Stretch, ...]:
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


def pack(units: list[Unit], axis: Axis, named: set[int], size: float) -> tuple[list[Spot], int]:
    """A place for each unit, and the height of the lane in rows; only rows in `named` get words.

    Units with words come first, in order of time, so that they step down like stairs; bare marks fill what is left.
    """
    places = Places(axis.eras[-1].x1 + 8)
    spots = []
    for unit in sorted(units, key=lambda unit: (unit.row not in named, unit.x0, unit.row)):
        body = [(unit.x0 - 1, unit.x1 + 2, 0, 2)]
        best: tuple[int, int, Spot, list[tuple[float, float, int, int]]] | None = None
        if unit.row in named:
            for order, spot in enumerate(_ways(unit, axis, size)):
                left = spot.x if spot.anchor == "start" else spot.x - spot.width
                boxes = [*body, (left - 3, left + spot.width + 8, spot.down, 2 * len(spot.lines) + 1)]
                row = places.free_row(boxes)
                if best is None or (row, order) < best[:2]:
                    best = (row, order, spot, boxes)
        if best is None:
            best = (places.free_row(body), 0, Spot(unit, 0), body)
        places.take(best[0], best[3])
        spot = best[2]
        spots.append(Spot(unit, best[0], spot.lines, spot.x, spot.width, spot.anchor, spot.down))
    return spots, places.height


def _ways(unit: Unit, axis: Axis, size: float) -> Iterator[Spot]:
    """Where the words could stand beside or below the mark without leaving the panel, the best way first."""
    head = date_line_width(unit, size)
    homes = [unit.era, *(piece.era for piece in (*unit.solid, *unit.pale) if piece.era != unit.era)]
    seen: set[tuple[float, int, str, int]] = set()
    for era in dict.fromkeys(homes):
        panel = axis.eras[era]
        inside = [piece for piece in (*unit.solid, *unit.pale) if piece.era == era]
        left = min([piece.x0 for piece in inside] + ([unit.x - 6] if era == unit.era and unit.marked else []), default=unit.x0)
        right = max([piece.x1 for piece in inside] + ([unit.x + 6] if era == unit.era and unit.marked else []), default=unit.x1)
        edge = panel.x1 + (0 if era + 1 < len(axis.eras) else 6)
        for room, most in ((size * 17, 3), (size * 12, 4), (size * 24, 3), (edge - panel.x0 - 4, 4)):
            room = min(room, edge - panel.x0)
            if head > room:
                continue
            lines = (unit.date, *wrap(unit.title, size, room, most))
            wide = max(head, *(width(line, size) for line in lines[1:])) if len(lines) > 1 else head
            below = right - left >= _WIDE
            ways: list[tuple[float, Anchor, int]] = []
            if not below or len(unit.solid) < 2:
                ways += [(right + _BESIDE, "start", 0), (left - _BESIDE, "end", 0)]
            under: list[tuple[float, Anchor, int]] = [
                (max(left, panel.x0 + 1) if below else unit.x - 6, "start", 2),
                (min(right, edge) if below else unit.x + 6, "end", 2),
                ((panel.x0 + 1) if unit.x < (panel.x0 + edge) / 2 else edge - wide, "start", 2),  # as far aside as a thin panel needs
            ]
            for x, anchor, down in under + ways if below else ways + under:
                start = x if anchor == "start" else x - wide
                key = (round(start), down, anchor, len(lines))
                outside = start < panel.x0 - 0.5 or start + wide > edge + 0.5
                astray = down and (start > right + _BESIDE or start + wide < left - _BESIDE)  # words must touch what they name
                if outside or astray or key in seen:
                    continue
                seen.add(key)
                yield Spot(unit, 0, lines, x, wide, anchor, down)


def date_line_width(unit: Unit, size: float) -> float:
    """The width of the bold date, its question mark and the word for its status."""
    return width(unit.date + (" ?" if unit.doubt else ""), size, True) + (width("  " + unit.aside, size) if unit.aside else 0.0)


def rows_of(frame: pd.DataFrame, indices: list[int]) -> list[dict[str, Any]]:
    """The table's rows as plain values, only the columns that are drawn."""
    names = ["event_id", "start", "stop", "grain", "approximate", "certainty", "title", "status", "score", "sentence", "source", "conflict", "actors"]
    part = frame[names].iloc[indices]
    columns = {name: part[name].astype("object").tolist() for name in names}
    return [dict(zip(names, values, strict=True)) for values in zip(*columns.values(), strict=True)]
