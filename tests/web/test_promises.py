"""Promises on pages: the list with its states, what became of them, and where they are shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from pobratim.core.page import Page
from pobratim.facts.read import read
from pobratim.register.models import Actor, Person, Statement
from pobratim.register.models.user import Role
from pobratim.register.services import Incoming, page_store, settle
from tests.register.story import day
from tests.web.conftest import signed_in

ADDRESS = "https://news.example/1"
TEXT = (
    "Губернатор Тверской области Иван Ладогин встретился с гостями из Гродненской области. «В сентябре направим в Гродненскую "
    "область группу врачей», – сказал Иван Ладогин."
)


@pytest.fixture
def promise(sqlite_register: Path) -> Statement:
    """A register with one promise, due in September 2024."""
    page_store(Incoming(read(Page(text=TEXT, published=day("2024-04-24"), url=ADDRESS)), ADDRESS))
    settle()
    return Statement.objects.get(promised=True)


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("", True),
        ("?state=open", True),
        ("?state=overdue&on=2024-09-30", False),
        ("?state=overdue&on=2024-10-01", True),
        ("?state=kept", False),
        ("?partner=a00000000000000000000", False),
    ],
)
def test_the_list_by_state_and_day(promise: Statement, client: Client, asked: str, shown: bool) -> None:
    answer = client.get(f"/promises/{asked}")
    assert answer.status_code == 200
    assert ("направим в Гродненскую" in answer.content.decode()) is shown


@pytest.mark.parametrize(("asked", "rows"), [("state=open", 1), ("state=kept", 0)])
def test_the_list_as_a_file(promise: Statement, client: Client, asked: str, rows: int) -> None:
    answer = client.get(f"/promises/?on=2024-06-30&{asked}&format=csv")
    lines = b"".join(answer.streaming_content).decode().splitlines()  # type: ignore[attr-defined]
    assert [line.split(",")[0] for line in lines[1:]] == [promise.key] * rows
    listed = client.get(f"/promises/?on=2024-06-30&{asked}&page=1").content.decode()
    assert listed.count(f"?on=2024-06-30&amp;{asked}&amp;format=") == 3 * rows
    assert client.get("/promises/?format=jsonld").status_code == 400


@pytest.mark.parametrize("asked", ["?state=never", "?on=2024-02-31"])
def test_what_is_no_state_or_day_is_said(promise: Statement, client: Client, asked: str) -> None:
    assert client.get(f"/promises/{asked}").status_code == 400


def test_it_is_shown_where_it_belongs(promise: Statement, client: Client) -> None:
    one, other = (Actor.objects.get(name=name).key for name in ("Тверская область", "Гродненская область"))
    speaker = Person.objects.get().key
    pages = (f"statements/{promise.key}", f"partners/{one}", f"partners/{other}", f"people/{speaker}")
    for page in (*pages, f"promises/?partner={one}&other={other}", f"promises/?partner={other}"):
        assert "направим в Гродненскую" in client.get(f"/{page}" + ("" if "?" in page else "/")).content.decode(), page
    pair = client.get(f"/pair/{one}/{other}/", follow=True).content.decode()
    assert "направим в Гродненскую" in pair
    assert "/promises/" in client.get("/due/?on=2024-10-01").content.decode()


def test_an_editor_says_what_became_of_it(promise: Statement) -> None:
    editor, where = signed_in(Role.EDITOR), f"/promises/{promise.key}/"
    assert "What became of it" in editor.get(where).content.decode()
    told = {"state": "kept", "on": "2024-09-12", "fact": "Врачи приехали.", "page": ADDRESS}
    assert editor.post(where, told).status_code == 302
    promise.refresh_from_db()
    assert promise.promise_state == "kept"
    assert promise.outcome == {"state": "kept", "on": "2024-09-12", "fact": "Врачи приехали.", "evidence": [], "pages": [ADDRESS]}
    listed = editor.get("/promises/?state=kept").content.decode()
    assert "12 September 2024: Врачи приехали." in listed
    assert ADDRESS in listed


@pytest.mark.parametrize(
    "told", [{"state": "perhaps"}, {"state": "kept", "on": "31.02.2024"}, {"state": "kept", "page": "https://no.example"}]
)
def test_what_is_wrong_is_said_and_nothing_is_kept(promise: Statement, told: dict[str, str]) -> None:
    answer = signed_in(Role.EDITOR).post(f"/promises/{promise.key}/", told)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    promise.refresh_from_db()
    assert promise.outcome is None


def test_viewers_and_visitors_may_not(promise: Statement, client: Client) -> None:
    assert signed_in(Role.VIEWER).post(f"/promises/{promise.key}/", {"state": "kept"}).status_code == 403
    assert client.get(f"/promises/{promise.key}/").status_code == 302


def test_words_without_a_promise_have_no_outcome(promise: Statement) -> None:
    assert signed_in(Role.EDITOR).get("/promises/s00000000000000000000/").status_code == 404
