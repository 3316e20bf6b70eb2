"""The page as a visitor meets it: without a browser, and in a real one."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from timeline.page import kept

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True)
def kept_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a test of the page saves goes to a place of its own, and not among the timelines of whoever runs the tests."""
    monkeypatch.setenv("TIMELINE_DATABASE_URL", f"sqlite:///{tmp_path}/timelines.sqlite")
    monkeypatch.setattr(kept, "_store", None)
    yield
    if kept._store is not None:
        kept._store.close()


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The address of a running page."""
    with _served("timeline_app.py") as address:
        yield address


@pytest.fixture(scope="session")
def crowded() -> Iterator[str]:
    """The address of a page with 10,000 events."""
    with _served("tests/page/staged_app.py", "crowd") as address:
        yield address


@pytest.fixture(scope="session")
def attacked() -> Iterator[str]:
    """The address of a page whose table is full of attacks."""
    with _served("tests/page/staged_app.py", "attacks") as address:
        yield address


@contextmanager
def _served(script: str, *arguments: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder, _running(folder, script, *arguments) as address:
        yield address


@contextmanager
def _running(folder: str, script: str, *arguments: str) -> Iterator[str]:
    """A server that keeps its timelines in a folder."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script, f"--server.port={port}", "--server.address=127.0.0.1"]
    options = ["--server.headless=true", "--server.fileWatcherType=none", "--", *arguments]
    quiet = {
        "cwd": ROOT,
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
        "env": os.environ | {"PYTHONPATH": str(ROOT), "TIMELINE_DATABASE_URL": f"sqlite:///{folder}/timelines.sqlite"},
    }
    with subprocess.Popen([*command, *options], **quiet) as server:  # type: ignore[call-overload]
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the page did not start within 30 seconds")


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """Chromium; where it is not installed the tests that need it are skipped, but never on CI."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing, and CI must look at the page in a browser: apt-get install chromium")
        pytest.skip("Chromium is not installed, so that nobody looks at the page: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()
