"""Blocks: an archive's events divided by time into pieces that a process can hold, and the few that belong to no single one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb

LARGEST = 60_000  # rows in a block, if the months allow; below that an archive is merged in one piece
_DAYS = {"day": 1, "week": 7, "month": 31, "quarter": 92, "season": 92, "year": 366, "decade": 3660, "century": 36600}
UPPER = "upper"  # the rows that lie in no single block


@dataclass(frozen=True, slots=True)
class Block:
    """Half-open days, and the files with the rows that lie in them."""

    name: str
    start: dt.date
    stop: dt.date
    path: str


def opened(memory: str = "1GB", threads: int = 2, folder: Path | None = None) -> duckdb.DuckDBPyConnection:
    """DuckDB, which keeps to so much memory and writes to a folder of ours what does not fit; it asks nothing of any network."""
    import duckdb

    settings: dict[str, Any] = {"memory_limit": memory, "threads": threads, "autoinstall_known_extensions": False}
    settings |= {"autoload_known_extensions": False, "preserve_insertion_order": False}
    if folder is not None:
        settings["temp_directory"] = str(folder)
    return duckdb.connect(":memory:", config=settings)


def divided(parts: Sequence[Path], folder: Path, largest: int = LARGEST, threads: int = 2) -> tuple[list[Block], Path | None]:
    """Writes the rows of the parts by block into a folder; gives the blocks in order of time, and where the rows of none of them are.

    An article that stands in several parts is taken from the first of them.
    """
    with opened(threads=threads, folder=folder / "spill") as base:
        named = ", ".join(f"'{_quoted(part)}'" for part in parts)
        base.execute(_TWICE.replace("$1", f"[{named}]"))
        base.execute(_ROWS.replace("$1", f"[{named}]"))
        cuts = _cuts(base, largest)
        stretches = list(zip(cuts, cuts[1:], strict=False))
        base.execute("CREATE TABLE stretches (number INTEGER, first DATE, beyond DATE)")
        base.executemany("INSERT INTO stretches VALUES (?, ?, ?)", [(n, first, beyond) for n, (first, beyond) in enumerate(stretches)])
        whole = len(stretches) == 1
        base.execute(
            f"""COPY (SELECT rows.* EXCLUDE (low, high, days),
                    CASE WHEN number IS NULL THEN '{UPPER}' ELSE lpad(number::VARCHAR, 6, '0') END AS block
                FROM rows LEFT JOIN stretches ON {"TRUE" if whole else _INSIDE})
                TO '{_quoted(folder / "blocks")}' (FORMAT parquet, PARTITION_BY (block), COMPRESSION zstd, ROW_GROUP_SIZE 20000)"""  # noqa: S608 - our own paths and constants
        )
    blocks = []
    for number, (first, beyond) in enumerate(stretches):
        path = folder / "blocks" / f"block={number:06}"
        if path.is_dir():
            blocks.append(Block(f"{number:06}", first, beyond, str(path)))
    upper = folder / "blocks" / f"block={UPPER}"
    return blocks, upper if upper.is_dir() else None


_LENGTH = "CASE grain " + " ".join(f"WHEN '{grain}' THEN {days}" for grain, days in _DAYS.items()) + " ELSE 366 END"
_TWICE = """CREATE TABLE twice AS SELECT article_id, min(filename) AS home FROM read_parquet($1, filename = true)
    GROUP BY article_id HAVING min(filename) <> max(filename)"""
_ROWS = f"""CREATE VIEW rows AS SELECT *, date_diff('day', low, high) AS days FROM (
    SELECT * EXCLUDE (home, filename), coalesce("start", "stop" - INTERVAL 1 DAY)::DATE AS low,
        coalesce("stop", "start" + to_days(CAST({_LENGTH} AS INTEGER)))::DATE AS high
    FROM read_parquet($1, filename = true) LEFT JOIN twice USING (article_id) WHERE home IS NULL OR home = filename)"""  # noqa: S608 - constants
# Days and months lie in a block if their days do; a year only if the block has the whole of it.
_INSIDE = """low >= first AND high <= beyond AND days <= 366 AND (days <= 31 OR (
    make_date(year(low)::INTEGER, 1, 1) >= first AND make_date(year(high - 1)::INTEGER, 12, 31) < beyond))"""


def twice(parts: Sequence[Path], folder: Path) -> tuple[int, list[str]]:
    """How many articles that tell of events stand in several parts under one id, and the ids of a few."""
    with opened(folder=folder) as base:
        named = ", ".join(f"'{_quoted(part)}'" for part in parts)
        base.execute(_TWICE.replace("$1", f"[{named}]"))
        number = base.execute("SELECT count(*) FROM twice").fetchall()[0][0]
        return number, [known for (known,) in base.execute("SELECT article_id FROM twice ORDER BY article_id LIMIT 5").fetchall()]


def _cuts(base: duckdb.DuckDBPyConnection, largest: int) -> list[dt.date]:
    """Where time is cut: at the ends of years, and of months where a year holds more than a block may."""
    found = base.execute("SELECT year(low), month(low), count(*) FROM rows WHERE days <= 366 GROUP BY ALL ORDER BY ALL").fetchall()
    cuts = [dt.date.min]
    held = 0
    years: dict[int, list[tuple[int, int]]] = {}
    for year, month, number in found:
        years.setdefault(year, []).append((month, number))
    for year, months in years.items():
        of_year = sum(number for _, number in months)
        if held and held + of_year > largest:
            cuts.append(dt.date(year, 1, 1))
            held = 0
        if of_year <= largest:
            held += of_year
            continue
        for month, number in months:
            if held and held + number > largest and dt.date(year, month, 1) != cuts[-1]:
                cuts.append(dt.date(year, month, 1))
                held = 0
            held += number
    return [*cuts, dt.date.max]


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
