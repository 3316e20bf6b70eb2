"""Asking an archive: the events that a reader wants to see, the most told first, out of a million in a moment."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.corpus.archive import MERGED, parts_of
from timeline.corpus.blocks import opened
from timeline.corpus.tables import in_time_order, typed_frame
from timeline.dates.grain import GRAINS
from timeline.errors import BadFilter, UnreadableSource
from timeline.table.choosing import Filter

if TYPE_CHECKING:
    import pandas as pd

MOST = 500  # events of an answer, unless asked for more
_MERGED_ON_ASKING = 20_000  # rows of an archive that is not merged, that are merged for one answer
_LISTED = {"actors": "actors", "places": "places"}
_PLAIN = {"kinds": "kind", "statuses": "status", "certainties": "certainty", "articles": "article_id"}
_TERM = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Answer:
    """The most told events that fit, in order of time; how many fit in all; and whether the archive was merged before."""

    frame: pd.DataFrame
    total: int
    merged: bool


def query(folder: Path, wanted: Filter, most: int = MOST) -> Answer:
    """The events of an archive that a filter lets through: the `most` told of them, in order of time.

    Raises: UnreadableSource where the folder is no archive, or holds too many rows that are not merged; BadFilter.
    """
    from timeline.table.merge import merge

    paths, merged = _files(folder)
    with opened() as base:
        conditions, values = _conditions(wanted)
        # First which rows, by the few columns that say it, then all of those rows alone: the wide ones are most of an archive.
        base.execute(
            f"""CREATE TABLE fitting AS SELECT event_id, n_sources, score, start, filename
                FROM read_parquet($files, union_by_name = true, filename = true) WHERE {" AND ".join(conditions) or "TRUE"}""",  # noqa: S608 - our own columns
            {**values, "files": paths},
        )
        total = base.execute("SELECT count(*) FROM fitting").fetchall()[0][0]
        if not merged and total > _MERGED_ON_ASKING:
            raise UnreadableSource(
                f"{total:,} rows of {str(folder)!r} fit, and they are not merged yet. Say first: timeline corpus merge {folder}"
            )
        limit = most if merged else total
        ranked = base.execute(
            f"SELECT event_id, filename FROM fitting ORDER BY n_sources DESC, score DESC, start, event_id LIMIT {int(limit)}"  # noqa: S608 - a number
        ).fetchall()
        taken = {"ids": [event_id for event_id, _ in ranked], "files": sorted({name for _, name in ranked}) or paths[:1]}
        rows = "SELECT * FROM read_parquet($files, union_by_name = true) WHERE event_id IN (SELECT unnest($ids::VARCHAR[]))"
        table = base.sql(rows, params=taken).to_arrow_table()
    frame = typed_frame(table)
    if not merged:
        frame = merge(frame.drop_duplicates("event_id").reset_index(drop=True))
        total = len(frame)
        frame = frame.sort_values(["n_sources", "score", "event_id"], ascending=[False, False, True]).head(most)
    return Answer(in_time_order(frame), total, merged)


def names_in(folder: Path, what: str, most: int = 500) -> dict[str, int]:
    """The actors, places or kinds of an archive, those of most events first, each with how many it has."""
    column = {**_LISTED, **_PLAIN}[what]
    each = f"unnest(string_split({column}, '; '))" if what in _LISTED else column
    paths, _ = _files(folder)
    with opened() as base:
        names = f"SELECT {each} AS name FROM read_parquet($files, union_by_name = true)"  # noqa: S608 - our own columns
        counted = f"SELECT name, count(*) AS times FROM ({names}) WHERE name <> '' GROUP BY name"  # noqa: S608
        return dict(base.execute(f"{counted} ORDER BY times DESC, name LIMIT {int(most)}", {"files": paths}).fetchall())


def known_names(folder: Path, wanted: Filter) -> Filter:
    """The filter with actors and places as the archive writes them, whatever capitals the user gave them.

    Raises: BadFilter where the archive has no such name, with those that are like it.
    """
    from rapidfuzz import process

    found: dict[str, Any] = {}
    for what in _LISTED:
        given = getattr(wanted, what)
        if not given:
            continue
        there = names_in(folder, what, 1_000_000)
        plain = {_bare(name): name for name in reversed(there)}
        named = []
        for name in given:
            if _bare(name) not in plain:
                near = [plain[match] for match, _, _ in process.extract(_bare(name), plain.keys(), limit=3, score_cutoff=70)]
                hint = f" Did you mean {' or '.join(near)}?" if near else f" It has {', '.join(list(there)[:5])} and others."
                raise BadFilter(f"no event of this archive has {name!r} among its {what}.{hint}")
            named.append(plain[_bare(name)])
        found[what] = tuple(named)
    return replace(wanted, **found)


def _files(folder: Path) -> tuple[list[str], bool]:
    parts = parts_of(folder)
    merged = sorted((folder / MERGED).glob("part-*.parquet"))
    return [str(path) for path in merged or parts], bool(merged)


def _conditions(wanted: Filter) -> tuple[list[str], dict[str, Any]]:
    conditions: list[str] = []
    values: dict[str, Any] = {}

    def ask(condition: str, value: Any) -> None:
        name = f"v{len(values)}"
        values[name] = value
        conditions.append(condition.replace("?", f"${name}"))

    if wanted.start:
        ask('("stop" IS NULL OR "stop" > ?)', wanted.start)
    if wanted.stop:
        ask('("start" IS NULL OR "start" < ?)', wanted.stop)
    for name, column in _LISTED.items():
        if chosen := getattr(wanted, name):
            ask(f"list_has_any(string_split({column}, '; '), ?)", list(chosen))
    for name, column in _PLAIN.items():
        if chosen := getattr(wanted, name):
            ask(f"list_contains(?, {column}::VARCHAR)", list(chosen))
    if wanted.grain:
        ask("list_contains(?, grain::VARCHAR)", list(GRAINS[: GRAINS.index(wanted.grain) + 1]))
    if wanted.score:
        ask("score >= ?", wanted.score)
    if wanted.conflict:
        conditions.append("conflict")
    for phrase, word in _TERM.findall(wanted.words):
        ask("contains(strip_accents(lower(concat_ws(' ', title, sentence, actors, places, expression, source))), ?)", _bare(phrase or word))
    return conditions, values


def _bare(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.casefold())
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())
