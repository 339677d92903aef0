"""What prolonged or replaced a document, for many documents at once."""

from __future__ import annotations

from collections.abc import Iterable

from . import sql
from .lifecycle import Successor
from .models import Document, DocumentRelation, State

SUCCEEDING = ("prolongs", "replaces")
#: A document that is only meant to be signed follows nothing yet.
NOT_YET = ("planned", "proposed")


def successors_of(keys: Iterable[str]) -> dict[str, list[Successor]]:
    """Document → the documents that prolonged or replaced it, each with the day from which it did."""
    rows = sql.select(
        f"SELECT r.to_id, r.kind, d.signed_first, d.first_told, d.ends_last FROM {sql.table(DocumentRelation)} r "
        f"JOIN {sql.table(Document)} d ON d.key = r.document_id WHERE r.kind IN {SUCCEEDING} AND d.status NOT IN {NOT_YET} "
        f"AND d.state <> '{State.REJECTED.value}' AND r.to_id IN {{keys}}",
        keys,
    )
    found: dict[str, list[Successor]] = {}
    for to, kind, signed, told, ends in rows:
        if day := sql.day(signed or told):
            found.setdefault(to, []).append(Successor(kind, day, sql.day(ends)))
    return found
