"""Paragraphs and sentences as offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.events.sentences import LONGEST, sentences

SPLITS = [
    ("He left. She stayed.", ["He left.", "She stayed."]),
    ("The U.S. army left Jan. 5 with Gen. Mark Milley.", ["The U.S. army left Jan. 5 with Gen. Mark Milley."]),
    ("It left the U.S. The army stayed.", ["It left the U.S.", "The army stayed."]),
    ('"We won." He smiled.', ['"We won."', "He smiled."]),
    ("Prices rose 3.5 percent. Wages fell.", ["Prices rose 3.5 percent.", "Wages fell."]),
    ("'All areas'\n\nThe sides agreed.", ["'All areas'", "The sides agreed."]),
    ("A heading\nThe first sentence of the text.", ["A heading", "The first sentence of the text."]),
    ("J. R. Smith came. He spoke to Lt. Col. Brown.", ["J. R. Smith came.", "He spoke to Lt. Col. Brown."]),
    ("Why? Nobody knows! Really.", ["Why?", "Nobody knows!", "Really."]),
    ("NIAMEY, Aug 11 — Thousands marched.", ["NIAMEY, Aug 11 —", "Thousands marched."]),
    ("GENEVA (AP) _ Talks ended.", ["GENEVA (AP) _", "Talks ended."]),
    ("", []),
    (" \n\t\n ", []),
]


@pytest.mark.parametrize(("text", "wanted"), SPLITS)
def test_a_text_is_cut_into_its_sentences(text: str, wanted: list[str]) -> None:
    assert [text[s.start : s.stop].strip() for s in sentences(text)] == wanted


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The ministers of the two countries met in the capital of the\n"
        "neighbouring state in order to sign a treaty that had been\n"
        "prepared for years.\n"
    )
    assert len(sentences(text)) == 1


def test_a_heading_is_known_as_one() -> None:
    assert [s.heading for s in sentences("A new pact\n\nThe sides agreed.")] == [True, False]


def test_a_sentence_too_long_to_quote_is_cut_at_clause_marks() -> None:
    text = "; ".join(f"on day {n} the army shelled the village again" for n in range(40)) + "."
    pieces = sentences(text)
    assert len(pieces) > 3
    assert all(s.stop - s.start <= LONGEST for s in pieces)
    assert all(text[s.stop - 1] in ";." for s in pieces)


@given(st.text(alphabet=st.sampled_from("aB. \n\"'!?,;:A1\t“”—"), max_size=300))
def test_sentences_are_in_order_and_hold_every_character_that_is_no_space(text: str) -> None:
    pieces = sentences(text)
    assert all(a.stop <= b.start for a, b in zip(pieces, pieces[1:], strict=False))
    kept = "".join(text[s.start : s.stop] for s in pieces)
    assert "".join(kept.split()) == "".join(text.split())
