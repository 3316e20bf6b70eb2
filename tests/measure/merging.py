"""How well mentions of one event in several articles are put into one row; the measures stand in `data/gold/merging/README.md`."""

import datetime as dt
import itertools
import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import timeline
from tests.measure.events import share
from tests.measure.gold import GOLD
from timeline.events.event import Reading

FOLDER = GOLD / "merging"
HALVES = ("tuning", "held-out")


@cache
def stories(half: str) -> tuple[dict[str, Any], ...]:
    """The gold of one half, a story each."""
    found = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json")))
    return tuple(gold for gold in found if gold["half"] == half)


@cache
def readings(half: str) -> tuple[Reading, ...]:
    """The articles of one half as they are read."""
    days = {name: day for gold in stories(half) for name, day in gold["published"].items()}
    return tuple(
        timeline.read(timeline.Article(text_of(name), published=dt.date.fromisoformat(day), source=name)) for name, day in days.items()
    )


def text_of(name: str) -> str:
    """The text of a gold article."""
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def groups(half: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each gold group: what it is, and its mentions as article and words."""
    for gold in stories(half):
        for group in gold["groups"]:
            yield group["event"], [(article, words) for article, words in group["mentions"]]


def rows_of(table: Any) -> dict[tuple[str, str], str]:
    """For each gold mention that was read, the row it is in."""
    told: dict[str, list[Any]] = {}
    for mention in timeline.mentions(table).itertuples():
        told.setdefault(mention.source, []).append(mention)
    found = {}
    for half in HALVES:
        for article, words in itertools.chain.from_iterable(mentions for _, mentions in groups(half)):
            start = text_of(article).index(words)
            inside = [m for m in told.get(article, ()) if start <= m.trigger_start < start + len(words)]
            if inside:
                found[article, words] = max(inside, key=lambda m: (m.score, -m.trigger_start)).event_id
    return found


def measured(half: str) -> dict[str, float]:
    """Every measure of one half, all its articles merged together."""
    rows = rows_of(timeline.merge(timeline.to_frame(readings(half))))
    labels = {mention: event for event, mentions in groups(half) for mention in mentions}
    read = [mention for mention in labels if mention in rows]
    return {
        "texts": len(readings(half)),
        "gold": len(set(labels.values())),
        **_pairs(read, labels, rows),
        "read": share(len(read), len(labels)),
    }


def _pairs(read: list[tuple[str, str]], labels: Mapping[tuple[str, str], str], rows: Mapping[tuple[str, str], str]) -> dict[str, float]:
    right = joined = same = 0
    for one, other in itertools.combinations(read, 2):
        is_one, was_one = labels[one] == labels[other], rows[one] == rows[other]
        right, joined, same = right + (is_one and was_one), joined + was_one, same + is_one
    return {"precision": share(right, joined), "recall": share(right, same)}


def wrong(half: str) -> Iterator[str]:
    """What was put together wrongly and what was left apart, in words; for the tuning half alone."""
    rows = rows_of(timeline.merge(timeline.to_frame(readings(half))))
    labels = {mention: event for event, mentions in groups(half) for mention in mentions}
    yield from (f"NOT READ  {mention}" for mention in labels if mention not in rows)
    for one, other in itertools.combinations([m for m in labels if m in rows], 2):
        if (labels[one] == labels[other]) != (rows[one] == rows[other]):
            yield f"{'LEFT APART' if labels[one] == labels[other] else 'WRONGLY ONE'}  {one}  {other}"


if __name__ == "__main__":
    print("\n".join(wrong("tuning")))
    for name in HALVES:
        print(name, measured(name))
