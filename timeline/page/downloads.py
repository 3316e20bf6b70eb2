"""The timeline as files, each made when it is asked for: the two that most people want first, the rest below."""

import re
from dataclasses import replace
from functools import partial

import streamlit as st

from timeline.drawing.style import SIZES, THEMES
from timeline.page.files import FORMATS, lacking, made
from timeline.page.view import View
from timeline.page.workspace import Workspace

_LONGEST_NAME = 64
FIRST = {"png": "PNG picture", "html": "HTML page"}
NAMES = {**FIRST, "xlsx": "Excel", "md": "Markdown", "ics": "Calendar", "timelinejs.json": "TimelineJS"}
LOOKS = {"As the page": "", **{name.capitalize(): name for name in THEMES}}
ZOOMS = {"1×": 1.0, "2×": 2.0}


def downloads(view: View, workspace: Workspace) -> None:
    """A button a format, and how large and in which colours a picture is."""
    with st.popover("Download", icon=":material/download:"):
        if view.words:
            st.text(f"Only what is shown: {view.words}")
        first = st.container(horizontal=True)
        sizes = {f"{name.capitalize()}, {_measure(size)}": size for name, size in SIZES.items()}
        size = sizes[st.selectbox("Size of the picture", list(sizes), key="size", bind="query-params", filter_mode=None)]
        with st.container(horizontal=True):
            look = st.segmented_control("Colours", list(LOOKS), default="As the page", required=True, key="look", bind="query-params")
            zoom = st.segmented_control(
                "Sharpness of PNG", list(ZOOMS), default="1×", required=True, key="zoom", bind="query-params",
                help="2× has twice the pixels each way, for print",
            )  # fmt: skip
        style = replace(view.style, width=size[0], height=size[1], theme=LOOKS[look] or view.style.theme)
        st.caption("More formats")
        more = st.container(horizontal=True, gap="small")
        for ending, (mime, says) in FORMATS.items():
            (first if ending in FIRST else more).download_button(
                NAMES.get(ending, ending.upper()),
                data=partial(made, view.frame, ending, style, ZOOMS[zoom]),
                file_name=f"{file_name(workspace.name)}{_part(view)}.{ending}",
                mime=mime,
                key=f"as-{ending}",
                help=lacking(ending) or says,
                disabled=bool(lacking(ending)),  # what fails after the click could not say why
                on_click="ignore",
                type="primary" if ending in FIRST else "secondary",
            )


def _measure(size: tuple[int, int | None]) -> str:
    return f"{size[0]} × {size[1]}" if size[1] else f"{size[0]} wide"


def _part(view: View) -> str:
    """What a file's name says of a choice of events, as most formats have no place to say it: `-9-of-90`."""
    return f"-{len(view.frame)}-of-{view.total}" if len(view.frame) < view.total else ""


def file_name(called: str) -> str:
    """A name that every file system takes, from the timeline's, cut between words."""
    name = "timeline"
    for word in re.findall(r"[a-z0-9]+", called.lower()):
        if len(name) + 1 + len(word) > _LONGEST_NAME:
            break
        name += "-" + word
    return name
