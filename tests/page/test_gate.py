"""The gate: whom it believes about the visitor, what it lets through, and what its answers carry."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from timeline.page import gate as module
from timeline.page import limits
from timeline.page.access import CLIENT, GATED, NAMED, Access
from timeline.page.gate import Gate, content_policy
from timeline.page.hosting import Hosting
from timeline.page.limits import Allowance, Limits

HOST = "timeline.example.org"
STREAM = f"ws://{HOST}/_stcore/stream"
INDEX = b"<html><script>one()</script><script src='x'></script><script>\ntwo()\n</script>"
BEHIND = Hosting(public=True, hosts=(HOST,), proxies=("10.0.0.7", "10.0.1.0/24"), header="X-Forwarded-Email", access=Access("proxy"))


async def page(scope: Any, receive: Any, send: Any) -> None:
    """Answers what it was told of the visitor."""
    told = [(name.decode(), value.decode("latin-1")) for name, value in scope["headers"]]
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        await send({"type": "websocket.send", "text": json.dumps(told)})
        await receive()
        return
    headers = [(b"content-type", b"text/html"), (b"X-Frame-Options", b"ALLOWALL"), (b"set-cookie", b"a=b; Path=/")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": json.dumps(told).encode()})


def client(
    hosting: Hosting = BEHIND, peer: str = "10.0.0.7", opens: Callable[[str, str], bool] | None = None, host: str = HOST
) -> TestClient:
    return TestClient(Gate(page, hosting, INDEX, opens), base_url=f"http://{host}", client=(peer, 5000))


def told(asked: TestClient, headers: Mapping[str, str] | Sequence[tuple[str, str]] = ()) -> dict[str, str]:
    """What the page learns of a visitor: the names of our own headers that it was given."""
    pairs = dict(asked.get("/", headers=headers).json())  # type: ignore[arg-type]
    return {name: pairs[name.lower()] for name in (CLIENT, NAMED, GATED) if name.lower() in pairs}


def test_the_proxy_names_the_visitor_and_their_address() -> None:
    found = told(client(), {"X-Forwarded-For": "203.0.113.5", "X-Forwarded-Email": "ann@example.org"})
    assert found == {CLIENT: "203.0.113.5", NAMED: "ann@example.org", GATED: "1"}


def test_nobody_else_is_believed() -> None:
    found = told(client(peer="198.51.100.9"), {"X-Forwarded-For": "203.0.113.5", "X-Forwarded-Email": "ann@example.org"})
    assert found == {CLIENT: "198.51.100.9", GATED: "1"}


@pytest.mark.parametrize("peer", ["10.0.0.7", "198.51.100.9"])
@pytest.mark.parametrize("name", [NAMED, NAMED.lower(), NAMED.upper()])
def test_our_own_headers_cannot_be_sent_from_outside(peer: str, name: str) -> None:
    found = told(client(peer=peer), {name: "eve@example.org", CLIENT: "203.0.113.99"})
    assert NAMED not in found
    assert found[CLIENT] == peer


@pytest.mark.parametrize(
    ("hops", "counted"),
    [
        ("6.6.6.6, 203.0.113.5", "203.0.113.5"),
        ("6.6.6.6, 203.0.113.5, 10.0.1.8", "203.0.113.5"),
        ("", "10.0.0.7"),
        ("nonsense", "10.0.0.7"),
        ("203.0.113.5, ,", "203.0.113.5"),
        ("2001:db8:1:2:3::9", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.5", "203.0.113.5"),
    ],
)
def test_a_client_is_the_last_hop_that_is_no_proxy(hops: str, counted: str) -> None:
    assert told(client(), {"X-Forwarded-For": hops})[CLIENT] == counted


def test_a_header_that_stands_twice_names_nobody() -> None:
    assert NAMED not in told(client(), [("X-Forwarded-Email", "eve@example.org"), ("X-Forwarded-Email", "ann@example.org")])


def test_a_connection_of_the_page_is_introduced_alike() -> None:
    with client().websocket_connect(STREAM, headers={"X-Forwarded-Email": "ann@example.org", NAMED: "eve"}) as session:
        pairs = [pair for pair in json.loads(session.receive_text()) if pair[0] == NAMED.lower()]
    assert pairs == [[NAMED.lower(), "ann@example.org"]]


@pytest.mark.parametrize("host", ["evil.example", "timeline.example.org.evil.example", "xtimeline.example.org", "example.org"])
def test_another_name_is_refused_for_pages_and_connections(host: str) -> None:
    assert client(host=host).get("/").status_code == 421
    with pytest.raises(WebSocketDisconnect), client(host=host).websocket_connect(f"ws://{host}/_stcore/stream"):
        pass
    assert client(host=host).get("/healthz").status_code == 200


def test_names_may_have_a_port_another_case_and_a_star() -> None:
    assert client(host="Timeline.Example.ORG:8443").get("/").status_code == 200
    assert client(Hosting(hosts=("*.example.org",)), host="a.example.org").get("/").status_code == 200
    assert client(Hosting(hosts=("*.example.org",)), host="example.org").get("/").status_code == 421


def test_links_that_open_nothing_all_get_the_same_answer() -> None:
    asked = client(opens=lambda token, _: token == "right")
    answers = [asked.get(query) for query in ("/?t=unknown", "/?t=revoked", "/?t=", "/?t=%00")]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert len({str(answer.headers) for answer in answers}) == 1
    assert asked.get("/?t=right").status_code == 200
    assert asked.get("/?t=wrong&t=right").status_code == 404


def test_tls_at_the_proxy_secures_cookies_and_stays() -> None:
    answer = client().get("/", headers={"X-Forwarded-Proto": "https"})
    assert answer.headers["strict-transport-security"].startswith("max-age=")
    assert answer.headers["set-cookie"].endswith("; Secure")
    answer = client(peer="198.51.100.9").get("/", headers={"X-Forwarded-Proto": "https"})
    assert "strict-transport-security" not in answer.headers


def test_frames_are_for_configured_origins_and_for_embedding_alone() -> None:
    hosting = Hosting(hosts=(HOST,), embed=("https://news.example", "http://localhost:9000"))
    policy = "frame-ancestors 'self' https://news.example http://localhost:9000"
    assert client(hosting).get("/?embed=true").headers["content-security-policy"].endswith(policy)
    assert "x-frame-options" not in client(hosting).get("/?embed=true").headers
    for query in ("/", "/?embed=false", "/?embed=true&embed=false", "/?embed=True"):
        answer = client(hosting).get(query)
        assert answer.headers["content-security-policy"].endswith("frame-ancestors 'self'")
        assert answer.headers.get_list("x-frame-options") == ["SAMEORIGIN"]
    assert client().get("/?embed=true").headers["content-security-policy"].endswith("frame-ancestors 'self'")


def test_downloads_can_run_nothing_even_if_they_are_opened() -> None:
    assert client().get("/media/x.svg").headers["content-security-policy"].endswith("sandbox")


def test_the_policy_holds_the_hash_of_each_script_in_the_page() -> None:
    policy = content_policy(INDEX, "'self'")
    assert policy.count("'sha256-") == 2
    assert "unsafe-inline" not in policy.partition("style-src")[0]
    assert " 'unsafe-eval'" not in policy


def test_there_is_room_for_so_many_visitors_and_of_each_client(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_OF_ONE", 2)
    asked = client()
    with asked.websocket_connect(STREAM), asked.websocket_connect(STREAM):
        with pytest.raises(WebSocketDisconnect), asked.websocket_connect(STREAM):
            pass
        with asked.websocket_connect(STREAM, headers={"X-Forwarded-For": "203.0.113.5"}):
            pass
        told = asked.get("/")
        assert (told.status_code, "Close one that is not needed" in told.text) == (503, True)
        assert asked.get("/static/a.js").status_code == asked.get("/healthz").status_code == 200
        assert asked.get("/", headers={"X-Forwarded-For": "203.0.113.5"}).status_code == 200
    with asked.websocket_connect(STREAM):
        pass


def test_an_odd_query_is_no_trouble() -> None:
    for query in ("/?t", "/?%zz=1", "/?" + "a=1&" * 99, "/?" + "a" * 9000, "/?t=%00", "/?t=%FF"):
        assert client().get(query).status_code in (200, 400, 404)


def test_who_comes_when_the_page_is_full_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_SESSIONS", 1)
    asked = client()
    with asked.websocket_connect(STREAM):
        told = asked.get("/", headers={"X-Forwarded-For": "203.0.113.5"})
    assert (told.status_code, "Load it again in a few minutes" in told.text) == (503, True)
    assert asked.get("/").status_code == 200


@pytest.fixture
def limited() -> Iterator[Limits]:
    """Small limits, in force."""
    made = Limits(Allowance(guesses=3, uploads=2, megabytes=25), lambda: 1000.0)
    limits.use(made)
    yield made
    limits.use(None)


def test_who_tries_too_many_wrong_links_gets_none_opened_for_a_while(limited: Limits) -> None:
    def opens(token: str, who: str) -> bool:
        limits.try_link(who)
        if token != "right":
            limits.wrong_link(who)
        return token == "right"

    asked = client(opens=opens)
    assert [asked.get(f"/?t={token}").status_code for token in ("a", "right", "b", "c", "d", "right")] == [404, 200, 404, 404, 429, 429]
    assert "Try again in 60 seconds" in asked.get("/?t=right").text
    assert asked.get("/?t=right", headers={"X-Forwarded-For": "203.0.113.5"}).status_code == 200
    assert asked.get("/").status_code == 200


def test_so_many_files_and_bytes_of_one_client_come_in(limited: Limits) -> None:
    asked, door = client(), "/_stcore/upload_file/session/file"
    assert [asked.put(door, content=b"a").status_code for _ in range(3)] == [200, 200, 429]
    other = {"X-Forwarded-For": "203.0.113.5", "Content-Length": "20000000"}
    assert [asked.put(door, content=b"a", headers=other).status_code for _ in range(2)] == [200, 429]
    assert asked.delete(door).status_code == 200, "taking one back is always allowed"


def test_where_nobody_may_write_nothing_comes_in() -> None:
    asked = client(Hosting(public=True, hosts=(HOST,), access=Access("shares")))
    assert asked.put("/_stcore/upload_file/session/file", content=b"a").status_code == 429


@pytest.mark.parametrize(
    "host, origin, enters",
    [
        (HOST, f"https://{HOST}", True),
        (HOST, f"https://{HOST}:8443", True),
        ("localhost:8501", "http://localhost:8501", True),
        (HOST, "http://localhost:3000", False),
        (HOST, "https://evil.example", False),
        (HOST, "null", False),
        (HOST, f"https://evil.example/{HOST}", False),
        ("localhost:8501", "http://localhost:3000", False),
        ("127.0.0.1:8501", "http://localhost:8501", False),
        ("localhost:8501", "http://localhost", False),
    ],
)
def test_a_connection_is_for_pages_of_this_server_alone(host: str, origin: str, enters: bool) -> None:
    def connects() -> None:
        with client(host=host).websocket_connect(f"ws://{host}/_stcore/stream", headers={"Origin": origin}):
            pass

    if enters:
        return connects()
    with pytest.raises(WebSocketDisconnect):
        connects()
