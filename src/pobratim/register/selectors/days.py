"""When something was signed and held, day by day and year by year: what pictures of time are drawn from."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractYear

from pobratim.register.models import Document, DocumentSphere, Event
from pobratim.register.successors import NOT_YET

M = TypeVar("M", Document, Event)


class Happened(NamedTuple):
    """A document signed or an event held on a day: its key, its kind, a document's title."""

    day: datetime.date
    key: str
    kind: str
    title: str = ""


def signed_days(found: QuerySet[Document], on: datetime.date, limit: int) -> list[Happened]:
    """The documents signed by a day, the latest first."""
    rows = found.exclude(status__in=NOT_YET).filter(signed_first__lte=on).order_by("-signed_first", "key")
    told = rows.values_list("signed_first", "key", "kind", "title")[:limit]
    return [Happened(day, key, kind, title) for day, key, kind, title in told if day]


def held_days(found: QuerySet[Event], on: datetime.date, limit: int) -> list[Happened]:
    """The events held by a day, the latest first."""
    rows = found.exclude(status__in=("cancelled", "planned")).filter(date_first__lte=on).order_by("-date_first", "key")
    return [Happened(day, key, kind) for day, key, kind in rows.values_list("date_first", "key", "kind")[:limit] if day]


def sphere_years(found: QuerySet[Document], on: datetime.date) -> Mapping[tuple[str, int], int]:
    """`(sphere, year)` → how many of the documents were signed in it by a day; one query.

    Where it fails: of a document of which no page names the spheres, or the day, nothing is counted.
    """
    signed = found.exclude(status__in=NOT_YET).filter(signed_first__lte=on).order_by()
    rows = DocumentSphere.objects.filter(document__in=signed.values("pk")).annotate(year=ExtractYear("document__signed_first"))
    counted = rows.values_list("code", "year").annotate(number=Count("document", distinct=True))
    return {(code, year): number for code, year, number in counted}


def signing_years(found: QuerySet[Document]) -> dict[int, int]:
    """How many documents were signed in which year; one query."""
    return _by_year(found.exclude(status__in=NOT_YET), "signed_first")


def event_years(found: QuerySet[Event]) -> dict[int, int]:
    """How many events were held in which year; those cancelled are left out, as are those without a date. One query."""
    return _by_year(found.exclude(status="cancelled"), "date_first")


def _by_year(found: QuerySet[M], day: str) -> dict[int, int]:
    dated = found.exclude(**{day: None}).order_by().annotate(year=ExtractYear(day))
    return dict(dated.values_list("year").annotate(number=Count("pk")))
