"""Timelines are saved as one works, shared by links that show no more than they should, and end for good; without a browser."""

import datetime as dt
import json
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from timeline.errors import StoreFailed
from timeline.page import access, drafts, kept, shared
from timeline.page.portable import from_file
from timeline.store.store import Store

ROOT = Path(__file__).parent.parent.parent
CANARY = "The clerk wore a canary-yellow tie."
TEXT = f"Leaders in Cairo\n\nEgypt and Sudan signed a water accord in Khartoum on 3 May 2019. {CANARY} France invaded Egypt in July 1798."
MORE = "Paper\n\nChile and Peru signed a peace treaty in Lima on 3 June 1929."
NOW = dt.datetime.now(dt.UTC)


@pytest.fixture
def store() -> Iterator[Store]:
    """The store of the page in this test."""
    yield kept.store()


def opened(**address: str) -> AppTest:
    """The page as a browser opens it at an address, in a session of its own."""
    page = AppTest.from_file(str(ROOT / "timeline_app.py"), default_timeout=120)
    for name, value in address.items():
        page.query_params[name] = value
    return page.run()


def pasted(text: str = TEXT) -> AppTest:
    """The page after a visitor has pasted a text."""
    page = AppTest.from_file(str(ROOT / "timeline_app.py"), default_timeout=120)
    page.session_state["mode"] = "Your own text"  # no example is read on the way
    page.run()
    page.text_area[0].set_value(text)
    next(button for button in page.button if button.label == "Draw the timeline").click()
    page.run()
    assert not page.exception
    return page


def title_of(page: AppTest) -> Any:
    """The field of the title, which is another one for each timeline that is opened."""
    return next(field for field in page.text_input if str(field.key).startswith("title-own"))


def titled(page: AppTest, title: str) -> AppTest:
    title_of(page).set_value(title).run()
    return page


def words(page: AppTest) -> str:
    """All that stands on the page, also what components are given."""
    plain = [str(element.value) for kind in ("text", "caption", "markdown") for element in page.get(kind)]
    return "\n".join(plain + [json.dumps(data, ensure_ascii=False) for data in components(page).values()])


def components(page: AppTest) -> dict[str, Any]:
    return {element.proto.component_name: json.loads(element.proto.json or "null") for element in page.get("bidi_component")}


def dates(page: AppTest) -> list[str]:
    return list(page.dataframe[0].value["When"])


def linked(page: AppTest, rights: str = "Look", **chosen: str) -> str:
    """The token of a link that is made in the dialog."""
    page.button(key="share").click().run()
    page.segmented_control(key="share-rights").set_value(rights)
    for key, value in chosen.items():
        next(field for field in (*page.radio, *page.selectbox) if field.key == f"share-{key}").set_value(value)
    page.button(key="share").click()  # a test runs the whole page, which closes a dialog
    page.button(key="share-make").click()
    page.run()
    assert not page.exception
    return str(components(page)["timeline.link"]["token"])


def in_dialog(page: AppTest, opener: str, *keys: str) -> AppTest:
    """The page after buttons of a dialog were clicked."""
    page.button(key=opener).click().run()
    for key in keys:
        page.button(key=opener).click()
        page.button(key=key).click()
        page.run()
    assert not page.exception
    return page


# Saving


def test_what_is_brought_is_saved_and_found_again_after_a_reload(store: Store) -> None:
    page = pasted()
    assert "Saved " in words(page)
    again = opened(open=page.query_params["open"])
    assert dates(again) == dates(page) == ["July 1798", "3 May 2019"]
    assert len(store.documents("local")) == 1


def test_each_change_is_saved_and_a_mere_look_is_not(store: Store) -> None:
    page = pasted()
    before = store.documents("local")[0].revision
    page.selectbox(key="lanes").set_value("By actor").run()
    page.button(key="first").click().run()
    assert store.documents("local")[0].revision == before
    titled(page, "Water")
    assert store.documents("local")[0].title == "Water"
    assert store.documents("local")[0].revision == before + 1


def test_an_example_that_nobody_changed_is_not_kept(store: Store) -> None:
    page = opened()
    page.selectbox(key="seed").select_index(1).run()
    assert not store.documents("local")
    assert "open" not in page.query_params


def test_a_text_is_kept_before_it_is_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    page = opened()
    page.segmented_control(key="mode").set_value("Your own text").run()
    page.text_area[0].set_value(TEXT)
    next(button for button in page.button if button.label == "Draw the timeline").click()
    monkeypatch.setattr("timeline.page.reading._read", interrupted)
    try:
        page.run()
    except BaseException as fault:
        assert isinstance(fault, KeyboardInterrupt | RuntimeError)
    (line,) = store.documents("local")
    assert store.load(line.id, owner="local").document.sources[0].text.strip() == TEXT


def test_the_last_timeline_is_offered_and_not_forced(store: Store) -> None:
    pasted()
    page = opened()
    assert "Your last timeline is “Leaders in Cairo”" in words(page)
    assert "3 May 2019" not in dates(page)
    page.button(key="go-on").click().run()
    assert dates(page) == ["July 1798", "3 May 2019"]
    assert page.query_params["open"]


def test_an_offer_that_is_not_wanted_goes(store: Store) -> None:
    pasted()
    page = opened()
    page.button(key="not-now").click().run()
    assert "Your last timeline" not in words(page)


def test_the_id_of_a_draft_opens_it_for_its_owner_alone(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = pasted().query_params["open"]
    stranger = access.Visitor(owner="ada@example.org", may_read=True, may_write=True)
    for asking in ("drafts", "opening"):
        monkeypatch.setattr(f"timeline.page.{asking}.visitor", lambda: stranger)
    page = opened(open=asked)
    assert "is not kept here, or is not yours" in words(page)
    assert "3 May 2019" not in dates(page)


def test_where_nothing_is_saved_the_page_says_so_and_gives_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "_from_this_machine", lambda _: False)
    page = pasted()
    assert "Not saved" in " ".join(badge.value for badge in page.markdown)
    assert any(button.proto.label == "Save to a file" for button in page.get("download_button"))
    assert "open" not in page.query_params


def test_a_store_that_fails_is_told_and_loses_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    page = pasted()
    before = store.documents("local")[0].revision

    def full(*_: object, **__: object) -> None:
        raise StoreFailed("the disk is full. Nothing was changed.")

    with monkeypatch.context() as broken:
        broken.setattr(Store, "save", full)
        titled(page, "Water")
        assert "The disk is full." in words(page)
        assert title_of(page).value == "Water"
    page.run()  # the next run saves what could not be saved
    assert store.documents("local")[0].title == "Water"
    assert store.documents("local")[0].revision == before + 1
    assert "disk is full" not in words(page)


def test_a_file_to_keep_holds_all_and_opens_again(store: Store) -> None:
    page = titled(pasted(), "Water")
    (line,) = store.documents("local")
    document = store.load(line.id, owner="local").document
    from timeline.page.portable import to_file

    fresh = opened()
    fresh.button(key="timelines").click().run()
    fresh.button(key="timelines").click()
    fresh.file_uploader(key="from-file").upload("water.timeline.json", to_file(from_file(to_file(document))), "application/json")
    fresh.run()
    fresh.run()
    assert not fresh.exception
    assert dates(fresh) == dates(page)
    assert title_of(fresh).value == "Water"
    assert len(store.documents("local")) == 2


# The list


def test_timelines_are_opened_renamed_duplicated_and_deleted_with_a_second_click(store: Store) -> None:
    first = pasted().query_params["open"]
    page = pasted(MORE)
    second = page.query_params["open"]
    in_dialog(page, "timelines", f"copy-{first}")
    assert sorted(line.title for line in store.documents("local")) == ["Leaders in Cairo", "Leaders in Cairo (copy)", "Paper"]
    in_dialog(page, "timelines", f"open-{first}")
    page.run()
    assert dates(page) == ["July 1798", "3 May 2019"]
    in_dialog(page, "timelines", f"delete-{second}")
    assert len(store.documents("local")) == 3, "one click deletes nothing"
    in_dialog(page, "timelines", f"gone-{second}")
    assert second not in [line.id for line in store.documents("local")]


def test_a_deleted_timeline_is_gone_from_the_page_and_from_the_address(store: Store) -> None:
    page = pasted()
    gone = page.query_params["open"]
    in_dialog(page, "timelines", f"delete-{gone}", f"gone-{gone}")
    page.run()
    assert not store.documents("local")
    assert "open" not in page.query_params
    assert not page.dataframe


# Links


def test_a_link_shows_the_timeline_and_nothing_that_could_change_it(store: Store) -> None:
    page = linked_page = titled(pasted(), "Water <b>accord</b>")
    view = opened(t=linked(linked_page))
    assert not view.exception
    assert dates(view) == dates(page)
    head = components(view)["timeline.shared"]
    assert head["title"] == "Water <b>accord</b>"
    assert "To look at · 2 events · 1 source · quotes only" in head["lines"][0]
    kinds = {element.type for element in view}
    assert not kinds & {"text_area", "file_uploader", "data_editor", "chat_input", "number_input", "date_input"}
    assert {field.key for field in view.text_input} <= {"q", "from", "to"}, "fields are for looking alone"
    view.button(key="first").click().run()
    assert {button.key for button in view.button} <= {"after", "before", "close", "all-time", "clear"}
    assert "open" not in view.query_params


def test_a_link_with_quotes_only_sends_no_other_sentence(store: Store) -> None:
    page = pasted()
    quotes, texts = linked(page), linked(page, texts="The quotes and the full texts")
    assert CANARY not in everything(opened(t=quotes))
    assert CANARY in everything(opened(t=texts))


def everything(page: AppTest) -> str:
    """All that the server sends to the browser."""
    found: list[str] = []

    def walk(block: Any) -> None:
        for child in getattr(block, "children", {}).values():
            walk(child)
        if hasattr(block, "proto") and block.proto is not None:
            found.append(str(block.proto))

    walk(page._tree)
    return "\n".join(found)


def test_a_fixed_link_stays_and_a_live_one_goes_along(store: Store) -> None:
    page = titled(pasted(), "Before")
    fixed, live = linked(page), linked(page, live="Always the newest version")
    titled(page, "After")
    assert components(opened(t=fixed))["timeline.shared"]["title"] == "Before"
    assert components(opened(t=live))["timeline.shared"]["title"] == "After"


def test_wrong_revoked_and_ended_links_show_the_same(store: Store) -> None:
    page = pasted()
    document_id = page.query_params["open"]
    revoked, ended = linked(page), linked(page)
    ends, goes = store.shares(document_id, owner="local")
    in_dialog(page, "share", f"revoke-{goes.id}")
    assert opened(t=revoked).dataframe, "one click revokes nothing"
    in_dialog(page, "share", f"revoked-{goes.id}")
    store.extend(ends.id, owner="local", expires=NOW + dt.timedelta(days=1), now=NOW)
    pages = [opened(t=token) for token in ("wrong", "x" * 5000, "�\x00", revoked)]
    later = NOW + dt.timedelta(days=2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shared, "now", lambda: later)
        pages.append(opened(t=ended))
    assert len({everything(page) for page in pages}) == 1
    assert components(pages[0])["timeline.shared"]["title"] == "This link does not lead to a timeline."


def test_a_link_that_ends_while_it_is_looked_at_shows_nothing_from_then_on(store: Store) -> None:
    page = pasted()
    view = opened(t=linked(page))
    store.revoke(store.shares(page.query_params["open"], owner="local")[0].id, owner="local")
    view.run()
    assert not view.dataframe
    assert components(view)["timeline.shared"]["title"] == shared.GONE


def test_a_store_that_does_not_answer_is_told_to_whoever_opens_a_link(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def down(*_: object, **__: object) -> None:
        raise StoreFailed("the server does not answer. Try again later.")

    monkeypatch.setattr(Store, "open_share", down)
    view = opened(t="anything")
    assert not view.exception
    assert "The server does not answer. Try again later." in words(view)


def test_the_door_and_the_page_say_the_same_of_a_link_that_leads_nowhere() -> None:
    from timeline.page.gate import GONE

    assert shared.GONE.encode() in GONE and shared.ASK.encode() in GONE


def test_a_link_is_counted_once_a_visit(store: Store) -> None:
    page = pasted()
    view = opened(t=linked(page))
    view.button(key="first").click().run()
    assert [link.opened for link in store.shares(page.query_params["open"], owner="local")] == [1]
    page.button(key="share").click().run()
    assert "opened once" in words(page)


def test_the_view_of_a_link_is_its_makers_until_its_reader_chooses_another(store: Store) -> None:
    page = pasted()
    page.selectbox(key="lanes").set_value("By actor").run()
    token = linked(page)
    view = opened(t=token)
    assert view.selectbox(key="lanes").value == "By actor"
    assert opened(t=token, lanes="By place").selectbox(key="lanes").value == "By place"
    view.selectbox(key="lanes").set_value("By kind").run()
    assert view.selectbox(key="lanes").value == "By kind"
    assert view.query_params["t"] == token


def test_an_embedded_link_has_a_chart_sources_and_a_way_to_the_whole(store: Store) -> None:
    page = AppTest.from_file(str(ROOT / "timeline_app.py"), default_timeout=120)
    token = linked(pasted())
    page.query_params["t"], page.context = token, {"is_embedded": True}
    page.run()
    assert not page.exception
    assert len(page.get("plotly_chart")) == 1
    assert not page.button and not page.selectbox and not page.dataframe
    (way,) = page.get("link_button")
    assert way.proto.url.startswith(f"?t={token}")


@pytest.mark.parametrize("lasts, days", [("30 days", 30), ("90 days", 90), ("No end", None)])
def test_links_end_when_they_were_told_to(store: Store, lasts: str, days: int | None) -> None:
    page = pasted()
    linked(page, lasts=lasts)
    (link,) = store.shares(page.query_params["open"], owner="local")
    assert (link.expires is None) == (days is None)
    if days and link.expires:
        assert dt.timedelta(days=days) <= link.expires - link.created + dt.timedelta(seconds=5) < dt.timedelta(days=days, minutes=5)


def test_a_token_is_in_no_title_dump_export_or_file(store: Store) -> None:
    page = pasted()
    token = linked(page)
    edit = linked(page, rights="Look and edit")
    view, work = opened(t=token), opened(t=edit)
    for session in (page, view, work):
        dump = repr(session.session_state)
        assert token not in dump and edit not in dump
        assert token.encode() not in pickle.dumps([drafts.Token(token)])
    assert token.encode() not in store.export("local")
    files = [path.read_bytes() for path in Path(store.where).parent.iterdir() if path.is_file()]
    assert files and not any(secret.encode() in data for data in files for secret in (token, edit))


# Editing together


def test_an_edit_link_changes_the_shared_timeline_and_shares_nothing(store: Store) -> None:
    page = pasted()
    guest = opened(t=linked(page, rights="Look and edit"))
    assert dates(guest) == dates(page)
    assert not any(button.key in ("share", "versions") for button in guest.button)
    titled(guest, "By the guest")
    assert store.documents("local")[0].title == "By the guest"
    assert store.revisions(page.query_params["open"], owner="local")[0].by


def test_an_edit_link_shows_where_nobody_may_write(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    page = pasted()
    token = linked(page, rights="Look and edit")
    monkeypatch.setattr(access, "_access", access.Access("shares"))
    monkeypatch.setattr(shared, "edit_tokens", lambda: (token,))  # the cookie of the door /e/
    guest = opened(open="edit")
    assert dates(guest) == dates(page)
    assert "Newest version" in words(guest)
    assert not guest.text_area and not any(button.key in ("share", "versions") for button in guest.button)


def test_an_edit_link_that_ends_keeps_what_was_changed_on_the_page(store: Store) -> None:
    page = pasted()
    guest = opened(t=linked(page, rights="Look and edit"))
    store.revoke(store.shares(page.query_params["open"], owner="local")[0].id, owner="local")
    titled(guest, "Too late")
    assert "This link no longer lets you edit." in words(guest)
    assert title_of(guest).value == "Too late"
    assert any(button.proto.label == "Save to a file" for button in guest.get("download_button"))
    assert store.documents("local")[0].title != "Too late"


def two_windows() -> tuple[AppTest, AppTest]:
    """The same timeline in two windows, of which the first has saved a title that the second does not know."""
    one = pasted()
    other = opened(open=one.query_params["open"])
    titled(one, "Theirs")
    titled(other, "Mine")
    return one, other


def test_the_second_window_is_told_of_the_first_and_writes_over_nothing(store: Store) -> None:
    _, other = two_windows()
    assert "“Theirs” was saved at " in words(other)
    assert "by another window; your change is kept below." in words(other)
    assert "Title: “Theirs” → “Mine”" in words(other)
    assert title_of(other).value == "Mine"
    assert [line.title for line in store.documents("local")] == ["Theirs"]
    other.run()
    assert [line.title for line in store.documents("local")] == ["Theirs"]


def test_in_a_conflict_theirs_can_be_used(store: Store) -> None:
    _, other = two_windows()
    other.button(key="clash-theirs").click().run()
    assert title_of(other).value == "Theirs"
    assert "was saved at" not in words(other)
    titled(other, "Later")
    assert [line.title for line in store.documents("local")] == ["Later"]


def test_in_a_conflict_mine_can_be_used_and_theirs_stays_among_the_versions(store: Store) -> None:
    one, other = two_windows()
    other.button(key="clash-mine").click().run()
    assert [line.title for line in store.documents("local")] == ["Mine"]
    assert [revision.title for revision in store.revisions(one.query_params["open"], owner="local")][:2] == ["Mine", "Theirs"]


def test_in_a_conflict_both_can_be_kept(store: Store) -> None:
    _, other = two_windows()
    other.button(key="clash-both").click().run()
    assert sorted(line.title for line in store.documents("local")) == ["Mine", "Theirs"]


def test_corrections_of_different_events_in_two_windows_all_stand_and_those_of_one_event_are_asked_about(store: Store) -> None:
    one = pasted()
    other = opened(open=one.query_params["open"])
    corrected(one, 0, "Theirs")
    corrected(other, 1, "Mine")
    assert not other.exception
    assert list(other.dataframe[0].value["What"]) == ["Theirs", "Mine"]
    assert "Taken in: 1 correction that was saved at " in words(other)
    assert "your change is kept below" not in words(other)
    document = store.load(other.query_params["open"], owner="local").document
    assert [edit["to"]["title"] for edit in document.edits] == ["Theirs", "Mine"]
    assert document.table
    corrected(one, 0, "Theirs too")
    assert list(one.dataframe[0].value["What"]) == ["Theirs too", "Mine"]
    corrected(other, 0, "Mine too")
    assert "by another window; your change is kept below." in words(other)


def test_an_edit_is_one_version(store: Store) -> None:
    page = pasted()
    versions = len(store.revisions(page.query_params["open"], owner="local"))
    corrected(page, 0, "Another title")
    assert len(store.revisions(page.query_params["open"], owner="local")) == versions + 1
    assert "Another title" in store.load(page.query_params["open"], owner="local").document.table


def test_a_source_of_one_window_and_a_correction_of_another_both_stand_unless_it_is_the_same_text(store: Store) -> None:
    one = pasted()
    other = opened(open=one.query_params["open"])
    one.text_area(key="text").set_value(MORE)
    next(button for button in one.button if button.label == "Add").click()
    one.run()
    corrected(other, 0, "Mine")
    assert [str(title) for title in other.dataframe[0].value["What"]][0] == "Mine"
    assert len(other.dataframe[0].value) == 3
    one.segmented_control(key="beside").set_value("Sources").run()
    one.button(key="remove-0").click().run()
    assert "your change is kept below" in words(one), "an event of the source that was taken out has been corrected"


def corrected(page: AppTest, place: int, title: str) -> None:
    """Gives the event at a place of the table another title."""
    page.session_state["chosen"] = None
    page.run()
    page.button(key="first").click().run()
    for _ in range(place):
        page.button(key="after").click().run()
    page.button(key="correct").click().run()
    next(field for field in page.text_input if field.label == "What").set_value(title)
    next(button for button in page.button if button.label == "Save").click()
    page.run()


def test_what_was_deleted_elsewhere_stays_on_the_page_and_is_kept_anew(store: Store) -> None:
    page = pasted()
    store.delete(page.query_params["open"], owner="local")
    titled(page, "Saved from the fire")
    assert "was deleted in another window" in words(page)
    page.run()
    assert not store.documents("local"), "what was deleted comes back only when it is worked on"
    titled(page, "Risen")
    assert [line.title for line in store.documents("local")] == ["Risen"]


# Versions


def test_two_versions_are_compared_and_an_older_one_comes_back(store: Store) -> None:
    page = titled(pasted(), "First")
    titled(page, "Second")
    page.button(key="versions").click().run()
    assert "Title: “First” → “Second”" in words(page)
    first = next(one.number for one in store.revisions(page.query_params["open"], owner="local") if one.title == "First")
    in_dialog(page, "versions", "versions-back")
    page.run()
    assert title_of(page).value == "First"
    newest, *older = store.revisions(page.query_params["open"], owner="local")
    assert newest.title == "First" and newest.number > first
    assert "Second" in [one.title for one in older]


def test_any_two_versions_are_compared(store: Store) -> None:
    page = pasted()
    for title in ("First", "Second", "Third"):
        titled(page, title)
    found = {one.title: one.number for one in store.revisions(page.query_params["open"], owner="local")}
    page.button(key="versions").click().run()
    for older, newer in (("First", "Second"), ("Second", "First"), ("First", "Third")):
        page.selectbox(key="versions-from").set_value(found[older])
        page.selectbox(key="versions-to").set_value(found[newer])
        page.button(key="versions").click().run()  # a test runs the whole page, which closes a dialog
        assert not page.exception
        assert f"Title: “{older}” → “{newer}”" in words(page)
        assert "The events are the same." in words(page) or "Nothing differs." in words(page)


def test_a_link_says_with_which_program_and_rules_its_timeline_was_made(store: Store) -> None:
    from timeline import __version__
    from timeline.page.words import made_with

    token = linked(pasted())
    assert made_with().startswith(f"version {__version__}, rules ")
    assert f"Made with {made_with()}" in "\n".join(components(opened(t=token))["timeline.shared"]["lines"])
