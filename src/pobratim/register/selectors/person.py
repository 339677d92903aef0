"""A person: posts over time, signatures, meetings and with whom, words, namesakes. Newest first, so many of each at most."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, F, Q, QuerySet

from pobratim.register.models import Appointment, Event, Participation, Person, Signature, State, Statement

from .cooperation import HEAVY, heavy, rejected
from .listing import statements


def posts(person: str) -> list[Appointment]:
    """The posts that pages tell of, the one told last first."""
    rows = Appointment.objects.filter(person=person).select_related("of").defer(*heavy("of"))
    return list(rows.order_by(F("last_told").desc(nulls_last=True), "-pages", "title", "pk"))


def signatures(person: str) -> QuerySet[Signature]:
    """What a person signed or witnessed, with the documents."""
    rows = Signature.objects.filter(person=person).exclude(document__state=State.REJECTED)
    return rows.select_related("document", "party").defer(*heavy("document", "party")).order_by("-day", "document", "pk")


def meetings(person: str) -> QuerySet[Participation]:
    """Where a person was, with the events."""
    rows = Participation.objects.filter(person=person).exclude(event__state=State.REJECTED)
    return rows.select_related("event", "side").defer(*heavy("event", "side")).order_by("-day", "event", "pk")


def met(person: str, limit: int) -> list[tuple[Person, int]]:
    """Whom a person met, and at how many events, the most first."""
    at = Participation.objects.filter(person=person).exclude(event__in=rejected(Event)).values("event")
    rows = Participation.objects.filter(event__in=at).exclude(Q(person=person) | Q(person__in=rejected(Person)))
    counted = rows.values_list("person").annotate(number=Count("*")).order_by("-number", "person")
    numbers = dict(counted[:limit])
    read = Person.objects.defer(*HEAVY).in_bulk(list(numbers))
    return sorted(((read[key], number) for key, number in numbers.items()), key=lambda one: (-one[1], one[0].folded, one[0].key))


def words_of(person: str) -> QuerySet[Statement]:
    """What a person said."""
    return statements(speaker=person).defer("contradictions")


def namesakes(person: Person, limit: int) -> list[Person]:
    """Others of the same surname and name: whether they are one is for a person to say."""
    same = Person.objects.filter(folded=person.folded).exclude(pk=person.key).exclude(state=State.REJECTED)
    return list(same.defer(*HEAVY).order_by("key")[:limit])


def latest_posts(people: Iterable[str]) -> dict[str, str]:
    """Person → the post told last: what tells namesakes apart."""
    rows = Appointment.objects.filter(person__in=list(people)).order_by(F("last_told").asc(nulls_first=True), "pages", "pk")
    return dict(rows.values_list("person", "title"))
