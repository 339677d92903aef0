"""People and words between two partners."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.db.models import Count, F, Q, QuerySet

from pobratim.register.models import (
    Actor,
    Appointment,
    DocumentParty,
    EventParty,
    Participation,
    Person,
    Signature,
    State,
    Statement,
    StatementDocument,
)

from .cooperation import HEAVY, heavy, rejected


class Contact(NamedTuple):
    """A person and how often they signed and met for their side."""

    person: Person
    signed: int
    met: int


def people(sides: Sequence[str], documents: Iterable[Any], events: Iterable[Any], limit: int) -> dict[str, list[Contact]]:
    """Side → the people who signed these documents or were at these events for it, those who did most first.

    Args:
        sides: keys of actors; whoever acts for one of them stands on its side.
        documents: between the sides: their keys, or a query for these.
        events: the same.
        limit: so many a side.

    Of whom no page says for which side they came, their posts in one of the sides tell it; the rest are left out. Where it
    fails: somebody who held posts on both sides stands on one of them.
    """
    signed = _counted(Signature.objects.filter(witness=False, document__in=documents), "party")
    met = _counted(Participation.objects.filter(event__in=events), "side")
    acting = {side: for_ for _, side, for_ in _acting(sides, {side for _, side in (*signed, *met) if side})}
    posted = _posted(sides, {who for who, side in (*signed, *met) if not side})
    counted: dict[str, dict[str, list[int]]] = {side: {} for side in sides}
    for place, told in enumerate((signed, met)):
        for (person, came_for), number in told.items():
            side = acting.get(came_for, "") if came_for else posted.get(person, "")
            if side in counted:
                counted[side].setdefault(person, [0, 0])[place] += number
    best = {side: sorted(found, key=lambda who: (-sum(found[who]), who))[:limit] for side, found in counted.items()}
    read = Person.objects.exclude(state=State.REJECTED).defer(*HEAVY).in_bulk([who for some in best.values() for who in some])
    return {side: [Contact(read[who], *counted[side][who]) for who in some if who in read] for side, some in best.items()}


def _counted(rows: QuerySet[Any], side: str) -> dict[tuple[str, str], int]:
    """`(person, side)` → how often: somebody signs a document once, and is at an event once."""
    told = rows.values_list("person", side).annotate(number=Count("*"))
    return {(person, for_ or ""): number for person, for_, number in told}


def _posted(sides: Sequence[str], people: set[str]) -> dict[str, str]:
    """Person → the side in which, or in whose body, they held the post told last."""
    rows = Appointment.objects.filter(person__in=people).filter(Q(of__in=sides) | Q(of__within__in=sides))
    told = rows.order_by(F("last_told").asc(nulls_first=True), "pk").values_list("person", "of", "of__within")
    return {person: str(of if of in sides else within) for person, of, within in told}


def _acting(sides: Sequence[str], actors: set[str]) -> list[tuple[int, str, str]]:
    """`(…, actor, the side that it acts for)`: the sides themselves, what acted for them anywhere, what lies in them."""
    found = [(0, side, side) for side in sides]
    for model in (DocumentParty, EventParty):
        rows = model._default_manager.filter(actor__in=actors - set(sides), acts_for__in=sides).order_by("actor", "acts_for")
        found += [(1, actor, for_) for actor, for_ in rows.values_list("actor", "acts_for").distinct()]
    known = {actor for _, actor, _ in found}
    inside = Actor.objects.filter(pk__in=actors - known, within__in=sides).values_list("pk", "within")
    return [*found, *((2, actor, str(for_)) for actor, for_ in inside)]


def words(documents: Iterable[Any], limit: int) -> list[Statement]:
    """What was said of these documents, the latest told first, undated words last; documents as for `people`."""
    told = StatementDocument.objects.filter(document__in=documents).exclude(statement__in=rejected(Statement))
    latest = told.order_by("-day", "statement").values_list("statement", "day").distinct()[:limit]
    keys = [key for key, _ in latest]
    read = Statement.objects.select_related("speaker").defer(*HEAVY, *heavy("speaker")).in_bulk(keys)
    return [read[key] for key in keys]
