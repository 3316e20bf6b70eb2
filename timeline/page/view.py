"""The view: what a reader chooses about the picture, in one row above it; settings live in the address, words never do."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import streamlit as st

from timeline.article import Article
from timeline.drawing.escape import label
from timeline.drawing.style import MODE_WORDS, Style
from timeline.drawing.wording import count_words
from timeline.errors import BadDate
from timeline.page.filters import choose_filter, clear, filtered
from timeline.page.gaps import LENGTHS, days_from
from timeline.page.settings import FOLDED, folded, key_of, read_address, tell_address, unfold
from timeline.page.window import Window, eras_of, inside, reach_of, window_from
from timeline.page.words import day_words
from timeline.page.workspace import Workspace, at, current, keep
from timeline.table.choosing import Filter, filter_words

if TYPE_CHECKING:
    import pandas as pd

# What a reader reads, which is also what stands in the address → what the style calls it. The first is the default.
AXES = {words: mode for mode, words in MODE_WORDS.items()}
LANES = {"By kind": "kind", "By actor": "actor", "By place": "place", "By article": "article", "No lanes": "none"}
ORDERS = {"First event": "first", "Most events": "count"}
ALL, OWN = "All time", "Own dates"

_TYPED = "typed"  # whether the visitor has typed a date or a length, in the session
_LONGEST = 200  # characters of a title or credit


@dataclass(frozen=True, slots=True)
class Asked:
    """What the events were asked for by: the days, all of it in words, and how many there are in all."""

    window: Window | None
    words: str
    total: int


@dataclass(frozen=True, slots=True)
class View:
    """How the picture is drawn, and the rows of the table that are in it, of `total`.

    `through` are the rows that the filter lets through, also outside the window. `told` says how much of all it is, where that is known.
    """

    style: Style
    frame: "pd.DataFrame"
    total: int
    era: str
    through: "pd.DataFrame"
    wanted: Filter
    names: Mapping[str, str]
    told: str = ""

    @property
    def words(self) -> str:
        """How much of all is shown, in words; nothing where all of it is."""
        if self.told:
            return self.told
        said = [self.era or _days(self.style.window)] if self.style.window else []
        if not self.wanted.empty:
            said.append(label(filter_words(self.wanted, self.names)))
        return f"{len(self.frame):,} of {count_words(self.total, 'event')}: {', '.join(said)}" if said else ""


def choose_view(
    frame: "pd.DataFrame",
    style: Style,
    workspace: Workspace,
    articles: Mapping[str, Article],
    *,
    own: bool = True,
    asked: Asked | None = None,
) -> tuple[View, list[str]]:
    """The view that the reader has chosen, and what was wrong with what was typed; the defaults stand in for it.

    Whose timeline is not their `own` has no field for its title and credit line. What was `asked` for is not narrowed here once more.
    """
    read_address()
    if not style.cards:  # cards have no axis
        _pick("Axis", AXES, "axis")
    window, era, fault = (asked.window, "", "") if asked else _window(frame)
    _select("Lanes", LANES, "lanes")
    wanted = Filter() if asked else choose_filter(frame, articles)
    with st.popover("Picture", icon=":material/tune:", help="Order, gaps, title and more"):
        gaps, unread = _details(workspace, style, own)
    tell_address()
    chosen = replace(
        style,
        mode=AXES[st.session_state.get("axis") or next(iter(AXES))],
        window=window,
        gaps=gaps,
        lanes=LANES[st.session_state["lanes"]],
        order=ORDERS[folded("order")],
        legend=folded("legend"),
        strip=folded("strip"),
        title=workspace.title.strip() or _only_title(workspace) or None,
        credit=str(workspace.view.get("credit", "")).strip() or None,
        total=asked.total if asked else len(frame),
    )
    # What the address brought and nobody typed falls back to the default without a word.
    faults = [words for words in (fault, unread) if words and st.session_state.get(_TYPED)]
    through = filtered(frame, wanted)
    return View(
        chosen,
        inside(through, window),
        chosen.total,
        era,
        through,
        wanted,
        {article_id: article.name for article_id, article in articles.items()},
        asked.words if asked else "",
    ), faults


def _typed() -> None:
    st.session_state[_TYPED] = True


def window_line(view: View) -> None:
    """What the window leaves out, and the way back to all of it; nothing where all is shown."""
    if view.words:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.text(view.words, width="content")
            if view.style.window is not None:
                st.button("Back to all time", key="all-time", type="tertiary", icon=":material/undo:", on_click=all_time)
            if not view.wanted.empty:
                st.button("Clear the filter", key="clear-line", type="tertiary", icon=":material/filter_alt_off:", on_click=clear)


def all_time() -> None:
    """Makes all of time the window."""
    st.session_state["window"] = ALL


def narrow(window: Window) -> None:
    """Makes these days the window."""
    days = {"from": window[0].isoformat(), "to": (window[1] - dt.timedelta(days=1)).isoformat()}
    if st.session_state["window"] != OWN:
        st.query_params.update(days)  # fields that are not on the page yet do not write their own words into the address
    st.session_state.update({"window": OWN, **days})


def _window(frame: "pd.DataFrame") -> tuple[Window | None, str, str]:
    """The chosen stretch of time, its name if it is an era, and what is wrong with days that were typed."""
    eras = eras_of(frame)
    chosen, first, last = window_fields(eras)
    if chosen != OWN:
        return eras.get(chosen), chosen, ""
    try:
        return window_from(first, last, reach_of(frame)), "", ""
    except BadDate as fault:
        words = str(fault)
        return None, "", words[:1].upper() + words[1:]


def window_fields(eras: Collection[str]) -> tuple[str, str, str]:
    """What is chosen of all time, eras and own dates, and the first and the last of these as they were typed."""
    _allowed("window", [ALL, *eras, OWN], ALL)
    chosen = st.selectbox(
        "Window", [ALL, *eras, OWN], key="window", bind="query-params", label_visibility="collapsed", filter_mode=None, width=130,
        help="The stretch of time that is drawn",
    )  # fmt: skip
    if chosen != OWN:
        return chosen, "", ""
    ends = []
    for key, name in (("from", "From"), ("to", "To")):
        ends.append(
            st.text_input(
                name, key=key, bind="query-params", placeholder=f"{name}, say 1990", label_visibility="collapsed", max_chars=60,
                width=150, on_change=_typed,
            )
        )  # fmt: skip
    return chosen, ends[0] or "", ends[1] or ""


def _details(workspace: Workspace, style: Style, own: bool) -> tuple[int, str]:
    """The choices that few need; gives the length of gaps in days, and what is wrong with it."""
    if folded("order") not in ORDERS:
        unfold("order", FOLDED["order"])
    st.segmented_control("Order of lanes", list(ORDERS), required=True, key=key_of("order"), persist_state="session")
    folded("gaps")
    words = st.selectbox(
        "Gaps in lanes", list(LENGTHS), key=key_of("gaps"), persist_state="session", accept_new_options=True, on_change=_typed,
        help="Shows where a lane holds nothing for this long. Or type a length, such as 18 months.",
    )  # fmt: skip
    with st.container(horizontal=True):
        for name, key in (("Legend", "legend"), ("True-scale strip", "strip")):
            folded(key)
            st.toggle(name, key=key_of(key), persist_state="session", disabled=key == "strip" and style.cards)
    if not own:
        return days_from(words)
    title, credit = key_of(f"title-{at()}"), key_of(f"credit-{at()}")
    st.session_state.setdefault(title, workspace.title)
    st.session_state.setdefault(credit, str(workspace.view.get("credit", "")))
    written = _only_title(workspace)[:_LONGEST] or "Written from the events"
    st.text_input(
        "Title", key=title, persist_state="session", placeholder=written, max_chars=_LONGEST, on_change=_named, args=(title, credit)
    )
    st.text_input(
        "Credit line",
        key=credit,
        persist_state="session",
        placeholder="Names the sources",
        max_chars=_LONGEST,
        on_change=_named,
        args=(title, credit),
    )
    return days_from(words)


def _named(title: str, credit: str) -> None:
    """Puts the title and the credit line where all that is saved lies."""
    workspace = current()
    view = {**workspace.view, "credit": st.session_state[credit]}
    keep(replace(workspace, title=st.session_state[title], view=view))


def _only_title(workspace: Workspace) -> str:
    """The title of the one source there is."""
    return workspace.sources[0].found.title if len(workspace.sources) == 1 else ""


def _allowed(key: str, options: Collection[str], default: str) -> None:
    """Passes over what an address or a saved view says and this page does not offer."""
    if key in st.session_state and st.session_state[key] not in options:
        st.session_state[key] = default


def _pick(name: str, options: Mapping[str, str], key: str) -> None:
    _allowed(key, options, next(iter(options)))
    st.segmented_control(
        name, list(options), default=next(iter(options)), required=True, key=key, bind="query-params", label_visibility="collapsed"
    )


def _select(name: str, options: Mapping[str, str], key: str) -> None:
    _allowed(key, options, next(iter(options)))
    st.selectbox(name, list(options), key=key, bind="query-params", label_visibility="collapsed", filter_mode=None, width=130)


def _days(window: Window) -> str:
    return f"{day_words(window[0])} to {day_words(window[1] - dt.timedelta(days=1))}"
