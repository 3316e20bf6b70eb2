"""Gathering: the articles in the files, folders and addresses that a command is given."""

from __future__ import annotations

import dataclasses
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import TimelineError, TooLarge, UnreadableSource

if TYPE_CHECKING:
    import datetime as dt

    from timeline.article import Article
    from timeline.intake.sealed import Sealed
    from timeline.intake.sources import Intake

WHAT = (
    "text, Markdown, a web page, a PDF, a Word document, a message, a feed, or a ZIP of these; a folder of them; "
    "an http or https address; - is standard input"
)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_MOST_FILES = 1_000


def gathered(
    names: Sequence[str], published: str | None, read_as: str | None, complain: Callable[[TimelineError | str], int]
) -> tuple[list[Article], int]:
    """The articles that can be read, and the exit code; each other one is complained of and loses nothing else."""
    from timeline.intake.publication import published_day
    from timeline.intake.sealed import Sealed

    day = published_day(published) if published is not None else None
    narrative = None if read_as is None else read_as == "history"
    articles: list[Article] = []
    code = 0
    faults: list[TimelineError] = []
    files = _told_apart(_files(names, faults))
    for fault in faults:
        code = complain(fault)
    with Sealed() as sealed:
        for name, short in files.items():
            try:
                found = _intake(name, short, day, sealed)
            except TimelineError as fault:
                code = complain(fault)
                continue
            for remark in found.remarks:
                said = complain(remark.message)
                code = said if remark.fault else code
            articles += [dataclasses.replace(article, narrative=narrative) for article in found.articles]
    return articles, code


def _intake(name: str, short: str, day: dt.date | None, sealed: Sealed) -> Intake:
    from timeline.intake.source import LARGEST_FILE, sources_from_file
    from timeline.intake.sources import sources_from, sources_from_address

    if name == "-":
        return sources_from(sys.stdin.buffer.read(LARGEST_FILE + 1), name="standard input", published=day, sealed=sealed)
    if _ADDRESS.match(name):
        return sources_from_address(name, published=day)
    return sources_from_file(Path(name), published=day, name=short, sealed=sealed)


def _files(names: Sequence[str], faults: list[TimelineError]) -> Iterator[str]:
    """Each name, a folder as the files in it and in its folders, but for hidden ones; a folder that gives none is among the faults."""
    for name in names:
        if name == "-" or _ADDRESS.match(name) or not os.path.isdir(name):
            yield name
            continue
        inside = [path for path in Path(name).rglob("*") if path.is_file()]
        inside = [path for path in inside if not any(part.startswith(".") for part in path.relative_to(name).parts)]
        # What describes an article is no article.
        inside = [path for path in inside if path.name != "article.toml"]
        if not inside:
            faults.append(UnreadableSource(f"cannot read {name!r}: it is a folder without files. Give the files, or another folder."))
        elif len(inside) > _MOST_FILES:
            many = f"it holds {len(inside):,} files, and {_MOST_FILES:,} is the most. Give fewer at a time."
            faults.append(TooLarge(f"cannot read {name!r}: {many}"))
        else:
            yield from sorted(map(str, inside))


def _told_apart(names: Iterator[str]) -> dict[str, str]:
    """Each file once, with the shortest end of its path that no other has; addresses and standard input as they are."""
    places = {name: name if name == "-" or _ADDRESS.match(name) else os.path.abspath(name) for name in names}
    first: dict[str, str] = {}
    for name, place in places.items():
        first.setdefault(place, name)
    paths = {name: Path(place).parts for place, name in first.items() if place != name or os.path.isabs(place)}
    ends = {name: [os.path.join(*parts[-n:]) for n in range(1, len(parts) + 1)] for name, parts in paths.items()}
    shared = Counter(end for each in ends.values() for end in each)
    return {name: next((end for end in ends.get(name, ()) if shared[end] == 1), name) for name in first.values()}
