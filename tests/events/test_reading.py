"""Reading an article: which event word a date belongs to, the laws every event keeps, and odd text."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.article import Article
from timeline.events.event import KINDS, STATUSES, Reading
from timeline.events.reader import read

PUBLISHED = dt.date(2024, 2, 14)

# Sentence, and for each event its word and its days.
DATED = [
    ("The army shelled the town on 3 May 2019.", {("shelled", "2019-05-03")}),
    ("Trump's 2017 visit to Riyadh led to arms deals.", {("visit", "2017")}),
    ("The wars of 1859 and 1866 were short.", {("wars", "1859"), ("wars", "1866")}),
    ("The army overturned governments in 1974, 1996 and 1999.", {("overturned", "1974"), ("overturned", "1996"), ("overturned", "1999")}),
    ("Ties have soured since Moscow sent troops in February 2022.", {("sent", "2022-02")}),
    ("The treaty, signed in 1987, expires in 2026.", {("signed", "1987"), ("expires", "2026")}),
    ("Officials said on Monday that the raid had failed.", {("said", "2024-02-12")}),
    ("On 26 July 2023, when soldiers locked the gates, the palace fell silent.", {("locked", "2023-07-26"), ("fell", "2023-07-26")}),
    ("The junta closed the border and on 30 July 2023 gave the generals a week.", {("gave", "2023-07-30")}),
    ("Nigeria cut the power it sells to its neighbour on 2 August 2023.", {("cut", "2023-08-02")}),
    ("When the deadline ran out on 6 August 2023, the junta shut the airspace.", {("ran", "2023-08-06"), ("shut", "2023-08-06")}),
    ("A bomb exploded on 3 May 2019, killing nine people.", {("exploded", "2019-05-03"), ("killing", "2019-05-03")}),
    ("The council, meeting in New York on 3 May 2019, adopted a resolution.", {("adopted", "2019-05-03")}),
    ("On 7 December 2022 he tried to dissolve Congress and was arrested.", {("tried", "2022-12-07"), ("arrested", "2022-12-07")}),
    ("18 September 2018: He is convicted and sentenced to death.", {("convicted", "2018-09-18"), ("sentenced", "2018-09-18")}),
    ("11 February 2021: The Supreme Court rules that the state failed.", {("rules", "2021-02-11")}),
    ("The 4 June Movement marched.", set()),
    ("The siege lasted three months.", set()),
]


def reading(text: str, published: dt.date | None = PUBLISHED) -> Reading:
    return read(Article(text, published=published))


@pytest.mark.parametrize(("text", "wanted"), DATED)
def test_a_date_belongs_to_the_event_word_that_grammar_gives_it_to(text: str, wanted: set[tuple[str, str]]) -> None:
    found = {(text[e.trigger_start : e.trigger_stop], e.when.edtf) for e in reading(text).events}
    assert wanted <= found
    assert bool(found) == bool(wanted)


def test_a_date_in_the_dateline_gives_no_event() -> None:
    text = "MOSCOW, Jan 18, 2025 — Russia and Iran signed a treaty on Friday."
    found = reading(text, None)
    assert found.article.published == dt.date(2025, 1, 18)
    assert found.article.published_from == "dateline"
    assert {e.when.edtf for e in found.events} == {"2025-01-17"}


def test_without_a_day_of_publication_a_note_says_what_stays_undated() -> None:
    found = reading("The army attacked yesterday.", None)
    assert found.events == ()
    assert any("publication" in note.message for note in found.notes)
    assert [t.text for t in found.undated] == ["yesterday"]


def test_a_year_before_our_era_is_a_note() -> None:
    found = reading("The senators killed him in 44 BC.")
    assert found.events == ()
    assert [note.message for note in found.notes] == ["'44 BC': lies before the year 1, which a calendar date cannot hold."]


def test_days_before_a_clause_date_the_clause() -> None:
    text = "The visit comes just days before Kenyatta returns to power."
    (event,) = [e for e in reading(text).events if text[e.trigger_start : e.trigger_stop] == "returns"]
    assert (event.when.start, event.when.stop, event.when.approximate) == (PUBLISHED, dt.date(2024, 2, 21), True)
    assert event.status == "planned"


def test_days_after_a_dated_event_date_the_main_clause() -> None:
    text = "Soldiers seized power on 26 July 2023. France suspended aid three days after the coup."
    (event,) = [e for e in reading(text).events if text[e.trigger_start : e.trigger_stop] == "suspended"]
    assert event.when.edtf == "2023-07-29"
    assert event.certainty == "inferred"


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        (
            "The United States killed the general on 3 January 2020. Five days after the United States killed him, Iran fired missiles.",
            "fired", "2020-01-08",
        ),
        ("An earthquake struck the coast on 1 January 2024. The day after the quake, troops were sent.", "sent", "2024-01-02"),
        ("Voters chose a president on 21 April 2019. A month after the election, she took office.", "took", "2019-05~"),
        ("The accord was signed on 14 December 1995. Ten days before the signing, shells fell on the town.", "fell", "1995-12-04"),
        ("Soldiers seized power on 26 July 2023. A week after soldiers seized power, the bloc imposed sanctions.", "imposed",
         "2023-07-31/2023-08-06"),
    ],
)  # fmt: skip
def test_a_length_after_an_event_is_counted_from_its_date_and_the_event_is_not_told_again(text: str, word: str, when: str) -> None:
    events = reading(text).events
    (event,) = [e for e in events if text[e.trigger_start : e.trigger_stop] == word]
    assert (event.when.edtf, event.certainty) == (when, "inferred")
    second = text.index(". ") + 2
    assert [e for e in events if e.trigger_start >= second and e != event] == []


def test_what_was_tried_is_told_with_the_trying() -> None:
    (event,) = reading("On 31 March 2021, soldiers had tried and failed to storm the palace.").events
    assert (event.title, event.kind) == ("Soldiers had tried and failed to storm the palace", "attack")
    (trial,) = reading("He was tried for treason on 5 April 2021.").events
    assert trial.kind == "justice"


def test_an_event_told_again_takes_its_date_as_inferred() -> None:
    text = "A bomb killed nine people in Nairobi on 7 August 1998. Police are investigating the bombing."
    again = [e for e in reading(text).events if text[e.trigger_start : e.trigger_stop] == "bombing"]
    assert [(e.when.edtf, e.certainty) for e in again] == [("1998-08-07", "inferred")]


def test_an_indefinite_noun_is_not_the_event_told_before() -> None:
    text = "A bomb killed nine people in Nairobi on 7 August 1998. Diplomats fear another bombing and future attacks."
    assert {e.when.edtf for e in reading(text).events if e.trigger_start > 60} == set()


def test_an_id_survives_a_correction_elsewhere_in_the_text() -> None:
    old = reading("The pact.\n\nMoscow recieved the envoys. Russia and Iran signed a treaty in 2001.")
    new = reading("The pact.\n\nMoscow received the three envoys. Russia and Iran signed a treaty in 2001.")
    assert [e.id for e in old.events if e.kind == "accord"] == [e.id for e in new.events if e.kind == "accord"]


def _keeps_the_laws(text: str) -> None:
    found = reading(text)
    for event in found.events:
        assert event.sentence in text
        assert text[event.timex.start : event.timex.stop] == event.timex.text
        assert 0 <= event.trigger_start < event.trigger_stop <= len(text)
        assert event.trigger_stop - event.trigger_start <= 60
        assert 0 < len(event.title) <= 90
        assert event.kind in KINDS
        assert event.status in STATUSES
        assert 0 <= event.score <= 1
    assert len({event.id for event in found.events}) == len(found.events)


WORDS = st.sampled_from(
    "On|In 2020|on Friday|last year|Russia|the army|attacked|and|, |. |signed a treaty|\n\n|who|which|said|that|the war|2019|days before|"
    'after|will|not|"|“|”|(|)|\x00|\ud800|🚀|His|they|It|of|between|Iran|Trump|was|killed|A|: | — |the coup|since May 2001|\t'.split("|")
)


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=25))
def test_odd_text_never_fails_and_every_event_keeps_the_laws(words: list[str]) -> None:
    _keeps_the_laws(" ".join(words))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "\x00\x00",
        "\ud800 in 2020 \udfff",
        "w" * 100_000,
        '"' * 2_000 + " in 2020",
        "2020 " * 2_000,
        "RUSSIA AND IRAN SIGNED A TREATY ON FRIDAY.",
        "Year\tEvent\n1914\tWar begins\n1918\tWar ends",
        "Talks fail in 2020\nTalks resume\nPact signed in 2021",
        "A: when?\nB: in 2001, I think.\nA: we left on Friday.",
        "\u202eOn Friday Russia attacked\u202c Iran.",
        "In 2020 " + "and he said that " * 300 + "it ended.",
    ],
)
def test_hostile_and_formless_text_is_read_without_an_exception(text: str) -> None:
    _keeps_the_laws(text)


def test_without_a_model_the_words_still_give_events(monkeypatch: pytest.MonkeyPatch) -> None:
    import spacy

    from timeline.events import model

    monkeypatch.setattr(model, "pipeline", lambda: spacy.blank("en"))
    found = reading("Russia and Iran signed a treaty in 2001.")
    assert [(e.when.edtf, e.kind, e.actors) for e in found.events] == [("2001", "accord", ("Russia", "Iran"))]


def test_both_ends_of_a_range_date_an_event_with_the_whole_of_it():
    text = "Russia and Persia fought wars in the 18th and 19th centuries over land in the Caucasus."
    events = read(Article(text, published=PUBLISHED)).events
    assert {(event.timex.text, event.when.edtf) for event in events} == {("the 18th and 19th centuries", "17XX/18XX")}


def test_an_impossible_day_becomes_a_note_that_names_it():
    reading = read(Article("The pact was signed on 31 February 2020.", published=PUBLISHED))
    assert reading.events == ()
    assert any("31 February 2020" in note.message for note in reading.notes)


def test_a_war_dated_by_its_length_is_not_told_by_the_verb_of_another_day():
    text = "Officials in Geneva called on Monday for talks to end the nearly three-year conflict."
    titles = {event.timex.text: event.title for event in read(Article(text, published=PUBLISHED)).events}
    assert titles["nearly three-year"] == "The conflict continues"


def test_what_a_report_opens_with_happened_on_the_day_of_its_dateline_and_that_is_inferred() -> None:
    text = "LIMA, March 3, 2024 — Peru has expelled the Mexican ambassador over an old dispute. The two countries trade little."
    (event,) = read(Article(text, published=dt.date(2024, 3, 3))).events
    assert (event.title, event.when.edtf, event.certainty) == (
        "Peru has expelled the Mexican ambassador over an old dispute",
        "2024-03-03",
        "inferred",
    )


def test_a_text_that_is_no_report_gives_its_day_to_nothing() -> None:
    text = "Peru expelled the Mexican ambassador over an old dispute. The two countries trade little."
    assert read(Article(text, published=dt.date(2024, 3, 3))).events == ()


ROWS = [
    ("24 Feb 2022\tRussia launches full-scale invasion\tUkraine", "Russia launches full-scale invasion", "2022-02-24"),
    ("3;2020-01-08;Iran;fired missiles;Ain al-Asad", "Iran fired missiles", "2020-01-08"),
    ("The Security Council adopted reso-\nlution 2728 on 25 March 2024.", "The Security Council adopted resolution 2728", "2024-03-25"),
    ("Parliament passed the for\xadeign agents law on 14 May 2024.", "Parliament passed the foreign agents law", "2024-05-14"),
]


@pytest.mark.parametrize(("text", "title", "when"), ROWS)
def test_cells_are_parted_and_words_parted_at_line_ends_are_one(text: str, title: str, when: str) -> None:
    events = read(Article(text, published=dt.date(2024, 6, 14))).events
    assert any(event.title.startswith(title) and event.when.edtf == when for event in events)


def test_what_has_both_its_ends_is_not_told_again_with_one() -> None:
    events = read(Article("The canal was closed from 1967 to 1975 after the Six-Day War.")).events
    assert [event.when.edtf for event in events] == ["1967/1975"]
    events = read(Article("The camp was open from May 2001 to June 2003 and closed in 2004.")).events
    assert [event.when.edtf for event in events] == ["2001-05/2003-06", "2004"]
