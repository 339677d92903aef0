"""What should be there and is not: contact between partners, a signatory's post."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from pobratim.register.lifecycle import HOLDING
from pobratim.register.models import Appointment, DocumentParty, EventParty, Signature, State
from pobratim.resolve.records.content import plain

from .awaited import Awaited, documents_in

YEAR = datetime.timedelta(days=365)
LOOKED_AT = 1000
Pair = tuple[str, str]


def silent(on: datetime.date) -> list[Awaited]:
    """Partners of whom nothing is told for a year though a document of theirs is in force, the longest silence first; the
    day is that of the last such document.

    Looked at are the newest 1,000 documents older than a year; three queries.
    """
    since = on - YEAR
    old = documents_in(HOLDING, on).filter(signed_first__lte=since).order_by("-signed_first", "key")
    signed = {key: day for key, day in old.values_list("key", "signed_first")[:LOOKED_AT] if day}
    parties: dict[str, set[str]] = defaultdict(set)
    for document, actor in DocumentParty.objects.filter(document__in=list(signed)).values_list("document", "acts_for"):
        parties[document].add(actor)
    last: dict[Pair, datetime.date] = {}
    for key, some in parties.items():
        for pair in _pairs(some):
            last[pair] = max(last.get(pair, datetime.date.min), signed[key])
    met = _met(since, on, {actor for pair in last for actor in pair})
    found = [Awaited(pair[0], day, pair[1]) for pair, day in last.items() if pair not in met]
    return sorted(found, key=lambda one: (one.day, one.record, one.other))


def _met(since: datetime.date, on: datetime.date, actors: set[str]) -> set[Pair]:
    """The pairs of these actors of which a page told since that day: an event, or another document."""
    events = EventParty.objects.filter(event__date_last__gte=since, event__date_first__lte=on).exclude(
        event__state=State.REJECTED
    )
    signed = DocumentParty.objects.filter(document__signed_last__gte=since, document__signed_first__lte=on)
    rows: list[tuple[str, str]] = [*events.values_list("event", "acts_for"), *signed.values_list("document", "acts_for")]
    together: dict[str, set[str]] = defaultdict(set)
    for record, actor in rows:
        if actor in actors:
            together[record].add(actor)
    return {pair for some in together.values() for pair in _pairs(some)}


def _pairs(actors: Iterable[str]) -> Iterator[Pair]:
    return combinations(sorted(actors), 2)


class _Signed(NamedTuple):
    """A signature: the document, who, and the first day on which it may have been."""

    document: str
    person: str
    day: datetime.date


class _Post(NamedTuple):
    """A post of a person: the place or body, the title, the first and last day on which a page tells of it."""

    person: str
    of: str | None
    title: str
    first: datetime.date | None
    last: datetime.date | None

    @property
    def office(self) -> tuple[str | None, str]:
        """What posts of two people have in common where it is one post."""
        return self.of, plain(self.title)

    def held_on(self, day: datetime.date) -> bool:
        """Whether pages tell of it before and after the day, or on it."""
        return bool(self.first and self.last and self.first <= day <= self.last)


_POST = ("person", "of", "title", "first_told", "last_told")


def out_of_post(on: datetime.date) -> list[Awaited]:
    """Documents with a signatory who was not in post on the day of signing, in the last two years; the latest first.

    Said only where pages tell of another person in the same post of the same actor on that day, and of the signatory in
    it on other days alone. Looked at are the newest 1,000 signatures; three queries. Where it fails: a post counts from
    the first to the last page that tells of it.
    """
    rows = Signature.objects.filter(witness=False, document__signed_first__gt=on - 2 * YEAR, document__signed_first__lte=on)
    rows = rows.exclude(document__state=State.REJECTED).order_by("-document__signed_first", "pk")
    columns = rows.values_list("document", "person", "document__signed_first")
    signed = [_Signed(key, person, day) for key, person, day in columns[:LOOKED_AT] if day]
    own: dict[str, list[_Post]] = defaultdict(list)
    for post in _posts(person__in={one.person for one in signed}):
        own[post.person].append(post)
    absent = [one for one in signed if own[one.person] and not any(post.held_on(one.day) for post in own[one.person])]
    held: dict[tuple[str | None, str], list[_Post]] = defaultdict(list)
    for post in _posts(of__in={post.of for one in absent for post in own[one.person]}):
        held[post.office].append(post)
    return [Awaited(one.document, one.day, one.person) for one in absent if _another(one, own[one.person], held)]


def _posts(**where: object) -> Iterator[_Post]:
    for row in Appointment.objects.filter(of__isnull=False, **where).values_list(*_POST).iterator():
        yield _Post(*row)


def _another(one: _Signed, own: list[_Post], held: dict[tuple[str | None, str], list[_Post]]) -> bool:
    """Whether pages tell of another person in one of these posts on the day."""
    return any(post.person != one.person and post.held_on(one.day) for mine in own for post in held[mine.office])
