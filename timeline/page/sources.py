"""Where the articles come from: an example, or whatever a visitor brings, many at once; and the row that says what is being read."""

import datetime as dt

import streamlit as st

from timeline.drawing.escape import label
from timeline.drawing.wording import count_words
from timeline.errors import BadDate, TimelineError
from timeline.intake.publication import published_day
from timeline.intake.seeds import Seed, seeds
from timeline.intake.source import from_text
from timeline.intake.sources import sources_from_files
from timeline.page.access import visitor
from timeline.page.words import publication
from timeline.page.workspace import EXAMPLE, MODE, OWN, YOURS, Held, Remark, Workspace, at, current, keep, turn_to

SOURCES = "Sources"  # the panel in which all this can be corrected too
_FIRST = "russia-iran-pact"  # what a newcomer sees
_MOST_SHOWN = 60  # characters of a name in the row


def choose() -> Workspace:
    """The workspace to draw; without sources where there is none yet."""
    gallery = seeds()
    mode = st.segmented_control(
        "What is read", [EXAMPLE, YOURS], default=EXAMPLE if gallery else YOURS, required=True, key=MODE, label_visibility="collapsed"
    )
    if mode == EXAMPLE and gallery:
        seed = _seed(gallery)
        if not turn_to(seed.slug):
            keep(Workspace(sources=(Held(seed.article, captured=_now()),)))
    else:
        turn_to(OWN)
    workspace = current()
    if len(workspace.sources) == 1 and st.session_state.get("beside") != SOURCES:
        day_of_publication(0)
    elif workspace.sources:
        st.text(count_words(len(workspace.sources), "source"), width="content")
    if at() == OWN and workspace.sources:
        with st.popover("Add sources", icon=":material/add:", type="tertiary"):
            _bring(gallery, "Add")
    return current()


def welcome() -> None:
    """The field into which a newcomer pastes, and the other ways to bring something; where there is nothing to draw yet."""
    for remark in current().remarks:
        st.text(label(remark.message))
    _bring(seeds(), "Draw the timeline", tall=True)


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


def _bring(gallery: tuple[Seed, ...], does: str, tall: bool = False) -> None:
    """A form that takes a pasted text, files and examples, all at once."""
    with st.form("bring", border=False, clear_on_submit=True):
        text = st.text_area(
            "Article text",
            key="text",
            height=200 if tall else 110,
            label_visibility="collapsed",
            placeholder="Paste an article. It is read on this machine and goes nowhere.",
        )
        submit = st.container()
        with st.container(horizontal=True, vertical_alignment="top", gap="medium", key="ways"):
            files = st.file_uploader("Or files, many at once", accept_multiple_files=True, key="files", width=420)
            if gallery:
                titles = {seed.title: seed for seed in gallery}
                picked = st.multiselect("Or examples, to try several together", list(titles), key="examples", width=420)
        given = submit.form_submit_button(does, type="primary")
    if not given:
        return
    visitor().demand_read()
    came: list[Held] = []
    failed: list[Remark] = []
    if text and text.strip():
        try:
            came.append(Held(from_text(text), captured=_now()))  # never article_from: what is pasted must not open a file
        except TimelineError as fault:
            failed.append(Remark("the pasted text", _sentence(fault)))
    came += [Held(titles[title].article, captured=_now()) for title in (picked if gallery else ())]
    if files:
        bar = st.progress(0.0)
        for done, found in enumerate(sources_from_files((file.name, file.getvalue()) for file in files)):
            bar.progress((done + 1) / len(files), f"Opened {done + 1} of {count_words(len(files), 'file')}")
            came += [Held(article, captured=_now()) for article in found.articles]
            failed += [Remark(remark.name, _sentence(remark.message), bool(remark.fault)) for remark in found.remarks]
    if not came and not failed:
        return
    keep(current().adding(tuple(came), tuple(failed)), OWN)
    st.rerun()


def day_of_publication(place: int) -> None:
    """When the source at a place of the list was published and how that is known, with the way to correct it."""
    held = current().sources[place]
    words = publication(held.article)
    key = f"published-{at()}-{held.found.id}"
    with st.popover(words[0].upper() + words.partition(",")[0][1:], type="tertiary", icon=":material/calendar_today:", key=f"open-{key}"):
        st.caption(words[0].upper() + words[1:] + ".")
        st.text_input(
            "Day of publication",
            key=key,
            placeholder="for example 18 January 2025",
            help="Dates such as yesterday or last month count from it. Leave it empty for the day that was found.",
            on_change=_redate,
            args=(key, held.found.id),
        )
    if fault := st.session_state.get(f"fault-{key}"):
        st.text(label(fault))


def _redate(key: str, found_id: str) -> None:
    """Takes the day that the visitor has typed, or says what is wrong with it; the field stays and can be put right."""
    words = str(st.session_state.get(key) or "").strip()
    st.session_state[f"fault-{key}"] = ""
    workspace = current()
    place = next((n for n, held in enumerate(workspace.sources) if held.found.id == found_id), None)
    if place is None:
        return
    try:
        keep(workspace.redated(place, published_day(words) if words else None))
    except BadDate as fault:
        st.session_state[f"fault-{key}"] = _sentence(fault)


def _sentence(fault: TimelineError | str) -> str:
    words = str(fault)
    return words[:1].upper() + words[1:]


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(microsecond=0)
