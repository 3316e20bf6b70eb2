"""Sentences that the page and the command line both say."""

import datetime as dt
import hashlib
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from timeline.article import Article
from timeline.drawing.wording import date_words

if TYPE_CHECKING:
    import pandas as pd

NOTHING_FOUND = (
    "No dated events found. Looked for days, months, years, decades and centuries, ranges, weekdays, named times such as "
    "World War II and terms of office, and for dates that count from publication, such as yesterday or two years ago."
)
NEEDS_PUBLICATION = "Dates that count from publication need the day of publication, which is not known."

_DATING = ["start", "stop", "grain", "approximate", "certainty"]
_ORIGINS = {
    "given": "as you gave it",
    "metadata": "from what the source says about itself",
    "dateline": "from the first lines of the text",
}


@cache
def made_with() -> str:
    """The version of the program and of its rules: `version 0.1.0, rules 3f2a9c1d`; the same rules have the same letters anywhere."""
    from timeline.dates.tagger import rules

    told = "\n".join(f"{rule.name} {rule.pattern}" for rule in rules())
    return f"version {import_module('timeline').__version__}, rules {hashlib.sha256(told.encode()).hexdigest()[:8]}"


def nothing_found(*articles: Article) -> str:
    """What was looked for, and what to do about dates that could not be reckoned."""
    return NOTHING_FOUND if all(article.published for article in articles) else f"{NOTHING_FOUND} {NEEDS_PUBLICATION}"


def publication(article: Article) -> str:
    """When an article was published and how that is known."""
    if article.published is None:
        return "day of publication not known"
    return f"published {day_words(article.published)}, {_ORIGINS[article.published_from]}"


def day_words(day: dt.date) -> str:
    """A day in words: 18 January 2025."""
    return date_words({"start": day, "stop": day + dt.timedelta(days=1), "grain": "day"})


def dates_in_words(frame: "pd.DataFrame") -> list[str]:
    """The date of each row of a table in words."""
    return [date_words(cast(dict[str, Any], row)) for row in frame[_DATING].to_dict("records")]


def sort_words(kind: str, status: str) -> str:
    """What sort of event it is, and whether it is more, or less, than a thing that happened."""
    return kind if status == "happened" else f"{kind}, {status}"
