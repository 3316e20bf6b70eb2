"""The page: an article in, its timeline out; every event points to the sentence it comes from."""

import dataclasses

import streamlit as st

from timeline.article import Article
from timeline.drawing.style import Style
from timeline.errors import TimelineError
from timeline.page.card import card
from timeline.page.chart import chart
from timeline.page.downloads import downloads
from timeline.page.leftovers import leftovers
from timeline.page.reading import read_once
from timeline.page.room import ICON, fitting
from timeline.page.sources import choose
from timeline.page.table import table
from timeline.page.words import nothing_found
from timeline.table.frame import to_frame
from timeline.table.merge import merge


def page() -> None:
    """Everything, from top to bottom."""
    st.set_page_config(page_title="Timeline", page_icon=ICON, layout="wide")
    st.header("Timeline", anchor=False)
    st.caption("The dated events of an article, drawn so that you can check them: each points to the sentence it comes from.")
    style = fitting()
    try:
        article = choose()
        if article is not None:
            show(article, style)
    except TimelineError as fault:
        st.badge("This cannot be used", color="red", icon=":material/error:")
        words = str(fault)
        st.text(words[:1].upper() + words[1:])


def show(article: Article, style: Style) -> None:
    """The timeline of an article and all that belongs to it."""
    reading = read_once(article)
    frame = merge(to_frame([reading]))
    if frame.empty:
        st.text(nothing_found(reading.article))
    else:
        chart(frame, dataclasses.replace(style, title=article.title or None))
        card(frame, {article.id: reading.article})
        downloads(frame, reading.article)
        with st.expander("All events as a table"):
            table(frame)
    leftovers([reading])


page()
