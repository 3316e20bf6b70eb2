"""Markdown: the words a reader would see, by markdown-it-py; where links lead is no text, and neither is the block at the head."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from timeline.intake.decode import decoded
from timeline.intake.piece import Piece

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(.{0,8000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def pieces(data: bytes, name: str, charset: str = "") -> list[Piece]:
    """The words of a text in Markdown, a paragraph for each block and a line for each row of a table."""
    text = decoded(data, name, charset)
    from markdown_it import MarkdownIt

    front = _FRONT.match(text)
    tokens = MarkdownIt("commonmark").enable("table").parse(text[front.end() :] if front else text)
    return [Piece("\n\n".join(_paragraphs(tokens)), head=front[1] if front else "")]


def _paragraphs(tokens: Sequence["Token"]) -> Iterator[str]:
    row: list[str] | None = None
    for token in tokens:
        words = ""
        if token.type == "inline":
            words = _inline(token.children or [])
        elif token.type in ("fence", "code_block"):
            words = token.content.strip("\n")
        elif token.type == "html_block":
            words = " ".join(re.sub(r"<!--.*?-->|<[^>]*>", " ", token.content, flags=re.DOTALL).split())
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            words, row = " | ".join(cell for cell in row if cell), None
        if row is not None:
            if token.type == "inline":
                row.append(words)
        elif words:
            yield words


def _inline(tokens: Sequence["Token"]) -> str:
    parts = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        # An image is left out with its description, and a tag in the text with its brackets.
    return "".join(parts).strip()
