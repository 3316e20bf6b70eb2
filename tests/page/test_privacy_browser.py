"""What leaves the machine when somebody works: nothing; and where they ask for an address, a request to that host and no other."""

import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.page.serving import Served, served

pytestmark = pytest.mark.browser

MARK = ".js-plotly-plot .scatterlayer .point"
TEXT = "Leaders in Cairo\n\nEgypt and Sudan signed a water accord in Khartoum on 3 May 2019. France invaded Egypt in July 1798."
# An article as news sites have it: full of other hosts.
ARTICLE = b"""<!doctype html><html lang=en><head><title>Leaders in Lima</title>
<link rel=canonical href="https://canonical.example.com/lima"><link rel=stylesheet href="https://style.example.com/a.css">
<link rel=alternate type="application/rss+xml" href="https://feed.example.com/rss"><link rel=amphtml href="https://amp.example.com/lima">
<meta property="og:image" content="https://picture.example.com/a.png"><meta http-equiv=refresh content="9;url=https://next.example.com/">
<meta property="article:published_time" content="2020-05-04"><script src="https://script.example.com/a.js"></script>
<!DOCTYPE x [<!ENTITY a SYSTEM "https://entity.example.com/a">]></head><body><article><h1>Leaders in Lima</h1>
<img src="https://picture.example.com/b.png"><iframe src="https://frame.example.com/"></iframe>
<p>Chile and Peru signed a peace treaty in Lima on 3 June 1929, after years of talks that had been led by others.</p>
<p>On 4 May 2012 the two governments opened a new crossing at the border, and their ministers met there. &a;</p></article></body></html>"""


@pytest.fixture(scope="module")
def site() -> Iterator[http.server.ThreadingHTTPServer]:
    """The site that is asked for; `asked` holds what it was asked, with what was said of the reader."""
    asked: list[tuple[str, dict[str, str]]] = []

    class Site(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, dict(self.headers.items())))
            self.send_response(302 if self.path == "/old" else 200)
            self.send_header("Content-Type", "text/html")
            if self.path == "/old":
                self.send_header("Location", "/lima")
            self.end_headers()
            self.wfile.write(ARTICLE)

        def log_message(self, *_: Any) -> None:
            pass

    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    running.asked = asked  # type: ignore[attr-defined]
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield running
    running.shutdown()
    running.server_close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, site: http.server.ThreadingHTTPServer) -> Iterator[Served]:
    """A page for which one public site can be reached."""
    staged = {"TIMELINE_STAGED": json.dumps({"news.example.org": ["93.184.216.34", site.server_port]})}
    with served(tmp_path_factory.mktemp("private"), environment=staged) as running:
        yield running


@pytest.fixture
def page(browser: Any, server: Served) -> Iterator[Any]:
    """A window that notes all it asks for; at the end it has asked the page alone."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, accept_downloads=True)
    context.set_default_timeout(60_000)
    page = context.new_page()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda opened: asked.append(opened.url))
    page.goto(server.address)
    page.get_by_text("Your own text", exact=True).click()
    yield page
    context.close()
    mine = (server.address, server.address.replace("http", "ws"), "data:", "blob:")
    assert len(asked) > 10
    assert [url for url in asked if not url.startswith(mine)] == []


def drawn(page: Any) -> Any:
    page.get_by_role("button", name="Draw the timeline").click()
    page.wait_for_selector(MARK)
    page.wait_for_timeout(500)
    return page


def test_a_whole_work_asks_nothing_of_other_machines(page: Any, server: Served) -> None:
    page.get_by_role("textbox").first.fill(TEXT + " See http://tracker.example.com/a.png and ![x](https://tracker.example.com/b.png).")
    page.locator("input[type=file]").first.set_input_files(
        [
            {"name": "lima.html", "mimeType": "text/html", "buffer": ARTICLE},
            {"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 nothing"},
            {
                "name": "a.xml",
                "mimeType": "text/xml",
                "buffer": b'<!DOCTYPE r [<!ENTITY e SYSTEM "http://tracker.example.com/">]><rss>&e;</rss>',
            },
        ]
    )
    page.wait_for_timeout(1000)
    drawn(page)
    page.get_by_role("button", name="Show the first").click()
    page.locator("article").wait_for()
    for panel in ("Sources", "Corrections", "Article"):
        page.get_by_text(panel, exact=True).first.click()
        page.wait_for_timeout(700)
    page.get_by_role("button", name="Download", exact=True).click()
    for name in ("PNG picture", "HTML page", "Excel", "Calendar", "CSV"):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=name, exact=True).click()
        assert Path(waiting.value.path()).stat().st_size > 300
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Share", exact=True).click()
    page.get_by_role("button", name="Make the link").click()
    field = page.get_by_label("The link", exact=True)
    field.wait_for()
    page.goto(str(field.input_value()))
    page.wait_for_selector(MARK)
    page.goto(page.url + "&embed=true")
    page.wait_for_selector(MARK)
    assert server.asked == ""


def test_an_address_is_fetched_from_its_host_and_from_no_other(page: Any, server: Served, site: Any) -> None:
    before = len(server.asked)
    page.get_by_role("textbox", name="Or an address").fill("http://news.example.org/old")
    drawn(page)
    page.get_by_role("button", name="Show the first").click()
    page.locator("article").get_by_text("Chile and Peru signed a peace treaty").first.wait_for()
    found = server.asked[before:].splitlines()
    assert found == ["resolve news.example.org", "connect news.example.org 80"] * 2, "each hop is looked up and reached anew"
    assert [path for path, _ in site.asked] == ["/old", "/lima"]
    for _, said in site.asked:
        assert said["Host"] == "news.example.org"
        assert not {"Cookie", "Referer", "Origin", "X-Forwarded-For", "Accept-Language"} & set(said)
        assert "127.0.0.1" not in str(said) and "localhost" not in str(said)


def test_the_watch_sees_what_it_is_there_for(page: Any, server: Served) -> None:
    before = len(server.asked)
    page.get_by_role("textbox", name="Or an address").fill("http://elsewhere.example.net/")
    page.get_by_role("button", name="Draw the timeline").click()
    page.get_by_text("no server of that name is known").first.wait_for()
    assert server.asked[before:] == "socket.getaddrinfo elsewhere.example.net\n"
