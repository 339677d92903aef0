"""Lists of records and pages: filtered query sets in the order in which people read them. Rejected records are left out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

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
    Person,
    Signature,
    State,
    Statement,
    StatementDocument,
)
from pobratim.resolve.records.content import digest, plain


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
    """
    found = Document.objects.exclude(state=State.REJECTED)
    for actor in parties:
        found = found.filter(Exists(_party_rows(actor)))
    if kinds:
        found = found.filter(kind__in=list(kinds))
    if statuses:
        found = found.filter(status__in=list(statuses))
    if spheres:
        found = found.filter(Exists(DocumentSphere.objects.filter(document=OuterRef("pk"), code__in=list(spheres))))
    rows = DocumentParty.objects.filter(document=OuterRef("pk"))
    if country:
        found = found.filter(Exists(rows.filter(acts_for__country=country)))
    if level:
        found = found.filter(Exists(rows.filter(acts_for__level=level)))
    if year:
        first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        found = found.filter(signed_first__lte=last, signed_last__gte=first)
    if person:
        found = found.filter(Exists(Signature.objects.filter(document=OuterRef("pk"), person=person)))
    return found.order_by(F("signed_first").desc(nulls_last=True), "key")


def _party_rows(actor: str) -> QuerySet[DocumentParty]:
    return DocumentParty.objects.filter(Q(actor=actor) | Q(acts_for=actor), document=OuterRef("pk"))


def events(
    *,
    parties: Iterable[str] = (),
    kinds: Iterable[str] = (),
    statuses: Iterable[str] = (),
    year: int | None = None,
    person: str = "",
) -> QuerySet[Event]:
    """Events, the latest first, undated ones last; arguments as for documents."""
    found = Event.objects.exclude(state=State.REJECTED)
    for actor in parties:
        rows = EventParty.objects.filter(Q(actor=actor) | Q(acts_for=actor), event=OuterRef("pk"))
        found = found.filter(Exists(rows))
    if kinds:
        found = found.filter(kind__in=list(kinds))
    if statuses:
        found = found.filter(status__in=list(statuses))
    if year:
        found = found.filter(date_first__lte=datetime.date(year, 12, 31), date_last__gte=datetime.date(year, 1, 1))
    if person:
        found = found.filter(Exists(Participation.objects.filter(event=OuterRef("pk"), person=person)))
    return found.order_by(F("date_first").desc(nulls_last=True), "key")


def people(*, name: str = "", post_of: str = "") -> QuerySet[Person]:
    """People by surname.

    Args:
        name: beginning of the surname.
        post_of: key of the place or body in which the person holds or held a post.
    """
    found = Person.objects.exclude(state=State.REJECTED)
    if name:
        found = found.filter(folded__startswith=plain(name))
    if post_of:
        found = found.filter(appointments__of=post_of).distinct()
    return found.order_by("folded", "key")


def partners(*, name: str = "", kind: str = "", level: str = "", country: str = "") -> QuerySet[Actor]:
    """Actors that are parties to a document or event, with `documents_count` and `events_count`, the busiest first."""
    found = Actor.objects.exclude(state=State.REJECTED)
    signs = DocumentParty.objects.filter(acts_for=OuterRef("pk"))
    meets = EventParty.objects.filter(acts_for=OuterRef("pk"))
    found = found.filter(Exists(signs) | Exists(meets))
    if name:
        found = found.filter(folded__contains=plain(name))
    for column, value in (("kind", kind), ("level", level), ("country", country)):
        if value:
            found = found.filter(**{column: value})
    return found.annotate(
        documents_count=Count("acted_for_rows__document", distinct=True),
        events_count=Count("acted_for_event_rows__event", distinct=True),
    ).order_by("-documents_count", "-events_count", "folded", "key")


def statements(*, speaker: str = "", document: str = "") -> QuerySet[Statement]:
    """Statements, the latest told first, undated ones last.

    Args:
        speaker: key of a person.
        document: key of a document that the words are about.
    """
    found = Statement.objects.exclude(state=State.REJECTED)
    if speaker:
        found = found.filter(speaker=speaker)
    if document:
        found = found.filter(Exists(StatementDocument.objects.filter(statement=OuterRef("pk"), document=document)))
    return found.order_by(F("last_told").desc(nulls_last=True), "key")


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
        found = found.filter(Exists(Mention.objects.filter(version=OuterRef("pk"), node__record=record)))
    return found.order_by(F("published").desc(nulls_last=True), "-id")
