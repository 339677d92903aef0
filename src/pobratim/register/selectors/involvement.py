"""What one partner takes part in, counted for any day: read from what is kept for partners, not from the records.

Everything counts what the partner does itself and what organs of power do for it. A figure costs a walk along an index,
however large the records are; a list costs the rows it shows.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.db import connection
from django.db.models import Count, QuerySet

from pobratim.register import sql
from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import Actor, Document, DocumentSphere, Event, PartnerDocument, PartnerEvent, PartnerTotal

from .cooperation import HEAVY, Shelves

FOR_GOOD = datetime.date.max


def shelves_of(partner: str, on: datetime.date, each: int) -> Shelves:
    """A partner's documents by their state on a day; of each state so many are read (0: none), the latest signed first."""
    found = PartnerDocument.objects.filter(partner=partner, first__lte=on, last__gte=on)
    numbers = dict(found.values_list("state").annotate(number=Count("*")))
    if not each:
        return shelved(numbers, ())
    day = sql.put_day(on)
    latest = sql.select_each(
        f"SELECT document_id, state FROM {sql.table(PartnerDocument)} WHERE state = %s AND partner_id = %s "
        "AND first <= %s AND last >= %s ORDER BY day DESC, document_id LIMIT %s",
        list(numbers),
        (partner, day, day, each),
    )
    return shelved(numbers, latest)


def shelved(numbers: Mapping[str, int], latest: Iterable[tuple[str, str]]) -> Shelves:
    """Shelves with so many documents in each state, and these on them: `(document, state)`, each state's in their order."""
    life = {key: Lifecycle(state) for key, state in latest}
    read = Document.objects.defer(*HEAVY).in_bulk(life)
    shown: dict[Lifecycle, list[Document]] = {state: [] for state in Lifecycle if state is not Lifecycle.ABSENT}
    for key, state in life.items():
        shown[state].append(read[key])
    return Shelves({state: numbers.get(state, 0) for state in shown}, shown, life, sum(numbers.values()))


def signing_years(partner: str) -> dict[int, int]:
    """How many documents were signed in which year."""
    return by_year(_documents(partner))


def event_years(partner: str) -> dict[int, int]:
    """How many events were held in which year; those cancelled are left out, as are those without a date."""
    return by_year(PartnerEvent.objects.filter(partner=partner))


def by_year(found: QuerySet[PartnerDocument] | QuerySet[PartnerEvent]) -> dict[int, int]:
    """Year → how many of the rows are of it."""
    return dict(found.exclude(year=None).values_list("year").annotate(number=Count("*")))


def events_number(partner: str) -> int:
    """In how many events a partner takes part."""
    return PartnerEvent.objects.filter(partner=partner).count()


def latest_events(partner: str, limit: int) -> list[Event]:
    """The latest events, undated ones last."""
    rows = PartnerEvent.objects.filter(partner=partner).order_by("-day", "event")
    return events_read(rows.values_list("event", flat=True)[:limit])


def events_read(keys: Iterable[str]) -> list[Event]:
    """Events in the order of their keys given, without what lists do not show."""
    ordered = list(keys)
    read = Event.objects.defer(*HEAVY).in_bulk(ordered)
    return [read[key] for key in ordered]


class Spheres(NamedTuple):
    """The spheres of documents and in how many each stands, the commonest first; and of those signed by a day, sphere and
    year of signing → how many.
    """

    all: list[tuple[str, int]]
    signed: dict[tuple[str, int], int]

    @classmethod
    def of(cls, counted: Iterable[tuple[str, int | None, bool, int]]) -> Spheres:
        """From `(sphere, year of signing, whether that is over by the day, number of documents)`."""
        every: Counter[str] = Counter()
        signed: Counter[tuple[str, int]] = Counter()
        for code, year, over, number in counted:
            every[code] += number
            if year and over:
                signed[code, year] += number
        return cls(sorted(every.items(), key=lambda one: (-one[1], one[0])), dict(signed))


def spheres_of(partner: str, on: datetime.date) -> Spheres:
    """The spheres of a partner's documents: the totals of years, and of the day's own year what was signed by then."""
    totals = PartnerTotal.objects.filter(partner=partner, kind=PartnerTotal.SPHERE).values_list("value", "year", "number")
    found = Spheres.of((code, year, year < on.year, number) for code, year, number in totals)
    return found._replace(signed=found.signed | _signed_in_year(partner, on))


def _signed_in_year(partner: str, on: datetime.date) -> dict[tuple[str, int], int]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT s.code, COUNT(*) FROM {sql.table(PartnerDocument)} p "
            f"JOIN {sql.table(DocumentSphere)} s ON s.document_id = p.document_id "
            "WHERE p.partner_id = %s AND p.last = %s AND p.year = %s AND p.day <= %s GROUP BY s.code",
            [partner, sql.put_day(FOR_GOOD), on.year, sql.put_day(on)],
        )
        return {(code, on.year): number for code, number in cursor.fetchall()}


def others_of(partner: str, limit: int) -> list[tuple[Actor, int]]:
    """The actors with which one has documents, and how many, the most first."""
    totals = PartnerTotal.objects.filter(partner=partner, kind=PartnerTotal.OTHER).order_by("-number", "value")
    numbers = dict(totals.values_list("value", "number")[:limit])
    read = Actor.objects.defer(*HEAVY).in_bulk(numbers)
    found = [(read[key], number) for key, number in numbers.items()]
    return sorted(found, key=lambda one: (-one[1], one[0].folded, one[0].key))


def _documents(partner: str) -> QuerySet[PartnerDocument]:
    """One row for each document."""
    return PartnerDocument.objects.filter(partner=partner, last=FOR_GOOD)
