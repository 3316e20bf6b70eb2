"""Picture: a scene as SVG, and as PNG by resvg with the shipped fonts; no browser takes part."""

from __future__ import annotations

import datetime as dt
import math

from timeline.drawing import escape
from timeline.drawing.lettering import directed, font_files
from timeline.drawing.scene import Bar, Era, Group, Hole, Key, Label, Lane, Leader, Scene, Strip, Text, Tick
from timeline.drawing.style import FONT, FONTS, PALE_EDGE, ZOOMS, Theme
from timeline.drawing.wording import count_words, reach_words
from timeline.errors import BadStyle, demand


def svg(scene: Scene) -> bytes:
    """The scene as an SVG document that stands alone: no link, no script, no style sheet."""
    demand(scene, Scene, "svg", "Give what lay_out() returns.")
    theme = scene.theme
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{scene.width}" height="{scene.height}" viewBox="0 0 {scene.width} {scene.height}"'
        f' role="img" aria-labelledby="title desc" font-family="{escape.xml(FONTS)}" text-rendering="geometricPrecision">',
        f'<title id="title">{escape.xml(scene.title)}</title>',
        f'<desc id="desc">{escape.xml(scene.alt)}</desc>',
        _fades(scene),
        f'<rect width="{scene.width}" height="{scene.height}" fill="{theme.paper}"/>',
        *(_lane(lane, scene) for lane in scene.lanes),
        *(_era(era, scene) for era in scene.eras),
        *([] if scene.eras else [_rail(scene)]),
        *(_cut(cut.x0, cut.x1, cut.text, scene) for cut in scene.cuts if scene.eras),
        *(_group(group) for group in scene.groups if scene.eras),
        *(_hole(hole, scene) for hole in scene.holes),
        *(_leader(leader) for leader in scene.leaders),
    ]
    told = {entry.event_id: f"{entry.date}: {entry.title}" for entry in scene.entries}
    for bar in scene.bars:
        parts.append(_told(_bar(bar, theme), told.get(bar.event_id, "")))
    for mark in scene.marks:
        drawn = shape(mark.shape, mark.x, mark.y, mark.size, mark.colour, theme.paper, mark.hollow)
        parts.append(_told(drawn, told.get(mark.event_id, "")))
    parts += [_text(text) for text in doubts(scene)]
    parts += [_label(label, theme) for label in scene.labels]
    parts += [_text(text) for text in scene.texts]
    parts += [_key(key, theme) for key in scene.legend]
    if scene.strip:
        parts.append(_strip(scene.strip, theme))
    return "\n".join([*(part for part in parts if part), "</svg>", ""]).encode("utf-8")


def png(scene: Scene, zoom: float = 1.0) -> bytes:
    """The scene as PNG; `zoom` 2 gives twice the pixels each way, for print."""
    demand(scene, Scene, "png", "Give what lay_out() returns.")
    if isinstance(zoom, bool) or not isinstance(zoom, int | float) or not ZOOMS[0] <= zoom <= ZOOMS[1]:
        raise BadStyle(f"zoom={zoom!r} cannot be drawn; give a number from {ZOOMS[0]} to {ZOOMS[1]}.")
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg(scene).decode("utf-8"), font_files=list(font_files()), skip_system_fonts=True,
            font_family=FONT, sans_serif_family=FONT, background=scene.theme.paper, zoom=zoom if zoom != 1.0 else None,
        )
    )  # fmt: skip


def doubts(scene: Scene) -> list[Text]:
    """The question marks of doubtful events that have no words to carry one."""
    named = {label.event_id for label in scene.labels}
    running_on = {bar.event_id for bar in scene.bars if bar.fade == "right"}
    return [
        Text(
            mark.x + mark.size * 0.5 + 3 if mark.event_id not in running_on else mark.x - mark.size * 0.5 - 9,
            mark.y + 4,
            "?",
            11,
            scene.theme.ink,
            True,
        )
        for mark in scene.marks
        if mark.doubt and mark.event_id not in named
    ]


def _n(value: float) -> str:
    """A number with one decimal, without a useless one."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def _told(drawn: str, words: str) -> str:
    return f"<g>{f'<title>{escape.xml(words)}</title>' if words else ''}{drawn}</g>"


def _text(text: Text, halo: str = "") -> str:
    bold = ' font-weight="700"' if text.bold else ""
    anchor = f' text-anchor="{text.anchor}"' if text.anchor != "start" else ""
    edge = f' stroke="{halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"' if halo else ""
    place = f'x="{_n(text.x)}" y="{_n(text.y)}" font-size="{_n(text.size)}" fill="{text.colour}"'
    return f"<text {place}{bold}{anchor}{edge}>{directed(text.text, escape.xml(text.text))}</text>"


def _label(label: Label, theme: Theme) -> str:
    return "".join(_text(line, theme.paper) for line in label.lines)


def _line(x0: float, y0: float, x1: float, y1: float, colour: str, more: str = "") -> str:
    return f'<path d="M{_n(x0)} {_n(y0)}L{_n(x1)} {_n(y1)}" stroke="{colour}" fill="none"{more}/>'


def _rect(x: float, y: float, wide: float, high: float, colour: str, more: str = "") -> str:
    return f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(wide)}" height="{_n(high)}" fill="{colour}"{more}/>'


def _lane(lane: Lane, scene: Scene) -> str:
    theme = scene.theme
    y = round(lane.y0) + 0.5
    words = lane.words(scene.left, scene.style.sizes.lane)
    return _line(scene.left, y, scene.eras[-1].x1, y, theme.grid) + "".join(_text(word) for word in words)


def _era(era: Era, scene: Scene) -> str:
    theme, small = scene.theme, scene.style.sizes.small
    parts = []
    months = any(tick.text != str(tick.day.year) for tick in era.ticks)
    y = round(scene.bottom) + 0.5
    day = (era.x1 - era.x0) / ((era.stop - era.start).total_seconds() / 86_400)
    for index, tick in enumerate(era.ticks):
        x = round(tick.x) + 0.5
        parts.append(_line(x, scene.top, x, scene.bottom, theme.grid))
        parts.append(_line(x, y, x, y + 5, theme.rule))
        middle = tick.x + (day / 2 if _is_day(tick) else 0)  # a day's number stands in the middle of the day, as its marks do
        parts.append(_text(Text(middle, y + 6 + small, tick.text, small, theme.muted, anchor="middle")))
        if months and (tick.strong or index == 0):
            below = _below(tick.text, tick.day.year, tick.day.month)
            parts.append(_text(Text(middle, y + 8 + 2.2 * small, below, small, theme.ink, True, "middle")))
    parts.append(_line(era.x0, y, era.x1, y, theme.rule, ' stroke-width="1.2"'))
    return "".join(parts)


def _is_day(tick: Tick) -> bool:
    return tick.text.isdigit() and int(tick.text) <= 31 and tick.text == str(tick.day.day)


def _below(text: str, year: int, month: int) -> str:
    """The word below a tick: the year of a month, the month of a day."""
    if text.isdigit() and int(text) <= 31:
        return ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[month - 1] + f" {year}"
    return str(year)


def _cut(x0: float, x1: float, text: str, scene: Scene) -> str:
    theme, small = scene.theme, scene.style.sizes.small
    middle = (x0 + x1) / 2
    y = round(scene.bottom) + 0.5
    parts = [_rect(x0, scene.top - 1, x1 - x0, scene.bottom - scene.top + 2, theme.paper)]
    parts += [_line(x, scene.top - 4, x, scene.bottom, theme.rule, ' stroke-dasharray="2 4"') for x in (round(x0) + 0.5, round(x1) + 0.5)]
    parts += [_line(middle + dx - 3, y + 5, middle + dx + 3, y - 5, theme.rule, ' stroke-width="1.4"') for dx in (-3, 3)]
    parts.append(_text(Text(middle, scene.top - 10, text, small, theme.muted, anchor="middle")))
    return "".join(parts)


def _rail(scene: Scene) -> str:
    """The line along which the marks of cards stand, broken where long time is left out."""
    if not scene.marks:
        return ""
    x, theme = scene.marks[0].x, scene.theme
    lines = [_line(x, top, x, foot, theme.rule) for top, foot in scene.rails]
    return "".join(lines + [_text(Text(x - 5, cut.x1, cut.text, 11, theme.muted)) for cut in scene.cuts])


def _group(group: Group) -> str:
    reach = reach_words(group.start, group.stop - dt.timedelta(days=1))
    words = ", ".join(filter(None, (count_words(group.count, "event"), reach, group.lane))) + ": " + "; ".join(group.titles)
    return _told(_rect(group.x0 + 0.5, group.y0, group.x1 - group.x0 - 1, group.y1 - group.y0, group.colour), words)


def _hole(hole: Hole, scene: Scene) -> str:
    """A line with its ends marked, as on a plan, and its length in words."""
    theme, small = scene.theme, scene.style.sizes.small
    parts = [_line(hole.x0, hole.y, hole.x1, hole.y, theme.rule, ' stroke-dasharray="1 3"')]
    parts += [_line(x, hole.y - 4, x, hole.y + 4, theme.rule) for x, ends in zip((hole.x0, hole.x1), hole.ends, strict=True) if ends]
    if hole.text:
        parts.append(
            _text(Text((hole.x0 + hole.x1) / 2, hole.y + small * 0.36, hole.text, small, theme.muted, anchor="middle"), theme.paper)
        )
    return "".join(parts)


def _leader(leader: Leader) -> str:
    return _line(leader.x, leader.y0, leader.x, leader.y1, leader.colour, ' stroke-opacity="0.7"')


def _fades(scene: Scene) -> str:
    wanted = sorted({(bar.colour, bar.fade) for bar in scene.bars if bar.fade})
    if not wanted:
        return ""
    parts = []
    for colour, side in wanted:
        stops = ((0, 0.12), (1, 1)) if side == "left" else ((0, 1), (1, 0.12))
        inner = "".join(f'<stop offset="{at}" stop-color="{colour}" stop-opacity="{opacity}"/>' for at, opacity in stops)
        parts.append(f'<linearGradient id="{fade_id(colour, side)}">{inner}</linearGradient>')
    return "<defs>" + "".join(parts) + "</defs>"


def fade_id(colour: str, side: str) -> str:
    """The name of a gradient."""
    return f"fade-{side}-{colour.lstrip('#')}"


def _bar(bar: Bar, theme: Theme) -> str:
    half = bar.height / 2
    fill = f"url(#{fade_id(bar.colour, bar.fade)})" if bar.fade else bar.colour
    edge = f' stroke="{bar.colour}" stroke-opacity="{PALE_EDGE}"'
    opacity = f' fill-opacity="{theme.pale}"{edge if bar.edged else ""}' if bar.sort == "allowed" else ""
    left, right = bar.x0, max(bar.x1, bar.x0 + 1.5)
    tip = min(half * 1.6, (right - left) / 2)
    tips = (tip if bar.arrow_left and bar.fade != "left" else 0, tip if bar.arrow_right and bar.fade != "right" else 0)
    path = _outline(left, right, bar.y, half, *tips)
    drawn = f'<path d="{path}" fill="{fill}"{opacity}/>'
    if bar.fade:
        x, back = (right, -half * 2.1) if bar.fade == "right" else (left, half * 2.1)
        points = f"M{_n(x + back)} {_n(bar.y - abs(back))}L{_n(x)} {_n(bar.y)}L{_n(x + back)} {_n(bar.y + abs(back))}"
        drawn += f'<path d="{points}" fill="none" stroke="{bar.colour}" stroke-width="1.8" stroke-linejoin="round" stroke-linecap="round"/>'
    return drawn


def _outline(left: float, right: float, y: float, half: float, left_tip: float, right_tip: float) -> str:
    """A bar with round corners, or with pointed ends where it runs on past a cut."""
    top, foot, r = y - half, y + half, min(half, (right - left) / 2, 3)
    if right_tip:
        east = [f"L{_n(right - right_tip)} {_n(top)}", f"L{_n(right)} {_n(y)}", f"L{_n(right - right_tip)} {_n(foot)}"]
    else:
        east = [f"L{_n(right - r)} {_n(top)}", f"Q{_n(right)} {_n(top)} {_n(right)} {_n(top + r)}"]
        east += [f"L{_n(right)} {_n(foot - r)}", f"Q{_n(right)} {_n(foot)} {_n(right - r)} {_n(foot)}"]
    if left_tip:
        west = [f"L{_n(left + left_tip)} {_n(foot)}", f"L{_n(left)} {_n(y)}"]
    else:
        west = [f"L{_n(left + r)} {_n(foot)}", f"Q{_n(left)} {_n(foot)} {_n(left)} {_n(foot - r)}"]
        west += [f"L{_n(left)} {_n(top + r)}", f"Q{_n(left)} {_n(top)} {_n(left + r)} {_n(top)}"]
    return f"M{_n(left + (left_tip or r))} {_n(top)}" + "".join([*east, *west]) + "Z"


def shape(name: str, x: float, y: float, size: float, colour: str, paper: str, hollow: bool = False) -> str:
    """A mark as a path: a disc, a diamond, a square or a ring with a dot in it."""
    r = size / 2
    fill, stroke = (paper, colour) if hollow or name == "ring" else (colour, paper)
    thick = 1.8 if hollow or name == "ring" else 1.2
    style = f' fill="{fill}" stroke="{stroke}" stroke-width="{thick}"'
    if name in ("disc", "ring"):
        dot = f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(r * 0.42)}" fill="{colour}"/>' if name == "ring" else ""
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(r)}"{style}/>' + dot
    if name == "diamond":
        d = r * math.sqrt(2) * 0.95
        return f'<path d="M{_n(x)} {_n(y - d)}L{_n(x + d)} {_n(y)}L{_n(x)} {_n(y + d)}L{_n(x - d)} {_n(y)}Z"{style}/>'
    s = r * 0.94
    return f'<path d="M{_n(x - s)} {_n(y - s)}h{_n(2 * s)}v{_n(2 * s)}h{_n(-2 * s)}Z"{style}/>'


def _key(key: Key, theme: Theme) -> str:
    words, x, y, ink = _text(key.text), key.x, key.y, theme.muted
    if key.sign in ("disc", "diamond", "square", "ring"):
        return shape(key.sign, x, y, 9.5, ink, theme.paper) + words
    if key.sign == "hollow":
        return shape("disc", x, y, 9.5, ink, theme.paper, True) + words
    if key.sign == "allowed":
        return _rect(x - 12, y - 5, 24, 10, ink, f' rx="3" fill-opacity="{theme.pale}"') + words
    if key.sign == "lasting":
        return _rect(x - 12, y - 3, 24, 6, ink, ' rx="3"') + words
    if key.sign == "ongoing":
        path = f"M{_n(x - 12)} {_n(y)}H{_n(x + 11)}M{_n(x + 6)} {_n(y - 5)}L{_n(x + 12)} {_n(y)}L{_n(x + 6)} {_n(y + 5)}"
        return f'<path d="{path}" fill="none" stroke="{ink}" stroke-width="1.8"/>' + words
    if key.sign == "doubt":
        return _text(Text(x, key.text.y, "?", key.text.size, theme.ink, True, "middle")) + words
    if key.sign == "gap":
        ends = "".join(_line(x + dx, y - 4, x + dx, y + 4, ink) for dx in (-12, 12))
        return _line(x - 12, y, x + 12, y, ink, ' stroke-dasharray="1 3"') + ends + words
    if key.sign == "column":
        return "".join(_rect(x - 6 + 4 * index, y + 5 - high, 3, high, ink) for index, high in enumerate((5, 10, 7))) + words
    return words


def _strip(strip: Strip, theme: Theme) -> str:
    high = strip.y1 - strip.y0
    parts = [_rect(strip.x0, strip.y0, strip.x1 - strip.x0, high, theme.band)]
    parts += [_rect(a, strip.y0, max(b - a, 2), high, theme.accent) for a, b in strip.shown]
    parts += [_line(x, strip.y0, x, strip.y1, colour, ' stroke-width="1.5"') for x, colour in strip.pips]
    parts += [_text(tick) for tick in strip.ticks]
    return "".join(parts)
