"""Links: what they show, what they refuse, and how they end."""

import datetime as dt
import hashlib
import logging
import secrets
from pathlib import Path

import pytest

from tests.store.conftest import NOW, Server, doc, later
from timeline.errors import BadShare, NotKept, StaleRevision
from timeline.store.document import Kept, Opened
from timeline.store.store import Store

OWNER = "ada"


@pytest.fixture
def kept(store: Store) -> Kept:
    return store.create(doc("1", "the whole text", table="table 1"), owner=OWNER, now=NOW)


def opened(store: Store, token: str, now: dt.datetime = NOW) -> Opened:
    found = store.open_share(token, now=now)
    assert found is not None
    return found


def test_a_link_shows_a_fixed_revision_without_the_texts_unless_told_otherwise(store: Store, kept: Kept) -> None:
    token = store.share(kept.id, owner=OWNER, now=NOW)
    store.save(kept.id, doc("2"), owner=OWNER, expected=1, now=later(minutes=1))
    found = opened(store, token)
    assert (found.document.title, found.revision.number, found.latest, found.live, found.full_text) == ("1", 1, 1, False, False)
    assert [source.text for source in found.document.sources] == [""]
    assert [source.sha256 for source in found.document.sources] == [source.sha256 for source in kept.document.sources]
    assert found.document.table == "table 1"
    assert not found.may_edit


def test_a_live_link_shows_what_was_saved_last(store: Store, kept: Kept) -> None:
    token = store.share(kept.id, owner=OWNER, now=NOW, live=True, full_text=True)
    store.save(kept.id, doc("2", "a longer text"), owner=OWNER, expected=1, now=later(minutes=1))
    found = opened(store, token)
    assert (found.document, found.revision.number, found.latest, found.live) == (doc("2", "a longer text"), 2, 2, True)


def test_a_link_can_show_an_earlier_revision(store: Store, kept: Kept) -> None:
    store.save(kept.id, doc("2"), owner=OWNER, expected=1, now=later(minutes=1))
    found = opened(store, store.share(kept.id, owner=OWNER, now=NOW, revision=1, full_text=True))
    assert (found.document.title, found.document.sources[0].text) == ("1", "the whole text")


def test_an_edit_link_saves_and_a_view_link_does_not(store: Store, kept: Kept) -> None:
    view = store.share(kept.id, owner=OWNER, now=NOW, live=True, full_text=True)
    edit = store.share(kept.id, owner=OWNER, now=NOW, rights="edit")
    assert view != edit
    found = opened(store, edit)
    assert (found.may_edit, found.live, found.full_text, found.document) == (True, True, True, kept.document)
    with pytest.raises(NotKept, match="this link cannot be used for saving"):
        store.save_shared(view, doc("2"), expected=1, now=NOW)
    revision = store.save_shared(edit, doc("2"), expected=1, now=later(minutes=1))
    assert (revision.number, revision.by) == (2, found.share_id)
    with pytest.raises(StaleRevision) as stale:
        store.save(kept.id, doc("owner's"), owner=OWNER, expected=1, now=later(minutes=2))
    assert stale.value.latest == 2
    assert store.load(kept.id, owner=OWNER).document == doc("2")


def test_an_edit_link_that_has_ended_saves_nothing(store: Store, kept: Kept) -> None:
    ending = store.share(kept.id, owner=OWNER, now=NOW, rights="edit", expires=later(days=1))
    revoked = store.share(kept.id, owner=OWNER, now=later(seconds=1), rights="edit")
    store.revoke(store.shares(kept.id, owner=OWNER)[0].id, owner=OWNER)
    said = set()
    for token in (ending, revoked, "wrong", ""):
        with pytest.raises(NotKept) as told:
            store.save_shared(token, doc("2"), expected=1, now=later(days=2))
        said.add(str(told.value))
    assert len(said) == 1
    assert store.load(kept.id, owner=OWNER).latest == 1


def test_wrong_revoked_and_expired_are_answered_alike(store: Store, kept: Kept) -> None:
    expired = store.share(kept.id, owner=OWNER, now=NOW, expires=later(days=1))
    revoked = store.share(kept.id, owner=OWNER, now=later(seconds=1))
    good = store.share(kept.id, owner=OWNER, now=later(seconds=2))
    store.revoke(store.shares(kept.id, owner=OWNER)[1].id, owner=OWNER)
    for token in (expired, revoked, good[:-1], good + "A", good.swapcase(), "", "x" * 1_000_000, "\0\ud800", " " + good, "' OR 1=1 --"):
        assert store.open_share(token, now=later(days=1)) is None
    assert store.open_share(expired, now=later(hours=23)) is not None
    assert store.open_share(good, now=later(days=9999)) is not None


def test_a_link_can_be_extended_also_after_its_end(store: Store, kept: Kept) -> None:
    token = store.share(kept.id, owner=OWNER, now=NOW, expires=later(days=1))
    (link,) = store.shares(kept.id, owner=OWNER)
    assert store.open_share(token, now=later(days=2)) is None
    assert store.extend(link.id, owner=OWNER, expires=later(days=9), now=later(days=2)).expires == later(days=9)
    assert opened(store, token, later(days=8)).expires == later(days=9)
    assert store.extend(link.id, owner=OWNER, expires=None, now=later(days=2)).expires is None
    with pytest.raises(BadShare, match="a link cannot end at 2026-03-02 12:00, which is past"):
        store.extend(link.id, owner=OWNER, expires=later(days=1), now=later(days=2))
    store.purge(later(days=3000))
    assert store.open_share(token, now=later(days=3000)) is not None


def test_the_list_of_links_tells_all_but_the_token(store: Store, kept: Kept) -> None:
    token = store.share(kept.id, owner=OWNER, now=NOW, expires=later(days=30))
    store.share(kept.id, owner=OWNER, now=later(minutes=1), rights="edit")
    for _ in range(3):
        store.open_share(token, now=NOW)
    store.open_share(token, now=NOW, count=False)
    edit, view = store.shares(kept.id, owner=OWNER)
    assert (view.rights, view.revision, view.live, view.full_text, view.created, view.expires, view.opened) == (
        *("view", 1, False, False, NOW),
        *(later(days=30), 3),
    )
    assert (edit.rights, edit.live, edit.full_text, edit.expires, edit.opened) == ("edit", True, True, None, 0)
    assert token not in repr((view, edit))
    assert hashlib.sha256(token.encode()).hexdigest() not in repr((view, edit))
    store.revoke(view.id, owner=OWNER)
    assert [one.id for one in store.shares(kept.id, owner=OWNER)] == [edit.id]
    with pytest.raises(NotKept, match="there is no such link"):
        store.revoke(view.id, owner=OWNER)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"rights": "own"}, "a link can give no right 'own'. It can give: view, edit."),
        ({"expires": NOW}, "a link cannot end at 2026-03-01 12:00, which is past"),
        ({"live": True, "revision": 1}, "shows what was saved last, not revision 1"),
        ({"rights": "edit", "revision": 1}, "shows what was saved last, not revision 1"),
    ],
)
def test_a_link_that_cannot_be_made_is_refused_with_a_sentence(store: Store, kept: Kept, asked: dict[str, object], said: str) -> None:
    with pytest.raises(BadShare, match=said):
        store.share(kept.id, owner=OWNER, now=NOW, **asked)  # type: ignore[arg-type]
    with pytest.raises(NotKept, match="no revision 7"):
        store.share(kept.id, owner=OWNER, now=NOW, revision=7)
    assert store.shares(kept.id, owner=OWNER) == []


@pytest.mark.parametrize("many", [1_000, pytest.param(10_000, marks=pytest.mark.soak)])
def test_tokens_cannot_be_guessed(store: Store, kept: Kept, many: int) -> None:
    """Guesses of the right form, near misses and hashes hit nothing while ten links are open."""
    tokens = [store.share(kept.id, owner=OWNER, now=NOW) for _ in range(10)]
    assert len(set(tokens)) == 10
    assert all(len(token) == 32 for token in tokens)  # 24 bytes, 192 bits
    guesses = [secrets.token_urlsafe(24) for _ in range(many - 600)]
    guesses += [token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :] for token in tokens for at in range(32)]
    guesses += [hashlib.sha256(token.encode()).hexdigest() for token in tokens]
    guesses += [str(number) for number in range(many - len(guesses))]
    assert len(guesses) == many
    assert sum(store.open_share(guess, now=NOW) is not None for guess in guesses) == 0
    assert all(one.opened == 0 for one in store.shares(kept.id, owner=OWNER))


def test_nothing_of_a_token_is_kept_or_logged(
    store: Store, kept: Kept, tmp_path: Path, caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest
) -> None:
    with caplog.at_level(logging.DEBUG):
        tokens = [store.share(kept.id, owner=OWNER, now=NOW, rights=rights) for rights in ("view", "edit")]
        for token in tokens:
            store.open_share(token, now=NOW)
        store.save_shared(tokens[1], doc("2"), expected=1, now=NOW)
        with pytest.raises(StaleRevision) as told:
            store.save_shared(tokens[1], doc("3"), expected=1, now=NOW)
    kept_files = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    if "postgres" in request.node.name:
        server: Server = request.getfixturevalue("server")
        kept_files += server.log.read_bytes()
        assert hashlib.sha256(tokens[0].encode()).hexdigest().encode() in kept_files  # it does log what it is asked
    kept_files += caplog.text.encode() + repr(told.value).encode() + store.export(OWNER)
    for token in tokens:
        for part in (token, token[:12], token[-12:]):
            assert part.encode() not in kept_files
