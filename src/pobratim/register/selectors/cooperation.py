"""What an actor takes part in, counted: documents by state and year, events by year, spheres, partners, people, what lies in it.

Everything counts what the actor does itself and what organs of power do for it. Each function asks the database once or
twice, however much there is.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any, NamedTuple, TypeVar

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet

from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import (
    Actor,
    Appointment,
    Document,
    DocumentParty,
    Event,
    EventParty,
    PartnerDocument,
    PartnerEvent,
    Record,
    State,
)

from .awaited import documents_in, states_of_all

M = TypeVar("M", Document, Event)
ORGANS = ("government", "administration", "assembly", "representation", "ministry")
#: What lists do not show: large columns.
HEAVY = ("fields", "contradictions")


def heavy(*joined: str) -> list[str]:
    """The large columns of records that are read along with others, to be deferred."""
    return [f"{one}__{column}" for one in joined for column in HEAVY]


def rejected(model: type[Record]) -> QuerySet[Any]:
    """The keys of the few records of a kind that were rejected: to leave them out without a look at all the others."""
    return model._default_manager.filter(state=State.REJECTED).values("pk")


def documents_of(*actors: str) -> QuerySet[Document]:
    """Documents to which all of these are parties, in no order."""
    found = Document.objects.exclude(state=State.REJECTED)
    for actor in actors:
        rows = DocumentParty.objects.filter(Q(actor=actor) | Q(acts_for=actor))
        found = found.filter(pk__in=rows.values("document"))
    return found


def events_of(*actors: str) -> QuerySet[Event]:
    """Events in which all of these take part, in no order."""
    found = Event.objects.exclude(state=State.REJECTED)
    for actor in actors:
        rows = EventParty.objects.filter(Q(actor=actor) | Q(acts_for=actor))
        found = found.filter(pk__in=rows.values("event"))
    return found


class Shelves(NamedTuple):
    """Documents by their state on a day: how many, and the latest of each; how many there are.

    `life`: the state of each document that is read.
    """

    numbers: dict[Lifecycle, int]
    latest: dict[Lifecycle, list[Document]]
    life: dict[str, Lifecycle]
    total: int


def shelves(on: datetime.date, each: int) -> Shelves:
    """All documents sorted by their state on a day, the latest signed first, undated ones last; those that were not there yet
    are left out. Of each state so many are read as a whole.
    """
    numbers = {Lifecycle(state): number for state, number in states_of_all(on).items()}
    latest: dict[Lifecycle, list[Document]] = {state: [] for state in Lifecycle if state is not Lifecycle.ABSENT}
    latest |= {state: _latest(state, on, each) for state in numbers}
    return Shelves(
        {state: numbers.get(state, 0) for state in latest},
        latest,
        {one.key: state for state, some in latest.items() for one in some},
        sum(numbers.values()),
    )


def _latest(state: Lifecycle, on: datetime.date, each: int) -> list[Document]:
    found = documents_in([state], on).order_by(F("signed_first").desc(nulls_last=True), "key")
    return list(found.defer(*HEAVY)[:each])


def parties_of(documents: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """Document → key and name of those who are bound by it, organs of power standing for their territories; one query."""
    rows = DocumentParty.objects.filter(document__in=list(documents)).order_by("position", "pk")
    found: dict[str, dict[str, str]] = {}
    for document, actor, name in rows.values_list("document", "acts_for", "acts_for__name"):
        found.setdefault(document, {})[actor] = name
    return {document: list(parties.items()) for document, parties in found.items()}


def people_of(actor: str, limit: int) -> list[Appointment]:
    """The posts told last of people in an actor and in its organs of power, one a person, the latest told first."""
    own = Actor.objects.filter(Q(pk=actor) | Q(within=actor, kind__in=ORGANS)).values("pk")
    rows = Appointment.objects.filter(of__in=own).exclude(person__state=State.REJECTED)
    told = rows.values_list("person").annotate(latest=Max("last_told"))
    newest = dict(told.order_by(F("latest").desc(nulls_last=True), "person")[:limit])
    posts = Appointment.objects.filter(person__in=newest, of__in=own).select_related("person", "of")
    posts = posts.defer(*heavy("person", "of"))
    found: dict[str, Appointment] = {}
    for one in posts.order_by(F("last_told").desc(nulls_last=True), "-pages", "title", "pk"):
        found.setdefault(one.person_id, one)
    return list(found.values())


def below(actor: str, limit: int) -> list[Actor]:
    """Districts, cities and bodies in a territory that are parties to documents or events, by kind and name."""
    parts = Actor.objects.filter(within=actor).values("pk")  # asked for by themselves: both go by the index
    inside = Actor.objects.filter(Q(within=actor) | Q(within__in=parts)).exclude(state=State.REJECTED)
    signs = PartnerDocument.objects.filter(partner=OuterRef("pk"))
    meets = PartnerEvent.objects.filter(partner=OuterRef("pk"))
    found = inside.filter(Exists(signs) | Exists(meets)).exclude(kind__in=ORGANS)
    return list(found.defer(*HEAVY).order_by("level", "kind", "folded", "key")[:limit])


def found_by_name(name: str, limit: int) -> QuerySet[Actor]:
    """Actors that take part in anything, whose name has these letters in it; those that begin with them first."""
    found = Actor.objects.exclude(state=State.REJECTED).filter(folded__contains=name)
    found = found.filter(Q(documents_count__gt=0) | Q(events_count__gt=0))
    return found.defer(*HEAVY).order_by("folded", "key")[:limit]
