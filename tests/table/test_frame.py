"""The table made of readings."""

import datetime as dt
import json

import pytest

from timeline.article import Article
from timeline.events.reader import read
from timeline.table.columns import COLUMNS, check
from timeline.table.frame import extract, to_frame

TEXT = """A pact

Russia and Iran signed a treaty on Friday. In 1979 the shah fled. The army failed to take the town in 2023.
The two sides will meet in March 2025. A bomb killed two people in Minsk on 3 May 2001. Nobody forgot the bombing."""
PUBLISHED = dt.date(2025, 1, 18)


def test_the_table_keeps_its_promises_also_without_rows() -> None:
    empty = extract("Nothing here has a date.")
    assert len(empty) == 0
    assert list(check(empty).columns) == [column.name for column in COLUMNS]


def test_negated_events_are_in_only_when_asked_for() -> None:
    assert "negated" not in set(extract(TEXT, PUBLISHED)["status"])
    assert "negated" in set(extract(TEXT, PUBLISHED, negated=True)["status"])


def test_rows_are_sorted_by_time() -> None:
    starts = list(extract(TEXT, PUBLISHED)["start"])
    assert starts == sorted(starts)


def test_planned_events_are_in() -> None:
    assert "planned" in set(extract(TEXT, PUBLISHED)["status"])


def test_an_event_told_again_is_one_row_with_two_mentions_and_the_dated_one_speaks() -> None:
    frame = extract(TEXT, PUBLISHED)
    (row,) = [row for row in frame.itertuples() if "Minsk" in row.title]
    mentions = json.loads(row.mentions)
    assert row.certainty == "stated"
    assert {TEXT[m["trigger_start"] : m["trigger_stop"]] for m in mentions} >= {"killed", "bombing"}
    assert "Nobody forgot the bombing" not in set(frame["title"])


def test_a_verb_and_a_noun_of_one_clause_are_one_row() -> None:
    frame = extract("The two countries held an election in 2001.", PUBLISHED)
    assert len(frame) == 1


def test_the_same_article_gives_the_same_table() -> None:
    assert extract(TEXT, PUBLISHED).equals(extract(TEXT, PUBLISHED))


def test_two_articles_go_into_one_table() -> None:
    readings = [
        read(Article(text, published=PUBLISHED, source=name)) for text, name in ((TEXT, "a"), ("Iraq invaded Kuwait in 1990.", "b"))
    ]
    frame = to_frame(readings)
    assert set(frame["source"]) == {"a", "b"}


def test_the_same_article_twice_gives_each_event_once() -> None:
    reading = read(Article(TEXT, published=PUBLISHED))
    assert len(to_frame([reading, reading])) == len(to_frame([reading]))


def test_half_a_surrogate_pair_is_held_as_a_lost_character() -> None:
    frame = extract("On 3 May 2001 \ud800 the army attacked Minsk.", PUBLISHED)
    assert len(frame) == 1
    assert "\ufffd" in frame["sentence"][0]


TREATY = """Desert neighbours end border quarrel

N'DJAMENA, May 3, 2024 - Chad and Niger signed a treaty on their common border in N'Djamena on Thursday, ending a quarrel of forty years.

After signing the treaty, the two presidents embraced. The ceremony was broadcast in both countries."""
BLAST = """Blast at Beirut port

A huge explosion devastated the port of Beirut on 4 August 2020. The blast killed more than 200 people and wounded 6,000.
The explosion was caused by ammonium nitrate."""
COUP = """Army seizes power in Gabon

Soldiers in Gabon seized power on Wednesday, 30 August 2023. The coup was led by General Oligui. Following the takeover, crowds danced."""


@pytest.mark.parametrize(
    ("text", "edtf", "starts"),
    [
        (TREATY, "2024-05-02", "Chad and Niger signed a treaty"),
        (BLAST, "2020-08-04", "A huge explosion"),
        (COUP, "2023-08-30", "Soldiers in Gabon"),
    ],
)
def test_a_main_event_told_in_title_lead_and_middle_is_one_row_for_which_the_lead_speaks(text: str, edtf: str, starts: str) -> None:
    (row,) = extract(text, dt.date(2024, 5, 3)).itertuples()
    assert (row.edtf, row.conflict) == (edtf, False)
    assert row.sentence.startswith(starts)


def test_parts_and_results_stand_among_the_mentions_of_their_event() -> None:
    reading = read(Article(BLAST))
    (row,) = to_frame([reading]).itertuples()
    triggers = {mention["trigger_start"] for mention in json.loads(row.mentions)}
    assert {event.trigger_start for event in reading.events if event.status != "negated"} == triggers
