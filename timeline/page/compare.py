"""Comparing two versions of a timeline: which events were added, removed and changed, and in what."""

from typing import TYPE_CHECKING

import streamlit as st

from timeline.drawing.escape import label
from timeline.drawing.export import from_json
from timeline.drawing.wording import count_words
from timeline.errors import TimelineError
from timeline.page import drafts, kept, opening
from timeline.page.access import visitor
from timeline.page.clock import at_words
from timeline.page.reading import read_once
from timeline.store.document import Document
from timeline.table.difference import Difference, difference

if TYPE_CHECKING:
    import pandas as pd

_MOST = 200  # lines that are listed


def frame_of(document: Document) -> "pd.DataFrame":
    """The table of a document: the one that was kept with it, else read again from its texts and corrected."""
    if document.table:
        return from_json(document.table.encode("utf-8", "surrogatepass"))
    from timeline.table.correcting import ordered
    from timeline.table.edits import apply
    from timeline.table.history import history_from_json

    edits = history_from_json(document.edits).active
    return apply(read_once(ordered((source.article() for source in document.sources if source.text), edits)).frame, edits)


def differences(one: Document, other: Document) -> None:
    """What `other` has more, less and otherwise than `one`: title, sources and events."""
    found = difference(frame_of(one), frame_of(other))
    lines = [*_titles(one, other), *_sources(one, other)]
    st.text(summary(found) if not found.empty or not lines else "The events are the same.")
    for line in [*lines, *found.words()][:_MOST]:
        st.text(label(line))


def summary(found: Difference) -> str:
    """How much differs: `2 events added, 1 changed.`"""
    counts = [(found.added, "added"), (found.removed, "removed"), (found.changed, "changed")]
    told = [(len(events), what) for events, what in counts if events]
    if not told:
        return "Nothing differs."
    (number, what), *rest = told
    return ", ".join([f"{count_words(number, 'event')} {what}", *(f"{number:,} {what}" for number, what in rest)]) + "."


def _titles(one: Document, other: Document) -> list[str]:
    return [f"Title: “{one.title}” → “{other.title}”"] if one.title != other.title else []


def _sources(one: Document, other: Document) -> list[str]:
    before, after = ({source.sha256: source.article().name for source in document.sources} for document in (one, other))
    added = [f"Source added: {name}" for key, name in after.items() if key not in before]
    return added + [f"Source removed: {name}" for key, name in before.items() if key not in after]


@st.dialog("Versions", width="large", icon=":material/history:")
def versions() -> None:
    """The versions that are kept of the timeline at work; what differs between two; and the way back to one."""
    held = drafts.draft()
    if held is None or held.token:
        st.text("There are no older versions to see here.")
        return
    try:
        _versions(held.id)
    except TimelineError as fault:
        st.text(label(fault))


def _versions(document_id: str) -> None:
    who, store = visitor(), kept.store()
    who.demand_write()
    found = store.revisions(document_id, owner=who.owner)
    names = {one.number: f"{one.number} · {at_words(one.saved)}{' · through a link' if one.by else ''}" for one in found}
    numbers = list(names)
    if len(numbers) < 2:
        st.caption(f"There is one version, saved at {at_words(found[0].saved)}. Each change you make becomes another.")
        return
    with st.container(horizontal=True, gap="small"):
        older = st.selectbox("From", numbers, index=1, format_func=names.__getitem__, key="versions-from", filter_mode=None)
        newer = st.selectbox("To", numbers, index=0, format_func=names.__getitem__, key="versions-to", filter_mode=None)
    one, other = (store.load(document_id, owner=who.owner, revision=number).document for number in (older, newer))
    differences(one, other)
    if older == numbers[0]:
        return
    if st.button(f"Go back to version {older}", key="versions-back", help="What came after it stays among the versions"):
        opening.take(document_id, older)
        st.rerun()
