"""What a date does not tell: days inside names, and clauses that say nothing of what happened."""

import datetime as dt

import pytest

from timeline import extract

PUBLISHED = dt.date(2024, 6, 14)


def rows(text: str) -> list[tuple[str, str]]:
    return [(row.title, row.edtf) for row in extract(text, PUBLISHED).itertuples()]


@pytest.mark.parametrize(
    "text",
    [
        "The newspaper 7 January was closed.",
        "That is how it was in 1990.",
        "The turning point came in 1989.",
        "I did so on 14 August 2023.",
        "She called an election nearly a year ahead of schedule.",
        "Bombs went off in the town on one Friday evening.",
        "Marchers demanded a return to the 1992 constitution.",
        "The judges struck down the amnesty law of 1993.",
        "The radio announced it as if it were the second of January.",
        "This March, Moscow went a step further.",
    ],
)
def test_what_tells_nothing_gives_no_row(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The Unaizah May 4 sailed from Jeddah in 2021.", {"2021"}),
        ("During Pinochet's 17-year rule more than 3,000 people were killed in prisons. He fell in 1990.", {"1990"}),
        ("The treaty of 2003 ended the 20-year war.", {"2003"}),
        ("The United States released two of Nixon's briefings from 1973 on 30 August 2023.", {"2023-08-30"}),
        ("A plebiscite in October 1988 went against the general and left him head of the army until 1998.", {"1988-10", "../1998"}),
        ("The 11th-century temple was awarded to Cambodia in 1962.", {"1962"}),
        ("A 19th-century treaty bound them until 1914.", {"18XX", "../1914"}),
        ("Leila de Lima was arrested in February 2017 and not granted bail until November 2023.", {"2017-02", "2023-11"}),
    ],
)
def test_beside_what_tells_nothing_the_rest_is_told(text: str, days: set[str]) -> None:
    found = rows(text)
    assert {day for _, day in found} == days
    assert len(found) == len(days)
    assert not any(" not " in title for title, _ in found)


def test_uncounted_days_after_an_event_dated_later_in_the_text() -> None:
    found = dict(rows("Days after the coup, ECOWAS imposed sanctions. The coup took place on 26 July 2023."))
    assert found["ECOWAS imposed sanctions"].startswith("2023-07-26")


def test_what_something_is_compared_with_is_no_event() -> None:
    text = "Traffic through the canal fell by half in January 2024 compared with a year earlier. Exports rose in 2023 compared with 2021."
    assert rows(text) == [("Exports rose", "2023"), ("Traffic through the canal fell by half", "2024-01")]
