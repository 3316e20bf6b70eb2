"""Deleted is gone: from the rows, and from every byte of the files of SQLite."""

import sqlite3
from pathlib import Path

import pytest

from tests.store.conftest import NOW, Server, doc, later, limited
from timeline.store import schema
from timeline.store.opening import open_store

CANARY = "canary-7f3a91c6"


def files_with(folder: Path, word: str = CANARY) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and word.encode() in path.read_bytes())


def test_no_byte_of_a_deleted_timeline_is_left_in_the_files(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/timelines.sqlite", now=NOW)
    others = [store.create(doc(f"other {n}", f"text {n} " * 5_000), owner="ada", now=NOW) for n in range(5)]
    edits = tuple({"title": f"{CANARY} {n}"} for n in range(300))
    kept = store.create(doc(CANARY, f"{CANARY} word " * 20_000, edits=edits, table=CANARY * 100), owner="ada", now=NOW)
    for number in range(1, 30):
        changed = doc(f"{CANARY} {number}", f"{CANARY} {number} " * 300, edits=edits[:number])
        store.save(kept.id, changed, owner="ada", expected=number, now=later(minutes=number))
        store.save(others[0].id, doc(f"other {number}"), owner="ada", expected=number, now=NOW)
    assert files_with(tmp_path)
    store.delete(kept.id, owner="ada")
    assert files_with(tmp_path) == []
    assert files_with(tmp_path, kept.id) == []
    assert [store.load(one.id, owner="ada").document.title for one in others] == ["other 29", *(f"other {n}" for n in range(1, 5))]
    store.close()
    assert files_with(tmp_path) == []


def test_what_is_deleted_is_zeroed_even_where_the_file_is_too_large_to_be_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.store.sqlite._SMALL", 0)
    store = open_store(f"sqlite:///{tmp_path}/timelines.sqlite", now=NOW)
    kept = store.create(doc(CANARY, f"{CANARY} word " * 2_000), owner="ada", now=NOW)
    store.create(doc("other"), owner="ada", now=NOW)
    store.delete(kept.id, owner="ada")
    assert files_with(tmp_path) == []
    size = (tmp_path / "timelines.sqlite").stat().st_size
    store.purge(NOW)
    assert (tmp_path / "timelines.sqlite").stat().st_size < size
    store.close()


def test_what_is_purged_leaves_no_byte_either(tmp_path: Path) -> None:
    store = limited(f"sqlite:///{tmp_path}/timelines.sqlite", idle=later(days=1) - NOW)
    store.create(doc(CANARY, CANARY * 9_000), owner="ada", now=NOW)
    assert store.purge(later(days=2)) == 1
    assert files_with(tmp_path) == []
    store.close()


def test_the_copy_before_a_new_schema_forgets_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"sqlite:///{tmp_path}/timelines.sqlite"
    store = open_store(address, now=NOW)
    kept = store.create(doc(CANARY, CANARY * 50), owner="ada", now=NOW)
    other = store.create(doc("other"), owner="ada", now=NOW)
    store.close()
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, ("CREATE TABLE more (id INTEGER)",)))
    store = open_store(address, now=NOW)
    assert "timelines.sqlite.before-2" in files_with(tmp_path)
    store.delete(kept.id, owner="ada")
    store.close()
    assert files_with(tmp_path) == []
    with sqlite3.connect(tmp_path / "timelines.sqlite.before-2") as copy:
        assert copy.execute("SELECT id FROM documents").fetchall() == [(other.id,)]


def test_rows_of_a_deleted_timeline_are_gone_from_a_server(server: Server) -> None:
    store = open_store(server.database(), now=NOW)
    kept = store.create(doc(CANARY, CANARY), owner="ada", now=NOW)
    store.share(kept.id, owner="ada", now=NOW)
    store.delete(kept.id, owner="ada")
    with store._engine.connect() as connection:
        for table in ("documents", "revisions", "texts", "holdings", "shares"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0
    store.close()
