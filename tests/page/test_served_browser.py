"""The served page in Chromium: it works under its own policy, is framed only where it may be, and asks nothing of the network."""

import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.page.serving import Served, free_port, served

pytestmark = pytest.mark.browser

MARK = ".js-plotly-plot .scatterlayer .point"
_HEARD = "addEventListener('securitypolicyviolation', e => console.error('POLICY ' + e.violatedDirective + ' ' + e.blockedURI));"


@pytest.fixture(scope="module")
def framing() -> Iterator[int]:
    """The port of another site, whose pages show what their query names in a frame."""

    class Site(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = f"<iframe width=900 height=700 src='{self.path.partition('?')[2]}'></iframe>".encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    site = http.server.ThreadingHTTPServer(("127.0.0.1", free_port()), Site)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    yield site.server_port
    site.shutdown()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, framing: int) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("served"), ["--embed", f"http://localhost:{framing}"]) as running:
        yield running


@pytest.fixture
def opened(browser: Any) -> Iterator[Callable[[str], Any]]:
    """A page at an address, with all that it asked for and complained of."""
    contexts = []

    def go(address: str) -> Any:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        contexts.append(context)
        context.set_default_timeout(90_000)
        context.add_init_script(_HEARD)
        page = context.new_page()
        page.asked, page.faults = [], []
        page.on("request", lambda asked: page.asked.append(asked.url))
        page.on("websocket", lambda asked: page.asked.append(asked.url))
        page.on("console", lambda said: page.faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda fault: page.faults.append(str(fault)))
        page.goto(address)
        return page

    yield go
    for context in contexts:
        context.close()


def test_the_page_works_under_its_policy_and_asks_nothing_of_the_network(opened: Callable[[str], Any], server: Served) -> None:
    page = opened(server.address)
    page.wait_for_selector(MARK)
    page.get_by_role("button", name="Show the first").click()
    page.locator("article").first.wait_for()
    page.get_by_text("All events as a table").click()
    page.locator("[data-testid=stDataFrame]").first.wait_for()
    page.get_by_role("button", name="Download", exact=True).click()
    for name in ("PNG picture", "HTML page", "CSV"):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=name, exact=True).click()
        assert Path(waiting.value.path()).stat().st_size > 500
    page.wait_for_timeout(500)
    assert page.faults == []
    mine = (server.address, server.address.replace("http", "ws"), "data:", "blob:")
    assert [url for url in page.asked if not url.startswith(mine)] == []
    assert server.asked == ""


def test_a_page_of_an_allowed_origin_may_frame_what_is_made_for_frames(opened: Callable[[str], Any], server: Served, framing: int) -> None:
    page = opened(f"http://localhost:{framing}/?{server.address}/?embed=true")
    page.frame_locator("iframe").locator(MARK).first.wait_for()
    assert page.faults == []


@pytest.mark.parametrize(
    ("site", "query"), [("localhost", ""), ("localhost", "?embed=false"), ("127.0.0.1", "?embed=true"), ("127.0.0.1", "")]
)
def test_any_other_frame_stays_empty(opened: Callable[[str], Any], server: Served, framing: int, site: str, query: str) -> None:
    page = opened(f"http://{site}:{framing}/?{server.address}/{query}")
    page.wait_for_timeout(1500)
    assert all("frame-ancestors" in fault or "X-Frame-Options" in fault for fault in page.faults)
    assert page.faults
    assert page.frame_locator("iframe").locator("#root").count() == 0
