"""The page in a real browser: what is drawn, what a click does, and what the network is asked for."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

PICTURES = os.environ.get("PAGE_PICTURES")  # a folder to keep pictures of the page in, for people to look at


LOOKS = {"laptop": (1440, 900, "light"), "phone": (390, 844, "light"), "dark": (1440, 900, "dark")}
in_every_look = pytest.mark.parametrize("page", LOOKS, indirect=True)


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Any, address: str) -> Iterator[Any]:
    """The page at one width in one look, opened and drawn; what it asked for stands in `page.asked`, its faults in `page.faults`."""
    width, height, look = LOOKS[getattr(request, "param", "laptop")]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=look)
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.asked, page.faults = [], []
    page.on("request", lambda asked: page.asked.append(asked.url))
    page.on("console", lambda said: page.faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda fault: page.faults.append(str(fault)))
    page.goto(address)
    page.wait_for_selector(".js-plotly-plot .point")
    _at_rest(page)
    yield page
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{request.node.name}.png")
    context.close()


def _at_rest(page: Any) -> None:
    """Waits until the drawing is as wide as its place, which the page learns from the browser after it has opened."""
    page.wait_for_function(
        """() => { const plot = document.querySelector('.js-plotly-plot'), room = document.querySelector('.room');
        return plot && room && plot.layout.width <= room.clientWidth && plot.layout.width > room.clientWidth - 180
          && !document.querySelector('[data-testid=stStatusWidget]'); }"""
    )


@in_every_look
def test_the_timeline_fits_the_page_and_nothing_is_asked_of_the_network(page: Any, address: str) -> None:
    across = page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth - window.innerWidth")
    assert across <= 0, "the page does not scroll sideways"
    strangers = [url for url in page.asked if not url.startswith((address, address.replace("http", "ws"), "data:", "blob:"))]
    assert not strangers
    assert not page.faults


def test_the_letters_are_those_the_drawing_was_measured_with(page: Any) -> None:
    assert page.evaluate(
        "() => document.fonts.check('16px \"Noto Sans\"') && [...document.fonts].some(f => f.family.includes('Noto Sans'))"
    )


@in_every_look
def test_a_click_on_an_event_shows_its_card_with_the_date_words_marked(page: Any) -> None:
    mark = page.query_selector_all(".js-plotly-plot .scatterlayer .point")[0]
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    card = page.locator("article")
    card.wait_for()
    assert card.locator("h3").inner_text()
    assert card.locator("mark").inner_text() in card.locator("blockquote").inner_text()
    assert "Rule" in card.inner_text()
    page.wait_for_timeout(800)
    assert card.bounding_box()["y"] < page.viewport_size["height"], "the card has come into view"
    assert not page.faults


def test_a_download_is_made_when_it_is_asked_for(page: Any) -> None:
    for name, head in {"PNG": b"\x89PNG", "SVG": b"<svg", "CSV": b"event_id"}.items():
        with page.expect_download() as waiting:
            page.get_by_role("button", name=name, exact=True).click()
        data = Path(waiting.value.path()).read_bytes()
        assert head in data[:200]
        assert waiting.value.suggested_filename == f"timeline-russia-and-iran-bind-armies-and-trade-in-a-new-treaty.{name.lower()}"


def test_hostile_words_stay_words(page: Any, address: str) -> None:
    page.get_by_text("Your own text").click()
    hostile = "<img src=x onerror=alert(1)> ![x](http://example.org/x.png) [go](javascript:alert(1)) was signed in Cairo on 4 May 1999."
    page.get_by_label("Article text").fill(hostile)
    page.get_by_role("button", name="Draw the timeline").click()
    page.get_by_role("button", name="Show the first").click()
    card = page.locator("article")
    card.wait_for()
    assert "onerror" in card.locator("blockquote").inner_text()
    assert card.locator("img, a").count() == 0
    assert not [url for url in page.asked if "example.org" in url]
    assert not page.faults
