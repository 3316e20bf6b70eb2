"""Rows: the articles in the rows of a part; a row that holds none is told of and costs nothing else."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from timeline.article import Article
from timeline.corpus.columns import found_in
from timeline.corpus.inputs import broken_off, csv_rows, faults, lines_of, parquet, telling, text_of, unpacked
from timeline.corpus.planning import Piece
from timeline.errors import BadDate, TimelineError
from timeline.intake.decode import storable
from timeline.intake.language import language_name
from timeline.intake.metadata import Metadata, article_of
from timeline.intake.publication import published_day

LONGEST_TEXT = 2_000_000  # characters of one article; a book is no article
READ = "It is read without one."  # how a note ends whose article is read all the same
Found = tuple[int, "Article | str"]  # the number of a row, from 1, and its article or why there is none


def articles_of(piece: Piece, columns: Mapping[str, str]) -> Iterator[Found]:
    """The article of each row of a piece, or a sentence that says why it has none; never fails on what a row holds.

    Raises: UnreadableSource where the file is gone, or no column holds text.
    """
    with telling(piece.address):
        if piece.form == "file":
            yield from _of_file(piece)
            return
        named: dict[tuple[str, ...], dict[str, str]] = {}
        for number, row in _rows(piece):
            if isinstance(row, str):
                yield number, row
                continue
            names = tuple(row)
            if names not in named:
                try:
                    named[names] = found_in(names, columns, piece.address)
                except TimelineError as fault:
                    if piece.form != "jsonl":
                        raise
                    yield number, f"it has no text: {str(fault).partition(': ')[2]}"
                    continue
            yield from _of_row(number, {what: row[column] for what, column in named[names].items()}, piece)


def _of_row(number: int, told: Mapping[str, Any], piece: Piece) -> Iterator[Found]:
    text, where = told.get("text"), f"{piece.address.rpartition('/')[2]}:{number}"
    if not isinstance(text, str) or not text.strip():
        yield number, "it has no text."
        return
    if len(text) > LONGEST_TEXT:
        yield number, f"its text has {len(text):,} characters, and {LONGEST_TEXT:,} are the most. Split it."
        return
    day, fault = _day(told.get("published"))
    if fault:
        yield number, f"{fault} {READ}"
    url = _words(told.get("url"))
    metadata = Metadata(day, _words(told.get("title")), _words(told.get("source")), url if url.startswith(("https://", "http://")) else "")
    article = article_of(storable(text.replace("\r\n", "\n"), where), metadata, None, where)
    if known := _words(told.get("id")):
        article = replace(article, id=known[:64])
    if article.language not in (None, "en"):
        yield number, f"it is written in {language_name(str(article.language))}, which is not read yet."
        return
    yield number, article


def _of_file(piece: Piece) -> Iterator[Found]:
    import fsspec

    from timeline.intake.limits import LARGEST_FILE
    from timeline.intake.source import sources_from_file
    from timeline.intake.sources import sources_from

    name = piece.address.rpartition("/")[2]
    if not piece.packed and "://" not in piece.address:
        found = sources_from_file(Path(piece.address))  # also what a toml beside it tells
    else:
        with fsspec.open(piece.address, "rb", compression=piece.packed or None).open() as file:
            found = sources_from(file.read(LARGEST_FILE + 1), name=name)
    for remark in found.remarks:
        yield 1, remark.message
    for article in found.articles:
        yield 1, article


def _day(value: object) -> tuple[dt.date | None, str]:
    """The day of publication in a cell; what is no day is told."""
    if value is None or value == "" or value != value:
        return None, ""
    if isinstance(value, dt.date):
        return published_day(value), ""
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) > 1e8:  # seconds, or thousandths of one, since 1970
        seconds = value / (1000 if abs(value) > 1e11 else 1)
        try:
            return (dt.datetime(1970, 1, 1) + dt.timedelta(seconds=seconds)).date(), ""
        except OverflowError:
            return None, f"its day of publication, {value!r}, is none."
    try:
        return published_day(str(value)), ""
    except BadDate as fault:
        said = str(fault)
        return None, said[:1].upper() + said[1:]


def _words(value: object) -> str:
    return " ".join(storable(value[:500], "").split()) if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _rows(piece: Piece) -> Iterator[tuple[int, dict[str, Any] | str]]:
    """The rows of a piece, each by the names of its columns, or why it cannot be read."""
    import fsspec

    if piece.form == "parquet":
        yield from _rows_of_parquet(piece)
        return
    with fsspec.open(piece.address, "rb").open() as raw:
        if piece.begins and not piece.packed:
            raw.seek(piece.begins)
        file = unpacked(raw, piece.packed)
        passed = 0 if piece.begins and not piece.packed else piece.first
        reading = _rows_of_jsonl(file, passed) if piece.form == "jsonl" else _rows_of_csv(file, piece.form, passed)
        number = piece.first
        try:
            for number, row in enumerate(itertools.islice(reading, piece.rows), start=piece.first + 1):
                yield number, row
        except faults() as fault:
            yield number, f"the file ends here: {broken_off(fault)}."


def _rows_of_jsonl(file: IO[bytes], passed: int) -> Iterator[dict[str, Any] | str]:
    for _, line in itertools.islice(lines_of(file), passed, None):
        if line is None:
            yield "it has more than 64 MB. Split it."
            continue
        try:
            row = json.loads(text_of(line))
        except (ValueError, RecursionError):
            yield "it is no JSON."
            continue
        yield row if isinstance(row, dict) else 'it is no JSON object. Give one object a line, such as {"text": "…", "date": "2021-03-04"}.'


def _rows_of_csv(file: IO[bytes], form: str, passed: int) -> Iterator[dict[str, Any] | str]:
    rows = csv_rows(file, form)
    head = next(rows, (0, []))[1]
    for _, row in itertools.islice(rows, passed, None):
        if len(row) > len(head):
            yield f"it has {len(row)} cells, and the head of the file has {len(head)}. Put quotes around cells with commas in them."
        else:
            yield dict(itertools.zip_longest(head, row, fillvalue=""))


def _rows_of_parquet(piece: Piece) -> Iterator[tuple[int, dict[str, Any] | str]]:
    with parquet(piece.address) as file:
        if isinstance(file, str):
            yield 1, f"{file}."
            return
        begin, number = 0, piece.first
        for group in range(file.num_row_groups):
            rows = file.metadata.row_group(group).num_rows
            first, stop = max(piece.first, begin), min(piece.first + piece.rows, begin + rows)
            if first < stop:
                table = file.read_row_group(group).slice(first - begin, stop - first)
                for batch in table.to_batches(max_chunksize=100):
                    for row in batch.to_pylist():
                        number += 1
                        yield number, row
            begin += rows
