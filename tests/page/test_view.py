"""What a visitor chooses about the picture, without a browser."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from timeline.article import Article
from timeline.drawing.layout import lay_out
from timeline.errors import BadDate
from timeline.events.reader import read
from timeline.page.gaps import days_from
from timeline.page.window import eras_of, inside, reach_of, window_from
from timeline.table.frame import to_frame

ROOT = Path(__file__).parent.parent.parent
REACH = (dt.date(1900, 1, 1), dt.date(2020, 1, 1))


@pytest.fixture
def page() -> AppTest:
    return AppTest.from_file(str(ROOT / "timeline_app.py"), default_timeout=120).run()


def figure(page: AppTest) -> dict[str, Any]:
    (chart,) = page.get("plotly_chart")
    return json.loads(chart.proto.spec or chart.proto.figure.spec)


def drawn(page: AppTest) -> list[str]:
    """All words on the picture."""
    return [note["text"] for note in figure(page)["layout"]["annotations"]]


def said(page: AppTest) -> str:
    return "\n".join(str(element.value) for kind in ("text", "caption") for element in page.get(kind))


def rows(page: AppTest) -> int:
    return len(page.dataframe[0].value)


def lanes(page: AppTest) -> list[str]:
    """The lanes' names from top to bottom."""
    bold = [note for note in figure(page)["layout"]["annotations"] if note["yref"] == "paper" and note["text"].startswith("<b>")]
    return [note["text"][3:-4] for note in sorted(bold, key=lambda note: -note["y"]) if note["font"]["size"] == 13]


def test_eras_are_cut_and_a_linear_axis_is_whole(page: AppTest) -> None:
    assert "xaxis2" in figure(page)["layout"]
    page.segmented_control(key="axis").set_value("True scale").run()
    assert "xaxis2" not in figure(page)["layout"]


@pytest.mark.parametrize("choice, lane", [("By actor", "Iran"), ("By place", "Ukraine"), ("By kind", "Accord")])
def test_lanes_are_by_what_is_chosen(page: AppTest, choice: str, lane: str) -> None:
    page.selectbox(key="lanes").set_value(choice).run()
    assert lane in lanes(page)


def test_without_lanes_there_are_none(page: AppTest) -> None:
    page.selectbox(key="lanes").set_value("No lanes").run()
    assert lanes(page) == []


def test_lanes_stand_by_first_event_or_by_count(page: AppTest) -> None:
    assert lanes(page)[0] == "Conflict"
    page.segmented_control(key="order").set_value("Most events").run()
    assert lanes(page)[0] == "Accord"


def test_one_era_is_chosen_by_its_years_and_left_again(page: AppTest) -> None:
    every = rows(page)
    page.selectbox(key="window").set_value("2017–2022").run()
    assert rows(page) == 3
    assert f"3 of {every} events: 2017–2022" in said(page)
    page.button(key="all-time").click().run()
    assert rows(page) == every
    assert not [button for button in page.button if button.key == "all-time"]


def test_own_dates_are_read_in_words(page: AppTest) -> None:
    page.selectbox(key="window").set_value("Own dates").run()
    page.text_input(key="from").set_value("the 1990s").run()
    page.text_input(key="to").set_value("March 2015").run()
    assert rows(page) == 1
    assert "1 of 12 events: 1 January 1990 to 31 March 2015" in said(page)


def test_dates_that_cannot_be_read_are_told_and_all_time_stays(page: AppTest) -> None:
    page.selectbox(key="window").set_value("Own dates").run()
    page.text_input(key="from").set_value("soon").run()
    assert "Cannot read 'soon' as a date. Write a year, a month or a day, such as 1990" in said(page)
    assert rows(page) == 12


def test_a_window_without_events_says_so_and_shows_the_way_back(page: AppTest) -> None:
    page.selectbox(key="window").set_value("Own dates").run()
    page.text_input(key="from").set_value("1500").run()
    page.text_input(key="to").set_value("1510").run()
    assert "0 of 12 events: 1 January 1500 to 31 December 1510" in said(page)
    assert not page.get("plotly_chart")
    page.button(key="all-time").click().run()
    assert rows(page) == 12


def test_an_era_of_another_article_falls_back_to_all_time(page: AppTest) -> None:
    page.selectbox(key="window").set_value("2017–2022").run()
    page.selectbox(key="seed").select_index(1).run()
    assert not page.exception
    assert page.selectbox(key="window").value == "All time"


def test_gaps_are_listed_lane_by_lane_with_their_days(page: AppTest) -> None:
    assert "nothing from" not in said(page)
    page.selectbox(key="gaps").set_value("10 years").run()
    assert "nothing from 1 January 2002 to 31 December 2023 (22 years)" in said(page)
    assert [box.label for box in page.expander if "Gaps" in box.label] == ["Gaps of 10 years or more: 3"]


@pytest.mark.parametrize("words, days", [("Not shown", 0), ("1 year", 365), ("18 months", 547), ("2 weeks", 14), ("40 Days", 40)])
def test_a_length_of_time_is_read(words: str, days: int) -> None:
    assert days_from(words) == (days, "")


@pytest.mark.parametrize("words", ["long", "0 days", "-3 years", "18 moons", "9" * 50 + " years", "٣ years"])
def test_what_is_no_length_of_time_is_told(words: str) -> None:
    days, fault = days_from(words)
    assert days == 0
    assert "Write a number and a unit, such as 18 months" in fault


def test_legend_and_strip_can_be_left_out(page: AppTest) -> None:
    assert {"True scale", "week or month"} <= set(drawn(page))
    page.toggle(key="legend").set_value(False).run()
    page.toggle(key="strip").set_value(False).run()
    assert not {"True scale", "week or month"} & set(drawn(page))


def test_title_and_credit_are_the_makers_choice(page: AppTest) -> None:
    next(field for field in page.text_input if field.label == "Title").set_value("A pact and its past").run()
    next(field for field in page.text_input if field.label == "Credit line").set_value("Drawn by the desk").run()
    assert {"<b>A pact and its past</b>", "Drawn by the desk"} <= set(drawn(page))
    assert not page.query_params, "words stay out of the address"


def test_the_address_brings_the_view_back() -> None:
    page = AppTest.from_file(str(ROOT / "timeline_app.py"), default_timeout=120)
    for name, value in {"lanes": "By actor", "axis": "True scale", "window": "2017–2022", "gaps": "18 months", "legend": "false"}.items():
        page.query_params[name] = value
    page.run()
    assert lanes(page) == ["United States", "Russia"]
    assert "3 of 12 events: 2017–2022" in said(page)
    assert page.selectbox(key="gaps").value == "18 months"
    assert "week or month" not in drawn(page)


def test_what_an_address_says_wrongly_is_passed_over_in_silence() -> None:
    page = AppTest.from_file(str(ROOT / "timeline_app.py"), default_timeout=120)
    odd = {"lanes": "<b>", "axis": "3", "window": "Own dates", "from": "soon", "gaps": "x", "order": "", "size": "huge", "strip": "maybe"}
    for name, value in odd.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    assert rows(page) == 12
    assert "Cannot read" not in said(page)


def test_an_event_is_found_by_its_words(page: AppTest) -> None:
    field = page.selectbox(key="find")
    field.set_value(next(option for option in field.options if option.startswith("February 2022"))).run()
    (shown,) = [json.loads(part.proto.json) for part in page.get("bidi_component") if part.proto.component_name == "timeline.card"]
    assert shown["date"] == "February 2022"
    assert page.selectbox(key="find").value is None


@pytest.mark.parametrize(
    "first, last, window",
    [
        ("1990", "2000", (dt.date(1990, 1, 1), dt.date(2001, 1, 1))),
        ("March 2015", "", (dt.date(2015, 3, 1), REACH[1])),
        ("", "the 1990s", (REACH[0], dt.date(2000, 1, 1))),
        ("17 January 2015", "2015-01-17", (dt.date(2015, 1, 17), dt.date(2015, 1, 18))),
        ("2030", " ", (dt.date(2030, 1, 1), dt.date(2030, 1, 2))),
        ("", "1500", (dt.date(1500, 12, 31), dt.date(1501, 1, 1))),
    ],
)
def test_a_window_goes_from_the_first_day_of_its_start_to_the_last_of_its_end(first: str, last: str, window: object) -> None:
    assert window_from(first, last, REACH) == window


def test_without_dates_there_is_no_window() -> None:
    assert window_from(" ", "", REACH) is None


@pytest.mark.parametrize(
    "first, last, words",
    [
        ("soon", "", "cannot read 'soon' as a date"),
        ("2001 troops", "", "cannot read '2001 troops' as a date"),
        ("", "yesterday", "cannot read 'yesterday' as a date"),
        ("2001", "1999", "the end, '1999', comes before the start, '2001'"),
        ("../2009", "", "'../2009' has no beginning"),
        ("", "2009/..", "'2009/..' has no end"),
        ("x" * 99, "", "it is too long"),
    ],
)
def test_what_is_no_window_is_told(first: str, last: str, words: str) -> None:
    with pytest.raises(BadDate, match=words):
        window_from(first, last, REACH)


def test_every_event_lies_in_an_era_that_its_years_name() -> None:
    frame = to_frame([read(Article("War came in 1850. Peace came in 1852. The accord was signed on 3 May 2019. It ended in 2020."))])
    eras = eras_of(frame)
    assert list(eras) == ["1850–1852", "2019–2020"]
    assert [len(inside(frame, window)) for window in eras.values()] == [2, 2]
    assert reach_of(frame) == (dt.date(1850, 1, 1), dt.date(2021, 1, 1))


def test_an_open_end_reaches_into_every_window_on_its_side() -> None:
    frame = to_frame([read(Article("War has raged since 2014. An accord was signed in 1999."))])
    assert list(inside(frame, (dt.date(2020, 1, 1), dt.date(2021, 1, 1)))["edtf"]) == ["2014/.."]


def test_among_ten_thousand_events_a_click_draws_nothing_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn_widths: list[int] = []
    monkeypatch.setattr("sys.argv", ["staged_app.py", "crowd"])
    monkeypatch.setattr("timeline.page.reading.read_once", None)  # put back after the stage has taken its place
    monkeypatch.setattr("timeline.page.chart.lay_out", lambda frame, style: drawn_widths.append(style.width) or lay_out(frame, style))
    page = AppTest.from_file(str(Path(__file__).with_name("staged_app.py")), default_timeout=120).run()
    page.button(key="first").click().run()
    page.button(key="after").click().run()
    assert not page.exception
    assert len(drawn_widths) == 1
    assert len(json.dumps(figure(page))) < 1_000_000
    assert not [box for box in page.selectbox if box.key == "find"], "a list of ten thousand is not sent with every click"
