"""The made archive: the same seed gives the same bytes, the gold stands in the texts, and the table keeps its promises."""

import datetime as dt
import json
import subprocess
import sys
from collections import Counter, defaultdict

import pytest

from tests.corpus.making import made, rows, write
from tests.corpus.making.deeds import DEEDS
from tests.corpus.making.measuring import measured
from timeline.events.event import KINDS
from timeline.table.columns import check


@pytest.fixture(scope="module")
def archive():
    return list(made(400, seed=3))


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path):
    for name, seed in (("one", 1), ("two", 1), ("three", 2)):
        write(60, tmp_path / name, seed, files=3, gz=True)
    one, two, three = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two", "three"))
    assert sorted(one) == ["articles-000.jsonl.gz", "articles-001.jsonl.gz", "articles-002.jsonl.gz", "gold.jsonl"]
    assert one == two
    assert all(one[name] != three[name] for name in one)


def test_the_command_writes_what_the_function_writes(tmp_path):
    command = [
        sys.executable,
        "-m",
        "tests.corpus.making",
        "20",
        "-o",
        str(tmp_path / "by"),
        "--seed",
        "4",
        "--files",
        "2",
        "--words",
        "300-500",
    ]
    subprocess.run(command, check=True)
    write(20, tmp_path / "of", 4, files=2, words=(300, 500))
    for path in (tmp_path / "of").iterdir():
        assert path.read_bytes() == (tmp_path / "by" / path.name).read_bytes()
    lines = (tmp_path / "by" / "articles-000.jsonl").read_text().splitlines()
    assert len(lines) == 10 and list(json.loads(lines[0])) == ["id", "date", "title", "source", "url", "text"]


def test_gold_stands_in_the_texts(archive):
    for article, gold in archive:
        assert gold
        for line in gold:
            sentence = article["text"][line["start_char"] : line["stop_char"]]
            assert sentence[0].isupper() or sentence[0].isdigit()
            assert sentence.endswith(".") and "{" not in sentence
            trigger = article["text"][line["trigger_start"] : line["trigger_stop"]]
            assert trigger and " " not in trigger.strip(" ").replace("air strike", "")
            assert line["start"] < line["stop"] and line["kind"] in KINDS


def test_articles_are_as_long_as_asked_and_a_fifth_to_a_third_of_their_sentences_tell_events(archive):
    lengths = [len(article["text"].split()) for article, _ in archive]
    assert 300 <= min(lengths) and max(lengths) <= 910
    sentences = sum(text.count(". ") + text.count(".\n") + text.count('" ') for text in (article["text"] for article, _ in archive))
    assert 0.2 < sum(len(gold) for _, gold in archive) / sentences < 0.35


def test_events_are_told_often_and_seldom_with_copies_contradictions_and_look_alikes(archive):
    told = Counter(key for _, gold in archive for key in {line["event"] for line in gold})
    assert min(told.values()) == 1 and 15 < max(told.values()) <= 60
    assert any(line["contradicts"] for _, gold in archive for line in gold)
    texts = Counter(article["text"] for article, _ in archive)
    assert max(texts.values()) >= 2
    alike = defaultdict(set)
    for _, gold in archive:
        for line in gold:
            if not line["contradicts"] and line["grain"] == "day":
                alike[line["kind"], frozenset(line["actors"]), line["start"]].add((line["event"], line["place"]))
    assert any(len({event for event, _ in events}) > 1 for events in alike.values())
    assert {line["kind"] for _, gold in archive for line in gold} == {deed.kind for deed in DEEDS}
    assert {"day", "month", "year"} == {line["grain"] for _, gold in archive for line in gold}


def test_no_two_events_are_told_in_the_same_words(archive):
    told = defaultdict(set)
    for article, gold in archive:
        for line in gold:
            if not line["contradicts"]:
                sentence = article["text"][line["start_char"] : line["stop_char"]]
                told[sentence, line["start"], line["stop"]].add(line["event"])
    assert sum(len(events) > 1 for events in told.values()) <= 2


def test_every_deed_has_six_wordings():
    assert len({deed.kind for deed in DEEDS}) >= 12
    assert all(len(deed.past) >= 6 for deed in DEEDS)


def test_what_is_planned_lies_after_its_article(archive):
    for article, gold in archive:
        for line in gold:
            assert (line["status"] == "planned") == (line["start"] > article["date"])


def test_rows_keep_the_promises_of_the_table():
    frame, keys = rows(3000, seed=5)
    check(frame)
    assert len(frame) == len(keys) == 3000
    assert frame["start"].is_monotonic_increasing
    assert 0.7 < (frame["grain"] == "day").mean() < 0.9
    again, same = rows(3000, seed=5)
    assert frame.equals(again) and keys == same
    first = json.loads(frame["mentions"][0])[0]
    assert first["title"] == frame["title"][0] and first["row"] == frame["event_id"][0]
    assert dt.date.fromisoformat(first["start"])


def test_the_program_finds_what_was_made():
    found = measured(12, seed=6)
    assert found["read recall"] > 97 and found["read precision"] > 95
    assert found["merge precision"] > 97
