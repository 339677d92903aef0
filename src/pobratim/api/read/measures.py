"""Measures: those of a plan or of all, one by its key."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Query, Router

from pobratim.api.asked import Asked, Day, DocumentKey, MeasureKey, day_of, known_one, one_of, part
from pobratim.api.schemas.measure import MeasureList, WholeMeasure, measure, whole_measure
from pobratim.register import models
from pobratim.register.selectors.plan import measures as told

router = Router(tags=["measures"], by_alias=True)


class MeasuresAsked(Asked):
    """Which measures, as they stand on which day."""

    plan: Annotated[DocumentKey | None, Field(description="The plan whose items they are")] = None
    on: Day = None


@router.get("/measures", response=MeasureList, summary="Measures")
def measures(request: HttpRequest, asked: Query[MeasuresAsked]) -> MeasureList:
    """Items of plans with who carries them out, when they are due, and how they stand by the sides' reports."""
    found = told(known_one("plan", asked.plan) or None).select_related("plan").defer("fields", "decided")
    rows, next_ = part(request, asked, "measures", found)
    day = day_of(asked.on)
    return MeasureList(items=[measure(row, day) for row in rows], next=next_)


@router.get("/measures/{key}", response=WholeMeasure, summary="A measure")
def measure_by_key(request: HttpRequest, key: MeasureKey, on: Day = None) -> WholeMeasure:
    """All that is known of a measure, and all that anybody says of it."""
    row = one_of(models.Measure, key)
    return whole_measure(row, day_of(on))
