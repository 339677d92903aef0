"""An office brings its list in through the browser: looks, corrects, applies, takes it back."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.translation import gettext, override

from pobratim.core.facts import PlaceIds
from pobratim.register.dump import dump_hash
from pobratim.register.models import Document
from tests.register.story import Story

HEAD = ["№", "Наименование документа", "Партнёр", "Дата подписания", "Срок действия", "Что-то своё"]
ROWS = [
    [1, "Соглашение о сотрудничестве", "Псковская область", "12.03.2019", "5 лет", ""],
    [2, "Меморандум о взаимопонимании", "Могилёвская область", "март 2021 года", "бессрочно", "<b>жирно</b>"],
    [3, "Соглашение", "", "31.02.2025", "", ""],
]


def sheet() -> SimpleUploadedFile:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (HEAD, *ROWS):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return SimpleUploadedFile("перечень.xlsx", out.getvalue())


def uploaded(client: Client, file: SimpleUploadedFile) -> str:
    answer = client.post("/import/", {"file": file})
    assert answer.status_code == 302, answer.content.decode()[-2000:]
    return str(answer.headers["Location"])


def test_a_list_comes_in_and_goes_again(editor: Client) -> None:
    before, number = dump_hash(), Document.objects.count()
    address = uploaded(editor, sheet())
    asked = {"own": "Тверская область", "look": "1", "table": "0", "column-F": "note"}
    shown = editor.get(address, asked)
    assert [(code, count) for code, _, count in shown.context["fates"]] == [("add", 2), ("unreadable", 1)]
    assert "31.02.2025" in shown.content.decode()
    assert "<b>жирно" not in shown.content.decode()
    assert dump_hash() == before, "looking changes nothing"
    sent = {**asked, "seen": shown.context["seen"]}
    refused = editor.post(f"{address}apply/", sent, follow=True)
    assert "Some rows cannot be read" in refused.content.decode()
    assert refused.context["looked"], "the rows are shown again, with all that was chosen"
    assert {one["name"]: one["field"] for one in refused.context["columns"]}["column-F"] == "note"
    assert dump_hash() == before
    done = editor.post(f"{address}apply/", {**sent, "skip": "1"}, follow=True)
    assert "2 documents added" in done.content.decode()
    assert Document.objects.count() == number + 2
    again = editor.get(uploaded(editor, sheet()), {"own": "Тверская область", "look": "1"})
    assert dict(again.context["columns"][5])["field"] == "note", "the mapping is remembered"
    assert [code for code, _, _ in again.context["fates"]] == ["known", "unreadable"]
    undo = re.search(r"/imports/\d+/undo/", editor.get("/import/").content.decode())
    assert undo is not None
    editor.post(undo[0])
    assert Document.objects.count() == number


def test_only_what_was_shown_comes_in(editor: Client) -> None:
    address, asked = uploaded(editor, sheet()), {"own": "Тверская область", "look": "1"}
    seen = editor.get(address, asked).context["seen"]
    story = Story("https://a.example/1")
    other = story.place("Псковская область", kind="region", country="RU", ids=PlaceIds(iso3166_2="RU-PSK"))
    story.document(story.place("Тверская область"), other, signed="2019-03")
    story.store()
    number = Document.objects.count()
    again = editor.post(f"{address}apply/", {**asked, "seen": seen, "skip": "1"}, follow=True)
    assert "look at it again" in again.content.decode()
    assert 'name="skip" value="1" checked' in again.content.decode()
    assert [code for code, _, _ in again.context["fates"]] == ["add", "fill", "unreadable"]
    assert Document.objects.count() == number
    in_russian = editor.get(address, asked, headers={"accept-language": "ru"})
    (why,) = [line.plan.match.why for line in in_russian.context["lines"] if line.plan.match]
    assert why not in in_russian.content.decode()
    with override("ru"):
        assert gettext(why) in in_russian.content.decode()


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04broken", "не таблица".encode(), b"%PDF-1.7"])
def test_what_is_no_list_is_said_so(editor: Client, raw: bytes) -> None:
    answer = editor.post("/import/", {"file": SimpleUploadedFile("перечень.xlsx", raw)})
    assert answer.status_code == 200
    assert 'class="notice error"' in answer.content.decode()


def test_a_file_is_for_the_one_who_brought_it(editor: Client, manager: Client, client: Client) -> None:
    address = uploaded(editor, sheet())
    assert manager.get(address).status_code == 404
    assert client.get(address).status_code == 302
    assert editor.get("/import/../../etc/passwd/").status_code == 404
    assert editor.get(address, {"table": "7"}).status_code == 400
    assert editor.get(address, {"look": "1", "column-A": "nothing"}).status_code == 200, "a wrong field is said on the page"
