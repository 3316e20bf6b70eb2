"""Reading, kept for the visitor who asked for it, so that a click does not read the article again."""

import streamlit as st

from timeline.article import Article
from timeline.events.event import Reading
from timeline.events.reader import read

_KEPT = "reading"


def read_once(article: Article) -> Reading:
    """The reading of an article, made anew only for another article or another day of publication."""
    kept: tuple[Article, Reading] | None = st.session_state.get(_KEPT)
    if kept is None or kept[0] != article:
        with st.spinner("Reading …"):
            kept = (article, read(article))
        st.session_state[_KEPT] = kept
    return kept[1]
