"""How much one visitor may ask of a server that many share: so much of each thing a minute, two readings at once, and a queue for all."""

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
    """What visitors get: so much of each a minute and client, readings at once a session and in all, seconds in the queue.

    `questions` are asked of an archive, `files` are opened, `uploads` and `megabytes` come in, which costs less; `guesses` are links that
    lead nowhere.
    """

    readings: int = 20
    questions: int = 60
    fetches: int = 5
    files: int = 60
    uploads: int = 200
    megabytes: int = 300
    guesses: int = 30
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
        with self._at_work("readings", client, session, sources, self.allowance.readings):
            yield

    @contextmanager
    def opening(self, client: str, session: str, files: int) -> Iterator[None]:
        """Room to open so many files, which is work of the same queue. Raises: TooMany, as for `reading`."""
        with self._at_work("files", client, session, files, self.allowance.files):
            yield

    @contextmanager
    def asking(self, client: str, session: str) -> Iterator[None]:
        """Room to ask an archive, which is work of the same queue. Raises: TooMany, as for `reading`."""
        with self._at_work("questions", client, session, 1, self.allowance.questions):
            yield

    @contextmanager
    def _at_work(self, what: str, client: str, session: str, number: int, most: int) -> Iterator[None]:
        with self._lock:
            if self._running.get(session, 0) >= self.allowance.at_once:
                raise TooMany("Your last articles are still being read. Wait until they are done, then try again.")
            self._count(what, client, number, most)
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

    def upload(self, client: str, size: int) -> None:
        """Counts a file that comes in, of so many bytes.

        Raises: TooMany.
        """
        with self._lock:
            self._count("uploads", client, 1, self.allowance.uploads)
            self._count("megabytes", client, -(-size // 1_000_000), self.allowance.megabytes)

    def try_link(self, client: str) -> None:
        """Raises: TooMany where the client has tried too many links of late that lead nowhere; then no link of theirs is looked up."""
        with self._lock:
            self._count("guesses", client, 0, self.allowance.guesses - 1)

    def wrong_link(self, client: str) -> None:
        """Counts a link that led nowhere."""
        with self._lock:
            self._count("guesses", client, 1, 2 * self.allowance.guesses)

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
            again = f"Try again in {wait} {_seconds(wait)}."
            if what == "guesses":
                raise TooMany(f"Too many links that lead nowhere were tried from where you are. {again}")
            raise TooMany(f"{most} {what} a minute are allowed here, and you have had them. {again}")
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
    with _limits.reading(client, _session(client), sources):
        yield


@contextmanager
def opening(client: str, files: int) -> Iterator[None]:
    """Room for this visitor's session to open so many files.

    Raises: TooMany.
    """
    if _limits is None:
        yield
        return
    with _limits.opening(client, _session(client), files):
        yield


@contextmanager
def asking(client: str) -> Iterator[None]:
    """Room for this visitor's session to ask an archive.

    Raises: TooMany.
    """
    if _limits is None:
        yield
        return
    with _limits.asking(client, _session(client)):
        yield


def _session(client: str) -> str:
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    context = get_script_run_ctx()
    return context.session_id if context else client


def fetch(client: str) -> None:
    """Counts the fetch of an address by this visitor.

    Raises: TooMany.
    """
    if _limits is not None:
        _limits.fetch(client)


def upload(client: str, size: int) -> None:
    """Counts a file of so many bytes that this client sends.

    Raises: TooMany.
    """
    if _limits is not None:
        _limits.upload(client, size)


def try_link(client: str) -> None:
    """To be asked before a link of this client is looked up.

    Raises: TooMany.
    """
    if _limits is not None:
        _limits.try_link(client)


def wrong_link(client: str) -> None:
    """Counts a link of this client that led nowhere."""
    if _limits is not None:
        _limits.wrong_link(client)
