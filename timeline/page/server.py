"""The page as a server: Streamlit with the gate in front of it, its options set, and doors for health and edit links."""

from __future__ import annotations

import datetime as dt
import gc
import importlib
import os
import pkgutil
import re
import socket
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.errors import NotPossible
from timeline.page import access, archives, kept, lasting, limits, tokens
from timeline.page.access import EDITS, MOST_EDITS
from timeline.page.gate import Gate
from timeline.page.hosting import Hosting

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from streamlit.starlette import App

    from timeline.store.store import Store

_TOKEN = re.compile(r"[A-Za-z0-9_-]{16,64}")
_MONTH = 30 * 24 * 3600


def options(hosting: Hosting) -> dict[str, Any]:
    """The options of Streamlit that the page is served with, whatever its files and environment say."""
    return {
        "server.address": hosting.address,
        "server.port": hosting.port,
        "server.headless": True,
        "server.fileWatcherType": "none",
        "server.runOnSave": False,
        "server.maxUploadSize": 10,
        "server.maxMessageSize": 50,
        "server.enableXsrfProtection": True,
        "server.enableCORS": True,
        "server.allowedHosts": list(hosting.names),
        "server.enableAgentApi": False,
        "server.enableStaticServing": False,
        "server.scriptHealthCheckEnabled": False,
        "server.showEmailPrompt": False,
        "server.trustedUserHeaders": "{}",
        "browser.gatherUsageStats": False,
        # Else a frame's parent, and by default Streamlit's own cloud, could steer the page.
        "client.allowedOrigins": [],
        "client.showErrorDetails": "none",
        "client.toolbarMode": "viewer",
        # Streamlit's own welcome asks the network for this machine's address.
        "logger.hideWelcomeMessage": True,
        "global.developmentMode": False,
    }


def script() -> Path:
    """The page itself: beside the package in a checkout, inside it in a wheel.

    Raises: NotPossible.
    """
    package = Path(__file__).parent.parent
    for place in (package.parent, package):
        if (place / "timeline_app.py").is_file():
            return place / "timeline_app.py"
    raise NotPossible("timeline_app.py, which is the page, is neither beside the package nor in it. Install the package anew.")


def app(hosting: Hosting, store: Store | None = None, page: Path | None = None) -> App:
    """The page, or another, as an ASGI application, with the gate in front of it."""
    import streamlit
    from starlette.middleware import Middleware
    from starlette.routing import Route
    from streamlit.starlette import App

    index = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    routes = [
        Route("/healthz", _alive, methods=["GET"]),
        Route("/readyz", partial(_ready, store), methods=["GET"]),
        Route("/e/{token}", _edit, methods=["GET"]),
    ]
    gate = Middleware(Gate, hosting=hosting, index=index, opens=_opens if store else None)
    return App(page or script(), routes=routes, middleware=[gate])


def serve(hosting: Hosting, store_address: str | None = None, ready: Callable[[str], None] = print) -> None:
    """Serves the page until it is stopped; `ready` is told where it stands.

    Raises: BadHosting; NotPossible where signing in is not set up; StoreFailed.
    """
    hosting.check()
    if store_address:
        os.environ["TIMELINE_DATABASE_URL"] = store_address
    # uvicorn would believe whoever comes from this machine about the address of the visitor; the gate alone decides that.
    os.environ["FORWARDED_ALLOW_IPS"] = ""
    _demand_free(hosting)
    if hosting.access.rule == "login":
        _demand_sign_in()
    access.use(hosting.access)
    archives.use(hosting.archives)
    if hosting.public:
        from timeline.store.limits import Limits as Quota

        kept.limit(Quota())
        limits.use(limits.Limits())
    store = kept.store()
    sys.argv = [str(script())]  # what Streamlit looks for its settings beside, and all that the page may know of the command line
    page = app(hosting, store)
    warm()
    where = f"http://{_shown(hosting.address)}:{hosting.port}"
    ready(f"The page is at {where}. Stop it with Ctrl-C. Timelines are kept in {store.where}.")
    if words := lasting.fleeting():
        ready(f"{words} {lasting.REMEDY}")
    page.run(config=options(hosting))


def warm() -> None:
    """Reads and draws an example, so that visitors who come at once to a new server do not each load what all of them need."""
    import timeline.page
    from timeline.drawing.figure import draw
    from timeline.drawing.layout import lay_out
    from timeline.drawing.style import Style
    from timeline.events.reader import read
    from timeline.intake.seeds import seeds
    from timeline.page.room import measuring
    from timeline.table.frame import to_frame

    for module in pkgutil.iter_modules(timeline.page.__path__):
        importlib.import_module(f"timeline.page.{module.name}")
    measuring()
    for seed in seeds()[:1]:
        draw(lay_out(to_frame([read(seed.article)]), Style()))
    # Streamlit looks for garbage after each run of the page; what stays for good need not be looked through each time.
    gc.collect()
    gc.freeze()


def _demand_free(hosting: Hosting) -> None:
    """Raises: NotPossible where something else has the port."""
    family = socket.AF_INET6 if ":" in hosting.address else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((hosting.address, hosting.port))
        except OSError as fault:
            raise NotPossible(
                f"cannot listen at {hosting.address}, port {hosting.port}: {fault.strerror}. "
                "Choose another with --port, or stop what is there."
            ) from fault


def _shown(address: str) -> str:
    return f"[{address}]" if ":" in address else address


def _demand_sign_in() -> None:
    """Raises: NotPossible where `st.login` could not work."""
    from streamlit.auth_util import is_authlib_installed, validate_auth_credentials
    from streamlit.errors import StreamlitAuthError

    if not is_authlib_installed():
        raise NotPossible("--allow needs Authlib to let people sign in, and it is not installed. Say: pip install authlib")
    try:
        validate_auth_credentials("default")
    except (StreamlitAuthError, FileNotFoundError) as fault:
        raise NotPossible(
            "--allow lets people sign in, and nothing says where. Write redirect_uri, cookie_secret, client_id, client_secret and "
            f"server_metadata_url under [auth] in .streamlit/secrets.toml; docs/hosting.md has an example. ({str(fault).splitlines()[0]})"
        ) from fault


def _opens(token: str, client: str) -> bool:
    return tokens.tried(token, client, dt.datetime.now(dt.UTC), count=False) is not None


async def _alive(_: Request) -> Response:
    from starlette.responses import PlainTextResponse

    return PlainTextResponse("ok\n", headers={"Cache-Control": "no-store"})


async def _ready(store: Store | None, _: Request) -> Response:
    """200 once the store answers, else 503."""
    from anyio import to_thread
    from starlette.responses import PlainTextResponse

    try:
        if store:
            await to_thread.run_sync(store.ready)
    except Exception:
        # Whatever it is, a visitor must not learn it here; the operator finds it in the log of the store's own server.
        return PlainTextResponse("not ready\n", 503, headers={"Cache-Control": "no-store"})
    return PlainTextResponse("ok\n", headers={"Cache-Control": "no-store"})


async def _edit(request: Request) -> Response:
    """Takes the token of an edit link out of the address and into a cookie that scripts cannot read."""
    from starlette.responses import RedirectResponse

    token = request.path_params["token"]
    answer = RedirectResponse("/?open=edit", 303, headers={"Cache-Control": "no-store"})
    if _TOKEN.fullmatch(token):
        before = [other for other in request.cookies.get(EDITS, "").split(".") if _TOKEN.fullmatch(other) and other != token]
        tokens = ".".join([token, *before][:MOST_EDITS])
        answer.set_cookie(EDITS, tokens, max_age=_MONTH, path="/", httponly=True, samesite="lax")
    return answer
