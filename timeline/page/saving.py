"""Saving: the timeline at work is kept as it changes, and the head of the page says so, or why not and what to do instead."""

from typing import TYPE_CHECKING

import streamlit as st

from timeline.drawing.escape import label
from timeline.errors import TimelineError
from timeline.page import drafts, keeping, kept, opening
from timeline.page.access import visitor
from timeline.page.clock import at_words
from timeline.page.compare import differences, versions
from timeline.page.door import sign_out
from timeline.page.lasting import fleeting
from timeline.page.share import share
from timeline.page.timelines import save_to_file, timelines
from timeline.page.workspace import OWN, Workspace, at
from timeline.store.document import Document

if TYPE_CHECKING:
    import pandas as pd

_OFFERED = "saving-offered"  # in the session: the timeline saved last was offered and not wanted


def keep_early(workspace: Workspace) -> None:
    """Saves what was brought before it is read, which takes a while and may be interrupted."""
    keeping.keep(workspace.document(), name=workspace.name, worth=_worth(workspace), early=True)
    _shown_again()


def keep(workspace: Workspace, frame: "pd.DataFrame") -> Document:
    """Saves the timeline as it stands, with its finished table; gives the document that it is."""
    document = workspace.document(keeping.table_text(frame))
    keeping.keep(document, name=workspace.name, worth=_worth(workspace))
    _shown_again()
    return document


def _shown_again() -> None:
    """Begins the run again where what somebody else has saved was taken in."""
    if keeping.took_in():
        st.rerun()


def _worth(workspace: Workspace) -> bool:
    """Whether there is something to lose: an example that nobody has changed is none."""
    return bool(workspace.sources) and (at() == OWN or bool(workspace.history.edits))


def corner(document: Document, name: str) -> None:
    """What became of the last change, all timelines that are kept, older versions, and links."""
    held = drafts.draft()
    if drafts.trouble():
        st.badge("Not saved", color="orange", icon=":material/cloud_off:")
    elif held and not drafts.clash():
        st.caption(f"Saved {at_words(held.saved)}" + (", not for good" if fleeting() else ""), width="content", help=fleeting() or None)
    if st.button("Your timelines", key="timelines", type="tertiary", icon=":material/folder_open:"):
        timelines(document, name)
    if held and held.revision > 1 and not held.token and st.button("Versions", key="versions", type="tertiary", icon=":material/history:"):
        versions()
    share(document, name)
    sign_out()


def told(document: Document, name: str) -> None:
    """What has to be known about saving: what went wrong and how to lose nothing, what others saved, what to go on with."""
    if words := drafts.said():
        st.text(label(words))
    if trouble := drafts.trouble():
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="trouble"):
            st.text(label(trouble), width="content")
            if document.sources:
                save_to_file(document, name, "keep")
    if drafts.clash():
        _clash(document)
    elif not drafts.draft() and not drafts.trouble():
        _offer()


def _clash(mine: Document) -> None:
    """Both versions stand until the visitor has decided; neither is written over unasked."""
    theirs = drafts.clash()
    assert theirs is not None
    who = "through a link for editing" if theirs.by else "by another window"
    with st.container(border=True, key="clash"):
        st.text(f"“{label(theirs.document.title)}” was saved at {at_words(theirs.saved)} {who}; your change is kept below.")
        st.caption("Nothing of yours is saved until you choose.")
        with st.expander("How yours differs"):
            differences(theirs.document, mine)
        with st.container(horizontal=True, gap="small"):
            if not (held := drafts.draft()) or not held.token or visitor().may_write:
                st.button(
                    "Keep both", key="clash-both", type="primary", on_click=keeping.keep_both, help="Yours becomes a timeline of its own"
                )
            st.button("Use mine", key="clash-mine", on_click=keeping.use_mine, help="Theirs stays among the older versions")
            st.button("Use theirs", key="clash-theirs", on_click=keeping.use_theirs, help="Drops your unsaved change")


def _offer() -> None:
    """The timeline that was saved last, to go on with; nothing is opened unasked."""
    who = visitor()
    if not who.may_write or st.session_state.get(_OFFERED):
        return
    try:
        found = kept.store().documents(who.owner)
    except TimelineError:
        return  # told as soon as something is to be saved
    if not found:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="offer"):
        st.text(f"Your last timeline is “{label(found[0].title)}”, saved {at_words(found[0].saved)}.", width="content")
        st.button("Go on with it", key="go-on", type="tertiary", on_click=_go_on, args=(found[0].id,))
        st.button("Not now", key="not-now", type="tertiary", on_click=_not_now)


def _go_on(document_id: str) -> None:
    drafts.attempt(lambda: opening.take(document_id))


def _not_now() -> None:
    st.session_state[_OFFERED] = True
