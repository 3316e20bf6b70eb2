"""The figures of an HTML file: one for each choice, a dark one got from a light one, shared words stored once."""

import json

from tests.drawing.events import table
from timeline.drawing.figure import figure_dict
from timeline.drawing.layout import lay_out
from timeline.drawing.style import DARK, LIGHT, Style
from timeline.drawing.views import _COLOUR, dark_colours, views_of


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
