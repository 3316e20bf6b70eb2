"""A timeline as a file to keep: what goes in comes out, and what a stranger wrote is refused in a sentence."""

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import UnreadableSource
from timeline.page.portable import from_file, to_file
from timeline.store.document import Document, Source

DOCUMENT = Document(
    "Water, “shared”",
    (
        Source(
            "Egypt signed on 3 May 2019.", title="Leaders", url="https://example.org/a", published=dt.date(2019, 5, 4),
            published_from="given", narrative=True, captured=dt.datetime(2019, 5, 5, 10, 4, tzinfo=dt.UTC), more={"found": None},
        ),
        Source("\ud800 شرم الشيخ"),
    ),
    ({"kind": "hide", "event_id": "a1"},),
    {"lanes": "By actor"},
    '{"events": []}',
)  # fmt: skip


def test_a_document_comes_back_whole_and_its_file_is_the_same_each_time() -> None:
    assert from_file(to_file(DOCUMENT)) == DOCUMENT
    assert to_file(from_file(to_file(DOCUMENT))) == to_file(DOCUMENT)


@given(st.builds(Document, st.text(), st.lists(st.builds(Source, st.text()), max_size=3).map(tuple), table=st.text()))
def test_any_words_come_back(document: Document) -> None:
    assert from_file(to_file(document)) == document


def _altered(**parts: Any) -> bytes:
    whole = json.loads(to_file(DOCUMENT))
    for place, value in parts.items():
        held, _, name = place.rpartition("__")
        (whole[held] if held else whole)[name] = value
    return json.dumps(whole).encode()


@pytest.mark.parametrize(
    "data, says",
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "does not say"),
        (b'{"format": "event-timeline", "version": 1}', "does not say"),
        (_altered(version=2), "newer version"),
        (_altered(document__schema=99), "newer version"),
        (_altered(texts={}), "damaged"),
        (_altered(texts={"abc": "another text"}), "damaged"),
        (_altered(texts=None), "damaged"),
        (_altered(document=None), "damaged"),
        (_altered(document__title=7), "damaged"),
        (_altered(document__edits=["hide"]), "damaged"),
        (_altered(document__edits={"a": {}}), "damaged"),
        (_altered(document__view=[]), "damaged"),
        (_altered(document__sources=[{}]), "damaged"),
        (_altered(document__sources=[{**json.loads(to_file(DOCUMENT))["document"]["sources"][0], "published": "soon"}]), "damaged"),
        (_altered(document__sources=[{**json.loads(to_file(DOCUMENT))["document"]["sources"][0], "rights": "all"}]), "damaged"),
    ],
)
def test_what_is_no_saved_timeline_is_refused_in_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableSource, match=says):
        from_file(data)
