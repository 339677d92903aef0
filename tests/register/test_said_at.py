"""What was said at an event is what its people said on the pages that tell of it."""

from __future__ import annotations

from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext

from pobratim.register.models import Event, Mention, State, Statement
from pobratim.register.selectors.event import AROUND, said_at

QUERIES = 4


def plainly(event: Event) -> list[str]:
    pages = set(Mention.objects.filter(node__record=event.key).values_list("version", flat=True))
    people = set(event.participations.values_list("person", flat=True))
    found = []
    for one in Statement.objects.exclude(state=State.REJECTED):
        told = set(Mention.objects.filter(node__record=one.key).values_list("version", flat=True))
        if one.speaker_id in people and told & pages:
            found.append((one.first_told is not None, str(one.first_told), one.key))
    return [key for *_, key in sorted(found)]


def test_the_same_as_a_plain_look(demo: Path) -> None:
    told = {event.key: said_at(event) for event in Event.objects.all()}
    assert sum(map(bool, told.values())) > 10
    for key, said in list(told.items())[::5]:
        assert [one.key for one in said] == plainly(Event.objects.get(pk=key))[:AROUND]
        assert all(one.speaker for one in said)


def test_asked_step_by_step(demo: Path) -> None:
    busiest = Event.objects.order_by("-pages")[0]
    with CaptureQueriesContext(connection) as queries:
        said_at(busiest)
    assert len(queries) <= QUERIES
    assert not [one for one in queries if one["sql"].count("SELECT") > 1], (
        "one question in another is the database's to turn round"
    )
