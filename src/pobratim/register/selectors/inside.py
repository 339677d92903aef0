"""Ties between what lies in two territories: their cities, districts, universities, chambers; records as a whole."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db.models import F, Q

from pobratim.register.models import Actor, Document, DocumentParty, Event, EventParty, State

from .cooperation import ORGANS
from .whole import whole_documents, whole_events

#: So many places and bodies of a side are looked at.
LOOKED_AT = 5000


def _within(actor: str) -> list[str]:
    """The keys of what lies in a territory and is no organ of its power."""
    found = Actor.objects.filter(Q(within=actor) | Q(within__within=actor)).exclude(state=State.REJECTED)
    return list(found.exclude(pk=actor).exclude(within=actor, kind__in=ORGANS).values_list("pk", flat=True)[:LOOKED_AT])


def documents_inside(sides: Iterable[str], on: datetime.date, limit: int) -> list[Document]:
    """Documents between what lies in each of the territories, known by the day; the latest signed first."""
    found = Document.objects.exclude(state=State.REJECTED)
    for side in sides:
        found = found.filter(pk__in=DocumentParty.objects.filter(acts_for__in=_within(side)).values("document"))
    found = found.filter(Q(signed_first__lte=on) | Q(signed_first=None, first_told__lte=on))
    return list(whole_documents(found).order_by(F("signed_first").desc(nulls_last=True), "key")[:limit])


def events_inside(sides: Iterable[str], since: datetime.date, on: datetime.date, limit: int) -> list[Event]:
    """Events of what lies in each of the territories, held since a day and by a day; the latest first."""
    found = Event.objects.exclude(state=State.REJECTED).filter(date_last__gte=since, date_first__lte=on, status="held")
    for side in sides:
        found = found.filter(pk__in=EventParty.objects.filter(acts_for__in=_within(side)).values("event"))
    return list(whole_events(found).order_by("-date_first", "key")[:limit])
