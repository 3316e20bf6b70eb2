"""Dates that a person gives are read like those of an article, and what cannot be read is told with what would be right."""

import datetime as dt

import pytest
from hypothesis import given as given_by
from hypothesis import strategies as st

from timeline.dates.datespan import DateSpan
from timeline.dates.given import date_in, given
from timeline.dates.grain import Grain
from timeline.errors import BadDate

PUBLISHED = dt.date(2025, 1, 18)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("early 2021", "2021-01~/2021-04~"),
        ("2021-03/2021-05", "2021-03/2021-05"),
        ("2021-03", "2021-03"),
        ("March to May 2021", "2021-03/2021-05"),
        ("from March to May 2021", "2021-03/2021-05"),
        ("17.1.2025", "2025-01-17"),
        ("17 january 2025", "2025-01-17"),
        (" on 3  May 2021. ", "2021-05-03"),
        ("since 2014", "2014/.."),
        ("2014/..", "2014/.."),
        ("until March 2014", "../2014-03"),
        ("before 2014", "../2013"),
        ("c. 1990", "1990~"),
        ("18th century", "17XX"),
        ("the 1990s", "199X"),
        ("199X", "199X"),
        ("summer 2016", "2016-22"),
        ("Q4 2023", "2023-36"),
        ("20 February – 3 March 2020", "2020-02-20/2020-03-03"),
        ("13/4/2021", "2021-04-13"),
        ("World War II", "1939-09-01/1945-09-02"),
        ("since the Cold War", "1947/.."),
    ],
)
def test_words_and_edtf_are_read(words: str, edtf: str) -> None:
    assert date_in(words).edtf == edtf


@pytest.mark.parametrize("words", ["3/4/2021", "3-4-2021"])
def test_a_day_and_month_that_could_change_places_are_asked_about_with_both_readings(words: str) -> None:
    with pytest.raises(BadDate, match="can be 4 March 2021 or 3 April 2021. Write 2021-03-04 or 2021-04-03"):
        date_in(words)


def test_what_counts_from_publication_says_so() -> None:
    found = given("last Friday", published=PUBLISHED)
    assert (found.when.edtf, found.certainty) == ("2025-01-17", "relative")
    assert found.said == "17 January 2025, counted from the day of publication, 18 January 2025"


def test_a_year_that_is_not_in_the_words_is_told() -> None:
    found = given("3 May", published=PUBLISHED)
    assert (found.when.edtf, found.when.implied, found.certainty) == ("2024-05-03", "year", "inferred")
    assert "the year taken from the day of publication" in found.said


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "the date is empty. Write a year"),
        ("soon", "cannot read 'soon' as a date. Write a year, a month or a day, such as 1990"),
        ("2001 troops", "cannot read '2001 troops' as a date"),
        ("2 May or 3 May 2021", "cannot read '2 May or 3 May 2021' as a date"),
        ("week of 4 March 2024", "cannot read"),
        ("last Friday", "it counts from the day of publication, which is not known"),
        ("3 May", "it takes its year from the day of publication, which is not known"),
        ("31 February 2020", "2020-02-31 is not a day of the calendar"),
        ("2021-02-30", "2021-02-30"),
        ("44 BC", "it lies before the year 1"),
        ("for three years", "cannot read"),
        ("every Friday", "it says how often, not when"),
        ("2021-05/2021-03", "its end comes before its start"),
        ("../..", "cannot read"),
        ("x" * 99, "it is too long"),
        ("<b>2021</b>", "cannot read"),
    ],
)
def test_what_is_no_date_is_told_with_what_would_be_right(words: str, told: str) -> None:
    with pytest.raises(BadDate) as fault:
        date_in(words)
    assert told in str(fault.value)
    assert "Write" in str(fault.value)


@given_by(st.text(max_size=70))
def test_any_words_give_a_date_or_a_sentence(words: str) -> None:
    try:
        assert isinstance(date_in(words, published=PUBLISHED), DateSpan)
    except BadDate as fault:
        assert len(str(fault)) > 20


@given_by(st.dates(dt.date(1000, 1, 1), dt.date(2999, 1, 1)), st.sampled_from([Grain.day, Grain.month, Grain.year]), st.booleans())
def test_edtf_that_the_table_writes_is_read_back(day: dt.date, grain: Grain, rough: bool) -> None:
    text = day.isoformat()[: {Grain.day: 10, Grain.month: 7, Grain.year: 4}[grain]] + "~" * rough
    assert date_in(text).edtf == text
