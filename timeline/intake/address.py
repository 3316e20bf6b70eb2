"""Addresses that may be fetched: http and https, ordinary ports, a public host, and no way to write another into them."""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from timeline.errors import UnreadableSource

_LONGEST = 2_000
_SAFE = "/%:@!$&'()*+,;=~-._"
_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)+")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_ODD = re.compile(r"[\x00-\x20\x7f\\]")
# Ways to write an address of IPv4 in one of IPv6, and one address that is public by its number and leads into its cloud.
_DISGUISES = [ipaddress.ip_network(net) for net in ("::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")]
# Networks that no site has and that not every Python knows of: relays of 6to4 (RFC 7526), documentation (RFC 9637), segments (RFC 9602).
_DISGUISES += [ipaddress.ip_network(net) for net in ("192.88.99.0/24", "3fff::/20", "5f00::/16")]
_INNER = {ipaddress.ip_address("168.63.129.16")}
_PASTE = "Open it in a browser, and paste the text."


@dataclass(frozen=True, slots=True)
class Address:
    """An address in parts that no two programs read differently; `host` is ASCII, `target` the path with its query."""

    scheme: str
    host: str
    port: int
    target: str

    def __str__(self) -> str:
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}{port}{self.target}"


def address_from(words: str) -> Address:
    """The address in some words.

    Raises: UnreadableSource for whatever else than a public http or https address on port 80 or 443.
    """
    words = words.strip()
    if len(words) > _LONGEST:
        raise _refused(words, f"it is longer than {_LONGEST:,} characters. Give the address of the article alone.")
    if _ODD.search(words):
        raise _refused(words, "it holds a space or another character that no address has. Copy it anew.")
    try:
        parts = urlsplit(words)
        port = parts.port
    except ValueError as fault:
        raise _refused(words, "it is no address. Copy it anew.") from fault
    if parts.scheme not in _PORTS:
        raise _refused(words, "only http:// and https:// addresses are fetched. Give one of these, or paste the text.")
    if "@" in parts.netloc:
        raise _refused(words, "it holds a user name or password. Give the address without it, or paste the text.")
    port = _PORTS[parts.scheme] if port is None else port
    if port not in _PORTS.values():
        raise _refused(words, f"only the ports 80 and 443 are allowed, not {port}. {_PASTE}")
    host = _host(parts.hostname or "", words)
    query = "?" + quote(parts.query, safe=_SAFE + "?[]") if parts.query else ""
    return Address(parts.scheme, host, port, quote(parts.path or "/", safe=_SAFE) + query)


def _host(host: str, words: str) -> str:
    """The host in ASCII and small letters, as the name service will be asked for it."""
    if ":" in host:
        return _number(host, words)
    try:
        if not host.isascii():
            import idna

            host = idna.encode(host, uts46=True).decode("ascii")
    except UnicodeError as fault:
        raise _refused(words, "its host name is none. Copy the address anew.") from fault
    host = host.lower().removesuffix(".")
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        return _number(host, words)
    if not _HOST.fullmatch(host) or len(host) > 253:
        raise _refused(words, "its host is no name of the public internet. Copy the address anew, or paste the text.")
    return host


def _number(host: str, words: str) -> str:
    """A host that is a number, written in the one way that all programs read alike."""
    try:
        number = ipaddress.ip_address(host)
    except ValueError as fault:
        raise _refused(words, f"its host is a number in a form that is not allowed. {_PASTE}") from fault
    if not is_public(host):
        raise private(words)
    return str(number)


def is_public(number: str) -> bool:
    """Whether an IP address leads to the public internet, and by no detour."""
    try:
        ip = ipaddress.ip_address(number)
    except ValueError:
        return False  # with a zone, or no address at all
    if ip in _INNER or any(ip in net for net in _DISGUISES if net.version == ip.version) or "%" in number:
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_private)


def private(words: str) -> UnreadableSource:
    """The fault of an address that leads elsewhere than to the public internet; it does not tell what stands there."""
    return _refused(words, f"it does not lead to the public internet. {_PASTE}")


def _refused(words: str, why: str) -> UnreadableSource:
    return UnreadableSource(f"cannot fetch {shown(words)!r}: {why}")


def shown(words: str) -> str:
    """An address fit to be shown: short, and without a password."""
    kept = re.sub(r"//[^/?#]*@", "//", "".join(letter for letter in words if letter.isprintable()))
    return kept if len(kept) <= 120 else kept[:119] + "…"
