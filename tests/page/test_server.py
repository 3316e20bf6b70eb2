"""The page as it is served: where it listens, with which options, what its answers carry, and what no log tells."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.page.serving import Served, free_port, get, served
from timeline.cli import main

CANARY = "cAnArYtOkEn0123456789"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A page for this machine alone."""
    with served(tmp_path_factory.mktemp("served")) as running:
        yield running


def listening(port: int) -> set[str]:
    """The addresses, in the hexadecimal of /proc, at which something listens to a port."""
    found = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        for line in Path(table).read_text().splitlines()[1:]:
            fields = line.split()
            at, _, number = fields[1].partition(":")
            if fields[3] == "0A" and int(number, 16) == port:
                found.add(at)
    return found


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="only Linux tells who listens in /proc")
def test_it_listens_to_this_machine_alone(server: Served) -> None:
    assert listening(server.port) == {"0100007F"}


def test_it_runs_with_the_options_that_keep_it_private(server: Served) -> None:
    found = server.options()
    wanted = {
        "server.address": "127.0.0.1",
        "browser.gatherUsageStats": False,
        "server.maxUploadSize": 10,
        "server.maxMessageSize": 50,
        "client.showErrorDetails": "none",
        "client.toolbarMode": "viewer",
        "client.allowedOrigins": [],
        "server.enableXsrfProtection": True,
        "server.enableCORS": True,
        "server.allowedHosts": ["localhost", "127.0.0.1", "::1"],
        "server.enableAgentApi": False,
        "server.enableStaticServing": False,
        "server.fileWatcherType": "none",
        "server.showEmailPrompt": False,
        "global.developmentMode": False,
    }
    assert {name: found[name] for name in wanted} == wanted
    assert found["theme.light.backgroundColor"] == "#ffffff", "the looks of the page are those of its settings, from any folder"


def test_health_says_nothing_but_that_it_is_well(server: Served) -> None:
    assert get(f"{server.address}/healthz")[::2] == (200, b"ok\n")
    assert get(f"{server.address}/readyz")[::2] == (200, b"ok\n")
    assert get(f"{server.address}/healthz", {"Host": "10.1.2.3:8501"})[0] == 200, "a cluster asks by number"


@pytest.mark.parametrize("path", ["/", "/static/nothing.js", "/healthz", "/media/nothing", "/_stcore/health", "/e/no", "/a/b/c"])
def test_every_answer_carries_the_headers_that_protect(server: Served, path: str) -> None:
    headers = get(server.address + path)[1]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "strict-transport-security" not in headers, "nobody came over TLS"
    if path == "/":
        assert "script-src 'self' 'sha256-" in headers["content-security-policy"]
        assert " 'unsafe-eval'" not in headers["content-security-policy"]
        assert "frame-ancestors 'self'" in headers["content-security-policy"]


def test_another_name_and_closed_doors_are_refused(server: Served) -> None:
    assert get(server.address, {"Host": "evil.example"})[0] == 421
    assert get(f"{server.address}/_stcore/metrics")[0] == 404
    assert get(f"{server.address}/_stcore/agent/openapi.json")[0] == 404


def test_the_page_of_a_search_may_be_found_and_a_share_may_not(server: Served) -> None:
    assert "x-robots-tag" not in get(server.address)[1]
    assert get(f"{server.address}/?t={CANARY}")[1]["x-robots-tag"] == "noindex, nofollow"


def test_an_edit_link_becomes_a_cookie_that_no_script_reads(server: Served) -> None:
    status, headers, _ = get(f"{server.address}/e/{CANARY}", {"Cookie": "timeline_edit=0123456789abcdefghij"})
    assert (status, headers["location"]) == (303, "/?open=edit")
    assert headers["set-cookie"].startswith(f"timeline_edit={CANARY}.0123456789abcdefghij;")
    assert "HttpOnly" in headers["set-cookie"]
    assert "SameSite=lax" in headers["set-cookie"]
    assert "set-cookie" not in get(f"{server.address}/e/a;b")[1]


def test_no_token_reaches_a_log(server: Served) -> None:
    for path in (f"/?t={CANARY}", f"/?t={CANARY}&embed=true", f"/e/{CANARY}", f"/media/{CANARY}", f"/_stcore/nothing?t={CANARY}"):
        get(server.address + path)
    assert CANARY not in server.log
    assert "GET" not in server.log


def test_a_taken_port_is_told_in_a_sentence(server: Served, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--port", str(server.port)]) == 2
    assert "Choose another with --port" in capsys.readouterr().err


HOST = ["--host", "timeline.example.org"]


@pytest.mark.parametrize(
    ("flags", "says"),
    [
        (["--public", *HOST], "nothing says whom"),
        (["--public", "--allow", "example.org"], "needs the name"),
        (["--address", "0.0.0.0"], "lets other machines in"),
        (["--address", "::"], "lets other machines in"),
        (["--address", "nowhere"], "no address of this machine"),
        (["--allow", "example.org"], "need --public"),
        (["--shares-only"], "need --public"),
        (["--public", *HOST, "--shares-only", "--allow", "example.org"], "Choose one"),
        (["--public", *HOST, "--allow", "*"], "neither an e-mail address nor a domain"),
        (["--public", *HOST, "--allow", "com"], "neither an e-mail address nor a domain"),
        (["--public", *HOST, "--proxy-header", "X-Forwarded-Email"], "needs --proxy"),
        (["--public", *HOST, "--proxy-header", "X Y", "--proxy", "10.0.0.7"], "no name of a header"),
        (["--public", *HOST, "--proxy-header", "X-User", "--proxy", "0.0.0.0/0"], "the whole network"),
        (["--public", *HOST, "--proxy-header", "X-User", "--proxy", "somewhere"], "neither an address nor a network"),
        (["--embed", "https://*.example.org"], "no origin"),
        (["--embed", "https://example.org/path"], "no origin"),
        (["--embed", "https://a.example; script-src *"], "no origin"),
        (["--embed", "javascript:alert(1)"], "no origin"),
        (["--public", "--shares-only", "--host", "a b"], "no name of a machine"),
        (["--port", "70000"], "no port"),
    ],
)
def test_what_would_let_in_too_many_does_not_start(flags: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    port = free_port()
    assert main(["serve", "--port", str(port), *flags]) == 2
    assert says in capsys.readouterr().err
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_signing_in_is_demanded_to_be_set_up(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    code = main(["serve", "--port", str(free_port()), "--public", *HOST, "--allow", "example.org", "--store", f"sqlite:///{tmp_path}/a.db"])
    assert code == 2
    assert ".streamlit/secrets.toml" in capsys.readouterr().err


def test_nothing_was_asked_of_other_machines(server: Served) -> None:
    assert server.asked == ""
