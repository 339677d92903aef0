"""What is due: documents that end soon or ended unnoticed, intentions that nothing followed, plans that outlive theirs."""

from __future__ import annotations

import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from pobratim.register.models import Document, DocumentRelation, Event, State

SOON_DAYS = 180
PATIENCE_DAYS = 180
_OVER = ("terminated", "planned", "proposed")


def ending(on: datetime.date, days: int = SOON_DAYS) -> QuerySet[Document]:
    """Documents whose term ends within so many days, the nearest first; not those that another one prolongs or replaces."""
    last = on + datetime.timedelta(days=days)
    return _open().filter(ends_last__gte=on, ends_last__lte=last).order_by("ends_last", "key")


def lapsed(on: datetime.date, days: int = 2 * SOON_DAYS) -> QuerySet[Document]:
    """Documents whose term ended in the last so many days, the latest first."""
    first = on - datetime.timedelta(days=days)
    return _open().filter(ends_last__lt=on, ends_last__gte=first).order_by("-ends_last", "key")


def unsigned(on: datetime.date, days: int = PATIENCE_DAYS) -> QuerySet[Document]:
    """Documents announced longer than so many days ago, or for a day that has passed, and never told to be signed.

    The latest told come first.
    """
    old = on - datetime.timedelta(days=days)
    found = Document.objects.exclude(state=State.REJECTED).filter(status__in=("planned", "proposed"))
    late = Q(signed_last__lt=on) | Q(signed_last=None, last_told__lt=old)
    return found.filter(late).order_by(F("last_told").desc(nulls_last=True), "key")


def coming(on: datetime.date, days: int = SOON_DAYS) -> QuerySet[Event]:
    """Events planned for the next so many days, the nearest first."""
    last = on + datetime.timedelta(days=days)
    found = Event.objects.exclude(state=State.REJECTED).filter(status="planned")
    return found.filter(date_last__gte=on, date_first__lte=last).order_by("date_first", "key")


def outliving(on: datetime.date) -> QuerySet[DocumentRelation]:
    """Plans that go on, now or later, after the end of the document they implement: what they rest on ends first, the
    nearest first.
    """
    lasting = Document.objects.filter(ends_last__gte=on).values("pk")  # few: no plan of the past is looked at
    rows = DocumentRelation.objects.filter(kind__in=("implements", "within"), document__in=lasting)
    rows = rows.filter(document__ends_last__gt=F("to__ends_last"))
    for side in ("document", "to"):
        rows = rows.exclude(**{f"{side}__state": State.REJECTED}).exclude(**{f"{side}__status__in": _OVER})
    return rows.select_related("document", "to").order_by("to__ends_last", "document_id", "pk")


def _open() -> QuerySet[Document]:
    newer = DocumentRelation.objects.filter(to=OuterRef("pk"), kind__in=("prolongs", "replaces"))
    return Document.objects.exclude(state=State.REJECTED).exclude(status__in=_OVER).exclude(Exists(newer))
