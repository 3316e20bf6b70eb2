"""Where neither verb nor event noun tells the kind, the nouns of a clause do; private lives stay other."""

import datetime as dt

import pytest

from timeline.article import Article
from timeline.events.reader import read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The state kept the pipeline until 2016.", "economy"),
        ("Ghana turned to foreign creditors in 2022.", "economy"),
        ("The regulator opened a third gas field in May 2019.", "economy"),
        ("Voters in the north handed the seat to an outsider in 2014.", "election"),
        ("The two foreign ministers set the agenda for their delegations in March 2021.", "diplomacy"),
        ("Algeria got a second submarine in 2018.", "mobilisation"),
        ("The parties reworded that clause of the treaty in 1998.", "accord"),
        ("Her successor was in place by June 2016.", "leadership"),
        ("The convicts were moved to a prison in the desert in 2013.", "justice"),
        ("The epidemic came back to the delta in 2017.", "disaster"),
        ("Output collapsed in 1991.", "economy"),
        ("The group seized its supplier's factory shares in 2009.", "economy"),
        ("He married a judge in 1971.", "other"),
        ("She studied the law of treaties in Leiden in 1984.", "other"),
    ],
)
def test_nouns_tell_what_a_clause_is_about(text: str, kind: str) -> None:
    assert kind in {event.kind for event in read(Article(text, published=dt.date(2024, 2, 14))).events}
