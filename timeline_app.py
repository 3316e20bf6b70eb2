"""The page: an article in, its timeline out; every event points to the sentence it comes from."""

import streamlit as st

from timeline.article import Article
from timeline.drawing.escape import label
from timeline.drawing.style import Style
from timeline.errors import TimelineError
from timeline.page.card import card
from timeline.page.chart import chart
from timeline.page.downloads import downloads
from timeline.page.gaps import gaps
from timeline.page.leftovers import leftovers
from timeline.page.reading import read_once
from timeline.page.room import ICON, fitting
from timeline.page.sources import choose
from timeline.page.table import table
from timeline.page.view import choose_view, window_line
from timeline.page.words import nothing_found


def page() -> None:
    """Everything, from top to bottom."""
    st.set_page_config(page_title="Timeline", page_icon=ICON, layout="wide")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key="head"):
        st.header("Timeline", anchor=False, width="content")
        st.caption("The dated events of an article, drawn so that you can check each against the sentence it comes from.", width="content")
    style = fitting()
    try:
        article = choose()
        if article is not None:
            show(article, style)
    except TimelineError as fault:
        st.badge("This cannot be used", color="red", icon=":material/error:")
        words = str(fault)
        st.text(label(words[:1].upper() + words[1:]))


def show(article: Article, style: Style) -> None:
    """The timeline of an article and all that belongs to it."""
    reading, frame = read_once(article)
    if frame.empty:
        st.text(nothing_found(reading.article))
    else:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="bar"):
            view, faults = choose_view(frame, style, article)
            st.space("stretch")
            downloads(view, article)
        for fault in faults:
            st.text(label(fault))
        window_line(view)
        if len(view.frame):
            scene = chart(frame, view)
            for note in scene.notes:
                st.text(label(note))
            if view.style.gaps:
                gaps(scene.gaps, view.style.gaps)
            card(view.frame, {article.id: reading.article})
            with st.expander("All events as a table"):
                table(view.frame)
    leftovers([reading])


page()
