"""Put before a server's other modules: notes and forbids every connection beyond this machine, and tells the options on SIGUSR1.

TIMELINE_STAGED lets some names be reached all the same, noted like the others: each has a public number, and a port of this machine
that plays it.
"""

import json
import os
import re
import signal
import socket
import sys

_NOTES = os.environ.get("TIMELINE_WATCH", "")
_STAGED = json.loads(os.environ.get("TIMELINE_STAGED", "{}"))
_INSIDE = re.compile(r"127(\.\d+){3}|::1|::ffff:127(\.\d+){3}|localhost|0\.0\.0\.0|/.*")
_ASKING = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
_numbers = {number: (name, port) for name, (number, port) in _STAGED.items()}
_real_resolve, _real_connect = socket.getaddrinfo, socket.create_connection


def _note(words: str) -> None:
    with open(_NOTES, "a", encoding="utf-8") as notes:
        notes.write(f"{words}\n")


def _heed(event: str, given: tuple) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        asked = given[1][0] if isinstance(given[1], tuple) else str(given[1] or "/")
    elif event in _ASKING:
        asked = given[0]
    else:
        return
    asked = asked.decode() if isinstance(asked, bytes) else asked or "localhost"
    if not _INSIDE.fullmatch(asked):
        _note(f"{event} {asked}")
        raise OSError(f"the page asked the network for {asked}")


def _resolve(host: object, port: object, *more: object, **named: object) -> list:
    if host in _STAGED:
        _note(f"resolve {host}")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (_STAGED[host][0], port or 0))]
    return _real_resolve(host, port, *more, **named)


def _connect(address: tuple, *more: object, **named: object) -> socket.socket:
    if address[0] in _numbers:
        name, port = _numbers[address[0]]
        _note(f"connect {name} {address[1]}")
        return _real_connect(("127.0.0.1", port), *more, **named)
    return _real_connect(address, *more, **named)


def _tell(*_: object) -> None:
    from streamlit import config

    values = {name: config.get_option(name) for name in config.get_config_options()}
    with open(_NOTES + ".options", "w", encoding="utf-8") as file:
        json.dump(values, file, default=str)
    os.replace(_NOTES + ".options", _NOTES + ".json")


if _NOTES:
    socket.getaddrinfo, socket.create_connection = _resolve, _connect
    sys.addaudithook(_heed)
    signal.signal(signal.SIGUSR1, _tell)
