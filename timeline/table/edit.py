"""Edit: one correction of one or several events by a person; what it changes, from what, by whom and when."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from timeline.dates.datespan import DateSpan
from timeline.dates.grain import GRAINS, Grain
from timeline.dates.timex import CERTAINTIES
from timeline.errors import BadDate, BadEdit
from timeline.events.event import KINDS, STATUSES

WHATS = ("title", "date", "kind", "actors", "places", "status", "hide", "show", "add", "merge", "split", "order", "note")
ORDERS = ("day first", "month first")
LONGEST_TITLE = 90
_LONGEST = {"title": LONGEST_TITLE, "actors": 500, "places": 500, "quote": 5000, "note": 2000}
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_DATE = ("start", "stop", "grain", "approximate", "implied", "certainty")
_FREE = ("words", "quote", "source", "url", "language", "article_id", "published", "char_start", "char_stop")
_NEEDED = {
    "title": ("title",), "date": _DATE, "kind": ("kind",), "actors": ("actors",), "places": ("places",), "status": ("status",),
    "hide": (), "show": (), "add": ("title", "kind", "actors", "places", "status", *_DATE), "merge": (), "split": ("parts",),
    "order": ("order",), "note": ("note",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edit:
    """One correction: `what` (one of `WHATS`) is done to `events`, `by` whom and `at` what time.

    `to` holds the new values by the name of their column, in plain JSON values; `was` says of each event what it was before: its
    title, sentence, article and other mentions, by which it is found again if its id is gone, and the old values of what is changed.

    Raises: BadEdit where a value is not among the allowed.
    """

    what: str
    by: str
    at: dt.datetime
    events: tuple[str, ...] = ()
    to: Mapping[str, Any] = field(default_factory=dict, hash=False)
    was: tuple[Mapping[str, Any], ...] = field(default=(), hash=False)

    def __post_init__(self) -> None:
        if self.what not in WHATS:
            raise BadEdit(f"an edit cannot do {self.what!r}. It can: {', '.join(WHATS)}.")
        if not isinstance(self.at, dt.datetime):
            raise BadEdit(f"an edit was made at {self.at!r}, which is no time. Give a datetime.datetime.")
        if not isinstance(self.to, Mapping) or not all(isinstance(each, Mapping) for each in self.was):
            raise BadEdit("an edit holds its values by the name of their column. Give a mapping.")
        least = {"add": 1, "merge": 2, "order": 0}.get(self.what, 1)
        if len(self.events) < least or not all(isinstance(event, str) and event for event in self.events):
            raise BadEdit(f"an edit that does {self.what!r} needs {least} event{'s' * (least != 1)}, and was given {len(self.events)}.")
        object.__setattr__(self, "events", tuple(self.events))
        object.__setattr__(self, "by", line(self.by)[:100])
        object.__setattr__(self, "was", tuple(self.was))
        object.__setattr__(self, "to", _checked(self.what, self.to))

    def as_json(self) -> dict[str, Any]:
        """The edit in plain values, which `edit_from_json` reads back."""
        return {
            "what": self.what, "by": self.by, "at": self.at.isoformat(), "events": list(self.events), "to": dict(self.to),
            "was": [dict(each) for each in self.was],
        }  # fmt: skip

    @property
    def when(self) -> DateSpan | None:
        """The date that it gives, if it gives one."""
        return span_of(self.to) if "grain" in self.to else None


def edit_from_json(plain: Mapping[str, Any]) -> Edit:
    """The edit that `as_json` wrote.

    Raises: BadEdit where it is none, or one of a newer version.
    """
    names = {each.name for each in dataclasses.fields(Edit)}
    if not isinstance(plain, Mapping) or not {"what", "by", "at"} <= set(plain) <= names | {"undone"} or not _lists(plain):
        raise BadEdit(
            f"this is no edit: {str(plain)[:80]!r}. It has the fields {', '.join(sorted(names))}; a newer version may have others."
        )
    try:
        at = dt.datetime.fromisoformat(plain["at"])
    except (TypeError, ValueError):
        raise BadEdit(f"an edit was made at {str(plain['at'])[:40]!r}, which is no time. Write it as 2026-11-25T10:04:00.") from None
    return Edit(plain["what"], str(plain["by"]), at, tuple(plain.get("events", ())), plain.get("to", {}), tuple(plain.get("was", ())))


def _lists(plain: Mapping[str, Any]) -> bool:
    """Whether what should be a list or a mapping is one."""
    right = isinstance(plain.get("events", []), list | tuple) and isinstance(plain.get("was", []), list | tuple)
    return right and isinstance(plain.get("to", {}), Mapping)


def line(words: object) -> str:
    """Words as one line without what no table can hold."""
    return " ".join(_SURROGATE.sub("\ufffd", str(words)).replace("\0", " ").split())


def names_of(words: str | Iterable[str]) -> str:
    """Names as the table holds them: each once, joined by '; '."""
    several = [str(each) for each in words] if isinstance(words, Iterable) and not isinstance(words, str) else [str(words)]
    parts = [part for each in several for part in each.split(";")]
    return "; ".join(dict.fromkeys(filter(None, (line(part) for part in parts))))


def span_of(cells: Mapping[str, Any]) -> DateSpan:
    """The date that cells hold in plain values, days as ISO text or None."""
    start, stop = (dt.date.fromisoformat(cells[end]) if cells[end] else None for end in ("start", "stop"))
    return DateSpan(start, stop, Grain[cells["grain"]], bool(cells["approximate"]), str(cells["implied"]))


def date_cells(when: DateSpan, certainty: str) -> dict[str, Any]:
    """A date as an edit holds it."""
    return {
        "start": when.start and when.start.isoformat(), "stop": when.stop and when.stop.isoformat(), "grain": str(when.grain),
        "approximate": when.approximate, "implied": when.implied, "certainty": certainty,
    }  # fmt: skip


def _checked(what: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The values, clean and complete."""
    needed = _NEEDED[what]
    missing = [name for name in needed if name not in given]
    if missing:
        raise BadEdit(f"an edit that does {what!r} needs the values {', '.join(needed)}; missing: {', '.join(missing)}.")
    to = {name: given[name] for name in (*needed, *_FREE) if name in given}
    for name in {"title", "words", "quote", "source", "url", "language", "note", "implied", "article_id"} & set(to):
        to[name] = str(to[name]).strip() if name == "quote" else line(to[name])
        to[name] = _SURROGATE.sub("\ufffd", to[name]).replace("\0", " ")
    for name in {"actors", "places"} & set(to):
        to[name] = names_of(to[name])
    for name, most in _LONGEST.items():
        if len(to.get(name, "")) > most:
            raise BadEdit(f"the {name} has {len(to[name])} characters: {to[name][:40]!r}…. Use {most} at most.")
    if "title" in to and not to["title"]:
        raise BadEdit("the title is empty. Say in a few words what happened, or hide the event.")
    for name, allowed in (("kind", KINDS), ("status", STATUSES), ("grain", GRAINS), ("certainty", CERTAINTIES), ("order", ORDERS)):
        if name in to and to[name] not in allowed:
            raise BadEdit(f"{name} {to[name]!r} is not one of: {', '.join(allowed)}.")
    if "grain" in to:
        try:
            to |= date_cells(span_of(to), to["certainty"])
        except (BadDate, TypeError, ValueError) as fault:
            raise BadEdit(f"the date of an edit cannot be read: {fault}") from None
    if what == "order" and given.get("article_id"):
        to["article_id"] = line(given["article_id"])
    if what == "add":
        _check_place(to)
    if what == "split":
        to["parts"] = _parts(to["parts"])
    return to


def _check_place(to: Mapping[str, Any]) -> None:
    """Says what is wrong with where a quote stands and when its article was published."""
    for name in ("char_start", "char_stop"):
        if not isinstance(to.get(name, 0), int) or not 0 <= to.get(name, 0) < 1 << 31:
            raise BadEdit(f"{name} {str(to[name])[:40]!r} is no place in an article. Give the number of a character.")
    try:
        dt.date.fromisoformat(to.get("published") or "2000-01-01")
    except (TypeError, ValueError):
        raise BadEdit(f"published {str(to['published'])[:40]!r} is no day. Write it as 2025-01-18.") from None


def _parts(parts: Any) -> list[list[str]]:
    try:
        found = [[str(mention) for mention in part] for part in parts]
    except TypeError:
        found = []
    ids = [mention for part in found for mention in part]
    if len(found) < 2 or not all(found) or len(set(ids)) < len(ids):
        raise BadEdit("an event is split in two parts or more, each with a mention or more of its own. Choose what is taken off.")
    return found
