"""A document and its JSON; which revisions are kept."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from timeline.store.document import Document, Source, body_of, digest, document_from
from timeline.store.thinning import RECENT, superfluous

WORDS = st.text(st.characters(), max_size=20)
VALUES = st.recursive(st.none() | st.booleans() | st.integers() | WORDS, lambda some: st.lists(some, max_size=3), max_leaves=5)
MORE = st.dictionaries(WORDS, VALUES, max_size=3)
ZONES = st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=5, minutes=45))])
SOURCES = st.builds(
    Source,
    WORDS,
    title=WORDS,
    source=WORDS,
    url=WORDS,
    published=st.none() | st.dates(),
    published_from=st.sampled_from(["given", "metadata", "dateline", "none"]),
    language=st.none() | WORDS,
    narrative=st.none() | st.booleans(),
    captured=st.none() | st.datetimes(timezones=ZONES),
    more=MORE,
)
DOCUMENTS = st.builds(
    Document,
    title=WORDS,
    sources=st.lists(SOURCES, max_size=3).map(tuple),
    edits=st.lists(MORE, max_size=3).map(tuple),
    view=MORE,
    table=WORDS,
)


@given(DOCUMENTS)
def test_a_document_comes_back_from_its_json(document: Document) -> None:
    texts = {source.sha256: source.text for source in document.sources} | {digest(document.table): document.table}
    assert document_from(body_of(document), texts) == document


@given(DOCUMENTS)
def test_without_its_texts_a_document_still_tells_which_they_were(document: Document) -> None:
    bare = document_from(body_of(document), {})
    assert [source.text for source in bare.sources] == [""] * len(document.sources)
    assert [source.sha256 for source in bare.sources] == [source.sha256 for source in document.sources]
    assert body_of(document_from(body_of(document), {digest(document.table): document.table})) == body_of(document)


MOMENTS = st.lists(st.integers(0, 40 * 24), max_size=200).map(
    lambda hours: [(n, dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + dt.timedelta(hours=h)) for n, h in enumerate(sorted(hours), 1)]
)


@given(MOMENTS, st.sets(st.integers(1, 200), max_size=5))
def test_the_newest_the_last_of_each_day_and_those_of_links_are_kept(revisions: list[tuple[int, dt.datetime]], pinned: set[int]) -> None:
    gone = set(superfluous(revisions, pinned))
    kept = [one for one in revisions if one[0] not in gone]
    assert kept[-RECENT:] == revisions[-RECENT:]
    assert {saved.date() for _, saved in kept} == {saved.date() for _, saved in revisions}
    assert not gone & pinned
    assert len(kept) <= RECENT + 41 + len(pinned)
    assert superfluous(kept, pinned) == []
