"""article_from(): an Article from bytes, a file or pasted text, with what can be known about it before it is read."""

import datetime as dt
import os
import re
import tomllib
from dataclasses import replace
from pathlib import Path

from timeline.article import Article
from timeline.errors import UnreadableSource, demand
from timeline.intake.decode import storable
from timeline.intake.limits import LARGEST_FILE, LARGEST_TEXT
from timeline.intake.metadata import Metadata, article_of, metadata_of
from timeline.intake.piece import cannot
from timeline.intake.sealed import Sealed
from timeline.intake.sources import Intake, sources_from, sources_from_address

__all__ = ["LARGEST_FILE", "LARGEST_TEXT", "article_from", "from_bytes", "from_file", "from_text", "sources_from_file"]

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_LOOKS_LIKE_A_FILE = re.compile(r"\S*[/\\]\S*|\S+\.(?:txt|md|text|html?|pdf|docx?|eml)", re.IGNORECASE)


def article_from(source: str | bytes | Path, *, published: dt.date | str | None = None) -> Article:
    """The article in some bytes, in a file (a Path, or a str that names one), at an http or https address, or in the text itself.

    Never give it what a visitor of a page has pasted: text that names a file would open it. `from_text` is for that.
    Raises: UnreadableSource, TooLarge, BadDate.
    """
    demand(source, (str, bytes, Path), "article_from", "Give a text, bytes or a Path.")
    if isinstance(source, bytes):
        return from_bytes(source, published=published)
    if isinstance(source, Path):
        return from_file(source, published=published)
    if "\n" not in source and 0 < len(source) < 1000 and "\x00" not in source:
        if _ADDRESS.match(source.strip()) and " " not in source.strip():
            return _only(sources_from_address(source, published=published), source)
        if os.path.isfile(source):  # unlike Path.is_file it takes any text, however long or odd
            return from_file(Path(source), published=published)
        if _LOOKS_LIKE_A_FILE.fullmatch(source):
            raise UnreadableSource(f"cannot read {source!r}: there is no such file. Check its name, or paste the text itself.")
    return from_text(source, published=published)


def from_text(text: str, *, published: dt.date | str | None = None, name: str = "") -> Article:
    """The article in a text; whatever it says, no file is opened. Line ends stay, so offsets fit the text that was given."""
    return article_of(storable(text, name or "the pasted text"), Metadata(), published, name)


def from_bytes(data: bytes, *, published: dt.date | str | None = None, name: str = "") -> Article:
    """The one article in the bytes of a file, whatever its format; offsets count characters of the text that was found.

    Raises: UnreadableSource, also where there are several (`sources_from` gives them all); TooLarge, BadDate.
    """
    return _only(sources_from(data, name=name or "the file", published=published), name)


def _only(found: Intake, name: str) -> Article:
    if len(found.articles) == 1 and not found.failures:
        article = found.articles[0]
        return article if name or article.source != "the file" else replace(article, source="")
    if found.articles:
        raise UnreadableSource(cannot(name, f"it holds {len(found.articles)} articles. Use sources_from(), which gives them all."))
    raise next(remark.fault for remark in found.failures if remark.fault)


def from_file(path: Path, *, published: dt.date | str | None = None) -> Article:
    """The one article in a file; an `article.toml` beside an `article.txt` tells its title, date, source and address."""
    return _only(sources_from_file(path, published=published), path.name)


def sources_from_file(path: Path, *, published: dt.date | str | None = None, name: str = "", sealed: Sealed | None = None) -> Intake:
    """The articles in a file, each failure named; `name` is what to call it, `sealed` a child process to use again.

    Raises: UnreadableSource where the file cannot be opened, or the toml beside it not be read; BadDate.
    """
    name = name or path.name
    found = sources_from(_bytes_of(path), name=name, published=published, sealed=sealed)
    known = path.with_suffix(".toml") if path.name == "article.txt" else None
    if known is None or not known.is_file() or len(found.articles) != 1:
        return found
    return replace(found, articles=(article_of(found.articles[0].text, _from_toml(known), published, name),))


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


def _from_toml(path: Path) -> Metadata:
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise UnreadableSource(f"cannot read {str(path)!r}: {fault}. Mend it, or take it away.") from fault
    return metadata_of({key: str(value) for key, value in told.items()}, str(path))
