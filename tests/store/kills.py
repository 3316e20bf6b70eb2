"""Kills a program that saves, again and again, and prints what each store then held: rounds, acknowledged, lost.

Run as: python -m tests.store.kills ADDRESS ROUNDS
"""

import contextlib
import datetime as dt
import os
import signal
import sqlite3
import sys
import time

from timeline.store.document import Document, Source
from timeline.store.opening import open_store

NOW = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)


def document(number: int) -> Document:
    """What revision `number` holds: some of it new each time, enough to need several pages."""
    text = f"{number} " * 3_000
    return Document(str(number), (Source("the article " * 500), Source(text)), tuple({"edit": n} for n in range(number % 50)), table=text)


def save_on(address: str, document_id: str, number: int, said: int) -> None:
    """Saves without end, and says so after each save was acknowledged."""
    store = open_store(address, now=NOW)
    while True:
        store.save(document_id, document(number + 1), owner="ada", expected=number, now=NOW + dt.timedelta(seconds=number))
        number += 1
        os.write(said, b"%d\n" % number)


def killed_after(pid: int, reading: int, answers: int, moment: float) -> int:
    """The last number that was acknowledged by a writer which is killed some moment after so many answers."""
    heard = b""
    while heard.count(b"\n") < answers:
        some = os.read(reading, 4096)
        assert some, "the writer ended by itself"
        heard += some
    time.sleep(moment)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    while some := os.read(reading, 4096):
        heard += some
    return int(heard.rsplit(b"\n", 2)[-2]) if answers else int((b"0\n" + heard).rsplit(b"\n", 2)[-2])


def main(address: str, rounds: int) -> None:
    store = open_store(address, now=NOW)
    kept = store.create(document(1), owner="ada", now=NOW)
    store.close()
    number, acknowledged, lost = 1, 0, 0
    for turn in range(rounds):
        reading, said = os.pipe()
        pid = os.fork()
        if not pid:
            os.close(reading)
            try:
                save_on(address, kept.id, number, said)
            finally:
                os._exit(1)
        os.close(said)
        answered = max(number, killed_after(pid, reading, 1 + turn % 4, turn % 10 * 0.0007))
        os.close(reading)
        store = open_store(address, now=NOW)
        found = store.load(kept.id, owner="ada")
        # One save may have been kept whose answer was not heard any more; none that was heard may be missing.
        whole = found.document == document(found.latest) and found.latest in (answered, answered + 1)
        lost += 0 if whole else max(1, answered - found.latest)
        acknowledged += answered - number
        number = found.latest
        store.close()
        if address.startswith("sqlite"):
            with contextlib.closing(sqlite3.connect(store.where)) as connection:
                lost += connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]
    print(rounds, acknowledged, lost)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
