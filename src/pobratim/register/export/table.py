"""Lists as rows: column → cell. A cell is a text, a number, a truth value, a list of texts, or None.

A list as of a day holds what pages had told of by that day, each record as far as it can be told how it stood then; names,
and what only values without a day say, are as known today.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils import timezone

from pobratim.register.models import Actor, Document, Mention, Record, State, Statement
from pobratim.register.selectors.as_of import numbers_on, there_on
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.state import states_on
from pobratim.register.selectors.told import told_by

from . import row
from .row import Row

CHUNK = 100
FIRST = 50  # so few that a file begins to come at once
_LEFT_OUT = ("fields",)  # the most of a record, and no cell needs it


class List(NamedTuple):
    """A list that can be exported: its columns, its records in their order, all that a row needs of them, a record as a row."""

    columns: tuple[str, ...]
    records: Callable[..., QuerySet[Any]]
    whole: Callable[[QuerySet[Any]], QuerySet[Any]]
    row: Callable[[Any, datetime.date], Row]

    def rows(self, on: datetime.date | None = None, states: Iterable[str] = ()) -> Iterator[Row]:
        """All rows, a few records in memory at a time.

        Args:
            on: only what was there or told of by the day, as it stood then; today's unless named.
            states: of documents and promises: only those in one of these states on the day.
        """
        found: list[Any] = []
        for record in self.whole(self.found(on, states)).defer(*_LEFT_OUT).iterator(chunk_size=CHUNK):
            found.append(record)
            if len(found) == CHUNK:
                yield from self._rows(found, on)
                found = []
        yield from self._rows(found, on)

    def found(self, on: datetime.date | None = None, states: Iterable[str] = ()) -> QuerySet[Any]:
        """The records of the list in their order; arguments as for `rows`."""
        asked: dict[str, Any] = {"on": on} if on else {}
        return self.records(**asked, **({"states": states} if states else {}))

    def rows_of(self, keys: Iterable[str], on: datetime.date | None = None) -> Iterator[Row]:
        """The rows of the records with these keys, in their order; what is no more is left out.

        Args:
            keys: of records.
            on: as for `rows`.
        """
        for some in _chunks(keys):
            found = self.whole(self.records().model._default_manager.filter(key__in=some)).defer(*_LEFT_OUT).in_bulk()
            there = there_on(found, on) if on else found
            yield from self._rows([found[key] for key in some if key in there], on)

    def keys_on(self, keys: Iterable[str], on: datetime.date) -> Iterator[str]:
        """Those of these keys whose records were there, or told of, by the day."""
        for some in _chunks(keys):
            there = there_on(self.records().model._default_manager.defer(*_LEFT_OUT).in_bulk(some), on)
            yield from (key for key in some if key in there)

    def _rows(self, records: list[Any], on: datetime.date | None) -> Iterator[Row]:
        keys, day = [one.key for one in records], on or timezone.localdate()
        sources, names = _sources(keys, on), _names(records)
        states = states_on((one for one in records if isinstance(one, Document)), day)
        numbers = numbers_on([one.key for one in records if isinstance(one, Actor)], on) if on else {}
        for record in records:
            told = {**self.row(record, day), **_common(record), "on": str(day), "sources": [*sources.get(record.key, ())]}
            told |= {"lifecycle": states[record.key].value if record.key in states else None}
            told |= {side: names.get(told.get(f"{side}_key")) for side in ("by", "to")}  # type: ignore[arg-type]
            if on:
                told |= _as_of(record, on, sources, numbers)
            yield {column: told[column] for column in self.columns}


def _chunks(keys: Iterable[str]) -> Iterator[list[str]]:
    left, size = iter(keys), FIRST
    while some := list(islice(left, size)):
        yield some
        size = CHUNK


def _common(record: Record) -> Row:
    return {
        "key": record.key,
        "state": State(record.state).name.lower(),
        "pages": record.pages,
        "first_told": row.day_text(record.first_told),
        "last_told": row.day_text(record.last_told),
        "contradictions": sorted(record.contradictions),
    }


def _as_of(
    record: Record, on: datetime.date, sources: dict[str, dict[str, datetime.date | None]], numbers: dict[str, tuple[int, int]]
) -> Row:
    """What is counted by the pages until the day; of actors the pages are not known one by one."""
    if isinstance(record, Actor):
        documents, events = numbers.get(record.key, (0, 0))
        return {"documents": documents, "events": events, "pages": None, "last_told": None}
    told = sources.get(record.key, {})
    return {"pages": len(told), "last_told": row.day_text(max(filter(None, told.values()), default=None))}


def _sources(keys: list[str], on: datetime.date | None) -> dict[str, dict[str, datetime.date | None]]:
    """Record → the addresses of the pages that tell of it and their days, until the day where one is asked for (of an actor
    there may be too many: none).
    """
    wanted = [key for key in keys if key[0] != "a"]
    found: dict[str, dict[str, datetime.date | None]] = {}
    rows = Mention.objects.filter(node__record__in=wanted)
    rows = rows.filter(told_by(on, "version__published")) if on else rows
    told = rows.values_list("node__record", "version__address", "version__published").distinct()
    for record, address, day in told.order_by("version__published", "version__address"):
        found.setdefault(record, {})[address] = day
    return found


def _names(records: list[Any]) -> dict[str, str]:
    """What those are called who promise and to whom."""
    promises = [one for one in records if isinstance(one, Statement) and one.promised]
    return labels({key for one in promises for key in (one.promised_by, one.promised_to) if key}) if promises else {}
