"""What is due beside terms: intentions that nothing followed, events to come, plans that outlive theirs, open promises."""

from __future__ import annotations

import datetime

from django.db.models import Case, Exists, F, OuterRef, Q, When
from django.db.models.functions import Coalesce

from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import Document, DocumentState, Event, Outliving, State
from pobratim.register.promise import OPEN
from pobratim.register.successors import NOT_YET

from .awaited import Rows
from .promise import promises_on
from .told import told_by

INTENDED = (Lifecycle.INTENTION, Lifecycle.DRAFT)
PATIENCE = datetime.timedelta(days=180)


def unsigned(on: datetime.date) -> Rows:
    """Documents announced longer than half a year ago, or for a day that had passed, and not told to be signed by the day.

    The latest day comes first: that for which the document was announced, else that of the first page. Where it fails: of one
    that was signed later nobody knows any more for which day it had been announced; and one of which pages told later that it is
    signed, without a day, is not seen from the days before.
    """
    for_a_day = Q(status__in=NOT_YET, signed_last__isnull=False)
    late = Q(first_told__lt=on - PATIENCE)
    since = DocumentState.objects.filter(document=OuterRef("pk"), state__in=INTENDED, first__lte=on, last__gte=on)
    then = ~Q(status__in=NOT_YET) & Q(signed_first__gt=on) & late & Exists(since)
    found = Document.objects.exclude(state=State.REJECTED).filter(
        (for_a_day & Q(signed_last__lt=on) & told_by(on)) | (Q(status__in=NOT_YET, signed_last=None) & late) | then
    )
    found = found.annotate(day=Case(When(for_a_day, then=F("signed_last")), default=F("first_told")))
    return Rows(found.order_by("-day", "key"), "key", "day")


def announced_late(document: Document, on: datetime.date) -> bool:
    """Whether a document that is only intended on the day stands in `unsigned` then."""
    if document.status in NOT_YET and document.signed_last:
        return document.signed_last < on
    return bool(document.first_told and document.first_told < on - PATIENCE)


def coming(on: datetime.date, days: int) -> Rows:
    """Events planned for the next so many days, the nearest first."""
    last = on + datetime.timedelta(days=days)
    found = Event.objects.exclude(state=State.REJECTED).filter(status="planned", date_last__gte=on, date_first__lte=last)
    return Rows(found.order_by("date_first", "key"), "key", "date_first")


def outliving(on: datetime.date) -> Rows:
    """Plans that go on, now or later, after the end of the document they implement, with it: what they rest on ends first,
    the nearest first.
    """
    found = Outliving.objects.filter(ends__gte=on)
    return Rows(found.order_by("to_ends", "document", "to"), "document", "to_ends", "to")


def promises_open(on: datetime.date, days: int) -> Rows:
    """Promises due within so many days or due already, and those told half a year ago without a day; the latest first.

    The day is that by which the promise was to be kept, else that on which the first page told of it.
    """
    found = promises_on(on, (OPEN,))
    pressing = Q(promise_due__lte=on + datetime.timedelta(days=days)) | Q(promise_due=None, first_told__lte=on - PATIENCE)
    found = found.filter(pressing).annotate(day=Coalesce("promise_due", "first_told"))
    return Rows(found.order_by(F("first_told").desc(nulls_last=True), "key"), "key", "day")
