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


# What each part counts, with its reason; docs/design.md says the same.
WEIGHTS = {
    "kind": (
        0.25,
        "a history of international affairs is made of wars, accords and changes of power: core kinds 1, other 0.2, the rest 0.6",
    ),
    "actors": (0.20, "what nobody does to anybody is seldom what a reader looks for: two named 1, one 0.7, nobody 0"),
    "precision": (0.15, "a day or month has a place on the axis, a decade hardly: day 1, month 0.9, year 0.7, century 0.3"),
    "certainty": (0.10, "a date that the words give can be pointed at: stated 1, named or relative 0.9, ambiguous or inferred 0.5"),
    "status": (0.10, "what happened before what may: happened 1, planned 0.8, alleged 0.6, recurring 0.5, negated 0.1"),
    "early": (0.10, "news tells first what matters most: 1 at the first character, 0 at the last"),
    "title": (0.10, "a label must make sense alone: four words 1, two or three 0.6, a single word or a pronoun 0"),
}
IMPLIED = 0.7  # of all that, for what is only implied by a noun beside its verb


def worth(*, grain: Grain, certainty: str, kind: str, status: str, actors: int, title: str, place_in_text: float, told_as: str) -> float:
    """The sum of what speaks for an event, each part between 0 and its weight in `WEIGHTS`; less for what a noun only implies."""
    of_kind = 1.0 if kind in CORE else 0.2 if kind == "other" else 0.6
    words = len(title.split())
    of_title = 0.0 if words < 2 or re.match(r"(?:he|she|it|they|this|that)\b", title, re.I) else 0.6 if words < 4 else 1.0
    parts = {
        "kind": of_kind, "actors": (0, 0.7, 1)[min(actors, 2)], "precision": _FINE[grain], "certainty": _SURE[certainty],
        "status": _STATUS[status], "early": 1 - place_in_text, "title": of_title,
    }  # fmt: skip
    total = sum(weight * parts[part] for part, (weight, _) in WEIGHTS.items())
    return round(total * (IMPLIED if told_as == "second" else 1.0), 4)
