"""XLSX: the table as an Excel workbook, a sheet to read and a sheet with every column."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import TYPE_CHECKING, Any

from timeline.drawing import escape
from timeline.drawing.export import plain_values
from timeline.drawing.wording import article_words, date_words, doubtful, other_dates, teller_words
from timeline.errors import TooLarge
from timeline.table.columns import COLUMNS, demand_table

if TYPE_CHECKING:
    import pandas as pd
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_MOST_ROWS = 1_048_575  # of a sheet, less its header
_LONGEST = 32_767  # UTF-16 units that Excel takes in a cell
_CUT = " … [cut here: a cell holds no more; the CSV and JSON files hold all]"
_FIRST_DAY = dt.date(1900, 3, 1)  # before it Excel counts a 29 February 1900 that never was
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# The columns of the sheet for people, and how many letters wide they are.
_READ = {"Date": 22, "Event": 44, "Kind": 13, "Status": 11, "Who": 24, "Where": 20, "Sentence": 70, "Source": 24, "Address": 30, "Note": 24}
_WIDE = {"title": 44, "sentence": 60, "mentions": 40, "actors": 24, "places": 20, "source": 24, "url": 30, "expression": 20, "event_id": 20}


def to_xlsx(frame: pd.DataFrame) -> bytes:
    """The table as a workbook: sheet `Timeline` to read, with dates in words, and sheet `Table` with all columns.

    Every text is a text to Excel, and no formula or link; days are Excel's own from 1900-03-01 on, and texts before. `escape.cell_back`
    takes off what was put before risky words. Nothing in the file tells when it was made.

    Raises: TooLarge if there are more events than a sheet has rows.
    """
    demand_table(frame, "to_xlsx")
    if len(frame) > _MOST_ROWS:
        raise TooLarge(f"a sheet holds {_MOST_ROWS:,} events; this table has {len(frame):,}. Save as CSV, or take a part of the table.")
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"title": "Timeline", "author": "", "created": _stamp(frame)})
    head = book.add_format({"bold": True, "bg_color": "#EFEDE8", "bottom": 1, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"})
    words, strong = (
        book.add_format({"text_wrap": True, "valign": "top"}),
        book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
    )

    sheet = book.add_worksheet("Timeline")
    _head(sheet, list(_READ), list(_READ.values()), len(frame), head)
    for index, row in enumerate(frame.to_dict("records"), 1):
        for column, text in enumerate(_read(row)):
            _write(sheet, index, column, text, strong if column == 1 else words, day)
    if frame.empty:
        _write(sheet, 1, 1, "No event with a date was found.", words, day)

    sheet = book.add_worksheet("Table")
    names = [str(name) for name in frame.columns]
    _head(sheet, names, [_WIDE.get(name, max(11, len(name) + 2)) for name in names], len(frame), head)
    days = {column.name for column in COLUMNS if column.dtype == "datetime64[ms]"}
    for column, name in enumerate(names):
        for index, value in enumerate(plain_values(frame[name]), 1):
            _write(sheet, index, column, dt.date.fromisoformat(value) if value and name in days else value, None, day)
    book.close()
    return out.getvalue()


def _stamp(frame: pd.DataFrame) -> dt.datetime:
    """The time that the file says it was made at: the last day of publication, since no clock may be asked."""
    last = frame["published"].max()
    return dt.datetime(1970, 1, 1) if last != last else last.to_pydatetime()


def _head(sheet: Worksheet, names: list[str], widths: list[int], rows: int, head: Format) -> None:
    """The header, which stays in sight and on every printed page."""
    for column, (name, wide) in enumerate(zip(names, widths, strict=True)):
        sheet.write_string(0, column, held(name), head)
        sheet.set_column(column, column, wide)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(rows, 1), len(names) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _read(row: dict[Any, Any]) -> list[str]:
    """An event for people, in the columns of `_READ`."""
    doubt = " (?)" if doubtful(row) else ""
    sentences = [str(row["sentence"]), *(f"{teller_words(other)}: {other['sentence']}" for other in other_dates(row))]
    return [
        date_words(row) + doubt, row["title"], str(row["kind"]), str(row["status"]), row["actors"], row["places"], "\n".join(sentences),
        row["source"], row["url"], article_words(row),
    ]  # fmt: skip


def _write(sheet: Worksheet, row: int, column: int, value: Any, words: Format | None, day: Format) -> None:
    match value:
        case None | "":
            return
        case bool():
            sheet.write_boolean(row, column, value)
        case dt.date() if value >= _FIRST_DAY:
            sheet.write_datetime(row, column, dt.datetime(value.year, value.month, value.day), day)
        case dt.date():
            sheet.write_string(row, column, value.isoformat(), day)
        case int() | float() if abs(value) <= 2**53:
            sheet.write_number(row, column, value)
        case _:
            sheet.write_string(row, column, held(str(value)), words)


def held(text: str) -> str:
    """The words as a cell holds them: neutralised, without what XML cannot hold (a sign stands for it), and cut where they are too long."""
    text = _NOT_IN_XML.sub("\ufffd", escape.cell(text)).replace("\r\n", "\n").replace("\r", "\n")
    if len(text) * 2 <= _LONGEST:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= _LONGEST * 2:
        return text
    return units[: (_LONGEST - len(_CUT)) * 2].decode("utf-16-le", "ignore") + _CUT
