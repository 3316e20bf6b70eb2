"""Asking: an archive of many articles is asked for what one wants to see, and the most told events of it stand there at once."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

import streamlit as st

from timeline.drawing.escape import label
from timeline.drawing.wording import count_words
from timeline.page.archives import answer, names, offered, standing
from timeline.page.looking import look
from timeline.page.room import fitting
from timeline.page.view import OWN, Asked, all_time, window_fields
from timeline.page.window import reach_of, window_from
from timeline.page.workspace import ARCHIVE, MODE, Workspace, turn_to
from timeline.table.choosing import Filter, filter_words, share_words

MOST = (50, 200, 500)  # so many events of an answer; the first is the default
# What a reader reads → the field of the filter, and its name in the address.
_LISTS = {"Who": ("actors", "who"), "Where": ("places", "where"), "Sort": ("kinds", "sort"), "Status": ("statuses", "is")}
_TYPED = ("who", "where")  # there are more of them than can be listed
_NAME, _WORDS, _MOST = "archive", "said", "most"
_FIELDS = (*(short for _, short in _LISTS.values()), _WORDS, _MOST)
_READ = "asking-read"  # in the session: the address was read
_LONGEST, _SEVERAL = 200, 20  # characters of a name or of words; names of one sort
_NARROW, _WIDE = 175, 260  # a field in which nothing is chosen, and one that shows what is
_ALL_TIME = (dt.date.min, dt.date.max)


def begin() -> Collection[str]:
    """The archives that this visitor may ask; when a session begins, an address that asks one is taken over."""
    found = offered()
    if not st.session_state.get(_READ):
        st.session_state[_READ] = True
        if found and _NAME in st.query_params:
            st.session_state[MODE] = ARCHIVE
            _take_over(found)
    return list(found)


def leave() -> None:
    """Takes what is asked of an archive out of the address, where something else is looked at."""
    for name in (_NAME, *_FIELDS):
        if name in st.query_params:
            del st.query_params[name]


def choose_archive(found: Collection[str]) -> str:
    """Which of these archives is asked."""
    key = _key(_NAME)
    if st.session_state.get(key) not in found:
        st.session_state[key] = next(iter(found))
    if len(found) == 1:
        st.text(label(next(iter(found))), width="content")
        return next(iter(found))
    return str(st.selectbox("Archive", list(found), key=key, persist_state="session", label_visibility="collapsed", width=260))


def ask(name: str) -> None:
    """The fields for what one wants to see of an archive, and the timeline of the most told events that fit.

    Raises: UnreadableSource, BadFilter, BadDate, TooMany.
    """
    style = fitting()
    turn_to(f"archive {name}")
    folder = offered()[name]
    stamp, notes = standing(name, folder)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="asking"):
        picked: dict[str, Any] = {
            field: _several(says, short, names(name, folder, field, stamp)) for says, (field, short) in _LISTS.items()
        }
        words = st.text_input(
            "Words", key=_key(_WORDS), persist_state="session", placeholder='Words, or "peace talks"', max_chars=_LONGEST, width=_NARROW,
            label_visibility="collapsed",
        )  # fmt: skip
        chosen, first, last = window_fields(())
        most = st.selectbox(
            "How many", MOST, key=_key(_MOST), persist_state="session", format_func="{} most told".format, filter_mode=None, width=150,
            label_visibility="collapsed",
        )  # fmt: skip
    _tell_address(name)
    for note in notes:
        st.text(label(note))
    window = window_from(first, last, _ALL_TIME) if chosen == OWN else None
    start, stop = (day if day not in _ALL_TIME else None for day in window or _ALL_TIME)
    wanted = Filter(start=start, stop=stop, words=words or "", **picked)
    given = answer(name, folder, wanted, most, stamp)
    said = told(len(given.frame), given.total, wanted)
    _line(said, wanted)
    if not given.frame.empty:
        if window:
            window = window_from(first, last, reach_of(given.frame))
        look(given.frame, style, Workspace(title=_title(name, wanted)), {}, own=False, asked=Asked(window, said, given.total))


def told(shown: int, total: int, wanted: Filter) -> str:
    """How much of what fits is shown, and what was asked for: `50 of 1,034 events: 2019 to 2021, Iran; the most told first`."""
    if not total:
        return "No event fits. Leave out something of what you ask for."
    if shown == total:
        return label(": ".join(filter(None, [count_words(total, "event"), filter_words(wanted)])))
    few = share_words(shown, total, wanted)
    return label(f"{f'{shown:,} of {few}' if wanted.empty else few}; the most told first")


def _line(said: str, wanted: Filter) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.text(said, width="content")
        if not wanted.empty:
            st.button("Ask for everything", key="ask-all", type="tertiary", icon=":material/filter_alt_off:", on_click=_clear)


def _title(name: str, wanted: Filter) -> str:
    words = filter_words(wanted)
    return label(words[:1].upper() + words[1:] or name)[:_LONGEST]


def _several(says: str, short: str, counted: Mapping[str, int]) -> tuple[str, ...]:
    """Some of these names, each told with how many events it has; others can be typed where not all are listed."""
    key = _key(short)
    typed = short in _TYPED
    chosen = [name for name in st.session_state.get(key, []) if typed or name in counted]
    st.session_state[key] = chosen
    return tuple(
        st.multiselect(
            says, list(dict.fromkeys([*counted, *chosen])), key=key, persist_state="session", placeholder=says,
            width=_WIDE if chosen else _NARROW, select_all=False, filter_mode="contains",
            format_func=lambda name: f"{label(name)} ({counted[name]:,})" if name in counted else label(name),
            accept_new_options=typed, max_selections=_SEVERAL, label_visibility="collapsed",
        )
    )  # fmt: skip


def _clear() -> None:
    for short in (*(short for _, short in _LISTS.values()), _WORDS):
        st.session_state[_key(short)] = "" if short == _WORDS else []
    if "window" in st.session_state:
        all_time()


def _take_over(found: Collection[str]) -> None:
    """What the address asks; what it says wrongly is passed over."""
    if (name := st.query_params[_NAME]) in found:
        st.session_state[_key(_NAME)] = name
    for _, short in _LISTS.values():
        st.session_state[_key(short)] = [word[:_LONGEST] for word in st.query_params.get_all(short) if word.strip()][:_SEVERAL]
    st.session_state[_key(_WORDS)] = st.query_params.get(_WORDS, "")[:_LONGEST]
    if (most := st.query_params.get(_MOST, "")) in map(str, MOST):
        st.session_state[_key(_MOST)] = int(most)


def _tell_address(name: str) -> None:
    """Writes what is asked into the address; that is no content of a visitor, since the archive is the host's."""
    said = {_NAME: [name]}
    for short in _FIELDS:
        value = st.session_state.get(_key(short))
        said[short] = list(value) if isinstance(value, list) else [str(value)] if value and value != MOST[0] else []
    for short, words in said.items():
        if words != st.query_params.get_all(short):
            if words:
                st.query_params[short] = words
            else:
                del st.query_params[short]


def _key(short: str) -> str:
    return f"ask-{short}"
