"""Wordings: one deed in many words.

In a wording, `[ ]` stands around the word that tells the event. The slots: {A} who acts, in any form of the name, {An} in the plain one,
{a} as an adjective, {aa} and {AA} that with its article, {pa} to say whose a town is, {C} the capital; {B} {Bn} {b} whom it befalls;
{P} the town, {T} the thing, {aT} and {AT} the thing with its article, {N} a number, {W} a person, {D} the date.
{D} stands first, last or within; first it gets a capital.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a deed: the words before the event's word, that word, those after it; and the same without a date, as a title."""

    before: str
    trigger: str
    after: str
    title: str
    place_of_date: str
    says_number: bool
    says_person: bool
    says_place: bool
    says_sides: tuple[bool, bool]


@dataclass(frozen=True, slots=True, eq=False)
class Deed:
    """A deed: `sides` is whose it is (one state, or two of which `mutual` ones act together), `where` in whose land it happens."""

    number: int
    kind: str
    sides: int
    mutual: bool
    where: str
    things: tuple[str, ...]
    least: int
    most: int
    lasting: bool
    past: tuple[Wording, ...]
    planned: tuple[Wording, ...]


_AGENT, _PATIENT = re.compile(r"\{(?:A|An|a|aa|AA|C)\}"), re.compile(r"\{(?:B|Bn|b)\}")


def _wording(line: str) -> Wording:
    line = line.strip()
    before, trigger, after = re.split(r"[\[\]]", line)
    title = re.sub(r",? \{D\}|\{D\}, ", "", line).replace("[", "").replace("]", "").rstrip(".")
    place = "first" if line.startswith("{D}") else "last" if line.endswith("{D}.") else "within"
    if before.startswith("{D}"):
        before = before.replace("{D}", "{Dcap}", 1)
    return Wording(
        before,
        trigger,
        after,
        title,
        place,
        "{N}" in line,
        "{W}" in line,
        "{P}" in line,
        (_AGENT.search(line) is not None, _PATIENT.search(line) is not None),
    )


def wordings(lines: str) -> tuple[Wording, ...]:
    return tuple(map(_wording, filter(str.strip, lines.strip().splitlines())))
