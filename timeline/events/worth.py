"""The worth of an event for display, from 0 to 1, so that a crowded picture shows first what a reader would miss most."""

import re

from timeline.dates.grain import Grain

# What a history of international affairs is made of; the rest is told, but not first.
CORE = frozenset(
    (
        "accord",
        "ceasefire",
        "sanction",
        "attack",
        "invasion",
        "conflict",
        "withdrawal",
        "regime change",
        "election",
        "mobilisation",
        "leadership",
    )
)
_FINE = {
    Grain.day: 1.0, Grain.week: 0.9, Grain.month: 0.9, Grain.season: 0.7, Grain.quarter: 0.7, Grain.half: 0.6, Grain.year: 0.7,
    Grain.decade: 0.4, Grain.century: 0.3,
}  # fmt: skip
_SURE = {"stated": 1.0, "named": 0.9, "relative": 0.9, "ambiguous": 0.5, "inferred": 0.5}
_STATUS = {"happened": 1.0, "planned": 0.8, "alleged": 0.6, "recurring": 0.5, "negated": 0.1}


def worth(*, grain: Grain, certainty: str, kind: str, status: str, actors: int, title: str, place_in_text: float, told_as: str) -> float:
    """The sum of what speaks for an event, each part between 0 and its weight:

    0.25 kind (core 1, other 0.2, else 0.6) + 0.20 actors named (two 1, one 0.7) + 0.15 precision + 0.10 certainty + 0.10 status
    + 0.10 early in the text + 0.10 title (neither stump nor pronoun), and 0.7 of all that for an event that is only implied by a noun.
    """
    of_kind = 1.0 if kind in CORE else 0.2 if kind == "other" else 0.6
    words = len(title.split())
    of_title = 0.0 if words < 2 or re.match(r"(?:he|she|it|they|this|that)\b", title, re.I) else 0.6 if words < 4 else 1.0
    total = (
        0.25 * of_kind + 0.20 * (0, 0.7, 1)[min(actors, 2)] + 0.15 * _FINE[grain] + 0.10 * _SURE[certainty] + 0.10 * _STATUS[status]
        + 0.10 * (1 - place_in_text) + 0.10 * of_title
    )  # fmt: skip
    return round(total * (0.7 if told_as == "second" else 1.0), 4)
