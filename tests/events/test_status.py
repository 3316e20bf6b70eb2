"""Whether an event happened, is planned, alleged, negated, or recurs."""

import datetime as dt

import pytest

from timeline.article import Article
from timeline.events.reader import read

CLAUSES = [
    ("Iraq invaded Kuwait in 1990.", "happened"),
    ("The treaty was signed in 1987.", "happened"),
    ("Nixon would resign in 1974.", "happened"),
    ("Kenya will send officers in May 2024.", "planned"),
    ("The court is due to rule in March 2024.", "planned"),
    ("The ministers plan to meet on 3 March 2024.", "planned"),
    ("The treaty expires in 2026.", "planned"),
    ("The election is scheduled for June 2025.", "planned"),
    ("The general promised elections by 2026.", "planned"),
    ("Rebels allegedly shelled the hospital in 2019.", "alleged"),
    ("The minister was accused of ordering the attack in 2006.", "alleged"),
    ("Investigators claimed that the spy poisoned him in 2006.", "alleged"),
    ("Ukraine failed to recapture the city in 2023.", "negated"),
    ("The two sides did not sign a treaty in 2019.", "negated"),
    ("The council never met in 2019.", "negated"),
    ("No leader visited the enclave in 2005.", "negated"),
    ("The king refused to abdicate in 1936.", "negated"),
    ("The rebels almost took the capital in 2008.", "negated"),
    ("The election due in November 2022 was postponed.", "negated"),
    ("The Senate has not ratified the treaty since 1996.", "negated"),
    ("Parliament did not approve the budget in December.", "negated"),
    ("The two ministers are said to have met in Muscat in 2013.", "alleged"),
    ("The general was accused of having ordered the massacre in 1982.", "alleged"),
    ("The bank expects growth of two per cent this year.", "planned"),
    ("The ministry denied that a missile had been fired in 2019.", "negated"),
]


@pytest.mark.parametrize(("clause", "status"), CLAUSES)
def test_the_words_around_the_event_give_its_status(clause: str, status: str) -> None:
    events = read(Article(clause, published=dt.date(2024, 2, 14))).events
    assert [event.status for event in events][:1] == [status]


def test_an_event_after_the_day_of_publication_is_planned() -> None:
    text = "The ministers met in Rome on 3 March 2024."
    assert read(Article(text, published=dt.date(2024, 2, 14))).events[0].status == "planned"
    assert read(Article(text, published=dt.date(2024, 3, 14))).events[0].status == "happened"
