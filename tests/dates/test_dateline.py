"""Datelines: the day of publication as the head of a text gives it."""

import datetime as dt

import pytest

from timeline.dates.dateline import published_in

DAY = dt.date(2025, 1, 18)


@pytest.mark.parametrize(
    "text",
    [
        "date 2025-01-18 Russia and Iran sign",
        "MOSCOW, Jan 18, 2025 (Own) - Talks ended.",
        "January 18, 2025.\n\nTalks ended.",
        "Talks end\n\nPublished: 18 January 2025 10:30 GMT\nThey ended.",
        "Talks end\nBy Jane Doe | 18 January 2025\n",
        "Talks end\n\nAnkara, 18 January 2025 — They ended.",
        "MOSCOW, Jan 18 - Talks ended on January 17, 2025.",
    ],
)
def test_a_dateline_is_found_at_the_head(text):
    assert published_in(text).published == DAY


@pytest.mark.parametrize(
    "text", ["", "On January 18, 2025 talks ended.", "January 18, 2025 was a Saturday.", "KYIV (AP) — On Friday talks ended."]
)
def test_a_date_of_the_story_is_no_dateline(text):
    assert published_in(text) is None


def test_a_dateline_without_a_year_gives_no_day():
    assert published_in("MOSCOW, Jan 18 - Talks ended.").published is None
