"""Hostile words are inert in every file: no script of theirs runs, nothing is asked for, no link leads anywhere but to a source."""

import json
import re

import pytest

from tests.drawing.attacks import ATTACKS, FOREIGN, HEARING, QUOTING_ADDRESS
from tests.drawing.events import table
from timeline.drawing.export import to_markdown
from timeline.drawing.layout import lay_out
from timeline.drawing.picture import svg
from timeline.drawing.style import Style
from timeline.drawing.timelinejs import to_timelinejs

HOSTILE = "".join(ATTACKS)


def hostile():
    """One event for each attack, which stands in each of its fields; lanes by kind have hostile names too."""
    rows = []
    for n, attack in enumerate(ATTACKS):
        more = {"sentence": attack, "source": attack, "url": attack, "expression": attack, "char_start": 0, "char_stop": len(attack)}
        rows.append((f"20{n // 12 + 10}-{n % 12 + 1:02d}", attack[:90], attack if n < 8 else "other", attack, attack, 0.5, more))
    rows.append(("2025-01-01", "A good address", "other", "", "", 0.5, {"url": QUOTING_ADDRESS}))
    frame = table([(date, title, "other", *rest) for date, title, _, *rest in rows])
    return frame


@pytest.fixture
def watched(browser, tmp_path):
    """Opens a file without a network; gives the page and what it did that it must not."""
    contexts = []

    def open_file(name, data):
        path = tmp_path / name
        path.write_bytes(data)
        context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
        contexts.append(context)
        context.add_init_script(HEARING)
        page = context.new_page()
        page.did = []
        page.on("request", lambda request: None if request.url.startswith(("file:", "data:", "blob:")) else page.did.append(request.url))
        page.on("dialog", lambda dialog: (page.did.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda message: page.did.append(message.text))
        page.on("pageerror", lambda fault: page.did.append(str(fault)))
        page.goto(path.as_uri())
        return page

    yield open_file
    for context in contexts:
        context.close()


def unharmed(page):
    assert page.evaluate("window.pwnedTimes") == 0
    assert page.locator(FOREIGN).count() == 0
    assert page.did == []


@pytest.mark.browser
@pytest.mark.parametrize("lanes", ["kind"])
def test_a_picture_opened_by_itself(watched, lanes):
    for n in range(0, len(ATTACKS), 32):
        style = Style(title=ATTACKS[n], credit=ATTACKS[n + 1], lanes=lanes)
        page = watched("timeline.svg", svg(lay_out(hostile().iloc[n : n + 32].reset_index(drop=True), style)))
        unharmed(page)
        assert page.locator("script, a").count() == 0


@pytest.mark.browser
def test_a_picture_within_a_page(watched):
    picture = svg(lay_out(hostile(), Style(title=HOSTILE[:200], credit=HOSTILE[200:400], lanes="actor"))).decode("utf-8")
    page = watched("inline.html", f"<!DOCTYPE html><meta charset=utf-8>{picture}".encode())
    unharmed(page)
    assert page.locator("script, a").count() == 0


def test_markdown_holds_no_live_sign():
    text = to_markdown(hostile()).decode("utf-8") if isinstance(to_markdown(hostile()), bytes) else to_markdown(hostile())
    assert not re.search(r"(?<!\\)<(?!https?://|br\b)", text)
    assert not re.search(r"(?<!\\)\]\((?!<?https?:)", text)


def test_timelinejs_holds_no_live_tag():
    data = to_timelinejs(hostile())
    told = json.loads(data)

    def strings(value):
        if isinstance(value, str):
            yield value
        for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from strings(item)

    for text in strings(told):
        assert not re.search(
            r"<\s*/?\s*(script|img|svg|iframe|object|embed|base|form|style|link|meta|math|template)", text, re.IGNORECASE
        ), text
