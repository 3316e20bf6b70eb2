"""Surroundings: the words and signs of a Plotly figure, as its annotations and shapes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from timeline.drawing import escape
from timeline.drawing.lettering import directed
from timeline.drawing.scene import Hole, Key, Label, Mark, Scene, Text
from timeline.drawing.style import Theme


def axis(name: str, index: int) -> str:
    """The name of an era's axis."""
    return name if index == 0 else f"{name}{index + 1}"


def iso(moment: dt.datetime) -> str:
    """A moment as Plotly reads it."""
    return moment.isoformat(sep=" ", timespec="minutes")


def rgba(colour: str, opacity: float) -> str:
    """A colour that lets through what is below it."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{round(opacity, 3):g})"


def words_of(scene: Scene) -> list[dict[str, Any]]:
    """All words of the figure; those of labels move with their marks."""
    wide, high = scene.width, scene.height
    found = [_label(label) for label in scene.labels if scene.eras]
    named = {label.event_id for label in scene.labels}
    found += [_length(hole, scene) for hole in scene.holes if hole.text]
    found += [_doubt(mark, scene.theme) for mark in scene.marks if mark.doubt and mark.event_id not in named]
    texts = [*scene.texts, *(key.text for key in scene.legend)]
    if not scene.eras:
        texts += [line for label in scene.labels for line in label.lines]
        texts += [Text(cut.x0 - 5, cut.x1, cut.text, 11, scene.theme.muted) for cut in scene.cuts]
    for lane in scene.lanes:
        texts += lane.words(scene.left, scene.style.sizes.lane)
    small = scene.style.sizes.small
    texts += [
        Text((cut.x0 + cut.x1) / 2, scene.top - 10, cut.text, small, scene.theme.muted, anchor="middle") for cut in scene.cuts if scene.eras
    ]
    texts += [Text(key.x, key.text.y, "?", key.text.size, scene.theme.ink, True, "middle") for key in scene.legend if key.sign == "doubt"]
    if scene.strip:
        texts += scene.strip.ticks
    return found + [_fixed(text, wide, high) for text in texts]


def _fixed(text: Text, wide: int, high: int) -> dict[str, Any]:
    """Words that stay where they are when a panel is moved."""
    words = directed(text.text, escape.plotly(text.text))
    return {
        "x": text.x / wide, "y": 1 - text.y / high, "xref": "paper", "yref": "paper", "showarrow": False, "borderpad": 0,
        "text": f"<b>{words}</b>" if text.bold else words, "font": {"size": text.size, "color": text.colour},
        "xanchor": {"start": "left", "middle": "center", "end": "right"}[text.anchor], "yanchor": "bottom",
        "yshift": -round(text.size * 0.36, 1),
    }  # fmt: skip


def _doubt(mark: Mark, theme: Theme) -> dict[str, Any]:
    """The question mark of a doubtful event that has no words to carry one."""
    return {
        "x": iso(mark.when), "y": mark.y, "xref": axis("x", mark.era), "yref": "y", "showarrow": False, "borderpad": 0,
        "text": "<b>?</b>",
        "font": {"size": 11, "color": theme.ink}, "xanchor": "left", "yanchor": "middle", "xshift": round(mark.size * 0.5 + 3, 1),
        "captureevents": False, "name": mark.event_id,
    }  # fmt: skip


def _label(label: Label) -> dict[str, Any]:
    """Words that move with their mark."""
    lines: list[str] = []
    base: float | None = None
    for text in label.lines:
        words = directed(text.text, escape.plotly(text.text))
        words = f"<b>{words}</b>" if text.bold else words
        if base == text.y:  # the word for the status stands on the line of the date
            lines[-1] += f'  <span style="color:{text.colour}">{words}</span>'
        else:
            lines.append(words)
        base = text.y
    size = label.lines[0].size
    edge = label.box[0] if label.anchor == "start" else label.box[2]
    return {
        "x": iso(label.when), "y": label.box[1], "xref": axis("x", label.era), "yref": "y", "showarrow": False, "borderpad": 0,
        "text": "<br>".join(lines), "align": "left" if label.anchor == "start" else "right",
        "font": {"size": round(size, 1), "color": label.lines[0].colour},
        "xanchor": "left" if label.anchor == "start" else "right", "yanchor": "top", "xshift": round(edge - label.x, 1), "yshift": 1,
        "captureevents": False, "name": label.event_id,
    }  # fmt: skip


def signs_of(scene: Scene) -> list[dict[str, Any]]:
    """Lane lines, cuts, the strip at true scale, the signs of the legend, and leader lines."""
    theme, wide, high = scene.theme, scene.width, scene.height

    def box(x0: float, y0: float, x1: float, y1: float, colour: str, **more: Any) -> dict[str, Any]:
        return {
            "type": "rect", "xref": "paper", "yref": "paper", "x0": x0 / wide, "x1": x1 / wide, "y0": 1 - y1 / high, "y1": 1 - y0 / high,
            "fillcolor": colour, "line": {"width": 0}, "layer": "below", **more,
        }  # fmt: skip

    found = [box(scene.left, lane.y0, scene.eras[-1].x1, lane.y0 + 1, theme.grid) for lane in scene.lanes]
    for cut in scene.cuts if scene.eras else ():
        found.append(box(cut.x0, scene.top - 1, cut.x1, scene.bottom + 1, theme.paper))
        for x in (cut.x0, cut.x1):
            found.append(
                box(x, scene.top - 4, x, scene.bottom, theme.rule, type="line", line={"width": 1, "color": theme.rule, "dash": "dot"})
            )
        for x in ((cut.x0 + cut.x1) / 2 - 3, (cut.x0 + cut.x1) / 2 + 3):  # the break of the axis, as on paper
            found.append(
                box(x - 3, scene.bottom - 5, x + 3, scene.bottom + 5, theme.rule, type="line", line={"width": 1.4, "color": theme.rule})
            )
    if scene.marks and not scene.eras:
        rail = scene.marks[0].x
        found += [box(rail, top, rail, foot, theme.rule, type="line", line={"width": 1, "color": theme.rule}) for top, foot in scene.rails]
    if scene.strip:
        bar = scene.strip
        found.append(box(bar.x0, bar.y0, bar.x1, bar.y1, theme.band))
        found += [box(a, bar.y0, max(b, a + 2), bar.y1, theme.accent) for a, b in bar.shown]
        found += [box(x - 0.75, bar.y0, x + 0.75, bar.y1, colour) for x, colour in bar.pips]
    for leader in scene.leaders:
        place = iso(leader.when)
        found.append(
            {
                "type": "line", "xref": axis("x", leader.era), "yref": "y", "x0": place, "x1": place, "y0": leader.y0, "y1": leader.y1,
                "line": {"width": 1, "color": rgba(leader.colour, 0.7)}, "layer": "below",
            }
        )  # fmt: skip
    for hole in scene.holes:
        found += _hole(hole, theme)
    return found + [sign for key in scene.legend for sign in _sign(key, theme, wide, high)]


def _hole(hole: Hole, theme: Theme) -> list[dict[str, Any]]:
    """A gap's line with its ends marked."""
    start, stop = iso(hole.start), iso(hole.stop)
    lines = [(start, stop, hole.y, hole.y, "dot")]
    lines += [(end, end, hole.y - 4, hole.y + 4, "solid") for end, marked in zip((start, stop), hole.ends, strict=True) if marked]
    return [
        {
            "type": "line", "xref": axis("x", hole.era), "yref": "y", "x0": x0, "x1": x1, "y0": y0, "y1": y1,
            "line": {"width": 1, "color": theme.rule, "dash": dash}, "layer": "below",
        }
        for x0, x1, y0, y1, dash in lines
    ]  # fmt: skip


def _length(hole: Hole, scene: Scene) -> dict[str, Any]:
    """The words on a gap's line."""
    return {
        "x": iso(hole.start + (hole.stop - hole.start) / 2), "y": hole.y, "xref": axis("x", hole.era), "yref": "y", "showarrow": False,
        "borderpad": 2, "text": escape.plotly(hole.text), "font": {"size": scene.style.sizes.small, "color": scene.theme.muted},
        "bgcolor": scene.theme.paper, "yanchor": "middle", "captureevents": False,
    }  # fmt: skip


def _sign(key: Key, theme: Theme, wide: int, high: int) -> list[dict[str, Any]]:
    """A sign of the legend, in pixels around its place, so that it keeps its form at any width."""
    ink = theme.muted

    def shape(kind: str, x0: float, y0: float, x1: float, y1: float, **more: Any) -> dict[str, Any]:
        size = {"x0": x0, "x1": x1, "y0": y0, "y1": y1} if kind != "path" else {}
        return {
            "type": kind, "xref": "paper", "yref": "paper", "xsizemode": "pixel", "ysizemode": "pixel", "xanchor": key.x / wide,
            "yanchor": 1 - key.y / high, "fillcolor": ink, "line": {"width": 0}, **size, **more,
        }  # fmt: skip

    edge = {"fillcolor": theme.paper, "line": {"width": 2, "color": ink}}
    match key.sign:
        case "disc":
            return [shape("circle", -4.5, -4.5, 4.5, 4.5)]
        case "hollow":
            return [shape("circle", -4, -4, 4, 4, **edge)]
        case "ring":
            return [shape("circle", -4, -4, 4, 4, **edge), shape("circle", -1.2, -1.2, 1.2, 1.2)]
        case "square":
            return [shape("rect", -4.2, -4.2, 4.2, 4.2)]
        case "diamond":
            return [shape("path", 0, 0, 0, 0, path="M0,6L6,0L0,-6L-6,0Z")]
        case "allowed":
            return [shape("rect", -12, -5, 12, 5, fillcolor=rgba(ink, theme.pale))]
        case "lasting":
            return [shape("rect", -12, -3, 12, 3)]
        case "ongoing":
            return [shape("rect", -12, -1, 8, 1), shape("path", 0, 0, 0, 0, path="M6,5L12,0L6,-5Z")]
        case "gap":
            return [shape("rect", -12, -0.5, 12, 0.5), shape("rect", -12, -4, -11, 4), shape("rect", 11, -4, 12, 4)]
        case "column":
            return [shape("rect", -6 + 4 * index, -5, -3 + 4 * index, tall - 5) for index, tall in enumerate((5, 10, 7))]
    return []
