"""Dates in words say what is known, and no more."""

import pytest

from timeline.dates.datespan import DateSpan
from timeline.drawing.wording import date_words, length_words


def row(edtf, certainty="stated", grain=None):
    span = DateSpan.from_edtf(edtf)
    return {"start": span.start, "stop": span.stop, "grain": grain or span.grain, "approximate": span.approximate, "certainty": certainty}


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-01-17", "17 January 2025"),
        ("2022-02", "February 2022"),
        ("2001", "2001"),
        ("199X", "1990s"),
        ("17XX", "18th century"),
        ("20XX", "21st century"),
        ("17XX/18XX", "18th–19th centuries"),
        ("196X/197X", "1960s–1970s"),
        ("2017/2021", "2017–2021"),
        ("2016-22", "summer 2016"),
        ("2016-24", "winter 2016–17"),
        ("2023-36", "Q4 2023"),
        ("2023-40", "first half of 2023"),
        ("2022-06-24/2022-06-26", "24–26 June 2022"),
        ("2022-06-30/2022-07-02", "30 June – 2 July 2022"),
        ("2021-12-30/2022-01-02", "30 December 2021 – 2 January 2022"),
        ("2025-01-13/2025-01-19", "week of 13 January 2025"),
        ("2023-06/2023-11", "June–November 2023"),
        ("2023-11/2024-02", "November 2023 – February 2024"),
        ("2021-01~/2021-04~", "c. January–April 2021"),
        ("2025-01-17~/2025-01-20~", "c. 17–20 January 2025"),
        ("1648~", "c. 1648"),
        ("2022-02/..", "since February 2022"),
        ("2022~/..", "since c. 2022"),
        ("../2025-01-17", "until 17 January 2025"),
        ("../2024", "until 2024"),
        ("0814-01-28", "28 January 814"),
    ],
)
def test_date_words_print_only_what_is_known(edtf, words):
    assert date_words(row(edtf)) == words


def test_a_date_somewhere_in_a_named_war_is_told_in_years():
    assert date_words(row("1939-09-01/1945-09-02", "named")) == "1939–1945"


def test_a_numeric_date_that_can_be_read_two_ways_shows_both():
    assert date_words(row("2014-03-04~/2014-04-03~", "ambiguous")) == "4 March or 3 April 2014"
    assert date_words(row("2014-03-04~/2014-06-05~", "ambiguous")) == "c. 4 March – 5 June 2014"


def test_a_rough_week_is_told_in_days():
    assert date_words(row("2025-01-18~/2025-01-24~", grain="week")) == "c. 18–24 January 2025"


def test_a_short_named_time_keeps_its_days():
    assert date_words(row("1967-06-05/1967-06-10", "named")) == "5–10 June 1967"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 day"),
        (5, "5 days"),
        (70, "2 months"),
        (400, "13 months"),
        (69_762, "191 years"),
        (800, "26 months"),
        (365, "1 year"),
        (731, "2 years"),
    ],
)
def test_lengths_use_their_unit_that_rounds_little(days, words):
    assert length_words(days) == words
