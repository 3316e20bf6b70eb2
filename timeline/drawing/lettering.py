"""How wide words are in the shipped font, and where their lines break."""

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

_EM = 1000
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
    if char < "\u0250":
        return float(_faces(bold)[0].getlength(char)) / _EM  # type: ignore[attr-defined]
    for face, covered in zip(_faces(bold), _covered(), strict=True):
        if ord(char) in covered:
            return float(face.getlength(char)) / _EM  # type: ignore[attr-defined]
    return 1.0  # not in the shipped fonts: a whole em, as wide as letters get


def missing(text: str) -> set[str]:
    """The letters that no shipped font can draw."""
    if text.isascii():
        return set()
    return {char for char in text if char > "\u024f" and not any(ord(char) in covered for covered in _covered())}


@lru_cache(maxsize=50_000)
def width(text: str, size: float, bold: bool = False) -> float:
    """The width of a line of text.

    Units: pixels, as `size`.
    """
    return sum(_advance(char, bold) for char in text) * size


@lru_cache(maxsize=50_000)
def wrap(text: str, size: float, room: float, most: int = 4, bold: bool = False) -> tuple[str, ...]:
    """Lines no wider than `room`, as even as can be, at most `most` of them; what is over ends in an ellipsis."""
    lines = _fill(text, size, room, bold)
    if len(lines) > most:
        return (*lines[: most - 1], shorten(" ".join(lines[most - 1 :]), size, room, bold))
    if len(lines) < 2:
        return tuple(lines)
    low, high = room / 2, room  # the narrowest room that needs no more lines makes them even
    for _ in range(6):
        middle = (low + high) / 2
        low, high = (low, middle) if len(_fill(text, size, middle, bold)) <= len(lines) else (middle, high)
    return tuple(_fill(text, size, high, bold))


def _fill(text: str, size: float, room: float, bold: bool) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        while width(word, size, bold) > room and len(word) > 1:  # a word wider than the room is broken where it must
            count = next((n for n in range(len(word) - 1, 1, -1) if width(word[:n], size, bold) <= room), 1)
            lines.append(word[:count])
            word = word[count:]
        line = word
    return [*lines, line] if line else lines


def shorten(text: str, size: float, room: float, bold: bool = False) -> str:
    """The text, cut at a word with an ellipsis if it is wider than `room`."""
    if width(text, size, bold) <= room:
        return text
    words = text.split()
    while words and width(" ".join(words) + " …", size, bold) > room:
        words.pop()
    if words:
        return " ".join(words) + " …"
    return next((text[:n] + "…" for n in range(len(text) - 1, 0, -1) if width(text[:n] + "…", size, bold) <= room), "…")


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
