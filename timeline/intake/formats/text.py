"""Text: as it is."""

from timeline.intake.decode import decoded
from timeline.intake.piece import Piece


def pieces(data: bytes, name: str, charset: str = "") -> list[Piece]:
    """The decoded text."""
    return [Piece(decoded(data, name, charset))]
