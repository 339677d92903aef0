"""What is due, as lists that know their length and read no more than they show: records and days, nothing else."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, NamedTuple, overload

from django.db.models import Count, Exists, OuterRef, QuerySet, Window

from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import Document, DocumentState, State


class Awaited(NamedTuple):
    """Something due: the key of the record, the day in question (None: no day is told), that of a second record where it
    takes two.
    """

    record: str
    day: datetime.date | None
    other: str | None = None


class Rows(Sequence[Awaited]):
    """What a query finds, in its order; the database counts and cuts it, both at once where a slice is asked for first."""

    def __init__(self, found: QuerySet[Any], *columns: str, at_once: bool = True) -> None:
        """`columns`: those of the record, the day and, where it takes two, the second record.

        `at_once` is false where an index gives the first rows without a look at all others.
        """
        self._found, self._columns, self._at_once = found, columns, at_once
        self._number: int | None = None

    def __len__(self) -> int:
        if self._number is None:
            self._number = self._found.count()
        return self._number

    @overload
    def __getitem__(self, at: int) -> Awaited: ...
    @overload
    def __getitem__(self, at: slice) -> list[Awaited]: ...
    def __getitem__(self, at: int | slice) -> Awaited | list[Awaited]:
        if not isinstance(at, slice):
            return Awaited(*self._found.values_list(*self._columns)[at])
        if not self._at_once:
            return self.uncounted(at)
        rows = list(self._found.annotate(of_all=Window(Count("pk"))).values_list(*self._columns, "of_all")[at])
        if rows or not at.start:
            self._number = rows[0][-1] if rows else 0
        return [Awaited(*row[:-1]) for row in rows]

    def uncounted(self, at: slice) -> list[Awaited]:
        """A slice, for those who do not ask how many there are."""
        return [Awaited(*row) for row in self._found.values_list(*self._columns)[at]]


def states_of_all(on: datetime.date) -> dict[str, int]:
    """State → how many documents are in it on the day; rejected ones are left out. Two queries, no look at a document's row:
    of all that are in a state, those that were rejected, who are few, are taken away.
    """
    that_day = DocumentState.objects.filter(first__lte=on, last__gte=on)
    numbers = dict(that_day.values_list("state").annotate(number=Count("pk")).order_by())
    out = that_day.filter(document__in=Document.objects.filter(state=State.REJECTED).values("pk"))
    gone = dict(out.values_list("state").annotate(number=Count("pk")).order_by())
    return {state: number - gone.get(state, 0) for state, number in numbers.items() if number > gone.get(state, 0)}


def documents_in(states: Sequence[Lifecycle], on: datetime.date) -> QuerySet[Document]:
    """The documents that are in one of these states on the day; rejected ones are left out."""
    that_day = DocumentState.objects.filter(document=OuterRef("pk"), state__in=states, first__lte=on, last__gte=on)
    return Document.objects.exclude(state=State.REJECTED).filter(Exists(that_day))
