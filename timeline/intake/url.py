"""fetched(): the bytes at an address, by the one guarded door to the network; each connection goes to an address that was checked."""

import os
import queue
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urljoin

from timeline.errors import NotPossible, TimelineError, TooLarge, UnreadableSource
from timeline.intake.address import Address, address_from, is_public, private, shown

if TYPE_CHECKING:
    from httpcore import NetworkBackend

LARGEST_FETCH = 5_000_000  # bytes, after decompression
SECONDS = 10.0  # in all, redirects too
MOST_REDIRECTS = 3
_PASTE = "Open it in a browser, and paste the text."
_TYPES = (
    "text/", "application/xhtml+xml", "application/xml", "application/rss+xml", "application/atom+xml", "application/rdf+xml",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml", "application/zip", "application/x-zip", "application/octet-stream",
    "binary/octet-stream", "application/mbox", "message/rfc822",
)  # fmt: skip
_HEADERS = {
    "User-Agent": "event-timeline (reads one article that its user asked for)",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,text/*;q=0.8,*/*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}


def resolved(host: str) -> list[str]:
    """All addresses that the name service of this machine gives for a host."""
    return [str(info[4][0]) for info in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """Whether anything is fetched, within which limits, and by which name service and connections (which tests replace)."""

    allowed: bool = True
    seconds: float = SECONDS
    largest: int = LARGEST_FETCH
    resolve: Callable[[str], Iterable[str]] = resolved
    network: "NetworkBackend | None" = None

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Self:
        """The settings of a machine: TIMELINE_FETCH=off switches fetching off."""
        return cls(allowed=environment.get("TIMELINE_FETCH", "on").strip().lower() not in ("off", "0", "no", "false"))


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: its bytes, the address it was found at in the end, and its type as the server calls it."""

    data: bytes
    address: str
    content_type: str = ""

    @property
    def charset(self) -> str:
        """The encoding that the server names, if any."""
        _, _, told = self.content_type.lower().partition("charset=")
        return told.split(";")[0].strip("\"' ")


def fetched(address: str, *, settings: FetchSettings | None = None) -> Fetched:
    """The bytes at an http or https address of the public internet.

    Raises: NotPossible where fetching is switched off; UnreadableSource, TooLarge with what to do instead.
    """
    import httpcore

    settings = settings or FetchSettings.of(os.environ)
    if not settings.allowed:
        raise NotPossible("fetching addresses is switched off here. Open the page in a browser, and paste the text.")
    deadline = time.monotonic() + settings.seconds
    at = address_from(address)
    try:
        for _ in range(MOST_REDIRECTS + 1):
            with _answer(at, settings, deadline) as response:
                headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
                if response.status in (301, 302, 303, 307, 308) and "location" in headers:
                    at = address_from(urljoin(str(at), headers["location"]))
                    continue
                _demand_article(response.status, headers, at)
                data = _body(response.iter_stream(), headers.get("content-encoding", ""), settings.largest, at)
                return Fetched(data, str(at), headers.get("content-type", ""))
    except httpcore.TimeoutException as fault:
        raise _fault(at, f"it took more than {settings.seconds:g} seconds. Try again later, or paste the text.") from fault
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError) as fault:
        if isinstance(fault, TimelineError):
            raise
        raise _fault(at, f"its server cannot be reached, or does not answer as it should. {_PASTE}") from fault
    raise _fault(at, f"it leads on to another address more than {MOST_REDIRECTS} times. Give the last one, or paste the text.")


def _fault(at: Address, why: str) -> UnreadableSource:
    return UnreadableSource(f"cannot fetch {shown(str(at))!r}: {why}")


@contextmanager
def _answer(at: Address, settings: FetchSettings, deadline: float) -> Iterator[Any]:
    """The answer of the server; each hop has a connection of its own, so that each is checked."""
    import ssl

    import certifi
    import httpcore

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())  # slim containers have none of their own
    # No proxy and nothing else is taken from the environment: this library does not look there.
    with (
        httpcore.ConnectionPool(ssl_context=context, network_backend=_guarded(at, settings, deadline), retries=0) as pool,
        pool.stream("GET", str(at), headers=list(_HEADERS.items())) as response,
    ):
        yield response


def _guarded(at: Address, settings: FetchSettings, deadline: float) -> "NetworkBackend":
    """Connections that resolve once, go to that very address and end in time."""
    import httpcore

    def left(timeout: float | None = None) -> float:
        remaining = deadline - time.monotonic()
        if remaining <= 0:
            raise httpcore.ReadTimeout
        return remaining if timeout is None else min(timeout, remaining)

    class Stream(httpcore.NetworkStream):
        def __init__(self, inner: httpcore.NetworkStream):
            self._inner = inner

        def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
            return self._inner.read(max_bytes, left(timeout))

        def write(self, buffer: bytes, timeout: float | None = None) -> None:
            self._inner.write(buffer, left(timeout))

        def close(self) -> None:
            self._inner.close()

        def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> httpcore.NetworkStream:
            return Stream(self._inner.start_tls(ssl_context, server_hostname, left(timeout)))

        def get_extra_info(self, info: str) -> Any:
            return self._inner.get_extra_info(info)

    class Guarded(httpcore.NetworkBackend):
        def connect_tcp(self, host: str, port: int, timeout: Any = None, local_address: Any = None, socket_options: Any = None) -> Stream:
            numbers = [host] if is_public(host) else _numbers(host, settings.resolve, left(), at)
            # One that is not public spoils them all: whoever mixes them means harm.
            if not numbers or not all(is_public(number) for number in numbers) or (host, port) != (at.host, at.port):
                raise private(str(at))
            network = settings.network or httpcore.SyncBackend()
            for number in numbers[:-1][:3]:
                try:
                    return Stream(network.connect_tcp(number, port, left() / 2, socket_options=socket_options))
                except (httpcore.ConnectError, httpcore.ConnectTimeout):
                    continue
            return Stream(network.connect_tcp(numbers[-1], port, left(), socket_options=socket_options))

        def connect_unix_socket(self, path: str, timeout: Any = None, socket_options: Any = None) -> Stream:
            raise private(str(at))

    return Guarded()


def _numbers(host: str, resolve: Callable[[str], Iterable[str]], seconds: float, at: Address) -> list[str]:
    """What the name service says, asked in a thread, since it may take as long as it likes."""
    said: queue.Queue[list[str] | OSError | UnicodeError] = queue.Queue()

    def ask() -> None:
        try:
            said.put(list(dict.fromkeys(resolve(host))))
        except (OSError, UnicodeError) as fault:
            said.put(fault)

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = said.get(timeout=seconds)
    except queue.Empty:
        raise _fault(at, "its name service does not answer. Try again later, or paste the text.") from None
    if isinstance(answer, Exception) or not answer:
        raise _fault(at, "no server of that name is known. Check its spelling, or paste the text.")
    return answer


def _demand_article(status: int, headers: Mapping[str, str], at: Address) -> None:
    """Raises: UnreadableSource unless the server gives a page or a document."""
    if status in (404, 410):
        raise _fault(at, f"its server has no such page ({status}). Check the address, or paste the text.")
    if status in (401, 402, 403, 406, 429, 451):
        raise _fault(at, f"its server does not give it to programs ({status}). {_PASTE}")
    if status != 200:
        raise _fault(at, f"its server answers with a fault ({status}). Try again later, or paste the text.")
    kind = headers.get("content-type", "").split(";")[0].strip().lower()
    if kind and not kind.startswith(_TYPES):
        raise _fault(at, f"it is of the type {kind[:60]!r}, which holds no article. Give the address of a page, a PDF or a document.")


def _body(parts: Iterable[bytes], encoding: str, largest: int, at: Address) -> bytes:
    """The bytes of an answer, unpacked piece by piece and never further than the limit."""
    over = TooLarge(f"cannot fetch {shown(str(at))!r}: it has more than {largest / 1_000_000:g} MB. Paste the part you need.")
    encoding = encoding.strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise _fault(at, f"it is packed in a way that was not asked for ({encoding[:30]}). {_PASTE}")
    unpack = zlib.decompressobj(47 if "gzip" in encoding else 15) if encoding not in ("", "identity") else None
    data = bytearray()
    for part in parts:
        try:
            data += unpack.decompress(part, largest + 1 - len(data)) if unpack else part
        except zlib.error as fault:
            raise _fault(at, f"it came broken. {_PASTE}") from fault
        if len(data) > largest or (unpack and unpack.unconsumed_tail):
            raise over
    if unpack and data and not unpack.eof:
        raise _fault(at, f"it came broken. {_PASTE}")  # half an article would look like a whole one
    return bytes(data)
