"""Twenty files of each format are read as the plain text is."""

import re

import pytest

from tests.intake.makers import MAKERS, Story, stories
from timeline.article import Article
from timeline.intake.sources import sources_from, sources_from_files

STORIES = stories()


def paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


def taken(kind: str) -> list[tuple[Story, Article]]:
    """The one article that comes of each story as a file of this kind."""
    files = [(f"{story.slug}.bin", MAKERS[kind](story, turn)) for turn, story in enumerate(STORIES)]
    found = list(sources_from_files(files))
    assert [remark.message for each in found for remark in each.failures] == []
    assert [len(each.articles) for each in found] == [1] * len(STORIES)
    assert {original.kind for each in found for original in each.originals} & {kind} or kind == "zip"
    return [(story, each.articles[0]) for story, each in zip(STORIES, found, strict=True)]


def test_there_are_twenty_stories() -> None:
    assert len({story.slug for story in STORIES}) == 20


@pytest.mark.parametrize("kind", MAKERS)
def test_twenty_files_have_the_paragraphs_of_their_text(kind: str) -> None:
    joined = 0
    for story, article in taken(kind):
        if kind == "pdf" and paragraphs(article.text) != list(story.paragraphs):
            # Where a page ends with a full line and a full stop, nobody can see whether a paragraph ends.
            joined += 1
            assert " ".join(paragraphs(article.text)) == " ".join(story.paragraphs)
            assert len(paragraphs(article.text)) == len(story.paragraphs) - 1
            continue
        assert paragraphs(article.text) == list(story.paragraphs), story.slug
        assert article.language == "en"
        if kind in ("eml", "mbox", "feed"):
            assert article.published is not None and article.published.isoformat() == story.published
            assert (article.title, article.source) == (f"News: {story.slug}", "The Gazette")
    assert joined <= 1


@pytest.mark.soak
@pytest.mark.parametrize("kind", MAKERS)
def test_twenty_files_have_the_events_of_their_text(kind: str) -> None:
    from timeline.events.reader import read
    from timeline.intake.source import from_text

    def events(article: Article) -> list[tuple[str, str, str]]:
        return [(event.title, event.when.edtf, event.kind) for event in read(article).events]

    for story, article in taken(kind):
        plain = from_text("\n\n".join(story.paragraphs), published=article.published)
        assert events(article) == events(plain), story.slug


@pytest.mark.parametrize("kind", ["markdown", "docx"])
def test_what_a_file_says_of_itself_is_kept_apart_from_its_text(kind: str) -> None:
    (article,) = sources_from(MAKERS[kind](STORIES[1], 1), name="a").articles
    assert article.title == "A title of its own" and "A title of its own" not in article.text
    if kind == "markdown":
        assert str(article.published) == STORIES[1].published and "gazette.example" not in article.text
