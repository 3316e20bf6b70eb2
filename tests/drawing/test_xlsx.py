"""A workbook that people read, that programs read back, and that runs nothing."""

import datetime as dt
import io
import zipfile

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.drawing.events import ROWS, table
from timeline.drawing import escape, xlsx
from timeline.drawing.xlsx import to_xlsx
from timeline.errors import TooLarge
from timeline.table.columns import COLUMNS


def book(frame):
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(frame)))


def rows(frame, sheet):
    return list(book(frame)[sheet].iter_rows(values_only=True))


def test_the_first_sheet_is_for_people():
    head, first, *others = rows(table(), "Timeline")
    assert head == ("Date", "Event", "Kind", "Status", "Who", "Where", "Sentence", "Source", "Address", "Note")
    assert first[:2] == ("18th–19th centuries", "Two empires fight over the mountain passes")
    assert len(others) == len(ROWS) - 1
    assert [row[0] for row in others if row[0].endswith("(?)")] == ["week of 13 January 2025 (?)", "17 January 2025 (?)"]
    sheet = book(table())["Timeline"]
    assert sheet.freeze_panes == "A2" and sheet.column_dimensions["G"].width > 50


def test_the_second_sheet_reads_back_equal():
    frame = table()
    found = rows(frame, "Table")
    assert found[0] == tuple(column.name for column in COLUMNS)
    for column, name in enumerate(found[0]):
        for cell, value in zip([row[column] for row in found[1:]], frame[name].tolist(), strict=True):
            if isinstance(value, pd.Timestamp):
                day = cell.date() if isinstance(cell, dt.datetime) else dt.date.fromisoformat(cell)
                assert day == value.date()
            elif isinstance(value, str):
                assert escape.cell_back(cell or "") == value
            else:
                assert cell == value or (cell is None and value != value)


def test_days_are_those_of_excel_from_where_it_counts_right():
    frame = table([("1900-02-28", "A", "other", "", "", 0.5), ("1900-03-01", "B", "other", "", "", 0.5)])
    assert [row[1] for row in rows(frame, "Table")[1:]] == ["1900-02-28", dt.datetime(1900, 3, 1)]


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "\xa0=", "\u3000＝", "\u200b=", "\x00="]
)
def test_no_cell_is_a_formula(start):
    frame = table([("2022-02", f"{start}HYPERLINK(1)", "other", f"{start}1", "", 0.5, {"sentence": f"{start}cmd|'/c calc'!A0"})])
    for sheet in book(frame):
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.data_type != "f" and cell.hyperlink is None
            assert not isinstance(cell.value, str) or not escape._RISKY_CELL.match(cell.value) or cell.value.startswith("'")


def test_addresses_are_no_links():
    with zipfile.ZipFile(io.BytesIO(to_xlsx(table()))) as packed:
        assert not any(b"hyperlink" in packed.read(name).lower() for name in packed.namelist() if name.startswith("xl/worksheets"))


def test_what_a_cell_cannot_hold_is_cut_and_says_so():
    long = "x" * 40_000
    astral = "\U0001f600" * 20_000
    frame = table([("2022-02", "A", "other", "", "", 0.5, {"sentence": long, "mentions": astral})])
    cells = [cell for row in rows(frame, "Table") for cell in row if isinstance(cell, str) and "[cut here" in cell]
    assert len(cells) == 2
    assert all(len(cell.encode("utf-16-le")) // 2 <= 32_767 for cell in cells)
    assert len(cells[0]) == 32_767 and "\ufffd" not in cells[1]


def test_what_xml_cannot_hold_is_seen_to_be_missing():
    frame = table([("2022-02", "a\x00b\x1fc\ufffed", "other", "", "", 0.5)])
    assert rows(frame, "Table")[1][8] == "a\ufffdb\ufffdc\ufffdd"


def test_an_empty_table_is_a_workbook_too():
    assert rows(table([]), "Timeline")[1][1] == "No event with a date was found."
    assert len(rows(table([]), "Table")) == 1


def test_more_events_than_a_sheet_has_rows_are_refused(monkeypatch):
    monkeypatch.setattr(xlsx, "_MOST_ROWS", 3)
    with pytest.raises(TooLarge, match="a sheet holds 3 events; this table has 19. Save as CSV"):
        to_xlsx(table())


def test_nothing_in_the_file_tells_when_it_was_made():
    with zipfile.ZipFile(io.BytesIO(to_xlsx(table()))) as packed:
        assert {info.date_time[:3] for info in packed.infolist()} <= {(1980, 1, 1), (1980, 1, 31)}
        assert b"2025-01-18T00:00:00Z" in packed.read("docProps/core.xml")


@settings(max_examples=15)
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=60), min_size=1, max_size=5))
def test_any_words_come_back_but_for_what_a_cell_cannot_hold(words):
    frame = table([("2022-02", each, "other", each, "", 0.5) for each in words])
    found = [row[8] or "" for row in rows(frame, "Table")[1:]]
    assert [openpyxl.utils.escape.unescape(cell) for cell in found] == [openpyxl.utils.escape.unescape(xlsx.held(each)) for each in words]
