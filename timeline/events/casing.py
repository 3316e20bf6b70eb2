"""Lines in capitals, written as a sentence is, so that names and grammar can be seen in them; no character moves."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from timeline import knowledge
from timeline.events.sentences import DATELINE

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?")
_NAMED_TIMES = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October "
    "November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Christmas Easter Ramadan"
).split()
_LONGEST = 4  # words of a name that is looked for


def in_sentence_case(text: str) -> str:
    """The text with its lines in capitals in sentence case: of the same length, names as the tables or the rest of the text have them."""
    lines = [line for line in _LINE.finditer(text) if _shouted(line[0])]
    if not lines:
        return text
    calm = "".join(line[0] for line in _LINE.finditer(text) if not _shouted(line[0]))
    known = {word.lower(): word for word in re.findall(r"(?<=[a-z,] )[A-Z][a-z]+", calm)}
    pieces, at = [], 0
    for line in lines:
        opening = DATELINE.match(line[0])
        story = line.start() + (opening.end() if opening else 0)  # a dateline is in capitals in any story
        pieces += [text[at:story], _calmed(text[story : line.end()], known)]
        at = line.end()
    return "".join([*pieces, text[at:]])


def _shouted(line: str) -> bool:
    """Whether a line is in capitals and says more than a heading of two words does."""
    letters = [char for char in line if char.isalpha()]
    return len(letters) >= 12 and len(line.split()) >= 4 and sum(char.isupper() for char in letters) >= 0.9 * len(letters)


def _calmed(line: str, known: dict[str, str]) -> str:
    words = list(_WORD.finditer(line))
    out = list(line)
    at, opens = 0, True
    while at < len(words):
        first = words[at]
        for count in range(min(_LONGEST, len(words) - at), 0, -1):
            start, stop = first.start(), words[at + count - 1].end()
            form, stop = _form_of(line, start, stop, known if count == 1 else {})
            if form is not None and len(form) == stop - start:
                out[start:stop] = form
                break
        else:
            count, stop = 1, first.end()
            lower = first[0].lower()
            if len(lower) == len(first[0]) and "." not in first[0][:-1]:
                out[first.start() : stop] = lower
        if opens:
            out[first.start()] = first[0][0]
        opens = first[0].endswith(".") and "." not in first[0][:-1] or line[stop : stop + 1] in ".!?:"
        at += count
    return "".join(out)


def _form_of(line: str, start: int, stop: int, known: Mapping[str, str]) -> tuple[str | None, int]:
    """How the tables or the rest of the text write some words, and where those end: without the stop or the ’s behind a name."""
    said = line[start:stop].lower()
    bare = said.removesuffix(".").removesuffix("'s").removesuffix("’s")
    for words in (said, bare):
        if form := _forms().get(words) or known.get(words):
            return form + line[start + len(words) : stop].lower(), stop
    return None, stop


@cache
def _forms() -> dict[str, str]:
    """Every name of the tables by its lower case."""
    tables = (knowledge.leader_forms(), knowledge.metonym_forms(), knowledge.place_forms(), knowledge.actor_forms())
    written = sorted((form for table in tables for form in table if form[:1].isupper() and len(form) > 2), key=str.isupper)
    forms = {form.lower(): form for form in written}
    return forms | {word.lower(): word for word in _NAMED_TIMES} | {"u.s.": "U.S.", "u.n.": "U.N.", "u.k.": "U.K.", "e.u.": "E.U."}
