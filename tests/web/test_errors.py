"""What is not there, or not asked for rightly, gets a page that says so."""

from __future__ import annotations

import pytest
from django.test import Client

from pobratim.web.words import url_of

pytestmark = pytest.mark.usefixtures("demo")


@pytest.mark.parametrize("path", ["/documents/d00000000000000000000/", "/documents/nothing/", "/nowhere/", "/pages/999999999/"])
def test_what_is_not_there_is_said_so(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "This cannot be shown" in answer.content.decode()


def test_a_day_that_is_none(client: Client) -> None:
    key = client.get("/search/?kind=d").context["page"][0].key
    answer = client.get(f"/documents/{key}/?on=31.02.2025")
    assert answer.status_code == 400
    assert "31.02.2025" in answer.content.decode()


@pytest.mark.parametrize("kind", ["d", "e", "a", "p"])
def test_every_page_leads_to_every_section(client: Client, kind: str) -> None:
    first = client.get(f"/search/?kind={kind}").context["page"][0]
    shown = client.get(url_of(first.key)).content.decode()
    assert [f'href="/search/?kind={one}"' in shown for one in "deap"] == [True] * 4
