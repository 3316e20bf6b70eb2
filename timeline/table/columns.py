"""The columns of the table and the promises it keeps: one row an event."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.grain import GRAINS
from timeline.dates.timex import CERTAINTIES
from timeline.errors import BrokenTable, demand
from timeline.events.event import KINDS, STATUSES

if TYPE_CHECKING:
    import pandas as pd


class Column(NamedTuple):
    """A column: its name, how pandas holds it, and what it says."""

    name: str
    dtype: str
    says: str


COLUMNS = (
    Column("event_id", "str", "Stable id of the event, the same on any machine and after a correction of the article."),
    Column("start", "datetime64[ms]", "First day of the span; empty where the span is open before."),
    Column("stop", "datetime64[ms]", "First day after the span (half-open); empty where it is ongoing or open."),
    Column("grain", "category:ordered", "Precision of the date: " + ", ".join(GRAINS) + "."),
    Column("edtf", "str", "The date in Extended Date/Time Format (ISO 8601-2), with its precision."),
    Column("approximate", "bool", "Whether the words give the date only roughly (early, about, nearly)."),
    Column("implied", "str", "The parts of the date that are not in the words, joined by +, such as year+month."),
    Column("certainty", "category", "Where the date comes from: " + ", ".join(CERTAINTIES) + "."),
    Column("title", "str", "What happened, in at most 90 characters."),
    Column("kind", "category", "What sort of event: " + ", ".join(KINDS) + "."),
    Column("actors", "str", "Who took part, joined by '; '."),
    Column("places", "str", "Where, joined by '; '."),
    Column("status", "category", "Whether it is fact: " + ", ".join(STATUSES) + "."),
    Column(
        "score",
        "float64",
        "Worth of the event for display, from 0 to 1; each further article that tells it takes away a tenth of what lacks.",
    ),
    Column("expression", "str", "The words that give the date, as they stand in the article."),
    Column("sentence", "str", "The sentence that proves the event, as it stands in the article."),
    Column("rule", "str", "The rule that read the expression."),
    Column("char_start", "int64", "First character of the expression in the article."),
    Column("char_stop", "int64", "First character after the expression."),
    Column("trigger_start", "int64", "First character of the event word."),
    Column("trigger_stop", "int64", "First character after the event word."),
    Column("article_id", "str", "Id of the article."),
    Column("source", "str", "Name of the source: a file or a publisher."),
    Column("url", "str", "Address of the article, if it has one."),
    Column("published", "datetime64[ms]", "Day of publication, if known."),
    Column("language", "str", "Language of the article."),
    Column("n_sources", "int64", "How many articles tell the event."),
    Column("conflict", "bool", "Whether no day fits the dates of all mentions."),
    Column(
        "mentions",
        "str",
        "JSON list of all mentions, the speaking one first, each as a row; `row`: its row before a merge; `agents`: which actors act.",
    ),
)

CATEGORIES = {"grain": GRAINS, "certainty": CERTAINTIES, "kind": KINDS, "status": STATUSES}


def empty() -> pd.DataFrame:
    """A table with all columns, their types, and no rows."""
    return typed({column.name: [] for column in COLUMNS})


def typed(columns: dict[str, list[object]]) -> pd.DataFrame:
    """A table with the right type for each column, from lists of plain values (dates as `datetime.date` or None)."""
    import pandas as pd

    return pd.DataFrame({column.name: _series(column, columns[column.name]) for column in COLUMNS})


def _series(column: Column, values: list[object]) -> pd.Series:
    import pandas as pd

    if column.name in CATEGORIES:
        dtype = pd.CategoricalDtype(list(CATEGORIES[column.name]), ordered=column.dtype.endswith("ordered"))
        return pd.Series(values, dtype=dtype)
    if column.dtype == "datetime64[ms]":
        days = [value.isoformat() if isinstance(value, dt.date) else None for value in values]
        return pd.Series(days, dtype="str").astype("datetime64[ms]")
    return pd.Series(values, dtype=column.dtype)


def demand_table(frame: object, function: str) -> None:
    """Says what a function was given, if that is no table, or lacks columns. Raises: WrongKind, BrokenTable."""
    held = _demand_frame(frame, function)
    missing = [column.name for column in COLUMNS if column.name not in held]
    if missing:
        raise BrokenTable(f"{function}() needs the table's own columns, and these are missing: {', '.join(missing)}. See docs/columns.md.")


def _demand_frame(frame: object, function: str) -> pd.DataFrame:
    import pandas as pd

    demand(frame, pd.DataFrame, function, "Give a table as extract() and to_frame() return it.")
    assert isinstance(frame, pd.DataFrame)
    return frame


def check(frame: pd.DataFrame) -> pd.DataFrame:
    """The same table, if it keeps every promise.

    Raises: BrokenTable, which lists all broken promises at once.
    """
    _demand_frame(frame, "check")
    faults = _column_faults(frame)
    if not faults:
        faults = _row_faults(frame)
    if faults:
        raise BrokenTable("the table breaks its promises: " + "; ".join(faults) + ". See docs/columns.md.")
    return frame


def _column_faults(frame: pd.DataFrame) -> list[str]:
    names = [column.name for column in COLUMNS]
    found = list(frame.columns)
    faults = [f"column {name!r} is missing" for name in names if name not in found]
    faults += [
        f"column {name!r} is not known; own columns are named x_…" for name in found if name not in names and not str(name).startswith("x_")
    ]
    if not faults and found[: len(names)] != names:
        faults.append("the columns stand in another order")
    for name, dtype in _dtypes().items():
        if name in found and frame[name].dtype != dtype:
            faults.append(f"column {name!r} is {frame[name].dtype}, not {dtype}")
    return faults


@cache
def _dtypes() -> dict[str, object]:
    return {str(name): dtype for name, dtype in empty().dtypes.items()}


def _row_faults(frame: pd.DataFrame) -> list[str]:
    import pandas as pd

    tests = {
        "both ends are empty": frame["start"].isna() & frame["stop"].isna(),
        "stop is not after start": frame["stop"] <= frame["start"],
        "event_id stands twice": frame["event_id"].duplicated(),
        "title is over 90 characters": frame["title"].str.len() > 90,
        "score is not between 0 and 1": ~frame["score"].between(0, 1),
        "char_stop is not after char_start": frame["char_stop"] <= frame["char_start"],
        "a word stands outside its closed list": frame[list(CATEGORIES)].isna().any(axis=1),
    }
    faults = [f"{what} (row {', '.join(map(str, frame.index[rows][:5]))})" for what, rows in tests.items() if rows.any()]
    if not frame.index.equals(pd.RangeIndex(len(frame))):
        faults.append("the index is not 0…n−1")
    return faults
