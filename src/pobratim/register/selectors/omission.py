"""What should be there and is not: contact between partners, a signatory's post, the keeping of a promise."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any, NamedTuple

from django.db.models import F, Q

from pobratim.register.lifecycle import HOLDING
from pobratim.register.models import Appointment, Document, DocumentParty, EventParty, Signature, State, Statement
from pobratim.register.models.statement import PROMISE_OPEN
from pobratim.resolve.records.content import plain

from .state import NOT_YET, states_on

YEAR = datetime.timedelta(days=365)
PATIENCE = datetime.timedelta(days=180)
LOOKED_AT = 1000
Pair = tuple[str, str]


class Silence(NamedTuple):
    """Two partners with a document in force and no contact for a year; the day of the last document."""

    a: str
    b: str
    last: datetime.date | None


def silent(on: datetime.date) -> list[Silence]:
    """Partners of whom nothing is told for a year though a document of theirs is in force, the longest silence first.

    Looked at are the newest 1,000 documents older than a year; four queries.
    """
    since = on - YEAR
    old = Document.objects.exclude(state=State.REJECTED).exclude(status__in=NOT_YET).filter(signed_first__lte=since)
    old = old.order_by("-signed_first", "key").defer("fields", "contradictions")
    documents = list(old[:LOOKED_AT])
    states = states_on(documents, on)
    held = {one.key: one for one in documents if states[one.key] in HOLDING}
    parties: dict[str, set[str]] = defaultdict(set)
    for document, actor in DocumentParty.objects.filter(document__in=list(held)).values_list("document", "acts_for"):
        parties[document].add(actor)
    last: dict[Pair, datetime.date | None] = {}
    for key, some in parties.items():
        for pair in _pairs(some):
            day = held[key].signed_first
            last[pair] = max(filter(None, (last.get(pair), day)), default=None)
    met = _met(since, on, {actor for pair in last for actor in pair})
    found = [Silence(*pair, day) for pair, day in last.items() if pair not in met]
    return sorted(found, key=lambda one: (one.last or datetime.date.min, one.a, one.b))


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


class OutOfPost(NamedTuple):
    """A signature by somebody whose post pages give to another on that day."""

    signature: Signature
    other: str


def out_of_post(on: datetime.date) -> list[OutOfPost]:
    """Signatories of the last two years who were not in post on the day of signing; the latest first, three queries.

    Said only where pages tell of another person in the same post of the same actor on that day, and of the signatory in
    it on other days alone. Where it fails: a post counts from the first to the last page that tells of it.
    """
    rows = Signature.objects.filter(witness=False, document__signed_first__gt=on - 2 * YEAR, document__signed_first__lte=on)
    rows = (
        rows.exclude(document__state=State.REJECTED)
        .select_related("document", "person")
        .order_by("-document__signed_first", "pk")
    )
    signatures = list(rows[:LOOKED_AT])
    own: dict[str, list[Appointment]] = defaultdict(list)
    for post in Appointment.objects.filter(person__in={one.person_id for one in signatures}, of__isnull=False):
        own[post.person_id].append(post)
    offices = {(post.of_id, plain(post.title)) for posts in own.values() for post in posts}
    held: dict[Any, list[Appointment]] = defaultdict(list)
    for post in Appointment.objects.filter(of__in={of for of, _ in offices if of}):
        held[post.of_id, plain(post.title)].append(post)
    found = ((one, _instead(one, own[one.person_id], held)) for one in signatures)
    return [OutOfPost(one, other) for one, other in found if other]


def _instead(signature: Signature, own: list[Appointment], held: dict[Any, list[Appointment]]) -> str | None:
    """The person whom pages tell in the signatory's post on the day; None where they tell the signatory, or nobody."""
    day = signature.document.signed_first
    if any(_holds(post, day) for post in own):
        return None
    for post in own:
        for other in held[post.of_id, plain(post.title)]:
            if other.person_id != signature.person_id and _holds(other, day):
                return other.person_id
    return None


def _holds(post: Appointment, day: datetime.date | None) -> bool:
    return bool(day and post.first_told and post.last_told and post.first_told <= day <= post.last_told)


class OpenPromise(NamedTuple):
    """A promise of which nobody says what became of it; the day by which it was to be kept, else that of the page."""

    statement: Statement
    day: datetime.date | None


def promises_open(on: datetime.date, days: int) -> list[OpenPromise]:
    """Promises due within so many days or due already, and those told half a year ago without a day; the latest first."""
    found = Statement.objects.exclude(state=State.REJECTED).filter(promised=True).select_related("speaker")
    found = found.filter(Q(first_told__lte=on) | Q(first_told=None)).order_by(F("first_told").desc(nulls_last=True), "key")
    rows = [OpenPromise(one, _due(one)) for one in found.filter(promise_state=PROMISE_OPEN)[:LOOKED_AT]]
    last = on + datetime.timedelta(days=days)
    return [one for one in rows if _pressing(one, on, last)]


def _pressing(one: OpenPromise, on: datetime.date, last: datetime.date) -> bool:
    if one.statement.promise_due:
        return one.day is not None and one.day <= last
    return one.day is not None and one.day <= on - PATIENCE


def _due(statement: Statement) -> datetime.date | None:
    """The last day that the promise's date covers, else the day on which a page told of it."""
    return statement.promise_due or statement.first_told
