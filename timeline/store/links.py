"""The rows of links: tokens of 192 bits, of which only the SHA-256 is kept."""

import datetime as dt
import hashlib
import secrets
from typing import Any

import sqlalchemy as sa

from timeline.errors import BadShare, NotKept
from timeline.store import keeping
from timeline.store.document import Link, Opened
from timeline.store.keeping import Row
from timeline.store.tables import DOCUMENTS, SHARES

RIGHTS = ("view", "edit")
_BYTES = 24
# Links that have expired are shown to their owner for this long, so that they can be extended.
EXPIRED_FOR = dt.timedelta(days=30)


def make(
    connection: sa.Connection,
    line: Row,
    *,
    rights: str,
    live: bool,
    full_text: bool,
    revision: int | None,
    expires: dt.datetime | None,
    now: dt.datetime,
) -> str:
    """The token of a new link. Raises: BadShare, NotKept."""
    if rights not in RIGHTS:
        raise BadShare(f"a link can give no right {rights!r}. It can give: {', '.join(RIGHTS)}.")
    _in_future(expires, now)
    if revision is not None and (live or rights == "edit"):
        raise BadShare(
            f"a link that is live shows what was saved last, not revision {revision}. "
            "Leave the revision out, or make a view link that is not live."
        )
    if rights == "edit":
        live = full_text = True
    shown = None if live else keeping.load(connection, line, revision, full_text=False).revision.number
    token = secrets.token_urlsafe(_BYTES)
    values = {
        "id": secrets.token_hex(16),
        "document_id": line["id"],
        "token_sha256": _hash(token),
        "rights": rights,
        "revision": shown,
        "full_text": int(full_text),
        "created": now,
        "expires": expires,
        "opened": 0,
    }
    connection.execute(sa.insert(SHARES).values(values))
    return token


def of_document(connection: sa.Connection, line: Row) -> list[Link]:
    """The links of a document, the newest first."""
    rows = connection.execute(sa.select(SHARES).where(SHARES.c.document_id == line["id"]).order_by(SHARES.c.created.desc(), SHARES.c.id))
    return [_link(row) for row in rows.mappings()]


def found(connection: sa.Connection, token: str, *, now: dt.datetime) -> Row | None:
    """The row of the link with this token if it may be opened now. One question, whatever the token is."""
    valid = sa.or_(SHARES.c.expires.is_(None), SHARES.c.expires > now)
    row = connection.execute(sa.select(SHARES).where(SHARES.c.token_sha256 == _hash(token), valid)).mappings().one_or_none()
    return dict(row) if row else None


def opened(connection: sa.Connection, share: Row) -> Opened | None:
    """What a link leads to."""
    try:
        line = keeping.line_of(connection, share["document_id"], owner=None)
        kept = keeping.load(connection, line, share["revision"], full_text=bool(share["full_text"]))
    except NotKept:
        return None
    return Opened(
        document_id=kept.id,
        share_id=share["id"],
        rights=share["rights"],
        full_text=bool(share["full_text"]),
        live=share["revision"] is None,
        expires=share["expires"],
        revision=kept.revision,
        latest=kept.latest if share["revision"] is None else kept.revision.number,
        document=kept.document,
    )


def count(connection: sa.Connection, share_id: str) -> None:
    """One more opening; who opened it is noted nowhere."""
    connection.execute(sa.update(SHARES).where(SHARES.c.id == share_id).values(opened=SHARES.c.opened + 1))


def extend(connection: sa.Connection, share_id: str, *, owner: str, expires: dt.datetime | None, now: dt.datetime) -> Link:
    """The link with its new end. Raises: NotKept, BadShare."""
    _in_future(expires, now)
    _own(connection, share_id, owner)
    connection.execute(sa.update(SHARES).where(SHARES.c.id == share_id).values(expires=expires))
    return _link(connection.execute(sa.select(SHARES).where(SHARES.c.id == share_id)).mappings().one())


def revoke(connection: sa.Connection, share_id: str, *, owner: str) -> None:
    """Deletes the link. Raises: NotKept."""
    _own(connection, share_id, owner)
    connection.execute(sa.delete(SHARES).where(SHARES.c.id == share_id))


def remove_expired(connection: sa.Connection, *, now: dt.datetime) -> None:
    """Deletes the links that expired a month ago."""
    connection.execute(sa.delete(SHARES).where(SHARES.c.expires < now - EXPIRED_FOR))


def _own(connection: sa.Connection, share_id: str, owner: str) -> None:
    asked = sa.select(SHARES.c.id).join(DOCUMENTS).where(SHARES.c.id == keeping.storable(share_id), DOCUMENTS.c.owner == owner)
    if connection.execute(asked).one_or_none() is None:
        raise NotKept("there is no such link here. It may have been revoked; the list of links shows those that are left.")


def _in_future(expires: dt.datetime | None, now: dt.datetime) -> None:
    if expires is not None and expires <= now:
        raise BadShare(f"a link cannot end at {expires:%Y-%m-%d %H:%M}, which is past. Choose a later time, or none.")


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _link(row: sa.RowMapping | dict[str, Any]) -> Link:
    names = ("id", "document_id", "rights", "revision", "created", "expires", "opened")
    return Link(**{name: row[name] for name in names}, full_text=bool(row["full_text"]))
