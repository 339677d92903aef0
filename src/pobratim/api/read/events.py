"""Events: the list with its filters, one by its key."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Query, Router

from pobratim.api.asked import ActorKey, Asked, Day, EventKey, PersonKey, Year, day_of, known, known_one, one_of, part
from pobratim.api.schemas.event import EventList, WholeEvent, event, whole_event
from pobratim.core.facts import EventKind, EventStatus
from pobratim.register import models
from pobratim.register.selectors import listing
from pobratim.register.selectors.whole import whole_events

router = Router(tags=["events"], by_alias=True)


class EventsAsked(Asked):
    """Which events."""

    party: Annotated[list[ActorKey], Field(max_length=4, description="Each must be a party, itself or by its organs")] = []
    kind: Annotated[list[EventKind], Field(max_length=10, description="Any of them")] = []
    status: Annotated[list[EventStatus], Field(max_length=10, description="Any of them")] = []
    year: Year | None = None
    person: Annotated[PersonKey | None, Field(description="Who took part")] = None
    on: Day = None


@router.get("/events", response=EventList, summary="Events")
def events(request: HttpRequest, asked: Query[EventsAsked]) -> EventList:
    """Visits, meetings, forums …, the latest first, undated ones last; what people rejected is left out.

    With `on` those of which pages had told by that day, held or planned as they told then.
    """
    day = day_of(asked.on)
    found = listing.events(
        parties=known("party", asked.party),
        kinds=asked.kind,
        statuses=asked.status,
        year=asked.year,
        person=known_one("person", asked.person),
        on=day if asked.on else None,
    )
    rows, next_ = part(request, asked, "events", whole_events(found.defer("fields")))
    return EventList(items=[event(row, day) for row in rows], next=next_)


@router.get("/events/{key}", response=WholeEvent, summary="An event")
def event_by_key(request: HttpRequest, key: EventKey, on: Day = None) -> WholeEvent:
    """All that is known of an event, and all that anybody says of it; held or planned as of the day."""
    row = one_of(models.Event, key)
    (row,) = whole_events(models.Event.objects.filter(key=row.key))
    return whole_event(row, day_of(on))
