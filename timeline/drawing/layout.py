"""Layout: from the table to a scene; every height on the picture is decided here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline.drawing import escape, furniture
from timeline.drawing.cards import lay_out_cards
from timeline.drawing.columns import HEIGHT, groups_in, most_in_one
from timeline.drawing.eras import Axis, axis_for
from timeline.drawing.furniture import Head
from timeline.drawing.lanes import Band, bands_of, gaps_in
from timeline.drawing.parts import bars_of, label_of, leader_of, mark_of
from timeline.drawing.scene import Entry, Key, Lane, Scene, Text
from timeline.drawing.spans import Spans, number_of, spans_of
from timeline.drawing.style import Style
from timeline.drawing.units import Spot, Unit, pack, rows_of, unit_of

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

_MOST_MARKS = 1500
_NAMED_AMONG_MANY = 60
_SCALES = (1.45, 1.35, 1.25, 1.15, 1.08, 1.0, 0.92)
_SIZE, _SMALLEST = 13.0, 12.0  # of the words, at full scale and where room is short
_ALL_NAMED = 250  # events that may all get words; of more only the worthy do
_BARE_SHARE = 0.55  # of the height that bare marks may take before events are counted instead
_FEW = 12  # labels below which a picture of bare marks tells nothing
_TALLEST = (1800.0, 1.2)  # pixels, or of the width if that is more, where the height is free
_GAP_DAYS = 365


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which size the words have and where each unit stands; `highs` are the lanes' heights in pixels."""

    size: float
    spots: list[list[Spot]]
    highs: list[float]
    columns: bool
    tight: bool

    @property
    def named(self) -> int:
        return sum(bool(spot.dates) for spots in self.spots for spot in spots)

    @property
    def total(self) -> float:
        return sum(self.highs)


def lay_out(frame: pd.DataFrame, style: Style | None = None) -> Scene:
    """The table's events as a scene: eras, lanes, marks, labels, in pixels and dates.

    Labels go to the most worthy events first when there is no room for all; above 1,500 events the rest are counted in columns.
    """
    style = style or Style()
    spans = spans_of(frame)
    if style.window is not None:
        frame, spans = _within(frame, spans, style)
    head = furniture.header(frame, spans, style)
    if not len(frame):
        return furniture.empty_scene(style, head)
    if style.cards:
        return lay_out_cards(frame, spans, style, head)
    bands = bands_of(frame, spans, style)
    left, names = furniture.gutter(bands, style, head.margin, 13.0)
    axis = axis_for(spans, left, style.width - head.margin, cut=style.mode == "eras", window=style.window, size=head.small)
    many = len(frame) > _MOST_MARKS
    shown = _most_worthy(frame, _NAMED_AMONG_MANY) if many else list(range(len(frame)))
    rows = dict(zip(shown, rows_of(frame, shown), strict=True))
    units = {index: unit_of(row, index, spans, axis) for index, row in rows.items()}
    legend = furniture.legend(units.values(), style, head.margin, head.bottom + 18, many) if style.legend else ()
    top = (legend[-1].text.y if legend else head.bottom) + (34 if axis.cuts else 16)
    below = _below(frame, axis, style, head)
    plan = _fit(bands, units, axis, names, style, top + below, many)
    return _compose(frame, spans, style, head, bands, names, axis, rows, units, plan, top, legend)


def _within(frame: pd.DataFrame, spans: Spans, style: Style) -> tuple[pd.DataFrame, Spans]:
    """The rows that touch the style's window, and their spans."""
    import numpy as np

    assert style.window is not None
    first, last = (number_of(day) for day in style.window)
    inside = (np.where(spans.open_left, -np.inf, spans.start) < last) & (np.where(spans.open_right, np.inf, spans.stop) > first)
    kept = frame[inside].reset_index(drop=True)
    return kept, spans_of(kept)


def _most_worthy(frame: pd.DataFrame, count: int) -> list[int]:
    import numpy as np

    return sorted(np.argsort(-frame["score"].to_numpy(), kind="stable")[:count].tolist())


def _below(frame: pd.DataFrame, axis: Axis, style: Style, head: Head) -> float:
    """The height of all that stands below the lanes."""
    credit = furniture.credit_lines(frame, style, head.small, style.width - 2 * head.margin)
    return 42 + (48 if style.strip and axis.cuts else 0) + (len(credit) * head.small * 1.5 + 10 if credit else 0) + head.margin * 0.55


def _fit(
    bands: tuple[Band, ...], units: dict[int, Unit], axis: Axis, names: tuple[tuple[str, ...], ...], style: Style, around: float, many: bool
) -> _Plan:  # fmt: skip
    """The largest words with which everything fits; if none does, as many labels as fit, the most worthy first.

    Events without words stand as bare marks where these are few, and are counted in columns where they are many.
    """
    room = (style.height or max(_TALLEST[0], style.width * _TALLEST[1])) - around
    order = sorted(units, key=lambda index: (-units[index].score, index))

    def packed(chosen: list[int], size: float, tight: bool, columns: bool, poles: bool = False) -> _Plan:
        shown = {index: units[index] for index in chosen} if columns else units
        return _packed(bands, shown, axis, names, set(chosen), size, columns, tight, poles)

    def most(limit: int, columns: bool) -> tuple[int, _Plan]:
        low, high = 0, limit
        while low < high:
            count = (low + high + 1) // 2
            plan = packed(order[:count], _SMALLEST, True, columns)
            low, high = (count, high) if plan.total <= room else (low, count - 1)
        return low, packed(order[:low], _SMALLEST, True, columns, poles=True)

    if not many and len(order) <= _ALL_NAMED:
        ways = [(scale, scale < 1.0) for scale in _SCALES] if style.height else [(1.0, False)]
        for scale, tight in [*ways[:-1], (1.0, True), ways[-1]] if style.height else [*ways, (1.0, True)]:
            plan = packed(order, _SIZE * scale, tight, False)
            if plan.total <= room and plan.named >= (len(order) if scale > 1.0 else 0):
                return plan
    if not many and packed([], _SMALLEST, True, False).total <= _BARE_SHARE * room:
        count, plan = most(len(order), False)
        if count >= min(len(order), _FEW):
            return plan
    return most(min(len(order), _NAMED_AMONG_MANY), True)[1]


def _packed(
    bands: tuple[Band, ...], units: dict[int, Unit], axis: Axis, names: tuple[tuple[str, ...], ...], named: set[int], size: float,
    columns: bool, tight: bool, poles: bool,
) -> _Plan:  # fmt: skip
    spots, highs = [], []
    for band, lines in zip(bands, names, strict=True):
        mine = [units[row] for row in band.rows.tolist() if row in units]
        placed, rows = pack(mine, axis, named, size, tight, poles)
        spots.append(placed)
        highs.append(max((rows - 1) * half_line(size) + (HEIGHT + 8 if columns else 0), len(lines) * 17.0) + 2 * lane_pad(size, tight))
    return _Plan(size, spots, highs, columns, tight)


def half_line(size: float) -> float:
    """Half of the distance between two lines of text."""
    return round(size * 0.65, 2)


def lane_pad(size: float, tight: bool) -> float:
    """The free space above and below a lane's events."""
    return size * (0.45 if tight else 0.7)


def _compose(
    frame: pd.DataFrame, spans: Spans, style: Style, head: Head, bands: tuple[Band, ...], names: tuple[tuple[str, ...], ...], axis: Axis,
    rows: dict[int, dict[str, Any]], units: dict[int, Unit], plan: _Plan, top: float, legend: tuple[Key, ...],
) -> Scene:  # fmt: skip
    theme = style.colours
    below = _below(frame, axis, style, head)
    spare = max(0.0, (style.height - top - below - plan.total) if style.height else 0.0)
    each = min(spare / len(bands), 46.0)
    hidden = [band.rows[~_in(band.rows, {spot.unit.row for spot in spots})] for band, spots in zip(bands, plan.spots, strict=True)]
    most = most_in_one(bands, hidden, spans.middle, axis) if plan.columns else 1
    ids = frame["event_id"].to_numpy(dtype=object)
    lanes, bars, marks, labels, leaders, groups = [], [], [], [], [], []
    lane_of: dict[str, Band] = {}
    y = top
    for band, lines, spots, high, others in zip(bands, names, plan.spots, plan.highs, hidden, strict=True):
        lanes.append(Lane(band.name, lines, y, y + high + each, band.colour, len(band.rows)))
        first = y + lane_pad(plan.size, plan.tight) + each / 2
        if plan.columns:
            groups += groups_in(band, others, spans.middle, ids, axis, first, most)
            first += HEIGHT + 8
        for spot in spots:
            line = first + (spot.row + 1) * half_line(plan.size)
            bars += bars_of(spot.unit, line, band.colour, plan.size)
            marks += mark_of(spot.unit, line, band.colour, plan.size)
            labels += label_of(spot, line, plan.size, theme, half_line(plan.size))
            leaders += leader_of(spot, line, plan.size, band.colour, half_line(plan.size))
            lane_of[spot.unit.event_id] = band
        y += high + each
    bottom = y
    texts = [*head.texts]
    y = bottom + 42
    strip = None
    colours = [(unit.middle, lane_of[unit.event_id].colour) for unit in units.values() if unit.event_id in lane_of]
    if style.strip and axis.cuts:
        strip = furniture.strip(axis, colours, style, head.margin, y + 8, head.small - 1)
        texts.append(Text(head.margin, y + 17, furniture.STRIP_WORDS, head.small - 1, theme.muted))
        y += 48
    for line_text in furniture.credit_lines(frame, style, head.small, style.width - 2 * head.margin):
        y += head.small * 1.5
        texts.append(Text(head.margin, (style.height - head.margin * 0.6) if style.height else y, line_text, head.small, theme.muted))
    height = style.height or round(y + head.margin * 0.6)
    return Scene(
        width=style.width, height=height, style=style, theme=theme, alt=furniture.alt_words(frame, spans, bands, axis), left=head.margin,
        top=top, bottom=bottom,
        texts=tuple(texts), eras=axis.eras, cuts=axis.cuts, lanes=tuple(lanes), bars=tuple(bars), marks=tuple(marks), groups=tuple(groups),
        labels=tuple(labels), leaders=tuple(leaders), legend=legend, strip=strip, entries=_entries(units, rows, lane_of, theme.other),
        gaps=gaps_in(bands, spans, _GAP_DAYS)[:200], notes=_notes(units, plan, len(frame)),
    )  # fmt: skip


def _in(rows: np.ndarray[Any, Any], chosen: set[int]) -> np.ndarray[Any, Any]:
    import numpy as np

    return np.isin(rows, np.fromiter(chosen, dtype="int64", count=len(chosen)))


def _entries(units: dict[int, Unit], rows: dict[int, dict[str, Any]], lane_of: dict[str, Band], other: str) -> tuple[Entry, ...]:
    entries = []
    for index, unit in units.items():
        row, band = rows[index], lane_of.get(unit.event_id)
        date = unit.date + (" (?)" if unit.doubt else "") + (f", {unit.aside}" if unit.aside else "")
        words = (escape.label(row["sentence"]), escape.label(row["source"]))
        entries.append(Entry(unit.event_id, date, unit.title, *words, band.colour if band else other, band.name if band else ""))
    return tuple(entries)


def _notes(units: dict[int, Unit], plan: _Plan, total: int) -> tuple[str, ...]:
    notes = []
    if plan.columns:
        notes.append(f"{total:,} events are too many to draw one by one: {plan.named:,} are named, the others counted in columns.")
    elif plan.named < total:
        notes.append(f"{total - plan.named:,} of {total:,} events have no room for words and stand as bare marks.")
    return (*notes, *furniture.script_notes([unit.title for unit in units.values()]))
