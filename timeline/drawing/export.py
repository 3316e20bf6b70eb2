"""Export: the table as files; the same table gives the same bytes."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from timeline.drawing import escape
from timeline.drawing.style import Style

if TYPE_CHECKING:
    import pandas as pd

FORMAT, VERSION = "event-timeline", 1


def to_html(frame: pd.DataFrame, style: Style | None = None) -> bytes:
    """The timeline as one HTML file: chart, card, search, and a table of all events; it needs no network."""
    from timeline.drawing.offline import page

    return page(frame, style or Style())


def to_csv(frame: pd.DataFrame) -> bytes:
    """The table as CSV in UTF-8; empty dates are empty, words that a spreadsheet could run begin with an apostrophe.

    Source: RFC 4180; `escape.cell_back` takes the apostrophes off again, so that nothing is lost.
    """
    columns = [[_cell(value) for value in _plain(frame[name])] for name in frame.columns]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([escape.cell(str(name)) for name in frame.columns])
    writer.writerows(zip(*columns, strict=True))
    return text.getvalue().encode("utf-8", "replace")


def to_json(frame: pd.DataFrame) -> bytes:
    """The table as JSON, one event an object, all columns in their order; dates as `2025-01-17`, open ends as null."""
    columns = [_plain(frame[name]) for name in frame.columns]
    events = [dict(zip(map(str, frame.columns), values, strict=True)) for values in zip(*columns, strict=True)]
    lines = ",\n".join(json.dumps(event, ensure_ascii=False, allow_nan=False) for event in events)
    head = json.dumps({"format": FORMAT, "version": VERSION, "columns": [str(name) for name in frame.columns]}, ensure_ascii=False)
    return f'{head[:-1]}, "events": [\n{lines}\n]}}\n'.encode("utf-8", "surrogatepass" if _surrogates(lines) else "strict")


def _surrogates(text: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in text)


def _plain(column: pd.Series[Any]) -> list[Any]:
    """The column's values as plain Python ones: days as ISO text, empty ones as None."""
    if column.dtype.kind == "M":
        return [None if day != day else day.date().isoformat() for day in column.tolist()]
    return [None if value is None or value != value else value for value in column.tolist()]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return escape.cell(value) if isinstance(value, str) else repr(value)
