"""What the layout does with tables of every kind; the laws that hold for any table are in test_laws.py."""

import datetime as dt
import itertools

import pytest

from tests.drawing.events import ROWS, table
from tests.drawing.laws import DRAWN, hold_laws
from timeline.drawing.layout import lay_out
from timeline.drawing.lettering import width
from timeline.drawing.picture import svg
from timeline.drawing.style import SIZES, Style


@pytest.mark.parametrize("size", DRAWN, ids=lambda size: "×".join(map(str, size.values())))
def test_every_event_of_the_example_gets_words_at_any_size(size):
    frame = table()
    scene = lay_out(frame, Style(**size))
    hold_laws(frame, scene)
    if "height" not in size:
        assert {label.event_id for label in scene.labels} == set(frame["event_id"])


@pytest.mark.parametrize("name", SIZES)
def test_every_size_people_ask_for_names_every_event_of_the_example(name):
    width_asked, height = SIZES[name]
    frame = table()
    scene = lay_out(frame, Style(width=width_asked, height=height))
    hold_laws(frame, scene)
    assert len(scene.labels) == len(frame)
    assert (scene.width, scene.height) == (width_asked, height or scene.height)


def test_ticks_of_days_do_not_crowd_the_first_of_a_month():
    ticks = lay_out(table([("2024-03-01", "A", "other", "", "", 0.5)]), Style(width=1100)).eras[0].ticks
    gaps = [later.x - tick.x for tick, later in itertools.pairwise(ticks)]
    assert min(gaps) >= 40


def marks(scene):
    return {mark.event_id: mark for mark in scene.marks}


def test_a_mark_stands_in_the_middle_of_what_it_could_be():
    found = marks(
        lay_out(
            table([("17XX", "A", "other", "", "", 0.5), ("2022-02", "B", "other", "", "", 0.5), ("2025-01-17", "C", "other", "", "", 0.5)])
        )
    )
    assert found["e00000"].when.date() == dt.date(1750, 1, 1)
    assert found["e00001"].when == dt.datetime(2022, 2, 15)
    assert found["e00002"].when == dt.datetime(2025, 1, 17, 12)


@pytest.mark.parametrize(
    ("edtf", "shape"),
    [
        ("2025-01-17", "disc"), ("2025-01-13/2025-01-19", "diamond"), ("2022-02", "diamond"), ("2022-22", "square"), ("2001", "square"),
        ("199X", "ring"), ("17XX", "ring"), ("17XX/18XX", "ring"), ("2021-01~/2021-04~", "square"), ("2022-02/..", "diamond"),
    ],
)  # fmt: skip
def test_the_shape_says_how_precise_the_date_is(edtf, shape):
    assert marks(lay_out(table([(edtf, "A", "other", "", "", 0.5)])))["e00000"].shape == shape


def bars(edtf, **more):
    scene = lay_out(table([(edtf, "A", "other", "", "", 0.5, more), ("1990-01-01", "B", "other", "", "", 0.5)]), Style(mode="linear"))
    return [(bar.sort, bar.start.date(), bar.stop.date(), bar.fade) for bar in scene.bars if bar.event_id == "e00000"]


def test_the_span_a_source_allows_is_pale():
    assert bars("199X") == [("allowed", dt.date(1990, 1, 1), dt.date(2000, 1, 1), "")]


def test_a_span_from_a_named_time_is_what_the_source_allows():
    assert bars("1991-01-01/1994-06-30", certainty="named") == [("allowed", dt.date(1991, 1, 1), dt.date(1994, 7, 1), "")]


def test_a_true_duration_is_solid_between_its_rough_ends():
    pale, solid = bars("1991/1994")
    assert pale == ("allowed", dt.date(1991, 1, 1), dt.date(1995, 1, 1), "")
    assert solid == ("lasting", dt.date(1991, 7, 2), dt.date(1994, 7, 2), "")


def test_a_duration_known_to_the_day_ends_where_the_table_says():
    assert bars("1991-03-05/1994-06-30")[-1] == ("lasting", dt.date(1991, 3, 5), dt.date(1994, 7, 1), "")


def test_open_ends_fade_and_never_reach_into_eternity():
    assert [bar[3] for bar in bars("1995-02-03/..") if bar[0] == "lasting"] == ["right"]
    assert [bar[3] for bar in bars("../1995-02-03") if bar[0] == "lasting"] == ["left"]


def test_long_empty_time_is_cut_and_the_cut_says_how_long():
    scene = lay_out(table([("1783", "A", "other", "", "", 0.5), *(((f"2024-0{n}-11"), "B", "other", "", "", 0.5) for n in range(1, 7))]))
    assert [cut.text for cut in scene.cuts] == ["240 years left out"]
    assert scene.strip is not None and len(scene.strip.shown) == 2


def test_evenly_spread_events_stay_on_one_axis():
    scene = lay_out(table([(f"{year}", "A", "other", "", "", 0.5) for year in range(1990, 2026, 3)]))
    assert scene.cuts == ()


def test_a_window_shows_only_what_touches_it():
    scene = lay_out(table(), Style(window=(dt.date(2024, 1, 1), dt.date(2025, 2, 1))))
    assert {entry.event_id for entry in scene.entries} == {f"e{n:05d}" for n in (10, 12, 13, 14, 15, 16, 17, 18)}
    assert (scene.eras[0].start.date(), scene.eras[-1].stop.date()) == (dt.date(2024, 1, 1), dt.date(2025, 2, 1))


def test_a_bar_that_crosses_a_cut_has_arrows_on_both_sides():
    old = [("1900-05-05", "A", "other", "", "", 0.5), ("1900-05-06", "A", "other", "", "", 0.5)]
    new = [(f"2020-0{n}-06", "B", "other", "", "", 0.5) for n in range(1, 8)]
    scene = lay_out(table([*old, ("1901-01-01/2019-12-31", "C", "conflict", "", "", 0.5), *new]))
    pieces = [bar for bar in scene.bars if bar.event_id == "e00002"]
    assert len(scene.eras) == 2 and pieces[0].arrow_right and pieces[-1].arrow_left


@pytest.mark.parametrize(
    ("edtfs", "title"),
    [
        (["17XX"], "18th century"), (["2024-05-01"], "May 2024"), (["1990", "2012"], "From 1990 to 2012"),
        (["1990/..", "../2012"], "From 1990 to 2012"),
        (["2024-01-01", "2024-07-01"], "January–July 2024"), (["2023-12", "2024-07-01"], "From December 2023 to July 2024"),
        (["17XX", "2025-01-17"], "From the 18th century to January 2025"), (["2024", "2024-07-01"], "2024"), (["2023-22", "2024-02"],
        "From summer 2023 to February 2024"), (["199X", "2005"], "From the 1990s to 2005"), (["1956-07", "2024"], "From 1956 to 2024"),
    ],
)  # fmt: skip
def test_the_title_says_the_reach_no_finer_than_the_dates_do(edtfs, title):
    assert lay_out(table([(edtf, "A", "other", "", "", 0.5) for edtf in edtfs])).texts[0].text == title


def test_the_line_below_the_title_says_of_how_many_events_these_are_a_choice():
    frame = table([("2001", "A", "other", "", "", 0.5), ("2002", "B", "other", "", "", 0.5)])
    for total, words in ((0, "2 events read"), (2, "2 events read"), (90, "2 of 90 events read")):
        assert any(text.text.startswith(words) for text in lay_out(frame, Style(total=total)).texts)


def test_an_empty_table_draws_a_friendly_page():
    scene = lay_out(table([]))
    assert any("No event with a date" in text.text for text in scene.texts)
    assert b"No event with a date" in svg(scene)


def test_the_worthiest_events_get_words_first():
    crowd = [("2025-01-17", f"Event number {n} has a rather long title", "other", "", "", n / 100) for n in range(100)]
    scene = lay_out(table(crowd), Style(height=400))
    named = {label.event_id for label in scene.labels}
    assert named and named == {f"e{n:05d}" for n in range(100 - len(named), 100)}
    assert scene.notes


def test_doubt_and_status_are_said_in_words():
    words = {text.text for label in lay_out(table()).labels for text in label.lines}
    assert {"17 January 2025 ?", "planned"} <= words


def test_gaps_of_a_lane_are_listed_longest_first():
    gaps = lay_out(table([(f"{year}", "A", "other", "", "", 0.5) for year in (1950, 1960, 1990)])).gaps
    assert [(gap.start.year, gap.stop.year) for gap in gaps] == [(1961, 1990), (1951, 1960)]


def test_the_same_table_gives_the_same_scene():
    assert lay_out(table(ROWS)) == lay_out(table(ROWS))


def test_words_without_room_beside_their_mark_move_and_a_line_leads_to_them():
    crowd = [(f"20{n % 24 + 1:02d}", f"Event {n}", "other", "", "", n / 60) for n in range(60)]
    scene = lay_out(table(crowd), Style(height=360))
    assert scene.leaders
    hold_laws(table(crowd), scene)


def test_kinds_too_many_for_the_room_fold_into_families():
    kinds = ("conflict", "attack", "accord", "diplomacy", "leadership", "election", "sanction", "aid", "protest")
    frame = table([(f"20{n:02d}", f"Event {n}", kind, "", "", 0.5) for n, kind in enumerate(kinds, 10)])
    assert [lane.name for lane in lay_out(frame).lanes] == ["War and force", "Diplomacy", "Politics", "Economy and aid"]
    assert len(lay_out(frame.iloc[:4].reset_index(drop=True)).lanes) == 4


def test_a_slide_has_fewer_lanes_rather_than_small_words():
    scene = lay_out(table(), Style(width=1600, height=900))
    assert len(scene.labels) == len(table()) and {lane.name for lane in scene.lanes} <= {
        "War and force",
        "Diplomacy",
        "Politics",
        "Economy and aid",
    }


@pytest.mark.parametrize("count", [40, 400, 1500])
def test_up_to_1500_events_each_keeps_a_mark_or_bar_of_its_own(count):
    crowd = [(f"2025-01-{1 + n % 28:02d}", f"Event {n} of the crowd", "other", "", "", n / count) for n in range(count)]
    scene = lay_out(table(crowd), Style(height=500))
    assert not scene.groups and {mark.event_id for mark in scene.marks} == set(table(crowd)["event_id"])
    assert scene.labels
    hold_laws(table(crowd), scene)


def test_weeks_of_news_are_cut_from_the_months_before_them():
    weeks = [(f"2023-07-{day:02d}", "A", "other", "", "", 0.5) for day in range(10, 30)]
    scene = lay_out(table([("2020-08", "B", "other", "", "", 0.5), ("2022", "C", "other", "", "", 0.5), *weeks]))
    assert [cut.text for cut in scene.cuts][-1] == "6 months left out"


def test_gaps_are_drawn_from_event_to_event_when_asked_for():
    frame = table([(f"{year}", "A", "other", "", "", 0.5) for year in (1950, 1952, 1990)])
    assert lay_out(frame).holes == ()
    scene = lay_out(frame, Style(gaps=3650, mode="linear"))
    assert [(hole.start.year, hole.stop.year, hole.text) for hole in scene.holes] == [(1953, 1990, "37 years")]
    assert [(gap.start.year, gap.stop.year) for gap in scene.gaps] == [(1953, 1990)]
    assert scene.lanes[0].y1 - 30 < scene.holes[0].y < scene.lanes[0].y1
    assert "37 years" in svg(scene).decode() and "nothing for 10 years or more" in svg(scene).decode()


def test_a_panel_of_months_names_its_year():
    scene = lay_out(table([("2014-09", "A", "other", "", "", 0.5), ("2015-03", "B", "other", "", "", 0.5)]), Style(width=600))
    assert ">2015<" in svg(scene).decode()


def test_a_mark_stands_nowhere_but_in_its_middle_which_a_window_may_leave_out():
    frame = table([("2023-22", "A", "other", "", "", 0.5), ("2023-08-02", "B", "other", "", "", 0.5)])
    scene = lay_out(frame, Style(window=(dt.date(2023, 7, 20), dt.date(2023, 8, 20))))
    assert "e00000" not in marks(scene) and marks(scene)["e00001"].when == dt.datetime(2023, 8, 2, 12)
    assert {bar.event_id for bar in scene.bars} >= {"e00000"} and {label.event_id for label in scene.labels} == {"e00000", "e00001"}
    assert all(scene.eras[mark.era].start <= mark.when <= scene.eras[mark.era].stop for mark in scene.marks)


def test_the_legend_says_how_many_the_highest_column_counts():
    scene = lay_out(table([(f"2025-01-{1 + n % 28:02d}", "A", "other", "", "", 0.5) for n in range(1600)]))
    highest = max(group.count for group in scene.groups)
    assert f"count of events, the highest {highest:,}" in [key.text.text for key in scene.legend]


def test_words_stand_in_the_panel_of_their_mark_though_the_bar_runs_on():
    new = [(f"2020-0{n % 9 + 1}-06", "B has a title of some length", "conflict", "", "", 0.5) for n in range(30)]
    scene = lay_out(table([("1949-07-06/..", "A", "conflict", "", "", 0.9), *new]), Style(height=700))
    assert len(scene.eras) == 2
    assert next(label.era for label in scene.labels if label.event_id == "e00000") == 0


def test_the_whole_calendar_can_be_drawn():
    frame = table(
        [("0001", "A", "other", "", "", 0.5), ("2024-05-05", "B", "other", "", "", 0.5), ("9999-12-31", "C", "other", "", "", 0.5)]
    )
    for style in (Style(), Style(mode="linear"), Style(width=400), Style(lanes="none")):
        hold_laws(frame, lay_out(frame, style))


def test_a_date_stands_near_the_mark_it_belongs_to():
    long = "An agreement with a title so long that it needs several lines of words in any panel"
    frame = table([(day, long, "accord", "", "", 0.5) for day in ("2019-11-15", "2024-04-02", "2024-06-01", "2024-12-30")])
    scene = lay_out(frame, Style(width=1200, height=700))
    for label in scene.labels:
        date = next(text for text in label.lines if text.bold)
        left = date.x if date.anchor == "start" else date.x - width(date.text, date.size, True)
        mark = marks(scene)[label.event_id]
        assert left - 30 <= mark.x <= left + width(date.text, date.size, True) + 30


def test_a_picture_without_a_title_still_has_a_name():
    scene = lay_out(table(), Style(title=""))
    assert scene.title == "From the 18th century to January 2025"
    assert '<title id="title">From the 18th' in svg(scene).decode() and "From the 18th" not in [text.text for text in scene.texts]


def test_cards_stand_in_order_of_beginning_and_no_gap_is_told_where_something_lasted():
    rows = [(edtf, "A", "other", "", "", 0.5) for edtf in ("1904", "1973-09-11/1990-03-11", "1978", "1998-10")]
    scene = lay_out(table(rows), Style(width=400))
    assert [label.event_id for label in scene.labels] == ["e00000", "e00001", "e00002", "e00003"]
    assert [cut.text for cut in scene.cuts] == ["69 years later", "9 years later"]


def test_nothing_is_called_empty_before_what_began_at_an_unknown_time():
    frame = table([("1884", "A", "other", "", "", 0.5), ("../1899", "B", "other", "", "", 0.5), ("1990", "C", "other", "", "", 0.5)])
    assert [(gap.start.year, gap.stop.year) for gap in lay_out(frame).gaps] == [(1900, 1990)]


def test_a_kind_keeps_its_colour_in_another_picture():
    def colour(rows):
        return {lane.name: lane.colour for lane in lay_out(table([(day, "A", kind, "", "", 0.5) for day, kind in rows])).lanes}["Conflict"]

    assert colour([("2001", "conflict"), ("2002", "accord")]) == colour([("2001", "accord"), ("2002", "aid"), ("2003", "conflict")])


def test_a_story_of_days_fills_its_axis():
    frame = table([(f"2024-05-0{day}", "A", "other", "", "", 0.5) for day in (5, 6)])
    era = lay_out(frame).eras[0]
    assert (era.stop - era.start).days <= 9
