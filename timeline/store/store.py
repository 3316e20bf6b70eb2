"""Store: the one door to timelines that are kept, whether in a file of SQLite or on a server of PostgreSQL."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from timeline.errors import NotKept, StoreFailed, WrongKind, demand
from timeline.store import keeping, links
from timeline.store.copying import copied
from timeline.store.document import Document, Kept, Link, Opened, Revision, Summary
from timeline.store.exporting import exported
from timeline.store.limits import Limits
from timeline.store.tables import DOCUMENTS, SHARES
from timeline.store.trouble import told


class Store:
    """Timelines and links. Whatever returns has been written durably; whatever raises has changed nothing.

    An `owner` is an opaque word ("local", or whom the sign-in names): documents of others are as if they were not there (NotKept).
    `now` is a time with its zone. Any method may raise StoreFailed, whose sentences can be shown as they are.
    """

    where: str  # for people: the path, or the address without its password
    limits: Limits

    def __init__(self, engine: sa.Engine, where: str, limits: Limits, forget: Callable[[list[str], bool], None]) -> None:
        """`open_store` makes one. `forget` removes the traces of deleted documents."""
        self.where, self.limits = where, limits
        self._engine, self._forget = engine, forget

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with told(self.where), self._engine.connect() as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                # All questions of one reading see one moment, as they do in SQLite anyway.
                connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with told(self.where), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    def create(self, document: Document, *, owner: str, now: dt.datetime) -> Kept:
        """Keeps a new document as its revision 1. Raises: OverQuota."""
        _checked(document, owner, now)
        with self._writing() as connection:
            return keeping.begin(connection, document, owner=owner, now=now, limits=self.limits)

    def save(self, document_id: str, document: Document, *, owner: str, expected: int, now: dt.datetime) -> Revision:
        """Keeps the document as revision `expected` + 1. Saving what is there already writes nothing and gives the revision that has it.

        Raises: StaleRevision (with `.latest`) if another revision than `expected` is the newest, NotKept, OverQuota.
        """
        _checked(document, owner, now)
        with self._writing() as connection:
            line = keeping.line_of(connection, document_id, owner=owner, lock=True)
            return keeping.add(connection, line, document, expected=expected, by="", now=now, limits=self.limits)

    def save_shared(self, token: str, document: Document, *, expected: int, now: dt.datetime) -> Revision:
        """The same by an edit link; what it counts against is its owner's quota. Raises: NotKept for any token that may not edit (now)."""
        _checked(document, "-", now)
        with self._writing() as connection:
            share = links.found(connection, token, now=now)
            if share is None or share["rights"] != "edit":
                raise NotKept("this link cannot be used for saving. It may have ended; ask the owner for an edit link.")
            line = keeping.line_of(connection, share["document_id"], owner=None, lock=True)
            return keeping.add(connection, line, document, expected=expected, by=share["id"], now=now, limits=self.limits)

    def load(self, document_id: str, *, owner: str, revision: int | None = None) -> Kept:
        """The newest revision of a document, or the one asked for. Raises: NotKept."""
        with self._reading() as connection:
            return keeping.load(connection, keeping.line_of(connection, document_id, owner=owner), revision)

    def revisions(self, document_id: str, *, owner: str) -> list[Revision]:
        """All revisions that are kept of a document, the newest first. Older ones thin out (`timeline.store.thinning`). Raises: NotKept."""
        with self._reading() as connection:
            return keeping.history(connection, keeping.line_of(connection, document_id, owner=owner))

    def documents(self, owner: str) -> list[Summary]:
        """The documents of an owner, the one saved last first."""
        with self._reading() as connection:
            return keeping.owned(connection, owner)

    def delete(self, document_id: str, *, owner: str) -> None:
        """Removes a document with its revisions, texts and links, and their traces in the files. Raises: NotKept."""
        with self._writing() as connection:
            keeping.line_of(connection, document_id, owner=owner, lock=True)
            keeping.remove(connection, [document_id])
        with told(self.where):
            self._forget([document_id], False)

    def export(self, owner: str) -> bytes:
        """Everything of an owner as one ZIP: each revision as JSON, each text once as a file, the links without tokens."""
        with self._reading() as connection:
            return exported(connection, owner)

    def copy_into(self, other: "Store") -> int:
        """Copies everything of everybody into a store that is empty, as it stands at one moment; gives how many timelines.

        Raises: StoreFailed.
        """
        with self._reading() as old, other._writing() as new:
            return copied(old, new, other.where)

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
        _timely(now, expires)
        with self._writing() as connection:
            line = keeping.line_of(connection, document_id, owner=owner, lock=True)
            return links.make(connection, line, rights=rights, live=live, full_text=full_text, revision=revision, expires=expires, now=now)

    def shares(self, document_id: str, *, owner: str) -> list[Link]:
        """The links of a document that were not revoked, the newest first, expired ones among them. Raises: NotKept."""
        with self._reading() as connection:
            return links.of_document(connection, keeping.line_of(connection, document_id, owner=owner))

    def open_share(self, token: str, *, now: dt.datetime, count: bool = True) -> Opened | None:
        """What a link leads to; None alike for wrong, revoked and expired. `count=False` does not count it as opened (a rerun)."""
        _timely(now)
        with self._reading() as connection:
            share = links.found(connection, token, now=now)
            opened = links.opened(connection, share) if share else None
        if opened and count:
            try:
                with self._writing() as connection:
                    links.count(connection, opened.share_id)
            except StoreFailed:
                pass  # who may read is not kept from it because the disk is full
        return opened

    def extend(self, share_id: str, *, owner: str, expires: dt.datetime | None, now: dt.datetime) -> Link:
        """Lets a link end at another time, or never. Raises: NotKept, BadShare."""
        _timely(now, expires)
        with self._writing() as connection:
            return links.extend(connection, share_id, owner=owner, expires=expires, now=now)

    def revoke(self, share_id: str, *, owner: str) -> None:
        """Ends a link at once and for good. Raises: NotKept."""
        with self._writing() as connection:
            links.revoke(connection, share_id, owner=owner)

    def purge(self, now: dt.datetime) -> int:
        """The job of each night: removes what is idle for too long and links that have long expired, thins out old revisions.

        Gives how many documents were removed.
        """
        _timely(now)
        gone: list[str] = []
        if self.limits.idle is not None:
            shared = sa.select(SHARES.c.document_id).where(sa.or_(SHARES.c.expires.is_(None), SHARES.c.expires > now))
            idle = sa.and_(DOCUMENTS.c.saved < now - self.limits.idle, DOCUMENTS.c.id.not_in(shared))
            with self._writing() as connection:
                gone = list(connection.execute(sa.select(DOCUMENTS.c.id).where(idle)).scalars())
                keeping.remove(connection, gone)
        with self._writing() as connection:
            links.remove_expired(connection, now=now)
        with self._reading() as connection:
            left = list(connection.execute(sa.select(DOCUMENTS.c.id)).scalars())
        for document_id in left:  # each in a transaction of its own, so that nobody who saves has to wait
            with self._writing() as connection:
                connection.execute(sa.select(DOCUMENTS.c.id).where(DOCUMENTS.c.id == document_id).with_for_update())
                keeping.thin(connection, document_id)
        with told(self.where):
            self._forget(gone, True)
        return len(gone)

    def count(self) -> int:
        """How many timelines of all owners are kept."""
        with self._reading() as connection:
            return int(connection.execute(sa.select(sa.func.count()).select_from(DOCUMENTS)).scalar_one())

    def ready(self) -> None:
        """Says nothing if the store answers (for the health endpoint). Raises: StoreFailed."""
        with self._reading() as connection:
            connection.execute(sa.select(DOCUMENTS.c.id).limit(1))

    def close(self) -> None:
        """Lets go of all connections."""
        self._engine.dispose()


def _checked(document: Document, owner: str, now: dt.datetime) -> None:
    demand(document, Document, "the store", "Give a timeline.store.document.Document.")
    demand(owner, str, "the store", 'Give the owner as a word, such as "local".')
    if not 0 < len(owner) <= 255 or keeping.storable(owner) != owner:
        raise WrongKind(f"an owner cannot be called {owner[:40]!r}. Take 1 to 255 characters, without NUL.")
    _timely(now)


def _timely(*times: dt.datetime | None) -> None:
    for time in times:
        if time is not None and time.tzinfo is None:
            raise WrongKind(f"the store was given {time}, a time without its zone. Give one with a zone, such as datetime.now(UTC).")
