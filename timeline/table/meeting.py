"""Meeting: the edits of two people who began at the same ones become one history, unless they touch the same event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.table.edit import Edit
from timeline.table.history import History


def met(before: History, mine: History, theirs: History) -> History | None:
    """The history with what both have done since `before`, theirs first; None where both touched one event, or its date.

    What only one of them undid is undone; what was undone can no longer be redone where both have done something.
    """
    if mine.active == before.active:
        return theirs
    if theirs.active == before.active:
        return mine
    here, there = _shared(before.active, mine.active), _shared(before.active, theirs.active)
    gone_here, gone_there = before.active[here:], before.active[there:]
    new_here, new_there = mine.active[here:], theirs.active[there:]
    ours = [edit for edit in gone_here if edit not in gone_there] + [*new_here]
    others = [edit for edit in gone_there if edit not in gone_here] + [*new_there]
    if touched(ours) & touched(others) or _settles(ours, others) or _settles(others, ours):
        return None
    active = (*before.active[: min(here, there)], *new_there, *new_here)
    return History(active, len(active))


def since(before: History, history: History) -> tuple[Edit, ...]:
    """The edits in force that were made since `before`."""
    return history.active[_shared(before.active, history.active) :]


def touched(edits: Iterable[Edit]) -> set[str]:
    """The ids of all events that edits are for, and of their mentions."""
    ids: set[str] = set()
    for edit in edits:
        ids.update(edit.events)
        for was in edit.was:
            others = was.get("mentions", ())
            ids.update(str(each) for each in (others if isinstance(others, list | tuple) else ()))
        for part in edit.to.get("parts", ()):
            ids.update(part)
    return ids


def articles_of(edits: Iterable[Edit]) -> set[str]:
    """The ids of the articles in which edits stand: of the events they are for, of a quote, or of the order that they settle."""
    told = (each for edit in edits for each in (edit.to, *edit.was))
    return {str(each.get("article_id", "")) for each in told} - {""}


def _shared(one: Sequence[Edit], other: Sequence[Edit]) -> int:
    """How many edits both begin with."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _settles(some: Sequence[Edit], others: Sequence[Edit]) -> bool:
    """Whether some settle the order of day and month of an article in which others give or settle a date."""
    settled = articles_of(edit for edit in some if edit.what == "order" and not edit.events)
    return bool(settled & articles_of(edit for edit in others if edit.what in ("date", "order")))
