"""Statements: the list with its filters, one by its key."""

from __future__ import annotations

from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Field, Query, Router

from pobratim.api.asked import Asked, Day, DocumentKey, PersonKey, StatementKey, day_of, known_one, one_of, part
from pobratim.api.schemas.statement import StatementList, WholeStatement, statement, whole_statement
from pobratim.register import models
from pobratim.register.selectors import listing
from pobratim.register.selectors.whole import whole_statements

PromiseAsked = Literal["any", "open", "overdue", "kept", "broken", "dropped"]
router = Router(tags=["statements"], by_alias=True)


class StatementsAsked(Asked):
    """Which statements."""

    speaker: PersonKey | None = None
    document: DocumentKey | None = None
    promise: Annotated[PromiseAsked | None, Field(description="With a promise: any, or in that state on the day")] = None
    on: Day = None


@router.get("/statements", response=StatementList, summary="Statements")
def statements(request: HttpRequest, asked: Query[StatementsAsked]) -> StatementList:
    """What people said, the latest told first.

    With `on` what pages had told by that day; what had become of promises is as of the day, too.
    """
    day = day_of(asked.on)
    found = listing.statements(
        speaker=known_one("speaker", asked.speaker),
        document=known_one("document", asked.document),
        on=day if asked.on else None,
        promise=asked.promise or "",
    )
    rows, next_ = part(request, asked, "statements", whole_statements(found.defer("fields", "decided")))
    return StatementList(items=[statement(row, day) for row in rows], next=next_)


@router.get("/statements/{key}", response=WholeStatement, summary="A statement")
def statement_by_key(request: HttpRequest, key: StatementKey, on: Day = None) -> WholeStatement:
    """A statement, and all that anybody says of it; what had become of a promise as of the day."""
    row = one_of(models.Statement, key)
    (row,) = whole_statements(models.Statement.objects.filter(key=row.key))
    return whole_statement(row, day_of(on))
