"""Saving: where a command puts a timeline, in which format, whole or not at all."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli.listing import line
from timeline.cli.looks import demand_fit
from timeline.errors import NotPossible, UnreadableSource
from timeline.page.files import FORMATS, ending_of, lacking, made, remarks

if TYPE_CHECKING:
    import pandas as pd

    from timeline.drawing.style import Style

_ENDINGS = ", ".join("." + ending for ending in FORMATS)
STDOUT = Path("-")


def add_out(command: argparse.ArgumentParser) -> None:
    """Gives a command the options that say where to save and how."""
    command.add_argument(
        "-o",
        "--out",
        type=Path,
        metavar="OUT",
        help="where to save, as " + ", ".join(FORMATS) + "; - is standard output; without it, a table is shown",
    )
    command.add_argument("--as", dest="ending", choices=tuple(FORMATS), help="the format, where the name of OUT does not tell it")


def ending_asked(given: argparse.Namespace) -> str:
    """The format that is asked for; empty where nothing is saved.

    Raises: UnreadableSource, NotPossible, BadStyle where it cannot be had, or an option has no effect on it.
    """
    ending = "" if given.out is None else given.ending or ending_of(given.out.name)
    if given.out is None and given.ending:
        raise UnreadableSource(
            f"--as {given.ending} says in which format to save, and nothing is saved without --out. Say where, or - to print."
        )
    if given.out is not None and not ending:
        raise UnreadableSource(f"cannot save as {given.out.name!r}: its name must end in {_ENDINGS}, or --as must say the format.")
    if lack := lacking(ending):
        raise NotPossible(f"cannot save as {given.out.name!r}: {lack}")
    demand_fit(given, ending)
    return ending


def save(frame: pd.DataFrame, given: argparse.Namespace, ending: str, style: Style) -> None:
    """Saves or prints a timeline, and says on standard error what of it a picture cannot show."""
    from timeline.drawing.wording import count_words

    data = made(frame, ending, style, given.zoom or 1)
    if given.out == STDOUT:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    else:
        _written(data, given.out)
        print(f"{given.out}: {count_words(len(frame), 'event')}")
    for remark in remarks(frame, ending, style):
        print(f"timeline: {line(remark)}", file=sys.stderr)


def _written(data: bytes, path: Path) -> None:
    """Writes the whole file or nothing of it: what stood there stays until all is written."""
    beside = None
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(beside, 0o666 & ~mask)
        os.replace(beside, path)
    except OSError as fault:
        if beside is not None:
            with contextlib.suppress(OSError):
                os.unlink(beside)
        raise UnreadableSource(f"cannot save {str(path)!r}: {fault.strerror or fault}. Choose another folder or name.") from fault
