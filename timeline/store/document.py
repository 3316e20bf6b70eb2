"""Document: what is kept of one timeline, in words that need neither pandas nor events; and what the store answers about it."""

import datetime as dt
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import Any

from timeline.article import Article, identity
from timeline.errors import WrongKind

# The form of `Document.body`. A change of it is a numbered migration of the store.
SCHEMA_VERSION = 1
_ID, _IS_ID = "id", re.compile("[0-9a-f]{16}")  # in `more`: the id of an article


@dataclass(frozen=True, slots=True)
class Source:
    """One text of a timeline and where it comes from; `sha256` is of the text and stays when the text is held back."""

    text: str
    _: KW_ONLY
    title: str = ""
    source: str = ""
    url: str = ""
    published: dt.date | None = None
    published_from: str = "none"
    language: str | None = None
    narrative: bool | None = None
    captured: dt.datetime | None = None
    more: Mapping[str, Any] = field(default_factory=dict)
    sha256: str = ""

    def __post_init__(self) -> None:
        if self.text or not self.sha256:
            object.__setattr__(self, "sha256", digest(self.text))

    @classmethod
    def of(cls, article: Article, *, captured: dt.datetime | None = None, more: Mapping[str, Any] | None = None) -> "Source":
        """An article as a source; `captured` is when it was taken in, `more` what else the page wants to know, fit for JSON.

        Where the article has an id that does not follow from what it is now, `more` says it.
        """
        known = article.id != identity(article.text, article.url, article.published)
        return cls(
            article.text,
            title=article.title,
            source=article.source,
            url=article.url,
            published=article.published,
            published_from=article.published_from,
            language=article.language,
            narrative=article.narrative,
            captured=captured,
            more={**(more or {}), **({_ID: article.id} if known else {})},
        )

    def article(self) -> Article:
        """The article that it was made of, ready to be read again."""
        known = self.more.get(_ID)  # which may come from a stranger's file
        return Article(
            self.text,
            published=self.published,
            title=self.title,
            source=self.source,
            url=self.url,
            language=self.language,
            published_from=self.published_from,
            narrative=self.narrative,
            id=known if isinstance(known, str) and _IS_ID.fullmatch(known) else "",
        )


@dataclass(frozen=True, slots=True)
class Document:
    """A whole timeline as it stands: its title, sources, edits and view settings. All but the sources are opaque to the store.

    `table` is the finished table as text (`to_json`), if the page gives it: kept with the newest revision and with those that a
    link shows, so that a link without the texts has something to show, and one of last year shows what it showed then.
    """

    title: str
    sources: tuple[Source, ...] = ()
    edits: tuple[Mapping[str, Any], ...] = ()
    view: Mapping[str, Any] = field(default_factory=dict)
    table: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """That a document was saved: its number from 1, when, and by whom ("" is its owner, else the id of an edit link)."""

    number: int
    saved: dt.datetime
    by: str = ""
    title: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """One document as it was loaded, with the revision that it is and the newest one (`revision.number == latest` if it is that)."""

    id: str
    revision: Revision
    latest: int
    document: Document


@dataclass(frozen=True, slots=True)
class Summary:
    """One line of an owner's list."""

    id: str
    title: str
    revision: int
    created: dt.datetime
    saved: dt.datetime
    size: int
    links: int


@dataclass(frozen=True, slots=True)
class Link:
    """What the owner sees of a link, for the list of links: never its token, of which only a hash is kept."""

    id: str
    document_id: str
    rights: str
    revision: int | None
    full_text: bool
    created: dt.datetime
    expires: dt.datetime | None
    opened: int

    @property
    def live(self) -> bool:
        """Whether it shows what was saved last, and not one fixed revision."""
        return self.revision is None


@dataclass(frozen=True, slots=True)
class Opened:
    """What a link leads to. Where `full_text` is false the sources have no text (`text == ""`, `sha256` still tells which).

    `share_id` is for the log of edits ("by"); `may_edit` is true of an edit link alone.
    """

    document_id: str
    share_id: str
    rights: str
    full_text: bool
    live: bool
    expires: dt.datetime | None
    revision: Revision
    latest: int
    document: Document

    @property
    def may_edit(self) -> bool:
        """Whether `Store.save_shared` takes this link's token."""
        return self.rights == "edit"


def digest(text: str) -> str:
    """SHA-256 of a text in hexadecimal, of any text that Python can hold."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def body_of(document: Document) -> str:
    """A document as JSON without its texts and table, whose hashes it has; the same document gives the same characters."""
    sources = [
        {
            "title": source.title,
            "source": source.source,
            "url": source.url,
            "published": source.published.isoformat() if source.published else None,
            "published_from": source.published_from,
            "language": source.language,
            "narrative": source.narrative,
            "captured": source.captured.isoformat() if source.captured else None,
            "more": dict(source.more),
            "sha256": source.sha256,
        }
        for source in document.sources
    ]
    body = {
        "schema": SCHEMA_VERSION,
        "title": document.title,
        "sources": sources,
        "edits": [dict(edit) for edit in document.edits],
        "view": dict(document.view),
        "table": digest(document.table) if document.table else "",
    }
    try:
        return json.dumps(body, sort_keys=True, separators=(",", ":"), allow_nan=False)
    except (TypeError, ValueError) as error:
        raise WrongKind(f"a timeline cannot be kept: {error}. Edits, view and `more` may hold texts, numbers, lists and dicts.") from error


def document_from(body: str, texts: Mapping[str, str]) -> Document:
    """The document of a body; a text or table that is not among `texts` is empty."""
    told = json.loads(body)
    sources = []
    for one in told["sources"]:
        published, captured = one.pop("published"), one.pop("captured")
        sources.append(
            Source(
                texts.get(one["sha256"], ""),
                published=dt.date.fromisoformat(published) if published else None,
                captured=dt.datetime.fromisoformat(captured) if captured else None,
                **one,
            )
        )
    return Document(told["title"], tuple(sources), tuple(told["edits"]), told["view"], texts.get(told["table"], ""))
