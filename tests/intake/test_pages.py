"""Web pages of many sites: the article and nothing else, with its title, day, site and address; and what is said where that fails."""

import datetime as dt
import html

import pytest

from tests.intake.layouts import ADDRESS, COMMENTS, FOOT, LAYOUTS, MENU, RELATED, UNADDRESSED, UNDATED, whole
from tests.intake.makers import stories
from timeline.article import Article
from timeline.intake.sources import Intake, sources_from, sources_from_files

STORIES = stories()
LONG = "The two governments signed an accord on fishing in the strait on 3 March 2021, after talks that had lasted for more than a year. "


def taken() -> list[Article]:
    files = [(name, layout(story)) for (name, layout), story in zip(LAYOUTS.items(), STORIES, strict=True)]
    return [article for found in sources_from_files(files) for article in found.articles]


def test_twenty_pages_have_the_paragraphs_of_their_text_and_tell_of_themselves() -> None:
    for name, story, article in zip(LAYOUTS, STORIES, taken(), strict=True):
        # The stamp of a page without any marks cannot be told from its words; it is read as the day of publication.
        parts = article.text.removeprefix("Posted: May 17, 2031\n\n").split("\n\n")
        assert parts in ([*story.paragraphs], [*story.body]), name
        assert article.title == story.title, name
        if name not in UNDATED:
            assert (article.published, article.published_from) == (dt.date(2031, 5, 17), "metadata"), name
        if name not in UNADDRESSED:
            assert article.url in (ADDRESS, "https://gazette.example/2031/05/17/accord"), name


@pytest.mark.soak
def test_twenty_pages_have_the_events_of_their_text() -> None:
    from timeline.events.reader import read
    from timeline.intake.source import from_text

    def events(article: Article) -> set[tuple[str, str, str]]:
        return {(event.title, event.when.edtf, event.kind) for event in read(article).events}

    for name, story, article in zip(LAYOUTS, STORIES, taken(), strict=True):
        parts = story.paragraphs if story.title in article.text.split("\n\n") else story.body
        assert events(article) == events(from_text("\n\n".join(parts), published=article.published)), name


def one(page: bytes, charset: str = "") -> Intake:
    return sources_from(page, name="page", charset=charset)


def test_a_live_blog_keeps_its_entries_apart_and_in_their_order() -> None:
    entries = "".join(f'<div class="entry"><h2>{hour}.00</h2><p>Entry {hour}: {LONG}</p></div>' for hour in range(9, 14))
    text = (
        one(whole("<title>Live: the accord</title>", f"{MENU}<article><h1>Live: the accord</h1>{entries}</article>{FOOT}")).articles[0].text
    )
    assert [part for part in text.split("\n\n") if part.startswith("Entry")] == [f"Entry {hour}: {LONG.strip()}" for hour in range(9, 14)]


def test_a_row_of_a_table_is_a_paragraph_of_its_own() -> None:
    rows = "".join(f"<tr><td>{day} March 2021</td><td>The parties signed part {day} of the accord.</td></tr>" for day in range(1, 7))
    text = (
        one(whole("<title>Steps</title>", f"<article><h1>Steps</h1><p>{LONG * 3}</p><table>{rows}</table><p>{LONG * 2}</p></article>"))
        .articles[0]
        .text
    )
    assert "\n\n3 March 2021 | The parties signed part 3 of the accord.\n\n" in text


ARABIC = "وقعت الحكومتان اتفاقا بشأن الصيد في المضيق في الثالث من مارس عام 2021 بعد محادثات استمرت أكثر من عام في العاصمة. "
RUSSIAN = "Правительства двух стран подписали 3 марта 2021 года соглашение о рыболовстве в проливе после переговоров, которые длились год. "


@pytest.mark.parametrize(
    "words, encoding, charset, language, name",
    [
        (ARABIC, "utf-8", "", "ar", "Arabic"),
        (ARABIC, "cp1256", "windows-1256", "ar", "Arabic"),
        (RUSSIAN, "cp1251", "windows-1251", "ru", "Russian"),
        (RUSSIAN, "koi8-r", "koi8-r", "ru", "Russian"),
    ],
)
def test_a_page_in_another_language_is_decoded_and_said_to_be_so(words: str, encoding: str, charset: str, language: str, name: str) -> None:
    head = f'<meta charset="{charset}">' if charset else ""
    body = f"<article><h1>{words[:40]}</h1><p>{words * 4}</p><p>{words * 3}</p></article>"
    page = f'<html dir="rtl"><head>{head}<title>x</title></head><body>{body}</body></html>'
    found = one(page.encode(encoding))
    assert words.strip() in found.articles[0].text
    assert found.articles[0].language == language
    assert [remark.message for remark in found.remarks] == [f"'page' seems to be in {name}. Only English is read for now."]


def test_where_no_article_is_found_all_that_is_seen_is_read_and_said_so() -> None:
    seen = "<nav><ul><li>War in 1999<li hidden>never<li>Peace in 2001</ul></nav><script>no()</script>"
    found = one(f"<html><head><title>x</title><style>p{{}}</style></head><body>{seen}</body></html>".encode())
    assert [article.text for article in found.articles] == ["War in 1999\n\nPeace in 2001"]
    assert ["no article was found on the page" in remark.message for remark in found.remarks] == [True]
    assert not found.failures


def test_a_page_that_needs_scripts_says_what_to_do() -> None:
    found = one(
        b"<html><head><title>x</title></head><body><div id=root></div><p>You need to enable JavaScript to run this app.</p></body></html>"
    )
    assert any("paste the article" in remark.message for remark in found.remarks)


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="date" content="2021">',
        '<meta name="date" content="2021-03">',
        '<meta name="date" content="03/04/2021">',
        '<meta name="date" content="2021-02-31">',
        '<meta property="article:modified_time" content="2021-03-04">',
        '<script type="application/ld+json">{"@type": "Article", "datePublished": "soon"}</script>',
        '<script type="application/ld+json">{"@type": "Person", "datePublished": "2021-03-04"}</script>',
        '<script type="application/ld+json">{broken</script>',
    ],
)
def test_a_day_is_never_made_up(head: str) -> None:
    page = whole(
        head, f"<article><h1>Accord</h1><p>{LONG * 5}</p></article>{RELATED}{COMMENTS}<footer><time datetime='2020-01-01'>x</time></footer>"
    )
    assert one(page).articles[0].published is None


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/accord", "ftp://gazette.example/", "https://a b", "data:text/html,x"])
def test_only_web_addresses_are_canonical(address: str) -> None:
    page = whole(f'<link rel="canonical" href="{html.escape(address)}">', f"<article><p>{LONG * 5}</p></article>")
    assert one(page).articles[0].url == ""
    assert sources_from(page, name="x", address="https://gazette.example/").articles[0].url == "https://gazette.example/"
