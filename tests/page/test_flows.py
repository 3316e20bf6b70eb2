"""What a visitor can do, without a browser."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from timeline.page.files import FORMATS

ROOT = Path(__file__).parent.parent.parent
TEXT = "Leaders in Cairo\n\nEgypt and Sudan signed a water accord in Khartoum on 3 May 2019. Last month the two sides met in Cairo."


@pytest.fixture
def page() -> AppTest:
    return AppTest.from_file(str(ROOT / "timeline_app.py"), default_timeout=120)


def words(page: AppTest) -> str:
    """All that stands on the page in plain text."""
    return "\n".join(str(element.value) for kind in ("text", "caption") for element in page.get(kind))


def paste(page: AppTest, text: str) -> AppTest:
    """The page after a visitor has pasted a text and asked for its timeline."""
    page.run()
    page.segmented_control(key="mode").set_value("Your own text").run()
    page.text_area(key="text").set_value(text)
    next(button for button in page.button if button.label == "Draw the timeline").click()
    return page.run()


def charts(page: AppTest) -> list[dict[str, object]]:
    return [json.loads(element.proto.spec or element.proto.figure.spec) for element in page.get("plotly_chart")]


def card(page: AppTest) -> dict[str, object] | None:
    """What the card says, if there is one."""
    for element in page.get("bidi_component"):
        if element.proto.component_name == "timeline.card":
            return json.loads(element.proto.json)
    return None


def test_the_page_opens_with_a_seed_already_drawn(page: AppTest) -> None:
    page.run()
    assert not page.exception
    assert len(charts(page)) == 1
    assert "Published 18 January 2025, from what the source says about itself." in words(page)


def test_every_seed_can_be_chosen_and_is_drawn(page: AppTest) -> None:
    page.run()
    for slug in range(len(page.selectbox(key="seed").options)):
        page.selectbox(key="seed").select_index(slug).run()
        assert not page.exception
        assert len(charts(page)) == 1


def test_pasted_text_is_drawn_and_its_unknown_day_of_publication_is_said(page: AppTest) -> None:
    paste(page, TEXT)
    assert not page.exception
    assert len(charts(page)) == 1
    assert "Day of publication not known." in words(page)
    assert "Last month" in words(page)


def test_a_day_of_publication_given_by_the_visitor_dates_what_counts_from_it(page: AppTest) -> None:
    paste(page, TEXT)
    before = len(page.dataframe[0].value)
    next(field for field in page.text_input if field.label == "Day of publication").set_value("14 June 2019").run()
    assert "Published 14 June 2019, as you gave it." in words(page)
    assert "May 2019" in list(page.dataframe[0].value["When"])
    assert len(page.dataframe[0].value) == before + 1


def test_a_wrong_day_of_publication_is_told_and_loses_nothing(page: AppTest) -> None:
    paste(page, TEXT)
    next(field for field in page.text_input if field.label == "Day of publication").set_value("soon").run()
    assert not page.exception
    assert "Cannot read 'soon' as a publication date" in words(page)
    assert page.text_area(key="text").value == TEXT
    assert any(field.label == "Day of publication" for field in page.text_input), "the date can still be corrected"


def test_text_without_dates_is_told_what_was_looked_for(page: AppTest) -> None:
    paste(page, "Nothing in this text has a date.")
    assert not page.exception
    assert "No dated events found. Looked for days, months, years" in words(page)
    assert not charts(page)


@pytest.mark.parametrize(
    "text", ["", " \n ", "?" * 1000, "\x00\u202e\ufeff", "<script>alert(1)</script> ![x](http://example.org/x.png) in 1999"]
)
def test_odd_text_breaks_nothing(page: AppTest, text: str) -> None:
    paste(page, text)
    assert not page.exception


def test_text_that_names_a_file_opens_no_file(page: AppTest) -> None:
    paste(page, str(ROOT / "seeds" / "russia-iran-pact" / "article.txt"))
    assert not page.exception
    assert "No dated events found" in words(page)


def test_the_first_event_has_a_card_with_its_sentence_and_its_date_marked(page: AppTest) -> None:
    paste(page, TEXT)
    page.button(key="first").click().run()
    shown = card(page)
    assert shown is not None
    assert shown["date"] == "3 May 2019"
    assert "".join(part["text"] for part in shown["sentence"]) in TEXT  # type: ignore[attr-defined]
    assert [part["text"] for part in shown["sentence"] if part["dates"]] == ["3 May 2019"]  # type: ignore[attr-defined]
    assert {"Sort", "Date", "Rule", "Source"} <= {name for name, _ in shown["facts"]}  # type: ignore[attr-defined]


def test_cards_lead_to_the_events_before_and_after(page: AppTest) -> None:
    page.run()
    page.button(key="first").click().run()
    first = card(page)
    page.button(key="after").click().run()
    assert card(page) != first
    page.button(key="before").click().run()
    assert card(page) == first
    page.button(key="close").click().run()
    assert card(page) is None


def test_words_of_an_article_reach_no_markdown(page: AppTest) -> None:
    paste(page, "![beacon](http://example.org/x.png)\n\nThe ![x](http://example.org/y.png) war of <b>1999</b> began on 4 May 1999.")
    page.button(key="first").click().run()
    assert not page.exception
    assert not any("example.org" in str(element.value) for kind in ("markdown", "caption") for element in page.get(kind))


def test_picture_and_page_come_first_among_the_downloads(page: AppTest) -> None:
    page.run()
    labels = [button.proto.label for button in page.get("download_button")]
    assert labels[:2] == ["PNG picture", "HTML page"]
    assert len(labels) == len(FORMATS)
    assert {"SVG", "PDF", "CSV", "Excel", "JSON", "Markdown", "Calendar", "TimelineJS"} <= set(labels)


def test_a_format_that_cannot_be_made_here_says_why_instead_of_failing(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    reason = "A PDF needs Chrome or Chromium, which is not installed."
    monkeypatch.setattr("timeline.page.downloads.lacking", lambda ending: reason if ending == "pdf" else "")
    page.run()
    off = [(button.proto.label, button.proto.help) for button in page.get("download_button") if button.proto.disabled]
    assert off == [("PDF", reason)]
