"""Files made to fill the memory or to take for ever: each stops within the limits, and says so."""

import io
import json
import os
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.intake.limits import MEMORY
from timeline.intake.sources import sources_from

LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12)
)


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx_of(document: bytes) -> bytes:
    import docx

    out = io.BytesIO()
    docx.Document().save(out)
    with zipfile.ZipFile(out) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**files, "word/document.xml": document})


def docx_bomb() -> bytes:
    """A small Word document that unpacks to 300 MB."""
    return docx_of(b"<w>" + b"a" * 300_000_000 + b"</w>")


def docx_laughs() -> bytes:
    w = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return docx_of(LAUGHS + b"]><w:document " + w + b"><w:body><w:p><w:r><w:t>&m;</w:t></w:r></w:p></w:body></w:document>")


def docx_thief() -> bytes:
    """A Word document that asks for a file of this machine."""
    w = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    head = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return docx_of(head + b"<w:document " + w + b"><w:body><w:p><w:r><w:t>War &e;</w:t></w:r></w:p></w:body></w:document>")


def pdf_of(*objects: bytes) -> bytes:
    data, places = bytearray(b"%PDF-1.7\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(data + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table))


def pdf_with(content: bytes, filters: bytes) -> bytes:
    return pdf_of(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(content), filters, content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )


def pdf_huge_stream() -> bytes:
    return pdf_with(zlib.compress(zlib.compress(b" " * 900_000_000, 9), 9), b"[/FlateDecode /FlateDecode]")


def pdf_many_words() -> bytes:
    return pdf_with(zlib.compress(b"BT /F 9 Tf " + b"(war) Tj T* " * 4_000_000 + b"ET", 9), b"/FlateDecode")


def nested_archives() -> bytes:
    data = zipped({f"{n}.txt": b"war " * 1_000_000 for n in range(10)})
    for _ in range(4):
        data = zipped({f"{n}.zip": data for n in range(10)})
    return data


def lying_archive() -> bytes:
    """An archive whose list says that its member is small."""
    data = bytearray(zipped({"a.txt": b"war " * 40_000_000}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + place
        data[at : at + 4] = (1000).to_bytes(4, "little")
    return bytes(data)


BOMBS = {
    "Word document": docx_bomb,
    "Word document, entities": docx_laughs,
    "ZIP": lambda: zipped({"a.txt": bytes(400_000_000)}),
    "ZIP, many": lambda: zipped({f"{n}.txt": b"war " * 2_000_000 for n in range(10)}),
    "ZIP, many small": lambda: zipped({f"{n}.txt": b"x" for n in range(20_000)}),
    "ZIP in ZIP": nested_archives,
    "ZIP that lies": lying_archive,
    "PDF, huge stream": pdf_huge_stream,
    "PDF, many words": pdf_many_words,
    "PDF, circular": lambda: pdf_of(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"),
    "feed, entities": lambda: LAUGHS + b"]><rss><channel><item><title>&m;</title></item></channel></rss>",
    "page, entities": lambda: LAUGHS + b"]><html><body><p>&m;</p></body></html>",
    "page, deep": lambda: b"<html><body>" + b"<div>" * 900_000 + b"war",
    "page, deep lists": lambda: b"<html><body>" + b"<ul><li>" * 500_000 + b"war",
    "page, wide": lambda: b"<html><body>" + b"<p>war<td>x" * 400_000,
    "message, deep": lambda: b"From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\n"
    + b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(80_000)),
    "Markdown, deep": lambda: b"# War\n\n" + b"> " * 2_000_000 + b"war",
    "Markdown, brackets": lambda: b"# War\n\n" + b"[" * 2_000_000 + b"](x)",
    "Markdown, stars": lambda: b"# War\n\n" + b"**a *b " * 500_000,
}  # fmt: skip
QUICK = (
    "Word document, entities",
    "ZIP, many",
    "ZIP, many small",
    "ZIP that lies",
    "feed, entities",
    "page, entities",
    "PDF, circular",
)


MEASURED = """
import json, pathlib, resource, sys
from timeline.intake.sources import sources_from
found = sources_from(pathlib.Path(sys.argv[1]).read_bytes(), name="bomb")
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([peak, len(found.articles), [remark.message for remark in found.remarks]]))
"""
ROOT = Path(__file__).parent.parent.parent


def measured(bomb: Path) -> tuple[int, int, list[str]]:
    """The peak of the children in bytes, how many articles there are, and what is said; by a process as small as a child begins."""
    done = subprocess.run([sys.executable, "-c", MEASURED, str(bomb)], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)
    peak, articles, messages = json.loads(done.stdout)
    return peak * (1 if sys.platform == "darwin" else 1024), articles, messages


CASES = [pytest.param(made, id=name, marks=() if name in QUICK else pytest.mark.soak) for name, made in BOMBS.items()]


@pytest.mark.skipif(os.name == "nt", reason="Windows does not limit a process")
@pytest.mark.parametrize("made", CASES)
def test_a_bomb_stops_within_the_limits(made: Callable[[], bytes], tmp_path: Path) -> None:
    bomb = tmp_path / "bomb"
    bomb.write_bytes(made())
    assert bomb.stat().st_size <= 10_000_000, "it must come through the first door"
    peak, articles, messages = measured(bomb)
    assert peak <= MEMORY, f"{peak / 1e6:.0f} MB"
    assert articles or messages


def test_a_word_document_gets_no_file_of_this_machine() -> None:
    found = sources_from(docx_thief(), name="thief.docx")
    assert not found.articles, "what stands around an entity would be lost"
    assert ["it declares entities" in remark.message for remark in found.failures] == [True]
