"""What is due, counted the plain way: every record is looked at, with nothing that was derived beside it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from itertools import combinations

from pobratim.register.lifecycle import Lifecycle
from pobratim.register.measure import SETTLED, standing
from pobratim.register.models import (
    Appointment,
    Document,
    DocumentParty,
    DocumentRelation,
    Event,
    EventParty,
    Measure,
    Signature,
    Statement,
)
from pobratim.register.selectors.state import states_on
from pobratim.register.term import period_on
from pobratim.resolve.records.content import plain

Found = list[tuple[str, datetime.date | None, str | None]]
DAY = datetime.timedelta(days=1)
HALF_YEAR, YEAR = 180 * DAY, 365 * DAY
HELD = ("in_force", "signed")


def told(on: datetime.date, days: int) -> dict[str, Found]:
    """Section → `(record, day, other)`, sorted."""
    found = {name: count(on, days * DAY) for name, count in COUNTS.items()}
    return {name: sorted(some, key=str) for name, some in found.items()}


def documents(on: datetime.date, *states: str) -> list[Document]:
    """Those in one of the states on the day."""
    many = [one for one in Document.objects.all() if one.state != "r"]
    life = states_on(many, on)
    return [one for one in many if life[one.key] in states]


def deciding(on: datetime.date, ahead: datetime.timedelta) -> Found:
    periods = [(one.key, period_on(one, on)) for one in documents(on, *HELD)]
    days = [(key, period.decide_by) for key, period in periods if period and period.decide_by]
    return [(key, day, None) for key, day in days if on <= day <= on + ahead]


def expiring(on: datetime.date, ahead: datetime.timedelta) -> Found:
    periods = [(one.key, period_on(one, on)) for one in documents(on, *HELD)]
    return [(key, one.end, None) for key, one in periods if one and not one.goes_on and on <= one.end <= on + ahead]


def lapsed(on: datetime.date, back: datetime.timedelta) -> Found:
    newer = {one.to_id for one in DocumentRelation.objects.filter(kind__in=("prolongs", "replaces"))}
    over = [(one, period_on(one, on)) for one in documents(on, Lifecycle.LAPSED) if one.key not in newer]
    return [(one.key, period.end, None) for one, period in over if period and on - back <= period.end < on]


def unsigned(on: datetime.date, _: datetime.timedelta) -> Found:
    found: Found = []
    for one in documents(on, Lifecycle.INTENTION, Lifecycle.DRAFT):
        planned = one.signed_last if one.status in ("planned", "proposed") else None
        late = planned < on if planned else bool(one.first_told and one.first_told < on - HALF_YEAR)
        told = one.first_told is None or one.first_told <= on
        if late and told and (one.status in ("planned", "proposed") or one.signed_first):
            found.append((one.key, planned or one.first_told, None))
    return found


def coming(on: datetime.date, ahead: datetime.timedelta) -> Found:
    planned = [one for one in Event.objects.filter(status="planned") if one.state != "r" and one.date_first and one.date_last]
    return [(one.key, one.date_first, None) for one in planned if one.date_last >= on and one.date_first <= on + ahead]


def outliving(on: datetime.date, _: datetime.timedelta) -> Found:
    found: Found = []
    for row in DocumentRelation.objects.filter(kind__in=("implements", "within")):
        plan, base = row.document, row.to
        ends = plan.ends_last and base.ends_last and plan.ends_last >= on and plan.ends_last > base.ends_last
        alive = all(one.state != "r" and one.status not in ("terminated", "planned", "proposed") for one in (plan, base))
        if ends and alive:
            found.append((plan.key, base.ends_last, base.key))
    return found


def promises(on: datetime.date, ahead: datetime.timedelta) -> Found:
    found: Found = []
    for one in Statement.objects.filter(promised=True):
        states = [turn["state"] for turn in one.course if turn["since"] <= on.isoformat()]
        if one.state == "r" or (one.first_told and one.first_told > on) or states[-1:] not in ([], ["open"]):
            continue
        if one.promise_due and one.promise_due <= on + ahead:
            found.append((one.key, one.promise_due, None))
        elif not one.promise_due and one.first_told and one.first_told <= on - HALF_YEAR:
            found.append((one.key, one.first_told, None))
    return found


def measures(on: datetime.date, ahead: datetime.timedelta) -> Found:
    known = [(one, standing(one, on)) for one in Measure.objects.all() if one.state != "r"]
    return [
        (one.key, how.due, one.plan_id)
        for one, how in known
        if how.due and on <= how.due <= on + ahead and how.state not in SETTLED
    ]


def overdue(on: datetime.date, _: datetime.timedelta) -> Found:
    known = [(one, standing(one, on)) for one in Measure.objects.all() if one.state != "r"]
    return [(one.key, how.due, one.plan_id) for one, how in known if how.overdue]


def silent(on: datetime.date, _: datetime.timedelta) -> Found:
    since = on - YEAR
    last: dict[tuple[str, str], datetime.date] = {}
    for one in documents(on, *HELD):
        if one.signed_first and one.signed_first <= since:
            actors = DocumentParty.objects.filter(document=one).values_list("acts_for", flat=True)
            for pair in combinations(sorted(set(actors)), 2):
                last[pair] = max(last.get(pair, one.signed_first), one.signed_first)
    met: set[tuple[str, str]] = set()
    for event in Event.objects.all():
        if event.state != "r" and event.date_first and event.date_last and event.date_last >= since and event.date_first <= on:
            actors = EventParty.objects.filter(event=event).values_list("acts_for", flat=True)
            met |= set(combinations(sorted(set(actors)), 2))
    for one in Document.objects.all():
        if one.state != "r" and one.signed_first and one.signed_last and one.signed_last >= since and one.signed_first <= on:
            actors = DocumentParty.objects.filter(document=one).values_list("acts_for", flat=True)
            met |= set(combinations(sorted(set(actors)), 2))
    return [(a, day, b) for (a, b), day in last.items() if (a, b) not in met]


def posts(on: datetime.date, _: datetime.timedelta) -> Found:
    found: Found = []
    for one in Signature.objects.filter(witness=False).select_related("document"):
        day = one.document.signed_first
        if not day or not on - 2 * YEAR < day <= on or one.document.state == "r":
            continue
        own = list(Appointment.objects.filter(person=one.person_id, of__isnull=False))
        others = [post for post in Appointment.objects.exclude(person=one.person_id) if post.of_id and holds(post, day)]
        offices = {(post.of_id, plain(post.title)) for post in own}
        if not any(holds(post, day) for post in own) and any((post.of_id, plain(post.title)) in offices for post in others):
            found.append((one.document_id, day, one.person_id))
    return found


def holds(post: Appointment, day: datetime.date) -> bool:
    """Whether pages tell of the post before and after the day, or on it."""
    return bool(post.first_told and post.last_told and post.first_told <= day <= post.last_told)


COUNTS: dict[str, Callable[[datetime.date, datetime.timedelta], Found]] = {
    "deciding": deciding, "expiring": expiring, "lapsed": lapsed, "measures": measures, "overdue": overdue,
    "unsigned": unsigned, "promises": promises, "outliving": outliving, "silent": silent, "posts": posts, "coming": coming,
}  # fmt: skip
