"""Who may not work on a page gets its door and nothing of the workbench; an edit link opens it for one timeline, where it may."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from timeline.page import access, kept
from timeline.page.access import Access
from timeline.page.clock import now
from timeline.store.document import Document, Source

ROOT = Path(__file__).parent.parent.parent
TEXT = "Leaders in Cairo\n\nEgypt and Sudan signed a water accord in Khartoum on 3 May 2019. France invaded Egypt in July 1798."


@pytest.fixture
def rule(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    yield monkeypatch
    access.use(None)


def opened(rule: Access, **address: str) -> AppTest:
    """The page under a rule, as one opens it who has not signed in."""
    access.use(rule)
    page = AppTest.from_file(str(ROOT / "timeline_app.py"), default_timeout=120)
    for name, value in address.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    return page


def link(rights: str) -> str:
    made = kept.store().create(Document("Nile", (Source.of(_article()),)), owner="ann@example.org", now=now())
    return kept.store().share(made.id, owner="ann@example.org", now=now(), rights=rights)  # type: ignore[arg-type]


def _article() -> "object":
    from timeline.intake.source import from_text

    return from_text(TEXT)


LOGIN, SHARES = Access("login", frozenset({"example.org"})), Access("shares")


@pytest.mark.parametrize(
    ("rule_", "says"),
    [
        (LOGIN, "Sign in to make timelines."),
        (SHARES, "Here you can look at timelines that were shared with you."),
        (Access("proxy"), "did not come through the gate"),
        (Access("machine"), "did not come through the gate"),
    ],
    ids=["login", "shares", "proxy", "machine"],
)
def test_who_may_not_work_here_gets_the_door_alone(rule: object, rule_: Access, says: str) -> None:
    page = opened(rule_)
    assert says in " ".join(text.value for text in page.text)
    assert [button.label for button in page.button] == (["Sign in"] if rule_ is LOGIN else [])
    assert not (page.text_area or page.selectbox or page.get("file_uploader") or page.get("plotly_chart") or page.get("download_button"))


def test_who_may_not_work_here_may_look_at_what_was_shared(rule: object) -> None:
    for each in (LOGIN, SHARES):
        page = opened(each, t=link("view"))
        assert page.get("bidi_component") and not page.text_area


def test_an_edit_link_lets_a_guest_work_on_that_timeline_and_leave_to_the_door(rule: object) -> None:
    page = opened(LOGIN, t=link("edit"))
    assert page.get("plotly_chart")
    assert page.text_input(key="title-own").value == "Nile"
    page.text_input(key="title-own").set_value("By a guest").run()
    assert kept.store().documents("ann@example.org")[0].title == "By a guest"
    del page.query_params["t"], page.query_params["open"]
    page.button(key="timelines").click().run()
    page.button(key="timelines").click()
    page.button(key="new").click()
    page.run()
    page.run()
    assert "Sign in to make timelines." in " ".join(text.value for text in page.text)
    assert not page.text_area


def test_where_nobody_may_write_an_edit_link_is_for_looking(rule: object) -> None:
    page = opened(SHARES, t=link("edit"))
    assert page.get("bidi_component")
    assert not [field for field in page.text_input if field.key == "title-own"]
    assert not [button for button in page.button if button.key in ("correct", "undo", "share")]
