"""Briefings that people keep: as they were left, by whom; against what the register tells by now; nothing is lost."""

from __future__ import annotations

import io
import re

import pytest
from django.test import Client
from docx import Document
from selectolax.lexbor import LexborHTMLParser

from pobratim.register.models import Briefing, BriefingText
from pobratim.register.models.user import Role
from tests.register.story import agreement
from tests.reports.pair import later, sides, told

from .conftest import signed_in

pytestmark = pytest.mark.usefixtures("sqlite_register")
TYPED = "Визит прошёл с успехом."


@pytest.fixture
def editor() -> Client:
    """An editor before two regions."""
    told()
    return signed_in(Role.EDITOR)


def fields_of(client: Client, path: str) -> dict[str, str]:
    page = LexborHTMLParser(client.get(path).content.decode())
    return {str(one.attributes["name"]): one.text() for one in page.css("textarea")}


def keep(client: Client, **more: str) -> int:
    """Keeps a briefing in which the line on the visit is typed anew; its number."""
    partner, own = sides()
    path = f"/brief/edit/?partner={partner}&for={own}&on=2024-04-23&lang=ru"
    fields = fields_of(client, path)
    name = next(name for name, text in fields.items() if text.startswith("10 февраля"))
    answer = client.post(path, fields | {name: TYPED, "keep": "1"} | more)
    assert answer.status_code == 302
    return int(answer.headers["Location"].strip("/").split("/")[-1])


def test_it_is_kept_and_opened_again(editor: Client) -> None:
    number = keep(editor)
    listed = editor.get("/brief/kept/?mine=1").content.decode()
    assert "Справка к визиту: Чуйская область" in listed
    page = LexborHTMLParser(editor.get(f"/brief/kept/{number}/").content.decode())
    typed = page.css_first("ins.typed")
    assert typed is not None
    assert typed.text() == f"{TYPED} (изменено: anna-editor)"
    row = [cell.text() for cell in page.css(".typed-in td")]
    assert row[0] == TYPED
    assert "10 февраля 2023 г.: визит" in row[1].replace("\xa0", " ")
    assert row[2].startswith("anna-editor, ")
    file = editor.get(f"/brief/kept/{number}/", {"format": "docx"})
    assert any(TYPED in one.text for one in Document(io.BytesIO(file.content)).paragraphs)


def test_what_was_kept_stays_and_the_register_goes_on(editor: Client) -> None:
    number = keep(editor)
    before = editor.get(f"/brief/kept/{number}/", {"format": "html"}).content
    same = editor.get(f"/brief/kept/{number}/now/").content.decode()
    assert "Nothing: the register tells the same." in same
    agreement("https://b.example/1", "2022-05-03", signed="2022-05-02", title="соглашение о спорте").store()
    later()
    assert editor.get(f"/brief/kept/{number}/", {"format": "html"}).content == before
    now = editor.get(f"/brief/kept/{number}/now/").content.decode()
    assert re.search("Told anew</h3>.*Соглашение о спорте", now, re.S)
    assert TYPED in now
    assert "дружбе" not in now, "what was told after the day stays out"
    file = editor.get(f"/brief/kept/{number}/now/", {"format": "html"}).content.decode()
    assert "Соглашение о спорте" in file


def test_it_is_edited_once_more_and_both_texts_stay(editor: Client) -> None:
    number = keep(editor)
    path = f"/brief/kept/{number}/edit/"
    fields = fields_of(editor, path)
    name = next(name for name, text in fields.items() if text == TYPED)
    assert editor.post(path, fields | {name: "Визит перенесён."}).status_code == 302
    texts = list(BriefingText.objects.filter(briefing=number).order_by("pk"))
    assert [[change[2] for change in one.changes] for one in texts] == [[TYPED], ["Визит перенесён."]]
    first = editor.get(f"/brief/kept/{number}/", {"text": texts[0].pk}).content.decode()
    assert TYPED in first
    assert editor.get(f"/brief/kept/{number}/", {"text": "7777"}).status_code == 404


def test_a_line_that_the_register_tells_otherwise_by_now_is_offered(editor: Client) -> None:
    number = keep(editor)
    text = BriefingText.objects.get(briefing=number)
    text.changes[0][0] = "0" * 16  # as if the register had told another line then
    text.save()
    assert TYPED in fields_of(editor, f"/brief/kept/{number}/edit/").values()
    assert "by now it tells something else" in editor.get(f"/brief/kept/{number}/now/").content.decode()


def test_only_people_with_an_account_read_what_was_typed_and_editors_keep(editor: Client) -> None:
    number = keep(editor)
    for path in ("/brief/kept/", f"/brief/kept/{number}/", f"/brief/kept/{number}/now/", f"/brief/kept/{number}/edit/"):
        assert Client().get(path).headers["Location"].startswith("/login/")
    viewer = signed_in(Role.VIEWER)
    assert TYPED in viewer.get(f"/brief/kept/{number}/").content.decode()
    assert viewer.get(f"/brief/kept/{number}/edit/").status_code == 403
    assert viewer.post(f"/brief/kept/{number}/remove/").status_code == 403
    partner, own = sides()
    assert viewer.post(f"/brief/edit/?partner={partner}&for={own}", {"keep": "1"}).status_code == 403
    assert Client().post(f"/brief/edit/?partner={partner}&for={own}", {"keep": "1"}).status_code in (302, 403)
    assert Briefing.objects.count() == 1


def test_it_is_taken_away_and_not_lost(editor: Client) -> None:
    number = keep(editor)
    assert editor.post(f"/brief/kept/{number}/remove/").status_code == 302
    assert "Nobody has kept a briefing yet." in editor.get("/brief/kept/").content.decode()
    assert "Taken away by anna-editor" in editor.get(f"/brief/kept/{number}/").content.decode()
    assert editor.post(f"/brief/kept/{number}/edit/", {}).status_code == 400
    assert editor.post(f"/brief/kept/{number}/remove/").status_code == 400
    assert editor.get("/brief/kept/777/").status_code == 404
