"""Times with a name: wars and revolutions, holidays, terms of leaders; the days come from tables."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from timeline import knowledge
from timeline.dates.languages.en import words as w
from timeline.dates.languages.en.absolute import _OF_YEAR, _year, which_year
from timeline.dates.prose import once
from timeline.dates.rules import Rulebook, finds, ignores
from timeline.dates.spec import Calendar, Named, TimeSpec

RULES = Rulebook("en")


def _names(forms: Iterable[str]) -> str:
    """One of these names, in its own case."""
    return f"(?-i:{w.one_of(form for form in forms if form)})"


def _starts(forms: Iterable[str], *before: str) -> set[str]:
    """The phrases that a rule for names can start with, also with other words before them."""
    return {f"{word}{form}" for form in forms for word in ("", *(f"{word} " for word in before)) if form}


_PERIODS = {form.removeprefix("the ").removeprefix("The "): form for form in knowledge.period_forms()}
_BOUND = {form.removeprefix("the ").removeprefix("The "): form for form in knowledge.bound_period_forms()}
_HOLIDAYS = {form: row.name for row in knowledge.holidays() for form in (row.name, *row.aliases)}
_FORMS = knowledge.leader_forms()
_LEADERS = _names(_FORMS)
_NTH = r"(?P<n>first|second|third|fourth|fifth|last|final|only)"
_TERM = (
    r"(?:presidential |four-year |five-year |six-year |seven-year )?(?P<what>term|presidency|administration|premiership|tenure|"
    r"chancellorship|rule|reign|time in office|years in (?:office|power))"
)


_PERIOD = rf"(?:the )?(?P<name>{_names(_PERIODS)})(?!-(?i:era|style|like|type|inspired))"
_DATED = [form for form in _PERIODS if form[0].isdecimal() or form.startswith(tuple(w.MONTH_NAMES)) or form.endswith("-Day")]


def _period(m: re.Match[str]) -> TimeSpec | None:
    form = " ".join(m["name"].replace("’", "'").split())
    name = _PERIODS.get(form) or _BOUND.get(form)
    return Named(name) if name else None


@RULES.rule(
    rf"(?:the )?(?P<name>{_names(_BOUND)})(?= ?(?:[.,;:)]|\Z)| (?:and|in|of|was|has|have|had|were|the)\b)",
    finds("Nothing has moved since [the Dayton Agreement].", "1995-11-21", when="1995-11-21/.."),
    ignores("The Dayton Agreement requires it."),
    after=r"(?:since|before|after|until|till|prior to|following) ",
    starts=_starts(_BOUND, "the"),
)
def event_with_a_name(m: re.Match[str]) -> TimeSpec | None:
    """A treaty or act from the table of periods, only where something comes before or after it."""
    return _period(m)


@RULES.rule(
    rf"(?:the )?(?P<name>{_names(_DATED)})",
    finds("The planes of [9/11] changed everything.", "2001-09-11", when="2001-09-11"),
    finds("The beaches of [D-Day] are quiet.", "1944-06-06"),
    starts=_starts(_DATED, "the"),
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
    starts=_starts(_PERIODS, "the"),
)
def period(m: re.Match[str]) -> TimeSpec | None:
    """A war, revolution, attack or epoch from the table of periods, where a preposition makes it a time."""
    return _period(m)


@RULES.rule(
    rf"(?:(?P<which>last|this|next) )?(?P<name>{_names(_HOLIDAYS)})(?:,? (?:of |in )?(?P<year>{w.YEAR})|,? '(?P<short>\d\d)|"
    rf"{_OF_YEAR.replace('?P<which>', '?P<of>')}|(?! (?-i:(?!Day|Eve|Week|Night|Morning|Sunday|Monday|January|December)[A-Z][a-z]+)))",
    finds("They met on [Christmas Day].", "2023-12-25"),
    ignores("The Easter Rising, the Christmas Island Club and Operation Ramadan Fury were names."),
    finds("They met at [Easter 2021].", "2021-04-04"),
    finds("At [Christmas 1979] Soviet troops came.", "1979-12-25"),
    starts=_starts(_HOLIDAYS, "last", "this", "next"),
)
def holiday(m: re.Match[str]) -> TimeSpec | None:
    """A holiday from the table of holidays."""
    name = _HOLIDAYS.get(" ".join(m["name"].replace("’", "'").split()))
    if name is None:
        return None
    year = _year(m) if not m["of"] else {"of": which_year(m["of"])}
    of = Calendar(year=year["year"]) if "year" in year else year.get("of")  # type: ignore[arg-type]
    return Named(name, "holiday", of, {"last": -1, "next": 1}.get((m["which"] or "").lower()))  # type: ignore[arg-type]


def _leader_before(text: str, stop: int, pronoun: str, term: int) -> str | None:
    """The leader named last before a place in the text to whom "his" or "her" may refer and who has had such a term."""
    places, forms = once(_leaders_in, text)
    may_be = _leaders_of(pronoun, term)
    near = range(bisect_left(places, stop) - 1, bisect_left(places, stop - 1500) - 1, -1)
    return next((forms[k] for k in near if forms[k] in may_be), None)


def _leaders_in(text: str) -> tuple[list[int], list[str]]:
    found = [(match.start(), match.group()) for match in _any_leader().finditer(text)]
    return [place for place, _ in found], [form for _, form in found]


@cache
def _any_leader() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_LEADERS}(?!\w)")


@cache
def _leaders_of(pronoun: str, term: int) -> frozenset[str]:
    """The names of those who have had a term of this number, and more than one."""
    return frozenset(
        form
        for form, rows in _FORMS.items()
        if max(row.term for row in rows) > 1 and any(row.pronoun in (pronoun, "") and row.term == term for row in rows)
    )


@RULES.rule(
    rf"(?P<who>his|her|(?P<leader>{_LEADERS})'s?) (?:{_NTH} )?{_TERM}",
    finds("Donald Trump left the accord during [his first term].", "2017-01-20/2021-01-19", anchor="2025-01-18"),
    finds("The accord was left in [Trump's first term].", "2017-01-20/2021-01-19", anchor="2025-01-18"),
    after=r"(?:during|in|under|throughout|since|of|early in|late in|before|after) ",
    starts=_starts(_FORMS) | {"his", "her"},
)
def term(m: re.Match[str]) -> TimeSpec | None:
    """A leader's term or time in office; whose it is may stand earlier in the text."""
    nth = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}.get((m["n"] or "").lower())
    if nth is None and (m["n"] or not m["leader"]):
        return None
    name = m["leader"] or _leader_before(m.string, m.start(), "he" if m["who"].lower() == "his" else "she", nth or 1)
    return Named(name, "term", term=nth) if name else None


@RULES.rule(
    rf"under (?:the )?(?:President |Prime Minister |Chancellor )?(?P<leader>{_LEADERS})(?: (?:administration|presidency|years|era|"
    rf"government))?",
    finds("The accord was left [under Barack Obama].", "2009-01-20/2017-01-19"),
    starts={"under"},
)
def under(m: re.Match[str]) -> TimeSpec | None:
    """Under a leader: the time in office."""
    return Named(m["leader"], "term")


@RULES.rule(
    rf"the (?P<leader>{_LEADERS}) (?:administration|presidency|years|era)",
    finds("The accord was left during [the Obama administration].", "2009-01-20/2017-01-19"),
    after=r"(?:during|in|throughout) ",
    starts={f"the {form}" for form in _FORMS},
)
def administration(m: re.Match[str]) -> TimeSpec | None:
    """During somebody's administration."""
    return Named(m["leader"], "term")


@RULES.rule(
    rf"the (?:presidency|premiership|chancellorship|tenure|reign|rule|administration|papacy) of (?:President |King |Queen |Pope "
    rf")?(?P<leader>{_LEADERS})",
    finds("The canal was given back during [the presidency of Jimmy Carter].", "1977-01-20/1981-01-19"),
    after=r"(?:during|in|under|throughout|since|of) ",
    starts={
        f"the {office}" for office in ("presidency", "premiership", "chancellorship", "tenure", "reign", "rule", "administration", "papacy")
    },
)
def presidency_of(m: re.Match[str]) -> TimeSpec:
    """The presidency of a leader."""
    return Named(m["leader"], "term")
