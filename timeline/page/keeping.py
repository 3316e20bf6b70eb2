"""Keeping: the timeline at work is saved when it has changed, and nothing that somebody else has saved is written over."""

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from timeline.drawing.wording import count_words
from timeline.errors import NotKept, StaleRevision
from timeline.page import drafts, kept
from timeline.page.access import visitor
from timeline.page.clock import at_words, now
from timeline.page.drafts import Clash, Draft
from timeline.page.meeting import together
from timeline.page.opening import show
from timeline.page.titles import as_kept
from timeline.page.workspace import current, workspace_from
from timeline.page.workspace import keep as keep_workspace
from timeline.store.document import Document, body_of
from timeline.table.history import history_from_json
from timeline.table.meeting import since

if TYPE_CHECKING:
    import pandas as pd

_WRITTEN, _TAKEN = "keeping-written", "keeping-taken"  # in the session: the table as it is kept; that something was taken in


def table_text(frame: "pd.DataFrame") -> str:
    """The table as it is kept with a document; made anew only for another table."""
    from timeline.drawing.export import to_json

    known: tuple[pd.DataFrame, str] | None = st.session_state.get(_WRITTEN)
    if known is None or known[0] is not frame:
        known = st.session_state[_WRITTEN] = (frame, to_json(frame).decode("utf-8", "surrogatepass"))
    return known[1]


def keep(document: Document, *, name: str = "", worth: bool = True, whole: bool = False, early: bool = False) -> Draft | None:
    """Saves what is at work, if it has changed since it was saved; nothing before it is `worth` keeping.

    `name` stands in for a title that is empty. How the timeline is looked at is no change of it, and is saved only with the next one, or
    when `whole` demands it. `early` is before new texts are read: the table is still to come. What goes wrong is told by `trouble` and
    `clash`, and loses nothing.
    """
    held, who = drafts.draft(), visitor()
    drafts.tell_address()  # another workspace may have become the current one
    document = as_kept(document, name)
    if early and held:
        document = replace(document, table=held.table)
    if drafts.clash() or not (held or worth):
        return held
    if not held and not whole and drafts.lost() == _significant(body_of(document), False):
        return None
    if early and held and held.held and json.loads(held.held)["sources"] == json.loads(body_of(document))["sources"]:
        return held  # there is nothing to read for long: what was changed is saved with its table, by this run too
    if held and (held.fresh or early) and _significant(body_of(document), whole) == _significant(held.held, whole):
        return held
    if not (held and held.token) and not who.may_write:
        drafts.note(trouble=who.why or "Nothing can be saved here.")
        return None
    drafts.tried(lambda: _save(document, held, fresh=not early))
    return drafts.draft()


def took_in() -> bool:
    """Whether what somebody else has saved has become part of what is at work since this was asked last."""
    return bool(st.session_state.pop(_TAKEN, False))


def _significant(body: str, whole: bool) -> object:
    """What of a saved document counts as a change. A table that another version of the rules would make anew is none."""
    if whole or not body:
        return body
    told = json.loads(body)
    return told["title"], told["sources"], told["edits"]


def _meet(mine: Document, held: Draft | None, again: int) -> None:
    """Takes in what somebody else has saved, and saves both; where both changed the same, the visitor has to decide."""
    assert held is not None
    theirs = _theirs(held)
    both = together(held.held, mine, theirs.document) if again else None
    if both is None:
        return drafts.note(clash=theirs)
    made = workspace_from(both)
    keep_workspace(replace(made, remarks=current().remarks))
    before, after = (history_from_json(edits) for edits in (json.loads(held.held)["edits"], theirs.document.edits))
    count = len(since(before, after))
    what = f"{count_words(count, 'correction')} that was" if count == 1 else f"{count_words(count, 'correction')} that were"
    who = "through a link for editing" if theirs.by else "in another window"
    st.session_state[_TAKEN] = True
    drafts.say(f"Taken in: {what if count > 0 else 'what was'} saved at {at_words(theirs.saved)} {who}. Your change was kept too.")
    found = replace(held, revision=theirs.revision, saved=theirs.saved, held=body_of(theirs.document), table=theirs.document.table)
    drafts.hold(found)
    _save(as_kept(both, made.name), found, fresh=False, again=again - 1)


def _save(document: Document, held: Draft | None, fresh: bool, again: int = 3) -> None:
    """Saves a document; `again` is how often what somebody else saves meanwhile is taken in before the visitor is asked."""
    store, moment = kept.store(), now()
    try:
        if held is None:
            made = store.create(document, owner=drafts.owner(), now=moment)
            return drafts.hold(drafts.draft_of(made.id, made.revision, made.latest, document, fresh=fresh))
        if held.token:
            revision = store.save_shared(held.token.value, document, expected=held.revision, now=moment)
        else:
            revision = store.save(held.id, document, owner=drafts.owner(), expected=held.revision, now=moment)
    except StaleRevision:
        return _meet(document, held, again)
    except NotKept as fault:
        if held and held.token:
            raise NotKept("This link no longer lets you edit. What you changed is still here: save it to a file.") from fault
        drafts.leave()
        drafts.note(lost=_significant(body_of(document), False))
        raise NotKept(
            "This timeline was deleted in another window. What you see is still here, and becomes a new timeline with your next change."
        ) from fault
    drafts.hold(drafts.draft_of(held.id, revision, revision.number, document, held.token, fresh=fresh))


def _theirs(held: Draft | None) -> Clash:
    """What stands in the store in place of what the draft goes on from. Raises: NotKept where it is gone by now."""
    assert held is not None
    if held.token:
        found = kept.store().open_share(held.token.value, now=now(), count=False)
        if found is None:
            raise NotKept("This link no longer lets you edit. What you changed is still here: save it to a file.")
        return Clash(found.latest, found.revision.saved, found.revision.by, found.document)
    there = kept.store().load(held.id, owner=drafts.owner())
    return Clash(there.latest, there.revision.saved, there.revision.by, there.document)


def use_theirs() -> None:
    """Ends a clash: what the others saved is shown, and one's own unsaved change is dropped."""
    held, theirs = drafts.draft(), drafts.clash()
    if held and theirs:
        drafts.hold(replace(held, revision=theirs.revision, saved=theirs.saved, held=body_of(theirs.document), table=theirs.document.table))
        show(theirs.document)


def use_mine() -> None:
    """Ends a clash: one's own change becomes the newest revision; that of the others stays among the older ones."""
    held, theirs = drafts.draft(), drafts.clash()
    if held and theirs:
        drafts.hold(replace(held, revision=theirs.revision, saved=theirs.saved, held=""))  # saved by the `keep` of this run


def keep_both() -> None:
    """Ends a clash: one's own change becomes a timeline of its own, beside that of the others."""
    drafts.leave()
