"""Files at records: given out only to be saved, under harmless names, to those who may read; refused clearly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings

from pobratim.register.filing import path_of
from pobratim.register.models import Attachment, Document, PersonDecision
from pobratim.register.models.user import Role
from tests.register import files
from tests.registers import said

from .conftest import signed_in

pytestmark = pytest.mark.usefixtures("demo", "folder")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where attached files lie."""
    with override_settings(FILES=tmp_path / "files", UPLOAD_BYTES=100_000):
        yield tmp_path / "files"


@pytest.fixture
def key(demo: None) -> str:
    """A document."""
    return Document.objects.order_by("key")[0].key


def attached(client: Client, key: str, data: bytes = files.PDF, name: str = "скан.pdf") -> str:
    """The page after a file was sent."""
    sent = SimpleUploadedFile("x", data)
    sent.name = name  # past the cleaning that a browser's request would get from Django
    answer = client.post(f"/records/{key}/files/", {"file": sent, "note": "оригинал <b>"}, follow=True)
    return answer.content.decode()


def given(client: Client, number: int) -> Any:
    """The answer to who asks for a file, its bytes read."""
    answer: Any = client.get(f"/files/{number}/")
    answer.read = b"".join(answer.streaming_content) if answer.streaming else answer.content
    answer.close()
    return answer


def test_a_file_is_attached_listed_and_saved(key: str, client: Client) -> None:
    page = attached(signed_in(Role.EDITOR), key)
    assert "The file is attached." in page
    assert "оригинал &lt;b&gt;" in page
    file = Attachment.objects.get()
    answer = given(client, file.pk)
    assert answer.read == files.PDF
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert unquote(answer.headers["Content-Disposition"]).endswith("скан.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Length"] == str(len(files.PDF))
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "скан.pdf" in client.get(f"/records/{key}/history/").content.decode()


@pytest.mark.parametrize(
    "name",
    ["a\r\nSet-Cookie: x=1.pdf", "../../../etc/passwd", "..\\..\\boot.ini", "\u202efdp.exe", 'a";b=".pdf', "я" * 300],
)
def test_names_that_would_harm(key: str, client: Client, name: str) -> None:
    attached(signed_in(Role.EDITOR), key, name=name)
    file = Attachment.objects.get()
    answer = given(client, file.pk)
    told = answer.headers["Content-Disposition"]
    assert answer.status_code == 200
    assert file.name.endswith(".pdf")
    assert not set(file.name) & set('\r\n\0/\\":\u202e')
    assert "\n" not in told
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"MZ\x90\0\3", "only PDF"),
        (files.WITH_MACROS, "only PDF"),
        (b"x" * 100_001, "too large: 1 MB"),
        (b"\x89PNG" + b"\0" * 200_000, "too large: 1 MB"),
    ],
)
def test_what_may_not_be_attached(key: str, folder: Path, data: bytes, word: str) -> None:
    before = said()
    page = attached(signed_in(Role.EDITOR), key, data)
    assert word.lower() in page.lower()
    assert said() == before
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_nothing_was_sent(key: str) -> None:
    answer = signed_in(Role.EDITOR).post(f"/records/{key}/files/", {"note": "копия подлинника"}, follow=True)
    assert "no file was chosen" in answer.content.decode().lower()
    assert 'value="копия подлинника"' in answer.content.decode()  # what was typed stays


def test_a_page_dressed_as_text_stays_text(key: str, client: Client) -> None:
    attached(signed_in(Role.EDITOR), key, b"<html><script>alert(1)</script>", "page.html")
    answer = given(client, Attachment.objects.get().pk)
    assert answer.headers["Content-Type"] == "text/plain"
    assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("role", [None, Role.VIEWER])
def test_only_editors_attach_and_take_away(key: str, client: Client, role: Role | None) -> None:
    attached(signed_in(Role.MANAGER), key)
    number = Attachment.objects.get().pk
    visitor = signed_in(role) if role else client
    before = said()
    for path in (f"/records/{key}/files/", f"/files/{number}/remove/"):
        answer = visitor.post(path, {"file": SimpleUploadedFile("a.pdf", files.PDF)})
        assert answer.status_code == (403 if role else 302)
    assert said() == before
    assert "Attach a file" not in visitor.get(f"/records/{key}/files/").content.decode()


def test_taken_away_it_is_given_to_nobody(key: str, client: Client) -> None:
    manager, editor = signed_in(Role.MANAGER), signed_in(Role.EDITOR)
    attached(manager, key)
    number = Attachment.objects.get().pk
    assert editor.post(f"/files/{number}/remove/").status_code == 403
    assert given(client, number).status_code == 200
    assert manager.post(f"/files/{number}/remove/").status_code == 302
    for visitor in (client, manager):
        assert given(visitor, number).status_code == 404
    assert PersonDecision.objects.get().undone_by == "anna-manager"


def test_closed_reading_holds_for_files_too(key: str, client: Client, settings_closed: None) -> None:
    attached(signed_in(Role.EDITOR), key)
    number = Attachment.objects.get().pk
    assert given(client, number).status_code == 302
    assert given(signed_in(Role.VIEWER), number).status_code == 200


def test_files_may_be_kept_to_accounts_where_all_else_is_public(key: str, client: Client) -> None:
    attached(signed_in(Role.EDITOR), key)
    number = Attachment.objects.latest("pk").pk
    with override_settings(PUBLIC_FILES=False):
        assert client.get(f"/files/{number}/").status_code == 302
        assert client.get(f"/documents/{key}/").status_code == 200
        assert given(signed_in(Role.VIEWER), number).status_code == 200
    assert given(client, number).status_code == 200


def test_bytes_that_are_gone(key: str, client: Client) -> None:
    attached(signed_in(Role.EDITOR), key)
    file = Attachment.objects.get()
    path_of(file.sha256).unlink()
    assert given(client, file.pk).status_code == 404


@pytest.mark.parametrize("path", ["/files/0/", "/files/999999999999999999/", "/static/../files/", "/files/"])
def test_no_address_leads_into_the_folder(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
