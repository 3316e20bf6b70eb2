"""The parts of the page that need no page."""

import datetime as dt

import pytest

from timeline.article import Article
from timeline.drawing.style import Style
from timeline.events.reader import read
from timeline.page.card import marked, told
from timeline.page.chart import event_id_of
from timeline.page.downloads import file_name
from timeline.page.files import FORMATS, lacking, made
from timeline.page.passages import tellers, with_ends
from timeline.page.words import nothing_found, publication
from timeline.table.columns import empty
from timeline.table.frame import to_frame
from timeline.table.merge import merge

TEXT = "War came in 1999. War came in 1999. Peace came in 2001."


@pytest.mark.parametrize(
    "name, expected",
    [
        ("Leaders meet in Cairo", "timeline-leaders-meet-in-cairo"),
        ("../../etc/passwd\x00", "timeline-etc-passwd"),
        ("\u202egpj.exe", "timeline-gpj-exe"),
        ("договор", "timeline"),
        ("word " * 99, "timeline-word-word-word-word-word-word-word-word-word-word-word"),
        ("", "timeline"),
    ],
)
def test_a_file_name_is_one_that_every_file_system_takes(name: str, expected: str) -> None:
    assert file_name(name) == expected


@pytest.mark.parametrize(
    "data, event_id", [("a1", "a1"), (["a1", 2], "a1"), ({"0": "a1"}, "a1"), ("", ""), (None, None), ([], None), (7, None)]
)
def test_the_event_of_a_point_is_found_in_whatever_form_it_comes_back(data: object, event_id: str | None) -> None:
    assert event_id_of(data) == event_id


def test_both_ends_of_a_range_lead_to_the_event_that_spans_them() -> None:
    reading = read(Article("The dam was filled between January 2015 and late 2016. Rebels attacked Kelm in May 2018."))
    frame = to_frame([reading])
    dated = with_ends(reading, tellers(frame)[reading.article.id])
    assert [dated.get(timex.start) for timex in reading.timexes] == [[event_id] for event_id in frame.event_id[[0, 0, 1]]]


def row(sentence: str, words: str, start: int, trigger: int) -> dict[str, object]:
    places = {"char_start": start, "char_stop": start + len(words), "trigger_start": trigger}
    return {"sentence": sentence, "expression": words, "article_id": "a", **places}


def test_the_words_that_date_an_event_are_marked_where_they_stand() -> None:
    parts = marked(row("War came in 1999.", "1999", 30, 18), Article(TEXT))
    assert [(part["text"], part["dates"]) for part in parts] == [("War came in ", False), ("1999", True), (".", False)]


def test_words_that_date_an_event_from_another_sentence_are_shown_after_it() -> None:
    parts = marked(row("Peace came in 2001.", "1999", 12, 36), Article(TEXT))
    assert [(part["text"], part["dates"]) for part in parts] == [("Peace came in 2001.", False), (" — dated by ", False), ("1999", True)]


def test_a_card_tells_who_else_tells_the_event_and_which_dates_disagree() -> None:
    frame = to_frame([read(Article(f"Finland joined NATO on {day} April 2023.", source=f"{day}.txt")) for day in (4, 5)])
    (row,) = merge(frame).to_dict("records")
    said = told(row, None)
    assert ("Told by", "2 articles, dates disagree") in said["facts"]
    assert said["others"] == [
        {"by": "5.txt · 5 April 2023 (another date)", "text": "Finland joined NATO on 5 April 2023.", "agrees": False}
    ]


@pytest.mark.parametrize(
    "article, words",
    [
        (Article("x"), "day of publication not known"),
        (Article("x", published=dt.date(2025, 1, 18)), "published 18 January 2025, as you gave it"),
        (
            Article("x", published=dt.date(2025, 1, 18), published_from="dateline"),
            "published 18 January 2025, from the first lines of the text",
        ),
    ],
)
def test_the_day_of_publication_is_told_with_how_it_is_known(article: Article, words: str) -> None:
    assert publication(article) == words


def test_where_nothing_is_found_the_missing_day_of_publication_is_named() -> None:
    assert "which is not known" in nothing_found(Article("x"))
    assert "which is not known" not in nothing_found(Article("x", published=dt.date(2025, 1, 18)))


@pytest.mark.parametrize("ending", [ending for ending in FORMATS if not lacking(ending)])
def test_a_table_without_events_is_a_file_too(ending: str) -> None:
    assert made(empty(), ending)


def test_the_title_of_an_article_stands_over_its_picture() -> None:
    assert b"Leaders meet in Cairo" in made(empty(), "svg", Style(title="Leaders meet in Cairo"))
