"""Hostile words are inert in every file: no script of theirs runs, nothing is asked for, no link leads anywhere but to a source."""

import json
import re

import pytest

from tests.drawing.attacks import ATTACKS, FOREIGN, HEARING, QUOTING_ADDRESS
from tests.drawing.events import table
from timeline.drawing import offline
from timeline.drawing.export import to_html, to_markdown
from timeline.drawing.layout import lay_out
from timeline.drawing.picture import svg
from timeline.drawing.style import Style
from timeline.drawing.timelinejs import to_timelinejs

HOSTILE = "".join(ATTACKS)
# Opens the card of every event from its row, as a click does, and gives those in which an element came out of a payload.
WALK = """foreign => [...document.querySelectorAll('#events tbody button')].filter(button => {
    button.click();
    document.getElementById('card-others').open = true;
    const found = document.querySelector('#card').querySelector(foreign);
    document.getElementById('close').click();
    return found; }).map(button => button.textContent)"""


def hostile():
    """One event for each attack, which stands in each of its fields that takes any words; the last has an address that stays a link."""
    rows = []
    for n, attack in enumerate(ATTACKS):
        url = "" if attack.startswith("https://evil.invalid") else attack  # as an address that is a good one
        more = {"sentence": attack, "source": attack, "url": url, "expression": attack, "char_start": 0, "char_stop": len(attack)}
        rows.append((f"20{n // 12 + 10}-{n % 12 + 1:02d}", attack[:90], "other", attack, attack, 0.5, more))
    rows.append(("2025-01-01", "A good address", "other", "", "", 0.5, {"url": QUOTING_ADDRESS}))
    return table(rows)


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
@pytest.mark.parametrize("lanes", ["kind", "actor", "place", "article"])
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


@pytest.mark.browser
@pytest.mark.parametrize("lanes", ["kind", "actor"])
def test_the_file_for_a_browser(watched, lanes, monkeypatch):
    if lanes == "actor":  # most rows are made by the script of the file
        monkeypatch.setattr(offline, "_MOST_ROWS", 20)
        monkeypatch.setattr(offline, "_FIRST_ROWS", 10)
    title = "</title>" + ATTACKS[0]
    page = watched("timeline.html", to_html(hostile(), Style(title=title, credit=HOSTILE, lanes=lanes)))
    page.wait_for_selector("html[data-ready=yes]", timeout=60_000)
    assert page.title() == title
    if lanes == "actor":
        page.click("#more button")
    assert page.locator("#events tbody tr").count() == len(ATTACKS) + 1
    page.focus("#chart")
    for key in ("ArrowRight", "ArrowRight", "Enter", "Escape"):
        page.keyboard.press(key)
    foreign = page.evaluate(WALK, FOREIGN)
    assert foreign == []
    point = page.locator("#chart .scatterlayer .point").nth(30)
    point.scroll_into_view_if_needed()
    box = point.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector("#chart .hovertext")
    page.fill("#words", ATTACKS[0])
    page.select_option("#by", "place")
    unharmed(page)
    links = page.locator("a").evaluate_all("all => all.map(a => [a.href, a.rel, a.getAttributeNames().join()])")
    assert {(rel, names) for _, rel, names in links} == {("noopener noreferrer", "href,rel")}
    assert all(address.startswith("https://safe.invalid/") for address, _, _ in links)
    assert page.locator("#chart a").count() == 0


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
