"""An archive on the page, in a real browser: asked by clicks, and again by the address that they have written."""

from pathlib import Path
from typing import Any

import pytest

from tests.page.serving import served
from tests.page.test_asking import made

__all__ = ["made"]
pytestmark = pytest.mark.browser


def test_what_is_asked_by_clicks_stands_in_the_address_and_opens_again(browser: Any, made: Path, tmp_path: Path) -> None:
    with served(tmp_path / "server", ["--corpus", str(made)]) as server:
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        page.goto(server.address)
        page.get_by_role("radio", name="An archive").click()
        page.get_by_role("combobox", name="Who").click()
        page.keyboard.type("chad")
        page.keyboard.press("Enter")
        page.get_by_text("events: Chad", exact=False).first.wait_for()
        page.wait_for_url("**/?archive=wires&who=Chad")
        page.reload()
        page.locator(".annotation-text", has_text="Chad").first.wait_for()
        page.get_by_role("button", name="Show the first").click()
        page.locator(".st-key-card-in-sight blockquote", has_text="Chad").wait_for()
        assert page.get_by_role("button", name="Correct").count() == 0
        page.set_viewport_size({"width": 390, "height": 844})
        page.wait_for_timeout(1500)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert not server.asked
