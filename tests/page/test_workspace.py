"""The workspace: what a visitor has brought, as a value and as the document that is kept."""

import dataclasses
import datetime as dt
from collections.abc import Callable

import pytest

from timeline.article import Article
from timeline.page.settings import fits
from timeline.page.steps import after, before
from timeline.page.workspace import Held, Remark, Workspace, workspace_from
from timeline.store.document import Document, Source, body_of, document_from
from timeline.table.edit import Edit
from timeline.table.history import History, made

DAY = dt.date(2025, 1, 18)
NOW = dt.datetime(2025, 2, 1, 12, tzinfo=dt.UTC)

EDIT = Edit("title", "anna", NOW, ("a1",), {"title": "Peace"}, ({"title": "War"},))


def held(text: str, published: dt.date | None = DAY) -> Held:
    return Held(Article(text, published=published, published_from="dateline" if published else "none", title=text[:5]), captured=NOW)


def test_a_workspace_comes_back_from_its_document() -> None:
    workspace = Workspace("Two wars", (held("First text"), held("Second text", None)), made(History(), EDIT), view={"lanes": "By actor"})
    workspace = workspace.redated(1, dt.date(2024, 5, 6))
    document = workspace.document()
    texts = {source.sha256: source.text for source in document.sources}
    again = workspace_from(document_from(body_of(document), texts))
    assert again == workspace
    assert again.sources[1].article.published == dt.date(2024, 5, 6)
    assert again.sources[1].found.published is None


def test_an_article_keeps_its_id_whatever_is_corrected_and_however_often_it_is_saved() -> None:
    workspace = Workspace(sources=(held("A text"),))
    known = workspace.sources[0].article.id
    assert "id" not in workspace.document().sources[0].more, "it follows from what the article is"
    workspace = workspace.redated(0, dt.date(2020, 1, 1))
    (source,) = workspace.document().sources
    again = workspace_from(workspace.document())
    assert {source.article().id, again.sources[0].article.id, again.sources[0].found.id} == {known}
    before = Source.of(Article("A text", published=dt.date(2020, 1, 1)), more={"found": "2025-01-18", "found_from": "dateline"})
    assert (kept := workspace_from(Document("", (before,))).sources[0]).found.id == kept.article.id == before.article().id != known


@pytest.mark.parametrize("wrong", ["<b>", 7, "0" * 15, None])
def test_an_id_from_a_strangers_file_is_one_or_is_passed_over(wrong: object) -> None:
    assert Source.of(Article("A text"), more={"id": wrong}).article().id == Article("A text").id


def test_what_the_visitor_gives_can_be_taken_back() -> None:
    workspace = Workspace(sources=(held("A text"),)).redated(0, dt.date(2020, 1, 1))
    assert workspace.sources[0].article.published_from == "given"
    assert workspace.redated(0, None).sources[0].article == held("A text").article


def walked(workspace: Workspace, step: Callable[[Workspace], Workspace | None]) -> list[Workspace]:
    """The workspaces that the steps lead through."""
    found = []
    while (following := step(workspace)) is not None:
        found.append(workspace := following)
    return found


def test_steps_lead_back_and_forth_through_edits_and_changes_of_sources_in_their_order() -> None:
    later = dataclasses.replace(EDIT, at=NOW + dt.timedelta(minutes=5))
    begun = Workspace(sources=(held("First"), held("Second")))
    path = [begun, begun.redated(0, dt.date(2020, 1, 1))]
    path.append(dataclasses.replace(path[-1], history=made(History(), EDIT, EDIT)))
    path += [path[-1].without(0), path[-1].without(0).reworded(0, "Other words")]
    path.append(dataclasses.replace(path[-1], history=made(path[-1].history, later)))
    back = walked(path[-1], before)
    assert [(each.sources, each.history.active) for each in back] == [(each.sources, each.history.active) for each in path[-2::-1]]
    forth = walked(back[-1], after)
    assert [(each.sources, each.history.active) for each in forth] == [(each.sources, each.history.active) for each in path[1:]]
    assert after(back[0].without(0)) is None, "what was undone is gone with another step"


def test_a_source_comes_back_among_those_that_were_added_since() -> None:
    workspace = Workspace(sources=(held("First"), held("Second"))).without(0).adding((held("Third"),))
    undone = before(workspace)
    assert undone and [one.found.text for one in undone.sources] == ["First", "Second", "Third"]
    again = before(workspace.adding((held("First"),)))
    assert again and [one.found.text for one in again.sources] == ["Second", "Third", "First"], "it is there already"


def test_a_source_that_is_there_is_not_taken_twice_and_its_new_text_takes_its_place() -> None:
    workspace = Workspace(sources=(held("Title\n\nOld words"), held("Other")))
    new = held("Title\n\nNew words")
    assert new.found.id == workspace.sources[0].found.id
    again = workspace.adding((new, held("Third")), (Remark("x.pdf", "cannot read 'x.pdf'"),))
    assert [one.found.text for one in again.sources] == ["Title\n\nNew words", "Other", "Third"]
    assert again.remarks[0].name == "x.pdf"


def test_a_workspace_is_called_after_its_sources_unless_it_has_a_title() -> None:
    assert Workspace().name == ""
    assert Workspace(sources=(held("First text"), held("Other"))).name == "First and 1 more"
    assert Workspace("Mine", (held("First text"),)).name == "Mine"


@pytest.mark.parametrize(
    "key, value, taken",
    [
        ("score", 0.5, True),
        ("score", 7.0, False),
        ("legend", "yes", False),
        ("kind", ["attack"], True),
        ("kind", [1], False),
        ("axis", ["x"], False),
    ],
)
def test_a_saved_view_gives_widgets_only_what_they_can_take(key: str, value: object, taken: bool) -> None:
    assert fits(key, value) is taken
