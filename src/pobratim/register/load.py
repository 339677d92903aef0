"""Rows by the million into empty tables: without indexes and references meanwhile, past the object layer."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec
from django.db import connection
from django.db.models import Field, Model

from . import sql

Rows = Sequence[Sequence[Any]]
#: What JSON gives is what both databases take.
_PLAIN = frozenset(("AutoField", "BigAutoField", "BigIntegerField", "BooleanField", "CharField", "DateField", "FloatField"))
_PLAIN |= {"ForeignKey", "IntegerField", "SmallIntegerField", "PositiveIntegerField", "TextField"}
#: Indexes (PostgreSQL: those that no constraint has made), and the statements that make them again.
_SQLITE_INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN {keys}"
_INDEXES = """
    SELECT quote_ident(c.relname), pg_get_indexdef(c.oid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    JOIN pg_class t ON t.oid = i.indrelid
    WHERE t.relnamespace = current_schema()::regnamespace AND t.relname IN {keys}
    AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = c.oid AND o.contype IN ('p', 'u', 'x'))
"""
#: References and what may stand once; keys stay: rows come in their order.
_CONSTRAINTS = """
    SELECT o.conrelid::regclass::text, quote_ident(o.conname), pg_get_constraintdef(o.oid) FROM pg_constraint o
    JOIN pg_class t ON t.oid = o.conrelid
    WHERE t.relnamespace = current_schema()::regnamespace AND t.relname IN {keys} AND o.contype IN ('f', 'u')
    ORDER BY o.contype DESC, 2
"""
_SORT_MIB = 256  # PostgreSQL sorts the rows of an index within so much memory; its own 64 take twice the time


@contextmanager
def bare(tables: Iterable[str]) -> Iterator[None]:
    """Tables without their indexes and, on PostgreSQL, without what they refer to; all of it is made again at the end, and
    checked. To be used within a transaction: what fails leaves all as it was.
    """
    names = list(tables)
    with connection.cursor() as cursor:
        begin, end = _sqlite(names) if connection.vendor == "sqlite" else _postgresql(names)
        for statement in begin:
            cursor.execute(statement)
        yield
        for statement in end:
            cursor.execute(statement)


def look_over(tables: Iterable[str]) -> None:
    """PostgreSQL learns what the tables hold and that everybody sees it: until then it asks the rows where the index would do."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"VACUUM (ANALYZE) {', '.join(map(connection.ops.quote_name, tables))}")


def _sqlite(names: list[str]) -> tuple[list[str], list[str]]:
    told = list(sql.select(_SQLITE_INDEXES, names))
    return [f"DROP INDEX {connection.ops.quote_name(name)}" for name, _ in told], [made for _, made in told]


def _postgresql(names: list[str]) -> tuple[list[str], list[str]]:
    indexes, constraints = list(sql.select(_INDEXES, names)), list(sql.select(_CONSTRAINTS, names))
    dropped = [f"ALTER TABLE {table} DROP CONSTRAINT {name}" for table, name, _ in reversed(constraints)]
    dropped += [f"DROP INDEX {name}" for name, _ in indexes]
    made = [f"SET LOCAL maintenance_work_mem = '{_SORT_MIB}MB'", *(made for _, made in indexes)]
    return dropped, made + [f"ALTER TABLE {table} ADD CONSTRAINT {name} {told}" for table, name, told in constraints]


def load(model: type[Model], columns: Sequence[str], rows: Rows) -> None:
    """Puts rows of a backup into the table of a model.

    Args:
        model: whose table it is; it may be that of an earlier design.
        columns: `attname` of fields; fields that are not named have their defaults.
        rows: values as `backup` writes them.
    """
    if not rows:
        return
    fields = [_field(model, name) for name in columns]
    missing = [one for one in model._meta.concrete_fields if one.attname not in columns]
    rows = _put(fields, rows)
    if missing:
        more = [one.get_db_prep_save(one.get_default(), connection) for one in missing]
        rows = [[*row, *more] for row in rows]
    names = [connection.ops.quote_name(str(one.column)) for one in (*fields, *missing)]
    if connection.vendor == "sqlite":
        sql.insert(model, names, rows)
        return
    with connection.cursor() as cursor, cursor.copy(f"COPY {sql.table(model)} ({', '.join(names)}) FROM STDIN") as table:
        for row in rows:
            table.write_row(row)


def _field(model: type[Model], attname: str) -> Field[Any, Any]:
    return next(one for one in model._meta.concrete_fields if one.attname == attname)


def _put(fields: Sequence[Field[Any, Any]], rows: Rows) -> Rows:
    """The rows with those columns turned that JSON has otherwise than the database."""
    turned = [(place, told) for place, field in enumerate(fields) if (told := _turn(field))]
    if not turned:
        return rows
    found = [list(row) for row in rows]
    for place, turn in turned:
        for row in found:
            if row[place] is not None:
                row[place] = turn(row[place])
    return found


def _turn(field: Field[Any, Any]) -> Callable[[Any], Any] | None:
    kind = field.get_internal_type()
    if kind in _PLAIN:
        return None
    if kind == "JSONField":
        return lambda value: msgspec.json.encode(value).decode()
    if kind == "BinaryField":
        return lambda value: base64.b64decode(value["b"])
    return lambda value: field.get_db_prep_save(field.to_python(value), connection)
