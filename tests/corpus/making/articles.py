"""Articles: the texts around the tellings, with headlines, papers and copies, and the gold that says where each telling stands."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterator
from random import Random
from typing import Any

from tests.corpus.making.dates import MONTHS
from tests.corpus.making.filler import filler
from tests.corpus.making.names import ARTICLES_OF_DATELINES, PAPERS
from tests.corpus.making.telling import Mention, told

_COPIES = 0.08  # of the articles are an agency's text under another headline
_WORDS_A_SENTENCE = 15  # about, to lay tellings out evenly
_SHARE_DATED = (0.2, 0.34)

Line = dict[str, Any]


def made(number: int, seed: int, words: tuple[int, int] = (300, 900), years: float = 10) -> Iterator[tuple[Line, list[Line]]]:
    """Each article with its gold, one line a mention, in the order of time."""
    rng = Random(seed)
    share = sum(_SHARE_DATED) / 2
    fewest, most = (length / _WORDS_A_SENTENCE * share for length in words)
    lately: deque[tuple[Line, list[Line], Mention]] = deque(maxlen=20)
    for at, (day, mentions) in enumerate(told(number, rng, years, int(fewest), int(most))):
        lead = mentions[0]
        same_day = [each for each in lately if each[0]["date"] == day.isoformat()] if rng.random() < _COPIES else []
        if same_day:
            known, gold, lead = same_day[int(rng.random() * len(same_day))]
            article = _head(at, day, lead, rng, known["title"]) | {"text": known["text"]}
            yield article, [{**line, "article": article["id"]} for line in gold]
            continue
        article = _head(at, day, lead, rng)
        text, gold = _text(article["id"], day, mentions, words, rng)
        article["text"] = text
        lately.append((article, gold, lead))
        yield article, gold


def _head(at: int, day: dt.date, lead: Mention, rng: Random, taken: str = "") -> Line:
    name, paper = f"a{at:07d}", PAPERS[int(rng.random() * len(PAPERS))]
    title = lead.title
    if title == taken:
        title = f"Report: {title}"
    host = paper.lower().replace(" ", "-")
    url = f"https://{host}.example/{day.year}/{day.month:02d}/{name}"
    return {"id": name, "date": day.isoformat(), "title": title, "source": paper, "url": url}


def _text(name: str, day: dt.date, mentions: list[Mention], words: tuple[int, int], rng: Random) -> tuple[str, list[Line]]:
    share = _SHARE_DATED[0] + rng.random() * (_SHARE_DATED[1] - _SHARE_DATED[0])
    length = min(words[1] - 40, max(words[0] + 5, int(len(mentions) / share * _WORDS_A_SENTENCE)))
    sentences, said = int(length / _WORDS_A_SENTENCE), 0
    side = mentions[0].event.agent
    line = ARTICLES_OF_DATELINES[int(rng.random() * len(ARTICLES_OF_DATELINES))]
    place = side.capital.upper()
    parts = [line.format(place=place, month=MONTHS[day.month - 1], day=day.day, iso=day.isoformat())]
    at, gold, placed, count, paragraph = len(parts[0]), [], 0, 0, 0
    sides = mentions[0].event.sides
    # The first telling opens the text; the others stand in their order among the filler, now and then two together.
    room = (sentences - 2) / len(mentions)
    due = 0.0
    while said < length:
        ends = paragraph >= 2 and rng.random() < 0.4
        if count:
            parts.append("\n\n" if ends else " ")
            at += len(parts[-1])
            paragraph = 0 if ends else paragraph
        if placed < len(mentions) and count >= due:
            mention = mentions[placed]
            placed += 1
            sentence = mention.before + mention.trigger + mention.after
            gold.append(_gold(name, mention, at, len(sentence)))
            together = placed < len(mentions) and mentions[placed].dated.words.endswith("earlier")
            due = count + 1 if together else placed * room + rng.random() * 1.5
        else:
            state = sides[int(rng.random() * len(sides))]
            sentence = filler(rng, state.capital, state.adjective)
        parts.append(sentence)
        at += len(sentence)
        said += sentence.count(" ") + 1
        count += 1
        paragraph += 1
    return "".join(parts), gold


def _gold(name: str, mention: Mention, at: int, length: int) -> Line:
    event, when = mention.event, mention.dated
    trigger = at + len(mention.before)
    return {
        "article": name, "start_char": at, "stop_char": at + length,
        "trigger_start": trigger, "trigger_stop": trigger + len(mention.trigger), "event": event.key,
        "start": when.start.isoformat(), "stop": when.stop.isoformat(), "grain": when.grain, "kind": event.deed.kind,
        "actors": mention.actors,
        "place": event.town if mention.wording.says_place else "", "status": event.status, "contradicts": mention.contradicts,
    }  # fmt: skip
