"""Tables that no seed would give, for the page to show."""

import datetime as dt
import random
from functools import cache
from typing import TYPE_CHECKING

from tests.drawing.events import table
from timeline.article import Article
from timeline.events.event import Reading

if TYPE_CHECKING:
    import pandas as pd


@cache
def staged(name: str) -> "tuple[Reading, pd.DataFrame]":
    """A reading and its table by the name of the stage: `crowd`."""
    return {"crowd": _crowd}[name]()


def _crowd() -> "tuple[Reading, pd.DataFrame]":
    """10,000 events from 1950 to 2023, ever denser."""
    chance = random.Random(5)
    first = dt.date(1950, 1, 1).toordinal()
    days = sorted(dt.date.fromordinal(first + int(27_000 * chance.random() ** 0.5)) for _ in range(10_000))
    kinds, places = ("accord", "attack", "protest", "election", "aid"), ("Kelm", "Tamir", "Mosk")
    rows = [
        (day.isoformat(), f"Event {n} of the crowd in {chance.choice(places)}", chance.choice(kinds), chance.choice("ABCDEFGH"), "",
         chance.random())
        for n, day in enumerate(days)
    ]  # fmt: skip
    return Reading(Article("Ten thousand events", title="Ten thousand events"), (), (), (), ()), table(rows)
