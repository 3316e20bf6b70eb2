"""Reading, kept for the visitor who asked for it, so that a click reads nothing again; one article that fails loses no other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from timeline.article import Article
from timeline.drawing.escape import label
from timeline.errors import TimelineError
from timeline.events.event import Reading
from timeline.events.reader import read
from timeline.intake.seeds import seeds
from timeline.page import limits
from timeline.page.access import visitor
from timeline.table.frame import to_frame
from timeline.table.merge import merge

if TYPE_CHECKING:
    import pandas as pd

_LONG = 50_000  # characters; where visitors share a server, a text of so many more counts as another
_READ, _MERGED = "readings", "merged"  # in the session
_UNEXPECTED = "cannot read this text: the program failed on it. Split it, or take out what is unusual in it."


@dataclass(frozen=True, slots=True)
class Read:
    """The readings of all articles that could be read, in their order; why others could not, by their id; and the merged table.

    `waiting` says why some have not been read yet.
    """

    readings: tuple[Reading, ...]
    faults: Mapping[str, str]
    frame: "pd.DataFrame"
    waiting: str = ""


def read_once(articles: Sequence[Article]) -> Read:
    """All articles read and merged; only those that are new, or have another day of publication, are read, with a bar that says which."""
    kept: dict[Article, Reading | str] = st.session_state.setdefault(_READ, {})
    waiting = [article for article in dict.fromkeys(articles) if article not in kept]
    why = ""
    place = st.empty()
    with place:
        for done, article in enumerate(waiting):
            st.progress(done / len(waiting), f"Reading {done + 1} of {len(waiting)}" if len(waiting) > 1 else "Reading …")
            try:
                if article in _examples():
                    kept[article] = _example(article)
                else:
                    with limits.reading(visitor().client, 1 + len(article.text) // _LONG):
                        kept[article] = _read(article)
            except limits.TooMany as fault:
                why = str(fault) + (f" A text counts once for each {_LONG:,} characters." if len(article.text) > _LONG else "")
                break
    place.empty()  # not only with the next run: the picture would stand a line lower until then
    readings = [found for article in articles if isinstance(found := kept.get(article), Reading)]
    faults = {article.id: found for article in articles if isinstance(found := kept.get(article), str)}
    return Read(tuple(readings), faults, _merged(readings), why)


@cache
def _examples() -> frozenset[Article]:
    """The examples that come with the program: everybody's, so that they are read once for all visitors, and count for nobody."""
    return frozenset(seed.article for seed in seeds())


@cache
def _example(article: Article) -> Reading | str:
    return _read(article)


def _read(article: Article) -> Reading | str:
    try:
        return read(article)
    except TimelineError as fault:
        return label(fault)
    except Exception:  # one text that nobody has foreseen must not take the others with it
        return _UNEXPECTED


def _merged(readings: list[Reading]) -> "pd.DataFrame":
    kept: tuple[list[Reading], pd.DataFrame] | None = st.session_state.get(_MERGED)
    if kept is None or len(kept[0]) != len(readings) or any(one is not other for one, other in zip(kept[0], readings, strict=True)):
        kept = st.session_state[_MERGED] = (readings, merge(to_frame(readings)))
    return kept[1]
