"""The hand-made gold parses, points at words that stand in its texts, and keeps its halves even."""

import datetime as dt
import json
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from timeline.dates.datespan import DateSpan
from timeline.events.event import KINDS, STATUSES

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "data" / "gold"
SEEDS = sorted(folder for folder in (ROOT / "seeds").iterdir() if folder.is_dir())
ARTICLES = sorted((GOLD / "articles").glob("*.json"))
STORIES = sorted((GOLD / "merging").glob("*.json"))
SENTENCES = ("traps.jsonl", "dates.jsonl")
VALUE = re.compile(
    r"\d{2,3}|\d{4}(-\d\d(-\d\d)?)?|\d{4}-(Q[1-4]|H[12]|SP|SU|FA|WI)|\d{4}-W\d\d(-WE)?"  # calendar
    r"|\d{4}-\d\d-\d\dT(\d\d:\d\dZ?|XX:XX|MO|MI|AF|EV|NI|DT)"  # times of day
    r"|BC\d{4}"
    r"|XXXX-(\d\d|\d\d-\d\d|XX-XX(T(MO|AF|EV|NI))?|WXX-\d|SP|SU|FA|WI)"  # years unsaid, sets
    r"|PT?(\d+(\.\d+)?|X)(Y|M|W|D|H|DE|E|CE|C|Q)(\d+M)?|P10XY|(PAST|PRESENT|FUTURE)_REF"
    r"|\d{4}(-\d\d(-\d\d)?)?/\d{4}(-\d\d(-\d\d)?)?"  # named periods and terms
)


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of a JSONL file of `data/gold`."""
    return [json.loads(line) for line in (GOLD / name).read_text("utf-8").splitlines()]


def text_of(gold: Path) -> str:
    """The article that a gold file speaks of: beside it, or in the seed of its name."""
    beside = gold.with_suffix(".txt")
    return (beside if beside.exists() else ROOT / "seeds" / gold.stem / "article.txt").read_text("utf-8")


def held_out() -> dict[str, str]:
    """The half of each article, read from the table in the README."""
    readme = (GOLD / "articles" / "README.md").read_text("utf-8")
    table = re.findall(r"^\| (tuning|held-out|seeds \(tuning\)) \| (.+) \|$", readme, re.M)
    return {name: half for half, names in table for name in re.findall(r"`([\w-]+)`", names)}


@pytest.mark.parametrize(("name", "least"), [("traps.jsonl", 400), ("dates.jsonl", 500)])
def test_there_are_enough_sentences_and_none_twice(name: str, least: int) -> None:
    texts = [(row["text"], row["published"]) for row in rows(name)]
    assert len(texts) >= least
    assert [text for text, count in Counter(texts).items() if count > 1] == []


@pytest.mark.parametrize("name", SENTENCES)
def test_a_row_has_the_agreed_fields(name: str) -> None:
    for row in rows(name):
        assert set(row) - {"narrative"} == {"text", "published", "timexes", "class", "half"}, row
        assert row["published"] is None or dt.date.fromisoformat(row["published"])
        assert row["class"] and row["half"] in ("tuning", "held-out")


@pytest.mark.parametrize("name", SENTENCES)
def test_surfaces_stand_in_their_text_one_after_another(name: str) -> None:
    for row in rows(name):
        cursor = 0
        for surface, _, _ in row["timexes"]:
            found = row["text"].find(surface, cursor)
            assert found >= 0, (surface, row["text"])
            assert surface == surface.strip(), surface
            cursor = found + len(surface)


@pytest.mark.parametrize("name", SENTENCES)
def test_values_are_those_of_timex3_and_dates_are_edtf(name: str) -> None:
    for row in rows(name):
        for surface, value, when in row["timexes"]:
            assert [one for one in value.split("|") if not VALUE.fullmatch(one)] == [], (surface, value)
            for one in (when or "null").split("|"):
                assert one == "null" or DateSpan.from_edtf(one), (surface, when)


@pytest.mark.parametrize("name", SENTENCES)
def test_the_halves_are_even_in_all_and_within_each_class(name: str) -> None:
    halves = Counter((row["class"], row["half"]) for row in rows(name))
    for each in {row["class"] for row in rows(name)}:
        assert abs(halves[each, "tuning"] - halves[each, "held-out"]) <= 1, each
    total = Counter(row["half"] for row in rows(name))
    assert abs(total["tuning"] - total["held-out"]) <= len(halves) // 4


def test_most_traps_must_give_nothing() -> None:
    empty = sum(not row["timexes"] for row in rows("traps.jsonl"))
    assert empty > len(rows("traps.jsonl")) / 2


def test_every_date_sentence_holds_a_date_expression() -> None:
    assert [row["text"] for row in rows("dates.jsonl") if not row["timexes"]] == []


def test_counts_in_the_readme_are_those_of_the_files() -> None:
    readme = (GOLD / "README.md").read_text("utf-8")
    for name in SENTENCES:
        found = rows(name)
        marked = sum(len(row["timexes"]) for row in found)
        assert f"| `{name}` | {len(found)} | {marked} | {sum(not row['timexes'] for row in found)} |" in readme


@pytest.mark.parametrize("gold", ARTICLES, ids=lambda path: path.stem)
def test_an_article_gold_is_in_the_agreed_form(gold: Path) -> None:
    text, whole = text_of(gold), json.loads(gold.read_text("utf-8"))
    assert dt.date.fromisoformat(whole["published"])
    assert 5 <= sum(event["core"] for event in whole["events"])
    for event in whole["events"]:
        assert event["status"] in STATUSES and set(event["kind"]) <= set(KINDS) and event["kind"] != [""], event
        assert event["expression"] in text, event["expression"]
        assert event["words"] and event["title"]
        assert event["words"] + event["title"] == [word.lower() for word in event["words"] + event["title"]]
        assert not (event["core"] and event["status"] == "negated"), event


@pytest.mark.parametrize("gold", ARTICLES, ids=lambda path: path.stem)
def test_the_words_of_an_event_stand_together_in_one_paragraph(gold: Path) -> None:
    paragraphs = [paragraph.lower() for paragraph in re.split(r"\n\s*\n", text_of(gold))]
    for event in json.loads(gold.read_text("utf-8"))["events"]:
        assert any(all(word in paragraph for word in event["words"]) for paragraph in paragraphs), event


@pytest.mark.parametrize("gold", ARTICLES, ids=lambda path: path.stem)
def test_accepted_spans_are_half_open_days(gold: Path) -> None:
    for event in json.loads(gold.read_text("utf-8"))["events"]:
        assert event["when"]
        for span in event["when"]:
            start, stop = (None if end == ".." else dt.date.fromisoformat(end) for end in span.split("/"))
            assert start or stop
            assert not (start and stop) or start < stop, span


def test_every_article_has_a_half_and_as_many_are_held_out_as_not() -> None:
    halves = held_out()
    assert set(halves) == {path.stem for path in ARTICLES}
    assert Counter(halves.values()) == {"tuning": 29, "held-out": 29, "seeds (tuning)": 5}


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_every_mention_to_be_merged_points_at_words_that_stand_once_in_its_article(story: Path) -> None:
    gold = json.loads(story.read_text("utf-8"))
    assert all(dt.date.fromisoformat(day) for day in gold["published"].values())
    mentions = [tuple(mention) for group in gold["groups"] for mention in group["mentions"]]
    assert len(set(mentions)) == len(mentions)
    assert {article for article, _ in mentions} == set(gold["published"])
    for article, words in mentions:
        assert story.with_name(f"{article}.txt").read_text("utf-8").count(words) == 1, (article, words)


def test_there_are_enough_groups_half_of_them_look_alikes_and_even_halves() -> None:
    stories = [json.loads(story.read_text("utf-8")) for story in STORIES]
    groups = [group for gold in stories for group in gold["groups"]]
    assert len(groups) >= 60 and 2 * sum("look-alike" in group for group in groups) >= len(groups)
    assert len({group["event"] for group in groups}) == len(groups)
    assert sum(len(gold["published"]) for gold in stories) == len(list((GOLD / "merging").glob("*.txt"))) == 42
    assert Counter(gold["half"] for gold in stories) == {"tuning": 8, "held-out": 8}
    readme = (GOLD / "merging" / "README.md").read_text("utf-8")
    assert f"{len(groups)} groups" in readme
    assert f"{sum('look-alike' in group for group in groups)} of the groups are look-alikes" in readme
    table = dict(re.findall(r"^\| (tuning|held-out) \| (.+) \|$", readme, re.M))
    assert all(f"`{story.stem}`" in table[gold["half"]] for story, gold in zip(STORIES, stories, strict=True))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)
def test_a_seed_is_complete_and_of_the_right_length(seed: Path) -> None:
    about = tomllib.loads((seed / "article.toml").read_text("utf-8"))
    assert set(about) == {"title", "published", "source", "url", "summary", "style"}
    assert type(about["published"]) is dt.date
    assert 200 <= len((seed / "article.txt").read_text("utf-8").split()) <= 700
    gold = json.loads((GOLD / "articles" / f"{seed.name}.json").read_text("utf-8"))
    assert gold["published"] == about["published"].isoformat()


def test_no_text_of_ours_shares_eight_words_in_a_row_with_the_shared_texts() -> None:
    shared = ROOT.parent / "shared"
    if not shared.is_dir():
        pytest.skip("no folder ../shared beside the project: the comparison with its texts was NOT made")
    theirs = {run for path in [*shared.rglob("*.txt"), *shared.rglob("*.tml")] for run in runs(path.read_text("utf-8", "replace"))}
    ours = {path.stem: path.read_text("utf-8") for path in (GOLD / "merging").glob("*.txt")}
    ours |= {path.stem: text_of(path) for path in ARTICLES} | {name: "\n\n".join(row["text"] for row in rows(name)) for name in SENTENCES}
    assert {name: sorted(runs(text) & theirs) for name, text in ours.items() if runs(text) & theirs} == {}


def runs(text: str) -> set[str]:
    """Every eight words in a row, in lower case, without markup and punctuation."""
    words = re.findall(r"\w+", re.sub(r"<[^>]*>", "", text).lower())
    return {" ".join(words[at : at + 8]) for at in range(len(words) - 7)}
