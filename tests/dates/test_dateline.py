"""Datelines: the day of publication as the head of a text gives it."""

import datetime as dt

import pytest

from timeline.dates.dateline import published_in
from timeline.dates.tagger import tag

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
    "head",
    [
        "JOINT STATEMENT, 18 JANUARY 2025",
        "THE HAGUE, 18 January 2025.",
        "BOSNIA AND HERZEGOVINA, 18 JANUARY 2025 —",
        "COX'S BAZAR, Bangladesh, 18 January 2025 (AFP) -",
        "ABOARD AIR FORCE ONE, 18 January 2025 —",
        "NEW YORK/LONDON, 18 January 2025 (Reuters) -",
        "Published on 18 January 2025",
        "Updated 18 January 2025 at 10:30",
        "Updated: 18 January 2025, Kyiv",
        "18 January 2025\nTalks end\nUpdated 19 January 2025",
    ],
)
def test_places_papers_and_labels_have_a_dateline(head):
    assert published_in(f"{head}\nThey ended.").published == DAY


@pytest.mark.parametrize(
    "head",
    [
        "THE PRESIDENT RESIGNED ON 3 MAY 2019.",
        "ON MAY 3, 2019 - A FRIDAY - REBELS SEIZED KIDAL.",
        "REBELS SEIZED KIDAL MAY 3, 2019.",
        "REBELS SEIZE KIDAL, MAY 3, 2019",
        "MALI COUP, 3 MAY 2019",
        "KIDAL FALLS, 3 MAY 2019.",
        "Ceasefire Signed, 3 May 2019",
        "IT ALL BEGAN ON 3 MAY 2019:",
        "THE KING DIES 3 MAY 2019",
        "Yesterday, 3 May 2019 - rebels seized Kidal.",
        "Released on 3 May 2019 after ten years in jail, he left.",
        "Published on 3 May 2019, the report says little.",
        "- 3 May 2019 – rebels seized Kidal.",
        "3 May 2019 | Kenya left the union",
        "| 3 May 2019 | Kenya left the union |",
        "3 May 2019 – Rebels seized Kidal.\n6 May 2019 – They left.",
        "3 May 2019. Rebels seized Kidal.\n\n4 June 2020. An accord was signed.",
        "3 May 2019\nRebels seized Kidal.\n\n4 June 2020\nAn accord was signed.\n\n5 June 2021\nIt ended.",
    ],
)
def test_what_happened_on_a_day_and_the_entry_of_a_chronology_are_no_dateline(head):
    assert published_in(f"{head}\n\nThat was all.") is None


def test_an_event_told_in_capitals_puts_nothing_after_it_into_the_future():
    from timeline.table.frame import extract

    frame = extract("THE PRESIDENT RESIGNED ON 3 MAY 2019.\n\nEgypt and Sudan signed an accord on 4 June 2020.")
    assert dict(zip(frame.edtf, frame.status, strict=True)) == {"2019-05-03": "happened", "2020-06-04": "happened"}


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2019 rebels seized Kidal.",
        "3 May 2019\nRebels seized Kidal.",
        "MAY 3, 2019 REBELS SEIZED KIDAL.",
        "In May 2019 troops left.",
        "In 2019 workers walked out.",
    ],
)
def test_a_year_before_people_is_a_year_where_a_day_or_month_stands_before_it(text):
    (timex,) = tag(text)
    assert timex.when.start.year == 2019


@pytest.mark.parametrize(
    "text", ["", "On January 18, 2025 talks ended.", "January 18, 2025 was a Saturday.", "KYIV (AP) — On Friday talks ended."]
)
def test_a_date_of_the_story_is_no_dateline(text):
    assert published_in(text) is None


def test_a_dateline_without_a_year_gives_no_day():
    assert published_in("MOSCOW, Jan 18 - Talks ended.").published is None


@pytest.mark.parametrize(
    "text",
    [
        "3 May 2019 – Rebels seized Kidal.\n\nEgypt and Sudan signed an accord on 4 June 2020.",
        "MAY 3, 2019 – REBELS SEIZED KIDAL\n\nEgypt and Sudan signed an accord on 4 June 2020.",
        "3 May 2019\nRebels seized Kidal.\n\nThey withdrew from Kidal on 4 June 2020.",
    ],
)
def test_a_day_after_which_the_text_tells_what_happened_is_no_day_of_publication(text):
    assert published_in(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "3 May 2019 – Talks ended. Egypt and Sudan will sign an accord on 4 June 2020.",
        "3 May 2019 – Talks ended. He said Sudan signs the accord on 4 June 2020.",
        "3 May 2019 – Talks ended. The two agreed to meet again on 4 June 2020.",
        "3 May 2019 – Talks ended. The vote was scheduled for 4 June 2020.",
        "3 May 2019 – Talks ended. Parliament extended the mission until 4 June 2020.",
        "3 May 2019 – Talks ended. Parliament called an election on 4 June 2020.",
        "3 May 2019 – Talks ended. The court delayed the trial, which opens on 4 June 2020.",
        "KIDAL, 3 May 2019 – Talks ended. The accord signed in Cairo expires on 4 June 2020.",
    ],
)
def test_what_is_still_to_come_leaves_the_day_of_publication(text):
    assert published_in(text).published == dt.date(2019, 5, 3)
