"""Signing in, in a real browser with a provider of OpenID Connect on this machine: who gets in, who does not, and the way out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.page.provider import Provider, provider
from tests.page.serving import Served, served

pytestmark = pytest.mark.browser

PEOPLE = {
    "Ann": {"email": "Ann@example.org", "email_verified": True},
    "Ben": {"email": "ben@example.org", "email_verified": True},
    "Eve": {"email": "eve@example.org.evil.net", "email_verified": True},
    "Mallory": {"email": "mallory@example.org", "email_verified": False},
    "Nobody": {"name": "Nobody"},
}
MARK = ".js-plotly-plot .scatterlayer .point"
TEXT = "Leaders in Cairo\n\nEgypt and Sudan signed a water accord in Khartoum on 3 May 2019. France invaded Egypt in July 1798."


@pytest.fixture(scope="module")
def signing() -> Iterator[Provider]:
    with provider(PEOPLE) as running:
        yield running


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, signing: Provider) -> Iterator[Served]:
    """A page for the people of example.org."""
    folder = tmp_path_factory.mktemp("signed")
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit" / "secrets.toml").write_text(signing.settings("http://localhost:{port}/oauth2callback"))
    with served(folder, ["--public", "--host", "localhost", "--allow", "example.org"]) as running:
        yield running


@pytest.fixture
def window(browser: Any, server: Served) -> Iterator[Any]:
    """A browser that nobody has signed in with yet, at the page."""
    context = browser.new_context()
    context.set_default_timeout(30_000)
    page = context.new_page()
    page.goto(server.address.replace("127.0.0.1", "localhost"))
    yield page
    context.close()


def signed_in(page: Any, name: str) -> Any:
    """The page after its visitor has said at the provider who they are."""
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name=name, exact=True).click()
    page.wait_for_url("http://localhost:*/**")
    return page


def test_before_signing_in_there_is_nothing_but_the_door(window: Any) -> None:
    window.get_by_text("Sign in to make timelines.").wait_for()
    for name in ("Share", "Your timelines", "Download", "Draw the timeline", "Sign out"):
        assert window.get_by_role("button", name=name).count() == 0
    assert window.get_by_role("textbox").count() == 0
    assert window.locator("input[type=file]").count() == 0


def test_who_is_of_the_domain_gets_in_saves_and_gets_out_again(window: Any, signing: Provider, server: Served) -> None:
    page = signed_in(window, "Ann")
    page.get_by_text("Your own text", exact=True).click()
    page.get_by_role("textbox").first.fill(TEXT)
    page.get_by_role("button", name="Draw the timeline").click()
    page.wait_for_url("**open=*")
    page.get_by_text("ann@example.org").wait_for()
    mine = page.url
    other = page.context.browser.new_context()
    other.set_default_timeout(30_000)
    theirs = other.new_page()
    theirs.goto(mine)
    theirs.get_by_text("Sign in to make timelines.").wait_for()
    signed_in(theirs, "Ben")
    theirs.wait_for_selector(MARK)
    theirs.goto(mine)
    theirs.get_by_text("is not kept here, or is not yours").wait_for()
    other.close()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_text("Sign in to make timelines.").wait_for()
    assert not [cookie for cookie in page.context.cookies() if cookie["name"].startswith("_streamlit_user")]
    assert "/out" in signing.asked, "the provider was told too"
    page.goto(mine)
    page.get_by_text("Sign in to make timelines.").wait_for()
    assert page.locator(MARK).count() == 0


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Eve", "eve@example.org.evil.net is not among those who may make timelines here."),
        ("Mallory", "Nobody has checked that mallory@example.org is yours."),
        ("Nobody", "does not say your e-mail address"),
    ],
)
def test_who_is_not_allowed_is_told_why_and_can_sign_out(window: Any, name: str, says: str) -> None:
    page = signed_in(window, name)
    page.get_by_text(says).wait_for()
    assert page.get_by_role("textbox").count() == 0
    assert page.locator("input[type=file], .js-plotly-plot").count() == 0
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Sign in").wait_for()


def test_a_cookie_that_was_made_up_signs_nobody_in(window: Any, server: Served) -> None:
    window.context.add_cookies(
        [{"name": "_streamlit_user", "value": "eyJlbWFpbCI6ImFubkBleGFtcGxlLm9yZyJ9.aaa.bbb", "domain": "localhost", "path": "/"}]
    )
    window.reload()
    window.get_by_text("Sign in to make timelines.").wait_for()


def test_nothing_of_signing_in_is_in_the_log_and_only_the_provider_was_asked(server: Served) -> None:
    assert server.asked == ""
    for secret in ("a-secret-of-the-client", "id_token", "code=", "state="):
        assert secret not in server.log
    assert Path(server.folder / "timelines.db").exists()
