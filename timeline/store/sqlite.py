"""SQLite: a file that loses nothing that was acknowledged, needs no set-up, and forgets what is deleted."""

import contextlib
import datetime as dt
import os
import sqlite3
import time
from pathlib import Path

import sqlalchemy as sa

from timeline.store import schema

# Seconds for which one waits for another writer; each holds the file for milliseconds.
PATIENCE = 10
# Up to this size a deletion rewrites the file at once; beyond it, zeroes are written over what was deleted, and `purge` rewrites it.
_SMALL = 64_000_000


def opened(path: Path, *, now: dt.datetime) -> sa.Engine:
    """An engine for the file, which is made or brought up to date where it must be, after a copy.

    Raises: StoreFailed, and what `trouble.told` tells.
    """
    if path.exists() and path.stat().st_size:
        # Looked at before anything is opened for writing, so that the file of a newer program stays as it is.
        with contextlib.closing(_connection(path, "ro")) as looking, _engine_of(looking).connect() as connection:
            known = schema.version(connection, str(path))
    else:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        known = 0
    engine = _pooled(path)
    if known < len(schema.STEPS):
        _advance(engine, path, now)
    _write_ahead(engine)
    return engine


def _connection(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """A connection that never makes a file: one that was moved away under a running program is missed, not begun anew."""
    return sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)


def _engine_of(connection: sqlite3.Connection) -> sa.Engine:
    return sa.create_engine("sqlite://", creator=lambda: connection, poolclass=sa.StaticPool, hide_parameters=True)


def _pooled(path: Path) -> sa.Engine:
    engine = sa.create_engine(
        "sqlite://", creator=lambda: _connection(path), poolclass=sa.QueuePool, pool_timeout=PATIENCE, max_overflow=20, hide_parameters=True
    )

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, record: sa.PoolProxiedConnection) -> None:
        for pragma in (
            "foreign_keys=ON",
            "synchronous=FULL",  # a commit has reached the disk when it returns, also in write-ahead mode
            "fullfsync=ON",  # the same on macOS, which else only tells the disk
            "secure_delete=ON",
            "trusted_schema=OFF",
            "cell_size_check=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")
        record.info["file"] = _identity(path)

    @sa.event.listens_for(engine, "checkout")
    def _same_file(connection: sqlite3.Connection, record: sa.PoolProxiedConnection, proxy: object) -> None:
        # After a copy was restored in its place, an old connection would go on writing into the file that is gone.
        if record.info["file"] != _identity(path):
            raise sa.exc.DisconnectionError("the file was replaced")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        # A writer takes its turn at the start: one that reads first and writes later could find that it read something old.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")

    return engine


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _advance(engine: sa.Engine, path: Path, now: dt.datetime) -> None:
    """Applies the missing steps, once, whichever of several programs comes first; the others wait at the beginning."""
    with engine.execution_options(writes=True).begin() as connection:
        known = schema.version(connection, str(path))
        if 0 < known < len(schema.STEPS):
            _copy(path, path.with_name(f"{path.name}.before-{len(schema.STEPS)}"))
        schema.advance(connection, known, now=now)


def _copy(path: Path, copy: Path) -> None:
    """A whole copy of the file, on the disk under its name only when it is complete."""
    unfinished = copy.with_name(f"{copy.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    os.close(os.open(unfinished, os.O_CREAT | os.O_RDWR, 0o600))
    with contextlib.closing(_connection(path, "ro")) as old, contextlib.closing(_connection(unfinished)) as new:
        old.backup(new)
    with unfinished.open("rb+") as file:
        os.fsync(file.fileno())
    unfinished.replace(copy)


def copies(path: Path) -> list[Path]:
    """The copies that were made before the schema changed."""
    return sorted(found for found in path.parent.glob(f"{path.name}.before-*") if found.suffix.removeprefix(".before-").isdecimal())


def _write_ahead(engine: sa.Engine) -> None:
    """Write-ahead mode, which the file remembers. While somebody else turns it on, SQLite refuses at once instead of waiting."""
    attempts = int(PATIENCE * 10)
    for attempt in range(attempts):
        with contextlib.closing(engine.raw_connection()) as connection:
            try:
                connection.cursor().execute("PRAGMA journal_mode=WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorname != "SQLITE_BUSY" or attempt == attempts - 1:
                    raise
        time.sleep(0.1)


def forget(engine: sa.Engine, path: Path, gone: list[str], *, thorough: bool = False) -> None:
    """Removes the traces that deleted documents left in the file, in its write-ahead log and in the copies before a new schema.

    What somebody else is just reading stays in the log until the next time; the rows are gone in any case.
    """
    for copy in copies(path) if gone else ():
        try:
            with contextlib.closing(_connection(copy)) as connection:
                connection.execute("PRAGMA foreign_keys=ON")
                connection.executemany("DELETE FROM documents WHERE id = ?", [(one,) for one in gone])
                connection.execute("VACUUM")
        except sqlite3.Error:
            copy.unlink(missing_ok=True)
    with contextlib.closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout=1000")  # readers take milliseconds; who waits here is a visitor
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.fetchall()
        if thorough or path.stat().st_size <= _SMALL:
            # Needs room for a second copy and a moment without readers; without them the zeroes must do.
            with contextlib.suppress(sqlite3.OperationalError):
                cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.fetchall()
        cursor.execute(f"PRAGMA busy_timeout={int(PATIENCE * 1000)}")
