"""Saving and sharing in a real browser: the whole story, a reload, a restart of the server, and two windows at once."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.page.conftest import _running

pytestmark = pytest.mark.browser

PICTURES = os.environ.get("PAGE_PICTURES")
TEXT = "Leaders in Cairo\n\nEgypt and Sudan signed a water accord in Khartoum on 3 May 2019. France invaded Egypt in July 1798."
MARK = ".js-plotly-plot .scatterlayer .point"
LOOKS = {"laptop": (1440, 900, "light"), "phone": (390, 844, "light"), "dark": (1440, 900, "dark"), "frame": (360, 640, "light")}


@pytest.fixture
def window(browser: Any) -> Iterator[Callable[..., Any]]:
    """A window of a browser that knows nothing yet, at an address."""
    contexts = []

    def open_window(address: str, look: str = "laptop") -> Any:
        width, height, scheme = LOOKS[look]
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        context.set_default_timeout(30_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_window
    for context in contexts:
        context.close()


def pasted(page: Any) -> Any:
    """The window after its visitor has pasted a text."""
    page.get_by_text("Your own text", exact=True).click()
    page.get_by_role("textbox").first.fill(TEXT)
    page.get_by_role("button", name="Draw the timeline").click()
    page.wait_for_selector(MARK)
    page.wait_for_url("**open=*")
    return page


def titled(page: Any, title: str) -> None:
    """Types another title, and waits until the server has it."""
    page.get_by_role("button", name="Picture").click()
    field = page.get_by_role("textbox", name="Title")
    field.fill(title)
    field.press("Enter")
    page.wait_for_timeout(1500)
    page.keyboard.press("Escape")


def linked(page: Any, rights: str = "Look") -> str:
    """The link that is made in the dialog."""
    page.get_by_role("button", name="Share", exact=True).click()
    page.get_by_role("dialog").get_by_text(rights, exact=True).first.click()
    page.get_by_role("button", name="Make the link").click()
    field = page.get_by_label("The link", exact=True)
    field.wait_for()
    return str(field.input_value())


def photographed(page: Any, name: str) -> None:
    if PICTURES:
        page.wait_for_timeout(800)
        page.screenshot(path=Path(PICTURES) / f"sharing-{name}.png")


def test_paste_share_open_elsewhere_look_revoke_gone(address: str, window: Callable[..., Any]) -> None:
    mine = pasted(window(address))
    titled(mine, "The waters of the Nile")
    photographed(mine, "workbench")
    link = linked(mine)
    assert "?t=" in link and "open=" not in link
    mine.get_by_role("button", name="Copy the link").click()
    mine.get_by_text("Copied").wait_for()
    photographed(mine, "dialog")
    theirs = window(link)
    theirs.wait_for_selector(MARK)
    assert theirs.locator("h1").inner_text() == "The waters of the Nile"
    assert theirs.get_by_role("button", name="Share", exact=True).count() == 0
    assert theirs.get_by_role("button", name="Your timelines").count() == 0
    theirs.mouse.click(*middle(theirs, MARK))
    theirs.locator("article").wait_for()
    assert theirs.get_by_role("button", name="Correct").count() == 0
    assert theirs.locator("meta[name=robots]").get_attribute("content").startswith("noindex")
    assert theirs.locator("meta[name=referrer]").get_attribute("content") == "no-referrer"
    assert link.partition("t=")[2] not in theirs.title()
    for look in ("phone", "dark"):
        other = window(link, look)
        other.wait_for_selector(MARK)
        assert other.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth <= window.innerWidth")
        photographed(other, look)
    mine.get_by_role("button", name="Revoke", exact=True).first.click()
    mine.get_by_role("button", name="Revoke for good").click()
    mine.get_by_role("button", name="Revoke for good").wait_for(state="detached")
    for page in (window(link), window(link[:-8] + "AAAAAAAA")):
        page.get_by_role("heading", name="This link does not lead to a timeline.").wait_for()
        assert page.locator(MARK).count() == 0
        photographed(page, "gone")
    theirs.reload()
    theirs.get_by_role("heading", name="This link does not lead to a timeline.").wait_for()


def middle(page: Any, selector: str) -> tuple[float, float]:
    page.wait_for_timeout(1500)
    box = page.locator(selector).first.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_in_a_frame_of_a_phones_width_there_is_a_chart_its_source_and_a_link(address: str, window: Callable[..., Any]) -> None:
    mine = pasted(window(address))
    link = linked(mine)
    frame = window(link + "&embed=true", "frame")
    frame.wait_for_selector(MARK)
    assert frame.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth <= window.innerWidth")
    way = frame.get_by_role("link", name="Open the timeline")
    assert way.get_attribute("href").endswith(link.partition("/?")[2])
    assert frame.get_by_role("button", name="Download").count() == 0
    photographed(frame, "embed")


def test_a_reload_and_a_restart_of_the_server_lose_nothing(tmp_path: Path, window: Callable[..., Any]) -> None:
    with _running(str(tmp_path), "timeline_app.py") as address:
        mine = pasted(window(address))
        titled(mine, "Kept")
        mine.reload()
        mine.wait_for_selector(MARK)
        mine.get_by_text("Saved ").first.wait_for()
        asked = mine.url.partition("?")[2]
    with _running(str(tmp_path), "timeline_app.py") as again:
        page = window(f"{again}/?{asked}")
        page.wait_for_selector(MARK)
        page.locator(".js-plotly-plot").get_by_text("Kept", exact=True).first.wait_for()


def test_the_second_of_two_windows_sees_the_conflict_and_loses_nothing(address: str, window: Callable[..., Any]) -> None:
    mine = pasted(window(address))
    guest = window(linked(mine, "Look and edit"))
    guest.wait_for_selector(MARK)
    mine.keyboard.press("Escape")
    titled(mine, "By the owner")
    titled(guest, "By the guest")
    guest.get_by_text("by another window; your change is kept below.").wait_for()
    photographed(guest, "conflict")
    guest.get_by_role("button", name="Use mine").click()
    guest.get_by_text("by another window").wait_for(state="detached")
    titled(mine, "By the owner again")
    mine.get_by_text("through a link for editing; your change is kept below.").wait_for()
