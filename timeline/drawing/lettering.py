"""How wide words are in the shipped font, and where their lines break."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path

_EM = 1000
SOFT = "\u00ad"  # a soft hyphen: seen only where a line ends at it
_FROM_THE_RIGHT = "\u200f"  # a letter without width that reads from the right
_JOINERS = "\u200c\u200d\ufe0e\ufe0f"
_USUAL = "–—‘’“”…"  # signs that the Latin font has: to know these, nobody need look into the fonts
_BREAKS = "-/‐–—" + SOFT
_MAY_BREAK = re.compile(f"(?<=[{re.escape(_BREAKS)}])(?=.)")
_LONGEST_LINE = 2000  # characters, more than any picture has room for
_HAIR = 1e-6  # pixels; sums of widths are not exact
_SCRIPTS = {"CJK": "Chinese", "HANGUL": "Korean", "IDEOGRAPHIC": "Chinese", "BOPOMOFO": "Chinese", "CANADIAN": "Canadian syllabics"}
_WEIGHTS = {False: 400, True: 700}


@cache
def font_files() -> tuple[str, ...]:
    """The files of the shipped fonts: upright Latin, Greek and Cyrillic, its italic, and Arabic."""
    files: list[str] = []
    for package in ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic"):
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations or []) if spec else []:
            files += sorted(str(path) for path in (Path(folder) / "files").glob("*.ttf"))
    return tuple(files)


@cache
def _faces(bold: bool) -> tuple[object, ...]:
    """Both scripts at one weight. Plain advances without kerning are the same on every machine, and never too small for long."""
    from PIL import ImageFont

    faces = []
    for path in font_files():
        if "Italic" in path:
            continue
        face = ImageFont.truetype(path, _EM, layout_engine=ImageFont.Layout.BASIC)
        axes = [axis["name"] for axis in face.get_variation_axes()]
        face.set_variation_by_axes([_WEIGHTS[bold] if name == b"Weight" else 100 for name in axes])
        faces.append(face)
    return tuple(faces)


@cache
def _covered() -> tuple[frozenset[int], ...]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    return tuple(frozenset(TTFont(path, lazy=True)["cmap"].getBestCmap()) for path in font_files() if "Italic" not in path)


@lru_cache(maxsize=20_000)
def _advance(char: str, bold: bool) -> float:
    if char == _FROM_THE_RIGHT:
        return 0.0
    if char < "\u0250" or char in _USUAL:
        return float(_faces(bold)[0].getlength(char)) / _EM  # type: ignore[attr-defined]
    for face, covered in zip(_faces(bold), _covered(), strict=True):
        if ord(char) in covered:
            return float(face.getlength(char)) / _EM  # type: ignore[attr-defined]
    return 1.0  # not in the shipped fonts: a whole em, as wide as letters get


def missing(text: str) -> set[str]:
    """The letters that no shipped font can draw."""
    if text.isascii():
        return set()
    rare = {char for char in text if char > "\u024f" and char not in _USUAL and char != _FROM_THE_RIGHT}
    return {char for char in rare if not any(ord(char) in covered for covered in _covered())}


@lru_cache(maxsize=50_000)
def width(text: str, size: float, bold: bool = False) -> float:
    """The width of a line of text.

    Units: pixels, as `size`.
    """
    return sum(_advance(char, bold) for char in text) * size


@lru_cache(maxsize=50_000)
def wrap(text: str, size: float, room: float, most: int = 4, bold: bool = False) -> tuple[str, ...]:
    """Lines no wider than `room`, as even as can be, at most `most` of them; what is over ends in an ellipsis.

    Letters that no shipped font has are replaced by the name of their script.
    """
    text = drawable(text)
    words = [(word, width(word.replace(SOFT, ""), size, bold)) for word in text.split()]
    lines = _fill(words, size, room, bold)
    # The narrowest room that needs no more lines makes them even; no word is broken for that.
    low, high = min(room, max((wide for _, wide in words), default=0.0)), room
    if 1 < len(lines) <= most and low < high:
        low = max(low, room / 2)
        for _ in range(6):
            middle = (low + high) / 2
            low, high = (low, middle) if len(_fill(words, size, middle, bold)) <= len(lines) else (middle, high)
        lines = _fill(words, size, high, bold)
    return _turned(text, _at_most(most, lines, size, room, bold))


def fold(text: str, size: float, room: float, most: int) -> tuple[str, ...]:
    """Lines as `wrap` has them, but with all letters and each as full as can be: for what a browser shows with its own fonts."""
    words = [(word, width(word.replace(SOFT, ""), size)) for word in text.split()]
    return _turned(text, _at_most(most, _fill(words, size, room, False), size, room, False))


def _at_most(most: int, lines: list[tuple[str, str]], size: float, room: float, bold: bool) -> list[str]:
    shown = [line for line, _ in lines[:most]]
    if len(lines) > most:
        shown[-1] = _cut("".join(raw for _, raw in lines[most - 1 :]).replace(SOFT, ""), size, room, bold)
    return shown


def _turned(text: str, lines: list[str]) -> tuple[str, ...]:
    """The lines; those of a text that reads from the right do so too, even where they begin with a Latin word."""
    if text.isascii() or not _from_the_right(text):
        return tuple(lines)
    return tuple(line if _from_the_right(line) else _FROM_THE_RIGHT + line for line in lines)


@lru_cache(maxsize=50_000)
def widest_word(text: str, size: float, bold: bool = False) -> float:
    """The room below which `wrap` must break a word."""
    return max((width(word.replace(SOFT, ""), size, bold) for word in drawable(text).split()), default=0.0)


def _fill(words: list[tuple[str, float]], size: float, room: float, bold: bool) -> list[tuple[str, str]]:
    """Lines filled one after another, each with the very text it was made from."""
    lines: list[tuple[str, str]] = []
    line, used, room = "", 0.0, room + _HAIR
    space = width(" ", size, bold)
    for word, wide in words:
        if line and used + space + wide <= room:
            line, used = f"{line} {word}", used + space + wide
            continue
        if line:
            lines.append((line.replace(SOFT, ""), line + " "))
        if wide > room:  # a word wider than the room is broken where it may be, else where it must
            *done, (_, word) = _parts_of(word, size, room, bold)
            lines += done
            wide = width(word.replace(SOFT, ""), size, bold)
        line, used = word, wide
    return [*lines, (line.replace(SOFT, ""), line)] if line else lines


def _parts_of(word: str, size: float, room: float, bold: bool) -> list[tuple[str, str]]:
    """A word in parts that fit: at its soft hyphens, after a hyphen or slash, else with a hyphen between any two letters."""
    parts: list[tuple[str, str]] = []
    part = ""
    for chunk in _MAY_BREAK.split(word):
        if width(_ended(part + chunk), size, bold) <= room:
            part += chunk
            continue
        if part:
            parts.append((_ended(part), part))
        while width(_ended(chunk), size, bold) > room and len(chunk) > 1:
            count = _letters_in(chunk, size, room, bold)
            parts.append((_hyphened(chunk[:count]), chunk[:count]))
            chunk = chunk[count:]
        part = chunk
    return [*parts, (_ended(part), part)]


def _letters_in(chunk: str, size: float, room: float, bold: bool) -> int:
    """How many letters of a word stand on this line: two or more, with two or more left, and no accent apart from its letter."""
    most = max(1, len(chunk.rstrip(_BREAKS)) - 2)
    fitting = [count for count in range(1, most + 1) if width(_hyphened(chunk[:count]), size, bold) <= room] or [1]
    whole = [count for count in fitting if not _joined(chunk[count - 1], chunk[count])]
    return whole[-1] if whole else fitting[-1]


def _joined(one: str, other: str) -> bool:
    return bool(unicodedata.combining(other)) or other in _JOINERS or one in _JOINERS


def _ended(part: str) -> str:
    """A part of a word as it stands at the end of its line."""
    return part.replace(SOFT, "") + ("-" if part.endswith(SOFT) else "")


def _hyphened(part: str) -> str:
    """A part with a hyphen, where its script has one."""
    bare = part.replace(SOFT, "")
    return bare + "-" if len(bare) > 1 and bare[-1:].lower() != bare[-1:].upper() else bare


def shorten(text: str, size: float, room: float, bold: bool = False) -> str:
    """The text, cut at a word with an ellipsis if it is wider than `room`."""
    return _cut(drawable(text).replace(SOFT, ""), size, room, bold)


def _cut(text: str, size: float, room: float, bold: bool) -> str:
    if len(text) < _LONGEST_LINE and width(text, size, bold) <= room:
        return text
    words = text.split()
    left = room - width(" …", size, bold)
    reached = list(accumulate(width(word + " ", size, bold) for word in words))
    count = sum(wide - width(" ", size, bold) <= left for wide in reached)
    if count:
        return " ".join(words[:count]) + " …"
    return next((text[:n] + "…" for n in range(min(len(text) - 1, _LONGEST_LINE), 0, -1) if width(text[:n] + "…", size, bold) <= room), "…")


@lru_cache(maxsize=50_000)
def drawable(text: str) -> str:
    """The text with the name of the script in brackets where the shipped fonts lack its letters: `[Chinese] pact`.

    Otherwise a picture would show empty boxes, or what the machine of whoever opens it happens to have.
    """
    if not (absent := missing(text)):
        return text
    shown: list[str] = []
    run = ""  # letters that cannot be drawn, with what stands between and belongs to them
    for char in text:
        if char in absent:
            run += char
        elif run and (unicodedata.combining(char) or char in _JOINERS):
            continue
        elif run and char == " ":
            run += char
        else:
            shown.append(_named_run(run) if run else "")
            shown.append(char)
            run = ""
    return "".join([*shown, _named_run(run) if run else ""])


def _named_run(run: str) -> str:
    """`[Chinese]` for a run of letters, with the space that followed it."""
    letters = [unicodedata.name(char, "").partition(" ")[0] for char in run if char.isalpha()]
    if any(word in ("HIRAGANA", "KATAKANA") for word in letters):
        word = "Japanese"
    elif letters:
        first = max(set(letters), key=lambda word: (letters.count(word), word))
        word = _SCRIPTS.get(first, first.capitalize()) if first else "unknown letters"
    else:
        word = "emoji" if any(unicodedata.category(char) in ("So", "Sk") for char in run) else "unknown signs"
    return f"[{word}]" + (" " if run.endswith(" ") else "")


def directed(text: str, written: str) -> str:
    """A line as `written` for its renderer, with its words in the order in which its script is read.

    Renderers take every line for one that reads from the left; an embedding says otherwise and cannot be seen.
    """
    return f"\u202b{written}\u202c" if _from_the_right(text) else written


def _from_the_right(text: str) -> bool:
    """Whether a text reads from the right: its first letter decides. Source: rules P2 and P3 of Unicode Standard Annex 9."""
    if text.isascii():
        return False
    ways = (unicodedata.bidirectional(char) for char in text)
    return next((way != "L" for way in ways if way in ("L", "R", "AL")), False)


@lru_cache(maxsize=8)
def subset(letters: str) -> bytes:
    """The shipped Latin font cut down to some letters and the usual ones, weights 400 to 700, as WOFF."""
    import io
    import logging

    from fontTools import subset as cutter  # type: ignore[import-untyped]
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer  # type: ignore[import-untyped]

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    path = next((path for path in font_files() if "Italic" not in path and "Arabic" not in path), "")
    if not path:
        return b""
    options = cutter.Options(layout_features=["kern", "mark", "mkmk", "ccmp"], hinting=False, name_IDs=[], notdef_outline=True)
    font = TTFont(path, recalcTimestamp=False)
    cut = cutter.Subsetter(options)
    cut.populate(unicodes={*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "–—‘’“”…×←→"), *map(ord, letters)})
    cut.subset(font)
    font = instancer.instantiateVariableFont(font, {"wdth": 100, "wght": (400, 700)})
    font.flavor = "woff"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
