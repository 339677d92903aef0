"""The rows that drafts become, collected model by model in the order in which they may be stored."""

from __future__ import annotations

import datetime
from typing import Any

import msgspec
from django.db import connection
from django.db.models import AutoField, Field, JSONField, Model

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
    Participation,
    Person,
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
    "s": (Statement, (StatementDocument,), "statement_id"),
}
ORDER = [model for main, parts, _ in TABLES.values() for model in (main, *parts)]


class Rows:
    """Rows to be stored."""

    def __init__(self) -> None:
        self.by_model: dict[type[Model], list[Model]] = {model: [] for model in ORDER}

    def add(self, row: Model) -> None:
        """One row more."""
        self.by_model[type(row)].append(row)

    def store(self) -> None:
        """Stores all: records before what hangs on them; constraints are looked at when the transaction ends."""
        for model, rows in self.by_model.items():
            fields = [field for field in model._meta.concrete_fields if not isinstance(field, AutoField)]
            plain = [tuple(_plain(field, getattr(row, field.attname)) for field in fields) for row in rows]
            sql.insert(model, [str(field.column) for field in fields], plain)


def _plain(field: Field[Any, Any], value: Any) -> Any:
    """A value as the database takes it: JSON as text, days as they are adapted."""
    if isinstance(field, JSONField):
        return None if value is None else msgspec.json.encode(value).decode()
    return connection.ops.adapt_datefield_value(value) if isinstance(value, datetime.date) else value


def wipe(keys: set[str]) -> None:
    """Deletes the rows of these records; others may go on pointing at them until the transaction ends."""
    for kind, (model, parts, column) in TABLES.items():
        some = {key for key in keys if key[0] == kind}
        for part in parts:
            sql.delete(part, column, some)
        sql.delete(model, "key", some)
