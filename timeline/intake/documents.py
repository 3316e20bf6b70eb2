"""Documents: the files in some bytes, each with its pieces or the sentence that says why there are none; run in the child."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module

from timeline.errors import TimelineError, TooLarge, UnreadableSource
from timeline.intake.archive import demand_document, members, opened
from timeline.intake.kind import kind_of
from timeline.intake.limits import DEEPEST_ARCHIVE, LARGEST_TEXT, LARGEST_UNPACKED
from timeline.intake.piece import Piece, cannot, plain_name

# kind → the module that reads it, its function, and the libraries that are loaded before a stranger's bytes are
FORMATS = {
    "text": ("text", "pieces", ()),
    "markdown": ("markdown", "pieces", ("markdown_it",)),
    "html": ("html", "pieces", ("trafilatura", "lxml.html")),
    "pdf": ("pdf", "pieces", ("pypdf",)),
    "docx": ("docx", "pieces", ("docx",)),
    "eml": ("mail", "pieces", ("email",)),
    "mbox": ("mail", "mailbox", ("email",)),
    "feed": ("feed", "pieces", ("feedparser", "lxml.html")),
}
_HEAVY = "it needs more memory than a file may. Give the part you need, or paste the text."


@dataclass(frozen=True, slots=True)
class Document:
    """One file that was looked at: what it is, its fingerprint, and its pieces or the fault; exactly one of the two."""

    name: str
    kind: str
    sha256: str
    size: int
    pieces: tuple[Piece, ...] = ()
    fault: TimelineError | None = None


@dataclass(slots=True)
class Walk:
    """How far the walk through one file has come: files met, those an earlier child has seen, bytes that may still be unpacked."""

    skip: int = 0
    met: int = 0
    left: int = LARGEST_UNPACKED


def documents(
    data: bytes, name: str, kind: str, charset: str = "", *, walk: Walk | None = None, depth: int = 0
) -> Iterator[str | Document]:
    """The name of each file before it is looked at, then the file; an archive gives those in it."""
    walk = walk or Walk()
    walk.met += 1
    seen = walk.met < walk.skip
    if walk.met == walk.skip or (seen and kind != "zip"):
        return  # the one that broke an earlier child, and those before it
    yield name
    if kind != "zip":
        yield document(data, name, kind, charset)
        return
    try:
        archive = opened(data, name)
        if demand_document(archive, name):
            if not seen:
                yield document(data, name, "docx")
            return
        if depth >= DEEPEST_ARCHIVE:
            deep = f"it is an archive in an archive, more than {DEEPEST_ARCHIVE} deep. Unpack it, and give the files in it."
            raise UnreadableSource(cannot(name, deep))
        walk.left -= sum(member.file_size for member in archive.infolist())
        if walk.left < 0:
            raise TooLarge(cannot(name, f"what is in it would unpack to over {LARGEST_UNPACKED // 1_000_000} MB. Give the files you need."))
        for inner, content in members(archive, name):
            yield from _member(f"{name}/{plain_name(inner)}", content, walk, depth)
    except TimelineError as fault:
        if walk.met > walk.skip:
            yield _document(data, name, "zip", fault=fault)


def _member(name: str, content: bytes | TimelineError, walk: Walk, depth: int) -> Iterator[str | Document]:
    try:
        if isinstance(content, TimelineError):
            raise content
        kind = kind_of(content, name)
    except TimelineError as fault:
        walk.met += 1
        if walk.met > walk.skip:
            yield _document(b"" if isinstance(content, TimelineError) else content, name, "", fault=fault)
        return
    yield from documents(content, name, kind, walk=walk, depth=depth + 1)


def document(data: bytes, name: str, kind: str, charset: str = "") -> Document:
    """One file, whatever happens while it is read."""
    module, function, libraries = FORMATS[kind]
    try:
        for library in libraries:
            import_module(library)
        read = getattr(import_module(f"timeline.intake.formats.{module}"), function)
        pieces = tuple(read(data, name, charset))
        if sum(len(piece.text) for piece in pieces) > LARGEST_TEXT:
            raise TooLarge(cannot(name, f"it has more than {LARGEST_TEXT:,} characters. Split it, or give the part you need."))
        return _document(data, name, kind, pieces=pieces)
    except TimelineError as fault:
        return _document(data, name, kind, fault=fault)
    except MemoryError:
        return _document(data, name, kind, fault=TooLarge(cannot(name, _HEAVY)))
    except RecursionError:
        nested = "its parts are nested too deeply. Open it, and paste the text."
        return _document(data, name, kind, fault=UnreadableSource(cannot(name, nested)))
    except Exception as odd:  # a stranger's file can trip a library in ways that nobody listed; it must not cost the other files
        told = f"it is broken, or odd in a way that its reader cannot stand ({type(odd).__name__}). Open it, and paste the text."
        return _document(data, name, kind, fault=UnreadableSource(cannot(name, told)))


def _document(data: bytes, name: str, kind: str, *, pieces: tuple[Piece, ...] = (), fault: TimelineError | None = None) -> Document:
    return Document(name, kind, hashlib.sha256(data).hexdigest(), len(data), pieces, fault)
