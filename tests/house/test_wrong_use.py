"""Wrong use of the public functions: each says in a sentence what it was given and what it takes."""

from typing import Any

import pytest

import timeline
from timeline.errors import TimelineError, WrongKind

FUNCTIONS = (
    "Article tag read extract to_frame article_from merge mentions check lay_out draw svg png pdf to_html to_csv to_json to_markdown "
    "to_timelinejs to_ics to_xlsx from_csv from_json"
).split()


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize("value", [None, 5, 2.5, object(), {1: 2}.items])
def test_what_is_no_text_table_or_scene_is_refused_in_a_sentence(name: str, value: Any) -> None:
    with pytest.raises(WrongKind) as caught:
        getattr(timeline, name)(value)
    message = str(caught.value)
    assert type(value).__name__ in message
    assert message.count(". Give ") == 1 and message.endswith(".")


@pytest.mark.parametrize("name", ["tag", "extract", "Article"])
def test_bytes_are_no_text(name: str) -> None:
    with pytest.raises(WrongKind, match="article_from"):
        getattr(timeline, name)(b"On 3 May 2024 they met.")


@pytest.mark.parametrize("name", ["tag", "extract", "Article"])
def test_a_day_of_publication_in_words_is_refused(name: str) -> None:
    with pytest.raises(TimelineError, match=r"datetime\.date"):
        getattr(timeline, name)("They met on Monday.", published="2024-01-01")


@pytest.mark.parametrize("text", ["", " ", "\n\t\r\n", "\ufeff", "\x00"])
def test_a_text_without_words_gives_an_empty_table(text: str) -> None:
    assert timeline.extract(text).empty
    assert timeline.tag(text) == []
