"""How much one visitor may ask of a server that many share: so many readings and fetches a minute, two at once, and a queue for all."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from timeline.errors import TimelineError

_MINUTE = 60.0
_MOST_CLIENTS = 10_000  # clients remembered; beyond that those who asked longest ago are forgotten


class TooMany(TimelineError):
    """A visitor asks for more than this server gives one of them, or everybody together does."""


@dataclass(frozen=True)
class Allowance:
    """What visitors get: readings and fetches a minute and client, readings at once a session and in all, seconds in the queue."""

    readings: int = 20
    fetches: int = 5
    at_once: int = 2
    workers: int = 4
    patience: float = 30.0


class Limits:
    """Counts who asks for what. Thread-safe; `clock` gives seconds that never go back."""

    def __init__(self, allowance: Allowance | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self.allowance = allowance or Allowance()
        self._clock = clock
        self._lock = threading.Lock()
        self._asked: dict[tuple[str, str], deque[float]] = {}
        self._running: dict[str, int] = {}
        self._workers = threading.BoundedSemaphore(self.allowance.workers)

    @contextmanager
    def reading(self, client: str, session: str, sources: int = 1) -> Iterator[None]:
        """Room to read so many sources: waits in the queue of all visitors, and gives the room back at the end.

        Raises: TooMany where the client has had its share of this minute, the session reads already, or the queue does not move.
        """
        with self._lock:
            if self._running.get(session, 0) >= self.allowance.at_once:
                raise TooMany("Your last articles are still being read. Wait until they are done, then try again.")
            self._count("readings", client, sources, self.allowance.readings)
            self._running[session] = self._running.get(session, 0) + 1
        try:
            if not self._workers.acquire(timeout=self.allowance.patience):
                raise TooMany("Many people are reading articles here just now. Try again in a minute.")
            try:
                yield
            finally:
                self._workers.release()
        finally:
            with self._lock:
                self._running[session] -= 1
                if not self._running[session]:
                    del self._running[session]

    def fetch(self, client: str) -> None:
        """Counts the fetch of one address.

        Raises: TooMany.
        """
        with self._lock:
            self._count("fetches", client, 1, self.allowance.fetches)

    def _count(self, what: str, client: str, number: int, most: int) -> None:
        """Notes that a client asks for a number of things now, if it has not had too many of them in the last minute."""
        now = self._clock()
        times = self._asked.pop((what, client), None) or deque()
        self._asked[what, client] = times  # at the end of the dictionary: who asked last is forgotten last
        if len(self._asked) > _MOST_CLIENTS:
            del self._asked[next(iter(self._asked))]
        while times and times[0] <= now - _MINUTE:
            times.popleft()
        if number > most:
            raise TooMany(f"{number} {what} at once are too many here: {most} a minute are allowed. Bring fewer at a time.")
        if len(times) + number > most:
            wait = max(1, round(times[len(times) + number - most - 1] + _MINUTE - now))
            raise TooMany(f"{most} {what} a minute are allowed here, and you have had them. Try again in {wait} {_seconds(wait)}.")
        times.extend([now] * number)


def _seconds(number: int) -> str:
    return "second" if number == 1 else "seconds"


_limits: Limits | None = None


def use(limits: Limits | None) -> None:
    """Sets the limits of this process; None, the beginning, for none: whoever works at their own machine may read all day."""
    global _limits
    _limits = limits


@contextmanager
def reading(client: str, sources: int = 1) -> Iterator[None]:
    """Room for this visitor's session to read so many sources, asked for by the running page.

    Raises: TooMany.
    """
    if _limits is None:
        yield
        return
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    context = get_script_run_ctx()
    with _limits.reading(client, context.session_id if context else client, sources):
        yield


def fetch(client: str) -> None:
    """Counts the fetch of an address by this visitor.

    Raises: TooMany.
    """
    if _limits is not None:
        _limits.fetch(client)
