"""The workspace: all that a visitor has brought and corrected, in one place of the session, and as the document that the store keeps.

A session holds several, by name: one for each example, and `OWN` for what the visitor brought. All but the current one rest.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from timeline.article import Article
from timeline.page.settings import settle
from timeline.store.document import Document, Source
from timeline.table.history import History, history_from_json

OWN = "own"
# The widget that chooses what is read, and what it says.
MODE, EXAMPLE, YOURS, ARCHIVE = "mode", "An example", "Your own text", "An archive"
_ALL, _AT = "workspaces", "workspace"  # in the session: name → Workspace, and the name of the current one


@dataclass(frozen=True, slots=True)
class Held:
    """A source as it came in, `found`, with the day of publication that the visitor has `given` instead of the one found, if any.

    `article` is what is read. `captured` is when it was taken in.
    """

    found: Article
    given: dt.date | None = None
    captured: dt.datetime | None = None

    @property
    def article(self) -> Article:
        """The article with the day that counts."""
        if self.given is None:
            return self.found
        return dataclasses.replace(self.found, published=self.given, published_from="given")


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one source: where it stood, what it was and what it is now (None: it was taken out), after how many edits in force."""

    place: int
    was: Held
    now: Held | None
    edits: int

    def done(self, sources: tuple[Held, ...]) -> tuple[Held, ...]:
        """The sources with the change; without it where the source is not what it was."""
        return tuple(now for held in sources if (now := self.now if held == self.was else held) is not None)

    def undone(self, sources: tuple[Held, ...]) -> tuple[Held, ...]:
        """The sources as they were before the change; what was added or changed since stays."""
        if self.now is not None:
            return tuple(self.was if held == self.now else held for held in sources)
        if any(held.found.id == self.was.found.id for held in sources):
            return sources
        return (*sources[: self.place], self.was, *sources[self.place :])


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on what was brought: its name and a sentence; with `lost` it could not be taken in, and the sentence says why."""

    name: str
    message: str
    lost: bool = True


@dataclass(frozen=True, slots=True)
class Workspace:
    """One timeline at work. A value: every change makes a new one, and `keep` makes it the current one.

    `title` is what the visitor called it (empty: written from the sources); `history` is all edits, with those
    that were undone; `view` is the credit line and, once kept, what
    the settings say; `remarks`, and the changes of sources that can be undone (`changes`) or redone (`taken_back`), live only in the
    session.
    """

    title: str = ""
    sources: tuple[Held, ...] = ()
    history: History = field(default_factory=History)
    view: Mapping[str, Any] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    changes: tuple[Change, ...] = field(default=(), compare=False)
    taken_back: tuple[Change, ...] = field(default=(), compare=False)

    @property
    def articles(self) -> dict[str, Article]:
        """The articles by their id."""
        return {held.article.id: held.article for held in self.sources}

    @property
    def name(self) -> str:
        """What to call it: its title, else that of its first source and how many more there are."""
        if self.title or not self.sources:
            return self.title
        more = len(self.sources) - 1
        return self.sources[0].found.name + (f" and {more} more" if more else "")

    def adding(self, sources: tuple[Held, ...], remarks: tuple[Remark, ...] = ()) -> "Workspace":
        """With more sources; one that is there already, by its id, is not taken twice, and a new text of it takes its place."""
        new = {held.found.id: held for held in sources}
        kept = tuple(
            dataclasses.replace(held, found=new.pop(held.found.id).found) if held.found.id in new else held for held in self.sources
        )
        return dataclasses.replace(self, sources=(*kept, *new.values()), remarks=(*self.remarks, *remarks))

    def without(self, place: int) -> "Workspace":
        """Without the source at a place of the list; its edits stay, and count again when it comes back."""
        return self.changed(place, None)

    def redated(self, place: int, given: dt.date | None) -> "Workspace":
        """With another day of publication of one source; None is the one that was found."""
        return self.changed(place, dataclasses.replace(self.sources[place], given=given))

    def reworded(self, place: int, text: str) -> "Workspace":
        """With another text of one source, under the same title, day and address."""
        held = self.sources[place]
        return self.changed(place, dataclasses.replace(held, found=dataclasses.replace(held.found, text=text)))

    def changed(self, place: int, now: Held | None) -> "Workspace":
        """With another source in place of one, or none; what was undone before can no longer be redone."""
        change = Change(place, self.sources[place], now, self.history.done)
        history = History(self.history.active, self.history.done)
        sources = change.done(self.sources)
        return dataclasses.replace(self, sources=sources, history=history, changes=(*self.changes, change), taken_back=())

    def document(self, table: str = "") -> Document:
        """As the store keeps it; `table` is the finished table as `to_json` writes it."""
        return Document(self.title, tuple(_source(held) for held in self.sources), tuple(self.history.as_json()), self.view, table)


def workspace_from(document: Document) -> Workspace:
    """The workspace of a document that was kept.

    Raises: BadEdit where an edit of it is none, or one of a newer version.
    """
    sources = tuple(_held(source) for source in document.sources)
    return Workspace(document.title, sources, history_from_json(document.edits), document.view)


def open_document(document: Document) -> None:
    """Makes a document that was kept the visitor's own and the current workspace; before any widget is drawn, or in a callback.

    Raises: BadEdit.
    """
    keep(workspace_from(document), OWN)
    settle(document.view)
    st.session_state.update({MODE: YOURS, _AT: OWN})


def current() -> Workspace:
    """The workspace that is shown."""
    kept: Workspace = st.session_state.setdefault(_ALL, {}).get(at(), Workspace())
    return kept


def at() -> str:
    """The name of the current workspace: `OWN`, or the slug of an example."""
    return str(st.session_state.get(_AT, OWN))


def turn_to(name: str) -> bool:
    """Makes the workspace of this name the current one; false where there is none of it yet."""
    st.session_state[_AT] = name
    return name in st.session_state.setdefault(_ALL, {})


def keep(workspace: Workspace, name: str | None = None) -> None:
    """Puts a workspace in the place of the current one, or of the one of this name."""
    st.session_state.setdefault(_ALL, {})[name or at()] = workspace


def _source(held: Held) -> Source:
    found = held.found.published
    more = {"found": found.isoformat() if found else None, "found_from": held.found.published_from} if held.given else {}
    return Source.of(held.article, captured=held.captured, more=more)


def _held(source: Source) -> Held:
    article = source.article()
    if not source.more.get("found_from"):
        return Held(article, captured=source.captured)
    day = source.more.get("found")
    found = dataclasses.replace(
        article, published=dt.date.fromisoformat(day) if day else None, published_from=str(source.more["found_from"])
    )
    return Held(found, given=article.published, captured=source.captured)
