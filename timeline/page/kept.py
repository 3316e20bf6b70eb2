"""The one store of this process, opened when it is first asked for."""

from __future__ import annotations

import datetime as dt
import os
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.store.limits import Limits
    from timeline.store.store import Store

_lock = threading.Lock()
_store: Store | None = None
_limits: Limits | None = None


def limit(limits: Limits | None) -> None:
    """Sets what one owner may keep, before the store is opened; None is no limit."""
    global _limits
    _limits = limits


def store() -> Store:
    """The store that TIMELINE_DATABASE_URL names, else a file on this machine.

    Raises: StoreFailed.
    """
    global _store
    with _lock:
        if _store is None:
            from timeline.store.limits import UNLIMITED
            from timeline.store.opening import open_store

            address = os.environ.get("TIMELINE_DATABASE_URL") or None
            _store = open_store(address, now=dt.datetime.now(dt.UTC), limits=_limits or UNLIMITED)
        return _store
