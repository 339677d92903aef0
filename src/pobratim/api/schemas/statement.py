"""What people said."""

from __future__ import annotations

import datetime
from typing import Any, Literal

from ninja import Field

from pobratim.register import models
from pobratim.register.selectors.promise import became

from .answer import Answer
from .common import Common, Details, DocumentRef, Next, Ref, common, details, document_ref, ref


class Statement(Common):
    """A person's words, quoted (`direct`) or reported."""

    speaker: Ref | None
    text: str
    direct: bool
    documents: list[DocumentRef] = Field(description="That the words are about")
    promise: dict[str, Any] | None = Field(description="The commitment in them, as `GET /fields` describes it")
    promise_state: Literal["open", "kept", "broken", "dropped"] | None = Field(description="As of the day; null for no promise")
    promise_overdue: bool = Field(description="Open on the day, and the time that it names is over")
    outcome: dict[str, Any] | None = Field(description="What had become of it by the day, as `GET /fields` describes it")


class StatementList(Answer):
    """Statements, the latest told first, undated ones last."""

    items: list[Statement]
    next: Next


class WholeStatement(Statement, Details):
    """A statement with all that anybody says of it."""


def statement(row: models.Statement, on: datetime.date) -> Statement:
    """A statement of a list."""
    return Statement(**_values(row, on))


def whole_statement(row: models.Statement, on: datetime.date) -> WholeStatement:
    """A statement by itself."""
    return WholeStatement(**_values(row, on), **details(row))


def _values(row: models.Statement, on: datetime.date) -> dict[str, Any]:
    told = became(row, on)
    return {
        **common(row),
        "speaker": ref(row.speaker),
        "text": row.text,
        "direct": row.direct,
        "documents": [document_ref(one.document) for one in row.document_rows.all()],
        "promise": row.promise,
        "promise_state": told.state if row.promised else None,
        "promise_overdue": row.promised and told.overdue,
        "outcome": told.outcome or None,
    }
