"""Measures: the items of plans, and how they stand."""

from __future__ import annotations

import datetime
from typing import Any

from ninja import Field

from pobratim.register import models
from pobratim.register.measure import MeasureState, standing

from .answer import Answer
from .common import Common, Details, DocumentRef, Next, Ref, common, details, document_ref, ref


class Executor(Answer):
    """Who carries it out: as written, for which side (`a`, `b`, `joint`, empty), the partner if it is known."""

    name: str
    side: str
    actor: Ref | None


class Standing(Answer):
    """How it stands on the day: the state that counts, that of each side that reported; `no_word` is not `not_done`."""

    state: MeasureState
    sides: dict[str, MeasureState]
    overdue: bool
    due: datetime.date | None


class Measure(Common):
    """An item of a plan; `due` and `reports` as `GET /fields` describes them."""

    plan: DocumentRef | None
    section: str | None
    number: str | None
    text: str
    expected: str | None
    executors: list[Executor]
    spheres: list[str]
    due: dict[str, Any] | None
    standing: Standing
    reports: list[dict[str, Any]]
    understood: bool = Field(description="False where its row in the file was not: somebody must look")


class MeasureList(Answer):
    """Measures, plan by plan, each plan's in its order."""

    items: list[Measure]
    next: Next


class WholeMeasure(Measure, Details):
    """A measure with all that anybody says of it."""


def measure(row: models.Measure, on: datetime.date) -> Measure:
    """A measure of a list, as it stands on a day."""
    return Measure(**_values(row, on))


def whole_measure(row: models.Measure, on: datetime.date) -> WholeMeasure:
    """A measure by itself."""
    return WholeMeasure(**_values(row, on), **details(row))


def _values(row: models.Measure, on: datetime.date) -> dict[str, Any]:
    return {
        **common(row),
        "plan": document_ref(row.plan) if row.plan else None,
        "section": row.section or None,
        "number": row.number or None,
        "text": row.text,
        "expected": row.expected or None,
        "executors": [Executor(name=one.name, side=one.side, actor=ref(one.actor)) for one in row.executors.all()],
        "spheres": sorted(one.code for one in row.spheres.all()),
        "due": row.due,
        "standing": Standing(**standing(row, on)._asdict()),
        "reports": row.reports,
        "understood": row.understood,
    }
