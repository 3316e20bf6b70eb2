"""Event, Note and Reading: what reading an article gives."""

from dataclasses import dataclass

from timeline.article import Article
from timeline.dates.datespan import DateSpan
from timeline.dates.timex import Timex

KINDS = (
    "accord", "ceasefire", "diplomacy", "statement", "threat", "sanction", "aid", "mobilisation", "attack", "invasion",
    "conflict", "withdrawal", "regime change", "leadership", "election", "protest", "justice", "economy", "disaster", "other",
)  # fmt: skip
STATUSES = ("happened", "planned", "alleged", "negated", "recurring")


@dataclass(frozen=True, slots=True)
class Event:
    """One mention of an event; `when` is always known, and `timex` is the expression that dates it.

    The trigger covers the event word (`signed`, `treaty`), not the clause. `sentence` stands in the article to the letter.
    `agents` are those of the `actors` who act; the others are acted on.
    """

    id: str
    article_id: str
    when: DateSpan
    timex: Timex
    title: str
    sentence: str
    trigger_start: int
    trigger_stop: int
    kind: str
    actors: tuple[str, ...]
    agents: tuple[str, ...]
    places: tuple[str, ...]
    status: str
    certainty: str
    score: float
    of: str = ""  # the id of the event whose part, result or continuation it tells, and whose row speaks for it


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader of the timeline should know: `message` in plain words, and where in the text, if anywhere."""

    message: str
    start: int | None = None
    stop: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one article; `undated` are the expressions without a date, each with its `reason`."""

    article: Article
    timexes: tuple[Timex, ...]
    events: tuple[Event, ...]
    undated: tuple[Timex, ...]
    notes: tuple[Note, ...]
