"""Links at the door of a running server: nobody guesses one, whoever tries too often is stopped, and no log tells of any."""

import asyncio
import http.client
import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.measure.load import Visitor
from tests.page.serving import ROOT, Served, served
from timeline.page.clock import now
from timeline.store.document import Document
from timeline.store.opening import open_store

NAME, BEHIND = "timeline.example.org", ["--public", "--host", "timeline.example.org", "--shares-only", "--proxy", "127.0.0.1"]
OF_ONE, AT_ONCE = 25, 4
# Plain Streamlit that tells its log all it can.
LOUD = (
    f"import sys; sys.argv = ['streamlit', 'run', {str(ROOT / 'timeline_app.py')!r}, '--server.port=' + sys.argv[2], "
    "'--server.address=127.0.0.1', '--server.headless=true', '--server.fileWatcherType=none', '--logger.level=debug']; "
    "from streamlit.web.cli import main; main()"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A page for readers."""
    with served(tmp_path_factory.mktemp("guessed"), BEHIND) as running:
        yield running


@pytest.fixture(scope="module")
def links(server: Served) -> dict[str, str]:
    return made(server)


def made(server: Served) -> dict[str, str]:
    """Tokens of links that lead somewhere, to look and to edit, and of one that was revoked."""
    store = open_store(f"sqlite:///{server.folder}/timelines.db", now=now())
    kept = store.create(Document("The waters of the Nile"), owner="ann@example.org", now=now())
    links = {"gone": store.share(kept.id, owner="ann@example.org", now=now())}
    store.revoke(store.shares(kept.id, owner="ann@example.org")[0].id, owner="ann@example.org")
    links["look"] = store.share(kept.id, owner="ann@example.org", now=now())
    links["edit"] = store.share(kept.id, owner="ann@example.org", now=now(), rights="edit")
    store.close()
    return links


def asked(server: Served, client: str, tokens: list[str], path: str = "/?t=") -> list[tuple[int, bytes]]:
    """The answers to one client, who comes by the proxy and keeps the connection."""
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    answers = []
    for token in tokens:
        line.request("GET", path + token, headers={"Host": NAME, "X-Forwarded-For": client})
        answer = line.getresponse()
        answers.append((answer.status, answer.read()))
    line.close()
    return answers


@pytest.mark.parametrize("guesses", [500, pytest.param(3_000, marks=pytest.mark.soak)])
def test_of_many_guessed_links_none_leads_anywhere(server: Served, links: dict[str, str], guesses: int) -> None:
    def guess(number: int) -> list[tuple[int, bytes]]:
        return asked(server, f"203.{number // 250}.{number % 250}.5", [secrets.token_urlsafe(24) for _ in range(OF_ONE)])

    with ThreadPoolExecutor(AT_ONCE) as people:
        answers = [answer for told in people.map(guess, range(guesses // OF_ONE)) for answer in told]
    assert len(answers) == guesses
    assert len(set(answers)) == 1, "each gets the very same answer"
    assert answers[0][0] == 404
    near = [links["look"][:-1], links["look"] + "A", links["look"].swapcase(), "", "x" * 5000, "%00", "%FF", "../e/", links["gone"]]
    assert set(asked(server, "198.51.100.1", near)) == {answers[0]}
    assert [status for status, _ in asked(server, "198.51.100.1", [links["look"]])] == [200]


def test_whoever_guesses_on_is_stopped_for_a_while_also_with_a_right_link(server: Served, links: dict[str, str]) -> None:
    statuses = [status for status, _ in asked(server, "198.51.100.2", [secrets.token_urlsafe(24) for _ in range(60)])]
    assert statuses == [404] * 30 + [429] * 30
    ((status, body),) = asked(server, "198.51.100.2", [links["look"]])
    assert status == 429
    assert b"Too many links that lead nowhere were tried from where you are. Try again in " in body
    assert [status for status, _ in asked(server, "198.51.100.3", [links["look"]])] == [200], "others are not concerned"


def test_links_are_counted_alike_inside_a_connection_of_the_page(server: Served, links: dict[str, str]) -> None:
    async def guess() -> list[bytes]:
        visitor = Visitor(server.port)
        await visitor.arrive()
        told = []
        for token in [*(secrets.token_urlsafe(24) for _ in range(32)), links["look"]]:
            await visitor.run(f"t={token}")
            told.append(visitor.heard)
        await visitor.leave()
        return told

    first, *_, last = asyncio.run(guess())
    assert b"This link does not lead to a timeline." in first
    assert b"Too many links that lead nowhere" in last
    assert b"The waters of the Nile" not in last


def _look(server: Served, links: dict[str, str]) -> None:
    """Comes with each link by every way there is: in the address, inside a connection, in the cookie, to doors that are none."""

    async def look() -> None:
        visitor = Visitor(server.port, {"X-Forwarded-For": "198.51.100.7", "Cookie": f"timeline_edit={'.'.join(links.values())}"})
        await visitor.arrive()
        for query in (f"t={links['look']}", f"t={links['edit']}&embed=true", "open=edit", f"t={links['gone']}"):
            await visitor.run(query)
        assert b"This link does not lead" in visitor.heard
        await visitor.leave()

    asyncio.run(look())
    for token in links.values():
        for path in ("/?t=", "/e/", "/media/", "/_stcore/nothing?t=", "/_stcore/stream?t=", "/static/", "/_stcore/upload_file/"):
            asked(server, "198.51.100.8", [token], path)


def test_no_log_tells_of_any_link(server: Served, links: dict[str, str], tmp_path: Path) -> None:
    _look(server, links)
    with served(tmp_path / "loud", command=("-c", LOUD)) as loud:
        more = made(loud)
        _look(loud, more)
        logs = {"serve": server.log, "plain and loud": loud.log}
    assert "AppSession initialized" in logs["plain and loud"], "it tells all it can"
    for token in (*links.values(), *more.values()):
        assert not [name for name, log in logs.items() if token in log or token[:10] in log]
    for folder in (server.folder, loud.folder):
        kept = b"".join(path.read_bytes() for path in Path(folder).glob("timelines.db*"))
        assert kept and not [token for token in (*links.values(), *more.values()) if token.encode() in kept]
