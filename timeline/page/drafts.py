"""Drafts: the timelines of a visitor that are kept, and what the session knows of those at work; all of it without a widget.

Each workspace of a session may be a draft; what is said of "the draft" is said of the current workspace's.
"""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from timeline.errors import NotKept, StaleRevision, TimelineError
from timeline.page import kept
from timeline.page.access import edit_tokens, visitor
from timeline.page.clock import now
from timeline.page.workspace import OWN, VIEW, at, open_document, turn_to
from timeline.store.document import Document, Opened, Revision, body_of

OPEN = "open"  # in the address: the id of the timeline at work, which opens it for its owner alone
EDIT = "edit"  # in place of the id, straight after an edit link: the last one of this browser
if TYPE_CHECKING:
    import pandas as pd

# In the session, of each workspace: its draft, what has gone wrong with it, who else has saved it, and what it was when it was deleted
# elsewhere. Then what comes next, that the session has begun, what is said once, what the address names, and the table as it is kept.
_DRAFT, _TROUBLE, _CLASH, _LOST = "draft", "draft-trouble", "draft-clash", "draft-lost"
_COMING, _BEGUN, _SAID, _TOLD, _WRITTEN = "draft-coming", "draft-begun", "draft-said", "draft-told", "draft-written"
UNTITLED = "untitled"  # in the view that is kept: nobody has given a title, and a name stands in for it
# Of the settings of a view: those that are switched on and off, and those that are several words.
_SWITCHES, _SEVERAL = ("legend", "strip", "conflict", "edited"), ("actor", "place", "article", "kind", "status", "certainty")
_LONGEST_TITLE, _LONGEST_SETTING = 200, 200


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


def said() -> str:
    """What the visitor is to be told once."""
    return str(st.session_state.pop(_SAID, ""))


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
            _try(lambda: _find(asked))
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
        found = kept.store().open_share(token, now=now(), count=asked == EDIT)
        if found and found.may_edit and asked in (EDIT, found.document_id):
            return take_shared(found, token)
    del st.query_params[OPEN]
    st.session_state[_SAID] = "The timeline that this address names is not kept here, or is not yours. Your timelines show what there is."


def take(document_id: str, revision: int | None = None) -> None:
    """Opens a timeline of the visitor's own, as it was in a revision if one is named. Raises: NotKept, StoreFailed."""
    found = kept.store().load(document_id, owner=_owner(), revision=revision)
    turn_to(OWN)
    # An older revision is worked on as a change of the newest one, so that nothing that came after it is lost.
    held = _draft_of(found.id, found.revision, found.latest, found.document, fresh=bool(found.document.table))
    _hold(replace(held, held="") if found.revision.number != found.latest else held)
    show(found.document)


def take_shared(found: Opened, token: str) -> None:
    """Opens the timeline that an edit link leads to."""
    st.session_state[_BEGUN] = True
    turn_to(OWN)
    _hold(_draft_of(found.document_id, found.revision, found.latest, found.document, Token(token)))
    show(found.document)


def table_text(frame: "pd.DataFrame") -> str:
    """The table as it is kept with a document; made anew only for another table."""
    from timeline.drawing.export import to_json

    known: tuple[pd.DataFrame, str] | None = st.session_state.get(_WRITTEN)
    if known is None or known[0] is not frame:
        known = st.session_state[_WRITTEN] = (frame, to_json(frame).decode("utf-8", "surrogatepass"))
    return known[1]


def show(document: Document) -> None:
    """Shows a document from the next run on, in the visitor's own workspace."""
    turn_to(OWN)
    st.session_state[_COMING] = document


def begin(document: Document | None = None) -> None:
    """Turns to a new timeline, empty or with what a file held; it is kept as soon as there is something to keep."""
    turn_to(OWN)
    _leave()
    show(document or Document(""))


def as_looked_at(document: Document) -> Document:
    """The document with the view as it is now."""
    view = {key: st.session_state[key] for key in VIEW if key in st.session_state}
    return replace(document, view={**document.view, **view})


def view_of(document: Document) -> dict[str, Any]:
    """How a kept document was looked at, each value of its kind, whoever wrote it; what the address says itself is left out."""
    known = {key: value for key, value in document.view.items() if key in VIEW and key not in st.query_params}
    return {key: value for key, value in known.items() if _fits(key, value)}


def _fits(key: str, value: object) -> bool:
    if key in _SWITCHES:
        return isinstance(value, bool)
    if key in _SEVERAL:
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    if key == "score":
        return isinstance(value, int | float) and 0 <= value <= 1
    return isinstance(value, str) and len(value) <= _LONGEST_SETTING


def as_made(document: Document) -> Document:
    """A kept document as it was before it was kept: without the name that stood in for a title."""
    view = {name: value for name, value in document.view.items() if name != UNTITLED and name not in VIEW} | view_of(document)
    return replace(document, title="" if document.view.get(UNTITLED) else document.title, view=view)


def keep(document: Document, *, name: str = "", worth: bool = True, whole: bool = False, early: bool = False) -> Draft | None:
    """Saves what is at work, if it has changed since it was saved; nothing before it is `worth` keeping.

    `name` stands in for a title that is empty. How the timeline is looked at is no change of it, and is saved only with the next one, or
    when `whole` demands it. `early` is before the texts are read: the table is still to come. What goes wrong is told by `trouble` and
    `clash`, and loses nothing.
    """
    held, who = draft(), visitor()
    _tell_address()  # another workspace may have become the current one
    document = _named(document, name)
    if early and held:
        document = replace(document, table=held.table)
    if clash() or not (held or worth):
        return held
    if not held and not whole and st.session_state.get(f"{_LOST}-{at()}") == _significant(body_of(document), False):
        return None
    if held and (held.fresh or early) and _significant(body_of(document), whole) == _significant(held.held, whole):
        return held
    if not (held and held.token) and not who.may_write:
        st.session_state[f"{_TROUBLE}-{at()}"] = who.why or "Nothing can be saved here."
        return None
    _try(lambda: _save(document, held, fresh=not early))
    return draft()


def _named(document: Document, name: str) -> Document:
    """The document as it is kept: under a name, by which the list can show it, also where it has no title."""
    document = as_looked_at(document)
    if title := document.title.strip():
        return replace(document, title=title[:_LONGEST_TITLE])
    return replace(document, title=name.strip()[:_LONGEST_TITLE], view={**document.view, UNTITLED: True})


def _significant(body: str, whole: bool) -> object:
    """What of a saved document counts as a change. A table that another version of the rules would make anew is none."""
    if whole or not body:
        return body
    told = json.loads(body)
    return told["title"], told["sources"], told["edits"]


def _save(document: Document, held: Draft | None, fresh: bool) -> None:
    store, moment = kept.store(), now()
    try:
        if held is None:
            made = store.create(document, owner=_owner(), now=moment)
            return _hold(_draft_of(made.id, made.revision, made.latest, document, fresh=fresh))
        if held.token:
            revision = store.save_shared(held.token.value, document, expected=held.revision, now=moment)
        else:
            revision = store.save(held.id, document, owner=_owner(), expected=held.revision, now=moment)
    except StaleRevision:
        st.session_state[f"{_CLASH}-{at()}"] = _theirs(held)
        return
    except NotKept as fault:
        if held and held.token:
            raise NotKept("This link no longer lets you edit. What you changed is still here: save it to a file.") from fault
        _leave()
        st.session_state[f"{_LOST}-{at()}"] = _significant(body_of(document), False)
        raise NotKept(
            "This timeline was deleted in another window. What you see is still here, and becomes a new timeline with your next change."
        ) from fault
    _hold(_draft_of(held.id, revision, revision.number, document, held.token, fresh=fresh))


def _draft_of(
    document_id: str, revision: Revision, latest: int, document: Document, token: Token | None = None, *, fresh: bool = True
) -> Draft:
    """The draft that a document is from now on, as it was saved in a revision."""
    return Draft(document_id, latest, revision.saved, body_of(document), document.table, fresh, token)


def _theirs(held: Draft | None) -> Clash:
    """What stands in the store in place of what the draft goes on from. Raises: NotKept where it is gone by now."""
    assert held is not None
    if held.token:
        found = kept.store().open_share(held.token.value, now=now(), count=False)
        if found is None:
            raise NotKept("This link no longer lets you edit. What you changed is still here: save it to a file.")
        return Clash(found.latest, found.revision.saved, found.revision.by, found.document)
    there = kept.store().load(held.id, owner=_owner())
    return Clash(there.latest, there.revision.saved, there.revision.by, there.document)


def use_theirs() -> None:
    """Ends a clash: what the others saved is shown, and one's own unsaved change is dropped."""
    held, theirs = draft(), clash()
    if held and theirs:
        _hold(replace(held, revision=theirs.revision, saved=theirs.saved, held=body_of(theirs.document), table=theirs.document.table))
        show(theirs.document)


def use_mine() -> None:
    """Ends a clash: one's own change becomes the newest revision; that of the others stays among the older ones."""
    held, theirs = draft(), clash()
    if held and theirs:
        _hold(replace(held, revision=theirs.revision, saved=theirs.saved, held=""))  # saved by the `keep` of this run


def keep_both() -> None:
    """Ends a clash: one's own change becomes a timeline of its own, beside that of the others."""
    _leave()


def rename(document_id: str, title: str) -> None:
    """Gives a timeline of the visitor's own another title."""
    _change(document_id, title.strip()[:_LONGEST_TITLE])


def _change(document_id: str, title: str) -> None:
    found = kept.store().load(document_id, owner=_owner())
    renamed = _retitled(found.document, title)
    revision = kept.store().save(document_id, renamed, owner=_owner(), expected=found.latest, now=now())
    held = draft()
    if held and held.id == document_id and held.revision == found.latest:
        _hold(_draft_of(document_id, revision, revision.number, renamed))
        show(renamed)


def _retitled(document: Document, title: str) -> Document:
    return replace(document, title=title, view={name: value for name, value in document.view.items() if name != UNTITLED})


def duplicate(document_id: str) -> None:
    """Makes another timeline that begins as this one is now; links are not copied."""
    found = kept.store().load(document_id, owner=_owner())
    kept.store().create(_retitled(found.document, f"{found.document.title} (copy)"), owner=_owner(), now=now())


def delete(document_id: str) -> None:
    """Deletes a timeline of the visitor's own for good; if it is the one at work, a new one begins."""
    kept.store().delete(document_id, owner=_owner())
    held = draft()
    if held and held.id == document_id:
        begin()


def attempt(act: Callable[[], object]) -> bool:
    """Does what a button asks for; what goes wrong is told at the next run, and the answer is false."""
    try:
        act()
    except TimelineError as fault:
        st.session_state[_SAID] = _sentence(fault)
        return False
    return True


def _try(act: Callable[[], None]) -> None:
    """Does something with the store, and notes why it could not be done."""
    st.session_state.pop(f"{_TROUBLE}-{at()}", None)
    try:
        act()
    except TimelineError as fault:
        st.session_state[f"{_TROUBLE}-{at()}"] = _sentence(fault)


def _sentence(fault: TimelineError) -> str:
    words = str(fault)
    return words[:1].upper() + words[1:]


def _owner() -> str:
    """Whose timelines the visitor may change. Raises: NotAllowed."""
    who = visitor()
    who.demand_write()
    return who.owner


def _hold(held: Draft) -> None:
    _leave()
    st.session_state[f"{_DRAFT}-{at()}"] = held
    _tell_address()


def _leave() -> None:
    """What is at work is no draft any more."""
    for name in (_DRAFT, _CLASH, _TROUBLE, _LOST):
        st.session_state.pop(f"{name}-{at()}", None)
    _tell_address()


def _tell_address() -> None:
    """The address names the draft at work, so that a reload finds it again. What could not be opened just now stays in it."""
    held, told = draft(), st.session_state.get(_TOLD)
    if held:
        if st.query_params.get(OPEN) != held.id:
            st.query_params[OPEN] = held.id
        st.session_state[_TOLD] = held.id
    elif told and st.query_params.get(OPEN) == told:
        del st.query_params[OPEN]
