"""Tables that no seed would give, for the page to show."""

import datetime as dt
import random
from functools import cache

from tests.drawing.attacks import ATTACKS
from tests.drawing.events import table
from timeline.article import Article
from timeline.dates.spec import Vague
from timeline.dates.timex import Timex
from timeline.drawing.escape import label
from timeline.events.event import Note, Reading
from timeline.page.reading import Read


@cache
def staged(name: str) -> Read:
    """A reading and its table by the name of the stage: `crowd` or `attacks`."""
    return {"crowd": _crowd, "attacks": _attacks}[name]()


def _crowd() -> Read:
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
    return Read((Reading(Article("Ten thousand events", title="Ten thousand events"), (), (), (), ()),), {}, table(rows))


def _attacks() -> Read:
    """An event for each attack, which stands in all its words; the first one's card holds all of them."""
    every = "\n".join(ATTACKS)
    rows = []
    for n, attack in enumerate(ATTACKS):
        words = every if n == 0 else attack
        more = {"sentence": words, "source": words, "expression": words, "rule": words, "url": attack, "char_stop": 1, "char_start": 0}
        rows.append(
            (f"2025-{n // 28 + 1:02d}-{n % 28 + 1:02d}", label(attack)[:90] or "No title", "other", words, words, 1 - n / 200, more)
        )
    undated = tuple(
        Timex(0, 1, attack, spec=Vague("past"), rule=attack, type="DATE", value="PAST_REF", when=None, reason=attack) for attack in ATTACKS
    )
    article = Article(every, title=every)
    reading = Reading(article, undated, (), undated, tuple(Note(attack) for attack in ATTACKS))
    return Read((reading,), {}, table(rows))
