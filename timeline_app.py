"""The page: articles in, their timeline out; every event points to the sentence it comes from."""

from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from timeline.drawing.escape import label
from timeline.errors import TimelineError
from timeline.page import asking, opening, saving, shared
from timeline.page.bench import beside, choose_beside
from timeline.page.corrections import articles, corrected
from timeline.page.door import closed, sign_out
from timeline.page.leftovers import leftovers
from timeline.page.looking import look
from timeline.page.reading import Read, read_once
from timeline.page.room import ICON, fitting
from timeline.page.sources import choose, choose_mode, told, welcome
from timeline.page.steps import undo_row
from timeline.page.words import nothing_found
from timeline.page.workspace import ARCHIVE, Workspace, current
from timeline.store.document import Document

if TYPE_CHECKING:
    import pandas as pd


def page() -> None:
    """Everything, from top to bottom."""
    if shared.shown():
        return
    st.set_page_config(page_title="Timeline", page_icon=ICON, layout="wide")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key="head"):
        st.header("Timeline", anchor=False, width="content")
        st.caption("The dated events of articles, drawn so that you can check each against the sentence it comes from.")
        corner = st.container(horizontal=True, vertical_alignment="center", gap="small", width="content", key="corner")
    news = st.container(key="news")
    try:
        opening.opened()
        if closed():
            return
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="sources"):
            archives = asking.begin()
            mode = choose_mode(archives)
            if mode == ARCHIVE:
                archive = asking.choose_archive(archives)
            else:
                workspace = choose(mode)
                opened = choose_beside(workspace)
                undo_row()
        if mode == ARCHIVE:
            with corner:
                sign_out()
            asking.ask(archive)
            return
        asking.leave()
        told()
        saving.keep_early(workspace)
        if not workspace.sources:
            _saved(corner, news, workspace.document(), workspace.name)
            fitting()  # which also brings the page's letters
            welcome()
            return
        read = read_once(articles(workspace))
        frame = corrected(read.frame)
        _saved(corner, news, saving.keep(current(), frame), workspace.name)
        with st.container(horizontal=True, gap="medium", key="bench"):
            with st.container(key="main"):
                show(workspace, read, frame)
            if opened:
                with st.container(key="side"):
                    beside(opened, read, frame)
    except TimelineError as fault:
        st.badge("This cannot be used", color="red", icon=":material/error:")
        words = str(fault)
        st.text(label(words[:1].upper() + words[1:]))


def _saved(corner: DeltaGenerator, news: DeltaGenerator, document: Document, name: str) -> None:
    """What became of the last change, at the head of the page."""
    with corner:
        saving.corner(document, name)
    with news:
        saving.told(document, name)


def show(workspace: Workspace, read: Read, frame: "pd.DataFrame") -> None:
    """The timeline of all articles and all that belongs to it."""
    style = fitting()
    if read.waiting:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.text(label(read.waiting), width="content")
            st.button("Read on", key="read-on")
    if frame.empty and len(read.frame):
        st.text("All events are hidden. Undo that, or show them again under Corrections.")
    elif frame.empty:
        st.text(nothing_found(*(reading.article for reading in read.readings)))
    else:
        look(frame, style, workspace, {reading.article.id: reading.article for reading in read.readings})
    leftovers(read.readings)


page()
