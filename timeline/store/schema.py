"""The numbered steps that made the tables what they are. A step that was released is never changed; a new one is put below it."""

import datetime as dt

import sqlalchemy as sa

from timeline.errors import NewerStore, StoreFailed
from timeline.store.tables import ALL, STORE

# What differs between databases stands in braces. Every schema keeps documents(id), with cascades from it: `sqlite.forget` trusts in that.
STEPS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE timeline_store (schema_version INTEGER NOT NULL, upgraded BIGINT NOT NULL)",
        """CREATE TABLE documents (
            id VARCHAR(32) PRIMARY KEY, owner VARCHAR(255) NOT NULL, title TEXT NOT NULL, revision INTEGER NOT NULL,
            created BIGINT NOT NULL, saved BIGINT NOT NULL, size BIGINT NOT NULL)""",
        "CREATE INDEX documents_of_an_owner ON documents (owner, saved)",
        """CREATE TABLE revisions (
            document_id VARCHAR(32) NOT NULL REFERENCES documents (id) ON DELETE CASCADE, number INTEGER NOT NULL,
            saved BIGINT NOT NULL, saved_by VARCHAR(32) NOT NULL, title TEXT NOT NULL, schema_version INTEGER NOT NULL,
            size BIGINT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (document_id, number))""",
        """CREATE TABLE texts (
            document_id VARCHAR(32) NOT NULL REFERENCES documents (id) ON DELETE CASCADE, sha256 VARCHAR(64) NOT NULL,
            size BIGINT NOT NULL, text {bytes} NOT NULL, PRIMARY KEY (document_id, sha256))""",
        """CREATE TABLE holdings (
            document_id VARCHAR(32) NOT NULL, number INTEGER NOT NULL, sha256 VARCHAR(64) NOT NULL, what VARCHAR(8) NOT NULL,
            PRIMARY KEY (document_id, number, sha256, what),
            FOREIGN KEY (document_id, number) REFERENCES revisions (document_id, number) ON DELETE CASCADE)""",
        """CREATE TABLE shares (
            id VARCHAR(32) PRIMARY KEY, document_id VARCHAR(32) NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            token_sha256 VARCHAR(64) NOT NULL UNIQUE, rights VARCHAR(8) NOT NULL, revision INTEGER, full_text INTEGER NOT NULL,
            created BIGINT NOT NULL, expires BIGINT, opened INTEGER NOT NULL)""",
        "CREATE INDEX shares_of_a_document ON shares (document_id)",
    ),
)

_BYTES = {"sqlite": "BLOB", "postgresql": "BYTEA"}


def version(connection: sa.Connection, where: str) -> int:
    """The schema that the tables have, 0 where there are none yet. Raises: NewerStore, StoreFailed for tables of another program."""
    inspector = sa.inspect(connection)
    if not inspector.has_table(STORE.name):
        others = [table.name for table in ALL if inspector.has_table(table.name)]
        if others or (connection.dialect.name == "sqlite" and inspector.get_table_names()):
            raise StoreFailed(f"{where} holds tables of another program. Give TIMELINE_DATABASE_URL a database of its own.")
        return 0
    found = connection.execute(sa.select(STORE.c.schema_version)).scalar()
    if not isinstance(found, int):
        raise StoreFailed(f"{where} does not say which schema it has. Restore it from a copy.")
    if found > len(STEPS):
        raise NewerStore(
            f"{where} was written by a newer version of this program: its schema is {found}, this version knows {len(STEPS)}. "
            "Nothing was touched. Install the newer version again."
        )
    return found


def advance(connection: sa.Connection, since: int, *, now: dt.datetime) -> None:
    """Applies all steps after the schema `since`, in the transaction of the connection, so that all of them are taken or none."""
    for step in STEPS[since:]:
        for statement in step:
            connection.exec_driver_sql(statement.format(bytes=_BYTES[connection.dialect.name]))
    connection.execute(sa.delete(STORE))
    connection.execute(sa.insert(STORE).values(schema_version=len(STEPS), upgraded=now))
