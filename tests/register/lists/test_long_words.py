"""What is wrong with a cell is told in a line, however long the cell is."""

from __future__ import annotations

from pobratim.cli.list_sheet import problem_words
from pobratim.register.lists.row import FEW_PARTIES, Problem


def test_a_long_cell_is_told_by_its_beginning() -> None:
    told = problem_words(Problem("B", "я" * 10_000, FEW_PARTIES, fatal=True))
    assert told.startswith("B: ")
    assert len(told) < 200
