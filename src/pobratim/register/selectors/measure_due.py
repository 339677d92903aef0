"""Measures of all plans that fall due, and those whose time has passed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import msgspec
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from pobratim.register.measure import SETTLED, Standing, standing
from pobratim.register.models import Measure, State

from .awaited import Awaited

_COLUMNS = ("key", "plan", "due_first", "due_last", "recurring", "due_by")
_decode = msgspec.json.decode


def due_measures(on: datetime.date, days: int) -> list[Awaited]:
    """Measures that fall due within so many days and are not settled, with their plans, the nearest first."""
    last = on + datetime.timedelta(days=days)
    found = _standing(Q(due_last__gte=on, due_last__lte=last) | ~Q(recurring=""), on)
    open_ = [one for one, how in found if how.state not in SETTLED and one.day and on <= one.day <= last]
    return sorted(open_, key=lambda one: (one.day, one.record))


def overdue_measures(on: datetime.date) -> list[Awaited]:
    """Measures whose time, or whose turn where they come again, has passed without a word that settles them, with their
    plans, the latest first.
    """
    late = [one for one, how in _standing(Q(due_last__lt=on) | ~Q(recurring=""), on) if how.overdue]
    return sorted(late, key=lambda one: (-(one.day or datetime.date.min).toordinal(), one.record))


class _Planned(msgspec.Struct):
    """What is asked of a measure: a large register has tens of thousands whose time has passed."""

    due_first: datetime.date | None
    due_last: datetime.date | None
    recurring: str
    due_by: str
    reports: list[dict[str, Any]]


def _standing(wanted: Q, on: datetime.date) -> Iterator[tuple[Awaited, Standing]]:
    found = Measure.objects.exclude(state=State.REJECTED).filter(wanted).annotate(told=Cast("reports", TextField()))
    for key, plan, first, last, recurring, due_by, told in found.values_list(*_COLUMNS, "told").iterator():
        how = standing(_Planned(first, last, recurring, due_by, _decode(told)), on)
        yield Awaited(key, how.due, plan), how
