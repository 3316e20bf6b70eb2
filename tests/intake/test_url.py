"""The one door to the network: what it fetches from a server on this machine, and that nothing leads anywhere else."""

import gzip
import http.server
import socket
import threading
import zlib
from collections.abc import Iterator
from typing import Any

import httpcore
import pytest

from timeline.errors import NotPossible, TimelineError, TooLarge, UnreadableSource
from timeline.intake.address import address_from, is_public
from timeline.intake.source import article_from
from timeline.intake.sources import sources_from_address
from timeline.intake.url import FetchSettings, fetched

PUBLIC, OTHER = "93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"
PAGE = b"<html><head><title>Accord</title></head><body><p>" + b"The accord was signed on 3 March 2021 in Geneva by both sides. " * 5


class Server(http.server.BaseHTTPRequestHandler):
    """Answers by path; keeps what it was asked."""

    asked: list[tuple[str, str | None]] = []
    answers: dict[str, tuple[int, dict[str, str], bytes]] = {}

    def do_GET(self) -> None:
        type(self).asked.append((self.path, self.headers["Host"]))
        status, headers, body = self.answers.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.path == "/drips":
            for _ in range(100):
                if STOP.wait(0.05):
                    return
                self.wfile.write(b"x")
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


STOP = threading.Event()


class Loopback(httpcore.NetworkBackend):
    """Takes every connection to the server of the test, and keeps where it wanted to go."""

    def __init__(self, port: int):
        self.port, self.wanted = port, []  # type: ignore[var-annotated]

    def connect_tcp(self, host: str, port: int, timeout: Any = None, local_address: Any = None, socket_options: Any = None) -> Any:
        self.wanted.append((host, port))
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", self.port, timeout)


@pytest.fixture
def network() -> Iterator[Loopback]:
    Server.asked, Server.answers = [], {"/": (200, {"Content-Type": "text/html"}, PAGE)}
    STOP.clear()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield Loopback(server.server_port)
    STOP.set()
    server.shutdown()
    server.server_close()


def settings(network: Loopback, *answers: list[str], **more: Any) -> FetchSettings:
    """A name service that gives these answers one after another, the last one for ever."""
    left = list(answers or [[PUBLIC]])
    return FetchSettings(resolve=lambda host: left.pop(0) if len(left) > 1 else left[0], network=network, **more)


def test_a_page_is_fetched_from_the_very_address_that_was_checked_with_the_right_host(network: Loopback) -> None:
    Server.answers["/?q=a%20b"] = (200, {}, PAGE)
    found = fetched("HTTP://Gazette.example./?q=a%20b#part", settings=settings(network, [PUBLIC]))
    assert (found.data, found.address) == (PAGE, "http://gazette.example/?q=a%20b")
    assert network.wanted == [(PUBLIC, 80)]
    assert Server.asked == [("/?q=a%20b", "gazette.example")]


ATTACKS = {
    "loopback": "http://127.0.0.1/",
    "another loopback": "http://127.8.8.8/",
    "this host": "http://0.0.0.0/",
    "one number": "http://2130706433/",
    "octal": "http://0177.0.0.1/",
    "hex": "http://0x7f.0.0.1/",
    "hex, one number": "http://0x7f000001/",
    "short": "http://127.1/",
    "full-width": "http://１２７.0.0.1/",
    "metadata": "http://169.254.169.254/latest/meta-data/",
    "metadata of another cloud": "http://100.100.100.200/",
    "carrier": "http://100.64.0.1/",
    "relay": "http://192.88.99.1/",
    "documentation": "http://[3fff::1]/",
    "segments": "http://[5f00::1]/",
    "private": "http://10.0.0.1/",
    "private, another": "http://192.168.1.1/",
    "multicast": "http://224.0.0.1/",
    "reserved": "http://240.0.0.1/",
    "broadcast": "http://255.255.255.255/",
    "inside Azure": "http://168.63.129.16/",
    "IPv6 loopback": "http://[::1]/",
    "IPv6 any": "http://[::]/",
    "mapped": "http://[::ffff:127.0.0.1]/",
    "mapped, hex": "http://[::ffff:7f00:1]/",
    "compatible": "http://[::7f00:1]/",
    "NAT64": "http://[64:ff9b::7f00:1]/",
    "6to4": "http://[2002:7f00:1::]/",
    "Teredo": "http://[2001::7f00:1]/",
    "unique local": "http://[fd00::1]/",
    "link local": "http://[fe80::1]/",
    "zone": "http://[fe80::1%25eth0]/",
    "name of this machine": "http://localhost/",
    "trailing dot": "http://127.0.0.1./",
    "user": "http://gazette.example@127.0.0.1/",
    "user and password": "http://a:b@gazette.example/",
    "backslash": "http://gazette.example\\@127.0.0.1/",
    "line end": "http://gazette.example/\r\nHost: x",
    "tab": "http://gaz\tette.example/",
    "port": "http://gazette.example:22/",
    "port of Redis": "http://gazette.example:6379/",
    "port 0": "http://gazette.example:0/",
    "no port": "http://gazette.example:99999/",
    "file": "file:///etc/passwd",
    "ftp": "ftp://gazette.example/",
    "gopher": "gopher://gazette.example/",
    "data": "data:text/html,x",
    "no scheme": "//gazette.example/",
    "percent": "http://%31%32%37.0.0.1/",
    "no host": "http:///x",
    "odd letters": "http://xn--\u2603.example/",
}


@pytest.mark.parametrize("address", ATTACKS.values(), ids=ATTACKS)
def test_an_address_that_is_not_public_is_refused_before_anybody_is_asked(address: str, network: Loopback) -> None:
    asked: list[str] = []

    def resolve(host: str) -> list[str]:
        asked.append(host)
        return [PUBLIC]

    with pytest.raises(UnreadableSource, match="cannot fetch"):
        fetched(address, settings=FetchSettings(resolve=resolve, network=network))
    assert not asked and not network.wanted and not Server.asked


INSIDE = ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "fd12::1", "fe80::1%eth0"]


@pytest.mark.parametrize("number", INSIDE)
@pytest.mark.parametrize("first", [[], [PUBLIC], [OTHER]], ids=["alone", "after a public one", "after a public one of IPv6"])
def test_a_name_that_leads_inside_is_refused_even_beside_public_addresses(first: list[str], number: str, network: Loopback) -> None:
    with pytest.raises(UnreadableSource, match="it does not lead to the public internet"):
        fetched("http://gazette.example/", settings=settings(network, [*first, number]))
    assert not network.wanted


def test_a_name_is_asked_for_once_so_that_it_cannot_change_its_mind(network: Loopback) -> None:
    found = fetched("http://gazette.example/", settings=settings(network, [PUBLIC], ["127.0.0.1"]))
    assert found.data == PAGE
    assert network.wanted == [(PUBLIC, 80)]


def test_a_name_that_changes_its_mind_for_a_redirect_is_refused(network: Loopback) -> None:
    Server.answers["/"] = (302, {"Location": "/next"}, b"")
    with pytest.raises(UnreadableSource, match="it does not lead to the public internet"):
        fetched("http://gazette.example/", settings=settings(network, [PUBLIC], ["127.0.0.1"]))
    assert network.wanted == [(PUBLIC, 80)]


@pytest.mark.parametrize(
    "target",
    ["http://169.254.169.254/", "http://127.0.0.1/", "file:///etc/passwd", "http://[::1]/", "//localhost/", "http://x.example:22/"],
)
def test_a_redirect_is_checked_as_the_address_was(target: str, network: Loopback) -> None:
    Server.answers["/"] = (301, {"Location": target}, b"")
    with pytest.raises(UnreadableSource):
        fetched("http://gazette.example/", settings=settings(network))
    assert network.wanted == [(PUBLIC, 80)]


def test_three_redirects_are_followed_and_a_fourth_is_not(network: Loopback) -> None:
    for step in range(4):
        Server.answers[f"/{step}"] = (307, {"Location": f"/{step + 1}" if step < 3 else "/"}, b"")
    assert fetched("http://gazette.example/1", settings=settings(network)).address == "http://gazette.example/"
    with pytest.raises(UnreadableSource, match="it leads on to another address more than 3 times"):
        fetched("http://gazette.example/0", settings=settings(network))


def test_the_server_is_asked_to_prove_its_name_and_not_its_number(network: Loopback) -> None:
    told: list[str | None] = []

    class Spy(httpcore.NetworkStream):
        def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> Any:
            told.append(server_hostname)
            assert ssl_context.check_hostname and ssl_context.verify_mode.name == "CERT_REQUIRED"
            raise httpcore.ConnectError

        def close(self) -> None:
            pass

        def get_extra_info(self, info: str) -> Any:
            return None

    class Tls(httpcore.NetworkBackend):
        def connect_tcp(self, host: str, port: int, *_: Any, **__: Any) -> Any:
            assert (host, port) == (PUBLIC, 443)
            return Spy()

    with pytest.raises(UnreadableSource, match="its server cannot be reached"):
        fetched("https://bücher.example/", settings=FetchSettings(resolve=lambda host: [PUBLIC], network=Tls()))
    assert told == ["xn--bcher-kva.example"]


ZEROS = bytes(300_000)


@pytest.mark.parametrize("body, encoding", [(b"x" * 300, ""), (gzip.compress(ZEROS), "gzip"), (zlib.compress(ZEROS), "deflate")])
def test_what_is_larger_than_the_limit_once_unpacked_is_refused(body: bytes, encoding: str, network: Loopback) -> None:
    Server.answers["/"] = (200, {"Content-Encoding": encoding} if encoding else {}, body)
    with pytest.raises(TooLarge, match="it has more than 0.0002 MB"):
        fetched("http://gazette.example/", settings=settings(network, largest=200))


def test_a_packed_page_is_unpacked(network: Loopback) -> None:
    Server.answers["/"] = (200, {"Content-Encoding": "gzip", "Content-Type": 'text/html; charset="windows-1251"'}, gzip.compress(PAGE))
    found = fetched("http://gazette.example/", settings=settings(network))
    assert (found.data, found.charset) == (PAGE, "windows-1251")


def test_half_a_packed_page_is_not_taken_for_a_whole_one(network: Loopback) -> None:
    Server.answers["/"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE)[:-12])
    with pytest.raises(UnreadableSource, match="it came broken"):
        fetched("http://gazette.example/", settings=settings(network))


def test_a_server_that_gives_one_byte_after_another_is_left_in_time(network: Loopback) -> None:
    Server.answers["/drips"] = (200, {}, b"")
    with pytest.raises(UnreadableSource, match="it took more than 0.3 seconds. Try again later"):
        fetched("http://gazette.example/drips", settings=settings(network, seconds=0.3))


def test_a_name_service_that_does_not_answer_is_left_in_time(network: Loopback) -> None:
    def resolve(host: str) -> list[str]:
        STOP.wait(5)
        return [PUBLIC]

    with pytest.raises(UnreadableSource, match="its name service does not answer"):
        fetched("http://gazette.example/", settings=FetchSettings(resolve=resolve, network=network, seconds=1.5))


@pytest.mark.parametrize(
    "status, headers, why",
    [
        (404, {}, r"its server has no such page \(404\)"),
        (403, {}, r"its server does not give it to programs \(403\). Open it in a browser, and paste the text"),
        (503, {}, r"its server answers with a fault \(503\)"),
        (200, {"Content-Type": "image/png"}, "it is of the type 'image/png', which holds no article"),
        (200, {"Content-Encoding": "br"}, "it is packed in a way that was not asked for"),
        (200, {"Content-Encoding": "gzip"}, "it came broken"),
    ],
)
def test_each_failure_is_a_sentence(status: int, headers: dict[str, str], why: str, network: Loopback) -> None:
    Server.answers["/"] = (status, headers, b"<html>x")
    with pytest.raises(UnreadableSource, match=why):
        fetched("http://gazette.example/", settings=settings(network))


def test_a_name_that_nobody_knows_is_said_so(network: Loopback) -> None:
    def resolve(host: str) -> list[str]:
        raise socket.gaierror

    with pytest.raises(UnreadableSource, match="no server of that name is known"):
        fetched("http://gazette.example/", settings=FetchSettings(resolve=resolve, network=network))


def test_nothing_is_taken_from_the_environment_but_the_switch(network: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://10.0.0.1:3128")
    fetched("http://gazette.example/", settings=settings(network))
    assert network.wanted == [(PUBLIC, 80)]
    monkeypatch.setenv("TIMELINE_FETCH", "off")
    with pytest.raises(NotPossible, match="fetching addresses is switched off here. Open the page in a browser, and paste the text."):
        fetched("http://gazette.example/")
    with pytest.raises(TimelineError, match="switched off"):
        article_from("https://gazette.example/accord")


@pytest.mark.parametrize("words, allowed", [("", True), ("on", True), ("OFF ", False), ("0", False)])
def test_the_switch(words: str, allowed: bool) -> None:
    assert FetchSettings.of({"TIMELINE_FETCH": words}).allowed is allowed
    assert FetchSettings.of({}).allowed


def test_a_fetched_page_is_read_as_a_file_is(network: Loopback) -> None:
    found = sources_from_address("http://gazette.example/", published="2021-03-04", settings=settings(network))
    assert [(article.title, article.url) for article in found.articles] == [("Accord", "http://gazette.example/")]
    assert [(original.kind, original.size) for original in found.originals] == [("html", len(PAGE))]
    failed = sources_from_address("http://a:secret@gazette.example/", settings=settings(network))
    assert not failed.articles and len(failed.failures) == 1
    assert "secret" not in failed.failures[0].message + failed.failures[0].name


@pytest.mark.parametrize("address", ["https://gazette.example", "http://gazette.example:443/a?b=%20[c]", "https://bücher.example/ü"])
def test_a_written_address_is_read_back_the_same(address: str) -> None:
    assert address_from(str(address_from(address))) == address_from(address)


@pytest.mark.parametrize("number, public", [(PUBLIC, True), (OTHER, True), ("8.8.8.8", True), ("gazette.example", False), ("", False)])
def test_public_addresses(number: str, public: bool) -> None:
    assert is_public(number) is public
