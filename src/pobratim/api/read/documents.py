"""Documents: the list with its filters, one by its key."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Query, Router

from pobratim.api.asked import ActorKey, Asked, Code, Day, DocumentKey, PersonKey, Year, day_of, known, known_one, one_of, part
from pobratim.api.schemas.document import DocumentList, WholeDocument, whole_document
from pobratim.api.schemas.document import documents as shown
from pobratim.api.schemas.partner import Level
from pobratim.core.facts import DocumentKind, DocumentStatus
from pobratim.register import models
from pobratim.register.lifecycle import Lifecycle
from pobratim.register.selectors import listing
from pobratim.register.selectors.post import posts_on
from pobratim.register.selectors.whole import whole_documents

router = Router(tags=["documents"], by_alias=True)


class DocumentsAsked(Asked):
    """Which documents."""

    party: Annotated[list[ActorKey], Field(max_length=4, description="Each must be a party, itself or by its organs")] = []
    kind: Annotated[list[DocumentKind], Field(max_length=10, description="Any of them")] = []
    status: Annotated[list[DocumentStatus], Field(max_length=10, description="Any of them")] = []
    sphere: Annotated[list[Code], Field(max_length=40, description="Any of them")] = []
    country: Annotated[str | None, Field(pattern="^[A-Z]{2}$", description="ISO 3166-1, of a party")] = None
    level: Annotated[Level | None, Field(description="Of a party")] = None
    year: Annotated[Year | None, Field(description="Of signing")] = None
    person: Annotated[PersonKey | None, Field(description="Signatory or witness")] = None
    lifecycle: Annotated[list[Lifecycle], Field(max_length=10, description="State on the day; any of them")] = []
    on: Day = None


@router.get("/documents", response=DocumentList, summary="Documents")
def documents(request: HttpRequest, asked: Query[DocumentsAsked]) -> DocumentList:
    """Agreements, memoranda, plans …, the latest signed first, undated ones last; what people rejected is left out.

    With `on` those that were announced or signed by that day, as they stood then.
    """
    day = day_of(asked.on)
    found = listing.documents(
        parties=known("party", asked.party),
        kinds=asked.kind,
        statuses=asked.status,
        spheres=asked.sphere,
        country=asked.country or "",
        level=asked.level or "",
        year=asked.year,
        person=known_one("person", asked.person),
        on=day if asked.on else None,
        states=asked.lifecycle,
    )
    rows, next_ = part(request, asked, "documents", whole_documents(found.defer("fields")))
    return DocumentList(items=shown(rows, day), next=next_)


@router.get("/documents/{key}", response=WholeDocument, summary="A document")
def document_by_key(request: HttpRequest, key: DocumentKey, on: Day = None) -> WholeDocument:
    """All that is known of a document, and all that anybody says of it; each signatory with the post of the day of signing,
    the state as it is on the day.
    """
    row = one_of(models.Document, key)
    (row,) = whole_documents(models.Document.objects.filter(key=row.key))
    return whole_document(row, posts_on((one.person_id for one in row.signatures.all()), row.signed_first), day_of(on))
