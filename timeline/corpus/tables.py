"""Tables of an archive: columns as Arrow holds them, in which a row becomes values only where it is needed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.table.columns import CATEGORIES, COLUMNS, typed
from timeline.table.records import DAYS, Cells, by_time, cells_of
from timeline.table.telling import tellings

if TYPE_CHECKING:
    import pandas as pd

NAMES = [column.name for column in COLUMNS]
_COMPARED = (
    "event_id article_id start stop grain edtf approximate certainty title kind actors places status score char_start char_stop published "
    "trigger_start sentence mentions"
).split()


class Rows:
    """The rows of some files, held as columns; a row is made of them only where it is needed."""

    def __init__(self, path: str | None) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        self.table = pq.read_table(path, partitioning=None).select(NAMES) if path else pa.table({name: [] for name in NAMES})
        columns = {name: plain(name, self.table) for name in _COMPARED}
        rows = [dict(zip(_COMPARED, row, strict=True)) for row in zip(*columns.values(), strict=True)]
        self.ids: list[str] = columns["event_id"]
        self.tellings = tellings(rows)

    def __len__(self) -> int:
        return len(self.ids)

    def cells(self, places: Sequence[int]) -> list[Cells]:
        """The whole rows at some places."""
        return cells_in(self.table.take(list(places))) if places else []


def plain(name: str, table: Any) -> list[Any]:
    """The cells of a column in plain values, days as `datetime.date`."""
    import pyarrow as pa

    column = table.column(name)
    cells: list[Any] = (column.cast(pa.date32()) if name in DAYS else column).to_pylist()
    return cells


def cells_in(table: Any) -> list[Cells]:
    """The rows in plain values."""
    return [dict(zip(NAMES, row, strict=True)) for row in zip(*(plain(name, table) for name in NAMES), strict=True)]


def write(rows: Rows, alone: Sequence[int], told: Sequence[Cells], path: Path) -> None:
    """Writes rows as they are and rows that were joined, in order of time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    ordered = sorted(told, key=by_time)
    frame = typed({name: [row[name] for row in ordered] for name in NAMES})
    new = pa.Table.from_pandas(frame, preserve_index=False)
    plain = pa.schema([pa.field(each.name, pa.string() if pa.types.is_dictionary(each.type) else each.type) for each in new.schema])
    new = new.cast(plain)
    whole = pa.concat_tables([rows.table.take(list(alone)).cast(new.schema), new]) if alone else new
    keys = [(name, "ascending") for name in ("start", "stop", "article_id", "trigger_start", "event_id")]
    pq.write_table(whole.sort_by(keys).replace_schema_metadata(None), path, compression="zstd")


def without(path: Path, moved: set[str]) -> None:
    """Takes events out of a file that were united with others."""
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    table = pq.read_table(path)
    inside = pc.is_in(table.column("event_id"), pa.array(sorted(moved), pa.string()))
    if pc.any(inside).as_py():
        pq.write_table(table.filter(pc.invert(inside)), path, compression="zstd")


def typed_frame(table: Any) -> pd.DataFrame:
    """A table of our columns as pandas holds it, with our types."""
    import pandas as pd

    frame = table.to_pandas()
    for column in COLUMNS:
        if column.name in CATEGORIES:
            kept = frame[column.name].astype("str")
            frame[column.name] = pd.Categorical(kept, list(CATEGORIES[column.name]), ordered=column.dtype.endswith("ordered"))
        else:
            frame[column.name] = frame[column.name].astype(column.dtype)
    whole: pd.DataFrame = frame.reset_index(drop=True)
    return whole


def in_time_order(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows in the order that every table has."""
    cells = cells_of(frame)
    return frame.iloc[sorted(range(len(cells)), key=lambda n: by_time(cells[n]))].reset_index(drop=True)
