"""Figure: a scene as an interactive Plotly figure; each era is a panel with its own date axis."""

from __future__ import annotations

import datetime as dt
import textwrap
from typing import TYPE_CHECKING, Any

from timeline.drawing import escape
from timeline.drawing.scene import Bar, Entry, Era, Group, Key, Label, Mark, Scene, Text
from timeline.drawing.style import FONTS, Theme
from timeline.drawing.wording import count_words, reach_words

if TYPE_CHECKING:
    import plotly.graph_objects as go

DIV_ID = "timeline-figure"

# Without these three Plotly shows buttons that send the data, or the reader, to its makers.
CONFIG: dict[str, Any] = {
    "showSendToCloud": False, "plotlyServerURL": "", "displaylogo": False, "responsive": False, "scrollZoom": False,
    "doubleClick": "reset", "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"],
}  # fmt: skip

_SYMBOLS = {"disc": "circle", "diamond": "diamond", "square": "square", "ring": "circle"}
_FADE_STEPS = 14
_SENTENCE = 320  # characters of a sentence that a hover box can carry
_DAY_MS = 86_400_000


def draw(scene: Scene) -> go.Figure:
    """The scene as a Plotly figure; `customdata` of every point and bar is the event's id."""
    import plotly.graph_objects as go

    return go.Figure(figure_dict(scene))


def figure_dict(scene: Scene) -> dict[str, Any]:
    """The figure as plain values, as Plotly's JSON has it."""
    told = {entry.event_id: _hover(entry) for entry in scene.entries}
    data: list[dict[str, Any]] = []
    for index, era in enumerate(scene.eras):
        bars = [bar for bar in scene.bars if bar.era == index]
        groups = [group for group in scene.groups if group.era == index]
        marks = [mark for mark in scene.marks if mark.era == index]
        if bars:
            data.append(_bars(bars, index, told, scene.theme, era))
        if groups:
            data.append(_groups(groups, index))
        arrows = [bar for bar in bars if bar.fade]
        if arrows:
            data.append(_arrows(arrows, index))
        # A panel without marks would not be drawn at all, so that every era has its scatter.
        data.append(_marks(marks, index, told, scene.theme))
    if not scene.eras:
        data.append(_marks(list(scene.marks), 0, told, scene.theme) | {"x": [mark.x for mark in scene.marks]})
    return {"data": data, "layout": _layout(scene)}


def _layout(scene: Scene) -> dict[str, Any]:
    theme, wide, high = scene.theme, scene.width, scene.height
    layout: dict[str, Any] = {
        "width": wide, "height": high, "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0}, "template": {"layout": {}},
        "showlegend": False,
        "paper_bgcolor": theme.paper, "plot_bgcolor": "rgba(0,0,0,0)", "font": {"family": FONTS, "color": theme.ink, "size": 13},
        "hovermode": "closest", "dragmode": "pan", "barmode": "overlay", "bargap": 0, "uirevision": "timeline", "meta": {"alt": scene.alt},
        "hoverlabel": {
            "bgcolor": theme.paper, "bordercolor": theme.rule, "font": {"family": FONTS, "color": theme.ink, "size": 13}, "align": "left",
        },
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": theme.muted, "activecolor": theme.ink, "orientation": "h"},
        "yaxis": {
            "range": [scene.bottom, scene.top], "domain": [1 - scene.bottom / high, 1 - scene.top / high], "visible": False,
            "fixedrange": True,
        },
        "shapes": _shapes(scene), "annotations": _annotations(scene),
    }  # fmt: skip
    for index, era in enumerate(scene.eras):
        layout[_axis("xaxis", index)] = _era_axis(era, index, scene)
    if not scene.eras:
        layout["xaxis"] = {"visible": False, "range": [0, wide], "fixedrange": True}
    return layout


def _axis(name: str, index: int) -> str:
    return name if index == 0 else f"{name}{index + 1}"


def _era_axis(era: Era, index: int, scene: Scene) -> dict[str, Any]:
    theme = scene.theme
    return {
        "type": "date", "range": [_iso(era.start), _iso(era.stop)], "domain": [era.x0 / scene.width, era.x1 / scene.width], "anchor": "y",
        "showgrid": True, "gridcolor": theme.grid, "gridwidth": 1, "zeroline": False, "showline": True, "linecolor": theme.rule,
        "ticks": "outside",
        "ticklen": 5, "tickcolor": theme.rule, "tickfont": {"size": 12 if scene.width >= 900 else 11, "color": theme.muted},
        "nticks": max(2, len(era.ticks) + 1), "tickangle": 0, "automargin": False,
        "tickformatstops": [
            {"dtickrange": [None, 86_400_000 * 27], "value": "%-d\n%b %Y"}, {"dtickrange": [86_400_000 * 27, "M11"], "value": "%b\n%Y"},
            {"dtickrange": ["M11", None], "value": "%Y"},
        ],
        "minallowed": "0001-01-01", "maxallowed": "9999-12-31",
    }  # fmt: skip


def _iso(moment: dt.datetime) -> str:
    return moment.isoformat(sep=" ", timespec="minutes")


def _hover(entry: Entry) -> str:
    sentence = entry.sentence if len(entry.sentence) <= _SENTENCE else entry.sentence[:_SENTENCE].rsplit(" ", 1)[0] + " …"
    parts = [f"<b>{escape.plotly(entry.date)}</b>", *_folded(entry.title, 60, "<b>", "</b>")]
    if sentence:
        parts += ["", *_folded(f"“{sentence}”", 66)]
    if entry.source:
        parts += ["", *_folded(entry.source, 66, "<i>", "</i>")]
    return "<br>".join(parts)


def _folded(text: str, room: int, before: str = "", after: str = "") -> list[str]:
    return [before + escape.plotly(line) + after for line in textwrap.wrap(text, room)]


def _rgba(colour: str, opacity: float) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{round(opacity, 3):g})"


# Plotly dims what was not clicked; a timeline is still read as a whole then.
_KEPT = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}


def _marks(marks: list[Mark], era: int, told: dict[str, str], theme: Theme) -> dict[str, Any]:
    hollow = [mark.hollow or mark.shape == "ring" for mark in marks]
    return {
        "type": "scatter", "mode": "markers", "name": "events", "xaxis": _axis("x", era), "yaxis": "y", "cliponaxis": False,
        "x": [_iso(mark.when) for mark in marks], "y": [mark.y for mark in marks],
        "customdata": [mark.event_id for mark in marks], "hovertext": [told.get(mark.event_id, "") for mark in marks], "hoverinfo": "text",
        "marker": {
            "symbol": [_SYMBOLS[mark.shape] for mark in marks],
            "size": [round(mark.size * (1.22 if mark.shape == "diamond" else 1.0), 1) for mark in marks],
            "color": [theme.paper if empty else mark.colour for mark, empty in zip(marks, hollow, strict=True)], "opacity": 1,
            "line": {
                "color": [mark.colour if empty else theme.paper for mark, empty in zip(marks, hollow, strict=True)],
                "width": [2 if empty else 1 for empty in hollow],
            },
        },
        **_KEPT,
    }  # fmt: skip


def _bars(bars: list[Bar], era: int, told: dict[str, str], theme: Theme, panel: Era) -> dict[str, Any]:
    pieces = [piece for bar in bars for piece in _pieces(bar, theme, panel)]
    return {
        "type": "bar", "orientation": "h", "name": "spans", "xaxis": _axis("x", era), "yaxis": "y",
        "base": [piece[1] for piece in pieces], "x": [piece[2] for piece in pieces], "y": [piece[0].y for piece in pieces],
        "width": [round(piece[0].height, 1) for piece in pieces], "customdata": [piece[0].event_id for piece in pieces],
        "hovertext": [told.get(piece[0].event_id, "") for piece in pieces], "hoverinfo": "text",
        "marker": {"color": [piece[3] for piece in pieces], "line": {"width": 0}, "opacity": 1}, **_KEPT,
    }  # fmt: skip


def _pieces(bar: Bar, theme: Theme, panel: Era) -> list[tuple[Bar, str, float, str]]:
    """The bar with its start, length in milliseconds and colour; one that fades is a row of ever paler pieces."""
    length = (bar.stop - bar.start).total_seconds() * 1000
    least = (panel.stop - panel.start).total_seconds() * 1000 / (panel.x1 - panel.x0) * 2  # two pixels, or it cannot be hit
    if not bar.fade:
        return [(bar, _iso(bar.start), max(length, least), _rgba(bar.colour, theme.pale if bar.sort == "allowed" else 1.0))]
    step = length / _FADE_STEPS
    pieces = []
    for index in range(_FADE_STEPS):
        share = (index + 0.5) / _FADE_STEPS
        opacity = 1 - 0.88 * (share if bar.fade == "right" else 1 - share)
        pieces.append((bar, _iso(bar.start + dt.timedelta(milliseconds=step * index)), step, _rgba(bar.colour, opacity)))
    return pieces


def _arrows(bars: list[Bar], era: int) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers", "name": "open", "xaxis": _axis("x", era), "yaxis": "y", "cliponaxis": False,
        "hoverinfo": "skip",
        "x": [_iso(bar.stop if bar.fade == "right" else bar.start) for bar in bars], "y": [bar.y for bar in bars],
        "customdata": [bar.event_id for bar in bars],
        "marker": {
            "symbol": [f"triangle-{bar.fade}" for bar in bars], "size": [round(bar.height * 1.5, 1) for bar in bars],
            "color": [bar.colour for bar in bars], "opacity": 1,
        },
        **_KEPT,
    }  # fmt: skip


def _groups(groups: list[Group], era: int) -> dict[str, Any]:
    words = [
        f"<b>{count_words(group.count, 'event')}</b><br>{escape.plotly(reach_words(group.start, group.stop))}"
        + f"<br>{escape.plotly(group.lane)}"
        for group in groups
    ]
    return {
        "type": "bar", "orientation": "h", "name": "counts", "xaxis": _axis("x", era), "yaxis": "y",
        "base": [group.start.isoformat() for group in groups],
        "x": [max(1, (group.stop - group.start).days) * _DAY_MS for group in groups],
        "y": [round((group.y0 + group.y1) / 2, 1) for group in groups], "width": [round(group.y1 - group.y0, 1) for group in groups],
        "customdata": [group.event_ids[0] if group.count == 1 else "" for group in groups], "hovertext": words, "hoverinfo": "text",
        "marker": {"color": [group.colour for group in groups], "line": {"width": 0}, "opacity": 1}, **_KEPT,
    }  # fmt: skip


def _annotations(scene: Scene) -> list[dict[str, Any]]:
    wide, high = scene.width, scene.height
    found = [_label(label) for label in scene.labels if scene.eras]
    named = {label.event_id for label in scene.labels}
    found += [_doubt(mark, scene.theme) for mark in scene.marks if mark.doubt and mark.event_id not in named]
    texts = [*scene.texts, *(key.text for key in scene.legend)]
    if not scene.eras:
        texts += [line for label in scene.labels for line in label.lines]
        texts += [Text(cut.x0 - 5, cut.x1, cut.text, 11, scene.theme.muted) for cut in scene.cuts]
    for lane in scene.lanes:
        texts += [Text(scene.left, lane.y0 + 20 + 17 * index, line, 13, lane.colour, True) for index, line in enumerate(lane.lines)]
    small = 12 if wide >= 900 else 11
    texts += [
        Text((cut.x0 + cut.x1) / 2, scene.top - 10, cut.text, small, scene.theme.muted, anchor="middle") for cut in scene.cuts if scene.eras
    ]
    texts += [Text(key.x, key.text.y, "?", key.text.size, scene.theme.ink, True, "middle") for key in scene.legend if key.sign == "doubt"]
    if scene.strip:
        texts += scene.strip.ticks
    return found + [_fixed(text, wide, high) for text in texts]


def _fixed(text: Text, wide: int, high: int) -> dict[str, Any]:
    """Words that stay where they are when a panel is moved."""
    words = escape.plotly(text.text)
    return {
        "x": text.x / wide, "y": 1 - text.y / high, "xref": "paper", "yref": "paper", "showarrow": False, "borderpad": 0,
        "text": f"<b>{words}</b>" if text.bold else words, "font": {"size": text.size, "color": text.colour},
        "xanchor": {"start": "left", "middle": "center", "end": "right"}[text.anchor], "yanchor": "bottom",
        "yshift": -round(text.size * 0.36, 1),
    }  # fmt: skip


def _doubt(mark: Mark, theme: Theme) -> dict[str, Any]:
    """The question mark of a doubtful event that has no words to carry one."""
    return {
        "x": _iso(mark.when), "y": mark.y, "xref": _axis("x", mark.era), "yref": "y", "showarrow": False, "borderpad": 0,
        "text": "<b>?</b>",
        "font": {"size": 11, "color": theme.ink}, "xanchor": "left", "yanchor": "middle", "xshift": round(mark.size * 0.5 + 3, 1),
        "captureevents": False, "name": mark.event_id,
    }  # fmt: skip


def _label(label: Label) -> dict[str, Any]:
    """Words that move with their mark."""
    lines: list[str] = []
    base: float | None = None
    for text in label.lines:
        words = escape.plotly(text.text)
        words = f"<b>{words}</b>" if text.bold else words
        if base == text.y:  # the word for the status stands on the line of the date
            lines[-1] += f'  <span style="color:{text.colour}">{words}</span>'
        else:
            lines.append(words)
        base = text.y
    size = label.lines[0].size
    edge = label.box[0] if label.anchor == "start" else label.box[2]
    return {
        "x": _iso(label.when), "y": label.box[1], "xref": _axis("x", label.era), "yref": "y", "showarrow": False, "borderpad": 0,
        "text": "<br>".join(lines), "align": "left" if label.anchor == "start" else "right",
        "font": {"size": round(size, 1), "color": label.lines[0].colour},
        "xanchor": "left" if label.anchor == "start" else "right", "yanchor": "top", "xshift": round(edge - label.x, 1), "yshift": 1,
        "captureevents": False, "name": label.event_id,
    }  # fmt: skip


def _shapes(scene: Scene) -> list[dict[str, Any]]:
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
    if scene.strip:
        bar = scene.strip
        found.append(box(bar.x0, bar.y0, bar.x1, bar.y1, theme.band))
        found += [box(a, bar.y0, max(b, a + 2), bar.y1, theme.accent) for a, b in bar.shown]
        found += [box(x - 0.75, bar.y0, x + 0.75, bar.y1, colour) for x, colour in bar.pips]
    for leader in scene.leaders:
        place = _iso(leader.when)
        found.append(
            {
                "type": "line", "xref": _axis("x", leader.era), "yref": "y", "x0": place, "x1": place, "y0": leader.y0, "y1": leader.y1,
                "line": {"width": 1, "color": _rgba(leader.colour, 0.7)}, "layer": "below",
            }
        )  # fmt: skip
    return found + [shape for key in scene.legend for shape in _sign(key, theme, wide, high)]


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
        case "ring" | "hollow":
            return [shape("circle", -4, -4, 4, 4, **edge)]
        case "square":
            return [shape("rect", -4.2, -4.2, 4.2, 4.2)]
        case "diamond":
            return [shape("path", 0, 0, 0, 0, path="M0,6L6,0L0,-6L-6,0Z")]
        case "allowed":
            return [shape("rect", -12, -5, 12, 5, fillcolor=_rgba(ink, theme.pale))]
        case "lasting":
            return [shape("rect", -12, -3, 12, 3)]
        case "ongoing":
            return [shape("rect", -12, -1, 8, 1), shape("path", 0, 0, 0, 0, path="M6,5L12,0L6,-5Z")]
        case "column":
            return [shape("rect", -6 + 4 * index, -5, -3 + 4 * index, tall - 5) for index, tall in enumerate((5, 10, 7))]
    return []
