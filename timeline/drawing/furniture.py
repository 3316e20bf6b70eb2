"""Furniture: what stands around the events: title, legend, axis words, the strip at true scale, sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.dates.grain import Grain
from timeline.drawing import escape
from timeline.drawing.eras import Axis
from timeline.drawing.lanes import Band
from timeline.drawing.lettering import missing, shorten, width, wrap
from timeline.drawing.scene import Key, Scene, Strip, Text
from timeline.drawing.spans import SHAPES, Spans, day_of
from timeline.drawing.style import MODE_WORDS, Style
from timeline.drawing.units import Unit
from timeline.drawing.wording import count_words, date_words, length_words, reach_words, unit_words

if TYPE_CHECKING:
    import pandas as pd

STRIP_WORDS = MODE_WORDS["linear"]
_SHAPE_WORDS = {"disc": "day", "diamond": "week or month", "square": "season or year", "ring": "years to centuries"}


@dataclass(frozen=True, slots=True)
class Head:
    """The title's lines, where they end, and the sizes that follow from the picture's width."""

    name: str
    texts: tuple[Text, ...]
    bottom: float
    margin: float
    small: float


def header(frame: pd.DataFrame, spans: Spans, style: Style) -> Head:
    """Title and subtitle, written from the data unless the maker chose a title."""
    sizes = style.sizes
    margin, large, middle = sizes.margin, sizes.title, sizes.below
    theme = style.colours
    title = auto_title(frame, spans) if style.title is None else escape.label(style.title)
    room = style.width - 2 * margin
    y = margin - 6
    texts = []
    for line in wrap(title, large, room, 2, True) if title else ():
        y += large * 1.22
        texts.append(Text(margin, y, line, large, theme.ink, True))
    for line in wrap(auto_subtitle(frame, style.total), middle, room, 2) if title else ():
        y += middle * 1.55
        texts.append(Text(margin, y, line, middle, theme.muted))
    return Head(title or auto_title(frame, spans), tuple(texts), y + 6, margin, sizes.small)


def auto_title(frame: pd.DataFrame, spans: Spans) -> str:
    """The reach of the events in words, no finer than their own dates: `From the 18th century to January 2025`."""
    import numpy as np

    if not len(frame):
        return "No dated events"
    low = np.where(spans.open_left, spans.stop - 1, spans.start)
    high = np.where(spans.open_right, spans.start + 1, spans.stop)
    first, last = day_of(float(low.min())), day_of(float(high.max()) - 1)
    grains = [max(Grain.month, Grain[str(frame["grain"].iloc[int(at)])]) for at in (low.argmin(), high.argmax())]
    if max(grains) <= Grain.year and (last - first).days > 1000:
        grains = [Grain.year, Grain.year]
    one, other = (unit_words(day, grain) for day, grain in zip((first, last), grains, strict=True))
    if one == other or (first.year == last.year and Grain.year in grains):
        title = one if grains[0] >= grains[1] else other
    elif grains == [Grain.month, Grain.month]:
        title = reach_words(first, last) if first.year == last.year else f"From {reach_words(first, last)}"
    else:
        title = f"From {_the(one)} to {_the(other)}"
    return title[0].upper() + title[1:]


def _the(unit: str) -> str:
    return f"the {unit}" if unit.endswith(("century", "0s")) or " half of " in unit else unit


def auto_subtitle(frame: pd.DataFrame, total: int = 0) -> str:
    """How many events, of how many in all where that is more, from how many articles."""
    if not len(frame):
        return ""
    articles = max(1, frame["article_id"].replace("", None).nunique())  # what somebody has added without a quote is from none
    events = f"{len(frame):,} of {count_words(total, 'event')}" if total > len(frame) else count_words(len(frame), "event")
    return f"{events} read from {count_words(articles, 'article')}"


def alt_words(frame: pd.DataFrame, spans: Spans, bands: tuple[Band, ...], axis: Axis | None) -> str:
    """The picture in words, for readers who cannot see it."""
    import numpy as np

    low = day_of(float(np.where(spans.open_left, spans.stop - 1, spans.start).min()))
    high = day_of(float(np.where(spans.open_right, spans.start, spans.stop - 1).max()))
    words = [f"Timeline of {count_words(len(frame), 'event')}, {reach_words(low, high)}"]
    named = [f"{band.name} ({len(band.rows):,})" for band in bands if band.name]
    if named:
        words.append("lanes: " + ", ".join(named))
    if axis is not None and axis.cuts:
        words.append("time left out: " + ", ".join(cut.text.removesuffix(" left out") for cut in axis.cuts))
    best = frame.loc[frame["score"].nlargest(3).index.sort_values()]
    told = [f"{date_words(row)}, {escape.label(row['title'])}" for row in best.to_dict("records")]  # type: ignore[arg-type]
    return "; ".join(words) + ". " + ". ".join(told) + "."


def gutter(bands: tuple[Band, ...], style: Style, margin: float) -> tuple[float, tuple[tuple[str, ...], ...]]:
    """The pixel where the first panel starts, and each lane's name broken into lines."""
    size = style.sizes.lane
    most = size * 11.5 if style.width >= 900 else size * 7
    names = tuple(wrap(band.name, size, most, 3, True) for band in bands)
    widest = max((width(line, size, True) for lines in names for line in lines), default=0.0)
    return margin + (round(widest) + 22 if widest else 0), names


def legend(units: Iterable[Unit], style: Style, x0: float, y: float, grouped: bool) -> tuple[Key, ...]:
    """The signs that the picture uses, and only those, from the left, in as many lines as they need."""
    units = list(units)
    signs = {unit.shape for unit in units if unit.marked}
    words: list[tuple[str, str]] = [(shape, _SHAPE_WORDS[shape]) for shape in SHAPES if shape in signs]
    if words:
        words.insert(0, ("", "Date known to the"))
    extras = (
        ("allowed", "span the source allows", any(unit.pale for unit in units)),
        ("lasting", "duration", any(unit.solid and not unit.fade for unit in units)),
        ("ongoing", "open end", any(unit.fade for unit in units)),
        ("hollow", "planned or alleged", any(unit.hollow for unit in units)),
        ("doubt", "date inferred or disputed", any(unit.doubt for unit in units)),
        ("column", "count of events", grouped),
        ("gap", f"nothing for {length_words(style.gaps)} or more" if style.gaps else "", bool(style.gaps)),
    )
    return keys(words + [(sign, text) for sign, text, used in extras if used], style, x0, y)


def with_tallest(legend: tuple[Key, ...], most: int, right: float) -> tuple[Key, ...]:
    """The legend with the count of the highest column, where there is room for it."""
    if not legend or legend[-1].sign != "column":
        return legend
    text = replace(legend[-1].text, text=f"{legend[-1].text.text}, the highest {most:,}")
    return (*legend[:-1], replace(legend[-1], text=text)) if text.x + width(text.text, text.size) <= right else legend


def keys(words: list[tuple[str, str]], style: Style, x0: float, y: float) -> tuple[Key, ...]:
    """Signs and their words in lines from the left; a shape's own words are known."""
    size = style.sizes.small
    found = []
    x = x0
    for sign, text in [(sign, text or _SHAPE_WORDS[sign]) for sign, text in words]:
        room = 0 if not sign else 30 if sign in ("allowed", "lasting", "ongoing", "gap") else 16
        wide = room + width(text, size)
        if x + wide > style.width - x0 and x > x0:
            x, y = x0, y + size * 1.6
        found.append(Key(sign, Text(x + room, y, text, size, style.colours.muted), x + (room - 6) / 2, y - size * 0.36))
        x += wide + (12 if not sign else 20)
    return tuple(found)


def strip(axis: Axis, colours: list[tuple[float, str]], style: Style, left: float, y: float, size: float) -> Strip:
    """All the time from first to last at one scale, with the eras marked on it."""
    x0, x1 = max(axis.eras[0].x0, left + width(STRIP_WORDS, size) + 14), axis.eras[-1].x1
    first, last = float(axis.starts[0]), float(axis.stops[-1])
    scale = (x1 - x0) / (last - first)
    shown = tuple((x0 + (float(a) - first) * scale, x0 + (float(b) - first) * scale) for a, b in zip(axis.starts, axis.stops, strict=True))
    placed = [(round(x0 + (day - first) * scale, 1), colour) for day, colour in colours]
    pips = tuple(dict.fromkeys(sorted(placed, key=lambda pip: pip[0])))  # in the table's order where they meet, whatever the theme
    years = (last - first) / 365.2425
    step = next(step for step in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10000) if years / step <= (x1 - x0) / 90)
    begin = day_of(first).year
    ticks = []
    for year in range(begin // step * step + step, day_of(last).year + 1, step):
        x = x0 + ((year - 1970) * 365.2425 - first) * scale
        if x0 + 14 < x < x1 - 14:
            ticks.append(Text(x, y + 10 + size + 5, str(year), size, style.colours.muted, anchor="middle"))
    return Strip(x0, x1, y, y + 10, shown, pips, tuple(ticks))


def credit_lines(frame: pd.DataFrame, style: Style, size: float, room: float) -> tuple[str, ...]:
    """The line at the foot: the maker's, else the sources by name."""
    if style.credit is not None:
        return wrap(escape.label(style.credit), size, room, 2)
    names = [name for name in dict.fromkeys(escape.label(source) for source in frame["source"].unique()[:50]) if name]
    if not names:
        return ()
    more = int(frame["source"].nunique()) - 4
    text = ("Source: " if len(names) == 1 else "Sources: ") + "; ".join(names[:4]) + (f" and {more:,} more" if more > 0 else "")
    return (shorten(text, size, room),)


def script_notes(texts: list[str]) -> tuple[str, ...]:
    """A note where the shipped fonts cannot draw some letters."""
    absent = sorted(set().union(*(missing(text) for text in texts))) if texts else []
    if not absent:
        return ()
    shown = " ".join(absent[:8])
    return (f"The shipped fonts have no letters for: {shown}. It names their script in brackets; the words are kept everywhere else.",)


def empty_scene(style: Style, head: Head) -> Scene:
    """A friendly page for a table without rows."""
    theme = style.colours
    size = style.sizes.below
    room = min(style.width - 2 * head.margin, 560)
    words = "No event with a date was found. Dates such as “17 January 2025”, “last Friday”, “since 2014” or “the 1990s” become events."
    height = style.height or max(240, round(head.bottom + 150))
    lines = wrap(words, size, room, 6)
    y = head.bottom + 34
    texts = [Text(head.margin, y + index * size * 1.5, line, size, theme.ink) for index, line in enumerate(lines)]
    return Scene(
        width=style.width, height=height, style=style, theme=theme, title=head.name, alt="A timeline without events.", left=head.margin,
        top=head.bottom, bottom=float(height),
        texts=(*head.texts, *texts), eras=(), cuts=(), lanes=(), bars=(), marks=(), groups=(), labels=(), leaders=(), legend=(),
        strip=None, entries=(), gaps=(), holes=(), notes=(),
    )  # fmt: skip
