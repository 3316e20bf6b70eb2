"""What goes wrong outside of the program: disks, folders, clusters, files that break off, ids that stand twice."""

import errno
import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import psutil
import pyarrow.parquet
import pytest

from tests.corpus import runs
from timeline.cli import main
from timeline.corpus.archive import manifest_of, planned, read_archive
from timeline.corpus.merging import merge_archive, merged_frame
from timeline.corpus.parts import Order, events_of
from timeline.errors import UnreadableSource

ACCORD = "Chad and Niger signed a border accord in Zinder on 3 March 2019."
STRIKE = "A drone struck the port of Hodeidah on 4 May 2020, officials said."


def lines(*rows: dict[str, Any]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def rows(number: int, name: str = "a") -> list[dict[str, Any]]:
    return [{"text": f"{ACCORD} Notice {n}.", "date": "2021-06-10", "url": f"https://{name}.example/{n}"} for n in range(number)]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 200 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    told = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(disk)]
    if not sys.platform.startswith("linux") or os.geteuid() or subprocess.run(told, capture_output=True).returncode:
        pytest.skip("only root may mount a disk")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_disk_that_fills_holds_whole_parts_alone(tmp_path: Path, small_disk: Path, capsys: Any) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines(*rows(12)))
    assert main(["corpus", "read", str(tmp_path / "a.jsonl"), "-o", str(small_disk / "out"), "--part", "1"]) == 2
    said = capsys.readouterr().err.strip()
    assert said.count("\n") == 0 and "No space left on device" in said and "finished parts stay" in said
    assert runs.half_written(small_disk / "out") == []
    whole = runs.read(tmp_path / "a.jsonl", tmp_path / "out", 1)
    there = runs.parts(small_disk / "out")
    assert 2 < len(there) < 24
    assert there == {name: whole[name] for name in there}
    assert manifest_of(small_disk / "out")["finished"] is False


def test_a_part_that_finds_no_room_is_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines(*rows(3)))
    write, told = pyarrow.parquet.write_table, []

    def fills(table: Any, path: Path, **more: Any) -> None:
        told.append(path)
        if len(told) > 1:
            Path(path).write_bytes(b"PAR1")
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write(table, path, **more)

    monkeypatch.setattr(pyarrow.parquet, "write_table", fills)
    with pytest.raises(UnreadableSource, match="No space left on device. Free some room or choose another folder; finished parts stay"):
        runs.read(tmp_path / "a.jsonl", tmp_path / "out", 1)
    assert [*runs.parts(tmp_path / "out")] == ["notes-000000.jsonl", "part-000000.parquet"]
    assert runs.half_written(tmp_path / "out") == []


def test_a_disk_that_may_only_be_read_is_told(tmp_path: Path, small_disk: Path, capsys: Any) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines(*rows(1)))
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert main(["corpus", "read", str(tmp_path / "a.jsonl"), "-o", str(small_disk / "out")]) == 2
    said = capsys.readouterr().err.strip()
    assert said.endswith("Read-only file system. Give a folder that you may write to.") and "\n" not in said


def test_a_file_that_breaks_off_between_others_costs_its_rest_alone(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.jsonl.gz").write_bytes(gzip.compress(lines(*rows(9, name)), mtime=0))
    whole = (tmp_path / "b.jsonl.gz").read_bytes()
    (tmp_path / "b.jsonl.gz").write_bytes(whole[: len(whole) * 3 // 4])
    runs.read(tmp_path, tmp_path / "out", 4)
    told = manifest_of(tmp_path / "out")
    assert [bool(each.get("broken")) for each in told["inputs"]] == [False, True, False]
    assert told["finished"] and 18 < told["articles"] == sum(each["rows"] for each in told["inputs"]) < 27
    again = planned([str(tmp_path)], Order(str(tmp_path / "out")), 4)  # the folder that is written lies in the one that is read
    assert (len(again.inputs), again.left) == (3, ())


@pytest.mark.parametrize("names", ["memory://news/*.jsonl*", "memory://news", "memory://news/deep/b.jsonl.gz memory://news/a.jsonl"])
def test_addresses_of_other_systems_of_files_are_read(tmp_path: Path, names: str) -> None:
    system = fsspec.filesystem("memory")
    try:
        system.pipe("/news/a.jsonl", lines(*rows(3, "a")))
        system.pipe("/news/deep/b.jsonl.gz", gzip.compress(lines(*rows(2, "b"))))
        list(read_archive(planned(names.split(), Order(str(tmp_path / "out")), 2)))
        told = manifest_of(tmp_path / "out")
        assert told["articles"] == told["events"] == (3 if "*" in names else 5)
        assert all(each["address"].startswith("memory://") for each in told["inputs"])
        with pytest.raises(UnreadableSource, match="there is no such file"):
            planned(["memory://news/none.jsonl"], Order(str(tmp_path / "out")), 2)
    finally:
        system.rm("/news", recursive=True)


def test_an_id_that_stands_in_two_parts_is_told_and_counted_once(tmp_path: Path, capsys: Any) -> None:
    for name, text in (("a", ACCORD), ("b", STRIKE)):
        (tmp_path / f"{name}.jsonl").write_bytes(lines({"id": "7", "text": text}, {"id": f"8{name}", "text": f"Later. {ACCORD}"}))
    (tmp_path / "c.jsonl").write_bytes((tmp_path / "a.jsonl").read_bytes())
    out = tmp_path / "out"
    assert main(["corpus", "read", str(tmp_path), "-o", str(out), "--part", "2"]) == 0
    assert "In several parts under one id: 2 articles, such as '7'. `corpus merge` takes each from the first" in capsys.readouterr().out
    assert manifest_of(out)["twice"] == {"articles": 2, "such as": ["7", "8a"]}
    assert sum(len(events_of(out, number)) for number in range(3)) == 6
    assert merge_archive(out).rows == 3
    frame = merged_frame(out)
    assert frame["edtf"].tolist() == ["2019-03-03"]
    assert frame["n_sources"].tolist() == [3]


def test_an_archive_that_was_not_read_to_its_end_says_so_when_it_is_merged(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines(*rows(3)))
    coming = read_archive(planned([str(tmp_path / "a.jsonl")], Order(str(tmp_path / "out")), 1))
    next(coming)
    coming.close()
    assert main(["corpus", "merge", str(tmp_path / "out")]) == 0
    assert "is not read to its end; this is of the parts that are finished" in capsys.readouterr().err


CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


@pytest.mark.soak
def test_a_dask_cluster_gives_the_same_bytes_as_one_process(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    archive = runs.archive(tmp_path, 12)
    expected = runs.read(archive, tmp_path / "one", 2)
    (tmp_path / "cluster.py").write_text(CLUSTER)
    told = {**os.environ, "PYTHONPATH": str(runs.ROOT)}
    cluster = subprocess.Popen([sys.executable, str(tmp_path / "cluster.py")], env=told, stdin=-1, stdout=-1, text=True, cwd=tmp_path)
    try:
        address = cluster.stdout.readline().strip()  # type: ignore[union-attr]
        assert address.startswith("tcp://127.0.0.1:")
        told_to_read = ["corpus", "read", str(archive), "-o", str(tmp_path / "dask"), "--part", "2", "--scheduler", address]
        assert main(told_to_read) == 0
        every = [psutil.Process(cluster.pid), *psutil.Process(cluster.pid).children(recursive=True)]
        listening = {at.laddr.ip for each in every for at in each.net_connections() if at.status == psutil.CONN_LISTEN}
        assert listening == {"127.0.0.1"}
        assert runs.parts(tmp_path / "dask") == expected
        assert main(["corpus", "merge", str(tmp_path / "dask"), "--scheduler", address]) == 0
    finally:
        cluster.communicate("", timeout=60)
    merge_archive(tmp_path / "one")
    assert [path.read_bytes() for path in (tmp_path / "dask/merged").iterdir()] == [
        path.read_bytes() for path in (tmp_path / "one/merged").iterdir()
    ]
