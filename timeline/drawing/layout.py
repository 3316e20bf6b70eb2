"""Layout: from the table to a scene; every height on the picture is decided here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline.drawing import escape, furniture
from timeline.drawing.cards import lay_out_cards
from timeline.drawing.counts import HEIGHT, groups_in, most_in_one
from timeline.drawing.eras import Axis, axis_for
from timeline.drawing.fitting import LARGE, NAMED_AMONG_MANY, Plan, fit, half_line, lane_pad
from timeline.drawing.furniture import Head
from timeline.drawing.lanes import FAMILIES, MOST_GAPS, MOST_LANES, USUAL_GAP, Band, bands_of, gaps_in
from timeline.drawing.parts import bars_of, holes_of, label_of, leader_of, mark_of
from timeline.drawing.scene import Bar, Entry, Gap, Group, Hole, Key, Label, Lane, Leader, Mark, Scene, Text
from timeline.drawing.spans import Spans, number_of, spans_of
from timeline.drawing.style import Style
from timeline.drawing.units import Unit, rows_of, unit_of
from timeline.table.columns import demand_table

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

_MOST_MARKS = 1500
_FEWEST = 4  # lanes, however short of room a picture is
_HOPE = 0.5  # of the events have words with many lanes, or fewer lanes would not help either
_MOST_SPARE = 46.0  # pixels that a lane may grow by where a picture is higher than it needs


@dataclass(frozen=True, slots=True)
class _Work:
    """What is known before anything gets its height: the table, the axis, the lanes, and how all of it fits."""

    frame: pd.DataFrame
    spans: Spans
    style: Style
    head: Head
    bands: tuple[Band, ...]
    names: tuple[tuple[str, ...], ...]
    axis: Axis
    rows: dict[int, dict[str, Any]]
    units: dict[int, Unit]
    legend: tuple[Key, ...]
    credit: tuple[str, ...]
    plan: Plan
    gaps: tuple[Gap, ...]
    feet: tuple[float, ...]
    top: float
    below: float


def lay_out(frame: pd.DataFrame, style: Style | None = None) -> Scene:
    """The table's events as a scene: eras, lanes, marks, labels, in pixels and dates.

    Labels go to the most worthy events first when there is no room for all; above 1,500 events the rest are counted in columns.
    """
    demand_table(frame, "lay_out")
    style = style or Style()
    spans = spans_of(frame)
    if style.window is not None:
        frame, spans = _within(frame, spans, style)
    head = furniture.header(frame, spans, style)
    if not len(frame):
        return furniture.empty_scene(style, head)
    if style.cards:
        return lay_out_cards(frame, spans, style, head)
    return _composed(_planned(frame, spans, style, head))


def _planned(frame: pd.DataFrame, spans: Spans, style: Style, head: Head) -> _Work:
    """Everything that must be known before anything gets its height: of a few ways to form lanes, that which tells most in large words."""
    most = MOST_LANES if style.height is None else min(MOST_LANES, max(2, (style.height - 300) // 50))
    many = len(frame) > _MOST_MARKS
    shown = _most_worthy(frame, NAMED_AMONG_MANY) if many else list(range(len(frame)))
    rows = dict(zip(shown, rows_of(frame, shown), strict=True))
    tried: dict[int, _Work] = {}
    for lanes in (most,) if many or style.height is None or style.lanes == "none" else _lane_counts(most, style):
        bands = bands_of(frame, spans, style, lanes)
        if len(bands) not in tried:
            tried[len(bands)] = _with(bands, frame, spans, style, head, rows, many)
            plan = tried[len(bands)].plan
            if plan.named < _HOPE * len(frame) or (plan.named == len(frame) and plan.size >= LARGE):
                break
    return max(tried.values(), key=lambda work: (work.plan.named, min(work.plan.size, LARGE), len(work.bands)))


def _lane_counts(most: int, style: Style) -> tuple[int, ...]:
    """How many lanes to try, from many to few; families of kinds are never made fewer."""
    return (most, *range(min(len(FAMILIES) + 1, most - 1), (len(FAMILIES) if style.lanes == "kind" else _FEWEST - 1), -1))


def _with(
    bands: tuple[Band, ...], frame: pd.DataFrame, spans: Spans, style: Style, head: Head, rows: dict[int, dict[str, Any]], many: bool
) -> _Work:  # fmt: skip
    """The plan of a picture with these lanes."""
    left, names = furniture.gutter(bands, style, head.margin)
    axis = axis_for(spans, left, style.width - head.margin, cut=style.mode == "eras", window=style.window, size=head.small)
    units = {index: unit_of(row, index, spans, axis) for index, row in rows.items()}
    legend = furniture.legend(units.values(), style, head.margin, head.bottom + 18, many) if style.legend else ()
    top = (legend[-1].text.y if legend else head.bottom) + (22 + head.small if axis.cuts else 16)
    credit = furniture.credit_lines(frame, style, head.small, style.width - 2 * head.margin)
    below = 42 + (48 if style.strip and axis.cuts else 0) + (len(credit) * head.small * 1.5 + 10 if credit else 0) + head.margin * 0.55
    gaps = gaps_in(bands, spans, style.gaps or USUAL_GAP)[:MOST_GAPS]
    with_gaps = {gap.lane for gap in gaps} if style.gaps else set()
    feet = tuple(head.small * 1.9 if band.name in with_gaps else 0.0 for band in bands)
    plan = fit(bands, units, axis, names, style, top + below + sum(feet), many)
    return _Work(frame, spans, style, head, bands, names, axis, rows, units, legend, credit, plan, gaps, feet, top, below)


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


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The lanes with all that is in them, and the pixel where the last one ends."""

    lanes: list[Lane]
    bars: list[Bar]
    marks: list[Mark]
    labels: list[Label]
    leaders: list[Leader]
    groups: list[Group]
    holes: list[Hole]
    band_of: dict[str, Band]
    bottom: float


def _stacked(work: _Work) -> _Drawn:
    """The lanes one below another; height to spare is shared among them."""
    plan, size = work.plan, work.plan.size
    total = plan.total + sum(work.feet)
    spare = max(0.0, work.style.height - work.top - work.below - total) if work.style.height else 0.0
    each = min(spare / len(work.bands), _MOST_SPARE)
    hidden = [band.rows[~_in(band.rows, {spot.unit.row for spot in spots})] for band, spots in zip(work.bands, plan.spots, strict=True)]
    most = most_in_one(work.bands, hidden, work.spans.middle, work.axis) if plan.columns else 1
    drawn = _Drawn([], [], [], [], [], [], [], {}, work.top + total + each * len(work.bands))
    y = work.top
    for band, lines, spots, high, foot, others in zip(work.bands, work.names, plan.spots, plan.highs, work.feet, hidden, strict=True):
        drawn.lanes.append(Lane(band.name, lines, y, y + high + foot + each, band.colour, len(band.rows)))
        first = y + lane_pad(size, plan.tight) + min(each / 2, 4)
        if plan.columns:
            drawn.groups.extend(groups_in(band, others, work.spans.middle, work.frame, work.axis, first, most))
            first += HEIGHT + 8
        for spot in spots:
            line = first + (spot.row + 1) * half_line(size)
            drawn.bars.extend(bars_of(spot.unit, line, band.colour, size))
            drawn.marks.extend(mark_of(spot.unit, line, band.colour, size))
            drawn.labels.extend(label_of(spot, line, size, work.style.colours, half_line(size)))
            drawn.leaders.extend(leader_of(spot, line, size, band.colour, half_line(size)))
            drawn.band_of[spot.unit.event_id] = band
        y += high + foot + each
        if foot:
            drawn.holes.extend(holes_of([gap for gap in work.gaps if gap.lane == band.name], work.axis, y - foot * 0.55, work.head.small))
    return drawn


def _composed(work: _Work) -> Scene:
    style, theme, head, axis = work.style, work.style.colours, work.head, work.axis
    drawn = _stacked(work)
    height = max(style.height or 0, round(drawn.bottom + work.below))  # rather higher than asked than clipped
    texts = [*head.texts]
    strip = None
    if style.strip and axis.cuts:
        pips = [(unit.middle, drawn.band_of[unit.event_id].colour) for unit in work.units.values() if unit.event_id in drawn.band_of]
        strip = furniture.strip(axis, pips, style, head.margin, drawn.bottom + 50, head.small - 1)
        texts.append(Text(head.margin, drawn.bottom + 59, furniture.STRIP_WORDS, head.small - 1, theme.muted))
    for index, line in enumerate(reversed(work.credit)):
        texts.append(Text(head.margin, height - head.margin * 0.6 - index * head.small * 1.5, line, head.small, theme.muted))
    tallest = max((group.count for group in drawn.groups), default=0)
    legend = furniture.with_tallest(work.legend, tallest, style.width - head.margin)
    return Scene(
        width=style.width, height=height, style=style, theme=theme, title=head.name,
        alt=furniture.alt_words(work.frame, work.spans, work.bands, axis),
        left=head.margin, top=work.top, bottom=drawn.bottom, texts=tuple(texts), eras=axis.eras, cuts=axis.cuts, lanes=tuple(drawn.lanes),
        bars=tuple(drawn.bars), marks=tuple(drawn.marks), groups=tuple(drawn.groups), labels=tuple(drawn.labels),
        leaders=tuple(drawn.leaders), legend=legend,
        strip=strip,
        entries=_entries(work.units, work.rows, drawn.band_of, theme.other), gaps=work.gaps, holes=tuple(drawn.holes),
        notes=_notes(work, height),
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


def _notes(work: _Work, height: int) -> tuple[str, ...]:
    plan, total = work.plan, len(work.frame)
    notes = []
    if plan.columns:
        notes.append(f"{total:,} events are too many to draw one by one: {plan.named:,} are named, the others counted in columns.")
    elif plan.named < total:
        notes.append(f"{total - plan.named:,} of {total:,} events have no room for words and stand as bare marks.")
    if work.style.height and height > work.style.height:
        notes.append(f"The lanes need {height} pixels, more than the {work.style.height} asked for. Choose fewer lanes.")
    return (*notes, *furniture.script_notes([unit.title for unit in work.units.values()]))
