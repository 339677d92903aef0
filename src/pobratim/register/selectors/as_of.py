"""How records stood on a day, as far as days are known of what pages tell.

Where it fails: of names, parties and the like nobody knows since when pages tell them; they are as known today.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from django.db.models import Count

from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import Actor, Appointment, Document, Event, PartnerDocument, PartnerEvent, Person, Record

from .state import states_on
from .told import known_by, told_by

_ORDER = ("held", "cancelled", "planned")


def status_on(event: Event, on: datetime.date) -> str:
    """Whether pages, or a person, had told by the day that an event was held, cancelled, or planned.

    Where nobody had told anything dated by then, it is as known today.
    """
    decided = event.decided.get("status")
    if decided and decided.get("value") and decided["at"][:10] <= on.isoformat():
        return str(decided["value"]["status"])
    told = {one["status"] for one in event.history if one.get("told") and one["told"] <= on.isoformat()}
    return next((one for one in _ORDER if one in told), event.status)


def posts_by(person: Person, on: datetime.date) -> list[Appointment]:
    """The posts of a person that pages had told of by the day; `whole_people` has read them."""
    return [one for one in person.appointments.all() if known_by(on, one.first_told)]


def there_on(records: Mapping[str, Record], on: datetime.date) -> set[str]:
    """Which of these records were there by the day: documents announced or signed, partners in a document or event, all others
    told of.
    """
    states = states_on((one for one in records.values() if isinstance(one, Document)), on)
    numbers = numbers_on([one.key for one in records.values() if isinstance(one, Actor)], on)
    known = {key for key, state in states.items() if state is not Lifecycle.ABSENT} | numbers.keys()
    rest = (one for one in records.values() if not isinstance(one, (Actor, Document)))
    return known | {one.key for one in rest if known_by(on, one.first_told)}


def numbers_on(partners: list[str], on: datetime.date) -> dict[str, tuple[int, int]]:
    """Partner → in how many documents that were there by the day, and events told of by it, it takes part; none for none."""
    if not partners:
        return {}
    there = PartnerDocument.objects.filter(partner__in=partners, first__lte=on, last__gte=on)
    told = PartnerEvent.objects.filter(told_by(on, "event__first_told"), partner__in=partners)
    documents = dict(there.values_list("partner").annotate(number=Count("document", distinct=True)))
    events = dict(told.values_list("partner").annotate(number=Count("event", distinct=True)))
    return {key: (documents.get(key, 0), events.get(key, 0)) for key in documents.keys() | events.keys()}
