"""Settings: how a timeline is looked at, by the widgets that say it; kept with a document, in the address, and checked when read again.

What lies folded under Filter and Picture is in the browser only while that is open, and the browser goes on telling its last values. So
each timeline that is opened has folded widgets of its own (`key_of`), and their part of the address is written here, as Streamlit binds
an address to one key for good.
"""

from collections.abc import Mapping
from typing import Any

import streamlit as st

ANY, NOT_SHOWN = "Any", "Not shown"
# What is folded, and what each says until somebody chooses. Names and words are content, and stay out of the address.
CONTENT: Mapping[str, Any] = {"q": "", "actor": [], "place": [], "article": []}
_TOLD: Mapping[str, Any] = {"kind": [], "status": [], "certainty": [], "grain": ANY, "score": 0.0, "conflict": False, "edited": False,
                            "order": "First event", "gaps": NOT_SHOWN, "legend": True, "strip": True}  # fmt: skip
FOLDED: Mapping[str, Any] = {**_TOLD, **CONTENT}
VIEW = (*FOLDED, "axis", "window", "from", "to", "lanes")
_LONGEST = 200
_OTHERS, _READ = "settings-others", "settings-read"  # in the session: how many timelines were shown before this one; the address was read


def key_of(name: str) -> str:
    """The key of the folded widget of this name for the timeline that is shown."""
    others = st.session_state.get(_OTHERS, 0)
    return f"{name}-{others}" if others else name


def folded(name: str) -> Any:
    """What a folded setting says now; every widget is prepared by it, or the browser would take it for an empty one when it unfolds."""
    key = key_of(name)
    empty = FOLDED[name]
    value = st.session_state.setdefault(key, list(empty) if isinstance(empty, list) else empty)
    return empty if value is None else value


def unfold(name: str, value: Any) -> None:
    """Makes a folded setting say something else, before its widget is drawn or in a callback."""
    st.session_state[key_of(name)] = list(value) if isinstance(value, list) else value


def renew(values: Mapping[str, Any]) -> None:
    """Makes folded settings say something else while they lie folded, in new widgets: the browser keeps the words of the old."""
    said = {**{name: folded(name) for name in FOLDED}, **values}
    st.session_state[_OTHERS] = st.session_state.get(_OTHERS, 0) + 1
    for name, value in said.items():
        unfold(name, value)


def settings_now() -> dict[str, Any]:
    """What the widgets say now; those that have not been drawn yet say nothing."""
    keys = {name: key_of(name) if name in FOLDED else name for name in VIEW}
    return {name: st.session_state[key] for name, key in keys.items() if key in st.session_state}


def settings_of(view: Mapping[str, Any]) -> dict[str, Any]:
    """The settings of a view that was kept, each of its kind, whoever wrote it."""
    return {name: value for name, value in view.items() if name in VIEW and fits(name, value)}


def settle(view: Mapping[str, Any]) -> None:
    """Looks at another timeline as its view says; as the address says where that is what the session begins with."""
    settings = settings_of(view)
    if any(key_of(name) in st.session_state for name in FOLDED):
        st.session_state[_OTHERS] = st.session_state.get(_OTHERS, 0) + 1
    else:
        settings = {name: value for name, value in settings.items() if name not in st.query_params}
    for name, value in settings.items():
        st.session_state[key_of(name) if name in FOLDED else name] = value


def read_address() -> None:
    """Takes over what the address says of folded settings, once in a session; what it says wrongly is passed over."""
    if not st.session_state.get(_READ):
        st.session_state[_READ] = True
        for name, value in in_address().items():
            unfold(name, value)


def in_address() -> dict[str, Any]:
    """The folded settings that the address names, each of its kind."""
    found = {}
    for name, empty in _TOLD.items():
        words = st.query_params.get_all(name)
        if words and fits(name, value := _value(words, empty)):
            found[name] = value
    return found


def _value(words: list[str], empty: object) -> object:
    if isinstance(empty, list):
        return words
    if isinstance(empty, bool):
        return {"true": True, "false": False}.get(words[-1])
    if isinstance(empty, float):
        try:
            return float(words[-1])
        except ValueError:
            return None
    return words[-1]


def tell_address() -> None:
    """Writes the folded settings into the address, those that say something other than at first."""
    for name, empty in _TOLD.items():
        value = folded(name)
        words = [] if value == empty else value if isinstance(value, list) else [_word(value)]
        if words != st.query_params.get_all(name):
            if words:
                st.query_params[name] = words
            else:
                del st.query_params[name]


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def fits(name: str, value: object) -> bool:
    """Whether a widget can take a value, which may come from a stranger."""
    empty = FOLDED.get(name, "")
    if isinstance(empty, list):
        return isinstance(value, list) and all(isinstance(each, str) and len(each) <= _LONGEST for each in value)
    if isinstance(empty, float):
        return isinstance(value, float) and 0 <= value <= 1
    return isinstance(value, type(empty)) and not (isinstance(value, str) and len(value) > _LONGEST)
