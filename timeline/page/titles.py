"""Titles: under which name a document is kept, also where nobody has given it a title."""

from dataclasses import replace

from timeline.page.settings import VIEW, settings_now, settings_of
from timeline.page.words import made_with
from timeline.store.document import Document

_UNTITLED = "untitled"  # in the view that is kept: nobody has given a title, and a name stands in for it
MADE = "made"  # in the view that is kept: with which program and rules the table was made
_LONGEST = 200


def as_kept(document: Document, name: str) -> Document:
    """The document as it is kept: with the view as it is now, what made it, and a name for the list, also where it has no title."""
    document = replace(document, view={**document.view, **settings_now(), MADE: made_with()})
    if title := document.title.strip():
        return replace(document, title=title[:_LONGEST])
    return replace(document, title=name.strip()[:_LONGEST], view={**document.view, _UNTITLED: True})


def as_made(document: Document) -> Document:
    """A kept document as it was before it was kept: without the name that stood in for a title."""
    view = {name: value for name, value in document.view.items() if name not in (_UNTITLED, MADE, *VIEW)}
    title = "" if document.view.get(_UNTITLED) else document.title
    return replace(document, title=title, view=view | settings_of(document.view))


def retitled(document: Document, title: str) -> Document:
    """The document with a title that somebody has given it."""
    view = {name: value for name, value in document.view.items() if name != _UNTITLED}
    return replace(document, title=title.strip()[:_LONGEST], view=view)
