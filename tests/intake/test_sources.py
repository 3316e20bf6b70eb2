"""The articles in any file, by content, and what is said of those that cannot be read."""

import datetime as dt
import hashlib
import io
import zipfile

import pytest

from timeline.errors import BadDate, TimelineError, TooLarge, UnreadableSource
from timeline.intake.limits import LARGEST_FILE
from timeline.intake.source import from_bytes
from timeline.intake.sources import Intake, sources_from, sources_from_files

TEXT = "The treaty was signed in Moscow on 17 January 2025 by the two presidents.\n\nIt replaced a document of 2001.\n"
RUSSIAN = "Россия и Иран подписали договор 17 января 2025 года в Москве. Он заменил документ 2001 года.\n" * 3


def packed(**files: bytes | str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def fault_of(data: bytes, name: str = "report.pdf") -> str:
    found = sources_from(data, name=name)
    assert not found.articles
    assert len(found.failures) == 1
    return found.failures[0].message


def test_a_text_is_read_as_it_is_and_its_fingerprint_kept() -> None:
    found = sources_from(TEXT.encode(), name="treaty.pdf")
    assert [article.text for article in found.articles] == [TEXT]
    assert (found.articles[0].language, found.articles[0].source, found.remarks) == ("en", "treaty.pdf", ())
    (original,) = found.originals
    assert (original.kind, original.size) == ("text", len(TEXT))
    assert original.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert original.articles == (found.articles[0].id,)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    "data, why",
    [
        (b"", "it is empty. Give a file that holds an article"),
        (b" \r\n\xef\xbb\xbf\n", "it is empty."),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "it is a picture, a file that is not text. Run OCR on it"),
        (b"\xff\xd8\xff\xe0" + bytes(99), "it is a picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 " + bytes(99), "it is a picture"),
        (b"\0\0\0\x18ftypisom" + bytes(99), "it is a video"),
        (b"ID3\x03" + bytes(99), "it is a sound recording"),
        (b"\x7fELF" + bytes(99), "it is a program"),
        (b"MZ\x90\0\x03\0\0\0" + bytes(99), "it is a program"),
        (b"\x1f\x8b\x08" + bytes(99), "it is a compressed file, a file that is not text. Unpack it"),
        (b"{\\rtf1 The war ended.}", "it is a rich text document (RTF)"),
        (OLE + "WordDocument".encode("utf-16-le"), "it is an old Word document (DOC). Save it as DOCX"),
        (OLE + "Workbook".encode("utf-16-le"), "it is an old Excel workbook (XLS)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "it is an office document locked by a password"),
        (OLE + "__substg1.0_".encode("utf-16-le"), "it is a message of Outlook (MSG)"),
        (OLE, "it is an old office document"),
        (b"SQLite format 3\0" + bytes(99), "it is a database"),
        (bytes(range(256)) * 4, "it is a file that is not text"),
        (b"%PDF-1.7\nnothing else", "it is a broken PDF"),
        (b"PK\x03\x04" + b"x" * 99, "it is a broken ZIP archive"),
        (packed(), "it is an archive without files"),
        (packed(**{"xl/workbook.xml": "x"}), "it is a workbook (XLSX), which is not read"),
        (packed(**{"ppt/presentation.xml": "x"}), "it is a presentation (PPTX)"),
        (packed(**{"META-INF/container.xml": "x"}), "it is a book (EPUB)"),
        (packed(**{"content.xml": "x", "mimetype": "x"}), "it is an OpenDocument file"),
        (packed(**{"word/document.xml": "x", "[Content_Types].xml": "x"}), "it is a broken Word document"),
        (b"<html><head><title>x</title></head><body><script>1</script></body></html>", "it is a web page without text"),
        (b"<rss><channel><title>x</title></channel></rss>", "it is a feed without entries"),
        (b"From: a@b.example\nTo: c@d.example\nDate: Fri, 17 Jan 2025 10:00:00 +0000\n\n", "it is a message without text"),
    ],
    ids=lambda value: None if isinstance(value, bytes) else value,
)
def test_what_cannot_be_read_is_named_with_what_to_do(data: bytes, why: str) -> None:
    message = fault_of(data)
    assert message.startswith("cannot read 'report.pdf': ")
    assert why in message
    assert 2 <= message.count(". ") + message.endswith(".") <= 4


def test_a_file_over_the_limit_is_refused_before_it_is_looked_at() -> None:
    assert "it has more than 10 MB. Split it" in fault_of(b"%PDF-" + bytes(LARGEST_FILE))


@pytest.mark.parametrize(
    "name, shown",
    [
        ("../../etc/passwd", "etc/passwd"),
        ("a\0b.txt", "a b.txt"),
        ("CON", "CON"),
        ("x" * 300, "…" + "x" * 79),
        ("report\u202efdp.exe", "reportfdp.exe"),
        ("..\\..\\a.txt", "a.txt"),
        ("", "the file"),
        ("..", "the file"),
        ("\ud800.txt", ".txt"),
    ],
)
def test_odd_names_are_shown_harmless(name: str, shown: str) -> None:
    assert [article.source for article in sources_from(b"The war ended in 1999.", name=name).articles] == [shown]
    assert f"cannot read {shown!r}" in sources_from(b"", name=name).failures[0].message


def test_a_text_that_is_not_english_says_so() -> None:
    found = sources_from(RUSSIAN.encode("cp1251"), name="pact.txt")
    assert [article.language for article in found.articles] == ["ru"]
    assert [remark.message for remark in found.remarks] == ["'pact.txt' seems to be in Russian. Only English is read for now."]
    assert not found.failures


def test_one_failure_in_an_archive_loses_nothing_else() -> None:
    data = packed(
        **{"a.txt": TEXT, "b.png": b"\x89PNG" + bytes(9), "folder/c.html": f"<html><p>{TEXT * 3}", ".DS_Store": "x", "__MACOSX/a": "x"}
    )
    found = sources_from(data, name="week.zip")
    assert [original.name for original in found.originals] == ["week.zip/a.txt", "week.zip/b.png", "week.zip/folder/c.html"]
    assert [article.source for article in found.articles] == ["week.zip/a.txt", "week.zip/folder/c.html"]
    assert [remark.name for remark in found.failures] == ["week.zip/b.png"]


def test_an_archive_in_an_archive_is_opened_and_one_deeper_is_not() -> None:
    two = packed(**{"inner.zip": packed(**{"a.txt": TEXT})})
    assert len(sources_from(two, name="x.zip").articles) == 1
    three = packed(**{"two.zip": two, "b.txt": TEXT})
    found = sources_from(three, name="x.zip")
    assert [article.source for article in found.articles] == ["x.zip/b.txt"]
    assert "more than 2 deep" in found.failures[0].message


def test_a_locked_archive_says_so() -> None:
    data = bytearray(packed(**{"a.txt": TEXT}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "it is locked by a password. Unpack it" in fault_of(bytes(data))


def test_many_files_are_read_one_after_another() -> None:
    page = f"<html><p>{TEXT * 3}".encode()
    found = sum(sources_from_files([("a.html", page), ("b", b""), ("c.txt", TEXT.encode())], published="2025-01-18"), Intake())
    assert [article.source for article in found.articles] == ["a.html", "c.txt"]
    assert {article.published for article in found.articles} == {dt.date(2025, 1, 18)}
    assert [remark.name for remark in found.failures] == ["b"]


def test_a_wrong_day_of_publication_is_refused() -> None:
    with pytest.raises(BadDate):
        sources_from(b"The war ended.", name="a", published="soon")


@pytest.mark.parametrize(
    "data, fault, why",
    [
        (packed(**{"a.txt": TEXT, "b.txt": TEXT + "more"}), UnreadableSource, r"it holds 2 articles. Use sources_from\(\)"),
        (b"\x89PNG" + bytes(9), UnreadableSource, "it is a picture"),
        (bytes(LARGEST_FILE + 1), TooLarge, "more than 10 MB"),
    ],
)
def test_one_article_comes_through_the_same_door(data: bytes, fault: type[TimelineError], why: str) -> None:
    with pytest.raises(fault, match=why):
        from_bytes(data, name="x")


@pytest.mark.parametrize("name", ["../../up.txt", "./here.txt", "/root.txt", "a/../b.txt"])
def test_a_file_of_an_archive_is_read_wherever_its_name_points(name: str) -> None:
    found = sources_from(packed(**{name: TEXT, ".hidden": "x", "a/.b/c.txt": "x"}), name="week.zip")
    assert ([article.text for article in found.articles], found.remarks) == ([TEXT], ())
