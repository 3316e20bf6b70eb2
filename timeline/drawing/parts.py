"""Parts: a packed unit as the bars, mark and label of the scene."""

from timeline.drawing.eras import Axis
from timeline.drawing.lettering import width
from timeline.drawing.scene import Bar, Label, Mark, Text
from timeline.drawing.spans import moment_of
from timeline.drawing.style import Theme
from timeline.drawing.units import Spot, Stretch, Unit, date_line_width


def bars_of(unit: Unit, y: float, colour: str, size: float, axis: Axis) -> list[Bar]:
    """The unit's bars in every panel, pale ones first; arrows where they run on."""
    last = len(axis.eras) - 1
    bars = [_bar(unit, piece, y, colour, size * 0.86, "allowed", last) for piece in unit.pale]
    return bars + [_bar(unit, piece, y, colour, size * 0.5, "lasting", last) for piece in unit.solid]


def _bar(unit: Unit, piece: Stretch, y: float, colour: str, height: float, sort: str, last: int) -> Bar:
    outer = (unit.fade == "left" and piece.era == 0 and piece.left_on, unit.fade == "right" and piece.era == last and piece.right_on)
    return Bar(
        event_id=unit.event_id, x0=piece.x0, x1=piece.x1, y=y, height=height, era=piece.era,
        start=moment_of(piece.start), stop=moment_of(piece.stop), colour=colour, sort="lasting" if sort == "lasting" else "allowed",
        fade="left" if outer[0] else "right" if outer[1] else "",
        arrow_left=piece.left_on, arrow_right=piece.right_on,
    )  # fmt: skip


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


def label_of(spot: Spot, y: float, size: float, theme: Theme, half: float) -> list[Label]:
    """The unit's words, a bold date above its title; nothing if it had no room."""
    if not spot.lines:
        return []
    unit = spot.unit
    top = y + (spot.down - 1) * half
    base = top + half + size * 0.36
    left = spot.x if spot.anchor == "start" else spot.x - spot.width
    x = left if spot.anchor == "start" else left + spot.width
    if spot.anchor == "end":
        x_date = left + spot.width - (width("  " + unit.aside, size) if unit.aside else 0)
    else:
        x_date = x
    texts = [Text(x_date, base, unit.date + (" ?" if unit.doubt else ""), size, theme.ink, True, spot.anchor)]
    if unit.aside:
        x_aside = left + spot.width if spot.anchor == "end" else left + date_line_width(unit, size)
        texts.append(Text(x_aside, base, unit.aside, size, theme.muted, anchor="end"))
    texts += [Text(x, base + 2 * half * (index + 1), line, size, theme.ink, anchor=spot.anchor) for index, line in enumerate(spot.lines[1:])]
    box = (left, top, left + spot.width, top + 2 * half * len(spot.lines))
    return [Label(unit.event_id, unit.era, tuple(texts), box)]
