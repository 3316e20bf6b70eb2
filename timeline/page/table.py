"""The same events as a table, for reading along and for those who cannot use the picture."""

from typing import TYPE_CHECKING

import streamlit as st

from timeline.drawing.escape import label
from timeline.page.chart import CHOSEN
from timeline.page.words import dates_in_words

if TYPE_CHECKING:
    import pandas as pd

_KEY = "table"
_COLUMNS = {
    "title": "What",
    "kind": "Sort",
    "actors": "Who",
    "places": "Where",
    "status": "Status",
    "certainty": "Certainty",
    "sentence": "Sentence",
}


def table(frame: "pd.DataFrame") -> None:
    """The events in rows; a click on a row chooses its event."""
    st.dataframe(
        readable(frame),
        key=_KEY,
        hide_index=True,
        on_select=lambda: _choose(list(frame["event_id"])),
        selection_mode="single-row",
        column_config={
            "When": st.column_config.TextColumn(width="medium", pinned=False),
            "What": st.column_config.TextColumn(width="large"),
            "Sentence": st.column_config.TextColumn(width="large"),
        },
        alt="The events of the timeline as a table: when, what, sort, who, where, status, certainty and sentence.",
    )


def readable(frame: "pd.DataFrame") -> "pd.DataFrame":
    """The table in the words of readers."""
    shown = frame[list(_COLUMNS)].rename(columns=_COLUMNS).astype(str).map(label)
    shown.insert(0, "When", dates_in_words(frame))
    return shown


def _choose(ids: list[str]) -> None:
    rows = st.session_state[_KEY]["selection"]["rows"]
    st.session_state[CHOSEN] = ids[rows[0]] if rows and rows[0] < len(ids) else None
