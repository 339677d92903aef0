"""No page asks the database more than 30 queries, however much hangs together."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from pobratim.register.models import Actor, Document, Event, PageVersion, Person, Statement

from .counting import few_queries

RECORDS = {"document": Document, "event": Event, "partner": Actor, "person": Person, "statement": Statement}


def asked(client: Client, address: str) -> None:
    with few_queries():
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("name", RECORDS)
def test_pages_of_records(manager: Client, name: str) -> None:
    for key in RECORDS[name].objects.order_by("-pages", "key").values_list("key", flat=True)[:8]:
        for address in (reverse(f"web:{name}", args=[key]), reverse("web:record_history", args=[key])):
            asked(manager, address)


@pytest.mark.parametrize("kind", ["d", "e", "p", "a", "s"])
def test_lists(manager: Client, kind: str) -> None:
    for address in (f"{reverse('web:search')}?kind={kind}&q=область", f"{reverse('web:review')}?kind={kind}"):
        asked(manager, address)


@pytest.mark.parametrize("name", ["home", "map", "due", "history", "account", "users"])
def test_other_pages(manager: Client, name: str) -> None:
    asked(manager, reverse(f"web:{name}"))


def test_pairs_readings_and_proofs(manager: Client) -> None:
    a, b = Actor.objects.order_by("-documents_count", "key").values_list("key", flat=True)[:2]
    asked(manager, reverse("web:pair", args=[a, b]))
    for number in PageVersion.objects.order_by("pk").values_list("pk", flat=True)[:8]:
        asked(manager, reverse("web:page", args=[number]))
    for one in Document.objects.order_by("-pages", "key")[:3]:
        for field in one.fields:
            asked(manager, reverse("web:evidence", args=[one.key, field, 0]))
