"""What a disk or a server says when it cannot, in sentences for those who use the page. None holds a parameter, text or password."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc

from timeline.errors import StoreFailed

_WHOLE = "What was saved before is whole."

# By the beginning of SQLite's name for it.
_OF_SQLITE = {
    "SQLITE_FULL": "the disk is full. {whole} Make room, then save again.",
    "SQLITE_READONLY": "it may not be written. {whole} Allow this user to write the file and its folder.",
    "SQLITE_PERM": "it may not be opened. Allow this user to read and write the file and its folder.",
    "SQLITE_CANTOPEN": "it cannot be opened. See that its folder is there and that this user may read and write the file and its folder.",
    "SQLITE_BUSY": "another program has been holding it for too long. {whole} Close that program, or try again in a moment.",
    "SQLITE_LOCKED": "another program has been holding it for too long. {whole} Close that program, or try again in a moment.",
    "SQLITE_CORRUPT": "the file is damaged. Nothing was changed. Restore it from a copy (docs/saving.md).",
    "SQLITE_NOTADB": "it is no database, or it is damaged. Nothing was changed. Move it away, or restore it from a copy (docs/saving.md).",
    "SQLITE_TOOBIG": "a text is larger than a database can hold. {whole} Divide it.",
    "SQLITE_IOERR": "the disk does not take or give what was asked; it may be full. {whole} Look after the disk, then save again.",
}

# By the beginning of the code of the SQL standard.
_OF_POSTGRES = {
    "28": "the server refuses this user or password. Correct TIMELINE_DATABASE_URL.",
    "3D": "the server has no such database. Make it (createdb), or correct TIMELINE_DATABASE_URL.",
    "42501": "this user may not do that there. Let the user own the database.",
    "53100": "the disk of the server is full. {whole} Make room, then save again.",
    "53": "the server has no room for more connections. {whole} Try again in a moment.",
    "25006": "the server may only be read now. {whole} Try again when it takes changes.",
    "55P03": "another program has been holding it for too long. {whole} Try again in a moment.",
    "57014": "the server took too long. {whole} Try again in a moment.",
    "57P": "the server is shutting down or starting. {whole} Try again in a moment.",
    "XX": "the server found its data damaged. Restore them from a copy (docs/saving.md).",
}

_GONE = "the server does not answer. {whole} See that it runs and can be reached, then try again: saving the same twice does no harm."
# pg8000 may lose the reason while it hangs up, since the server has hung up before it.
_CLOSED = (
    "the server closed the connection: it may be stopping, or it refuses this user, password or database. "
    "{whole} Try again, then look at TIMELINE_DATABASE_URL and at the server's log."
)
_CROWDED = "too many visitors save at once. {whole} Try again in a moment."
_ELSE = "the database refuses it ({kind}). {whole} Try again; if it stays so, restore a copy (docs/saving.md)."


@contextmanager
def told(where: str) -> Iterator[None]:
    """Lets what fails inside be a StoreFailed with what is wrong and what to do."""
    try:
        yield
    except exc.TimeoutError as error:
        raise StoreFailed(_said(where, _CROWDED)) from error
    except exc.DBAPIError as error:
        raise StoreFailed(_said(where, _reason(error.orig, error.connection_invalidated))) from error
    except (sqlite3.Error, OSError) as error:
        raise StoreFailed(_said(where, _reason(error, False))) from error


def _said(where: str, reason: str) -> str:
    return f"timelines cannot be kept in {where}: {reason.replace('{whole}', _WHOLE)}"


def _reason(error: BaseException | None, gone: bool) -> str:
    if isinstance(error, sqlite3.Error):
        name = getattr(error, "sqlite_errorname", None) or ""
        return next((said for start, said in _OF_SQLITE.items() if name.startswith(start)), _ELSE.replace("{kind}", name or "SQLite"))
    if isinstance(error, OSError):
        return f"{error.strerror or type(error).__name__}. {{whole}} See that the folder may be written and the disk has room."
    code = _code(error)
    for start, said in _OF_POSTGRES.items():
        if code.startswith(start):
            return said
    if error is not None and error.args == ("network error",):
        return _CLOSED
    if gone or not code:
        return _GONE
    return _ELSE.replace("{kind}", code)


def _code(error: BaseException | None) -> str:
    """The code in what pg8000 raises: the fields of the server's message, "C" among them."""
    fields = error.args[0] if error is not None and error.args else None
    return str(fields.get("C", "")) if isinstance(fields, dict) else ""
