"""How wide the page is, which only the browser knows, and what it looks like."""

import streamlit as st

from timeline.drawing.style import Style

_STEP = 20  # pixels; smaller changes are not worth another drawing
_NARROWEST, _WIDEST = 320, 1600
_GUESS, _GUESS_PHONE = 1200, 360  # until the browser has told

_measure = st.components.v2.component(
    "timeline.room",
    html="<div></div>",
    js="""
    export default function (component) {
      const { parentElement, setStateValue } = component;
      let told = 0;
      const tell = () => {
        const width = Math.floor(parentElement.getBoundingClientRect().width);
        if (width > 0 && Math.abs(width - told) >= 16) { told = width; setStateValue("width", width); }
      };
      const observer = new ResizeObserver(() => { clearTimeout(observer.later); observer.later = setTimeout(tell, 120); });
      observer.observe(parentElement);
      tell();
      return () => observer.disconnect();
    }
    """,
)


def fitting() -> Style:
    """The style for this reader's page: as wide as there is room, light or dark as the page is."""
    told = _measure(key="room", height=1, on_width_change=_nothing).get("width")
    width = told if isinstance(told, int | float) else _guess()
    width = max(_NARROWEST, min(_WIDEST, int(width) // _STEP * _STEP))
    return Style(width=width, theme="dark" if st.context.theme.get("type") == "dark" else "light")


def _guess() -> int:
    return _GUESS_PHONE if "Mobi" in (st.context.headers.get("User-Agent") or "") else _GUESS


def _nothing() -> None:
    """A component tells a value only where somebody listens."""
