"""The tables of the store as its newest schema has them; `timeline.store.schema` makes them."""

import datetime as dt
from typing import Any

import sqlalchemy as sa

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_TICK = dt.timedelta(microseconds=1)


class Moment(sa.types.TypeDecorator[dt.datetime]):
    """A time with its zone, kept as microseconds since 1970 in UTC: equal, ordered and exact on every database."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: sa.Dialect) -> int | None:
        return None if value is None else (value - _EPOCH) // _TICK

    def process_result_value(self, value: Any | None, dialect: sa.Dialect) -> dt.datetime | None:
        return None if value is None else _EPOCH + int(value) * _TICK


class Text(sa.types.TypeDecorator[str]):
    """A text as its bytes: databases refuse characters that Python can hold (NUL, lone surrogates)."""

    impl = sa.LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> bytes | None:
        return None if value is None else value.encode("utf-8", "surrogatepass")

    def process_result_value(self, value: Any | None, dialect: sa.Dialect) -> str | None:
        return None if value is None else bytes(value).decode("utf-8", "surrogatepass")


METADATA = sa.MetaData()

# One row: which schema the tables have. A program that does not know it leaves them alone.
STORE = sa.Table("timeline_store", METADATA, sa.Column("schema_version", sa.Integer), sa.Column("upgraded", Moment))

DOCUMENTS = sa.Table(
    "documents",
    METADATA,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("owner", sa.String(255)),
    sa.Column("title", sa.Text),
    sa.Column("revision", sa.Integer),
    sa.Column("created", Moment),
    sa.Column("saved", Moment),
    sa.Column("size", sa.BigInteger),
)

REVISIONS = sa.Table(
    "revisions",
    METADATA,
    sa.Column("document_id", sa.ForeignKey("documents.id"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("saved", Moment),
    sa.Column("saved_by", sa.String(32)),
    sa.Column("title", sa.Text),
    sa.Column("schema_version", sa.Integer),
    sa.Column("size", sa.BigInteger),
    sa.Column("body", sa.Text),
)

# A text is kept once in a document, however many of its revisions have it.
TEXTS = sa.Table(
    "texts",
    METADATA,
    sa.Column("document_id", sa.ForeignKey("documents.id"), primary_key=True),
    sa.Column("sha256", sa.String(64), primary_key=True),
    sa.Column("size", sa.BigInteger),
    sa.Column("text", Text),
)

# Which revision has which text, as a "source" or as its "table".
HOLDINGS = sa.Table(
    "holdings",
    METADATA,
    sa.Column("document_id", sa.String(32), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("sha256", sa.String(64), primary_key=True),
    sa.Column("what", sa.String(8), primary_key=True),
)

SHARES = sa.Table(
    "shares",
    METADATA,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("document_id", sa.ForeignKey("documents.id")),
    sa.Column("token_sha256", sa.String(64)),
    sa.Column("rights", sa.String(8)),
    sa.Column("revision", sa.Integer),
    sa.Column("full_text", sa.Integer),
    sa.Column("created", Moment),
    sa.Column("expires", Moment),
    sa.Column("opened", sa.Integer),
)

# In the order in which they can be filled.
ALL = (DOCUMENTS, REVISIONS, TEXTS, HOLDINGS, SHARES)
