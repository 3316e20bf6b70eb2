"""Paragraphs and sentences as offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.events.sentences import LONGEST, paragraphs, sentences

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


LISTS = [
    "Russia strikes Kharkiv power plant on Tuesday, 12 hurt\nMacron to visit Beijing in April, Elysee says\n"
    "Ecuador candidate shot dead at rally last week\nGaza truce talks resume in Cairo on Sunday",
    "* NATO LEADERS MEET IN WASHINGTON JULY 9-11 FOR SUMMIT\n* CHINA ENDS DRILLS AROUND TAIWAN AFTER TWO DAYS\n"
    "* PUTIN ARRIVES IN PYONGYANG",
    "• Last month: Protests over fuel prices erupted in Luanda\n• March 12: Haiti's prime minister Ariel Henry resigns",
    "24 Feb 2022\tRussia launches full-scale invasion\tUkraine\n2 Mar 2022\tFall of Kherson to the Russian army\tKherson",
    "| 2020 | Mali | Ibrahim Boubacar Keita | Military junta takes power |\n| 2021 | Guinea | Alpha Conde | President detained |",
    "1;2019-09-14;Houthis;drone attack;Abqaiq\n2;2020-01-03;United States;killed Qassem Soleimani;Baghdad",
    "24 Nov 2023    1 Dec 2023     Qatar, Egypt      105 hostages released\n"
    "19 Jan 2025    18 Mar 2025    Qatar, US         33 hostages released",
    "QUESTION: Did the Secretary meet the Taliban delegation in Doha?\nMR MILLER: He did not meet any of them there yesterday",
    "1) In 2011, Gaddafi was captured and then killed near Sirte\n2) In 2014 rival governments formed in Tripoli and Tobruk",
]


@pytest.mark.parametrize("text", LISTS)
def test_headlines_items_and_rows_are_a_paragraph_each(text: str) -> None:
    assert [text[a:b] for a, b in paragraphs(text)] == text.split("\n")


WRAPPED = [
    "The Security Council adopted reso-\nlution 2728 on 25 March 2024, de-\nmanding an immediate ceasefire for\nthe month of Ramadan.",
    "RUSSIA AND UKRAINE EXCHANGED 200 PRISONERS ON 3 JANUARY\n2024 AFTER MEDIATION BY THE UNITED ARAB EMIRATES. MOSCOW\n"
    "SAID THAT ALL ARE WELL.",
]


@pytest.mark.parametrize("text", WRAPPED)
def test_wrapped_lines_stay_together_whether_hyphens_or_capitals(text: str) -> None:
    assert [text[a:b] for a, b in paragraphs(text)] == [text]


PRINTED = [
    ("It vetoed the draft on 28 May .The EU froze the talks.Protests began.", 3),
    ("It was put off until December 2026.12 In March troops came to Juba.13 He was charged.", 3),
    ("It rose 3.5 Percent at 10.30 In the morning and cost 3.2 Billion.", 1),
]


@pytest.mark.parametrize(("text", "count"), PRINTED)
def test_a_stop_without_its_space_or_with_the_number_of_a_note_ends_a_sentence(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_a_whole_sentence_in_capitals_is_no_dateline() -> None:
    text = "NORTH KOREA FIRES TWO BALLISTIC MISSILES INTO THE SEA - SEOUL SAYS IT SAW BOTH."
    assert [s.heading for s in sentences(text)] == [False]


@pytest.mark.parametrize(
    "head", ["Nairobi, 14 March 2024 - ", "Addis Ababa, Ethiopia, March 14, 2024 — ", "New York, 14 March 2024 (Agency) – "]
)
def test_a_dateline_in_small_letters_with_its_day_in_full_is_no_part_of_the_sentence(head: str) -> None:
    text = f"{head}Kenya recalled its ambassador on Tuesday."
    assert [text[s.start : s.stop] for s in sentences(text) if not s.heading] == ["Kenya recalled its ambassador on Tuesday."]
