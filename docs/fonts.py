"""Makes static/*.woff, the page's letters: the very font that pictures are measured and drawn with, so that labels fit."""

from pathlib import Path

import fontpkg
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

STATIC = Path(__file__).parent.parent / "static"
# Latin, Greek, Cyrillic, punctuation, currency, arrows and a few marks of the page.
LETTERS = [*range(0x20, 0x250), *range(0x2B0, 0x530), *range(0x1E00, 0x2070), *range(0x20A0, 0x20C1), *range(0x2100, 0x2200), 0xFFFD]


def made(weight: int) -> Path:
    """The font at one weight, as a file of its own."""
    font = instancer.instantiateVariableFont(TTFont(fontpkg.path("Noto Sans")), {"wdth": 100, "wght": weight})
    options = subset.Options(flavor="woff", layout_features=["kern", "mark", "mkmk", "ccmp", "locl", "liga"], hinting=False, name_IDs=["*"])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=LETTERS)
    cutter.subset(font)
    path = STATIC / f"NotoSans-{weight}.woff"
    subset.save_font(font, str(path), options)
    return path


if __name__ == "__main__":
    STATIC.mkdir(exist_ok=True)
    for weight in (400, 600, 700):
        print(made(weight))
