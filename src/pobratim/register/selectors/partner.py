"""A partner, and two partners side by side: documents by state, contacts, spheres, what is below."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Q, QuerySet

from pobratim.register.errors import NoSuchRecord
from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import Actor, Document, DocumentParty, Event

from .listing import documents, events
from .record import record_of
from .state import states_on

#: So many are looked through for a summary; lists go on in pages.
SUMMARY_DOCUMENTS = 500


class Partner(NamedTuple):
    """What the register knows of an actor on a day; `spheres` and `others` are counted over its documents."""

    actor: Actor
    documents: dict[Lifecycle, list[Document]]
    events: QuerySet[Event]
    spheres: list[tuple[str, int]]
    others: list[tuple[Actor, int]]
    below: QuerySet[Actor]


class Pair(NamedTuple):
    """Everything between two actors; `promised` are intentions after which nothing of the kind was signed."""

    a: Actor
    b: Actor
    documents: dict[Lifecycle, list[Document]]
    events: QuerySet[Event]
    spheres: list[tuple[str, int]]
    promised: list[Document]


def partner(key: str, on: datetime.date) -> Partner:
    """A place or body with its cooperation.

    Raises:
        NoSuchRecord: there is no actor of that key.
    """
    actor = _actor(key)
    found = list(documents(parties=[actor.key]).prefetch_related("spheres")[:SUMMARY_DOCUMENTS])
    rows = DocumentParty.objects.filter(document__in=[one.key for one in found]).values_list("acts_for", flat=True)
    counted = Counter(other for other in rows if other != actor.key)
    names = Actor.objects.in_bulk(list(counted))
    others = [(names[other], number) for other, number in counted.items()]
    others.sort(key=lambda one: (-one[1], one[0].folded, one[0].key))
    return Partner(actor, by_state(found, on), events(parties=[actor.key]), _spheres(found), others, _below(actor))


def pair(a: str, b: str, on: datetime.date) -> Pair:
    """Two actors and what is between them, in whatever order they are given."""
    one, other = sorted((_actor(a), _actor(b)), key=lambda actor: (actor.folded, actor.key))
    keys = [one.key, other.key]
    found = list(documents(parties=keys).prefetch_related("spheres")[:SUMMARY_DOCUMENTS])
    return Pair(one, other, by_state(found, on), events(parties=keys), _spheres(found), promised(found))


def by_state(found: Iterable[Document], on: datetime.date) -> dict[Lifecycle, list[Document]]:
    """Documents by their state on a day, every state there, their order kept."""
    states: dict[Lifecycle, list[Document]] = {state: [] for state in Lifecycle}
    many = list(found)
    on_day = states_on(many, on)
    for document in many:
        states[on_day[document.key]].append(document)
    return states


def promised(found: Iterable[Document]) -> list[Document]:
    """Intentions after which no document of that kind was signed by these partners."""
    many = list(found)
    signed = [one for one in many if one.status not in ("planned", "proposed") and one.signed_first]
    return [
        one
        for one in many
        if one.status in ("planned", "proposed")
        and not any(
            later.kind == one.kind and one.first_told and later.signed_first and later.signed_first >= one.first_told
            for later in signed
        )
    ]


def _actor(key: str) -> Actor:
    found = record_of(key)
    if not isinstance(found, Actor):
        raise NoSuchRecord("no partner has this key", address=key[:60])
    return found


def _below(actor: Actor) -> QuerySet[Actor]:
    """Districts, cities and bodies in a territory that take part in cooperation."""
    inside = Actor.objects.filter(Q(within=actor) | Q(within__within=actor))
    signs = Q(party_rows__isnull=False) | Q(acted_for_rows__isnull=False)
    return inside.filter(signs).distinct().order_by("kind", "folded", "key")


def _spheres(found: Iterable[Document]) -> list[tuple[str, int]]:
    counted = Counter(sphere.code for document in found for sphere in document.spheres.all())
    return sorted(counted.items(), key=lambda one: (-one[1], one[0]))
