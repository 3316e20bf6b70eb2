"""Where the article comes from: the gallery of seeds, or text of the reader's own; and its day of publication."""

import dataclasses
import datetime as dt

import streamlit as st

from timeline.article import Article
from timeline.errors import BadDate
from timeline.intake.publication import published_day
from timeline.intake.seeds import Seed, seeds
from timeline.intake.source import from_text
from timeline.page.words import publication

EXAMPLE, OWN = "An example", "Your own text"
_FIRST = "russia-iran-pact"  # what a newcomer sees


def choose() -> Article | None:
    """The article to draw; None while there is none yet.

    Raises: TimelineError where the text or the date cannot be used.
    """
    gallery = seeds()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        mode = st.segmented_control(
            "Article", [EXAMPLE, OWN], default=EXAMPLE if gallery else OWN, required=True, key="mode", label_visibility="collapsed"
        )
        if mode == EXAMPLE and gallery:
            return _corrected(_seed(gallery).article)
    article = _own()
    return _corrected(article) if article else None


def _seed(gallery: tuple[Seed, ...]) -> Seed:
    slugs = {seed.slug: seed for seed in gallery}
    slug = st.selectbox(
        "Example",
        sorted(slugs, key=lambda slug: (slug != _FIRST, slug)),
        format_func=lambda slug: f"{slugs[slug].title} · {slugs[slug].style}",
        key="seed",
        label_visibility="collapsed",
        filter_mode=None,
        width="stretch",
    )
    return slugs[slug]


def _own() -> Article | None:
    with st.form("own", border=False):
        text = st.text_area(
            "Article text",
            key="text",
            height=110 if st.session_state.get("text") else 200,  # once read, the timeline matters more than the text
            label_visibility="collapsed",
            placeholder="Paste an article. It is read on this machine and goes nowhere.",
        )
        st.form_submit_button("Draw the timeline", type="primary")
    # Never article_from: what a visitor pastes must not open a file, whatever it says.
    return from_text(text) if text and text.strip() else None


def _corrected(article: Article) -> Article:
    """The article with the day of publication that the reader gives instead of the one found, if any."""
    key = f"published-{article.id}"
    day, fault = _given(key)
    corrected = dataclasses.replace(article, published=day, published_from="given") if day else article
    words = publication(corrected)
    with st.popover(words[0].upper() + words.partition(",")[0][1:], type="tertiary", icon=":material/calendar_today:"):
        st.caption(words[0].upper() + words[1:] + ".")
        st.text_input(
            "Day of publication",
            key=key,
            placeholder="for example 18 January 2025",
            help="Dates such as yesterday or last month count from it.",
        )
    if fault:
        raise fault  # only now, so that the field stays and can be put right
    return corrected


def _given(key: str) -> tuple[dt.date | None, BadDate | None]:
    """The day that the reader has given, or what is wrong with it; neither where none is given."""
    words = str(st.session_state.get(key) or "").strip()
    try:
        return (published_day(words) if words else None), None
    except BadDate as fault:
        return None, fault
