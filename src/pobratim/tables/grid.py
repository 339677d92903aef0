"""A table before anything in it is understood: cells by place, and which of them are merged."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from pobratim.core.errors import TableTooLarge

from .table import Cell

MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELLS = 500_000
MAX_CELL_CHARS = 32_767  # what Excel holds in a cell

_NOTHING = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|[\ud800-\udfff]"
)
_SPACE = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n[ \n]*")


class Merge(NamedTuple):
    """A merged area: rows and columns from 0, the last ones included."""

    row: int
    column: int
    last_row: int
    last_column: int

    @property
    def size(self) -> int:
        """How many cells it covers."""
        return (self.last_row - self.row + 1) * (self.last_column - self.column + 1)


@dataclass
class Grid:
    """`cells` is `(row, column)` → cell, both from 0, of those that hold something; `above`: lines before the table."""

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: list[Merge] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    _covered: int = 0

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Keeps a cell unless it is empty.

        Raises:
            TableTooLarge: it lies beyond the limits, or there are too many.
        """
        if not cell:
            return
        if row >= MAX_ROWS:
            raise TableTooLarge("more than 20,000 rows: split the table, or delete what is no part of it")
        if column >= MAX_COLUMNS:
            raise TableTooLarge("more than 200 columns: delete what is no part of the table")
        self.cells[row, column] = cell
        if len(self.cells) > MAX_CELLS:
            raise TableTooLarge("more than 500,000 cells: split the table")

    def merge(self, row: int, column: int, last_row: int, last_column: int) -> None:
        """Keeps a merged area, as far as the limits go.

        Raises:
            TableTooLarge: the areas together cover more cells than a table may have.
        """
        if row >= MAX_ROWS or column >= MAX_COLUMNS or (last_row, last_column) <= (row, column):
            return
        area = Merge(row, column, min(last_row, MAX_ROWS - 1), min(last_column, MAX_COLUMNS - 1))
        self._covered += area.size
        if self._covered > 2 * MAX_CELLS:
            raise TableTooLarge("more than 500,000 cells: split the table")
        self.merged.append(area)

    def spread(self) -> None:
        """Gives every cell of a merged area what stands in its corner; areas across rows end with the table's last row."""
        last = max((row for row, _ in self.cells), default=-1)
        for row, column, last_row, last_column in self.merged:
            corner = self.cells.get((row, column))
            if corner is None:
                continue
            for one in range(row, min(last_row, last) + 1):
                for other in range(column, last_column + 1):
                    self.put(one, other, self.cells.get((one, other), corner))


def clean(text: str) -> str:
    r"""The words of a cell: no control or direction marks, single spaces, lines kept, none of them empty.

    Raises:
        TableTooLarge: more characters than a cell can have.

    >>> clean("  Правительство\u00a0 Тверской \r\n\n области\u200b ")
    'Правительство Тверской\nобласти'
    """
    if len(text) > MAX_CELL_CHARS:
        raise TableTooLarge("a cell with more than 32,767 characters")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "")
    return _LINES.sub("\n", _SPACE.sub(" ", _NOTHING.sub("", text))).strip()
