"""sources_from(): the articles in the bytes of any file, each failure named; the one door for files of strangers."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

from timeline.article import Article
from timeline.errors import NotPossible, TimelineError, demand
from timeline.intake.address import shown
from timeline.intake.decode import demand_size, storable
from timeline.intake.documents import Document, document
from timeline.intake.kind import kind_of
from timeline.intake.language import language_name
from timeline.intake.metadata import Metadata, article_of, metadata_in
from timeline.intake.piece import Piece, plain_name
from timeline.intake.publication import published_day
from timeline.intake.sealed import Sealed
from timeline.intake.url import FetchSettings, fetched

_UNLIMITED = "this system does not limit the memory of the process that parses files. Give it only files that you trust"


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about one file; one with a `fault` says why nothing of it was read."""

    name: str
    message: str
    fault: TimelineError | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """One file as it came, for whoever must prove it later: kind, SHA-256 and size of its bytes, and its articles' ids."""

    name: str
    kind: str
    sha256: str
    size: int
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of some files: articles, remarks on them and on what could not be read, and the files' fingerprints."""

    articles: tuple[Article, ...] = ()
    remarks: tuple[Remark, ...] = ()
    originals: tuple[Original, ...] = field(default=(), repr=False)

    @property
    def failures(self) -> tuple[Remark, ...]:
        """The remarks on what could not be read."""
        return tuple(remark for remark in self.remarks if remark.fault)

    def __add__(self, other: "Intake") -> "Intake":
        return Intake(self.articles + other.articles, self.remarks + other.remarks, self.originals + other.originals)


def sources_from(
    data: bytes, *, name: str, published: dt.date | str | None = None, address: str = "", charset: str = "", sealed: Sealed | None = None
) -> Intake:
    """The articles in the bytes of a file, by content and never by name; an archive, a feed and a mailbox give several.

    `address` is where the bytes were fetched, `charset` what the server said of them, `sealed` a child process to use again.
    Raises: BadDate where `published` cannot be read; nothing else, since each failure is a remark.
    """
    demand(data, bytes, "sources_from", "Give the bytes of a file; article_from() takes paths and texts.")
    day = published_day(published) if published is not None else None
    shown = plain_name(name) or "the file"
    found = Intake()
    with ExitStack() as stack:
        for each in _documents(data, shown, charset, sealed or stack.enter_context(Sealed())):
            found += _intake(each, day, address) if isinstance(each, Document) else Intake(remarks=(each,))
    return found


def sources_from_files(files: Iterable[tuple[str, bytes]], *, published: dt.date | str | None = None) -> Iterator[Intake]:
    """The articles in each of many files, given by name and bytes; one child serves them all, and one failure loses nothing else."""
    with Sealed() as sealed:
        for name, data in files:
            yield sources_from(data, name=name, published=published, sealed=sealed)


def sources_from_address(address: str, *, published: dt.date | str | None = None, settings: FetchSettings | None = None) -> Intake:
    """The articles at an http or https address, by the guarded fetcher; a failure is a remark.

    Raises: BadDate where `published` cannot be read.
    """
    day = published_day(published) if published is not None else None
    try:
        found = fetched(address, settings=settings)
    except TimelineError as fault:
        return Intake(remarks=(Remark(shown(address), str(fault), fault),))
    name = found.address.removeprefix("https://").removeprefix("http://")
    return sources_from(found.data, name=name, published=day, address=found.address, charset=found.charset)


def _documents(data: bytes, name: str, charset: str, sealed: Sealed) -> Iterator[Document | Remark]:
    try:
        demand_size(data, name)
        kind = kind_of(data, name, charset)
        if kind == "text":
            yield document(data, name, kind, charset)  # which no library parses
            return
        told = sealed.limited
        yield from sealed.documents(data, name, kind, charset)
        if told is None and sealed.limited is False:
            yield Remark(name, _sentence(name, _UNLIMITED))
    except NotPossible as fault:
        yield Remark(name, str(fault), fault)
    except TimelineError as fault:
        yield Document(name, "", *_fingerprint(data), fault=fault)


def _fingerprint(data: bytes) -> tuple[str, int]:
    import hashlib

    return hashlib.sha256(data).hexdigest(), len(data)


def _intake(found: Document, day: dt.date | None, address: str) -> Intake:
    remarks = [Remark(found.name, str(found.fault), found.fault)] if found.fault else []
    articles = []
    for piece in found.pieces:
        article = _article(piece, found.name, day, address)
        articles.append(article)
        name = f"{found.name}: {piece.name}" if piece.name else found.name
        told = [_sentence(found.name, note) for note in piece.notes]
        if article.language not in (None, "en"):
            told.append(f"{name!r} seems to be in {language_name(article.language)}. Only English is read for now.")
        remarks += [Remark(found.name, each) for each in told]
    original = Original(found.name, found.kind, found.sha256, found.size, tuple(article.id for article in articles))
    return Intake(tuple(articles), tuple(remarks), (original,) if found.sha256 else ())


def _article(piece: Piece, name: str, day: dt.date | None, address: str) -> Article:
    told = Metadata(dt.date.fromisoformat(piece.published) if piece.published else None, piece.title, piece.source, piece.url)
    known = told.filled(metadata_in(piece.head)).filled(Metadata(url=address))
    return article_of(storable(piece.text, name), known, day, name)


def _sentence(name: str, note: str) -> str:
    return f"{name!r}: {note}."
