"""Two saved timelines are compared in a terminal."""

import datetime as dt
from pathlib import Path

import pytest

from timeline.cli import main
from timeline.drawing.export import to_csv, to_json
from timeline.table.correcting import correction, hiding
from timeline.table.edits import apply
from timeline.table.frame import extract

FRAME = extract("Egypt and Sudan signed a water accord in Khartoum on 3 May 2019. Peru held an election in 2001.")


def saved(folder: Path) -> list[str]:
    at = dt.datetime(2026, 11, 25)
    ids = list(FRAME["event_id"])
    edits = [hiding(FRAME, ids[:1], by="anna", at=at), correction(FRAME, ids[1], "date", "May 2019", by="anna", at=at)]
    (folder / "old.json").write_bytes(to_json(FRAME))
    (folder / "new.csv").write_bytes(to_csv(apply(FRAME, edits)))
    return [str(folder / name) for name in ("old.json", "new.csv")]


def test_what_differs_is_told_a_line_an_event(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *saved(tmp_path)]) == 0
    removed, changed = capsys.readouterr().out.splitlines()
    assert removed.startswith("Removed: 2001, Peru")
    assert changed.startswith("Changed: Egypt and Sudan signed a water accord") and "date: 3 May 2019 → May 2019" in changed


def test_two_tables_that_say_the_same_are_said_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = saved(tmp_path)[0]
    assert main(["compare", old, old]) == 0
    assert capsys.readouterr().out == "Both say the same.\n"


@pytest.mark.parametrize("content", [None, b"", b"{}", b"some text"])
def test_what_is_no_table_is_told(tmp_path: Path, content: bytes | None, capsys: pytest.CaptureFixture[str]) -> None:
    odd = tmp_path / "odd.json"
    if content is not None:
        odd.write_bytes(content)
    assert main(["compare", saved(tmp_path)[0], str(odd)]) == 2
    assert "cannot read" in capsys.readouterr().err
