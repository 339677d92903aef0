"""Statements."""

from __future__ import annotations

from pobratim.register.models import Statement, StatementDocument

from .draft import Draft, key_in
from .rows import Rows


def statement(draft: Draft, rows: Rows) -> None:
    """The row of a statement and those of its documents."""
    told = draft.best("text") or {"text": "", "direct": False}
    speaker = key_in(draft.best("speaker"))
    rows.add(Statement, **draft.common(), speaker_id=speaker, text=told["text"], direct=bool(told["direct"]))
    for document in dict.fromkeys(filter(None, map(key_in, draft.all("document")))):
        rows.add(StatementDocument, statement_id=draft.key, document_id=document)
