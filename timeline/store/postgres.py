"""PostgreSQL: the same tables on a server that several programs share."""

import datetime as dt

import sqlalchemy as sa

from timeline.errors import NotPossible, StoreFailed
from timeline.store import schema
from timeline.store.tables import ALL

# Seconds for which one waits for a connection or for another writer.
PATIENCE = 10
# Any number of our own: whoever holds the lock of this name changes the schema.
_LOCK = 7_046_029_254


def opened(address: sa.URL, *, now: dt.datetime) -> sa.Engine:
    """An engine for the database, whose tables are made or brought up to date where they must be.

    Raises: StoreFailed, NotPossible, and what `trouble.told` tells.
    """
    if "+" not in address.drivername:
        address = address.set(drivername="postgresql+pg8000")
    try:
        engine = sa.create_engine(
            address,
            pool_pre_ping=True,  # a server that was started anew is met with a new connection, not with an error
            pool_timeout=PATIENCE,
            max_overflow=20,
            hide_parameters=True,
            connect_args={"timeout": 3 * PATIENCE} if address.drivername.endswith("pg8000") else {},
        )
    except (ModuleNotFoundError, sa.exc.NoSuchModuleError) as error:
        raise NotPossible(
            f"the driver for {address.drivername} is not installed. Say: pip install 'event-timeline[postgres]', "
            "and begin TIMELINE_DATABASE_URL with postgresql://"
        ) from error

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: sa.engine.interfaces.DBAPIConnection, record: object) -> None:
        cursor = connection.cursor()
        # A commit has reached the disk when it returns, whatever the server's settings say.
        cursor.execute("SET synchronous_commit = on")
        cursor.execute(f"SET lock_timeout = '{PATIENCE}s'")
        cursor.execute(f"SET statement_timeout = '{2 * PATIENCE}s'")
        cursor.close()
        connection.commit()

    try:
        engine.connect().close()
    except AttributeError as error:  # how pg8000 says it
        raise StoreFailed(f"the server asks for a password, and {shown(address)} has none. Put it into TIMELINE_DATABASE_URL.") from error
    with engine.begin() as connection:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        known = schema.version(connection, shown(address))
        if known < len(schema.STEPS):
            schema.advance(connection, known, now=now)
    return engine


def shown(address: sa.URL) -> str:
    """The address for people: without password, and without what else its query may hold."""
    return address.set(query={}).render_as_string(hide_password=True)


def forget(engine: sa.Engine) -> None:
    """Lets the server use the room of deleted rows again; what the disk still holds of them is overwritten as it does."""
    names = ", ".join(table.name for table in ALL)
    connection = engine.raw_connection()
    try:
        connection.rollback()
        connection.driver_connection.autocommit = True  # type: ignore[union-attr]
        cursor = connection.cursor()
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(f"VACUUM {names}")
    finally:
        connection.invalidate()  # it is not as the others any more
