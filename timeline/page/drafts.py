"""Drafts: what the session knows of the kept timelines at work, one for each workspace; all of it without a widget.

What is said of "the draft" is said of the current workspace's.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from timeline.errors import TimelineError
from timeline.page.access import GUEST, visitor
from timeline.page.workspace import OWN, at
from timeline.store.document import Document, Revision, body_of

OPEN = "open"  # in the address: the id of the timeline at work, which opens it for its owner alone

# In the session, of each workspace: its draft, what has gone wrong with it, who else has saved it, and what it was when it was deleted
# elsewhere. Then what is said once, and what the address names.
_DRAFT, _TROUBLE, _CLASH, _LOST = "draft", "draft-trouble", "draft-clash", "draft-lost"
_SAID, _TOLD = "draft-said", "draft-told"


class Token:
    """The token of a link, which no listing, log or dump of the session shows."""

    __slots__ = ("value",)

    def __init__(self, value: str) -> None:
        self.value = value

    def __repr__(self) -> str:
        return "Token(…)"

    def __reduce__(self) -> tuple[type["Token"], tuple[str]]:
        return Token, ("",)


@dataclass(frozen=True, slots=True)
class Draft:
    """The kept timeline at work: the revision that the workbench goes on from, when it was saved, and what was saved, without its texts.

    `fresh` is false while the table that was saved with it is that of an earlier change, as the texts are still being read.
    `token` is that of the edit link by which it is reached; None for its owner.
    """

    id: str
    revision: int
    saved: dt.datetime
    held: str
    table: str = ""
    fresh: bool = True
    token: Token | None = None


def draft_of(
    document_id: str, revision: Revision, latest: int, document: Document, token: Token | None = None, *, fresh: bool = True
) -> Draft:
    """The draft that a document is from now on, as it was saved in a revision."""
    return Draft(document_id, latest, revision.saved, body_of(document), document.table, fresh, token)


@dataclass(frozen=True, slots=True)
class Clash:
    """Somebody else saved the draft in the meantime: their revision, when it was saved, by whom ("" the owner), and what they saved."""

    revision: int
    saved: dt.datetime
    by: str
    document: Document


def draft() -> Draft | None:
    """The draft at work, if what is at work is kept."""
    held: Draft | None = st.session_state.get(f"{_DRAFT}-{at()}")
    return held


def trouble() -> str:
    """Why what is at work is not saved, in sentences; empty where it is, or where there is nothing to save."""
    return str(st.session_state.get(f"{_TROUBLE}-{at()}", ""))


def clash() -> Clash | None:
    """What somebody else has saved while the visitor worked, until the visitor has decided."""
    found: Clash | None = st.session_state.get(f"{_CLASH}-{at()}")
    return found


def lost() -> object:
    """What the timeline at work was when it was found to be deleted elsewhere; None where it was not."""
    found: object = st.session_state.get(f"{_LOST}-{at()}")
    return found


def said() -> str:
    """What the visitor is to be told once."""
    return str(st.session_state.pop(_SAID, ""))


def say(words: str) -> None:
    """Notes what the visitor is to be told once."""
    st.session_state[_SAID] = words


def owner() -> str:
    """Whose timelines the visitor may change. Raises: NotAllowed."""
    who = visitor()
    who.demand_write()
    return who.owner


def hold(held: Draft) -> None:
    """What is at work is this draft from now on."""
    leave()
    st.session_state[f"{_DRAFT}-{at()}"] = held
    if held.token:
        st.session_state[GUEST] = True
    tell_address()


def leave() -> None:
    """What is at work is no draft any more."""
    for name in (_DRAFT, _CLASH, _TROUBLE, _LOST):
        st.session_state.pop(f"{name}-{at()}", None)
    if at() == OWN:
        st.session_state.pop(GUEST, None)
    tell_address()


def note(*, trouble: str = "", clash: Clash | None = None, lost: object = None) -> None:
    """Notes what keeps the timeline at work from being saved."""
    for name, value in ((_TROUBLE, trouble), (_CLASH, clash), (_LOST, lost)):
        if value:
            st.session_state[f"{name}-{at()}"] = value


def tell_address() -> None:
    """The address names the draft at work, so that a reload finds it again. What could not be opened just now stays in it."""
    held, told = draft(), st.session_state.get(_TOLD)
    if held:
        if st.query_params.get(OPEN) != held.id:
            st.query_params[OPEN] = held.id
        st.session_state[_TOLD] = held.id
    elif told and st.query_params.get(OPEN) == told:
        del st.query_params[OPEN]


def attempt(act: Callable[[], object]) -> bool:
    """Does what a button asks for; what goes wrong is told at the next run, and the answer is false."""
    try:
        act()
    except TimelineError as fault:
        say(_sentence(fault))
        return False
    return True


def tried(act: Callable[[], None]) -> None:
    """Does something with the store, and notes why it could not be done."""
    st.session_state.pop(f"{_TROUBLE}-{at()}", None)
    try:
        act()
    except TimelineError as fault:
        note(trouble=_sentence(fault))


def _sentence(fault: TimelineError) -> str:
    words = str(fault)
    return words[:1].upper() + words[1:]
