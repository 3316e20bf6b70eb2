"""The timeline itself; a click on an event's mark, bar or words chooses it, one on a column of counted events narrows the window."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from timeline.drawing.figure import CONFIG, draw
from timeline.drawing.layout import lay_out
from timeline.drawing.scene import Group, Scene
from timeline.drawing.surroundings import axis, iso
from timeline.page.view import View, narrow

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

CHOSEN = "chosen"  # the id of the event whose card is shown, in the session
_KEY = "timeline"
# The page has a picture of its own to download, of the size and in the colours that were chosen.
_CONFIG = CONFIG | {"modeBarButtonsToRemove": [*CONFIG["modeBarButtonsToRemove"], "toImage"]}
_DRAWN = "drawn"  # the last scene and figure, and what they were made of: a click must not draw them again


def chart(frame: "pd.DataFrame", view: View) -> Scene:
    """The interactive timeline of a table; gives the scene that it shows."""
    kept = st.session_state.get(_DRAWN)
    if kept is None or kept[0] is not frame or kept[1] != view.style:
        scene = lay_out(frame, view.style)
        kept = st.session_state[_DRAWN] = (frame, view.style, scene, clickable(draw(scene), scene))
    _, _, scene, figure = kept
    st.plotly_chart(
        figure, key=_KEY, theme=None, on_select=lambda: _choose(scene, figure), selection_mode="points", config=_CONFIG, alt=scene.alt,
        width="content",
    )  # fmt: skip
    return scene


def clickable(figure: "go.Figure", scene: Scene) -> "go.Figure":
    """The figure with an unseen bar under the words of each event, so that they can be pointed at and clicked as its mark can."""
    told: dict[str, str] = {}
    for trace in figure.data:
        if trace.customdata is not None and trace.hovertext is not None:
            told.update(zip(trace.customdata, trace.hovertext, strict=True))
    traces = [_words(scene, index, told) for index in sorted({label.era for label in scene.labels})]
    figure.add_traces(traces)
    figure.data = figure.data[len(figure.data) - len(traces) :] + figure.data[: len(figure.data) - len(traces)]  # marks lie above words
    return figure


def _words(scene: Scene, index: int, told: dict[str, str]) -> dict[str, Any]:
    labels = [label for label in scene.labels if label.era == index]
    boxes = [label.box for label in labels]
    if scene.eras:
        era = scene.eras[index]
        pixel = (era.stop - era.start) / (era.x1 - era.x0)
        across = {
            "base": [iso(era.start + (left - era.x0) * pixel) for left, _, _, _ in boxes],
            "x": [(right - left) * pixel.total_seconds() * 1000 for left, _, right, _ in boxes],
        }
    else:
        across = {"base": [left for left, _, _, _ in boxes], "x": [right - left for left, _, right, _ in boxes]}
    return {
        "type": "bar", "orientation": "h", "name": "words", "xaxis": axis("x", index), "yaxis": "y", **across,
        "y": [(top + foot) / 2 for _, top, _, foot in boxes], "width": [foot - top for _, top, _, foot in boxes],
        "customdata": [label.event_id for label in labels], "hovertext": [told.get(label.event_id, "") for label in labels],
        "hoverinfo": "text", "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        "selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}},
    }  # fmt: skip


def _choose(scene: Scene, figure: "go.Figure") -> None:
    """Takes the event of the point that was clicked, or the days of the column; a click beside all points takes none."""
    st.session_state[CHOSEN] = None
    for point in st.session_state[_KEY]["selection"]["points"]:
        if event_id := event_id_of(point.get("customdata")):
            st.session_state[CHOSEN] = event_id
        elif column := column_of(point, scene, figure):
            narrow((column.start, column.stop))
        else:
            continue
        return


def column_of(point: Mapping[str, Any], scene: Scene, figure: "go.Figure") -> Group | None:
    """The column of counted events that a point is."""
    number, place = point.get("curve_number"), point.get("point_index")
    if not isinstance(number, int) or not isinstance(place, int) or not 0 <= number < len(figure.data):
        return None
    trace = figure.data[number]
    if trace.name != "counts":
        return None
    held = [group for group in scene.groups if axis("x", group.era) == trace.xaxis]
    return held[place] if 0 <= place < len(held) else None


def event_id_of(data: object) -> str | None:
    """The event's id, which is the custom datum of a point or the first of several."""
    first = data[0] if isinstance(data, list | tuple) and data else data.get("0") if isinstance(data, dict) else data
    return first if isinstance(first, str) else None
