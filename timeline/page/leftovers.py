"""What is not on the timeline or only doubtfully, and why: expressions without a date or with two, and notes."""

from collections.abc import Sequence

import streamlit as st

from timeline.dates.inwords import span_words
from timeline.drawing.escape import label
from timeline.drawing.wording import count_words
from timeline.events.event import Reading


def leftovers(readings: Sequence[Reading]) -> None:
    """Notes, in the open; expressions that could not be dated, or can mean two days, each with its reason, folded."""
    several = len(readings) > 1
    for reading in readings:
        for note in reading.notes:
            st.text(label(note.message) + _where(reading, several))
    doubtful = [(reading, timex) for reading in readings for timex in reading.timexes if timex.readings]
    if doubtful:
        with st.expander(f"Two readings: {count_words(len(doubtful), 'expression')}"):
            for reading, timex in doubtful:
                st.text(f"“{label(timex.text)}”: {' or '.join(map(span_words, timex.readings))}{_where(reading, several)}")
    undated = [(reading, timex) for reading in readings for timex in reading.undated]
    if undated:
        with st.expander(f"Not dated: {count_words(len(undated), 'expression')}"):
            for reading, timex in undated:
                st.text(f"“{label(timex.text)}”: {label(timex.reason) or 'no date in these words'}{_where(reading, several)}")


def _where(reading: Reading, several: bool) -> str:
    """Of which article something is said, where there are several."""
    return f" ({label(reading.article.name)[:60]})" if several else ""
