"""Article: one text with what is known about it before it is read."""

import datetime as dt
import hashlib
from dataclasses import KW_ONLY, dataclass

from timeline.errors import BadDate, demand

PUBLISHED_FROM = ("given", "metadata", "dateline", "none")


@dataclass(frozen=True, slots=True)
class Article:
    """One text and where it comes from; `text` never changes, since every offset counts its characters.

    In a `narrative` (a history), dates count from the date that the telling has reached; None decides from the text.
    `day_first` is the order of day and month in dates such as 3/4/2014; None is what the text shows; else both stay open.
    `id` is a hash of what it was when it was first taken in; a copy by `dataclasses.replace` keeps it, whatever is corrected.
    """

    text: str
    _: KW_ONLY
    published: dt.date | None = None
    title: str = ""
    source: str = ""
    url: str = ""
    language: str | None = None
    published_from: str = ""
    narrative: bool | None = None
    day_first: bool | None = None
    id: str = ""

    def __post_init__(self) -> None:
        demand(self.text, str, "Article", "Give a text as str; article_from() takes bytes, paths and addresses.")
        published = self.published
        if isinstance(published, dt.datetime):
            published = published.date()
        if published is not None and not isinstance(published, dt.date):
            raise BadDate(f"published={published!r} is no date. Give a datetime.date, such as date(2025, 1, 18).")
        origin = self.published_from or ("none" if published is None else "given")
        object.__setattr__(self, "published", published)
        object.__setattr__(self, "published_from", origin)
        object.__setattr__(self, "id", self.id or identity(self.text, self.url, published))

    @property
    def name(self) -> str:
        """What to call the article in a list: its title, else its source, else its first line."""
        return self.title or self.source or _first_line(self.text)[:80]


def identity(text: str, url: str, published: dt.date | None) -> str:
    """A hash of the canonical address, else of the first line and the day, so that most editions of a text have the same."""
    key = url or f"{_first_line(text)}\n{published or ''}"
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _first_line(text: str) -> str:
    return next((" ".join(line.split()) for line in text.splitlines() if line.strip()), "")
