"""Dating: each expression gets its date, from left to right, since later ones may count from those before them."""

import datetime as dt
from dataclasses import replace

from timeline.dates.chronology import Lines, is_heading, is_label
from timeline.dates.datespan import DateSpan
from timeline.dates.grain import Grain
from timeline.dates.language import Context, Language
from timeline.dates.resolver import Anchors, Answer, before_era, between, implied, opened, resolve
from timeline.dates.scanning import Found
from timeline.dates.spec import Between, Calendar, Clock, Duration, Named, Offset, Part, Vague, Weekday
from timeline.dates.timex import Timex
from timeline.dates.unsaid import could_be_yearly, counted, day_first_shown, needs_direction, yearless_day
from timeline.dates.years import (
    in_year,
    is_deictic,
    is_narrative,
    is_short_history,
    latest,
    looks_back,
    share_years,
    strays,
    tells_old,
    year_of,
    years_ahead,
)

_TODAY = Offset("day", 0, aligned=True)
_NEWS = 35  # days; so far back reports tell of a day without its year


def date(
    text: str, found: list[Found], language: Language, published: dt.date | None, narrative: bool | None, day_first: bool | None = None
) -> list[Timex]:
    """Each expression with its date; a `narrative` counts from the date that the story has reached; None decides both from the text."""
    history = is_narrative(found, published) if narrative is None else narrative
    narrative = history or narrative is None and is_short_history(found, published)
    context = language.context
    found = share_years(text, [f for f in found if history or not f.histories], context)
    if day_first is None:
        day_first = day_first_shown(text, [(f.start, f.stop) for f in found])
    story = _Story(text, context, published, narrative, day_first)
    story.looks_back, story.old = not narrative and looks_back(found, published), tells_old(found, published)
    for f, ahead in zip(found, years_ahead(text, found, context), strict=True):
        story.tell(f, ahead)
    return story.timexes


class _Story:
    """A text being read: its timexes so far and the dates that the next ones may count from."""

    def __init__(self, text: str, context: Context, published: dt.date | None, narrative: bool, day_first: bool | None):
        self.text, self.context = text, context
        self.looks_back = self.old = False  # whether most of its years are old; whether it tells of nothing else
        self.published, self.narrative, self.day_first = published, narrative, day_first
        self.timexes: list[Timex] = []
        self.reached: DateSpan | None = None  # the date that the story has reached
        self.moved_at = 0  # where it reached it
        self.paragraph_stop = -1  # where the paragraph of that place ends
        self.heads = False  # whether that year is a heading, under which dates take it too
        self.near_stop = -1  # where an old year ends which dates without a year take theirs from, in its sentence
        self.quarter: DateSpan | None = None  # the quarter of a year that the text speaks of
        self.era: int | None = None  # the year before our era, 0 or less, that it has reached instead
        self.lines = Lines(text, published)  # those of a chronology
        self.near = False  # whether the last expression took its year from the old one told near by
        self.told: DateSpan | None = None  # the date that the last expression means, before a since or until opens it
        self.range = 0  # the range that the last expression is an end of

    def tell(self, f: Found, ahead: int | None) -> None:
        """Dates the next expression; `ahead` is the year that the text gives after it."""
        if self.narrative and f.spec == _TODAY:
            f = replace(f, spec=Vague("PRESENT_REF"))  # the age in which a history is read
        if self.looks_back and self._quoted_from_the_past(f):
            f = replace(f, spec=Vague("PRESENT_REF"))
        last = self.timexes[-1] if self.timexes and self.timexes[-1].when and self.timexes[-1].when.start else None
        joined = last is not None and self.context.joins(self.text, last.start, last.stop, f.start)
        labels = not self.narrative and is_label(self.text, f)
        year = self.lines.year(f.spec, ahead) if labels else None
        if year is None:
            answer = resolve(f.spec, self._anchors(f, last, joined, ahead))
        else:
            answer = implied(resolve(in_year(f.spec, year), Anchors(self.published)), "inferred")
        timex = _timex(self.text, f, answer)
        if joined or (last is not None and f.range and f.range == self.range and _one_span(self.text, last, timex)):
            timex = self._join(timex)
        elif timex.when is not None and timex.when.start and timex.when.stop and (side := self._side(f, timex)):
            timex = replace(timex, when=opened(timex.when, side), named=timex.when)
        self.timexes.append(timex)
        self.range, self.told = f.range, answer.when
        if isinstance(f.spec, Calendar) and f.spec.cycle.startswith("Q") and answer.when is not None:
            self.quarter = answer.when
        if labels and (year is not None or year_of(f.spec) is not None):
            self.lines.open(answer.when, f.stop)
        era = before_era(answer)
        if self._moves(f, answer, ahead):
            self._move(f, answer)
            if year is not None and self.published is not None and year < self.published.year:
                self.near_stop = f.stop
        elif era is not None and self._moves_before_era(f, era):
            self.era, self.reached = era, None

    def _anchors(self, f: Found, last: Timex | None, joined: bool, ahead: int | None) -> Anchors:
        """What an expression counts from at this place."""
        text, context, published = self.text, self.context, self.published
        needs = needs_direction(f.spec)
        way = context.direction(text, f.start, f.stop) if needs else ""
        near = (
            self.reached is not None
            and 0 <= self.near_stop <= f.start
            and way != "future"
            and (self.heads or context.same_sentence(text, self.near_stop, f.start) or self._goes_on(f, way))
        )
        history = self.narrative and not (needs and published is not None and context.looks_ahead(text, f.start, f.stop))
        near = self.near = near and history == self.narrative
        yearly = not self.narrative and could_be_yearly(f.spec) and context.yearly(text, f.start, f.stop)
        told = needs and not self.narrative and context.just_told(text, f.start, f.stop)
        reached = self.told if self.narrative and self._counts_from(f, ahead) else self.reached
        if (day := self.lines.day(f)) is not None:
            published = day
        if last is not None and last.when is not None:
            if isinstance(f.spec, Clock) and f.spec.day is None and self._tells_day(last, f):
                reached, near = last.when, True
            elif f.range and f.range == self.range and isinstance(f.spec, Calendar) and f.spec.year is None and f.spec.month:
                published, reached, way, near = last.when.start, last.when, "future", False  # May and June
            elif joined and not self.narrative and last.when.start and yearless_day(f.spec) and yearless_day(last.spec):
                published, way, near = last.when.start, "future", False  # from 9 April to 23 April
            elif isinstance(f.spec, Offset) and f.spec.unit in ("decade", "century") and f.spec.base == "previous":
                reached = last.when  # the following decade
            elif isinstance(f.spec, Weekday) and isinstance(last.spec, Weekday) and last.when.start is not None:
                listed = context.lists(text, last.stop, f.start)
                back = listed and not joined and (f.spec.day - last.when.start.isoweekday()) % 7 > 3  # Friday and Thursday
                if joined or listed:  # Monday to Friday, Thursday and Friday
                    published, way = last.when.start, "past" if back else "future"
        will = way == "future" and context.looks_ahead(text, f.start, f.stop)
        return Anchors(published, reached, history, way, near, self.day_first, self.quarter, yearly, self.era, ahead, told, will)

    def _quoted_from_the_past(self, f: Found) -> bool:
        """Whether today or yesterday was said by somebody quoted in a paragraph about an old year."""
        if not isinstance(f.spec, Offset) or not is_deictic(f.spec) or self.near_stop < 0 or self._new_paragraph(f.start):
            return False
        return self.context.in_quotes(self.text, f.start)

    def _goes_on(self, f: Found, way: str) -> bool:
        """Whether a report that looks back goes on about an old month: "On 29 March 2008 he was beaten. The run-off was held in June."."""
        reached, spec = self.reached, f.spec
        if way != "past" or reached is None or reached.start is None or reached.grain > Grain.month:
            return False
        if not self.looks_back:
            return self._stays(f, reached.start)
        if isinstance(spec, Calendar) and yearless_day(spec) and reached.grain <= Grain.week:
            soon = spec.month == reached.start.month or (spec.month or 0) == reached.start.month % 12 + 1
            if soon:
                return True
        return isinstance(spec, (Calendar, Part)) and not self._new_paragraph(f.start)

    def _stays(self, f: Found, reached: dt.date) -> bool:
        """Whether any other text stays in an old year for a day soon after the one it has told: the first is no background, and the
        second lies far from publication. Months are news more often, unless nothing in the text counts from publication.
        """
        spec, published = f.spec, self.published
        if published is None or self._new_paragraph(f.start) or self.context.told_back(self.text, self.moved_at):
            return False
        if not isinstance(spec, Calendar) or not spec.month or not (self.old or yearless_day(spec)):
            return False
        months = (spec.month - reached.month) % 12
        if months > 2 or months == 0 and spec.day and spec.day < reached.day:
            return False
        return (self.old and not months) or (published - latest(spec, published)).days > _NEWS

    def _tells_day(self, last: Timex, f: Found) -> bool:
        """Whether the date just before it in its sentence is the day of a clock time: on 11 March, between 9:50 and 14:15."""
        told = isinstance(last.spec, Clock) or (isinstance(last.spec, Calendar) and bool(last.spec.day))
        return told and last.when is not None and last.when.is_unit and self.context.same_sentence(self.text, last.stop, f.start)

    def _side(self, f: Found, timex: Timex) -> str:
        """since, until, before or after, if it opens the span; "before midnight on Friday" is still Friday."""
        side = self.context.side(self.text, f.start, f.stop)
        return "" if timex.type == "TIME" and side in ("before", "after") else side

    def _counts_from(self, f: Found, ahead: int | None) -> bool:
        """Whether an expression of a history counts from the date just before it, stray or not: "in 1874. Four years later"."""
        last, told = self.timexes[-1] if self.timexes else None, self.told
        if last is None or told is None or told.start is None or last.certainty != "stated":
            return False
        if self.context.in_brackets(self.text, last.start):
            return False
        offset = counted(f.spec)
        if offset is not None:
            return offset.base == "previous" and f.start - last.stop <= 160 and told.grain <= Grain.year
        spec = f.spec.of if isinstance(f.spec, Part) else f.spec
        if not isinstance(spec, Calendar) or spec.year is not None or not spec.month:
            return False
        if ahead is not None and self.reached is not None and self.reached.start:
            reached = self.reached.start.year
            if strays(told.start.year - reached, ahead - reached, opens=True):
                return False
        return self.context.same_sentence(self.text, last.stop, f.start)

    def _join(self, last: Timex) -> Timex:
        """Both ends of a range get the whole of it, so that they date one event."""
        first = self.timexes[-1]
        whole = between(Answer("DATE", "", first.when), Answer("DATE", "", last.when))
        if whole is None:
            return last
        spec = Between(first.spec, last.spec)
        self.timexes[-1] = replace(first, when=whole, spec=spec)
        return replace(last, when=whole, spec=spec)

    def _moves(self, f: Found, answer: Answer, ahead: int | None) -> bool:
        """Whether a date becomes the one that later expressions count from.

        Decades, named periods and lengths do not. In a history neither does a stray year: one in brackets, one that looks back, or a
        bare year far ahead, unless it opens its sentence or is the first of its paragraph.
        """
        span, reached = answer.when, self.reached
        if f.histories or isinstance(f.spec, (Duration, Named)) or span is None or span.start is None or span.grain > Grain.year:
            return False
        if self.narrative and isinstance(f.spec, Offset) and f.spec.count is not None and f.spec.count < 0:
            return False  # "a year earlier" looks back, and the story goes on from where it was
        if is_deictic(f.spec) and reached is not None and self.context.in_quotes(self.text, f.start):
            return False  # "if yesterday I fought you as an enemy", he told them in 1980
        if self.narrative and reached is not None and (is_deictic(f.spec) or (isinstance(f.spec, Calendar) and f.spec.which)):
            return False  # "by next summer" is said by somebody in the story
        if not self.narrative or reached is None or reached.start is None or year_of(f.spec) is None:
            return True
        if self.context.in_brackets(self.text, f.start):
            return False
        years_on = span.start.year - reached.start.year
        opens = self.context.opens_sentence(self.text, f.start)
        if self._new_paragraph(f.start):
            return True
        if ahead is not None and strays(years_on, ahead - reached.start.year, opens):
            return False
        if ahead is not None and years_on <= -2 and 0 <= ahead - span.start.year <= 5:
            return True  # he died in 1930; he studied in 1888, and in 1890 he moved
        if opens:
            return years_on >= 0 or not self.context.had_been(self.text, f.stop)
        if span.grain > reached.grain and span.stop is not None and span.start <= reached.start < span.stop:
            return False  # "their 1941 campaign" in the autumn of 1941
        return 0 <= years_on <= 1 if span.grain is Grain.year else years_on >= 0

    def _new_paragraph(self, place: int) -> bool:
        """Whether a paragraph ends between the place where the story moved last and this one."""
        if self.paragraph_stop < self.moved_at:
            stop = self.text.find("\n\n", self.moved_at)
            self.paragraph_stop = stop if stop >= 0 else len(self.text)
        return self.paragraph_stop + 2 <= place

    def _moves_before_era(self, f: Found, year: int) -> bool:
        """Whether a year before our era becomes the one reached: one that looks back does not, unless it opens its sentence."""
        if self.context.in_brackets(self.text, f.start):
            return False
        return self.era is None or year >= self.era or self.context.opens_sentence(self.text, f.start)

    def _move(self, f: Found, answer: Answer) -> None:
        """Takes a date as the one that the story has reached."""
        self.reached, self.moved_at, self.era = answer.when, f.start, None
        explicit = year_of(f.spec)
        if explicit is not None and self.published is not None and explicit < self.published.year:
            self.near_stop, self.heads = f.stop, is_heading(self.text, f)
        elif explicit is not None or is_deictic(f.spec):
            self.near_stop = -1
        elif self.near_stop >= 0 and (self.near or counted(f.spec)):  # the next day; and on 15 November
            self.near_stop = f.stop


def _one_span(text: str, first: Timex, last: Timex) -> bool:
    """Whether two dates that one rule read make a span: a dash does, "and" only between neighbours (June and July)."""
    if not text[first.stop : last.start].strip().isalpha():
        return True
    return first.when is not None and last.when is not None and first.when.stop == last.when.start


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
