"""Visits, meetings, forums …"""

from __future__ import annotations

import datetime
from typing import Any

from pobratim.core.facts import EventKind, EventStatus, Role
from pobratim.register import models
from pobratim.register.selectors.as_of import status_on

from .answer import Answer
from .common import Common, Date, Details, DocumentRef, Next, Ref, common, date, details, document_ref, ref, sure
from .document import Party


class Attendee(Answer):
    """A person at an event."""

    person: Ref
    role: Role
    side: Ref | None


class Event(Common):
    """An event; `within` is the key of the event that it is a part of."""

    kind: EventKind
    status: EventStatus
    date: Date | None
    place: Ref | None
    host: Ref | None
    parties: list[Party]
    people: list[Attendee]
    documents: list[DocumentRef]
    within: str | None


class EventList(Answer):
    """Events, the latest first, undated ones last."""

    items: list[Event]
    next: Next


class WholeEvent(Event, Details):
    """An event with all that anybody says of it."""

    history: list[dict[str, Any]]


def event(row: models.Event, on: datetime.date) -> Event:
    """An event of a list."""
    return Event(**_values(row, on))


def whole_event(row: models.Event, on: datetime.date) -> WholeEvent:
    """An event by itself."""
    return WholeEvent(**_values(row, on), **details(row), history=row.history)


def _values(row: models.Event, on: datetime.date) -> dict[str, Any]:
    return {
        **common(row),
        "kind": row.kind,
        "status": status_on(row, on),
        "date": date(row.date, row.date_precision, row.date_basis, row.date_wording),
        "place": ref(row.place),
        "host": ref(row.host),
        "parties": [
            Party(actor=sure(one.actor), for_=ref(one.acts_for) if one.acts_for_id != one.actor_id else None)
            for one in row.party_rows.all()
        ],
        "people": [
            Attendee(person=sure(one.person), role=one.role, side=ref(one.side))  # type: ignore[arg-type]
            for one in row.participations.all()
        ],
        "documents": [document_ref(one.document) for one in row.document_rows.all()],
        "within": row.within_id,
    }
