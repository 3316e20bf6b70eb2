"""The page in a real browser: what is drawn, what a click does, and what the network is asked for."""

import os
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.drawing.attacks import ATTACKS, FOREIGN, HEARING
from timeline.drawing.escape import label
from timeline.drawing.style import DARK

pytestmark = pytest.mark.browser

PICTURES = os.environ.get("PAGE_PICTURES")  # a folder to keep pictures of the page in, for people to look at


LOOKS = {"laptop": (1440, 900, "light"), "phone": (390, 844, "light"), "dark": (1440, 900, "dark")}
in_every_look = pytest.mark.parametrize("page", LOOKS, indirect=True)


@pytest.fixture
def opened(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens an address at one width in one look and waits for the drawing; gives the page, with `asked` and `faults`."""
    contexts = []

    def open_page(address: str, look: str = "laptop") -> Any:
        width, height, scheme = LOOKS[look]
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        contexts.append(context)
        context.set_default_timeout(90_000)
        page = context.new_page()
        page.asked, page.faults = [], []
        page.on("request", lambda asked: page.asked.append(asked.url))
        page.on("console", lambda said: page.faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda fault: page.faults.append(str(fault)))
        page.on("dialog", lambda dialog: page.faults.append(dialog.message) or dialog.dismiss())
        page.add_init_script(HEARING)
        page.goto(address)
        page.wait_for_selector(MARK)
        at_rest(page)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(request: pytest.FixtureRequest, opened: Callable[..., Any], address: str) -> Iterator[Any]:
    """The page as it opens."""
    page = opened(address, getattr(request, "param", "laptop"))
    yield page
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{request.node.name}.png")


def at_rest(page: Any) -> None:
    """Waits until nothing runs and the drawing is as wide as it was laid out for, which the page learns from the browser late.

    Streamlit would squeeze a drawing of another width, and its words would no longer fit; where the axis ends tells the width.
    """
    page.wait_for_timeout(200)
    page.wait_for_function(
        """() => { const plot = document.querySelector('.js-plotly-plot');
        if (!plot || !plot._fullLayout || document.querySelector('[data-testid=stStatusWidget]')) return false;
        const axes = Object.entries(plot.layout).filter(([name]) => name.startsWith('xaxis')).map(([, axis]) => axis);
        const end = Math.max(...axes.map(axis => axis.domain ? axis.domain[1] : 0)), margin = plot.clientWidth < 900 ? 18 : 36;
        const width = end ? margin / (1 - end) : axes[0].range[1];
        return Math.abs(width - plot.clientWidth) < 1; }"""
    )
    page.wait_for_timeout(300)


def middle(page: Any, selector: str, text: str = "") -> tuple[float, float]:
    """The middle of the first element of this kind, scrolled into view."""
    found = page.locator(selector, has_text=text).first if text else page.locator(selector).first
    found.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    box = found.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def pick(page: Any, field: str, option: str) -> None:
    """Takes an option of a list by its words."""
    page.mouse.click(*middle(page, f"[role=combobox][aria-label='{field}']"))
    page.get_by_role("option", name=option, exact=True).click()
    at_rest(page)


def download(page: Any, name: str) -> tuple[str, bytes]:
    """What a button of the open download menu gives: the file's name and its bytes."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name, exact=True).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


MARK = ".js-plotly-plot .scatterlayer .point"
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"


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
    point = middle(page, MARK)
    scrolled = page.evaluate(SCROLLED)
    page.mouse.click(*point)
    card = page.locator("article")
    card.wait_for()
    assert card.locator("h3").inner_text()
    assert card.locator("mark").inner_text() in card.locator("blockquote").inner_text()
    assert "Rule" in card.inner_text()
    page.wait_for_timeout(800)
    assert card.bounding_box()["y"] < page.viewport_size["height"], "the card is in sight"
    assert page.evaluate(SCROLLED) == scrolled, "and the timeline stays where it was"
    assert not page.faults


@pytest.mark.parametrize("page", ["laptop", "phone"], indirect=True)
def test_words_can_be_pointed_at_and_clicked_like_their_mark(page: Any) -> None:
    place = middle(page, ".js-plotly-plot .annotation-text", "Moscow sent its army")
    page.mouse.move(*place)
    page.wait_for_selector(".hovertext")
    assert "leaned on Tehran" in page.text_content(".hovertext")
    page.mouse.click(*place)
    page.locator("article").wait_for()
    assert page.locator("article h3").inner_text() == "Moscow sent its army into Ukraine"


def test_pointing_at_a_mark_tells_its_sentence_and_source(page: Any) -> None:
    page.mouse.move(*middle(page, MARK))
    page.wait_for_selector(".hovertext")
    assert "“" in page.text_content(".hovertext")
    assert "Written for this project" in page.text_content(".hovertext")


def test_what_was_zoomed_into_stays_so_after_a_click(page: Any) -> None:
    reach = "() => document.querySelector('.js-plotly-plot')._fullLayout.xaxis4.range.join()"
    whole = page.evaluate(reach)
    page.mouse.move(*middle(page, MARK))
    page.locator("[data-title='Zoom in']").click()
    page.wait_for_function(f"whole => ({reach})() !== whole", arg=whole)
    page.wait_for_timeout(500)
    closer = page.evaluate(reach)
    page.mouse.click(*middle(page, MARK))
    page.locator("article").wait_for()
    at_rest(page)
    assert page.evaluate(reach) == closer


def test_half_of_the_first_timeline_is_in_sight_on_a_laptop(page: Any) -> None:
    box = page.locator(".js-plotly-plot").bounding_box()
    assert page.viewport_size["height"] - box["y"] >= box["height"] / 2


@in_every_look
def test_the_picture_begins_high_and_covers_no_control(page: Any) -> None:
    if (offer := page.get_by_role("button", name="Not now")).count():  # of the last timeline that another test has made
        offer.click()
    highest = 400 if page.viewport_size["width"] < 640 else 185
    page.wait_for_function(
        "highest => document.querySelector('.js-plotly-plot').getBoundingClientRect().y <= highest", arg=highest, timeout=20_000
    )
    bar, plot = page.locator(".st-key-bar").bounding_box(), page.locator(".js-plotly-plot").bounding_box()
    assert bar["y"] + bar["height"] <= plot["y"] + 0.5
    words = page.locator(".annotation-text", has_text="12 events read").bounding_box()
    assert page.viewport_size["width"] < 640 or abs(words["x"] - bar["x"]) < 8, "what the picture says begins where all else does"


@pytest.mark.parametrize("page", ["laptop", "dark"], indirect=True)
def test_words_on_a_button_stand_out(page: Any) -> None:
    told = """() => { const button = [...document.querySelectorAll('button')].find(each => each.innerText.includes('Share'));
      const words = getComputedStyle(button.querySelector('p')), sheet = getComputedStyle(button);
      return [words.color, sheet.backgroundColor].map(said => said.match(/[0-9.]+/g).slice(0, 3).map(Number)); }"""
    light, dark = sorted(map(luminance, page.evaluate(told)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(colour: list[float]) -> float:
    """How light a colour is. Source: WCAG 2.2."""
    linear = [part / 12.92 if (part := value / 255) <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for value in colour]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_every_control_is_reached_by_the_keyboard(page: Any) -> None:
    told = """() => { const at = document.activeElement;
      return at.getAttribute('aria-label') || at.textContent || at.getAttribute('placeholder') || ''; }"""
    reached = []
    page.locator("h2").click()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(told))
        if reached[-1].endswith("Show the first"):
            break
    for name in ("An example", "Long gaps cut", "Window", "Lanes", "Picture", "Download", "Find an event", "Show the first"):
        assert any(name in words for words in reached), f"{name} among {reached}"
    page.keyboard.press("Enter")
    page.locator("article").wait_for()


def test_axis_lanes_and_window_are_chosen_and_kept_by_the_address(page: Any) -> None:
    assert page.evaluate("() => 'xaxis2' in document.querySelector('.js-plotly-plot')._fullLayout")
    page.get_by_text("True scale", exact=True).first.click()
    page.wait_for_function("() => !('xaxis2' in document.querySelector('.js-plotly-plot')._fullLayout)")
    pick(page, "Lanes", "By actor")
    page.locator(".annotation-text", has_text="United States").first.wait_for()
    pick(page, "Window", "2017–2022")
    page.get_by_text("3 of 12 events: 2017–2022").wait_for()
    assert len(page.url) < 2000
    page.reload()
    page.get_by_text("3 of 12 events: 2017–2022").wait_for()
    page.locator(".annotation-text", has_text="United States").first.wait_for()
    page.get_by_role("button", name="Back to all time").click()
    page.get_by_text("3 of 12 events: 2017–2022").wait_for(state="detached")
    assert "window" not in page.url


def test_a_click_on_a_column_narrows_the_window_until_events_stand_alone(opened: Callable[..., Any], crowded: str) -> None:
    page = opened(crowded)
    column = page.locator(".js-plotly-plot .barlayer .trace").nth(1).locator(".point path").nth(200)
    column.scroll_into_view_if_needed()
    box = column.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] - 3)
    page.get_by_role("button", name="Back to all time").wait_for()
    at_rest(page)
    assert page.evaluate("() => document.querySelector('.js-plotly-plot').data.every(trace => trace.name !== 'counts')")
    assert "from=" in page.url
    page.get_by_role("button", name="Back to all time").click()
    page.wait_for_function("() => document.querySelector('.js-plotly-plot').data.some(trace => trace.name === 'counts')")
    assert not page.faults


def test_a_download_is_made_when_it_is_asked_for(page: Any) -> None:
    page.get_by_role("button", name="Download", exact=True).click()
    for name, ending, head in (("PNG picture", "png", b"\x89PNG"), ("SVG", "svg", b"<svg"), ("CSV", "csv", b"event_id")):
        file, data = download(page, name)
        assert head in data[:200]
        assert file == f"timeline-russia-and-iran-bind-armies-and-trade-in-a-new-treaty.{ending}"


def test_what_is_saved_has_the_size_and_colours_and_window_that_were_chosen(opened: Callable[..., Any], address: str) -> None:
    chosen = {"size": "Square, 1080 × 1080", "zoom": "2×", "look": "Dark", "window": "2017–2022", "lanes": "By actor"}
    page = opened(f"{address}/?{urlencode(chosen)}")
    page.get_by_role("button", name="Download", exact=True).click()
    page.get_by_text("Only what is shown: 3 of 12 events: 2017–2022").wait_for()
    png = download(page, "PNG picture")[1]
    assert struct.unpack(">II", png[16:24]) == (2160, 2160)
    svg = download(page, "SVG")[1].decode()
    assert DARK.paper in svg
    assert "United States" in svg
    assert len(download(page, "CSV")[1].decode().splitlines()) == 4


def inert(page: Any, address: str) -> None:
    """Nothing of a stranger's words has become an element, opened a dialog or asked for anything."""
    strangers = [url for url in page.asked if not url.startswith((address, address.replace("http", "ws"), "data:", "blob:"))]
    assert not strangers
    assert not page.faults
    assert page.evaluate("() => window.pwnedTimes") == 0
    assert page.title() == "Timeline"
    assert page.evaluate("made => [...document.body.querySelectorAll(made)].map(element => element.outerHTML)", FOREIGN) == []


def test_attacks_are_inert_in_chart_card_table_notes_and_lists(opened: Callable[..., Any], attacked: str) -> None:
    page = opened(f"{attacked}/?lanes=By+actor&gaps=1+day")
    inert(page, attacked)
    page.mouse.move(*middle(page, MARK))
    page.wait_for_selector(".hovertext")
    page.get_by_role("button", name="Show the first").click()
    card = page.locator("article")
    card.wait_for()
    assert all(label(attack) in label(card.locator("blockquote").inner_text()) for attack in ATTACKS), "each stands there as words"
    assert card.locator("blockquote *:not(mark), h3 *, dd *").count() == 0
    for folded in ("Not dated", "All events as a table"):
        page.get_by_text(folded).click()
    page.get_by_role("combobox", name="Find an event").click()
    page.wait_for_timeout(1500)
    inert(page, attacked)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Picture", exact=True).click()
    for field in ("Title", "Credit line"):
        page.get_by_role("textbox", name=field, exact=True).fill(" ".join(ATTACKS)[:200])
        page.keyboard.press("Enter")
        at_rest(page)
    inert(page, attacked)


def test_attacks_are_inert_when_they_are_pasted_or_typed(page: Any, address: str) -> None:
    page.get_by_text("Your own text").click()
    pasted = "\n\n".join(f"{attack} was signed in Cairo on 4 May {1950 + n}." for n, attack in enumerate(ATTACKS))
    page.get_by_label("Article text").fill(pasted)
    page.get_by_role("button", name="Draw the timeline").click()
    page.get_by_role("button", name="Show the first").click()
    page.locator("article").wait_for()
    inert(page, address)
    at_rest(page)
    pick(page, "Window", "Own dates")
    for attack in ATTACKS[::12]:
        page.get_by_role("textbox", name="From", exact=True).fill(attack[:60])
        page.keyboard.press("Enter")
        page.get_by_text("Cannot read").wait_for()
        at_rest(page)
    inert(page, address)
