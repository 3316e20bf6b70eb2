"""Runs that are killed, interrupted, or whose workers die: what is there is whole, and the next run gives what an undisturbed one gives."""

import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.corpus import runs
from timeline.corpus import engine
from timeline.corpus.archive import manifest_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and sessions of POSIX")

SIZE = 2
PARTS = 20
KILLS = 20


@pytest.fixture(scope="module")
def archive(tmp_path_factory: Any) -> Path:
    return runs.archive(Path(tmp_path_factory.mktemp("made")), SIZE * PARTS)


@pytest.fixture(scope="module")
def undisturbed(archive: Path) -> dict[str, bytes]:
    """What comes of the archive in one process that nobody disturbs."""
    found = runs.read(archive, archive.parent / "undisturbed", SIZE)
    assert len(found) == 2 * PARTS
    return found


def until(true: Any, seconds: float = 30) -> bool:
    """Waits for something to come true."""
    stop = time.monotonic() + seconds
    while not true():
        if time.monotonic() > stop:
            return False
        time.sleep(0.02)
    return True


@pytest.mark.soak
def test_twenty_kills_at_random_change_nothing(archive: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    rng = random.Random(20)
    kills = {"run": 0, "worker": 0}
    out = tmp_path / "out0"
    while sum(kills.values()) < KILLS:
        run = runs.begun(archive, out, SIZE, "--workers", 2)
        whole = kills["run"] <= kills["worker"]
        if rng.random() < 0.7:  # else also before there is anything to lose
            until(lambda: runs.workers(run.pid) or run.poll() is not None)  # noqa: B023
        time.sleep(rng.uniform(0, 1.5))
        if whole:
            kills["run"] += run.poll() is None
            run.kill()
        elif found := runs.workers(run.pid):
            rng.choice(found).kill()
            kills["worker"] += 1
        _, said = run.communicate(timeout=100)
        assert "Traceback" not in said
        assert until(lambda: not runs.group(run.pid)), "processes were left over"  # noqa: B023
        there = runs.parts(out)
        assert there == {name: undisturbed[name] for name in there}
        if run.returncode == 0:
            assert there == undisturbed
            out = tmp_path / f"out{sum(kills.values())}"
    code, _, said = runs.ended(archive, out, SIZE, "--workers", 2)
    assert (code, runs.parts(out), runs.half_written(out)) == (0, undisturbed, []), said
    assert manifest_of(out) == manifest_of(archive.parent / "undisturbed")
    assert min(kills.values()) >= KILLS // 3


@pytest.mark.soak
@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_leaves_whole_parts_and_no_process(archive: Path, undisturbed: dict[str, bytes], tmp_path: Path, workers: int) -> None:
    for moment in ("start", "worker", "part"):
        out = tmp_path / moment
        run = runs.begun(archive, out, SIZE, "--workers", workers)
        if moment != "start":
            what = (lambda: runs.workers(run.pid)) if moment == "worker" and workers > 1 else (lambda: runs.parts(out))  # noqa: B023
            assert until(what)
        else:
            assert until(out.is_dir)
        os.killpg(run.pid, signal.SIGINT)
        _, said = run.communicate(timeout=30)
        assert run.returncode == 130, said
        # A worker that is just being started may still complain that its parent is gone; ours is said all the same.
        assert f"of {PARTS} parts are finished. Say the same again to go on." in said, said
        assert workers > 1 or "Traceback" not in said
        assert until(lambda: not runs.group(run.pid), 5), "processes were left over"  # noqa: B023
        assert runs.half_written(out) == []
        there = runs.parts(out)
        assert there == {name: undisturbed[name] for name in there}
        assert manifest_of(out)["finished"] is False
    assert runs.ended(archive, out, SIZE, "--workers", workers)[0] == 0
    assert runs.parts(out) == undisturbed


@pytest.mark.soak
def test_a_part_whose_worker_always_dies_is_told_and_the_others_are_finished(tmp_path: Path) -> None:
    archive = runs.archive(tmp_path, 8)
    lines = archive.read_text(encoding="utf-8").splitlines()
    lines[4] = lines[4].replace('"text": "', '"text": "A plague came. ')
    archive.write_text("\n".join(lines), encoding="utf-8")
    code, out, said = runs.ended(archive, tmp_path / "out", SIZE, "--workers", 2)
    assert code == 1
    assert "timeline: 1 parts were not finished, since the process that worked on them died three times" in said
    told = manifest_of(tmp_path / "out")
    assert told["died"] == ["part-000002.parquet"]
    assert [part["name"] for part in told["parts"]] == [f"part-{n:06}.parquet" for n in (0, 1, 3)]
    assert told["lost"] == 2
    assert runs.half_written(tmp_path / "out") == []


def dies_of_three(number: int) -> int:
    if number == 3:
        os._exit(9)
    return number * number


def test_a_task_that_kills_its_workers_costs_no_other() -> None:
    found = list(engine.in_processes(dies_of_three, range(5), 2))
    lost = [each.task for each in found if isinstance(each, engine.Lost)]
    assert lost == [3]
    assert sorted(each for each in found if not isinstance(each, engine.Lost)) == [0, 1, 4, 16]
