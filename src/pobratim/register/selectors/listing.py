"""Lists of records and pages: filtered query sets in the order in which people read them. Rejected records are left out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import (
    Actor,
    Document,
    DocumentParty,
    DocumentSphere,
    Event,
    EventParty,
    Mention,
    PageVersion,
    Participation,
    PartnerDocument,
    PartnerEvent,
    Person,
    Signature,
    State,
    Statement,
    StatementDocument,
)
from pobratim.resolve.records.content import digest, plain

from .awaited import documents_in
from .beginning import begins
from .narrow import narrowed, narrowed_by
from .promise import Asked, promises, promises_on
from .told import told_by

M = TypeVar("M", Document, Event)
#: Asks for statements with a promise in any state.
ANY = "any"
#: The states of a document that is there at all.
THERE = tuple(one for one in Lifecycle if one is not Lifecycle.ABSENT)


def documents(
    *,
    parties: Iterable[str] = (),
    kinds: Iterable[str] = (),
    statuses: Iterable[str] = (),
    spheres: Iterable[str] = (),
    country: str = "",
    level: str = "",
    year: int | None = None,
    person: str = "",
    on: datetime.date | None = None,
    states: Iterable[Lifecycle] = (),
) -> QuerySet[Document]:
    """Documents, the latest signed first, undated ones last.

    Args:
        parties: keys of actors; each must be a party, itself or through an organ of power.
        kinds: any of them.
        statuses: any of them.
        spheres: codes; any of them.
        country: ISO 3166-1; a party is of it.
        level: of a party: national, region, district, city, organisation.
        year: of signing.
        person: key of a signatory or witness.
        on: a day; only documents that were there, announced or signed, on it.
        states: only those in any of these states on that day (today, if none is named).
    """
    found = Document.objects.exclude(state=State.REJECTED)
    chosen = list(states)
    if on or chosen:
        found = documents_in(chosen or THERE, on or timezone.localdate())
    found = _by_parties(found, DocumentParty, "document", parties)
    if kinds:
        found = found.filter(kind__in=list(kinds))
    if statuses:
        found = found.filter(status__in=list(statuses))
    if spheres:
        found = narrowed(found, DocumentSphere.objects.filter(code__in=list(spheres)), "document")
    if country:
        found = narrowed(found, DocumentParty.objects.filter(acts_for__country=country), "document")
    if level:
        found = narrowed(found, DocumentParty.objects.filter(acts_for__level=level), "document")
    if year:
        found = found.filter(signed_first__range=_days(year))
    if person:
        found = narrowed_by(found, Signature.objects.filter(person=person), "document", by_keys=True)  # of a few years alone
    return found.order_by(F("signed_first").desc(nulls_last=True), "key")


def _by_parties(found: QuerySet[M], rows: type[DocumentParty | EventParty], column: str, parties: Iterable[str]) -> QuerySet[M]:
    """Records to which each of the actors is a party, itself or through an organ of power."""
    sets = [rows._default_manager.filter(Q(actor=actor) | Q(acts_for=actor)) for actor in parties]
    if len(sets) == 1:
        return narrowed(found, sets[0], column)
    for some in sets:  # of what several share there is less than of any: the keys are looked for first
        found = found.filter(pk__in=some.values(column))
    return found


def _days(year: int) -> tuple[datetime.date, datetime.date]:
    """What is told vaguely still lies within one year: that its first day does is enough."""
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31)


def events(
    *,
    parties: Iterable[str] = (),
    kinds: Iterable[str] = (),
    statuses: Iterable[str] = (),
    year: int | None = None,
    person: str = "",
    on: datetime.date | None = None,
) -> QuerySet[Event]:
    """Events, the latest first, undated ones last; arguments as for documents, but that with `on` only those are listed of
    which pages had told by the day.
    """
    found = Event.objects.exclude(state=State.REJECTED)
    found = found.filter(told_by(on)) if on else found
    found = _by_parties(found, EventParty, "event", parties)
    if kinds:
        found = found.filter(kind__in=list(kinds))
    if statuses:
        found = found.filter(status__in=list(statuses))
    if year:
        found = found.filter(date_first__range=_days(year))
    if person:
        found = narrowed_by(found, Participation.objects.filter(person=person), "event", by_keys=True)
    return found.order_by(F("date_first").desc(nulls_last=True), "key")


def people(*, name: str = "", post_of: str = "", on: datetime.date | None = None) -> QuerySet[Person]:
    """People by surname.

    Args:
        name: beginning of the surname.
        post_of: key of the place or body in which the person holds or held a post.
        on: a day; only those of whom pages had told by it.
    """
    found = Person.objects.exclude(state=State.REJECTED)
    found = found.filter(told_by(on)) if on else found
    if name:
        found = found.filter(begins("folded", plain(name)))
    if post_of:
        found = found.filter(appointments__of=post_of).distinct()
    return found.order_by("folded", "key")


def partners(
    *, name: str = "", kind: str = "", level: str = "", country: str = "", on: datetime.date | None = None
) -> QuerySet[Actor]:
    """Actors that are parties to a document or event, the busiest first; with `on` to one that was there by the day."""
    found = Actor.objects.exclude(state=State.REJECTED)
    found = found.filter(Q(documents_count__gt=0) | Q(events_count__gt=0))
    if on:
        there = PartnerDocument.objects.filter(partner=OuterRef("pk"), first__lte=on, last__gte=on)
        told = PartnerEvent.objects.filter(told_by(on, "event__first_told"), partner=OuterRef("pk"))
        found = found.filter(Exists(there) | Exists(told))
    if name:
        found = found.filter(folded__contains=plain(name))
    for column, value in (("kind", kind), ("level", level), ("country", country)):
        if value:
            found = found.filter(**{column: value})
    return found.order_by("-documents_count", "-events_count", "folded", "key")


def statements(
    *, speaker: str = "", document: str = "", on: datetime.date | None = None, promise: str = ""
) -> QuerySet[Statement]:
    """Statements, the latest told first, undated ones last.

    Args:
        speaker: key of a person.
        document: key of a document that the words are about.
        on: a day; only what was told by it.
        promise: only those with a promise: any (`ANY`), or one that was in this state, or overdue, on the day (today, if none
            is named).
    """
    if promise:
        found = promises_on(on or timezone.localdate(), () if promise == ANY else (promise,))
    else:
        found = Statement.objects.exclude(state=State.REJECTED)
        found = found.filter(told_by(on)) if on else found
    if speaker:
        found = found.filter(speaker=speaker)
    if document:
        found = narrowed(found, StatementDocument.objects.filter(document=document), "statement")
    return found.order_by(F("last_told").desc(nulls_last=True), "key")


def promised(*, on: datetime.date | None = None, states: Iterable[str] = ()) -> QuerySet[Statement]:
    """Promises that were told by a day (today, if none is named) and in any of the states on it, in their order."""
    return promises(Asked(states=tuple(states)), on or timezone.localdate())


def pages(*, site: str = "", address: str = "", record: str = "") -> QuerySet[PageVersion]:
    """Current pages, the latest published first, undated ones last; without their texts.

    Args:
        site: name of the source, as `Source` has it.
        address: the whole address.
        record: key of a record that the page tells of.
    """
    found = PageVersion.objects.filter(current=True).defer("text", "facts").select_related("source")
    if site:
        found = found.filter(source__name=site)
    if address:
        found = found.filter(address_hash=digest(address))
    if record:
        found = narrowed(found, Mention.objects.filter(node__record=record), "version")
    return found.order_by(F("published").desc(nulls_last=True), "-id")
