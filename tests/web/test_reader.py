"""The page reader: facts marked in the text, listed beside it, older readings, addresses that are no links."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from pobratim.register.models import Document, PageVersion
from tests.register.story import Story, agreement

from .test_records import text_of

pytestmark = pytest.mark.usefixtures("register")


def test_facts_are_marked_by_kind_and_listed(client: Client) -> None:
    agreement("https://example.org/news/1", signed="2024-04-24").store()
    key = Document.objects.get().key
    page = text_of(client, "/pages/1/")
    assert re.search(rf'<mark class="fact-d" data-records="[^"]*{key}', page)
    assert f'href="?record={key}#here"' in page
    assert 'href="https://example.org/news/1" rel="noopener noreferrer external"' in page


def test_what_is_asked_for_is_marked_once_as_the_goal(client: Client) -> None:
    agreement("a", signed="2024-04-24").store()
    page = text_of(client, f"/pages/1/?record={Document.objects.get().key}")
    assert page.count('id="here"') == 1
    assert 'class="fact-' not in page.split("</article>", maxsplit=1)[0]


@pytest.mark.parametrize("asked", ["record=", "record=d1", "record=%00", "claim=x", "claim=99999", "record=" + "я" * 500])
def test_asking_for_nothing_shows_everything(client: Client, asked: str) -> None:
    agreement("a", signed="2024-04-24").store()
    assert 'class="fact-d"' in text_of(client, f"/pages/1/?{asked}")


@pytest.mark.parametrize(
    ("published", "told"), [("2024-04-25", "25 April 2024"), ("2024-04", "April 2024"), ("2024", "2024"), (None, "")]
)
def test_the_date_is_told_as_exactly_as_the_page_does(client: Client, published: str | None, told: str) -> None:
    agreement("https://example.org/1", published=published, signed="2024-04-24").store()
    [crumbs] = re.findall(r'<p class="crumbs">(.*?)</p>', text_of(client, "/pages/1/"))
    assert crumbs == ", ".join(filter(None, ("example.org", told)))


def test_an_older_reading_leads_to_the_newest(client: Client) -> None:
    agreement("a", signed="2024-04-24").store()
    agreement("a", signed="2024-04-25", kind="memorandum").store()
    old, new = PageVersion.objects.order_by("pk").values_list("pk", flat=True)
    page = text_of(client, f"/pages/{old}/")
    assert "older reading" in page
    assert f'href="/pages/{new}/"' in page
    assert "Readings of this page" in text_of(client, f"/pages/{new}/")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "JavaScript://x"])
def test_an_address_that_is_not_of_the_web_is_text(client: Client, address: str) -> None:
    agreement(address, signed="2024-04-24").store()
    page = text_of(client, "/pages/1/")
    assert address.rsplit("/", 1)[-1] in page
    assert f'href="{address}' not in page


def test_a_page_of_a_thousand_people_lists_some(client: Client) -> None:
    story = Story("a")
    place = story.place("Тверская область")
    for number in range(1000):
        story.person(f"Имя Фамилия{number}", "мэр", place)
    story.store()
    assert text_of(client, "/pages/1/").count("data-record=") < 100
    assert text_of(client, "/pages/1/?all").count("data-record=") > 1000


def test_related_stories_and_what_they_share(client: Client) -> None:
    agreement("a", signed="2024-04-24", title="соглашение о дружбе").store()
    agreement("b", "2024-04-26", signed="2024-04-24", title="соглашение о дружбе").store()
    page = text_of(client, "/pages/1/")
    assert 'href="/pages/2/"' in page
    assert page.index("both tell of") < page.rindex("Соглашение о дружбе", 0, page.index("</ul>", page.index("both tell of")))


@pytest.mark.parametrize("number", ["0", "99999", "9" * 30])
def test_no_such_page(client: Client, number: str) -> None:
    assert "This cannot be shown" in text_of(client, f"/pages/{number}/", status=404)
