"""Offline: a timeline as one HTML file that opens anywhere, asks no network for anything, and runs no script but its own."""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.drawing import escape
from timeline.drawing.figure import CONFIG
from timeline.drawing.lanes import USUAL_GAP
from timeline.drawing.layout import lay_out
from timeline.drawing.lettering import subset
from timeline.drawing.picture import svg
from timeline.drawing.scene import Scene
from timeline.drawing.style import DARK, FONT, FONTS, LIGHT, Style, Theme
from timeline.drawing.views import LEAST_GAP, SIZES, dark_colours, views_of
from timeline.drawing.wording import article_words, date_words, doubtful, teller_words
from timeline.table.merge import also_told

if TYPE_CHECKING:
    import pandas as pd

_VIEWER = Path(__file__).parent / "viewer"
_WHOLE = 2_180_000  # bytes of a file, as far as that is for us to choose
_LEAST_ROOM = 100_000  # packed bytes for figures, however much room words take
_MOST_ROWS, _FIRST_ROWS = 1500, 300  # rows that are all written into the page, and of more the first, so that the page opens soon
_DARK = dark_colours()
_NO_VIEWS: dict[str, Any] = {"figures": {}, "times": [], "lanes": [], "sizes": SIZES}
_NO_LANES: dict[str, Any] = {"colours": [], "of": [], "gaps": []}
_GAPS = {LEAST_GAP: "3 months", USUAL_GAP: "a year", 1826: "5 years", 3652: "10 years"}  # days that a gap is long at least
_STILL = 960  # pixels of the picture for paper and for readers without a script; on a sheet its words have 7 points
_MARK = {"light": "#ffe9a8", "dark": "#5c4a12"}


def page(frame: pd.DataFrame, style: Style) -> bytes:
    """The whole file: chart, card, filter, table of all events with their sentences."""
    still = lay_out(frame, replace(style, height=None, theme="light", width=_STILL))
    scene = lay_out(frame, replace(style, height=None, theme="light", width=_STILL, title="", credit=""))
    events = [_event(row) for row in frame.to_dict("records")]  # type: ignore[arg-type]
    boot, plotly = (_VIEWER / "viewer.js").read_text("utf-8"), _plotly()
    words = {
        "policy": f"default-src 'none'; script-src {_hash(boot)} {plotly[1]}; style-src 'unsafe-inline'; img-src data: blob:; "
        "font-src data:; base-uri 'none'; form-action 'none'",
        "title": escape.html(still.title), "subtitle": escape.html(_subtitle(still)),
        "look": _look(frame, events), "alt": escape.html(scene.alt), "picture": svg(scene).decode("utf-8"),
        "unprinted": ' class="unprinted"' if style.credit is None else "",
        "credit": escape.html(_credit(frame, style)), "plotly": plotly[0], "boot": boot,
    }  # fmt: skip
    room = _WHOLE - sum(len(word) for word in words.values()) - 2 * len(_packed(escape.script(events).encode("utf-8")))
    views: dict[str, Any] = views_of(frame, style, max(room, _LEAST_ROOM)) if len(frame) else _NO_VIEWS
    for index, text in views.pop("told", {}).items():
        events[int(index)]["told"] = text  # beside the sentence that it repeats, so that it packs to next to nothing
    lanes: dict[str, Any] = views["lanes"][0] if views["lanes"] else _NO_LANES
    first = events[:] if len(events) <= _MOST_ROWS else events[:_FIRST_ROWS]
    words |= {
        "gaps": _gaps(lanes["gaps"], style),
        "rows": "\n".join(_row(index, event, lanes["colours"][lanes["of"][index]]) for index, event in enumerate(first)) or _no_rows(),
        "more": " hidden" if len(first) == len(events) else "",
        "more_words": f"The first {len(first):,} of {len(events):,} events; a browser that runs this file's script shows the others.",
        "data": _packed(escape.script({**views, "events": events, "config": CONFIG}).encode("utf-8")),
    }  # fmt: skip
    template = (_VIEWER / "viewer.html").read_text("utf-8")
    return re.sub(r"\{(\w+)\}", lambda found: words[found[1]], template).encode("utf-8")


def _subtitle(scene: Scene) -> str:
    return next((text.text for text in scene.texts if not text.bold), "") if scene.eras and scene.style.title != "" else ""


def _credit(frame: pd.DataFrame, style: Style) -> str:
    if style.credit is not None:
        return style.credit
    return (
        "Every event points to the sentence it was read from. This file holds all it needs and asks no network for anything."
        if len(frame)
        else ""
    )


def _event(row: dict[str, Any]) -> dict[str, Any]:
    sentence, expression = escape.plain(row["sentence"]), escape.plain(row["expression"])
    at = sentence.find(expression) if expression else -1
    facts = (
        ("Kind", "kind"),
        ("Status", "status"),
        ("Who", "actors"),
        ("Where", "places"),
        ("Source", "source"),
        ("Told by", "articles"),
        ("Date from", "certainty"),
        ("EDTF", "edtf"),
    )
    row["articles"] = article_words(row)
    others = [
        {"by": escape.label(teller_words(mention)), "text": escape.plain(mention["sentence"]), "agrees": mention["agrees"]}
        for mention in also_told(row)
    ]
    return {
        "id": str(row["event_id"]), "date": date_words(row) + (" (?)" if doubtful(row) else ""), "title": escape.label(row["title"]),
        "sentence": sentence, "mark": (at, at + len(expression)) if at >= 0 else (len(sentence), len(sentence)),
        "source": escape.label(row["source"]), "url": escape.address(row["url"]),
        "status": str(row["status"]), "others": others, "articles": row["articles"],
        "facts": [(name, escape.label(row[key])) for name, key in facts if escape.label(row[key])],
    }  # fmt: skip


def _row(index: int, event: dict[str, Any], colour: str) -> str:
    start, stop = event["mark"]
    sentence = event["sentence"]
    quoted = escape.html(sentence[:start])
    if stop > start:
        quoted += f"<mark>{escape.html(sentence[start:stop])}</mark>{escape.html(sentence[stop:])}"
    source = escape.html(event["source"] or event["url"])
    if event["url"]:
        source = f'<a href="{escape.html(event["url"])}" rel="noopener noreferrer">{source}</a>'
    aside = f'<span class="aside">{escape.html(event["status"])}</span>' if event["status"] != "happened" else ""
    if event["articles"]:
        source += f'<span class="aside">{escape.html(event["articles"])}</span>'
    for other in event["others"]:
        if not other["agrees"]:
            quoted += f'<br><span class="aside">{escape.html(other["by"])}: {escape.html(other["text"])}</span>'
    return (
        f'<tr data-n="{index}"><td><button type="button">{escape.html(event["date"])}</button>{aside}</td>'
        f'<td><span class="swatch" style="--light:{colour};--dark:{_DARK.get(colour, colour)}"></span>{escape.html(event["title"])}</td>'
        f"<td>{quoted}</td><td>{source}</td></tr>"
    )


def _gaps(gaps: list[tuple[str, int, str]], style: Style) -> str:
    """The stretches in which a lane holds nothing, the longest first, to be opened by whoever looks for them."""
    least = style.gaps or USUAL_GAP
    lengths = dict(sorted((_GAPS | ({} if least in _GAPS else {least: f"{least:,} days"})).items()))
    options = "".join(f'<option value="{days}"{" selected" if days == least else ""}>{words}</option>' for days, words in lengths.items())
    items = [f"<li><b>{escape.html(lane or 'All events')}</b> {words}</li>" for lane, days, words in gaps if days >= least]
    return (
        f'<details id="gaps"{"" if gaps else " hidden"}><summary>Gaps, lane by lane (<span id="gap-count">{len(items):,}</span>)</summary>'
        f'<label hidden>At least <select id="least">{options}</select> without an event</label><ul>{"".join(items)}</ul></details>'
    )


def _no_rows() -> str:
    return '<tr><td colspan="4">No event with a date was found.</td></tr>'


def _look(frame: pd.DataFrame, events: list[dict[str, Any]]) -> str:
    """The style sheet, with the theme's colours and the letters of the shipped font that this file uses."""
    letters = set("".join(str(text) for name in ("title", "sentence", "source", "actors", "places") for text in frame[name].tolist()))
    letters |= {letter for event in events for other in event["others"] for letter in other["by"] + other["text"]}
    face = base64.b64encode(subset("".join(sorted(letters)))).decode("ascii")
    font = f'@font-face{{font-family:"{FONT}";font-weight:400 700;src:url(data:font/woff;base64,{face}) format("woff")}}\n'
    variables = f":root{{--fonts:{FONTS};{_variables(LIGHT)}}}\n@media (prefers-color-scheme: dark){{:root{{{_variables(DARK)}}}}}\n"
    variables += f"@media print{{:root{{{_variables(LIGHT)}}}}}\n"
    return font + variables + (_VIEWER / "viewer.css").read_text("utf-8")


def _variables(theme: Theme) -> str:
    colours = {
        "paper": theme.paper, "band": theme.band, "grid": theme.grid, "rule": theme.rule, "ink": theme.ink, "muted": theme.muted,
        "accent": theme.accent, "focus": theme.colours[0], "mark": _MARK[theme.name],
    }  # fmt: skip
    return ";".join(f"--{name}:{colour}" for name, colour in colours.items())


def _packed(data: bytes) -> str:
    return base64.b64encode(zlib.compress(data, 9)).decode("ascii")


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode('utf-8')).digest()).decode('ascii')}'"


@cache
def _plotly() -> tuple[str, str]:
    """plotly.js, packed, and the hash of what it unpacks to."""
    from plotly.offline import get_plotlyjs

    code = get_plotlyjs()
    return _packed(code.encode("utf-8")), _hash(code)
