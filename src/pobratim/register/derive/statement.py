"""Statements."""

from __future__ import annotations

from pobratim.register.models import Statement, StatementDocument

from .draft import Draft, key_in
from .rows import Rows


def statement(draft: Draft, rows: Rows) -> None:
    """The row of a statement and those of its documents."""
    told = draft.best("text") or {"text": "", "direct": False}
    speaker = key_in(draft.best("speaker"))
    promise = draft.best("promise")
    rows.add(
        Statement,
        speaker_id=speaker,
        text=told["text"],
        direct=bool(told["direct"]),
        promise=promise,
        promised=promise is not None,
        outcome=draft.best("outcome"),
        **draft.common(),
    )
    for document in dict.fromkeys(filter(None, map(key_in, draft.all("document")))):
        rows.add(StatementDocument, statement_id=draft.key, document_id=document)
