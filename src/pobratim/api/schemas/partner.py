"""Partners: the places and bodies that cooperate; and two of them side by side."""

from __future__ import annotations

import datetime
from typing import Any, Literal

from ninja import Field

from pobratim.register import models
from pobratim.register.lifecycle import Lifecycle
from pobratim.register.selectors import partner as told

from .answer import Answer
from .common import Common, Details, DocumentRef, Next, Ref, common, details, document_ref, ref, sure

Level = Literal["national", "region", "district", "city", "organisation"]


class Ids(Answer):
    """Outside identifiers; null where the place is not linked."""

    iso3166_2: str | None = Field(examples=["KG-C"])
    geonames: int | None


class Name(Answer):
    """A name that pages use, and how often."""

    name: str
    mentions: int


class Actor(Common):
    """A place or body."""

    name: str
    kind: str = Field(examples=["region"])
    level: Level
    country: str | None = Field(examples=["KG"])
    ids: Ids
    within: Ref | None
    names: list[Name] = Field(description="Every name met, the usual one first")


class Partner(Actor):
    """An actor that is a party to something; how many documents and events."""

    documents: int
    events: int


class PartnerList(Answer):
    """Partners, the busiest first."""

    items: list[Partner]
    next: Next


class SphereCount(Answer):
    """A sphere, and in how many documents."""

    code: str
    documents: int


class OtherCount(Answer):
    """Another partner, and how many documents with it."""

    partner: Ref
    documents: int


class WholePartner(Actor, Details):
    """An actor with its cooperation on a day."""

    on: datetime.date
    documents: dict[Lifecycle, int] = Field(description="State on that day → number of documents")
    events: int
    spheres: list[SphereCount]
    others: list[OtherCount] = Field(description="Those with most documents first; 200 at most")
    below: list[Ref] = Field(description="Districts, cities and bodies in it that cooperate; 200 at most")


class Pair(Answer):
    """Everything between two partners on a day."""

    a: Ref
    b: Ref
    on: datetime.date
    numbers: dict[Lifecycle, int] = Field(description="State on that day → number of documents")
    documents: dict[Lifecycle, list[DocumentRef]] = Field(description="State on that day → the latest documents, 50 at most")
    events: str = Field(description="Address of the list of their events")
    spheres: list[SphereCount]
    promised: list[DocumentRef] = Field(description="Intentions after which nothing of the kind was signed; the latest 50")


def actor(row: models.Actor) -> Actor:
    """A place or body."""
    return Actor(**_values(row))


def partner(row: Any, numbers: tuple[int, int] | None = None) -> Partner:
    """A partner of a list: an actor with its counts of documents and events, today's unless given."""
    documents, events = numbers or (row.documents_count, row.events_count)
    return Partner(**_values(row), documents=documents, events=events)


def whole_partner(found: told.Partner, on: datetime.date) -> WholePartner:
    """A partner by itself."""
    return WholePartner(
        **_values(found.actor),
        **details(found.actor),
        on=on,
        documents=found.numbers,
        events=found.events,
        spheres=_spheres(found.spheres),
        others=[OtherCount(partner=sure(other), documents=number) for other, number in found.others],
        below=[sure(one) for one in found.below],
    )


def pair(found: told.Pair, on: datetime.date, events: str) -> Pair:
    """Two partners; `events` is the address of their events."""
    return Pair(
        a=sure(found.a),
        b=sure(found.b),
        on=on,
        numbers=found.numbers,
        documents={state: [document_ref(one) for one in documents] for state, documents in found.documents.items()},
        events=events,
        spheres=_spheres(found.spheres),
        promised=[document_ref(one) for one in found.promised],
    )


def _spheres(counted: list[tuple[str, int]]) -> list[SphereCount]:
    return [SphereCount(code=code, documents=number) for code, number in counted]


def _values(row: models.Actor) -> dict[str, Any]:
    return {
        **common(row),
        "name": row.name,
        "kind": row.kind,
        "level": row.level,
        "country": row.country or None,
        "ids": Ids(iso3166_2=row.iso3166_2 or None, geonames=row.geonames),
        "within": ref(row.within),
        "names": [Name(name=name, mentions=number) for name, number in row.names],
    }
