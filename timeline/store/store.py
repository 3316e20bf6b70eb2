"""Store: the one door to timelines that are kept, whether in a file of SQLite or on a server of PostgreSQL."""

import datetime as dt
from dataclasses import dataclass

from timeline.store.document import Document, Kept, Link, Opened, Revision, Summary


@dataclass(frozen=True, slots=True)
class Limits:
    """What one owner may keep, and how long what nobody touches is kept; None is no limit."""

    timelines: int | None = 200
    size: int | None = 100_000_000
    idle: dt.timedelta | None = None


UNLIMITED = Limits(timelines=None, size=None)


def open_store(address: str | None = None, *, now: dt.datetime, limits: Limits = UNLIMITED) -> "Store":
    """The store at an address, made or brought up to date where it must be.

    `address` is `sqlite:///path` or `postgresql://user@host/name`; None takes TIMELINE_DATABASE_URL, else a file where this system
    keeps a user's data. A store may be used by many threads at once: open one for the whole process.
    Raises: StoreFailed, NewerStore.
    """
    raise NotImplementedError


class Store:
    """Timelines and links. Whatever returns has been written durably; whatever raises has changed nothing.

    An `owner` is an opaque word ("local", or whom the sign-in names): documents of others are as if they were not there (NotKept).
    `now` is a time with its zone. Any method may raise StoreFailed, whose sentences can be shown as they are.
    """

    where: str  # for people: the path, or the address without its password
    limits: Limits

    def create(self, document: Document, *, owner: str, now: dt.datetime) -> Kept:
        """Keeps a new document as its revision 1. Raises: OverQuota."""
        raise NotImplementedError

    def save(self, document_id: str, document: Document, *, owner: str, expected: int, now: dt.datetime) -> Revision:
        """Keeps the document as revision `expected` + 1. Saving what is there already writes nothing and gives the revision that has it.

        Raises: StaleRevision (with `.latest`) if another revision than `expected` is the newest, NotKept, OverQuota.
        """
        raise NotImplementedError

    def save_shared(self, token: str, document: Document, *, expected: int, now: dt.datetime) -> Revision:
        """The same by an edit link; what it counts against is its owner's quota. Raises: NotKept for any token that may not edit (now)."""
        raise NotImplementedError

    def load(self, document_id: str, *, owner: str, revision: int | None = None) -> Kept:
        """The newest revision of a document, or the one asked for. Raises: NotKept."""
        raise NotImplementedError

    def revisions(self, document_id: str, *, owner: str) -> list[Revision]:
        """All revisions that are kept of a document, the newest first. Older ones thin out (`timeline.store.thinning`). Raises: NotKept."""
        raise NotImplementedError

    def documents(self, owner: str) -> list[Summary]:
        """The documents of an owner, the one saved last first."""
        raise NotImplementedError

    def delete(self, document_id: str, *, owner: str) -> None:
        """Removes a document with its revisions, texts and links, and their traces in the files. Raises: NotKept."""
        raise NotImplementedError

    def export(self, owner: str) -> bytes:
        """Everything of an owner as one ZIP: each revision as JSON, each text once as a file, the links without tokens."""
        raise NotImplementedError

    def share(
        self,
        document_id: str,
        *,
        owner: str,
        now: dt.datetime,
        rights: str = "view",
        live: bool = False,
        full_text: bool = False,
        revision: int | None = None,
        expires: dt.datetime | None = None,
    ) -> str:
        """The token of a new link to a document; told this once, since only its hash is kept.

        A view link shows one fixed revision (the newest unless `revision` names one) or, with `live`, what was saved last.
        An edit link is always live and with the full texts. Raises: NotKept, BadShare.
        """
        raise NotImplementedError

    def shares(self, document_id: str, *, owner: str) -> list[Link]:
        """The links of a document that were not revoked, the newest first, expired ones among them. Raises: NotKept."""
        raise NotImplementedError

    def open_share(self, token: str, *, now: dt.datetime, count: bool = True) -> Opened | None:
        """What a link leads to; None alike for wrong, revoked and expired. `count=False` does not count it as opened (a rerun)."""
        raise NotImplementedError

    def extend(self, share_id: str, *, owner: str, expires: dt.datetime | None, now: dt.datetime) -> Link:
        """Lets a link end at another time, or never. Raises: NotKept, BadShare."""
        raise NotImplementedError

    def revoke(self, share_id: str, *, owner: str) -> None:
        """Ends a link at once and for good. Raises: NotKept."""
        raise NotImplementedError

    def purge(self, now: dt.datetime) -> int:
        """The job of each night: removes what is idle for too long and links that have long expired, thins out old revisions.

        Gives how many documents were removed.
        """
        raise NotImplementedError

    def ready(self) -> None:
        """Says nothing if the store answers (for the health endpoint). Raises: StoreFailed."""
        raise NotImplementedError

    def close(self) -> None:
        """Lets go of all connections."""
        raise NotImplementedError
