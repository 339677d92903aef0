"""Finds in the order of what their records are called, any stretch of them, however many there are.

What lies near the beginning or the end the database picks out as it reads the names once. For a stretch in the midst a sample of
the names tells about where it lies; in one more reading what comes before is counted, and what lies near is put in order. So
nothing needs an index of names, which every record stored would have to pay for.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import Any

import msgspec
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
SAMPLE = 32
#: How far a stretch may lie from where the sample says, in standard deviations.
SURE = 4
_pairs = msgspec.json.Decoder(list[tuple[str, int]]).decode


class ByName:
    """The finds of a kind by name, those without one last, the newest first among equals.

    Args:
        condition: which.
        span: the numbers among which they are.
        number: of the finds.
        english: in the order of the English names.
    """

    def __init__(self, condition: Condition | None, span: Span, number: int, *, english: bool) -> None:
        self._matches, self._span, self._number = None if condition is None else Matches(condition), span, number
        self._name = "COALESCE(NULLIF(n.en, ''), n.ru)" if english else "n.ru"
        self._ordered = self._name + (' COLLATE "C"' if connection.vendor == "postgresql" else "")

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
        order = f"ORDER BY {self._name} = '' {up}, {self._ordered} {up}, n.id {down}"
        some = ("", []) if stop is None else ("LIMIT %s OFFSET %s", [stop - start, start])
        return [number for (number,) in self._asked("n.id", f"{order} {some[0]}", behind=some[1])]

    def _midst(self, start: int, stop: int) -> list[int] | None:
        """A stretch, found by a sample; None where it lies beyond what the sample says, or among those without a name."""
        rows = self._asked(self._name, f"AND {self._name} <> ''", sampled=True)
        sample = sorted(name for (name,) in rows)
        away = SURE * sqrt(len(sample)) / 2
        first = int(start / self._number * len(sample) - away)
        last = int(stop / self._number * len(sample) + away) + 1
        if first < 0 or last >= len(sample):
            return None
        before, near = self._around(sample[first], sample[last])
        return near[start - before : stop - before] if before <= start and stop <= before + len(near) else None

    def _around(self, low: str, high: str) -> tuple[int, list[int]]:
        """How many names come before one, and the numbers of those from it up to another, in their order."""
        if connection.vendor == "sqlite":
            pairs = f"json_group_array(json_array({self._name}, n.id))"
        else:
            pairs = f"json_agg(json_build_array({self._name}, n.id))"
        what = f"COUNT(*) FILTER (WHERE {self._ordered} < %s), CAST({pairs} FILTER (WHERE {self._ordered} >= %s) AS text)"
        rest = f"AND {self._name} <> '' AND {self._ordered} <= %s"
        ((before, near),) = self._asked(what, rest, before=[low, low], behind=[high])
        return before, [number for _, number in sorted(_pairs(near or "[]"), key=lambda one: (one[0], -one[1]))]

    def _asked(
        self, what: str, rest: str, *, before: Sequence[Any] = (), behind: Sequence[Any] = (), sampled: bool = False
    ) -> list[Any]:
        """What is found of the names: the columns, what is asked besides, and the values in these."""
        some = f" AND ({{}} & {SAMPLE - 1}) = 0" if sampled else ""
        asked = f"SELECT {what} FROM {sql.table(SearchName)} n WHERE n.id BETWEEN %s AND %s{some.format('n.id')}"
        values = [*before, *self._span]
        if self._matches is not None:
            within, own = self._matches.numbers(self._span)
            asked, values = f"{asked} AND n.id IN ({within}{some.format(self._matches.id)})", [*values, *own]
        with connection.cursor() as cursor:
            cursor.execute(f"{asked} {rest}", [*values, *behind])
            return list(cursor.fetchall())
