"""Figure and picture show what the scene holds, and no words from an article can break them."""

import json
import time
import xml.etree.ElementTree as ET

import pytest

from tests.drawing.events import table
from timeline.drawing.export import to_html
from timeline.drawing.figure import CONFIG, draw, figure_dict
from timeline.drawing.layout import lay_out
from timeline.drawing.picture import png, svg
from timeline.drawing.style import Style

SVG = "{http://www.w3.org/2000/svg}"
NASTY = '<script>alert(1)</script> & "quotes" \u202eturned \x00 ]]>'


def size_of(picture):
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    return tuple(int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_png_has_the_size_asked_for_and_is_not_blank(theme):
    picture = png(lay_out(table(), Style(width=1600, height=900, theme=theme)))
    assert size_of(picture) == (1600, 900)
    assert len(picture) > 50_000


def test_png_can_be_drawn_larger_for_print():
    assert size_of(png(lay_out(table(), Style(width=800, height=600)), zoom=2)) == (1600, 1200)


def test_png_takes_at_most_a_second_when_warm():
    frame = table()
    png(lay_out(frame, Style(height=900)))
    began = time.process_time()
    png(lay_out(frame, Style(height=900)))
    assert time.process_time() - began <= 1.0


def test_svg_is_well_formed_with_a_title_and_a_description():
    root = ET.fromstring(svg(lay_out(table())))
    assert root.find(f"{SVG}title").text == "From the 18th century to January 2025"
    assert root.find(f"{SVG}desc").text.startswith("Timeline of 19 events, 1700 to 2025; lanes: War and force (7)")


def test_hostile_words_stay_words_in_svg():
    row = ("2022-02", NASTY, "other", NASTY, NASTY, 0.5)
    root = ET.fromstring(svg(lay_out(table([row], source=NASTY), Style(title=NASTY, credit=NASTY, lanes="actor"))))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {"svg", "title", "desc", "rect", "path", "text", "g", "circle"}


def texts_of(value):
    if isinstance(value, dict):
        return [
            text
            for key, item in value.items()
            for text in ([item] if key in ("text", "hovertext") and isinstance(item, str) else texts_of(item))
        ]
    if isinstance(value, list):
        return [text for item in value for text in ([item] if isinstance(item, str) else texts_of(item))]
    return []


def test_hostile_words_stay_words_in_plotly():
    row = ("2022-02", NASTY, "other", NASTY, NASTY, 0.5, {"sentence": NASTY})
    figure = json.loads(draw(lay_out(table([row], source=NASTY), Style(title=NASTY, credit=NASTY, lanes="actor"))).to_json())
    assert not any("<script" in text or "\u202e" in text for text in texts_of(figure))


def test_every_mark_of_the_figure_names_its_event_and_tells_its_sentence():
    frame = table()
    figure = draw(lay_out(frame))
    named = {
        key: text.replace("<br>", " ")
        for trace in figure.data
        if trace.hovertext
        for key, text in zip(trace.customdata, trace.hovertext, strict=True)
    }
    assert set(named) == set(frame["event_id"])
    assert (
        "17 January 2025" in named["e00015"]
        and "in words that give the date as 2025-01-17" in named["e00015"]
        and "Coastal Courier" in named["e00015"]
    )


def test_a_click_dims_nothing_and_nothing_is_sent_anywhere():
    assert all(trace.unselected.marker.opacity == 1 for trace in draw(lay_out(table())).data)
    assert (CONFIG["showSendToCloud"], CONFIG["plotlyServerURL"], CONFIG["displaylogo"]) == (False, "", False)


def test_each_era_has_its_own_date_axis_with_the_days_of_the_scene():
    scene = lay_out(table())
    layout = draw(scene).to_dict()["layout"]
    axes = [layout[name] for name in layout if name.startswith("xaxis")]
    assert [axis["range"][0][:10] for axis in axes] == [era.start.date().isoformat() for era in scene.eras]
    assert {axis["type"] for axis in axes} == {"date"}


def test_an_empty_table_draws_an_empty_figure_with_words():
    assert any("No event with a date" in note.text for note in draw(lay_out(table([]))).layout.annotations)


def test_cards_are_drawn_in_the_figure_too():
    frame = table()
    figure = draw(lay_out(frame, Style(width=400)))
    assert {key for trace in figure.data for key in trace.customdata} == set(frame["event_id"])


def test_the_html_title_is_the_makers():
    assert "<title>Two capitals</title>" in to_html(table(), Style(title="Two capitals")).decode("utf-8")


def test_gaps_are_in_the_figure_too():
    scene = lay_out(table([(f"{year}", "A", "other", "", "", 0.5) for year in (1950, 1952, 1990)]), Style(gaps=3650, mode="linear"))
    layout = figure_dict(scene)["layout"]
    assert "37 years" in [note["text"] for note in layout["annotations"]]
    assert [shape["x0"][:4] for shape in layout["shapes"] if shape.get("line", {}).get("dash") == "dot"] == ["1953"]
