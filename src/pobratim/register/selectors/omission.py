"""What should be there and is not: contact between partners, a signatory's post."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from pobratim.register.models import Appointment, Signature, Silence, State
from pobratim.resolve.records.content import plain

from .awaited import Awaited, Rows

YEAR = datetime.timedelta(days=365)
LOOKED_AT = 1000  # the section of the agenda says so


def silent(on: datetime.date) -> Rows:
    """Partners of whom nothing is told for a year though a document of theirs is in force, the longest silence first; the
    day is that of the last such document.
    """
    found = Silence.objects.filter(first__lte=on, last__gte=on)
    return Rows(found.order_by("signed", "a", "b"), "a", "signed", "b", at_once=False)


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
