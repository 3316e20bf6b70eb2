"""Export: the table as files; the same table gives the same bytes."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from timeline.drawing import escape
from timeline.drawing.style import Style
from timeline.drawing.wording import date_words, doubtful, other_dates
from timeline.errors import UnreadableSource, demand
from timeline.table.columns import COLUMNS, check, demand_table, typed

if TYPE_CHECKING:
    import pandas as pd

FORMAT, VERSION = "event-timeline", 1
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def to_html(frame: pd.DataFrame, style: Style | None = None) -> bytes:
    """The timeline as one HTML file: chart, card, search, and a table of all events; it needs no network."""
    demand_table(frame, "to_html")
    from timeline.drawing.offline import page

    return page(frame, style or Style())


def to_csv(frame: pd.DataFrame) -> bytes:
    """The table as CSV in UTF-8; empty dates are empty, words that a spreadsheet could run begin with an apostrophe.

    Source: RFC 4180; `escape.cell_back` takes the apostrophes off again, so that nothing is lost.
    """
    demand_table(frame, "to_csv")
    columns = [[_cell(value) for value in plain_values(frame[name])] for name in frame.columns]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([escape.cell(str(name)) for name in frame.columns])
    writer.writerows(zip(*columns, strict=True))
    return text.getvalue().encode("utf-8", "replace")


def to_json(frame: pd.DataFrame) -> bytes:
    """The table as JSON, one event an object, all columns in their order; dates as `2025-01-17`, open ends as null."""
    demand_table(frame, "to_json")
    columns = [plain_values(frame[name]) for name in frame.columns]
    events = [dict(zip(map(str, frame.columns), values, strict=True)) for values in zip(*columns, strict=True)]
    lines = ",\n".join(json.dumps(event, ensure_ascii=False, allow_nan=False) for event in events)
    head = json.dumps({"format": FORMAT, "version": VERSION, "columns": [str(name) for name in frame.columns]}, ensure_ascii=False)
    return f'{head[:-1]}, "events": [\n{lines}\n]}}\n'.encode("utf-8", "surrogatepass" if _surrogates(lines) else "strict")


def to_markdown(frame: pd.DataFrame) -> bytes:
    """The table as a Markdown list, an event a line: date, title, sentence, source; where dates disagree, also who gives another one."""
    demand_table(frame, "to_markdown")
    lines = []
    for row in _records(frame):
        doubt = " (?)" if doubtful(row) else ""
        aside = "" if str(row["status"]) == "happened" else f" ({row['status']})"
        quotes = [_quoted(row), *(f"{_quoted(other)} ({escape.markdown(date_words(other))})" for other in other_dates(row))]
        title = f"- **{escape.markdown(date_words(row))}{doubt}**{aside} {escape.markdown(row['title'])}"
        lines.append("  \n".join([title, *(f"  > {quote}" for quote in quotes)]))
    return ("\n".join(lines) + "\n" if lines else "No event with a date was found.\n").encode("utf-8", "replace")


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def _quoted(row: Mapping[str, Any]) -> str:
    """The sentence of a row or mention and its source, as Markdown."""
    sentence, source = escape.markdown(row["sentence"]), escape.markdown(row["source"])
    address = escape.address(row["url"]).replace("(", "%28").replace(")", "%29").replace("\\", "%5C")
    source = f"[{source or 'source'}](<{escape.html(address)}>)" if address else source
    return sentence + (f" — {source}" if source else "")


def from_json(data: bytes) -> pd.DataFrame:
    """The table that `to_json` wrote.

    Raises: UnreadableSource if it is something else, BrokenTable if it breaks the table's promises.
    """
    demand(data, bytes, "from_json", "Give the bytes of a file, such as Path(name).read_bytes().")
    try:
        found = json.loads(data)
        if found["format"] != FORMAT or found["version"] != VERSION:
            raise ValueError(f"it says {found['format']!r} version {found['version']!r}")
        columns = {name: [event[name] for event in found["events"]] for name in found["columns"]}
    except (ValueError, KeyError, TypeError) as fault:
        raise UnreadableSource(f"this is no timeline in JSON ({fault}). Give a file written by to_json, version {VERSION}.") from fault
    return _table(columns)


def from_csv(data: bytes) -> pd.DataFrame:
    """The table that `to_csv` wrote; own columns come back as text.

    Raises: UnreadableSource if it is something else, BrokenTable if it breaks the table's promises.
    """
    demand(data, bytes, "from_csv", "Give the bytes of a file, such as Path(name).read_bytes().")
    csv.field_size_limit(2**31 - 1)  # the mentions of a long story are longer than the usual limit
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
        names = [escape.cell_back(name) for name in rows[0]]
        _demand_ours(names, rows)
        cells = list(zip(*rows[1:], strict=True)) or [()] * len(names)
        columns: dict[str, list[Any]] = {
            name: [escape.cell_back(cell) for cell in column] for name, column in zip(names, cells, strict=True)
        }
        for column in COLUMNS:
            columns[column.name] = [_value(cell, column.dtype) for cell in columns[column.name]]
    except UnreadableSource:
        raise
    except (ValueError, KeyError, IndexError, csv.Error) as fault:
        raise UnreadableSource(f"this is no timeline in CSV ({fault!r}). Give a file written by to_csv, in UTF-8.") from fault
    return _table(columns)


def _demand_ours(names: list[str], rows: list[list[str]]) -> None:
    """Raises: UnreadableSource where columns are missing, or a row has more or fewer cells than the first."""
    missing = [column.name for column in COLUMNS if column.name not in names]
    if missing:
        raise UnreadableSource(f"this is no timeline in CSV: it has no column {missing[0]!r}. Give a file written by to_csv.")
    uneven = next((number for number, row in enumerate(rows, 1) if len(row) != len(names)), None)
    if uneven:
        raise UnreadableSource(
            f"this timeline in CSV is damaged: row {uneven} has {len(rows[uneven - 1])} cells, the first has {len(names)}. Save it again."
        )


def _value(cell: str, dtype: str) -> Any:
    match dtype:
        case "datetime64[ms]":
            return cell or None
        case "bool":
            return {"true": True, "false": False}[cell]
        case "int64":
            return int(cell)
        case "float64":
            return float(cell)
    return cell


def _table(columns: dict[str, list[Any]]) -> pd.DataFrame:
    try:
        days = {column.name for column in COLUMNS if column.dtype == "datetime64[ms]"}
        plain = {
            name: [value and dt.date.fromisoformat(value) for value in values] if name in days else values
            for name, values in columns.items()
        }
        frame = typed(plain)
    except (ValueError, KeyError, TypeError) as fault:
        raise UnreadableSource(f"this timeline lacks something ({fault}). All columns of docs/columns.md must be there.") from fault
    return check(frame.assign(**{name: values for name, values in columns.items() if name not in frame.columns}))


def _surrogates(text: str) -> bool:
    return _SURROGATE.search(text) is not None


def plain_values(column: pd.Series[Any]) -> list[Any]:
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
