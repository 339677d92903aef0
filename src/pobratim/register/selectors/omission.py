"""What should be there and is not: contact between partners, a signatory's post."""

from __future__ import annotations

import datetime

from django.db.models import Exists, OuterRef

from pobratim.register.models import Appointment, Document, Signature, Silence, State

from .awaited import Rows

YEAR = datetime.timedelta(days=365)


def silent(on: datetime.date) -> Rows:
    """Partners of whom nothing is told for a year though a document of theirs is in force, the longest silence first; the
    day is that of the last such document.
    """
    found = Silence.objects.filter(first__lte=on, last__gte=on)
    return Rows(found.order_by("signed", "a", "b"), "a", "signed", "b", at_once=False)


def out_of_post(on: datetime.date) -> Rows:
    """Documents with a signatory who was not in post on the day of signing, in the last two years; the latest first.

    Said only where pages tell of another person in the same post of the same actor on that day, and of the signatory in
    it on other days alone. Where it fails: a post counts from the first to the last page that tells of it.
    """
    day = "document__signed_first"
    found = Signature.objects.filter(witness=False, document__signed_first__gt=on - 2 * YEAR, document__signed_first__lte=on)
    found = found.exclude(document__in=Document.objects.filter(state=State.REJECTED).values("pk"))
    own = Appointment.objects.filter(person=OuterRef("person"), of__isnull=False)
    known = own.filter(first_told__lte=OuterRef(day), last_told__gte=OuterRef(day))
    others = Appointment.objects.filter(of=OuterRef("of"), office=OuterRef("office"))
    then = others.filter(first_told__lte=OuterRef(OuterRef(day)), last_told__gte=OuterRef(OuterRef(day)))
    found = found.filter(~Exists(known), Exists(own.filter(Exists(then.exclude(person=OuterRef("person"))))))
    return Rows(found.order_by(f"-{day}", "pk"), "document", day, "person")
