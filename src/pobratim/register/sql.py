"""Rows in bulk, past the object layer: the few places where its cost a row would tell."""

from __future__ import annotations

import datetime
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, TypeVar

import msgspec
from django.db import connection
from django.db.models import Model
from django.utils.dateparse import parse_date

T = TypeVar("T")
CHUNK = 2000
INSERTED_AT_ONCE = 50
NEXT_LOOK_S = 0.12
#: SQLite looks up the last number of a table at each statement, so many rows make one; what a statement that fails half-way did
#: need not be noted down beforehand, page by page: whoever inserts is in a transaction, and gives it up.
_INSERT = {"sqlite": "INSERT OR FAIL", "postgresql": "INSERT"}
#: Pairs of texts, one parameter however many they are.
_PAIRS = {
    "sqlite": "SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(%s)",
    "postgresql": "SELECT value ->> 0, value ->> 1 FROM json_array_elements(%s::json)",
}
LOCK_NUMBER = 0x706F6272  # «pobr»: PostgreSQL's advisory lock of those who write pages and records


def table(model: type[Model]) -> str:
    """The quoted name of a model's table."""
    return connection.ops.quote_name(model._meta.db_table)


def there(*models: type[Model]) -> bool:
    """Whether the database has the tables of these models: while migrations run it may be that of an earlier design."""
    names = connection.introspection.table_names()
    return all(model._meta.db_table in names for model in models)


def insert(model: type[Model], columns: Sequence[str], rows: Sequence[Sequence[Any]], more: str = "") -> None:
    """Inserts rows of plain values.

    Args:
        model: whose table it is.
        columns: their names in the database.
        rows: values in the order of the columns.
        more: what stands at the end (`ON CONFLICT …`); `{table}` in it is the table's name.
    """
    if rows:
        one, end = f"({', '.join(['%s'] * len(columns))})", more.format(table=table(model))
        start = f"{_INSERT[connection.vendor]} INTO {table(model)} ({', '.join(columns)}) VALUES"
        whole = len(rows) - len(rows) % INSERTED_AT_ONCE
        together = [
            list(chain.from_iterable(rows[place : place + INSERTED_AT_ONCE])) for place in range(0, whole, INSERTED_AT_ONCE)
        ]
        many(f"{start} {', '.join([one] * INSERTED_AT_ONCE)} {end}", together)
        many(f"{start} {one} {end}", rows[whole:])


def insert_known(model: type[Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[int]:
    """Inserts rows of plain values, binary ones and days and times of Python too; returns their numbers in that order."""
    marks = f"({', '.join(['%s'] * len(columns))})"
    found: list[int] = []
    with connection.cursor() as cursor:
        for start in range(0, len(rows), INSERTED_AT_ONCE):
            some = rows[start : start + INSERTED_AT_ONCE]
            values = [_put(value) for row in some for value in row]
            statement = f"INSERT INTO {table(model)} ({', '.join(columns)}) VALUES {', '.join([marks] * len(some))} RETURNING id"
            cursor.execute(statement, values)
            found += sorted(int(row[0]) for row in cursor.fetchall())
    return found


def _put(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return put_day(value) if isinstance(value, datetime.date) else value


def select(statement: str, keys: Iterable[Any], before: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
    """The rows of a statement with `{keys}` in it, asked for some keys at a time.

    Args:
        statement: SQL; `{keys}` becomes a bracketed list.
        keys: without doubles and in any order.
        before: values of the marks that stand before `{keys}`.
    """
    with connection.cursor() as cursor:
        for some in chunks(keys):
            cursor.execute(statement.replace("{keys}", _list(some)), [*before, *some])
            yield from cursor.fetchall()


def select_pairs(statement: str, pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[Any, ...]]:
    """The rows of a statement that begins with `FROM`'s first table, `pair (a, b)`; all pairs are asked for at once.

    The pairs come first and each is looked up by an index: asked for as `(x, y) IN (…)`, SQLite goes through the whole table.

    Args:
        statement: SQL with `{pairs}` for the first table and `CROSS JOIN` after it, which SQLite takes for an order.
        pairs: without doubles and in any order.
    """
    told = sorted(pairs)
    if not told:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH pair (a, b) AS ({_PAIRS[connection.vendor]}) {statement.replace('{pairs}', 'pair')}",
            [msgspec.json.encode(told).decode()],
        )
        yield from cursor.fetchall()


def select_each(statement: str, keys: Sequence[Any], after: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """The rows of a statement asked for each of a few keys by itself, in one query.

    Args:
        statement: SQL with one mark for the key; it may have an order and a limit of its own.
        keys: so few that they make one query.
        after: values of the marks that stand after the key's.
    """
    if not keys:
        return []
    parts = (f"SELECT * FROM ({statement}) AS part{number}" for number in range(len(keys)))
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), [value for key in keys for value in (key, *after)])
        return list(cursor.fetchall())


def execute(statement: str, keys: Iterable[Any]) -> None:
    """Runs a statement with `{keys}` in it for some keys at a time."""
    with connection.cursor() as cursor:
        for some in chunks(keys):
            cursor.execute(statement.replace("{keys}", _list(some)), some)


def many(statement: str, rows: Sequence[Sequence[Any]]) -> None:
    """Runs a statement once for every row of values."""
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(statement, rows)


def clear(model: type[Model]) -> None:
    """Empties a table."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table(model)}")


def delete(model: type[Model], column: str, keys: Iterable[Any]) -> None:
    """Deletes the rows whose column has one of the keys; what refers to them is the caller's to see to."""
    execute(f"DELETE FROM {table(model)} WHERE {column} IN {{keys}}", keys)


def chunks(keys: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """The keys, without doubles and sorted, so many at a time."""
    ordered = sorted(set(keys))  # type: ignore[type-var]
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]


@lru_cache(maxsize=20_000)
def day(value: datetime.date | str | None) -> datetime.date | None:
    """A day as raw rows give it: SQLite has text."""
    return datetime.date.fromisoformat(value) if isinstance(value, str) else value


def days_once() -> None:
    """Days that SQLite gives as text are read once each: there are few, in very many rows."""
    if connection.vendor == "sqlite":
        sqlite3.register_converter("date", lru_cache(maxsize=20_000)(lambda text: parse_date(text.decode())))


@lru_cache(maxsize=20_000)
def put_day(value: datetime.date | None) -> str | None:
    """A day as rows are given it: both databases take text."""
    return None if value is None else value.isoformat()


def lock() -> None:
    """Waits until nobody else writes pages or records; holds to the end of the transaction (SQLite locks by itself)."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK_NUMBER])


def let_others_write() -> None:
    """Between two transactions: a moment in which somebody who waits for the lock may take it (PostgreSQL has them in line).

    Who waits for SQLite looks again every tenth of a second.
    """
    if connection.vendor == "sqlite":
        time.sleep(NEXT_LOOK_S)


def _list(keys: Sequence[Any]) -> str:
    return f"({', '.join(['%s'] * len(keys))})"
