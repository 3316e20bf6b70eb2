"""Writing: the made archive as files."""

from __future__ import annotations

import gzip
import json
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from tests.corpus.making.articles import made


def write(
    number: int, folder: Path, seed: int, *, words: tuple[int, int] = (300, 900), files: int = 1, gz: bool = False, years: float = 10
) -> None:
    """Writes so many articles, one file after another, and the gold of all."""
    folder.mkdir(parents=True, exist_ok=True)
    archive = made(number, seed, words, years)
    with (folder / "gold.jsonl").open("wb") as gold:
        for part in range(files):
            with ExitStack() as stack:
                file = _opened(folder / f"articles-{part:03d}.jsonl", gz, stack)
                for _ in range(number * (part + 1) // files - number * part // files):
                    article, mentions = next(archive)
                    file.write(_line(article))
                    gold.write(b"".join(map(_line, mentions)))


def _line(value: dict[str, object]) -> bytes:
    return (json.dumps(value, ensure_ascii=False) + "\n").encode()


def _opened(path: Path, gz: bool, stack: ExitStack) -> IO[bytes]:
    if not gz:
        return stack.enter_context(path.open("wb"))
    raw = stack.enter_context(path.with_name(path.name + ".gz").open("wb"))
    # Without a name and a time in its head, the same archive gives the same bytes.
    return stack.enter_context(gzip.GzipFile("", "wb", 5, raw, mtime=0))  # type: ignore[arg-type]
