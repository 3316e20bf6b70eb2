"""Many sources and filters on the page, without a browser."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.page.test_flows import charts, paste, words

ROOT = Path(__file__).parent.parent.parent
OTHER = "Egypt and Sudan signed a water accord in Khartoum on 4 May 2019. Rebels attacked Kelm in June 2020."


@pytest.fixture
def page() -> AppTest:
    return AppTest.from_file(str(ROOT / "timeline_app.py"), default_timeout=120)


def table(page: AppTest) -> list[str]:
    return list(page.dataframe[0].value["When"])


def field(fields: Sequence[Any], name: str) -> Any:
    """A field by what it is called; once cleared, a filter has fields with other keys."""
    return next(each for each in fields if each.label == name)


def add(page: AppTest, text: str = "", examples: tuple[str, ...] = ()) -> AppTest:
    page.text_area(key="text").set_value(text)
    page.multiselect(key="examples").set_value(list(examples))
    next(button for button in page.button if button.label in ("Add", "Draw the timeline")).click()
    page.run()
    assert not page.exception
    return page


def test_a_text_and_examples_are_one_timeline_whose_sources_are_listed(page: AppTest) -> None:
    page.run()
    page.segmented_control(key="mode").set_value("Your own text").run()
    options = page.multiselect(key="examples").options
    add(page, "A ship sank on 2 May 2001.", (options[0], options[1]))
    assert "3 sources" in words(page)
    page.segmented_control(key="beside").set_value("Sources").run()
    assert "English · 7 words · 1 event" in words(page)
    whole = len(table(page))
    next(button for button in page.button if str(button.key) == "remove-0").click()
    page.run()
    assert len(table(page)) < whole
    assert "2 sources" in words(page)


def test_a_file_that_cannot_be_read_is_told_and_loses_no_other(page: AppTest) -> None:
    page.run()
    page.segmented_control(key="mode").set_value("Your own text").run()
    page.file_uploader(key="files").set_value(
        [("a.txt", b"A ship sank on 2 May 2001.", "text/plain"), ("b.pdf", b"%PDF-1.4 broken", "text/plain")]
    )
    add(page)
    assert len(charts(page)) == 1
    page.segmented_control(key="beside").set_value("Sources").run()
    assert "Cannot read 'b.pdf'" in words(page)


def test_each_filter_shows_n_of_all_and_can_be_cleared(page: AppTest) -> None:
    paste(page, OTHER)
    assert len(table(page)) == 2
    page.multiselect(key="kind").set_value(["attack"]).run()
    assert not page.exception
    assert table(page) == ["June 2020"]
    assert "1 of 2 events: attack" in words(page)
    assert "Only what is shown: 1 of 2 events: attack" in words(page)
    page.button(key="clear-line").click().run()
    assert len(table(page)) == 2
    field(page.text_input, "Words").set_value("water accord").run()
    assert table(page) == ["4 May 2019"]
    field(page.text_input, "Words").set_value("nothing like it").run()
    assert "No event is left." in words(page)
    page.button(key="clear-line").click().run()
    field(page.selectbox, "Dated at least to the").set_value("day").run()
    assert table(page) == ["4 May 2019"]


def test_only_corrected_events_are_shown_if_asked_for(page: AppTest) -> None:
    paste(page, OTHER)
    page.button(key="first").click().run()
    page.button(key="correct").click().run()
    next(each for each in page.text_input if str(each.key).startswith("title-of-")).set_value("Accord")
    next(button for button in page.button if button.label == "Save").click()
    page.run()
    page.toggle(key="edited").set_value(True).run()
    assert list(page.dataframe[0].value["What"]) == ["Accord"]


def test_each_of_several_articles_can_be_read_beside_the_timeline(page: AppTest) -> None:
    page.run()
    page.segmented_control(key="mode").set_value("Your own text").run()
    add(page, OTHER, (page.multiselect(key="examples").options[0],))
    page.segmented_control(key="beside").set_value("Article").run()
    assert not page.exception
    names = next(field for field in page.selectbox if field.label == "Article shown")
    shown = [element.proto.json for element in page.get("bidi_component") if element.proto.component_name == "timeline.article"]
    assert len(shown) == 1
    names.select_index(1).run()
    assert not page.exception
    assert [element.proto.json for element in page.get("bidi_component") if element.proto.component_name == "timeline.article"] != shown
