"""What kind of event a clause tells."""

import datetime as dt

import pytest

from timeline.article import Article
from timeline.events.event import KINDS
from timeline.events.reader import read

CLAUSES = [
    ("The two presidents signed a treaty in 2001.", "accord"),
    ("Parliament ratified the pact in 2001.", "accord"),
    ("The rebels agreed to a truce in 2001.", "ceasefire"),
    ("The ministers held talks in Geneva in 2001.", "diplomacy"),
    ("The king visited Cairo in 2001.", "diplomacy"),
    ("The minister said in 2001 that the plan had failed.", "statement"),
    ("The general warned Jordan in 2001.", "threat"),
    ("Washington imposed sanctions on Libya in 2001.", "sanction"),
    ("Berlin expelled the ambassador in 2001.", "sanction"),
    ("The bank gave aid worth two million dollars in 2001.", "aid"),
    ("The country sent troops to the border in 2001.", "mobilisation"),
    ("The country sent its army into the enclave in 2001.", "invasion"),
    ("The navy launched a missile attack on the port in 2001.", "attack"),
    ("Gunmen killed five people in 2001.", "attack"),
    ("The army launched an invasion of the island in 2001.", "invasion"),
    ("War broke out in 2001.", "conflict"),
    ("The two armies fought a battle in 2001.", "conflict"),
    ("The government pulled out of the deal in 2001.", "withdrawal"),
    ("The president took the country out of the treaty in 2001.", "withdrawal"),
    ("The army overthrew the government in 2001.", "regime change"),
    ("Soldiers staged a coup in 2001.", "regime change"),
    ("The minister resigned in 2001.", "leadership"),
    ("He was sworn in as president in 2001.", "leadership"),
    ("The senator returned to the White House in 2001.", "leadership"),
    ("The party won the election in 2001.", "election"),
    ("The country held a referendum in 2001.", "election"),
    ("Thousands of people marched through the capital in 2001.", "protest"),
    ("Police arrested the mayor in 2001.", "justice"),
    ("A court sentenced the general to death in 2001.", "justice"),
    ("The country defaulted on its debt in 2001.", "economy"),
    ("An earthquake killed thousands of people in 2001.", "disaster"),
    ("Hurricane Irma killed dozens of people in 2001.", "disaster"),
    ("Two thirds of the voters chose to stay in 2001.", "election"),
    ("France suspended aid to the junta in 2001.", "sanction"),
    ("Mediators drafted a plan in 2001.", "diplomacy"),
    ("Officers took over in Mali in 2001.", "regime change"),
    ("Troops took the city in 2001.", "invasion"),
    ("Exports fell by half in 2001.", "economy"),
    ("A judge questioned the general in 2001.", "justice"),
    ("The division reached the river in 2001.", "conflict"),
    ("General Grant took command of the army in 2001.", "leadership"),
    ("The currency lost a third of its value in 2001.", "other"),
]


@pytest.mark.parametrize(("clause", "kind"), CLAUSES)
def test_the_kind_comes_from_the_verb_and_from_what_a_light_verb_takes(clause: str, kind: str) -> None:
    events = read(Article(clause, published=dt.date(2024, 2, 14))).events
    assert [event.kind for event in events][:1] == [kind]


def test_every_kind_of_the_closed_list_but_none_else_is_tested() -> None:
    assert {kind for _, kind in CLAUSES} == set(KINDS)
