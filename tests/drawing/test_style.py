"""Styles say at once all that is wrong with them; colours can be told apart and read."""

import datetime as dt
import itertools

import pytest

from timeline.drawing.style import THEMES, Style
from timeline.errors import BadStyle


def test_every_fault_of_a_style_is_named_at_once():
    with pytest.raises(BadStyle) as fault:
        Style(width=10, theme="neon", lanes="colour", window=(dt.date(2025, 1, 1), dt.date(2024, 1, 1)))
    for part in ("width=10", "from 320 to 6000", "neon", "light, dark", "colour", "kind, actor", "window stops (2024-01-01)"):
        assert part in str(fault.value)


@pytest.mark.parametrize(
    "choice", [{"width": 1.5}, {"height": True}, {"title": 3}, {"legend": "yes"}, {"window": "2024"}, {"order": "last"}, {"mode": "log"}]
)
def test_wrong_choices_are_refused(choice):
    with pytest.raises(BadStyle, match=next(iter(choice))):
        Style(**choice)


def channels(colour):
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def linear(colour):
    return [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels(colour)]


def contrast(one, other):
    light, dark = sorted((sum(w * v for w, v in zip((0.2126, 0.7152, 0.0722), linear(c), strict=True)) for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


# Full colour blindness of each kind on linear light. Source: Machado, Oliveira and Fernandes (2009), severity 1.0.
SEEN = {
    "common": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def lab(colour, sight):
    rgb = linear(colour)
    seen = [min(max(sum(w * v for w, v in zip(row, rgb, strict=True)), 0), 1) for row in SEEN[sight]]
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(w * v for w, v in zip(row, seen, strict=True)) / white for row, white in zip(rows, (0.9505, 1.0, 1.089), strict=True)]
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("sight", SEEN)
@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_lane_colours_are_told_apart_by_any_eyes(theme, sight):
    for one, other in itertools.combinations(theme.colours, 2):
        distance = sum((a - b) ** 2 for a, b in zip(lab(one, sight), lab(other, sight), strict=True)) ** 0.5
        assert distance >= 12, f"{one} and {other} look alike: {distance:.1f}"


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_words_stand_out_from_the_paper(theme):
    for colour in (theme.ink, theme.muted, theme.other, *theme.colours):
        assert contrast(colour, theme.paper) >= 4.5, colour
