"""Words are measured, broken and drawn in any script; what no shipped font can draw is named instead of boxed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.events import table
from timeline.drawing import lettering
from timeline.drawing.figure import figure_dict
from timeline.drawing.layout import lay_out
from timeline.drawing.lettering import directed, drawable, missing, shorten, widest_word, width, wrap
from timeline.drawing.picture import svg
from timeline.drawing.style import Style


def test_lines_break_at_words_and_fit_their_room():
    lines = wrap("The foreign ministers sign a framework agreement in the capital", 13, 150, 5)
    assert " ".join(lines) == "The foreign ministers sign a framework agreement in the capital"
    assert all(width(line, 13) <= 150 for line in lines)


@pytest.mark.parametrize("room", [89, 92, 120])
def test_a_word_that_fits_a_line_is_never_broken(room):
    assert wrap("Independence from France", 13, room, 4) == ("Independence", "from France")


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("Independence from France", 60, ("Indepen-", "dence", "from", "France")),
        ("Donau\u00addampf\u00adschiff\u00adfahrts", 60, ("Donau-", "dampf-", "schiff-", "fahrts")),
        ("anti-establishment", 80, ("anti-", "establishme-", "nt")),
        ("Sunday/Monday/Tuesday", 90, ("Sunday/", "Monday/", "Tuesday")),
        ("a\u00adb fits", 90, ("ab fits",)),
    ],
)
def test_a_word_wider_than_its_room_breaks_where_it_may_else_with_a_hyphen(text, room, lines):
    assert wrap(text, 13, room, 20) == lines


@pytest.mark.parametrize("text", ["Donaudampfschifffahrtsgesellschaft", "W" * 90, "Ünïcödewörds" * 6, "Вооружённыесилы" * 3])
@pytest.mark.parametrize("room", range(40, 200, 7))
def test_no_single_letter_is_left_alone_and_no_letter_is_lost(text, room):
    lines = wrap(text, 13, room, 90)
    assert all(len(line.rstrip("-")) > 1 for line in lines) and all(width(line, 13) <= room for line in lines)
    assert "".join(line.rstrip("-") for line in lines) == text


def test_an_accent_stays_with_its_letter():
    assert not any(line[0] == "\u0301" for line in wrap("e\u0301" * 40, 13, 61, 40))


@given(st.text(max_size=80), st.floats(30, 400), st.integers(1, 8), st.booleans())
def test_any_words_fit_their_room_in_letters_that_can_be_drawn(text, room, most, bold):
    lines = wrap(text, 13, room, most, bold)
    assert len(lines) <= most
    assert all(width(line, 13, bold) <= room + 1e-3 and not missing(line) for line in lines)


def test_the_widest_word_is_the_least_room_without_a_break():
    room = widest_word("Independence from France", 13)
    assert wrap("Independence from France", 13, room, 4)[0] == "Independence"
    assert wrap("Independence from France", 13, room - 0.1, 4)[0] != "Independence"


@pytest.mark.parametrize("wide", [760, 1000])
def test_a_label_takes_more_room_before_a_word_of_it_is_broken(wide):
    old = [
        ("1960-11-28", "Independence from France", "other", "", "", 0.9),
        ("1961", "Donaudampfschifffahrtsgesellschaft founded", "other", "", "", 0.9),
    ]
    new = [(f"2024-0{n}-11", f"Talks {n}", "other", "", "", 0.5) for n in range(1, 9)]
    lines = {
        line.text for label in lay_out(table([*old, *new]), Style(width=wide, lanes="none", mode="linear")).labels for line in label.lines
    }
    assert any("Donaudampfschifffahrtsgesellschaft" in line for line in lines) and any("Independence" in line for line in lines)


def test_what_is_too_long_ends_in_an_ellipsis():
    assert shorten("The foreign ministers sign", 13, 90).endswith(" …")
    assert width(shorten("The foreign ministers sign", 13, 90), 13) <= 90
    assert width(shorten("Donaudampfschifffahrtsgesellschaft", 13, 60), 13) <= 60


def test_missing_scripts_are_named_and_shipped_ones_are_not():
    assert missing("Иран Ελλάς حماس") == set()
    assert missing("北京") == {"北", "京"}
    assert lay_out(table([("2022-02", "北京", "other", "", "", 0.5)])).notes


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("北京 and 上海 sign", "[Chinese] and [Chinese] sign"), ("東京の会談 2022", "[Japanese] 2022"), ("한국 대통령", "[Korean]"),
        ("שלום עולם: peace", "[Hebrew]: peace"), ("🇺🇦 flag 👩‍👩‍👧 up ❤️", "[emoji] flag [emoji] up [emoji]"),
        ("\ue000 x", "[unknown signs] x"),
        ("Иран Ελλάς حماس Łódź", "Иран Ελλάς حماس Łódź"), ("plain", "plain"),
    ],
)  # fmt: skip
def test_a_script_without_a_font_is_named_in_words(text, shown):
    assert drawable(text) == shown


def test_figure_and_picture_name_the_script_and_what_is_pointed_at_keeps_the_words():
    scene = lay_out(table([("2022-02", "北京 signs", "other", "北京", "", 0.5)]), Style(lanes="actor", title="北京", credit="北京"))
    words = [line.text for label in scene.labels for line in label.lines] + [text.text for text in scene.texts]
    assert "[Chinese] signs" in words and not any(missing(text) for text in words)
    assert scene.lanes[0].lines == ("[Chinese]",)
    assert "北京 signs" in scene.entries[0].title and "北京" in figure_dict(scene)["data"][-1]["hovertext"][0]


@pytest.mark.parametrize(
    ("text", "turned"),
    [("وقعت إيران NPT في 1970", True), ("2025: حماس", True), ("Hamas حماس", False), ("Source: صحيفة الشرق الأوسط", False), ("Иран", False)],
)
def test_a_line_is_read_from_the_side_of_its_first_letter(text, turned):
    assert directed(text, "words") == ("\u202bwords\u202c" if turned else "words")


def test_all_lines_of_an_arabic_title_are_read_from_the_right():
    scene = lay_out(table([("2022-02", "وقعت روسيا وإيران NPT الاستراتيجية", "other", "", "", 0.5)]), Style(width=400))
    titles = [line.text for line in scene.labels[0].lines[1:-1]]
    assert len(wrap("وقعت روسيا وإيران NPT الاستراتيجية", 13, 150, 4)) > 1
    for line in (*wrap("وقعت روسيا وإيران NPT الاستراتيجية", 13, 120, 4), *titles):
        assert directed(line, line) != line
    assert "\u202b" in svg(scene).decode("utf-8")


def test_usual_signs_are_in_the_latin_font():
    assert {ord(char) for char in lettering._USUAL} <= lettering._covered()[0]


def test_bold_words_are_wider():
    assert width("January", 13, True) > width("January", 13)
