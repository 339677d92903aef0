"""Lists by their `next`: every record once, also while others come in; a cursor is of its list alone."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pobratim.register.models import Document
from tests.register.story import Story

from .conftest import Api

DAYS = st.none() | st.dates(datetime.date(2024, 1, 1), datetime.date(2024, 1, 3))
KEYS = st.integers(0, 999).map("d{:020d}".format)
ROWS = st.dictionaries(KEYS, DAYS, max_size=15)


def walk(api: Api, address: str, between: Callable[[], None] = lambda: None) -> list[str]:
    keys: list[str] = []
    following: str | None = address
    while following:
        told = api.get(following)
        keys += [str(one.get("key") or one.get("claim") or one["number"]) for one in told["items"]]
        following = told["next"]
        between()
    return keys


def add(key: str, day: datetime.date | None) -> None:
    signed = {"signed": str(day), "signed_precision": "day", "signed_basis": "explicit"} if day else {}
    Document.objects.create(key=key, kind="plan", status="signed", signed_first=day, **signed)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS, late=ROWS, limit=st.integers(1, 4))
def test_every_document_once_while_others_come_in(reader: Api, rows: dict[str, Any], late: dict[str, Any], limit: int) -> None:
    Document.objects.all().delete()
    for key, day in rows.items():
        add(key, day)
    coming = [(key, day) for key, day in late.items() if key not in rows]

    def between() -> None:
        if coming:
            add(*coming.pop())

    seen = walk(reader, f"/documents?limit={limit}&kind=plan&kind=other", between)
    assert len(seen) == len(set(seen))
    assert set(rows) <= set(seen)


@pytest.mark.parametrize(
    "address", ["/documents", "/events", "/people", "/partners", "/statements", "/pages", "/partners/{}/evidence"]
)
def test_all_lists_go_on(reader: Api, address: str) -> None:
    for number in range(5):
        story = Story(f"https://b.example/{number}", published=f"2024-01-0{number + 1}" if number else None)
        one, other = story.place(f"Город {number}", kind="city", country="RU"), story.place("Чуйская область")
        who = story.person(f"Иван Петров{number}", "мэр", one)
        story.document(one, other, signed=f"201{number}-01-01")
        story.event(one, other, date=f"201{number}-01-01", people=(who,))
        story.statement(who, f"Слова {number}")
        story.store()
    address = address.format(reader.get("/partners?name=чуйская")["items"][0]["key"])
    whole = walk(reader, f"{address}?limit=200")
    assert len(whole) >= 5
    for limit in (1, 2, 5):
        assert walk(reader, f"{address}?limit={limit}") == whole


@pytest.mark.usefixtures("told")
def test_a_cursor_is_of_its_list_and_cannot_be_made_up(reader: Api) -> None:
    following = reader.get("/documents?limit=1")["next"]
    cursor = following.split("cursor=")[1]
    reader.get(f"/events?cursor={cursor}", 422)
    reader.get(f"/documents?cursor={cursor[:-1]}", 422)
    reader.get(f"/documents?cursor=A{cursor}", 422)
    assert "limit=1" in following
