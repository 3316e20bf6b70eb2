"""Lines in capitals as sentences."""

import datetime as dt

import pytest

from timeline.article import Article
from timeline.events.casing import in_sentence_case
from timeline.events.reader import read

LINES = [
    ("THE U.S. AND NORTH KOREA MET IN HANOI", "The U.S. and North Korea met in Hanoi"),
    ("NATO SHIPS SAILED ON MONDAY IN THE BALTIC SEA", "NATO ships sailed on Monday in the Baltic Sea"),
    ("GENERAL ZUNIGA WAS ARRESTED\n\nThe general, Zuniga, came late.", "General Zuniga was arrested\n\nThe general, Zuniga, came late."),
    ("LA PAZ, June 27, 2024 — Police came.", "LA PAZ, June 27, 2024 — Police came."),
    ("SANCTIONS NOTICE", "SANCTIONS NOTICE"),
    ("MANILA - THE PHILIPPINES SENT TWO SHIPS", "MANILA - The Philippines sent two ships"),
    ("SOUTH AFRICA'S ANC TALKED TO THE UAE.", "South Africa's ANC talked to the UAE."),
]


@pytest.mark.parametrize(("text", "wanted"), LINES)
def test_a_line_in_capitals_is_written_as_a_sentence_and_no_character_moves(text: str, wanted: str) -> None:
    assert in_sentence_case(text) == wanted
    assert len(in_sentence_case(text)) == len(text)


def test_the_sentence_of_an_event_stays_as_it_stands_in_the_article() -> None:
    text = "RUSSIA INVADED UKRAINE ON 24 FEBRUARY 2022."
    (event,) = read(Article(text, published=dt.date(2022, 3, 1))).events
    assert event.sentence == text
    assert text[event.trigger_start : event.trigger_stop] == "INVADED"
    assert event.actors == ("Russia", "Ukraine")


def test_three_hundred_events_on_one_line_are_all_kept() -> None:
    line = "; ".join(f"army {n} crossed the river in May {1700 + n}" for n in range(300))
    assert len({event.when for event in read(Article(line, published=dt.date(2024, 1, 1))).events}) == 300
