"""A calendar that other programs read: all-day entries that never look more precise than what is known."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.drawing.events import ROWS, table
from timeline.dates.grain import GRAINS
from timeline.drawing.ics import to_ics
from timeline.drawing.wording import date_words

NASTY = "a;b,c\\d\r\nEND:VEVENT\r\nBEGIN:VALARM \x00\u202e\u2028x " + "ü" * 200


def entries(frame):
    return Calendar.from_ical(to_ics(frame)).walk("VEVENT")


def entry(edtf, **more):
    (found,) = entries(table([(edtf, "A treaty is signed", "accord", "Varania; Osterland", "Mosk", 0.5, more)]))
    return found


@pytest.mark.parametrize(
    ("edtf", "first", "after", "summary"),
    [
        ("2025-01-17", "2025-01-17", "2025-01-18", "A treaty is signed"),
        ("2025-01-17~", "2025-01-17", "2025-01-18", "c. 17 January 2025: A treaty is signed"),
        ("2022-02", "2022-02-01", "2022-03-01", "February 2022: A treaty is signed"),
        ("2025-01-13/2025-01-19", "2025-01-13", "2025-01-20", "Week of 13 January 2025: A treaty is signed"),
        ("1979", "1979-01-01", "1980-01-01", "1979: A treaty is signed"),
        ("17XX/18XX", "1700-01-01", "1900-01-01", "18th–19th centuries: A treaty is signed"),
        ("2022-02/..", "2022-02-01", "2022-03-01", "Since February 2022: A treaty is signed"),
        ("../2025-01-17", "2025-01-17", "2025-01-18", "Until 17 January 2025: A treaty is signed"),
        ("../2024", "2024-01-01", "2025-01-01", "Until 2024: A treaty is signed"),
        ("../197X", "1970-01-01", "1980-01-01", "Until 1970s: A treaty is signed"),
        ("0001", "0001-01-01", "0002-01-01", "1: A treaty is signed"),
    ],
)
def test_a_date_is_a_span_of_whole_days_that_says_what_is_known(edtf, first, after, summary):
    found = entry(edtf)
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(after)
    assert (found["DTSTART"].dt, found["DTEND"].dt, str(found["SUMMARY"])) == (*days, summary)
    assert type(found["DTSTART"].dt) is dt.date and found["DTSTART"].params["VALUE"] == "DATE"


def test_the_end_of_the_calendar_is_no_end_of_the_export():
    found = entry("9999/..", grain="year")
    assert found["DTSTART"].dt == dt.date(9999, 1, 1) and "DTEND" not in found
    assert str(found["SUMMARY"]).startswith("Since 9999")


def test_an_entry_tells_sentence_source_address_kind_place_and_blocks_no_time():
    found = entry("2025-01-17")
    assert found["UID"] == "e00000@event-timeline"
    assert "A treaty is signed, the paper reported" in found["DESCRIPTION"] and "Source: Coastal Courier" in found["DESCRIPTION"]
    assert (found["URL"], found["LOCATION"], found["TRANSP"]) == ("https://news.example/1", "Mosk", "TRANSPARENT")
    assert found["CATEGORIES"].cats == ["accord"]


@pytest.mark.parametrize(
    ("more", "status", "tail"),
    [
        ({}, "CONFIRMED", "signed"),
        ({"status": "planned"}, "TENTATIVE", "(planned)"),
        ({"status": "alleged"}, "TENTATIVE", "(alleged)"),
        ({"status": "negated"}, "TENTATIVE", "(negated)"),
        ({"status": "recurring"}, "CONFIRMED", "(recurring)"),
        ({"certainty": "inferred"}, "CONFIRMED", "signed (?)"),
        ({"conflict": True}, "CONFIRMED", "signed (?)"),
    ],
)
def test_what_is_no_fact_says_so(more, status, tail):
    found = entry("2025-01-17", **more)
    assert found["STATUS"] == status and str(found["SUMMARY"]).endswith(tail)


def test_stamps_come_from_the_table():
    assert entry("2025-01-17")["DTSTAMP"].dt == dt.datetime(2025, 1, 18, tzinfo=dt.UTC)
    assert entry("2025-01-17", published=None)["DTSTAMP"].dt == dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def test_lines_are_folded_and_hostile_words_stay_words():
    frame = table([("2022-02", NASTY[:90], "other", NASTY, NASTY, 0.5, {"sentence": NASTY, "url": "javascript:alert(1)"})], source=NASTY)
    data = to_ics(frame)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert sum(line.startswith(b"BEGIN:") for line in data.split(b"\r\n")) == 2 and b"\x00" not in data and b"javascript" not in data
    (found,) = entries(frame)
    assert "a;b,c\\d END:VEVENT" in found["SUMMARY"] and "ü" * 200 in found["DESCRIPTION"]


def test_every_event_has_an_entry_in_the_order_of_the_table():
    found = entries(table(ROWS))
    assert [str(each["UID"]) for each in found] == [f"e{index:05d}@event-timeline" for index in range(len(ROWS))]
    assert entries(table([])) == []


@settings(max_examples=40)
@given(
    st.text(st.characters(codec="utf-8"), max_size=90),
    st.dates(),
    st.sampled_from(GRAINS),
)
def test_any_words_and_day_come_back(title, day, grain):
    frame = table([("2022-02/..", title, "other", "", "", 0.5, {"start": day, "grain": grain})])
    (found,) = entries(frame)
    assert found["DTSTART"].dt == day
    assert str(found["SUMMARY"]).lower().startswith(date_words(frame.to_dict("records")[0]).lower())
