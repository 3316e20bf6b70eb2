"""Where dates disagree, every view shows both, each with its quote and source."""

import html
import pathlib

import pandas as pd
import pytest

import timeline
from timeline.cli import main
from timeline.drawing.export import to_html, to_markdown
from timeline.page.card import told

TEXTS = {
    "one.txt": "Finland enters NATO\n\nFinland joined NATO on 4 April 2023 as its 31st member.\n",
    "two.txt": "Chronicle\n\nFinland joined NATO on 4 April 2023 as its 31st member. Sweden waited.\n",
    "three.txt": "Nordic notes\n\nOn 5 April 2023 Finland joined NATO as its 31st member.\n",
}
QUOTES = ("Finland joined NATO on 4 April 2023 as its 31st member.", "On 5 April 2023 Finland joined NATO as its 31st member.")


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    found = timeline.merge(timeline.to_frame(timeline.read(timeline.Article(text, source=name)) for name, text in TEXTS.items()))
    assert (len(found), found.edtf[0], found.conflict[0]) == (1, "2023-04-04", True)
    return found


def shows_both(text: str) -> bool:
    return all(words in text for words in (*QUOTES, "4 April 2023", "5 April 2023", "three.txt"))


def test_the_listing_in_a_terminal(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert main(["extract", *(str(tmp_path / name) for name in TEXTS)]) == 0
    text = " ".join(capsys.readouterr().out.split())
    assert shows_both(text) and "dates disagree" in text and "three.txt · 5 April 2023 (another date): " in text


def test_markdown(frame: pd.DataFrame) -> None:
    text = to_markdown(frame).decode("utf-8").replace("\\", "")
    assert shows_both(text) and text.count("\n  > ") == 2


def test_markdown_without_a_conflict_has_one_quote(frame: pd.DataFrame) -> None:
    assert to_markdown(frame.assign(conflict=False)).decode("utf-8").count("\n  > ") == 1


def test_the_file_for_a_browser(frame: pd.DataFrame) -> None:
    text = html.unescape(to_html(frame).decode("utf-8"))
    assert shows_both(text.replace("<mark>", "").replace("</mark>", "")) and "(another date)" in text


def test_the_card_of_the_page(frame: pd.DataFrame) -> None:
    (row,) = ({str(name): value for name, value in row.items()} for row in frame.to_dict("records"))
    card = told(row, None)
    assert card["date"] == "4 April 2023" and ("Told by", "3 articles, dates disagree") in card["facts"]
    assert [(other["text"], other["by"]) for other in card["others"] if not other["agrees"]] == [
        (QUOTES[1], "three.txt · 5 April 2023 (another date)")
    ]
