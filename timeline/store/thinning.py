"""Which revisions of a document are kept: a draft that saves itself every few seconds would fill any disk."""

import datetime as dt
from collections.abc import Collection, Iterable

RECENT = 50


def superfluous(revisions: Iterable[tuple[int, dt.datetime]], pinned: Collection[int]) -> list[int]:
    """The numbers that may go, ascending: all but the newest fifty, the last of each day (UTC) and those that links show."""
    ordered = sorted(revisions)
    last_of_day = {saved.astimezone(dt.UTC).date(): number for number, saved in ordered}
    kept = {number for number, _ in ordered[-RECENT:]} | set(last_of_day.values()) | set(pinned)
    return [number for number, _ in ordered if number not in kept]
