"""Dates that are carried on: parts and results of a dated event, what the next sentences go on to tell; none of it fills the table."""

import datetime as dt

import pytest

from timeline import extract
from timeline.article import Article
from timeline.events.reader import read

PUBLISHED = dt.date(2024, 2, 14)
BOMB = "A bomb exploded outside the embassy on 7 August 2023, killing nine people."


def days(text: str) -> dict[str, str]:
    return {text[e.trigger_start : e.trigger_stop]: e.when.edtf for e in read(Article(text, published=PUBLISHED)).events}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Women marched to the mission on 3 May 2019, waving Cuban flags.", {"waving"}),
        ("Castro attended a rally on 3 May 2019 to demand the return of the boy.", {"demand"}),
        ("Two men were arrested on 3 May 2019 and police were forced to use tear gas.", {"forced", "use"}),
        (BOMB + " Dozens of people were wounded.", {"wounded"}),
        (BOMB + " The blast ripped through a bank. Officials say more than 200 people were injured.", {"ripped", "injured"}),
        ("Castro spoke on 2 April 2023. He told the crowd that the boy would return.", {"told"}),
        ("Castro spoke on 2 April 2023. He assured them of his support.", {"assured"}),
        (BOMB + " Bin Laden is accused of organising the bombing.", {"bombing"}),
    ],
)
def test_what_goes_on_with_a_dated_event_takes_its_day(text: str, words: set[str]) -> None:
    found = days(text)
    assert {found.get(word) for word in words} == {next(iter(found.values()))}


@pytest.mark.parametrize(
    "text",
    [
        BOMB + " Kenya has since rebuilt the embassy.",
        BOMB + " The court will hear the case.",
        BOMB + " In 2020 a court acquitted him.",
        "The ministers met on 3 May 2019. The treaty had been signed before.",
        "The minister spoke on 2 April 2023. Analysts said the plan would fail.",
    ],
)
def test_what_comes_before_or_after_a_dated_event_does_not(text: str) -> None:
    last = text.rstrip(".").rsplit(". ", 1)[1]
    assert not any(e.sentence.startswith(last) and e.when.edtf in ("2023-08-07", "2019-05-03", "2023-04-02") for e in _events(text))


def _events(text: str):  # type: ignore[no-untyped-def]
    return read(Article(text, published=PUBLISHED)).events


def test_a_part_is_inferred_names_its_event_and_has_no_row() -> None:
    text = BOMB + " Dozens of people were wounded. The blast ripped through a bank."
    events = {event.id: event for event in _events(text)}
    parts = [event for event in events.values() if event.of]
    assert parts
    assert all(event.certainty == "inferred" and event.of in events and event.timex.rule == events[event.of].timex.rule for event in parts)
    table = extract(text, PUBLISHED)
    assert set(table.event_id).isdisjoint({event.id for event in parts})
    assert len(table) <= 2


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The police began their campaign on 1 July 2016, the day after he was sworn in.", {("began", "2016-07-01")}),
        ("Talks have stalled since late February 2022, when Khan announced cuts.", {("announced", "2022-02-21~/2022-02-28~")}),
        ("Zia ruled until August 1988, when his plane went down.", {("went", "1988-08")}),
        ("Her standing collapsed after August 2017, when the army attacked.", {("attacked", "2017-08")}),
        ("Parliament removed Mr Khan in a vote of no confidence on 10 April 2022.", {("removed", "2022-04-10")}),
        ("White heads a team that investigates the bombings which killed 224 people on 7 August 1998.", {("killed", "1998-08-07")}),
    ],
)
def test_a_date_goes_to_the_clause_that_it_stands_in(text: str, wanted: set[tuple[str, str]]) -> None:
    assert wanted <= {(text[e.trigger_start : e.trigger_stop], e.when.edtf) for e in _events(text)}
