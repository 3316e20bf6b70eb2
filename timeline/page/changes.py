"""What has been corrected: the log of edits, events that are hidden, edits that have lost their event, and a way to add an event."""

from typing import TYPE_CHECKING

import streamlit as st

from timeline.drawing.escape import label
from timeline.drawing.wording import count_words
from timeline.page.corrections import edit
from timeline.page.editing import add_form
from timeline.page.words import dates_in_words
from timeline.page.workspace import current
from timeline.table.correcting import hiding
from timeline.table.edits import hidden, orphans
from timeline.table.history import log

if TYPE_CHECKING:
    import pandas as pd


def changes(read: "pd.DataFrame") -> None:
    """All corrections of the table that was read."""
    history = current().history
    with st.expander("Add an event", icon=":material/add:"):
        add_form("hand")
    lines = log(history.active)
    if not lines:
        st.caption("Nothing has been corrected yet. Choose an event and press Correct.")
        return
    st.text(f"{count_words(len(lines), 'correction')}, the last one first")
    st.text("\n\n".join(label(line) for line in reversed(lines)))
    st.download_button(
        "Save the log", data="\n".join(lines) + "\n", file_name="corrections.txt", mime="text/plain", key="log", on_click="ignore"
    )
    _hidden(read)
    lost = orphans(read, history.active)
    if lost:
        st.text(f"{count_words(len(lost), 'correction')} found no event in what was read now, and wait until it is back:")
        st.text("\n".join(label(line) for line in log(orphan.edit for orphan in lost)))


def _hidden(read: "pd.DataFrame") -> None:
    """The events that are hidden, each with the way back."""
    gone = hidden(read, current().history.active)
    if gone.empty:
        return
    st.text(f"Hidden: {count_words(len(gone), 'event')}")
    for event_id, date, title in zip(gone["event_id"], dates_in_words(gone), gone["title"], strict=True):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.text(f"{date} · {label(title)}")
            st.button("Show", key=f"show-{event_id}", type="tertiary", on_click=_show, args=(gone, event_id))


def _show(gone: "pd.DataFrame", event_id: str) -> None:
    edit(lambda by, at: hiding(gone, [event_id], by=by, at=at, show=True))
