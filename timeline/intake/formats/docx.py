"""DOCX: the paragraphs and tables of a Word document in their order, by python-docx; tracked changes as if accepted."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from timeline.errors import UnreadableSource
from timeline.intake.piece import Piece, cannot, one_line

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACES = {_W + "tab": " ", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_TEMPLATES = ("", "word document", "document", "untitled", "title")


def pieces(data: bytes, name: str, charset: str = "") -> list[Piece]:
    """The text of a document, a row of a table on one line, with its title.

    Raises: UnreadableSource where it is broken or holds no words.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        document: Any = docx.Document(BytesIO(data))
        body = document.element.body
    except (PackageNotFoundError, XMLSyntaxError, KeyError, ValueError, AttributeError) as fault:
        broken = "it is a broken Word document. Open it in a word processor, save it anew, and give that."
        raise UnreadableSource(cannot(name, broken)) from fault
    if document.element.getroottree().docinfo.doctype:
        entities = (
            "it declares entities, which no word processor does, and what they stand for is not looked up. Save it anew, and give that."
        )
        raise UnreadableSource(cannot(name, entities))
    text = "\n\n".join(_lines(body))
    if not text:
        raise UnreadableSource(cannot(name, "it is a Word document without text. Where it shows pictures of pages, run OCR first."))
    notes = []
    if next(body.iter(_W + "ins", _W + "del"), None) is not None:
        notes.append("it has tracked changes, which are read as if they were accepted")
    core = document.core_properties
    title = one_line(core.title)
    return [Piece(text, title="" if title.lower() in _TEMPLATES else title, notes=tuple(notes))]


def _lines(parent: Any) -> Iterator[str]:
    """The paragraphs below an element, and each row of a table as one line, so that no date meets another row's words."""
    for element in parent:
        if element.tag == _W + "p":
            if line := _words(element):
                yield line
        elif element.tag == _W + "tbl":
            for row in element.iter(_W + "tr"):
                cells = [" ".join(filter(None, (_words(p) for p in cell.iter(_W + "p")))) for cell in row.iter(_W + "tc")]
                if line := " | ".join(cell for cell in cells if cell):
                    yield line
        elif element.tag in (_W + "sdt", _W + "sdtContent", _W + "ins", _W + "customXml", _W + "smartTag"):
            yield from _lines(element)


def _words(paragraph: Any) -> str:
    parts = []
    for element in paragraph.iter():
        if any(ancestor.tag == _FALLBACK for ancestor in element.iterancestors()):
            continue  # the same text box once more, for old programs
        parts.append(element.text or "" if element.tag == _W + "t" else _SPACES.get(element.tag, ""))
    return "\n".join(" ".join(line.split()) for line in "".join(parts).split("\n")).strip()
