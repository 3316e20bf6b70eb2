"""From readings to the table: one row an event, for which its best mention speaks; `extract` does it for one text."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from timeline.article import Article
from timeline.errors import demand
from timeline.events.event import Event, Reading
from timeline.table.columns import COLUMNS, check, typed
from timeline.table.grouping import grouped
from timeline.table.merge import ranked
from timeline.table.records import by_time, mention, spoken_by
from timeline.table.telling import tellings

if TYPE_CHECKING:
    import pandas as pd

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def extract(text: str | Article, published: dt.date | None = None, negated: bool = False, narrative: bool | None = None) -> pd.DataFrame:
    """The events of one text or article as a table; `published` is the day that yesterday and last month count from.

    In a `narrative` (a history) they count from the date that the telling has reached; None decides from the text.
    """
    from timeline.events.reader import read

    if isinstance(text, Article):
        article = text if published is None else dataclasses.replace(text, published=published, published_from="given")
        article = article if narrative is None else dataclasses.replace(article, narrative=narrative)
    else:
        article = Article(text, published=published, narrative=narrative)
    return to_frame([read(article)], negated=negated)


def to_frame(readings: Iterable[Reading], negated: bool = False) -> pd.DataFrame:
    """The events of readings as a table, sorted by time and then by place in the text; negated ones only if asked for."""
    demand(readings, Iterable, "to_frame", "Give a list of what read() returns.")
    rows: dict[str, dict[str, Any]] = {}
    for reading in readings:
        demand(reading, Reading, "to_frame", "Give a list of what read() returns; extract() takes a text.")
        said: list[dict[str, Any]] = []
        parts: dict[str, list[dict[str, Any]]] = {}
        for event in reading.events:
            if negated or event.status != "negated":
                cells = {name: _held(value) for name, value in _cells(reading, event).items()}
                (parts.setdefault(event.of, []) if event.of else said).append(cells)
        for group in grouped(tellings(said)):
            told = ranked([said[at] for at in group])
            # Parts and results of an event have no row of their own; they stand among its mentions and never speak for it.
            told += [cells for each in told for cells in parts.get(each["event_id"], ())]
            rows.setdefault(told[0]["event_id"], spoken_by([mention(cells, told[0]["event_id"]) for cells in told]))
    ordered = sorted(rows.values(), key=by_time)
    return check(typed({column.name: [row[column.name] for row in ordered] for column in COLUMNS}))


def _cells(reading: Reading, event: Event) -> dict[str, Any]:
    """What one mention says, by the names of the columns."""
    article, when, timex = reading.article, event.when, event.timex
    return {
        "event_id": event.id, "start": when.start, "stop": when.stop, "grain": str(when.grain), "edtf": when.edtf,
        "approximate": when.approximate, "implied": when.implied, "certainty": event.certainty, "title": event.title, "kind": event.kind,
        "actors": "; ".join(event.actors), "agents": "; ".join(event.agents), "places": "; ".join(event.places),
        "status": event.status, "score": event.score,
        "expression": timex.text, "sentence": event.sentence, "rule": timex.rule, "char_start": timex.start, "char_stop": timex.stop,
        "trigger_start": event.trigger_start, "trigger_stop": event.trigger_stop, "article_id": article.id, "source": article.source,
        "url": article.url, "published": article.published, "language": article.language or "en",
    }  # fmt: skip


def _held(value: object) -> object:
    """The value; a lone half of a surrogate pair, which no table or file can hold, becomes the sign for a lost character."""
    return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value
