"""What every request passes before the page sees it: names, proxies, closed doors, dead links, and the headers of the answer."""

from __future__ import annotations

import base64
import hashlib
import ipaddress
import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qs

from timeline.page import limits
from timeline.page.access import CLIENT, GATED, NAMED, host_name
from timeline.page.hosting import LOOPBACK_NAMES, Hosting
from timeline.page.limits import TooMany

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

HEALTH = ("/healthz", "/readyz")
_UPLOADS, LARGEST_UPLOAD, _HTML = "/_stcore/upload_file/", 10_000_000, b"text/html; charset=utf-8"
# Streamlit's own doors that the page has no use for.
_CLOSED = ("/_stcore/agent", "/_stcore/metrics", "/_stcore/script-health-check")
_OURS = {name.lower().encode() for name in (CLIENT, NAMED, GATED)}
_INLINE = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
_YEAR = 31_536_000
MOST_SESSIONS, MOST_OF_ONE = 200, 60


def _said(head: str, words: str) -> bytes:
    """A page that says something and holds nothing else; both are words of ours."""
    return (
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'><title>Timeline</title>"
        "<body style='font:16px/1.5 sans-serif;max-width:34rem;margin:12vh auto;padding:0 1rem'>"
        f"<h1>{head}</h1><p>{words}"
    ).encode()


GONE = _said(
    "This link does not lead to a timeline.",
    "It may have been revoked, have ended, or lack a letter. Ask whoever sent it for a new one.",
)
FULL = _said("There is no room just now.", f"{MOST_SESSIONS} people are at work on this page. Load it again in a few minutes.")
CROWDED = _said(
    "There is no room for another window.",
    f"{MOST_OF_ONE} windows of this page are open from where you are. Close one that is not needed, then load this one again.",
)


def content_policy(index: bytes, frames: str) -> str:
    """The policy of the page: its own scripts, by hash where they stand in the page; nothing from elsewhere.

    `blob:` is how Streamlit loads the scripts of our components; only a script of ours can make such an address. Streamlit's table and
    Plotly compile a little WebAssembly, which needs less than the leave to evaluate text.
    """
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'" for script in _INLINE.findall(index))
    return (
        f"default-src 'none'; script-src 'self' {hashes} blob: 'wasm-unsafe-eval'; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; object-src 'none'; base-uri 'none'; "
        f"form-action 'self'; frame-ancestors {frames}"
    )


_MEDIA_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}


class Gate:
    """An ASGI middleware around the whole page. `opens` says whether the token of a share, tried by a client, opens anything."""

    def __init__(self, app: Any, hosting: Hosting, index: bytes, opens: Callable[[str, str], bool] | None = None) -> None:
        self._app, self._hosting, self._opens = app, hosting, opens
        self._networks = hosting.networks
        self._plain = content_policy(index, "'self'")
        self._framed = content_policy(index, " ".join(["'self'", *hosting.embed]))
        self._sessions: dict[str, int] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets a request through, or answers it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        client, secure = self._introduce(scope)
        if scope["type"] == "websocket":
            return await self._session(scope, receive, send, client)
        query = _query(scope["query_string"])
        answer = self._with_headers(scope["path"], query, secure, send)
        if scope["path"] not in HEALTH and not self._known(scope):
            return await _answer(answer, 421, b"This page is not reached under this name.\n", b"text/plain; charset=utf-8")
        if scope["path"].startswith(_CLOSED):
            return await _answer(answer, 404, b"Not found\n", b"text/plain; charset=utf-8")
        try:
            if scope["path"].startswith(_UPLOADS) and scope["method"] == "PUT":
                self._demand_upload(scope, client)
            if "t" in query and not scope["path"].startswith("/_stcore/") and not await self._open(query["t"][0], client):
                return await _answer(answer, 404, GONE, _HTML)
        except TooMany as fault:
            return await _answer(answer, 429, _said("This is too much at once.", str(fault)), _HTML)
        if scope["path"] == "/" and (lack := self._lack(client)):
            return await _answer(answer, 503, lack, _HTML)
        await self._app(scope, receive, answer)

    def _demand_upload(self, scope: Scope, client: str) -> None:
        """Raises: TooMany where a client sends too much, or where nobody has anything to bring."""
        if self._hosting.access.rule == "shares":
            raise TooMany("Nothing can be brought here.")
        told = next((value for name, value in scope["headers"] if name == b"content-length"), b"")
        limits.upload(client, int(told) if told.isdigit() else LARGEST_UPLOAD)

    def _lack(self, client: str) -> bytes:
        """What a visitor is told for whom there is no room; empty where there is."""
        if self._sessions.get(client, 0) >= MOST_OF_ONE:
            return CROWDED
        return FULL if sum(self._sessions.values()) >= MOST_SESSIONS else b""

    def _introduce(self, scope: Scope) -> tuple[str, bool]:
        """Replaces who a request says to come from by who it comes from; gives the client's address and whether it came over TLS."""
        headers: Headers = [(name, value) for name, value in scope["headers"] if name not in _OURS]
        said = {name: value.decode("latin-1") for name, value in headers}
        peer = scope["client"][0] if scope.get("client") else ""
        client, secure = peer, scope.get("scheme") in ("https", "wss")
        if self._trusted(peer):
            hops = [hop.strip() for hop in said.get(b"x-forwarded-for", "").split(",") if hop.strip()]
            client = next((hop for hop in reversed(hops) if not self._trusted(hop)), hops[0] if hops else peer)
            secure = secure or said.get(b"x-forwarded-proto", "").strip() == "https"
            named = [value for name, value in headers if name == self._hosting.header.lower().encode()]
            if len(named) == 1:  # a header that stands there twice may be half the visitor's own
                headers.append((NAMED.lower().encode(), named[0]))
        try:
            client = _counted(client)
        except ValueError:
            client = peer
        headers += [(CLIENT.lower().encode(), client.encode("latin-1")), (GATED.lower().encode(), b"1")]
        scope["headers"] = headers
        if secure:
            scope["scheme"] = "https" if scope["type"] == "http" else "wss"
        return client, secure

    def _trusted(self, address: str) -> bool:
        try:
            return any(ipaddress.ip_address(address) in network for network in self._networks)
        except ValueError:
            return False

    def _known(self, scope: Scope) -> bool:
        hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        if len(hosts) != 1:
            return False
        name = host_name(hosts[0])
        return any(name == known or (known.startswith("*.") and name.endswith(known[1:])) for known in self._hosting.names)

    async def _session(self, scope: Scope, receive: Receive, send: Send, client: str) -> None:
        """One visitor's connection, while there is room for it."""
        full = bool(self._lack(client))
        if full or not self._known(scope) or not _from_here(scope):
            await receive()
            return await send({"type": "websocket.close", "code": 1013 if full else 1008})
        self._sessions[client] = self._sessions.get(client, 0) + 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._sessions[client] -= 1
            if not self._sessions[client]:
                del self._sessions[client]

    async def _open(self, token: str, client: str) -> bool:
        if self._opens is None:
            return True  # the page itself says what a link opens
        from anyio import to_thread

        return await to_thread.run_sync(self._opens, token, client)

    def _with_headers(self, path: str, query: dict[str, list[str]], secure: bool, send: Send) -> Send:
        embedded = query.get("embed") == ["true"] and bool(self._hosting.embed)
        added = dict(_ALWAYS)
        added["Content-Security-Policy"] = _MEDIA_POLICY if path.startswith("/media/") else self._framed if embedded else self._plain
        if not embedded:
            added["X-Frame-Options"] = "SAMEORIGIN"
        if secure:
            added["Strict-Transport-Security"] = f"max-age={_YEAR}"
        if "t" in query or path.startswith(("/media/", "/e/")):
            added["X-Robots-Tag"] = "noindex, nofollow"
        fresh = [(name.lower().encode(), value.encode()) for name, value in added.items()]
        names = {name for name, _ in fresh} | {b"x-frame-options"}

        async def sending(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                kept = [(name.lower(), value) for name, value in message.get("headers", ()) if name.lower() not in names]
                message["headers"] = [
                    (name, _secured(value) if secure and name == b"set-cookie" else value) for name, value in kept
                ] + fresh
            await send(message)

        return sending


def _query(text: bytes) -> dict[str, list[str]]:
    """What an address asks; nothing where it asks more than any of ours does."""
    try:
        return parse_qs(text[:8192].decode("latin-1"), keep_blank_values=True, max_num_fields=100)
    except ValueError:
        return {}


def _from_here(scope: Scope) -> bool:
    """Whether a page of this very server asks for a connection, or no browser at all.

    Streamlit alone would let in whatever the visitor's own machine serves at any port, and browsers send the cookies along.
    """
    told = {name: value.decode("latin-1").lower() for name, value in scope["headers"] if name in (b"host", b"origin")}
    origin, host = told.get(b"origin"), told.get(b"host", "")
    if origin is None:
        return True
    asking = origin.partition("://")[2]
    # A proxy may pass a name without its port; on one machine it is the port that tells servers apart.
    return asking == host or (host_name(asking) == host_name(host) and host_name(host) not in LOOPBACK_NAMES)


def _secured(cookie: bytes) -> bytes:
    """A cookie that goes over TLS alone, as Streamlit does not know of the proxy's."""
    return cookie if b"; secure" in cookie.lower() else cookie + b"; Secure"


def _counted(address: str) -> str:
    """The address a client is counted by: of version 6 the network, as one household has millions of addresses."""
    parsed = ipaddress.ip_address(address.strip("[]").partition("%")[0])
    if isinstance(parsed, ipaddress.IPv6Address):
        return str(parsed.ipv4_mapped or ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


async def _answer(send: Send, status: int, body: bytes, kind: bytes) -> None:
    headers: Headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode()), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
