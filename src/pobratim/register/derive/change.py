"""What is to be written for records to have the rows that they should, worked out by whoever can read those that they have.

A record that is there already keeps its row, of which only those columns are written that are others; and what hangs on it stays
where it says the same: a row that goes and comes again would have every row that points at it looked at, twice, and every index
written.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from django.db.models import Model

from pobratim.register import sql
from pobratim.register.models import Actor

from .rows import TABLES, Plain, columns_of

_Row = tuple[Any, ...]
#: Columns that are counted when all records are there: see `tally`.
_COUNTED: dict[type[Model], tuple[str, ...]] = {Actor: ("documents_count", "events_count")}


class Change(NamedTuple):
    """Of one table: those rows go of which `column` is in `gone`; `rows` come; `others` are `(columns, values and then key)` of
    records that differ in these columns.
    """

    model: type[Model]
    column: str
    gone: list[str]
    rows: list[_Row]
    others: list[tuple[tuple[str, ...], list[_Row]]]


def changes_of(keys: Iterable[str], rows: Plain) -> list[Change]:
    """What these records' tables lack to have these rows, in an order in which it may be written."""
    found: list[Change] = []
    known = set(keys)
    for kind, (model, parts, owner) in TABLES.items():
        if some := {key for key in known if key[0] == kind}:
            found += (_of_part(part, owner, some, rows.get(part, []))[0] for part in parts)
            found.append(_of_records(model, some, rows.get(model, [])))
    return [one for one in found if one.gone or one.rows or one.others]


def store(changes: Iterable[Change]) -> None:
    """Writes them; constraints are looked at when the transaction ends."""
    for model, column, gone, rows, others in changes:
        sql.delete(model, column, gone)
        sql.insert(model, [name for name, _ in columns_of(model)], rows)
        for names, values in others:
            told = ", ".join(f"{name} = %s" for name in names)
            sql.many(f"UPDATE {sql.table(model)} SET {told} WHERE {column} = %s", values)


def replace(part: type[Model], owner: str, keys: Iterable[str], rows: list[_Row]) -> set[_Row]:
    """Puts rows in the place of those of some records, for the records alone whose rows are not the same already.

    Returns the rows that went and those that came.

    Args:
        part: whose rows they are.
        owner: the column that names the record.
        keys: of the records.
        rows: values as the database takes them, in the order of the model's columns but for the number.
    """
    change, different = _of_part(part, owner, set(keys), rows)
    store([change])
    return different


def _of_part(part: type[Model], owner: str, keys: set[str], rows: list[_Row]) -> tuple[Change, set[_Row]]:
    """The change, and the rows that go with it and those that come."""
    names = [name for name, _ in columns_of(part)]
    place = names.index(owner)
    new: dict[str, list[_Row]] = defaultdict(list)
    old: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        new[row[place]].append(row)
    for row in _there(part, names, owner, keys, "ORDER BY id"):
        old[row[place]].append(row)
    changed = {key for key in keys if new.get(key) != old.get(key)}
    different = {row for key in changed for row in {*old.get(key, ())} ^ {*new.get(key, ())}}
    return Change(part, owner, sorted(changed & old.keys()), [row for row in rows if row[place] in changed], []), different


def _of_records(model: type[Model], keys: set[str], rows: list[_Row]) -> Change:
    names = [name for name, _ in columns_of(model)]
    place, counted = names.index("key"), _COUNTED.get(model, ())
    old = {row[place]: row for row in _there(model, names, "key", keys)}
    others: dict[tuple[str, ...], list[_Row]] = defaultdict(list)
    for row in rows:
        if there := old.get(row[place]):
            differing = [n for n, name in enumerate(names) if row[n] != there[n] and name not in counted]
            if differing:
                others[tuple(names[n] for n in differing)].append((*(row[n] for n in differing), row[place]))
    gone = old.keys() - {row[place] for row in rows}
    return Change(model, "key", sorted(gone), [row for row in rows if row[place] not in old], sorted(others.items()))


def _there(model: type[Model], names: Sequence[str], column: str, keys: set[str], more: str = "") -> Iterator[_Row]:
    """The rows of a table, with values as the database takes them."""
    asked = f"SELECT {', '.join(names)} FROM {sql.table(model)} WHERE {column} IN {{keys}} {more}"
    for row in sql.select(asked, keys):
        yield tuple([sql.put_day(one) if isinstance(one, datetime.date) else one for one in row])
