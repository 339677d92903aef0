"""The review queue, the history, merging and parting: one by one and many at a stroke, by whom, and all of it taken back."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from pobratim.register.dump import dump
from pobratim.register.models import Actor, Document, Event, Person, PersonDecision, Record, State, User
from pobratim.register.models.user import Role
from pobratim.register.selectors.likeness import likenesses
from pobratim.register.selectors.record import parts_of
from pobratim.register.selectors.review import Reason, Wanted, next_in_queue, queue, tellings
from pobratim.register.services import Author, field_edit, record_accept, records_apart, records_merge
from pobratim.resolve.records.judge import reasons
from pobratim.words.reasons import REASONS
from tests.register.story import Story, agreement

from .conftest import signed_in

MOST_QUERIES = 30
HTMX = {"HX-Request": "true"}


@pytest.fixture
def author() -> Author:
    """Somebody who decides."""
    return Author("анна")


def records() -> list[str]:
    """The dump without the decisions themselves."""
    return [line for line in dump() if not line.startswith("persondecision")]


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


def test_a_day_that_is_none(editor: Client) -> None:
    assert editor.get("/review/", {"day": "вчера"}).status_code == 400


@pytest.mark.usefixtures("register")
class TestParts:
    """What waits, on both databases."""

    def test_contradictions_and_filters(self) -> None:
        agreement("http://a.ru/1", "2024-04-25", signed="2024-04-24").store()
        agreement("http://b.ru/1", "2024-04-26", signed="2024-04-25").store()
        other = Story("http://b.ru/2", "2024-05-01")
        other.document(other.place("Тверская область"), other.place("Витебская область"))
        other.store()
        both = Document.objects.get(contradicted=True).key
        tver = Actor.objects.get(name="Тверская область").key
        alone = Document.objects.exclude(key=both).get().key

        def keys(*more: Any, **rest: Any) -> list[str]:
            return [one.key for one in queue(Wanted("d", *more, **rest))]

        assert keys() == [alone, both]
        assert keys(Reason.CONTRADICTED) == [both]
        assert keys(partner=tver) == [alone]
        assert keys(site="a.ru") == [both]
        assert keys(site="b.ru") == [alone, both]
        assert keys(day=datetime.date(2024, 5, 1)) == [alone]
        assert keys(site="a.ru", day=datetime.date(2024, 4, 26)) == []
        assert [one.key for one in queue(Wanted("d"), without=[alone])] == [both]
        assert [one.page.address for one in tellings([both])[both]] == ["http://b.ru/1", "http://a.ru/1"]

    def test_likenesses_until_a_person_says_that_they_are_two(self, author: Author) -> None:
        agreement("a", signed="2024-04-24").store()
        agreement("b", signed="2024-10-24").store()
        one, other = Document.objects.order_by("signed").values_list("key", flat=True)
        found = likenesses([one])[one]
        assert [(each.key, each.why) for each in found] == [(other, "They were signed at different times.")]
        assert len(next_in_queue(Wanted("d", Reason.ALIKE), 8).records) == 2
        records_apart(keys=[one, other], author=author)
        assert likenesses([one, other]) == {one: [], other: []}
        assert next_in_queue(Wanted("d", Reason.ALIKE), 8).records == []

    def test_namesakes(self) -> None:
        for number, place in enumerate(("Псков", "Тверь", "Псков")):
            story = Story(f"p{number}")
            story.person("Иван Петров", "мэр", story.place(place, kind="city"))
            story.store()
        assert Person.objects.count() == 2
        found = next_in_queue(Wanted("p", Reason.ALIKE), 8)
        assert {one.key for one in found.records} == set(Person.objects.values_list("key", flat=True))
        assert {other.why for many in found.alike.values() for other in many} == {"They bear the same name."}


@pytest.mark.parametrize("kind", "apdes")
def test_every_reason_is_in_the_catalogue(kind: str) -> None:
    assert set(reasons(kind).values()) <= set(REASONS)


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
    before = list(dump())
    keys = waiting(editor)
    editor.post(f"/review/{keys[0]}/", {"do": "skip"})
    editor.post("/review/bulk/", {"do": "skip", "key": keys[1:3]})
    assert set(waiting(editor)).isdisjoint(keys[:3])
    assert list(dump()) == before
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
    before = list(dump())
    assert editor.post(f"/review/{waiting(editor)[0]}/", data).status_code in (400, 404)
    assert list(dump()) == before


def test_enter_in_the_reason_of_many_decides_nothing(editor: Client) -> None:
    before = list(dump())
    editor.post("/review/bulk/", {"do": "", "key": waiting(editor)})
    assert list(dump()) == before


@pytest.mark.parametrize("numbers", [["x"], ["-1"], ["9" * 30], ["0"]])
def test_undoing_what_is_not_there(editor: Client, numbers: list[str]) -> None:
    record_accept(key=waiting(editor)[0], author=Author("anna-editor", User.objects.get()))
    editor.post("/history/undo/", {"number": numbers})
    assert PersonDecision.objects.get().undone_at is None


def test_merging_and_its_undoing(manager: Client) -> None:
    before = records()
    one, other = Document.objects.order_by("key").values_list("key", flat=True)[:2]
    page = manager.get(f"/records/{one}/merge/", {"with": other})
    assert [key for key, *_ in ((side[0].key, *side) for side in page.context["sides"])] == [one, other]
    answer = manager.post(f"/records/{one}/merge/", {"with": other, "do": "merge", "because": "одно и то же"})
    assert answer.status_code == 302
    assert Document.objects.filter(key__in=[one, other]).count() == 1
    old = manager.get(f"/records/{max(one, other)}/history/")
    assert old.status_code == 302
    manager.post("/history/undo/")
    assert records() == before


def test_choosing_the_other_by_its_name(manager: Client) -> None:
    one = Actor.objects.filter(kind="region").order_by("key")[0]
    other = Actor.objects.filter(kind="city").order_by("-pages", "key")[0]
    page = manager.get(f"/records/{one.key}/merge/", {"q": other.name}).content.decode()
    assert f"?with={other.key}" in page


def test_what_cannot_be_merged(manager: Client) -> None:
    document, actor = Document.objects.order_by("key")[0], Actor.objects.order_by("key")[0]
    before = list(dump())
    for other in (document.key, actor.key):
        assert manager.get(f"/records/{document.key}/merge/", {"with": other}).status_code == 400
        assert manager.post(f"/records/{document.key}/merge/", {"with": other, "do": "merge"}).status_code == 302
    assert manager.get(f"/records/{document.key}/merge/", {"with": "d0"}).status_code == 404
    assert list(dump()) == before


def test_parting_and_its_undoing(manager: Client) -> None:
    agreement("y1", signed="2024-04-24").store()
    agreement("y2", signed="2024-04").store()
    before = records()
    key = next(one.key for one in Document.objects.order_by("key") if len(parts_of(one.key)) > 1)
    count, parts = Document.objects.count(), parts_of(key)
    assert manager.get(f"/records/{key}/split/").content.decode().count('name="node"') == len(parts)
    assert manager.post(f"/records/{key}/split/", {"node": [part.node for part in parts]}).status_code == 302
    assert records() == before
    manager.post(f"/records/{key}/split/", {"node": parts[0].node, "because": "разное"})
    assert Document.objects.count() == count + 1
    manager.post("/history/undo/")
    assert records() == before


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
    before = list(dump())
    answer = client.post(place(path), {name: place(value) for name, value in data.items()})
    if _RANK[role] < _RANK[needed]:
        assert answer.status_code == (302 if role is None else 403)
        assert list(dump()) == before
    else:
        assert answer.status_code == 302
        assert (list(dump()) == before) is (path == "/records/{key}/split/")


@pytest.mark.parametrize("path", [*DEEDS, "/records/{key}/files/", "/records/{key}/values/"])
def test_no_deed_without_the_sign_of_our_own_form(place: Callable[[str], str], path: str) -> None:
    user = User.objects.create_user(username="вера", role=Role.MANAGER)
    client = Client(enforce_csrf_checks=True)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    before = list(dump())
    assert (
        client.post(place(path), {name: place(value) for name, value in DEEDS.get(path, (None, {}))[1].items()}).status_code
        == 403
    )
    assert list(dump()) == before


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


def test_merged_namesakes_keep_their_pages(manager: Client) -> None:
    models: list[type[Record]] = [Person, Event]
    for model in models:
        one, other = model._default_manager.order_by("key")[:2]
        records_merge(keys=[one.key, other.key], author=Author("анна"))
        assert manager.get(f"/records/{min(one.key, other.key)}/split/").content.decode().count('name="node"') >= 2
