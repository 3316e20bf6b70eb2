"""A timeline as a file to keep, with its sources, corrections and view; it opens again without loss, here or on another machine."""

import json
from types import UnionType
from typing import Any

from timeline.errors import UnreadableSource
from timeline.store.document import SCHEMA_VERSION, Document, body_of, digest, document_from

FORMAT, VERSION = "event-timeline-document", 1
ENDING = "timeline.json"

_RIGHT = 'Choose a file that "Save to a file" wrote.'


def to_file(document: Document) -> bytes:
    """The whole document as JSON in plain letters; the same document gives the same bytes."""
    texts = {source.sha256: source.text for source in document.sources if source.text}
    if document.table:
        texts[digest(document.table)] = document.table
    whole = {"format": FORMAT, "version": VERSION, "document": json.loads(body_of(document)), "texts": texts}
    return json.dumps(whole, sort_keys=True, indent=1).encode("ascii")


def from_file(data: bytes) -> Document:
    """The document that `to_file` wrote.

    Raises: UnreadableSource.
    """
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError) as fault:
        raise UnreadableSource(f"this file is no saved timeline: it is not JSON. {_RIGHT}") from fault
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise UnreadableSource(f"this file is no saved timeline: it does not say that it is one. {_RIGHT}")
    body = whole.get("document")
    versions = (whole.get("version"), body.get("schema") if isinstance(body, dict) else None)
    if any(isinstance(told, int) and told > ours for told, ours in zip(versions, (VERSION, SCHEMA_VERSION), strict=True)):
        raise UnreadableSource("this timeline was saved by a newer version of this program. Open it there, or update this one.")
    try:
        return _checked(body, whole["texts"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise UnreadableSource(f"this saved timeline is damaged: a part of it is missing or altered. {_RIGHT}") from fault


def _checked(body: Any, texts: Any) -> Document:
    """The document of parts that a stranger may have written: each is of its kind, and each text is the one that was saved."""
    kinds: list[tuple[object, type | UnionType]] = [(texts, dict), (body["title"], str), (body["table"], str), (body["view"], dict)]
    kinds += [(body["edits"], list), (body["sources"], list), *((edit, dict) for edit in body["edits"])]
    for source in body["sources"]:
        kinds += [(source[name], str) for name in ("title", "source", "url", "published_from", "sha256")]
        kinds += [(source["more"], dict), (source["language"], str | None), (source["narrative"], bool | None)]
    kinds += [(text, str) for text in texts.values()]
    if not all(isinstance(value, kind) for value, kind in kinds):
        raise TypeError("a part is of another kind")
    if any(digest(text) != name for name, text in texts.items()):
        raise ValueError("a text is not the one that was saved")
    document = document_from(json.dumps(body), texts)
    if any(source.sha256 != digest(source.text) for source in document.sources) or bool(body["table"]) != bool(document.table):
        raise ValueError("a text is missing")
    return document
