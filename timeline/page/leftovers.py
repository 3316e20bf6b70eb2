"""What is not on the timeline and why: expressions without a date, and notes."""

from collections.abc import Sequence

import streamlit as st

from timeline.drawing.escape import label
from timeline.drawing.wording import count_words
from timeline.events.event import Reading


def leftovers(readings: Sequence[Reading]) -> None:
    """Notes, in the open; expressions that could not be dated, each with its reason, folded."""
    for reading in readings:
        for note in reading.notes:
            st.text(label(note.message))
    undated = [timex for reading in readings for timex in reading.undated]
    if not undated:
        return
    with st.expander(f"Not dated: {count_words(len(undated), 'expression')}"):
        for timex in undated:
            st.text(f"“{label(timex.text)}”: {label(timex.reason) or 'no date in these words'}")
