"""What differs between two revisions is told event by event and field by field."""

import datetime as dt
from typing import Any

import pandas as pd
import pytest

from tests.table.test_merge import row, table
from timeline.table.correcting import addition, correction, hiding, joining, parting
from timeline.table.difference import Difference, difference
from timeline.table.edits import apply
from timeline.table.merge import merge

ANNA: dict[str, Any] = {"by": "anna", "at": dt.datetime(2026, 11, 25, 10, 4)}


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    return merge(
        table(
            row("a", "2024-04-19", "Israel struck an air base near Isfahan", actors="Israel", places="Isfahan"),
            row("b", "2024-04-19", "Israeli jets bombed the base", actors="Israel; Iran", places="Iran"),
            row("a", "2024-04-01", "Israel bombed a consulate in Damascus", actors="Israel", places="Damascus"),
            row("c", "2020", "Peru held an election", "election", actors="Peru"),
        )
    )


def test_a_table_does_not_differ_from_itself(frame: pd.DataFrame) -> None:
    assert difference(frame, frame) == Difference()
    assert difference(frame, frame).empty and difference(frame, frame).words() == []


def test_added_removed_and_changed_events_are_told(frame: pd.DataFrame) -> None:
    peru = str(frame.event_id[0])
    edits = [
        correction(frame, peru, "date", "May 2020", **ANNA),
        correction(frame, peru, "actors", "", **ANNA),
        correction(frame, peru, "note", "check", **ANNA),
        hiding(frame, [str(frame.event_id[1])], **ANNA),
        addition("Peace came", "c. 1990", **ANNA),
    ]
    found = difference(frame, apply(frame, edits))
    assert [each.title for each in found.added] == ["Peace came"]
    assert [each.title for each in found.removed] == ["Israel bombed a consulate in Damascus"]
    (change,) = found.changed
    assert change.fields == (("date", "2020", "May 2020"), ("actors", "Peru", ""), ("note", "", "check"))
    assert found.words() == [
        "Added: c. 1990, Peace came",
        "Removed: 1 April 2024, Israel bombed a consulate in Damascus",
        "Changed: Peru held an election (date: 2020 → May 2020; actors: Peru → nothing; note: nothing → check)",
    ]
    back = difference(apply(frame, edits), frame)
    assert (len(back.added), len(back.removed), len(back.changed)) == (1, 1, 1)


def test_merged_and_split_events_say_with_what(frame: pd.DataFrame) -> None:
    pair = str(frame.event_id[frame.n_sources == 2].iloc[0])
    (gone,) = difference(frame, apply(frame, [joining(frame, [pair, str(frame.event_id[0])], **ANNA)])).removed
    assert (gone.title, gone.of) == ("Peru held an election", frame.title[frame.event_id == pair].iloc[0])
    (new,) = difference(frame, apply(frame, [parting(frame, pair, **ANNA)])).added
    assert new.of == frame.title[frame.event_id == pair].iloc[0]


def test_an_event_for_which_another_mention_speaks_is_the_same(frame: pd.DataFrame) -> None:
    pair = frame[frame.n_sources == 2].reset_index(drop=True)
    (other,) = {"a-2024-04-19-Israel struck an air base near", "b-2024-04-19-Israeli jets bombed the base"} - set(pair.event_id)
    found = difference(pair, pair.assign(event_id=pd.Series([other], dtype="str")))
    assert found == Difference()
