"""Corrections: the table with the visitor's edits laid over it, and the one way in which an edit is made."""

import dataclasses
import datetime as dt
import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from timeline.article import Article
from timeline.drawing.escape import label
from timeline.drawing.wording import date_words
from timeline.errors import TimelineError
from timeline.page.access import visitor
from timeline.page.workspace import Workspace, current, keep
from timeline.table.correcting import ordered
from timeline.table.edit import Edit
from timeline.table.edits import apply
from timeline.table.history import made

if TYPE_CHECKING:
    import pandas as pd

_LAID, _FAULT = "laid", "edit-fault"  # in the session
_FIELDS = {"title": "title", "kind": "sort", "actors": "who", "places": "where", "status": "status"}


def articles(workspace: Workspace) -> list[Article]:
    """The articles of a workspace as they are to be read: those whose order of day and month is settled, in that order."""
    return ordered((held.article for held in workspace.sources), workspace.history.active)


def corrected(frame: "pd.DataFrame") -> "pd.DataFrame":
    """The table of all articles with the edits in force."""
    history = current().history
    kept = st.session_state.get(_LAID)
    if kept is not None and kept[0] is frame and kept[1] == history.active:
        table: pd.DataFrame = kept[2]
        return table
    table = apply(frame, history.active)
    st.session_state[_LAID] = (frame, history.active, table)
    return table


def edit(*makes: Callable[[str, dt.datetime], Edit]) -> bool:
    """Makes edits by this visitor and now, which are undone in one step; what is wrong with any is told, and then none is made."""
    by, at = visitor().name or "the author", dt.datetime.now(dt.UTC)
    st.session_state[_FAULT] = ""
    try:
        edits = [make(by, at) for make in makes]
    except TimelineError as fault:
        words = str(fault)
        st.session_state[_FAULT] = words[:1].upper() + words[1:]
        return False
    if edits:
        keep(dataclasses.replace(current(), history=made(current().history, *edits), taken_back=()))
    return True


def fault_line() -> None:
    """What was wrong with the last edit."""
    if words := st.session_state.get(_FAULT):
        st.text(label(words))


def forget_fault() -> None:
    """Passes over what was wrong with the last edit, where its fields are closed or those of another event are opened."""
    st.session_state[_FAULT] = ""


def read_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """What the machine had read of a row, where a person has changed it."""
    told = row.get("x_read")
    found = json.loads(told) if isinstance(told, str) and told else {}
    return found if isinstance(found, dict) else {}


def read_as(row: Mapping[str, Any]) -> str:
    """The machine's own reading of what a person has changed, in words; empty where nothing was."""
    read = read_of(row)
    told = [f"{name} “{read[field] or 'nothing'}”" for field, name in _FIELDS.items() if field in read]
    if {"start", "stop", "grain"} & set(read):
        told.insert(0, f"date {date_words(_date_of(row, read))}")
    told += [
        words
        for sign, words in (("added", "not at all: added by hand"), ("merged", "several events"), ("split", "one event with another"))
        if sign in read
    ]
    return "; ".join(told)


def _date_of(row: Mapping[str, Any], read: Mapping[str, Any]) -> dict[str, Any]:
    date = {name: read.get(name, row[name]) for name in ("start", "stop", "grain", "approximate", "certainty")}
    for end in ("start", "stop"):
        if isinstance(date[end], str):
            date[end] = dt.date.fromisoformat(date[end])
    return date
