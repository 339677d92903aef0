"""What two partners have in common: documents, events, spheres; on any day, and all that is known."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Max, Model, QuerySet

from pobratim.register import sql
from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import Document, DocumentSphere, Event, PartnerDocument, PartnerEvent

from .cooperation import HEAVY, Shelves
from .days import Happened
from .involvement import FOR_GOOD, Spheres, events_read, shelved

_DOCUMENT = ("document_id", "day", "year", "state", "first", "last")
_EVENT = ("event_id", "day", "year")


class _Spell(NamedTuple):
    """A row of `PartnerDocument`."""

    key: str
    day: datetime.date
    year: int | None
    state: str
    first: datetime.date
    last: datetime.date


class Shared:
    """Everything between two partners, in whatever order they are given; found sooner where the first has less."""

    def __init__(self, a: str, b: str) -> None:
        self._spells = [_Spell(*row) for row in _both(PartnerDocument, _DOCUMENT, ("state", "day", "document_id"), a, b)]
        self._documents = [one for one in self._spells if one.last == FOR_GOOD]
        self._events = _both(PartnerEvent, _EVENT, ("day", "event_id"), a, b)

    @property
    def documents(self) -> list[str]:
        """Keys of the documents, the latest signed first."""
        return [one.key for one in self._documents]

    @property
    def events(self) -> list[str]:
        """Keys of the events, the latest first."""
        return [key for key, _, _ in self._events]

    def shelves(self, on: datetime.date, each: int) -> Shelves:
        """The documents by their state on a day; of each state so many are read."""
        numbers, latest = Counter[str](), []
        for one in self._spells:
            if one.first <= on <= one.last:
                numbers[one.state] += 1
                if numbers[one.state] <= each:
                    latest.append((one.key, one.state))
        return shelved(numbers, latest)

    def promised(self, limit: int) -> list[Document]:
        """The latest intentions after which no document of that kind was signed by the two."""
        unsigned = [one.key for one in self._documents if one.state in (Lifecycle.INTENTION, Lifecycle.DRAFT)]
        rows = Document.objects.filter(pk__in=unsigned).values_list("pk", "kind", "first_told")
        planned = {key: (kind, told) for key, kind, told in rows}
        signed = self._signed_after(min((told for _, told in planned.values() if told), default=None))
        never = {key for key, (kind, told) in planned.items() if not told or kind not in signed or signed[kind] < told}
        shown = [key for key in unsigned if key in never][:limit]
        read = Document.objects.defer(*HEAVY).in_bulk(shown)
        return [read[key] for key in shown]

    def _signed_after(self, day: datetime.date | None) -> dict[str, datetime.date]:
        """Kind → the day on which the last document of it was signed; those signed before the day are not looked at."""
        found = [one.key for one in self._documents if day and one.year and one.day >= day]
        return dict(Document.objects.filter(pk__in=found).values_list("kind").annotate(day=Max("signed_first")))

    def signing_years(self) -> dict[int, int]:
        """How many documents were signed in which year."""
        return _years(one.year for one in self._documents)

    def event_years(self) -> dict[int, int]:
        """How many events were held in which year."""
        return _years(year for _, _, year in self._events)

    def latest_events(self, limit: int) -> list[Event]:
        """The latest events, undated ones last."""
        return events_read(self.events[:limit])

    def spheres(self, on: datetime.date) -> Spheres:
        """The spheres of the documents."""
        told = {one.key: (one.year, one.day <= on) for one in self._documents}
        rows = DocumentSphere.objects.filter(document__in=self.documents).values_list("code", "document")
        return Spheres.of((code, *told[key], 1) for code, key in rows)

    def signed_days(self, on: datetime.date, limit: int) -> list[Happened]:
        """The documents signed by a day, the latest first."""
        days = {one.key: one.day for one in self._documents if one.year and one.day <= on}
        rows = Document.objects.filter(pk__in=[*days][:limit]).values_list("pk", "kind", "title")
        read = {key: (kind, title) for key, kind, title in rows}
        return [Happened(days[key], key, *read[key]) for key in [*days][:limit]]

    def held_days(self, on: datetime.date, limit: int) -> list[Happened]:
        """The events held by a day, the latest first."""
        days = {key: day for key, day, year in self._events if year and day <= on}
        keys, found = [*days], list[Happened]()
        while keys and len(found) < limit:
            some, keys = keys[:limit], keys[limit:]
            read = dict(Event.objects.exclude(status="planned").filter(pk__in=some).values_list("pk", "kind"))
            found += [Happened(days[key], key, read[key]) for key in some if key in read]
        return found[:limit]

    def signed_between(self, first: datetime.date, last: datetime.date, limit: int) -> list[str]:
        """Keys of the documents signed in these days, the latest first."""
        return [one.key for one in self._documents if one.year and first <= one.day <= last][:limit]

    def events_between(self, first: datetime.date, last: datetime.date, limit: int, *, soonest: bool = False) -> list[str]:
        """Keys of the events that begin in these days and were not cancelled, the latest first, or the soonest."""
        found = [key for key, day, year in self._events if year and first <= day <= last]
        return (found[::-1] if soonest else found)[:limit]

    def undated_events(self) -> QuerySet[Event]:
        """The events of which nobody knows the day."""
        return Event.objects.filter(pk__in=[key for key, day, _ in self._events if day == datetime.date.min])

    def standing(self, states: Sequence[Lifecycle], on: datetime.date, kinds: Iterable[str], limit: int) -> list[str]:
        """Keys of the documents of these kinds that are in one of the states on the day, the latest signed first."""
        there = [one.key for one in self._spells if one.first <= on <= one.last and one.state in states]
        fit = set(Document.objects.filter(pk__in=there, kind__in=list(kinds)).values_list("pk", flat=True))
        return [key for key in there if key in fit][:limit]


def _both(model: type[Model], columns: Sequence[str], same: Sequence[str], a: str, b: str) -> list[tuple[Any, ...]]:
    """The rows of the one for which the other has the same, the latest first; the index alone is read.

    Args:
        model: what is kept for partners.
        columns: the record, its day, and what else is asked for.
        same: the columns that follow the partner in the index, as far as they are the record's.
        a: key of the one.
        b: key of the other.
    """
    table, match = sql.table(model), " AND ".join(f"y.{column} = x.{column}" for column in same)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(columns)} FROM {table} x WHERE x.partner_id = %s "
            f"AND EXISTS (SELECT 1 FROM {table} y WHERE y.partner_id = %s AND {match}) ORDER BY day DESC, {columns[0]}",
            [a, b],
        )
        return list(cursor.fetchall())


def _years(years: Iterable[int | None]) -> dict[int, int]:
    return dict(Counter(year for year in years if year))
