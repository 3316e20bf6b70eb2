"""Listing: a timeline as it stands in a terminal."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from timeline.events.event import Reading

_WIDTH = 100  # where no terminal tells its own


def show(frame: pd.DataFrame, readings: Sequence[Reading]) -> None:
    """The table for a terminal: when, what, what sort; then what could not be dated, and notes."""
    from timeline.page.words import publication

    names = Counter(reading.article.name for reading in readings)
    for reading in readings:
        article = reading.article
        name = article.name if names[article.name] == 1 else f"{article.name} – {article.source}"
        print(f"{line(name)} ({publication(article)})")
    if frame.empty:
        say_nothing_found(readings)
    else:
        print()
        _show_events(frame)
    for heading, lines in _leftovers(readings).items():
        if lines:
            print(f"\n{heading}")
            for each in lines:
                print(textwrap.fill(each, columns(), initial_indent="  ", subsequent_indent="    "))


def _show_events(frame: pd.DataFrame) -> None:
    from timeline.drawing.wording import article_words, count_words, other_dates, teller_words
    from timeline.page.words import dates_in_words, sort_words

    told: list[dict[str, Any]] = frame.to_dict("records")  # type: ignore[assignment]
    rows = [
        (when, line(row["title"]), ", ".join(filter(None, [sort_words(row["kind"], row["status"]), article_words(row)])))
        for when, row in zip(dates_in_words(frame), told, strict=True)
    ]
    first, last = (max(len(row[k]) for row in rows) for k in (0, 2))
    room = max(24, columns() - first - last - 6)
    for event, (when, title, kind) in zip(told, rows, strict=True):
        lines = textwrap.wrap(title, room) or [""]
        print(f"  {when:<{first}}  {lines[0]:<{room}}  {kind}".rstrip())
        for more in lines[1:]:
            print(f"  {'':<{first}}  {more}")
        others = other_dates(event)
        for mention in [{**event, "agrees": True}, *others] if others else []:
            quote = f"{line(teller_words(mention))}: {line(mention['sentence'])}"
            print(textwrap.fill(quote, columns(), initial_indent=" " * (first + 4), subsequent_indent=" " * (first + 6)))
    print(f"\n{count_words(len(rows), 'event')}")


def _leftovers(readings: Sequence[Reading]) -> dict[str, list[str]]:
    several = len(readings) > 1
    undated, notes = [], []
    for reading in readings:
        where = f"{line(reading.article.source or reading.article.name)}: " if several else ""
        undated += [f"{where}{line(timex.text)} — {line(timex.reason) or 'no date in these words'}" for timex in reading.undated]
        notes += [where + line(note.message) for note in reading.notes]
    return {"Not dated": undated, "Notes": notes}


def say_nothing_found(readings: Sequence[Reading]) -> None:
    from timeline.page.words import nothing_found

    undated = next((reading for reading in readings if reading.article.published is None), readings[0])
    said = nothing_found(undated.article)
    if undated.article.published is None:
        said += " Give it with --published."
    print(textwrap.fill(said, columns()))


def line(words: object) -> str:
    """Words of an article as one line that cannot command a terminal."""
    from timeline.drawing.escape import label

    return label(words)


def columns() -> int:
    return min(max(60, shutil.get_terminal_size((_WIDTH, 24)).columns if sys.stdout.isatty() else _WIDTH), 160)
