"""Statements."""

from __future__ import annotations

from pobratim.register.models import Statement, StatementDocument
from pobratim.register.models.statement import PROMISE_OPEN
from pobratim.resolve.records.window import date_window

from .date import NO_DAY
from .draft import Draft, key_in
from .rows import Rows


def statement(draft: Draft, rows: Rows) -> None:
    """The row of a statement and those of its documents."""
    told = draft.best("text") or {"text": "", "direct": False}
    speaker = key_in(draft.best("speaker"))
    promise, outcome = draft.best("promise"), draft.best("outcome")
    told_of = promise or {}
    window = date_window(told_of["due"]["value"]) if told_of.get("due") else None
    rows.add(
        Statement,
        speaker_id=speaker,
        text=told["text"],
        direct=bool(told["direct"]),
        promise=promise,
        promised=promise is not None,
        promised_by=key_in(told_of.get("by")) or "",
        promised_to=key_in(told_of.get("to")) or "",
        promise_due=window.last if window else None,
        promise_state=(outcome or {}).get("state", PROMISE_OPEN) if promise else "",
        outcome=outcome,
        **draft.common(),
    )
    day = draft.last or NO_DAY
    for document in dict.fromkeys(filter(None, map(key_in, draft.all("document")))):
        rows.add(StatementDocument, statement_id=draft.key, document_id=document, day=day)
