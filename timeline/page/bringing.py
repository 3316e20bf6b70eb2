"""Bringing: the form that takes a pasted text, files, an address and examples, all at once."""

import datetime as dt
import os
from collections.abc import Iterator

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from timeline.drawing.wording import count_words
from timeline.errors import TimelineError
from timeline.intake.seeds import Seed
from timeline.intake.source import from_text
from timeline.intake.sources import Intake, sources_from, sources_from_files
from timeline.intake.sources import Remark as Said
from timeline.intake.url import FetchSettings, fetched
from timeline.page import limits
from timeline.page.access import visitor
from timeline.page.workspace import OWN, Held, Remark, current, keep


def bring(gallery: tuple[Seed, ...], does: str, tall: bool = False) -> None:
    """The form; what it brings becomes the visitor's own, and what cannot be taken in is remarked on."""
    titles = {seed.title: seed for seed in gallery}
    picked: list[str] = []
    address = ""
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
            files = st.file_uploader("Or files of up to 10 MB, many at once", accept_multiple_files=True, key="files", width=380)
            if visitor().may_fetch and FetchSettings.of(os.environ).allowed:
                address = st.text_input(
                    "Or an address", key="address", width=320, placeholder="https://…", max_chars=2000,
                    help="The one thing for which this machine asks the network: the page at this address.",
                )  # fmt: skip
            if titles:
                picked = st.multiselect("Or examples, several together", list(titles), key="examples", width=380)
        given = submit.form_submit_button(does, type="primary")
    if not given:
        return
    visitor().demand_read()
    came: list[Held] = []
    remarks: list[Remark] = []
    if text and text.strip():
        try:
            came.append(Held(from_text(text), captured=now()))  # never article_from: what is pasted must not open a file
        except TimelineError as fault:
            remarks.append(Remark("the pasted text", sentence(fault)))
    for found in _found(files, (address or "").strip()):
        came += [Held(article, captured=now()) for article in found.articles]
        remarks += [Remark(remark.name, sentence(remark.message), bool(remark.fault)) for remark in found.remarks]
    came += [Held(titles[title].article, captured=now()) for title in picked]
    if came or remarks:
        keep(current().adding(tuple(came), tuple(remarks)), OWN)
        st.rerun()


def _found(files: list[UploadedFile], address: str) -> Iterator[Intake]:
    """What is in the files and at the address, with a bar that says how far it is."""
    if files:
        bar = st.progress(0.0)
        try:
            with limits.opening(visitor().client, len(files)):
                for done, found in enumerate(sources_from_files((file.name, file.getvalue()) for file in files)):
                    bar.progress((done + 1) / len(files), f"Opened {done + 1} of {count_words(len(files), 'file')}")
                    yield found
        except limits.TooMany as fault:
            yield Intake(remarks=(Said("the files", str(fault), fault),))
    if address:
        with st.spinner("Fetching …"):
            try:
                limits.fetch(visitor().client)
                got = fetched(address)
                found = sources_from(got.data, name=got.address, address=got.address, charset=got.charset)
            except TimelineError as fault:
                found = Intake(remarks=(Said(address, str(fault), fault),))
        yield found


def sentence(fault: TimelineError | str) -> str:
    """The words of a fault with a capital at their head."""
    words = str(fault)
    return words[:1].upper() + words[1:]


def now() -> dt.datetime:
    """The time at which something is taken in."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)
