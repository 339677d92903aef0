"""Lists a slice at a time, with no offset: a slice begins after a place, so that rows that come or go in between move nothing.

The place is that of the last row shown: its values in the columns by which the list is ordered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Any, Generic, NamedTuple, TypeVar

from django.db.models import F, Model, Q, QuerySet
from django.db.models.expressions import OrderBy

M = TypeVar("M", bound=Model)
Place = list[Any]


class _Column(NamedTuple):
    """A column of the order; `nulls_last`: it may be null, and such rows come at the end."""

    name: str
    descending: bool
    nulls_last: bool

    def of(self, row: Model) -> Any:
        return reduce(getattr, self.name.split("__"), row)

    def after(self, value: Any) -> Q:
        return Q((f"{self.name}__{'lt' if self.descending else 'gt'}", value))


class Slice(NamedTuple, Generic[M]):
    """Some rows of a list; `place` is where the next slice begins, None where there is none."""

    rows: list[M]
    place: Place | None


def slice_of(found: QuerySet[M], limit: int, place: Sequence[Any] | None = None) -> Slice[M]:
    """The first rows of a list, or those after a place.

    Args:
        found: ordered by columns of which the last is unique and only the first may be null, nulls last.
        limit: how many rows at most.
        place: that another slice of the same list gave; its values are trusted.
    """
    columns = _columns(found)
    rows: list[M] = []
    for part in _parts(found, columns, place):
        rows += part[: limit + 1 - len(rows)]
        if len(rows) > limit:
            last = rows[limit - 1]
            return Slice(rows[:limit], [column.of(last) for column in columns])
    return Slice(rows, None)


def _columns(found: QuerySet[Any]) -> list[_Column]:
    columns = []
    for one in found.query.order_by:
        if isinstance(one, OrderBy) and isinstance(one.expression, F):
            name: str = one.expression.name  # type: ignore[attr-defined]
            columns.append(_Column(name, one.descending, bool(one.nulls_last)))
        elif isinstance(one, str):
            columns.append(_Column(one.lstrip("-"), one.startswith("-"), False))
        else:
            raise TypeError(f"no column: {one!r}")
    return columns


def _parts(found: QuerySet[M], columns: list[_Column], place: Sequence[Any] | None) -> Iterator[QuerySet[M]]:
    """What comes after the place: rows that have the first column, then those that do not; each can use its index."""
    if place is None:
        yield found
        return
    first = columns[0]
    if place[0] is not None:
        yield found.filter(_after(columns, place))
    if first.nulls_last:
        null = Q((f"{first.name}__isnull", True))
        yield found.filter(null) if place[0] is not None else found.filter(null & _after(columns[1:], place[1:]))


def _after(columns: Sequence[_Column], place: Sequence[Any]) -> Q:
    """What stands after the place, compared column by column; the bound on the first one is there for the index."""
    (column, *rest), (value, *others) = columns, place
    if not rest:
        return column.after(value)
    at_or_after = Q((f"{column.name}__{'lte' if column.descending else 'gte'}", value))
    return at_or_after & (column.after(value) | _after(rest, others))
