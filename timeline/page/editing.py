"""Editing the chosen event on its card: every field of it, and what is done to it as a whole."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from timeline.drawing.escape import label, plain
from timeline.drawing.wording import date_words, teller_words
from timeline.events.event import KINDS, STATUSES
from timeline.page.chart import CHOSEN
from timeline.page.corrections import edit, fault_line, forget_fault
from timeline.page.words import dates_in_words
from timeline.table.correcting import addition, correction, hiding, joining, parting, settling
from timeline.table.edit import ORDERS, Edit
from timeline.table.edits import apply
from timeline.table.merge import mentions

if TYPE_CHECKING:
    import pandas as pd

    from timeline.article import Article

OPEN = "editing"  # the id of the event that is being edited, in the session
ADDING = "adding"  # (id of the article, first character, first one after) of the words that an event is being added from, in the session
_ADDED = "added"  # in the session: how many events were added; the fields of the next one are other, and empty
_MOST_FOUND = 1500
_MOST_TOLD = 50
SEVERAL = "Several names are set apart by semicolons"
DATE_HELP = "In words or in EDTF: early 2021, March to May 2021, since 2014, 2021-03/2021-05"


def editing(frame: "pd.DataFrame", row: Mapping[str, Any]) -> None:
    """The fields of an event, and below them what merges, divides or hides it; nothing unless it is being edited."""
    event_id = row["event_id"]
    if st.session_state.get(OPEN) != event_id:
        return
    with st.container(border=True, key="edit"):
        with st.form("fields", border=False):
            given = _fields({**row, "date": _given(row), "note": row.get("x_note", "")}, event_id)
            with st.container(horizontal=True):
                st.form_submit_button("Save", type="primary", on_click=_save, args=(frame, row, given))
                st.form_submit_button("Cancel", on_click=_close)
        fault_line()
        with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="whole"):
            st.button("Hide this event", key="hide", icon=":material/visibility_off:", on_click=_hide, args=(frame, event_id))
            told = _tellings(frame, event_id)
            if sum(map(len, told.values())) > 1:
                st.button("Take apart", key="split", icon=":material/call_split:", on_click=_split, args=(frame, event_id))
            if len(told) > 1:
                _taking_out(frame, event_id, told)
            if 1 < len(frame) <= _MOST_FOUND:
                names = _others(frame, event_id)
                with st.popover("Merge with …", icon=":material/merge:"):
                    st.selectbox("The same event as", list(names), index=None, key="merge-with", placeholder="Choose an event", width=460)
                    st.button("Merge", key="merge", on_click=_merge, args=(frame, event_id, names))


def _tellings(frame: "pd.DataFrame", event_id: str) -> dict[tuple[str, str], list[str]]:
    """The sentences that tell an event, each with who tells it, and the ids of the mentions in it."""
    told: dict[tuple[str, str], list[str]] = {}
    for mention in mentions(frame[frame["event_id"] == event_id]).to_dict("records"):
        teller = teller_words({str(name): value for name, value in mention.items()})
        told.setdefault((teller, mention["sentence"]), []).append(mention["mention_id"])
    return told


def _taking_out(frame: "pd.DataFrame", event_id: str, told: Mapping[tuple[str, str], list[str]]) -> None:
    """The sentences that tell the event, each with a way to say that it tells another one."""
    with st.popover("Take out …", icon=":material/move_item:"):
        st.caption("A sentence that tells something else becomes an event of its own.")
        for place, ((teller, sentence), ids) in enumerate([*told.items()][:_MOST_TOLD]):
            with st.container(border=True, gap="xsmall"):
                st.text(f"{label(teller)}:")
                st.text(label(sentence))
                st.button(
                    "Not this event", key=f"out-{place}", icon=":material/move_item:", on_click=_take_out, args=(frame, event_id, ids)
                )
        if len(told) > _MOST_TOLD:
            st.caption(f"{len(told) - _MOST_TOLD:,} more tell it. Take it apart to have all of them one by one.")


def settle_row(frame: "pd.DataFrame", row: Mapping[str, Any]) -> None:
    """Both readings of a date whose day and month could change places, each one click away, for the event and for its article."""
    if row["certainty"] != "ambiguous":
        return
    event_id, article_id = row["event_id"], row["article_id"]
    alone = frame[frame["event_id"] == event_id].reset_index(drop=True)
    readings = {}
    for order in ORDERS:
        settled = apply(alone, [settling(alone, order, by="", at=dt.datetime(2000, 1, 1), event_id=event_id)]).to_dict("records")[0]
        if settled["certainty"] != "ambiguous":
            readings[order] = date_words({str(name): value for name, value in settled.items()})
    alike = int(((frame["article_id"] == article_id) & (frame["certainty"] == "ambiguous")).sum())
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="settle"):
        st.text(f"“{label(row['expression'])}” can be", width="content")
        for order, words in readings.items():
            # The one such date of an article settles it, so that what counts from that day moves too.
            whose = (event_id, "") if alike > 1 else ("", article_id)
            st.button(words, key=f"settle {order}", on_click=_settle, args=(frame, order, *whose))
        if alike > 1:
            for order in readings:
                name = f"{order.capitalize()}, all {alike} in the article"
                st.button(name, key=f"settle all {order}", type="tertiary", on_click=_settle, args=(frame, order, "", article_id))


def add_form(key: str, quote: str = "", article: "Article | None" = None) -> None:
    """The fields of a new event, with the words of the article that prove it, if there are any."""
    with st.form(f"add-{key}", border=False, clear_on_submit=False):
        blank = {"title": "", "date": "", "kind": "other", "actors": "", "places": "", "status": "happened"}
        given = _fields(blank, f"add-{key}-{hash(quote)}-{st.session_state.get(_ADDED, 0)}", note=False)
        if quote:
            st.text(f"Proved by “{label(quote)}”")
        st.form_submit_button("Add the event", type="primary", on_click=_add, args=(given, quote, article))
    fault_line()


def _fields(row: Mapping[str, Any], key: str, note: bool = True) -> dict[str, str]:
    """The fields of an event; gives the key of each."""
    keys = {name: f"{name}-of-{key}" for name in ("title", "date", "kind", "actors", "places", "status", "note")}
    st.text_input("What", value=plain(row["title"]), key=keys["title"], max_chars=90)
    with st.container(horizontal=True, gap="small"):
        st.text_input("When", value=row["date"], key=keys["date"], help=DATE_HELP, width=260, placeholder="for example early 2021")
        st.selectbox("Sort", KINDS, index=KINDS.index(row["kind"]), key=keys["kind"], width=170)
        st.selectbox("Status", STATUSES, index=STATUSES.index(row["status"]), key=keys["status"], filter_mode=None, width=140)
    with st.container(horizontal=True, gap="small"):
        st.text_input("Who", value=plain(row["actors"]), key=keys["actors"], help=SEVERAL, width=260)
        st.text_input("Where", value=plain(row["places"]), key=keys["places"], help=SEVERAL, width=260)
    if note:
        st.text_input("Note", value=plain(row["note"]), key=keys["note"], placeholder="For yourself and those you share with")
    else:
        del keys["note"]
    return keys


def _given(row: Mapping[str, Any]) -> str:
    """The date as a field holds it: in words that are read back as the same days, else in EDTF."""
    from timeline.dates.given import date_in
    from timeline.errors import BadDate

    words = date_words({**row, "certainty": "stated"})
    try:
        return words if date_in(words).edtf == row["edtf"] else str(row["edtf"])
    except BadDate:
        return str(row["edtf"])


def _save(frame: "pd.DataFrame", row: Mapping[str, Any], keys: Mapping[str, str]) -> None:
    """Makes an edit of each field that was changed; the form stays open where one is wrong."""
    before = {**{name: plain(row[name]) for name in ("title", "kind", "actors", "places", "status")}, "date": _given(row)}
    before["note"] = plain(row.get("x_note", ""))
    makes: list[Callable[[str, dt.datetime], Edit]] = []
    for name, key in keys.items():
        words = str(st.session_state[key] or "").strip()
        if words != before[name].strip():
            makes.append(partial(_corrected, frame, row["event_id"], name, words))
    if edit(*makes):
        _close()


def _corrected(frame: "pd.DataFrame", event_id: str, name: str, words: str, by: str, at: dt.datetime) -> Edit:
    return correction(frame, event_id, name, words, by=by, at=at)


def _add(keys: Mapping[str, str], quote: str, article: "Article | None") -> None:
    given = {name: str(st.session_state[key] or "") for name, key in keys.items()}
    made: list[Edit] = []

    def make(by: str, at: dt.datetime) -> Edit:
        made.append(addition(**given, by=by, at=at, quote=quote, article=article))
        return made[0]

    if edit(make):
        st.session_state[CHOSEN] = made[0].events[0]
        st.session_state[ADDING] = None
        st.session_state[_ADDED] = st.session_state.get(_ADDED, 0) + 1


def _hide(frame: "pd.DataFrame", event_id: str) -> None:
    if edit(lambda by, at: hiding(frame, [event_id], by=by, at=at)):
        _close()
        st.session_state[CHOSEN] = None


def _split(frame: "pd.DataFrame", event_id: str) -> None:
    if edit(lambda by, at: parting(frame, event_id, by=by, at=at)):
        _close()


def _take_out(frame: "pd.DataFrame", event_id: str, ids: Sequence[str]) -> None:
    if edit(lambda by, at: parting(frame, event_id, by=by, at=at, off=ids)):
        _close()


def _merge(frame: "pd.DataFrame", event_id: str, names: Mapping[str, str]) -> None:
    other = names.get(st.session_state["merge-with"] or "")
    if other and edit(lambda by, at: joining(frame, [event_id, other], by=by, at=at)):
        _close()


def _settle(frame: "pd.DataFrame", order: str, event_id: str, article_id: str) -> None:
    edit(lambda by, at: settling(frame, order, by=by, at=at, event_id=event_id, article_id=article_id))


def _close() -> None:
    st.session_state[OPEN] = None
    forget_fault()


def _others(frame: "pd.DataFrame", event_id: str) -> dict[str, str]:
    """The other events by date and title."""
    names: dict[str, str] = {}
    for other, date, title in zip(frame["event_id"], dates_in_words(frame), frame["title"], strict=True):
        name = f"{date} · {label(title)}"
        if other != event_id:
            names[f"{name} · {len(names) + 1}" if name in names else name] = other
    return names
