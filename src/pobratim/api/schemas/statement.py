"""What people said."""

from __future__ import annotations

from typing import Any

from ninja import Field, Schema

from pobratim.register import models

from .common import Common, Details, DocumentRef, Next, Ref, common, details, document_ref, ref


class Statement(Common):
    """A person's words, quoted (`direct`) or reported."""

    speaker: Ref | None
    text: str
    direct: bool
    documents: list[DocumentRef] = Field(description="That the words are about")
    promise: dict[str, Any] | None = Field(description="The commitment in them, as `GET /fields` describes it")
    outcome: dict[str, Any] | None = Field(description="What became of it")


class StatementList(Schema):
    """Statements, the latest told first, undated ones last."""

    items: list[Statement]
    next: Next


class WholeStatement(Statement, Details):
    """A statement with all that anybody says of it."""


def statement(row: models.Statement) -> Statement:
    """A statement of a list."""
    return Statement(**_values(row))


def whole_statement(row: models.Statement) -> WholeStatement:
    """A statement by itself."""
    return WholeStatement(**_values(row), **details(row))


def _values(row: models.Statement) -> dict[str, Any]:
    return {
        **common(row),
        "speaker": ref(row.speaker),
        "text": row.text,
        "direct": row.direct,
        "documents": [document_ref(one.document) for one in row.document_rows.all()],
        "promise": row.promise,
        "outcome": row.outcome,
    }
