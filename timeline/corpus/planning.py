"""Planning: the parts in which an archive is read, each some rows of some files; the same files give the same parts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from timeline.corpus.inputs import Input

SIZE = 500  # articles in a part


@dataclass(frozen=True, slots=True)
class Piece:
    """Some rows of one file: the first, how many, and the byte at which the first begins, 0 where it is found by counting."""

    address: str
    form: str
    packed: str
    sha256: str
    first: int
    rows: int
    begins: int = 0


@dataclass(frozen=True, slots=True)
class Partition:
    """What one part is read from."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def rows(self) -> int:
        """How many rows, or files that intake reads, there are."""
        return sum(piece.rows for piece in self.pieces)

    def digest(self, settings: str) -> str:
        """A fingerprint of what is read and how, wherever the files lie: a finished part of the same is not read again."""
        told = [{name: value for name, value in asdict(piece).items() if name != "address"} for piece in self.pieces]
        return hashlib.sha256(json.dumps([told, settings], sort_keys=True).encode()).hexdigest()[:32]


def partitions_of(inputs: Sequence[Input], size: int = SIZE) -> list[Partition]:
    """The files in parts of so many rows, in their order; small files share a part, and no part holds the ends of two large ones."""
    parts: list[Partition] = []
    waiting: list[Piece] = []
    for given in inputs:
        if waiting and (given.rows > size or sum(piece.rows for piece in waiting) + given.rows > size):
            parts.append(Partition(len(parts), tuple(waiting)))
            waiting = []
        for first in range(0, given.rows, size):
            rows = min(size, given.rows - first)
            begins = given.marks[first // size] if first // size < len(given.marks) else 0
            piece = Piece(given.address, given.form, given.packed, given.sha256, first, rows, begins)
            if given.rows > size:
                parts.append(Partition(len(parts), (piece,)))
            else:
                waiting.append(piece)
    if waiting:
        parts.append(Partition(len(parts), tuple(waiting)))
    return parts
