"""Files of any kind, folders and addresses, as a command is given them."""

import io
import zipfile
from pathlib import Path

import pytest

from timeline.cli import main
from timeline.cli.gathering import gathered

TEXT = "The treaty was signed in Moscow on 17 January 2025 by the two presidents of the two countries.\n"


def told(names: list[str]) -> tuple[list[str], int, list[str]]:
    complaints: list[str] = []

    def complain(fault: object) -> int:
        complaints.append(str(fault))
        return 2

    articles, code = gathered(names, None, None, complain)
    return [article.source for article in articles], code, complaints


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT + "More.", encoding="utf-8")
    (tmp_path / "in" / ".hidden").write_text(TEXT, encoding="utf-8")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("page.html", f"<html><title>Accord</title><p>{TEXT * 3}")
        archive.writestr("b.png", b"\x89PNG" + bytes(9))
    (tmp_path / "week.zip").write_bytes(packed.getvalue())
    return tmp_path


def test_a_folder_gives_the_files_in_it_each_with_a_name_of_its_own(folder: Path) -> None:
    sources, code, complaints = told([str(folder)])
    assert sources == [f"{folder.name}/a.txt", "in/a.txt", "week.zip/page.html"]
    assert code == 2, "one file in it was not read"
    assert complaints == [
        "cannot read 'week.zip/b.png': it is a picture, a file that is not text. Run OCR on it, or paste the words it shows."
    ]


def test_a_file_given_twice_is_read_once(folder: Path) -> None:
    assert told([str(folder / "a.txt"), str(folder / "in" / ".." / "a.txt")])[0] == ["a.txt"]


def test_an_address_that_is_refused_loses_nothing_else(folder: Path) -> None:
    sources, code, complaints = told(["http://127.0.0.1/", str(folder / "a.txt")])
    assert (sources, code) == (["a.txt"], 2)
    assert complaints == [
        "cannot fetch 'http://127.0.0.1/': it does not lead to the public internet. Open it in a browser, and paste the text."
    ]


def test_a_table_of_ours_is_no_article(tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "events.csv"
    assert main(["extract", str(folder / "a.txt"), "-o", str(table)]) == 0
    assert "it is a timeline that was saved as a table" in told([str(table)])[2][0]


def test_a_page_in_an_archive_gives_its_events(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(folder / "week.zip")]) == 2
    out = capsys.readouterr()
    assert "17 January 2025" in out.out and "Accord" in out.out
    assert out.err.startswith("timeline: cannot read 'week.zip/b.png'")


def test_an_empty_folder_loses_nothing_else(tmp_path: Path, folder: Path) -> None:
    (folder / "nothing").mkdir()
    sources, code, complaints = told([str(folder / "nothing"), str(folder / "a.txt")])
    assert (sources, code) == (["a.txt"], 2)
    assert len(complaints) == 1 and "it is a folder without files" in complaints[0]
