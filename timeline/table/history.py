"""History: the edits of a timeline with undo and redo, and the log of them in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from timeline.dates.inwords import span_words
from timeline.errors import demand
from timeline.table.edit import Edit, edit_from_json, span_of


@dataclass(frozen=True, slots=True)
class History:
    """All edits in their order; the first `done` of them are in force, the others were undone and can be redone."""

    edits: tuple[Edit, ...] = ()
    done: int = 0

    @property
    def active(self) -> tuple[Edit, ...]:
        """The edits in force: what `apply` is given."""
        return self.edits[: self.done]

    @property
    def can_undo(self) -> bool:
        """Whether an edit is in force."""
        return self.done > 0

    @property
    def can_redo(self) -> bool:
        """Whether an edit was undone."""
        return self.done < len(self.edits)

    def as_json(self) -> list[dict[str, Any]]:
        """The edits in plain values; those that were undone say so."""
        return [edit.as_json() | ({"undone": True} if at >= self.done else {}) for at, edit in enumerate(self.edits)]


def history_from_json(plain: Iterable[Mapping[str, Any]]) -> History:
    """The history that `as_json` wrote.

    Raises: WrongKind where this is no list, BadEdit where one of them is no edit.
    """
    demand(plain, Iterable, "history_from_json", "Give the list that as_json() wrote.")
    plain = list(plain)
    edits = tuple(edit_from_json(each) for each in plain)
    return History(edits, next((at for at, each in enumerate(plain) if each.get("undone")), len(edits)))


def made(history: History, *edits: Edit) -> History:
    """The history with further edits; what was undone before can no longer be redone."""
    kept = (*history.active, *edits)
    return History(kept, len(kept))


def undone(history: History, count: int = 1) -> History:
    """The history with the last edits in force undone."""
    return History(history.edits, max(0, history.done - count))


def redone(history: History, count: int = 1) -> History:
    """The history with the next undone edits in force again."""
    return History(history.edits, min(len(history.edits), history.done + count))


def log(edits: Iterable[Edit]) -> list[str]:
    """What was done, a line an edit, in the order in which it was: `… 17 January 2025 → January 2025 by anna, 2026-11-25 10:04`."""
    return [f"{_done(edit)} by {edit.by or 'somebody'}, {edit.at:%Y-%m-%d %H:%M}" for edit in edits]


def _done(edit: Edit) -> str:
    titles = [_quoted(was.get("title", "")) for was in edit.was]
    title, was = (titles[0], edit.was[0]) if titles else ("an event", {})
    match edit.what:
        case "date":
            return f"Date of {title}: {_old_date(was)} → {span_words(span_of(edit.to))}"
        case "hide" | "show":
            return f"{'Hidden' if edit.what == 'hide' else 'Shown again'}: {', '.join(titles) or title}"
        case "add":
            proof = "with a quote" if edit.to.get("quote") else "without a quote"
            return f"Added: {_quoted(edit.to['title'])}, {span_words(span_of(edit.to))}, {proof}"
        case "merge":
            return f"Merged into {title}: {', '.join(titles[1:]) or 'other events'}"
        case "split" if len(titles) > 1:  # what was taken off, and from what
            return f"Taken out of {title}: {', '.join(dict.fromkeys(titles[1:]))}"
        case "split":
            return f"Split in {len(edit.to['parts'])}: {title}"
        case "order":
            return f"Order of day and month: {edit.to['order']}, for {title if edit.events else 'a whole article'}"
        case name:
            return f"{name.capitalize()} of {title}: {_value(was.get(name, ''))} → {_value(edit.to[name])}"


def _old_date(was: Mapping[str, Any]) -> str:
    try:
        return span_words(span_of(was))
    except (KeyError, TypeError, ValueError):
        return "another date"


def _quoted(words: str) -> str:
    return f"“{words}”"


def _value(words: object) -> str:
    return str(words) or "nothing"
