"""Corrections by hand lie over what the machine read: they survive another reading, hide nothing for ever, and can be undone."""

import dataclasses
import datetime as dt
import json
import time
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table.test_merge import row, table
from timeline.article import Article
from timeline.drawing.export import from_csv, from_json, to_csv, to_json
from timeline.errors import BadDate, BadEdit, WrongKind
from timeline.events.event import KINDS, STATUSES
from timeline.table.columns import check
from timeline.table.correcting import addition, correction, hiding, joining, ordered, parting, settling
from timeline.table.edit import WHATS, Edit, edit_from_json
from timeline.table.edits import apply, as_read, both_orders, hidden, orphans
from timeline.table.frame import extract
from timeline.table.history import History, history_from_json, log, made, redone, undone
from timeline.table.merge import mentions, merge

ANNA: dict[str, Any] = {"by": "anna", "at": dt.datetime(2026, 11, 25, 10, 4)}
PUBLISHED = dt.date(2025, 1, 18)
TEXT = """A pact

Russia and Iran signed a treaty on Friday. In 1979 the shah fled. The two sides will meet in March 2025.
A bomb killed two people in Minsk on 3 May 2001. Nobody forgot the bombing. Peru joined the accord on 3/4/2019."""


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    return merge(extract(TEXT, PUBLISHED))


@pytest.fixture(scope="module")
def told_twice() -> pd.DataFrame:
    """Two events that two articles tell, and one of one article."""
    return merge(
        table(
            row("a", "2024-04-19", "Israel struck an air base near Isfahan", actors="Israel", places="Isfahan"),
            row("b", "2024-04-19", "Israeli jets bombed the base", actors="Israel; Iran", places="Iran"),
            row("a", "2024-04-01", "Israel bombed a consulate in Damascus", actors="Israel", places="Damascus"),
            row("c", "2020", "Peru held an election", "election", actors="Peru"),
        )
    )


def event(frame: pd.DataFrame, words: str) -> str:
    """The id of the event whose title holds these words."""
    (found,) = frame.event_id[frame.title.str.contains(words)]
    return str(found)


def cells(frame: pd.DataFrame, event_id: str) -> Any:
    (found,) = frame[frame.event_id == event_id].itertuples()
    return found


def told(frame: pd.DataFrame) -> set[str]:
    """The ids of all mentions."""
    return set(mentions(frame).mention_id) if len(frame) else set()


def test_without_edits_the_table_is_what_it_was(frame: pd.DataFrame) -> None:
    assert apply(frame, ()) is frame


@pytest.mark.parametrize(
    ("what", "words", "column", "value"),
    [
        ("title", "The shah  left Iran", "title", "The shah left Iran"),
        ("kind", "justice", "kind", "justice"),
        ("status", "alleged", "status", "alleged"),
        ("actors", "Iran;  Reza Pahlavi ; Iran", "actors", "Iran; Reza Pahlavi"),
        ("places", ["Tehran", "Cairo"], "places", "Tehran; Cairo"),
        ("actors", "", "actors", ""),
        ("date", "16 January 1979", "edtf", "1979-01-16"),
        ("date", "1979-01/1979-02", "edtf", "1979-01/1979-02"),
        ("date", "early 1979", "edtf", "1979-01~/1979-04~"),
        ("date", "since 1979", "edtf", "1979/.."),
    ],
)
def test_a_value_is_corrected_and_the_one_read_stays_visible(frame: pd.DataFrame, what: str, words: Any, column: str, value: str) -> None:
    event_id = event(frame, "shah")
    before = cells(frame, event_id)
    edited = apply(frame, [correction(frame, event_id, what, words, **ANNA)])
    after = cells(check(edited), event_id)
    assert getattr(after, column) == value
    assert json.loads(after.x_read)[column] == getattr(before, column)
    assert after.x_edited and after.score == before.score
    others = edited[edited.event_id != event_id]
    assert not others.x_edited.any() and set(others.x_read) == {""}


def test_a_date_by_hand_says_so_and_finds_its_place(frame: pd.DataFrame) -> None:
    event_id = event(frame, "shah")
    edited = apply(frame, [correction(frame, event_id, "date", "2030", **ANNA)])
    after = cells(edited, event_id)
    assert (after.rule, after.certainty, after.grain, after.approximate) == ("edit/date", "stated", "year", False)
    assert edited.event_id.iloc[-1] == event_id
    assert json.loads(after.x_read)["start"] == "1979-01-01"


def test_a_relative_date_counts_from_the_articles_day_of_publication(frame: pd.DataFrame) -> None:
    event_id = event(frame, "shah")
    after = cells(apply(frame, [correction(frame, event_id, "date", "last Friday", **ANNA)]), event_id)
    assert (after.edtf, after.certainty) == ("2025-01-17", "relative")


def test_the_same_value_again_is_no_change(frame: pd.DataFrame) -> None:
    event_id = event(frame, "shah")
    there = correction(frame, event_id, "title", "The shah left", **ANNA)
    back = correction(frame, event_id, "title", cells(frame, event_id).title, **ANNA)
    assert not apply(frame, [there, back]).x_edited.any()


def test_a_note_is_kept_beside_the_event(frame: pd.DataFrame) -> None:
    event_id = event(frame, "shah")
    after = cells(apply(frame, [correction(frame, event_id, "note", "ask Tehran", **ANNA)]), event_id)
    assert (after.x_note, after.x_edited) == ("ask Tehran", False)


def test_hidden_events_are_listed_and_come_back(frame: pd.DataFrame) -> None:
    event_id = event(frame, "shah")
    hide = hiding(frame, [event_id], **ANNA)
    assert event_id not in set(apply(frame, [hide]).event_id)
    gone = hidden(frame, [hide])
    assert list(gone.event_id) == [event_id]
    show = hiding(gone, [event_id], show=True, **ANNA)
    assert event_id in set(apply(frame, [hide, show]).event_id)
    assert hidden(frame, [hide, show]).empty


def test_an_added_event_is_proved_by_its_quote_or_says_that_it_was_added_by_hand(frame: pd.DataFrame) -> None:
    article = Article(TEXT, published=PUBLISHED, source="a.txt")
    quoted = addition("Nobody forgot", "May 2002", quote="Nobody forgot the bombing.", article=article, actors="Belarus", **ANNA)
    bare = addition("Peace came", "c. 1990", kind="accord", **ANNA)
    edited = check(apply(frame, [quoted, bare]))
    one, other = cells(edited, quoted.events[0]), cells(edited, bare.events[0])
    assert TEXT[one.char_start : one.char_stop] == one.sentence == "Nobody forgot the bombing."
    assert (one.article_id, one.source, one.n_sources, one.edtf) == (article.id, "a.txt", 1, "2002-05")
    assert (other.sentence, other.n_sources, other.kind, other.rule) == ("added by hand", 0, "accord", "edit/added")
    assert one.x_edited and other.x_edited
    assert apply(frame, [quoted, bare, bare]).equals(edited), "added once"


@pytest.mark.parametrize(("order", "edtf"), [("day first", "2019-04-03"), ("month first", "2019-03-04")])
def test_the_order_of_day_and_month_is_settled_for_an_event_or_an_article(frame: pd.DataFrame, order: str, edtf: str) -> None:
    event_id = event(frame, "Peru")
    before = cells(frame, event_id)
    assert before.certainty == "ambiguous"
    for edit in (settling(frame, order, event_id=event_id, **ANNA), settling(frame, order, article_id=before.article_id, **ANNA)):
        edited = apply(frame, [edit])
        after = cells(edited, event_id)
        assert (after.edtf, after.certainty, after.rule, after.approximate) == (edtf, "stated", "edit/order", False)
        assert edited.x_edited.sum() == 1


@pytest.mark.parametrize(("order", "days"), [("day first", ["2019-04-03", "2019-04-05"]), ("month first", ["2019-03-04", "2019-03-06"])])
def test_what_counts_from_a_day_moves_where_its_article_is_read_in_the_settled_order(order: str, days: list[str]) -> None:
    article = Article("A pact\n\nPeru joined the accord on 3/4/2019. Two days later rebels attacked Lima.", published=PUBLISHED)
    frame = merge(extract(article))
    edit = settling(frame, order, article_id=article.id, **ANNA)
    (again,) = ordered([article], [edit])
    read = merge(extract(again))
    assert list(read.edtf) == days and list(read.event_id) == list(frame.event_id)
    edited, patched = apply(read, [edit]), apply(frame, [edit])
    assert orphans(read, [edit]) == ()
    assert list(edited.edtf) == days
    told, same = (table.set_index("event_id").loc[event(frame, "Peru")].to_dict() for table in (edited, patched))
    assert as_read(told) == as_read(same) == [("date", "4 March or 3 April 2019")], "what was read without the order stays in sight"
    assert json.loads(told["x_read"]) == json.loads(same["x_read"])
    assert ordered([article], [hiding(frame, [frame.event_id[0]], **ANNA)]) == [article]


@pytest.mark.parametrize("words", ["3 April 2019", "2019-04-03", "03.04.2019", "4/4/2019", "2004-03-04"])
def test_a_date_that_was_never_open_is_no_change_where_the_order_is_settled(words: str) -> None:
    frame = merge(extract(Article(f"A pact\n\nPeru joined the accord on {words}.", published=PUBLISHED, day_first=True)))
    assert not apply(frame, [settling(frame, "day first", article_id=frame.article_id[0], **ANNA)]).x_edited.any()


def test_events_merged_by_hand_are_one_with_all_mentions(frame: pd.DataFrame) -> None:
    first, other = event(frame, "shah"), event(frame, "Minsk")
    edit = joining(frame, [first, other], **ANNA)
    edited = check(apply(frame, [edit]))
    assert len(edited) == len(frame) - 1
    after = cells(edited, first)
    assert after.title == cells(frame, first).title and after.conflict
    assert [each["event_id"] for each in json.loads(after.x_read)["merged"]] == [other]
    assert told(edited) == told(frame)


def test_what_was_merged_by_hand_and_is_split_again_keeps_the_corrections_of_its_parts(frame: pd.DataFrame) -> None:
    first, other = event(frame, "shah"), event(frame, "Minsk")
    edits = [correction(frame, other, "title", "A bomb in Minsk", **ANNA), joining(frame, [first, other], **ANNA)]
    edits.append(correction(apply(frame, edits), first, "title", "The shah left", **ANNA))
    edits.append(parting(apply(frame, edits), first, **ANNA))
    edited = check(apply(frame, edits))
    assert cells(edited, other).title == "A bomb in Minsk"
    assert cells(edited, first).title == "The shah left"
    assert told(edited) == told(frame)


def test_what_was_merged_by_hand_and_is_split_again_is_as_it_was_read(frame: pd.DataFrame) -> None:
    edits = [joining(frame, [event(frame, "shah"), event(frame, "Minsk")], **ANNA)]
    edits.append(parting(apply(frame, edits), event(frame, "shah"), **ANNA))
    edited = apply(frame, edits)
    assert not any(edited.x_read) and not any(edited.x_edited)
    pd.testing.assert_frame_equal(edited[list(frame.columns)].drop(columns="mentions"), frame.drop(columns="mentions"))
    assert list(map(json.loads, edited.mentions)) == list(map(json.loads, frame.mentions))


def test_a_pair_that_was_split_stays_split_when_it_is_read_again(told_twice: pd.DataFrame) -> None:
    (pair,) = told_twice.event_id[told_twice.n_sources == 2]
    edit = parting(told_twice, pair, **ANNA)
    edited = check(apply(told_twice, [edit]))
    assert len(edited) == len(told_twice) + 1 and set(edited.n_sources) == {1}
    third = row("d", "2024-04-19", "Israel attacked an air base near Isfahan", actors="Israel", places="Isfahan")
    again = merge(pd.concat([told_twice, table(third)]))
    assert max(again.n_sources) == 3
    edited = check(apply(again, [edit]))
    assert sorted(edited.n_sources) == [1, 1, 1, 2]
    assert told(edited) == told(again)


def test_a_pair_that_was_merged_stays_merged_when_the_article_that_spoke_is_gone(told_twice: pd.DataFrame) -> None:
    (pair,) = told_twice.event_id[told_twice.n_sources == 2]
    first = event(told_twice, "Damascus")
    edit = joining(told_twice, [first, pair], **ANNA)
    left = merge(pd.concat([told_twice[told_twice.event_id == first], table(*_rows_without(pair))]))
    assert pair not in told(left) and len(left) == 2
    for frame in (told_twice, left):
        assert len(apply(frame, [edit])) == len(frame) - 1
        assert orphans(frame, [edit]) == ()


def _rows_without(event_id: str) -> list[dict[str, Any]]:
    pair = [
        row("a", "2024-04-19", "Israel struck an air base near Isfahan", actors="Israel", places="Isfahan"),
        row("b", "2024-04-19", "Israeli jets bombed the base", actors="Israel; Iran", places="Iran"),
    ]
    return [cells for cells in pair if cells["event_id"] != event_id]


def test_one_mention_is_taken_off_and_the_others_stay_together(told_twice: pd.DataFrame) -> None:
    third = row("d", "2024-04-19", "Israel attacked an air base near Isfahan", actors="Israel", places="Isfahan")
    frame = merge(pd.concat([told_twice, table(third)]))
    (event_id,) = frame.event_id[frame.n_sources == 3]
    edited = apply(frame, [parting(frame, event_id, off=[str(third["event_id"])], **ANNA)])
    assert sorted(edited.n_sources) == [1, 1, 1, 2]
    assert cells(edited, str(third["event_id"])).n_sources == 1


def test_what_was_taken_out_says_so_and_stays_out_when_it_is_read_again(frame: pd.DataFrame) -> None:
    minsk = event(frame, "Minsk")
    again = next(each for each in mentions(frame[frame.event_id == minsk]).to_dict("records") if "forgot" in each["sentence"])
    edit = parting(frame, minsk, off=[again["mention_id"]], **ANNA)
    edited = check(apply(frame, [edit]))
    assert cells(edited, again["mention_id"]).sentence == "Nobody forgot the bombing."
    assert len(mentions(edited[edited.event_id == minsk])) == len(mentions(frame[frame.event_id == minsk])) - 1
    assert log([edit])[0].startswith(f"Taken out of “{cells(frame, minsk).title}”: “")
    changed = apply(merge(extract(CHANGED, PUBLISHED)), [edit])
    assert cells(changed, again["mention_id"]).sentence == "Nobody forgot the bombing."


def test_an_edit_finds_its_event_where_another_row_speaks_for_it(told_twice: pd.DataFrame) -> None:
    (pair,) = told_twice.event_id[told_twice.n_sources == 2]
    (other,) = set(mentions(told_twice).mention_id[mentions(told_twice).event_id == pair]) - {pair}
    alone = table(*[each for each in _rows_without(pair) if each["event_id"] == other])
    edit = correction(alone, other, "title", "The raid", **ANNA)
    assert cells(apply(told_twice, [edit]), pair).title == "The raid"


CHANGED = TEXT.replace("A pact\n", "A pact\n\nThe talks in Oslo had begun on 2 January 2025.\n").replace("two people", "three people")


def test_edits_survive_reading_the_same_and_an_edited_article() -> None:
    frame = merge(extract(TEXT, PUBLISHED))
    edits = [
        correction(frame, event(frame, "shah"), "date", "16 January 1979", **ANNA),
        correction(frame, event(frame, "Minsk"), "title", "A bomb in Minsk", **ANNA),
        hiding(frame, [event(frame, "Peru")], **ANNA),
    ]
    for text in (TEXT, CHANGED):
        again = merge(extract(text, PUBLISHED))
        assert orphans(again, edits) == ()
        edited = apply(again, edits)
        assert edited.x_edited.sum() == 2 and len(hidden(again, edits)) == 1
        assert "1979-01-16" in set(edited.edtf) and "A bomb in Minsk" in set(edited.title)


def test_an_edit_whose_event_is_gone_is_reported_with_the_event_most_like_it() -> None:
    frame = merge(extract(TEXT, PUBLISHED))
    edit = correction(frame, event(frame, "shah"), "title", "The shah left", **ANNA)
    reworded = merge(extract(TEXT.replace("the shah fled", "the shah escaped"), PUBLISHED))
    (orphan,) = orphans(reworded, [edit])
    assert orphan.edit == edit and orphan.candidate == event(reworded, "shah")
    assert len(apply(reworded, [edit])) == len(reworded)
    without = merge(extract(TEXT.replace("In 1979 the shah fled. ", ""), PUBLISHED))
    (orphan,) = orphans(without, [edit])
    assert orphan.candidate is None


def test_edits_stay_with_their_events_where_day_and_text_of_an_article_are_corrected() -> None:
    article = Article(TEXT, published=PUBLISHED)
    frame = merge(extract(article))
    edits = (
        correction(frame, event(frame, "shah"), "title", "The shah left", **ANNA),
        joining(frame, [event(frame, "Minsk"), event(frame, "treaty")], **ANNA),
        settling(frame, "day first", article_id=frame.article_id[0], **ANNA),
        addition("Nobody forgot", "2002", quote="Nobody forgot the bombing.", article=article, **ANNA),
    )
    later = dataclasses.replace(article, published=PUBLISHED + dt.timedelta(days=1))
    for changed in (later, dataclasses.replace(later, text="Another head line\n" + CHANGED)):
        again = merge(extract(changed))
        assert orphans(again, edits) == ()
        edited = apply(again, edits)
        assert len(edited) == len(again) and set(edited.article_id) == {article.id}
        assert "2019-04-03" in set(edited.edtf)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda f, e: correction(f, e, "title", "x" * 91, **ANNA), "the title has 91 characters"),
        (lambda f, e: correction(f, e, "title", " ", **ANNA), "the title is empty"),
        (lambda f, e: correction(f, e, "kind", "war", **ANNA), "kind 'war' is not one of: accord"),
        (lambda f, e: correction(f, e, "status", "sure", **ANNA), "status 'sure' is not one of: happened"),
        (lambda f, e: correction(f, e, "score", "1", **ANNA), "'score' cannot be corrected"),
        (lambda f, e: correction(f, "nothing", "title", "x", **ANNA), "the table has no event 'nothing'"),
        (lambda f, e: joining(f, [e, e], **ANNA), "needs 2 events"),
        (lambda f, e: parting(f, e, off=["x"], **ANNA), "has no mention 'x'"),
        (lambda f, e: parting(f, e, **ANNA), "cannot be taken apart"),
        (lambda f, e: settling(f, "year first", event_id=e, **ANNA), "order 'year first' is not one of: day first"),
        (lambda f, e: settling(f, "day first", **ANNA), "Give one of the two"),
        (lambda f, e: addition("x", "2001", quote="never said", article=Article(TEXT), **ANNA), "does not stand in"),
        (lambda f, e: Edit("burn", "anna", ANNA["at"], (e,)), "an edit cannot do 'burn'"),
        (lambda f, e: edit_from_json({"what": "hide"}), "this is no edit"),
        (lambda f, e: edit_from_json({"what": "hide", "by": "a", "at": "soon", "events": [e]}), "no time"),
        (lambda f, e: edit_from_json({"what": "hide", "by": "a", "at": "2026-01-01", "events": [e], "new": 1}), "a newer version"),
    ],
)
def test_what_cannot_be_is_told_before_anything_is_changed(frame: pd.DataFrame, make: Any, words: str) -> None:
    with pytest.raises(BadEdit, match=words):
        make(frame, event(frame, "shah"))


def test_an_ambiguous_date_is_asked_about(frame: pd.DataFrame) -> None:
    with pytest.raises(BadDate, match="can be 4 March 2021 or 3 April 2021"):
        correction(frame, event(frame, "shah"), "date", "3/4/2021", **ANNA)


def test_what_is_no_list_of_edits_is_told(frame: pd.DataFrame) -> None:
    for wrong in (None, 5, hiding(frame, [event(frame, "Minsk")], **ANNA)):
        with pytest.raises(WrongKind, match="list of edits"):
            apply(frame, wrong)  # type: ignore[arg-type]
        with pytest.raises(WrongKind, match="as_json"):
            history_from_json(wrong)  # type: ignore[arg-type]


def test_undo_and_redo(frame: pd.DataFrame) -> None:
    one = correction(frame, event(frame, "shah"), "kind", "other", **ANNA)
    other = hiding(frame, [event(frame, "Minsk")], **ANNA)
    history = made(made(History(), one), other)
    assert undone(history).active == (one,) and undone(history, 9).active == ()
    assert redone(undone(history)) == history and not redone(history).can_redo
    assert made(undone(history), one).edits == (one, one)
    back = history_from_json(json.loads(json.dumps(undone(history).as_json())))
    assert back == undone(history) and back.can_undo and back.can_redo


def test_the_log_says_who_did_what_and_when(frame: pd.DataFrame) -> None:
    shah, minsk = event(frame, "shah"), event(frame, "Minsk")
    lines = log(
        [
            correction(frame, shah, "date", "January 1979", **ANNA),
            correction(frame, shah, "actors", "Iran", **ANNA),
            hiding(frame, [shah], **ANNA),
            addition("Peace came", "c. 1990", **ANNA),
            joining(frame, [shah, minsk], **ANNA),
            settling(frame, "day first", article_id="x", **ANNA),
        ]
    )
    title = cells(frame, shah).title
    assert lines[0] == f"Date of “{title}”: 1979 → January 1979 by anna, 2026-11-25 10:04"
    assert lines[1].startswith(f"Actors of “{title}”: ") and "→ Iran by anna" in lines[1]
    assert [line.split(":")[0] for line in lines[2:]] == ["Hidden", "Added", f"Merged into “{title}”", "Order of day and month"]


def test_an_edited_table_reads_back_from_csv_and_json(frame: pd.DataFrame) -> None:
    edits = [correction(frame, event(frame, "shah"), "date", "January 1979", **ANNA), addition("Peace came", "c. 1990", **ANNA)]
    edits.append(correction(frame, event(frame, "Minsk"), "note", "=1+1", **ANNA))
    edited = apply(frame, edits)
    assert to_json(from_json(to_json(edited))) == to_json(edited)
    assert to_csv(from_csv(to_csv(edited))) == to_csv(edited)
    assert apply(from_json(to_json(edited)), edits[:1]).equals(apply(edited, edits[:1]))


def test_two_hundred_edits_are_laid_over_two_hundred_events_at_once_and_ten_thousand_events_are_no_trouble() -> None:
    def crowd(count: int) -> pd.DataFrame:
        return table(*(row(f"a{n}", f"{1900 + n % 120}", f"Event {n} of Kenya") for n in range(count)))

    frame = apply(crowd(200), [addition("x", "2001", **ANNA)])
    edits = [correction(frame, event_id, "title", "Another title", **ANNA) for event_id in frame.event_id[:200]]
    assert _best(lambda: apply(frame, edits)) < 0.25
    many = crowd(10_000)
    assert _best(lambda: apply(many, edits)) < 5


def _best(work: Any) -> float:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


BASE = merge(
    table(
        *(
            row("a", f"2024-0{month}", f"Israel struck a base near Isfahan {month}", actors="Israel", places="Isfahan")
            for month in (1, 4, 7)
        ),
        *(row("b", f"2024-0{month}-09", f"Israel struck the base near Isfahan {month}", actors="Israel") for month in (1, 4, 7)),
        row("c", "2020", "Peru held an election", "election", actors="Peru"),
    )
)
IDS = sorted(told(BASE))
WORDS = st.text(max_size=20)


@st.composite
def edits_(draw: st.DrawFn) -> Edit:
    """Any edit, of events that are there or not."""
    what = draw(st.sampled_from(WHATS))
    events = draw(st.lists(st.sampled_from([*IDS, "gone"]), min_size=2, max_size=3, unique=True))
    at = dt.datetime(2026, 1, 1) + dt.timedelta(seconds=draw(st.integers(0, 3)))
    date = {"start": "2001-01-01", "stop": draw(st.sampled_from([None, "2001-02-01", "2001-01-02"])), "grain": "month"}
    date |= {"approximate": draw(st.booleans()), "implied": "", "certainty": "stated"}
    to: dict[str, Any] = {
        "title": draw(WORDS) + "x", "kind": draw(st.sampled_from(KINDS)), "status": draw(st.sampled_from(STATUSES)), "actors": draw(WORDS),
        "places": draw(WORDS), "note": draw(WORDS), "order": "day first", **date,
    }  # fmt: skip
    if what == "split":
        cut = draw(st.integers(1, len(IDS) - 1))
        order = draw(st.permutations(IDS))
        to["parts"] = [order[:cut], order[cut:]]
    if what == "add":
        events = [draw(st.sampled_from(["new", "newer", IDS[0]]))]
    return Edit(what, "anna", at, tuple(events), to)


@settings(max_examples=50)
@given(st.lists(edits_(), max_size=8))
def test_any_edits_leave_a_table_that_keeps_its_promises_and_lose_no_mention(edits: list[Edit]) -> None:
    shown, gone = apply(BASE, edits), hidden(BASE, edits)
    check(shown)
    check(gone)
    assert told(shown) | told(gone) >= set(IDS)
    assert not set(shown.event_id) & set(gone.event_id)
    orphans(BASE, edits)


@given(st.lists(edits_(), max_size=6))
def test_undoing_all_gives_the_table_as_it_was(edits: list[Edit]) -> None:
    history = made(History(), *edits)
    for _ in edits:
        history = undone(history)
    assert apply(BASE, history.active).equals(BASE)


@settings(max_examples=50)
@given(st.lists(edits_(), max_size=6))
def test_edits_read_back_from_json(edits: list[Edit]) -> None:
    plain = json.loads(json.dumps([edit.as_json() for edit in edits]))
    back = [edit_from_json(each) for each in plain]
    assert back == edits
    assert to_json(apply(BASE, back)) == to_json(apply(BASE, edits))


@settings(max_examples=50)
@given(edits_())
def test_an_edit_done_twice_is_done_once(edit: Edit) -> None:
    once = apply(BASE, [edit])
    assert to_json(apply(BASE, [edit, edit])) == to_json(once)
    if edit.what not in ("hide", "show"):
        assert to_json(apply(once, [edit])) == to_json(once)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9) | st.sampled_from(["2001-01-01", "month"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(edits_(), st.sampled_from(["events", "to", "was", "by", "at", "what"]), ANYTHING, st.data())
def test_a_spoilt_edit_is_told_or_does_no_harm(edit: Edit, place: str, value: Any, data: st.DataObject) -> None:
    plain = edit.as_json()
    if place == "was":
        plain["was"] = [data.draw(st.dictionaries(st.sampled_from(["title", "sentence", "mentions", "grain", "start"]), ANYTHING))]
    elif place == "to" and plain["to"] and data.draw(st.booleans()):
        names = sorted({*plain["to"], "char_start", "char_stop", "published", "article_id", "quote"})
        plain["to"][data.draw(st.sampled_from(names))] = value
    else:
        plain[place] = value
    try:
        spoilt = edit_from_json(plain)
    except BadEdit as fault:
        assert str(fault)
        return
    check(apply(BASE, [spoilt]))
    log([spoilt])


def test_both_orders_of_an_ambiguous_date_are_shown(frame: pd.DataFrame) -> None:
    rows = {each["title"]: each for each in frame.to_dict("records")}
    peru = next(each for title, each in rows.items() if "Peru" in title)
    assert {order: day.edtf for order, day in both_orders(peru).items()} == {"day first": "2019-04-03", "month first": "2019-03-04"}
    assert both_orders(next(each for title, each in rows.items() if "shah" in title)) == {}


def test_what_the_machine_had_read_is_told_in_words(frame: pd.DataFrame) -> None:
    shah, minsk = event(frame, "shah"), event(frame, "Minsk")
    edits = [correction(frame, shah, "date", "January 1979", **ANNA), correction(frame, shah, "actors", "Peru", **ANNA)]
    edits += [joining(frame, [shah, minsk], **ANNA), addition("Peace came", "c. 1990", **ANNA)]
    rows = {each["event_id"]: each for each in apply(frame, edits).to_dict("records")}
    assert as_read(rows[shah]) == [
        ("date", "1979"),
        ("actors", cells(frame, shah).actors or "nothing"),
        ("merged", f"{cells(frame, minsk).title} (2001-05-03)"),
    ]
    assert as_read(rows[edits[-1].events[0]]) == [("added", "by hand")]
    assert as_read(rows[event(frame, "Peru")]) == []
