"""Measures how the program reads and merges a made archive: `PYTHONPATH=. python -m tests.corpus.making.measuring 200 [SEED] [--wrong]`.

reading  a mention is found where a row of its sentence has its days; precision is the share of rows that are such a mention
merging  over all pairs of found mentions, those of one event and those of one row
"""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from math import comb
from typing import Any

from tests.corpus.making.articles import made
from timeline import Article, merge
from timeline.table.frame import to_frame
from timeline.table.merge import mentions


def shares(right: Counter[Any], ours: Counter[Any], both: Counter[Any]) -> tuple[float, float]:
    """Recall and precision over pairs, in per cent, from how many mentions stand in each group."""
    pairs = [sum(comb(number, 2) for number in each.values()) for each in (right, ours, both)]
    return 100 * pairs[2] / max(1, pairs[0]), 100 * pairs[2] / max(1, pairs[1])


def measured(number: int, seed: int, wrong: bool = False) -> dict[str, float]:
    """Recall and precision of reading and of merging on so many articles."""
    from timeline.events.reader import read

    gold, readings, texts = [], [], {}
    for line, told in made(number, seed):
        texts[line["id"]] = line["text"]
        gold += told
        article = Article(
            line["text"],
            published=dt.date.fromisoformat(line["date"]),
            title=line["title"],
            source=line["source"],
            url=line["url"],
            id=line["id"],
        )
        readings.append(read(article))
    return compared(gold, mentions(merge(to_frame(readings))), texts, wrong)


def compared(gold: list[dict[str, Any]], found: Any, texts: dict[str, str], wrong: bool = False) -> dict[str, float]:
    """The measures of the mentions of a merged table."""
    ours: dict[str, list[Any]] = {}
    for row in found.itertuples():
        ours.setdefault(row.article_id, []).append(row)
    hit, used, rows_wrong, missed, worse = [], set(), [], [], Counter()
    for line in gold:
        begin, stop = line["start_char"], line["stop_char"]
        inside = [row for row in ours.get(line["article"], ()) if begin <= row.trigger_start < stop]
        days = (line["start"], line["stop"])
        answers = [row for row in inside if (str(row.start)[:10], str(row.stop)[:10]) == days]
        used |= {row.mention_id for row in answers}
        answers.sort(key=lambda row: abs(row.trigger_start - line["trigger_start"]))
        if answers:
            hit.append((line, answers[0]))
            for what, same in (
                ("kind", answers[0].kind == line["kind"]), ("status", answers[0].status == line["status"]),
                ("actors", set(line["actors"]) == _named(answers[0])), ("place", line["place"] in answers[0].places),
            ):  # fmt: skip
                worse[what] += same
        else:
            missed.append((line, inside))
    rows_wrong = [row for row in found.itertuples() if row.mention_id not in used]
    right = Counter(line["event"] for line, _ in hit)
    rows = Counter(row.event_id for _, row in hit)
    both = Counter((line["event"], row.event_id) for line, row in hit)
    recall, precision = shares(right, rows, both)
    agreed = [(line, row) for line, row in hit if not line["contradicts"]]
    plain = shares(
        Counter(line["event"] for line, _ in agreed), Counter(row.event_id for _, row in agreed),
        Counter((line["event"], row.event_id) for line, row in agreed),
    )  # fmt: skip
    if wrong:
        _show(missed, rows_wrong, hit, texts)
    return {
        "mentions": len(gold), "read recall": 100 * len(hit) / len(gold),
        "read precision": 100 * (1 - len(rows_wrong) / max(1, len(found))),
        **{f"same {what}": 100 * number / max(1, len(hit)) for what, number in worse.items()},
        "merge recall": recall, "merge precision": precision,
        "without contradictions: recall": plain[0], "precision": plain[1],
    }  # fmt: skip


def _named(row: Any) -> set[str]:
    return {who for who in row.actors.split("; ") if who[:1].isupper()}


def _show(missed: list[Any], rows_wrong: list[Any], hit: list[Any], texts: dict[str, str]) -> None:
    for line, inside in missed[:60]:
        print("MISSED", line["start"], texts[line["article"]][line["start_char"] : line["stop_char"]], [(r.edtf, r.title) for r in inside])
    for line, row in [each for each in hit if set(each[0]["actors"]) != _named(each[1])][:40]:
        print("ACTORS", line["actors"], row.actors, "|", row.sentence)
    for line, row in [each for each in hit if each[0]["kind"] != each[1].kind][:40]:
        print("KIND", line["kind"], row.kind, "|", row.sentence)
    for row in rows_wrong[:60]:
        print("WRONG", row.edtf, row.kind, row.title, "|", row.sentence)
    events: dict[str, list[Any]] = {}
    groups: dict[str, list[Any]] = {}
    for line, row in hit:
        events.setdefault(line["event"], []).append((line, row))
        groups.setdefault(row.event_id, []).append((line, row))
    apart = sorted((each for each in events.values() if len({row.event_id for _, row in each}) > 1), key=len, reverse=True)
    for each in apart[:25]:
        print("APART")
        for line, row in sorted(each, key=lambda found: found[1].event_id):
            print("   ", row.event_id[:4], line["contradicts"] * "C", row.edtf, row.kind, "|", row.sentence, "|", row.actors)
    for each in [each for each in groups.values() if len({line["event"] for line, _ in each}) > 1][:25]:
        print("JOINED")
        for line, row in each:
            print("   ", line["event"], line["contradicts"] * "C", row.edtf, row.kind, "|", row.sentence, "|", row.actors)


if __name__ == "__main__":
    told = [word for word in sys.argv[1:] if word != "--wrong"]
    for name, value in measured(int(told[0]), int(told[1]) if len(told) > 1 else 1, "--wrong" in sys.argv).items():
        print(f"{name:34} {value:8.2f}")
