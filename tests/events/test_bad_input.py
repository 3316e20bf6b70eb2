"""Texts that are no articles: headlines, tables, talks, capitals, records; what every reading keeps, and what no analyst wants to see."""

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.article import Article
from timeline.events.event import Reading
from timeline.events.reader import read

PUBLISHED = dt.date(2024, 6, 14)  # a Friday


def reading(text: str) -> Reading:
    return read(Article(text, published=PUBLISHED))


# Text, and of each event the word, the days and the status.
ROWS = [
    ("Can you confirm the strike in Kunar last Thursday?", {("strike", "2024-06-13", "happened")}),
    ("Did the president meet the rebels on Monday?", set()),
    ("What happened in Bolivia on 26 June?", set()),
    ("Why did Iran attack Israel on 13 April?", {("attack", "2024-04-13", "happened")}),
    ("He did not attend the hearing in June 2020.", {("hearing", "2020-06", "happened")}),
    ("The ambassador did not attend the signing of the accord in May 2021.", {("signing", "2021-05", "happened")}),
    ("Putin skipped the BRICS summit in Johannesburg in August 2023.", {("summit", "2023-08", "happened")}),
    ("He denied taking part in the coup of 2009.", {("coup", "2009", "happened")}),
    ("The opposition urged its supporters to take to the streets on Sunday evening.", {("take", "2024-06-16", "planned")}),
    ("He called on Kenyans to protest on Thursday.", {("protest", "2024-06-20", "planned")}),
    ("They arrested me on 28 July.", {("arrested", "2023-07-28", "happened")}),
    ("Macron to visit Beijing in April", {("visit", "2025-04", "planned")}),
    ("His term expires on 5 February 2026.", {("expires", "2026-02-05", "planned")}),
    ("MUSA, Abdelraheem; DOB 01 Jan 1971; nationality Sudan", set()),
    ("2. Viktor SHEIMAN. Date of birth: 26.5.1958. Former prosecutor.", set()),
    ("Gender Male; Passport P00000 issued 12 Mar 2019 expires 11 Mar 2024 (individual)", set()),
    ("Last updated: 3 May 2024", set()),
    ("Source: Reuters, updated 12 May 2024", set()),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_a_question_a_denial_a_call_and_a_record_give_the_rows_that_they_tell(text: str, wanted: set[tuple[str, str, str]]) -> None:
    found = {(text[e.trigger_start : e.trigger_stop], e.when.edtf, e.status) for e in reading(text).events if not e.of}
    assert found == wanted


def test_what_is_to_come_in_a_headline_is_told_with_who_does_it() -> None:
    (event,) = reading("Macron to visit Beijing in April").events
    assert event.title == "Macron will visit Beijing"


LINES = [
    "Russia shelled Kharkiv on 3 May 2024",
    "• Last month: protests erupted in Luanda",
    "14 Apr 2022\tCruiser sunk\tBlack Sea",
    "| 2021 | Guinea | Alpha Conde | President detained by special forces |",
    "3;2020-01-08;Iran;fired missiles;Ain al-Asad",
    "24 Nov 2023    1 Dec 2023     Qatar, Egypt      105 hostages released",
    "QUESTION: Did they meet in Doha yesterday?",
    "MR MILLER: Our envoy met them on Sunday, and again on Monday.",
    "SUDAN'S ARMY SEIZED POWER IN KHARTOUM ON 25 OCTOBER 2021",
    "MANILA, APRIL 30 - THE PHILIPPINES ACCUSED CHINA OF USING WATER CANNON ON TUESDAY",
    "The Council adopted reso-\nlution 2728 on 25 March 2024.It met again in April.12 Algeria vetoed it.",
    "18:55 GMT: President Arce sworn in",
    "@SecBlinken · Jun 12",
    "RT: BREAKING: forces raided Jenin last night https://t.co/abc123",
    "1) In 2011, Gaddafi was captured and killed in Sirte.",
    "Date of birth: 30.8.1954. Date of listing: 6.11.2020",
    "Le président a été élu en mai 2017 à Paris.",
    "\u202eTHE END\u202c\x00 of \ud800 May 2020",
    "……!!! ??? -- 2024-02-30 31 June 2023",
    "Zürich, İstanbul: Äußerungen von Präsident Erdoğan am 3 May 2024 signed",
    "",
]


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=12), st.sampled_from(["\n", "\n\n", " ", "\r\n", "\t"]))
@settings(max_examples=60, deadline=None)
def test_every_event_of_a_mixed_text_points_at_its_words(lines: list[str], between: str) -> None:
    text = between.join(lines)
    found = reading(text)
    for event in found.events:
        timex = event.timex
        assert text[timex.start : timex.stop] == timex.text and timex.text
        assert text[event.trigger_start : event.trigger_stop].strip()
        assert event.sentence in text and timex.rule
        at = text.find(event.sentence, max(0, event.trigger_start - len(event.sentence)))
        assert at <= event.trigger_start
        inside = at <= timex.start and timex.stop <= at + len(event.sentence)
        assert inside or event.certainty in ("inferred", "relative")
        assert len(event.title) <= 90


@given(st.lists(st.sampled_from(LINES[:16]), min_size=1, max_size=6), st.integers(1, 30))
@settings(max_examples=25, deadline=None)
def test_empty_lines_before_a_text_move_its_events_and_nothing_else(lines: list[str], count: int) -> None:
    text = "\n\n".join(lines)
    before, after = reading(text).events, reading("\n" * count + text).events
    assert [(e.title, e.when, e.status, e.trigger_start + count) for e in before] == [
        (e.title, e.when, e.status, e.trigger_start) for e in after
    ]


PIECES = ("?", "…", ". ", "\"'", "?'", '."A', "!A", "(", "—", "\t", "A.", "a\n", "| ", ";a", "•\n", "1 ", "Jan ", "the ", "U.S. ", "Q: ",
          "é", "\u200b", "0", "-", "[1]", "said ", "Mr ", "A, ", "a-\n", "CAIRO, ")  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_text_of_one_thing_over_and_over_is_read_in_its_time(piece: str) -> None:
    text = (piece * 40_000)[:40_000] + " Talks began on 3 May 2019."
    start = time.process_time()
    read(Article(text))
    assert time.process_time() - start < 10, "steps that grow with the square of the length took forty seconds"
