"""The card of the chosen event: the sentence it comes from, with the words that date it marked, and where that stands."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from timeline.article import Article
from timeline.drawing.escape import label, link, plain
from timeline.drawing.wording import article_words, date_words, teller_words
from timeline.page.chart import CHOSEN
from timeline.page.corrections import forget_fault, read_as
from timeline.page.editing import OPEN, editing, settle_row
from timeline.page.words import dates_in_words, day_words, sort_words
from timeline.table.merge import also_told

if TYPE_CHECKING:
    import pandas as pd

CERTAINTY = {
    "stated": "the words give the date",
    "relative": "counted from the day of publication or an earlier date",
    "inferred": "carried over from another mention",
    "named": "from the table of named times",
    "ambiguous": "day and month could change places",
}

_BY_HAND = {
    "edit/date": "as corrected by hand",
    "edit/order": "the order of day and month was settled by hand",
    "edit/added": "given by hand",
}
_MOST_FOUND = 1500

# Words of strangers reach this component as data and the page as text nodes: nothing in them can become markup.
_shown = st.components.v2.component(
    "timeline.card",
    html='<section><article aria-live="polite"></article></section>',
    css="""
    section { container-type: inline-size; }
    article { scroll-margin-top: 5.5rem; }
    article { line-height: 1.5; color: var(--st-text-color); font-family: var(--st-font); overflow-wrap: anywhere; }
    @container (min-width: 700px) {
      article { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); column-gap: 2.5rem; align-items: start; }
      dl { padding-top: 1.2rem; }
    }
    .date { font-size: .9rem; font-weight: 600; color: var(--st-primary-color); }
    h3 { margin: .1rem 0 .6rem; font-size: 1.25rem; line-height: 1.3; font-weight: 650; }
    blockquote { margin: 0 0 .6rem; padding: 0 0 0 1rem; border-left: 3px solid var(--st-border-color);
      font-size: 1.05rem; white-space: pre-line; }
    mark { background: color-mix(in srgb, var(--st-primary-color) 18%, transparent); color: inherit; padding: .05em .2em;
      border-radius: 4px; font-weight: 600; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0; font-size: .88rem; }
    dt { opacity: .65; } dd { margin: 0; }
    a { color: inherit; }
    details { margin-top: .8rem; font-size: .88rem; } summary { cursor: pointer; }
    details p { margin: .5rem 0 .1rem; opacity: .65; } details blockquote { font-size: .95rem; margin: 0; }
    """,
    js="""
    export default function ({ parentElement, data }) {
      const card = parentElement.querySelector("article");
      const add = (parent, tag, text, name) => {
        const element = document.createElement(tag);
        if (text) element.textContent = text;
        if (name) element.className = name;
        return parent.appendChild(element);
      };
      card.replaceChildren();
      const said = add(card, "div");
      add(said, "div", data.date, "date");
      add(said, "h3", data.title).dir = "auto";
      const quote = add(said, "blockquote");
      quote.dir = "auto";
      for (const part of data.sentence) {
        if (part.dates) add(quote, "mark", part.text); else quote.append(part.text);
      }
      const list = add(card, "dl");
      for (const [name, value] of data.facts) { add(list, "dt", name); add(list, "dd", value).dir = "auto"; }
      if (data.url) {
        add(list, "dt", "Address");
        const anchor = add(add(list, "dd"), "a", data.url);
        anchor.href = data.url; anchor.rel = "noopener noreferrer"; anchor.target = "_blank";
      }
      if (data.others.length) {
        const details = add(said, "details");
        add(details, "summary", `Also told here (${data.others.length})`);
        details.open = data.others.some((other) => !other.agrees);
        for (const other of data.others) { add(details, "p", other.by); add(details, "blockquote", other.text).dir = "auto"; }
      }
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      if (data.work) requestAnimationFrame(() => card.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" }));
    }
    """,
)


def card(frame: "pd.DataFrame", articles: Mapping[str, Article], *, own: bool = True) -> None:
    """The card of the event that was chosen, with a way to the one before and the one after; a hint where none is.

    Only whose timeline is their `own` gets what corrects it.
    """
    ids = list(frame["event_id"])
    chosen = st.session_state.get(CHOSEN)
    if chosen not in ids:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption("Click an event to see the sentence it comes from.", width="content")
            _find(frame, ids)
            st.button("Show the first", key="first", type="tertiary", icon=":material/arrow_forward:", on_click=_go, args=(ids[0],))
        return
    place = ids.index(chosen)
    row: dict[str, Any] = {str(name): value for name, value in frame.iloc[place].to_dict().items()}
    # It stands at the foot of the window while the timeline is in sight, so that a click moves nothing; fields need more room.
    work = own and st.session_state.get(OPEN) == chosen
    with st.container(border=True, gap="small", key="card-in-work" if work else "card-in-sight"):
        _row_of_buttons(frame, ids, ids[place], place, own)
        _shown(key="card", data={**told(row, articles.get(row["article_id"])), "work": work})
        if own:
            settle_row(frame, row)
            editing(frame, row)


def _row_of_buttons(frame: "pd.DataFrame", ids: list[str], chosen: str, place: int, own: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for key, name, step in (("before", "Earlier", -1), ("after", "Later", 1)):
            inside = 0 <= place + step < len(ids)
            st.button(name, key=key, disabled=not inside, on_click=_go, args=(ids[place + step] if inside else chosen,))
        st.caption(f"{place + 1:,} of {len(ids):,}", width="content")
        _find(frame, ids)
        if own:
            st.button("Correct", key="correct", icon=":material/edit:", on_click=_correct, args=(chosen,))
        st.space("stretch")
        st.button("Close", key="close", type="tertiary", icon=":material/close:", on_click=_go, args=(None,))


def _find(frame: "pd.DataFrame", ids: list[str]) -> None:
    """A field in which an event is found by its date or title, also without a pointer; a long list is left to the table."""
    if len(ids) > _MOST_FOUND:
        return
    names: dict[str, str] = {}
    for event_id, date, title in zip(ids, dates_in_words(frame), frame["title"], strict=True):
        name = f"{date} · {label(title)}"
        names[f"{name} · {len(names) + 1}" if name in names else name] = event_id
    st.selectbox(
        "Find an event", list(names), index=None, key="find", placeholder="Find an event", label_visibility="collapsed", width=260,
        on_change=lambda: _found(names),
    )  # fmt: skip


def _found(names: Mapping[str, str]) -> None:
    _go(names.get(st.session_state["find"]))
    st.session_state["find"] = None


def _correct(event_id: str) -> None:
    """Opens the fields of an event, or closes them."""
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == event_id else event_id
    forget_fault()


def _go(event_id: str | None) -> None:
    st.session_state[CHOSEN] = event_id


def told(row: Mapping[str, Any], article: Article | None) -> dict[str, Any]:
    """What a card says about an event, in plain values."""
    source = label(article.name if article and article.title else row["source"] or (article.name if article else ""))
    if article and article.published:
        source += f", {day_words(article.published)}"
    facts = [
        ("Sort", sort_words(row["kind"], row["status"])),
        ("Who", row["actors"]),
        ("Where", row["places"]),
        ("Date", f"{_plainly(row)} ({_BY_HAND.get(row['rule']) or CERTAINTY[row['certainty']]})"),
        ("Read as", read_as(row)),
        ("Note", row.get("x_note", "")),
        ("Rule", "" if row["rule"] in _BY_HAND else row["rule"]),
        ("Source", f"{source}, characters {row['char_start']}–{row['char_stop']}" if row["article_id"] else source),
        ("Told by", article_words(row)),
    ]
    return {
        "date": date_words(row),
        "title": label(row["title"]),
        "sentence": marked(row, article),
        "facts": [(name, label(value)) for name, value in facts if value],
        "url": link(row["url"]),
        "others": [_also(mention) for mention in also_told(row)],
    }


def _also(mention: Mapping[str, Any]) -> dict[str, Any]:
    return {"by": label(teller_words(mention)), "text": plain(mention["sentence"]), "agrees": mention["agrees"]}


def _plainly(row: Mapping[str, Any]) -> str:
    """How sure the date is: whether it is rough and what of it is not in the words."""
    parts = [row["edtf"]]
    if row["approximate"]:
        parts.append("approximate")
    if row["implied"]:
        parts.append("without " + row["implied"].replace("+", " and ") + " in the words")
    return ", ".join(parts)


def marked(row: Mapping[str, Any], article: Article | None) -> Sequence[dict[str, Any]]:
    """The sentence in parts, those that date the event marked; where the date stands elsewhere, its words come first."""
    sentence, start, stop = str(row["sentence"]), int(row["char_start"]), int(row["char_stop"])
    if not row["article_id"]:
        return [{"text": plain(sentence), "dates": False}]  # somebody has added it, and no words prove it
    at = _place(sentence, row, article)
    if at is None or not (at <= start and stop <= at + len(sentence)):
        return [
            {"text": plain(sentence), "dates": False},
            {"text": " — dated by ", "dates": False},
            {"text": plain(row["expression"]), "dates": True},
        ]
    cut = (sentence[: start - at], sentence[start - at : stop - at], sentence[stop - at :])
    return [{"text": plain(part), "dates": k == 1} for k, part in enumerate(cut) if part]


def _place(sentence: str, row: Mapping[str, Any], article: Article | None) -> int | None:
    """Where the sentence stands in the article: the place that holds the event's own word."""
    if article is None:
        return None
    at = article.text.rfind(sentence, 0, int(row["trigger_start"]) + len(sentence))
    return at if at >= 0 else None
