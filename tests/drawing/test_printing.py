"""A PDF is the picture: one page of its size, in vectors, with its letters, the same bytes again, and asking no network."""

import asyncio
import contextlib
import os
import re
import sys
from pathlib import Path

import pytest

from tests.drawing.events import table
from timeline.drawing import printing
from timeline.drawing.layout import lay_out
from timeline.drawing.printing import lacking, pdf
from timeline.drawing.style import SIZES, Style
from timeline.errors import NotPossible

HOSTILE = "</title><script>document.title='run'</script><img src=http://127.0.0.1:1/x> الاتفاق"
needs_browser = pytest.mark.skipif(bool(lacking()) and "CI" not in os.environ, reason="no Chrome or Chromium here")


def scene(size="A4 landscape", **more):
    width, height = SIZES[size]
    return lay_out(table(), Style(width=width, height=height, **more))


@pytest.fixture(scope="module")
def printed():
    return pdf(scene())


@needs_browser
def test_the_same_scene_gives_the_same_bytes_without_a_time_in_them(printed):
    assert printed.startswith(b"%PDF-") and printed.rstrip().endswith(b"%%EOF")
    assert not re.search(rb"/(?:CreationDate|ModDate)", printed)
    assert pdf(scene()) == printed


@needs_browser
@pytest.mark.parametrize(
    ("size", "box"),
    [("A4 landscape", "841.89 595.28"), ("A4 portrait", "595.28 841.89"), ("slide", "1200 675")],
)
def test_it_has_one_page_of_the_size_of_the_picture(size, box, printed):
    data = printed if size == "A4 landscape" else pdf(scene(size))
    assert data.count(b"/Type /Page\n") == 1
    assert re.findall(rb"/MediaBox \[0 0 ([\d.]+ [\d.]+) *\]", data) == [box.encode()]


@needs_browser
def test_it_is_drawn_in_vectors_with_the_shipped_font_and_text_that_can_be_found(printed):
    assert b"/Subtype /Image" not in printed
    assert set(re.findall(rb"/BaseFont /[A-Z]+\+(\w+)", printed)) == {b"NotoSans"}
    assert b"/ToUnicode" in printed


@needs_browser
def test_letters_that_xml_escapes_are_in_the_shipped_font_too():
    data = pdf(lay_out(table(), Style(width=800, title='Osterland\'s "pact" & <Varania>')))
    assert set(re.findall(rb"/BaseFont /[A-Z]+\+(\w+)", data)) == {b"NotoSans"}


@needs_browser
def test_hostile_words_are_only_drawn():
    data = pdf(lay_out(table([("2022-02", HOSTILE[:90], "other", "", "", 0.5)]), Style(title=HOSTILE, width=800)))
    assert b"/URI" not in data and b"/JavaScript" not in data and b"/Title (run)" not in data
    assert b"NotoSansArabic" in data


@needs_browser
def test_an_empty_table_and_a_caller_with_a_running_loop_get_a_pdf_too():
    async def asked():
        return pdf(lay_out(table([])))

    assert asyncio.run(asked()).startswith(b"%PDF-")


def test_without_the_package_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "choreographer.browsers.chromium", None)
    with pytest.raises(NotPossible, match=r"needs the package kaleido.*pip install kaleido==1\.5\.0. PNG and SVG need neither"):
        pdf(scene())


def test_without_a_browser_it_says_what_to_install(monkeypatch):
    chromium = pytest.importorskip("choreographer.browsers.chromium").Chromium
    monkeypatch.setattr(chromium, "find_browser", classmethod(lambda cls, **_: None))
    with pytest.raises(NotPossible, match="needs Chrome or Chromium, and none was found.*PNG and SVG need neither"):
        pdf(scene())


@pytest.mark.parametrize("program", ["#!/bin/sh\nexit 3\n", "not a program"])
def test_a_browser_that_fails_is_told_in_a_sentence(monkeypatch, tmp_path, program):
    pytest.importorskip("choreographer")
    broken = tmp_path / "chromium"
    broken.write_text(program)
    broken.chmod(0o755)
    monkeypatch.setenv("BROWSER_PATH", str(broken))
    monkeypatch.setattr(printing, "_SECONDS", 8)
    with pytest.raises(NotPossible, match="the browser did not print .*PNG and SVG need neither"):
        pdf(scene())


@pytest.mark.soak
def test_a_browser_that_hangs_is_waited_for_no_longer_than_is_said(monkeypatch, tmp_path):
    pytest.importorskip("choreographer")
    hanging = tmp_path / "chromium"
    hanging.write_text("#!/bin/sh\nexec sleep 60\n")
    hanging.chmod(0o755)
    monkeypatch.setenv("BROWSER_PATH", str(hanging))
    monkeypatch.setattr(printing, "_SECONDS", 2)
    monkeypatch.setattr(printing, "_GRACE", 2)
    with pytest.raises(NotPossible, match="no answer in 2 seconds"):
        pdf(scene())


@needs_browser
def test_a_page_that_asks_for_the_network_gets_none(monkeypatch):
    """The browser's every way out leads to a door that is not there, whatever stood in the page."""
    import http.server
    import threading

    asked = []

    class Door(http.server.BaseHTTPRequestHandler):
        def do_GET(self):  # noqa: N802
            asked.append(self.path)

    server = http.server.HTTPServer(("127.0.0.1", 0), Door)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_port
    beacon = f'<img src="http://127.0.0.1:{port}/a"><link rel=stylesheet href="http://news.example:{port}/b">'
    page = printing._page
    monkeypatch.setattr(printing, "_page", lambda drawn: page(drawn).replace("</body>", beacon + "</body>"))
    assert pdf(scene()).startswith(b"%PDF-")
    server.shutdown()
    assert asked == []


@pytest.mark.soak
@needs_browser
@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks at processes as Linux shows them")
def test_no_browser_is_left_behind(monkeypatch):
    monkeypatch.setenv("STARTED_FOR", "a-test-left-behind")
    pdf(scene())
    left = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if process.name != str(os.getpid()) and b"a-test-left-behind" in (process / "environ").read_bytes():
                left.append((process / "cmdline").read_bytes()[:80])
    assert left == []
