"""The one-to-one pairing of two lists whose total likeness is greatest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

Weights = list[list[float]]


def pair_up(left: Sequence[A], right: Sequence[B], likeness: Callable[[A, B], float]) -> list[tuple[int, int]]:
    """Pairs of indexes, ascending; things whose likeness is 0 are never paired.

    >>> pair_up([3, 8], [8, 4], lambda a, b: 10 - abs(a - b))
    [(0, 1), (1, 0)]
    """
    return assign([[likeness(a, b) for b in right] for a in left])


def assign(weights: Weights) -> list[tuple[int, int]]:
    """The pairs (row, column) with the greatest sum of weights; a weight of 0 means "never together".

    Rows are added one by one; each addition follows the best alternating path, so the pairing stays the best
    one of its rows (successive shortest paths; the lists of a page are short).

    >>> assign([[3, 2], [2, 0]])
    [(0, 1), (1, 0)]
    """
    if not weights or not weights[0]:
        return []
    owner: dict[int, int] = {}
    for row in range(len(weights)):
        owner |= dict(_best_path(weights, owner, row))
    return sorted((row, column) for column, row in owner.items() if weights[row][column] > 0)


def _best_path(weights: Weights, owner: dict[int, int], start: int) -> list[tuple[int, int]]:
    """The reassignments (column, row) that bring in row `start` at the greatest gain; empty where none gains.

    A path may end at a free column or by leaving the last row on it alone. Bellman–Ford over rows.
    """
    rows = [start, *owner.values()]
    gain = {row: float("-inf") for row in rows} | {start: 0.0}
    came: dict[int, tuple[int, int]] = {}
    for _ in rows:
        for row in rows:
            for column, holder in owner.items():
                change = gain[row] + weights[row][column] - weights[holder][column]
                if holder != row and change > gain[holder] + 1e-9:
                    gain[holder], came[holder] = change, (row, column)
    return _unwind(came, _last_step(weights, owner, gain))


def _last_step(weights: Weights, owner: dict[int, int], gain: dict[int, float]) -> tuple[int, int | None]:
    """The row that a path ends on and the free column it takes (None: it is left alone)."""
    free = [column for column in range(len(weights[0])) if column not in owner]
    ends: list[tuple[float, int, int | None]] = [(total, row, None) for row, total in gain.items()]
    ends += [(total + weights[row][column], row, column) for row, total in gain.items() for column in free]
    _, row, column = max(ends, key=lambda end: end[0])
    return row, column


def _unwind(came: dict[int, tuple[int, int]], end: tuple[int, int | None]) -> list[tuple[int, int]]:
    """The path backwards, as the columns' new owners."""
    row, column = end
    steps = [] if column is None else [(column, row)]
    while row in came:
        previous, taken = came[row]
        steps.append((taken, previous))
        row = previous
    return steps
