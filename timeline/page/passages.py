"""Passages: an article in parts, every time expression one of its own, with the manner in which it is marked."""

import itertools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline.dates.timex import Timex
from timeline.drawing.escape import label, plain
from timeline.drawing.wording import date_words
from timeline.events.event import Reading

if TYPE_CHECKING:
    import pandas as pd

# How an expression is marked: it dates an event that is shown, it has a date that dates none, its date is doubtful, it has none.
EVENT, DATED, DOUBTFUL, UNDATED = "event", "dated", "doubtful", "undated"
_DOUBT = {"ambiguous": "day and month could change places", "inferred": "carried over from another mention"}
_BETWEEN = 12  # characters of the words that join two ends of a range, such as `and` and `through`
_MOST = 200_000  # characters that a browser is given of one article


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an event stands in an article: the sentence that tells it, and the expression that dates it there."""

    start: int
    stop: int
    expression: int


def tellers(frame: "pd.DataFrame") -> dict[str, dict[int, list[str]]]:
    """Which events each expression dates: article → first character of the expression → ids, in the order of the table."""
    found: dict[str, dict[int, list[str]]] = {}
    for event_id, mentions in zip(frame["event_id"], frame["mentions"], strict=True):
        for mention in json.loads(mentions):
            ids = found.setdefault(mention["article_id"], {}).setdefault(mention["char_start"], [])
            if event_id not in ids:
                ids.append(event_id)
    return found


def with_ends(reading: Reading, dated: Mapping[int, list[str]]) -> dict[int, list[str]]:
    """What each expression dates, where both ends of a range (`January 2015` and `late 2016`) date the event that spans them."""
    shared = dict(dated)
    for first, second in itertools.pairwise(reading.timexes):
        if first.when is not None and first.when == second.when and 0 < second.start - first.stop <= _BETWEEN:
            ids = dated.get(first.start) or dated.get(second.start)
            shared |= {end.start: ids for end in (first, second) if ids and not dated.get(end.start)}
    return shared


def spot_of(row: Mapping[str, Any], reading: Reading) -> Spot | None:
    """Where an event of the table stands in an article that tells it; None where it does not."""
    for mention in json.loads(row["mentions"]):
        if mention["article_id"] == reading.article.id:
            start = reading.article.text.rfind(mention["sentence"], 0, mention["trigger_start"] + len(mention["sentence"]))
            start = start if start >= 0 else mention["char_start"]
            return Spot(start, start + len(mention["sentence"]), mention["char_start"])
    return None


def passages(reading: Reading, dated: Mapping[int, list[str]], spot: Spot | None = None) -> list[dict[str, Any]]:
    """The article in parts, in order and without a gap: `text`, `at`, and of an expression `sort`, `says` and whether it is `chosen`.

    A part inside the sentence of `spot` says so.
    """
    text = reading.article.text[:_MOST]
    timexes = {timex.start: timex for timex in (*reading.undated, *reading.timexes) if timex.stop <= len(text)}
    ends = [end for timex in timexes.values() for end in (timex.start, timex.stop)]
    sentence = (min(spot.start, len(text)), min(spot.stop, len(text))) if spot else (0, 0)
    cuts = sorted({0, len(text), *ends, *sentence})
    parts: list[dict[str, Any]] = []
    until = 0
    for start, stop in zip(cuts, cuts[1:], strict=False):
        part: dict[str, Any] = {"text": plain(text[start:stop]), "at": start}
        if sentence[0] <= start < sentence[1]:
            part["told"] = True
        timex = timexes.get(start)
        if timex is not None and start >= until:
            until = timex.stop
            part |= {"text": plain(timex.text), "sort": sort_of(timex, dated.get(start, [])), "says": says(timex)}
            if spot and spot.expression == start:
                part["chosen"] = True
        elif start < until:
            continue
        parts.append(part)
    if len(reading.article.text) > len(text):
        parts.append({"text": f"\n\n… {len(reading.article.text) - len(text):,} more characters are not shown here.", "at": len(text)})
    return parts


def sort_of(timex: Timex, events: list[str]) -> str:
    """The manner in which an expression is marked."""
    if timex.when is None:
        return UNDATED
    if timex.certainty == "ambiguous":
        return DOUBTFUL
    return EVENT if events else DATED


def says(timex: Timex) -> str:
    """What is known of an expression, in words: its date, or why it has none."""
    if timex.when is None:
        return label(timex.reason) or "no date in these words"
    span = timex.when
    words = date_words(
        {"start": span.start, "stop": span.stop, "grain": span.grain, "approximate": span.approximate, "certainty": timex.certainty}
    )
    doubt = _DOUBT.get(timex.certainty, "")
    return f"{words} ({doubt})" if doubt else words
