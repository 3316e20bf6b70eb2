"""Figure: a scene as an interactive Plotly figure; each era is a panel with its own date axis."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from timeline.drawing import escape
from timeline.drawing.lettering import directed, fold
from timeline.drawing.scene import Bar, Entry, Era, Group, Mark, Scene
from timeline.drawing.style import FONTS, PALE_EDGE, Theme
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

_SYMBOLS = {"disc": "circle", "diamond": "diamond", "square": "square", "ring": "circle-dot"}
_FADE_STEPS = 24
_HOVER = (430.0, 6)  # pixels of a line, and lines of a sentence, that a hover box carries
_DAY_MS = 86_400_000
_WORDS = 13.0  # the size of words, in pixels


def draw(scene: Scene) -> go.Figure:
    """The scene as a Plotly figure; `customdata` of every point and bar is the event's id."""
    demand(scene, Scene, "draw", "Give what lay_out() returns.")
    import plotly.graph_objects as go

    return go.Figure(figure_dict(scene))


def figure_dict(scene: Scene) -> dict[str, Any]:
    """The figure as plain values, as Plotly's JSON has it."""
    drawn = {mark.event_id for mark in scene.marks} | {bar.event_id for bar in scene.bars}
    room = min(_HOVER[0], scene.width - 60)
    told = {entry.event_id: _hover(entry, room) for entry in scene.entries if entry.event_id in drawn}
    data: list[dict[str, Any]] = []
    for index in range(len(scene.eras)):
        bars = [bar for bar in scene.bars if bar.era == index]
        groups = [group for group in scene.groups if group.era == index]
        marks = [mark for mark in scene.marks if mark.era == index]
        if fading := [bar for bar in bars if bar.fade]:
            data.append(_fades(fading, index))
        if bars:
            data.append(_bars(bars, index, told, scene.theme))
        if groups:
            data.append(_groups(groups, index, room))
        if arrows := [tip for bar in bars for tip in _tips(bar)]:
            data.append(_arrows(arrows, index, scene.theme))
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
            {"dtickrange": [None, _DAY_MS - 1], "value": "%H:%M\n%-d %b %Y"},
            {"dtickrange": [_DAY_MS, _DAY_MS * 27], "value": "%-d\n%b %Y"},
            {"dtickrange": [_DAY_MS * 27, "M11"], "value": "%b\n%Y"},
            {"dtickrange": ["M11", None], "value": "%Y"},
        ],
        "minallowed": iso(era.start), "maxallowed": iso(era.stop),
    }  # fmt: skip


def _hover(entry: Entry, room: float) -> str:
    """Date, title, sentence and source, in lines that no screen cuts off."""
    parts = _lines(entry.date, room, 2, "<b>", "</b>") + _lines(entry.title, room, 3, "<b>", "</b>")
    if entry.sentence:
        parts += ["", *_lines(f"“{entry.sentence}”", room, _HOVER[1])]
    if entry.source:
        parts += ["", *_lines(entry.source, room, 2, "<i>", "</i>")]
    return "<br>".join(parts)


def _lines(text: str, room: float, most: int, before: str = "", after: str = "") -> list[str]:
    return [before + directed(line, escape.plotly(line)) + after for line in fold(text, _WORDS, room, most)]


# Plotly dims what was not clicked; a timeline is still read as a whole then.
_KEPT = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}


def _marks(marks: list[Mark], era: int, told: dict[str, str], theme: Theme) -> dict[str, Any]:
    hollow = [mark.hollow or mark.shape == "ring" for mark in marks]
    return {
        "type": "scatter", "mode": "markers", "name": "events", "xaxis": axis("x", era), "yaxis": "y",
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


def _bars(bars: list[Bar], era: int, told: dict[str, str], theme: Theme) -> dict[str, Any]:
    return {
        "type": "bar", "orientation": "h", "name": "spans", "xaxis": axis("x", era), "yaxis": "y",
        "base": [iso(bar.start) for bar in bars], "x": [_length(bar) for bar in bars], "y": [bar.y for bar in bars],
        "width": [round(bar.height, 1) for bar in bars], "customdata": [bar.event_id for bar in bars],
        "hovertext": [told.get(bar.event_id, "") for bar in bars], "hoverinfo": "text",
        "marker": {"color": [_fill(bar, theme) for bar in bars], "line": _edges(bars), "opacity": 1}, **_KEPT,
    }  # fmt: skip


def _edges(bars: list[Bar]) -> dict[str, Any]:
    """A thin edge around pale bars, so that they can be told from the paper."""
    pale = [bar.edged for bar in bars]
    return {
        "width": [int(edge) for edge in pale],
        "color": [rgba(bar.colour, PALE_EDGE if edge else 0) for bar, edge in zip(bars, pale, strict=True)],
    }


def _length(bar: Bar) -> float:
    """Milliseconds, as Plotly counts the length of a bar on an axis of dates."""
    return (bar.stop - bar.start).total_seconds() * 1000


def _fill(bar: Bar, theme: Theme) -> str:
    """The bar's colour; one that fades only carries what is told of it, over its ever paler pieces."""
    return rgba(bar.colour, 0.0 if bar.fade else theme.pale if bar.sort == "allowed" else 1.0)


def _fades(bars: list[Bar], era: int) -> dict[str, Any]:
    """Bars with an open end, each as a row of ever paler pieces, since Plotly's bars have no gradient."""
    shares = [(index + 0.5) / _FADE_STEPS for index in range(_FADE_STEPS)]
    pieces = [(bar, index, 1 - 0.88 * (share if bar.fade == "right" else 1 - share)) for bar in bars for index, share in enumerate(shares)]
    steps = {id(bar): _length(bar) / _FADE_STEPS for bar in bars}
    return {
        "type": "bar", "orientation": "h", "name": "fades", "xaxis": axis("x", era), "yaxis": "y", "hoverinfo": "skip",
        "base": [iso(bar.start + dt.timedelta(milliseconds=steps[id(bar)] * index)) for bar, index, _ in pieces],
        "x": [round(steps[id(bar)]) for bar, _, _ in pieces], "y": [bar.y for bar, _, _ in pieces],
        "width": [round(bar.height, 1) for bar, _, _ in pieces], "customdata": [bar.event_id for bar, _, _ in pieces],
        "marker": {"color": [rgba(bar.colour, opacity) for bar, _, opacity in pieces], "line": {"width": 0}, "opacity": 1}, **_KEPT,
    }  # fmt: skip


def _tips(bar: Bar) -> list[tuple[Bar, str]]:
    """The sides on which a bar has an arrow head: its open end, and where it runs on past a cut."""
    sides = (("left", bar.arrow_left or bar.fade == "left"), ("right", bar.arrow_right or bar.fade == "right"))
    return [(bar, side) for side, on in sides if on]


def _arrows(tips: list[tuple[Bar, str]], era: int, theme: Theme) -> dict[str, Any]:
    """Heads with their tip on the end of the bar, so that none reaches out of its panel.

    `cliponaxis` must stay on: with it off, Plotly hides every bar of the panel whose end is out of sight once the panel is moved.
    """
    return {
        "type": "scatter", "mode": "markers", "name": "open", "xaxis": axis("x", era), "yaxis": "y",
        "hoverinfo": "skip",
        "x": [iso(bar.stop if side == "right" else bar.start) for bar, side in tips], "y": [bar.y for bar, _ in tips],
        "customdata": [bar.event_id for bar, _ in tips],
        "marker": {
            "symbol": "arrow-wide", "angle": [90 if side == "right" else -90 for _, side in tips],
            "size": [round(bar.height * 2.2, 1) for bar, _ in tips],
            "color": [rgba(bar.colour, theme.pale) if bar.sort == "allowed" else bar.colour for bar, _ in tips], "opacity": 1,
            "line": {"width": 0},
        },
        **_KEPT,
    }  # fmt: skip


def _groups(groups: list[Group], era: int, room: float) -> dict[str, Any]:
    return {
        "type": "bar", "orientation": "h", "name": "counts", "xaxis": axis("x", era), "yaxis": "y",
        "base": [group.start.isoformat() for group in groups],
        "x": [max(1, (group.stop - group.start).days) * _DAY_MS for group in groups],
        "y": [round((group.y0 + group.y1) / 2, 1) for group in groups], "width": [round(group.y1 - group.y0, 1) for group in groups],
        "customdata": [group.event_ids[0] if group.count == 1 else "" for group in groups],
        "hovertext": [_told(group, room) for group in groups], "hoverinfo": "text",
        "marker": {"color": [group.colour for group in groups], "line": {"width": 0}, "opacity": 1}, **_KEPT,
    }  # fmt: skip


def _told(group: Group, room: float) -> str:
    """How many events a column stands for, when, in which lane, and the titles of the most worthy."""
    parts = [f"<b>{count_words(group.count, 'event')}</b>", escape.plotly(reach_words(group.start, group.stop - dt.timedelta(days=1)))]
    parts += _lines(group.lane, room, 1)
    if group.titles:
        parts += ["", *(f"{'' if group.count == 1 else '· '}{line}" for title in group.titles for line in _lines(title, room - 12, 1))]
        parts += [f"and {group.count - len(group.titles):,} more"] if group.count > len(group.titles) else []
    return "<br>".join(parts)
