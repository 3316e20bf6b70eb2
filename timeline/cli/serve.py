"""The command `serve`: the page for this machine alone, or for others under a rule that says for whom."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.page.hosting import Hosting

PORT = 8501
EXAMPLES = (
    "python -m timeline serve",
    "python -m timeline serve --port 8600 --store sqlite:////srv/timeline/timelines.db",
    "python -m timeline serve --corpus archive/",
    "python -m timeline serve --public --host timeline.example.org --proxy 127.0.0.1 --allow example.org",
    "python -m timeline serve --public --host timeline.example.org --proxy 10.0.0.7 --proxy-header X-Forwarded-Email",
    "python -m timeline serve --public --host timeline.example.org --proxy 127.0.0.1 --shares-only",
)


def add(parser: argparse.ArgumentParser) -> None:
    """Adds what `serve` can be told."""
    parser.add_argument("--port", type=int, default=PORT, metavar="N", help=f"the port, {PORT} unless told otherwise")
    parser.add_argument("--address", default="127.0.0.1", help="where to listen: 127.0.0.1, this machine alone, unless told otherwise")
    parser.add_argument("--store", metavar="URL", help="where timelines are kept: sqlite:///file or postgresql://user@host/name")
    _several(parser, "--corpus", "FOLDER", "an archive (timeline corpus read, then merge) that whoever may read articles here may ask")
    parser.add_argument("--no-fetch", action="store_true", help="fetch no address for anybody")
    public = parser.add_argument_group("for others", "who may come from outside, and how they reach the page")
    public.add_argument("--public", action="store_true", help="let others in; needs --host and a rule for whom")
    _several(public, "--host", "NAME", "a name under which the page is reached, such as timeline.example.org")
    _several(public, "--allow", "WHO", "an e-mail address or a domain whose people may sign in (OpenID Connect) and write")
    public.add_argument(
        "--unverified-email", action="store_true", help="believe addresses of a provider of your own that does not say it checked them"
    )
    public.add_argument("--proxy-header", default="", metavar="NAME", help="the header in which the proxy says who the visitor is")
    _several(public, "--proxy", "ADDRESS", "the address or network of a proxy in front, whose headers are believed")
    public.add_argument("--shares-only", action="store_true", help="everyone may look at what was shared, nobody may write")
    _several(public, "--embed", "ORIGIN", "an origin, such as https://www.example.org, that may show the page in a frame (?embed=true)")


def _several(group: argparse._ActionsContainer, name: str, shown: str, says: str) -> None:
    group.add_argument(name, action="append", default=[], metavar=shown, help=says + "; may be said several times")


def run(given: argparse.Namespace) -> int:
    """Serves the page until it is stopped."""
    from timeline.page.server import serve

    serve(hosting_of(given), given.store, lambda words: print(words, file=sys.stderr, flush=True))
    return 0


def hosting_of(given: argparse.Namespace) -> Hosting:
    """How the page is to be hosted, as the options say; not yet checked."""
    from timeline.page.access import Access, Rule
    from timeline.page.hosting import BadHosting, Hosting

    if given.shares_only and (given.allow or given.proxy_header):
        raise BadHosting("--shares-only lets nobody write, and --allow and --proxy-header say who may. Choose one.")
    rule: Rule = "machine"
    if given.shares_only:
        rule = "shares"
    elif given.proxy_header:
        rule = "proxy"
    elif given.allow:
        rule = "login"
    allowed = frozenset(name.strip().lower().removeprefix("@") for name in given.allow)
    return Hosting(
        port=given.port,
        address=given.address,
        public=given.public,
        hosts=tuple(given.host),
        proxies=tuple(given.proxy),
        header=given.proxy_header,
        embed=tuple(given.embed),
        archives=tuple(given.corpus) or None,
        access=Access(rule, allowed, fetching=not given.no_fetch, unverified=given.unverified_email),
    )
