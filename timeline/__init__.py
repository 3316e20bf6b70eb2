"""Timeline: dated events read from news articles; every name here is a word of the path and is loaded on first use."""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_NAMES = {
    "Article": "timeline.article",
    "TimelineError": "timeline.errors",
    "DateSpan": "timeline.dates.datespan",
    "Grain": "timeline.dates.grain",
    "Timex": "timeline.dates.timex",
    "tag": "timeline.dates.tagger",
    "rules": "timeline.dates.tagger",
    "Event": "timeline.events.event",
    "Note": "timeline.events.event",
    "Reading": "timeline.events.event",
    "read": "timeline.events.reader",
    "COLUMNS": "timeline.table.columns",
    "check": "timeline.table.columns",
    "to_frame": "timeline.table.frame",
    "extract": "timeline.table.frame",
    "merge": "timeline.table.merge",
    "mentions": "timeline.table.merge",
    "split": "timeline.table.merge",
    "article_from": "timeline.intake.source",
    "sources_from": "timeline.intake.sources",
    "Intake": "timeline.intake.sources",
    "Scene": "timeline.drawing.scene",
    "Style": "timeline.drawing.style",
    "lay_out": "timeline.drawing.layout",
    "draw": "timeline.drawing.figure",
    "svg": "timeline.drawing.picture",
    "png": "timeline.drawing.picture",
    "pdf": "timeline.drawing.printing",
    "to_html": "timeline.drawing.export",
    "to_csv": "timeline.drawing.export",
    "to_json": "timeline.drawing.export",
    "to_markdown": "timeline.drawing.export",
    "to_timelinejs": "timeline.drawing.timelinejs",
    "to_ics": "timeline.drawing.ics",
    "to_xlsx": "timeline.drawing.xlsx",
    "from_csv": "timeline.drawing.export",
    "from_json": "timeline.drawing.export",
}

__all__ = [*_NAMES]


def __getattr__(name: str) -> Any:
    if name not in _NAMES:
        raise AttributeError(f"module 'timeline' has no {name!r}; it has: {', '.join(__all__)}")
    return getattr(import_module(_NAMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
