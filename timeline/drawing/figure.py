"""Figure: a scene as an interactive Plotly figure; each era is a panel with its own date axis."""

from __future__ import annotations

import datetime as dt
import textwrap
from typing import TYPE_CHECKING, Any

from timeline.drawing import escape
from timeline.drawing.scene import Bar, Entry, Era, Group, Mark, Scene
from timeline.drawing.style import FONTS, Theme
from timeline.drawing.surroundings import axis, iso, rgba, signs_of, words_of
from timeline.drawing.wording import count_words, reach_words
from timeline.errors import demand

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
    demand(scene, Scene, "draw", "Give what lay_out() returns.")
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
        "shapes": signs_of(scene), "annotations": words_of(scene),
    }  # fmt: skip
    for index, era in enumerate(scene.eras):
        layout[axis("xaxis", index)] = _era_axis(era, index, scene)
    if not scene.eras:
        layout["xaxis"] = {"visible": False, "range": [0, wide], "fixedrange": True}
    return layout


def _era_axis(era: Era, index: int, scene: Scene) -> dict[str, Any]:
    theme = scene.theme
    return {
        "type": "date", "range": [iso(era.start), iso(era.stop)], "domain": [era.x0 / scene.width, era.x1 / scene.width], "anchor": "y",
        "showgrid": True, "gridcolor": theme.grid, "gridwidth": 1, "zeroline": False, "showline": True, "linecolor": theme.rule,
        "ticks": "outside",
        "ticklen": 5, "tickcolor": theme.rule, "tickfont": {"size": scene.style.sizes.small, "color": theme.muted},
        "nticks": max(2, len(era.ticks) + 1), "tickangle": 0, "automargin": False,
        "tickformatstops": [
            {"dtickrange": [None, 86_400_000 * 27], "value": "%-d\n%b %Y"}, {"dtickrange": [86_400_000 * 27, "M11"], "value": "%b\n%Y"},
            {"dtickrange": ["M11", None], "value": "%Y"},
        ],
        "minallowed": "0001-01-01", "maxallowed": "9999-12-31",
    }  # fmt: skip


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


# Plotly dims what was not clicked; a timeline is still read as a whole then.
_KEPT = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}


def _marks(marks: list[Mark], era: int, told: dict[str, str], theme: Theme) -> dict[str, Any]:
    hollow = [mark.hollow or mark.shape == "ring" for mark in marks]
    return {
        "type": "scatter", "mode": "markers", "name": "events", "xaxis": axis("x", era), "yaxis": "y", "cliponaxis": False,
        "x": [iso(mark.when) for mark in marks], "y": [mark.y for mark in marks],
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
        "type": "bar", "orientation": "h", "name": "spans", "xaxis": axis("x", era), "yaxis": "y",
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
        return [(bar, iso(bar.start), max(length, least), rgba(bar.colour, theme.pale if bar.sort == "allowed" else 1.0))]
    step = length / _FADE_STEPS
    pieces = []
    for index in range(_FADE_STEPS):
        share = (index + 0.5) / _FADE_STEPS
        opacity = 1 - 0.88 * (share if bar.fade == "right" else 1 - share)
        pieces.append((bar, iso(bar.start + dt.timedelta(milliseconds=step * index)), step, rgba(bar.colour, opacity)))
    return pieces


def _arrows(bars: list[Bar], era: int) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers", "name": "open", "xaxis": axis("x", era), "yaxis": "y", "cliponaxis": False,
        "hoverinfo": "skip",
        "x": [iso(bar.stop if bar.fade == "right" else bar.start) for bar in bars], "y": [bar.y for bar in bars],
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
        "type": "bar", "orientation": "h", "name": "counts", "xaxis": axis("x", era), "yaxis": "y",
        "base": [group.start.isoformat() for group in groups],
        "x": [max(1, (group.stop - group.start).days) * _DAY_MS for group in groups],
        "y": [round((group.y0 + group.y1) / 2, 1) for group in groups], "width": [round(group.y1 - group.y0, 1) for group in groups],
        "customdata": [group.event_ids[0] if group.count == 1 else "" for group in groups], "hovertext": words, "hoverinfo": "text",
        "marker": {"color": [group.colour for group in groups], "line": {"width": 0}, "opacity": 1}, **_KEPT,
    }  # fmt: skip
