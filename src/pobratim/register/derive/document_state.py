"""The states of documents by days, kept beside them: `spells` of each, with what prolonged or replaced it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from pobratim.register import sql
from pobratim.register.models import Document, DocumentRelation, DocumentState
from pobratim.register.spells import spells
from pobratim.register.successors import SUCCEEDING, successors_of
from pobratim.resolve.records.content import DOCUMENT

from .change import replace

_JSON = ("term", "history", "course", "decided")
_DAYS = ("signed_first", "signed_last", "first_told", "ends_last")
_PLAIN = ("status", "background", "renews", "step_years", "notice_months")


@dataclass
class _Past:
    """A row of `Document` as `lifecycle` takes it."""

    term: Any
    history: list[dict[str, Any]]
    course: list[dict[str, Any]]
    decided: dict[str, Any]
    signed_first: datetime.date | None
    signed_last: datetime.date | None
    first_told: datetime.date | None
    ends_last: datetime.date | None
    status: str
    background: bool
    renews: str
    step_years: int | None
    notice_months: int | None


def lives_of(keys: Iterable[str]) -> set[str]:
    """The documents whose states these records bear on, themselves and those that they prolong or replace: to be asked
    before and after they are made anew.
    """
    found = {key for key in keys if key[0] == DOCUMENT}
    rows = sql.select(
        f"SELECT to_id FROM {sql.table(DocumentRelation)} WHERE kind IN {SUCCEEDING} AND document_id IN {{keys}}", found
    )
    return found | {row[0] for row in rows}


def tell_states(documents: set[str]) -> set[str]:
    """Brings the states of these documents up to date; those of documents that are no more go. Returns the documents whose
    states are others than before.
    """
    found: set[str] = set()
    for some in sql.chunks(documents):
        found.update(row[0] for row in replace(DocumentState, "document_id", some, list(_told(some))))
    return found


def _told(keys: list[str]) -> Iterator[tuple[Any, ...]]:
    after = successors_of(keys)
    columns = ", ".join(("key", *_JSON, *_DAYS, *_PLAIN))
    for key, *values in sql.select(f"SELECT {columns} FROM {sql.table(Document)} WHERE key IN {{keys}}", keys):
        jsons: list[Any] = [None if value is None else msgspec.json.decode(value) for value in values[: len(_JSON)]]
        days: list[Any] = [sql.day(value) for value in values[len(_JSON) : -len(_PLAIN)]]
        past = _Past(*jsons, *days, *values[-len(_PLAIN) :])
        for one in spells(past, after.get(key, ())):
            yield key, one.state.value, sql.put_day(one.first), sql.put_day(one.last)
