"""How the page is hosted, checked as a whole before anything listens: all that is wrong is told at once."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from timeline.errors import TimelineError
from timeline.page.access import Access
from timeline.page.archives import faults_of

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "::1")
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,63}")
_NAME = re.compile(r"(\*\.)?[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*|[0-9a-f:.]+")

NO_RULE = (
    "--public lets other people in, and nothing says whom. Name those who may sign in with --allow (an e-mail address or a domain), "
    "or the header in which your proxy names them with --proxy-header, or say --shares-only for a page on which everyone may look at "
    "what was shared and nobody may write."
)


class BadHosting(TimelineError):
    """The page cannot be started as it was asked for."""


@dataclass(frozen=True)
class Hosting:
    """How the page is hosted: where it listens, under which names it is reached, behind which proxies, who may do what.

    `proxies`: networks whose X-Forwarded-For, X-Forwarded-Proto and `header` are believed. `header`: where they name the visitor.
    `embed`: origins that may show `?embed=true` in a frame. `archives`: folders that may be asked by whoever may read articles; None for
    those that the environment names.
    """

    port: int = 8501
    address: str = "127.0.0.1"
    public: bool = False
    hosts: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ()
    header: str = ""
    embed: tuple[str, ...] = ()
    archives: tuple[str, ...] | None = None
    access: Access = Access("machine")

    @property
    def names(self) -> tuple[str, ...]:
        """The names that a Host header may have."""
        return (*LOOPBACK_NAMES, *(host.lower().rstrip(".") for host in self.hosts))

    @property
    def networks(self) -> tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]:
        """The proxies as networks."""
        return tuple(ipaddress.ip_network(proxy, strict=False) for proxy in self.proxies)

    def check(self) -> None:
        """Raises: BadHosting, with all that is wrong."""
        faults = [*self._listening(), *self._rule(), *self._proxies(), *self._origins(), *faults_of(self.archives or ())]
        if faults:
            raise BadHosting(" ".join(faults))

    def _listening(self) -> list[str]:
        faults = []
        if not 0 < self.port < 65536:
            faults.append(f"--port {self.port} is no port; have 1 to 65535.")
        local = is_loopback(self.address)
        if local is None:
            faults.append(f"--address {self.address!r} is no address of this machine, such as 127.0.0.1 or 0.0.0.0.")
        elif not local and not self.public:
            faults.append(f"--address {self.address} lets other machines in. Leave it out, or add --public and say who may come.")
        if self.public and not self.hosts:
            faults.append("--public needs the name under which the page is reached: --host timeline.example.org.")
        faults += [f"--host {host!r} is no name of a machine." for host in self.hosts if not _NAME.fullmatch(host.lower().rstrip("."))]
        return faults

    def _rule(self) -> list[str]:
        if self.public and self.access.rule in ("machine", "open"):
            return [NO_RULE]
        if not self.public and self.access.rule != "machine":
            return ["--allow, --proxy-header and --shares-only say who may come from outside: they need --public."]
        wrong = [name for name in self.access.allowed if not _domain_or_address(name)]
        return [f"--allow {name!r} is neither an e-mail address nor a domain." for name in sorted(wrong)]

    def _proxies(self) -> list[str]:
        faults = []
        for proxy in self.proxies:
            try:
                network = ipaddress.ip_network(proxy, strict=False)
            except ValueError:
                faults.append(f"--proxy {proxy!r} is neither an address nor a network, such as 10.0.0.7 or 172.16.0.0/12.")
                continue
            if network.prefixlen == 0:
                faults.append(
                    f"--proxy {proxy} is the whole network: everybody could then say to be anybody. Name the proxy's own address."
                )
        if self.header and not _HEADER.fullmatch(self.header):
            faults.append(f"--proxy-header {self.header!r} is no name of a header, such as X-Forwarded-Email.")
        if self.header and not self.proxies:
            faults.append("--proxy-header needs --proxy with the proxy's address: from anyone else the header would be believed too.")
        return faults

    def _origins(self) -> list[str]:
        return [
            f"--embed {origin!r} is no origin, such as https://www.example.org: a scheme and a name, and nothing after it."
            for origin in self.embed
            if not _origin(origin)
        ]


def is_loopback(address: str) -> bool | None:
    """Whether only this machine reaches an address; None where it is none."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return None


def _origin(text: str) -> bool:
    """Whether a text is an origin and can stand in a policy: no space, semicolon, path or star."""
    try:
        parts = urlsplit(text)
        name, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    whole = f"{parts.scheme}://{parts.netloc}" == text
    return whole and parts.scheme in ("http", "https") and "@" not in text and bool(_NAME.fullmatch(name)) and "*" not in name


def _domain_or_address(text: str) -> bool:
    name, at, domain = text.rpartition("@")
    return bool(_NAME.fullmatch(domain)) and "." in domain and "*" not in domain and bool(name or not at) and " " not in text
