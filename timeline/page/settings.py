"""Settings: how a timeline is looked at, by the widgets that say it; kept with a document, and checked when they are read again."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

# Of the widgets whose values are the view, those of the filter among them: switched on and off, several words, and one word each.
_SWITCHES, _SEVERAL = ("legend", "strip", "conflict", "edited"), ("actor", "place", "article", "kind", "status", "certainty")
VIEW = (*_SWITCHES, *_SEVERAL, "axis", "window", "from", "to", "lanes", "order", "gaps", "q", "grain", "score")
_LONGEST = 200


def settings_now() -> dict[str, Any]:
    """What the widgets say now; those that have not been drawn yet say nothing."""
    return {key: st.session_state[key] for key in VIEW if key in st.session_state}


def settings_of(view: Mapping[str, Any]) -> dict[str, Any]:
    """The settings of a view that was kept, each of its kind, whoever wrote it; what the address says itself is left out."""
    return {key: value for key, value in view.items() if key in VIEW and key not in st.query_params and fits(key, value)}


def fits(key: str, value: object) -> bool:
    """Whether a widget can take a value, which may come from a stranger."""
    if key in _SWITCHES:
        return isinstance(value, bool)
    if key in _SEVERAL:
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    if key == "score":
        return isinstance(value, float) and 0 <= value <= 1
    return isinstance(value, str) and len(value) <= _LONGEST
