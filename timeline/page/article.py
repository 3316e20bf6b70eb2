"""The article beside the timeline: every time expression is marked, and leads to its event as the event leads to it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from timeline.drawing.escape import label
from timeline.events.event import Reading
from timeline.page.chart import CHOSEN
from timeline.page.corrections import forget_fault
from timeline.page.editing import ADDING, add_form
from timeline.page.passages import passages, says, spot_of, tellers, with_ends

if TYPE_CHECKING:
    import pandas as pd

_KEY, _SHOWN, _SEEN = "article-view", "article-shown", "article-seen"
_LONGEST_QUOTE = 1000
EXPRESSION = "expression"  # (id of the article, first character) of an expression that was clicked and dates no event, in the session

# Words of strangers reach this component as data and the page as text nodes: nothing in them can become markup.
_shown = st.components.v2.component(
    "timeline.article",
    html='<p class="key"></p><div class="text" tabindex="0" role="region" aria-label="The article"></div>'
    '<button class="adder" hidden>Add an event from these words</button>',
    css="""
    :host { display: block; }
    .text { max-height: min(68vh, 46rem); overflow-y: auto; border: 1px solid var(--st-border-color); border-radius: 12px;
      padding: 1.1rem 1.3rem; line-height: 1.65; font-size: .95rem; color: var(--st-text-color); font-family: var(--st-font);
      white-space: pre-wrap; overflow-wrap: anywhere; box-sizing: border-box; scroll-behavior: smooth; }
    .key { display: flex; flex-wrap: wrap; gap: .2rem .9rem; margin: 0 0 .5rem; font-size: .8rem; color: var(--st-text-color);
      font-family: var(--st-font); }
    .when { font: inherit; color: inherit; background: none; border: 0; padding: 0 .1em; cursor: pointer; border-radius: 3px; }
    .when:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 1px; }
    .event { background: color-mix(in srgb, var(--st-primary-color) 14%, transparent); border-bottom: 2px solid var(--st-primary-color); }
    .dated { border-bottom: 1px solid currentColor; }
    .doubtful { border-bottom: 4px double var(--st-primary-color); }
    .doubtful::after { content: "?"; font-weight: 700; margin-left: .1em; }
    .undated { border-bottom: 2px dotted currentColor; font-style: italic; }
    .told { background: color-mix(in srgb, var(--st-primary-color) 7%, transparent); }
    .chosen { outline: 2px solid var(--st-primary-color); font-weight: 650; }
    .key .when { cursor: default; }
    .adder { margin-top: .5rem; font: inherit; font-family: var(--st-font); font-size: .9rem; color: var(--st-background-color);
      background: var(--st-primary-color); border: 0; border-radius: 8px; padding: .4rem .8rem; cursor: pointer; }
    .adder[hidden] { display: none; }
    @media (prefers-reduced-motion: reduce) { .text { scroll-behavior: auto; } }
    @media (max-width: 1180px) { .text { max-height: 42vh; } }
    @media (max-width: 640px) { .text { padding: .8rem .9rem; } }
    """,
    js="""
    const KEY = [["event", "dates an event"], ["dated", "a date of no event"], ["doubtful", "two readings"], ["undated", "not dated"]];
    export default function ({ parentElement, data, setTriggerValue }) {
      const box = parentElement.querySelector(".text"), key = parentElement.querySelector(".key");
      const used = new Set(data.parts.map((part) => part.sort));
      key.replaceChildren();
      for (const [sort, words] of KEY) {
        if (!used.has(sort)) continue;
        const sign = document.createElement("span");
        sign.className = "when " + sort; sign.textContent = words;
        key.append(sign);
      }
      const adder = parentElement.querySelector(".adder");
      adder.hidden = true;
      const place = (node, offset) => { // in characters, which JavaScript counts by halves
        const range = document.createRange();
        range.setStart(box, 0); range.setEnd(node, offset);
        return [...range.toString()].length;
      };
      box.onpointerup = box.onkeyup = () => setTimeout(() => {
        const root = box.getRootNode();
        const selected = (root.getSelection ? root.getSelection() : null) || document.getSelection();
        if (!selected || selected.isCollapsed || !selected.rangeCount) { adder.hidden = true; return; }
        const range = selected.getRangeAt(0);
        if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) { adder.hidden = true; return; }
        const from = place(range.startContainer, range.startOffset), to = place(range.endContainer, range.endOffset);
        adder.hidden = false;
        adder.onclick = () => { adder.hidden = true; setTriggerValue("selected", [from, to]); };
      }, 0);
      const same = box.dataset.of === data.id;
      const height = box.scrollTop;
      box.replaceChildren();
      let chosen = null, told = null;
      for (const part of data.parts) {
        const element = document.createElement("span");
        element.textContent = part.text;
        if (part.sort) {
          element.className = "when " + part.sort + (part.chosen ? " chosen" : "");
          element.setAttribute("role", "button");
          element.tabIndex = 0;
          element.title = part.says;
          element.setAttribute("aria-label", part.text + ", " + part.says);
          if (part.chosen) { element.setAttribute("aria-current", "true"); chosen = element; }
          element.addEventListener("click", () => setTriggerValue("picked", part.at));
          element.addEventListener("keydown", (pressed) => {
            if (pressed.key === "Enter" || pressed.key === " ") { pressed.preventDefault(); setTriggerValue("picked", part.at); }
          });
        }
        if (part.told) { element.classList.add("told"); told = told || element; }
        box.append(element);
      }
      box.dataset.of = data.id;
      box.dir = "auto";
      box.scrollTop = same ? height : 0;
      const goal = told || chosen;
      if (goal && box.dataset.at !== String(data.at)) {
        requestAnimationFrame(() => {
          box.scrollTop += goal.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
        });
      }
      box.dataset.at = data.at;
    }
    """,
)


def article(readings: Sequence[Reading], frame: "pd.DataFrame") -> None:
    """One of the articles, that which tells the chosen event, with its expressions marked."""
    by_id = {reading.article.id: reading for reading in readings}
    reading = by_id[_which(by_id, frame)]
    chosen = st.session_state.get(CHOSEN)
    row = _row(frame, chosen)
    dated = with_ends(reading, tellers(frame).get(reading.article.id, {}))
    spot = spot_of(row, reading) if row else None
    data = {"id": reading.article.id, "at": chosen or "", "parts": passages(reading, dated, spot)}
    _shown(key=_KEY, data=data, on_picked_change=lambda: _pick(reading, dated), on_selected_change=lambda: _select(reading))
    _doubt(reading)
    _adding(reading)


def _row(frame: "pd.DataFrame", event_id: str | None) -> dict[str, Any] | None:
    """The row of an event in plain values, if the table has it."""
    rows = frame[frame["event_id"] == event_id].to_dict("records")
    return {str(name): value for name, value in rows[0].items()} if rows else None


def _which(by_id: dict[str, Reading], frame: "pd.DataFrame") -> str:
    """The article to show: a newly chosen event's, else the one that was picked last, else the first."""
    ids = list(by_id)
    chosen = st.session_state.get(CHOSEN)
    if chosen != st.session_state.get(_SEEN):
        st.session_state[_SEEN] = chosen
        row = _row(frame, chosen)
        told = [article_id for article_id, reading in by_id.items() if row and spot_of(row, reading)]
        if told and st.session_state.get(_SHOWN) not in told:
            st.session_state[_SHOWN] = row["article_id"] if row and row["article_id"] in by_id else told[0]
    if st.session_state.get(_SHOWN) not in by_id:
        st.session_state[_SHOWN] = ids[0]
    if len(ids) == 1:
        return ids[0]
    names: dict[str, str] = {}
    for n, reading in enumerate(by_id.values()):
        name = label(reading.article.name)[:80]
        names[f"{name} · {n + 1}" if name in names else name] = reading.article.id
    shown = list(names.values()).index(st.session_state[_SHOWN])
    picked = st.selectbox("Article shown", list(names), index=shown, label_visibility="collapsed", filter_mode=None)
    st.session_state[_SHOWN] = names[picked]
    return names[picked]


def _pick(reading: Reading, dated: dict[int, list[str]]) -> None:
    """Chooses the event that the clicked expression dates, the next one where it dates several; else says why it dates none."""
    at = st.session_state[_KEY].get("picked")
    if not isinstance(at, int | float):
        return
    ids = dated.get(int(at), [])
    st.session_state[EXPRESSION] = None if ids else (reading.article.id, int(at))
    if ids:
        chosen = st.session_state.get(CHOSEN)
        st.session_state[CHOSEN] = st.session_state[_SEEN] = ids[(ids.index(chosen) + 1) % len(ids)] if chosen in ids else ids[0]


def _doubt(reading: Reading) -> None:
    """What is known of an expression that was clicked and dates nothing."""
    article_id, at = st.session_state.get(EXPRESSION) or ("", -1)
    timex = next((timex for timex in (*reading.undated, *reading.timexes) if timex.start == at), None)
    if article_id == reading.article.id and timex is not None:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="doubt"):
            st.text(f"“{label(timex.text)}”: {says(timex)}", width="content")
            sentence = _sentence(reading, timex.start, timex.stop)
            st.button("Add an event from it", key="add-from", type="tertiary", on_click=_open, args=(reading.article.id, *sentence))


def _sentence(reading: Reading, start: int, stop: int) -> tuple[int, int]:
    """The sentence around some words."""
    text = reading.article.text
    first = max(text.rfind("\n", 0, start), *(text.rfind(f"{end} ", 0, start) + 1 for end in ".!?"), 0)
    ends = [end for sign in (". ", "! ", "? ", "\n") if (end := text.find(sign, stop)) >= 0]
    last = min(ends) + 1 if ends else len(text)
    first += len(text[first:start]) - len(text[first:start].lstrip())
    return first, first + len(text[first:last].rstrip())


def _open(article_id: str, start: int, stop: int) -> None:
    st.session_state[ADDING] = (article_id, start, stop)


def _select(reading: Reading) -> None:
    """Opens the fields of a new event for the words that were selected."""
    told = st.session_state[_KEY].get("selected")
    if isinstance(told, list | tuple) and len(told) == 2 and all(isinstance(end, int | float) for end in told):
        start, stop = sorted(max(0, min(int(end), len(reading.article.text))) for end in told)
        if start < stop:
            _open(reading.article.id, start, stop)


def _adding(reading: Reading) -> None:
    """The fields of a new event, where its words stand in this article."""
    article_id, start, stop = st.session_state.get(ADDING) or ("", 0, 0)
    quote = reading.article.text[start:stop].strip()
    if article_id == reading.article.id and quote:
        with st.container(border=True, key="add"):
            add_form("quote", quote[:_LONGEST_QUOTE], reading.article)
            st.button("Cancel", key="add-cancel", type="tertiary", on_click=_close_adding)


def _close_adding() -> None:
    st.session_state[ADDING] = None
    forget_fault()
