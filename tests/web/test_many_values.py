"""Fields of very many values: the foremost stand on the record's page, all of them on a page of their own."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from pobratim.register.models import Event
from pobratim.web.showing import FEW
from pobratim.web.views.field import PER_PAGE
from tests.register.story import Story

from .counting import few_queries

MANY = PER_PAGE + 9


@pytest.fixture
def forum(register: str) -> Event:
    """A forum of more people than a page has; who led it stands last on its page."""
    story = Story("1", "2021-03-02")
    place = story.place("Ленинградская область"), story.place("Чуйская область")
    letters = "абвгдежзиклмнопрстуф"
    names = [f"{one.upper()}{other}рим" for one in letters for other in letters][: MANY - 1]
    people = [story.person(f"Алексей {name}", "депутат", place[0]) for name in names]
    head = story.person("Акылбек Жапаров", "полпред", place[1])
    story.event(*place, kind="forum", date="2021-03-01", people=(*people, head))
    story.facts.events[0].people[-1].role = "head"
    story.store()
    return Event.objects.get()


def page_of(client: Client, path: str) -> str:
    with few_queries():
        answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def people_on(page: str) -> set[str]:
    return set(re.findall(r"/people/(p[0-9a-f]{20})/", page))


def test_the_foremost_stand_on_the_page(forum: Event, client: Client) -> None:
    page = page_of(client, f"/events/{forum.key}/")
    assert FEW <= len(people_on(page)) < MANY
    assert page.index("полпред") < page.index("депутат"), "who led a side comes first"
    assert page.count(f'href="/records/{forum.key}/fields/person/"') == 2


def test_all_of_them_are_within_reach(forum: Event, client: Client) -> None:
    everybody = {one["value"]["person"]["node"] for one in forum.fields["person"]}
    assert len(everybody) == MANY
    address = f"/records/{forum.key}/fields/person/"
    first, second = page_of(client, address), page_of(client, f"{address}?page=2")
    assert people_on(first) | people_on(second) == everybody
    assert f"{address}?page=3" not in second
    assert 'rel="next" href="?page=2"' in first
    proofs = set(re.findall(rf"/evidence/{forum.key}/person/(\d+)/", first + second))
    assert proofs == {str(number) for number in range(MANY)}


def test_no_such_field(forum: Event, client: Client) -> None:
    for field in ("within", "signed", "<b>", "0"):
        assert client.get(f"/records/{forum.key}/fields/{field}/").status_code == 404
