"""From readings to the table: one row an event, for which its best mention speaks; `extract` does it for one text."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from timeline.article import Article
from timeline.dates.datespan import DateSpan
from timeline.events.event import Event, Reading
from timeline.table.columns import COLUMNS, check, typed

if TYPE_CHECKING:
    import pandas as pd

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def extract(text: str, published: dt.date | None = None, negated: bool = False, narrative: bool | None = None) -> pd.DataFrame:
    """The events of one text as a table; `published` is the day that yesterday and last month count from.

    In a `narrative` (a history) they count from the date that the telling has reached; None decides from the text.
    """
    from timeline.events.reader import read

    return to_frame([read(Article(text, published=published, narrative=narrative))], negated=negated)


def to_frame(readings: Iterable[Reading], negated: bool = False) -> pd.DataFrame:
    """The events of readings as a table, sorted by time and then by place in the text; negated ones only if asked for."""
    rows: list[tuple[Reading, Event, list[Event]]] = []
    for reading in readings:
        wanted = [event for event in reading.events if negated or event.status != "negated"]
        rows += [(reading, best, mentions) for best, mentions in grouped(wanted)]
    rows.sort(key=lambda row: (_by_time(row[1].when), row[0].article.id, row[1].trigger_start, row[1].id))
    seen: set[str] = set()
    rows = [row for row in rows if not (row[1].id in seen or seen.add(row[1].id))]  # type: ignore[func-returns-value]
    cells = [{name: _held(value) for name, value in _cells(*row).items()} for row in rows]
    return check(typed({column.name: [row[column.name] for row in cells] for column in COLUMNS}))


def grouped(events: Iterable[Event]) -> list[tuple[Event, list[Event]]]:
    """The events of one article, each with all its mentions, the best first: those that tell the same thing of the same days."""
    by_days: dict[DateSpan, list[list[Event]]] = {}
    for event in events:
        groups = by_days.setdefault(event.when, [])
        home = next((group for group in groups if any(_same(event, other) for other in group)), None)
        if home is None:
            groups.append([event])
        else:
            home.append(event)
    found = []
    for group in (group for groups in by_days.values() for group in groups):
        # A mention that carries the date in its own sentence speaks before one that inherits it.
        ranked = sorted(group, key=lambda e: (e.certainty == "inferred", -e.score, e.trigger_start))
        found.append((ranked[0], ranked))
    return found


def _same(one: Event, other: Event) -> bool:
    """Whether two mentions in one article tell one event."""
    if one.status != other.status:
        return False
    if "inferred" in (one.certainty, other.certainty) and (one.timex.start, one.timex.stop) == (other.timex.start, other.timex.stop):
        return one.kind == other.kind  # told again, with the date of the other
    if one.sentence == other.sentence:
        return one.title == other.title
    shared = set(one.actors) & set(other.actors)
    alike = len(shared) >= 2 or (set(one.actors) == set(other.actors) and bool(shared))
    common = _shared_words(one.title, other.title)
    told_barely = not one.actors or not other.actors  # "the two presidents signed the plan"
    return one.kind == other.kind and one.kind not in ("statement", "other") and (alike and common >= 1 or told_barely and common >= 2)


def _shared_words(one: str, other: str) -> int:
    words = [{word.lower().strip(".,'’s") for word in title.split() if len(word) > 3 and word.islower()} for title in (one, other)]
    return len(words[0] & words[1])


def _by_time(when: DateSpan) -> tuple[dt.date, dt.date]:
    """By first day; what is open before counts from its end, what is open after comes after what is not."""
    start = when.start or when.stop
    assert start is not None
    return start, when.stop or dt.date.max


def _cells(reading: Reading, event: Event, mentions: list[Event]) -> dict[str, object]:
    article, when, timex = reading.article, event.when, event.timex
    return {
        "event_id": event.id, "start": when.start, "stop": when.stop, "grain": str(when.grain), "edtf": when.edtf,
        "approximate": when.approximate, "implied": when.implied, "certainty": event.certainty, "title": event.title, "kind": event.kind,
        "actors": "; ".join(event.actors), "places": "; ".join(event.places), "status": event.status, "score": event.score,
        "expression": timex.text, "sentence": event.sentence, "rule": timex.rule, "char_start": timex.start, "char_stop": timex.stop,
        "trigger_start": event.trigger_start, "trigger_stop": event.trigger_stop, "article_id": article.id, "source": article.source,
        "url": article.url, "published": article.published, "language": article.language or "en", "n_sources": 1, "conflict": False,
        "mentions": json.dumps([_mention(mention) for mention in mentions], ensure_ascii=True),
    }  # fmt: skip


def _held(value: object) -> object:
    """The value; a lone half of a surrogate pair, which no table or file can hold, becomes the sign for a lost character."""
    return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value


def _mention(event: Event) -> dict[str, object]:
    start, stop = event.when.start, event.when.stop
    return {
        "event_id": event.id, "article_id": event.article_id, "char_start": event.timex.start, "char_stop": event.timex.stop,
        "trigger_start": event.trigger_start, "trigger_stop": event.trigger_stop, "title": event.title, "sentence": event.sentence,
        "start": start.isoformat() if start else None,
        "stop": stop.isoformat() if stop else None,
        "edtf": event.when.edtf, "rule": event.timex.rule,
    }  # fmt: skip
