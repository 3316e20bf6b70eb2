"""What a store promises, on SQLite and on PostgreSQL alike."""

import dataclasses
import datetime as dt
import io
import json
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.store.conftest import NOW, doc, later, limited
from timeline.article import Article
from timeline.errors import NotKept, OverQuota, StaleRevision, TimelineError, WrongKind
from timeline.store import keeping
from timeline.store.document import Document, Source
from timeline.store.opening import open_store
from timeline.store.store import Store

FULL = Document(
    "Niger\0 and \ud800 odd",
    (
        Source.of(
            Article(
                "A\r\nB \0 \ud800 é", published=dt.date(1648, 1, 2), title="T", source="S", url="https://x/", language="en", narrative=True
            ),
            captured=NOW,
            more={"state": ["read", 1, None]},
        ),
        Source(""),
    ),
    ({"kind": "retitle", "event": "e1", "to": "Ж — 政变"}, {"kind": "hide", "event": "e2"}),
    {"window": ["2020", None]},
    table='{"table": [1]}',
)


def test_a_document_comes_back_as_it_was_kept(store: Store) -> None:
    kept = store.create(FULL, owner="local", now=NOW)
    loaded = store.load(kept.id, owner="local")
    assert loaded == kept
    assert loaded.document == FULL
    assert loaded.document.sources[0].article().text == "A\r\nB \0 \ud800 é"
    assert loaded.revision.number == loaded.latest == 1
    assert loaded.revision.saved == NOW


def test_each_save_is_a_revision_and_each_can_be_loaded(store: Store, address: str) -> None:
    kept = store.create(doc("one"), owner="local", now=NOW)
    for number, title in enumerate(("two", "three"), start=1):
        assert store.save(kept.id, doc(title), owner="local", expected=number, now=later(minutes=number)).number == number + 1
    store.close()
    again = open_store(address, now=NOW)  # as after a restart
    assert [(one.number, one.title) for one in again.revisions(kept.id, owner="local")] == [(3, "three"), (2, "two"), (1, "one")]
    assert [again.load(kept.id, owner="local", revision=number).document.title for number in (1, 2, 3)] == ["one", "two", "three"]
    assert again.load(kept.id, owner="local").revision.saved == later(minutes=2)
    with pytest.raises(NotKept, match="no revision 9 of this timeline. Kept are 3, 2, 1"):
        again.load(kept.id, owner="local", revision=9)
    again.close()


def test_who_saves_over_what_they_have_not_seen_is_told_and_nothing_is_overwritten(store: Store) -> None:
    kept = store.create(doc("base"), owner="local", now=NOW)
    store.save(kept.id, doc("mine"), owner="local", expected=1, now=later(minutes=1))
    with pytest.raises(
        StaleRevision, match="revision 2, of 2026-03-01 12:01 UTC, stands where yours began with revision 1. Nothing"
    ) as told:
        store.save(kept.id, doc("theirs"), owner="local", expected=1, now=later(minutes=2))
    assert told.value.latest == 2
    assert isinstance(told.value, TimelineError)
    for wrong in (0, 3, -1, 99):
        with pytest.raises(StaleRevision):
            store.save(kept.id, doc("theirs"), owner="local", expected=wrong, now=NOW)
    assert store.load(kept.id, owner="local").document == doc("mine")


def test_saving_again_what_is_there_is_no_conflict_and_no_new_revision(store: Store) -> None:
    """So a save whose answer was lost can be repeated, and a draft that did not change costs nothing."""
    kept = store.create(doc("base"), owner="local", now=NOW)
    first = store.save(kept.id, doc("mine"), owner="local", expected=1, now=NOW)
    assert store.save(kept.id, doc("mine"), owner="local", expected=1, now=later(hours=1)) == first
    assert store.save(kept.id, doc("mine"), owner="local", expected=2, now=later(hours=1)) == first
    assert len(store.revisions(kept.id, owner="local")) == 2


def test_of_many_who_save_at_once_one_wins_each_round(store: Store) -> None:
    kept = store.create(doc("base"), owner="local", now=NOW)
    with ThreadPoolExecutor(8) as pool:
        for expected in range(1, 6):

            def save(who: int, expected: int = expected) -> int:
                try:
                    return store.save(kept.id, doc(f"by {who}"), owner="local", expected=expected, now=NOW).number
                except StaleRevision as stale:
                    return -stale.latest

            answers = sorted(pool.map(save, range(expected * 100, expected * 100 + 8)))
            assert answers == [-(expected + 1)] * 7 + [expected + 1]


def test_threads_that_save_their_own_timelines_do_not_hinder_each_other(store: Store) -> None:
    def work(owner: str) -> list[int]:
        kept = store.create(doc(owner), owner=owner, now=NOW)
        return [store.save(kept.id, doc(f"{owner} {n}"), owner=owner, expected=n, now=NOW).number for n in range(1, 11)]

    with ThreadPoolExecutor(10) as pool:
        assert list(pool.map(work, [f"owner {n}" for n in range(20)])) == [list(range(2, 12))] * 20


def test_an_owner_sees_their_own_alone_and_the_last_saved_first(store: Store) -> None:
    first = store.create(doc("first"), owner="ada", now=NOW)
    second = store.create(doc("second"), owner="ada", now=later(minutes=1))
    store.create(doc("other"), owner="Ada", now=NOW)
    store.save(first.id, doc("first, corrected"), owner="ada", expected=1, now=later(minutes=2))
    store.share(first.id, owner="ada", now=NOW)
    lines = store.documents("ada")
    assert [(one.id, one.title, one.revision, one.links) for one in lines] == [
        (first.id, "first, corrected", 2, 1),
        (second.id, "second", 1, 0),
    ]
    assert (lines[0].created, lines[0].saved) == (NOW, later(minutes=2))
    assert lines[0].size > 0
    assert store.documents("nobody") == []


def test_what_is_not_ones_own_is_as_if_it_were_not_there(store: Store) -> None:
    kept = store.create(doc(), owner="ada", now=NOW)
    token = store.share(kept.id, owner="ada", now=NOW)
    (link,) = store.shares(kept.id, owner="ada")
    said = set()
    for document_id in (kept.id, "0" * 32, "", "x\0\ud800"):
        for attempt in (
            lambda one: store.load(one, owner="eve"),
            lambda one: store.save(one, doc("hers"), owner="eve", expected=1, now=NOW),
            lambda one: store.revisions(one, owner="eve"),
            lambda one: store.delete(one, owner="eve"),
            lambda one: store.share(one, owner="eve", now=NOW),
            lambda one: store.shares(one, owner="eve"),
        ):
            with pytest.raises(NotKept) as told:
                attempt(document_id)
            said.add(str(told.value).replace(repr(document_id), "…"))
    assert len(said) == 1
    for change in (lambda: store.revoke(link.id, owner="eve"), lambda: store.extend(link.id, owner="eve", expires=None, now=NOW)):
        with pytest.raises(NotKept):
            change()
    assert store.open_share(token, now=NOW) is not None
    assert store.export("eve") != store.export("ada")


def test_what_is_deleted_is_gone(store: Store) -> None:
    kept = store.create(doc("gone"), owner="local", now=NOW)
    other = store.create(doc("stays"), owner="local", now=NOW)
    token = store.share(kept.id, owner="local", now=NOW)
    store.delete(kept.id, owner="local")
    assert [one.id for one in store.documents("local")] == [other.id]
    assert store.open_share(token, now=NOW) is None
    with pytest.raises(NotKept, match="there is no timeline"):
        store.load(kept.id, owner="local")
    with pytest.raises(NotKept):
        store.delete(kept.id, owner="local")
    assert store.load(other.id, owner="local").document == doc("stays")


def test_an_owner_keeps_as_many_timelines_as_the_limit_says(address: str) -> None:
    store = limited(address, timelines=2)
    first = store.create(doc("1"), owner="ada", now=NOW)
    store.create(doc("2"), owner="ada", now=NOW)
    with pytest.raises(OverQuota, match="you keep 2 timelines, and 2 is what one may keep here. Delete one"):
        store.create(doc("3"), owner="ada", now=NOW)
    store.create(doc("1"), owner="bob", now=NOW)
    store.save(first.id, doc("1, corrected"), owner="ada", expected=1, now=NOW)
    store.delete(first.id, owner="ada")
    store.create(doc("3"), owner="ada", now=NOW)
    store.close()


def test_an_owner_keeps_as_much_text_as_the_limit_says_and_old_data_stay_whole(address: str) -> None:
    store = limited(address, size=1_000_000)
    kept = store.create(doc("1", "a" * 600_000), owner="ada", now=NOW)
    for n in range(1, 4):  # a text is kept once, however often the timeline is saved
        store.save(kept.id, doc(f"1.{n}", "a" * 600_000), owner="ada", expected=n, now=NOW)
    with pytest.raises(OverQuota, match=r"come to 1\.3 MB, and 1 MB is what one may keep here. Delete a timeline, or take out a source"):
        store.create(doc("2", "b" * 600_000), owner="ada", now=NOW)
    with pytest.raises(OverQuota):
        store.save(kept.id, doc("1", "c" * 600_000), owner="ada", expected=4, now=NOW)
    assert [one.title for one in store.documents("ada")] == ["1.3"]
    assert store.load(kept.id, owner="ada").document == doc("1.3", "a" * 600_000)
    store.close()


def test_old_revisions_thin_out_and_what_they_alone_had_goes_with_them(address: str) -> None:
    store = limited(address)
    kept = store.create(doc("1", "only the first"), owner="ada", now=NOW)
    for number in range(1, 101):
        store.save(kept.id, doc(f"{number + 1}"), owner="ada", expected=number, now=later(hours=number))
        if number == 5:
            pinned = store.share(kept.id, owner="ada", now=NOW)
    store.purge(later(days=9))
    numbers = [one.number for one in store.revisions(kept.id, owner="ada")]
    assert set(range(52, 102)) <= set(numbers)
    assert 6 in numbers
    assert 12 in numbers  # the last of the first day
    assert len(numbers) == 50 + 1 + 2
    size = store.documents("ada")[0].size
    assert size == sum(one.size for one in store.revisions(kept.id, owner="ada")) + len(doc().sources[0].text)
    opened = store.open_share(pinned, now=NOW)
    assert opened is not None
    assert opened.document.title == "6"
    store.close()


def test_a_finished_table_stays_with_the_newest_revision_and_with_those_that_a_link_shows(store: Store) -> None:
    kept = store.create(doc("1", table="table 1"), owner="ada", now=NOW)
    token = store.share(kept.id, owner="ada", now=NOW)
    for number in (1, 2):
        store.save(kept.id, doc(f"{number + 1}", table=f"table {number + 1}"), owner="ada", expected=number, now=NOW)
    assert [store.load(kept.id, owner="ada", revision=n).document.table for n in (1, 2, 3)] == ["table 1", "", "table 3"]
    opened = store.open_share(token, now=NOW)
    assert opened is not None
    assert (opened.document.table, opened.document.sources[0].text) == ("table 1", "")


def test_what_is_idle_is_purged_unless_a_link_still_leads_to_it(address: str) -> None:
    store = limited(address, idle=dt.timedelta(days=90))
    idle, shared, fresh = (store.create(doc(name), owner="ada", now=NOW) for name in ("idle", "shared", "fresh"))
    store.share(shared.id, owner="ada", now=NOW, expires=later(days=200))
    store.save(fresh.id, doc("fresh!"), owner="ada", expected=1, now=later(days=30))
    assert store.purge(later(days=90)) == 0
    assert store.purge(later(days=91)) == 1
    assert sorted(one.title for one in store.documents("ada")) == ["fresh!", "shared"]
    assert store.purge(later(days=201)) == 2
    assert store.documents("ada") == []
    store.close()


def test_everything_of_an_owner_comes_in_one_file(store: Store) -> None:
    kept = store.create(FULL, owner="ada", now=NOW)
    store.save(kept.id, dataclasses.replace(FULL, title="2", table=""), owner="ada", expected=1, now=later(minutes=1))
    token = store.share(kept.id, owner="ada", now=NOW)
    store.create(doc("not hers"), owner="bob", now=NOW)
    data = store.export("ada")
    assert data == store.export("ada")
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        names = set(file.namelist())
        sha256 = FULL.sources[0].sha256
        assert file.read(f"{kept.id}/texts/{sha256}.txt").decode("utf-8", "surrogatepass") == FULL.sources[0].text
        told = json.loads(file.read(f"{kept.id}/timeline.json"))
        first = json.loads(file.read(f"{kept.id}/revisions/0001.json"))
        everything = b"".join(file.read(name) for name in names)
    assert f"{kept.id}/revisions/0002.json" in names
    assert first["edits"] == list(FULL.edits)
    assert [one["number"] for one in told["revisions"]] == [1, 2]
    assert told["links"][0]["rights"] == "view"
    assert token.encode() not in everything
    assert b"not hers" not in everything
    assert b"token" not in everything


def test_a_text_that_was_held_back_is_not_lost_by_saving(store: Store) -> None:
    kept = store.create(doc("1", "the whole text"), owner="ada", now=NOW)
    token = store.share(kept.id, owner="ada", now=NOW)
    opened = store.open_share(token, now=NOW)
    assert opened is not None
    store.save(kept.id, dataclasses.replace(opened.document, title="2"), owner="ada", expected=1, now=NOW)
    assert store.load(kept.id, owner="ada").document.sources[0].text == "the whole text"
    with pytest.raises(NotKept, match="the text of a source is missing"):
        store.create(opened.document, owner="ada", now=NOW)
    assert len(store.documents("ada")) == 1


@pytest.mark.parametrize(
    ("document", "owner", "now", "said"),
    [
        (doc(), "", NOW, "an owner cannot be called ''"),
        (doc(), "a\0b", NOW, "an owner cannot be called"),
        (doc(), "a" * 256, NOW, "an owner cannot be called"),
        (doc(), "ada", NOW.replace(tzinfo=None), "a time without its zone"),
        ("text", "ada", NOW, "the store was given 'text'"),
        (doc(edits=({"when": NOW},)), "ada", NOW, "a timeline cannot be kept"),
        (doc(view={"x": float("nan")}), "ada", NOW, "a timeline cannot be kept"),
    ],
)
def test_wrong_use_is_answered_with_a_sentence_and_writes_nothing(
    store: Store, document: Document, owner: str, now: dt.datetime, said: str
) -> None:
    with pytest.raises(WrongKind, match=said):
        store.create(document, owner=owner, now=now)
    assert store.documents("ada") == []


def test_one_reading_sees_one_moment(store: Store) -> None:
    """So a copy or an export is whole, whatever is saved while it is made."""
    kept = store.create(doc("1"), owner="ada", now=NOW)
    with store._reading() as connection:
        before = keeping.owned(connection, "ada")
        store.create(doc("2"), owner="ada", now=NOW)
        store.save(kept.id, doc("1, corrected"), owner="ada", expected=1, now=NOW)
        assert keeping.owned(connection, "ada") == before
        assert keeping.load(connection, keeping.line_of(connection, kept.id, owner="ada")) == kept
    assert "2" in [one.title for one in store.documents("ada")]


def test_a_store_says_that_it_answers(store: Store) -> None:
    store.ready()
