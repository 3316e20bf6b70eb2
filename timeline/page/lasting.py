"""Whether what is saved on this server lasts: the disk of a container or of Community Cloud begins anew with each start."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from timeline.page import kept
from timeline.page.access import access

# File systems that live in memory, or in the layer of a container that is thrown away with it.
_FLEETING = ("overlay", "aufs", "tmpfs", "ramfs", "rootfs")
_COMMUNITY_CLOUD = "/mount/src/"  # where it puts the page

FLEETING = "This server has no disk that lasts: when it starts anew, what is saved and shared here is gone. Save what you need to a file."
REMEDY = "Keep timelines on a volume, or in PostgreSQL by TIMELINE_DATABASE_URL; docs/hosting.md says how."


def fleeting() -> str:
    """What visitors are told where timelines do not last, empty where they do; whoever works at their own machine knows it themselves."""
    if access().rule in ("machine", "open"):
        return ""
    return FLEETING if _does_not_last(kept.store().where) else ""


@cache
def _does_not_last(where: str) -> bool:
    place = Path(where)
    if not place.is_absolute():
        return False  # a server of PostgreSQL, which has a disk of its own
    if str(Path(__file__)).startswith(_COMMUNITY_CLOUD):
        return True
    mounts = Path("/proc/self/mountinfo")
    return mounts.exists() and kind_of_disk(place.resolve(), mounts.read_text(errors="replace")) in _FLEETING


def kind_of_disk(place: Path, mounts: str) -> str:
    """The kind of the file system that a place lies on, as Linux lists it in /proc/self/mountinfo; empty where none holds it."""
    found = ("", "")
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split()
        if len(fields) < 5 or not after:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[4])
        # Of two at one point the later one covers the earlier one.
        if place.is_relative_to(point) and len(point) >= len(found[0]):
            found = (point, after.split()[0])
    return found[1]
