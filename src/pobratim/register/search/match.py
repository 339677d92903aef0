"""Conditions over tokens, in the words of either database, and what is read under them.

A condition is a token, `AllOf`, `AnyOf`, or `Without`; None is met by every row. Tokens have letters, digits and
`=@~_:.-` alone, so that none can be taken for an operator.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db import connection

from pobratim.register import sql
from pobratim.register.models import DocumentState, SearchRow

from . import shelf

INDEX = "register_searchindex"  # made by migrations: a virtual table on SQLite, a table with a GIN index on PostgreSQL
_ODD = re.compile(r"[^\w=@~:.*-]")


class AllOf(NamedTuple):
    """Every one is met."""

    parts: tuple[Condition, ...]


class AnyOf(NamedTuple):
    """One at least is met."""

    parts: tuple[Condition, ...]


class Without(NamedTuple):
    """The first is met and the second is not."""

    met: Condition
    unmet: Condition


Condition = str | AllOf | AnyOf | Without


def both(*parts: Condition | None) -> Condition | None:
    """All those that are conditions; None if none is."""
    kept = tuple(part for part in parts if part is not None)
    return kept[0] if len(kept) == 1 else AllOf(kept) if kept else None


def fts5(condition: Condition) -> str:
    """The condition for SQLite.

    >>> fts5(AllOf(("чуйский", AnyOf(("область", "обл*")))))
    '("чуйский" AND ("область" OR "обл" *))'
    """
    if isinstance(condition, str):
        token = _safe(condition)
        return f'"{token[:-1]}" *' if token.endswith("*") else f'"{token}"'
    if isinstance(condition, Without):
        return f"({fts5(condition.met)} NOT {fts5(condition.unmet)})"
    return f"({(' AND ' if isinstance(condition, AllOf) else ' OR ').join(map(fts5, condition.parts))})"


def tsquery(condition: Condition) -> str:
    """The condition for PostgreSQL.

    >>> tsquery(Without("чуйский", AnyOf(("область", "обл*"))))
    "('чуйский' & !('область' | 'обл':*))"
    """
    if isinstance(condition, str):
        token = _safe(condition)
        return f"'{token[:-1]}':*" if token.endswith("*") else f"'{token}'"
    if isinstance(condition, Without):
        return f"({tsquery(condition.met)} & !{tsquery(condition.unmet)})"
    return f"({(' & ' if isinstance(condition, AllOf) else ' | ').join(map(tsquery, condition.parts))})"


def _safe(token: str) -> str:
    """The token as it stands in the index; one that cannot stand there becomes one that does not."""
    token = _ODD.sub("", token.lower())
    return (token.replace("*", "") if token.startswith("=") else token) or "="


class Matches:
    """The rows that meet a condition. Every method asks the database once."""

    def __init__(self, condition: Condition | None) -> None:
        table = sql.table(SearchRow)
        if condition is None:
            self._from, self.id, self._values = f"{table} WHERE TRUE", "id", []
        elif connection.vendor == "sqlite":
            self._from, self.id, self._values = f"{INDEX} WHERE {INDEX} MATCH %s", "rowid", [fts5(condition)]
        else:
            self._from, self.id, self._values = f"{INDEX} WHERE lexemes @@ %s::tsquery", "id", [tsquery(condition)]
        self._found = f"SELECT {self.id} FROM {self._from} AND {self.id} BETWEEN %s AND %s"

    def numbers(self, span: tuple[int, int]) -> tuple[str, list[Any]]:
        """The question for the numbers of the rows, for use within another, and its values."""
        return self._found, [*self._values, *span]

    def counts(self) -> dict[int, int]:
        """Shelf → how many rows, for those that have any."""
        first, last = shelf.ALL
        statement = f"SELECT {self.id} >> 60, COUNT(*) FROM {self._from} AND {self.id} BETWEEN %s AND %s GROUP BY 1"
        return dict(self._rows(statement, first, last))

    def any(self) -> bool:
        """Whether there is a row at all.

        PostgreSQL, told that one row will do, would look for it row by row; so it is told to find all, and stops at one.
        """
        fence = "" if connection.vendor == "sqlite" else "MATERIALIZED"
        statement = f"WITH found AS {fence} ({self._found}) SELECT 1 FROM found LIMIT 1"
        return next(self._rows(statement, *shelf.ALL), None) is not None

    def keys(self, span: tuple[int, int], start: int, stop: int, newest_first: bool = True, few: bool = False) -> list[str]:
        """The keys of the rows from the place `start` up to `stop` in the order of their numbers.

        Args:
            span: the numbers among which the rows are.
            start: place of the first one.
            stop: place after the last one.
            newest_first: in which order.
            few: hardly any row meets the condition. PostgreSQL, which takes every token it has not counted for a common one,
                would go through the numbers until it has met enough rows; so it is told to find all of them first.
        """
        order = "DESC" if newest_first else "ASC"
        ids = f"{self._ids(order, fenced=few)} OFFSET %s"
        statement = f"SELECT key FROM {sql.table(SearchRow)} WHERE id IN ({ids}) ORDER BY id {order}"
        return [row[0] for row in self._rows(statement, *span, max(stop - start, 0), start)]

    def facets(self, span: tuple[int, int], limit: int) -> list[str]:
        """The facet tokens of the newest so many rows, parted by spaces."""
        statement = f"SELECT facets FROM {sql.table(SearchRow)} WHERE id IN ({self._ids()}) ORDER BY id DESC"
        return [row[0] for row in self._rows(statement, *span, limit)]

    def states(self, span: tuple[int, int], limit: int, on: datetime.date) -> tuple[dict[str, int], int]:
        """State on the day → how many of the newest so many rows, which are of documents, are in it; and how many rows these are:
        what was not there on the day is in none.
        """
        statement = (
            f"SELECT s.state, COUNT(*) FROM {sql.table(SearchRow)} r LEFT JOIN {sql.table(DocumentState)} s"
            f" ON s.document_id = r.key AND s.first <= %s AND s.last >= %s WHERE r.id IN ({self._ids()}) GROUP BY 1"
        )
        with connection.cursor() as cursor:
            day = sql.put_day(on)
            cursor.execute(statement, [day, day, *self._values, *span, limit])
            found = dict(cursor.fetchall())
        number = sum(found.values())
        found.pop(None, None)
        return found, number

    def _ids(self, order: str = "DESC", fenced: bool = False) -> str:
        found = self._found
        if fenced and connection.vendor == "postgresql":
            found = f"SELECT id FROM ({found} OFFSET 0) AS found"
        return f"{found} ORDER BY {self.id} {order} LIMIT %s"

    def _rows(self, statement: str, *values: int) -> Iterator[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(statement, [*self._values, *values])
            yield from cursor.fetchall()
