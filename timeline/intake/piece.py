"""Piece: one text that was found in a file, with what the file says about it; and how a file that gives none is spoken of."""

import re
import unicodedata
from dataclasses import dataclass

_LONGEST_NAME = 80
_DROPPED = {"Cc": " ", "Cs": " ", "Zl": " ", "Zp": " ", "Cf": ""}  # by the category of the character


@dataclass(frozen=True, slots=True)
class Piece:
    """A text and what is told about it.

    `published` is a day as YYYY-MM-DD or empty, `head` lines such as `Date: …` that stood before the text, `notes` are
    sentences without the name of the file and without a full stop.
    """

    text: str
    title: str = ""
    published: str = ""
    source: str = ""
    url: str = ""
    name: str = ""
    head: str = ""
    notes: tuple[str, ...] = ()


def plain_name(name: str) -> str:
    """A file's name fit to be shown: no control or direction marks, no way up or to the root, 80 characters at most."""
    kept = "".join(_DROPPED.get(unicodedata.category(letter), letter) for letter in name)
    parts = [part.strip() for part in re.split(r"[/\\]", kept) if part.strip() not in ("", ".", "..")]
    kept = " ".join("/".join(parts).split())
    return kept if len(kept) <= _LONGEST_NAME else "…" + kept[1 - _LONGEST_NAME :]


def cannot(name: str, why: str) -> str:
    """The sentence for a file that cannot be read: `why` says what it is, and then what to do."""
    return f"cannot read {plain_name(name) or 'the file'!r}: {why}"


def one_line(words: object, longest: int = 300) -> str:
    """Words of a file's metadata on one line, without control or direction marks, cut where they are too long."""
    kept = " ".join("".join(_DROPPED.get(unicodedata.category(letter), letter) for letter in str(words or "")).split())
    return kept if len(kept) <= longest else kept[: longest - 1].rsplit(" ", 1)[0] + "…"
