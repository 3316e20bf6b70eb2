"""The list of a visitor's timelines: open, rename, duplicate, delete, export; and files to keep and to open."""

from collections.abc import Callable

import streamlit as st

from timeline.drawing.escape import label
from timeline.drawing.wording import count_words
from timeline.errors import TimelineError
from timeline.page import drafts, kept, opening
from timeline.page.access import visitor
from timeline.page.clock import at_words, now
from timeline.page.downloads import file_name
from timeline.page.lasting import fleeting
from timeline.page.portable import ENDING, from_file, to_file
from timeline.page.titles import retitled
from timeline.store.document import Document, Summary

_SURE = "timelines-sure"  # in the session: the timeline that a second click deletes
_FIRST, _FEW = 20, 8  # timelines that are shown at once; above how many they can be searched


@st.dialog("Your timelines", width="large", icon=":material/folder_open:")
def timelines(document: Document, name: str) -> None:
    """All that is kept and what can be done with it; `document` is what is at work, to save to a file under its `name`."""
    if opening.coming():
        st.rerun()  # what was chosen here is shown by the whole page
    who = visitor()
    with st.container(horizontal=True, gap="small"):
        st.button("New timeline", key="new", icon=":material/add:", on_click=opening.begin)
        if document.sources:
            save_to_file(document, name, "list")
    if words := drafts.said():
        st.text(label(words))
    if who.may_write:
        _do(lambda: _list(who.owner))
    else:
        st.text(label(who.why or "Nothing can be saved here."))
    given = st.file_uploader("Open a file", type=["json"], key="from-file", help="A file that “Save to a file” wrote, here or elsewhere")
    if given is not None and _do(lambda: opening.begin(from_file(given.getvalue()))):
        st.rerun()


def save_to_file(document: Document, name: str, key: str) -> None:
    """The button to the whole timeline as a file."""
    st.download_button(
        "Save to a file",
        data=lambda: to_file(document),
        file_name=f"{file_name(name)}.{ENDING}",
        mime="application/json",
        key=f"file-{key}",
        on_click="ignore",
        icon=":material/save:",
        help="The whole timeline with its sources and corrections, to open here again",
    )


def _list(owner: str) -> None:
    found = kept.store().documents(owner)
    if words := fleeting():
        st.text(words)
    if not found:
        st.caption("Nothing is kept yet. A timeline is saved as soon as you bring a text or correct an event.")
        return
    words = ""
    if len(found) > _FEW:
        words = st.text_input("Find a timeline", key="timelines-find", placeholder="Find a timeline", label_visibility="collapsed") or ""
    fitting = [line for line in found if words.casefold() in line.title.casefold()]
    for line in fitting[:_FIRST]:
        _line(line)
    if len(fitting) > _FIRST:
        st.caption(f"{len(fitting) - _FIRST} more. Type a part of a title to find one.")
    st.download_button(
        "Export everything",
        data=lambda: kept.store().export(owner),
        file_name="timelines.zip",
        mime="application/zip",
        key="export",
        on_click="ignore",
        icon=":material/archive:",
        type="tertiary",
        help="All timelines with all versions and texts, as one ZIP",
    )


def _line(line: Summary) -> None:
    held = drafts.draft()
    here = held is not None and held.id == line.id
    with st.container(border=True, gap="small", key=f"line-{line.id}"):
        st.text(label(line.title) or "Without a title")
        about = [f"Saved {at_words(line.saved)}"]
        about += [count_words(line.links, "link")] if line.links else []
        about += ["open now"] if here else []
        st.caption(" · ".join(about))
        with st.container(horizontal=True, gap="small"):
            st.button("Open", key=f"open-{line.id}", disabled=here, on_click=_open, args=(line.id,))
            with st.popover("Rename", type="tertiary"):
                key = f"title-{line.id}-{line.revision}"
                st.text_input("Title", value=line.title, key=key, max_chars=200, on_change=_rename, args=(line.id, key))
            st.button("Duplicate", key=f"copy-{line.id}", type="tertiary", on_click=_duplicate, args=(line.id,))
            _delete(line)


def _delete(line: Summary) -> None:
    if st.session_state.get(_SURE) != line.id:
        st.button("Delete", key=f"delete-{line.id}", type="tertiary", on_click=_ask, args=(line.id,))
        return
    st.button("Delete for good", key=f"gone-{line.id}", type="primary", on_click=_gone, args=(line.id,))
    links = f", and {count_words(line.links, 'link')} to it will lead nowhere" if line.links else ""
    st.caption(f"All its versions and texts are erased here{links}. Nobody can bring it back.")


def _open(document_id: str) -> None:
    drafts.attempt(lambda: opening.take(document_id))


def _ask(document_id: str) -> None:
    st.session_state[_SURE] = document_id


def _gone(document_id: str) -> None:
    st.session_state.pop(_SURE, None)
    drafts.attempt(lambda: delete(document_id))


def _duplicate(document_id: str) -> None:
    drafts.attempt(lambda: duplicate(document_id))


def _rename(document_id: str, key: str) -> None:
    title = str(st.session_state[key] or "").strip()
    if title:
        drafts.attempt(lambda: rename(document_id, title))


def rename(document_id: str, title: str) -> None:
    """Gives a timeline of the visitor's own another title."""
    store, owner = kept.store(), drafts.owner()
    found = store.load(document_id, owner=owner)
    renamed = retitled(found.document, title)
    revision = store.save(document_id, renamed, owner=owner, expected=found.latest, now=now())
    held = drafts.draft()
    if held and held.id == document_id and held.revision == found.latest:
        drafts.hold(drafts.draft_of(document_id, revision, revision.number, renamed))
        opening.show(renamed)


def duplicate(document_id: str) -> None:
    """Makes another timeline that begins as this one is now; links are not copied."""
    store, owner = kept.store(), drafts.owner()
    document = store.load(document_id, owner=owner).document
    store.create(retitled(document, f"{document.title} (copy)"), owner=owner, now=now())


def delete(document_id: str) -> None:
    """Deletes a timeline of the visitor's own for good; if it is the one at work, a new one begins."""
    kept.store().delete(document_id, owner=drafts.owner())
    held = drafts.draft()
    if held and held.id == document_id:
        opening.begin()


def _do(act: Callable[[], object]) -> bool:
    """Does something and shows in its place what is wrong with it."""
    try:
        act()
    except TimelineError as fault:
        words = str(fault)
        st.text(label(words[:1].upper() + words[1:]))
        return False
    return True
