"""Makes docs/columns.md, docs/rules.md and the outputs shown in README.md from the program; a test tells when they are stale."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from timeline.cli import example_words
from timeline.dates.tagger import modifiers, rules
from timeline.table.columns import CATEGORIES, COLUMNS

DOCS = Path(__file__).parent
ROOT = DOCS.parent

_COLUMNS_HEAD = """# The columns of the table

*Made by `make docs` from `timeline/table/columns.py`.*

One row an event. All columns are always there, in this order and with these types, also when there are no rows. Columns of your own
go to the right and are named `x_…`. `start` and `stop` are half-open: the first day inside, and the first day outside.
A table that somebody has corrected has three such columns: `x_read` (JSON: what the machine had read of each value that was changed, and
whether the event was added, merged or split), `x_edited` (whether anything was changed) and `x_note` (words of the editor).
[What each file format keeps of them](exports.md) has a page of its own.

| column | type | what it says |
|---|---|---|
"""

_RULES_HEAD = """# What is read

*Made by `make docs` from the rules themselves. Each example is a test. Brackets mark the expression; after the arrow stands its value
in TIMEX3. Where nothing is marked, nothing may be found. Today, in the examples, is Wednesday 14 February 2024, unless another day is
named.*

"""


def columns_page() -> str:
    """docs/columns.md."""
    rows = "".join(f"| `{column.name}` | {column.dtype} | {_cell(column.says)} |\n" for column in COLUMNS)
    lists = "".join(f"- `{name}`: {', '.join(words)}\n" for name, words in CATEGORIES.items())
    return f"{_COLUMNS_HEAD}{rows}\n## Closed lists\n\n{lists}"


def rules_page() -> str:
    """docs/rules.md."""
    parts = []
    for heading, things in (("Rules and guards", rules()), ("Words that belong to an expression", modifiers())):
        parts.append(f"## {heading}\n")
        for thing in things:
            said = getattr(thing, "doc", "")
            examples = "".join(f"- {_inline(example_words(example))}\n" for example in thing.examples)
            parts.append(f"### `{thing.name}`\n\n" + (f"{said}\n\n" if said else "") + (f"{examples}\n" if examples else ""))
    return _RULES_HEAD + "\n".join(part.rstrip("\n") + "\n" for part in parts)


def readme() -> str:
    """README.md, each `$ command` in it followed by what it prints now."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "seeds").symlink_to(ROOT / "seeds")
        return re.sub(
            r"```console\n\$ (.+)\n(?:.*\n)*?```", lambda block: f"```console\n$ {block[1]}\n{_printed(block[1], folder)}```", text
        )


def _printed(command: str, folder: str) -> str:
    """What a command prints, in a folder of its own."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(["bash", "-c", command], cwd=folder, env=env, capture_output=True, check=True, text=True, encoding="utf-8").stdout


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def _inline(words: str) -> str:
    return "`` " + words + " ``" if "`" in words else f"`{words}`"


PAGES = {"docs/columns.md": columns_page, "docs/rules.md": rules_page, "README.md": readme}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (ROOT / name).write_text(page(), encoding="utf-8")
        print(name)
