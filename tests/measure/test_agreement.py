"""Where the scripts that others measure with lie beside the project, ours give the same figures."""

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.measure import events, expressions, score
from tests.measure.gold import GOLD, ROOT, articles, corpora, halves, timeml_files
from timeline.dates.tagger import tag

SCRIPTS = corpora().parent / "score"
CLOSE = 0.05 + 1e-6


def script(name: str) -> Path:
    path = SCRIPTS / f"{name}.py"
    if not path.exists():
        pytest.skip(f"NOT COMPARED: there is no {path}")
    return path


def printed(name: str, folder: Path) -> dict[str, float]:
    """The figures that a script prints for a folder."""
    command = [sys.executable, str(script(name)), str(folder)]
    out = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=240).stdout
    return {measure: float(figure) for measure, figure in re.findall(r"([a-z]+) (\d+(?:\.\d+)?)", out)}


def theirs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("their_timex", script("timex"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["aquaint", "timebank", "wikiwars-train", "gum"])
def test_time_expressions_are_measured_as_others_measure_them(name: str) -> None:
    module, texts = theirs(), score.corpus(name)
    if not texts:
        pytest.skip(f"NOT COMPARED: no texts of {name} in {corpora()}")
    folder, part = score.CORPORA[name]
    wanted = module.score([module.read_tml(path) for path in timeml_files(corpora() / folder)[part]], tag)
    found = expressions.measured(texts, score.read_text)
    assert (found["texts"], found["gold"]) == (wanted["docs"], wanted["gold"])
    for measure in ("strict", "relaxed", "value", "type", "interval", "datable"):
        assert found[measure] == pytest.approx(wanted[measure], abs=CLOSE), measure


def test_days_of_a_value_are_compared_as_others_compare_them() -> None:
    their = theirs().interval
    values = {value for name in score.CORPORA for text in score.corpus(name) for gold in text.marked for value in gold.values}
    same = {(a, b): their(a) == their(b) for a in values for b in sorted(values)[::40]}
    assert [pair for pair, wanted in same.items() if (expressions.days(pair[0]) == expressions.days(pair[1])) != wanted] == []


@pytest.mark.soak
def test_events_are_measured_as_others_measure_them(tmp_path: Path) -> None:
    script("events")
    every = articles([name for names in halves().values() for name in names])
    for article in every:
        shutil.copy(GOLD / "articles" / f"{article.name}.json", tmp_path)
        (tmp_path / f"{article.name}.txt").write_text(article.text, encoding="utf-8")
    wanted, found = printed("events", tmp_path), events.shares([events.tallied(article) for article in every])
    assert {name: found[name] for name in wanted} == pytest.approx(wanted, abs=CLOSE)


@pytest.mark.soak
def test_days_of_event_words_are_measured_as_others_measure_them() -> None:
    wanted = printed("anchors", corpora() / score.ANCHORS)
    found = score.corpus_days()[score.ANCHORS]
    assert found["recall"] == pytest.approx(wanted["recall"], abs=CLOSE)
    assert found["precision"] == pytest.approx(wanted["precision"], abs=CLOSE)
    assert 100 - found["kept"] == pytest.approx(wanted["misdated"], abs=CLOSE)
