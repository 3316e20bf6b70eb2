"""Packing: the highest free place for boxes in a lane, so that nothing ever lies on anything else."""

_BIN = 4  # pixels a column of the lane's grid is wide


class Lane:
    """The taken places of a lane: for each few pixels across, an integer whose bits are the rows that are taken.

    Rows are half lines of text, counted from the top. Looking over one box costs a few integer operations, whatever is there.
    """

    __slots__ = ("_columns", "height")

    def __init__(self, pixels: float) -> None:
        self._columns = [0] * (int(pixels) // _BIN + 2)
        self.height = 0

    def free_row(self, boxes: list[tuple[float, float, int, int]], least: int = 0) -> int:
        """The first row from `least` at which all boxes fit; a box is left, right, rows below that row, and rows high."""
        taken = (1 << least) - 1
        for left, right, down, high in boxes:
            mask = 0
            for column in self._columns[self._first(left) : self._last(right)]:
                mask |= column
            for _ in range(high - 1):  # a row is blocked if any of the rows the box would reach is taken
                mask |= mask >> 1
            taken |= mask >> down
        return (~taken & (taken + 1)).bit_length() - 1

    def fits(self, row: int, boxes: list[tuple[float, float, int, int]]) -> bool:
        """Whether all boxes are free at this very row, inside the height that the lane has already."""
        for left, right, down, high in boxes:
            if row + down < 0 or row + down + high > self.height + 1:
                return False
            bits = ((1 << high) - 1) << (row + down)
            if any(column & bits for column in self._columns[self._first(left) : self._last(right)]):
                return False
        return True

    def take(self, row: int, boxes: list[tuple[float, float, int, int]]) -> None:
        """Holds the boxes' places."""
        for left, right, down, high in boxes:
            bits = ((1 << high) - 1) << (row + down)
            for index in range(self._first(left), self._last(right)):
                self._columns[index] |= bits
            self.height = max(self.height, row + down + high)

    def _first(self, left: float) -> int:
        return max(0, int(left) // _BIN)

    def _last(self, right: float) -> int:
        return min(len(self._columns), max(int(right), 0) // _BIN + 1)
