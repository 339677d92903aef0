"""The rows that drafts become, collected model by model."""

from __future__ import annotations

from collections.abc import Callable
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
        columns = columns_of(model)
        return [tuple([put(row[name]) if put else row[name] for name, put in columns]) for row in self.by_model[model]]


@cache
def columns_of(model: type[Model]) -> list[tuple[str, Callable[[Any], Any] | None]]:
    """The columns of a model but for the number, each with what makes its values such as the database takes."""
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, AutoField)]
    return [(str(field.column), next((put for kind, put in _PUT if isinstance(field, kind)), None)) for field in fields]


def _json(value: Any) -> str | None:
    return None if value is None else msgspec.json.encode(value).decode()


_PUT: tuple[tuple[type[Field[Any, Any]], Callable[[Any], Any]], ...] = ((JSONField, _json), (DateField, sql.put_day))
