"""article_from(): an Article from bytes, a file or pasted text, with what can be known about it before it is read."""

import datetime as dt
import os
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from timeline.article import Article
from timeline.dates.dateline import published_in
from timeline.errors import BadDate, UnreadableSource, demand
from timeline.intake.decode import LARGEST_FILE, LARGEST_TEXT, decoded, storable
from timeline.intake.publication import published_day

__all__ = ["LARGEST_FILE", "LARGEST_TEXT", "article_from", "from_bytes", "from_file", "from_text"]

_LOOKS_LIKE_A_FILE = re.compile(r"\S*[/\\]\S*|\S+\.(?:txt|md|text|html?|pdf|docx?|eml)", re.IGNORECASE)
_HEAD_LINES = 12
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


def article_from(source: str | bytes | Path, *, published: dt.date | str | None = None) -> Article:
    """The article in some bytes, in a file (a Path, or a str that names one), or in the text itself.

    Never give it what a visitor of a page has pasted: text that names a file would open it. `from_text` is for that.
    Raises: UnreadableSource, TooLarge, BadDate.
    """
    demand(source, (str, bytes, Path), "article_from", "Give a text, bytes or a Path.")
    if isinstance(source, bytes):
        return from_bytes(source, published=published)
    if isinstance(source, Path):
        return from_file(source, published=published)
    if "\n" not in source and 0 < len(source) < 1000 and "\x00" not in source:
        if os.path.isfile(source):  # unlike Path.is_file it takes any text, however long or odd
            return from_file(Path(source), published=published)
        if _LOOKS_LIKE_A_FILE.fullmatch(source):
            raise UnreadableSource(f"cannot read {source!r}: there is no such file. Check its name, or paste the text itself.")
    return from_text(source, published=published)


def from_text(text: str, *, published: dt.date | str | None = None, name: str = "") -> Article:
    """The article in a text; whatever it says, no file is opened. Line ends stay, so offsets fit the text that was given."""
    return _article(storable(text, name or "the pasted text"), Metadata(), published, name)


def from_bytes(data: bytes, *, published: dt.date | str | None = None, name: str = "") -> Article:
    """The article in the bytes of a text file; offsets count characters of the decoded text."""
    return _article(decoded(data, name or "the file"), Metadata(), published, name)


def from_file(path: Path, *, published: dt.date | str | None = None) -> Article:
    """The article in a text file; an `article.toml` beside an `article.txt` tells its title, date, source and address."""
    data = _bytes_of(path)
    known = path.with_suffix(".toml") if path.name == "article.txt" else None
    metadata = _from_toml(known) if known and known.is_file() else Metadata()
    return _article(decoded(data, path.name), metadata, published, path.name)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        reason = "there is no such file. Check its name"
    except IsADirectoryError:
        reason = "it is a folder. Give the files in it"
    except PermissionError:
        reason = "you may not read it. Ask its owner, or copy the text"
    except OSError as fault:
        reason = f"{fault.strerror or fault}. Copy it elsewhere and try again"
    raise UnreadableSource(f"cannot read {str(path)!r}: {reason}.")


def _article(text: str, metadata: Metadata, published: dt.date | str | None, name: str) -> Article:
    """The article, its day of publication from the best that is known: the user, the metadata, the head of the text."""
    metadata = _filled(metadata, _from_head(text))
    day, origin = metadata.published, "metadata"
    if published is not None:
        day, origin = published_day(published), "given"
    elif day is None and (dateline := published_in(text)):
        day, origin = dateline.published, "dateline"
    return Article(
        text,
        published=day,
        title=metadata.title,
        source=metadata.source or name,
        url=metadata.url,
        published_from=origin if day else "none",
    )


def _filled(metadata: Metadata, other: Metadata) -> Metadata:
    """What the first knows, and where it knows nothing, what the second does."""
    return Metadata(
        published=metadata.published or other.published,
        title=metadata.title or other.title,
        source=metadata.source or other.source,
        url=metadata.url or other.url,
    )


def _from_toml(path: Path) -> Metadata:
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise UnreadableSource(f"cannot read {str(path)!r}: {fault}. Mend it, or take it away.") from fault
    return _metadata({key: str(value) for key, value in told.items()}, str(path))


def _from_head(text: str) -> Metadata:
    """What lines such as `Title: …` and `Date: …` at the very head say, with or without `---` around them."""
    lines = text[:8000].lstrip("\ufeff").splitlines()[:_HEAD_LINES]
    if lines and lines[0].strip() == "---":
        del lines[0]
    told: dict[str, str] = {}
    for line in lines:
        match = _HEADER.fullmatch(line.rstrip())
        if not match:
            break
        told.setdefault(match["key"].lower(), match["value"].strip().strip("\"'"))
    return _metadata(told, "")


def _metadata(told: dict[str, str], where: str) -> Metadata:
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
