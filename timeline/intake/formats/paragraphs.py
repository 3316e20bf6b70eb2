"""Paragraphs out of lines that stand at places on pages: joined by their gaps, without running heads and hyphens."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

_ENDS = re.compile(r"[.!?:][\"'”’)\]]*$")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—|\s]*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE)
_HYPHEN = re.compile(r"(\w+)[-\u2010\u00ad]$")
# These keep their hyphen before a small letter: self-defence, ex-president, pro-Russian.
_PREFIXES = frozenset(
    "self ex pro anti non all half well vice co cross counter much long short high low mid cease north south east west two three".split()
)
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st", "\u00a0": " "}
)
_EDGE = 2  # lines at the top and at the foot of a page that may be a running head


@dataclass(slots=True)
class Line:
    """A line of words, where it begins, from the left and from the foot of the page, and the height of its letters."""

    words: str
    x: float
    y: float
    height: float
    indent: float = 0  # from where most lines of its column begin


def without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without page numbers and without what stands again, but for its numbers, at the edge of half of them."""
    edges = [_edge(page) for page in pages]
    seen = Counter(key for edge in edges for key in {_key(line) for line in edge})
    filled = sum(1 for page in pages if page)
    often = {key for key, count in seen.items() if count >= 2 and count * 2 >= filled}
    kept = []
    for page, edge in zip(pages, edges, strict=True):
        dropped = {id(line) for line in edge if _key(line) in often or _PAGE_NUMBER.fullmatch(line.words.strip())}
        kept.append([line for line in page if id(line) not in dropped])
    return kept


def _edge(page: list[Line]) -> list[Line]:
    heights = sorted({round(line.y) for line in page})
    outer = {*heights[:_EDGE], *heights[-_EDGE:]}
    return [line for line in page if round(line.y) in outer]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.words.split()).lower())


def paragraphs(pages: list[list[Line]]) -> Iterator[str]:
    """The paragraphs of all pages, each on one line."""
    for page in pages:
        _indent(page)
    lines = [line for page in pages for line in page]
    for line in lines:
        line.words = " ".join(line.words.translate(_LIGATURES).split())
    leading, length = _leading(lines), _length(lines)
    whole = " ".join(line.words for line in lines).lower()
    words = ""
    before: Line | None = None
    for line in lines:
        if before is not None and _opens(before, line, leading, length):
            yield words
            words = ""
        words = _joined(words, line.words, whole) if words else line.words
        before = line
    if words:
        yield words


def _size(line: Line) -> float:
    return round(line.height * 2) / 2


def _indent(page: list[Line]) -> None:
    """Tells each line of a page how far it is set in, or hangs out, from where most lines near it begin."""
    begins = Counter(round(line.x) for line in page)
    margins: dict[int, int] = {}
    for line in page:
        x = round(line.x)
        if x not in margins:
            margins[x] = max((near for near in begins if abs(near - x) <= 4 * max(line.height, 6)), key=lambda near: (begins[near], -near))
        line.indent = x - margins[x]


def _leading(lines: list[Line]) -> dict[float, float]:
    """For each height of letters the usual distance from line to line; the smaller where two are as usual."""
    gaps: dict[float, Counter[float]] = {}
    for before, line in zip(lines, lines[1:], strict=False):
        gap = before.y - line.y
        if _size(before) == _size(line) and 0 < gap < 3 * max(line.height, 1):
            gaps.setdefault(_size(line), Counter())[round(gap * 2) / 2] += 1
    return {size: max(sorted(counts), key=lambda gap, counts=counts: counts[gap]) for size, counts in gaps.items()}  # type: ignore[misc]


def _length(lines: list[Line]) -> dict[float, int]:
    """For each height of letters how many characters a full line has."""
    lengths: dict[float, list[int]] = {}
    for line in lines:
        lengths.setdefault(_size(line), []).append(len(line.words))
    return {size: sorted(each)[int(len(each) * 0.8)] for size, each in lengths.items()}


def _opens(before: Line, line: Line, leading: dict[float, float], length: dict[float, int]) -> bool:
    """Whether a paragraph opens with this line."""
    if _size(before) != _size(line):
        return True
    ended = bool(_ENDS.search(before.words))
    short = len(before.words) < 0.75 * length[_size(line)]
    gap = before.y - line.y
    if gap < -0.5 * line.height or gap > 12 * line.height:
        full = len(before.words) >= 0.88 * length[_size(line)]
        return (ended and not full) or (short and line.words[:1].isupper())  # the next column or page
    if gap > 1.25 * leading.get(_size(line), 1.2 * line.height) + 0.5:
        return True
    if abs(line.indent) > 0.8 * line.height and (ended or len(before.words) < length[_size(line)] or line.indent > 0):
        return True
    # A line far from full ends its paragraph, unless a long word had no room in it.
    return short and (ended or (not line.words[:1].islower() and len(before.words) < 0.5 * length[_size(line)]))


def _joined(words: str, more: str, whole: str) -> str:
    """Two lines as one; a word that was divided is whole again, unless it is spelt with its hyphen elsewhere."""
    hyphen = _HYPHEN.search(words)
    if not hyphen:
        return f"{words} {more}"
    if not more[:1].islower():
        return words + more  # Anglo-Irish, 2019-20
    tail = re.match(r"\w+", more)
    first, second = hyphen[1].lower(), tail[0].lower() if tail else ""
    spelt = words[-1] != "\u00ad" and (first in _PREFIXES or f"{first}-{second}" in whole) and first + second not in whole
    return words + more if spelt else words[:-1] + more
