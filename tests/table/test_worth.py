"""The worth of an event: the formula that the documentation gives, and an order that an editor would choose."""

import itertools
import pathlib

import pytest

from timeline.dates.grain import Grain
from timeline.events.worth import IMPLIED, WEIGHTS, worth

BEST = {
    "grain": Grain.day, "certainty": "stated", "kind": "accord", "status": "happened", "actors": 2,
    "title": "Iran and Iraq signed a treaty", "place_in_text": 0.0, "told_as": "verb",
}  # fmt: skip


def test_the_documentation_gives_each_weight_with_its_reason() -> None:
    text = pathlib.Path("docs/design.md").read_text(encoding="utf-8")
    for part, (weight, reason) in WEIGHTS.items():
        assert f"| {part} | {weight:.2f} | {reason} |" in text
    assert f"is worth {IMPLIED} of that" in text


def test_the_weights_make_one() -> None:
    assert sum(weight for weight, _ in WEIGHTS.values()) == pytest.approx(1)
    assert worth(**BEST) == 1


@pytest.mark.parametrize(
    ("part", "steps"),
    [
        ("kind", ("accord", "diplomacy", "other")),
        ("actors", (2, 1, 0)),
        ("grain", (Grain.day, Grain.month, Grain.year, Grain.decade, Grain.century)),
        ("certainty", ("stated", "relative", "inferred")),
        ("status", ("happened", "planned", "alleged", "recurring", "negated")),
        ("place_in_text", (0.0, 0.5, 1.0)),
        ("title", ("Iran and Iraq signed a treaty", "Iran signed", "Signed")),
        ("told_as", ("verb", "second")),
    ],
)
def test_each_part_ranks_as_it_says(part: str, steps: tuple[object, ...]) -> None:
    for better, worse in itertools.pairwise(steps):
        assert worth(**BEST | {part: better}) > worth(**BEST | {part: worse})
