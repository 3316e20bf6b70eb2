"""Every schema that was released opens; a newer one is left alone; a step is taken once, whole, and after a copy."""

import contextlib
import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.store.conftest import NOW, Server, doc, program
from timeline.errors import NewerStore, StoreFailed
from timeline.store import schema
from timeline.store.opening import open_store
from timeline.store.tables import METADATA

RELEASED = Path(__file__).parent / "released"
MORE = (*schema.STEPS, ("ALTER TABLE documents ADD COLUMN note TEXT", "UPDATE documents SET note = 'from before'"))
BROKEN = (*schema.STEPS, ("ALTER TABLE documents ADD COLUMN note TEXT", "UPDATE no_such_table SET x = 1"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "timelines.sqlite"


def columns(connection: sa.Connection) -> dict[str, list[str]]:
    inspector = sa.inspect(connection)
    return {name: [str(column["name"]) for column in inspector.get_columns(name)] for name in inspector.get_table_names()}


def test_the_steps_make_the_tables_that_the_store_asks_for(address: str) -> None:
    store = open_store(address, now=NOW)
    with store._engine.connect() as connection:
        assert columns(connection) == {table.name: [column.name for column in table.columns] for table in METADATA.sorted_tables}
    store.close()


def test_every_released_schema_has_its_fixture() -> None:
    assert sorted(one.stem for one in RELEASED.glob("*.sql")) == [f"{number:02}" for number in range(1, len(schema.STEPS) + 1)]


@pytest.mark.parametrize("dump", sorted(RELEASED.glob("*.sql")), ids=lambda one: one.stem)
def test_what_an_earlier_release_kept_opens(dump: Path, path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as old:
        old.executescript(dump.read_text(encoding="utf-8"))
    store = open_store(f"sqlite:///{path}", now=NOW)
    (line,) = store.documents("ada")
    assert (line.title, line.revision, line.links) == ("Coups", 2, 1)
    kept = store.load(line.id, owner="ada")
    assert kept.document.sources[0].text == "On 26 July 2023 soldiers seized power."
    assert kept.document.sources[0].article().title == "Niger"
    assert kept.document.edits == ({"event": "e1", "title": "Soldiers seize power"},)
    assert kept.document.view == {"lanes": "actor"}
    assert kept.document.table == '{"rows": 1}'
    assert store.load(line.id, owner="ada", revision=1).document.edits == ()
    opened = store.open_share("released-token", now=NOW)
    assert opened is not None
    assert opened.revision.number == 1
    assert store.save(line.id, doc("3"), owner="ada", expected=2, now=NOW).number == 3
    store.close()


def test_a_file_of_a_newer_program_is_left_as_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as newer:
        newer.setattr(schema, "STEPS", MORE)
        store = open_store(f"sqlite:///{path}", now=NOW)
        store.create(doc(), owner="ada", now=NOW)
        store.close()
    before = path.read_bytes()
    with pytest.raises(NewerStore, match="written by a newer version of this program: its schema is 2, this version knows 1. Nothing was"):
        open_store(f"sqlite:///{path}", now=NOW)
    assert path.read_bytes() == before


def test_a_server_with_a_newer_schema_is_left_as_it_is(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    address = server.database()
    with monkeypatch.context() as newer:
        newer.setattr(schema, "STEPS", MORE)
        open_store(address, now=NOW).close()
    with pytest.raises(NewerStore, match="its schema is 2, this version knows 1"):
        open_store(address, now=NOW)


def test_a_step_keeps_what_was_there(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(address, now=NOW)
    kept = store.create(doc("before"), owner="ada", now=NOW)
    store.close()
    monkeypatch.setattr(schema, "STEPS", MORE)
    for _ in range(2):  # the second time there is nothing to do
        store = open_store(address, now=NOW)
        assert store.load(kept.id, owner="ada").document == doc("before")
        with store._engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT note FROM documents").scalar() == "from before"
            assert connection.exec_driver_sql("SELECT schema_version FROM timeline_store").fetchall() == [(2,)]
        store.close()


def test_a_copy_of_the_file_is_made_before_a_step(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"sqlite:///{path}"
    store = open_store(address, now=NOW)
    kept = store.create(doc("before"), owner="ada", now=NOW)
    store.close()
    assert [one.name for one in path.parent.iterdir()] == ["timelines.sqlite"]
    monkeypatch.setattr(schema, "STEPS", MORE)
    store = open_store(address, now=NOW)
    store.save(kept.id, doc("after"), owner="ada", expected=1, now=NOW)
    store.close()
    monkeypatch.undo()
    store = open_store(f"{address}.before-2", now=NOW)  # the older program goes on with it
    assert store.load(kept.id, owner="ada").document == doc("before")
    store.close()


def test_a_step_that_fails_changes_nothing(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(address, now=NOW)
    kept = store.create(doc("before"), owner="ada", now=NOW)
    store.close()
    monkeypatch.setattr(schema, "STEPS", BROKEN)
    with pytest.raises(StoreFailed, match="the database refuses it"):
        open_store(address, now=NOW)
    monkeypatch.undo()
    store = open_store(address, now=NOW)
    with store._engine.connect() as connection:
        assert "note" not in columns(connection)["documents"]
    assert store.load(kept.id, owner="ada").document == doc("before")
    store.close()


FIRST = """
import datetime as dt, sys
from timeline.store.document import Document
from timeline.store.opening import open_store
store = open_store(sys.argv[1], now=dt.datetime(2026, 3, 1, tzinfo=dt.UTC))
store.create(Document("one"), owner="ada", now=dt.datetime(2026, 3, 1, tzinfo=dt.UTC))
"""


def test_programs_that_start_at_once_make_the_tables_once(address: str) -> None:
    started = [program(FIRST, address) for _ in range(3)]
    assert [one.communicate(timeout=120)[1] for one in started] == [""] * 3
    store = open_store(address, now=NOW)
    assert len(store.documents("ada")) == 3
    with store._engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM timeline_store").scalar() == 1
    store.close()
