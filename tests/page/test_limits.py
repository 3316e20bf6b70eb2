"""How much one visitor may ask: a minute's share, two at once, and a queue for all."""

import threading

import pytest

from timeline.page import limits
from timeline.page.limits import Allowance, Limits, TooMany


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_the_twenty_first_reading_of_a_minute_waits_until_the_first_is_a_minute_old() -> None:
    clock = Clock()
    limit = Limits(clock=clock)
    for _ in range(20):
        with limit.reading("203.0.113.5", "a"):
            clock.now += 1
    with pytest.raises(TooMany, match="20 readings a minute are allowed here.*Try again in 40 seconds"), limit.reading("203.0.113.5", "a"):
        pass
    with limit.reading("203.0.113.6", "b"):
        pass
    clock.now += 40
    with limit.reading("203.0.113.5", "a"):
        pass


def test_a_pile_of_sources_counts_as_so_many_readings() -> None:
    limit = Limits(clock=Clock())
    with limit.reading("a", "a", sources=20):
        pass
    with pytest.raises(TooMany), limit.reading("a", "a"):
        pass
    with pytest.raises(TooMany, match="21 readings at once"), limit.reading("b", "b", sources=21):
        pass


def test_five_addresses_a_minute_are_fetched() -> None:
    limit = Limits(clock=Clock())
    for _ in range(5):
        limit.fetch("a")
    with pytest.raises(TooMany, match="5 fetches a minute"):
        limit.fetch("a")
    limit.fetch("b")


def test_a_session_reads_two_at_once_and_gives_the_room_back() -> None:
    limit = Limits(clock=Clock())
    with limit.reading("a", "s"), limit.reading("a", "s"), pytest.raises(TooMany, match="still being read"), limit.reading("a", "s"):
        pass
    with limit.reading("a", "s"):
        pass


def test_a_reading_that_fails_gives_its_room_back() -> None:
    limit = Limits(Allowance(workers=1, at_once=1, patience=0), Clock())
    with pytest.raises(ZeroDivisionError), limit.reading("a", "s"):
        raise ZeroDivisionError
    with limit.reading("a", "s"):
        pass


def test_all_together_wait_in_a_queue_and_are_told_when_it_does_not_move() -> None:
    limit = Limits(Allowance(workers=1, patience=0.01), Clock())
    with limit.reading("a", "s"), pytest.raises(TooMany, match="Many people"), limit.reading("b", "t"):
        pass
    with limit.reading("b", "t"):
        pass


def test_who_waits_in_the_queue_gets_the_room_of_whoever_leaves() -> None:
    limit = Limits(Allowance(workers=1, patience=30), Clock())
    inside, leave, read = threading.Event(), threading.Event(), threading.Event()

    def first() -> None:
        with limit.reading("a", "s"):
            inside.set()
            leave.wait(30)

    def second() -> None:
        with limit.reading("b", "t"):
            read.set()

    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    threads[0].start()
    assert inside.wait(30)
    threads[1].start()
    leave.set()
    for thread in threads:
        thread.join(30)
    assert read.is_set()


def test_a_server_for_one_has_no_limits() -> None:
    limits.use(None)
    for _ in range(50):
        with limits.reading("a"):
            limits.fetch("a")


def test_clients_are_not_remembered_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_MOST_CLIENTS", 10)
    limit = Limits(clock=Clock())
    for number in range(1000):
        limit.fetch(str(number))
    assert len(limit._asked) == 10


def test_files_are_opened_in_the_same_queue_and_counted_apart() -> None:
    limit = Limits(Allowance(workers=1, patience=0), Clock())
    with limit.opening("a", "s", 60), pytest.raises(TooMany, match="Many people"), limit.reading("b", "t"):
        pass
    with pytest.raises(TooMany, match="60 files a minute"), limit.opening("a", "s", 1):
        pass
    with limit.reading("a", "s"):
        pass


def test_too_many_files_are_refused_in_a_sentence_and_lose_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline.page import bringing

    monkeypatch.setattr(limits, "_limits", Limits(Allowance(files=1), Clock()))
    files = [type("File", (), {"name": f"{n}.txt", "getvalue": lambda _: b"Talks began on 3 May 2019."})() for n in range(2)]
    monkeypatch.setattr(bringing.st, "progress", lambda *_: type("Bar", (), {"progress": lambda *_: None})())
    (told,) = [remark.message for found in bringing._found(files, "") for remark in found.remarks]
    assert told == "2 files at once are too many here: 1 a minute are allowed. Bring fewer at a time."
