"""Runs of `corpus read` in processes of their own, so that they can be killed."""

import json
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import psutil

from tests.corpus.making import made
from timeline.corpus.archive import planned, read_archive
from timeline.corpus.inputs import inputs_of, looked_at
from timeline.corpus.parts import Order, _read
from timeline.corpus.planning import partitions_of
from timeline.corpus.rows import articles_of

ROOT = Path(__file__).parent.parent.parent

# The program, but what is read of an article was read before: so a run begins without the model, in a second and not three.
# An article that tells of a plague kills whoever reads it.
RECALLING = """
import os, pickle, sys, time
from pathlib import Path
from timeline.corpus import parts

known = pickle.loads((Path(__file__).parent / "readings").read_bytes())

def recalled(article, order):
    time.sleep(0.02)
    if "plague" in article.text:
        os._exit(9)
    return known[article.id]

parts._read = recalled
if __name__ == "__main__":
    from timeline.cli import main
    sys.exit(main())
"""


def archive(folder: Path, number: int) -> Path:
    """A made archive of so many articles in one file, and beside it a script that recalls what was read of them."""
    path = folder / "made.jsonl"
    path.write_text("".join(json.dumps(article) + "\n" for article, _ in made(number, 7, (60, 120))), encoding="utf-8")
    whole = partitions_of([looked_at(*each, number) for each in inputs_of([str(path)])], number)[0].pieces[0]
    articles = [found for _, found in articles_of(whole, {}) if not isinstance(found, str)]
    (folder / "readings").write_bytes(pickle.dumps({article.id: _read(article, Order("")) for article in articles}))
    (folder / "recalling.py").write_text(RECALLING, encoding="utf-8")
    return path


def read(path: Path, out: Path, size: int) -> dict[str, bytes]:
    """What comes of it in this process, without interruption."""
    list(read_archive(planned([str(path)], Order(str(out)), size)))
    return parts(out)


def begun(path: Path, out: Path, size: int, *more: object) -> "subprocess.Popen[str]":
    """Starts the script that recalls, as the first of a group of processes."""
    told = ["corpus", "read", path, "-o", out, "--part", size, *more]
    return subprocess.Popen(
        [sys.executable, str(path.parent / "recalling.py"), *map(str, told)],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


def ended(*arguments: Any) -> tuple[int, str, str]:
    """Runs it to its end: exit code, standard output, standard error."""
    run = begun(*arguments)
    out, err = run.communicate(timeout=300)
    return run.returncode, out, err


def group(first: int) -> list[psutil.Process]:
    """The processes of a session that are still there."""
    there = []
    for process in psutil.process_iter(["status"]):
        try:
            if process.info["status"] != psutil.STATUS_ZOMBIE and os.getsid(process.pid) == first:
                there.append(process)
        except (psutil.Error, OSError):
            continue
    return there


def workers(first: int) -> list[psutil.Process]:
    """Those of them that read parts."""
    found = []
    for process in group(first):
        try:
            if "spawn_main" in " ".join(process.cmdline()):
                found.append(process)
        except psutil.Error:
            continue
    return found


def parts(folder: Path) -> dict[str, bytes]:
    """The parts and notes of an archive."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*")) if path.name.startswith(("part-", "notes-"))}


def half_written(folder: Path) -> list[str]:
    """Files that are not whole."""
    return sorted(path.name for path in folder.glob(".begun*"))
