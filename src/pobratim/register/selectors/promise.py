"""Promises: who takes on what, and what became of it."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from django.db.models import F, Q, QuerySet

from pobratim.register.models import State, Statement
from pobratim.register.models.statement import PROMISE_OPEN

STATES = ("open", "kept", "broken", "dropped")
OVERDUE = "overdue"


class Asked(NamedTuple):
    """Which promises: of or to a partner (key of an actor; `other`: between the two), of a person, in a state.

    The state `overdue` is told on a day: open, and the last day of its date is over.
    """

    partner: str = ""
    other: str = ""
    person: str = ""
    state: str = ""


def promises(asked: Asked, on: datetime.date) -> QuerySet[Statement]:
    """The promises asked for: open ones first, the nearest day first, those without a day by the latest page."""
    found = Statement.objects.exclude(state=State.REJECTED).filter(promised=True).select_related("speaker")
    if asked.partner and asked.other:
        one, other = asked.partner, asked.other
        found = found.filter(Q(promised_by=one, promised_to=other) | Q(promised_by=other, promised_to=one))
    elif asked.partner:
        found = found.filter(Q(promised_by=asked.partner) | Q(promised_to=asked.partner))
    if asked.person:
        found = found.filter(Q(promised_by=asked.person) | Q(speaker=asked.person))
    if asked.state == OVERDUE:
        found = found.filter(promise_state=PROMISE_OPEN, promise_due__lt=on)
    elif asked.state:
        found = found.filter(promise_state=asked.state)
    nearest = F("promise_due").asc(nulls_last=True), F("first_told").desc(nulls_last=True)
    return found.order_by("-promise_state", *nearest, "key")  # «open» is the last of the states by the alphabet


def overdue(statement: Statement, on: datetime.date) -> bool:
    """Whether the promise is open and its day is over."""
    return statement.promise_state == PROMISE_OPEN and statement.promise_due is not None and statement.promise_due < on
