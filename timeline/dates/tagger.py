"""The tagger: finds the time expressions of a text and gives each its date; the one place that settles overlaps."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from typing import Any

from timeline.dates.datespan import DateSpan
from timeline.dates.grain import Grain
from timeline.dates.resolver import Anchors, Answer, between, opened, resolve
from timeline.dates.rules import Index, Modifier, Rule, compile_pattern
from timeline.dates.spec import Between, Calendar, Clock, Duration, Named, Numeric, Offset, Part, TimeSpec, Weekday
from timeline.dates.timex import Timex
from timeline.errors import UnknownLanguage

LANGUAGES = ("en",)


@dataclass(frozen=True, slots=True)
class Found:
    """An expression that a rule has read, before it has a date; `twin` is the other end of a range that one rule read."""

    start: int
    stop: int
    spec: TimeSpec
    rule: str
    mod: str = ""
    range: int = 0


@dataclass(frozen=True, slots=True)
class _Reader:
    """A language made ready: its index of rules, its modifiers as one regex, and its module, which reads contexts."""

    index: Index
    modifiers: tuple[Modifier, ...]
    stretch: "re.Pattern[str]"
    language: Any


@cache
def _reader(language: str) -> _Reader:
    if language not in LANGUAGES:
        raise UnknownLanguage(f"no rules for language {language!r}; have: {', '.join(LANGUAGES)}")
    module = import_module(f"timeline.dates.languages.{language}")
    modifiers = tuple(module.BOOK.modifiers)
    stretch = "|".join(f"(?P<m{k}>{modifier.pattern})" for k, modifier in enumerate(modifiers))
    return _Reader(module.BOOK.compiled(), modifiers, compile_pattern(rf"(?<![\w-])(?:{stretch})", r"\Z"), module)


def language_of(language: str = "en") -> Any:
    """The module of a language, which reads contexts: direction, side, joins, is_dateline."""
    return _reader(language).language


def rules(language: str = "en") -> list[Rule]:
    """Every rule of a language in the order in which they win ties, guards too."""
    return list(_reader(language).index.rules)


def modifiers(language: str = "en") -> list[Modifier]:
    """The words in front of an expression that belong to it."""
    return list(_reader(language).modifiers)


def tag(text: str, published: dt.date | None = None, language: str = "en", narrative: bool | None = None) -> list[Timex]:
    """The time expressions of a text in their order, each with its TIMEX3 value and, where it has one, its date.

    `published` is what relative expressions count from; without it they stay undated, with the reason. `narrative` texts (histories)
    count from the date the story has reached instead; None decides from the text.
    """
    if isinstance(published, dt.datetime):
        published = published.date()
    reader = _reader(language)
    found = _found(text, reader)
    if narrative is None:
        narrative = is_narrative(found, published)
    return _dated(text, found, reader, published, narrative)


def _found(text: str, reader: _Reader) -> list[Found]:
    """What the winning rules read, stretched by the modifiers in front of it."""
    found: list[Found] = []
    last = 0
    for start, stop, rule, match in settle(list(reader.index.candidates(text))):
        if rule.read is None:
            last = stop
            continue
        spec = rule.read(match)
        if spec is None:
            continue
        if isinstance(spec, Between) and "first" in match.re.groupindex:
            number = len(found) + 1
            found.append(_stretched(text, Found(*match.span("first"), spec.first, rule.name, range=number), reader, last))
            found.append(Found(*match.span("last"), spec.last, rule.name, range=number))
        else:
            one = _stretched(text, Found(start, stop, spec, rule.name), reader, last)
            found.append(_hung(text, one, found, reader))
        last = stop
    return found


def settle(candidates: list[tuple[int, int, Rule, "re.Match[str]"]]) -> list[tuple[int, int, Rule, "re.Match[str]"]]:
    """The candidates that win: the longest span, then the rule that comes first in the book; what overlaps a winner is out."""
    winners = []
    group: list[tuple[int, int, Rule, re.Match[str]]] = []
    reach = -1
    for candidate in [*candidates, None]:
        if candidate is not None and (candidate[0] < reach or not group):
            group.append(candidate)
            reach = max(reach, candidate[1])
            continue
        winners += _winners(group)
        if candidate is not None:
            group, reach = [candidate], candidate[1]
    return winners


def _winners(group: list[tuple[int, int, Rule, "re.Match[str]"]]) -> list[tuple[int, int, Rule, "re.Match[str]"]]:
    if len(group) < 2:
        return group
    taken: set[int] = set()
    kept = []
    for candidate in sorted(group, key=lambda c: (c[0] - c[1], c[2].order, c[0])):
        start, stop, rule, match = candidate
        if start in taken or stop - 1 in taken:
            continue
        if rule.read is not None and rule.read(match) is None:
            continue
        taken.update(range(start, stop))
        kept.append(candidate)
    return sorted(kept, key=lambda c: c[0])


def _hung(text: str, one: Found, found: list[Found], reader: _Reader) -> Found:
    """“Two days after 3 May” as one expression, which takes the place of the length it begins with."""
    if not isinstance(one.spec, (Weekday, Named)) and not (isinstance(one.spec, Calendar) and one.spec.day):
        return one
    hung = reader.language.hangs(text, one.start)
    if hung is None or (found and found[-1].stop > hung[0] and not isinstance(found[-1].spec, Duration)):
        return one
    while found and found[-1].stop > hung[0]:
        found.pop()
    return replace(one, start=hung[0], spec=Offset(hung[1], hung[2], later=hung[2] > 0, of=one.spec))


def _stretched(text: str, found: Found, reader: _Reader, last: int) -> Found:
    """The expression with the words in front that belong to it (early, the end of, nearly)."""
    match = reader.stretch.search(text, max(last, found.start - 40), found.start)
    if match is None:
        return found
    modifier = reader.modifiers[int((match.lastgroup or "m0")[1:])]
    if not isinstance(found.spec, modifier.to) or (
        modifier.unless and re.match(modifier.unless, text[found.start : found.stop], re.IGNORECASE)
    ):
        return found
    spec, mod = found.spec, modifier.mod
    if mod in ("START", "MID", "END", "APPROX") and not isinstance(spec, Duration):
        spec = Part(mod, spec)
    elif isinstance(spec, Duration):
        spec = replace(spec, mod=mod)
    return replace(found, start=match.start(), spec=spec, mod=mod)


def is_narrative(found: list[Found], published: dt.date | None) -> bool:
    """Whether a text is a history: its dates have years of their own, most of them long before publication, and few count from it."""
    years = [year for f in found if (year := _year(f.spec)) is not None]
    deictic = sum(_deictic(f.spec) for f in found)
    if published is None:
        return len(years) >= 2 and deictic == 0
    old = sum(year < published.year - 1 for year in years)
    return old >= 5 and (old >= 0.6 * len(years) or len(years) >= 40) and len(years) > 12 * deictic


def _year(spec: TimeSpec) -> int | None:
    if isinstance(spec, Part):
        return _year(spec.of)
    if isinstance(spec, Clock) and spec.day is not None:
        return _year(spec.day)
    return spec.year if isinstance(spec, (Calendar, Numeric)) else None


def _deictic(spec: TimeSpec) -> bool:
    """Whether the words count from the day of writing: today, Friday, last week."""
    if isinstance(spec, Part):
        return _deictic(spec.of)
    if isinstance(spec, Clock):
        return spec.day is not None and _deictic(spec.day)
    return isinstance(spec, Weekday) or (isinstance(spec, Offset) and spec.base == "published" and spec.count is not None)


def _day_first(found: list[Found], text: str) -> bool | None:
    """The order of day and month that the unambiguous numeric dates of the text show, None if none or both."""
    orders = set()
    for f in found:
        if match := re.match(r"(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}\Z", text[f.start : f.stop]):
            a, b = int(match[1]), int(match[2])
            if (a > 12) != (b > 12):
                orders.add(a > 12)
    return orders.pop() if len(orders) == 1 else None


def _dated(text: str, found: list[Found], reader: _Reader, published: dt.date | None, narrative: bool) -> list[Timex]:
    """Each expression with its date, from left to right, since later ones may count from earlier ones."""
    timexes: list[Timex] = []
    reached: DateSpan | None = None
    near_stop, moved_at = -1, 0
    quarter: DateSpan | None = None
    day_first = _day_first(found, text)
    for f in found:
        needs = _needs_direction(f.spec)
        way = reader.language.direction(text, f.start, f.stop) if needs else ""
        near = (
            reached is not None
            and 0 <= near_stop <= f.start
            and way != "future"
            and reader.language.same_sentence(text, near_stop, f.start)
        )
        history = narrative and not (needs and published is not None and reader.language.looks_ahead(text, f.start, f.stop))
        anchors = Anchors(published, reached, history, way, near and history == narrative, day_first, quarter)
        last = timexes[-1] if timexes and timexes[-1].when and timexes[-1].when.start else None
        if narrative and last is not None and _counts_from_last(text, f.spec, last, reader.language, f.start):
            anchors = replace(anchors, reached=last.when)
        joined = last is not None and reader.language.joins(text, last.start, last.stop, f.start)
        pair = last is not None and isinstance(f.spec, Weekday) and isinstance(last.spec, Weekday)
        if pair and last is not None and last.when is not None and (joined or _LISTED.fullmatch(text, last.stop, f.start)):
            anchors = replace(anchors, published=last.when.start, direction="future")  # Monday to Friday, Thursday and Friday
        answer = resolve(f.spec, anchors)
        timex = _timex(text, f, answer)
        if joined or (last is not None and f.range and f.range == found[len(timexes) - 1].range and _one_span(text, last, timex)):
            timex = _join(timexes, timex)
        elif timex.when is not None and (side := reader.language.side(text, f.start, f.stop)) and timex.when.stop is not None:
            timex = replace(timex, when=opened(timex.when, side)) if timex.when.start is not None else timex
        timexes.append(timex)
        if isinstance(f.spec, Calendar) and f.spec.cycle.startswith("Q") and answer.when is not None:
            quarter = answer.when
        if _moves(text, f, answer, reached, moved_at, narrative, reader.language):
            reached, moved_at = answer.when, f.start
            explicit = _year(f.spec)
            if explicit is not None and published is not None and explicit < published.year:
                near_stop = f.stop
            elif explicit is not None or _deictic(f.spec):
                near_stop = -1
    return timexes


_LISTED = re.compile(r"\s*(?:,\s*)?(?:\w{1,3}\s+)?")


def _counts_from_last(text: str, spec: TimeSpec, last: Timex, language: Any, start: int) -> bool:
    """Whether an expression of a history counts from the date just before it, stray or not: "in 1874. Four years later"."""
    if text[max(0, last.start - 1) : last.start] == "(" or last.certainty != "stated":
        return False
    if isinstance(spec, Offset):
        return spec.base == "previous" and not spec.aligned and start - last.stop <= 160
    return isinstance(spec, Calendar) and spec.year is None and bool(spec.month) and language.same_sentence(text, last.stop, start)


def _one_span(text: str, first: Timex, last: Timex) -> bool:
    """Whether two dates that one rule read make a span: a dash does, "and" only between neighbours (June and July)."""
    if not text[first.stop : last.start].strip().isalpha():
        return True
    return first.when is not None and last.when is not None and first.when.stop == last.when.start


def _join(timexes: list[Timex], last: Timex) -> Timex:
    """Both ends of a range get the whole of it, so that they date one event."""
    first = timexes[-1]
    whole = between(Answer("DATE", "", first.when), Answer("DATE", "", last.when))
    if whole is None:
        return last
    spec = Between(first.spec, last.spec)
    timexes[-1] = replace(first, when=whole, spec=spec)
    return replace(last, when=whole, spec=spec)


def _needs_direction(spec: TimeSpec) -> bool:
    if isinstance(spec, Part):
        return _needs_direction(spec.of)
    if isinstance(spec, Clock):
        return spec.day is not None and _needs_direction(spec.day)
    return (
        isinstance(spec, Weekday)
        or (isinstance(spec, Calendar) and spec.year is None and spec.decade is None and spec.century is None)
        or isinstance(spec, Named)
    )


def _moves(text: str, f: Found, answer: Answer, reached: DateSpan | None, moved_at: int, narrative: bool, language: Any) -> bool:
    """Whether a date becomes the one that later expressions count from.

    Decades, named periods and lengths do not. In a history neither does a stray year: one in brackets, one that looks back, or a
    bare year far ahead, unless it opens its sentence or is the first of its paragraph.
    """
    span = answer.when
    if isinstance(f.spec, (Duration, Named)) or span is None or span.start is None or span.grain > Grain.year:
        return False
    if narrative and isinstance(f.spec, Offset) and f.spec.count is not None and f.spec.count < 0:
        return False  # "a year earlier" looks back, and the story goes on from where it was
    if not narrative or reached is None or reached.start is None or _year(f.spec) is None:
        return True
    if text[max(0, f.start - 1) : f.start] == "(":
        return False
    if language.opens_sentence(text, f.start) or "\n\n" in text[moved_at : f.start]:
        return True
    years_on = span.start.year - reached.start.year
    return 0 <= years_on <= 1 if span.grain is Grain.year else years_on >= 0


def _timex(text: str, f: Found, answer: Answer) -> Timex:
    mod = answer.mod or f.mod
    reason = "" if answer.when is not None else answer.reason
    return Timex(
        f.start,
        f.stop,
        text[f.start : f.stop],
        f.spec,
        f.rule,
        answer.type,
        answer.value,
        answer.when,
        answer.certainty,
        mod,
        reason,
        answer.readings,
    )
