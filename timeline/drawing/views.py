"""Views: the figures an HTML file holds, one for each choice of its reader, with what they share stored once."""

from __future__ import annotations

import datetime as dt
import json
import re
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from timeline.drawing import escape
from timeline.drawing.figure import figure_dict
from timeline.drawing.lanes import MOST_GAPS, MOST_LANES, bands_of, gaps_in
from timeline.drawing.layout import lay_out
from timeline.drawing.scene import Era, Gap, Scene
from timeline.drawing.spans import Spans, day_of, number_of, spans_of
from timeline.drawing.style import DARK, LIGHT, MODE_WORDS, Style
from timeline.drawing.wording import length_words, reach_words

if TYPE_CHECKING:
    import pandas as pd

SIZES = (1336, 960)  # a figure for a desktop and one for a small laptop or tablet; a telephone gets the table as cards
_LANES = {"kind": "kind", "actor": "actor", "place": "place", "article": "source", "none": "none"}
_ROOM = 215_000  # packed bytes for all figures together
LEAST_GAP = 91  # days without events from which on a gap can be listed
_MOST_WINDOWS = 6
_Time = tuple[str, str, dict[str, Any]]
_COLOUR = re.compile(r"#[0-9a-f]{6}|rgba\(\d+,\d+,\d+,[\d.]+\)")


def views_of(frame: pd.DataFrame, style: Style, room: int = _ROOM) -> dict[str, Any]:
    """What a reader may choose (`times` and `lanes`), the figures for it by `time|lanes|width`, and what is told of each event.

    The maker's own choice comes first; further ones follow until `room`, in packed bytes, is used up, and then no more are laid out.
    """
    numbers = {str(event_id): index for index, event_id in enumerate(frame["event_id"])}
    bare = replace(style, height=None, title="", credit="", theme="light")
    times = _times(bare, lay_out(frame, replace(bare, mode="eras", width=SIZES[0])), spans_of(frame))
    lanes = {name: kept for name in dict.fromkeys((style.lanes, *_LANES)) if (kept := _lanes(frame, replace(bare, lanes=name)))}
    if style.lanes != "article":
        lanes.pop("article", None)
    figures: dict[str, Any] = {}
    told: dict[str, str] = {}
    inside: dict[str, list[int]] = {}
    packer = zlib.compressobj(9)
    for lane, (time, _, choice) in _by_use(list(lanes), times):
        drawn = {}
        for size in SIZES:
            scene = lay_out(frame, replace(bare, **choice, lanes=lane, width=size))
            drawn[f"{time}|{lane}|{size}"] = _figure(scene, numbers, told, lanes[lane])
            inside.setdefault(time, sorted(numbers[event_id] for event_id in _ids(scene)))
        packed = packer.compress(escape.script(drawn).encode("utf-8")) + packer.flush(zlib.Z_SYNC_FLUSH)
        room -= len(packed) * 4 // 3
        if room < 0 and figures:
            break
        figures |= drawn
    return {
        "figures": figures, "told": told, "sizes": SIZES, "dark": dark_colours(),
        "times": [
            {"key": key, "words": words, "events": None if len(inside[key]) == len(frame) else inside[key]}
            for key, words, _ in times if any(name.startswith(f"{key}|") for name in figures)
        ],
        "lanes": [
            {"key": key, "words": _LANES[key], **lanes[key]} for key in lanes if any(f"|{key}|" in name for name in figures)
        ],
    }  # fmt: skip


def _by_use(lanes: list[str], times: list[_Time]) -> list[tuple[str, _Time]]:
    """All choices, the likeliest first: the maker's lanes at any time, then other lanes at one time after another."""
    return [(lanes[0], time) for time in times] + [(lane, time) for time in times for lane in lanes[1:]]


def _ids(scene: Scene) -> set[str]:
    return {entry.event_id for entry in scene.entries} | {event_id for group in scene.groups for event_id in group.event_ids}


def _times(bare: Style, cut: Scene, spans: Spans) -> list[_Time]:
    """A key, words and what to change in the style, for each stretch of time or way to show it."""
    whole = [(mode, words, {"mode": mode}) for mode, words in MODE_WORDS.items()]
    if bare.mode == "linear":
        whole.reverse()
    if len(cut.eras) < 2:
        return [(bare.mode, "Whole time", {"mode": bare.mode})]
    windows = [(era.start.date(), _day_after(era)) for era in cut.eras[-_MOST_WINDOWS:]]
    return whole + [(f"era{n}", _reach(*window, spans), {"mode": "eras", "window": window}) for n, window in enumerate(windows)]


def _day_after(era: Era) -> dt.date:
    stop = era.stop.date()
    return stop if era.stop.time() == dt.time.min or stop == dt.date.max else stop + dt.timedelta(days=1)


def _reach(start: dt.date, stop: dt.date, spans: Spans) -> str:
    """From the first to the last event of an era, in years, or in months where it is of one year: `1979–1995`, `May–July 2024`."""
    low, high = spans.known()
    inside = (low >= number_of(start)) & (high <= number_of(stop))
    first, last = day_of(float(low[inside].min())), day_of(float(high[inside].max()) - 1)
    if first.year < last.year:
        return f"{first.year}–{last.year}"
    return str(first.year) if (last - first).days > 363 else reach_words(first, last)


def _lanes(frame: pd.DataFrame, style: Style) -> dict[str, Any] | None:
    """The lanes' names, colours and gaps, and for each event the number of its lane; nothing where that would be a single one."""
    spans = spans_of(frame)
    bands = bands_of(frame, spans, style, MOST_LANES)
    if len(bands) < 2 and style.lanes not in ("kind", "none"):
        return None
    lane_of = [0] * len(frame)
    for number, band in enumerate(bands):
        for row in band.rows.tolist():
            lane_of[row] = number
    gaps = [(gap.lane, (gap.stop - gap.start).days, _gap(gap)) for gap in gaps_in(bands, spans, min(style.gaps or LEAST_GAP, LEAST_GAP))]
    return {"names": [band.name for band in bands], "colours": [band.colour for band in bands], "of": lane_of, "gaps": gaps[:MOST_GAPS]}


def _gap(gap: Gap) -> str:
    """How long nothing happened, and the first and last time without an event."""
    return f"{length_words((gap.stop - gap.start).days)}, {reach_words(gap.start, gap.stop - dt.timedelta(days=1))}"


def _figure(scene: Scene, numbers: dict[str, int], told: dict[str, str], lanes: dict[str, Any]) -> dict[str, Any]:
    """The figure with event numbers for ids; hover words go to `told`, and columns carry the numbers of their events."""
    figure = figure_dict(scene)
    groups = iter(scene.groups)
    for trace in figure["data"]:
        if trace["name"] == "counts":
            trace["customdata"] = [sorted(numbers[event_id] for event_id in next(groups).event_ids) for _ in trace["x"]]
            continue
        if "hovertext" in trace:
            told.update({str(numbers[one]): text for one, text in zip(trace["customdata"], trace.pop("hovertext"), strict=True)})
        trace["customdata"] = [numbers[event_id] for event_id in trace["customdata"]]
    for note in figure["layout"]["annotations"]:
        if "name" in note:
            note["name"] = str(numbers[note["name"]])
    return _alike(figure, scene, lanes)


def _alike(figure: dict[str, Any], scene: Scene, lanes: dict[str, Any]) -> dict[str, Any]:
    """The figure with the colours its lanes have where the whole time is shown, so that a lane keeps its colour in every view."""
    usual = dict(zip(lanes["names"], lanes["colours"], strict=True))
    if any(lane.name not in usual for lane in scene.lanes):
        return figure
    changed = {lane.colour: usual[lane.name] for lane in scene.lanes if lane.colour not in (usual[lane.name], LIGHT.other)}
    if not changed:
        return figure
    pairs = changed | {_bare_rgba(old): _bare_rgba(new) for old, new in changed.items()}

    def swapped(found: re.Match[str]) -> str:
        text: str = found[0]
        head, comma, opacity = text.rpartition(",")
        return str(pairs.get(head, head) + comma + opacity if comma else pairs.get(text, text))

    kept: dict[str, Any] = json.loads(_COLOUR.sub(swapped, json.dumps(figure)))
    return kept


def _bare_rgba(colour: str) -> str:
    return "rgba({},{},{}".format(*(int(colour[at : at + 2], 16) for at in (1, 3, 5)))


def dark_colours() -> dict[str, str]:
    """For each colour of the light look that of the dark one; of see-through ones without their opacity, but for that of pale bars."""
    pairs = dict(zip(LIGHT.colours, DARK.colours, strict=True))
    for name in ("paper", "band", "grid", "rule", "ink", "muted", "accent", "other"):
        pairs[getattr(LIGHT, name)] = getattr(DARK, name)
    clear: dict[str, str] = {_bare_rgba(light): _bare_rgba(dark) for light, dark in pairs.items()}
    pale = {f"{light},{LIGHT.pale:g})": f"{dark},{DARK.pale:g})" for light, dark in clear.items()}
    return pairs | clear | pale
