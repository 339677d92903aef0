"""A document and what is around it: parties, hands, pages, events, words said of it, and its chain."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from django.db.models import Q, QuerySet

from pobratim.register.models import (
    Document,
    DocumentParty,
    DocumentRelation,
    Event,
    EventDocument,
    Mention,
    PageVersion,
    Signature,
    State,
    Statement,
    StatementDocument,
)

from .cooperation import HEAVY, heavy

_T = TypeVar("_T", Event, Statement)
#: So many of each are shown around a document.
AROUND = 40
CHAIN_STEPS = 4
CHAIN_DOCUMENTS = 40


class Around(NamedTuple):
    """What is around a document, at most `AROUND` of each; `signatures` with people and parties, witnesses last."""

    parties: list[DocumentParty]
    signatures: list[Signature]
    events: list[Event]
    statements: list[Statement]
    pages: list[PageVersion]


def around(document: Document) -> Around:
    """What is around a document; five queries."""
    met = Event.objects.filter(pk__in=EventDocument.objects.filter(document=document).values("event"))
    said = Statement.objects.filter(pk__in=StatementDocument.objects.filter(document=document).values("statement"))
    return Around(
        list(document.party_rows.select_related("actor", "acts_for").defer(*heavy("actor", "acts_for")).order_by("position")),
        list(document.signatures.select_related("person", "party").defer(*heavy("person", "party")).order_by("witness", "pk")),
        list(_kept(met).defer(*HEAVY).order_by("date_first", "key")[:AROUND]),
        list(_kept(said).select_related("speaker").defer(*heavy("speaker")).order_by("first_told", "key")[:AROUND]),
        list(pages_of(document.key)[:AROUND]),
    )


def pages_of(key: str) -> QuerySet[PageVersion]:
    """The current pages that tell of a record, the earliest first; without their texts."""
    mentions = Mention.objects.filter(node__record=key)
    told = PageVersion.objects.filter(pk__in=mentions.values("version"), current=True)
    return told.defer("text", "facts").select_related("source").order_by("published", "pk")


class Chain(NamedTuple):
    """Documents that hang together: framework → agreement → plan → protocol; what others rest on first, then the earliest."""

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
    kept = [row for row in relations.values() if {row.document_id, row.to_id} <= seen]
    documents = _in_order(list(Document.objects.defer(*HEAVY).filter(key__in=seen)), kept)
    return Chain(documents, sorted(kept, key=lambda row: (row.document_id, row.to_id, row.kind)))


def _in_order(documents: list[Document], relations: Iterable[DocumentRelation]) -> list[Document]:
    """What others rest on before them, the earliest first; in a circle the earliest begins."""
    rests: dict[str, set[str]] = {one.key: set() for one in documents}
    for row in relations:
        rests[row.document_id].add(row.to_id)
    left, found = sorted(documents, key=_by_time), []
    while left:
        kept = {one.key for one in left}
        found.append(next((one for one in left if not rests[one.key] & kept), left[0]))
        left.remove(found[-1])
    return found


def _by_time(one: Document) -> tuple[str, str]:
    return str(one.signed_first or one.first_told or ""), one.key


def _kept(found: QuerySet[_T]) -> QuerySet[_T]:
    return found.exclude(state=State.REJECTED)
