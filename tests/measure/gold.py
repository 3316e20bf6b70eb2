"""The gold that the program is measured against: our own texts, and annotated corpora where a folder of them is there."""

import datetime as dt
import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "data" / "gold"


@dataclass(frozen=True, slots=True)
class Marked:
    """A gold expression. `values` are the TIMEX3 values that are right, the best first; `type` is empty where the gold names none."""

    start: int
    stop: int
    type: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text with its gold expressions in their order."""

    name: str
    text: str
    published: dt.date | None
    marked: tuple[Marked, ...]
    narrative: bool | None = None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with the events that a careful reader finds in it, as `data/gold/articles/README.md` tells."""

    name: str
    text: str
    published: dt.date
    events: tuple[dict[str, Any], ...]
    never: tuple[str, ...]


def corpora() -> Path:
    """Where the annotated corpora lie, if anywhere: in TIMELINE_CORPORA, else in `shared/corpora` beside the project."""
    told = os.environ.get("TIMELINE_CORPORA")
    return Path(told) if told else ROOT.parent / "shared" / "corpora"


def timeml_files(folder: Path) -> list[Path]:
    """The TimeML files below a folder, in the order of their names."""
    return sorted((path for path in folder.rglob("*.tml")), key=str)


def flat(element: ElementTree.Element) -> tuple[str, list[tuple[int, int, ElementTree.Element]]]:
    """The text below an element, and every element in it with the characters that it covers."""
    pieces: list[str] = []
    covered: list[tuple[int, int, ElementTree.Element]] = []

    def put(words: str | None) -> int:
        pieces.append(words or "")
        return len(pieces[-1])

    def take(node: ElementTree.Element, start: int) -> int:
        at = start + put(node.text)
        for child in node:
            at = take(child, at)
            at += put(child.tail)
        covered.append((start, at, node))
        return at

    take(element, 0)
    return "".join(pieces), covered


def parsed(path: Path) -> tuple[str, list[tuple[int, int, ElementTree.Element]], dt.date | None]:
    """A TimeML file as its text, the elements in it with their places, and its day of publication."""
    root = ElementTree.parse(path).getroot()
    body = root.find("TEXT")
    if body is None:
        raise ValueError(f"{path} has no TEXT element, so it is no TimeML")
    in_head = root.findall("DCT//TIMEX3")
    made = [timex for timex in root.iter("TIMEX3") if timex.get("functionInDocument") == "CREATION_TIME"]
    stamps = [timex.get("value", "") for timex in [*in_head, *made]]
    day = re.match(r"\d{4}-\d\d-\d\d", stamps[0]) if stamps else None
    return *flat(body), dt.date.fromisoformat(day[0]) if day else None


def trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    """A span without the blanks at its ends."""
    words = text[start:stop]
    return start + len(words) - len(words.lstrip()), stop - len(words) + len(words.rstrip())


def timeml(path: Path) -> GoldText:
    """A TimeML file with its time expressions."""
    text, covered, published = parsed(path)
    marked = []
    for start, stop, element in covered:
        if element.tag == "TIMEX3" and text[start:stop].strip():
            marked.append(Marked(*trimmed(text, start, stop), element.get("type", ""), (element.get("value", ""),)))
    return GoldText(path.name, text, published, tuple(sorted(marked, key=lambda m: (m.start, m.stop, m.type, m.values))))


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of one file of our own gold sentences: `dates` or `traps`."""
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def located(row: dict[str, Any]) -> list[tuple[int, int, str, str | None]]:
    """The expressions marked in a row with their places: start, stop, values, dates, as they are written."""
    found, at = [], 0
    for surface, value, when in row["timexes"]:
        start = row["text"].index(surface, at)
        at = start + len(surface)
        found.append((start, at, value, when))
    return found


def sentences(name: str, half: str) -> list[GoldText]:
    """One half of our own gold sentences."""
    return [
        GoldText(
            f"{name} {n}",
            row["text"],
            published_of(row),
            tuple(Marked(start, stop, "", tuple(value.split("|"))) for start, stop, value, _ in located(row)),
            row.get("narrative"),
        )
        for n, row in enumerate(rows(name))
        if row["half"] == half
    ]


def published_of(row: dict[str, Any]) -> dt.date | None:
    """The day of publication of a row, if it has one."""
    return dt.date.fromisoformat(row["published"]) if row["published"] else None


def halves() -> dict[str, tuple[str, ...]]:
    """The names of our gold articles by half, from the table in their README."""
    readme = (GOLD / "articles" / "README.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| (tuning|held-out|seeds \(tuning\)) \| (.+) \|$", readme, re.MULTILINE)
    return {half.split(" ")[0]: tuple(re.findall(r"`([\w-]+)`", names)) for half, names in table}


def articles(names: Sequence[str]) -> list[GoldArticle]:
    """Our gold articles of these names; the text of a seed is that of its folder."""
    return [_article(name) for name in names]


def _article(name: str) -> GoldArticle:
    gold = json.loads((GOLD / "articles" / f"{name}.json").read_text(encoding="utf-8"))
    beside = GOLD / "articles" / f"{name}.txt"
    text = (beside if beside.exists() else ROOT / "seeds" / name / "article.txt").read_text(encoding="utf-8")
    return GoldArticle(name, text, dt.date.fromisoformat(gold["published"]), tuple(gold["events"]), tuple(gold.get("never", ())))
