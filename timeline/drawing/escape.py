"""The one door that words from articles pass on their way into labels, XML, HTML, scripts and cells."""

import html as _html
import json
import re
import unicodedata
from typing import Any

# Nothing here can be seen, and each can break a document or turn the words around it about: control characters, lone
# surrogates, non-characters, bidi embeddings, overrides and isolates, and the invisible joiners used to hide text.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|[\U0001fffe\U0001ffff]")
_TURNING = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
_BLANK = re.compile(r"\s+")
_MARKS_DRAWN = 4
# What a spreadsheet could take for a formula, also in full width, and behind what it may trim or not show; an apostrophe too, so
# that one that was there is told from one that was put there.
_RISKY_CELL = re.compile(rf"['\t\r\n]|(?:\s|{_CONTROL.pattern}|{_TURNING.pattern})*[=+\-@＝＋－＠]")


def plain(text: object) -> str:
    """The words without what cannot stand in a document; line ends and direction marks stay, as in the source."""
    return _CONTROL.sub("", str(text))


def label(text: object) -> str:
    """The words as one line that cannot turn its neighbours about: no direction marks, at most four accents on a letter."""
    line = _BLANK.sub(" ", _TURNING.sub("", _CONTROL.sub("", str(text)))).strip()
    if line.isascii():
        return line
    kept: list[str] = []
    marks = 0
    for char in line:
        marks = marks + 1 if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me") else 0
        if marks <= _MARKS_DRAWN:
            kept.append(char)
    return "".join(kept)


def plotly(text: object) -> str:
    """A label for Plotly, which reads tags, entities and `%{…}` in every text it draws."""
    return _html.escape(label(text), quote=False).replace("%{", "%&#123;").replace("$", "&#36;")


def xml(text: object) -> str:
    """A label for SVG, in an element or in a quoted attribute."""
    return _html.escape(label(text), quote=True)


def html(text: object) -> str:
    """Words for HTML, in an element or in a quoted attribute; line ends stay."""
    return _html.escape(plain(text), quote=True)


def address(text: object) -> str:
    """The address, if a reader may safely follow it (http or https), else nothing; not yet escaped."""
    bare = _BLANK.sub("", _TURNING.sub("", plain(text)))
    return bare if re.match(r"https?://[^\s/]", bare, re.IGNORECASE) else ""


def link(text: object) -> str:
    """A safe address for a quoted attribute, else nothing."""
    return _html.escape(address(text), quote=True)


def markdown(text: object) -> str:
    """A label for Markdown: no sign of it makes a link, a picture, a heading or a tag."""
    return re.sub(r"([\\`*_{}\[\]()#+\-.!|~>&<:@])", r"\\\1", label(text))


def script(value: Any) -> str:
    """JSON that can stand inside a script element: no tag, no comment and no line separator can end it early."""
    text = json.dumps(_clean(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {plain(key): _clean(item) for key, item in value.items()}
    return [_clean(item) for item in value] if isinstance(value, (list, tuple)) else value


def cell(text: str) -> str:
    """The words for a spreadsheet cell: what a spreadsheet could take for a formula gets an apostrophe in front.

    An apostrophe that is there already gets one too, so that `cell_back` gives the very words again.
    """
    return "'" + text if _RISKY_CELL.match(text) else text


def cell_back(text: str) -> str:
    """The words that `cell` wrote."""
    return text[1:] if text[:1] == "'" and _RISKY_CELL.match(text, 1) else text
