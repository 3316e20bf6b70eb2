"""Every example of every rule, through the whole rulebook: span, value, days and the winning rule."""

import datetime as dt

import pytest

from timeline.dates.rules import Example
from timeline.dates.tagger import modifiers, rules, tag


def _read(example: Example):
    return tag(example.sentence, dt.date.fromisoformat(example.anchor) if example.anchor else None, narrative=example.narrative)


def _cases(named):
    return [pytest.param(thing, example, id=f"{thing.name}: {example.sentence}") for thing in named for example in thing.examples]


@pytest.mark.parametrize(("rule", "example"), _cases(rules()))
def test_a_rule_reads_its_examples(rule, example):
    timexes = _read(example)
    assert [(t.start, t.stop) for t in timexes] == list(example.marked), [(t.text, t.rule) for t in timexes]
    if example.value is None:
        return
    own = [t for t in timexes if t.rule == rule.name]
    assert own, [t.rule for t in timexes]
    assert own[0].value == example.value
    if example.when:
        assert own[0].when is not None and own[0].when.edtf == example.when


@pytest.mark.parametrize(("modifier", "example"), _cases(modifiers()))
def test_a_modifier_stretches_its_examples(modifier, example):
    (timex,) = _read(example)
    assert [(timex.start, timex.stop)] == list(example.marked)
    assert (timex.value, timex.mod) == (example.value, modifier.mod)
    if example.when:
        assert timex.when is not None and timex.when.edtf == example.when


def test_every_rule_has_an_example_and_says_what_it_reads():
    assert [rule.name for rule in rules() if not rule.examples or not rule.doc] == []


def test_names_of_rules_are_unique():
    names = [rule.name for rule in rules()]
    assert sorted(set(names)) == sorted(names)
