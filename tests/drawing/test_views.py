"""The figures of an HTML file: one for each choice, a dark one got from a light one, shared words stored once."""

import json
from pathlib import Path

from tests.drawing.events import table
from timeline.drawing import views
from timeline.drawing.export import from_csv, to_html
from timeline.drawing.figure import figure_dict
from timeline.drawing.layout import lay_out
from timeline.drawing.style import DARK, LIGHT, Style
from timeline.drawing.views import _COLOUR, dark_colours, views_of

SEEDS = Path(__file__).parents[2] / "seeds"


def test_a_light_figure_in_dark_colours_is_the_dark_figure():
    pairs = dark_colours()

    def darkened(found):
        head, _, opacity = found[0].rpartition(",")
        return pairs.get(found[0]) or (f"{pairs.get(head, head)},{opacity}" if head else found[0])

    light, dark = (json.dumps(figure_dict(lay_out(table(), Style(theme=theme.name)))) for theme in (LIGHT, DARK))
    assert _COLOUR.sub(darkened, light) == dark


def test_every_choice_has_its_figures_and_hover_words_are_stored_once():
    views = views_of(table(), Style())
    assert [time["words"] for time in views["times"]][:2] == ["Long gaps cut", "True scale"]
    assert [lanes["key"] for lanes in views["lanes"]] == ["kind", "actor", "place", "none"]
    assert len(views["figures"]) == len(views["times"]) * 4 * 2
    assert "hovertext" not in json.dumps(views["figures"])
    assert len(views["told"]) == 19


def test_no_more_is_laid_out_than_there_is_room_for(monkeypatch):
    laid = []
    monkeypatch.setattr(views, "lay_out", lambda frame, style: laid.append(style) or lay_out(frame, style))
    few = views_of(table(), Style(), room=0)
    assert set(few["figures"]) == {"eras|kind|1336", "eras|kind|960"}
    assert len(laid) == 5  # the one whose eras are looked at, two sizes that are kept, and two that told that the room is used up
    some = views_of(table(), Style(), room=80_000)
    assert len(some["lanes"]) == 4 and len(some["figures"]) < len(some["times"]) * 4 * 2  # each sort of lanes at one time at least


def test_an_era_is_named_from_its_first_to_its_last_event():
    words = [time["words"] for time in views_of(table(), Style())["times"]]
    assert words[2:] == ["1700–1945", "1979–2001", "2017–2022", "2023–2025"]


def test_files_of_the_seeds_are_no_larger_than_they_may_be():
    sizes = {path.parent.name: len(to_html(from_csv(path.read_bytes()))) for path in SEEDS.glob("*/timeline.csv")}
    assert len(sizes) >= 5
    assert max(sizes.values()) <= 2_200_000, sizes
