"""Reading, kept for the visitor who asked for it, so that a click does not read the article again."""

from typing import TYPE_CHECKING

import streamlit as st

from timeline.article import Article
from timeline.events.event import Reading
from timeline.events.reader import read
from timeline.table.frame import to_frame
from timeline.table.merge import merge

if TYPE_CHECKING:
    import pandas as pd

_KEPT = "reading"


def read_once(article: Article) -> tuple[Reading, "pd.DataFrame"]:
    """The reading of an article and its table, made anew only for another article or another day of publication."""
    kept: tuple[Article, Reading, pd.DataFrame] | None = st.session_state.get(_KEPT)
    if kept is None or kept[0] != article:
        with st.spinner("Reading …"):
            reading = read(article)
            kept = (article, reading, merge(to_frame([reading])))
        st.session_state[_KEPT] = kept
    return kept[1], kept[2]
