"""A store copied into another: as a backup, to a server, and back."""

import sqlite3
from pathlib import Path

import pytest

from tests.store.conftest import NOW, Server, doc, later
from timeline.cli import main
from timeline.errors import StoreFailed
from timeline.store.opening import open_store


def test_all_timelines_move_to_a_server_and_back_with_their_links(tmp_path: Path, server: Server) -> None:
    addresses = [f"sqlite:///{tmp_path}/a.sqlite", server.database(), f"sqlite:///{tmp_path}/b.sqlite"]
    first = open_store(addresses[0], now=NOW)
    documents = {}
    for n in range(101):
        kept = first.create(doc(f"{n}", f"text {n} \0", table=f"table {n}"), owner=f"owner {n % 3}", now=NOW)
        first.save(kept.id, doc(f"{n}, corrected", f"text {n} \0"), owner=f"owner {n % 3}", expected=1, now=later(minutes=n))
        documents[kept.id] = n
    token = first.share(kept.id, owner=f"owner {n % 3}", now=NOW, rights="edit")
    stores = [first, *(open_store(address, now=NOW) for address in addresses[1:])]
    assert [stores[n].copy_into(stores[n + 1]) for n in (0, 1)] == [101, 101]
    for owner in (f"owner {n}" for n in range(3)):
        assert stores[0].documents(owner) == stores[1].documents(owner) == stores[2].documents(owner)
        assert stores[0].export(owner) == stores[2].export(owner)
    assert stores[2].save_shared(token, doc("by the old link"), expected=2, now=NOW).number == 3
    with pytest.raises(StoreFailed, match="timelines cannot be copied to .*b.sqlite: there are some already. Give an empty database"):
        stores[0].copy_into(stores[2])
    for store in stores:
        store.close()


def test_the_command_says_where_timelines_are_and_copies_and_tidies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    address = f"sqlite:///{tmp_path}/a.sqlite"
    store = open_store(address, now=NOW)
    store.create(doc("1"), owner="local", now=NOW)
    store.close()
    assert main(["store", "--store", address]) == 0
    assert capsys.readouterr().out == f"1 timeline in {tmp_path}/a.sqlite\n"
    assert main(["store", "--store", address, "copy", f"sqlite:///{tmp_path}/b.sqlite"]) == 0
    assert capsys.readouterr().out == f"copied 1 timeline from {tmp_path}/a.sqlite to {tmp_path}/b.sqlite\n"
    with sqlite3.connect(tmp_path / "b.sqlite") as connection:
        assert connection.execute("SELECT title FROM documents").fetchall() == [("1",)]
    assert main(["store", "--store", address, "purge"]) == 0
    assert capsys.readouterr().out == f"removed 0 timelines from {tmp_path}/a.sqlite\n"
    assert main(["store", "--store", address, "copy", f"sqlite:///{tmp_path}/b.sqlite"]) == 2
    assert "there are some already" in capsys.readouterr().err
    assert main(["store", "--store", "nowhere"]) == 2
    assert "TIMELINE_DATABASE_URL is no address that is understood" in capsys.readouterr().err
