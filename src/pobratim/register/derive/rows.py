"""The rows that drafts become, collected model by model in the order in which they may be stored."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import msgspec
from django.db.models import AutoField, DateField, Field, JSONField, Model

from pobratim.register import sql
from pobratim.register.models import (
    Actor,
    Appointment,
    Document,
    DocumentParty,
    DocumentRelation,
    DocumentSphere,
    Event,
    EventDocument,
    EventParty,
    Measure,
    MeasureExecutor,
    MeasureSphere,
    Participation,
    Person,
    PromiseState,
    Signature,
    Statement,
    StatementDocument,
)

#: Kind of node → `(model of the record, models of its rows, column that names the record)`.
TABLES: dict[str, tuple[type[Model], tuple[type[Model], ...], str]] = {
    "a": (Actor, (), ""),
    "p": (Person, (Appointment,), "person_id"),
    "d": (Document, (DocumentParty, Signature, DocumentSphere, DocumentRelation), "document_id"),
    "e": (Event, (EventParty, Participation, EventDocument), "event_id"),
    "s": (Statement, (StatementDocument, PromiseState), "statement_id"),
    "m": (Measure, (MeasureExecutor, MeasureSphere), "measure_id"),
}
ORDER = [model for main, parts, _ in TABLES.values() for model in (main, *parts)]


#: Columns that are counted when all records are there: see `tally`.
COUNTED: dict[type[Model], tuple[str, ...]] = {Actor: ("documents_count", "events_count")}


#: Model → rows of values as the database takes them, in the order of its columns but for the number.
Plain = dict[type[Model], list[tuple[Any, ...]]]


class Rows:
    """Rows to be stored, as plain values: objects of the models would cost as much as all the rest."""

    def __init__(self) -> None:
        self.by_model: dict[type[Model], list[dict[str, Any]]] = {model: [] for model in ORDER}

    def add(self, model: type[Model], **values: Any) -> None:
        """One row more; every column has its value, by the name of the model's attribute."""
        self.by_model[model].append(values)

    def plain(self) -> Plain:
        """The rows as the database takes them, of those models that have some."""
        return {model: self._plain(model) for model, rows in self.by_model.items() if rows}

    def _plain(self, model: type[Model]) -> list[tuple[Any, ...]]:
        columns = _columns(model)
        return [tuple([put(row[name]) if put else row[name] for name, put in columns]) for row in self.by_model[model]]


def store(keys: Iterable[str], rows: Plain) -> None:
    """Puts the rows in the place of those that these records had; constraints are looked at when the transaction ends.

    A record that is there already keeps its row, and what hangs on it stays where it says the same: a row that goes
    and comes again would have every row that points at it looked at, twice, and every index written.
    """
    for kind, (model, parts, owner) in TABLES.items():
        some = {key for key in keys if key[0] == kind}
        for part in parts:
            replace(part, owner, some, rows.get(part, []))
        _put(model, some, rows.get(model, []))


def _put(model: type[Model], keys: set[str], rows: list[tuple[Any, ...]]) -> None:
    names = [name for name, _ in _columns(model)]
    key = names.index("key")
    sql.delete(model, "key", keys - {row[key] for row in rows})
    kept = ("key", *COUNTED.get(model, ()))
    changed = ", ".join(f"{name} = excluded.{name}" for name in names if name not in kept)
    sql.insert(model, names, rows, f"ON CONFLICT (key) DO UPDATE SET {changed}")


def replace(part: type[Model], owner: str, keys: Iterable[str], rows: list[tuple[Any, ...]]) -> set[tuple[Any, ...]]:
    """Puts rows in the place of those of some records, for the records alone whose rows are not the same already.

    Returns the rows that went and those that came.

    Args:
        part: whose rows they are.
        owner: the column that names the record.
        keys: of the records.
        rows: values as the database takes them, in the order of the model's columns but for the number.
    """
    keys, names = set(keys), [name for name, _ in _columns(part)]
    place = names.index(owner)
    new: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    old: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        new[row[place]].append(row)
    there = sql.select(f"SELECT {', '.join(names)} FROM {sql.table(part)} WHERE {owner} IN {{keys}} ORDER BY id", keys)
    for row in there:
        old[row[place]].append(tuple([sql.put_day(one) if isinstance(one, datetime.date) else one for one in row]))
    changed = {key for key in keys if new.get(key) != old.get(key)}
    sql.delete(part, owner, changed & old.keys())
    sql.insert(part, names, [row for row in rows if row[place] in changed])
    return {row for key in changed for row in {*old.get(key, ())} ^ {*new.get(key, ())}}


@cache
def _columns(model: type[Model]) -> list[tuple[str, Callable[[Any], Any] | None]]:
    """The columns of a model but for the number, each with what makes its values such as the database takes."""
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, AutoField)]
    return [(str(field.column), next((put for kind, put in _PUT if isinstance(field, kind)), None)) for field in fields]


def _json(value: Any) -> str | None:
    return None if value is None else msgspec.json.encode(value).decode()


_PUT: tuple[tuple[type[Field[Any, Any]], Callable[[Any], Any]], ...] = ((JSONField, _json), (DateField, sql.put_day))
