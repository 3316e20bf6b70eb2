"""The command `store`: where timelines are kept, a copy of them, and the tidying of each night."""

from __future__ import annotations

import argparse
import datetime as dt

EXAMPLES = (
    "python -m timeline store",
    "python -m timeline store copy sqlite:////backup/timelines-2026-03-01.sqlite",
    "python -m timeline store copy postgresql://timeline@db.example.org/timeline",
    "python -m timeline store purge --idle 365",
)


def add(parser: argparse.ArgumentParser) -> None:
    """Adds what `store` can be told."""
    parser.add_argument("--store", metavar="URL", help="where timelines are kept, if neither TIMELINE_DATABASE_URL nor the usual file")
    does = parser.add_subparsers(title="what to do", metavar="")
    copy = does.add_parser("copy", help="copy everything into a new file or an empty database")
    copy.add_argument("to", metavar="URL", help="sqlite:////folder/file or postgresql://user@host/name")
    purge = does.add_parser("purge", help="thin out old revisions, and remove links that expired a month ago")
    purge.add_argument("--idle", type=_days, metavar="DAYS", help="remove, too, timelines that were not saved for so long and have no link")


def run(given: argparse.Namespace) -> int:
    """Does what was asked and says so on standard output."""
    from timeline.store.limits import Limits
    from timeline.store.opening import open_store

    now = dt.datetime.now(dt.UTC)
    idle = getattr(given, "idle", None)
    store = open_store(given.store, now=now, limits=Limits(None, None, idle))
    try:
        if hasattr(given, "to"):
            other = open_store(given.to, now=now)
            print(f"copied {_timelines(store.copy_into(other))} from {store.where} to {other.where}")
            other.close()
        elif hasattr(given, "idle"):
            print(f"removed {_timelines(store.purge(now))} from {store.where}")
        else:
            print(f"{_timelines(store.count())} in {store.where}")
    finally:
        store.close()
    return 0


def _days(word: str) -> dt.timedelta:
    days = int(word)
    if days < 1:
        raise argparse.ArgumentTypeError(f"{word} is no number of days")
    return dt.timedelta(days=days)


def _timelines(number: int) -> str:
    return f"{number} timeline" if number == 1 else f"{number} timelines"
