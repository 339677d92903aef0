"""Writing: pages, records, fields, decisions; each in the name of the token's account."""

from __future__ import annotations

import pytest

from pobratim.register.models import Actor, Document, PageVersion, PersonDecision, User
from tests.register.story import agreement
from tests.registers import said

from .conftest import Api

pytestmark = pytest.mark.usefixtures("register")
DAY = {"value": "2024-04-23", "precision": "day", "basis": "explicit", "wording": ""}


def test_a_page_comes_in_once(editor: Api) -> None:
    line = agreement("https://a.example/1", signed="2024-04-24").line()
    made = editor.send("POST", "/pages", line, 201)
    assert made == {"stored": "new", "page": PageVersion.objects.get().pk}
    assert editor.send("POST", "/pages", line) == {**made, "stored": "same"}
    assert [one["signed"]["value"] for one in editor.get("/documents")["items"]] == ["2024-04-24"]
    changed = editor.send("POST", "/pages", agreement("https://a.example/1", signed="2020-01-01").line(), 201)
    assert changed["stored"] == "changed"
    assert editor.get(f"/pages/{made['page']}")["newer"] == changed["page"]


def test_where_a_new_page_lies_is_said(editor: Api) -> None:
    line = agreement("https://a.example/1").line()
    answer = editor.client.post("/api/v1/pages", line, content_type="application/json", headers=editor.headers)
    assert editor.get(answer["Location"])["address"] == "https://a.example/1"


def test_facts_without_an_address_are_known_by_themselves(editor: Api) -> None:
    story = agreement("x", signed="2024-04-24")
    story.facts.page.url = None
    assert [editor.send("POST", "/pages", story.line(), status)["stored"] for status in (201, 200)] == ["new", "same"]


def test_fields_are_accepted_rejected_and_set(editor: Api) -> None:
    agreement("a", signed="2024-04-24", spheres=["sport", "culture"]).store()
    agreement("b", signed="2024-04-25").store()
    key = Document.objects.get().key
    late = next(
        one["value"] for one in editor.get(f"/documents/{key}")["fields"]["signed"] if one["value"]["value"] == "2024-04-25"
    )
    editor.send("POST", f"/records/{key}/fields/signed/accept", {"value": late})
    assert editor.get(f"/documents/{key}")["signed"]["value"] == "2024-04-25"
    editor.send("POST", f"/records/{key}/fields/sphere/reject", {"value": "sport", "reason": "нет в тексте"})
    assert editor.get(f"/documents/{key}")["spheres"] == ["culture"]
    made = editor.send("PUT", f"/records/{key}/fields/signed", {"value": DAY})
    assert made["records"] == [key]
    assert (made["decision"]["by"], made["decision"]["value"]) == ("editor", DAY)
    assert editor.get(f"/documents/{key}")["signed"]["value"] == "2024-04-23"
    undone = editor.send("POST", f"/decisions/{made['decision']['number']}/undo", {})
    assert undone["decision"]["undone_by"] == "editor"
    assert editor.get(f"/documents/{key}")["signed"]["value"] == "2024-04-25"
    history = editor.get(f"/records/{key}/decisions?limit=2")
    assert [one["action"] for one in history["items"]] == ["edit", "reject"]
    assert [one["action"] for one in editor.get(history["next"])["items"]] == ["accept"]
    assert {one.author for one in PersonDecision.objects.all()} == {User.objects.get(username="editor")}


def test_records_are_entered_accepted_and_rejected(editor: Api) -> None:
    agreement("a", signed="2019-04-24").store()
    parties = [{"actor": {"node": key}} for key in Actor.objects.values_list("key", flat=True)]
    body = {"kind": "document", "fields": {"kind": "plan", "party": parties, "signed": DAY, "title": "№ 17"}, "reason": "журнал"}
    answer = editor.client.post("/api/v1/records", body, content_type="application/json", headers=editor.headers)
    assert answer.status_code == 201
    entered = editor.get(answer["Location"])
    assert (entered["title"], entered["state"], entered["key"]) == ("№ 17", "accepted", answer.json()["key"])
    editor.send("POST", f"/records/{entered['key']}/reject", {})
    assert editor.get(f"/documents/{entered['key']}")["state"] == "rejected"
    editor.send("POST", f"/records/{entered['key']}/accept", {})
    assert editor.get(f"/documents/{entered['key']}")["state"] == "accepted"


def test_several_fields_at_once_unless_somebody_was_faster(editor: Api, manager: Api) -> None:
    agreement("a", signed="2024-04-24", spheres=["sport"]).store()
    key = Document.objects.get().key
    seen = editor.get(f"/documents/{key}")["seen"]
    body = {"fields": {"title": "О дружбе", "sphere": ["culture"], "signed": DAY}, "seen": seen}
    made = editor.send("PATCH", f"/records/{key}", body)
    assert [one["field"] for one in made["decisions"]] == ["title", "sphere", "signed"]
    found = editor.get(f"/documents/{key}")
    assert (found["title"], found["spheres"], found["signed"]["value"]) == ("О дружбе", ["culture"], "2024-04-23")
    assert manager.send("PATCH", f"/records/{key}", body | {"fields": {"title": "О вражде"}}, 409)["type"].endswith("#conflict")
    manager.send("PATCH", f"/records/{key}", {"fields": {"title": "О мире", "kind": "song"}}, 422)
    assert editor.get(f"/documents/{key}") == found
    manager.send("PATCH", f"/records/{key}", {"fields": {"title": None}, "seen": found["seen"]})


def test_a_manager_merges_and_splits(manager: Api) -> None:
    agreement("a", signed="2019-04-24").store()
    agreement("b", signed="2024-04-24").store()
    keys = [one["key"] for one in manager.get("/documents")["items"]]
    merged = manager.send("POST", "/records/merge", {"keys": keys, "reason": "опечатка"})
    (one,) = merged["records"]
    assert len(manager.get("/documents")["items"]) == 1
    part = manager.get(f"/records/{one}/parts")[0]["node"]
    split = manager.send("POST", f"/records/{one}/split", {"nodes": [part]})
    assert split["records"] == sorted(keys)


def test_who_may_not_is_told_so_and_changes_nothing(reader: Api, viewer: Api, editor: Api) -> None:
    agreement("a", signed="2019-04-24").store()
    agreement("b", signed="2024-04-24").store()
    keys = [one["key"] for one in reader.get("/documents")["items"]]
    before = said()
    writes = (
        ("POST", "/pages", agreement("c", signed="2020-01-01").line()),
        ("POST", "/records", {"kind": "partner", "fields": {"name": "Зеро", "kind": "city"}}),
        ("POST", f"/records/{keys[0]}/reject", {}),
        ("POST", f"/records/{keys[0]}/fields/kind/accept", {"value": "agreement"}),
        ("PUT", f"/records/{keys[0]}/fields/title", {"value": "О дружбе"}),
    )
    merge = ("POST", "/records/merge", {"keys": keys})
    for method, path, body in (*writes, merge):
        assert reader.send(method, path, body, 401)["type"].endswith("#unauthorized")
        assert "editor" in viewer.send(method, path, body, 403)["detail"] or path == "/records/merge"
    assert "manager" in editor.send(*merge, 403)["detail"]
    assert said() == before


def test_a_session_never_writes(reader: Api) -> None:
    agreement("a", signed="2019-04-24").store()
    reader.client.force_login(
        User.objects.create(username="анна", role="manager"), backend="django.contrib.auth.backends.ModelBackend"
    )
    reader.send("POST", f"/records/{Document.objects.get().key}/reject", {}, 401)
    reader.get("/account", 401)
    assert Document.objects.get().state == "p"


def test_whose_token_it_is(viewer: Api, editor: Api) -> None:
    assert viewer.get("/account") == {"user": "viewer", "role": "viewer", "may": ["read"]}
    assert "edit" in editor.get("/account")["may"]


def test_if_match_refuses_what_was_read_before_somebody_else_wrote(editor: Api, manager: Api) -> None:
    agreement("https://a.example/1", signed="2024-04-24").store()
    key = Document.objects.get().key
    seen = editor.ask("GET", f"/documents/{key}")["ETag"]
    set_title = (f"/records/{key}/fields/title", {"value": "Соглашение о дружбе"})
    editor.headers["If-Match"] = seen
    editor.send("PUT", *set_title)
    for method, path, body in (
        ("PUT", *set_title),
        ("PATCH", f"/records/{key}", {"fields": {"title": "Меморандум"}}),
        ("POST", f"/records/{key}/reject", {}),
    ):
        assert editor.send(method, path, body, 412)["type"].endswith("#changed-meanwhile")
    assert Document.objects.get().title == "Соглашение о дружбе"
    assert PersonDecision.objects.count() == 1
    now = manager.ask("GET", f"/documents/{key}")["ETag"]
    editor.headers["If-Match"] = f'"other", {now}'
    editor.send("POST", f"/records/{key}/accept", {})
    editor.headers["If-Match"] = "*"
    editor.send("POST", f"/records/{key}/reject", {})
