"""Every error is a problem that names what is wrong; nothing is lost, nothing is done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import OperationalError
from django.test import override_settings

from pobratim.api.read import about
from pobratim.register.models import Document
from tests.register.story import agreement
from tests.registers import said

from .conftest import Api

pytestmark = pytest.mark.usefixtures("register")
NONE = "0" * 20


@pytest.fixture
def key() -> Iterator[str]:
    """Of a document; whatever the test asks for, the register stays as it was."""
    agreement("https://a.example/1", signed="2024-04-24").store()
    before = said()
    yield Document.objects.get().key
    assert said() == before


@pytest.mark.parametrize(
    ("path", "status", "named"),
    [
        ("/nope", 404, None),
        ("/api/v2/documents", 404, None),
        ("/documents/", 404, None),
        ("/api/", 404, None),
        (f"/documents/d{NONE}", 404, None),
        (f"/documents/d{NONE}/evidence", 404, None),
        ("/pages/99", 404, None),
        (f"/records/s{NONE}/decisions", 404, None),
        (f"/pairs/a{NONE}/a{NONE}", 404, None),
        ("/documents/x", 422, "key"),
        ("/documents/%00", 422, "key"),
        (f"/people/d{NONE}", 422, "key"),
        ("/pages/0", 422, "number"),
        ("/pages/99999999999999999999", 422, "number"),
        ("/pages/x", 422, "number"),
        ("/documents?limit=0", 422, "limit"),
        ("/documents?limit=201", 422, "limit"),
        ("/documents?limit=x", 422, "limit"),
        ("/documents?cursor=x", 422, "cursor"),
        ("/documents?cursor=", 422, "cursor"),
        ("/documents?kind=song", 422, "kind"),
        ("/documents?year=0", 422, "year"),
        ("/documents?year=99999", 422, "year"),
        ("/documents?country=Россия", 422, "country"),
        ("/documents?party=x", 422, "party"),
        (f"/documents?party=a{NONE}", 422, "party"),
        ("/documents?sphere=%00", 422, "sphere"),
        ("/documents?kinds=plan", 422, "kinds"),
        ("/people?name=%00", 422, "name"),
        ("/people?name=" + "ы" * 201, 422, "name"),
        ("/people?name=", 422, "name"),
        ("/partners?name=" + "x" * 10_000, 422, "name"),
        ("/pages?address=%00", 422, "address"),
        ("/search?q=%00", 422, "q"),
        ("/search?q=" + "ы" * 10_000, 422, "q"),
        ("/search?of=song", 422, "of"),
        ("/search?sort=x", 422, "sort"),
        ("/search?cursor=x", 422, "cursor"),
        ("/due/expiring?on=0", 422, "on"),
        ("/measures?on=2024-02-30", 422, "on"),
        ("/due/expiring?on=30.02.2024", 422, "on"),
        ("/due/expiring?on=0001-01-01", 422, "on"),
        ("/due/expiring?on=9999-12-31", 422, "on"),
        ("/due/expiring?days=-1", 422, "days"),
        (f"/partners/a{NONE}?on=x", 422, "on"),
    ],
)
def test_addresses_that_make_no_sense(reader: Api, key: str, path: str, status: int, named: str | None) -> None:
    told = reader.get(path, status)
    assert [one.get("parameter") for one in told.get("errors", [])] == ([named] if named else [])
    assert told["instance"].startswith("/api")


@pytest.mark.parametrize("path", ["/nope", "/documents/x", "/documents?kind=song"])
def test_problems_are_english_and_say_so(reader: Api, path: str) -> None:
    assert reader.ask("GET", path, **{"Accept-Language": "ru"})["Content-Language"] == "en"


def test_values_say_no_language(reader: Api, key: str) -> None:
    assert "Content-Language" not in reader.ask("GET", f"/documents/{key}", **{"Accept-Language": "ru"})


@pytest.mark.parametrize(
    ("path", "method"), [("/documents", "DELETE"), ("/documents", "POST"), ("/records/merge", "GET"), ("/", "PATCH")]
)
def test_methods_that_an_address_does_not_take(reader: Api, path: str, method: str) -> None:
    answer = reader.ask(method, path)
    reader.json(answer, 405)
    assert answer["Allow"]


@pytest.mark.parametrize(
    ("body", "status", "pointer"),
    [
        (b"", 422, "#"),
        (b"{", 400, None),
        (b'{"value": NaN}', 400, None),
        (b'{"value": "\\ud800"}', 400, None),
        (b'{"value": "\xff"}', 400, None),
        (b"[" * 100_000, 400, None),
        (b'{"value": 1e999}', 400, None),
        (b"[]", 422, "#"),
        (b'"x"', 422, "#"),
        (b"null", 422, "#"),
        (b"{}", 422, "#/value"),
        (b'{"value": "x", "valeu": 1}', 422, "#/valeu"),
        (b'{"value": "x", "~/\\u0000": 1}', 422, "#/~0~1\0"),
        (b'{"value": "x", "reason": 7}', 422, "#/reason"),
        (b'{"value": "x", "reason": null}', 422, "#/reason"),
        (b'{"value": "x", "reason": "' + b"x" * 2001 + b'"}', 422, "#/reason"),
        (b'{"value": 7}', 422, None),
        (b'{"value": null}', 422, None),
        (b'{"value": ""}', 422, None),
        (b'{"value": {"node": "a"}}', 422, None),
        (b'{"value": "' + b"x" * 20_001 + b'"}', 422, None),
        (b'{"value": 1' + b"0" * 400 + b"}", 422, None),
    ],
    ids=repr,
)
def test_bodies_that_make_no_sense(editor: Api, key: str, body: bytes, status: int, pointer: str | None) -> None:
    told = editor.send("PUT", f"/records/{key}/fields/title", body, status)
    assert [one.get("pointer") for one in told.get("errors", [])][:1] in ([pointer], [None], [])


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/records/{key}/fields/song/accept", {"value": 1}, 409),
        ("/records/{key}/fields/kind/accept", {"value": "plan"}, 409),
        ("/records/{key}/fields/kind/accept", {"value": {"a": [1, None, {"b": 2**70}]}}, 409),
        ("/records/{key}/fields/KIND/accept", {"value": 1}, 422),
        ("/records/{key}/fields/%00/accept", {"value": 1}, 422),
        (f"/records/d{NONE}/accept", {}, 404),
        ("/records/merge", {"keys": []}, 422),
        ("/records/merge", {"keys": ["x", "y"]}, 422),
        ("/records/merge", {"keys": [f"d{NONE}", f"d{NONE}"]}, 404),
        ("/records/{key}/split", {"nodes": ["{key}"]}, 422),
        ("/records/{key}/split", {"nodes": [f"d{NONE}"]}, 409),
        ("/records", {"kind": "song", "fields": {}}, 422),
        ("/records", {"kind": "document", "fields": {}}, 422),
        ("/records", {"kind": "document", "fields": {"kind": "plan", "party": "x"}}, 422),
        ("/records", {"kind": "document", "fields": {"kind": "plan", "party": [{"actor": {"node": f"a{NONE}"}}]}}, 422),
        ("/records", {"kind": "person", "fields": {"name": {"name": "x", "songs": 1}}}, 422),
        ("/records", {"kind": "person", "fields": {"name\0": 1}}, 422),
        ("/records", {"kind": "person", "fields": {f"f{number}": 1 for number in range(21)}}, 422),
        ("/decisions/99/undo", {}, 404),
        ("/decisions/x/undo", {}, 422),
    ],
)
def test_writes_that_make_no_sense(manager: Api, key: str, path: str, body: dict[str, Any], status: int) -> None:
    assert manager.send("POST", path.replace("{key}", key), body, status)["detail"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"[]",
        b"nonsense",
        b'{"page": {"text": 7}}',
        b'{"schema": "song", "page": {"text": ""}}',
        b'{"page": {"text": "x"}, "places": [{"id": "a", "name": "x", "evidence": [{"start": 0, "end": 9, "quote": "y"}]}]}',
    ],
)
def test_facts_that_are_none(editor: Api, key: str, body: bytes) -> None:
    assert editor.send("POST", "/pages", body, 422)["detail"]


def test_hostile_texts_are_kept_as_texts(editor: Api) -> None:
    """But for marks of direction, which would turn about what stands beside them, and NUL, which PostgreSQL cannot hold."""
    for name in ("<script>alert(1)</script>", "'; DROP TABLE x; --", "\u202eкетсеВ", "Ы" * 2_000, "а\0б", "%s {0}"):
        made = editor.send("POST", "/records", {"kind": "partner", "fields": {"name": name, "kind": "city"}}, 201)
        assert editor.get(f"/partners/{made['key']}")["name"] == name.replace("\0", "\ufffd").replace("\u202e", "")


@pytest.mark.parametrize(
    ("kind", "fields", "most"),
    [
        ("partner", {"name": "Ы" * 10_000, "kind": "city"}, 2_000),
        ("person", {"name": {"name": "Ы" * 10_000}}, 500),
        ("person", {"name": {"name": "Анна Ким", "surname": "Ы" * 501}}, 500),
        ("document", {"kind": "agreement", "title": "Ы" * 2_001}, 2_000),
    ],
)
def test_a_name_that_is_too_long_is_refused(editor: Api, kind: str, fields: dict[str, object], most: int) -> None:
    told = editor.send("POST", "/records", {"kind": kind, "fields": fields}, 422)
    assert f"length <= {most}" in told["detail"]


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", ""])
def test_only_json_is_taken(editor: Api, key: str, kind: str) -> None:
    answer = editor.client.generic("POST", f"/api/v1/records/{key}/reject", b"{}", kind, headers=editor.headers)
    editor.json(answer, 415)


@override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=1000)
def test_a_huge_body_is_not_read(editor: Api, key: str) -> None:
    editor.send("POST", "/pages", b'{"page": "' + b"x" * 2000 + b'"}', 413)
    editor.send("POST", f"/records/{key}/reject", b'{"reason": "' + b"x" * 2000 + b'"}', 413)


@pytest.mark.parametrize(("error", "status"), [(RuntimeError("пароль"), 500), (OperationalError("locked"), 503)])
def test_our_own_faults_tell_nothing(reader: Api, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setattr(about, "figures", fail)
    assert str(error) not in str(reader.get("/figures", status))


def test_a_foreign_host_is_refused(reader: Api) -> None:
    reader.json(reader.client.get("/api/v1/documents", headers={"Host": "evil.example"}), 400)


@override_settings(DEBUG=True)
def test_also_where_developers_work(reader: Api, key: str) -> None:
    reader.get("/nope", 404)
    reader.get("/documents?limit=x", 422)
