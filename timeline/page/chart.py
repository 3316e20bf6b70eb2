"""The timeline itself; a click on an event chooses it."""

from typing import TYPE_CHECKING

import streamlit as st

from timeline.drawing.figure import CONFIG, draw
from timeline.drawing.layout import lay_out
from timeline.drawing.style import Style

if TYPE_CHECKING:
    import pandas as pd

CHOSEN = "chosen"  # the id of the event whose card is shown, in the session
_KEY = "timeline"


def chart(frame: "pd.DataFrame", style: Style) -> None:
    """The interactive timeline of a table."""
    scene = lay_out(frame, style)
    st.plotly_chart(
        draw(scene), key=_KEY, theme=None, on_select=_choose, selection_mode="points", config=CONFIG, alt=scene.alt, width="content"
    )


def _choose() -> None:
    """Takes the event of the point that was clicked; a click beside all points takes none."""
    points = st.session_state[_KEY]["selection"]["points"]
    st.session_state[CHOSEN] = next((event_id for point in points if (event_id := event_id_of(point.get("customdata")))), None)


def event_id_of(data: object) -> str | None:
    """The event's id, which is the custom datum of a point or the first of several."""
    first = data[0] if isinstance(data, list | tuple) and data else data.get("0") if isinstance(data, dict) else data
    return first if isinstance(first, str) else None
