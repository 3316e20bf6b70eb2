"""The command line, as a person or a script meets it."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.cli import main

ROOT = Path(__file__).parent.parent.parent
TEXT = "Leaders in Cairo\n\nEgypt and Sudan signed a water accord in Khartoum on 3 May 2019. Last month the two sides met in Cairo.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "cairo.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: object, given: bytes = b"", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "timeline", *map(str, arguments)]
    return subprocess.run(command, input=given, capture_output=True, cwd=ROOT, env={**os.environ, **(env or {})}, timeout=120)


def test_a_table_is_shown_where_no_file_is_asked_for(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(article)]) == 0
    shown = capsys.readouterr().out
    assert "3 May 2019" in shown and "Egypt and Sudan signed a water accord" in shown
    assert "Not dated\n  Last month — " in shown
    assert "Notes\n  No day of publication is known" in shown


def test_a_day_of_publication_dates_what_counts_from_it(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(article), "--published", "14 June 2019"]) == 0
    shown = capsys.readouterr().out
    assert "published 14 June 2019, as you gave it" in shown
    assert "  May 2019" in shown and "Not dated" not in shown


@pytest.mark.parametrize(
    "ending, head",
    [
        ("csv", b"event_id"),
        ("xlsx", b"PK"),
        ("json", b'{"format": "event-timeline"'),
        ("md", b"- **3 May 2019**"),
        ("ics", b"BEGIN:VCALENDAR"),
        ("timelinejs.json", b'{\n "scale": "human"'),
        ("html", b"<!doctype html>"),
        ("png", b"\x89PNG"),
        ("svg", b"<svg"),
        ("PNG", b"\x89PNG"),
    ],
)
def test_every_format_can_be_saved(article: Path, tmp_path: Path, ending: str, head: bytes) -> None:
    out = tmp_path / f"timeline.{ending}"
    assert main(["extract", str(article), "-o", str(out)]) == 0
    assert out.read_bytes().lstrip(b"\xef\xbb\xbf").lower().startswith(head.lower())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cairo.txt", out.name]


def test_the_saved_table_holds_the_events(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    main(["extract", str(article), "-o", str(out)])
    rows = list(csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0]["edtf"] == "2019-05-03"
    assert TEXT[int(rows[0]["char_start"]) : int(rows[0]["char_stop"])] == "3 May 2019" == rows[0]["expression"]


def test_one_unreadable_file_of_several_does_not_lose_the_others(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    assert main(["extract", str(tmp_path / "missing.txt"), str(article), str(tmp_path / "picture.txt")]) == 2
    shown = capsys.readouterr()
    assert "3 May 2019" in shown.out
    assert shown.err.count("timeline: cannot read") == 2


def test_several_articles_are_one_timeline_in_whatever_order_they_come(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {
        "monday.txt": "Egypt and Sudan signed a water accord in Khartoum on 3 May 2019.",
        "later.txt": "In May 2019 Sudan and Egypt signed an accord on water in Khartoum. On 9 June 2021 Egypt left the accord.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    tables = []
    for order in (texts, reversed(texts)):
        assert main(["extract", *(str(tmp_path / name) for name in order), "-o", str(tmp_path / "events.csv")]) == 0
        tables.append((tmp_path / "events.csv").read_text(encoding="utf-8-sig"))
    assert tables[0] == tables[1]
    signed, left = csv.DictReader(tables[0].splitlines())
    assert (signed["edtf"], signed["n_sources"], left["n_sources"]) == ("2019-05-03", "2", "1")
    assert {mention["source"] for mention in json.loads(signed["mentions"])} == set(texts)
    capsys.readouterr()
    main(["extract", *(str(tmp_path / name) for name in texts)])
    assert "accord, 2 articles" in capsys.readouterr().out


def test_tag_writes_a_json_object_a_line(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tag", str(article)]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [timex["text"] for timex in found] == ["3 May 2019", "Last month"]
    assert found[0]["when"] == {
        "start": "2019-05-03", "stop": "2019-05-04", "grain": "day", "approximate": False, "implied": "", "edtf": "2019-05-03",
    }  # fmt: skip
    assert found[1]["when"] is None and found[1]["reason"]
    assert all(TEXT[timex["start"] : timex["stop"]] == timex["text"] for timex in found)


def test_the_caller_may_say_that_a_text_is_a_history(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "siege.txt"
    file.write_text("On 3 May 1940 the town fell. A museum opened there in November.")
    found = {}
    for way in ("news", "history"):
        assert main(["tag", str(file), "--published", "2024-02-14", "--read-as", way]) == 0
        found[way] = [json.loads(line)["value"] for line in capsys.readouterr().out.splitlines()]
    assert found == {"news": ["1940-05-03", "2023-11"], "history": ["1940-05-03", "1940-11"]}


def test_rules_are_listed_with_their_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    shown = capsys.readouterr().out
    assert "en/day-month-year: " in shown
    assert "The accord was signed on [24 March 1999] in Rome.  →  1999-03-24" in shown


def test_standard_input_is_a_file_named_by_a_dash() -> None:
    done = run("extract", "-", given=TEXT.encode())
    assert done.returncode == 0 and b"3 May 2019" in done.stdout


@pytest.mark.parametrize(
    "text, words",
    [("War.", "No dated events found. Looked for days, months, years"), ("Nothing here has a date.", "Give it with --published.")],
)
def test_where_nothing_is_found_it_says_what_was_looked_for(
    tmp_path: Path, text: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "empty.txt"
    path.write_text(text, encoding="utf-8")
    assert main(["extract", str(path)]) == 0
    assert words in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    "arguments, words",
    [
        ([], "the following arguments are required: COMMAND"),
        (["draw"], "invalid choice: 'draw'"),
        (["extract"], "the following arguments are required: FILE"),
        (["extract", "missing.txt"], "cannot read 'missing.txt': there is no such file"),
        (["extract", "http://127.0.0.1/"], "it does not lead to the public internet"),
        (["extract", "README.md", "-o", "-"], "or --as must say the format"),
        (["extract", "README.md", "--as", "csv"], "nothing is saved without --out. Say where, or - to print"),
        (["extract", "README.md", "-o", "-", "--as", "doc"], "argument --as: invalid choice: 'doc' (choose from"),
        (
            ["extract", "README.md", "-o", "out.doc"],
            "must end in .png, .svg, .pdf, .html, .csv, .xlsx, .json, .md, .ics, .timelinejs.json",
        ),
        (["extract", "README.md", "--published", "soon"], "cannot read 'soon' as a publication date"),
        (["extract", "README.md", "--published", ""], "the publication date is empty"),
        (["extract", "README.md", "-o", "no/such/folder/out.csv"], "cannot save 'no/such/folder/out.csv'"),
        (["tag", "missing.txt"], "there is no such file"),
    ],
)
def test_wrong_use_is_told_in_one_line_without_a_traceback(arguments: list[str], words: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    said = done.stderr.decode()
    assert words in said and "Traceback" not in said
    assert said.count("\n") == 1


def test_a_file_that_was_there_stays_whole_where_the_new_one_cannot_be_written(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "events.csv"
    out.write_text("old", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert main(["extract", str(article), "-o", str(out)]) == 2
    assert out.read_text(encoding="utf-8") == "old"
    assert len(list(tmp_path.iterdir())) == 2


def test_words_of_an_article_cannot_command_a_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text("\x1b]0;owned\x07War\x1b[2J\n\nRussia\x1b[31m and Iran signed a treaty on 3 May 2019.", encoding="utf-8")
    main(["extract", str(path)])
    shown = capsys.readouterr().out
    assert "2019" in shown and "\x1b" not in shown and "\x07" not in shown


def test_a_reader_who_has_enough_hears_no_complaint() -> None:
    command = f"{sys.executable} -m timeline rules | head -1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, cwd=ROOT, timeout=60)
    assert done.returncode == 0 and not done.stderr


def test_a_poor_terminal_shows_question_marks_rather_than_a_traceback() -> None:
    done = run("rules", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 0 and not done.stderr


@pytest.mark.parametrize("command", ["extract", "tag", "rules"])
def test_help_shows_examples(command: str) -> None:
    shown = run(command, "--help").stdout.decode()
    assert f"python -m timeline {command}" in shown.split("examples:")[1]


def test_standard_input_given_twice_is_read_once() -> None:
    done = run("extract", "-", "-", given=TEXT.encode())
    assert done.returncode == 0
    assert done.stdout.count(b"No day of publication is known") == done.stdout.count(b"Leaders in Cairo") == 1


def test_a_file_can_be_printed_instead_of_saved(article: Path) -> None:
    done = run("extract", str(article), "-o", "-", "--as", "png")
    assert done.returncode == 0 and done.stdout.startswith(b"\x89PNG") and done.stdout.endswith(b"IEND\xaeB`\x82") and not done.stderr
    none = run("extract", "-", "-o", "-", "--as", "csv", given=b"Nothing to see here, and nobody did anything at any time.")
    assert none.stdout.startswith(b"event_id,") and none.stdout.count(b"\n") == 1 and b"No dated events found" in none.stderr


def test_the_format_can_be_said_where_the_name_does_not_tell_it(article: Path, tmp_path: Path) -> None:
    assert main(["extract", str(article), "-o", str(tmp_path / "data"), "--as", "json"]) == 0
    assert (tmp_path / "data").read_bytes().startswith(b'{"format": "event-timeline"')
