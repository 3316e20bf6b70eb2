"""The list of sources: what each is, what was read in it, and the way to correct its day, its text, or to take it out."""

import dataclasses
from collections import Counter
from typing import TYPE_CHECKING

import streamlit as st

from timeline.drawing.escape import label
from timeline.drawing.wording import count_words
from timeline.page.passages import tellers
from timeline.page.reading import Read
from timeline.page.sources import TEXT, day_of_publication
from timeline.page.workspace import Held, current, keep

if TYPE_CHECKING:
    import pandas as pd

_LANGUAGES = {"en": "English", None: "English"}


def source_list(read: Read, frame: "pd.DataFrame") -> None:
    """Every source with its state; those that could not be taken in stand below, each with its sentence."""
    workspace = current()
    told = tellers(frame)
    events = Counter({article_id: len({event for ids in found.values() for event in ids}) for article_id, found in told.items()})
    for place, held in enumerate(workspace.sources):
        with st.container(border=True, gap="xsmall", key=f"source-{place}"):
            _source(place, held, events[held.article.id], _state(read, held))
    if workspace.changes and workspace.changes[-1].now is None:
        st.text(f"“{label(workspace.changes[-1].was.article.name)[:80]}” was removed. Undo brings it back.")
    for place, remark in enumerate(workspace.remarks):
        with st.container(border=True, gap="xsmall", key=f"remark-{place}"):
            if remark.lost:
                st.badge("Not read", color="red", icon=":material/error:")
            st.text(label(remark.message))
            st.button("Dismiss", key=f"dismiss-{place}", type="tertiary", on_click=_dismiss, args=(place,))


def _state(read: Read, held: Held) -> str:
    """Why a source has not been read; nothing where it has."""
    if fault := read.faults.get(held.article.id, ""):
        return fault
    return "" if any(reading.article.id == held.article.id for reading in read.readings) else f"Waiting. {read.waiting}"


def _source(place: int, held: Held, events: int, fault: str) -> None:
    article = held.article
    st.text(label(article.name)[:160])
    facts = [label(article.source)[:80] if article.title else "", _LANGUAGES.get(article.language, article.language or "")]
    facts += [count_words(len(article.text.split()), "word"), count_words(events, "event")]
    st.text(" · ".join(filter(None, facts)))
    if fault:
        st.badge("Not read", color="red", icon=":material/error:")
        st.text(label(fault))
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        day_of_publication(place)
        with st.popover("Text", type="tertiary", icon=":material/edit_note:", help="Correct the text; corrections of events stay"):
            words = st.text_area("Text of the article", value=article.text, height=320, key=f"{TEXT}{held.found.id}")
            st.button(
                "Read it again",
                key=f"again-{place}",
                on_click=_reread,
                args=(place, f"{TEXT}{held.found.id}"),
                disabled=words == article.text,
            )
        if len(current().sources) > 1:
            st.button("Remove", key=f"remove-{place}", type="tertiary", icon=":material/delete:", on_click=_remove, args=(place,))


def _remove(place: int) -> None:
    keep(current().without(place))


def _dismiss(place: int) -> None:
    workspace = current()
    keep(dataclasses.replace(workspace, remarks=workspace.remarks[:place] + workspace.remarks[place + 1 :]))


def _reread(place: int, key: str) -> None:
    """Puts another text in the place of a source's, under the same title, day and address."""
    keep(current().reworded(place, st.session_state[key]))
