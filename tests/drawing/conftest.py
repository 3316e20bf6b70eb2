"""A real browser for the files that are drawn."""

import os
import shutil

import pytest

QUIET = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"


@pytest.fixture(scope="module")
def browser():
    """Chromium; where it is not installed the tests that need it are skipped, but never on CI."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing, and CI must look at the files in a browser: apt-get install chromium")
        pytest.skip("Chromium is not installed, so that nobody looks at the files: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=path, args=QUIET.split())
        yield started
        started.close()
