"""Publication dates, as people and pages write them."""

import datetime as dt

import pytest

from timeline.errors import BadDate
from timeline.intake.publication import published_day

DAY = dt.date(2025, 1, 18)


@pytest.mark.parametrize(
    "words",
    [
        "2025-01-18",
        "2025-1-18",
        "20250118",
        " 2025-01-18 ",
        "2025-01-18T09:30:00Z",
        "2025-01-18T23:30:00-05:00",
        "2025-01-18 23:30",
        "2025/01/18",
        "18/01/2025",
        "01/18/2025",
        "18.01.2025",
        "18 January 2025",
        "18th of January 2025",
        "18 Jan '25",
        "18-Jan-2025",
        "Jan. 18, 2025",
        "January 18th, 2025",
        "Saturday, 18 January 2025",
        "Sat, 18 Jan 2025 23:30:00 -0800",
        "Sat, 18 Jan 2025 09:30:00 GMT",
        "January 18, 2025 at 9:30 am EST",
        "Updated Jan. 18, 2025 6:00 p.m. ET",
        "Published: 18 January 2025",
        "January 18, 2025 | 9:30",
        DAY,
        dt.datetime(2025, 1, 18, 23, 59),
    ],
)
def test_a_publication_date_is_read_as_people_and_pages_write_it(words: str | dt.date) -> None:
    assert published_day(words) == DAY


@pytest.mark.parametrize(
    "words, message",
    [
        ("", "the publication date is empty. Write a day, month and year"),
        ("yesterday", "cannot read 'yesterday' as a publication date"),
        ("2 weeks ago", "cannot read '2 weeks ago'"),
        ("Friday", "cannot read 'Friday'"),
        ("January 2025", "such as 2025-01-18 or 18 January 2025"),
        ("18 January", "cannot read '18 January'"),
        ("2025", "cannot read '2025'"),
        ("hello", "cannot read 'hello'"),
        ("2025-13-45", "there is no such day"),
        ("2023-02-29", "there is no such day"),
        ("31 February 2020", "cannot read '31 February 2020'"),
        ("99/99/2020", "there is no such day"),
        ("3/4/2014", "can be 3 April 2014 or 4 March 2014. Write 2014-04-03 or 2014-03-04."),
        ("1 " * 5000, "it is too long"),
    ],
)
def test_a_wrong_publication_date_is_refused_with_what_would_be_right(words: str, message: str) -> None:
    with pytest.raises(BadDate) as fault:
        published_day(words)
    assert message in str(fault.value)
    assert len(str(fault.value)) < 300


def test_equal_day_and_month_are_not_ambiguous() -> None:
    assert published_day("4/4/2014") == dt.date(2014, 4, 4)
