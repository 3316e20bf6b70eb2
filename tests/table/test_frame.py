"""The table made of readings."""

import datetime as dt
import json

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
