"""What is due: what ends, what ended, what was announced and never signed, what comes."""

from __future__ import annotations

import datetime
from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from pobratim.api.asked import Asked, Day, day_of, next_address, part, place_in
from pobratim.api.schemas.common import DocumentRef, Next, document_ref
from pobratim.api.schemas.document import DocumentList, Period, documents
from pobratim.api.schemas.event import EventList, event
from pobratim.register.models import Document
from pobratim.register.selectors import deadline, due
from pobratim.register.selectors.whole import whole_documents, whole_events

router = Router(tags=["due"], by_alias=True)
LONGEST = 36_500


class OnDay(Asked):
    """On which day."""

    on: Day = None

    def day(self) -> datetime.date:
        """The day."""
        return day_of(self.on)


class DueAsked(OnDay):
    """On which day, looking how far."""

    days: Annotated[int | None, Field(ge=0, le=LONGEST, description="How far to look; half a year unless named")] = None


class OutlivingPlan(Schema):
    """A plan, and the document that it implements and outlives."""

    plan: DocumentRef
    document: DocumentRef
    plan_ends: datetime.date
    document_ends: datetime.date


class OutlivingList(Schema):
    """Plans that go on after the end of what they implement."""

    items: list[OutlivingPlan]
    next: Next


def _documents(request: HttpRequest, asked: DueAsked, name: str, days: int) -> DocumentList:
    day, wide = asked.day(), days if asked.days is None else asked.days
    found = {"ending": due.ending, "lapsed": due.lapsed, "unsigned": due.unsigned}[name](day, wide)
    rows, next_ = part(request, asked, name, whole_documents(found.defer("fields")))
    return DocumentList(items=documents(rows, day), next=next_)


@router.get("/due/ending", response=DocumentList, summary="What ends soon")
def ending(request: HttpRequest, asked: Query[DueAsked]) -> DocumentList:
    """Documents whose term ends within so many days, the nearest first; not those that another one prolongs."""
    return _documents(request, asked, "ending", due.SOON_DAYS)


@router.get("/due/lapsed", response=DocumentList, summary="What ended")
def lapsed(request: HttpRequest, asked: Query[DueAsked]) -> DocumentList:
    """Documents whose term ended in the last so many days (a year unless named), the latest first."""
    return _documents(request, asked, "lapsed", 2 * due.SOON_DAYS)


@router.get("/due/unsigned", response=DocumentList, summary="What was never signed")
def unsigned(request: HttpRequest, asked: Query[DueAsked]) -> DocumentList:
    """Documents announced longer than so many days ago, or for a day that has passed, and never told to be signed."""
    return _documents(request, asked, "unsigned", due.PATIENCE_DAYS)


@router.get("/due/coming", response=EventList, summary="What comes")
def coming(request: HttpRequest, asked: Query[DueAsked]) -> EventList:
    """Events planned for the next so many days, the nearest first."""
    found = due.coming(asked.day(), due.SOON_DAYS if asked.days is None else asked.days)
    rows, next_ = part(request, asked, "coming", whole_events(found.defer("fields", "decided")))
    return EventList(items=[event(row) for row in rows], next=next_)


@router.get("/due/outliving", response=OutlivingList, summary="Plans that outlive their document")
def outliving(request: HttpRequest, asked: Query[OnDay]) -> OutlivingList:
    """Plans that go on, now or later, after the end of the document that they implement."""
    rows, next_ = part(request, asked, "outliving", due.outliving(asked.day()))
    return OutlivingList(items=[_plan(row.document, row.to) for row in rows], next=next_)


def _plan(plan: Document, framework: Document) -> OutlivingPlan:
    return OutlivingPlan(
        plan=document_ref(plan),
        document=document_ref(framework),
        plan_ends=plan.ends_last,  # type: ignore[arg-type]
        document_ends=framework.ends_last,  # type: ignore[arg-type]
    )


class DeadlineOf(Schema):
    """A document, the period of its term that runs, and the day that matters."""

    document: DocumentRef
    day: datetime.date
    period: Period


class DeadlineList(Schema):
    """Deadlines, the nearest first."""

    items: list[DeadlineOf]
    next: Next


def _deadlines(request: HttpRequest, asked: DueAsked, name: str, found: list[deadline.Deadline]) -> DeadlineList:
    place = place_in(asked, name)
    rest = [one for one in found if place is None or [one.day.isoformat(), one.document.key] > place]
    shown = rest[: asked.limit]
    after = [shown[-1].day, shown[-1].document.key] if len(rest) > len(shown) else None
    items = [DeadlineOf(document=document_ref(one.document), day=one.day, period=Period(**one.period._asdict())) for one in shown]
    return DeadlineList(items=items, next=next_address(request, name, after))


@router.get("/due/deciding", response=DeadlineList, summary="What must be decided")
def deciding(request: HttpRequest, asked: Query[DueAsked]) -> DeadlineList:
    """Documents in force for which notice must be given, or to go on be agreed, within so many days."""
    days = due.SOON_DAYS if asked.days is None else asked.days
    return _deadlines(request, asked, "deciding", deadline.deciding(asked.day(), days))


@router.get("/due/expiring", response=DeadlineList, summary="What runs out")
def expiring(request: HttpRequest, asked: Query[DueAsked]) -> DeadlineList:
    """Documents in force whose term ends within so many days and does not go on by itself."""
    days = due.SOON_DAYS if asked.days is None else asked.days
    return _deadlines(request, asked, "expiring", deadline.expiring(asked.day(), days))
