"""What a source says about itself, from where it is said best; and the Article that is made of it."""

import datetime as dt
import re
from dataclasses import dataclass

from timeline.article import Article
from timeline.dates.dateline import published_in
from timeline.errors import BadDate
from timeline.intake.language import language_found
from timeline.intake.publication import published_day

_HEAD_LINES = 12
# Letters that begin a line, words, no stop at its end, and an empty line below it.
_HEADLINE = re.compile(r"\s*(?!By\s)(?P<title>[\"'“‘]?\w[^\n\t|]{6,150}[^\s.!?:;,…—–-])[ \r]*\n[ \t\r]*\n")
_HEADER = re.compile(r"(?P<key>[A-Za-z][A-Za-z -]{0,24}):[ \t]+(?P<value>\S.{0,400})")
_KEYS = {
    "published": ("published", "date", "publication date", "date published", "pubdate"),
    "title": ("title", "headline", "subject"),
    "source": ("source", "publisher"),
    "url": ("url", "link"),
}


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a source says about itself, apart from its text."""

    published: dt.date | None = None
    title: str = ""
    source: str = ""
    url: str = ""

    def filled(self, other: "Metadata") -> "Metadata":
        """What this one knows, and where it knows nothing, what the other does."""
        return Metadata(self.published or other.published, self.title or other.title, self.source or other.source, self.url or other.url)


def article_of(text: str, metadata: Metadata, published: dt.date | str | None, name: str) -> Article:
    """The article, its day of publication from the best that is known: the user, the metadata, the head of the text.

    Raises: BadDate where the day that the user gives cannot be read.
    """
    metadata = metadata.filled(metadata_in(text))
    language = language_found(text)
    day, origin = metadata.published, "metadata"
    if published is not None:
        day, origin = published_day(published), "given"
    elif day is None and (dateline := published_in(text)):
        day, origin = dateline.published, "dateline"
    return Article(
        text,
        published=day,
        title=metadata.title or headline(text),
        source=metadata.source or name,
        url=metadata.url,
        language=language,
        published_from=origin if day else "none",
    )


def headline(text: str) -> str:
    """The headline that a text opens with: a line without a stop, above an empty one and a story; empty where there is none."""
    found = _HEADLINE.match(text)
    if found is None or " " not in found["title"] or len(text) - found.end() < len(found["title"]) or _HEADER.fullmatch(found["title"]):
        return ""
    dateline = published_in(text)
    return "" if dateline and dateline.start < found.end() else found["title"]


def metadata_in(head: str) -> Metadata:
    """What lines such as `Title: …` and `Date: …` at the very head say, with or without `---` around them."""
    lines = head[:8000].lstrip("\ufeff").splitlines()[:_HEAD_LINES]
    if lines and lines[0].strip() == "---":
        del lines[0]
    told: dict[str, str] = {}
    for line in lines:
        match = _HEADER.fullmatch(line.rstrip())
        if not match:
            break
        told.setdefault(match["key"].lower(), match["value"].strip().strip("\"'"))
    return metadata_of(told, "")


def metadata_of(told: dict[str, str], where: str) -> Metadata:
    """The metadata in keys and values; a date that cannot be read is a fault of a file of ours, but odd text in an article."""
    found = {name: next((told[key] for key in keys if key in told), "") for name, keys in _KEYS.items()}
    day = None
    if found["published"]:
        try:
            day = published_day(found["published"])
        except BadDate as fault:
            if where:
                raise BadDate(f"in {where!r}: {fault}") from fault
    url = found["url"] if found["url"].startswith(("https://", "http://")) else ""
    return Metadata(day, found["title"], found["source"], url)
