"""Ties between what lies in two territories: their cities, districts, universities, chambers; records as a whole."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Q, QuerySet

from pobratim.register.models import Actor, Document, Event, PartnerDocument, PartnerEvent, State

from .cooperation import ORGANS
from .involvement import FOR_GOOD
from .whole import documents_by_key, events_by_key, whole_documents, whole_events

M = TypeVar("M", PartnerDocument, PartnerEvent)

_Row = tuple[str, datetime.date]

#: So many places and bodies of a side are looked at.
LOOKED_AT = 5000
#: So many of their events.
EVENTS_LOOKED_AT = 200
_FIRST = datetime.date.min + datetime.timedelta(days=1)


def _within(actor: str) -> list[str]:
    """The keys of what lies in a territory and is no organ of its power."""
    found = Actor.objects.filter(Q(within=actor) | Q(within__within=actor)).exclude(state=State.REJECTED)
    return list(found.exclude(pk=actor).exclude(within=actor, kind__in=ORGANS).values_list("pk", flat=True)[:LOOKED_AT])


def documents_inside(sides: Iterable[str], on: datetime.date, limit: int) -> list[Document]:
    """Documents between what lies in each of the territories, known by the day; the latest signed first."""
    inside = [_within(side) for side in sides]
    dated = _of_all(PartnerDocument, "document", inside, last=FOR_GOOD, day__range=(_FIRST, on))
    keys = [key for key, _ in dated.order_by("-day", "document")[:limit]]
    if len(keys) < limit:
        undated = [key for key, _ in _of_all(PartnerDocument, "document", inside, last=FOR_GOOD, day=datetime.date.min)]
        known = Document.objects.filter(pk__in=undated, first_told__lte=on)
        keys += known.order_by("-first_told", "key").values_list("pk", flat=True)[: limit - len(keys)]
    read = whole_documents(documents_by_key(keys)).in_bulk(keys)
    return [read[key] for key in keys]


def events_inside(sides: Iterable[str], since: datetime.date, on: datetime.date, limit: int) -> list[Event]:
    """Events of what lies in each of the territories, held since a day and by a day; the latest first.

    Of the latest 200, those that are known to have been held.
    """
    rows = _of_all(PartnerEvent, "event", map(_within, sides), day__range=(since, on), year__isnull=False)
    latest = [key for key, _ in rows.order_by("-day", "event")[:EVENTS_LOOKED_AT]]
    # the state is looked at here: asked for it, a database may walk through all events that were held
    states = dict(Event.objects.filter(pk__in=latest).values_list("pk", "status"))
    keys = [key for key in latest if states.get(key) == "held"][:limit]
    read = whole_events(events_by_key(keys)).in_bulk(keys)
    return [read[key] for key in keys]


def _of_all(
    model: type[M], record: str, inside: Iterable[list[str]], **narrowed: object
) -> QuerySet[M, tuple[str, datetime.date]]:
    """`(record, day)` of what partners in each of the territories take part in, each once.

    The rows of either side are met with each other: a question for each row of the one whether the other has it too would look
    up hundreds of partners each time.
    """
    first, *others = (model._default_manager.filter(partner__in=keys, **narrowed).values_list(record, "day") for keys in inside)
    return first.intersection(*others) if others else first.distinct()
