"""Finds in the order of what their records are called, any stretch of them, however many there are.

What lies near the beginning or the end the database picks out as it reads the names once. For a stretch in the midst a sample of
the names tells about where it lies; what is called less than that is counted, and only what lies near is put in order. So nothing
needs an index of names, which every record stored would have to pay for.
"""

from __future__ import annotations

from math import sqrt
from typing import Any

from django.db import connection

from pobratim.register import sql
from pobratim.register.models import SearchName

from .match import Condition, Matches

Span = tuple[int, int]
#: So many finds from the beginning or the end are picked out.
NEAR = 2_000
#: Of fewer finds all are put in order.
FEW = 20_000
#: One name of so many is looked at first (a power of two): numbers end with a digest.
SAMPLE = 128
#: How far a stretch may lie from where the sample says, in standard deviations.
SURE = 4


class ByName:
    """The finds of a kind by name, those without one last, the newest first among equals.

    Args:
        condition: which.
        span: the numbers among which they are.
        number: of the finds.
        english: in the order of the English names.
    """

    def __init__(self, condition: Condition | None, span: Span, number: int, *, english: bool) -> None:
        self._number = number
        self._name = "COALESCE(NULLIF(n.en, ''), n.ru)" if english else "n.ru"
        self._ordered = self._name + (' COLLATE "C"' if connection.vendor == "postgresql" else "")
        self._from, self._values = f"FROM {sql.table(SearchName)} n WHERE n.id BETWEEN %s AND %s", [*span]
        if condition is not None:
            within, values = Matches(condition).numbers(span)
            self._from, self._values = f"{self._from} AND n.id IN ({within})", [*span, *values]

    def numbers(self, start: int, stop: int) -> list[int]:
        """The numbers of the finds from one place up to another; up to three queries."""
        stop = min(stop, self._number)
        if stop <= NEAR:
            return self._rows(start, stop)
        if start >= self._number - NEAR:
            return self._rows(self._number - stop, self._number - start, backwards=True)[::-1]
        found = self._midst(start, stop) if self._number > FEW and stop - start <= NEAR else None
        return self._rows()[start:stop] if found is None else found

    def _rows(self, start: int = 0, stop: int | None = None, *, backwards: bool = False) -> list[int]:
        up, down = ("DESC", "ASC") if backwards else ("ASC", "DESC")
        asked = f"SELECT n.id {self._from} ORDER BY {self._name} = '' {up}, {self._ordered} {up}, n.id {down}"
        if stop is None:
            return self._asked(asked)
        return self._asked(f"{asked} LIMIT %s OFFSET %s", stop - start, start)

    def _midst(self, start: int, stop: int) -> list[int] | None:
        """A stretch, found by a sample; None where it lies beyond what the sample says, or among those without a name."""
        named = f"{self._from} AND {self._name} <> ''"
        sample = self._asked(f"SELECT {self._name} {named} AND (n.id & {SAMPLE - 1}) = 0 ORDER BY {self._ordered}")
        if not sample:
            return None
        away = SURE * sqrt(len(sample)) / 2
        first = int(start / self._number * len(sample) - away)
        last = int(stop / self._number * len(sample) + away) + 1
        if first < 0 or last >= len(sample):
            return None
        low, high = sample[first], sample[last]
        (before,) = self._asked(f"SELECT COUNT(*) {named} AND {self._ordered} < %s", low)
        near = self._asked(
            f"SELECT n.id {named} AND {self._ordered} BETWEEN %s AND %s ORDER BY {self._ordered}, n.id DESC", low, high
        )
        return near[start - before : stop - before] if before <= start and stop <= before + len(near) else None

    def _asked(self, statement: str, *values: Any) -> list[Any]:
        """The first column of what is found."""
        with connection.cursor() as cursor:
            cursor.execute(statement, [*self._values, *values])
            return [row[0] for row in cursor.fetchall()]
