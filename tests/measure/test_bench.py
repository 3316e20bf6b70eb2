"""Texts for measuring speed are the same each time, and what is measured is judged as it is promised."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.measure import bench, drawing, heideltime
from tests.measure.texts import KINDS, made


@pytest.mark.parametrize("kind", KINDS)
def test_a_made_text_has_its_length_and_begins_as_a_shorter_one(kind: str) -> None:
    long = made(kind, 20_000)
    assert len(long) == 20_000
    assert made(kind, 3_000) == long[:3_000]
    assert made(kind, 3_000, seed=1) != long[:3_000]


def test_a_long_text_does_not_repeat_itself() -> None:
    sentences = [line for line in made("dense", 200_000).split("\n\n") if line]
    assert len(set(sentences)) > 0.99 * len(sentences)


def test_dense_texts_hold_more_expressions_than_news_and_news_more_than_sparse_ones() -> None:
    dense, news, sparse = (bench.ours(made(kind, 20_000)) for kind in ("dense", "news", "sparse"))
    assert dense > 1.5 * news > 3 * sparse


@pytest.mark.parametrize(("power", "broken"), [(1, 0), (2, len(KINDS))])
def test_time_that_grows_faster_than_the_text_is_named(power: int, broken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def clock(read: Callable[[str], object], text: str) -> float:
        return float(len(text) ** power)

    monkeypatch.setattr(bench, "seconds", clock)
    monkeypatch.setattr(bench, "ours", lambda text: 1)
    lines, said = bench.by_length([bench.JUDGED // 2, bench.JUDGED])
    assert len(lines) == 2 * len(KINDS)
    assert len(said) == broken
    assert all(f"takes {2**power:.2f} times as long" in sentence for sentence in said)


def test_a_figure_that_is_too_large_is_named_and_a_small_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    lines, broken = drawing.laid([60])
    assert [line[0] for line in lines] == ["60"] and broken == []
    monkeypatch.setattr(drawing, "MOST_FIGURE", 0.01)
    assert drawing.laid([1600])[1][0].startswith("the figure of 1,600 events takes 0.")


def test_without_java_it_is_said_that_java_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None if name == "java" else "/usr/bin/perl")
    with pytest.raises(heideltime.Unavailable, match="java not found; install"):
        heideltime.ready()


def test_a_program_that_finds_nothing_is_not_taken_for_a_fast_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "resources"
    folder.mkdir()
    (folder / "config_props_template").write_text("treeTaggerHome = {path}", encoding="utf-8")
    monkeypatch.setattr(heideltime, "LAUNCH", 'print(\'{"seconds": 0.1, "memory": 1, "found": 0, "said": "no tagger", "failed": 0}\')')
    with pytest.raises(heideltime.Unavailable, match="found nothing in 5 characters and said: no tagger"):
        heideltime.run(tmp_path, "a day", "2024-02-14")


@pytest.mark.soak
def test_a_short_run_prints_every_table_and_keeps_its_promises(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "MOST_GROWTH", 3.5)  # a busy machine is no reason to fail; four would be quadratic
    assert bench.main(["--short"]) == 0
    printed = capsys.readouterr().out
    for head in (
        "Time by length",
        "Start, median of five",
        "Drawing made tables",
        "Drawing the seed",
        "Peak of memory",
        "Time grows with length",
    ):
        assert head in printed
