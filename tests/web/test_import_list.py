"""An office brings its list in through the browser: looks, corrects, applies, takes it back."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from pobratim.register.dump import dump_hash
from pobratim.register.models import Document

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
    assert editor.post(f"{address}apply/", asked).status_code == 400, "rows that cannot be read refuse the list"
    assert dump_hash() == before
    done = editor.post(f"{address}apply/", {**asked, "skip": "1"}, follow=True)
    assert "2 documents added" in done.content.decode()
    assert Document.objects.count() == number + 2
    again = editor.get(uploaded(editor, sheet()), {"own": "Тверская область", "look": "1"})
    assert dict(again.context["columns"][5])["field"] == "note", "the mapping is remembered"
    assert [code for code, _, _ in again.context["fates"]] == ["known", "unreadable"]
    undo = re.search(r"/imports/\d+/undo/", editor.get("/import/").content.decode())
    assert undo is not None
    editor.post(undo[0])
    assert Document.objects.count() == number


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
