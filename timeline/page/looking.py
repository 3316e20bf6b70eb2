"""Looking: the timeline with all that belongs to it, for whoever made it and for whoever has a link to it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from timeline.article import Article
from timeline.drawing.escape import label
from timeline.drawing.style import Style
from timeline.page.card import card
from timeline.page.chart import chart
from timeline.page.downloads import downloads
from timeline.page.gaps import gaps
from timeline.page.remembered import remember
from timeline.page.table import table
from timeline.page.view import Asked, View, choose_view, window_line
from timeline.page.workspace import Workspace

if TYPE_CHECKING:
    import pandas as pd


def look(
    frame: "pd.DataFrame",
    style: Style,
    workspace: Workspace,
    articles: Mapping[str, Article],
    *,
    own: bool = True,
    asked: Asked | None = None,
) -> None:
    """What is chosen about the picture and its files, the picture, what it leaves out, the card of the chosen event, and the table.

    `articles` are those whose text is at hand, by their id. Only whose timeline is their `own` gets what corrects it.
    What was `asked` for, and said by whoever asked, has no window and filter here.
    """
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="bar"):
        view, faults = choose_view(frame, style, workspace, articles, own=own, asked=asked)
        st.space("stretch")
        downloads(view, workspace)
    for fault in faults:
        st.text(label(fault))
    if not asked:
        window_line(view)
    if view.frame.empty:
        st.text("No event is left.")
    else:
        _shown(view, articles, own)
    remember()


def _shown(view: View, articles: Mapping[str, Article], own: bool) -> None:
    scene = chart(view.through, view)
    for note in scene.notes:
        st.text(label(note))
    if view.style.gaps:
        gaps(scene.gaps, view.style.gaps)
    card(view.frame, articles, own=own)
    with st.expander("All events as a table"):
        table(view.frame)
