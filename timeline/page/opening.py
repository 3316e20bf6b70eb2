"""Opening: how a timeline becomes the one at work; by its address, from the list, by a link, from a file, or as a new one."""

from dataclasses import replace

import streamlit as st

from timeline.errors import NotKept
from timeline.page import kept, tokens
from timeline.page.access import edit_tokens, visitor
from timeline.page.clock import now
from timeline.page.drafts import OPEN, Token, draft_of, hold, leave, owner, say, tried
from timeline.page.titles import as_made
from timeline.page.workspace import OWN, open_document, turn_to
from timeline.store.document import Document, Opened

EDIT = "edit"  # in place of the id, straight after an edit link: the last one of this browser
_COMING, _BEGUN = "opening-coming", "opening-begun"  # in the session: what comes next, and that it has begun


def coming() -> bool:
    """Whether another timeline was chosen, which the next run of the whole page shows."""
    return _COMING in st.session_state


def opened() -> bool:
    """Opens what is to be shown from now on as the visitor's own workspace: what the address names when a session begins, or what was
    chosen since. To be called at the beginning of each run; false is: what is at work stays.

    Raises: BadEdit where it holds what only a newer version of this program understands.
    """
    if not st.session_state.get(_BEGUN):
        st.session_state[_BEGUN] = True
        if asked := st.query_params.get(OPEN):
            tried(lambda: _find(asked))
    document: Document | None = st.session_state.pop(_COMING, None)
    if document is None:
        return False
    open_document(as_made(document))
    return True


def _find(asked: str) -> None:
    """Opens what the address names: a timeline of the visitor's own, or one that this browser has an edit link to."""
    who = visitor()
    if who.may_write and who.owner and asked != EDIT:
        try:
            return take(asked)
        except NotKept:
            pass
    for token in edit_tokens():
        found = tokens.tried(token, who.client, now(), count=asked == EDIT)
        if found and found.may_edit and who.may_edit and asked in (EDIT, found.document_id):
            return take_shared(found, token)
    del st.query_params[OPEN]
    say("The timeline that this address names is not kept here, or is not yours. Your timelines show what there is.")


def take(document_id: str, revision: int | None = None) -> None:
    """Opens a timeline of the visitor's own, as it was in a revision if one is named. Raises: NotKept, StoreFailed."""
    found = kept.store().load(document_id, owner=owner(), revision=revision)
    turn_to(OWN)
    # An older revision is worked on as a change of the newest one, so that nothing that came after it is lost.
    held = draft_of(found.id, found.revision, found.latest, found.document, fresh=bool(found.document.table))
    hold(replace(held, held="") if found.revision.number != found.latest else held)
    show(found.document)


def take_shared(found: Opened, token: str) -> None:
    """Opens the timeline that an edit link leads to."""
    st.session_state[_BEGUN] = True
    turn_to(OWN)
    hold(draft_of(found.document_id, found.revision, found.latest, found.document, Token(token)))
    show(found.document)


def show(document: Document) -> None:
    """Shows a document from the next run on, in the visitor's own workspace."""
    turn_to(OWN)
    st.session_state[_COMING] = document


def begin(document: Document | None = None) -> None:
    """Turns to a new timeline, empty or with what a file held; it is kept as soon as there is something to keep."""
    turn_to(OWN)
    leave()
    show(document or Document(""))
