"""Correcting: edits made from a table and from what a person types; each is checked before anything is changed."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from timeline.article import Article
from timeline.dates.given import given
from timeline.errors import BadEdit
from timeline.table.changing import ids_of
from timeline.table.edit import ORDERS, Edit, date_cells, line, names_of
from timeline.table.records import Cells, cells_of, records_of

if TYPE_CHECKING:
    import pandas as pd

FIELDS = ("title", "date", "kind", "actors", "places", "status", "note")
_SEEN = ("title", "sentence", "article_id", "edtf")


def correction(frame: pd.DataFrame, event_id: str, what: str, words: str | Iterable[str], *, by: str, at: dt.datetime) -> Edit:
    """The edit that gives one of `FIELDS` of an event a new value; a date in words or EDTF, names joined by ';' or in a list.

    Raises: BadDate where words name no date or could name two; BadEdit for what is not allowed.
    """
    if what not in FIELDS:
        raise BadEdit(f"{what!r} cannot be corrected. Choose one of: {', '.join(FIELDS)}.")
    cells = _row(frame, event_id)
    if what == "date":
        dated = given(str(words), published=cells["published"])
        to = {**date_cells(dated.when, dated.certainty), "words": line(words)}
    elif what in ("actors", "places"):
        to = {what: names_of(words)}
    else:
        to = {what: line(words)}
    old = _read_note(frame, event_id) if what == "note" else cells
    return Edit(what, by, at, (event_id,), to, (_was(cells, {name: old[name] for name in to if name in old}),))


def hiding(frame: pd.DataFrame, event_ids: Sequence[str], *, by: str, at: dt.datetime, show: bool = False) -> Edit:
    """The edit that takes events out of the timeline, or shows hidden ones again; `frame` may be that of `hidden`."""
    return Edit("show" if show else "hide", by, at, tuple(event_ids), {}, tuple(_was(_row(frame, event_id)) for event_id in event_ids))


def addition(
    title: str,
    date: str,
    *,
    by: str,
    at: dt.datetime,
    kind: str = "other",
    actors: str | Iterable[str] = "",
    places: str | Iterable[str] = "",
    status: str = "happened",
    quote: str = "",
    article: Article | None = None,
) -> Edit:
    """The edit that adds an event; with a `quote` from an `article`, or none: then it says that it was added by hand.

    Raises: BadEdit where the quote does not stand in the article; BadDate where the date cannot be read.
    """
    dated = given(date, published=article.published if article else None)
    to: dict[str, Any] = {
        "title": title, **date_cells(dated.when, dated.certainty), "words": date, "kind": kind, "actors": names_of(actors),
        "places": names_of(places), "status": status,
    }  # fmt: skip
    quote = quote.strip()
    if quote and article is not None:
        start = article.text.find(quote)
        if start < 0:
            raise BadEdit(f"the quote {quote[:60]!r} does not stand in {line(article.name)!r}. Copy it from the text, or leave it out.")
        to |= {"quote": quote, "char_start": start, "char_stop": start + len(quote), "published": None}
        to |= {"article_id": article.id, "source": article.source, "url": article.url, "language": article.language or "en"}
        if article.published:
            to["published"] = article.published.isoformat()
    elif quote:
        to |= {"quote": quote}
    key = "\n".join((line(title), dated.when.edtf, line(by), at.isoformat()))
    return Edit("add", by, at, (hashlib.sha256(f"added\n{key}".encode("utf-8", "surrogatepass")).hexdigest()[:16],), to)


def joining(frame: pd.DataFrame, event_ids: Sequence[str], *, by: str, at: dt.datetime) -> Edit:
    """The edit that makes several events one; the first speaks, and the mentions of all stay."""
    ids = tuple(dict.fromkeys(event_ids))
    return Edit("merge", by, at, ids, {}, tuple(_was(_row(frame, event_id)) for event_id in ids))


def parting(frame: pd.DataFrame, event_id: str, *, by: str, at: dt.datetime, off: Iterable[str] = ()) -> Edit:
    """The edit that takes an event apart: the mentions in `off`, which do not belong to it, from the rest, to be an event of their own;
    without them into the rows it was merged from, or, where it never was, its mentions. The ids of mentions are those of `mentions(frame)`.

    Raises: BadEdit where nothing can be taken apart.
    """
    cells = _row(frame, event_id)
    records = records_of(cells)
    chosen = set(off)
    unknown = chosen - {record["event_id"] for record in records}
    if unknown:
        raise BadEdit(f"event {event_id!r} has no mention {sorted(unknown)[0]!r}. Give ids of the column mention_id of mentions().")
    by_row: dict[str, list[str]] = {}
    for record in records:
        by_row.setdefault(str(record["event_id"] in chosen) if chosen else record["row"], []).append(record["event_id"])
    parts = list(by_row.values())
    if len(parts) == 1 and not chosen:
        parts = [[record["event_id"]] for record in records]
    if len(parts) < 2:
        raise BadEdit(f"{cells['title']!r} cannot be taken apart so: one part would hold nothing. Leave a mention in each.")
    taken = (_was(record) for record in records if record["event_id"] in chosen)
    return Edit("split", by, at, (event_id,), {"parts": parts}, (_was(cells), *taken))


def settling(frame: pd.DataFrame, order: str, *, by: str, at: dt.datetime, event_id: str = "", article_id: str = "") -> Edit:
    """The edit that says whether the day or the month comes first, for one event or for all of an article.

    An article is best read again in that order (`ordered`): then dates that count from such a day move with it.

    Raises: BadEdit unless one of the two is given.
    """
    if bool(event_id) == bool(article_id):
        raise BadEdit("the order of day and month is settled for one event or for one article. Give one of the two.")
    if article_id:
        rows = cells_of(frame[(frame["article_id"] == article_id) & (frame["certainty"] == "ambiguous")])
        return Edit("order", by, at, (), {"order": order, "article_id": article_id}, tuple(_was(cells) for cells in rows[:1]))
    return Edit("order", by, at, (event_id,), {"order": order}, (_was(_row(frame, event_id)),))


def ordered(articles: Iterable[Article], edits: Iterable[Edit]) -> list[Article]:
    """The articles to be read in the order of day and month that edits have settled for them, so that what counts from a date moves too."""
    settled: dict[str, str] = {}
    for edit in edits:
        if edit.what == "order" and not edit.events:
            settled.setdefault(edit.to.get("article_id", ""), edit.to["order"])
    return [
        dataclasses.replace(article, day_first=settled[article.id] == ORDERS[0]) if article.id in settled else article
        for article in articles
    ]


def _row(frame: pd.DataFrame, event_id: str) -> Cells:
    rows = frame[frame["event_id"] == event_id]
    if rows.empty:
        raise BadEdit(f"the table has no event {event_id!r}. Give an id of its column event_id.")
    return cells_of(rows)[0]


def _read_note(frame: pd.DataFrame, event_id: str) -> Cells:
    notes = frame.loc[frame["event_id"] == event_id, "x_note"].tolist() if "x_note" in frame else [""]
    return {"note": notes[0] if isinstance(notes[0], str) else ""}


def _was(cells: Cells, values: Cells | None = None) -> dict[str, Any]:
    """What an event was before an edit, in plain values."""
    old = {name: cells[name] for name in _SEEN} | (values or {})
    if others := (ids_of(cells) if "mentions" in cells else set()) - {cells["event_id"]}:
        old["mentions"] = sorted(others)
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in old.items()}
