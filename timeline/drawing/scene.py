"""Scene: a timeline laid out, in pixels and dates; it knows no renderer."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from timeline.drawing.style import Style, Theme

Shape = Literal["disc", "diamond", "square", "ring"]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Text:
    """A line of words: `x` by `anchor`, `y` the baseline; `role` is ink, muted, or a colour of its own."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool = False
    anchor: Anchor = "start"
    tail: str = ""  # words that follow in the muted colour, such as "planned"


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis; `above` is the small word (a month), `text` the word of the line below it (a year)."""

    x: float
    day: dt.date
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Era:
    """A panel with a true linear axis from `start` to `stop` (half-open)."""

    start: dt.datetime
    stop: dt.datetime
    x0: float
    x1: float
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """Where empty time is left out between two eras; `text` says how much. On cards `x0` is the rail and `x1` the baseline."""

    x0: float
    x1: float
    start: dt.date
    stop: dt.date
    text: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A band of events of one kind, actor, place or article."""

    name: str
    lines: tuple[str, ...]
    y0: float
    y1: float
    colour: str
    count: int

    def words(self, left: float, size: float) -> tuple[Text, ...]:
        """The lane's name, its first line as high as that of its first event."""
        return tuple(
            Text(left, self.y0 + size * 1.55 + index * size * 1.3, line, size, self.colour, True) for index, line in enumerate(self.lines)
        )


@dataclass(frozen=True, slots=True)
class Mark:
    """An event's place in time: the middle of the span it could be in; `doubt` puts a question mark beside it."""

    event_id: str
    x: float
    y: float
    era: int
    when: dt.datetime
    shape: Shape
    size: float
    colour: str
    hollow: bool = False
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time in one era: `allowed` is the span the source allows (pale), `lasting` a true duration (solid).

    `fade` is the side that thins out, since that end is open; an arrow stands where it runs on, past a cut or the edge.
    """

    event_id: str
    x0: float
    x1: float
    y: float
    height: float
    era: int
    start: dt.datetime
    stop: dt.datetime
    colour: str
    sort: Literal["allowed", "lasting"]
    fade: Literal["", "left", "right"] = ""
    arrow_left: bool = False
    arrow_right: bool = False

    @property
    def edged(self) -> bool:
        """Whether a thin edge tells the pale bar from the paper; one no wider than its mark has none."""
        return self.sort == "allowed" and self.x1 - self.x0 > 1.3 * self.height


@dataclass(frozen=True, slots=True)
class Label:
    """The date in bold and the title below it; `box` is left, top, right, bottom.

    `x` and `when` are the place of the mark, or of a bar's end, that the words belong to and move with.
    """

    event_id: str
    era: int
    x: float
    when: dt.datetime
    anchor: Anchor
    lines: tuple[Text, ...]
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Leader:
    """A thin upright line from a mark at `y0` to its label that had to move."""

    event_id: str
    era: int
    x: float
    when: dt.datetime
    y0: float
    y1: float
    colour: str


@dataclass(frozen=True, slots=True)
class Group:
    """Many events of a lane that fall on the same few pixels, drawn as a column as high as there are many.

    `event_ids` begin with the most worthy; `titles` are those of the first few.
    """

    x0: float
    x1: float
    y0: float
    y1: float
    era: int
    start: dt.date
    stop: dt.date
    count: int
    colour: str
    lane: str
    event_ids: tuple[str, ...]
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Key:
    """A sign of the legend and its words; `sign` is a shape, `allowed`, `lasting`, `ongoing` or `doubt`."""

    sign: str
    text: Text
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Strip:
    """The whole time at true scale below the eras: `shown` are the eras on it, `pips` the events (x and colour)."""

    x0: float
    x1: float
    y0: float
    y1: float
    shown: tuple[tuple[float, float], ...]
    pips: tuple[tuple[float, str], ...]
    ticks: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch in which a lane holds nothing."""

    lane: str
    start: dt.date
    stop: dt.date


@dataclass(frozen=True, slots=True)
class Hole:
    """A piece of a gap in one era, to be drawn at the foot of its lane; `ends` are those of the gap itself, left and right."""

    x0: float
    x1: float
    y: float
    era: int
    start: dt.datetime
    stop: dt.datetime
    ends: tuple[bool, bool]
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What is told of an event when a reader points at it."""

    event_id: str
    date: str
    title: str
    sentence: str
    source: str
    colour: str
    lane: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything a renderer needs; `title` names the picture also where none is drawn, `alt` says it in words."""

    width: int
    height: int
    style: Style
    theme: Theme
    title: str
    alt: str
    left: float
    top: float
    bottom: float
    texts: tuple[Text, ...]
    eras: tuple[Era, ...]
    cuts: tuple[Cut, ...]
    lanes: tuple[Lane, ...]
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    groups: tuple[Group, ...]
    labels: tuple[Label, ...]
    leaders: tuple[Leader, ...]
    legend: tuple[Key, ...]
    strip: Strip | None
    entries: tuple[Entry, ...]
    gaps: tuple[Gap, ...]
    holes: tuple[Hole, ...]
    notes: tuple[str, ...]

    @property
    def rails(self) -> tuple[tuple[float, float], ...]:
        """Where the line along the marks of cards is drawn, from top to foot; it is broken where long time is left out."""
        if self.eras or not self.marks:
            return ()
        stops = [self.marks[0].y, *(edge for cut in self.cuts for edge in (cut.x1 - 13, cut.x1 + 5)), self.marks[-1].y]
        return tuple(zip(stops[::2], stops[1::2], strict=True))
