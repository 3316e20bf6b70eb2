"""Every place of the workbench and of a link where a stranger's words can stand, full of attacks: nothing of it comes alive.

The page is served without headers, so that whatever came alive would not be stopped by a policy.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from tests.drawing.attacks import ATTACKS, FOREIGN, HEARING
from tests.page.conftest import _running
from timeline.article import Article
from timeline.drawing.escape import label
from timeline.page.clock import now
from timeline.store.document import Document, Source
from timeline.store.opening import open_store
from timeline.table.edit import Edit

pytestmark = pytest.mark.browser

MARK = ".js-plotly-plot .scatterlayer .point"
EVERY = "\n".join(ATTACKS)
AT = dt.datetime(2026, 1, 2, 3, 4, tzinfo=dt.UTC)
# All elements, also those inside components, that none of ours is.
DEEP = """made => { const found = []; const walk = root => {
    found.push(...[...root.querySelectorAll(made)].map(element => element.outerHTML.slice(0, 200)));
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) walk(element.shadowRoot); };
  walk(document.body); return found; }"""


def hostile() -> Document:
    """A timeline whose title, sources, events, corrections, credit line and view are attacks, with its table."""
    from timeline.drawing.export import to_json
    from timeline.events.reader import read
    from timeline.table.edits import apply
    from timeline.table.frame import to_frame
    from timeline.table.merge import merge

    def day(number: int) -> dict[str, Any]:
        start = dt.date(1951, 1, 1) + dt.timedelta(days=97 * number)
        stop = start + dt.timedelta(days=1)
        return {
            "start": start.isoformat(),
            "stop": stop.isoformat(),
            "grain": "day",
            "approximate": False,
            "implied": "",
            "certainty": "stated",
        }

    text = "\n\n".join(f"{attack} was signed in Cairo on 4 May {1850 + n % 90}." for n, attack in enumerate(ATTACKS))
    named = [Article(text, title=EVERY, source=EVERY, url=ATTACKS[2], published=dt.date(2020, 1, 1))]
    named += [
        Article(f"Talks began on 3 May {1700 + n}.", title=attack, source=attack, url=attack) for n, attack in enumerate(ATTACKS[::16])
    ]
    edits = [
        Edit("add", attack, AT, (f"added-{n:04d}",), {
            "title": label(attack)[:90] or "x", "kind": "other", "actors": attack, "places": attack, "status": "happened", "words": attack,
            "quote": attack, "source": attack, "url": attack, **day(n),
        })
        for n, attack in enumerate(ATTACKS)
    ]  # fmt: skip
    edits += [Edit("note", attack, AT, (f"added-{n:04d}",), {"note": attack}) for n, attack in enumerate(ATTACKS)]
    edits += [Edit("hide", "x", AT, (f"added-{n:04d}",), {}, ({"title": attack},)) for n, attack in enumerate(ATTACKS[:9])]
    edits += [Edit("title", attack, AT, (f"gone-{n}",), {"title": "t"}, ({"title": attack},)) for n, attack in enumerate(ATTACKS[:40])]
    frame = apply(merge(to_frame([read(article) for article in named])), edits)
    view = {"credit": EVERY[:200], "lanes": ATTACKS[0], "q": "", "gaps": ATTACKS[1], "x": ATTACKS, ATTACKS[2]: ATTACKS[3]}
    title = " ".join(ATTACKS[:4])[:200]
    sources = tuple(Source.of(article) for article in named)
    return Document(title, sources, [edit.as_json() for edit in edits], view, to_json(frame).decode("utf-8", "surrogatepass"))


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, str]]:
    """Where the page is, the id of the hostile timeline, and the token of a link to it with its texts."""
    folder = tmp_path_factory.mktemp("hostile")
    store = open_store(f"sqlite:///{folder}/timelines.sqlite", now=now())
    document = hostile()
    for n in range(0, len(ATTACKS), 7):
        store.create(Document(" ".join(ATTACKS[n : n + 7])), owner="local", now=now())
    made = store.create(Document("before", document.sources[:1]), owner="local", now=now())
    store.save(made.id, document, owner="local", expected=made.latest, now=now())
    token = store.share(made.id, owner="local", now=now(), full_text=True)
    store.close()
    with _running(str(folder), "timeline_app.py") as address:
        yield address, made.id, token


@pytest.fixture
def page(browser: Any, served: tuple[str, str, str]) -> Iterator[Any]:
    """A window that hears whatever comes alive, and is looked at once more when the test is done with it."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, accept_downloads=True)
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.faults, page.asked = [], []
    page.on("request", lambda asked: page.asked.append(asked.url))
    page.on("console", lambda said: page.faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda fault: page.faults.append(str(fault)))
    page.on("dialog", lambda dialog: page.faults.append(dialog.message) or dialog.dismiss())
    page.on("popup", lambda popup: page.faults.append(popup.url))
    page.add_init_script(HEARING)
    yield page
    inert(page, served[0])
    context.close()


def inert(page: Any, address: str) -> None:
    """No script of a stranger ran, nothing was asked for, no window opened, and no element is there that is not ours."""
    page.wait_for_timeout(400)
    assert page.evaluate("() => window.pwnedTimes") == 0
    assert [url for url in page.asked if not url.startswith((address, address.replace("http", "ws"), "data:", "blob:"))] == []
    assert page.evaluate(DEEP, FOREIGN.replace(", a[href*='evil.invalid']", "")) == []
    kept = page.evaluate(DEEP.replace("element.outerHTML.slice(0, 200)", "element.href + ' ' + element.rel"), "a[href*='evil.invalid']")
    assert [link for link in kept if not link.endswith("noopener noreferrer")] == [], "a source's own address is the one live link"
    assert not page.locator("[data-testid=stMain] [data-testid=stMarkdownContainer] a").count()
    assert not [fault for fault in page.faults if "404" not in fault]


def at_rest(page: Any) -> None:
    page.wait_for_timeout(300)
    page.wait_for_function("() => !document.querySelector('[data-testid=stStatusWidget], [data-testid=stSpinner]')")
    page.wait_for_timeout(300)


def test_a_hostile_timeline_is_inert_all_over_the_workbench(page: Any, served: tuple[str, str, str]) -> None:
    address, document, _ = served
    page.goto(f"{address}/?open={document}&gaps=1+year&lanes=By+actor")
    page.wait_for_selector(MARK)
    at_rest(page)
    page.get_by_role("button", name="Show the first").click()
    page.locator("article").wait_for()
    inert(page, address)
    for panel in ("Sources", "Corrections", "Article"):
        page.get_by_text(panel, exact=True).first.click()
        at_rest(page)
        inert(page, address)
    page.get_by_role("button", name="Correct", exact=True).click()
    at_rest(page)
    for folded in ("All events as a table", "Not dated", "Two readings"):
        if page.get_by_text(folded).count():
            page.get_by_text(folded).first.click()
    page.get_by_role("button", name=re.compile("^(filter_list|tune)?\\s*Filter", re.IGNORECASE)).first.click()
    at_rest(page)
    inert(page, address)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Download", exact=True).click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="CSV", exact=True).click()
    assert re.fullmatch(r"timeline[a-z0-9-]*\.csv", waiting.value.suggested_filename)
    page.keyboard.press("Escape")


def test_a_hostile_timeline_is_inert_in_every_dialog(page: Any, served: tuple[str, str, str]) -> None:
    address, document, _ = served
    page.goto(f"{address}/?open={document}")
    page.wait_for_selector(MARK)
    at_rest(page)
    for opener in ("Your timelines", "Versions", "Share"):
        page.get_by_role("button", name=opener, exact=True).click()
        page.get_by_role("dialog").wait_for()
        at_rest(page)
        if opener == "Versions":
            page.get_by_role("dialog").get_by_text("Title: “before”").wait_for()
        if opener == "Share":
            page.get_by_role("button", name="Make the link").click()
            page.get_by_label("The link", exact=True).wait_for()
        inert(page, address)
        page.keyboard.press("Escape")
        at_rest(page)


def test_a_hostile_timeline_is_inert_behind_a_link_and_in_a_frame(page: Any, served: tuple[str, str, str]) -> None:
    address, _, token = served
    page.goto(f"{address}/?t={token}")
    page.wait_for_selector(MARK)
    at_rest(page)
    page.get_by_role("button", name="Show the first").click()
    page.locator("article").wait_for()
    for folded in page.get_by_text(re.compile("^Full text")).all()[:3]:
        folded.click()
    page.get_by_text("All events as a table").click()
    at_rest(page)
    inert(page, address)
    page.goto(f"{address}/?t={token}&embed=true&{urlencode({'lanes': ATTACKS[0], 'window': ATTACKS[5], 'q': ''})}")
    page.wait_for_selector(MARK)
    at_rest(page)


def test_attacks_in_the_address_are_inert(page: Any, served: tuple[str, str, str]) -> None:
    address, document, _ = served
    names = (
        "window from to lanes order gaps axis q actor place article kind status certainty grain score beside size look zoom legend strip "
        "conflict edited embed x"
    ).split()
    for start in (0, 64):
        asked = {name: ATTACKS[(start + n) % len(ATTACKS)] for n, name in enumerate(names)}
        page.goto(f"{address}/?open={document}&{urlencode(asked)}")
        page.get_by_text("Your timelines").first.wait_for()
        at_rest(page)
        inert(page, address)
    for name, attack in (("t", ATTACKS[0]), ("open", ATTACKS[1])):
        page.goto(f"{address}/?{name}={quote(attack)}")
        page.get_by_text(re.compile("does not lead to a timeline|is not kept here")).wait_for()
        inert(page, address)


def test_attacks_as_names_of_files_and_words_of_filters_are_inert(page: Any, served: tuple[str, str, str]) -> None:
    address = served[0]
    page.goto(f"{address}/")
    page.get_by_text("Your own text", exact=True).click()
    page.locator("input[type=file]").first.wait_for(state="attached")
    files = []
    for n, attack in enumerate(ATTACKS[::4]):
        name = attack[:120].replace("/", "∕")
        if n % 2:
            files.append({"name": f"{name}.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 x"})
        else:
            text = f"{attack}\n\nTalks began on 3 May {1900 + n}."
            files.append({"name": f"{name}.txt", "mimeType": "text/plain", "buffer": text.encode()})
    page.locator("input[type=file]").first.set_input_files(files)
    at_rest(page)
    inert(page, address)
    page.get_by_role("button", name="Draw the timeline").click()
    page.wait_for_selector(MARK)
    at_rest(page)
    page.get_by_text("Sources", exact=True).first.click()
    page.get_by_text("Not read").first.wait_for()
    inert(page, address)
