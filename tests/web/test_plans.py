"""Plans of measures in the browser: from a file to a board, corrected on the way, reported on, taken back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from pobratim.register.models import Document, ListImport, Measure
from pobratim.register.models.user import Role
from pobratim.register.selectors.attachment import attachments_of
from pobratim.register.services import Author, field_edit, plan_enter
from tests.register.plans.offices import letter, region
from tests.tables import files

from .conftest import signed_in
from .counting import few_queries

NEW = {"title": "План действий на 2025 год", "side_a": "Псковская область", "side_b": "Витебская область", "kind": "plan"}


@pytest.fixture
def editor(sqlite_register: Any) -> Client:
    return signed_in(Role.EDITOR)


def upload(client: Client, raw: bytes, name: str, **more: str) -> Any:
    return client.post("/plans/import/", {"file": SimpleUploadedFile(name, raw), **NEW, **more})


def looked_at(client: Client, raw: bytes, name: str) -> tuple[str, dict[str, str]]:
    """The address of the preview, and what its form holds."""
    answer = upload(client, raw, name)
    assert answer.status_code == 302
    return answer["Location"], form_of(client.get(answer["Location"]).content.decode())


def form_of(page: str) -> dict[str, str]:
    """The hidden inputs and the chosen fields of the columns."""
    told = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    for letter_, options in re.findall(r'<select name="(field-[A-Z]+)".*?>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'value="(\w+)" selected', options)
        told[letter_] = chosen[1] if chosen else ""
    return told


def test_from_a_file_to_the_board(editor: Client) -> None:
    where, held = looked_at(editor, letter().raw, letter().name)
    page = editor.get(where).content.decode()
    assert 'value="executor_a" selected' in page
    assert "Витебская область" in page
    assert Measure.objects.count() == 0
    done = editor.post(where, {**held, "do": "apply"}, follow=True)
    assert done.status_code == 200
    assert Measure.objects.count() == 11
    board = done.content.decode()
    assert "11 measures added" in board
    assert "Раздел 3. Спорт" in board
    assert "<svg" in board
    key = Document.objects.get().key
    assert [one.name for one in attachments_of(key)] == [letter().name]
    for by in ("state", "sphere", "executor", "quarter"):
        assert editor.get(f"/plans/{key}/?by={by}&on=2025-06-02").status_code == 200
    assert editor.get(f"/plans/{key}/?by=song").status_code == 400
    plans = editor.get("/plans/?on=2025-06-02").content.decode()
    assert "0 of 11 done" in plans
    assert "overdue: 4" in plans
    assert f"/plans/{key}/" in editor.get(f"/documents/{key}/").content.decode()
    editor.post(f"/plans/imports/{ListImport.objects.get().pk}/undo/")
    assert Measure.objects.count() == 0


def test_a_marked_row_is_corrected_before_it_comes_in(editor: Client) -> None:
    where, held = looked_at(editor, region().raw, region().name)
    page = editor.get(where).content.decode()
    assert "there is no such day" in page.lower()
    assert 'name="cell-17-C"' in page
    again = editor.post(where, {**held, "cell-17-C": "28.02.2025", "do": "look"})
    told = form_of(again.content.decode())
    assert told["seen"] != held["seen"]
    overtaken = editor.post(where, {**held, "cell-17-C": "28.02.2025", "do": "apply"})
    assert overtaken.status_code == 409
    assert Measure.objects.count() == 0
    editor.post(where, {**told, "cell-17-C": "28.02.2025", "do": "apply"})
    mended = Measure.objects.get(number="3.3")
    assert (str(mended.due_last), mended.understood) == ("2025-02-28", True)
    assert mended.raw is not None
    assert "31.02.2025" in mended.raw["cells"]


def test_another_mapping_is_looked_at_and_remembered(editor: Client) -> None:
    where, held = looked_at(editor, letter().raw, letter().name)
    assert editor.post(where, {**held, "field-B": "note", "do": "look"}).status_code == 422
    turned = {**held, "field-D": "executor_b", "field-E": "executor_a"}
    seen = form_of(editor.post(where, {**turned, "do": "look"}).content.decode())
    assert (seen["field-D"], seen["field-E"]) == ("executor_b", "executor_a")
    editor.post(where, {**seen, "do": "apply"})
    assert Measure.objects.get(number="1.").executors.get(side="a").name == "Комитет экономики облисполкома"
    plan = Document.objects.get()
    sent = SimpleUploadedFile("план.docx", letter().raw)
    name = {"plan": plan.title, "plan-key": plan.key, "plan-said": plan.title}
    answer = editor.post("/plans/import/", {"file": sent, **name})
    assert form_of(editor.get(answer["Location"]).content.decode())["field-D"] == "executor_b"


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("план.pdf", b"%PDF-1.7", "A file in XLSX, DOCX, CSV or HTML is needed"),
        ("план.xlsx", b"PK\x03\x04broken", "The file is damaged"),
        ("план.csv", b"", "The file is empty"),
    ],
)
def test_a_file_that_is_refused_enters_nothing(editor: Client, name: str, raw: bytes, told: str) -> None:
    answer = upload(editor, raw, name)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert Document.objects.count() == 0


def test_a_plan_must_be_named(editor: Client) -> None:
    for wrong in ({"title": ""}, {"side_b": ""}, {"plan": "нет такого"}):
        answer = upload(editor, letter().raw, "план.docx", **wrong)
        assert answer.status_code == 422
    assert Document.objects.count() == 0
    key = plan_enter(title="План", parties=["город Тверь", "город Бургас"], author=Author("анна"))
    assert f'value="{key}"' in editor.get(f"/plans/import/?plan={key}").content.decode()


def one_measure() -> Measure:
    from pobratim.register.services import records_enter

    key = plan_enter(title="План побратимов", parties=["город Тверь", "город Бургас"], author=Author("анна"))
    due = {"wording": "май 2025", "first": "2025-05-01", "last": "2025-05-31", "recurring": None}
    fields = {"plan": {"node": key}, "number": "1", "text": "Открыть выставку", "due": due}
    records_enter(kind="m", many=[fields], author=Author("анна"))
    return Measure.objects.get()


def test_a_report_with_its_evidence_and_back(editor: Client) -> None:
    measure = one_measure()
    where = f"/measures/{measure.key}/"
    assert "that is no word" in editor.get(f"{where}?on=2025-06-02").content.decode()
    told = {"state": "done", "first": "2025-05-01", "last": "2025-05-20", "side": "a", "fact": "Открыта <b>20 мая</b>"}
    proof = {"page": "https://tver.example/news/1", "record": f"http://localhost/documents/{measure.plan_id}/"}
    note = SimpleUploadedFile("акт.txt", "Акт".encode())
    assert editor.post(f"{where}report/", {**told, **proof, "file": note}).status_code == 302
    report = Measure.objects.get().reports[0]
    assert (report["state"], report["side"], report["pages"]) == ("done", "a", ["https://tver.example/news/1"])
    assert report["evidence"] == [{"node": measure.plan_id}]
    page = editor.get(where).content.decode()
    assert "Открыта &lt;b&gt;20 мая&lt;/b&gt;" in page
    assert "акт.txt" in page
    assert "город Тверь" in page
    assert editor.post(f"{where}reports/0/withdraw/").status_code == 302
    assert Measure.objects.get().reports == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"last": "2025-04-01"},
        {"first": "вчера"},
        {"state": "well"},
        {"page": "javascript:alert(1)"},
        {"record": "d" + "0" * 20},
        {"side": "c"},
    ],
)
def test_a_report_that_is_none_is_shown_again_as_it_was_typed(editor: Client, wrong: dict[str, str]) -> None:
    measure = one_measure()
    told = {"state": "done", "first": "2025-05-01", "last": "2025-05-20", "fact": "Открыта"}
    answer = editor.post(f"/measures/{measure.key}/report/", {**told, **wrong})
    assert answer.status_code == 422
    assert "Открыта" in answer.content.decode()
    assert Measure.objects.get().reports == []


def test_everybody_reads_and_editors_alone_enter(editor: Client, client: Client) -> None:
    measure = one_measure()
    viewer = signed_in(Role.VIEWER)
    for who in (client, viewer):
        for where in ("/plans/", f"/plans/{measure.plan_id}/", f"/measures/{measure.key}/"):
            page = who.get(where)
            assert page.status_code == 200
            assert "Bring" not in page.content.decode()
            assert 'name="state"' not in page.content.decode()
    told = {"state": "done", "first": "2025-05-01", "last": "2025-05-20"}
    assert client.post(f"/measures/{measure.key}/report/", told).status_code == 302
    assert viewer.post(f"/measures/{measure.key}/report/", told).status_code == 403
    assert viewer.get("/plans/import/").status_code == 403
    assert viewer.post("/plans/imports/1/undo/").status_code == 403
    assert Measure.objects.get().reports == []


def test_another_s_file_is_not_shown(editor: Client) -> None:
    where, _ = looked_at(editor, letter().raw, letter().name)
    other = signed_in(Role.MANAGER)
    assert other.get(where).status_code == 404


def test_the_board_asks_the_database_few_times(editor: Client) -> None:
    rows = [[str(one), f"Семинар {one}", "май 2025", f"Комитет {one}"] for one in range(1, 61)]
    raw = files.xlsx([["№", "Мероприятие", "Срок", "Исполнители"], *rows])
    where, held = looked_at(editor, raw, "план.xlsx")
    editor.post(where, {**held, "do": "apply"})
    assert Measure.objects.count() == 60
    visitor = Client(headers={"accept-language": "en"})
    key = Document.objects.get().key
    for address in (f"/plans/{key}/?by=executor", "/plans/", f"/measures/{Measure.objects.all()[0].key}/"):
        with few_queries():
            assert visitor.get(address).status_code == 200


def test_plans_that_have_measures_come_first(editor: Client) -> None:
    latest = plan_enter(title="План без мероприятий", parties=["Тверская область", "Минская область"], author=Author("анна"))
    field_edit(key=latest, field="signed", value={"value": "2026-01-01", "precision": "day"}, author=Author("анна"))
    where, held = looked_at(editor, letter().raw, letter().name)
    editor.post(where, {**held, "do": "apply"})
    listed = editor.get("/plans/").content.decode()
    key = Measure.objects.values_list("plan", flat=True)[0]
    assert listed.index(f"/plans/{key}/") < listed.index(f"/plans/{latest}/")
    assert f"/reports/plan/?plan={key}" in editor.get(f"/plans/{key}/").content.decode()
    assert letter().name not in editor.get("/import/").content.decode()


def test_what_one_hand_set_is_said_once(editor: Client) -> None:
    where, held = looked_at(editor, letter().raw, letter().name)
    editor.post(where, {**held, "do": "apply"})
    one = Measure.objects.exclude(due=None)[0]
    page = editor.get(f"/measures/{one.key}/").content.decode()
    assert (page.count("set by a person"), "Choose «proof»" in page) == (1, False)
    field_edit(key=one.key, field="expected", value="протокол", author=Author("борис"))
    assert editor.get(f"/measures/{one.key}/").content.decode().count("set by a person") > 2
