"""Style: how a timeline looks; the one file to change for another look."""

import datetime as dt
from dataclasses import dataclass, fields

from timeline.errors import BadStyle


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a look; `colours` are told apart by readers with any kind of colour vision, in this order."""

    name: str
    paper: str
    band: str
    grid: str
    rule: str
    ink: str
    muted: str
    accent: str
    colours: tuple[str, ...]
    other: str
    pale: float


LIGHT = Theme(
    name="light", paper="#ffffff", band="#f6f5f2", grid="#e6e4df", rule="#8f8b83", ink="#1b1b1a", muted="#66625b", accent="#dcd8cf",
    colours=("#005595", "#c24837", "#0c7a73", "#815bbc", "#906f00", "#a3215a", "#575e8b", "#2e5f00"), other="#66625b", pale=0.22,
)  # fmt: skip
DARK = Theme(
    name="dark", paper="#14161a", band="#1a1d22", grid="#2a2e35", rule="#7d838d", ink="#f1efea", muted="#a3a7ae", accent="#343a44",
    colours=("#6cb6ff", "#ea8352", "#64dace", "#ab88d2", "#e2b84e", "#e277a8", "#a6baea", "#abd978"), other="#a3a7ae", pale=0.30,
)  # fmt: skip
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large things are, in pixels: the margin, and the letters of title, line below it, lane names, events, and all small words."""

    margin: float
    title: float
    below: float
    lane: float
    words: float
    small: float

    @property
    def lane_line(self) -> float:
        """From one line of a lane's name to the next."""
        return self.lane * 1.3


_NARROW = Sizes(18, 20, 13, 13, 13, 11)
_WIDE = Sizes(36, 26, 15, 13, 13, 12)
_SLIDE = Sizes(44, 34, 18, 15.5, 13, 13.5)  # shown on a wall or in a stream of pictures, and read from far away

LANES = ("kind", "actor", "place", "article", "none")
ORDERS = ("first", "count")
MODES = ("eras", "linear")
MODE_WORDS = {"eras": "Long gaps cut", "linear": "True scale"}  # on the page, in the file for a browser and in help

FONT = "Noto Sans"
FONTS = '"Noto Sans", "Segoe UI", "Helvetica Neue", Helvetica, Arial, "Noto Sans Arabic", sans-serif'

_LONGEST_GAP = 3_652_059  # days in the calendar
ZOOMS = (0.25, 4.0)  # pixels of a PNG for each of its size, at least and at most
PALE_EDGE = 0.55  # how strong the edge of a pale bar is, so that it can be told from the paper
_LIMITS = {"width": (320, 6000), "height": (240, 12000)}


@dataclass(frozen=True, slots=True)
class Style:
    """The choices of whoever makes the picture; sizes are pixels, `height` None is as high as the events need.

    `window` shows only these days, half-open. `gaps` marks in each lane where it holds nothing for so many days or more; 0 marks none.
    `title` and `credit` None are written from the data; empty ones are left out. `total` is how many events there are in all, where the
    table holds a choice of them, which the line below the title then says; 0 where it holds all.
    """

    width: int = 1600
    height: int | None = None
    theme: str = "light"
    lanes: str = "kind"
    order: str = "first"
    mode: str = "eras"
    window: tuple[dt.date, dt.date] | None = None
    title: str | None = None
    credit: str | None = None
    legend: bool = True
    strip: bool = True
    gaps: int = 0
    total: int = 0

    def __post_init__(self) -> None:
        faults = [*self._size_faults(), *self._word_faults(), *self._window_faults()]
        if faults:
            raise BadStyle("; ".join(faults) + ".")

    @property
    def colours(self) -> Theme:
        """The theme's colours."""
        return THEMES[self.theme]

    @property
    def sizes(self) -> Sizes:
        """How large things are in a picture of this width and height."""
        if self.width < 900:
            return _NARROW
        if self.height is None or self.width < 1000:
            return _WIDE
        return _SLIDE if self.width >= 1.6 * self.height or 0.9 <= self.width / self.height <= 1.1 else _WIDE

    @property
    def cards(self) -> bool:
        """Whether the picture is too narrow for a time axis, so that events stand one below another."""
        return self.width < 560

    def _size_faults(self) -> list[str]:
        faults = []
        for name, (least, most) in _LIMITS.items():
            size = getattr(self, name)
            if name == "height" and size is None:
                continue
            if not isinstance(size, int) or isinstance(size, bool) or not least <= size <= most:
                faults.append(f"{name}={size!r} cannot be drawn; give whole pixels from {least} to {most}")
        return faults

    def _word_faults(self) -> list[str]:
        allowed = {"theme": tuple(THEMES), "lanes": LANES, "order": ORDERS, "mode": MODES}
        faults = [
            f"{name}={getattr(self, name)!r} is not known; have: {', '.join(words)}"
            for name, words in allowed.items()
            if getattr(self, name) not in words
        ]
        for name in ("title", "credit"):
            if not isinstance(getattr(self, name), str | None):
                faults.append(f"{name}={getattr(self, name)!r} is no text")
        if not isinstance(self.gaps, int) or isinstance(self.gaps, bool) or not 0 <= self.gaps <= _LONGEST_GAP:
            faults.append(f"gaps={self.gaps!r} is no number of days; give whole days up to {_LONGEST_GAP:,}, or 0 for none")
        if not isinstance(self.total, int) or isinstance(self.total, bool) or self.total < 0:
            faults.append(f"total={self.total!r} is no number of events")
        for name in ("legend", "strip"):
            if not isinstance(getattr(self, name), bool):
                faults.append(f"{name}={getattr(self, name)!r} is neither True nor False")
        return faults

    def _window_faults(self) -> list[str]:
        if self.window is None:
            return []
        ends = self.window
        if (
            not isinstance(ends, tuple)
            or len(ends) != 2
            or not all(isinstance(end, dt.date) and not isinstance(end, dt.datetime) for end in ends)
        ):
            return [f"window={ends!r} is no pair of days; give (start, stop) as datetime.date"]
        if ends[0] >= ends[1]:
            return [f"window stops ({ends[1]}) before it has started ({ends[0]}); `stop` is the first day outside"]
        return []


# Sizes that pictures are asked for in, as width and height; None is as high as the events need.
SIZES: dict[str, tuple[int, int | None]] = {
    "screen": (1600, None), "slide": (1600, 900), "A4 landscape": (1414, 1000), "A4 portrait": (1000, 1414), "square": (1080, 1080),
    "column": (400, None),
}  # fmt: skip

OPTIONS = tuple(field.name for field in fields(Style))
