"""Promises as they stood on a day: who takes on what, and what had become of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet

from pobratim.register.models import PromiseState, State, Statement
from pobratim.register.promise import OPEN, outcome_on

from .told import told_by

STATES = ("open", "kept", "broken", "dropped")
OVERDUE = "overdue"


class Asked(NamedTuple):
    """Which promises: of or to a partner (key of an actor; `other`: between the two), of a person, in any of some states.

    The state `overdue`: open on the day, and the last day of its date is over.
    """

    partner: str = ""
    other: str = ""
    person: str = ""
    states: tuple[str, ...] = ()


class Became(NamedTuple):
    """What had become of a promise by a day: its state, whether it was overdue, the outcome (empty: nobody had told one)."""

    state: str
    overdue: bool
    outcome: dict[str, Any]


def promises(asked: Asked, on: datetime.date) -> QuerySet[Statement]:
    """The promises asked for that were told by the day: open ones first, the nearest day first, those without a day by the
    latest page.
    """
    found = promises_on(on, asked.states).select_related("speaker")
    if asked.partner and asked.other:
        one, other = asked.partner, asked.other
        found = found.filter(Q(promised_by=one, promised_to=other) | Q(promised_by=other, promised_to=one))
    elif asked.partner:
        found = found.filter(Q(promised_by=asked.partner) | Q(promised_to=asked.partner))
    if asked.person:
        found = found.filter(Q(promised_by=asked.person) | Q(speaker=asked.person))
    that_day = Q(promise_states__first__lte=on, promise_states__last__gte=on)
    found = found.annotate(stood=FilteredRelation("promise_states", condition=that_day))
    nearest = F("promise_due").asc(nulls_last=True), F("first_told").desc(nulls_last=True)
    return found.order_by("-stood__state", *nearest, "key")  # «open» is the last of the states by the alphabet


def promises_on(on: datetime.date, states: Iterable[str] = ()) -> QuerySet[Statement]:
    """The promises told by the day, all or those in one of the states (or overdue) on it; rejected ones are left out."""
    found = Statement.objects.exclude(state=State.REJECTED)
    found = found.filter(told_by(on), promise_state__in=STATES)  # of `promised` SQLite's index is not asked
    wanted = Q()
    for state in states:
        rows = PromiseState.objects.filter(statement=OuterRef("pk"), first__lte=on, last__gte=on)
        if state == OVERDUE:
            wanted |= Q(Exists(rows.filter(state=OPEN)), promise_due__lt=on)
        else:
            wanted |= Q(Exists(rows.filter(state=state)))
    return found.filter(wanted)


def became(statement: Statement, on: datetime.date) -> Became:
    """What had become of the promise in a statement by the day."""
    outcome = {name: one for name, one in outcome_on(statement.course, on).items() if name != "since"}
    state = str(outcome.get("state", OPEN))
    late = statement.promise_due is not None and statement.promise_due < on
    return Became(state, state == OPEN and late, outcome)
