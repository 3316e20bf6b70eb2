"""Feeds: each entry of RSS or Atom a piece, by feedparser, with its title, day and link."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

from timeline.errors import UnreadableSource
from timeline.intake.formats.html import page_parser, visible_text
from timeline.intake.formats.stamps import day_of_stamp
from timeline.intake.limits import MOST_ENTRIES
from timeline.intake.piece import Piece, cannot, one_line

_MARKUP = re.compile(r"<[a-zA-Z/!][^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|\w+);")


def pieces(data: bytes, name: str, charset: str = "") -> list[Piece]:
    """The entries of a feed in its order.

    Raises: UnreadableSource where it declares entities, or has no entry with words.
    """
    if b"<!ENTITY" in data.upper():
        raise UnreadableSource(
            cannot(name, "it declares entities, which no feed needs and which can fill the memory. Give it without them.")
        )
    import feedparser

    # As a file, since words that look like an address or a path would be fetched or opened; the network is out of reach here all the same.
    read: Any = feedparser.parse(BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    source = one_line(read.feed.get("title"), 80)
    found = [piece for entry in read.entries[:MOST_ENTRIES] if (piece := _piece(entry, source)).text]
    if not found:
        raise UnreadableSource(cannot(name, "it is a feed without entries that hold words. Give the address of one of its articles."))
    notes = []
    if len(read.entries) > MOST_ENTRIES:
        notes.append(f"only the first {MOST_ENTRIES} of its {len(read.entries):,} entries are read")
    return [replace(found[0], notes=tuple(notes)), *found[1:]]


def _piece(entry: Any, source: str) -> Piece:
    title = one_line(_plain(entry.get("title", "")))
    contents = [content.get("value", "") for content in entry.get("content", [])] + [entry.get("summary", "")]
    text = max((_plain(content) for content in contents), key=len)
    day = day_of_stamp(entry.get("published", "")) or day_of_stamp(entry.get("updated", ""))
    url = one_line(entry.get("link", ""), 2000)
    return Piece(
        text or title,
        title=title,
        published=day,
        source=source,
        url=url if re.match(r"https?://[^/\s]+\S*$", url) else "",
        name=title,
    )


def _plain(words: str) -> str:
    """The words of an entry, a paragraph for each block of its markup."""
    if not _MARKUP.search(words):
        return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", words) if part.strip())
    import lxml.html

    if not words.strip():
        return ""
    return visible_text(lxml.html.document_fromstring(f"<div>{words}</div>", parser=page_parser()))
