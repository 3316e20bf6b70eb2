"""The child process that parses: what it may not do, and that its death costs one file; and single formats' refusals and notes."""

import io
import os
import sys
import zipfile
from email.message import EmailMessage

import pytest

from timeline.errors import NotPossible
from timeline.intake import child, sealed
from timeline.intake.sources import sources_from

TEXT = "The treaty was signed in Moscow on 17 January 2025 by the two presidents of the two countries."


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.skipif(os.name == "nt", reason="Windows does not limit a process")
def test_a_file_that_kills_its_child_costs_no_other_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "CPU_SECONDS", 1)
    hog = b"# War\n\n" + b"**a *b " * 300_000
    found = sources_from(packed({"a.txt": TEXT.encode(), "b.md": hog, "c.txt": TEXT.encode(), "d.txt": b"Peace in 2001."}), name="x.zip")
    assert [article.source for article in found.articles] == ["x.zip/a.txt", "x.zip/c.txt", "x.zip/d.txt"]
    assert [remark.name for remark in found.failures] == ["x.zip/b.md"]
    assert "Give the part you need, or paste the text." in found.failures[0].message


@pytest.mark.parametrize(
    "event, arguments",
    [
        ("socket.connect", ()),
        ("socket.getaddrinfo", ()),
        ("subprocess.Popen", ()),
        ("os.fork", ()),
        ("os.system", ()),
        ("os.remove", ()),
        ("open", ("x", "w", os.O_WRONLY)),
        ("open", ("x", None, os.O_RDWR | os.O_CREAT)),
    ],
)
def test_nothing_is_reached_while_a_file_is_parsed(event: str, arguments: tuple[object, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    child._watch(event, arguments)
    monkeypatch.setattr(child, "_parsing", True)
    with pytest.raises(PermissionError):
        child._watch(event, arguments)
    child._watch("open", ("x", "r", os.O_RDONLY))


def test_where_no_process_can_be_started_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    found = sources_from(b"<html><p>War in 1999", name="a.html")
    assert isinstance(found.failures[0].fault, NotPossible)
    assert "Paste the text instead." in found.failures[0].message


def pdf_of(pages: int, words: str = "", password: str = "") -> bytes:
    from pypdf import PdfReader, PdfWriter
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for _ in range(pages):
        canvas.drawString(72, 700, words)
        canvas.rect(72, 72, 100, 100)
        canvas.showPage()
    canvas.save()
    if not password:
        return out.getvalue()
    locked = io.BytesIO()
    writer = PdfWriter(clone_from=PdfReader(out))
    writer.encrypt(password, algorithm="RC4-128")
    writer.write(locked)
    return locked.getvalue()


@pytest.mark.parametrize(
    "data, why",
    [
        (pdf_of(2), "it holds pictures of text, no text. Run OCR first, or paste the text."),
        (pdf_of(1, TEXT, "secret"), "it is encrypted. Open it with its password, print it to a new PDF"),
        (pdf_of(201, "War"), "it has 201 pages, and 200 are read at most. Give the pages you need."),
    ],
)
def test_a_pdf_that_cannot_be_read_says_what_to_do(data: bytes, why: str) -> None:
    (remark,) = sources_from(data, name="report").remarks
    assert remark.fault and remark.message.startswith("cannot read 'report': ") and why in remark.message


def test_pages_of_a_pdf_without_text_are_named() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    for data in (pdf_of(1, TEXT), pdf_of(1)):
        writer.append(PdfReader(io.BytesIO(data)))
    out = io.BytesIO()
    writer.write(out)
    found = sources_from(out.getvalue(), name="report.pdf")
    assert [article.text for article in found.articles] == [TEXT]
    assert [remark.message for remark in found.remarks] == [
        "'report.pdf': without text, so not read: page 2 of 2. Run OCR on it where it shows words."
    ]


def test_what_is_attached_to_a_message_is_named() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Date"] = "a@b.example", "c@d.example", "Treaty", "Fri, 17 Jan 2025 23:30:00 -0500"
    mail.set_content(TEXT)
    mail.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="../../report\u202e.pdf")
    found = sources_from(mail.as_bytes(), name="mail")
    assert [str(article.published) for article in found.articles] == ["2025-01-17"]
    assert [remark.message for remark in found.remarks] == [
        "'mail': what is attached as 'report.pdf' is not read. Save it, and give it as a file of its own."
    ]


def test_a_mailbox_and_a_feed_give_an_article_each() -> None:
    head = "From a@b.example Fri Jan 17 10:00:00 2025\nFrom: a@b.example\nTo: c@d.example\nSubject: Part {0}\nMessage-ID: <{0}@b>\n\n"
    box = "\n".join(head.format(number) + f"{TEXT}\n>From here on, part {number}.\n" for number in range(3))
    found = sources_from(box.encode(), name="box")
    assert [article.title for article in found.articles] == ["Part 0", "Part 1", "Part 2"]
    assert found.articles[1].text.endswith("\nFrom here on, part 1.")
    items = "".join(
        f"<item><title>Part {n}</title><link>https://g.example/{n}</link><description>{TEXT}</description></item>" for n in range(3)
    )
    found = sources_from(f"<rss><channel><title>G</title>{items}</channel></rss>".encode(), name="feed")
    assert [(article.title, article.url, article.source) for article in found.articles] == [
        (f"Part {n}", f"https://g.example/{n}", "G") for n in range(3)
    ]


def test_a_table_of_a_word_document_is_read_row_by_row_in_its_place() -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("Before.")
    table = document.add_table(2, 2)
    for row, cells in zip(table.rows, (("3 March 2021", "Accord signed"), ("4 May 2022", "Accord broken")), strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    document.add_paragraph("After.")
    out = io.BytesIO()
    document.save(out)
    (article,) = sources_from(out.getvalue(), name="a").articles
    assert article.text == "Before.\n\n3 March 2021 | Accord signed\n\n4 May 2022 | Accord broken\n\nAfter."


def test_a_line_of_a_letter_that_opens_like_a_message_begins_none() -> None:
    head = "From a@b.example Fri Jan 17 10:00:00 2025\nFrom: a@b.example\nTo: c@d.example\nSubject: Part {0}\nMessage-ID: <{0}@b>\n\n"
    letter = f"{TEXT}\n\nFrom January 2014 until March 2016 the talks stalled.\n\nThe border closed on 7 August 2015.\n\n"
    found = sources_from((head.format(0) + letter + head.format(1) + letter).encode(), name="box")
    assert [article.title for article in found.articles] == ["Part 0", "Part 1"]
    assert all("2016 the talks stalled" in article.text and "7 August 2015" in article.text for article in found.articles)
