"""The review queue, the history, merging and parting: one by one and many at a stroke, by whom, and all of it taken back."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pobratim.register.models import Document, PersonDecision, State, User
from pobratim.register.models.user import Role
from pobratim.register.selectors.review import Reason
from pobratim.register.services import Author, field_edit, record_accept
from tests.register.story import agreement
from tests.registers import said

from .conftest import signed_in

MOST_QUERIES = 30
HTMX = {"HX-Request": "true"}


def records() -> list[str]:
    """The dump without the decisions themselves."""
    return [line for line in said() if not line.startswith("persondecision")]


def waiting(client: Client, **asked: str) -> list[str]:
    """The keys of the records that the page of the queue shows."""
    return [item.record.key for item in client.get("/review/", asked).context["items"]]


def test_the_queue_page_by_page_shows_each_record_once(editor: Client) -> None:
    seen: list[str] = []
    address: str | None = "/review/?kind=s"
    while address:
        answer = editor.get(address)
        seen += [item.record.key for item in answer.context["items"]]
        address = "/review/?" + answer.context["next"] if answer.context["next"] else None
    assert len(seen) == len(set(seen)) == answer.context["counts"]["s"]


@pytest.mark.parametrize("reason", list(Reason))
@pytest.mark.parametrize("kind", "depas")
def test_every_part_shows_its_items_within_few_queries(editor: Client, kind: str, reason: Reason) -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = editor.get("/review/", {"kind": kind, "reason": reason.value})
    assert answer.status_code == 200
    assert len(asked) <= MOST_QUERIES
    for item in answer.context["items"]:
        assert item.rows
        assert item.proofs
        assert reason is not Reason.ALIKE or item.alike


def test_an_item_shows_the_sentence_that_says_so(editor: Client) -> None:
    answer = editor.get("/review/")
    item = answer.context["items"][0]
    marked = [piece.text for one in item.proofs[0].paragraphs for piece in one if piece.marks]
    assert marked
    assert all(f"<mark>{word}" in answer.content.decode().replace("&quot;", '"') for word in marked if word.isalpha())


@pytest.mark.parametrize("after", ["~", "x~d", "2024-13-01~d1", "1~a0", "~" * 50, "2024-01-01~dffffffffffffffffffff", "\0~d"])
def test_a_place_that_nobody_wrote(editor: Client, after: str) -> None:
    assert editor.get("/review/", {"kind": "d", "after": after}).status_code == 200


@pytest.mark.parametrize("asked", [{"kind": "z"}, {"reason": "z"}, {"site": "<b>"}, {"partner": "x"}])
def test_what_nobody_can_ask_for_is_taken_mildly(editor: Client, asked: dict[str, str]) -> None:
    assert editor.get("/review/", asked).status_code == 200


@pytest.mark.usefixtures("register")
def test_characters_that_no_database_takes() -> None:
    agreement("a", signed="2024-04-24").store()
    key, editor = Document.objects.get().key, signed_in(Role.MANAGER)
    for path in (
        "/review/?site=",
        "/review/?partner=",
        f"/review/?after=2024-01-01~{key}",
        "/history/?author=",
        "/history/?action=",
    ):
        assert editor.get(path + "%00x").status_code == 200, path
    for path in (f"/records/{key}/merge/?q=", "/lookup/?kind=a&of=x&x="):
        assert editor.get(path + "%00x").status_code == 200, path
    assert editor.get(f"/records/{key}%00/edit/").status_code == 404
    editor.post(f"/review/{key}/", {"do": "accept", "because": "a\0b"})
    assert PersonDecision.objects.get().reason == "a\ufffdb"


def test_a_reason_of_a_book(editor: Client) -> None:
    before = said()
    assert editor.post(f"/review/{waiting(editor)[0]}/", {"do": "accept", "because": "я" * 10_000}).status_code == 400
    assert said() == before


def test_a_day_that_is_none(editor: Client) -> None:
    assert editor.get("/review/", {"day": "вчера"}).status_code == 400


@pytest.mark.parametrize(("do", "state"), [("accept", State.ACCEPTED), ("reject", State.REJECTED)])
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_one_is_decided_and_taken_back(editor: Client, do: str, state: State, headers: dict[str, str]) -> None:
    before = records()
    key = waiting(editor)[0]
    answer = editor.post(f"/review/{key}/", {"do": do, "because": "проверено", "next": "/review/?kind=d"}, headers=headers)
    assert answer.status_code == (200 if headers else 302)
    assert Document.objects.get(key=key).state == state
    made = PersonDecision.objects.get()
    assert (made.author_name, made.reason, made.author) == ("anna-editor", "проверено", User.objects.get())
    assert key not in waiting(editor)
    if headers:
        assert f'name="number" value="{made.pk}"' in answer.content.decode()
    editor.post("/history/undo/", {"number": made.pk})
    assert records() == before


def test_one_of_contradicting_values_is_right(editor: Client) -> None:
    agreement("x1", signed="2024-04-24").store()
    agreement("x2", signed="2024-04-25").store()
    document = Document.objects.get(contradicted=True)
    page = editor.get("/review/", {"reason": "contradicted"}).content.decode()
    signs = re.findall(r'name="value" value="(signed:\w+)"', page)
    assert len(signs) == 2
    editor.post(f"/review/{document.key}/", {"value": signs[1]})
    again = Document.objects.get(key=document.key)
    assert (again.contradicted, again.signed) == (False, document.contradictions["signed"][1]["value"])
    assert editor.post(f"/review/{document.key}/", {"value": "signed:000000000000"}).status_code == 404


@pytest.mark.parametrize("do", ["accept", "reject"])
def test_many_are_decided_and_the_last_stroke_is_taken_back(editor: Client, do: str) -> None:
    before = records()
    keys = waiting(editor)
    editor.post("/review/bulk/", {"do": do, "key": keys})
    assert set(waiting(editor)).isdisjoint(keys)
    assert PersonDecision.objects.count() == len(keys) > 1
    editor.post("/history/undo/")
    assert records() == before
    assert waiting(editor) == keys


def test_the_last_stroke_is_one_s_own(editor: Client) -> None:
    key = waiting(editor)[0]
    record_accept(key=key, author=Author("борис"))
    editor.post("/history/undo/")
    assert PersonDecision.objects.get().undone_at is None


def test_skipped_records_wait_until_they_are_asked_for(editor: Client) -> None:
    before = said()
    keys = waiting(editor)
    editor.post(f"/review/{keys[0]}/", {"do": "skip"})
    editor.post("/review/bulk/", {"do": "skip", "key": keys[1:3]})
    assert set(waiting(editor)).isdisjoint(keys[:3])
    assert said() == before
    editor.post("/review/again/")
    assert waiting(editor) == keys


@pytest.mark.parametrize("path", ["/review/bulk/", "/history/undo/", "/review/again/"])
@pytest.mark.parametrize(
    "to", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "\\\\evil.example", "http:///evil"]
)
def test_nobody_is_led_to_another_site(editor: Client, path: str, to: str) -> None:
    assert editor.post(path, {"next": to}).headers["Location"] == "/review/"


@pytest.mark.parametrize("data", [{}, {"do": "nonsense"}, {"value": "signed"}, {"value": ":"}])
def test_a_deed_that_is_none(editor: Client, data: dict[str, str]) -> None:
    before = said()
    assert editor.post(f"/review/{waiting(editor)[0]}/", data).status_code in (400, 404)
    assert said() == before


def test_enter_in_the_reason_of_many_decides_nothing(editor: Client) -> None:
    before = said()
    editor.post("/review/bulk/", {"do": "", "key": waiting(editor)})
    assert said() == before


@pytest.mark.parametrize("numbers", [["x"], ["-1"], ["9" * 30], ["0"]])
def test_undoing_what_is_not_there(editor: Client, numbers: list[str]) -> None:
    record_accept(key=waiting(editor)[0], author=Author("anna-editor", User.objects.get()))
    editor.post("/history/undo/", {"number": numbers})
    assert PersonDecision.objects.get().undone_at is None


def test_a_value_is_found_wrong(editor: Client) -> None:
    key = next(one.key for one in Document.objects.order_by("key") if len(one.fields.get("sphere", [])) > 1)
    page = editor.get(f"/records/{key}/values/").content.decode()
    sign = re.findall(r'value="reject:(sphere:\w+)"', page)[0]
    before = Document.objects.get(key=key).spheres.count()
    editor.post(f"/records/{key}/values/", {"do": f"reject:{sign}", "because": "не о том"})
    assert Document.objects.get(key=key).spheres.count() == before - 1
    editor.post(f"/records/{key}/values/", {"do": "", "because": "ввод"})
    editor.post(f"/records/{key}/values/", {"do": f"reject:{sign}"})
    assert PersonDecision.objects.count() == 1


def test_the_history_tells_what_was_before(editor: Client) -> None:
    key = next(one.key for one in Document.objects.order_by("key") if one.title)
    before = Document.objects.get(key=key).title
    field_edit(key=key, field="title", value="<b>О дружбе</b>", author=Author("<i>анна</i>"), reason="<u>по оригиналу</u>")
    page = editor.get(f"/records/{key}/history/")
    entry = page.context["history"].entries[0]
    assert str(entry.before) == before.replace('"', "&quot;")
    shown = page.content.decode()
    assert "&lt;b&gt;О дружбе&lt;/b&gt;" in shown
    assert not any(tag in shown for tag in ("<b>О дружбе", "<i>анна", "<u>по"))
    assert editor.get("/history/", {"author": "<i>анна</i>", "action": "edit"}).context["page"].paginator.count == 1
    assert editor.get("/history/", {"author": "nobody", "page": "x"}).context["page"].paginator.count == 0
