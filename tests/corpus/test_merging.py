"""Merging an archive: what `merge` gives for one table, however the archive is divided; and asking it."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from timeline.cli import main
from timeline.corpus.archive import manifest_of, planned, read_archive
from timeline.corpus.merging import merge_archive, merged_frame
from timeline.corpus.parts import Order, events_of
from timeline.corpus.querying import known_names, names_in, query
from timeline.errors import BadFilter, UnreadableSource
from timeline.table.choosing import Filter
from timeline.table.columns import check
from timeline.table.merge import mentions, merge

TEXTS = [
    "Chad and Niger signed a border accord in Zinder on 3 March 2019. Chad had left an earlier pact in 2011.",
    "Niger and Chad signed the border accord on 3 March 2019 in Zinder. Niger had held an election in 2016.",
    "In Zinder, the border accord was signed by Chad and Niger on 3 March 2019.",
    "On 31 December 2019 rebels attacked the town of Diffa in Niger. The army of Niger struck back on 2 January 2020.",
    "Rebels attacked Diffa in Niger on 31 December 2019. In January 2020 the army of Niger struck back.",
    "Sudan closed its embassy in Cairo on 5 May 2020. In May 2020 Sudan and Egypt agreed to a ceasefire.",
    "Egypt and Sudan agreed to a ceasefire on 19 May 2020. Egypt invaded Sudan in the 1820s.",
    "In the 1820s Egypt invaded Sudan. On 5 May 2020 Sudan closed its embassy in Cairo.",
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: Any) -> Path:
    """An archive that was read, in four parts."""
    folder = Path(tmp_path_factory.mktemp("archive"))
    rows = [{"text": text, "date": "2021-06-10", "url": f"https://a.example/{n}"} for n, text in enumerate(TEXTS)]
    (folder / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    list(read_archive(planned([str(folder / "a.jsonl")], Order(str(folder / "out")), 2)))
    return folder / "out"


def whole(archive: Path) -> pd.DataFrame:
    return pd.concat([events_of(archive, n) for n in range(len(manifest_of(archive)["parts"]))], ignore_index=True)


def test_an_archive_in_one_piece_is_merged_as_its_table_is(archive: Path) -> None:
    expected = merge(whole(archive))
    found = merge_archive(archive)
    assert (found.rows, found.events) == (len(whole(archive)), len(expected))
    pd.testing.assert_frame_equal(merged_frame(archive), expected)


@pytest.mark.parametrize(("largest", "workers"), [(8, 1), (4, 1), (1, 1), (4, 2)])
def test_an_archive_in_blocks_gives_the_same_events(archive: Path, largest: int, workers: int) -> None:
    expected = merge(whole(archive))
    found = merge_archive(archive, workers, largest=largest)
    frame = check(merged_frame(archive))
    assert found.events == len(frame) == len(expected)
    told = [mentions(each)[["mention_id", "event_id"]].sort_values("mention_id").to_dict("records") for each in (frame, expected)]
    assert told[0] == told[1]
    assert not list(archive.glob(".begun*"))


def test_the_most_told_events_come_first_and_stand_in_order_of_time(archive: Path) -> None:
    merge_archive(archive)
    answer = query(archive, Filter(), 2)
    assert answer.merged
    assert answer.total > 2
    assert answer.frame["n_sources"].min() >= 2
    assert answer.frame["start"].is_monotonic_increasing
    check(answer.frame)


@pytest.mark.parametrize(
    ("wanted", "days"),
    [
        (Filter(actors=("chad",), kinds=("accord",)), ["2019-03-03"]),
        (Filter(actors=("Niger",), start=dt.date(2020, 1, 1)), ["2020-01-02"]),
        (Filter(words="embassy CAIRO"), ["2020-05-05"]),
        (Filter(kinds=("ceasefire",), grain="day"), ["2020-05-19"]),
        (Filter(stop=dt.date(1900, 1, 1)), ["182X"]),
    ],
)
def test_an_archive_answers_what_is_asked(archive: Path, wanted: Filter, days: list[str]) -> None:
    merge_archive(archive)
    assert query(archive, known_names(archive, wanted)).frame["edtf"].tolist() == days


def test_an_archive_that_is_not_merged_merges_its_answer(archive: Path) -> None:
    import shutil

    shutil.rmtree(archive / "merged", ignore_errors=True)
    answer = query(archive, Filter(actors=("Chad",), kinds=("accord",)))
    assert not answer.merged
    assert answer.frame["n_sources"].tolist() == [3]


def test_names_are_counted_and_a_wrong_one_is_told(archive: Path) -> None:
    assert {"Niger", "Chad", "Egypt", "Sudan"} <= set(names_in(archive, "actors"))
    with pytest.raises(BadFilter, match="no event of this archive has 'Nigr' among its actors. Did you mean Niger"):
        known_names(archive, Filter(actors=("Nigr",)))


def test_a_story_is_drawn_from_the_command_line(archive: Path, tmp_path: Path, capsys: Any) -> None:
    assert main(["corpus", "merge", str(archive)]) == 0
    assert "rows are" in capsys.readouterr().out
    out = tmp_path / "story.html"
    assert main(["corpus", "query", str(archive), "--actor", "niger", "--from", "2019", "--to", "2020", "-o", str(out)]) == 0
    assert b"Zinder" in out.read_bytes()
    assert main(["corpus", "query", str(archive), "--kind", "war", "-o", str(out)]) == 2
    assert "kinds 'war' is not one of" in capsys.readouterr().err
    assert main(["corpus", "query", str(tmp_path)]) == 2
    assert "is no archive that was read" in capsys.readouterr().err


def test_a_part_that_is_gone_is_told(archive: Path, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "copy"
    shutil.copytree(archive, copy)
    shutil.rmtree(copy / "merged", ignore_errors=True)
    (copy / "part-000001.parquet").unlink()
    with pytest.raises(UnreadableSource, match="lacks part-000001.parquet"):
        query(copy, Filter())
    with pytest.raises(UnreadableSource, match="lacks part-000001.parquet"):
        merge_archive(copy)
