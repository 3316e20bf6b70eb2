"""Correcting in a browser: selected words become an event, a typed address brings its article, an order of day and month is settled."""

import http.server
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from tests.intake.test_url import Server
from tests.page.conftest import _served
from tests.page.test_bench_browser import paste
from tests.page.test_browser import at_rest, opened, page

__all__ = ["opened", "page"]
pytestmark = pytest.mark.browser

ARTICLE = b"<html><head><title>Accord</title></head><body><article><p>" + (
    b"Egypt and Sudan signed a water accord in Khartoum on 3 May 2019. Both sides called it a good day for the people on the river. "
    b"Rebels attacked the town of Kelm on 9 June 2020, and the government sent soldiers to the region to protect the farmers there.</p>"
    b"</article></body></html>"
)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a page that fetches from a server of this module alone."""
    Server.asked, Server.answers = [], {"/accord": (200, {"Content-Type": "text/html; charset=utf-8"}, ARTICLE)}
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    with _served("tests/page/fetching_app.py", str(server.server_port)) as address:
        yield address
    server.shutdown()
    server.server_close()


def drawn_over(page: Any, words: str) -> None:
    """Selects words of the article with the pointer, as a reader does."""
    ends = page.locator("div.text").evaluate(
        """(box, words) => {
          for (const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT); walker.nextNode();) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at); range.setEnd(walker.currentNode, at + words.length);
            range.startContainer.parentElement.scrollIntoView({block: "center"});
            const boxes = [...range.getClientRects()], first = boxes[0], last = boxes[boxes.length - 1];
            return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
          }
        }""",
        words,
    )
    page.mouse.move(ends[0], ends[1])
    page.mouse.down()
    page.mouse.move(ends[2], ends[3], steps=4)
    page.mouse.up()


def test_words_that_are_selected_in_the_article_become_an_event(page: Any) -> None:
    paste(
        page,
        "Leaders in Cairo 🌍\n\nEgypt signed a water accord on 3 May 2019. Nobody doubts that a dam broke near Kelm. More is not known.",
    )
    page.get_by_role("radio", name="Article").click()
    page.locator("div.text").wait_for()
    at_rest(page)
    drawn_over(page, "a dam broke near Kelm")
    page.get_by_role("button", name="Add an event from these words").click()
    form = page.locator(".st-key-add")
    form.get_by_text("Proved by “a dam broke near Kelm”", exact=True).wait_for()
    form.get_by_role("textbox", name="What").fill("A dam broke")
    form.get_by_role("textbox", name="When").fill("April 2018")
    form.get_by_role("button", name="Add the event").click()
    card = page.locator("article", has_text="A dam broke")
    card.locator(".date", has_text="April 2018").wait_for()
    assert card.locator("blockquote").first.inner_text() == "a dam broke near Kelm"
    page.locator(".annotation-text", has_text="A dam broke").first.wait_for()
    assert not page.faults


def test_an_address_that_is_typed_brings_its_article(page: Any) -> None:
    page.get_by_text("Your own text").click()
    page.get_by_role("textbox", name="Or an address").fill("http://news.example.org/accord")
    page.get_by_role("button", name="Draw the timeline").click()
    page.get_by_role("button", name="Show the first").click()
    card = page.locator("article", has_text="signed a water accord")
    card.locator(".date", has_text="3 May 2019").wait_for()
    assert card.locator("a").get_attribute("href") == "http://news.example.org/accord"
    assert Server.asked == [("/accord", "news.example.org")]
    assert all("news.example.org" not in asked for asked in page.asked), "the browser itself asks nobody"
    page.get_by_role("radio", name="Sources").click()
    page.locator(".st-key-source-0", has_text="2 events").wait_for()
    assert not page.faults


def test_an_order_that_is_settled_moves_what_counts_from_its_days(page: Any) -> None:
    paste(page, "Leaders in Cairo\n\nEgypt and Sudan signed a water accord on 3/4/2014. Two days later rebels attacked the town of Kelm.")
    page.locator(".annotation-text", has_text="6 March 2014").first.wait_for()
    page.get_by_role("button", name="Show the first").click()
    page.get_by_role("button", name="3 April 2014", exact=True).click()
    page.locator("article .date", has_text="3 April 2014").wait_for()
    page.locator("article", has_text="date 4 March or 3 April 2014").wait_for()
    page.locator(".annotation-text", has_text="5 April 2014").first.wait_for()
    assert page.locator(".st-key-settle").count() == 0
    page.get_by_role("button", name="Undo").click()
    page.locator(".annotation-text", has_text="6 March 2014").first.wait_for()
    assert not page.faults
