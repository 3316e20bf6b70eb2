"""Reading an archive: what is odd in it costs a note and nothing else; what is finished is not read again."""

import csv
import gzip
import io
import json
import os
import random
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import zstandard

from timeline.cli import main
from timeline.corpus import parts
from timeline.corpus.archive import manifest_of, planned, read_archive
from timeline.corpus.parts import Order, events_of, part_name
from timeline.errors import TimelineError, UnreadableSource
from timeline.table.columns import check

ACCORD = "Chad and Niger signed a border accord in Zinder on 3 March 2019. Traders welcomed it."
STRIKE = "A drone struck the port of Hodeidah on Tuesday, officials said. Two dockers were wounded."


def jsonl(*rows: Any) -> bytes:
    return b"".join((row if isinstance(row, bytes) else json.dumps(row, ensure_ascii=False).encode()) + b"\n" for row in rows)


def row(text: str = ACCORD, **more: Any) -> dict[str, Any]:
    return {"text": text, "date": "2021-06-10", "url": f"https://gazette.example/{abs(hash(json.dumps([text, more]))) % 10**6}", **more}


def run(folder: Path, *names: Path, size: int = 2, **order: Any) -> tuple[pd.DataFrame, list[dict[str, Any]]]:
    """The events and the notes of an archive, read in parts of two."""
    plan = planned([str(name) for name in names], Order(str(folder / "out"), **order), size)
    list(read_archive(plan))
    frames = [events_of(folder / "out", each.number) for each in plan.partitions]
    notes = [json.loads(line) for path in sorted((folder / "out").glob("notes-*")) for line in path.read_text().splitlines()]
    return pd.concat(frames, ignore_index=True), notes


def packed(data: bytes) -> dict[str, bytes]:
    rows = [json.loads(line) for line in data.splitlines()]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    parquet = io.BytesIO()
    pd.DataFrame(rows).to_parquet(parquet, row_group_size=2)
    return {
        "a.jsonl": data, "a.jsonl.gz": gzip.compress(data), "a.ndjson.zst": zstandard.compress(data), "a.csv": text.getvalue().encode(),
        "a.csv.gz": gzip.compress(text.getvalue().encode()), "a.parquet": parquet.getvalue(),
    }  # fmt: skip


ROWS = [
    {"Body": f"{ACCORD}\n\nNotice {n}.", "pub_date": "2021-06-10", "link": f"https://a.example/{n}", "headline": f"No. {n}"}
    for n in range(5)
]


@pytest.mark.parametrize("name", [*packed(jsonl(*ROWS))])
def test_every_form_and_packing_gives_the_same_events(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(packed(jsonl(*ROWS))[name])
    frame, notes = run(tmp_path, tmp_path / name)
    assert notes == []
    assert frame["edtf"].tolist() == ["2019-03-03"] * 5
    assert sorted(frame["url"]) == [f"https://a.example/{n}" for n in range(5)]
    assert set(frame["published"].dt.date.astype(str)) == {"2021-06-10"}


def test_files_of_a_folder_are_read_as_they_are(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    (inside / "deep").mkdir(parents=True)
    (inside / "one.txt").write_text(ACCORD)
    (inside / "deep" / "two.html").write_text(f"<html><body><article><h1>Port hit</h1><p>{STRIKE} {ACCORD}</p></article></body></html>")
    (inside / ".hidden").write_text(ACCORD)
    (inside / "three.jsonl").write_bytes(jsonl(row()))
    frame, notes = run(tmp_path, inside, size=10)
    assert frame["source"].tolist().count("one.txt") == 1
    assert frame["article_id"].nunique() == 3
    assert notes == []


def test_a_column_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('Nachricht,Tag\n"' + ACCORD + '",2021-06-10\n')
    with pytest.raises(UnreadableSource, match="it has 'Nachricht', 'Tag'. Say which one holds the text, with --column text=NAME"):
        run(tmp_path, tmp_path / "a.csv")
    frame, _ = run(tmp_path, tmp_path / "a.csv", columns={"text": "Nachricht", "published": "Tag"})
    assert frame["published"].dt.date.astype(str).tolist() == ["2021-06-10"]


def test_odd_rows_cost_a_note_each(tmp_path: Path) -> None:
    odd = [
        b"{broken", b"[1, 2]", {"text": ""}, {"date": "2021-01-01"}, {"text": 7}, row(date="the 40th"), row(STRIKE, date=None, id="x"),
        row(STRIKE + " Again.", id="x"), row("Le président a signé mardi un accord avec le Niger. " * 5), row("long " * 500_000),
        '{"text": "Chad and Niger signed a border accord in Caf\xe9 on 3 March 2019."}'.encode("latin-1"), b"\xef\xbb\xbf   ", row(),
    ]  # fmt: skip
    (tmp_path / "a.jsonl").write_bytes(jsonl(*odd))
    frame, notes = run(tmp_path, tmp_path / "a.jsonl", size=100)
    told = {note["row"]: note["note"] for note in notes}
    assert [told[n].split(".")[0].split(":")[0] for n in range(1, 6)] == [
        "it is no JSON", "it is no JSON object", "it has no text", "it has no text", "it has no text",
    ]  # fmt: skip
    assert "'the 40th'" in told[6] and told[6].endswith("It is read without one.")
    assert "its id is that of row 7" in told[8]
    assert told[9] == "it is written in French, which is not read yet."
    assert told[10] == "its text has 2,500,000 characters, and 2,000,000 are the most. Split it."
    assert set(told) == {1, 2, 3, 4, 5, 6, 8, 9, 10}
    assert "Café" in " ".join(frame["sentence"])
    assert manifest_of(tmp_path / "out")["lost"] == 8
    assert manifest_of(tmp_path / "out")["articles"] == 4


def test_a_file_that_breaks_off_is_read_as_far_as_it_goes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = gzip.compress(jsonl(*(row(f"{ACCORD} Notice {random.sample(range(10**6), 99)}.") for _ in range(40))))
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "b.jsonl").write_bytes(jsonl(row()))
    assert main(["corpus", "read", str(tmp_path / "a.jsonl.gz"), str(tmp_path / "b.jsonl"), "-o", str(tmp_path / "out")]) == 0
    assert "it breaks off after that (Compressed file ended before the end-of-stream marker was reached)" in capsys.readouterr().err
    told = manifest_of(tmp_path / "out")
    assert told["inputs"][0]["broken"]
    assert 10 < told["inputs"][0]["rows"] < 30
    assert told["articles"] == told["inputs"][0]["rows"] + 1


def test_what_is_finished_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.jsonl").write_bytes(jsonl(*ROWS))
    order = Order(str(tmp_path / "out"))
    plan = planned([str(tmp_path / "a.jsonl")], order, 2)
    coming = read_archive(plan)
    next(coming)
    coming.close()  # as an interrupted run does
    assert manifest_of(tmp_path / "out")["finished"] is False
    (tmp_path / "out" / part_name(2)).write_bytes(b"PAR1 half of a part")
    (tmp_path / "out" / ".begun-part-000001.parquet-77").write_bytes(b"half")
    again = planned([str(tmp_path / "a.jsonl")], order, 2)
    assert [each.number for each in again.left] == [1, 2]
    list(read_archive(again))
    assert not list((tmp_path / "out").glob(".begun*"))
    assert manifest_of(tmp_path / "out")["finished"] is True
    assert planned([str(tmp_path / "a.jsonl")], order, 2).left == ()
    for number in range(3):
        check(events_of(tmp_path / "out", number))


def test_a_file_that_has_changed_is_read_again_and_no_other(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.jsonl").write_bytes(jsonl(*ROWS))
    names = [str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl")]
    list(read_archive(planned(names, Order(str(tmp_path / "out")), 5)))
    (tmp_path / "b.jsonl").write_bytes(jsonl(*ROWS[:4]))
    assert [each.number for each in planned(names, Order(str(tmp_path / "out")), 5).left] == [1]


def test_parts_of_other_rules_are_told_and_read_again_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    (tmp_path / "a.jsonl").write_bytes(jsonl(*ROWS))
    command = ["corpus", "read", str(tmp_path / "a.jsonl"), "-o", str(tmp_path / "out")]
    with monkeypatch.context() as other:
        other.setattr(parts, "fingerprint", lambda: "0123456789abcdef")
        assert main(command) == 0
    assert main(command) == 2
    assert "1 of 1 parts" in capsys.readouterr().err
    assert main([*command, "--anew"]) == 0
    assert main(command) == 0


def test_two_processes_give_what_one_gives(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(jsonl(*ROWS))
    frames = []
    for workers in (1, 2):
        plan = planned([str(tmp_path / "a.jsonl")], Order(str(tmp_path / f"out{workers}")), 2)
        assert len(list(read_archive(plan, workers=workers))) == 3
        frames.append(pd.concat([events_of(tmp_path / f"out{workers}", n) for n in range(3)], ignore_index=True))
    pd.testing.assert_frame_equal(*frames)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["no/such.jsonl", "-o", "out"], "cannot read 'no/such.jsonl': there is no such file"),
        (["a.jsonl", "-o", "taken"], "cannot write to '.*taken': it holds other files, such as 'letter.txt'. Give a new folder"),
        (["a.jsonl", "-o", "older"], "was written by another version of this program \\(form 0, this one writes 1\\)"),
        (["a.jsonl", "-o", "out", "--column", "txt=a"], "cannot map 'txt=a': say what=COLUMN"),
        (["a.jsonl", "-o", "out", "--scheduler", "tcp://127.0.0.1:1"], "no Dask scheduler answers at 'tcp://127.0.0.1:1'"),
        (["bad.parquet", "-o", "out"], ""),
    ],
)
def test_wrong_use_is_told_in_a_sentence(tmp_path: Path, monkeypatch: Any, capsys: Any, arguments: list[str], words: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.jsonl").write_bytes(jsonl(row()))
    Path("bad.parquet").write_bytes(b"no parquet")
    for name in ("taken", "older"):
        Path(name).mkdir()
    Path("taken/letter.txt").write_text("dear")
    Path("older/manifest.json").write_text('{"form": 0}')
    code = main(["corpus", "read", *arguments])
    said = capsys.readouterr().err
    assert "Traceback" not in said
    if words:
        import re

        assert code == 2
        assert re.search(words, said), said
    else:
        assert code == 0
        assert "it is no Parquet file" in said


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(jsonl(row()))
    (tmp_path / "out").mkdir(mode=0o500)
    with pytest.raises(TimelineError, match="Give a folder that you may write to"):
        list(read_archive(planned([str(tmp_path / "a.jsonl")], Order(str(tmp_path / "out")))))
