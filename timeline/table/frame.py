"""From readings to the table: one row an event, for which its best mention speaks; `extract` does it for one text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from timeline.article import Article
from timeline.dates.datespan import DateSpan
from timeline.events.event import Event, Reading
from timeline.table.columns import COLUMNS, check, typed
from timeline.table.merge import by_time, mention, spoken_by

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
    rows: dict[str, dict[str, Any]] = {}
    for reading in readings:
        wanted = [event for event in reading.events if negated or event.status != "negated"]
        for best, told in grouped(wanted):
            records = [mention({name: _held(value) for name, value in _cells(reading, event).items()}, best.id) for event in told]
            rows.setdefault(best.id, spoken_by(records))
    ordered = sorted(rows.values(), key=by_time)
    return check(typed({column.name: [row[column.name] for row in ordered] for column in COLUMNS}))


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


def _cells(reading: Reading, event: Event) -> dict[str, Any]:
    """What one mention says, by the names of the columns."""
    article, when, timex = reading.article, event.when, event.timex
    return {
        "event_id": event.id, "start": when.start, "stop": when.stop, "grain": str(when.grain), "edtf": when.edtf,
        "approximate": when.approximate, "implied": when.implied, "certainty": event.certainty, "title": event.title, "kind": event.kind,
        "actors": "; ".join(event.actors), "places": "; ".join(event.places), "status": event.status, "score": event.score,
        "expression": timex.text, "sentence": event.sentence, "rule": timex.rule, "char_start": timex.start, "char_stop": timex.stop,
        "trigger_start": event.trigger_start, "trigger_stop": event.trigger_stop, "article_id": article.id, "source": article.source,
        "url": article.url, "published": article.published, "language": article.language or "en",
    }  # fmt: skip


def _held(value: object) -> object:
    """The value; a lone half of a surrogate pair, which no table or file can hold, becomes the sign for a lost character."""
    return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value
