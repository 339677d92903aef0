"""The cooperation of one partner, or of two, as papers and pictures ask for it: by day, a few at a time.

Read from what is kept for partners (`PartnerDocument`, `PartnerEvent`): what is asked costs a walk along an index and the rows
that are shown, however much a partner has done.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from django.db.models import QuerySet

from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import Actor, Document, Event, PartnerDocument, PartnerEvent

from . import cooperation, days, involvement
from .cooperation import Shelves
from .days import Happened
from .involvement import FOR_GOOD, Spheres
from .listing import documents, events
from .shared import Shared

_NO_DAY = datetime.date.min
#: So many events after a day are looked at for those that are told of by it.
LOOKED_AHEAD = 1000
_AHEAD = datetime.timedelta(days=2 * 366)
_NOT_HELD = ("planned", "cancelled")


class Pictured(Protocol):
    """What pictures ask: of one partner (`Alone`), of two (`Shared`), of the whole register (`Everything`)."""

    def shelves(self, on: datetime.date, each: int) -> Shelves:
        """The documents by their state on a day; of each state so many are read."""

    def spheres(self, on: datetime.date) -> Spheres:
        """The spheres of the documents."""

    def signing_years(self) -> dict[int, int]:
        """How many documents were signed in which year."""

    def event_years(self) -> dict[int, int]:
        """How many events were held in which year."""

    def signed_days(self, on: datetime.date, limit: int) -> list[Happened]:
        """The documents signed by a day, the latest first."""

    def held_days(self, on: datetime.date, limit: int) -> list[Happened]:
        """The events held by a day, the latest first."""


class Sides(Pictured, Protocol):
    """What papers ask beside: of one partner, or of two."""

    def signed_between(self, first: datetime.date, last: datetime.date, limit: int) -> list[str]:
        """Keys of the documents signed in these days, the latest first."""

    def events_between(self, first: datetime.date, last: datetime.date, limit: int, *, soonest: bool = False) -> list[str]:
        """Keys of the events that begin in these days and were not cancelled, the latest first, or the soonest."""

    def undated_events(self) -> QuerySet[Event]:
        """The events of which nobody knows the day."""

    def standing(self, states: Sequence[Lifecycle], on: datetime.date, kinds: Iterable[str], limit: int) -> list[str]:
        """Keys of the documents of these kinds that are in one of the states on the day, the latest signed first."""


class Alone:
    """One partner, with whomever it cooperates."""

    def __init__(self, partner: str) -> None:
        self._partner = partner
        self._signed = PartnerDocument.objects.filter(partner=partner, last=FOR_GOOD, year__isnull=False)
        self._events = PartnerEvent.objects.filter(partner=partner)

    def shelves(self, on: datetime.date, each: int) -> Shelves:
        """See `Pictured`."""
        return involvement.shelves_of(self._partner, on, each)

    def spheres(self, on: datetime.date) -> Spheres:
        """See `Pictured`."""
        return involvement.spheres_of(self._partner, on)

    def signing_years(self) -> dict[int, int]:
        """See `Pictured`."""
        return involvement.signing_years(self._partner)

    def event_years(self) -> dict[int, int]:
        """See `Pictured`."""
        return involvement.event_years(self._partner)

    def signed_days(self, on: datetime.date, limit: int) -> list[Happened]:
        """See `Pictured`."""
        rows = self._signed.filter(day__lte=on).order_by("-day", "document").values_list("day", "document")[:limit]
        named = Document.objects.filter(pk__in=[key for _, key in rows]).values_list("pk", "kind", "title")
        read = {key: (kind, title) for key, kind, title in named}
        return [Happened(day, key, *read[key]) for day, key in rows]

    def held_days(self, on: datetime.date, limit: int) -> list[Happened]:
        """See `Pictured`."""
        rows = self._events.filter(day__lte=on, year__isnull=False).exclude(event__status="planned")
        told = rows.order_by("-day", "event").values_list("day", "event", "event__kind")[:limit]
        return [Happened(*one) for one in told]

    def signed_between(self, first: datetime.date, last: datetime.date, limit: int) -> list[str]:
        """See `Sides`."""
        found = self._signed.filter(day__range=(first, last)).order_by("-day", "document")
        return list(found.values_list("document", flat=True)[:limit])

    def events_between(self, first: datetime.date, last: datetime.date, limit: int, *, soonest: bool = False) -> list[str]:
        """See `Sides`."""
        found = self._events.filter(day__range=(first, last), year__isnull=False).order_by("day" if soonest else "-day", "event")
        return list(found.values_list("event", flat=True)[:limit])

    def undated_events(self) -> QuerySet[Event]:
        """See `Sides`."""
        return Event.objects.filter(pk__in=self._events.filter(day=_NO_DAY).values("event"))

    def standing(self, states: Sequence[Lifecycle], on: datetime.date, kinds: Iterable[str], limit: int) -> list[str]:
        """See `Sides`."""
        found: list[tuple[datetime.date, str]] = []
        own = PartnerDocument.objects.filter(partner=self._partner, first__lte=on, last__gte=on, document__kind__in=list(kinds))
        for state in states:  # each by itself: the index gives its latest ones without a look at the rest
            found += own.filter(state=state).order_by("-day", "document").values_list("day", "document")[:limit]
        return [key for _, key in sorted(found, key=lambda one: (-one[0].toordinal(), one[1]))[:limit]]


class Everything:
    """The whole register."""

    def shelves(self, on: datetime.date, each: int) -> Shelves:
        """See `Pictured`."""
        return cooperation.shelves(on, each)

    def spheres(self, on: datetime.date) -> Spheres:
        """See `Pictured`; of those signed by the day alone."""
        counted = days.sphere_years(documents(), on)
        return Spheres.of((code, year, True, number) for (code, year), number in counted.items())

    def signing_years(self) -> dict[int, int]:
        """See `Pictured`."""
        return days.signing_years(documents())

    def event_years(self) -> dict[int, int]:
        """See `Pictured`."""
        return days.event_years(events())

    def signed_days(self, on: datetime.date, limit: int) -> list[Happened]:
        """See `Pictured`."""
        return days.signed_days(documents(), on, limit)

    def held_days(self, on: datetime.date, limit: int) -> list[Happened]:
        """See `Pictured`."""
        return days.held_days(events(), on, limit)


def sides_of(*actors: Actor) -> Sides:
    """The cooperation of one partner with everybody, or of two with each other."""
    if len(actors) == 1:
        return Alone(actors[0].key)
    one, other = sorted(actors, key=lambda actor: actor.documents_count + actor.events_count)
    return Shared(one.key, other.key)


class Held(NamedTuple):
    """Keys of events that were held, the latest first; `more`: there are older ones, which were not looked at."""

    keys: list[str]
    more: bool


def held_between(sides: Sides, first: datetime.date, last: datetime.date, limit: int) -> Held:
    """The events held in these days, undated ones that a page told of in these days last; so many are looked at.

    A day told vaguely («в мае») counts where any of its days lies in them.
    """
    keys = sides.events_between(first.replace(month=1, day=1), last, limit + 1)
    more = len(keys) > limit
    dated = Event.objects.filter(pk__in=keys[:limit], date_last__gte=first).exclude(status__in=_NOT_HELD)
    found = in_order(keys, dated)
    if more:
        return Held(found, more)
    told = sides.undated_events().filter(first_told__range=(first, last)).exclude(status__in=_NOT_HELD)
    undated = list(told.order_by("-first_told", "key").values_list("pk", flat=True)[: limit + 1])
    return Held(found + undated[:limit], len(undated) > limit)


def coming_after(sides: Sides, on: datetime.date, limit: int) -> list[str]:
    """Keys of the events of the two years after the day of which a page tells by it, the soonest first."""
    keys = sides.events_between(on + datetime.timedelta(days=1), on + _AHEAD, LOOKED_AHEAD, soonest=True)
    return in_order(keys, Event.objects.filter(pk__in=keys, first_told__lte=on))[:limit]


def in_order(keys: Sequence[str], found: QuerySet[Event]) -> list[str]:
    """Those of the keys that a query finds, as they stand: a database that is to sort them may walk through all by their day."""
    there = set(found.values_list("pk", flat=True))
    return [key for key in keys if key in there]
