"""A list a slice at a time: every row once and in order, also while rows come and go."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.db.models import QuerySet
from django.db.models.functions import Lower
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pobratim.register.models import Actor, Document, Person
from pobratim.register.selectors import listing
from pobratim.register.selectors.paging import slice_of

pytestmark = pytest.mark.usefixtures("register")

DAYS = st.none() | st.dates(datetime.date(2024, 1, 1), datetime.date(2024, 1, 4))
KEYS = st.integers(0, 999).map("d{:020d}".format)
ROWS = st.dictionaries(KEYS, DAYS, max_size=25)
once = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def walk(found: Callable[[], QuerySet[Document]], limit: int, between: Callable[[int], None] = lambda number: None) -> list[str]:
    keys: list[str] = []
    place = None
    for number in range(1000):
        rows, place = slice_of(found(), limit, place)
        assert len(rows) <= limit
        keys += [row.pk for row in rows]
        if place is None:
            return keys
        assert len(rows) == limit
        between(number)
    raise AssertionError("no end")


def write(rows: dict[str, datetime.date | None]) -> None:
    Document.objects.all().delete()
    Document.objects.bulk_create(Document(key=key, kind="plan", status="signed", signed_first=day) for key, day in rows.items())


@once
@given(rows=ROWS, limit=st.integers(1, 8))
def test_every_row_once_in_the_order_of_the_list(rows: dict[str, datetime.date | None], limit: int) -> None:
    write(rows)
    assert walk(listing.documents, limit) == [one.key for one in listing.documents()]


@once
@given(rows=ROWS, late=ROWS, gone=st.sets(KEYS), limit=st.integers(1, 5))
def test_rows_that_come_and_go_move_no_other(
    rows: dict[str, datetime.date | None], late: dict[str, datetime.date | None], gone: set[str], limit: int
) -> None:
    write(rows)
    coming = [(key, day) for key, day in late.items() if key not in rows]

    def between(number: int) -> None:
        if coming:
            key, day = coming.pop()
            Document.objects.create(key=key, kind="plan", status="signed", signed_first=day)
        if number == 0:
            Document.objects.filter(key__in=gone).delete()

    seen = walk(listing.documents, limit, between)
    assert len(seen) == len(set(seen))
    assert set(rows) - gone <= set(seen) <= set(rows) | set(late)
    there = {one.key: place for place, one in enumerate(listing.documents())}
    kept = [there[key] for key in seen if key in there]
    assert kept == sorted(kept)


@pytest.mark.parametrize("number", [3, 4])
def test_lists_ordered_by_names_and_by_counts(number: int) -> None:
    names = ["ё", "Ё", "я", "a", "", "я"]
    Person.objects.bulk_create(Person(key=f"p{place:020d}", name=name, folded=name) for place, name in enumerate(names))
    Actor.objects.bulk_create(Actor(key=f"a{place:020d}", name=name, folded=name) for place, name in enumerate(names))
    for place in range(len(names)):
        one = Document.objects.create(key=f"d{place:020d}", kind="plan", status="signed")
        for other in range(place + 1):
            one.party_rows.create(actor_id=f"a{other // 2:020d}", acts_for_id=f"a{other // 2:020d}", position=other)
    for found in (listing.people, listing.partners):
        assert walk(found, number) == [one.pk for one in found()]  # type: ignore[arg-type]


def test_an_order_that_is_no_column_is_refused() -> None:
    with pytest.raises(TypeError):
        slice_of(Person.objects.order_by(Lower("name")), 3)
