"""Fills what was added to the tables of a register that is older than they: what follows from terms, states by days,
silences, what became of promises, which documents are plans.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction

from pobratim.register import sql
from pobratim.register.models import (
    Contact,
    Document,
    DocumentRelation,
    DocumentState,
    Event,
    Plan,
    PromiseState,
    Record,
    Statement,
)
from pobratim.register.term import TermTold, final_end, notice

from .document_state import tell_states
from .outliving import tell_outliving_of
from .plan import tell_plans
from .run import derive
from .silence import Pair, renew_contacts, renew_silences

_TERM = ("ends_last", "renews", "step_years", "notice_months", "signed_last")


@transaction.atomic
def fill_states() -> None:
    """Tells the states of all documents and what follows from their terms, if none are told yet; some at a time."""
    if not sql.there(DocumentState) or DocumentState.objects.exists():
        return
    sql.lock()
    for keys in _keys(Document):
        _fill_terms(keys)
        tell_states(set(keys))


@transaction.atomic
def fill_silences() -> None:
    """Tells the contacts and silences of all partners and which plans outlive what they rest on, if no contacts are told yet;
    the states of documents are there.
    """
    if not sql.there(Contact) or Contact.objects.exists():
        return
    sql.lock()
    pairs: set[Pair] = set()
    for model in (Event, Document):
        for keys in _keys(model):
            pairs |= renew_contacts(keys)
    for some in sql.chunks(pairs):
        renew_silences(some)
    tell_outliving_of(DocumentRelation.objects.order_by("document").values_list("document", flat=True).distinct().iterator())


@transaction.atomic
def fill_promises() -> None:
    """Tells what became of all promises by days, if nothing is told of any yet; some at a time."""
    if not sql.there(PromiseState) or PromiseState.objects.exists():
        return
    sql.lock()
    for some in sql.chunks(list(Statement.objects.filter(promised=True).order_by("key").values_list("key", flat=True))):
        derive(set(some))


@transaction.atomic
def fill_plans() -> None:
    """Tells which documents are plans, if that is told of none yet; some at a time."""
    if not sql.there(Plan) or Plan.objects.exists():
        return
    sql.lock()
    for keys in _keys(Document):
        tell_plans(keys)


def _keys(model: type[Record]) -> Iterator[list[str]]:
    last = ""
    while keys := list(model._default_manager.filter(key__gt=last).order_by("key").values_list("key", flat=True)[: sql.CHUNK]):
        yield keys
        last = keys[-1]


def _fill_terms(keys: list[str]) -> None:
    rows = Document.objects.filter(key__in=keys, ends_last__isnull=False).values_list("key", *_TERM)
    told = [(key, TermTold(*values)) for key, *values in rows]
    sql.many(
        f"UPDATE {sql.table(Document)} SET ends_finally = %s, decide_by = %s, decide_turn = %s WHERE key = %s",
        [(sql.put_day(final_end(one)), sql.put_day(notice(one).decide_by), notice(one).decide_turn, key) for key, one in told],
    )
