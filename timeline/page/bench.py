"""The bench: what may lie open beside the timeline, one thing at a time; nothing until it is asked for."""

from typing import TYPE_CHECKING

import streamlit as st

from timeline.page.article import article
from timeline.page.changes import changes
from timeline.page.reading import Read
from timeline.page.sourcelist import source_list
from timeline.page.sources import SOURCES
from timeline.page.workspace import Workspace

if TYPE_CHECKING:
    import pandas as pd

ARTICLE, CHANGES = "Article", "Corrections"


def choose_beside(workspace: Workspace) -> str:
    """What lies open beside the timeline; nothing where nothing is asked for."""
    if not workspace.sources:
        return ""
    st.space("stretch")
    panels = [ARTICLE, SOURCES, CHANGES]
    return st.segmented_control("Beside the timeline", panels, key="beside", bind="query-params", label_visibility="collapsed") or ""


def beside(opened: str, read: Read, frame: "pd.DataFrame") -> None:
    """The panel that is open; `frame` is the table as it was corrected."""
    if opened == ARTICLE and read.readings:
        article(read.readings, frame)
    elif opened == SOURCES:
        source_list(read, frame)
    elif opened == CHANGES:
        changes(read.frame)
