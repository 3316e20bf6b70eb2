"""Put before a server's other modules: notes and forbids every connection beyond this machine, and tells the options on SIGUSR1."""

import json
import os
import signal
import sys

_NOTES = os.environ.get("TIMELINE_WATCH", "")
_INSIDE = ("127.", "::1", "localhost", "0.0.0.0", "/")


def _heed(event: str, given: tuple) -> None:
    if event in ("socket.connect", "socket.sendto"):
        asked = given[1][0] if isinstance(given[1], tuple) else str(given[1])
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        asked = given[0]
    else:
        return
    asked = asked.decode() if isinstance(asked, bytes) else asked or "localhost"
    if not asked.startswith(_INSIDE):
        with open(_NOTES, "a", encoding="utf-8") as notes:
            notes.write(f"{event} {asked}\n")
        raise OSError(f"the page asked the network for {asked}")


def _tell(*_: object) -> None:
    from streamlit import config

    values = {name: config.get_option(name) for name in config.get_config_options()}
    with open(_NOTES + ".options", "w", encoding="utf-8") as file:
        json.dump(values, file, default=str)
    os.replace(_NOTES + ".options", _NOTES + ".json")


if _NOTES:
    sys.addaudithook(_heed)
    signal.signal(signal.SIGUSR1, _tell)
