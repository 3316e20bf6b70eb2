"""How well the events of whole articles are found, and how well event words are dated.

Articles, against the events that a careful reader finds (`data/gold/articles`), in per cent:

    recall     core events found: the days are among those accepted and the words stand in title or sentence
    precision  our rows that answer a gold event; each row with a title that the gold forbids counts as one more wrong row
    titles     of core events found, titles with the gold words that are headlines of their own
    status, kind, actors, places   agreement on the core events found; of actors and places the share that is named

Event words whose day is known (`tanchor`; Cheng and Miyao, 2020), in per cent. Most happened on the day of publication, which is easy to
guess, so they are parted:

    recall     words of another day that were given exactly theirs
    precision  of the days other than publication's that we gave, those that are right
    kept       words of the day of publication that were given no other day
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import timeline
from tests.measure.gold import GoldArticle, parsed
from timeline.article import Article
from timeline.events.event import Event

LONGEST_TITLE, LONGEST_SENTENCE, LONGEST_TRIGGER = 90, 500, 60
STUMPS = frozenset(
    "a an the of in on at to for and or but by with from that which who as its his her their was were is are has have had be been".split()
)
BARE = frozenset("he she it they his her its their both this that but and who which".split())
DAY = dt.timedelta(days=1)


def span_of(row: Any) -> str:
    """The days of a row as the gold writes them: `2024-06-27/2024-06-28`, `..` for an open end."""
    return "/".join(".." if end != end else end.date().isoformat() for end in (row.start, row.stop))


def is_headline(title: str, sentence: str, expression: str) -> bool:
    """Whether a title stands on its own: neither the sentence nor a stump of it, no time words, no bare pronoun in front."""
    words = title.split()
    if not words or title == sentence or title[-1] in ",;:–-":
        return False
    if words[-1].lower().strip(".") in STUMPS or words[0].lower() in BARE:
        return False
    return not expression or expression.lower() not in title.lower()


def _holds(words: Sequence[str], text: str) -> int:
    return sum(word in text.lower() for word in words)


def _answers(row: Any, gold: dict[str, Any], text: str) -> bool:
    """Whether a row tells of a gold event. One beside a core event must be told in the title, so that leftovers earn nothing."""
    sound = len(row.title) <= LONGEST_TITLE and len(row.sentence) <= LONGEST_SENTENCE and row.sentence in text
    told = _holds(gold["words"], f"{row.title} {row.sentence}") == len(gold["words"])
    return sound and told and span_of(row) in gold["when"] and (gold["core"] or _holds(gold["title"], row.title) == len(gold["title"]))


def counted(article: GoldArticle, rows: Sequence[Any]) -> Counter[str]:
    """What is right in one article, to be added up over a set."""
    n: Counter[str] = Counter(rows=len(rows))
    left = list(rows)
    for gold in sorted(article.events, key=lambda gold: (not gold["core"], len(gold["when"]))):
        n["core"] += gold["core"]
        fitting = [row for row in left if _answers(row, gold, article.text)]
        if not fitting:
            continue
        row = max(fitting, key=lambda row: _holds(gold["title"], row.title))
        left.remove(row)
        n["answering"] += 1
        if gold["core"]:
            n += _agreement(row, gold)
    n["forbidden"] = sum(word.lower() in row.title.lower() for row in rows for word in article.never)
    return n


def _agreement(row: Any, gold: dict[str, Any]) -> Counter[str]:
    n = Counter(found=1, status=int(str(row.status) == gold["status"]))
    n["titles"] = int(
        _holds(gold["title"], row.title) == len(gold["title"]) and is_headline(row.title, row.sentence, gold.get("expression", ""))
    )
    n["kind asked"], n["kind"] = int(bool(gold["kind"])), int(str(row.kind) in gold["kind"])
    for name in ("actors", "places"):
        n[f"{name} asked"] = len(gold[name])
        n[name] = sum(any(_holds([either], getattr(row, name)) for either in one.lower().split("|")) for one in gold[name])
    return n


def share(right: int, all_: int) -> float:
    """A share in per cent, of nothing zero."""
    return 100 * right / all_ if all_ else 0.0


def tallied(article: GoldArticle) -> Counter[str]:
    """What is right in one article as it is read."""
    frame = timeline.extract(article.text, published=article.published)
    return counted(article, list(frame.itertuples(index=False)))


def shares(tallies: Sequence[Counter[str]]) -> dict[str, float]:
    """Every measure of a set of articles."""
    n = sum(tallies, Counter[str]())
    return {
        "texts": len(tallies),
        "core": n["core"],
        "recall": share(n["found"], n["core"]),
        "precision": share(n["answering"], n["rows"] + n["forbidden"]),
        "titles": share(n["titles"], n["found"]),
        "status": share(n["status"], n["found"]),
        **{name: share(n[name], n[f"{name} asked"]) for name in ("kind", "actors", "places")},
    }


def event_words(path: Path) -> tuple[str, dt.date, list[tuple[int, int, dt.date]]]:
    """The text of a TimeML file, its day of publication, and its event words that happened on one certain day."""
    text, covered, published = parsed(path)
    if published is None:
        raise ValueError(f"{path} has no day of publication")
    words = []
    for start, stop, element in covered:
        if element.tag == "EVENT" and re.fullmatch(r"\d{4}-\d\d-\d\d", anchor := element.get("tanchor", "")):
            words.append((start, stop, dt.date.fromisoformat(anchor)))
    return text, published, sorted(words)


def days_measured(paths: Iterable[Path]) -> dict[str, float]:
    """Every measure of the days given to event words; the first event whose trigger covers a word answers for it."""
    n: Counter[str] = Counter()
    for path in paths:
        n["texts"] += 1
        text, published, words = event_words(path)
        events = timeline.read(Article(text=text, published=published)).events
        for start, stop, day in words:
            given = _day_given(events, start, stop)
            background = day != published
            n["background" if background else "fresh"] += 1
            n["right"] += background and given == day
            n["given"] += given is not None and given != published
            n["misdated"] += not background and given is not None and given != published
    return {
        "texts": n["texts"],
        "words": n["background"] + n["fresh"],
        "recall": share(n["right"], n["background"]),
        "precision": share(n["right"], n["given"]),
        "kept": 100 - share(n["misdated"], n["fresh"]),
    }


def _day_given(events: Sequence[Event], start: int, stop: int) -> dt.date | None:
    for event in events:
        short = event.trigger_stop - event.trigger_start <= LONGEST_TRIGGER
        if short and event.trigger_start < stop and start < event.trigger_stop:
            one_day = event.when.start and event.when.stop == event.when.start + DAY
            return event.when.start if one_day else None
    return None
