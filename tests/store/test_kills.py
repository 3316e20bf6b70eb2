"""Whatever is killed in the middle of saving, nothing that was acknowledged is lost."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.conftest import NOW, Server, doc
from timeline.store.opening import open_store

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("rounds", [5, pytest.param(100, marks=pytest.mark.soak)])
def test_a_program_that_is_killed_while_it_saves_loses_nothing(address: str, rounds: int) -> None:
    command = [sys.executable, "-m", "tests.store.kills", address, str(rounds)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    killed, acknowledged, lost = map(int, done.stdout.split())
    assert (killed, lost) == (rounds, 0)
    assert acknowledged >= 2 * rounds


@pytest.mark.soak
def test_a_server_that_is_stopped_without_notice_loses_nothing(server: Server) -> None:
    store = open_store(server.database(), now=NOW)
    kept = store.create(doc("1"), owner="ada", now=NOW)
    number = 1
    for _ in range(5):
        for _ in range(10):
            number = store.save(kept.id, doc(str(number + 1)), owner="ada", expected=number, now=NOW).number
        server.stop("immediate")
        server.start()
        assert store.load(kept.id, owner="ada").latest == number
    store.close()


def test_a_commit_waits_for_the_disk_whatever_the_settings_of_the_database_say(tmp_path: Path, server: Server) -> None:
    """A killed program proves nothing about a power cut, so what a power cut hangs on is asked for by name."""
    store = open_store(f"sqlite:///{tmp_path}/timelines.sqlite", now=NOW)
    with store._engine.connect() as connection:
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "fullfsync")
        asked = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas]
    assert asked == ["wal", 2, 1, 1, 1]
    store.close()
    address = server.database()
    store = open_store(address, now=NOW)
    with store._engine.begin() as connection:
        connection.exec_driver_sql("ALTER ROLE timeline SET synchronous_commit = off")
    store.close()
    with store._engine.begin() as connection:
        assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"
        connection.exec_driver_sql("ALTER ROLE timeline RESET synchronous_commit")
        assert connection.exec_driver_sql("SHOW fsync").scalar() == "on"
    store.close()
