"""Reading follows the setting; a token that is good for nothing is refused; ETag, HEAD, caches."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import override_settings

from pobratim.register.models import Token, User
from pobratim.register.services import Author, token_revoke
from tests.register.story import agreement

from .conftest import Api

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture
def closed() -> Iterator[None]:
    with override_settings(PUBLIC_READING=False):
        yield


@pytest.mark.usefixtures("closed")
def test_closed_reading_asks_who_it_is(reader: Api, viewer: Api) -> None:
    assert reader.get("/documents", 401)["type"].endswith("#unauthorized")
    assert reader.ask("GET", "/documents")["WWW-Authenticate"].startswith("Bearer")
    answer = viewer.ask("GET", "/documents")
    assert answer.status_code == 200
    assert "private" in answer["Cache-Control"]
    reader.client.force_login(User.objects.create(username="анна"), backend="django.contrib.auth.backends.ModelBackend")
    assert reader.get("/documents") == {"items": [], "next": None}


@pytest.mark.parametrize(
    "header", ["Bearer", "Bearer ", "Bearer x", "Basic YTpi", "x", "Bearer \u00ff", "Bearer " + "x" * 5000, "Bearer a b"]
)
def test_a_token_that_is_none_is_refused_where_everybody_reads(reader: Api, header: str) -> None:
    assert reader.ask("GET", "/documents", Authorization=header).status_code == 401


def test_a_revoked_token_is_refused(viewer: Api) -> None:
    viewer.get("/account")
    token_revoke(number=Token.objects.get().pk, author=Author("командная строка"))
    viewer.get("/account", 401)
    viewer.get("/documents", 401)


def test_what_has_not_changed_is_not_sent_again(reader: Api) -> None:
    first = reader.ask("GET", "/documents")
    again = reader.ask("GET", "/documents", **{"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    agreement("a", signed="2024-04-24").store()
    changed = reader.ask("GET", "/documents", **{"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]
    assert reader.ask("GET", "/documents?limit=0", **{"If-None-Match": "*"}).status_code == 422


def test_head_is_get_without_the_body(reader: Api) -> None:
    body = reader.ask("GET", "/documents")
    head = reader.ask("HEAD", "/documents")
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", body["ETag"])
    assert int(head["Content-Length"]) == len(body.content)
    assert reader.ask("HEAD", "/nope").status_code == 404


def test_no_other_site_may_ask(reader: Api) -> None:
    answer = reader.ask("GET", "/documents", Origin="https://evil.example")
    assert not [name for name in answer.headers if name.lower().startswith("access-control")]
