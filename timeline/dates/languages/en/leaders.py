"""Terms of leaders: Trump's first term, under Merkel, the Obama administration, since Putin came to power; the days come from a table."""

import re
from bisect import bisect_left
from functools import cache

from timeline import knowledge
from timeline.dates.languages.en.named import names, starts_of
from timeline.dates.prose import once
from timeline.dates.rules import Rulebook, finds, ignores
from timeline.dates.spec import Named, Part, TimeSpec

RULES = Rulebook("en")

_FORMS = knowledge.leader_forms()
_LEADERS = names(_FORMS)
_OF_A_TERM = [form for form in _FORMS if form.endswith((" administration", " presidency", " regime", " years", " era"))]
_TITLE = (
    r"(?P<title>Vice President|President|Prime Minister|Chancellor|Secretary[- ]General|General Secretary|Secretary|General|Marshal|"
    r"Colonel|"
    r"King|Queen|Emperor|Shah|Sultan|Emir|Pope|Ayatollah|Supreme Leader|Premier|Taoiseach) "
)
_OFFICES = {
    "president": "president", "prime minister": "prime minister", "premier": "prime minister", "taoiseach": "prime minister",
    "chancellor": "chancellor", "king": "king", "emperor": "emperor", "pope": "pope", "presidency": "president",
    "premiership": "prime minister", "chancellorship": "chancellor", "papacy": "pope",
}  # fmt: skip
_REIGN = r"(?:administration|presidency|years|era|government|regime|rule|reign|dictatorship|premiership|chancellorship|papacy)"
_NTH = r"(?P<n>first|second|third|fourth|fifth|last|final|only)"
_TERM = (
    r"(?:presidential |four-year |five-year |six-year |seven-year )?(?P<what>term|presidency|administration|premiership|tenure|"
    r"chancellorship|papacy|rule|reign|time in office|years in (?:office|power))"
)
_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_IN = r"(?:during|in|under|throughout|since|of|early in|late in|early during|before|after|until|for|from) "


def _named(form: str, word: str | None = "", term: int | None = None) -> Named:
    """Somebody's time in office; a title or a word such as presidency tells which office."""
    office = _OFFICES.get((word or "").strip().lower(), "")
    return Named(form, "term", term=term, office=office)


@RULES.rule(
    rf"(?P<who>his|her|(?P<leader>{_LEADERS})(?:'s|(?<=s)'| )) ?(?:{_NTH} )?{_TERM}",
    finds("Donald Trump left the accord during [his first term].", "2017-01-20/2021-01-19", anchor="2025-01-18"),
    finds("The accord was left in [Trump's first term].", "2017-01-20/2021-01-19", anchor="2025-01-18"),
    finds("[Early in Obama's second term] the talks opened.", "2013-01-20/2017-01-19", when="2013-01-20~/2014-05-21~"),
    finds("Margaret Thatcher sold the mines during [her premiership].", "1979-05-04/1990-11-27"),
    ignores("The owner sold the mines during his tenure."),
    after=_IN,
    starts=starts_of(_FORMS) | {"his", "her"},
)
def term(m: re.Match[str]) -> TimeSpec | None:
    """A leader's term or time in office; whose it is may stand earlier in the text."""
    nth, what = _NUMBERS.get((m["n"] or "").lower()), m["what"].lower()
    if m["n"] and nth is None:
        return None
    if m["leader"]:
        return _named(m["leader"], what, nth)
    if nth is None and what not in _OFFICES:
        return None
    name = _leader_before(m.string, m.start(), "he" if m["who"].lower() == "his" else "she", nth, _OFFICES.get(what, ""))
    return _named(name, what, nth) if name else None


def _leader_before(text: str, stop: int, pronoun: str, nth: int | None, office: str) -> str | None:
    """The leader named last before a place in the text to whom "his" or "her" may refer and who has had such a term."""
    places, forms = once(_leaders_in, text)
    may_be = _leaders_of(pronoun, nth, office)
    near = range(bisect_left(places, stop) - 1, bisect_left(places, stop - 1500) - 1, -1)
    return next((forms[k] for k in near if forms[k] in may_be), None)


def _leaders_in(text: str) -> tuple[list[int], list[str]]:
    found = [(match.start(), match.group()) for match in _any_leader().finditer(text)]
    return [place for place, _ in found], [form for _, form in found]


@cache
def _any_leader() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_LEADERS}(?!\w)")


@cache
def _leaders_of(pronoun: str, nth: int | None, office: str) -> frozenset[str]:
    """The names of those who have had a term of this number, and more than one, or who have had this office."""
    fits = frozenset(
        form
        for form, rows in _FORMS.items()
        if any(row.pronoun in (pronoun, "") and nth in (None, row.term) and office in ("", row.office) for row in rows)
    )
    return fits if nth is None else frozenset(form for form in fits if max(row.term for row in _FORMS[form]) > 1)


_LEARNING = re.compile(
    r"\b(?:stud(?:y|ied|ying)|train(?:ed|ing)?|play(?:ed|ing)?|learn(?:ed|t|ing)|apprenticed|published|filed|"
    r"listed)\s\Z",
    re.IGNORECASE,
)


@RULES.rule(
    rf"under (?:the )?(?:former )?(?:{_TITLE})?(?P<leader>{_LEADERS})(?:'s (?:first )?(?:presidency|premiership|rule|reign|leadership|"
    rf"administration|government)| {_REIGN})?(?!'s\b|['’]s?\b|-)",
    finds("The accord was left [under Barack Obama].", "2009-01-20/2017-01-19"),
    finds("It was sold [under the Mubarak regime].", "1981-10-14/2011-02-10"),
    finds("It was sold [under Prime Minister Erdogan].", "2003-03-14/2014-08-27"),
    ignores("Under Trump's plan and under Obama-era rules; she studied under Merkel."),
    starts={"under"},
)
def under(m: re.Match[str]) -> TimeSpec | None:
    """Under a leader: the time in office; a title tells which office."""
    if _LEARNING.search(m.string, max(0, m.start() - 16), m.start()):
        return None
    return _named(m["leader"], m["title"])


@RULES.rule(
    rf"the (?:(?P<leader>{_LEADERS}) {_REIGN}|(?P<whole>{names(_OF_A_TERM)}))",
    finds("The accord was left during [the Obama administration].", "2009-01-20/2017-01-19"),
    finds("[Late in the Johnson administration] the war grew.", "1963-11-22/1969-01-19", when="1967-05-02~/1969-01-19~"),
    ignores("The Obama administration left the accord, and critics of the Castro regime met."),
    after=r"(?:during|in|throughout|early in|late in|(?:end|start|beginning|years?|months|days|height|course|time) of) ",
    starts={f"the {form}" for form in _FORMS},
)
def administration(m: re.Match[str]) -> TimeSpec | None:
    """During somebody's administration."""
    return _named(m["leader"] or m["whole"])


@RULES.rule(
    rf"the (?P<what>presidency|premiership|chancellorship|tenure|reign|rule|administration|papacy|dictatorship|regime) of "
    rf"(?:{_TITLE})?(?P<leader>{_LEADERS})",
    finds("The canal was given back during [the presidency of Jimmy Carter].", "1977-01-20/1981-01-19"),
    after=_IN,
    starts={
        f"the {what}"
        for what in "presidency premiership chancellorship tenure reign rule administration papacy dictatorship regime".split()
    },
)
def presidency_of(m: re.Match[str]) -> TimeSpec:
    """The presidency of a leader."""
    return _named(m["leader"], m["title"] or m["what"])


@RULES.rule(
    rf"(?P<leader>{_LEADERS}) (?:was|is) (?:still )?(?:in (?:power|office)|(?P<office>president|prime minister|chancellor|premier|king|"
    rf"queen|"
    rf"pope|emperor))",
    finds("The mines were sold while [Thatcher was prime minister].", "1979-05-04/1990-11-27"),
    after=r"(?:while|when) ",
    starts=starts_of(_FORMS),
)
def while_in_office(m: re.Match[str]) -> TimeSpec:
    """While somebody was in office."""
    return _named(m["leader"], m["office"])


@RULES.rule(
    rf"(?P<leader>{_LEADERS})(?:'s | )(?P<edge>(?:came|rose|coming|rise) to (?:power|the throne)|took (?:office|power)|inauguration|"
    rf"(?:fall|fell) from power|left (?:office|power)|departure|ouster|overthrow|downfall|resignation|abdication)",
    finds("The law has stood since [Mubarak came to power].", "1981-10-14", when="1981-10-14/.."),
    finds("The law has stood since [Putin came to power].", "2000-05-07", when="2000-05-07/.."),
    finds("The army ruled after [Mubarak's ouster].", "2011-02-10", when="2011-02-11/.."),
    ignores("Mubarak's ouster was welcomed."),
    after=r"(?:since|after|before|until|following) (?:the )?",
    starts=starts_of(_FORMS),
)
def edge_of_office(m: re.Match[str]) -> TimeSpec:
    """Since somebody came to power, after somebody's fall: the first or the last day."""
    words = m["edge"].lower()
    rises = re.match("came|rose|coming|rise|took|inaug", words) is not None
    first_time = rises and not words.startswith("inaug")
    return Part("FIRST" if rises else "LAST", _named(m["leader"], term=1 if first_time else None))
