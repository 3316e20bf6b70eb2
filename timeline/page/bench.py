"""The bench: what may lie open beside the timeline, one thing at a time; nothing until it is asked for."""

import streamlit as st

from timeline.page.article import article
from timeline.page.reading import Read
from timeline.page.sourcelist import source_list
from timeline.page.workspace import Workspace

ARTICLE, SOURCES = "Article", "Sources"


def choose_beside(workspace: Workspace) -> str:
    """What lies open beside the timeline; nothing where nothing is asked for."""
    if not workspace.sources:
        return ""
    return (
        st.segmented_control("Beside the timeline", [ARTICLE, SOURCES], key="beside", bind="query-params", label_visibility="collapsed")
        or ""
    )


def beside(opened: str, read: Read) -> None:
    """The panel that is open."""
    if opened == ARTICLE and read.readings:
        article(read.readings, read.frame)
    elif opened == SOURCES:
        source_list(read, read.frame)
