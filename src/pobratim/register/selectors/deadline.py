"""Ends of terms, and days by which it must be decided whether a document goes on."""

from __future__ import annotations

import datetime

from django.db.models import Exists, OuterRef, Q

from pobratim.register.lifecycle import HOLDING, Lifecycle
from pobratim.register.models import DocumentRelation
from pobratim.register.successors import SUCCEEDING
from pobratim.register.term import TermTold, period_on

from .awaited import Awaited, Rows, documents_in

_DAY = datetime.timedelta(days=1)
_YEAR_DAYS, _WHOLE_YEAR = 365, (101, 1231)
_TERM = ("ends_last", "renews", "step_years", "notice_months", "signed_last")


def deciding(on: datetime.date, days: int) -> list[Awaited]:
    """Documents in force for which notice must be given within so many days, or to go on be agreed; the nearest first."""
    last = on + datetime.timedelta(days=days)
    held = documents_in(HOLDING, on)
    first = held.filter(decide_by__range=(on, last))
    later = [held.filter(decide_turn__range=one, ends_last__lt=on) for one in _turns(on, last)]
    found: list[Awaited] = []
    for key, *term in first.union(*later).values_list("key", *_TERM):
        period = period_on(TermTold(*term), on)
        if period and period.decide_by and on <= period.decide_by <= last:
            found.append(Awaited(key, period.decide_by))
    return sorted(found, key=lambda one: (one.day, one.record))


def _turns(first: datetime.date, last: datetime.date) -> list[tuple[int, int]]:
    """The stretches of the year, as `decide_turn` tells its days, that lie between two days; one day more at either end, for
    the sake of 29 February.
    """
    if (last - first).days >= _YEAR_DAYS - 2:
        return [_WHOLE_YEAR]
    begin, end = ((day.month * 100 + day.day) for day in (first - _DAY, last + _DAY))
    return [(begin, end)] if begin <= end else [(begin, _WHOLE_YEAR[1]), (_WHOLE_YEAR[0], end)]


def expiring(on: datetime.date, days: int) -> Rows:
    """Documents in force whose term ends within so many days and does not go on by itself; the nearest first."""
    found = documents_in(HOLDING, on).filter(ends_finally__range=(on, on + datetime.timedelta(days=days)))
    running = ~Q(renews="once") | Q(ends_last__lt=on)  # what is renewed once goes on by itself in its first period
    return Rows(found.filter(running).order_by("ends_finally", "key"), "key", "ends_finally")


def lapsed(on: datetime.date, days: int) -> Rows:
    """Documents that have lapsed, their term over in the last so many days, the latest first; not those of which a page
    tells that another document prolongs or replaces them, be it planned.
    """
    newer = DocumentRelation.objects.filter(to=OuterRef("pk"), kind__in=SUCCEEDING)
    found = documents_in((Lifecycle.LAPSED,), on).filter(
        ends_finally__lt=on, ends_finally__gte=on - datetime.timedelta(days=days)
    )
    return Rows(found.exclude(Exists(newer)).order_by("-ends_finally", "key"), "key", "ends_finally")
