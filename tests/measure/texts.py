"""Texts of any length made from our own gold in a seeded mixture, for measuring speed.

dense   sentences that hold dates, one after another: more expressions than any article has
news    paragraphs of our articles
sparse  sentences full of numbers and names that are no dates

Years and days are changed at random, so that a long text does not repeat itself.
"""

import random
import re
from collections.abc import Callable, Sequence

from tests.measure.gold import articles, halves, rows

SEED = 20240214
KINDS: dict[str, Callable[[], Sequence[str]]] = {
    "dense": lambda: [row["text"] for row in rows("dates")],
    "news": lambda: [part for names in halves().values() for article in articles(names) for part in re.split(r"\n\s*\n", article.text)],
    "sparse": lambda: [row["text"] for row in rows("traps") if not row["timexes"]],
}
NUMBER = re.compile(r"(?<![\d.,/:-])(?:(?:1[89]|20)\d\d|[12]?\d)(?![\d.,/:-])")


def made(kind: str, length: int, seed: int = SEED) -> str:
    """A text of a kind with exactly so many characters; a longer one begins as a shorter one does."""
    chance = random.Random(f"{kind} {seed}")
    parts = list(KINDS[kind]())
    text: list[str] = []
    written = 0
    while written < length:
        chance.shuffle(parts)
        for k, part in enumerate(parts):
            words = NUMBER.sub(lambda number: _another(number[0], chance), part) + ("\n\n" if k % 5 == 4 or kind == "news" else " ")
            text.append(words)
            written += len(words)
            if written >= length:
                break
    return "".join(text)[:length]


def _another(number: str, chance: random.Random) -> str:
    """Another year for a year, another day for a day."""
    return str(chance.randint(1800, 2029)) if len(number) == 4 else str(chance.randint(1, 28))
