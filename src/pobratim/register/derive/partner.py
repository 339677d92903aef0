"""What documents and events count for partners; rows that say the same as before stay.

It follows from the records that are there and from their states, whatever the order in which these came in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Model

from pobratim.register import sql
from pobratim.register.models import (
    Document,
    DocumentParty,
    DocumentState,
    Event,
    EventParty,
    PartnerDocument,
    PartnerEvent,
    PartnerTotal,
    State,
)
from pobratim.register.successors import NOT_YET
from pobratim.resolve.records.content import DOCUMENT, EVENT

from .change import replace
from .date import NO_DAY
from .total import totals_again

_Row = tuple[Any, ...]


def count_for_partners(keys: Iterable[str]) -> None:
    """Brings up to date what these documents and events count; those that are no more, or rejected, count nothing."""
    kinds: dict[str, set[str]] = {DOCUMENT: set(), EVENT: set()}
    for key in keys:
        if key[0] in kinds:
            kinds[key[0]].add(key)
    for some in sql.chunks(kinds[DOCUMENT]):
        replace(PartnerDocument, "document_id", some, list(_documents(some)))
    for some in sql.chunks(kinds[EVENT]):
        replace(PartnerEvent, "event_id", some, list(_events(some)))


@transaction.atomic
def recount_for_partners(*, only_if_empty: bool = False) -> None:
    """Makes all of it anew from the records; the states of documents are there.

    Args:
        only_if_empty: leaves what is there as it is, if there is anything.
    """
    if not sql.there(PartnerDocument, PartnerEvent, PartnerTotal):
        return
    sql.lock()
    documents, events = (model._default_manager.values_list("pk", flat=True).iterator for model in (Document, Event))
    if not (only_if_empty and (PartnerDocument.objects.exists() or PartnerEvent.objects.exists())):
        sql.clear(PartnerDocument)
        sql.clear(PartnerEvent)
        count_for_partners(documents())
        count_for_partners(events())
    if not (only_if_empty and PartnerTotal.objects.exists()):
        sql.clear(PartnerTotal)
        totals_again(documents())


def _documents(keys: list[str]) -> Iterator[_Row]:
    partners = _partners(DocumentParty, "document_id", keys)
    states: dict[str, list[_Row]] = defaultdict(list)
    spells = f"SELECT document_id, state, first, last FROM {sql.table(DocumentState)} WHERE document_id IN {{keys}}"
    for key, state, first, last in sql.select(f"{spells} ORDER BY first", keys):
        states[key].append((state, sql.put_day(sql.day(first)), sql.put_day(sql.day(last))))
    statement = f"SELECT key, status, signed_first FROM {sql.table(Document)} WHERE state <> '{State.REJECTED}'"
    for key, status, signed in sql.select(f"{statement} AND key IN {{keys}}", keys):
        year = signed.year if signed and status not in NOT_YET else None
        for partner in sorted(partners[key]):
            for spell in states[key]:
                yield partner, key, *spell, sql.put_day(signed or NO_DAY), year


def _events(keys: list[str]) -> Iterator[_Row]:
    partners = _partners(EventParty, "event_id", keys)
    statement = f"SELECT key, status, date_first FROM {sql.table(Event)} WHERE state <> '{State.REJECTED}' AND key IN {{keys}}"
    for key, status, day in sql.select(statement, keys):
        for partner in sorted(partners[key]):
            yield partner, key, sql.put_day(day or NO_DAY), day.year if day and status != "cancelled" else None


def _partners(model: type[Model], owner: str, keys: list[str]) -> Mapping[str, set[str]]:
    """Record → its parties and those for whom they act."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, *two in sql.select(f"SELECT {owner}, actor_id, acts_for_id FROM {sql.table(model)} WHERE {owner} IN {{keys}}", keys):
        found[key].update(two)
    return found
