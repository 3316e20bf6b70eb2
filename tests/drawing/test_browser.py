"""The exported file in a real browser without a network: chart, card, keys, search, and no request to anywhere."""

import shutil

import pytest

from tests.drawing.events import table
from timeline.drawing.export import to_html
from timeline.drawing.style import Style
from timeline.table.merge import merge

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
QUIET = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update".split()

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")]

ATTACKS = (
    "<img src=x onerror=document.title='broken'>", "<svg onload=document.title='broken'>",
    "</script><script>document.title='broken'</script>",
    "<a href='javascript:document.title=1'>x</a>", "<iframe srcdoc='<script>top.document.title=1</script>'>", "%{customdata}<b onclick=x>",
    "{{title}} {data} ${document.title='broken'}", "'-document.title='broken'-'", "]]><script>document.title='broken'</script>",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, "--disable-sync"])
        yield started
        started.close()


@pytest.fixture
def opened(browser, tmp_path):
    """Opens a timeline without a network; gives the page, and lists of its requests and complaints."""
    contexts = []

    def open_page(frame, *, style=None, width=1440, height=900, scheme="light"):
        path = tmp_path / "timeline.html"
        path.write_bytes(to_html(frame, style))
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, offline=True)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda fault: page.said.append(str(fault)))
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready=yes]", timeout=30_000)
        return page

    yield open_page
    for context in contexts:
        context.close()


def test_the_file_draws_its_marks_and_asks_no_network(opened):
    page = opened(table())
    assert page.locator("#chart .scatterlayer .point").count() >= len(table()) - 2  # two long wars are bars
    assert page.said == []
    assert [address for address in page.asked if not address.startswith(("file:", "data:", "blob:"))] == []


def test_a_click_on_a_mark_opens_its_card_with_the_date_words_marked(opened):
    page = opened(table([("2025-01-17", "Treaty is signed", "accord", "A", "", 1.0)]))
    box = page.locator("#chart .scatterlayer .point").first.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector("#card:not([hidden])")
    assert page.inner_text("#card-title") == "Treaty is signed"
    assert page.inner_text("#card-sentence mark") == "2025-01-17"


def test_a_card_shows_every_sentence_that_tells_its_event(opened):
    frame = table([(day, "Osterland joins the alliance of the coast", "accord", "A; B", "", 1.0) for day in ("2023-04-04", "2023-04-05")])
    frame["article_id"] = ["a1", "a2"]
    page = opened(merge(frame))
    page.click("#events button")
    assert "in words that give the date as 2023-04-04" in page.inner_text("#card-sentence")
    assert page.inner_text("#card-others p") == "Coastal Courier · 5 April 2023 (another date)"
    assert "in words that give the date as 2023-04-05" in page.inner_text("#card-others blockquote")
    assert "2 articles, dates disagree" in page.inner_text("#card-facts")
    assert page.said == []


def test_pointing_at_a_mark_tells_its_sentence(opened):
    page = opened(table([("2025-01-17", "Treaty is signed", "accord", "A", "", 1.0)]))
    box = page.locator("#chart .scatterlayer .point").first.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector("#chart .hovertext")
    assert "in words that give" in page.text_content("#chart .hovertext")


def test_the_keyboard_walks_opens_and_closes(opened):
    page = opened(table())
    page.focus("#chart")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    page.wait_for_selector("#card:not([hidden])")
    assert page.inner_text("#card-title") == table()["title"][1]
    page.keyboard.press("Escape")
    page.wait_for_selector("#card", state="hidden")
    assert page.evaluate("document.activeElement.id") == "chart"


def test_search_and_lane_leave_only_what_matches(opened):
    page = opened(table())
    page.fill("#words", "treaty strategic")
    assert page.inner_text("#count") == "1 of 19"
    assert page.locator("#events tbody tr:visible").count() == 1
    page.fill("#words", "")
    page.select_option("#lane", "Diplomacy")
    assert page.inner_text("#count") == "8 of 19"


def test_a_telephone_gets_all_events_as_a_list(opened):
    page = opened(table(), width=390, height=844)
    assert page.locator("#chart").is_hidden()
    assert page.locator("#events tbody tr:visible").count() == 19
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_file_is_dark_where_its_reader_likes_it_dark(opened):
    page = opened(table(), scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 22, 26)"


def test_hostile_words_are_inert_everywhere(opened):
    rows = [
        (f"2025-01-{n + 1:02d}", attack[:90], "other", attack, attack, 0.5, {"sentence": attack, "source": attack})
        for n, attack in enumerate(ATTACKS)
    ]
    page = opened(table(rows), style=Style(title=ATTACKS[0], credit=ATTACKS[1], lanes="actor"))
    page.focus("#chart")
    for _ in ATTACKS:
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
    assert page.title() == ATTACKS[0]
    assert page.locator("img, iframe, a[href^=javascript], body [onerror], body [onload], body [onclick]").count() == 0
    assert page.said == []
