"""open_store(): the store at an address, or where this system keeps a user's data."""

import datetime as dt
import os
from pathlib import Path

import sqlalchemy as sa

from timeline.errors import StoreFailed
from timeline.store import postgres, sqlite
from timeline.store.limits import UNLIMITED, Limits
from timeline.store.store import Store
from timeline.store.trouble import told

VARIABLE = "TIMELINE_DATABASE_URL"


def open_store(address: str | None = None, *, now: dt.datetime, limits: Limits = UNLIMITED) -> Store:
    """The store at an address, made or brought up to date where it must be.

    `address` is `sqlite:///path` or `postgresql://user@host/name`; None takes TIMELINE_DATABASE_URL, else a file where this system
    keeps a user's data. A store may be used by many threads at once: open one for the whole process.
    Raises: StoreFailed, NewerStore, NotPossible.
    """
    url = _url(address or os.environ.get(VARIABLE) or "")
    if url is None or url.get_backend_name() == "sqlite":
        path = Path(url.database or "").expanduser().absolute() if url else default_path()
        with told(str(path)):
            file = sqlite.opened(path, now=now)
        return Store(file, str(path), limits, lambda gone, thorough: sqlite.forget(file, path, gone, thorough=thorough))
    where = postgres.shown(url)
    with told(where):
        server = postgres.opened(url, now=now)
    return Store(server, where, limits, lambda gone, thorough: postgres.forget(server))


def default_path() -> Path:
    """The file where this system keeps what a user's programs keep, such as ~/.local/share/timeline/timelines.sqlite."""
    import platformdirs

    return platformdirs.user_data_path("timeline", appauthor=False) / "timelines.sqlite"


def _url(address: str) -> sa.URL | None:
    if not address:
        return None
    try:
        url = sa.make_url(address.replace("postgres://", "postgresql://", 1) if address.startswith("postgres://") else address)
    except (sa.exc.ArgumentError, ValueError):
        url = None
    # The address is not repeated: it may hold a password.
    if url is None or url.get_backend_name() not in ("sqlite", "postgresql"):
        raise StoreFailed(
            f"{VARIABLE} is no address that is understood. Give sqlite:////folder/timelines.sqlite or postgresql://user@host/name."
        )
    if url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:"):
        raise StoreFailed(f"{VARIABLE} names no file, so nothing would be kept. Give sqlite:////folder/timelines.sqlite.")
    return url
