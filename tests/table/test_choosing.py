"""Events are chosen by what a reader asks for; an address holds the choice, and every export can say it."""

import datetime as dt
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.table.test_merge import row, table
from timeline.dates.grain import GRAINS
from timeline.dates.timex import CERTAINTIES
from timeline.errors import BadFilter
from timeline.events.event import KINDS, STATUSES
from timeline.table.choosing import Filter, choices, chosen, filter_from, filter_words, share_words
from timeline.table.correcting import correction
from timeline.table.edits import apply
from timeline.table.merge import merge


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    return merge(
        table(
            row("a", "2014-03-18", "Russia annexed Crimea", "invasion", "Russia; Ukraine", "Crimea"),
            row("a", "2015", "Iran and six powers signed an accord", "accord", "Iran", "Vienna", certainty="relative", score=0.4),
            row("b", "2016-01-16", "Sanctions on Iran were lifted", "sanction", "United States; Iran", status="alleged"),
            row("b", "2018/..", "Élections have been called in Peru", "election", "Peru", score=0.3),
            row("c", "2024-04-19", "Israel struck an air base near Isfahan", "attack", "Israel", "Isfahan"),
            row("d", "2024-04", "Israeli jets hit a radar near Isfahan", "attack", "Israel; Iran", "Isfahan", sentence="A radar burned."),
        )
    )


def titles(frame: pd.DataFrame) -> list[str]:
    return [title.split()[0] for title in frame["title"]]


EVERY = ["Russia", "Iran", "Sanctions", "Élections", "Israel"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), EVERY),
        (Filter(start=dt.date(2015, 6, 1)), EVERY[1:]),
        (Filter(stop=dt.date(2015, 1, 1)), ["Russia"]),
        (Filter(start=dt.date(2020, 1, 1), stop=dt.date(2021, 1, 1)), ["Élections"]),
        (Filter(words="iran"), ["Iran", "Sanctions"]),
        (Filter(words="signed IRAN"), ["Iran"]),
        (Filter(words='"air base"'), ["Israel"]),
        (Filter(words='"base air"'), []),
        (Filter(words="elections"), ["Élections"]),
        (Filter(words="radar burned"), ["Israel"]),
        (Filter(actors=("Iran",)), ["Iran", "Sanctions"]),
        (Filter(actors=("Peru", "Russia")), ["Russia", "Élections"]),
        (Filter(places=("Isfahan",)), ["Israel"]),
        (Filter(kinds=("accord", "attack")), ["Iran", "Israel"]),
        (Filter(articles=("d",)), ["Israel"]),
        (Filter(articles=("a", "c")), ["Russia", "Iran", "Israel"]),
        (Filter(statuses=("alleged",)), ["Sanctions"]),
        (Filter(certainties=("relative",)), ["Iran"]),
        (Filter(grain="month"), ["Russia", "Sanctions", "Israel"]),
        (Filter(score=0.4), ["Russia", "Iran", "Sanctions", "Israel"]),
        (Filter(actors=("Iran",), kinds=("accord",), stop=dt.date(2016, 1, 1)), ["Iran"]),
        (Filter(conflict=True), []),
        (Filter(edited=True), []),
    ],
)
def test_a_filter_lets_through_what_it_asks_for(frame: pd.DataFrame, wanted: Filter, found: list[str]) -> None:
    assert titles(chosen(frame, wanted)) == found
    assert titles(chosen(frame.iloc[:0], wanted)) == []


def test_edited_and_noted_events_and_those_with_two_dates_are_chosen(frame: pd.DataFrame) -> None:
    who: dict[str, Any] = {"by": "anna", "at": dt.datetime(2026, 11, 25)}
    ids = list(frame.event_id)
    edited = apply(frame, [correction(frame, ids[0], "kind", "other", **who), correction(frame, ids[1], "note", "check", **who)])
    assert titles(chosen(edited, Filter(edited=True))) == EVERY[:2]
    assert titles(chosen(edited, Filter(words="check"))) == [EVERY[1]]
    disputed = edited.assign(conflict=[True, False, False, False, False])
    assert titles(chosen(disputed, Filter(conflict=True))) == EVERY[:1]


def test_the_choices_are_those_of_the_table_the_commonest_first(frame: pd.DataFrame) -> None:
    assert list(choices(frame, "actors").items())[:2] == [("Iran", 2), ("Israel", 1)]
    assert choices(frame, "statuses") == {"happened": 4, "alleged": 1}
    with pytest.raises(BadFilter, match="'score' has no choices"):
        choices(frame, "score")


def test_how_much_is_shown_is_told_with_the_choice(frame: pd.DataFrame) -> None:
    wanted = Filter(start=dt.date(2014, 1, 1), stop=dt.date(2017, 1, 1), actors=("Iran",))
    assert share_words(len(chosen(frame, wanted)), len(frame), wanted) == "2 of 5 events: 2014 to 2016, Iran"
    assert share_words(5, 5, Filter()) == "5 events"
    assert share_words(0, 1, Filter(words="war")) == "0 of 1 event: “war”"


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (Filter(start=dt.date(2014, 3, 1), stop=dt.date(2014, 4, 1)), "March 2014"),
        (Filter(start=dt.date(2014, 3, 18), stop=dt.date(2015, 1, 1)), "18 March 2014 to 31 December 2014"),
        (Filter(start=dt.date(2014, 1, 1)), "from 2014"),
        (Filter(stop=dt.date(2014, 1, 1)), "to 2013"),
        (Filter(kinds=("accord", "attack"), grain="month", score=0.5), "accord or attack, dated to the month or finer, worth 0.5 or more"),
        (Filter(grain="day", conflict=True, edited=True), "dated to the day, dates disagree, edited"),
        (Filter(articles=("a",)), "a.txt"),
    ],
)
def test_a_filter_in_words(wanted: Filter, words: str) -> None:
    assert filter_words(wanted, {"a": "a.txt"}) == words


NAMES = st.lists(st.text("abcÄ 'é-&", min_size=1, max_size=9).map(str.strip).filter(bool), max_size=3).map(tuple)
DAYS = st.none() | st.dates(dt.date(2, 1, 1), dt.date(9999, 12, 30))


@st.composite
def filters(draw: st.DrawFn) -> Filter:
    start, stop = draw(DAYS), draw(DAYS)
    if start and stop and start >= stop:
        start = None
    return Filter(
        start, stop, draw(st.text(max_size=30)), draw(NAMES), draw(NAMES), tuple(draw(st.sets(st.sampled_from(KINDS), max_size=3))),
        draw(NAMES), tuple(draw(st.sets(st.sampled_from(STATUSES)))), tuple(draw(st.sets(st.sampled_from(CERTAINTIES)))),
        draw(st.sampled_from(["", *GRAINS])), draw(st.floats(0, 1)), draw(st.booleans()), draw(st.booleans()),
    )  # fmt: skip


@given(filters())
def test_an_address_brings_the_filter_back(wanted: Filter) -> None:
    address = wanted.address()
    assert filter_from(address) == wanted
    assert all(isinstance(value, str) and value for value in address.values())
    assert wanted.empty == (not address) == (not filter_words(wanted))


@given(
    st.dictionaries(
        st.sampled_from(["from", "to", "q", "actor", "kind", "status", "grain", "score", "conflict", "x"]), st.text(max_size=20)
    )
)
def test_whatever_an_address_says_gives_a_filter(address: dict[str, str]) -> None:
    assert isinstance(filter_from(address), Filter)


def test_what_an_address_says_wrongly_is_passed_over() -> None:
    assert filter_from({"kind": "war; accord", "grain": "age", "score": "7", "from": "2016", "to": "soon"}) == Filter(
        start=dt.date(2016, 1, 1), kinds=("accord",)
    )
    assert filter_from({"from": "2016", "to": "2014"}) == Filter()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"kinds": ("war",)}, "kinds 'war' is not one of: accord"),
        ({"grain": "age"}, "grain 'age' is not one of: day"),
        ({"score": 2}, "not a number from 0 to 1"),
        ({"start": dt.date(2016, 1, 1), "stop": dt.date(2014, 1, 1)}, "ends .* before it starts"),
    ],
)
def test_a_filter_that_cannot_be_is_told(values: dict[str, Any], words: str) -> None:
    with pytest.raises(BadFilter, match=words):
        Filter(**values)
