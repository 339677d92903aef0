"""Documents: agreements, memoranda, plans …"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from ninja import Field, Schema

from pobratim.core.facts import DocumentKind, DocumentStatus, RelationKind
from pobratim.register import models
from pobratim.register.lifecycle import Lifecycle, lifecycle

from .common import Common, Date, Details, DocumentRef, Next, Ref, common, date, details, document_ref, ref, sure
from .person import Post, post


class Party(Schema):
    """A party; `for`: the territory that it acts for, where it is an organ of power."""

    actor: Ref
    for_: Ref | None = Field(serialization_alias="for")


class Signatory(Schema):
    """Who signed, for which party."""

    person: Ref
    for_: Ref | None = Field(serialization_alias="for")


class Hand(Signatory):
    """A signatory with the post that pages tell nearest to that day."""

    post: Post | None


class Term(Schema):
    """How long it holds; `renewal` in the page's words."""

    from_: Date | None = Field(None, serialization_alias="from")
    to: Date | None = None
    years: int | None = None
    open_ended: bool = False
    renewal: str | None = None


class Relation(Schema):
    """What it is to another document."""

    kind: RelationKind
    to: DocumentRef


class Document(Common):
    """A document. `status` is what pages tell; `lifecycle` is its state today; `background`: only ever recalled."""

    kind: DocumentKind
    title: str | None
    status: DocumentStatus
    lifecycle: Lifecycle
    background: bool
    parties: list[Party]
    signatories: list[Signatory]
    witnesses: list[Ref]
    signed: Date | None
    place: Ref | None
    term: Term | None
    ends: datetime.date | None = Field(description="Last day of the term, where it can be told")
    spheres: list[str] = Field(examples=[["trade-economic", "culture"]])
    relations: list[Relation]


class DocumentList(Schema):
    """Documents, the latest signed first, undated ones last."""

    items: list[Document]
    next: Next


class WholeDocument(Document, Details):
    """A document with all that anybody says of it."""

    signatories: list[Hand]  # type: ignore[assignment]
    related_from: list[Relation] = Field(description="Documents that implement, prolong … this one; `to` is the other one")
    history: list[dict[str, Any]] = Field(description="What was told of its state and when")


def document(row: models.Document, on: datetime.date | None = None) -> Document:
    """A document of a list."""
    return Document(**_values(row, on), signatories=[Signatory(**_hand(one)) for one in _hands(row)])


def whole_document(row: models.Document, posts: Mapping[str, models.Appointment]) -> WholeDocument:
    """A document by itself; `posts`: person → the post on the day of signing."""
    hands = [Hand(**_hand(one), post=post(posts[one.person_id]) if one.person_id in posts else None) for one in _hands(row)]
    back = row.relations_back.select_related("document").order_by("kind", "document", "pk")
    related = [Relation(kind=one.kind, to=document_ref(one.document)) for one in back]  # type: ignore[arg-type]
    return WholeDocument(**_values(row), **details(row), signatories=hands, related_from=related, history=row.history)


def _values(row: models.Document, on: datetime.date | None = None) -> dict[str, Any]:
    return {
        **common(row),
        "kind": row.kind,
        "title": row.title or None,
        "status": row.status,
        "lifecycle": lifecycle(row, on or timezone.localdate()),
        "background": row.background,
        "parties": [
            Party(actor=sure(one.actor), for_=ref(one.acts_for) if one.acts_for_id != one.actor_id else None)
            for one in row.party_rows.all()
        ],
        "witnesses": [sure(one.person) for one in row.signatures.all() if one.witness],
        "signed": date(row.signed, row.signed_precision, row.signed_basis, row.signed_wording),
        "place": ref(row.place),
        "term": _term(row.term),
        "ends": row.ends_last,
        "spheres": [one.code for one in row.spheres.all()],
        "relations": [Relation(kind=one.kind, to=document_ref(one.to)) for one in row.relations.all()],  # type: ignore[arg-type]
    }


def _hands(row: models.Document) -> list[models.Signature]:
    return [one for one in row.signatures.all() if not one.witness]


def _hand(row: models.Signature) -> dict[str, Any]:
    return {"person": sure(row.person), "for_": ref(row.party)}


def _term(told: dict[str, Any] | None) -> Term | None:
    if told is None:
        return None
    first, last = (Date(**told[name]) if told.get(name) else None for name in ("from", "to"))
    rest = {name: told[name] for name in ("years", "open_ended", "renewal") if name in told}
    return Term(from_=first, to=last, **rest)
