"""Records with all that belongs to them: a fixed number of queries, however many records there are.

Of what they refer to, only what it takes to name it is read.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F, Prefetch, QuerySet

from pobratim.register.models import (
    Actor,
    Appointment,
    Document,
    DocumentParty,
    DocumentRelation,
    DocumentSphere,
    Event,
    EventDocument,
    EventParty,
    Participation,
    Person,
    Signature,
    Statement,
    StatementDocument,
)


def documents_by_key(keys: Iterable[str]) -> QuerySet[Document]:
    """The documents of these keys, in no order."""
    return Document.objects.filter(pk__in=list(keys))


def events_by_key(keys: Iterable[str]) -> QuerySet[Event]:
    """The events of these keys, in no order."""
    return Event.objects.filter(pk__in=list(keys))


def whole_documents(found: QuerySet[Document]) -> QuerySet[Document]:
    """With place, parties, signatures, spheres and relations, each in its order."""
    parties = DocumentParty.objects.select_related("actor", "acts_for").order_by("position", "pk")
    hands = Signature.objects.select_related("person", "party").order_by("person__folded", "person", "pk")
    relations = DocumentRelation.objects.select_related("to").order_by("kind", "to", "pk")
    return (
        found.select_related("place")
        .defer(*_bulk_of_actor("place"))
        .prefetch_related(
            Prefetch("party_rows", parties.only("document", "actor__name", *_actor_name("acts_for"))),
            Prefetch("signatures", hands.only("document", "witness", "person__name", "party__name")),
            Prefetch("spheres", DocumentSphere.objects.order_by("code")),
            Prefetch("relations", relations.only("document", "kind", *_document_name("to"))),
        )
    )


def whole_events(found: QuerySet[Event]) -> QuerySet[Event]:
    """With place, host, parties, people and documents."""
    parties = EventParty.objects.select_related("actor", "acts_for").order_by("position", "pk")
    people = Participation.objects.select_related("person", "side").order_by("person__folded", "person", "pk")
    documents = EventDocument.objects.select_related("document").order_by("document", "pk")
    return (
        found.select_related("place", "host")
        .defer(*_bulk_of_actor("place"), *_bulk_of_actor("host"))
        .prefetch_related(
            Prefetch("party_rows", parties.only("event", "actor__name", *_actor_name("acts_for"))),
            Prefetch("participations", people.only("event", "role", "person__name", "side__name")),
            Prefetch("document_rows", documents.only("event", *_document_name("document"))),
        )
    )


def whole_people(found: QuerySet[Person]) -> QuerySet[Person]:
    """With posts, the earliest told first."""
    posts = Appointment.objects.select_related("of").defer("of__fields", "of__names", "of__decided", "of__contradictions")
    return found.prefetch_related(Prefetch("appointments", posts.order_by(F("first_told").asc(nulls_last=True), "title", "pk")))


def whole_actors(found: QuerySet[Actor]) -> QuerySet[Actor]:
    """With the place they lie in."""
    return found.select_related("within").defer(*_bulk_of_actor("within"))


def whole_statements(found: QuerySet[Statement]) -> QuerySet[Statement]:
    """With speaker and documents."""
    documents = StatementDocument.objects.select_related("document").order_by("document", "pk")
    return (
        found.select_related("speaker")
        .defer(*_bulk("speaker"))
        .prefetch_related(Prefetch("document_rows", documents.only("statement", *_document_name("document"))))
    )


def _bulk(record: str) -> list[str]:
    """What it does not take to name a record that many others refer to: a busy region's is a thousand times its name."""
    return [f"{record}__{column}" for column in ("fields", "contradictions", "decided")]


def _bulk_of_actor(actor: str) -> list[str]:
    return [*_bulk(actor), f"{actor}__names"]


def _actor_name(actor: str) -> list[str]:
    """What it takes to name a partner, in English too."""
    return [f"{actor}__{column}" for column in ("name", "kind", "country", "iso3166_2", "geonames")]


def _document_name(document: str) -> list[str]:
    return [f"{document}__{column}" for column in ("kind", "title", "signed")]
