"""What goes wrong below the store is told in a sentence, and what was saved before is whole."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.store.conftest import NOW, Server, doc, program
from timeline.errors import StoreFailed
from timeline.store.opening import default_path, open_store
from timeline.store.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "timelines.sqlite"


def at(path: Path) -> str:
    return f"sqlite:///{path}"


def whole(store: Store, document_id: str) -> bool:
    """Whether the one timeline of a test is as it was and the file sound; and whether it can be saved again."""
    with contextlib.closing(sqlite3.connect(store.where)) as connection:
        sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    kept = store.load(document_id, owner="ada")
    store.save(document_id, doc("after"), owner="ada", expected=kept.latest, now=NOW)
    return sound and kept.document == doc("before") and kept.latest == 1


def test_a_full_disk_is_named_and_the_old_data_are_whole(path: Path) -> None:
    store = open_store(at(path), now=NOW)
    kept = store.create(doc("before"), owner="ada", now=NOW)
    with store._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    store.close()

    def crowd(connection: sqlite3.Connection, record: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}")

    sa.event.listen(store._engine, "connect", crowd)
    for attempt in (
        lambda: store.save(kept.id, doc("2", "x" * 500_000), owner="ada", expected=1, now=NOW),
        lambda: store.create(doc("2", "x" * 500_000), owner="ada", now=NOW),
    ):
        with pytest.raises(StoreFailed, match=r"kept in .*timelines.sqlite: the disk is full. What was saved before is whole. Make room"):
            attempt()
    sa.event.remove(store._engine, "connect", crowd)
    store.close()
    assert whole(store, kept.id)


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of one megabyte in memory."""
    folder = Path(tempfile.mkdtemp(prefix="small-"))
    mounted = shutil.which("mount") and os.getuid() == 0
    if not mounted or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True).returncode:
        folder.rmdir()
        pytest.skip("no small disk can be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)
    folder.rmdir()


def test_a_disk_that_is_really_full_is_named_and_the_old_data_are_whole(small_disk: Path) -> None:
    store = open_store(at(small_disk / "timelines.sqlite"), now=NOW)
    kept = store.create(doc("before"), owner="ada", now=NOW)
    with pytest.raises(StoreFailed, match="timelines cannot be kept in .*: the disk .* What was saved before is whole"):
        store.save(kept.id, doc("2", "x" * 3_000_000), owner="ada", expected=1, now=NOW)
    assert whole(store, kept.id)
    store.close()


LARGEST = """
import datetime as dt, resource, sys
from timeline.errors import StoreFailed
from timeline.store.document import Document, Source
from timeline.store.opening import open_store
now = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
store = open_store(sys.argv[1], now=now)
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
try:
    store.save(sys.argv[2], Document("2", (Source("x" * 2_000_000),)), owner="ada", expected=1, now=now)
except StoreFailed as failed:
    print(failed)
"""


def test_a_file_that_may_not_grow_is_told_and_the_old_data_are_whole(path: Path) -> None:
    store = open_store(at(path), now=NOW)
    kept = store.create(doc("before"), owner="ada", now=NOW)
    store.close()
    said, error = program(LARGEST, at(path), kept.id).communicate(timeout=60)
    assert "the disk does not take or give what was asked; it may be full. What was saved before is whole." in said, error
    assert whole(store, kept.id)


OTHERS = """
import datetime as dt, os, sys
from timeline.errors import StoreFailed
from timeline.store.document import Document
from timeline.store.opening import open_store
now = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
open_store(sys.argv[2], now=now).close()  # so that all is imported before the rights are gone
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    store = open_store(sys.argv[1], now=now)
    store.create(Document("mine"), owner="ada", now=now)
    print("kept")
except StoreFailed as failed:
    print(failed)
"""


def without_rights(address: str, own: Path) -> str:
    """What a program says that runs as a user without rights."""
    said, error = program(OTHERS, address, at(own)).communicate(timeout=60)
    assert said, error
    return str(said)


@pytest.fixture
def shown_folder() -> Iterator[Path]:
    """A folder that everybody can look into, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp(prefix="shown-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_folder_that_may_only_be_read_is_told_and_the_old_data_are_whole(shown_folder: Path, tmp_path: Path) -> None:
    path = shown_folder / "timelines.sqlite"
    store = open_store(at(path), now=NOW)
    kept = store.create(doc("before"), owner="ada", now=NOW)
    store.close()
    path.chmod(0o444)
    shown_folder.chmod(0o555)
    said = without_rights(at(path), tmp_path / "own")
    assert said.startswith(f"timelines cannot be kept in {path}: it ")
    assert "this user" in said
    assert without_rights(at(shown_folder / "new" / "timelines.sqlite"), tmp_path / "own").startswith("timelines cannot be kept in")
    assert not (shown_folder / "new").exists()
    shown_folder.chmod(0o755)
    path.chmod(0o644)
    assert whole(store, kept.id)
    store.close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreFailed, match="timelines cannot be kept in .*/file/x/timelines.sqlite: .*See that the folder may be written"):
        open_store(at(tmp_path / "file" / "x" / "timelines.sqlite"), now=NOW)


def test_a_file_that_another_program_holds_is_told_after_some_patience(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.store.sqlite.PATIENCE", 0.3)
    store = open_store(at(path), now=NOW)
    kept = store.create(doc("before"), owner="ada", now=NOW)
    token = store.share(kept.id, owner="ada", now=NOW)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreFailed, match="another program has been holding it for too long. What was saved before is whole."):
        store.save(kept.id, doc("2"), owner="ada", expected=1, now=NOW)
    assert store.load(kept.id, owner="ada").document == doc("before")  # readers do not wait for writers
    assert store.open_share(token, now=NOW) is not None
    holder.execute("ROLLBACK")
    holder.close()
    assert whole(store, kept.id)
    store.close()


def test_a_file_that_is_no_database_is_told_and_left_as_it_is(path: Path) -> None:
    path.write_bytes(b"These are my notes, no database. " * 200)
    before = path.read_bytes()
    with pytest.raises(StoreFailed, match="it is no database, or it is damaged. Nothing was changed. Move it away, or restore it"):
        open_store(at(path), now=NOW)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == ["timelines.sqlite"]


def test_a_damaged_file_is_told(path: Path) -> None:
    store = open_store(at(path), now=NOW)
    kept = store.create(doc("before", "text " * 20_000), owner="ada", now=NOW)
    store.close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\x5a" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(StoreFailed, match="the file is damaged. Nothing was changed. Restore it from a copy"):
        open_store(at(path), now=NOW).load(kept.id, owner="ada")
    assert path.read_bytes() == data


def test_tables_of_another_program_are_left_alone(path: Path, server: Server) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (id INTEGER)")
    with pytest.raises(StoreFailed, match="holds tables of another program"):
        open_store(at(path), now=NOW)
    address = server.database()
    engine = sa.create_engine(address.replace("postgresql:", "postgresql+pg8000:"))
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE documents (id INTEGER)")
    with pytest.raises(StoreFailed, match="holds tables of another program. Give TIMELINE_DATABASE_URL a database of its own"):
        open_store(address, now=NOW)
    engine.dispose()


def test_a_file_that_was_replaced_is_noticed(path: Path) -> None:
    """As when a copy is restored under a running page: nothing is acknowledged into a file that is gone."""
    store = open_store(at(path), now=NOW)
    kept = store.create(doc("before"), owner="ada", now=NOW)
    store.close()
    copy = path.with_name("copy")
    shutil.copy(path, copy)
    store.save(kept.id, doc("2"), owner="ada", expected=1, now=NOW)
    for one in path.parent.glob("timelines.sqlite*"):
        one.unlink()
    with pytest.raises(StoreFailed, match="it cannot be opened. See that its folder is there"):
        store.save(kept.id, doc("3"), owner="ada", expected=2, now=NOW)
    assert not path.exists()
    copy.rename(path)
    assert whole(store, kept.id)
    store.close()


def test_a_server_that_is_gone_is_told_and_met_again_when_it_is_back(server: Server) -> None:
    store = open_store(server.database(), now=NOW)
    kept = store.create(doc("before"), owner="ada", now=NOW)
    server.stop("immediate")  # as a crash: it recovers from its log when it starts
    try:
        for _ in range(2):
            with pytest.raises(StoreFailed, match="the server does not answer. What was saved before is whole. See that it runs"):
                store.save(kept.id, doc("2"), owner="ada", expected=1, now=NOW)
        with pytest.raises(StoreFailed, match="the server does not answer"):
            open_store(server.address("tried"), now=NOW)
    finally:
        server.start()
    assert store.load(kept.id, owner="ada").document == doc("before")
    assert store.save(kept.id, doc("2"), owner="ada", expected=1, now=NOW).number == 2
    store.close()


def test_a_server_that_refuses_is_told_without_the_password(server: Server) -> None:
    address = server.database()
    for wrong, said in (
        (address.replace("/tried?", "/none?"), "no such database|refuses this user, password or database"),
        (address.replace("timeline@", "nobody:secret-7@"), "refuses this user"),
    ):
        with pytest.raises(StoreFailed, match=said) as told:
            open_store(wrong, now=NOW)
        assert "secret-7" not in str(told.value)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("mysql://root:secret-7@db/x", "TIMELINE_DATABASE_URL is no address that is understood"),
        ("/home/ada/timelines", "TIMELINE_DATABASE_URL is no address that is understood"),
        ("sqlite://", "TIMELINE_DATABASE_URL names no file, so nothing would be kept"),
        ("sqlite:///:memory:", "names no file"),
        ("postgresql+nothing://u:secret-7@db/x", "pip install 'event-timeline\\[postgres\\]'"),
    ],
)
def test_an_address_that_is_not_understood_is_told_without_repeating_it(address: str, said: str) -> None:
    with pytest.raises(Exception, match=said) as told:
        open_store(address, now=NOW)
    assert "secret-7" not in str(told.value)


def test_without_an_address_a_file_is_kept_where_the_system_keeps_such_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TIMELINE_DATABASE_URL", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    store = open_store(now=NOW)
    assert store.where == str(default_path())
    assert default_path().is_relative_to(tmp_path)
    assert default_path().stat().st_mode & 0o077 == 0  # for nobody else's eyes
    store.close()
    monkeypatch.setenv("TIMELINE_DATABASE_URL", at(tmp_path / "elsewhere.sqlite"))
    store = open_store(now=NOW)
    assert store.where == str(tmp_path / "elsewhere.sqlite")
    store.close()
