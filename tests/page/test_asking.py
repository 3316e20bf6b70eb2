"""An archive on the page: asked without a browser."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.corpus.test_merging import TEXTS
from tests.page.test_flows import card, charts, words
from timeline.cli import main
from timeline.cli.serve import hosting_of
from timeline.corpus import querying
from timeline.corpus.archive import planned, read_archive
from timeline.corpus.merging import merge_archive
from timeline.corpus.parts import Order
from timeline.page import access, archives
from timeline.page.access import GUEST, Access
from timeline.page.hosting import BadHosting, Hosting

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def made(tmp_path_factory: Any) -> Path:
    """A merged archive, in four parts."""
    folder = Path(tmp_path_factory.mktemp("made"))
    rows = [{"text": text, "date": "2021-06-10", "url": f"https://a.example/{n}"} for n, text in enumerate(TEXTS)]
    (folder / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    list(read_archive(planned([str(folder / "a.jsonl")], Order(str(folder / "wires")), 2)))
    merge_archive(folder / "wires")
    return folder / "wires"


@pytest.fixture
def archive(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, which the page offers."""
    folder = tmp_path / "wires"
    shutil.copytree(made, folder)
    monkeypatch.setenv(archives.VARIABLE, str(folder))
    return folder


def asked(**address: Any) -> AppTest:
    page = AppTest.from_file(str(ROOT / "timeline_app.py"), default_timeout=120)
    for name, value in {"archive": "wires", **address}.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    return page


def test_without_an_archive_nothing_is_said_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(archives.VARIABLE, raising=False)
    page = asked()
    assert page.segmented_control(key="mode").options == ["An example", "Your own text"]
    assert "archive" not in page.query_params


def test_an_archive_is_chosen_and_its_most_told_events_are_drawn(archive: Path) -> None:
    page = AppTest.from_file(str(ROOT / "timeline_app.py"), default_timeout=120).run()
    page.segmented_control(key="mode").set_value("An archive").run()
    assert not page.exception
    assert len(charts(page)) == 1
    assert page.query_params["archive"] == "wires"
    assert page.multiselect(key="ask-who").options[0].startswith("Niger (")
    page.multiselect(key="ask-who").set_value(["Chad"]).run()
    page.multiselect(key="ask-sort").set_value(["accord"]).run()
    assert list(page.dataframe[0].value["When"]) == ["3 March 2019"]
    assert "1 event: Chad, accord" in words(page)
    assert "Only what is shown: 1 event: Chad, accord" in words(page)
    assert page.query_params["who"] == "Chad"
    page.button(key="first").click().run()
    told = card(page)
    assert told
    assert "border accord" in json.dumps(told)
    assert not [button for button in page.button if button.key in ("correct", "undo", "timelines")]
    page.button(key="ask-all").click().run()
    assert len(page.dataframe[0].value) > 5
    page.segmented_control(key="mode").set_value("An example").run()
    assert not page.exception
    assert not {"archive", "who", "sort"} & set(page.query_params)


def test_the_address_asks_and_what_it_says_wrongly_is_passed_over(archive: Path) -> None:
    page = asked(where=["Zinder"], sort=["accord", "nonsense"], said="border", most="17")
    assert list(page.dataframe[0].value["When"]) == ["3 March 2019"]
    assert "1 event: Zinder, accord, “border”" in words(page)
    assert page.query_params["sort"] == "accord"
    assert "most" not in page.query_params


def test_days_are_asked_in_the_words_that_they_are_elsewhere(archive: Path) -> None:
    page = asked(window="Own dates", to="1900")
    assert list(page.dataframe[0].value["When"]) == ["1820s"]
    assert "1 event: to 1900" in words(page)
    page.text_input(key="to").set_value("nonsense").run()
    assert "nonsense" in words(page)
    assert not charts(page)


def test_of_more_than_are_shown_the_most_told_come_first(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.page.asking.MOST", (2, 50))
    page = asked()
    assert len(page.dataframe[0].value) == 2
    total = querying.query(archive, querying.Filter()).total
    assert f"2 of {total} events; the most told first" in words(page)
    page.multiselect(key="ask-who").set_value(["Niger"]).run()
    assert "events: Niger; the most told first" in words(page)


def test_a_name_in_other_letters_is_known_and_a_wrong_one_is_told(archive: Path) -> None:
    page = asked(who=["niger"])
    assert len(charts(page)) == 1
    page.multiselect(key="ask-who").set_value(["Nigr"]).run()
    assert "No event of this archive has 'Nigr' among its actors. Did you mean Niger" in words(page)
    assert page.multiselect(key="ask-who")


def test_nothing_that_fits_is_told(archive: Path) -> None:
    page = asked(said="zeppelin")
    assert "No event fits. Leave out something of what you ask for." in words(page)
    assert not charts(page)


def test_a_click_asks_nothing_again_until_the_archive_is_written_anew(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times: list[object] = []
    query = querying.query
    monkeypatch.setattr(querying, "query", lambda *given: times.append(given) or query(*given))
    page = asked()
    page.button(key="first").click().run()
    page.button(key="after").click().run()
    assert len(times) == 1
    merge_archive(archive)
    page.run()
    assert len(times) == 2


def test_an_archive_that_is_not_merged_or_not_whole_says_what_to_do(archive: Path) -> None:
    shutil.rmtree(archive / "merged")
    manifest = json.loads((archive / "manifest.json").read_text())
    (archive / "manifest.json").write_text(json.dumps({**manifest, "finished": False}))
    page = asked()
    assert "not merged yet" in words(page)
    assert "timeline corpus merge wires" in words(page)
    assert "not read to its end" in words(page)
    assert len(charts(page)) == 1


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (shutil.rmtree, "is not there any more"),
        (lambda folder: (folder / "manifest.json").unlink(), "is no archive that was read"),
        (lambda folder: (folder / "part-000001.parquet").unlink(), "lacks part-000001.parquet"),
        (lambda folder: next((folder / "merged").glob("*.parquet")).write_bytes(b"PAR1 broken"), "cannot be read"),
    ],
)
def test_what_is_wrong_with_an_archive_is_a_sentence_without_its_path(archive: Path, harm: Any, said: str) -> None:
    page = asked()
    harm(archive)
    (archive / "merged").mkdir(exist_ok=True) if archive.exists() else None
    page.multiselect(key="ask-sort").set_value(["accord"]).run()
    assert not page.exception
    assert said in words(page)
    assert str(archive.parent) not in words(page)
    assert page.segmented_control(key="mode").value == "An archive"


def test_archives_of_one_name_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_folders", ("/a/news", "/b/news", "/a/wires", "/a/news"))
    assert list(archives.archives()) == ["news", "b/news", "wires"]


def test_only_who_may_read_articles_here_may_ask(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "_access", Access("shares"))
    assert "look at timelines that were shared with you" in words(asked())
    monkeypatch.setattr(access, "_access", Access("login", frozenset({"example.org"})))
    page = AppTest.from_file(str(ROOT / "timeline_app.py"), default_timeout=120)
    page.query_params["archive"] = "wires"
    page.session_state[GUEST] = True
    page.run()
    assert not page.exception
    assert page.segmented_control(key="mode").options == ["An example", "Your own text"]


def test_serve_takes_archives_and_looks_at_them_before_it_starts(archive: Path, tmp_path: Path, capsys: Any) -> None:
    import argparse

    from timeline.cli import serve

    parser = argparse.ArgumentParser()
    serve.add(parser)
    hosting = hosting_of(parser.parse_args(["--corpus", str(archive), "--corpus", str(archive)]))
    hosting.check()
    assert hosting.archives == (str(archive), str(archive))
    with pytest.raises(BadHosting, match="--corpus: .*is no archive that was read"):
        Hosting(archives=(str(tmp_path),)).check()
    assert main(["serve", "--corpus", str(tmp_path / "none")]) == 2
    assert "is no archive that was read" in capsys.readouterr().err
