"""Who sees and does what: visitors, viewers, editors, managers."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.test.utils import override_settings

from pobratim.register.models import Document, User
from pobratim.register.models.user import Role
from pobratim.register.services import Author, record_accept
from tests.registers import said

from .conftest import signed_in

PAGES = {
    "/review/": Role.EDITOR,
    "/history/": Role.EDITOR,
    "/lookup/": Role.EDITOR,
    "/enter/d/": Role.EDITOR,
    "/records/{key}/edit/": Role.EDITOR,
    "/records/{key}/values/": Role.EDITOR,
    "/records/{key}/merge/": Role.MANAGER,
    "/records/{key}/split/": Role.MANAGER,
    "/records/{key}/history/": None,
    "/records/{key}/files/": None,
}
DEEDS: dict[str, tuple[Role, dict[str, str]]] = {
    "/review/{key}/": (Role.EDITOR, {"do": "accept"}),
    "/review/bulk/": (Role.EDITOR, {"do": "reject", "key": "{key}"}),
    "/history/undo/": (Role.EDITOR, {"number": "{number}"}),
    "/records/{key}/edit/": (Role.EDITOR, {"seen": "{seen}", "was-title": "x", "title-0-value": "О дружбе"}),
    "/enter/a/": (Role.EDITOR, {"was-name": "x", "name-0-value": "Зеро", "was-kind": "x", "kind-0-value": "city"}),
    "/records/{key}/merge/": (Role.MANAGER, {"with": "{other}", "do": "merge"}),
    "/records/{key}/split/": (Role.MANAGER, {"node": "{key}"}),
}
ROLES = [None, Role.VIEWER, Role.EDITOR, Role.MANAGER]
_RANK = {None: 0, Role.VIEWER: 1, Role.EDITOR: 2, Role.MANAGER: 3}


@pytest.fixture
def place(demo: None) -> Callable[[str], str]:
    """Fills the keys of two documents, and of a decision, into an address or a value."""
    one, other = Document.objects.order_by("key").values_list("key", flat=True)[:2]
    number = record_accept(key=other, author=Author("борис")).pk
    return lambda text: text.format(key=one, other=other, number=number, seen="0/")


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("public", [True, False])
def test_who_sees_which_page(place: Callable[[str], str], role: Role | None, public: bool) -> None:
    client = signed_in(role) if role else Client(headers={"accept-language": "en"})
    with override_settings(PUBLIC_READING=public):
        for path, needed in PAGES.items():
            answer = client.get(place(path))
            if role is None and (needed or not public):
                assert answer.status_code == 302, path
                assert answer.headers["Location"].startswith("/login/?next=/"), path
            elif needed and _RANK[role] < _RANK[needed]:
                assert answer.status_code == 403, path
                assert re.search(f"he role of an? {needed}", answer.content.decode())
            else:
                assert answer.status_code == 200, path


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("path", DEEDS)
def test_who_may_do_what(place: Callable[[str], str], role: Role | None, path: str) -> None:
    client = signed_in(role) if role else Client(headers={"accept-language": "en"})
    needed, data = DEEDS[path]
    before = said()
    answer = client.post(place(path), {name: place(value) for name, value in data.items()})
    if _RANK[role] < _RANK[needed]:
        assert answer.status_code == (302 if role is None else 403)
        assert said() == before
    else:
        assert answer.status_code == 302
        assert (said() == before) is (path == "/records/{key}/split/")


@pytest.mark.parametrize("path", [*DEEDS, "/records/{key}/files/", "/records/{key}/values/"])
def test_no_deed_without_the_sign_of_our_own_form(place: Callable[[str], str], path: str) -> None:
    user = User.objects.create_user(username="вера", role=Role.MANAGER)
    client = Client(enforce_csrf_checks=True)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    before = said()
    assert (
        client.post(place(path), {name: place(value) for name, value in DEEDS.get(path, (None, {}))[1].items()}).status_code
        == 403
    )
    assert said() == before


@pytest.mark.parametrize("path", ["/review/{key}/", "/review/bulk/", "/history/undo/", "/review/again/"])
def test_asking_changes_nothing(place: Callable[[str], str], manager: Client, path: str) -> None:
    assert manager.get(place(path)).status_code == 405


def test_a_viewer_is_shown_no_buttons(demo: None, client: Client) -> None:
    key = Document.objects.order_by("key")[0].key
    for visitor in (client, signed_in(Role.VIEWER)):
        page = visitor.get(f"/documents/{key}/").content.decode()
        assert f"/records/{key}/edit/" not in page
        assert "/review/" not in page
        assert f"/records/{key}/history/" in page
    page = signed_in(Role.EDITOR).get(f"/documents/{key}/").content.decode()
    assert f"/records/{key}/edit/" in page
    assert f"/records/{key}/merge/" not in page
