"""Cards: for a narrow column, events one below another along a rail, since no time axis would be readable there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.drawing import escape, furniture
from timeline.drawing.furniture import Head
from timeline.drawing.lanes import MOST_GAPS, USUAL_GAP, Band, bands_of, gaps_in
from timeline.drawing.lettering import width, wrap
from timeline.drawing.scene import Cut, Entry, Group, Key, Label, Mark, Scene, Shape, Text
from timeline.drawing.spans import SHAPES, Spans, day_of, moment_of
from timeline.drawing.style import Style
from timeline.drawing.units import ASIDE, rows_of
from timeline.drawing.wording import count_words, date_words, doubtful, length_words

if TYPE_CHECKING:
    import pandas as pd

_MOST = 400
_LANES = 30  # cards need no room for a lane, only a word
_SIZE = 13.0
_LINE = 17.0
_GAP = 16.0
_RAIL = 7.0  # from the margin to the rail's middle
_TEXT = 26.0  # from the margin to the words
_LONG_GAP = 730  # days without events that are told on the rail


def lay_out_cards(frame: pd.DataFrame, spans: Spans, style: Style, head: Head) -> Scene:
    """A scene without axes: a rail with a mark for each event and its words beside it, the earliest on top."""
    import numpy as np

    theme = style.colours
    bands = bands_of(frame, spans, style, _LANES)
    band_of = {int(row): band for band in bands for row in band.rows}
    worthy = np.argsort(-frame["score"].to_numpy(), kind="stable")[:_MOST]
    keys = _keys(frame, style, spans, worthy, head)
    credit = furniture.credit_lines(frame, style, head.small, style.width - 2 * head.margin)
    foot = len(credit) * head.small * 1.5 + head.margin + 26
    top = (keys[-1].text.y if keys else head.bottom) + 22
    rows = dict(zip(worthy.tolist(), rows_of(frame, worthy.tolist()), strict=True))
    words = {row: _words(rows[row], band_of[row], style, head) for row in rows}
    room = (style.height - top - foot) if style.height else float("inf")
    shown = _fitting([int(row) for row in worthy], words, room)
    y = top
    marks, labels, cuts, entries = [], [], [], []
    x = head.margin + _TEXT
    before: float | None = None
    starts, stops = spans.ends()
    for row in sorted(shown, key=lambda row: (starts[row], spans.middle[row], row)):
        low = float(starts[row])
        if before is not None and low - before > _LONG_GAP:
            y += _LINE * 1.1
            cuts.append(Cut(head.margin + _RAIL, y - 4, day_of(before), day_of(low), f"{length_words(round(low - before))} later"))
            y += _LINE * 0.9
        before = max(before or low, float(stops[row]))
        band, lines, unit = band_of[row], words[row], rows[row]
        texts = [_moved(text, x, y) for text in lines]
        shape: Shape = SHAPES[int(spans.shape[row])]
        event_id = str(unit["event_id"])
        hollow, doubt = str(unit["status"]) in ("planned", "alleged"), texts[0].text.endswith(" ?")
        moment = moment_of(float(spans.middle[row]))
        marks.append(Mark(event_id, head.margin + _RAIL, y + _LINE / 2, 0, moment, shape, 10.5, band.colour, hollow, doubt))
        wide = max(text.x - x + (0 if text.anchor == "end" else width(text.text, text.size, text.bold)) for text in texts)
        labels.append(Label(event_id, 0, x, moment, "start", tuple(texts), (x, y, x + wide, y + _high(lines) - _GAP)))
        told = (texts[0].text, escape.label(unit["title"]), escape.label(unit["sentence"]), escape.label(unit["source"]))
        entries.append(Entry(event_id, *told, band.colour, band.name))
        y += _high(lines)
    left_out = sorted(set(range(len(frame))) - set(shown))
    texts_below, groups = list(head.texts), []
    if left_out:
        ids = tuple(frame["event_id"].iloc[left_out].astype("object").tolist())
        day = day_of(float(spans.middle[left_out[0]]))
        groups.append(Group(head.margin, head.margin, y, y, 0, day, day, len(ids), theme.other, "", ids))
        texts_below.append(Text(x, y + 12, f"and {count_words(len(ids), 'more event')}", _SIZE, theme.muted))
        y += _LINE * 1.4
    bottom = y
    for line in credit:
        y += head.small * 1.5
        texts_below.append(Text(head.margin, y + 4, line, head.small, theme.muted))
    return Scene(
        width=style.width, height=max(style.height or 0, round(y + head.margin)), style=style, theme=theme, title=head.name,
        alt=furniture.alt_words(frame, spans, bands, None), left=head.margin, top=top - 4, bottom=bottom, texts=tuple(texts_below), eras=(),
        cuts=tuple(cuts), lanes=(), bars=(), marks=tuple(marks), groups=tuple(groups), labels=tuple(labels), leaders=(), legend=keys,
        strip=None, entries=tuple(entries), gaps=gaps_in(bands, spans, style.gaps or USUAL_GAP)[:MOST_GAPS], holes=(),
        notes=(*_notes(len(left_out), len(frame)), *furniture.script_notes(list(frame["title"][:_MOST]))),
    )  # fmt: skip


def _notes(left_out: int, total: int) -> tuple[str, ...]:
    return (f"{left_out:,} of {total:,} events have no room for a card.",) if left_out else ()


def _keys(frame: pd.DataFrame, style: Style, spans: Spans, rows: Any, head: Head) -> tuple[Key, ...]:
    """The signs in use, with their words."""
    if not style.legend:
        return ()
    words: list[tuple[str, str]] = [("", "Date known to the"), *((SHAPES[code], "") for code in sorted(set(spans.shape[rows].tolist())))]
    if frame["status"].iloc[rows].isin(["planned", "alleged"]).any():
        words.append(("hollow", "planned or alleged"))
    if (frame["certainty"].iloc[rows].isin(["inferred", "ambiguous"]) | frame["conflict"].iloc[rows]).any():
        words.append(("doubt", "date inferred or disputed"))
    return furniture.keys(words, style, head.margin, head.bottom + 16)


def _words(row: dict[str, Any], band: Band, style: Style, head: Head) -> tuple[Text, ...]:
    """The card's lines, placed from its own left top: date, title, and the lane it belongs to."""
    theme = style.colours
    room = style.width - head.margin * 2 - _TEXT
    doubt = doubtful(row)
    dates = wrap(escape.label(date_words(row)) + (" ?" if doubt else ""), _SIZE, room, 3, True)
    lines = [Text(0, 0, line, _SIZE, theme.ink, True) for line in dates]
    titles = wrap(escape.label(row["title"]) or "No title", _SIZE, room, 6)
    lines += [Text(0, 0, line, _SIZE, theme.ink) for line in titles]
    below = [part for part in (band.name, ASIDE.get(str(row["status"]), "")) if part]
    if below:
        lines.append(Text(0, 0, wrap(" · ".join(below), _SIZE - 1.5, room, 1)[0], _SIZE - 1.5, band.colour))
    return tuple(Text(0, _LINE * (index + 1) - 4, line.text, line.size, line.colour, line.bold) for index, line in enumerate(lines))


def _moved(text: Text, x: float, y: float) -> Text:
    return Text(text.x + x, text.y + y, text.text, text.size, text.colour, text.bold, text.anchor)


def _high(lines: tuple[Text, ...]) -> float:
    return len(lines) * _LINE + _GAP


def _fitting(worthy: list[int], words: dict[int, tuple[Text, ...]], room: float) -> list[int]:
    """The most worthy events that fit; a gap's words may stand before each."""
    used = 0.0
    shown: list[int] = []
    for row in worthy:
        used += _high(words[row]) + (_LINE * 2 if room != float("inf") else 0)
        if used > room and shown:
            break
        shown.append(row)
    return shown
