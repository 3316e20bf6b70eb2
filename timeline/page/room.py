"""How wide the page is, which only the browser knows, and what it looks like."""

import base64
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from timeline.drawing.lettering import subset
from timeline.drawing.style import Style

# A file of our own: the name of an icon would be fetched from the network.
ICON = str(Path(__file__).with_name("icon.svg"))

_NARROWEST, _WIDEST = 320, 1760
_GUESS, _GUESS_PHONE = 1280, 390  # until the browser has told

# Latin, Greek and Cyrillic beside what every cut of the font has; other scripts take the reader's own fonts.
_LETTERS = "".join(
    map(chr, [*range(0x100, 0x180), *range(0x386, 0x3CF), *range(0x400, 0x460), *range(0x490, 0x4C0), *range(0x2010, 0x2030)])
)
_FACE = '@font-face {{ font-family: "Noto Sans"; font-weight: 400 700; src: url(data:font/woff;base64,{face}) format("woff") }}\n'
# The drawing is what a reader came for: it begins higher up than Streamlit would have it, and what it says begins where all else
# on the page does, so that its own margin lies outside.
_CSS = """
[data-testid="stMainBlockContainer"] { padding-top: 1rem; padding-bottom: 4rem; max-width: 1840px; margin: 0 auto; }
.st-key-seed { min-width: 260px; }
.st-key-room { margin-bottom: -1rem; }
.room, .st-key-timeline { margin-inline: -36px; }
.st-key-timeline { width: calc(100% + 72px) !important; max-width: none !important; }
.st-key-timeline { margin-top: -.75rem; }
.st-key-main { container-type: inline-size; }
@container (max-width: 828px) {
  .room, .st-key-timeline { margin-inline: -18px; }
  .st-key-timeline { width: calc(100% + 36px) !important; }
}
[data-testid^="stBaseButton-primary"], [data-testid="stMultiSelect"] [data-baseweb="tag"] { color: light-dark(#fff, #14161a) !important; }
:has(> .st-key-card-in-sight) { position: sticky; bottom: .5rem; z-index: 5; }
.st-key-card-in-sight { max-height: 46vh; overflow-y: auto; background: var(--st-background-color, light-dark(#fff, #14161a));
  box-shadow: 0 4px 24px rgb(0 0 0 / .16); }
:has(> section[role="dialog"]) { max-width: min(60rem, 100vw) !important; }
.st-key-side [data-testid="stText"] { font-size: .9rem; }
[class*="st-key-source-"] > :first-child [data-testid="stText"] { font-weight: 600; }
.st-key-bench:has(.st-key-side) .st-key-bar { gap: .4rem; }
:is(.st-key-window, .st-key-lanes):is(.st-key-bench:has(.st-key-side) *) { flex: 0 0 108px !important; width: 108px !important; }
:is(.st-key-window, .st-key-lanes):is(.st-key-bench:has(.st-key-side) *) > * { min-width: 0; width: 100% !important; }
.st-key-bench { align-items: flex-start; }
.st-key-bench > :has(> .st-key-main) { flex: 1 1 620px; width: auto; min-width: 0; }
.st-key-bench > :has(> .st-key-side) { flex: 0 1 410px; width: auto; min-width: 0; position: sticky; top: 3.5rem; }
@media (max-width: 1180px) {
  .st-key-bench > :has(> .st-key-main), .st-key-bench > :has(> .st-key-side) { flex-basis: 100%; position: static; }
  .st-key-bench > :has(> .st-key-side) { order: -1; }
}
[data-testid="stHeader"] { background: transparent; }
[data-testid="stHeader"], [data-testid="stHeader"] * { pointer-events: none; }
[data-testid="stHeader"] button, [data-testid="stHeader"] button * { pointer-events: auto; }
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding: .5rem .75rem 4rem; }
  .st-key-head { padding-right: 2rem; }
  .st-key-head h2 { font-size: 1.35rem; padding-block: .5rem; }
  .st-key-head [data-testid="stCaptionContainer"] { display: none; }
  .st-key-corner [data-testid="stCaptionContainer"] { display: block; }
  .st-key-head, .st-key-corner, .st-key-sources, .st-key-asking, .st-key-bar { gap: .5rem; }
  .room, .st-key-timeline { margin-inline: -12px; }
  .st-key-timeline { width: calc(100% + 24px) !important; }
}
"""
_JS = """
export default function (component) {
  const { parentElement, setStateValue } = component;
  const room = parentElement.querySelector(".room");
  let told = 0; // changes of less than a scroll bar are not worth another drawing
  const tell = () => {
    const width = Math.floor(room.getBoundingClientRect().width);
    if (width > 0 && Math.abs(width - told) >= 16) { told = width; setStateValue("width", width); }
  };
  const observer = new ResizeObserver(() => { clearTimeout(observer.later); observer.later = setTimeout(tell, 120); });
  observer.observe(room);
  tell();
  return () => observer.disconnect();
}
"""


@cache
def measuring() -> Callable[..., Any]:
    """The component that tells the page's width; it also brings the letters that labels are measured with, from the installed font."""
    face = _FACE.format(face=base64.b64encode(subset(_LETTERS)).decode("ascii"))
    return st.components.v2.component("timeline.room", html="<div class='room'></div>", css=face + _CSS, isolate_styles=False, js=_JS)


def fitting() -> Style:
    """The style for this reader's page: as wide as there is room, light or dark as the page is."""
    told = measuring()(key="room", height=1, on_width_change=_nothing).get("width")
    width = told if isinstance(told, int | float) else _guess()
    width = max(_NARROWEST, min(_WIDEST, int(width)))
    return Style(width=width, theme="dark" if st.context.theme.get("type") == "dark" else "light")


def _guess() -> int:
    return _GUESS_PHONE if "Mobi" in (st.context.headers.get("User-Agent") or "") else _GUESS


def _nothing() -> None:
    """A component tells a value only where somebody listens."""
