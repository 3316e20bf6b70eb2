"""Fitting: how large the words can be, and which events get any, so that all lanes fit their height."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.drawing.counts import HEIGHT
from timeline.drawing.eras import Axis
from timeline.drawing.lanes import Band
from timeline.drawing.style import Style
from timeline.drawing.units import Spot, Unit, Ways, pack

NAMED_AMONG_MANY = 60
_SCALES = (1.45, 1.35, 1.25, 1.15, 1.08, 1.0, 0.92)
_SIZE, _SMALLEST = 13.0, 12.0  # of the words, at full scale and where room is short
LARGE = 15.5  # words of which no more is asked: lanes are not made fewer for larger ones
_ALL_NAMED = 250  # events that may all get words; of more only the worthy do
_ONE_BY_ONE = 60  # events of which each one gets its chance where not all fit
_RUG = 0.35  # of the height that marks without words may take
_TALLEST = (1800.0, 1.2)  # pixels, or of the width if that is more, where the height is free


@dataclass(frozen=True, slots=True)
class Plan:
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


def fit(
    bands: tuple[Band, ...], units: dict[int, Unit], axis: Axis, names: tuple[tuple[str, ...], ...], style: Style, around: float, many: bool
) -> Plan:  # fmt: skip
    """The largest words with which everything fits; if none does, as many labels as fit, the most worthy first.

    Events without words keep their marks, on a few rows of their own in each lane; only of `many` the others are counted in columns.
    """
    room = (style.height or max(_TALLEST[0], style.width * _TALLEST[1])) - around
    order = sorted(units, key=lambda index: (-units[index].score, index))
    known: Ways = {}
    sparse = not many and len(order) <= _ALL_NAMED

    def packed(chosen: list[int], size: float, tight: bool, rug: int = 0, poles: bool = False) -> Plan:
        shown = {index: units[index] for index in chosen} if many else units
        return _packed(bands, shown, axis, names, set(chosen), size, many, tight, rug, poles, style.sizes.lane_line, known)

    if sparse:
        ways = [(scale, scale < 1.0) for scale in _SCALES] if style.height else [(1.0, False)]
        for scale, tight in [*ways[:-1], (1.0, True), ways[-1]] if style.height else [*ways, (1.0, True)]:
            plan = packed(order, _SIZE * scale, tight)
            if plan.total <= room and plan.named >= (len(order) if scale > 1.0 else 0):
                return plan
    rug = max(2, int(_RUG * room / len(bands) / half_line(_SMALLEST)))
    low, high = 0, min(len(order), NAMED_AMONG_MANY if many else _ALL_NAMED)
    while low < high:
        count = (low + high + 1) // 2
        low, high = (count, high) if packed(order[:count], _SMALLEST, True, rug).total <= room else (low, count - 1)
    chosen = order[:low]
    for index in order[low + 1 :] if len(order) <= _ONE_BY_ONE else ():  # smaller ones may still fit
        if packed([*chosen, index], _SMALLEST, True, rug).total <= room:
            chosen.append(index)
    return packed(chosen, _SMALLEST, True, rug, poles=True)


def _packed(
    bands: tuple[Band, ...], units: dict[int, Unit], axis: Axis, names: tuple[tuple[str, ...], ...], named: set[int], size: float,
    columns: bool, tight: bool, rug: int, poles: bool, lane_line: float, known: Ways,
) -> Plan:  # fmt: skip
    spots, highs = [], []
    for band, lines in zip(bands, names, strict=True):
        mine = [units[row] for row in band.rows.tolist() if row in units]
        placed, rows = pack(mine, axis, named, size, tight, rug, poles, known)
        spots.append(placed)
        highs.append(max((rows - 1) * half_line(size) + (HEIGHT + 8 if columns else 0), len(lines) * lane_line) + 2 * lane_pad(size, tight))
    return Plan(size, spots, highs, columns, tight)


def half_line(size: float) -> float:
    """Half of the distance between two lines of text."""
    return round(size * 0.65, 2)


def lane_pad(size: float, tight: bool) -> float:
    """The free space above and below a lane's events."""
    return size * (0.45 if tight else 0.7)
