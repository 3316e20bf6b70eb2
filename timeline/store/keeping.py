"""The rows of documents, revisions and texts: every function takes part in the transaction of the connection that it is given."""

import datetime as dt
import secrets
from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from timeline.errors import NotKept, OverQuota, StaleRevision
from timeline.store.document import SCHEMA_VERSION, Document, Kept, Revision, Summary, body_of, digest, document_from
from timeline.store.limits import Limits
from timeline.store.tables import DOCUMENTS, HOLDINGS, REVISIONS, SHARES, TEXTS
from timeline.store.thinning import RECENT, superfluous

Row = Mapping[str, Any]

_NEWS = (REVISIONS.c.number, REVISIONS.c.saved, REVISIONS.c.saved_by, REVISIONS.c.title, REVISIONS.c.size)


def begin(connection: sa.Connection, document: Document, *, owner: str, now: dt.datetime, limits: Limits) -> Kept:
    """A new document with its first revision."""
    there = connection.execute(sa.select(sa.func.count()).where(DOCUMENTS.c.owner == owner)).scalar_one()
    if limits.timelines is not None and there >= limits.timelines:
        raise OverQuota(
            f"you keep {there} timelines, and {limits.timelines} is what one may keep here. "
            "Delete one that is no longer needed, then save again."
        )
    document_id = secrets.token_hex(16)
    line = {"id": document_id, "owner": owner, "title": storable(document.title), "revision": 1, "created": now, "saved": now, "size": 0}
    connection.execute(sa.insert(DOCUMENTS).values(line))
    revision = _write(connection, line, document, body_of(document), number=1, by="", now=now, limits=limits)
    return Kept(document_id, revision, 1, document)


def add(connection: sa.Connection, line: Row, document: Document, *, expected: int, by: str, now: dt.datetime, limits: Limits) -> Revision:
    """The next revision of the document in `line`, which must be locked.

    A save whose answer was lost may be repeated: what is there already is the revision that was asked for.
    """
    body = body_of(document)
    if expected in (line["revision"], line["revision"] - 1):
        newest = connection.execute(_revision(line["id"], line["revision"])).mappings().one()
        if newest["body"] == body and (expected == line["revision"] or newest["saved_by"] == by):
            return _news(newest)
    if expected != line["revision"]:
        raise StaleRevision(
            f"this timeline was saved elsewhere in the meantime: revision {line['revision']}, of {line['saved']:%Y-%m-%d %H:%M} UTC, "
            f"stands where yours began with revision {expected}. Nothing was overwritten. Load it, or keep yours as a new timeline.",
            line["revision"],
        )
    return _write(connection, line, document, body, number=expected + 1, by=by, now=now, limits=limits)


def line_of(connection: sa.Connection, document_id: str, *, owner: str | None, lock: bool = False) -> Row:
    """The row of a document; `owner` None is whoever it is. Raises: NotKept."""
    asked = sa.select(DOCUMENTS).where(DOCUMENTS.c.id == storable(document_id))
    if owner is not None:
        asked = asked.where(DOCUMENTS.c.owner == owner)
    found = connection.execute(asked.with_for_update() if lock else asked).mappings().one_or_none()
    if found is None:
        raise NotKept(f"there is no timeline {document_id[:40]!r} here. It may have been deleted; your list shows those that are kept.")
    return dict(found)


def load(connection: sa.Connection, line: Row, number: int | None = None, *, full_text: bool = True) -> Kept:
    """One revision of the document in `line`, the newest unless a number is given; without `full_text` the sources have no text."""
    wanted = line["revision"] if number is None else number
    found = connection.execute(_revision(line["id"], wanted)).mappings().one_or_none()
    if found is None:
        kept = [one.number for one in history(connection, line)]
        shown = ", ".join(str(one) for one in kept[:5]) + (f" and {len(kept) - 5} older ones" if len(kept) > 5 else "")
        raise NotKept(f"there is no revision {wanted} of this timeline. Kept are {shown}.")
    held = sa.select(HOLDINGS.c.sha256).where(HOLDINGS.c.document_id == line["id"], HOLDINGS.c.number == wanted)
    if not full_text:
        held = held.where(HOLDINGS.c.what == "table")
    texts = connection.execute(sa.select(TEXTS.c.sha256, TEXTS.c.text).where(TEXTS.c.document_id == line["id"], TEXTS.c.sha256.in_(held)))
    known = {row.sha256: row.text for row in texts}
    return Kept(line["id"], _news(found), line["revision"], document_from(found["body"], known))


def history(connection: sa.Connection, line: Row) -> list[Revision]:
    """The revisions that are kept, the newest first."""
    rows = connection.execute(sa.select(*_NEWS).where(REVISIONS.c.document_id == line["id"]).order_by(REVISIONS.c.number.desc()))
    return [_news(row) for row in rows.mappings()]


def owned(connection: sa.Connection, owner: str) -> list[Summary]:
    """The documents of an owner, the one saved last first."""
    links = sa.select(sa.func.count()).where(SHARES.c.document_id == DOCUMENTS.c.id).scalar_subquery()
    rows = connection.execute(
        sa.select(DOCUMENTS, links.label("links")).where(DOCUMENTS.c.owner == owner).order_by(DOCUMENTS.c.saved.desc(), DOCUMENTS.c.id)
    )
    names = ("id", "title", "revision", "created", "saved", "size", "links")
    return [Summary(**{name: row[name] for name in names}) for row in rows.mappings()]


def remove(connection: sa.Connection, ids: Iterable[str]) -> None:
    """Deletes documents; revisions, texts, holdings and links go with them."""
    connection.execute(sa.delete(DOCUMENTS).where(DOCUMENTS.c.id.in_(list(ids))))


def thin(connection: sa.Connection, document_id: str) -> None:
    """Deletes the revisions that are superfluous, and the texts that no other one has."""
    rows = connection.execute(sa.select(REVISIONS.c.number, REVISIONS.c.saved).where(REVISIONS.c.document_id == document_id))
    gone = superfluous([(row.number, row.saved) for row in rows], _pinned(connection, document_id))
    for first in range(0, len(gone), 500):
        some = gone[first : first + 500]
        connection.execute(sa.delete(REVISIONS).where(REVISIONS.c.document_id == document_id, REVISIONS.c.number.in_(some)))
    _tidy(connection, document_id)


def storable(word: str) -> str:
    """A word as every database takes it in a column: one for one without NUL and lone surrogates."""
    return word.replace("\0", "�").encode("utf-8", "replace").decode("utf-8")


def _write(
    connection: sa.Connection, line: Row, document: Document, body: str, *, number: int, by: str, now: dt.datetime, limits: Limits
) -> Revision:
    document_id = line["id"]
    revision = Revision(number, now, by, storable(document.title), len(body))
    connection.execute(
        sa.insert(REVISIONS).values(
            document_id=document_id,
            number=number,
            saved=now,
            saved_by=by,
            title=revision.title,
            schema_version=SCHEMA_VERSION,
            size=revision.size,
            body=body,
        )
    )
    held = {(source.sha256, "source"): source.text for source in document.sources}
    if document.table:
        held[digest(document.table), "table"] = document.table
    _hold(connection, document_id, number, held)
    connection.execute(sa.update(DOCUMENTS).where(DOCUMENTS.c.id == document_id).values(revision=number, saved=now, title=revision.title))
    if number % RECENT == 0:
        thin(connection, document_id)
    else:
        _tidy(connection, document_id)
    total = connection.execute(
        sa.select(sa.func.coalesce(sa.func.sum(DOCUMENTS.c.size), 0)).where(DOCUMENTS.c.owner == line["owner"])
    ).scalar_one()
    if limits.size is not None and total > limits.size:
        raise OverQuota(
            f"with this your timelines would come to {_megabytes(int(total), up=True)} MB, and {_megabytes(limits.size)} MB is what one "
            "may keep here. Delete a timeline, or take out a source, then save again."
        )
    return revision


def _hold(connection: sa.Connection, document_id: str, number: int, held: Mapping[tuple[str, str], str]) -> None:
    """Notes which texts a revision has, and keeps those that are new."""
    if not held:
        return
    there = set(connection.execute(sa.select(TEXTS.c.sha256).where(TEXTS.c.document_id == document_id)).scalars())
    fresh = {sha256: text for (sha256, _), text in held.items() if sha256 not in there}
    lacking = [sha256 for sha256, text in fresh.items() if sha256 != digest(text)]
    if lacking:
        raise NotKept(
            f"the text of a source is missing (SHA-256 {lacking[0][:12]}…): it was held back where it was loaded. Add its text, then save."
        )
    if fresh:
        rows = [
            {"document_id": document_id, "sha256": sha256, "size": len(text.encode("utf-8", "surrogatepass")), "text": text}
            for sha256, text in fresh.items()
        ]
        connection.execute(sa.insert(TEXTS), rows)
    connection.execute(
        sa.insert(HOLDINGS), [{"document_id": document_id, "number": number, "sha256": sha256, "what": what} for sha256, what in held]
    )


def _tidy(connection: sa.Connection, document_id: str) -> None:
    """Lets go of finished tables but the newest and those that a link shows, then of texts that no revision has; counts what is left."""
    newest = sa.select(DOCUMENTS.c.revision).where(DOCUMENTS.c.id == document_id).scalar_subquery()
    shown = sa.select(SHARES.c.revision).where(SHARES.c.document_id == document_id, SHARES.c.revision.is_not(None))
    connection.execute(
        sa.delete(HOLDINGS).where(
            HOLDINGS.c.document_id == document_id, HOLDINGS.c.what == "table", HOLDINGS.c.number != newest, HOLDINGS.c.number.not_in(shown)
        )
    )
    held = sa.select(HOLDINGS.c.sha256).where(HOLDINGS.c.document_id == document_id)
    connection.execute(sa.delete(TEXTS).where(TEXTS.c.document_id == document_id, TEXTS.c.sha256.not_in(held)))
    bodies = sa.select(sa.func.coalesce(sa.func.sum(REVISIONS.c.size), 0)).where(REVISIONS.c.document_id == document_id)
    texts = sa.select(sa.func.coalesce(sa.func.sum(TEXTS.c.size), 0)).where(TEXTS.c.document_id == document_id)
    size = connection.execute(bodies).scalar_one() + connection.execute(texts).scalar_one()
    connection.execute(sa.update(DOCUMENTS).where(DOCUMENTS.c.id == document_id).values(size=int(size)))


def _pinned(connection: sa.Connection, document_id: str) -> set[int]:
    asked = sa.select(SHARES.c.revision).where(SHARES.c.document_id == document_id, SHARES.c.revision.is_not(None))
    return set(connection.execute(asked).scalars())


def _revision(document_id: str, number: int) -> sa.Select[Any]:
    return sa.select(REVISIONS).where(REVISIONS.c.document_id == document_id, REVISIONS.c.number == number)


def _news(row: Row | sa.RowMapping) -> Revision:
    return Revision(row["number"], row["saved"], row["saved_by"], row["title"], row["size"])


def _megabytes(size: int, *, up: bool = False) -> str:
    """Never rounded so that a sum over the limit looks like one within it."""
    tenths = -(-size // 100_000) if up else size // 100_000
    return f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)
