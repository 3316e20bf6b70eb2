"""The filter: which events a reader wants to see, chosen in one folded place, and always one click from being cleared."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from timeline.article import Article
from timeline.dates.grain import GRAINS
from timeline.drawing.escape import label
from timeline.page.settings import ANY, FOLDED, folded, key_of, renew, unfold
from timeline.table.choosing import Filter, choices, chosen

if TYPE_CHECKING:
    import pandas as pd

_CHOSEN = "filtered"  # in the session
_WIDE = 205
# What a reader reads → the field of the filter, whose values are those of the table; each has the key that stands in the address.
_LISTS = {"Who": ("actors", "actor"), "Where": ("places", "place"), "Sort": ("kinds", "kind"), "Status": ("statuses", "status"),
          "Certainty of the date": ("certainties", "certainty")}  # fmt: skip
_NAMES = ("q", "article", "grain", "score", "conflict", "edited", *(name for _, name in _LISTS.values()))


def choose_filter(frame: "pd.DataFrame", articles: Mapping[str, Article]) -> Filter:
    """The filter that the reader has chosen; one that asks nothing until then."""
    on = sum(folded(name) != FOLDED[name] for name in _NAMES)
    with st.popover(f"Filter ({on})" if on else "Filter", icon=":material/filter_alt:", help="Only some of the events", key="filter"):
        words = st.text_input(
            "Words", key=key_of("q"), persist_state="session", placeholder='for example treaty, or "peace talks"', max_chars=200
        )
        picked: dict[str, Any] = {}
        names = _names(articles)
        with st.container(horizontal=True, gap="small"):
            for name, (field, key) in _LISTS.items():
                picked[field] = _several(name, key, list(choices(frame, field)))
            if len(names) > 1:
                picked["articles"] = tuple(names[name] for name in _several("Source", "article", list(names)))
        if folded("grain") not in GRAINS:
            unfold("grain", ANY)
        grain = st.selectbox("Dated at least to the", [ANY, *GRAINS], key=key_of("grain"), persist_state="session", filter_mode=None)
        score = st.slider("Worth at least", 0.0, 1.0, step=0.05, key=key_of("score"), persist_state="session", help="0 shows all")
        with st.container(horizontal=True):
            conflict = st.toggle("Dates disagree", key=key_of("conflict"), persist_state="session")
            edited = st.toggle("Corrected", key=key_of("edited"), persist_state="session")
        if on:
            st.button("Clear the filter", key="clear", icon=":material/filter_alt_off:", on_click=clear)
    return Filter(
        words=words or "", **picked, grain="" if grain == ANY else str(grain), score=float(score), conflict=conflict, edited=edited
    )


def filtered(frame: "pd.DataFrame", wanted: Filter) -> "pd.DataFrame":
    """The rows that the filter lets through; the same table as long as neither changes, so that nothing is drawn anew."""
    kept = st.session_state.get(_CHOSEN)
    if kept is None or kept[0] is not frame or kept[1] != wanted:
        kept = st.session_state[_CHOSEN] = (frame, wanted, chosen(frame, wanted))
    table: pd.DataFrame = kept[2]
    return table


def clear() -> None:
    """Lets every event through again."""
    renew({name: FOLDED[name] for name in _NAMES})


def _several(name: str, key: str, options: list[str]) -> tuple[str, ...]:
    """Some of these values; one that was chosen before and is gone from the table is passed over."""
    unfold(key, [value for value in folded(key) if value in options])
    return tuple(st.multiselect(name, options, key=key_of(key), persist_state="session", placeholder=ANY, width=_WIDE))


def _names(articles: Mapping[str, Article]) -> Mapping[str, str]:
    names: dict[str, str] = {}
    for article_id, article in articles.items():
        name = label(article.name)[:80]
        names[f"{name} · {len(names) + 1}" if name in names else name] = article_id
    return names
