"""An article from bytes, a file or pasted text, and what is known about it before it is read."""

import datetime as dt
from pathlib import Path

import pytest

from timeline.errors import BadDate, TooLarge, UnreadableSource
from timeline.intake.source import article_from, from_bytes, from_file, from_text

DAY = dt.date(2025, 1, 18)


def test_the_same_words_as_text_bytes_and_file_are_the_same_article(tmp_path: Path) -> None:
    text = "Treaty signed\n\nThe treaty was signed on 17 January 2025."
    path = tmp_path / "treaty.txt"
    path.write_text(text, encoding="utf-8")
    articles = [article_from(source, published=DAY) for source in (text, text.encode(), path, str(path))]
    assert {article.text for article in articles} == {text}
    assert {article.id for article in articles} == {articles[0].id}
    assert articles[2].source == "treaty.txt"


@pytest.mark.parametrize(
    "text, published, origin",
    [
        ("The war ended.", None, "none"),
        ("Date: 18 January 2025\nTitle: The treaty\n\nThe war ended.", DAY, "metadata"),
        ("---\ntitle: The treaty\ndate: 2025-01-18\n---\nThe war ended.", DAY, "metadata"),
        ("MOSCOW, Jan 18, 2025 - The war ended.", DAY, "dateline"),
        ("date 2025-01-18\n\nThe war ended.", DAY, "dateline"),
        ("Date: soon\n\nThe war ended.", None, "none"),
        ("The war ended.\n\n" + "Talks go on.\n\n" * 200 + "Date: 2025-01-18", None, "none"),
    ],
)
def test_the_publication_date_comes_from_the_head_of_the_text(text: str, published: dt.date | None, origin: str) -> None:
    article = from_text(text)
    assert (article.published, article.published_from) == (published, origin)


@pytest.mark.parametrize("given", [DAY, "2025-01-18", "18 January 2025"])
def test_the_user_outranks_all_other_sources_of_the_publication_date(given: dt.date | str) -> None:
    article = from_text("Date: 1 May 1990\n\nThe war ended.", published=given)
    assert (article.published, article.published_from) == (DAY, "given")


def test_a_wrong_publication_date_is_refused() -> None:
    with pytest.raises(BadDate, match="cannot read 'soon' as a publication date"):
        from_text("The war ended.", published="soon")


def test_a_toml_beside_an_article_tells_what_is_known_about_it(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("The war ended.", encoding="utf-8")
    toml = 'title = "An end"\npublished = 2025-01-18\nsource = "Gazette"\nurl = "javascript:x"'
    (tmp_path / "article.toml").write_text(toml, encoding="utf-8")
    article = from_file(tmp_path / "article.txt")
    assert (article.title, article.source, article.published, article.published_from) == ("An end", "Gazette", DAY, "metadata")
    assert article.url == "", "only http and https are addresses of articles"


@pytest.mark.parametrize("toml, fault", [("title = ", UnreadableSource), ('published = "soon"', BadDate)])
def test_a_broken_toml_is_told_with_its_name(tmp_path: Path, toml: str, fault: type[Exception]) -> None:
    (tmp_path / "article.txt").write_text("The war ended.", encoding="utf-8")
    (tmp_path / "article.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(fault, match=r"article\.toml"):
        from_file(tmp_path / "article.txt")


@pytest.mark.parametrize("name", ["missing.txt", "folder/missing", "report.pdf"])
def test_a_name_of_no_file_is_refused_rather_than_read_as_text(name: str) -> None:
    with pytest.raises(UnreadableSource, match="there is no such file. Check its name"):
        article_from(name)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="it is a folder. Give the files in it"):
        from_file(tmp_path)


def test_pasted_text_that_names_a_file_opens_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("In 1999 this was secret.", encoding="utf-8")
    assert from_text(str(secret)).text == str(secret)


@pytest.mark.parametrize("text", ["", " ", "a" * 999, "~" * 300, "\ud800", "\x00", "war\r\npeace"])
def test_odd_text_is_an_article(text: str) -> None:
    assert len(article_from(text).text) == len(text)


def test_offsets_fit_the_text_that_was_given() -> None:
    text = "War\r\npeace\x00 in 1999"
    assert from_text(text).text.index("1999") == text.index("1999")


def test_a_large_file_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)
    with pytest.raises(TooLarge):
        from_file(path)


def test_bytes_keep_the_name_they_came_with() -> None:
    assert from_bytes(b"The war ended.", name="upload.txt").source == "upload.txt"


@pytest.mark.parametrize(
    "text, title",
    [
        (
            "Lake Turkana row deepens as Kenya and Ethiopia trade accusations\n\n",
            "Lake Turkana row deepens as Kenya and Ethiopia trade accusations",
        ),
        ("\r\n“No deal” in Cairo\r\n\r\n", "“No deal” in Cairo"),
        ("Kenya recalled its ambassador.\n\n", ""),
        ("Kenya recalled its ambassador\n", ""),
        ("By Anna Smith\n\n", ""),
        ("NAIROBI, 14 March 2024\n\n", ""),
        ("Source: The Gazette\n\n", ""),
        ("Kenya\n\n", ""),
        ("word " * 60 + "\n\n", ""),
    ],
)
def test_the_headline_that_a_text_opens_with_is_its_title(text: str, title: str) -> None:
    story = "Kenya recalled its ambassador on 12 March 2024, two days after troops had crossed the border.\n\nTalks had begun in May 2023."
    assert article_from((text + story).encode()).title == title
