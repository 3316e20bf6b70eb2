"""Edits laid over a table: the table as people have corrected it, with what the machine had read beside each change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from timeline.errors import demand
from timeline.table.changing import added, apart, as_read, both_orders, brief, change, ids_of, read_records, settled
from timeline.table.columns import demand_table
from timeline.table.edit import Edit, edit_from_json
from timeline.table.records import Cells, cells_of, disagree, held, table_of

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Edit", "Orphan", "apply", "as_read", "both_orders", "edit_from_json", "hidden", "orphans"]

READ, EDITED, NOTE = "x_read", "x_edited", "x_note"
_OWN = (READ, EDITED, NOTE)


@dataclass(frozen=True, slots=True)
class Orphan:
    """An edit whose event is gone from the table: the id that it asks for, and the event most like it, if there is one."""

    edit: Edit
    event_id: str
    candidate: str | None = None
    likeness: float = 0.0


def apply(frame: pd.DataFrame, edits: Iterable[Edit]) -> pd.DataFrame:
    """The table with the edits in their order; without edits the table itself.

    Shape: three columns more, `x_read` (JSON of the machine's values for what was changed, empty where nothing was), `x_edited` and
    `x_note`. Hidden events are left out; `hidden` gives them.
    """
    desk = _edited(frame, edits, "apply")
    return frame if desk is None else desk.table(hidden=False)


def hidden(frame: pd.DataFrame, edits: Iterable[Edit]) -> pd.DataFrame:
    """The events that the edits hide, as they are after all edits."""
    desk = _edited(frame, edits, "hidden")
    return frame.iloc[:0] if desk is None else desk.table(hidden=True)


def orphans(frame: pd.DataFrame, edits: Iterable[Edit]) -> tuple[Orphan, ...]:
    """The edits that find no event in the table, each with the event that is most like the one it was made for."""
    desk = _edited(frame, edits, "orphans")
    if desk is None or not desk.missing:
        return ()
    return tuple(_orphan(edit, event_id, desk.rows) for edit, event_id in desk.missing)


def _orphan(edit: Edit, event_id: str, rows: Mapping[str, Cells]) -> Orphan:
    """The edit with the event whose sentence is most like the one it was made for, and of these the one whose title is."""
    from rapidfuzz import fuzz, process

    was = _was(edit, event_id)
    sentence, title = str(was.get("sentence", "")), str(was.get("title", ""))
    if not sentence:
        return Orphan(edit, event_id)
    near = process.extract(sentence, {key: cells["sentence"] for key, cells in rows.items()}, scorer=fuzz.ratio, score_cutoff=70, limit=9)
    alike = [((3 * score + fuzz.ratio(title, rows[key]["title"])) / 400, key) for _, score, key in near]
    likeness, candidate = max(alike, default=(0.0, None), key=lambda found: found[0])
    return Orphan(edit, event_id, candidate, round(likeness, 3))


def _was(edit: Edit, event_id: str) -> Mapping[str, Any]:
    """What an event was when the edit was made; for an edit of a whole article, one of its events."""
    at = edit.events.index(event_id) if event_id in edit.events else 0
    return edit.was[at] if at < len(edit.was) else {}


def _edited(frame: pd.DataFrame, edits: Iterable[Edit], function: str) -> _Desk | None:
    """The rows after all edits; None where there are none."""
    demand_table(frame, function)
    demand(edits, Iterable, function, "Give a list of edits.")
    edits = tuple(edits)
    if not edits:
        return None
    desk = _Desk(frame, {cells["event_id"]: cells for cells in _worked(frame)})
    for edit in edits:
        demand(edit, Edit, function, "Give edits; edit_from_json() makes them from plain values.")
        desk.do(edit)
    return desk


def _worked(frame: pd.DataFrame) -> Iterator[Cells]:
    """The rows in plain values; `read` holds the machine's values of what was changed."""
    texts = frame[READ].tolist() if READ in frame else [""] * len(frame)
    notes = frame[NOTE].tolist() if NOTE in frame else [""] * len(frame)
    for cells, text, words in zip(cells_of(frame), texts, notes, strict=True):
        try:
            read = json.loads(text) if text else {}
        except (TypeError, ValueError):
            read = {}
        yield {**cells, "read": read if isinstance(read, dict) else {}, "note": words if isinstance(words, str) else "", "hidden": False}


@dataclass(slots=True)
class _Desk:
    """The rows that are being edited, by id; `homes` says in which row a mention stands, made when first asked for."""

    frame: pd.DataFrame
    rows: dict[str, Cells]
    homes: dict[str, str] = field(default_factory=dict)
    missing: list[tuple[Edit, str]] = field(default_factory=list)

    def do(self, edit: Edit) -> None:
        """Does one edit; what finds no event is missing, and changes nothing."""
        match edit.what:
            case "add":
                self._add(edit)
            case "merge":
                self._merge(edit)
            case "split":
                self._split(edit)
            case "order" if not edit.events:
                article = edit.to.get("article_id", "")
                rows = [cells for cells in self.rows.values() if cells["article_id"] == article]
                if not rows:
                    self.missing.append((edit, article))
                for cells in rows:
                    settled(cells, edit.to["order"])
            case _:
                for cells in self._asked_for(edit):
                    change(cells, edit)

    def table(self, hidden: bool) -> pd.DataFrame:
        """The rows that are hidden, or those that are not."""
        import pandas as pd

        rows = [cells for cells in self.rows.values() if cells["hidden"] is hidden]
        frame = self.frame.drop(columns=[name for name in _OWN if name in self.frame])
        table = table_of(rows, frame)
        order = [self.rows[event_id] for event_id in table["event_id"]]
        told = [json.dumps(cells["read"], ensure_ascii=True) if cells["read"] else "" for cells in order]
        table[READ] = pd.Series(told, dtype="str")
        table[EDITED] = pd.Series([bool(cells["read"]) for cells in order], dtype="bool")
        table[NOTE] = pd.Series([cells["note"] for cells in order], dtype="str")
        return table

    def _asked_for(self, edit: Edit) -> list[Cells]:
        """The rows that an edit is for, each once."""
        found: dict[str, Cells] = {}
        for at, event_id in enumerate(edit.events):
            others = edit.was[at].get("mentions") if at < len(edit.was) else None
            # Where the article that spoke for it is gone, another of its mentions stands for it.
            homes = (self._home(each) for each in (event_id, *(others if isinstance(others, list | tuple) else ())))
            home = next((found for found in homes if found is not None), None)
            if home is None:
                self.missing.append((edit, event_id))
            else:
                found[home] = self.rows[home]
        return list(found.values())

    def _home(self, event_id: str) -> str | None:
        """The id of the row that has this id or holds a mention that has it."""
        if event_id in self.rows:
            return event_id
        if not self.homes:
            for cells in self.rows.values():
                self._lives(cells)
        found = self.homes.get(event_id, "")
        return found if found in self.rows else None

    def _lives(self, cells: Cells) -> None:
        """Notes that the mentions of a row stand in it."""
        for event_id in ids_of(cells):
            self.homes[event_id] = cells["event_id"]

    def _put(self, rows: Iterable[Cells]) -> None:
        """Takes in new rows, each under an id of its own."""
        for cells in rows:
            while cells["event_id"] in self.rows:
                cells["event_id"] += "+"
            self.rows[cells["event_id"]] = cells
            if self.homes:
                self._lives(cells)

    def _add(self, edit: Edit) -> None:
        if self._home(edit.events[0]) is None:
            self._put([added(edit)])

    def _merge(self, edit: Edit) -> None:
        """The first speaks; all mentions stay, and what the others were is told beside it."""
        rows = self._asked_for(edit)
        if len(rows) < 2:
            return
        first, *others = rows
        records = [record for cells in rows for record in read_records(cells)]
        parts = [{**first, "read": dict(first["read"])}, *others]
        first["read"]["merged"] = [*first["read"].get("merged", ()), *(brief(cells) for cells in others)]
        first |= {
            "n_sources": len({record["article_id"] for record in records} - {""}), "conflict": disagree(records), "mentions": held(records),
            "hidden": all(cells["hidden"] for cells in rows), "note": " / ".join(filter(None, (cells["note"] for cells in rows))),
            "parts": [*first.get("parts", ()), *(part for cells in parts[1:] for part in (cells, *cells.get("parts", ())))],
        }  # fmt: skip
        for cells in others:
            del self.rows[cells["event_id"]]
        if self.homes:
            self._lives(first)

    def _split(self, edit: Edit) -> None:
        """Every row that holds mentions of two parts or more comes apart along them."""
        parts = {event_id: number for number, part in enumerate(edit.to["parts"]) for event_id in part}
        homes = dict.fromkeys(home for event_id in parts if (home := self._home(event_id)) is not None)
        if not homes:
            self.missing.append((edit, edit.events[0]))
        for home in homes:
            rows = apart(self.rows[home], parts)
            if len(rows) > 1:
                del self.rows[home]
                self._put(rows)
