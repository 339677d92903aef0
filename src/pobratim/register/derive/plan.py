"""Which documents are plans, kept beside documents and measures: the list of plans needs no look at either."""

from __future__ import annotations

from collections.abc import Iterable

from pobratim.register import sql
from pobratim.register.measure import PLAN_KINDS
from pobratim.register.models import Document, Measure, Plan, State
from pobratim.resolve.records.content import DOCUMENT, MEASURE

from .change import replace
from .date import NO_DAY

_SHOWN = f"state <> '{State.REJECTED.value}'"


def plans_of(keys: Iterable[str]) -> set[str]:
    """The documents that these records may make a plan, themselves and those whose measures they are: to be asked before and
    after they are made anew.
    """
    keys = set(keys)
    measures = {key for key in keys if key[0] == MEASURE}
    rows = sql.select(f"SELECT plan_id FROM {sql.table(Measure)} WHERE plan_id IS NOT NULL AND key IN {{keys}}", measures)
    return {key for key in keys if key[0] == DOCUMENT} | {row[0] for row in rows}


def tell_plans(documents: Iterable[str]) -> None:
    """Brings up to date which of these documents are plans; those that are no more go."""
    for some in sql.chunks(documents):
        asked = f"SELECT DISTINCT plan_id FROM {sql.table(Measure)} WHERE {_SHOWN} AND plan_id IN {{keys}}"
        measured = {row[0] for row in sql.select(asked, some)}
        found = sql.select(f"SELECT key, kind, signed_first FROM {sql.table(Document)} WHERE {_SHOWN} AND key IN {{keys}}", some)
        plans = [row for row in found if row[0] in measured or row[1] in PLAN_KINDS]
        rows = [(key, key in measured, sql.put_day(sql.day(day) or NO_DAY)) for key, _, day in plans]
        replace(Plan, "document_id", some, rows)
