"""Ends of terms and days by which it must be decided whether a document goes on."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from django.db.models import Q, QuerySet

from pobratim.register.lifecycle import HOLDING
from pobratim.register.models import Document, State
from pobratim.register.term import Period, period_on

from .state import NOT_YET, states_on

MOST_NOTICE_MONTHS = 120


class Deadline(NamedTuple):
    """A document, the period of its term that runs, and the day that matters: the decision's, else the end's."""

    document: Document
    period: Period
    day: datetime.date


def deciding(on: datetime.date, days: int) -> list[Deadline]:
    """Documents in force for which notice must be given within so many days, or to go on be agreed; the nearest first."""
    last = on + datetime.timedelta(days=days)
    found = [Deadline(one, period, period.decide_by) for one, period in _running(on, last, notice=True) if period.decide_by]
    return sorted((one for one in found if on <= one.day <= last), key=_by_day)


def expiring(on: datetime.date, days: int) -> list[Deadline]:
    """Documents in force whose term ends within so many days and does not go on by itself; the nearest first."""
    last = on + datetime.timedelta(days=days)
    found = [Deadline(one, period, period.end) for one, period in _running(on, last, notice=False) if not period.goes_on]
    return sorted((one for one in found if on <= one.day <= last), key=_by_day)


def _by_day(one: Deadline) -> tuple[datetime.date, str]:
    return one.day, one.document.key


def _running(on: datetime.date, last: datetime.date, *, notice: bool) -> list[tuple[Document, Period]]:
    """Documents that hold on the day and may have their end, or with `notice` their deadline, by the last day."""
    furthest = last + datetime.timedelta(days=31 * MOST_NOTICE_MONTHS) if notice else last
    renewed = Q(renews__in=("once", "repeated"), ends_last__lt=on)
    found = _with_term().filter(renewed | Q(ends_last__gte=on, ends_last__lte=furthest))
    if notice:
        found = found.filter(notice_months__isnull=False)
    many = [(one, period) for one in found.order_by("ends_last", "key") if (period := period_on(one, on)) is not None]
    near = [(one, period) for one, period in many if period.end <= furthest]
    states = states_on((one for one, _ in near), on)
    return [(one, period) for one, period in near if states[one.key] in HOLDING]


def _with_term() -> QuerySet[Document]:
    kept = Document.objects.exclude(state=State.REJECTED).exclude(status__in=NOT_YET)
    return kept.filter(ends_last__isnull=False)
