"""Tables of any number of events made in a seeded mixture, for measuring how fast they are drawn and for looking at the result.

Time is skewed as in the news: most events lie in the last years, a few in the centuries before. Titles are as long as those of the news,
dates of every precision, some ends open.
"""

from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING, Any

from timeline.dates.datespan import DateSpan
from timeline.dates.timex import CERTAINTIES
from timeline.events.event import KINDS
from timeline.table.columns import COLUMNS, check, typed

if TYPE_CHECKING:
    import pandas as pd

SEED = 20250117
LAST = dt.date(2025, 1, 17)
WHO = (
    "Russia", "Iran", "the United States", "France", "the European Union", "Ukraine", "Turkey", "Saudi Arabia", "Sudan", "Armenia",
    "the Houthis", "President Ada Morel", "the Security Council", "Ethiopia", "General Hadar", "North Korea", "the Wagner Group",
)  # fmt: skip
DEEDS = (
    "signs an accord with {}", "rejects a proposal by {}", "sends troops to the border with {}", "opens talks with {} in Geneva",
    "imposes sanctions on banks in {} and seizes ships", "holds a snap election after pressure from {}", "lifts the siege",
    "withdraws from the treaty it signed with {} in the capital", "is hit by missiles fired from {}",
    "accuses {} of an attack on a tanker", "and {} agree to extend the truce by six weeks",
)  # fmt: skip
TAILS = ("", "", "", " amid protests", " for the first time", ", officials say", " despite warnings from the army", " in a surprise move")


def made(count: int, seed: int = SEED) -> pd.DataFrame:
    """A table of so many events; the same each time."""
    chance = random.Random(f"{count} {seed}")
    columns: dict[str, list[Any]] = {column.name: [] for column in COLUMNS}
    for index, span in enumerate(sorted((_span(chance) for _ in range(count)), key=lambda span: span.start or span.stop or LAST)):
        who, other = chance.sample(WHO, 2)
        title = f"{who} {chance.choice(DEEDS).format(other)}{chance.choice(TAILS)}"
        title = title if len(title) <= 90 else title[:90].rsplit(" ", 1)[0]
        title = title[0].upper() + title[1:]
        values = {
            "event_id": f"made-{index:06d}", "start": span.start, "stop": span.stop, "grain": span.grain.name, "edtf": span.edtf,
            "approximate": span.approximate, "implied": "", "certainty": chance.choices(CERTAINTIES, (70, 12, 10, 6, 2))[0], "title": title,
            "kind": KINDS[min(int(chance.expovariate(0.22)), len(KINDS) - 1)], "actors": f"{who}; {other}", "places": other,
            "status": chance.choices(("happened", "planned", "alleged", "recurring"), (88, 6, 5, 1))[0], "score": round(chance.random(), 3),
            "expression": "then", "sentence": f"{title}, the agency reported on a day of which much was said and little is known.",
            "rule": "en/made", "char_start": 0, "char_stop": 4, "trigger_start": 0, "trigger_stop": 4,
            "article_id": f"a{index % max(1, count // 12)}", "source": f"Courier {index % 9}", "url": "", "published": LAST,
            "language": "en", "n_sources": 1, "conflict": chance.random() < 0.03, "mentions": "[]",
        }  # fmt: skip
        for name, value in values.items():
            columns[name].append(value)
    return check(typed(columns))


def _span(chance: random.Random) -> DateSpan:
    """A day, week, month, … or century; the more recent the more likely, the older the coarser."""
    old = chance.random() < 0.06
    day = LAST - dt.timedelta(days=int(chance.uniform(9_000, 130_000)) if old else int(chance.expovariate(1 / 700)))
    later = day + dt.timedelta(days=int(chance.expovariate(1 / 200)) + 2)
    form = chance.choices(range(11), (1, 1, 4, 1, 8, 5, 4, 2, 2, 1, 1) if old else (46, 6, 16, 3, 8, 1, 0, 10, 5, 2, 3))[0]
    year = f"{day.year:04d}"
    edtf = (
        day.isoformat(), f"{day}/{day + dt.timedelta(days=6)}", f"{day:%Y-%m}", f"{year}-2{1 + day.month % 4}", year, f"{year[:3]}X",
        f"{year[:2]}XX", f"{day}/{later}", f"{day}/..", f"../{day}", f"{day:%Y-%m}~/{later:%Y-%m}~",
    )[form]  # fmt: skip
    return DateSpan.from_edtf(edtf)
