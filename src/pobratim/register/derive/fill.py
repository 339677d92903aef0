"""Fills what was added to the tables of a register that is older than they: what follows from terms, states by days."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection, transaction

from pobratim.register import sql
from pobratim.register.models import Document, DocumentState
from pobratim.register.term import TermTold, final_end, notice

from .document_state import tell_states

_TERM = ("ends_last", "renews", "step_years", "notice_months", "signed_last")


@transaction.atomic
def fill_states() -> None:
    """Tells the states of all documents and what follows from their terms, if none are told yet; some at a time."""
    if sql.table(DocumentState).strip('"') not in connection.introspection.table_names() or DocumentState.objects.exists():
        return
    sql.lock()
    for keys in _keys():
        _fill_terms(keys)
        tell_states(set(keys))


def _keys() -> Iterator[list[str]]:
    last = ""
    while keys := list(Document.objects.filter(key__gt=last).order_by("key").values_list("key", flat=True)[: sql.CHUNK]):
        yield keys
        last = keys[-1]


def _fill_terms(keys: list[str]) -> None:
    rows = Document.objects.filter(key__in=keys, ends_last__isnull=False).values_list("key", *_TERM)
    told = [(key, TermTold(*values)) for key, *values in rows]
    sql.many(
        f"UPDATE {sql.table(Document)} SET ends_finally = %s, decide_by = %s, decide_turn = %s WHERE key = %s",
        [(sql.put_day(final_end(one)), sql.put_day(notice(one).decide_by), notice(one).decide_turn, key) for key, one in told],
    )
