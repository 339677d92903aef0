"""A small register on either database, and clients that ask its API."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from pobratim.core.facts import Relation, Signatory, Term
from pobratim.register.models import User
from pobratim.register.models.user import Role
from pobratim.register.services import Author, token_issue
from tests.register.story import Story, agreement, day

ROOT = "/api/v1"


class Api:
    """Asks as a program does; every answer is JSON."""

    def __init__(self, token: str | None = None) -> None:
        self.client = Client(raise_request_exception=False, SERVER_NAME="localhost")
        self.headers = {"Authorization": f"Bearer {token}"} if token else {}

    def get(self, path: str, status: int = 200, **headers: str) -> Any:
        """The answer's JSON; its status is the one expected."""
        return self.json(self.ask("GET", path, **headers), status)

    def send(self, method: str, path: str, body: Any, status: int = 200) -> Any:
        """The same with a body."""
        asked = getattr(self.client, method.lower())
        return self.json(asked(_address(path), body, content_type="application/json", headers=self.headers), status)

    def ask(self, method: str, path: str, **headers: str) -> HttpResponse:
        """The answer itself."""
        told: HttpResponse = self.client.generic(method, _address(path), headers={**self.headers, **headers})  # type: ignore[assignment]
        return told

    @staticmethod
    def json(answer: Any, status: int) -> Any:
        assert answer.status_code == status, answer.content.decode()
        if status >= 400:
            assert answer["Content-Type"] == "application/problem+json"
            told = answer.json()
            assert told["status"] == status
            assert {"type", "title", "detail", "instance"} <= told.keys()
            return told
        assert answer["Content-Type"].startswith("application/json")
        return answer.json()


def _address(path: str) -> str:
    return path if path.startswith("/api") else ROOT + path


def token_of(role: Role) -> str:
    """A token of an account of that role, made where it is not there."""
    user, _ = User.objects.get_or_create(username=str(role), role=role)
    return token_issue(user=user, name="проверка", author=Author("командная строка")).secret


@pytest.fixture
def reader(register: str) -> Api:
    """Somebody without an account."""
    return Api()


@pytest.fixture
def viewer(register: str) -> Api:
    return Api(token_of(Role.VIEWER))


@pytest.fixture
def editor(register: str) -> Api:
    return Api(token_of(Role.EDITOR))


@pytest.fixture
def manager(register: str) -> Api:
    return Api(token_of(Role.MANAGER))


@pytest.fixture
def told(register: str) -> None:
    """Two regions, a visit, an agreement and the plan that implements it, a memorandum announced, somebody's words."""
    agreement("https://a.example/1", signed="2023-06-15", term=Term(years=5), spheres=["sport", "culture"]).store()
    story = Story("https://a.example/2")
    one, other = story.place("Ленинградская область"), story.place("Чуйская область")
    organ = story.body("Правительство Ленинградской области", "government", one)
    head = story.person("Александр Дрозденко", "губернатор", one)
    plan = story.document(
        organ,
        other,
        kind="plan",
        signed="2024-04-24",
        title="План на 2024–2026 годы",
        signatories=[Signatory(person=head, for_=organ)],
        term=Term(to=day("2026-12-31"), years=3),
        relations=[Relation(kind="implements", to="d1")],
    )
    story.document(one, other, signed="2023-06-15", background=True)
    story.event(one, other, date="2024-04-24", people=(head,), documents=[plan])
    story.statement(head, "Мы рады дружбе")
    story.store()
    agreement("https://a.example/3", "2024-01-01", kind="memorandum", status="planned").store()


@pytest.fixture
def author() -> Author:
    """Somebody who decides."""
    return Author("анна")
