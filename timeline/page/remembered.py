"""Remembered: names and words that a reader filters by are kept by the reader's own tab, so that a reload finds them.

They are content: the address must not hold them, and looking at a timeline saves nothing. A tab that is closed forgets them.
"""

import json

import streamlit as st

from timeline.page.settings import CONTENT, fits, folded, unfold
from timeline.page.workspace import at

_KEY, _FIRST, _KNOWN = "remembered", "remembered-first", "remembered-known"  # in the session

_kept = st.components.v2.component(
    "timeline.remembered",
    html="<span hidden></span>",
    js="""
    export default function ({ data, setStateValue }) {
      const asked = new URL(window.location.href).searchParams;
      const place = "timeline " + (asked.get("t") ?? asked.get("open") ?? data.at);
      try {
        const kept = sessionStorage.getItem(place);
        if (!data.fresh) sessionStorage.setItem(place, data.now);
        else if (kept && kept !== data.now) setStateValue("found", kept);
      } catch { } // a browser that keeps nothing forgets
    }
    """,
)


def remember() -> None:
    """Tells the tab what is filtered by; when a session begins, takes over what the tab has kept from the one before."""
    now = json.dumps({name: folded(name) for name in CONTENT})
    fresh = not st.session_state.get(_KNOWN) and st.session_state.setdefault(_FIRST, now) == now
    if not fresh:
        st.session_state[_KNOWN] = True
    _kept(key=_KEY, data={"at": at(), "now": now, "fresh": fresh}, on_found_change=_found)


def _found() -> None:
    told = st.session_state[_KEY].get("found")
    if st.session_state.get(_KNOWN) or not isinstance(told, str):
        return
    st.session_state[_KNOWN] = True
    try:
        found = json.loads(told)
    except ValueError:
        return
    for name in CONTENT:
        if isinstance(found, dict) and name in found and fits(name, found[name]):
            unfold(name, found[name])
