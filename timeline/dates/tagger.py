"""The tagger: finds the time expressions of a text and gives each its date; the one door to the reading of dates."""

import datetime as dt

from timeline.dates import dating
from timeline.dates.language import language_of
from timeline.dates.prose import Prose
from timeline.dates.rules import Modifier, Rule
from timeline.dates.scanning import scan
from timeline.dates.timex import Timex
from timeline.errors import BadDate, demand


def tag(
    text: str,
    published: dt.date | None = None,
    language: str = "en",
    narrative: bool | None = None,
    day_first: bool | None = None,
) -> list[Timex]:
    """The time expressions of a text in their order, each with its TIMEX3 value and, where it has one, its date.

    `published` is what relative expressions count from; without it they stay undated, with the reason. `narrative` texts (histories)
    count from the date the story has reached instead; None decides from the text. `day_first` is the order of day and month in numeric
    dates such as 3/4/2014; None is that of the text's other dates, and where these do not show it, both days are possible.
    """
    demand(text, str, "tag", "Give a text as str; article_from() reads bytes and files.")
    if isinstance(published, dt.datetime):
        published = published.date()
    if published is not None and not isinstance(published, dt.date):
        raise BadDate(f"published={published!r} is no date. Give a datetime.date, such as date(2025, 1, 18).")
    ready, prose = language_of(language), Prose(text)
    return dating.date(prose, scan(prose, ready), ready, published, narrative, day_first)


def rules(language: str = "en") -> list[Rule]:
    """Every rule of a language in the order in which they win ties, guards too."""
    return list(language_of(language).index.rules)


def modifiers(language: str = "en") -> list[Modifier]:
    """The words in front of an expression that belong to it."""
    return list(language_of(language).modifiers)
