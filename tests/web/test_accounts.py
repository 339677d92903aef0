"""Doors, accounts and tokens, as a visitor, an editor and a manager meet them."""

from __future__ import annotations

import re
from contextlib import closing

import pytest
from django.test import Client

from pobratim.register.models import AccountChange, User
from pobratim.register.models.user import Role
from pobratim.register.services import Author, user_add

PASSWORD = "сорок-два-побратима"


def entered(client: Client, name: str, password: str) -> int:
    return client.post("/login/", {"username": name, "password": password}).status_code


@pytest.fixture
def anna(demo: None) -> User:
    return user_add(name="анна", password=PASSWORD, role=Role.MANAGER, author=Author("root"))


def test_the_page_of_the_door_needs_no_account(client: Client, demo: None) -> None:
    assert client.get("/login/").status_code == 200


def test_wrong_passwords_close_the_door(client: Client, anna: User) -> None:
    assert [entered(client, "анна", "wrong") for _ in range(5)][:4] == [200] * 4
    shut = client.post("/login/", {"username": "анна", "password": PASSWORD})
    assert shut.status_code == 429
    assert "Too many attempts" in shut.content.decode()
    assert entered(client, "борис", "wrong") == 200, "another name is another door"


def test_the_right_password_opens(client: Client, anna: User) -> None:
    assert entered(client, "анна", PASSWORD) == 302
    assert client.get("/users/").status_code == 200
    assert anna.password.startswith("argon2")


def test_only_managers_keep_accounts(client: Client, editor: Client) -> None:
    assert client.get("/users/").status_code == 302
    assert editor.get("/users/").status_code == 403
    assert editor.post("/users/", {"name": "x", "role": "manager", "password": PASSWORD}).status_code == 403
    assert not User.objects.filter(username="x").exists()


def test_a_new_account(manager: Client) -> None:
    assert manager.post("/users/", {"name": "борис", "role": "editor", "password": PASSWORD}).status_code == 302
    assert User.objects.get(username="борис").role == Role.EDITOR
    assert AccountChange.objects.get(account__username="борис").author_name == "anna-manager"


@pytest.mark.parametrize(
    ("name", "role", "password"),
    [("борис", "editor", "12345678"), ("борис", "editor", ""), ("борис", "king", PASSWORD), ("", "viewer", PASSWORD),
     ("anna-manager", "viewer", PASSWORD), ("а" * 200, "viewer", PASSWORD), ("<b>\0", "viewer", PASSWORD)],
)  # fmt: skip
def test_what_was_typed_wrongly_is_said_and_kept(manager: Client, name: str, role: str, password: str) -> None:
    before = User.objects.count()
    answer = manager.post("/users/", {"name": name, "role": role, "password": password})
    assert answer.status_code == 200
    assert 'class="notice error"' in answer.content.decode()
    assert answer.context["typed"]["name"] == name
    assert User.objects.count() == before


def test_the_last_manager_stays(manager: Client) -> None:
    manager.post("/users/anna-manager/", {"role": "viewer"})
    manager.post("/users/anna-manager/", {"open": "0"})
    user = User.objects.get(username="anna-manager")
    assert (user.role, user.is_active) == (Role.MANAGER, True)


def test_a_closed_account_is_out_at_once(manager: Client, client: Client, demo: None) -> None:
    manager.post("/users/", {"name": "борис", "role": "editor", "password": PASSWORD})
    assert entered(client, "борис", PASSWORD) == 302
    assert client.get("/account/").status_code == 200
    manager.post("/users/борис/", {"open": "0"})
    assert client.get("/account/").status_code == 302


def test_another_password(client: Client, anna: User) -> None:
    entered(client, "анна", PASSWORD)
    said = client.post("/account/password/", {"present": "wrong", "wanted": "x", "again": "x"}, follow=True)
    assert "the present password is another" in said.content.decode().lower()
    client.post("/account/password/", {"present": PASSWORD, "wanted": PASSWORD * 2, "again": PASSWORD * 2})
    assert client.get("/account/").status_code == 200, "this session goes on"
    assert entered(Client(), "анна", PASSWORD * 2) == 302


def test_the_secret_of_a_token_is_shown_once(editor: Client) -> None:
    shown = editor.post("/account/tokens/", {"name": "crawler"}, follow=True).content.decode()
    assert re.search(r"<code>\S{30,}</code>", shown)
    assert "<code>" not in editor.get("/account/").content.decode()


def test_closed_reading(client: Client, anna: User, settings_closed: None) -> None:
    assert client.get("/").status_code == 302
    with closing(client.get("/static/web/site.css")) as style:
        assert (style.status_code, style.headers.get("Access-Control-Allow-Origin")) == (200, None)
    entered(client, "анна", PASSWORD)
    assert client.get("/").status_code == 200


def test_strict_content_policy(client: Client, demo: None) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
