"""Ten thousand odd texts: nothing fails, and whatever is found keeps the promises of a Timex."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.measure.gold import rows
from timeline import DateSpan, Timex, tag
from timeline.dates.tagger import modifiers, rules
from timeline.dates.timex import CERTAINTIES, TYPES

PER_RUN = 10_000
SENTENCES = [row["text"] for name in ("dates", "traps") for row in rows(name)]
EXAMPLES = [example.sentence for thing in (*rules(), *modifiers()) for example in thing.examples]
WORDS = sorted({word for text in (*SENTENCES, *EXAMPLES) for word in text.split()})
MARKS = st.sampled_from(
    [" ", "  ", "\n", "\n\n", "\r\n", "\t", "\0", "\u00a0", "\u2009", "\u200b", "\u202e", "\ufeff", "\ud800", "\udfff", "\U0001f4c5"]
    + list(".,;:!?-–—/\\'’\"“()[]{}<>&%$#@*+=~^_|`")
)
DIGITS = st.one_of(
    st.integers(0, 10**12).map(str),
    st.integers(1, 31).map(str),
    st.integers(1000, 2100).map(str),
    st.text("0123456789", min_size=1, max_size=40),
    st.text("٠١٢٣۴۵۶７８９²³¼Ⅳ", min_size=1, max_size=6),
)
WORD = st.sampled_from(WORDS)
LOUD = WORD.map(str.upper) | WORD.map(str.title) | WORD.map(lambda word: word[::-1])
RAW = st.text(st.characters(exclude_categories=()), max_size=8)
MIXED = st.lists(st.one_of(WORD, WORD, WORD, st.just(" "), st.just(" "), st.just(" "), DIGITS, MARKS, LOUD, RAW), max_size=25).map("".join)
SPACED = st.lists(st.one_of(WORD, WORD, DIGITS, MARKS), max_size=25).map(" ".join)
PUBLISHED = st.one_of(st.none(), st.sampled_from([dt.date(1, 1, 1), dt.date(9999, 12, 31), dt.date(2024, 2, 29)]), st.dates())
NARRATIVE = st.sampled_from([None, True, False])


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A sentence with a piece lost, something put into the gap, and perhaps another sentence run into it."""
    text = draw(st.sampled_from(SENTENCES) | st.sampled_from(EXAMPLES))
    start = draw(st.integers(0, len(text)))
    stop = min(len(text), start + draw(st.integers(0, 12)))
    return text[:start] + draw(st.one_of(st.just(""), DIGITS, MARKS, WORD, st.sampled_from(SENTENCES))) + text[stop:]


def sound(text: str, timexes: list[Timex]) -> None:
    """What is true of the expressions of any text."""
    assert all(0 <= t.start < t.stop <= len(text) and text[t.start : t.stop] == t.text for t in timexes)
    assert all(a.stop <= b.start for a, b in zip(timexes, timexes[1:], strict=False))
    for timex in timexes:
        assert timex.type in TYPES and timex.certainty in CERTAINTIES and timex.rule.startswith("en/"), timex
        assert timex.value or timex.when is None, timex
        assert (timex.when is None) == bool(timex.reason), timex
        for span in (timex.when, *timex.readings):
            if span is not None:
                assert span.start or span.stop
                assert not (span.start and span.stop) or span.start < span.stop
                assert DateSpan.from_edtf(span.edtf).start == span.start, span


def fuzzed(text: str, published: dt.date | None, narrative: bool | None) -> None:
    """Read a text and look at what was found."""
    sound(text, tag(text, published, narrative=narrative))


KINDS = {"mixed": MIXED, "spaced": SPACED, "damaged": damaged(), "raw": st.text(st.characters(exclude_categories=()), max_size=80)}
SHARE = {"mixed": 0.3, "spaced": 0.2, "damaged": 0.4, "raw": 0.1}


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_makes_the_tagger_fail_or_break_a_promise(kind: str) -> None:
    settings(max_examples=round(PER_RUN * SHARE[kind]))(given(KINDS[kind], PUBLISHED, NARRATIVE)(fuzzed))()


@pytest.mark.soak
@pytest.mark.parametrize("kind", KINDS)
def test_nor_do_five_times_as_many(kind: str) -> None:
    settings(max_examples=round(5 * PER_RUN * SHARE[kind]))(given(KINDS[kind], PUBLISHED, NARRATIVE)(fuzzed))()
