"""What lies folded under Filter and Picture, in a real browser: it says what counts when it unfolds, whatever was shown before."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.page.test_bench_browser import TEXT, paste
from tests.page.test_browser import at_rest, opened

__all__ = ["opened"]
pytestmark = pytest.mark.browser

OTHER = "Two ships\n\nA ship sank off Lima on 2 May 2001. Rebels attacked Kelm in June 2020."


def unfolded(page: Any, name: str, field: str) -> Any:
    """A field under Filter or Picture."""
    page.get_by_role("button", name=name).first.click()
    found = page.get_by_role("textbox", name=field, exact=True)
    found.wait_for()
    return found


def fold(page: Any) -> None:
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    at_rest(page)


def fill(page: Any, name: str, field: str, words: str) -> None:
    unfolded(page, name, field).fill(words)
    page.keyboard.press("Enter")
    at_rest(page)
    fold(page)


def titled(page: Any, words: str) -> None:
    """Waits until the picture has this title, also after another click, which tells what the browser believes of folded fields."""
    title = page.locator(".annotation-text", has_text=words).first
    title.wait_for()
    page.get_by_role("radio", name="Sources").click()
    page.wait_for_timeout(1000)
    at_rest(page)
    assert title.is_visible()
    assert unfolded(page, "Picture", "Title").input_value() == words
    fold(page)


def test_title_and_filter_survive_a_reload_and_follow_no_other_timeline(opened: Callable[..., Any], address: str) -> None:
    page = opened(address)
    paste(page, TEXT)
    fill(page, "Picture", "Title", "Water in Cairo")
    page.reload()
    titled(page, "Water in Cairo")
    first = page.url
    page.get_by_role("button", name="Your timelines").click()
    page.get_by_role("button", name="New timeline").click()
    page.get_by_role("dialog").wait_for(state="detached")
    page.get_by_label("Article text").fill(OTHER)
    page.get_by_role("button", name="Draw the timeline").click()
    page.get_by_role("button", name="Show the first").wait_for()
    at_rest(page)
    fill(page, "Picture", "Title", "Ships and rebels")
    page.get_by_role("button", name="Filter").click()
    page.get_by_text("Dates disagree").wait_for()
    page.get_by_role("textbox", name="Words", exact=True).fill("ship")
    page.keyboard.press("Enter")
    page.get_by_text("1 of 2 events: “ship”").wait_for()
    fold(page)
    page.reload()
    page.get_by_text("1 of 2 events: “ship”").wait_for()
    at_rest(page)
    assert "ship" not in page.url, "words are content, and stay out of the address"
    assert unfolded(page, "Filter", "Words").input_value() == "ship"
    fold(page)
    page.get_by_text("1 of 2 events: “ship”").wait_for()
    page.get_by_role("button", name="Your timelines").click()
    page.locator("[class*=st-key-line-]", has_text="Water in Cairo").get_by_role("button", name="Open", exact=True).click()
    titled(page, "Water in Cairo")
    assert page.get_by_text("of 2 events").count() == 0, "the filter of another timeline has not come along"
    assert page.url.split("open=")[1][:8] == first.split("open=")[1][:8]
    assert not page.faults


def test_what_the_address_says_of_folded_settings_is_shown_when_they_unfold(opened: Callable[..., Any], address: str) -> None:
    page = opened(f"{address}/?legend=false&status=happened&status=planned&order=Most+events&score=nonsense&grain=week-end")
    page.get_by_text("events: happened or planned").wait_for()
    assert unfolded(page, "Picture", "Title").is_visible()
    assert not page.get_by_role("switch", name="Legend").is_checked()
    page.get_by_text("Most events").click()
    page.get_by_text("First event").click()
    at_rest(page)
    assert "order" not in page.url
    assert "legend=false" in page.url and page.url.count("status=") == 2
    assert "score" not in page.url and "grain" not in page.url
    assert not page.faults


def test_a_filter_that_is_cleared_stays_cleared(opened: Callable[..., Any], address: str) -> None:
    page = opened(address)
    paste(page, OTHER)
    fill(page, "Filter", "Words", "ship")
    page.get_by_text("1 of 2 events: “ship”").wait_for()
    page.get_by_role("button", name="Download").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="CSV", exact=True).click()
    assert waiting.value.suggested_filename == "timeline-two-ships-1-of-2.csv"
    fold(page)
    page.get_by_role("button", name="Clear the filter").click()
    page.get_by_text("1 of 2 events: “ship”").wait_for(state="detached")
    page.get_by_role("radio", name="Sources").click()  # another click tells what the browser believes of folded fields
    page.locator(".st-key-source-0").wait_for()
    at_rest(page)
    assert page.get_by_text("of 2 events").count() == 0
    assert unfolded(page, "Filter", "Words").input_value() == ""
    assert not page.faults
