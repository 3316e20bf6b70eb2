"""A running server behind a proxy that names its visitors: only that proxy is believed; an edit link works by the gate's cookie."""

import asyncio
import sys
from collections.abc import Iterator, Mapping

import pytest

from tests.measure.load import Visitor
from tests.page.serving import Served, get, served
from timeline.intake.source import from_text
from timeline.page.clock import now
from timeline.store.document import Document, Source
from timeline.store.opening import open_store

PROXY, STRANGER = "127.0.0.1", "127.0.0.2"  # two addresses of this machine: one is the proxy's
ANN = {"X-Forwarded-Email": "ann@example.org"}
UNNAMED = b"The proxy in front of this page does not say who you are."
TEXT = "Leaders in Cairo\n\nEgypt and Sudan signed a water accord in Khartoum on 3 May 2019."
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has all of 127.0.0.0/8 from the beginning")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    flags = ["--public", "--host", "timeline.example.org", "--proxy", PROXY, "--proxy-header", "X-Forwarded-Email"]
    with served(tmp_path_factory.mktemp("proxied"), flags) as running:
        yield running


@pytest.fixture(scope="module")
def edit(server: Served) -> Iterator[dict[str, str]]:
    """The id of Ann's timeline, the token of a link to edit it, and of one to edit another."""
    store = open_store(f"sqlite:///{server.folder}/timelines.db", now=now())
    document = Document("Nile", (Source.of(from_text(TEXT)),))
    mine, other = (store.create(document, owner="ann@example.org", now=now()) for _ in range(2))
    tokens = [store.share(kept.id, owner="ann@example.org", now=now(), rights="edit") for kept in (mine, other)]
    yield {"id": mine.id, "token": tokens[0], "other": other.id, "other token": tokens[1]}
    store.close()


def heard(server: Served, address: str, headers: Mapping[str, str], query: str = "") -> bytes:
    """All that the page tells somebody who comes from an address with some headers."""

    async def come() -> bytes:
        visitor = Visitor(server.port, headers, address)
        await visitor.arrive()
        await visitor.run(query)
        told = visitor.heard
        await visitor.run(query)
        await visitor.leave()
        return told + visitor.heard

    return asyncio.run(come())


def test_whom_the_proxy_names_gets_in_and_finds_what_is_theirs(server: Served, edit: dict[str, str]) -> None:
    told = heard(server, PROXY, ANN, f"open={edit['id']}")
    assert UNNAMED not in told
    assert b"Egypt and Sudan signed a water accord" in told
    assert b"Egypt and Sudan signed" not in heard(server, PROXY, {"X-Forwarded-Email": "ben@example.org"}, f"open={edit['id']}")


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        (STRANGER, ANN),
        (STRANGER, ANN | {"X-Forwarded-For": PROXY}),
        (STRANGER, {"X-Timeline-Visitor": "ann@example.org", "X-Timeline-Gate": "1", "X-Timeline-Client": "1"}),
        (PROXY, {"X-Timeline-Visitor": "ann@example.org"}),
        (PROXY, {}),
    ],
    ids=["elsewhere", "elsewhere in the name of the proxy", "our own headers", "our own headers by the proxy", "nobody named"],
)
def test_from_anywhere_else_a_name_says_nothing(server: Served, edit: dict[str, str], address: str, headers: Mapping[str, str]) -> None:
    told = heard(server, address, headers, f"open={edit['id']}")
    assert UNNAMED in told
    assert b"Egypt and Sudan signed" not in told and b"Nile" not in told


def test_an_edit_link_works_by_a_cookie_and_tells_its_token_nowhere_else(server: Served, edit: dict[str, str]) -> None:
    status, headers, body = get(f"{server.address}/e/{edit['token']}")
    assert (status, headers["location"], body) == (303, "/?open=edit", b"")
    cookie = {"Cookie": headers["set-cookie"].partition(";")[0]}
    for query in ("open=edit", f"open={edit['id']}"):
        told = heard(server, STRANGER, cookie, query)
        assert b"Egypt and Sudan signed a water accord" in told
        assert edit["token"].encode() not in told
    for query in (f"open={edit['other']}", "open=nothing"):
        told = heard(server, STRANGER, cookie, query)
        assert b"is not kept here, or is not yours" in told and UNNAMED in told
    assert edit["token"] not in server.log
    assert "Stack (most recent call last)" not in server.log, "nothing of the page is done in a way that Streamlit warns of"


def test_an_edit_link_that_was_revoked_opens_nothing_by_its_cookie(server: Served, edit: dict[str, str]) -> None:
    store = open_store(f"sqlite:///{server.folder}/timelines.db", now=now())
    (link,) = store.shares(edit["other"], owner="ann@example.org")
    cookie = {"Cookie": f"timeline_edit={edit['other token']}"}
    assert b"Egypt and Sudan signed" in heard(server, STRANGER, cookie, "open=edit")
    store.revoke(link.id, owner="ann@example.org")
    store.close()
    assert b"Egypt and Sudan signed" not in heard(server, STRANGER, cookie, "open=edit")
    assert get(f"{server.address}/?t={edit['other token']}")[0] == 404


def test_a_cookie_full_of_guesses_tries_no_more_links_than_a_browser_has(server: Served, edit: dict[str, str]) -> None:
    guesses, other = [f"{number:024d}" for number in range(100)], "127.0.0.3"
    assert UNNAMED in heard(server, other, {"Cookie": f"timeline_edit={'.'.join(guesses)}"}, "open=edit")
    told = heard(server, other, {"Cookie": f"timeline_edit={edit['token']}"}, "open=edit")
    assert b"Egypt and Sudan signed" in told, "eight wrong ones are no reason to be stopped; a hundred would have been"
