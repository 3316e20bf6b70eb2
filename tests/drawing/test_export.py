"""Files hold the whole table, give the same bytes again, and can do no harm where they are opened."""

import base64
import csv
import datetime as dt
import hashlib
import html
import io
import json
import re
import zlib
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pandas.testing import assert_frame_equal

from tests.drawing.events import ROWS, table
from timeline.dates.grain import GRAINS
from timeline.dates.timex import CERTAINTIES
from timeline.drawing import escape
from timeline.drawing.export import from_csv, from_json, to_csv, to_html, to_json, to_markdown
from timeline.drawing.style import Style
from timeline.drawing.timelinejs import to_timelinejs
from timeline.errors import UnreadableSource
from timeline.events.event import KINDS, STATUSES
from timeline.table.columns import COLUMNS
from timeline.table.frame import extract
from timeline.table.merge import merge

NASTY = "</script><img src=x onerror=alert(1)>\"'&<b>=1+1"


@pytest.mark.parametrize("export", [to_csv, to_json, to_html, to_markdown, to_timelinejs])
def test_the_same_table_gives_the_same_bytes(export):
    assert export(table()) == export(table())


def test_csv_has_all_columns_and_a_line_for_each_event():
    rows = list(csv.reader(io.StringIO(to_csv(table()).decode("utf-8"), newline="")))
    assert rows[0] == [column.name for column in COLUMNS]
    assert len(rows) == 1 + len(table())


def test_csv_leaves_open_ends_and_absent_days_empty():
    frame = table([("2022-02/..", "A", "other", "", "", 0.5)])
    row = next(csv.DictReader(io.StringIO(to_csv(frame).decode("utf-8"), newline="")))
    assert (row["start"], row["stop"], row["conflict"], row["score"]) == ("2022-02-01", "", "false", "0.5")


@settings(max_examples=50)
@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_csv_cells_start_no_formula_and_come_back_as_they_were(title):
    frame = table([("2022-02", title, "other", "", "", 0.5)])
    row = next(csv.DictReader(io.StringIO(to_csv(frame).decode("utf-8"), newline="")))
    assert not row["title"].startswith(("=", "+", "-", "@", "\t", "\r"))
    assert not row["title"].strip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert escape.cell_back(row["title"]) == title


@settings(max_examples=50)
@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_json_holds_every_value_as_it_is(title):
    frame = table([("2022-02/..", title, "other", "", "", 0.1)])
    found = json.loads(to_json(frame))
    assert found["columns"] == [column.name for column in COLUMNS]
    event = found["events"][0]
    assert (event["title"], event["start"], event["stop"], event["score"], event["conflict"]) == (title, "2022-02-01", None, 0.1, False)


def test_columns_of_ones_own_are_exported_too():
    frame = table().assign(x_note="=danger")
    assert b"'=danger" in to_csv(frame)
    assert json.loads(to_json(frame))["events"][0]["x_note"] == "=danger"


def unpacked(page, name):
    packed = re.search(rf'id="{name}">([^<]*)</script>', page)[1]
    return zlib.decompress(base64.b64decode(packed)).decode("utf-8")


def test_html_is_small_whole_and_names_no_outside_address_but_sources():
    page = to_html(table()).decode("utf-8")
    assert len(page) <= 2_200_000
    assert not re.search(r"(src|href)=[\"'](?!https://news\.example/1|data:)", page.partition('id="data"')[0])
    assert "url(http" not in page


def test_html_runs_only_the_two_scripts_whose_hashes_it_names():
    page = to_html(table()).decode("utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    assert policy.startswith("default-src 'none'; script-src 'sha256-") and "unsafe-eval" not in policy
    boot = re.search(r"<script>(.*?)</script>", page, re.DOTALL)[1]
    for code in (boot, unpacked(page, "plotly")):
        assert base64.b64encode(hashlib.sha256(code.encode("utf-8")).digest()).decode() in policy


def test_html_shows_every_event_in_its_table_with_the_date_words_marked():
    page = to_html(table()).decode("utf-8")
    assert page.count("<tr data-n=") == len(table())
    assert page.count("<mark>") == len(table())


def test_html_shows_who_else_tells_an_event_and_that_dates_disagree():
    said = [{"date": "2023-04-04", "source": "Monday"}, {"date": "2023-04-05", "source": NASTY}]
    rows = [(one["date"], "Osterland joins the alliance of the coast", "accord", "Osterland; Varania", "", 0.5) for one in said]
    frame = table(rows)
    frame["article_id"], frame["source"] = ["a1", "a2"], [one["source"] for one in said]
    page = to_html(merge(frame)).decode("utf-8")
    (event,) = json.loads(unpacked(page, "data"))["events"]
    assert event["date"] == "4 April 2023 (?)" and event["articles"] == "2 articles, dates disagree"
    (other,) = event["others"]
    assert other["by"] == f"{escape.label(NASTY)} · 5 April 2023 (another date)" and "2023-04-05" in other["text"]
    assert "2 articles, dates disagree</span>" in page


def test_hostile_words_stay_words_in_html():
    row = (
        "2022-02",
        NASTY,
        "other",
        NASTY,
        NASTY,
        0.5,
        {"sentence": NASTY, "expression": "<b>", "url": "javascript:alert(1)", "source": NASTY},
    )
    page = to_html(table([row], source=NASTY), Style(title=NASTY, credit=NASTY)).decode("utf-8")
    assert "<img" not in page.replace("<image", "") and "javascript:" not in page
    assert page.count("<script") == 3
    data = unpacked(page, "data")
    assert "<" not in data and json.loads(data)["events"][0]["title"] == escape.label(NASTY)


def test_an_empty_table_exports_in_every_format():
    frame = table([])
    assert json.loads(to_json(frame))["events"] == []
    assert to_csv(frame).count(b"\r\n") == 1
    assert "No event with a date was found" in to_html(frame).decode("utf-8")


@pytest.mark.parametrize(("write", "read"), [(to_csv, from_csv), (to_json, from_json)])
@pytest.mark.parametrize("rows", [ROWS, ()], ids=["example", "empty"])
def test_a_table_reads_back_equal(write, read, rows):
    frame = table(rows)
    assert_frame_equal(read(write(frame)), frame)


LETTERS = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("=+-@'＝\t\r\n,;\"\\\x00\ufeff\u202e\u2028")), max_size=60)
TOLD = st.fixed_dictionaries({
    "start": st.none() | st.dates(), "grain": st.sampled_from(GRAINS), "certainty": st.sampled_from(CERTAINTIES),
    "status": st.sampled_from(STATUSES), "kind": st.sampled_from(KINDS), "score": st.floats(0, 1), "approximate": st.booleans(),
    "conflict": st.booleans(), "published": st.none() | st.dates(), "char_start": st.integers(0, 10**9), "n_sources": st.integers(1, 99),
    "title": LETTERS, "sentence": LETTERS, "source": LETTERS, "url": LETTERS, "actors": LETTERS, "expression": LETTERS,
    "mentions": st.lists(st.dictionaries(LETTERS, LETTERS, max_size=3), max_size=3).map(json.dumps),
})  # fmt: skip


def told(found):
    """A table of rows as hypothesis has made them: any day from 0001 to 9999, either end open, and hostile words."""
    rows = []
    for each in found:
        start = each["start"]
        stop = None if start is None or start > dt.date(9000, 1, 1) else start + dt.timedelta(days=each["n_sources"])
        ends = {"start": start, "stop": dt.date(2022, 2, 2) if start is None else stop, "char_stop": each["char_start"] + 5}
        rows.append(("2022-02", "", "other", "", "", 0.5, {**each, **ends}))
    return table(rows)


@settings(max_examples=30)
@given(st.lists(TOLD, max_size=6))
def test_any_table_reads_back_equal(found):
    frame = told(found)
    assert_frame_equal(from_csv(to_csv(frame)), frame)
    assert_frame_equal(from_json(to_json(frame)), frame)


@pytest.mark.soak
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(TOLD, min_size=1, max_size=40))
def test_a_thousand_rows_read_back_equal(found):
    frame = told((found * 1000)[:1000])
    assert_frame_equal(from_csv(to_csv(frame)), frame)
    assert_frame_equal(from_json(to_json(frame)), frame)


def test_own_columns_read_back_too():
    frame = table().assign(x_note="=danger")
    assert from_csv(to_csv(frame))["x_note"].tolist() == from_json(to_json(frame))["x_note"].tolist() == ["=danger"] * len(frame)


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"a,b\r\n1,2\r\n", b"\xff\xfe", b'{"format": "other", "version": 1}', b'"unclosed'])
def test_other_files_are_refused_with_what_would_be_right(data):
    for read in (from_csv, from_json):
        with pytest.raises(UnreadableSource, match="written by"):
            read(data)


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2025-01-17", {"year": 2025, "month": 1, "day": 17}, None),
        ("2022-02", {"year": 2022, "month": 2}, None),
        ("2001", {"year": 2001}, None),
        ("17XX", {"year": 1700}, {"year": 1799}),
        ("2022-22", {"year": 2022, "month": 6}, {"year": 2022, "month": 8}),
        ("2025-01-13/2025-01-19", {"year": 2025, "month": 1, "day": 13}, {"year": 2025, "month": 1, "day": 19}),
        ("2022-06-24/2022-06-26", {"year": 2022, "month": 6, "day": 24}, {"year": 2022, "month": 6, "day": 26}),
        ("2022-02/..", {"year": 2022, "month": 2}, None),
        ("../2024", {"year": 2024}, None),
    ],
)
def test_timelinejs_gets_no_part_of_a_date_that_is_not_known(edtf, start, end):
    slide = json.loads(to_timelinejs(table([(edtf, "A", "other", "", "", 0.5)])))["events"][0]
    assert (slide["start_date"], slide.get("end_date")) == (start, end)


def test_timelinejs_gets_words_it_cannot_run():
    row = ("2022-02", NASTY, "other", "", "", 0.5, {"sentence": NASTY, "url": "javascript:alert(1)"})
    text = to_timelinejs(table([row], source=NASTY)).decode("utf-8")
    assert "<img" not in text and "<script" not in text and "javascript:" not in text


def test_timelinejs_tells_what_is_no_fact_and_who_gives_another_date():
    words = ("Osterland joins the alliance of the coast", "accord", "Osterland; Varania", "", 0.5)
    frame = table([(day, *words, {"url": f"https://news.example/{day}"}) for day in ("2023-04-04", "2023-04-05")])
    frame["article_id"], frame["source"] = ["a1", "a2"], ["Monday", "Tuesday"]
    (slide,) = json.loads(to_timelinejs(merge(frame)))["events"]
    assert slide["display_date"] == "4 April 2023 (?)"
    assert '<a href="https://news.example/2023-04-05">Tuesday · 5 April 2023 (another date)</a>: Osterland' in slide["text"]["text"]
    slides = json.loads(to_timelinejs(table([("2023", "A", "other", "", "", 0.5, {"status": word}) for word in STATUSES])))["events"]
    assert [slide["text"]["headline"] for slide in slides] == ["A", *(f"A ({word})" for word in STATUSES if word != "happened")]


def test_markdown_tells_date_title_sentence_and_source():
    text = to_markdown(table()).decode("utf-8")
    assert text.count("\n- **") == len(table()) - 1
    assert "**17 January 2025** Osterland and Varania sign a strategic treaty" in text
    assert "[Coastal Courier](<https://news.example/1>)" in text


def test_timelinejs_makes_no_link_of_an_address_in_words_and_starts_without_events():
    story = json.loads(to_timelinejs(table([("2022-02", "See http://evil.example", "other", "", "", 0.5)])))
    assert story["events"][0]["autolink"] is False
    assert json.loads(to_timelinejs(table([])))["title"]["text"]["headline"] == "No event with a date was found"


HOSTILE = (
    r"""
![x](http://evil.example/a.png)
<img src=http://evil.example/a.png>
[y](javascript:alert(1))
http://evil.example
www.evil.example
<http://evil.example>
[x]: http://evil.example
# x
1. x
- x
> x
```
&lt;b&gt;
| a | b |
---
===
~~x~~
$x$
\
<!-- x
*x*
__x__
""".split("\n")[1:-1]
    + ["    code", "a  \n\nb"]
)


@pytest.mark.parametrize("words", HOSTILE)
def test_markdown_renders_words_as_words(words):
    row = ("2022-02", words, "other", "", "", 0.5, {"sentence": words, "url": "https://news.example/1", "conflict": True})
    frame = table([row, ("2023", "B", "other", "", "", 0.5, {"url": "http://x/\\"})], source=words)
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(to_markdown(frame).decode("utf-8"))
    assert re.findall(r"<(\w+)", shown).count("li") == 2
    assert set(re.findall(r"<(\w+)", shown)) <= {"ul", "li", "strong", "blockquote", "p", "a", "br"}
    assert set(re.findall(r'="([^"]*)"', shown)) <= {"https://news.example/1", "http://x/%5C"}
    assert html.unescape(re.sub(r"<[^>]*>", "", shown)).count(escape.label(words)) >= 3


def test_markdown_words_make_no_link_picture_or_tag():
    words = "![x](http://evil.example/a.png) <b> [y](z) `c`"
    text = to_markdown(table([("2022-02", words, "other", "", "", 0.5, {"sentence": words, "url": ""})], source=words)).decode("utf-8")
    assert "![" not in text and "](" not in text and "<b>" not in text.replace("\\<b\\>", "")


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda text: text.replace("event_id", "eventid", 1), "it has no column 'event_id'"),
        (lambda text: text.rstrip("\r\n") + ",more\r\n", "is damaged: row \\d+ has \\d+ cells, the first has \\d+"),
    ],
)
def test_a_table_in_csv_that_is_not_ours_or_damaged_is_told(damage: Callable[[str], str], words: str) -> None:
    text = to_csv(extract("Egypt and Sudan signed a water accord on 3 May 2019.")).decode("utf-8-sig")
    with pytest.raises(UnreadableSource, match=words):
        from_csv(damage(text).encode())
