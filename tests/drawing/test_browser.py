"""The exported file in a real browser without a network: chart, card, keys, search, and no request to anywhere."""

import io

import pytest
from pypdf import PdfReader

from tests.drawing.events import ROWS, table
from timeline.drawing import offline
from timeline.drawing.export import to_html
from timeline.drawing.style import Style
from timeline.table.columns import KINDS
from timeline.table.merge import merge

pytestmark = pytest.mark.browser
# A row without how the browser writes its colour.
ROWS_SAY = "all => all.map(row => row.outerHTML.replace(/ style='?[^>]*/g, ''))"


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


def test_a_reader_switches_time_and_lanes_and_finds_the_way_back(opened):
    page = opened(table())
    marks = page.locator("#chart .scatterlayer .point").count()
    assert page.locator("#times button[aria-pressed=true]").inner_text() == "Long gaps cut"
    page.click("#times button:text('True scale')")
    assert page.locator("#chart .xaxislayer-above").count() == 1
    page.locator("#times button").last.click()
    shown = int(page.inner_text("#count").split()[0])
    assert 0 < shown < 19
    assert page.locator("#events tbody tr:visible").count() == shown
    page.click("#times button:text('Long gaps cut')")
    assert page.inner_text("#count") == "19 of 19"
    assert page.locator("#chart .scatterlayer .point").count() == marks
    page.select_option("#by", "actor")
    assert "Varania" in page.inner_text("#lane")
    page.select_option("#by", "none")
    assert page.locator("#lane").is_hidden()
    assert page.said == []


def test_print_holds_the_picture_and_no_controls(opened):
    page = opened(table(), scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("#still svg").is_visible()
    assert not any(page.locator(name).is_visible() for name in ("#filter", "#times", "#chart", "#keys", "#card"))
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    swatch = "getComputedStyle(document.querySelector('.swatch')).backgroundColor"
    assert page.evaluate(swatch) == "rgb(194, 72, 55)"  # as in the picture, whatever the reader's screen shows


def test_a_printed_file_has_one_page_with_the_picture_and_rows_that_stay_whole(opened):
    crowd = [(f"20{n % 20:02d}-{n % 12 + 1:02d}", f"Event {n} of a long list", KINDS[n % 12], "A", "", n / 90) for n in range(90)]
    page = opened(table(crowd), style=Style(credit="Drawn for a test"))
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 688, "height": 1017})  # an A4 sheet within its margins
    assert page.locator("#still").bounding_box()["height"] < 910
    pages = [one.extract_text().replace("\n", " ") for one in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]
    assert 4 <= len(pages) <= 8
    assert sum("Date known to the" in text for text in pages) == 1
    for n in range(90):
        row, date = f"Event {n} of a long list, the paper reported", f"in words that give the date as 20{n % 20:02d}-{n % 12 + 1:02d} "
        (whole,) = (text for text in pages if row in text)
        assert date in whole.split(row)[1].split("Coastal")[0]


def test_a_click_on_a_column_leaves_its_events_in_the_table(opened):
    rows = [(f"20{n % 20:02d}-{n % 12 + 1:02d}-{n % 27 + 1:02d}", f"Event {n}", "accord", "A", "", n / 2000) for n in range(1600)]
    page = opened(table(rows))
    box = page.evaluate("""() => {
        const all = [...document.querySelectorAll('#chart .barlayer .point path')].map(one => one.getBoundingClientRect());
        const tall = all.sort((a, b) => b.height - a.height)[0];
        return [tall.x + tall.width / 2, tall.y + tall.height / 2]; }""")
    page.mouse.click(*box)
    page.wait_for_selector("#column:not([hidden])")
    count = int(page.inner_text("#count").split()[0].replace(",", ""))
    assert 1 < count < 200
    assert f"the {count} events" in page.inner_text("#column")
    page.click("#column button")
    assert page.inner_text("#count") == "1,600 of 1,600"


def test_a_long_table_shows_its_first_rows_and_more_on_demand(opened, monkeypatch):
    monkeypatch.setattr(offline, "_MOST_ROWS", 12)
    monkeypatch.setattr(offline, "_FIRST_ROWS", 8)
    page = opened(table())
    assert page.locator("#events tbody tr").count() == 8
    assert "The first 8 of 19 events" in page.inner_text("#more")
    page.fill("#words", "truce talks")
    assert page.locator("#events tbody tr").count() == 1
    page.fill("#words", "")
    page.click("#more button")
    assert page.locator("#events tbody tr").count() == 19
    assert page.locator("#more").is_hidden()
    made = page.locator("#events tbody tr").evaluate_all(ROWS_SAY)
    monkeypatch.undo()
    assert opened(table()).locator("#events tbody tr").evaluate_all(ROWS_SAY) == made


def test_the_ring_of_the_chosen_event_goes_with_its_mark_and_is_not_cut_off(opened):
    page = opened(table())
    page.focus("#chart")
    page.keyboard.press("ArrowLeft")
    ring = page.locator("#ring").bounding_box()
    assert ring["width"] == ring["height"] == 26
    middle = ring["x"] + 13, ring["y"] + 13
    marks = page.locator("#chart .scatterlayer .point, #chart .barlayer .point").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => [box.x + box.width / 2, box.y + box.height / 2])"
    )
    assert min(abs(x - middle[0]) + abs(y - middle[1]) for x, y in marks) < 2
    page.click("#times button:text('True scale')")
    assert page.locator("#ring").bounding_box()["x"] + 13 != middle[0]


def test_a_reader_says_how_long_a_gap_must_be_to_be_listed(opened):
    # The last row has no beginning, so nothing before it is called empty.
    page = opened(table(ROWS[:-1]), style=Style(lanes="none"))
    page.click("#gaps summary")
    counts = []
    for choice in ("3 months", "a year", "5 years", "10 years"):
        page.select_option("#least", label=choice)
        counts.append(page.locator("#gaps li").count())
        assert page.inner_text("#gap-count") == str(counts[-1])
    assert counts == sorted(counts, reverse=True) and counts[0] > counts[-1] > 0
    assert page.inner_text("#gaps li") == "All events 40 years, 1900 to 1939"
    page.select_option("#by", "kind")
    assert page.inner_text("#gaps li b") != "All events"


def test_a_click_on_the_words_of_an_event_opens_its_card(opened):
    page = opened(table([("2025-01-17", "Treaty is signed", "accord", "A", "", 1.0)]))
    box = page.locator("#chart .annotation", has_text="Treaty is signed").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector("#card:not([hidden])")
    assert page.inner_text("#card-title") == "Treaty is signed"


def test_the_ring_of_the_keyboard_stays_in_the_window(opened):
    page = opened(table(), width=1100, height=500)
    page.focus("#chart")
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    box = page.locator("#ring").bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] <= 500
