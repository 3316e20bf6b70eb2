"""Rows: a table of events as the program would have read them in made articles, without reading; for the merging of millions."""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import cache
from random import Random
from typing import TYPE_CHECKING, Any

from tests.corpus.making.names import PAPERS
from tests.corpus.making.telling import Mention, told
from timeline.dates.datespan import DateSpan
from timeline.dates.grain import Grain
from timeline.table.columns import COLUMNS, check, typed
from timeline.table.records import held, mention

if TYPE_CHECKING:
    import pandas as pd

_FEWEST, _MOST = 5, 15  # mentions of an article


def rows(number: int, seed: int, years: float = 10) -> tuple[pd.DataFrame, list[str]]:
    """A table that keeps its promises, sorted by time, and the key of the event of each of its rows."""
    import numpy as np

    rng = Random(seed)
    columns: dict[str, list[Any]] = {column.name: [] for column in COLUMNS}
    take = [columns[column.name].append for column in COLUMNS]
    names = [column.name for column in COLUMNS]
    keys: list[str] = []
    articles = max(10, int(number / _FEWEST))
    # About twice as many articles as needed, in twice the years: the table is full before they end.
    for at, (day, tellings) in enumerate(told(articles, rng, years * 2, _FEWEST, _MOST)):
        place = 60
        for telling in tellings:
            cells = _cells(f"a{at:07d}", day, telling, place, rng)
            place += 400
            for put, name in zip(take, names, strict=True):
                put(cells[name])
            keys.append(telling.event.key)
            if len(keys) == number:
                break
        if len(keys) == number:
            break
    started = [day.toordinal() for day in columns["start"]]
    order = np.lexsort((columns["trigger_start"], columns["article_id"], [day.toordinal() for day in columns["stop"]], started)).tolist()
    for name, values in columns.items():  # before the table is made, which would hold all twice
        columns[name] = [values[at] for at in order]
    return check(typed(columns)), [keys[at] for at in order]


@cache
def _edtf(start: dt.date, stop: dt.date, grain: str, approximate: bool) -> str:
    return DateSpan(start, stop, Grain[grain], approximate=approximate).edtf


def _cells(article: str, day: dt.date, telling: Mention, place: int, rng: Random) -> dict[str, Any]:
    event, when = telling.event, telling.dated
    sentence = telling.before + telling.trigger + telling.after
    words = when.words.partition(" ")[2] if when.words.startswith(("on ", "in ")) else when.words
    begin = place + max(0, sentence.lower().find(words.lower()))
    trigger = place + len(telling.before)
    name = hashlib.sha256(f"{article}\n{place}".encode()).hexdigest()[:16]
    actors = telling.actors
    acting = [] if event.person else actors if event.deed.mutual else [who for who in actors if who == event.agent.name]
    paper = PAPERS[int(article[1:]) * 7 % len(PAPERS)]
    cells: dict[str, Any] = {
        "event_id": name, "start": when.start, "stop": when.stop, "grain": when.grain,
        "edtf": _edtf(when.start, when.stop, when.grain, when.approximate), "approximate": when.approximate, "implied": when.implied,
        "certainty": when.certainty, "title": telling.title[:90], "kind": event.deed.kind,
        "actors": "; ".join(actors), "agents": "; ".join(acting),
        "places": event.town if telling.wording.says_place else "", "status": event.status, "score": round(0.55 + 0.43 * rng.random(), 4),
        "expression": words, "sentence": sentence, "rule": when.rule, "char_start": begin, "char_stop": begin + len(words),
        "trigger_start": trigger, "trigger_stop": trigger + len(telling.trigger), "article_id": article, "source": paper,
        "url": f"https://{paper.lower().replace(' ', '-')}.example/{day.year}/{article}", "published": day, "language": "en",
    }  # fmt: skip
    return {**cells, "n_sources": 1, "conflict": False, "mentions": held([mention(cells, name)])}
