"""Statements: the list with its filters, one by its key."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from pobratim.api.asked import Asked, DocumentKey, PersonKey, StatementKey, known_one, one_of, part
from pobratim.api.schemas.statement import StatementList, WholeStatement, statement, whole_statement
from pobratim.register import models
from pobratim.register.selectors import listing
from pobratim.register.selectors.whole import whole_statements

router = Router(tags=["statements"], by_alias=True)


class StatementsAsked(Asked):
    """Which statements."""

    speaker: PersonKey | None = None
    document: DocumentKey | None = None


@router.get("/statements", response=StatementList, summary="Statements")
def statements(request: HttpRequest, asked: Query[StatementsAsked]) -> StatementList:
    """What people said, the latest told first."""
    found = listing.statements(speaker=known_one("speaker", asked.speaker), document=known_one("document", asked.document))
    rows, next_ = part(request, asked, "statements", whole_statements(found.defer("fields", "decided")))
    return StatementList(items=[statement(row) for row in rows], next=next_)


@router.get("/statements/{key}", response=WholeStatement, summary="A statement")
def statement_by_key(request: HttpRequest, key: StatementKey) -> WholeStatement:
    """A statement, and all that anybody says of it."""
    row = one_of(models.Statement, key)
    (row,) = whole_statements(models.Statement.objects.filter(key=row.key))
    return whole_statement(row)
