"""Four hundred rows of twenty articles: whatever their order, copied, corrected, split and merged again, the same bytes come out."""

import datetime as dt
import random

import pandas as pd
import pytest

from tests.table.test_merge import row, table
from timeline.drawing.export import from_json, to_csv, to_json
from timeline.table.columns import check
from timeline.table.merge import mentions, merge, split

NAMES = ("Kenya", "Uganda", "Peru", "Chile", "Oman", "Yemen", "Laos", "Nepal", "Cuba", "Haiti")
DEEDS = (
    ("signed a treaty with", "accord"),
    ("struck a base in", "attack"),
    ("imposed sanctions on", "sanction"),
    ("met leaders of", "diplomacy"),
)


def rows() -> list[dict[str, object]]:
    """Twenty articles of twenty rows, which tell eighty events with finer and coarser dates."""
    chance = random.Random(11)
    events = []
    for _ in range(80):
        (one, other), (deed, kind) = chance.sample(NAMES, 2), chance.choice(DEEDS)
        day = dt.date(2001, 1, 1) + dt.timedelta(days=chance.randrange(3000))
        events.append((one, other, f"{one} {deed} {other} over the river", kind, day.isoformat()))
    found = []
    for article in range(20):
        for number, (one, other, title, kind, day) in enumerate(chance.sample(events, 20)):
            edtf = day if chance.random() < 0.7 else day[:7]
            cells = row(f"article {article:02}", edtf, title, kind, f"{one}; {other}", event_id=f"{article}.{number}")
            found.append(cells)
    return found


@pytest.fixture(scope="module")
def merged() -> pd.DataFrame:
    frame = merge(table(*rows()))
    check(frame)
    assert 60 < len(frame) < 200
    assert len(mentions(frame)) == 400
    return frame


@pytest.mark.parametrize("seed", range(5))
def test_any_order_with_copies_gives_the_same_bytes(merged: pd.DataFrame, seed: int) -> None:
    chance = random.Random(seed)
    cells = rows()
    cells += chance.sample(cells, 60)
    chance.shuffle(cells)
    assert to_json(merge(table(*cells))) == to_json(merged)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_split_in_any_order_and_merged_again_gives_the_same_bytes(merged: pd.DataFrame, seed: int) -> None:
    events = list(merged.event_id[merged.n_sources > 1])
    random.Random(seed).shuffle(events)
    frame = merged
    for event in events:
        frame = split(frame, event)
    assert len(frame) == 400
    assert to_json(merge(frame)) == to_json(merged)
    assert to_csv(merge(from_json(to_json(frame)))) == to_csv(merged)


def test_a_corrected_cell_stays_through_orders_splits_and_merges() -> None:
    frame = table(*rows())
    frame.loc[[3, 57, 200], "title"] = "A title of my own"
    frame.loc[[5, 99], "actors"] = "Malta"
    first = merge(frame)
    again = merge(frame.sample(frac=1, random_state=4))
    assert to_json(again) == to_json(first)
    told = mentions(first)
    assert (told.title == "A title of my own").sum() == 3 and (told.actors == "Malta").sum() == 2
    back = first
    for event in first.event_id[first.n_sources > 1]:
        back = split(back, event)
    assert to_json(merge(back)) == to_json(first)


def test_tables_merged_in_parts_give_what_all_at_once_gives(merged: pd.DataFrame) -> None:
    cells = rows()
    halves = [merge(table(*cells[:200])), merge(table(*cells[200:]))]
    assert to_json(merge(pd.concat(halves))) == to_json(merged)
