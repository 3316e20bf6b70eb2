"""The timeline as files, each made when it is asked for."""

import re
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from timeline.article import Article
from timeline.drawing.style import Style
from timeline.page.files import FORMATS, made

if TYPE_CHECKING:
    import pandas as pd

_LONGEST_NAME = 64


def downloads(frame: "pd.DataFrame", article: Article) -> None:
    """A button a format."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption("Download", width="content")
        for ending, (mime, says) in FORMATS.items():
            st.download_button(
                ending.upper(),
                data=partial(made, frame, ending, Style(title=article.title or None)),
                file_name=f"{file_name(article)}.{ending}",
                mime=mime,
                key=f"as-{ending}",
                help=says,
                on_click="ignore",
            )


def file_name(article: Article) -> str:
    """A name that every file system takes, from the article's, cut between words."""
    name = "timeline"
    for word in re.findall(r"[a-z0-9]+", article.name.lower()):
        if len(name) + 1 + len(word) > _LONGEST_NAME:
            break
        name += "-" + word
    return name
