"""Paragraphs and sentences of a text, as offsets into it; done by rule, so that only sentences worth parsing are parsed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.events.wordlist import words

LONGEST = 480  # a quoted sentence; longer ones are cut at clause marks, so that a reader sees what proves the event

_TITLES = "Mr Mrs Ms Dr Prof Gen Lt Col Maj Capt Cpl Sgt Adm Cmdr Gov Sen Rep Pres Hon Rev Fr St Ste Mt Ft Amb Supt Insp"
_MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun"
_OTHERS = "v vs etc al cf ca approx No Nos Art Arts Sec Ch Vol Fig pp ed eds est dept Dept Univ Ave Blvd Jr Sr Messrs"
# These may also end a sentence, so the next word decides.
_SOMETIMES = {
    "Inc",
    "Corp",
    "Ltd",
    "Co",
    "Bros",
    "Jr",
    "Sr",
    "etc",
    "U.S",
    "U.N",
    "U.K",
    "E.U",
    "a.m",
    "p.m",
    "D.C",
    "B.C",
    "A.D",
    "U.S.S.R",
}
_ABBREVIATIONS = frozenset(f"{_TITLES} {_MONTHS} {_OTHERS}".split()) - _SOMETIMES
_OPENERS = words(
    "The A An In On At By It He She They We I But And For As This That These Those His Her Its Their After Before Since When "
    "While If However Meanwhile Although Both Some Many Most No Not There Last Next Under During With From Officials Police "
)

# The place, day and agency that a report opens with; not part of its first sentence.
DATELINE = re.compile(
    r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’./-]+(?:\s[A-ZÀ-ÖØ-Þ'’./-]+){0,3}(?:,\s[A-Z][\w. -]{2,30})?"
    r"(?:,\s(?:[A-Z][A-Za-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][A-Za-z]{2,8}\.?)(?:,?\s\d{4})?)?(?:\s\([\w /-]{2,40}\))?"
    r"\s*(?:—|–|--|(?<=\s)-|_|:)\s+"
    # In small letters it is one where it gives the day in full.
    r"|[A-ZÀ-ÖØ-Þ][\w'’.-]{1,30}(?:,?\s[A-ZÀ-ÖØ-Þ][\w'’.-]{1,30}){0,3},\s"
    r"(?:[A-Z][A-Za-z]{2,8}\.?\s\d{1,2},?|\d{1,2}\s[A-Z][A-Za-z]{2,8}\.?,?)\s\d{4}(?:\s\([\w /-]{2,40}\))?\s*(?:—|–|--|(?<=\s)-)\s+"
)
_STOP = re.compile(
    # A run of stops is tried once, at its beginning, and never in part: a thousand of them must not take a million steps.
    r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s)|(?<![.!?…])[.!?…]++[\"”’]++(?=[A-Z])"
    # What is left of a printed page: a stop without its space, and one before the number of a note.
    r"|(?:(?<=[a-z]{3})|(?<=\b(?:19|20)\d\d)|(?<=\w\s))\.(?=[A-Z][a-z]*\s)|(?:(?<=[a-z]{3})|(?<=\b(?:19|20)\d\d))\.\[?\d{1,3}\]?(?=\s+[A-Z])"
)
# Where a line opens a new one of a list or of a talk, and what parts the cells of a table.
_ITEM = re.compile(r"[•●▪◦‣∙·*|]\s|(?:Q|A|[A-Z][A-Z.'’ -]{2,30}):\s(?=\S)")
_WEAK_ITEM = re.compile(r"[-–—]\s|\(?(?:\d{1,3}|[a-zQA]|[ivx]{2,4})[.)]\s")
CELLS = re.compile(r"[^\S\n]*\t\s*|\s*\|\s*|[^\S\n]{3,}|;(?=\S)")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“‘]+$")
_NEXT = re.compile(r"\s*[\"'“‘(\[]*([^\s]+)")
_BREAK = re.compile(r"\n[ \t\r\f\v]*\n\s*|\x0c\s*")
_LINE_END = re.compile(r"(?<=\S)[^\S\n]*\n[^\S\n]*(\S)")
_ENDS = '.!?…"”:'
_GAPS = re.compile(r"\S[^\S\n]{3,}(?=\S)|\S;(?=\S)")
_CLAUSE_MARK = re.compile(r"[;:—–]\s|,\s")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters `start` to `stop` of the article; `paragraph` counts from 0, `heading` says that it is no sentence but a title line."""

    start: int
    stop: int
    paragraph: int
    heading: bool = False


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text, in order, without the white space around them; titles and headings stand alone."""
    found: list[Sentence] = []
    for number, (start, stop) in enumerate(paragraphs(text)):
        if opening := DATELINE.match(text, start, stop):
            found.append(Sentence(start, opening.end(), number, heading=True))
            start = opening.end()
        pieces = [cut for piece in _split(text, start, stop) for cut in _cut(text, *piece)]
        if not pieces:
            continue
        heading = len(pieces) == 1 and stop - start <= 150 and text[stop - 1] not in '.!?…"”’:;,' and "\n" not in text[start:stop]
        found += [Sentence(a, b, number, heading) for a, b in pieces]
    return found


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and stop of each paragraph: blocks between empty lines, and single lines where lines are not merely wrapped."""
    at = 0
    everywhere = _runs_on([(m.start(), m.start(1)) for m in _LINE_END.finditer(text)], text)
    for gap in [*_BREAK.finditer(text), None]:
        stop = gap.start() if gap else len(text)
        yield from _lines(text, at, stop, everywhere)
        at = gap.end() if gap else stop


def _runs_on(ends: Sequence[tuple[int, int]], text: str) -> bool | None:
    """Whether lines are wrapped, as many of them going on in lower case shows; None where too few could show it."""
    could = [text[c].islower() for b, c in ends if text[c].isalpha() and text[b - 1] not in _ENDS]
    return sum(could) >= 0.25 * len(could) if len(could) >= 3 else None


def _lines(text: str, start: int, stop: int, everywhere: bool | None) -> Iterator[tuple[int, int]]:
    """A block as one paragraph if its lines are wrapped, else a paragraph for each line; an item or a row of a table is always one."""
    lines: list[tuple[int, int]] = []
    at = start
    for line in text[start:stop].split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    lines = [trimmed for line in lines if (trimmed := _trim(text, *line))]
    if not lines:
        return
    widest = max(b - a for a, b in lines)
    runs_on = _runs_on([(b, c) for (_, b), (c, _) in zip(lines, lines[1:], strict=False)], text)
    runs_on = everywhere if runs_on is None else runs_on
    if not any(char.islower() for char in text[start:stop]):
        runs_on = None  # capitals do not show it
    listed = sum(_WEAK_ITEM.match(text, a) is not None for a, _ in lines) >= 2
    begin = lines[0][0]
    for (a, b), (c, d) in zip(lines, lines[1:], strict=False):
        # A wrapped line is nearly as long as the widest and goes on in the next; the end of a paragraph is shorter or stops.
        ends = text[b - 1] in _ENDS or b - a < 0.6 * widest
        wrapped = 40 <= widest <= 130 and runs_on is not False and not (ends and (b - a < 0.8 * widest or c - b > 3))
        if wrapped and runs_on is None:  # the next word would not have fitted
            wrapped = b - a + 1 + len(text[c:d].split(maxsplit=1)[0]) > 0.9 * widest
        apart = _ITEM.match(text, c) or (listed and _WEAK_ITEM.match(text, c)) or is_row(text[c:d]) or is_row(text[a:b])
        if apart or not (wrapped or text[c].islower()):
            yield begin, b
            begin = c
    yield begin, lines[-1][1]


def is_row(line: str) -> bool:
    """Whether a line is a row of a table: cells parted by tabs, bars, wide gaps or bare semicolons."""
    return "\t" in line.strip() or line.count("|") >= 2 or len(_GAPS.findall(line)) >= 2


def _trim(text: str, start: int, stop: int) -> tuple[int, int] | None:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return (start, stop) if start < stop else None


def _split(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    at = start
    for mark in _STOP.finditer(text, start, stop):
        if mark.end() < stop and _ends_sentence(text, at, mark, stop):
            if trimmed := _trim(text, at, mark.end()):
                yield trimmed
            at = mark.end()
    if trimmed := _trim(text, at, stop):
        yield trimmed


def _ends_sentence(text: str, start: int, mark: re.Match[str], stop: int) -> bool:
    following = _NEXT.match(text, mark.end(), stop)
    word = following[1] if following else ""
    if not word or word[0].islower():
        return False
    if mark[0] != ".":
        return True
    before = _WORD_BEFORE.search(text, max(start, mark.start() - 20), mark.start())
    last = before[0] if before else ""
    if last in _ABBREVIATIONS or re.fullmatch(r"[A-Z]", last):
        return False
    if last in _SOMETIMES or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", last):
        return word.strip("\"'“”‘’,") in _OPENERS
    return True


def _cut(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The sentence itself, or pieces of it that are not too long to quote, cut at clause marks where there are some."""
    while stop - start > LONGEST:
        marks = [m.end() for m in _CLAUSE_MARK.finditer(text, start + LONGEST // 3, start + LONGEST)]
        at = marks[-1] if marks else max(text.rfind(" ", start + 1, start + LONGEST), text.rfind("\n", start + 1, start + LONGEST))
        at = at if at > start else start + LONGEST
        if trimmed := _trim(text, start, at):
            yield trimmed
        start = at
    if trimmed := _trim(text, start, stop):
        yield trimmed
