"""Parts: a packed unit as the bars, mark and label of the scene."""

from typing import Literal

from timeline.drawing.eras import Axis
from timeline.drawing.lettering import width
from timeline.drawing.scene import Bar, Gap, Hole, Label, Leader, Mark, Text
from timeline.drawing.spans import moment_of, number_of
from timeline.drawing.style import Theme
from timeline.drawing.units import Spot, Stretch, Unit, date_line_width, stretches
from timeline.drawing.wording import length_words


def bars_of(unit: Unit, y: float, colour: str, size: float) -> list[Bar]:
    """The unit's bars in every panel, pale ones first; arrows where they run on."""
    bars = [_bar(unit, piece, y, colour, size * 0.86, "allowed", "") for piece in unit.pale]
    ends = {"left": 0, "right": len(unit.solid) - 1}
    for index, piece in enumerate(unit.solid):
        bars.append(_bar(unit, piece, y, colour, size * 0.5, "lasting", unit.fade if ends.get(unit.fade) == index else ""))
    return bars


def _bar(unit: Unit, piece: Stretch, y: float, colour: str, height: float, sort: Literal["allowed", "lasting"], fade: str) -> Bar:
    return Bar(
        event_id=unit.event_id, x0=piece.x0, x1=piece.x1, y=y, height=height, era=piece.era, start=moment_of(piece.start),
        stop=moment_of(piece.stop), colour=colour, sort=sort, fade="left" if fade == "left" else "right" if fade == "right" else "",
        arrow_left=piece.left_on, arrow_right=piece.right_on,
    )  # fmt: skip


def holes_of(gaps: list[Gap], axis: Axis, y: float, size: float) -> list[Hole]:
    """The pieces of a lane's gaps in each panel; the widest carries the length in words."""
    holes = []
    for gap in gaps:
        pieces = stretches(number_of(gap.start), number_of(gap.stop), axis)
        widest = max(pieces, key=lambda piece: piece.x1 - piece.x0, default=None)
        for piece in pieces:
            words = length_words((gap.stop - gap.start).days) if piece is widest else ""
            fits = width(words, size) + 16 <= piece.x1 - piece.x0
            ends = not piece.left_on, not piece.right_on
            holes.append(
                Hole(
                    piece.x0, piece.x1, y, piece.era, moment_of(piece.start), moment_of(piece.stop), ends, words if fits else "",
                )
            )  # fmt: skip
    return holes


def mark_of(unit: Unit, y: float, colour: str, size: float) -> list[Mark]:
    """The unit's mark, if its bar does not stand for it."""
    if not unit.marked:
        return []
    return [
        Mark(
            event_id=unit.event_id, x=unit.x, y=y, era=unit.era, when=moment_of(unit.middle), shape=unit.shape, size=size * 0.76,  # type: ignore[arg-type]
            colour=colour, hollow=unit.hollow, doubt=unit.doubt,
        )
    ]  # fmt: skip


def leader_of(spot: Spot, y: float, size: float, colour: str, half: float) -> list[Leader]:
    """The line from the mark to the first line of words that stand apart from it."""
    if not spot.moved:
        return []
    unit = spot.unit
    away = size * 0.5 if spot.down > 0 else -size * 0.5
    end = y + spot.down * half + half * 0.7
    return [Leader(unit.event_id, unit.era, unit.x, moment_of(unit.middle), y + away, end, colour)]


def label_of(spot: Spot, y: float, size: float, theme: Theme, half: float) -> list[Label]:
    """The unit's words, a bold date above its title; nothing if it had no room."""
    if not spot.dates:
        return []
    unit = spot.unit
    left = spot.x if spot.anchor == "start" else spot.x - spot.width
    x = left if spot.anchor == "start" else left + spot.width
    top = y + (spot.down - 1) * half
    base = top + half + size * 0.36
    texts = []
    for index, date in enumerate(spot.dates):
        last = index + 1 == len(spot.dates)
        aside = unit.aside if last else ""
        shift = width("  " + aside, size) if aside and spot.anchor == "end" else 0.0
        texts.append(Text(x - shift, base, date + (" ?" if unit.doubt and last else ""), size, theme.ink, True, spot.anchor))
        if aside:
            texts.append(Text(x if shift else x + date_line_width(unit, date, size), base, aside, size, theme.muted, anchor="end"))
        base += 2 * half
    texts += [Text(x, base + 2 * half * index, line, size, theme.ink, anchor=spot.anchor) for index, line in enumerate(spot.titles)]
    box = (left, top, left + spot.width, top + 2 * half * (len(spot.dates) + len(spot.titles)))
    held = [(unit.x, unit.middle)] if unit.marked and unit.era == spot.era else []
    for piece in (*unit.solid, *unit.pale):
        if piece.era == spot.era:
            held += [(piece.x0, piece.start), (piece.x1, piece.stop)]
    nearest, day = min(held, key=lambda place: abs(place[0] - x), default=(unit.x, unit.middle))
    return [Label(unit.event_id, spot.era, nearest, moment_of(day), spot.anchor, tuple(texts), box)]
