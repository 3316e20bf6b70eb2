"""The workbench in a real browser: the article and the timeline lead to each other, corrections are made and undone, attacks stay words."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.drawing.attacks import ATTACKS
from tests.page.test_browser import MARK, at_rest, inert, middle, opened, page
from timeline.drawing.escape import label

__all__ = ["opened", "page"]
pytestmark = pytest.mark.browser

TEXT = (
    "Leaders in Cairo\n\nEgypt and Sudan signed a water accord in Khartoum on 3 May 2019. Lately they met. "
    "Rebels attacked Kelm on 3/4/2020."
)


def paste(page: Any, text: str) -> None:
    page.get_by_text("Your own text").click()
    page.get_by_label("Article text").fill(text)
    page.get_by_role("button", name="Draw the timeline").click()
    page.get_by_role("button", name="Show the first").wait_for()
    at_rest(page)


def test_paste_correct_undo(page: Any) -> None:
    paste(page, TEXT)
    page.get_by_role("button", name="Show the first").click()
    page.get_by_role("button", name="Correct", exact=True).click()
    page.get_by_role("textbox", name="When").fill("early 2018")
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator("article", has_text="Read as").wait_for()
    assert "2018" in page.locator("article .date").inner_text()
    page.locator(".annotation-text", has_text="2018").first.wait_for()
    page.get_by_role("button", name="Undo").click()
    page.locator("article .date", has_text="3 May 2019").wait_for()
    assert not page.faults


def test_an_expression_leads_to_its_event_and_an_event_to_its_sentence(page: Any) -> None:
    paste(page, ("Nothing of note is told in this line.\n\n" * 40) + TEXT)
    page.get_by_role("radio", name="Article").click()
    box = page.locator("div.text")
    box.wait_for()
    at_rest(page)
    page.mouse.click(*middle(page, MARK))
    box.locator(".chosen", has_text="3 May 2019").wait_for()
    page.wait_for_timeout(900)
    inside = """box => { const word = box.querySelector('.chosen').getBoundingClientRect(), shown = box.getBoundingClientRect();
      return word.top >= shown.top && word.bottom <= shown.bottom; }"""
    assert box.evaluate(inside), "the article has come to the sentence"
    box.locator(".doubtful").click()
    page.locator("article .date", has_text="4 March or 3 April 2020").wait_for()
    box.locator(".undated", has_text="Lately").click()
    page.locator(".st-key-doubt", has_text="“Lately”").wait_for()
    page.get_by_role("button", name="4 March 2020", exact=True).click()
    page.locator("article .date", has_text="4 March 2020").wait_for()
    assert not page.faults


def test_what_is_chosen_about_the_picture_stays_in_one_row_beside_an_open_panel(opened: Callable[..., Any], address: str) -> None:
    page = opened(address)
    page.get_by_role("radio", name="Sources").click()
    page.locator(".st-key-source-0").wait_for()
    at_rest(page)
    assert page.locator(".st-key-bar").bounding_box()["height"] < 60
    page.get_by_role("button", name="Share", exact=True).click()
    assert page.get_by_role("dialog").bounding_box()["width"] <= 960
    assert not page.faults


def test_attacks_are_inert_in_article_sources_fields_and_log(opened: Callable[..., Any], address: str) -> None:
    page = opened(address)
    paste(page, "\n\n".join(f"{attack} was signed in Cairo on 4 May {1950 + n}." for n, attack in enumerate(ATTACKS)))
    page.get_by_role("radio", name="Article").click()
    page.locator("div.text").wait_for()
    at_rest(page)
    assert page.locator("div.text *:not(span)").count() == 0
    assert label(ATTACKS[0]) in label(page.locator("div.text").inner_text())
    page.get_by_role("radio", name="Sources").click()
    page.get_by_role("button", name="Text", exact=True).click()
    inert(page, address)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Show the first").click()
    page.get_by_role("button", name="Correct", exact=True).click()
    page.get_by_role("textbox", name="What").fill(ATTACKS[5][:90])
    page.get_by_role("textbox", name="Note").fill(" ".join(ATTACKS)[:1500])
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator("article", has_text="Read as").wait_for()
    page.get_by_role("radio", name="Corrections").click()
    page.get_by_text("2 corrections").wait_for()
    at_rest(page)
    inert(page, address)
