"""Correcting on the page: each action a visitor has, without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.page.test_flows import TEXT, card, charts, paste, words

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def page() -> AppTest:
    return AppTest.from_file(str(ROOT / "timeline_app.py"), default_timeout=120)


def first(page: AppTest) -> AppTest:
    """The page with the card and the fields of the first event open."""
    page.button(key="first").click().run()
    return page.button(key="correct").click().run()


def field(page: AppTest, name: str) -> object:
    return next(each for each in [*page.text_input, *page.selectbox] if str(each.key).startswith(f"{name}-of-"))


def save(page: AppTest, **values: str) -> AppTest:
    for name, value in values.items():
        field(page, name).set_value(value)  # type: ignore[attr-defined]
    next(button for button in page.button if button.label == "Save").click()
    page.run()
    assert not page.exception
    return page


def facts(page: AppTest) -> dict[str, str]:
    shown = card(page)
    assert shown is not None
    return dict(shown["facts"]) | {"title": shown["title"], "date": shown["date"]}  # type: ignore[call-overload]


def beside(page: AppTest, panel: str) -> AppTest:
    return page.segmented_control(key="beside").set_value(panel).run()


def test_every_field_of_an_event_is_corrected_and_what_was_read_stays_in_sight(page: AppTest) -> None:
    first(paste(page, TEXT))
    save(
        page,
        title="Water accord",
        date="early 2019",
        kind="diplomacy",
        actors="Egypt; Sudan; Chad",
        places="Cairo",
        status="alleged",
        note="ask",
    )
    told = facts(page)
    assert told["title"] == "Water accord"
    assert told["date"].startswith("c. January")
    assert told["Sort"] == "diplomacy, alleged"
    assert told["Who"] == "Egypt; Sudan; Chad"
    assert told["Where"] == "Cairo"
    assert told["Note"] == "ask"
    assert "3 May 2019" in told["Read as"]
    assert "signed a water accord" in told["Read as"]


def test_fields_saved_together_are_undone_and_redone_together(page: AppTest) -> None:
    first(paste(page, TEXT))
    before = facts(page)
    save(page, title="Water accord", places="Cairo")
    after = facts(page)
    page.button(key="undo").click().run()
    assert facts(page) == before
    page.button(key="redo").click().run()
    assert facts(page) == after


def test_a_date_that_cannot_be_read_is_told_and_nothing_is_lost(page: AppTest) -> None:
    first(paste(page, TEXT))
    save(page, title="Water accord", date="soonish")
    assert "Cannot read 'soonish' as a date" in words(page)
    assert field(page, "title").value == "Water accord"  # type: ignore[attr-defined]
    assert "Read as" not in facts(page)


def test_what_was_wrong_is_not_said_where_fields_are_opened_again(page: AppTest) -> None:
    save(first(paste(page, TEXT)), date="soonish")
    next(button for button in page.button if button.label == "Cancel").click()
    page.run()
    page.button(key="correct").click().run()
    assert field(page, "date") and "soonish" not in words(page)


def test_an_event_is_hidden_and_shown_again(page: AppTest) -> None:
    first(paste(page, TEXT))
    page.button(key="hide").click().run()
    assert not page.exception
    assert not charts(page)
    beside(page, "Corrections")
    assert "Hidden: 1 event" in words(page)
    next(button for button in page.button if str(button.key).startswith("show-")).click()
    page.run()
    assert len(charts(page)) == 1


def test_an_event_is_added_by_hand_and_its_card_opens(page: AppTest) -> None:
    beside(paste(page, TEXT), "Corrections")
    field(page, "title").set_value("A dam was opened")  # type: ignore[attr-defined]
    field(page, "date").set_value("March 2018")  # type: ignore[attr-defined]
    next(button for button in page.button if button.label == "Add the event").click()
    page.run()
    assert facts(page)["date"] == "March 2018"
    assert facts(page)["title"] == "A dam was opened"
    assert facts(page)["Date"] == "2018-03 (given by hand)"
    assert facts(page)["Source"] == "added by hand", "no characters of an article prove it"
    assert not any(part["dates"] for part in (card(page) or {})["sentence"])  # type: ignore[attr-defined]
    assert field(page, "title").value == "", "the next event begins empty"  # type: ignore[attr-defined]
    assert "2 events read from 1 article" in str(charts(page)[0])


def test_a_corrected_date_is_not_said_to_be_given_by_the_words(page: AppTest) -> None:
    save(first(paste(page, TEXT)), date="early 2018")
    assert "(as corrected by hand)" in facts(page)["Date"]
    assert "Rule" not in facts(page)


def test_two_events_are_merged_and_taken_apart(page: AppTest) -> None:
    paste(page, "Egypt and Sudan signed a water accord on 3 May 2019. Rebels attacked the town of Kelm on 9 June 2020.")
    assert len(page.dataframe[0].value) == 2
    first(page)
    page.selectbox(key="merge-with").select_index(0).run()
    page.button(key="merge").click().run()
    assert not page.exception
    assert len(page.dataframe[0].value) == 1
    page.button(key="correct").click().run()
    page.button(key="split").click().run()
    assert len(page.dataframe[0].value) == 2


def test_a_sentence_that_tells_something_else_is_taken_out_of_an_event(page: AppTest) -> None:
    paste(page, "A bomb killed two people in Minsk on 3 May 2001. Nobody forgot the bombing.")
    assert len(page.dataframe[0].value) == 1
    first(page)
    assert "Nobody forgot the bombing." in words(page)
    page.button(key="out-1").click().run()
    assert not page.exception
    assert list(page.dataframe[0].value["When"]) == ["3 May 2001", "3 May 2001"]
    assert "Not this event" not in {button.label for button in page.button}, "nothing is left to take out"
    beside(page, "Corrections")
    assert "Taken out of" in words(page)
    page.button(key="undo").click().run()
    assert len(page.dataframe[0].value) == 1


def test_both_readings_of_a_doubtful_date_are_shown_and_one_click_settles_the_article(page: AppTest) -> None:
    paste(page, "Egypt and Sudan signed a water accord on 3/4/2014. Rebels attacked the town of Kelm on 5/6/2015.")
    page.button(key="first").click().run()
    assert "“3/4/2014”: 4 March 2014 or 3 April 2014" in words(page)
    assert {"3 April 2014", "4 March 2014"} <= {button.label for button in page.button}
    page.button(key="settle all day first").click().run()
    assert list(page.dataframe[0].value["When"]) == ["3 April 2014", "5 June 2015"]
    page.button(key="undo").click().run()
    page.button(key="settle month first").click().run()
    assert list(page.dataframe[0].value["When"])[0] == "4 March 2014"
    assert " or " in list(page.dataframe[0].value["When"])[1]


def test_what_counts_from_a_settled_day_moves_with_it_and_back(page: AppTest) -> None:
    paste(page, "Egypt and Sudan signed a water accord on 3/4/2014. Two days later rebels attacked the town of Kelm.")
    page.button(key="first").click().run()
    page.button(key="settle day first").click().run()
    assert not page.exception
    assert list(page.dataframe[0].value["When"]) == ["3 April 2014", "5 April 2014"]
    assert facts(page)["Read as"] == "date 4 March or 3 April 2014"
    page.button(key="undo").click().run()
    assert list(page.dataframe[0].value["When"]) == ["4 March or 3 April 2014", "6 March 2014"]


def test_corrections_outlive_another_day_of_publication_and_another_text(page: AppTest) -> None:
    first(paste(page, TEXT))
    save(page, title="Water accord")
    next(each for each in page.text_input if each.label == "Day of publication").set_value("14 June 2019").run()
    assert "Water accord" in list(page.dataframe[0].value["What"])
    beside(page, "Sources")
    area = next(each for each in page.text_area if each.label == "Text of the article")
    area.set_value("Leaders in Cairo\n\nA new line of 1 May 2019 was built. " + TEXT.partition("\n\n")[2]).run()
    page.button(key="again-0").click().run()
    assert not page.exception
    assert "Water accord" in list(page.dataframe[0].value["What"])


def test_a_source_that_was_removed_and_one_that_was_redated_are_as_before_after_an_undo(page: AppTest) -> None:
    paste(page, TEXT)
    page.text_area(key="text").set_value("A ship sank near Kelm on 2 May 2001. Divers went down yesterday.")
    next(button for button in page.button if button.label == "Add").click()
    beside(page.run(), "Sources")
    page.button(key="remove-0").click().run()
    assert "“Leaders in Cairo” was removed. Undo brings it back." in words(page)
    assert list(page.dataframe[0].value["When"]) == ["2 May 2001"]
    page.button(key="undo").click().run()
    assert list(page.dataframe[0].value["When"]) == ["2 May 2001", "3 May 2019"]
    day = [each for each in page.text_input if each.label == "Day of publication"][1]
    day.set_value("14 June 2019").run()
    assert "13 June 2019" in list(page.dataframe[0].value["When"])
    page.button(key="undo").click().run()
    assert not page.exception
    assert "13 June 2019" not in list(page.dataframe[0].value["When"])
    assert [each.value for each in page.text_input if each.label == "Day of publication"] == ["", ""]
    page.button(key="redo").click().run()
    assert "13 June 2019" in list(page.dataframe[0].value["When"])


def test_the_log_says_what_was_done_and_what_has_lost_its_event(page: AppTest) -> None:
    first(paste(page, TEXT))
    save(page, title="Water accord")
    beside(page, "Corrections")
    assert "→ Water accord" in words(page)
    assert any(button.proto.label == "Save the log" for button in page.get("download_button"))
    beside(page, "Sources")
    next(each for each in page.text_area if each.label == "Text of the article").set_value("A ship sank on 2 May 2001.").run()
    page.button(key="again-0").click().run()
    beside(page, "Corrections")
    assert "1 correction found no event" in words(page)
