"""How wide the page is, which only the browser knows, and what it looks like."""

from pathlib import Path

import streamlit as st

from timeline.drawing.style import Style

# A file of our own: the name of an icon would be fetched from the network.
ICON = str(Path(__file__).with_name("icon.svg"))

_STEP = 20  # pixels; smaller changes are not worth another drawing
_NARROWEST, _WIDEST = 320, 1600
_GUESS, _GUESS_PHONE = 1200, 360  # until the browser has told

_measure = st.components.v2.component(
    "timeline.room",
    html="<div class='room'></div>",
    # The drawing is what a reader came for, so it begins higher up than Streamlit would have it.
    css="""
    [data-testid="stMainBlockContainer"] { padding-top: 3.25rem; padding-bottom: 4rem; max-width: 1760px; margin: 0 auto; }
    [data-testid="stHeader"] { background: transparent; }
    @media (max-width: 640px) { [data-testid="stMainBlockContainer"] { padding-left: .75rem; padding-right: .75rem; } }
    """,
    isolate_styles=False,
    js="""
    export default function (component) {
      const { parentElement, setStateValue } = component;
      const room = parentElement.querySelector(".room");
      let told = 0;
      const tell = () => {
        const width = Math.floor(room.getBoundingClientRect().width);
        if (width > 0 && Math.abs(width - told) >= 16) { told = width; setStateValue("width", width); }
      };
      const observer = new ResizeObserver(() => { clearTimeout(observer.later); observer.later = setTimeout(tell, 120); });
      observer.observe(room);
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
