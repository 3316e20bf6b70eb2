"""The options of the command line that say how a picture looks and which days it shows."""

import csv
import re
import struct
from pathlib import Path

import pytest

from timeline.cli import main

TEXT = (
    "Egypt and Sudan signed a water accord in Khartoum on 3 May 2019. Peru attacked Chile in June 2020.\n"
    "Ghana and Togo opened talks in Accra on 9 July 2024."
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "three.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def drawn(article: Path, *options: str, ending: str = "svg") -> bytes:
    out = article.with_name(f"out.{ending}")
    assert main(["extract", str(article), *options, "-o", str(out)]) == 0
    return out.read_bytes()


@pytest.mark.parametrize(
    ("size", "width", "height"),
    [("slide", 1600, 900), ("A4 landscape", 1414, 1000), ("a4-portrait", 1000, 1414), ("SQUARE", 1080, 1080), ("column", 400, None)],
)
def test_a_picture_has_the_size_asked_for(article: Path, size: str, width: int, height: int | None) -> None:
    head = drawn(article, "--size", size).decode("utf-8")
    found = re.search(r'width="(\d+)" height="(\d+)"', head)
    assert found and int(found[1]) == width and (height is None or int(found[2]) == height)


def test_zoom_gives_a_png_more_pixels(article: Path) -> None:
    sizes = [struct.unpack(">II", drawn(article, "--size", "slide", *zoom, ending="png")[16:24]) for zoom in ((), ("--zoom", "2"))]
    assert sizes == [(1600, 900), (3200, 1800)]


def test_the_theme_asked_for_is_the_paper(article: Path) -> None:
    assert b'fill="#14161a"' in drawn(article, "--theme", "dark")


@pytest.mark.parametrize(("what", "name"), [("kind", "Accord"), ("actor", "Egypt"), ("place", "Khartoum")])
def test_lanes_are_of_what_is_asked_for(article: Path, what: str, name: str) -> None:
    assert f">{name}</text>".encode() in drawn(article, "--lanes", what)


def test_order_and_mode_reach_the_picture(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    monkeypatch.setattr("timeline.cli.saving.made", lambda frame, ending, style, zoom: seen.append(style) or b"x")
    drawn(article, "--order", "count", "--mode", "linear", "--lanes", "article")
    assert (seen[0].order, seen[0].mode, seen[0].lanes, seen[0].title) == ("count", "linear", "article", None)


def test_title_and_credit_stand_in_the_picture_and_empty_ones_do_not(article: Path) -> None:
    named = drawn(article, "--title", "Water & war", "--credit", "The desk")
    assert b"Water &amp; war" in named and b"The desk" in named
    bare = drawn(article, "--title", "", "--credit", "")
    assert b"Source" not in bare.partition(b"</desc>")[2]


@pytest.mark.parametrize(
    ("days", "dates"),
    [
        ((), ["2019-05-03", "2020-06", "2024-07-09"]),
        (("--from", "2020"), ["2020-06", "2024-07-09"]),
        (("--from", "2020-06-30"), ["2020-06", "2024-07-09"]),
        (("--from", "2020-07"), ["2024-07-09"]),
        (("--to", "2020-06"), ["2019-05-03", "2020-06"]),
        (("--from", "2020", "--to", "2020"), ["2020-06"]),
        (("--to", "2024-07-08"), ["2019-05-03", "2020-06"]),
    ],
)
def test_days_outside_are_left_out_of_every_format(article: Path, days: tuple[str, ...], dates: list[str]) -> None:
    rows = csv.DictReader(drawn(article, *days, ending="csv").decode("utf-8").splitlines())
    assert [row["edtf"] for row in rows] == dates
    assert f"{len(dates)} event" in drawn(article, *days).decode("utf-8")


def test_days_in_which_nothing_happened_are_told(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for out in ("svg", "csv", "xlsx", "png", "html"):
        drawn(article, "--from", "1900", "--to", "1901", ending=out)
        assert "None of the 3 events touches these days. Give another --from and --to" in capsys.readouterr().out
    drawn(article, "--to", "1901")
    assert main(["extract", str(article), "--from", "2030"]) == 0
    assert "None of the 3 events" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--size", "huge"], "'huge' is not known; have: screen, slide, 'A4 landscape', 'A4 portrait', square, column"),
        (["--theme", "pink"], "'pink' is not known; have: light, dark"),
        (["--lanes", "colour"], "'colour' is not known; have: kind, actor, place, article, none"),
        (["--order", "last"], "'last' is not known; have: first, count"),
        (["--mode", "log"], "'log' is not known; have: eras, linear"),
        (["--zoom", "9"], "'9' cannot be drawn; give a number from 0.25 to 4"),
        (["--zoom", "nan"], "'nan' cannot be drawn"),
        (["--from", "soon"], "'soon' is no date; write 2021, 2021-03 or 2021-03-24"),
        (["--to", "2021-02-30"], "'2021-02-30' is no date"),
        (["--from", "2021", "--to", "2020"], "--to ends before --from (2021-01-01) has begun"),
        (["--theme", "dark", "-o", "x.csv"], "a file that ends in .csv has none. Save as .png, .svg, .pdf, .html, or leave --theme out"),
        (["--zoom", "2", "-o", "x.svg"], "Save as .png, or leave --zoom out"),
        (["--title", "x"], "none is drawn without --out. Save as .png"),
    ],
)
def test_wrong_values_are_told_with_what_is_allowed(options: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code = main(["extract", "README.md", *options])
    except SystemExit as stopped:
        code = stopped.code  # type: ignore[assignment]
    said = capsys.readouterr().err
    assert code == 2 and words in said and said.count("\n") == 1


def test_every_option_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["extract", "--help"])
    shown = " ".join(capsys.readouterr().out.split())
    for option in ("--size", "--theme", "--lanes", "--order", "--mode", "--title", "--credit", "--zoom", "--from", "--to"):
        assert re.search(rf"{option} [A-Z]+ \S+", shown.partition("which days")[2]), option


def test_a_pdf_that_cannot_be_made_is_told_before_anything_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("timeline.cli.saving.lacking", lambda ending: "a PDF needs a browser." if ending == "pdf" else "")
    assert main(["extract", "no-such-file.txt", "-o", "x.pdf"]) == 2
    assert "cannot save as 'x.pdf': a PDF needs a browser." in capsys.readouterr().err


def test_files_of_one_name_are_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = []
    for folder in ("monday", "tuesday"):
        (tmp_path / folder / "desk").mkdir(parents=True)
        path = tmp_path / folder / "desk" / "report.txt"
        path.write_text(f"Egypt and Sudan signed a water accord on 3 May 2019. On {folder} last month they met.", encoding="utf-8")
        names.append(str(path))
    other = tmp_path / "other.txt"
    other.write_text("Ghana and Togo opened talks on 9 July 2024.", encoding="utf-8")
    assert main(["extract", *names, str(other)]) == 0
    shown = capsys.readouterr().out
    for words in ("monday/desk/report.txt (day", "tuesday/desk/report.txt (day", "\nother.txt (day", "monday/desk/report.txt: No day"):
        assert words in shown
    assert str(tmp_path) not in shown


def test_a_file_given_twice_is_read_once(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(article), str(article.parent / "." / article.name), str(article)]) == 0
    assert capsys.readouterr().out.count("three.txt (day") == 1


def test_two_articles_of_one_title_are_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = []
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"Title: Peace at last\n\nOn 3 May 2019 {name} met Egypt.", encoding="utf-8")
        names.append(str(tmp_path / name))
    main(["extract", *names])
    shown = capsys.readouterr().out
    assert "Peace at last – a.txt (day" in shown and "Peace at last – b.txt (day" in shown
