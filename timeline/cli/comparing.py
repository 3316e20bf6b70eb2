"""The command `compare`: what differs between two saved tables, event by event."""

from __future__ import annotations

import argparse
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli.listing import columns, line
from timeline.errors import UnreadableSource

if TYPE_CHECKING:
    import pandas as pd

EXAMPLES = ("python -m timeline compare monday.json tuesday.json",)


def add(parser: argparse.ArgumentParser) -> None:
    """Adds what `compare` can be told."""
    parser.add_argument("old", type=Path, metavar="OLD", help="a timeline saved as .csv or .json")
    parser.add_argument("new", type=Path, metavar="NEW", help="a later one")


def run(given: argparse.Namespace) -> int:
    """Prints what was added, removed and changed, a line an event."""
    from timeline.table.difference import difference

    found = difference(_table(given.old), _table(given.new))
    for said in found.words() or ["Both say the same."]:
        print(textwrap.fill(line(said), columns(), subsequent_indent="    "))
    return 0


def _table(path: Path) -> pd.DataFrame:
    """The table of a file, by its content."""
    from timeline.drawing.export import from_csv, from_json

    try:
        data = path.read_bytes()
    except OSError as fault:
        raise UnreadableSource(f"cannot read {str(path)!r}: {fault.strerror or fault}. Give a timeline saved as .csv or .json.") from fault
    try:
        return from_json(data) if data.lstrip()[:1] == b"{" else from_csv(data)
    except UnreadableSource as fault:
        raise UnreadableSource(f"cannot read {str(path)!r}: {fault}") from fault
