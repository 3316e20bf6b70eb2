"""What two people corrected at the same time becomes one history, unless they touched the same event."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table.test_edits import BASE, IDS, told
from timeline.drawing.export import to_json
from timeline.table.correcting import addition, correction, hiding, joining, parting, settling
from timeline.table.edit import Edit
from timeline.table.edits import apply
from timeline.table.history import History, made, undone
from timeline.table.meeting import met, since, touched

ANNA: dict[str, Any] = {"by": "anna", "at": dt.datetime(2026, 11, 25, 10, 4)}
BEN: dict[str, Any] = {"by": "ben", "at": dt.datetime(2026, 11, 25, 10, 5)}
FIRST, SECOND, *_ = BASE.event_id[BASE.n_sources == 2]


def named(event_id: str, title: str = "x", who: dict[str, Any] = ANNA) -> Edit:
    return correction(BASE, event_id, "title", title, **who)


def test_edits_of_different_events_all_stand_and_theirs_come_first() -> None:
    before = made(History(), named(FIRST))
    mine, theirs = made(before, named(FIRST, "mine")), made(before, named(SECOND, "theirs", BEN), hiding(BASE, [SECOND], **BEN))
    both = met(before, mine, theirs)
    assert both == made(before, *theirs.active[1:], *mine.active[1:])
    assert both and since(before, both) == both.active[1:]


def test_who_has_done_nothing_has_no_say() -> None:
    before = made(History(), named(FIRST))
    theirs = undone(made(before, named(FIRST, "theirs", BEN)))
    assert met(before, before, undone(theirs)) == undone(theirs)
    assert met(before, undone(theirs), before) == undone(theirs)


def test_what_one_has_undone_is_undone() -> None:
    before = made(History(), named(FIRST), named(SECOND))
    both = met(before, undone(before), made(before, named(FIRST, "theirs", BEN)))
    assert both and [edit.to["title"] for edit in both.active] == ["x", "theirs"]
    assert both.active[0].events == (FIRST,)
    assert met(before, undone(before), made(undone(before), named(FIRST, "theirs", BEN))) is not None, "both have undone the same"


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (named(FIRST), named(FIRST, "y", BEN)),
        (named(FIRST), hiding(BASE, [FIRST], **BEN)),
        (joining(BASE, [FIRST, SECOND], **ANNA), named(SECOND)),
        (parting(BASE, FIRST, **ANNA), correction(BASE, FIRST, "kind", "other", **BEN)),
        (settling(BASE, "day first", article_id="a", **ANNA), settling(BASE, "month first", article_id="a", **BEN)),
        (settling(BASE, "day first", article_id=BASE.article_id[1], **ANNA), correction(BASE, BASE.event_id[1], "date", "2001", **BEN)),
    ],
    ids=["one field", "one event", "merged", "split", "order", "order and date"],
)
def test_the_same_event_is_not_corrected_by_two_unseen(mine: Edit, theirs: Edit) -> None:
    assert met(History(), made(History(), mine), made(History(), theirs)) is None
    assert met(History(), made(History(), theirs), made(History(), mine)) is None


def test_an_event_is_the_same_where_another_mention_speaks_for_it() -> None:
    (pair, *_) = BASE.event_id[BASE.n_sources == 2]
    (other,) = touched([named(pair)]) - {pair}
    alone = Edit("hide", "ben", BEN["at"], (other,))
    assert met(History(), made(History(), named(pair)), made(History(), alone)) is None


@st.composite
def corrections(draw: st.DrawFn, who: dict[str, Any]) -> Edit:
    """An edit as the page makes it."""
    event, other = draw(st.permutations(list(BASE.event_id)))[:2]
    match draw(st.sampled_from(["title", "date", "hide", "merge", "split", "add"])):
        case "title":
            return correction(BASE, event, "title", draw(st.sampled_from(["x", "y"])), **who)
        case "date":
            return correction(BASE, event, "date", draw(st.sampled_from(["2001", "May 2030"])), **who)
        case "hide":
            return hiding(BASE, [event, other], **who)
        case "merge":
            return joining(BASE, [event, other], **who)
        case "split":
            return parting(BASE, draw(st.sampled_from(list(BASE.event_id[BASE.n_sources == 2]))), **who)
        case _:
            return addition("Peace came", "c. 1990", **who)


@settings(max_examples=60)
@given(st.lists(corrections(ANNA), max_size=3), st.lists(corrections(BEN), max_size=3))
def test_it_does_not_matter_who_saves_first(ours: list[Edit], others: list[Edit]) -> None:
    mine, theirs = made(History(), *ours), made(History(), *others)
    one, other = met(History(), mine, theirs), met(History(), theirs, mine)
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert to_json(apply(BASE, one.active)) == to_json(apply(BASE, other.active))
        assert told(apply(BASE, one.active)) <= {*IDS, *touched(one.active)}
