"""PDF: the words of each page by pypdf, their lines joined to paragraphs by where they stand, running heads and hyphens taken out."""

import re
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from timeline.errors import TooLarge, UnreadableSource
from timeline.intake.formats.paragraphs import Line, paragraphs, without_running_heads
from timeline.intake.limits import LARGEST_TEXT, MOST_PAGES
from timeline.intake.piece import Piece, cannot, one_line

_BROKEN = "it is a broken PDF. Open it, print it to a new PDF, and give that, or paste the text."
_LOCKED = "it is encrypted. Open it with its password, print it to a new PDF, and give that, or paste the text."
_NO_TITLE = re.compile(
    r"(?:untitled|microsoft word - .*|.*\.(?:docx?|pdf|indd|qxd|tex|dvi|rtf)|\(?anonymous\)?|unspecified)?", re.IGNORECASE
)
_FEW_LETTERS = 20  # on all pages together; below that there is no text layer worth the name


@dataclass(slots=True)
class _Page:
    """Collects the lines of one page as pypdf visits its words."""

    lines: list[Line]
    open: bool = False

    def visit(self, words: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = abs((size or 1) * (tm[3] or tm[1] or 1) * (cm[3] or cm[1] or 1))
        for number, part in enumerate(words.split("\n")):
            if number:
                self.open = False
            if not part.strip():
                if self.open and part and self.lines:
                    self.lines[-1].words += part
                continue
            if self.open:
                self.lines[-1].words += part
            else:
                self.lines.append(Line(part, x, y, height))
                self.open = True


def pieces(data: bytes, name: str, charset: str = "") -> list[Piece]:
    """The text of a PDF, with its title.

    Raises: UnreadableSource where it is encrypted, broken, or holds pictures of text; TooLarge.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableSource(cannot(name, _LOCKED))
        count = len(reader.pages)
        if count > MOST_PAGES:
            raise TooLarge(cannot(name, f"it has {count:,} pages, and {MOST_PAGES} are read at most. Give the pages you need."))
        told: Any = reader.metadata
        title = one_line(told.title if told else "")
        pages = [_lines(page) for page in reader.pages]
    except DependencyError as fault:
        raise UnreadableSource(cannot(name, _LOCKED)) from fault
    except (PyPdfError, KeyError, IndexError, TypeError, AttributeError, AssertionError, OSError) as fault:
        raise UnreadableSource(cannot(name, _BROKEN)) from fault
    except ValueError as fault:
        if isinstance(fault, UnreadableSource | TooLarge):
            raise
        raise UnreadableSource(cannot(name, _BROKEN)) from fault
    if sum(len(line.words) for page in pages for line in page) > LARGEST_TEXT:
        raise TooLarge(cannot(name, f"it has more than {LARGEST_TEXT:,} characters. Give the pages you need."))
    return [_piece(pages, title, name)]


def _piece(pages: list[list[Line]], title: str, name: str) -> Piece:
    letters = Counter(letter.isalpha() for page in pages for line in page for letter in line.words)[True]
    if letters < _FEW_LETTERS:
        raise UnreadableSource(cannot(name, "it holds pictures of text, no text. Run OCR first, or paste the text."))
    empty = [number for number, page in enumerate(pages, 1) if not page]
    notes = []
    if empty:
        shown = ", ".join(map(str, empty[:10])) + (" …" if len(empty) > 10 else "")
        notes.append(f"without text, so not read: page {shown} of {len(pages)}. Run OCR on it where it shows words")
    text = "\n\n".join(paragraphs(without_running_heads(pages)))
    return Piece(text, title="" if _NO_TITLE.fullmatch(title) else title, notes=tuple(notes))


def _lines(page: Any) -> list[Line]:
    found = _Page([])
    page.extract_text(visitor_text=found.visit)
    return found.lines
