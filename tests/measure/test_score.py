"""The measures reckon as they are defined, and what is measured stands at or above its floor."""

import datetime as dt
import json
from functools import cache
from pathlib import Path

import pytest

from tests.measure import events, expressions, floors, score
from tests.measure.gold import GoldArticle, GoldText, Marked, corpora, timeml
from timeline.dates.spec import Calendar
from timeline.dates.timex import Timex


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2017-07-10", "2017-07-10", "2017-07-10"),
        ("2017-07-10T09:30", "2017-07-10", "2017-07-10"),
        ("2017-W28", "2017-07-10", "2017-07-16"),
        ("2017-W28-WE", "2017-07-15", "2017-07-16"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017-WI", "2017-12-01", "2018-02-28"),
        ("2017-Q3", "2017-07-01", "2017-09-30"),
        ("199", "1990-01-01", "1999-12-31"),
        ("18", "1800-01-01", "1899-12-31"),
        ("2014/2016-03", "2014-01-01", "2016-03-31"),
        ("P3Y", "P3Y", "P3Y"),
        ("2017-13", "2017-13", "2017-13"),
        ("2017-W60", "2017-W60", "2017-W60"),
        ("2017-XX", "2017-XX", "2017-XX"),
    ],
)
def test_a_value_is_compared_as_its_first_and_last_day(value: str, first: str, last: str) -> None:
    assert expressions.days(value) == (first, last)


@pytest.mark.parametrize("value", ["2017", "2017-07", "2017-07-10", "2017-07-10T09:30", "2017-W28", "2017-SU", "2017-Q1", "199", "18"])
def test_what_names_a_place_in_the_calendar_is_datable(value: str) -> None:
    assert expressions.datable(value)


@pytest.mark.parametrize("value", ["", "P3Y", "PAST_REF", "XXXX-WXX-5", "2017-XX", "2017-07-XX", "1", "BC0480", "20170"])
def test_what_names_none_is_not(value: str) -> None:
    assert not expressions.datable(value)


@pytest.mark.parametrize(
    ("gold", "found", "wanted"),
    [
        ([(0, 5)], [(0, 5)], [(0, 0)]),
        ([(0, 5)], [(5, 9)], []),
        ([(0, 5), (6, 20)], [(3, 9), (6, 20)], [(0, 0), (1, 1)]),  # an equal span is not given away
        ([(0, 10)], [(0, 3), (3, 10)], [(0, 1)]),  # the larger share
        ([(0, 4), (4, 10)], [(0, 10)], [(1, 0)]),  # each used once
    ],
)
def test_expressions_are_paired_one_to_one(
    gold: list[tuple[int, int]], found: list[tuple[int, int]], wanted: list[tuple[int, int]]
) -> None:
    marked = [Marked(start, stop, "DATE", ("2017",)) for start, stop in gold]
    assert expressions.pairs(marked, [(start, stop, "DATE", "2017") for start, stop in found]) == wanted


def answer(start: int, stop: int, type_: str, value: str) -> Timex:
    return Timex(start, stop, "x" * (stop - start), Calendar(year=2017), "en/made", type_, value, None)


def test_the_measures_are_those_that_a_reader_reckons_by_hand() -> None:
    gold = [("DATE", "2017-W28"), ("DURATION", "P3Y"), ("DATE", "2001"), ("DATE", "1999")]
    text = GoldText("made", "x" * 100, None, tuple(Marked(10 * k, 10 * k + 8, *g[:1], g[1:]) for k, g in enumerate(gold)))
    found = [
        answer(0, 8, "DATE", "2017-07-10/2017-07-16"),  # the days are right, the value is not
        answer(12, 18, "DATE", "P3Y"),  # inside its span, of another type
        answer(20, 28, "DATE", "2001"),
        answer(80, 88, "DATE", "1945"),  # answers nothing; 1999 is missed
    ]
    measured = expressions.measured([text], lambda _: found)
    assert {name: measured[name] for name in ("strict", "relaxed", "value", "type", "interval", "datable")} == {
        "strict": 50.0,  # 2 of 4 and 4
        "relaxed": 75.0,
        "value": 50.0,
        "type": 50.0,
        "interval": 75.0,
        "datable": pytest.approx(200 / 6),
    }


@pytest.mark.parametrize("value", ["2017", "2018"])
def test_any_of_several_right_values_is_right(value: str) -> None:
    text = GoldText("made", "x" * 20, None, (Marked(0, 8, "", ("2017", "2018")),))
    measured = expressions.measured([text], lambda _: [answer(0, 8, "DATE", value)])
    assert (measured["value"], measured["interval"], measured["datable"]) == (100, 100, 100)
    assert "type" not in measured


def test_timeml_is_read_as_text_with_places(tmp_path: Path) -> None:
    path = tmp_path / "made.tml"
    path.write_text(
        '<TimeML><DCT><TIMEX3 value="2024-02-14T10:00" functionInDocument="CREATION_TIME">x</TIMEX3></DCT><TEXT>A &amp; B <EVENT '
        'tanchor="2024-02-12">met</EVENT> on<TIMEX3 type="DATE" value="2024-02-12"> Monday</TIMEX3>.</TEXT></TimeML>',
        encoding="utf-8",
    )
    gold = timeml(path)
    assert (gold.text, gold.published) == ("A & B met on Monday.", dt.date(2024, 2, 14))
    assert gold.marked == (Marked(13, 19, "DATE", ("2024-02-12",)),)
    assert events.event_words(path)[2] == [(6, 9, dt.date(2024, 2, 12))]


@pytest.mark.parametrize(
    ("title", "good"),
    [
        ("Troops seize the palace", True),
        ("Troops seize the palace on Monday.", False),  # the sentence itself
        ("Troops seize the", False),
        ("They seize the palace", False),
        ("Palace seized on Monday", False),  # says the time
        ("", False),
    ],
)
def test_a_good_title_is_a_headline_of_its_own(title: str, good: bool) -> None:
    assert events.is_headline(title, "Troops seize the palace on Monday.", "on Monday") == good


def test_a_forbidden_title_counts_as_one_wrong_row_more() -> None:
    from timeline.table.frame import extract

    text = "Troops seized the palace on 3 May 2019. The harvest failed in June 2019."
    gold = {"core": True, "when": ["2019-05-03/2019-05-04"], "words": ["palace"], "title": ["palace"], "status": "happened", "kind": []}
    article = GoldArticle("made", text, dt.date(2024, 2, 14), (gold | {"actors": [], "places": [], "expression": ""},), ("harvest",))
    tally = events.counted(article, list(extract(text).itertuples(index=False)))
    assert (tally["rows"], tally["forbidden"]) == (2, 1)
    assert events.shares([tally])["recall"] == 100
    assert events.shares([tally])["precision"] == pytest.approx(100 / 3)


def test_a_measure_below_its_floor_is_named_with_how_much_it_fell() -> None:
    said = floors.fallen({"a": {"value": 80.0, "strict": 90.0, "texts": 3}}, {"a": {"value": 81.5, "strict": 90.0}})
    assert said == ["a: value is 80.00, 1.50 below its floor of 81.5"]


def test_a_measure_without_a_floor_and_a_floor_without_a_measure_are_named() -> None:
    assert "has no floor" in floors.fallen({"a": {"value": 80.0}}, {})[0]
    kept = {"a": {"value": 80.0}, "b": {"value": 70.0}}
    assert floors.unmeasured({"a": {"strict": 1.0}}, kept, frozenset("b")) == ["a: value has a floor of 80.0 and was not measured"]


def test_floors_are_raised_and_never_lowered_or_lost(tmp_path: Path) -> None:
    old = {"a": {"value": 80.0, "strict": 85.0}, "b": {"value": 70.0}}
    new = floors.raised({"a": {"value": 84.44, "strict": 70.0}, "c": {"value": 0.1, "gold": 7}}, old)
    assert new == {"a": {"value": 84.1, "strict": 85.0}, "b": {"value": 70.0}, "c": {"value": 0.0}}
    floors.save(new, tmp_path / "floors.json")
    assert floors.load(tmp_path / "floors.json") == new


def test_score_fails_where_a_floor_is_missed_and_names_the_sets_that_are_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(floors, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(floors, "load", lambda: {"dates tuning": {"value": 81.0}, "timebank": {"value": 70.0}})
    said: list[str] = []
    assert score.concluded({"dates tuning": {"value": 80.5}}, False, said.append) == 1
    assert "NOT MEASURED: aquaint, timebank," in "\n".join(said)
    assert "dates tuning: value is 80.50, 0.50 below its floor of 81.0" in "\n".join(said)
    assert score.concluded({"dates tuning": {"value": 81.0}}, False, said.append) == 0


@cache
def own() -> dict[str, dict[str, float]]:
    """Our own sets, measured once for all tests."""
    return score.own_expressions(1) | score.own_articles() | score.own_merging()


OWN = (
    "dates tuning",
    "dates held-out",
    "traps tuning",
    "traps held-out",
    "articles tuning",
    "articles held-out",
    "articles seeds",
    "articles",
    "merging tuning",
    "merging held-out",
)


def held(name: str, measured: dict[str, float]) -> None:
    kept = {name: floors.load()[name]}
    assert floors.fallen({name: measured}, kept) + floors.unmeasured({name: measured}, kept) == []


@pytest.mark.parametrize("name", OWN)
def test_our_own_gold_is_read_as_well_as_its_floors_say(name: str) -> None:
    held(name, own()[name])


def test_no_set_of_our_own_is_left_out() -> None:
    assert set(own()) == set(OWN)


@pytest.mark.parametrize("name", score.CORPORA)
def test_a_corpus_is_read_as_well_as_its_floors_say(name: str) -> None:
    texts = score.corpus(name)
    if not texts:
        pytest.skip(f"NOT MEASURED: no texts of {name} in {corpora()}")
    held(name, expressions.measured(texts, score.read_text))


@pytest.mark.soak
def test_event_words_are_dated_as_well_as_their_floors_say() -> None:
    measured = score.corpus_days()
    if not measured:
        pytest.skip(f"NOT MEASURED: no texts of {score.ANCHORS} in {corpora()}")
    held(score.ANCHORS, measured[score.ANCHORS])


def test_every_floor_belongs_to_a_set_and_the_file_is_as_it_is_written(tmp_path: Path) -> None:
    assert set(floors.load()) == {*OWN, *score.CORPORA, score.ANCHORS}
    floors.save(floors.load(), tmp_path / "floors.json")
    assert (tmp_path / "floors.json").read_text() == floors.FLOORS.read_text()
    assert all(0 <= floor <= 100 for measures in json.loads(floors.FLOORS.read_text()).values() for floor in measures.values())


def test_every_set_stands_in_the_table_with_the_programs_that_were_measured_on_it() -> None:
    printed = score.compared({"aquaint": {"texts": 73, "strict": 83.94, "kchars/s": 1700}, "wikiwars-train": {"texts": 16}})
    lines = [line.split() for line in printed.splitlines()]
    assert lines[1] == ["aquaint", "73", "83.9", "1700"]
    assert ["HeidelTime", "81.3", "92.5", "72.9", "82.0"] in lines
    assert "all 22 histories; narrative mode" in printed
    assert len({len(line) for line in printed.splitlines()[2:7]}) <= 2  # aligned, but for remarks
