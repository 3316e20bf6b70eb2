"""Engines: one function on many parts, in this process, in several, or on a Dask cluster that is there; the same function on all."""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from timeline.errors import NotPossible

Task = TypeVar("Task")
Result = TypeVar("Result")

_MOST_DEATHS = 3  # workers that one part may cost


class Lost(Exception):
    """A part that no worker survived; `task` is what it was made of."""

    def __init__(self, task: Any) -> None:
        super().__init__("the process that worked on it died three times, as it does where memory runs out")
        self.task = task


def in_this_process(work: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
    """What comes of each task, one after the other."""
    for task in tasks:
        yield work(task)


def in_processes(work: Callable[[Task], Result], tasks: Sequence[Task], workers: int) -> Iterator[Result | Lost]:
    """What comes of each task, as it is finished, by so many processes.

    Where a process dies, those tasks that were at hand are tried again one by one, which shows whose fault it was.
    Raises: whatever `work` raises.
    """
    waiting = list(range(len(tasks) - 1, -1, -1))
    suspects: list[int] = []
    deaths: Counter[int] = Counter()
    while waiting or suspects:
        queue, together = (suspects, 1) if suspects else (waiting, workers)
        running: dict[Future[Result], int] = {}
        pool = ProcessPoolExecutor(together, multiprocessing.get_context("spawn"), _deaf)
        try:
            while queue or running:
                while queue and len(running) < together + (together > 1):  # one more waits, so that no worker does
                    number = queue.pop()
                    with _undisturbed():
                        running[pool.submit(work, tasks[number])] = number
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    result = future.result()
                    del running[future]
                    yield result
        except BrokenProcessPool:
            for number in sorted(running.values(), reverse=True):
                deaths[number] += 1
                if deaths[number] < _MOST_DEATHS:
                    suspects.append(number)
                else:
                    yield Lost(tasks[number])
        finally:
            _ended(pool)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Starts of workers that no interruption reaches, which is for their parent; it hears of it after that."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _deaf() -> None:
    """A worker leaves it to its parent to be interrupted, and ends where its parent was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["OMP_NUM_THREADS"] = "1"
    if parent := multiprocessing.parent_process():
        threading.Thread(target=_ends_with, args=[parent.sentinel], daemon=True).start()


def _ends_with(parent: int) -> None:
    multiprocessing.connection.wait([parent])
    os._exit(1)


def _ended(pool: ProcessPoolExecutor) -> None:
    """Ends a pool without waiting for what its workers are at."""
    processes = list((getattr(pool, "_processes", None) or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        with suppress(Exception):
            process.terminate()
    for process in processes:
        with suppress(Exception):
            process.join(5)


def on_cluster(work: Callable[[Task], Result], tasks: Sequence[Task], address: str) -> Iterator[Result | Lost]:
    """What comes of each task, as it is finished, on a Dask cluster; what is not finished when the caller stops is cancelled.

    Raises: NotPossible where there is no such cluster or no dask.distributed here.
    """
    try:
        from distributed import Client, KilledWorker, as_completed
    except ImportError as fault:
        raise NotPossible("a Dask cluster needs dask.distributed here too. Install it with: pip install 'event-timeline[dask]'") from fault
    try:
        client = Client(address, timeout="20s", set_as_default=False)
    except (OSError, ValueError, TimeoutError) as fault:
        raise NotPossible(f"no Dask scheduler answers at {address!r}: {fault}. Start one, or check its address and port.") from fault
    with client:
        futures = client.map(work, tasks, pure=False, retries=_MOST_DEATHS - 1)
        task_of = {future.key: task for future, task in zip(futures, tasks, strict=True)}
        try:
            for future in as_completed(futures, loop=client.loop):
                try:
                    yield future.result()
                except KilledWorker:
                    yield Lost(task_of[future.key])
        finally:
            client.cancel(futures)
