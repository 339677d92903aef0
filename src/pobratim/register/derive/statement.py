"""Statements."""

from __future__ import annotations

from pobratim.register import promise as promises
from pobratim.register.models import PromiseState, Statement, StatementDocument
from pobratim.resolve.records.window import date_window

from .date import NO_DAY
from .draft import Draft, key_in
from .rows import Rows


def statement(draft: Draft, rows: Rows) -> None:
    """The row of a statement, those of its documents, and the states of its promise by days."""
    told = draft.best("text") or {"text": "", "direct": False}
    speaker = key_in(draft.best("speaker"))
    promise, outcome = draft.best("promise"), draft.best("outcome")
    told_of = promise or {}
    turns = promises.course(draft.told("outcome")) if promise else []
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
        promise_state=(outcome or {}).get("state", promises.OPEN) if promise else "",
        outcome=outcome,
        course=turns,
        **draft.common(),
    )
    for one in promises.spells(turns) if promise else ():
        rows.add(PromiseState, statement_id=draft.key, state=one.state, first=one.first, last=one.last)
    day = draft.last or NO_DAY
    for document in dict.fromkeys(filter(None, map(key_in, draft.all("document")))):
        rows.add(StatementDocument, statement_id=draft.key, document_id=document, day=day)
