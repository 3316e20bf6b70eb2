"""Printing: a scene as PDF, by a Chrome or Chromium that is there; the very drawing of the SVG, in vectors and with its letters."""

from __future__ import annotations

import asyncio
import base64
import io
import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from typing import TYPE_CHECKING, Any

from timeline.drawing import escape
from timeline.drawing.lettering import font_files
from timeline.drawing.picture import svg
from timeline.drawing.scene import Scene
from timeline.drawing.style import FONT, SIZES
from timeline.errors import NotPossible, demand

if TYPE_CHECKING:
    from collections.abc import Callable

_INSTEAD = "PNG and SVG need neither."
_A4 = (297 / 25.4, 210 / 25.4)  # inches, the long side first
_SECONDS = 60
_NOWHERE = "http://127.0.0.1:9"  # a proxy that is not there: whatever a browser wants of a network, it does not get
_DATES = re.compile(rb"/(?:CreationDate|ModDate) \(D:[^)]*\)")
_BOX = re.compile(rb"/MediaBox \[0 0 [\d.]+ [\d.]+\]")


def pdf(scene: Scene) -> bytes:
    """The scene as a PDF of one page of its size; A4 pictures are exactly A4. The same scene and browser give the same bytes.

    Raises: NotPossible where the package or the browser is missing, or the browser fails.
    """
    demand(scene, Scene, "pdf", "Give what lay_out() returns.")
    if lack := lacking():
        raise NotPossible(lack)
    with ThreadPoolExecutor(1) as thread:  # whoever asks may have an event loop that runs
        printed = thread.submit(asyncio.run, _printed(_page(scene), _inches(scene))).result()
    return _mended(printed, _inches(scene))


def lacking() -> str:
    """What is missing here for a PDF, as a sentence that says what to do; empty where nothing is."""
    try:
        from choreographer.browsers.chromium import Chromium
    except ImportError:
        return f"a PDF needs the package kaleido, which is not installed. Run: pip install 'event-timeline[pdf]'. {_INSTEAD}"
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
    title = escape.html(scene.texts[0].text if scene.texts else "Timeline")
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


async def _printed(page: str, inches: tuple[float, float]) -> bytes:
    from choreographer import Browser

    try:
        async with asyncio.timeout(_SECONDS), Browser(proxy_server=_NOWHERE, enable_extensions=False) as browser:
            tab = await browser.create_tab("about:blank")
            frame = (await _told(tab.send_command, "Page.getFrameTree"))["frameTree"]["frame"]["id"]
            await _told(tab.send_command, "Page.setDocumentContent", frameId=frame, html=page)
            await _told(tab.send_command, "Runtime.evaluate", expression="document.fonts.ready.then(() => 1)", awaitPromise=True)
            printed = await _told(
                tab.send_command, "Page.printToPDF", printBackground=True, pageRanges="1", paperWidth=inches[0], paperHeight=inches[1],
                marginTop=0, marginBottom=0, marginLeft=0, marginRight=0,
            )  # fmt: skip
            return base64.b64decode(printed["data"])
    except (OSError, RuntimeError, TimeoutError) as fault:
        raise NotPossible(
            f"the browser did not print ({fault or 'no answer in 60 seconds'}). Try again, or another browser. {_INSTEAD}"
        ) from fault


async def _told(send: Callable[..., Any], command: str, **params: Any) -> Any:
    answer = await send(command, params)
    if "error" in answer:
        raise RuntimeError(f"{command}: {answer['error'].get('message', '')}")
    return answer["result"]


def _mended(data: bytes, inches: tuple[float, float]) -> bytes:
    """The file without the times at which it was made, its page of the very size asked for, which a browser rounds to pixels.

    A PDF counts its bytes, so blanks fill what is shorter.
    """
    data = _DATES.sub(lambda found: b" " * len(found[0]), data)
    box = f"/MediaBox [0 0 {inches[0] * 72:.2f} {inches[1] * 72:.2f}]".encode("ascii")
    return _BOX.sub(lambda found: box.ljust(len(found[0])) if len(box) <= len(found[0]) else found[0], data)
