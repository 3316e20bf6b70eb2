"""The figure is the picture: the same words, marks, bars and cuts at the same places; it stays true when moved, and tells what it shows."""

import datetime as dt
import re
import xml.etree.ElementTree as ET

import pytest

from tests.drawing.events import table
from tests.measure.tables import made
from timeline.drawing.figure import CONFIG, figure_dict
from timeline.drawing.layout import lay_out
from timeline.drawing.lettering import width
from timeline.drawing.picture import svg
from timeline.drawing.style import MODES, THEMES, Style

SVG = "{http://www.w3.org/2000/svg}"


def traces(figure, name):
    return [trace for trace in figure["data"] if trace["name"] == name]


def panel(scene, trace):
    return scene.eras[int(trace["xaxis"][1:] or 1) - 1]


def pixel(moment, era):
    when = dt.datetime.fromisoformat(moment)
    return era.x0 + (when - era.start) / (era.stop - era.start) * (era.x1 - era.x0)


def places_of_marks(scene, figure):
    return {
        (key, round(pixel(x, panel(scene, trace))), round(y))
        for trace in traces(figure, "events")
        for key, x, y in zip(trace["customdata"], trace["x"], trace["y"], strict=True)
    }


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("frame", [table(), made(120)], ids=["every precision", "made"])
def test_marks_words_and_cuts_stand_at_the_same_places_in_both(frame, mode, theme):
    scene = lay_out(frame, Style(mode=mode, theme=theme, height=900))
    figure, picture = figure_dict(scene), svg(scene).decode("utf-8")
    assert places_of_marks(scene, figure) == {(mark.event_id, round(mark.x), round(mark.y)) for mark in scene.marks}
    notes = {note["name"]: note for note in figure["layout"]["annotations"] if "name" in note and "captureevents" in note}
    for label in scene.labels:
        note, era = notes[label.event_id], scene.eras[label.era]
        edge = label.box[0] if label.anchor == "start" else label.box[2]
        assert pixel(note["x"], era) + note["xshift"] == pytest.approx(edge, abs=1)
        assert note["y"] == label.box[1] and note["xref"] == "x" + (str(label.era + 1) if label.era else "")
    drawn = {(text.text, round(float(text.get("x"))), round(float(text.get("y")))) for text in ET.fromstring(picture).iter(f"{SVG}text")}
    for label in scene.labels:
        assert {(line.text, round(float(f"{line.x:.1f}")), round(float(f"{line.y:.1f}"))) for line in label.lines} <= drawn
    dotted = [sign for sign in figure["layout"]["shapes"] if sign.get("line", {}).get("dash") == "dot"]
    assert len(dotted) == picture.count('stroke-dasharray="2 4"') == 2 * len(scene.cuts)
    led = {(sign["x0"], sign["y0"], sign["y1"]) for sign in figure["layout"]["shapes"] if sign["xref"] != "paper"}
    assert len(led) == len(scene.leaders) == picture.count('stroke-opacity="0.7"')


def test_bars_end_in_the_figure_where_they_end_in_the_scene_to_the_minute():
    scene = lay_out(table())
    figure = figure_dict(scene)
    shown = {}
    for trace in traces(figure, "spans"):
        for key, base, length, wide in zip(trace["customdata"], trace["base"], trace["x"], trace["width"], strict=True):
            start = dt.datetime.fromisoformat(base)
            known = shown.setdefault((trace["xaxis"], key, wide), [start, start])
            known[:] = min(known[0], start), max(known[1], start + dt.timedelta(milliseconds=length))
    for bar in scene.bars:
        start, stop = shown["x" + (str(bar.era + 1) if bar.era else ""), bar.event_id, round(bar.height, 1)]
        assert abs(start - bar.start) <= dt.timedelta(minutes=1) and abs(stop - bar.stop) <= dt.timedelta(minutes=1)


def test_a_bar_that_runs_on_past_a_cut_has_arrow_heads_in_the_figure_too():
    scene = lay_out(table())
    heads = {
        (key, angle)
        for trace in traces(figure_dict(scene), "open")
        for key, angle in zip(trace["customdata"], trace["marker"]["angle"], strict=True)
    }
    for bar in scene.bars:
        assert ((bar.event_id, 90) in heads) >= (bar.arrow_right or bar.fade == "right")
        assert ((bar.event_id, -90) in heads) >= (bar.arrow_left or bar.fade == "left")
    assert any(bar.arrow_right and not bar.fade for bar in scene.bars)


def test_bars_that_end_out_of_sight_stay_when_a_panel_is_moved():
    # With cliponaxis off on any trace, Plotly hides the bars of the whole panel whose ends are out of range after a drag.
    assert not any(trace.get("cliponaxis") is False for trace in figure_dict(lay_out(table()))["data"])


def test_every_shape_has_a_symbol_of_its_own_and_a_planned_day_does_not_look_like_a_century():
    rows = [("17XX", "A", "other", "", "", 0.5), ("2024-05-01", "B", "other", "", "", 0.5, {"status": "planned"})]
    figure = figure_dict(lay_out(table(rows)))
    signs = {
        key: (symbol, fill)
        for trace in traces(figure, "events")
        for key, symbol, fill in zip(trace["customdata"], trace["marker"]["symbol"], trace["marker"]["color"], strict=True)
    }
    assert signs["e00000"][0] != signs["e00001"][0] and signs["e00000"][1] == signs["e00001"][1]


def test_a_panel_can_be_moved_within_its_own_time_only_and_two_clicks_bring_it_back():
    scene = lay_out(table())
    layout = figure_dict(scene)["layout"]
    for index, era in enumerate(scene.eras):
        axis = layout["xaxis" + (str(index + 1) if index else "")]
        assert axis["range"] == [axis["minallowed"], axis["maxallowed"]] == [f"{era.start:%Y-%m-%d %H:%M}", f"{era.stop:%Y-%m-%d %H:%M}"]
        assert [stop["value"][:2] for stop in axis["tickformatstops"]] == ["%H", "%-", "%b", "%Y"]  # no day is told twice when zoomed
    assert (layout["dragmode"], CONFIG["doubleClick"], layout["yaxis"]["fixedrange"]) == ("pan", "reset", True)


@pytest.mark.parametrize("wide", [1600, 640, 400])
def test_what_is_told_of_an_event_always_fits_the_screen(wide):
    long = {"sentence": "W" * 900 + " and " * 400}
    scene = lay_out(
        table([("2022-02", "W" * 90, "other", "", "", 0.5, long)], source="https://news.example/" + "x" * 900), Style(width=wide)
    )
    (told,) = [text for trace in figure_dict(scene)["data"] for text in trace.get("hovertext", [])][-1:]
    lines = [re.sub("<[^>]*>", "", line) for line in told.split("<br>")]
    assert len(lines) <= 15 and max(width(line, 13) for line in lines) <= wide - 60 and lines[-1].endswith("…")


def test_a_column_tells_its_count_reach_lane_and_most_worthy_titles():
    frame = made(2000)
    scene = lay_out(frame)
    assert scene.groups and sum(group.count for group in scene.groups) + len(scene.marks) >= len(frame) - len(scene.bars)
    told = [text for trace in traces(figure_dict(scene), "counts") for text in trace["hovertext"]]
    scores = dict(zip(frame["event_id"], frame["score"], strict=True))
    titles = dict(zip(frame["event_id"], frame["title"], strict=True))
    group = max(scene.groups, key=lambda group: group.count)
    worth = [scores[key] for key in group.event_ids]
    assert worth == sorted(worth, reverse=True)
    assert list(group.titles) == [titles[key] for key in group.event_ids[:3]]
    (words,) = [
        text for text in told if text.startswith(f"<b>{group.count:,} events</b>") and group.lane in text and group.titles[0][:20] in text
    ]
    assert f"and {group.count - 3:,} more" in words
    assert group.titles[1].replace("&", "&amp;") in svg(scene).decode("utf-8")


def test_cards_have_their_rail_in_figure_and_picture():
    scene = lay_out(table(), Style(width=400))
    lines = [sign for sign in figure_dict(scene)["layout"]["shapes"] if sign["type"] == "line"]
    assert len(lines) == len(scene.rails) == len(scene.cuts) + 1
