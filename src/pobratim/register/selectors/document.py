"""A document and what is around it: parties, hands, pages, events, words said of it, and its chain."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from django.db.models import Q, QuerySet

from pobratim.register.models import (
    Document,
    DocumentParty,
    DocumentRelation,
    Event,
    PageVersion,
    Signature,
    State,
    Statement,
)

_T = TypeVar("_T", Event, Statement)
CHAIN_STEPS = 4
CHAIN_DOCUMENTS = 40


class Around(NamedTuple):
    """What is around a document; `signatures` with people and parties, witnesses among them."""

    parties: list[DocumentParty]
    signatures: list[Signature]
    events: list[Event]
    statements: list[Statement]
    pages: list[PageVersion]


def around(document: Document) -> Around:
    """What is around a document; five queries."""
    said = Statement.objects.filter(document_rows__document=document)
    return Around(
        list(document.party_rows.select_related("actor", "acts_for").order_by("position")),
        list(document.signatures.select_related("person", "party").order_by("witness", "pk")),
        list(_kept(Event.objects.filter(document_rows__document=document)).distinct().order_by("date_first", "key")),
        list(_kept(said).select_related("speaker").order_by("first_told", "key")),
        list(pages_of(document.key)),
    )


def pages_of(key: str) -> QuerySet[PageVersion]:
    """The current pages that tell of a record, the earliest first; without their texts."""
    told = PageVersion.objects.filter(mention__node__record=key, current=True)
    return told.defer("text", "facts").select_related("source").distinct().order_by("published", "pk")


class Chain(NamedTuple):
    """Documents that hang together: framework → agreement → plan → protocol; the earliest first."""

    documents: list[Document]
    relations: list[DocumentRelation]


def chain(document: Document) -> Chain:
    """The chain that a document stands in: up to four steps and 40 documents away from it; two queries a step."""
    seen = {document.key}
    relations: dict[int, DocumentRelation] = {}
    new = {document.key}
    for _ in range(CHAIN_STEPS):
        rows = DocumentRelation.objects.filter(Q(document__in=new) | Q(to__in=new))
        rows = rows.exclude(document__state=State.REJECTED).exclude(to__state=State.REJECTED)
        found = {row.pk: row for row in rows.order_by("pk")[: 2 * CHAIN_DOCUMENTS]}
        relations |= found
        new = {key for row in found.values() for key in (row.document_id, row.to_id)} - seen
        new = set(sorted(new)[: CHAIN_DOCUMENTS - len(seen)])
        if not new:
            break
        seen |= new
    documents = sorted(Document.objects.filter(key__in=seen), key=_by_time)
    kept = [row for row in relations.values() if {row.document_id, row.to_id} <= seen]
    return Chain(documents, sorted(kept, key=lambda row: (row.document_id, row.to_id, row.kind)))


def _by_time(one: Document) -> tuple[str, str]:
    return str(one.signed_first or one.first_told or ""), one.key


def _kept(found: QuerySet[_T]) -> QuerySet[_T]:
    return found.exclude(state=State.REJECTED)
