"""Words from articles can break nothing, wherever they are drawn."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.drawing import escape


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("nul\x00 and \x1b bell", "nul and bell"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("two\n lines\tand  spaces ", "two lines and spaces"),
        ("z\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "z\u0301\u0301\u0301\u0301"),
        ("Иран и حماس", "Иран и حماس"),
    ],
)
def test_labels_lose_what_cannot_be_seen(text, shown):
    assert escape.label(text) == shown


def test_plotly_labels_hold_no_tag_entity_or_template():
    assert escape.plotly("<a href='x'>&amp; %{y}") == "&lt;a href='x'&gt;&amp;amp; %&#123;y}"


def test_xml_can_stand_in_a_quoted_attribute():
    assert escape.xml("\"' <&>") == "&quot;&#x27; &lt;&amp;&gt;"


def test_json_in_a_script_cannot_end_it():
    text = escape.script({"a": "</script><!--\u2028&"})
    assert "<" not in text and "&" not in text and "\u2028" not in text
    assert json.loads(text) == {"a": "</script><!--\u2028&"}


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " java\nscript:x", "data:text/html,x", "//x.example", "https:// x", "", "file:///etc/x"]
)
def test_addresses_that_a_reader_should_not_follow_are_left_out(address):
    assert escape.address(address) in ("", "https://x")


def test_a_good_address_is_kept_and_quoted():
    assert escape.link('https://news.example/a?b=1&c="') == "https://news.example/a?b=1&amp;c=&quot;"


@given(st.text())
def test_cells_come_back_as_they_were_and_start_no_formula(text):
    cell = escape.cell(text)
    assert escape.cell_back(cell) == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
