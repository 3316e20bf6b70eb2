"""Archives: the folders that whoever runs the page lets visitors ask, by name; no path ever comes from a visitor."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import streamlit as st

from timeline.corpus.archive import MANIFEST, MERGED, manifest_of
from timeline.errors import TimelineError, UnreadableSource
from timeline.page import limits
from timeline.page.access import access, visitor
from timeline.table.choosing import Filter

if TYPE_CHECKING:
    from timeline.corpus.querying import Answer

VARIABLE = "TIMELINE_CORPUS"  # for plain `streamlit run`: folders, parted as PATH is
NAMES = 2_000  # of the most told actors or places, to choose from; others can be typed
_ANSWER = "archive-answer"  # in the session: what was asked last, and the answer

T = TypeVar("T")
Stamp = tuple[int, int]  # when an archive was last written
_folders: tuple[str, ...] | None = None


def use(folders: Sequence[str] | None) -> None:
    """Sets the archives of this process, before the server starts; None is back to what the environment says."""
    global _folders
    _folders = None if folders is None else tuple(folders)


def archives() -> dict[str, Path]:
    """The archives of this process by the names that visitors see: the folder's own, longer where two have the same."""
    folders = os.environ.get(VARIABLE, "").split(os.pathsep) if _folders is None else _folders
    found: dict[str, Path] = {}
    for path in dict.fromkeys(Path(folder).absolute() for folder in folders if folder.strip()):
        parts = [part for part in path.parts if part != path.anchor] or [str(path)]
        names = ("/".join(parts[-length:]) for length in range(1, len(parts) + 1))
        found[next(name for name in names if name not in found)] = path
    return found


def offered() -> dict[str, Path]:
    """The archives that this visitor may ask: who may read articles here may, but an edit link to one timeline opens no archive."""
    found = archives()
    return found if found and visitor(guest=False).may_read else {}


def faults_of(folders: Sequence[str]) -> list[str]:
    """What is wrong with folders that are to be archives, before anybody asks them."""
    faults = []
    for folder in folders:
        try:
            manifest_of(Path(folder))
        except UnreadableSource as fault:
            faults.append(f"--corpus: {fault}")
    return faults


def standing(name: str, folder: Path) -> tuple[Stamp, list[str]]:
    """When an archive was last written, and what is to be known before it is believed, in sentences.

    Raises: UnreadableSource where it is gone, or no archive.
    """
    try:
        if not folder.is_dir():
            raise UnreadableSource(
                f"the archive “{name}” is not there any more. Whoever runs this page has to bring its folder back, or name another."
            )
        told = _manifest(folder, (folder / MANIFEST).stat().st_mtime_ns) if (folder / MANIFEST).is_file() else manifest_of(folder)
        merged = folder / MERGED
        stamp = ((folder / MANIFEST).stat().st_mtime_ns, merged.stat().st_mtime_ns if merged.is_dir() else 0)
    except UnreadableSource as fault:
        raise _shown(fault, name, folder) from fault
    except OSError as fault:
        raise _unread(name) from fault
    notes = []
    if not told.get("finished"):
        notes.append("This archive is not read to its end: what is missing is not in the answer. Read it again, and what is there stays.")
    if not stamp[1]:
        notes.append(
            "This archive is not merged yet: each answer is merged when it is asked for, which works for few events at a time. "
            f"To merge all of it, say: python -m timeline corpus merge {_where(name, folder)}"
        )
    return stamp, notes


def names(name: str, folder: Path, what: str, stamp: Stamp) -> Mapping[str, int]:
    """The actors, places, kinds or statuses of an archive, those of most events first, each with how many it has.

    Raises: UnreadableSource.
    """
    return _guarded(name, folder, lambda: _names(folder, what, stamp))


def answer(name: str, folder: Path, wanted: Filter, most: int, stamp: Stamp) -> Answer:
    """The most told events that fit; the same answer as before where nothing has changed, so that a click asks nothing again.

    Raises: UnreadableSource, BadFilter for a name that the archive has not, TooMany.
    """
    asked = (folder, stamp, wanted, most)
    kept: tuple[object, Answer] | None = st.session_state.get(_ANSWER)
    if kept is None or kept[0] != asked:
        with limits.asking(visitor().client):
            kept = st.session_state[_ANSWER] = (asked, _guarded(name, folder, lambda: _asked(folder, wanted, most, stamp)))
    return kept[1]


def _asked(folder: Path, wanted: Filter, most: int, stamp: Stamp) -> Answer:
    from timeline.corpus.querying import known_names, query

    for what in ("actors", "places"):
        if not _names(folder, what, stamp).keys() >= set(getattr(wanted, what)):
            wanted = known_names(folder, wanted)
            break
    return query(folder, wanted, most)


@lru_cache(maxsize=64)
def _names(folder: Path, what: str, stamp: Stamp) -> Mapping[str, int]:
    from timeline.corpus.querying import names_in

    return names_in(folder, what, NAMES)


@lru_cache(maxsize=64)
def _manifest(folder: Path, written: int) -> dict[str, object]:
    return manifest_of(folder)


def _guarded(name: str, folder: Path, ask: Callable[[], T]) -> T:
    """What is asked for. Raises: UnreadableSource, in words for a visitor, whatever it is that cannot be read."""
    import duckdb
    import pyarrow as pa

    try:
        return ask()
    except UnreadableSource as fault:
        raise _shown(fault, name, folder) from fault
    except TimelineError:
        raise
    except (OSError, ValueError, KeyError, duckdb.Error, pa.ArrowException) as fault:
        raise _unread(name) from fault


def _shown(fault: UnreadableSource, name: str, folder: Path) -> UnreadableSource:
    """The same sentence without the path, which is no visitor's business, unless the visitor sits at this machine."""
    where = _where(name, folder)
    words = str(fault)
    return UnreadableSource(words if where == str(folder) else words.replace(repr(str(folder)), f"“{name}”").replace(str(folder), where))


def _where(name: str, folder: Path) -> str:
    return str(folder) if access().rule == "machine" else name


def _unread(name: str) -> UnreadableSource:
    return UnreadableSource(
        f"the archive “{name}” cannot be read: a file of it is broken, or just being written. "
        "Try again in a moment; if it stays so, whoever runs this page has to merge it again."
    )
