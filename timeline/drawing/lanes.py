"""Lanes: which band of the picture each event belongs to, in which order, and in which colour."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline.drawing import escape
from timeline.drawing.scene import Gap
from timeline.drawing.spans import Spans, day_of
from timeline.drawing.style import Style

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

MOST_LANES = 8
USUAL_GAP, MOST_GAPS = 365, 200  # days without events that are listed where nobody has chosen, and how many of these
# What kinds are of one family, for pictures in which the kinds are too many for the room.
FAMILIES = {
    "War and force": ("conflict", "invasion", "attack", "mobilisation", "threat"),
    "Diplomacy": ("accord", "ceasefire", "diplomacy", "statement", "withdrawal"),
    "Politics": ("regime change", "leadership", "election", "protest", "justice"),
    "Economy and aid": ("sanction", "economy", "aid"),
}
# Places in the palette: of families first, then of the kinds that are seen most.
_OWN_COLOUR = {
    "war and force": 1, "diplomacy": 2, "politics": 0, "economy and aid": 4, "conflict": 1, "attack": 5, "invasion": 7, "accord": 2,
    "leadership": 6, "regime change": 3, "election": 0, "sanction": 4,
}  # fmt: skip
_FAMILY_OF = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}
_NOBODY = {"actor": "No actor named", "place": "No place named", "article": "No source named"}
_COLUMNS = {"kind": "kind", "actor": "actors", "place": "places", "article": "source"}
OTHER = "Other"


@dataclass(frozen=True, slots=True)
class Band:
    """A lane before it has a place: its name, colour, and the rows of the table in it."""

    name: str
    colour: str
    rows: np.ndarray[Any, Any]


def bands_of(frame: pd.DataFrame, spans: Spans, style: Style, most: int = MOST_LANES) -> tuple[Band, ...]:
    """The lanes, at most `most`: of more kinds their families, of more names the rarest in one called Other, which stands last."""
    import numpy as np

    theme = style.colours
    if style.lanes == "none":
        return (Band("", theme.colours[0], np.arange(len(frame))),)
    codes, names = _coded(frame, style.lanes)
    if style.lanes == "kind" and len(names) > most:
        codes, names = _folded(codes, names)
    counts = np.bincount(codes, minlength=len(names))
    if len(names) > most:
        kept = set(np.argsort(-counts, kind="stable")[: most - 1].tolist())
        names = names if OTHER in names else [*names, OTHER]
        spare = names.index(OTHER)
        codes = np.array([code if code in kept else spare for code in range(len(names))])[codes]
        counts = np.bincount(codes, minlength=len(names))
    first = np.full(len(names), np.inf)
    np.minimum.at(first, codes, spans.middle)
    last_names = {OTHER, *_NOBODY.values()}
    keys = sorted(
        (code for code in range(len(names)) if counts[code]),
        key=lambda code: (names[code] in last_names, -counts[code] if style.order == "count" else first[code], names[code]),
    )
    colours = _colours([names[code] for code in keys if names[code] not in last_names], theme.colours)
    return tuple(Band(names[code], colours.get(names[code], theme.other), np.flatnonzero(codes == code)) for code in keys)


def _colours(names: list[str], palette: tuple[str, ...]) -> dict[str, str]:
    """A colour for each lane: a kind's own where it is free, so that it looks the same in every picture; else the next free one."""
    free = list(palette)
    found = {}
    for name in names:
        own = palette[_OWN_COLOUR[name.lower()]] if name.lower() in _OWN_COLOUR else ""
        found[name] = own if own in free else next(iter(free), "")
        if found[name] in free:
            free.remove(found[name])
    return {name: colour for name, colour in found.items() if colour}


def _coded(frame: pd.DataFrame, lanes: str) -> tuple[np.ndarray[Any, Any], list[str]]:
    """A number for each row, and the lane's name for each number.

    An event of several actors or places goes to the one that most events share, so that few lanes hold many events.
    """
    import numpy as np

    column = frame[_COLUMNS[lanes]].astype("str")
    codes, texts = column.factorize()
    parts = [[part for part in str(text).split("; ") if part] if lanes in ("actor", "place") else [str(text)] for text in texts]
    weights = np.bincount(codes, minlength=len(parts))
    shared: Counter[str] = Counter()
    for names, weight in zip(parts, weights, strict=True):
        shared.update({name: int(weight) for name in names})
    chosen = [_named(max(names, key=lambda name: shared[name]) if names else "", lanes) for names in parts]
    known = list(dict.fromkeys(chosen))
    number = {name: index for index, name in enumerate(known)}
    return np.array([number[name] for name in chosen], dtype="int64")[codes], known


def _folded(codes: np.ndarray[Any, Any], names: list[str]) -> tuple[np.ndarray[Any, Any], list[str]]:
    """The same with families for kinds."""
    import numpy as np

    families = [_FAMILY_OF.get(name.lower(), OTHER) for name in names]
    known = list(dict.fromkeys(families))
    return np.array([known.index(family) for family in families], dtype="int64")[codes], known


def _named(name: str, lanes: str) -> str:
    clean = escape.label(name)
    return clean[:1].upper() + clean[1:] if clean else _NOBODY.get(lanes, OTHER)


def gaps_in(bands: tuple[Band, ...], spans: Spans, least_days: int) -> tuple[Gap, ...]:
    """Stretches of at least `least_days` in which a lane holds nothing, the longest first."""
    import numpy as np

    found = []
    for band in bands:
        low = np.where(spans.open_left, -np.inf, spans.start)[band.rows]  # nobody says that nothing was before
        high = np.where(spans.open_right, np.inf, spans.stop)[band.rows]
        order = np.argsort(low, kind="stable")
        low, high = low[order], np.maximum.accumulate(high[order])
        for at in np.flatnonzero(low[1:] - high[:-1] >= least_days):
            found.append((float(high[at] - low[at + 1]), Gap(band.name, day_of(high[at]), day_of(low[at + 1]))))
    return tuple(gap for _, gap in sorted(found, key=lambda pair: (pair[0], pair[1].lane)))
