"""Printing: a scene as PDF, by a Chrome or Chromium that is there; the very drawing of the SVG, in vectors and with its letters."""

from __future__ import annotations

import base64
import io
import json
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

from timeline.drawing import escape
from timeline.drawing.lettering import font_files
from timeline.drawing.picture import svg
from timeline.drawing.scene import Scene
from timeline.drawing.style import FONT, SIZES
from timeline.errors import NotPossible, demand

_INSTEAD = "PNG and SVG need neither."
_A4 = (297 / 25.4, 210 / 25.4)  # inches, the long side first
_SECONDS = 60
_GRACE = 15  # seconds more in which a driver may put a browser that hangs away
_DATES = re.compile(rb"/(?:CreationDate|ModDate) \(D:[^)]*\)")
_BOX = re.compile(rb"/MediaBox \[0 0 [\d.]+ [\d.]+\]")


def pdf(scene: Scene) -> bytes:
    """The scene as a PDF of one page of its size; A4 pictures are exactly A4. The same scene and browser give the same bytes.

    Raises: NotPossible where the package or the browser is missing, or the browser fails.
    """
    demand(scene, Scene, "pdf", "Give what lay_out() returns.")
    if lack := lacking():
        raise NotPossible(lack)
    return _mended(_printed(_page(scene), _inches(scene)), _inches(scene))


def lacking() -> str:
    """What is missing here for a PDF, as a sentence that says what to do; empty where nothing is."""
    try:
        from choreographer.browsers.chromium import Chromium
    except ImportError:
        return f"a PDF needs the package kaleido, which is not installed. Run: pip install kaleido==1.5.0. {_INSTEAD}"
    if Chromium.find_browser(skip_local=False) is None:
        return (
            "a PDF needs Chrome or Chromium, and none was found. Install one (Debian: apt-get install chromium), name it in "
            f"BROWSER_PATH, or run: choreo_get_chrome. {_INSTEAD}"
        )
    return ""


def _inches(scene: Scene) -> tuple[float, float]:
    if (scene.width, scene.height) == SIZES["A4 landscape"]:
        return _A4
    if (scene.width, scene.height) == SIZES["A4 portrait"]:
        return _A4[::-1]
    return scene.width / 96, scene.height / 96


def _page(scene: Scene) -> str:
    """The SVG alone on a page that may ask for nothing but the fonts it carries."""
    drawn = svg(scene).decode("utf-8")
    title = escape.html(scene.title)
    wide, high = _inches(scene)
    faces = "".join(
        f'@font-face{{font-family:"{name}";font-weight:{weight};src:url(data:font/ttf;base64,{font})}}'
        for name, weight, font in _faces("".join(sorted(set(unescape(drawn)))))
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; font-src data:\">"
        f"<style>{faces}html,body{{margin:0;background:{scene.theme.paper};print-color-adjust:exact}}"
        f"svg{{display:block;width:{wide}in;height:{high}in}}</style></head><body>{drawn}</body></html>"
    )


def _faces(words: str) -> list[tuple[str, int, str]]:
    """The letters of these words in the shipped fonts, at their two weights: of plain fonts a PDF keeps text that can be found."""
    return [
        (FONT + (" Arabic" if "Arabic" in path else ""), weight, base64.b64encode(_cut(path, weight, words)).decode("ascii"))
        for path in font_files()
        for weight in (400, 700)
        if "Italic" not in path
    ]


def _cut(path: str, weight: int, words: str) -> bytes:
    import logging

    from fontTools import subset  # type: ignore[import-untyped]
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
    from fontTools.varLib import instancer  # type: ignore[import-untyped]

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    font = TTFont(path, recalcTimestamp=False)
    cut = subset.Subsetter(subset.Options(layout_features=["*"], hinting=False, name_IDs=["*"], notdef_outline=True))
    cut.populate(unicodes={ord(letter) for letter in words})
    cut.subset(font)
    axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    out = io.BytesIO()
    instancer.instantiateVariableFont(font, {**axes, "wght": weight}).save(out)
    return out.getvalue()


def _printed(page: str, inches: tuple[float, float]) -> bytes:
    """The page as a browser prints it, driven by a process of its own, so that nothing of a browser that hangs is left in ours."""
    asked = json.dumps({"page": page, "inches": inches, "seconds": _SECONDS}).encode("ascii")
    command = [sys.executable, "-P", str(Path(__file__).with_name("press.py"))]
    try:
        done = subprocess.run(command, input=asked, capture_output=True, timeout=_SECONDS + _GRACE)  # noqa: S603
    except subprocess.TimeoutExpired:
        why = f"no answer in {_SECONDS} seconds"
    else:
        if done.returncode == 0:
            return done.stdout
        why = done.stdout.decode("utf-8", "replace").strip() or "it stopped"
    raise NotPossible(f"the browser did not print ({why}). Try again, or another browser. {_INSTEAD}")


def _mended(data: bytes, inches: tuple[float, float]) -> bytes:
    """The file without the times at which it was made, its page of the very size asked for, which a browser rounds to pixels.

    A PDF counts its bytes, so blanks fill what is shorter.
    """
    data = _DATES.sub(lambda found: b" " * len(found[0]), data)
    box = f"/MediaBox [0 0 {round(inches[0] * 72, 2):g} {round(inches[1] * 72, 2):g}]".encode("ascii")
    return _BOX.sub(lambda found: box.ljust(len(found[0])) if len(box) <= len(found[0]) else found[0], data)
