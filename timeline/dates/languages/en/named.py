"""Times with a name: wars and revolutions, holidays; the days come from tables."""

import re
from collections.abc import Iterable

from timeline import knowledge
from timeline.dates.languages.en import words as w
from timeline.dates.languages.en.given_year import OF_YEAR, given_year, which_year
from timeline.dates.rules import Rulebook, finds, ignores
from timeline.dates.spec import Calendar, Named, TimeSpec

RULES = Rulebook("en")


def names(forms: Iterable[str]) -> str:
    """One of these names, in its own case."""
    return f"(?-i:{w.one_of(form for form in forms if form)})"


def starts_of(forms: Iterable[str], *before: str) -> set[str]:
    """The phrases that a rule for names can start with, also with other words before them."""
    return {f"{word}{form}" for form in forms for word in ("", *(f"{word} " for word in before)) if form}


_PERIODS = {form.removeprefix("the ").removeprefix("The "): form for form in knowledge.period_forms()}
_BOUND = {form.removeprefix("the ").removeprefix("The "): form for form in knowledge.bound_period_forms()}
_HOLIDAYS = {form: row.name for row in knowledge.holidays() for form in (row.name, *row.aliases)}


_PERIOD = rf"(?:the )?(?P<name>{names(_PERIODS)})(?!-(?i:era|style|like|type|inspired))"
_DATED = [form for form in _PERIODS if form[0].isdecimal() or form.startswith(tuple(w.MONTH_NAMES)) or form.endswith("-Day")]


def _period(m: re.Match[str]) -> TimeSpec | None:
    form = " ".join(m["name"].replace("’", "'").split())
    name = _PERIODS.get(form) or _BOUND.get(form)
    return Named(name) if name else None


@RULES.rule(
    rf"(?:the )?(?P<name>{names(_BOUND)})(?= ?(?:[.,;:)]|\Z)| (?:and|in|of|was|has|have|had|were|the)\b)",
    finds("Nothing has moved since [the Dayton Agreement].", "1995-11-21", when="1995-11-21/.."),
    ignores("The Dayton Agreement requires it."),
    after=r"(?:since|before|after|until|till|prior to|following) ",
    starts=starts_of(_BOUND, "the"),
)
def event_with_a_name(m: re.Match[str]) -> TimeSpec | None:
    """A treaty or act from the table of periods, only where something comes before or after it."""
    return _period(m)


@RULES.rule(
    rf"(?:the )?(?P<name>{names(_DATED)})",
    finds("The planes of [9/11] changed everything.", "2001-09-11", when="2001-09-11"),
    finds("The beaches of [D-Day] are quiet.", "1944-06-06"),
    starts=starts_of(_DATED, "the"),
)
def period_with_a_date(m: re.Match[str]) -> TimeSpec | None:
    """A period whose name is a date: 9/11, D-Day."""
    return _period(m)


@RULES.rule(
    _PERIOD,
    finds("Persia was occupied during [World War II].", "1939-09-01/1945-09-02", when="1939-09-01/1945-09-02"),
    ignores("She wrote about World War II and opposed the Vietnam War."),
    after=r"(?:during|in|since|after|before|until|till|throughout|through|from|by|on|post|pre|following|amid|between|as of|"
    r"(?:end|start|beginning|height|outbreak|time|days|years|wake|eve|close) of)[- ](?:early |late )?",
    starts=starts_of(_PERIODS, "the"),
)
def period(m: re.Match[str]) -> TimeSpec | None:
    """A war, revolution, attack or epoch from the table of periods, where a preposition makes it a time."""
    return _period(m)


@RULES.rule(
    rf"(?:(?P<which>last|this|next) )?(?P<name>{names(_HOLIDAYS)})(?:,? (?:of |in )?(?P<year>{w.YEAR})|,? '(?P<short>\d\d)|"
    rf"{OF_YEAR.replace('?P<which>', '?P<of>')}|(?! (?-i:(?!Day|Eve|Week|Night|Morning|Sunday|Monday|January|December)[A-Z][a-z]+)))",
    finds("They met on [Christmas Day].", "2023-12-25"),
    ignores("The Easter Rising, the Christmas Island Club and Operation Ramadan Fury were names."),
    finds("They met at [Easter 2021].", "2021-04-04"),
    finds("At [Christmas 1979] Soviet troops came.", "1979-12-25"),
    starts=starts_of(_HOLIDAYS, "last", "this", "next"),
)
def holiday(m: re.Match[str]) -> TimeSpec | None:
    """A holiday from the table of holidays."""
    name = _HOLIDAYS.get(" ".join(m["name"].replace("’", "'").split()))
    if name is None:
        return None
    year = given_year(m) if not m["of"] else {"of": which_year(m["of"])}
    of = Calendar(year=year["year"]) if "year" in year else year.get("of")  # type: ignore[arg-type]
    return Named(name, "holiday", of, {"last": -1, "next": 1}.get((m["which"] or "").lower()))  # type: ignore[arg-type]
