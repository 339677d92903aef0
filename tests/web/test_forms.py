"""Forms of records: what is shown and sent back changes nothing; what is wrong is said, nothing typed is lost."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from pobratim.register.models import Actor, Document, Event, Person, PersonDecision, Record, Statement
from pobratim.register.services import Author, field_edit
from tests.registers import said

from .filled_form import Inputs, edited, sent_by

MODELS: list[type[Record]] = [Actor, Person, Document, Event, Statement]


@pytest.fixture
def key(editor: Client) -> str:
    """A document with parties, hands and spheres."""
    return next(
        one.key for one in Document.objects.order_by("key") if {"party", "signatory", "sphere", "signed"} <= one.fields.keys()
    )


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("model", MODELS)
def test_sent_back_as_it_was_nothing_changes(editor: Client, model: type[Record], language: str) -> None:
    before = said()
    for one in model._default_manager.order_by("key")[:12]:
        address = f"/records/{one.key}/edit/"
        page = editor.get(address, headers={"accept-language": language}).content.decode()
        answer = editor.post(address, sent_by(page), headers={"accept-language": language})
        assert answer.status_code == 302, answer.content.decode()
    assert said() == before


def test_several_fields_at_one_stroke(editor: Client, key: str) -> None:
    rest = Document.objects.get(key=key)
    answer = edited(editor, key, title__0__value="О дружбе", signed__0__value="апрель 2024", reason="по оригиналу")
    assert answer.status_code == 302
    found = Document.objects.get(key=key)
    assert (found.title, found.signed, found.parties.count()) == ("О дружбе", "2024-04", rest.parties.count())
    made = PersonDecision.objects.all()
    assert {(one.field, one.reason, one.author_name) for one in made} == {
        ("title", "по оригиналу", "anna-editor"),
        ("signed", "по оригиналу", "anna-editor"),
    }
    assert len({one.made_at for one in made}) == 1


def test_what_is_wrong_is_said_and_what_was_typed_stays(editor: Client, key: str) -> None:
    before = said()
    nobody = "Город, которого нет нигде"
    answer = edited(
        editor,
        key,
        title__0__value="<script>alert(1)</script>",
        signed__0__value="31.02.2024",
        place__0__value=nobody,
        kind__0__value="",
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert [one.field for one in answer.context["form"].wrong] == ["kind", "signed", "place"]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    kept = Inputs(page).sent
    assert (kept["signed-0-value"], kept["place-0-value"]) == (["31.02.2024"], [nobody])
    assert 'aria-invalid="true"' in page
    assert said() == before
    again = editor.post(
        f"/records/{key}/edit/", sent_by(page, signed__0__value="2024", place__0__value="", kind__0__value="plan")
    )
    assert again.status_code == 302
    assert Document.objects.get(key=key).title == "<script>alert(1)</script>"


def test_a_name_that_several_bear_is_to_be_chosen(editor: Client, key: str) -> None:
    author = Author("анна")
    one, other = Actor.objects.filter(kind="city").order_by("key")[:2]
    for actor in (one, other):
        field_edit(key=actor.key, field="name", value="Двойной город", author=author)
    answer = edited(editor, key, place__0__value="двойной город")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count('name="place-0-value-pick"') == 3
    assert {one.key, other.key} <= set(re.findall(r'name="place-0-value-pick" value="(\w+)"', page))
    picked = {"place-0-value-pick": other.key}
    assert editor.post(f"/records/{key}/edit/", {**sent_by(page), **picked}).status_code == 302
    assert Document.objects.get(key=key).place_id == other.key


def test_a_pick_does_not_hold_for_a_name_typed_afterwards(editor: Client, key: str) -> None:
    one, other = Actor.objects.filter(kind="region").order_by("key")[:2]
    picked = {"place-0-value-pick": one.key, "place-0-value-asked": one.name}
    answer = edited(editor, key, place__0__value=other.key, **{name.replace("-", "__"): value for name, value in picked.items()})
    assert answer.status_code == 302
    assert Document.objects.get(key=key).place_id == other.key


def test_somebody_new_is_entered_on_the_way(editor: Client, key: str) -> None:
    number = len(Document.objects.get(key=key).fields["signatory"])
    row = f"signatory-{number}"
    new = {
        f"{row}-person": "Небывалов Иван",
        f"{row}-person-asked": "Небывалов Иван",
        f"{row}-person-pick": "new",
        f"{row}-for": "Нигдебург",
        f"{row}-for-asked": "Нигдебург",
        f"{row}-for-pick": "new",
        f"{row}-for-kind": "city",
    }
    answer = edited(editor, key, **{name.replace("-", "__"): value for name, value in new.items()})
    assert answer.status_code == 302
    hand = Document.objects.get(key=key).signatures.select_related("person", "party").get(person__name="Небывалов Иван")
    assert hand.party is not None
    assert (hand.party.name, hand.party.kind, Document.objects.get(key=key).signatures.count()) == (
        "Нигдебург",
        "city",
        number + 1,
    )


def test_a_value_is_taken_away_and_others_keep_their_proof(editor: Client, key: str) -> None:
    before = Document.objects.get(key=key).fields["party"]
    assert edited(editor, key, **{"party-0-off".replace("-", "__"): "on"}).status_code == 302
    after = Document.objects.get(key=key).fields["party"]
    assert after == before[1:]
    assert all(one["pages"] for one in after)


def test_a_single_value_is_cleared(editor: Client, key: str) -> None:
    assert edited(editor, key, signed__0__value="").status_code == 302
    assert Document.objects.get(key=key).signed == ""


def test_a_row_more_keeps_what_was_typed(editor: Client, key: str) -> None:
    before = said()
    answer = edited(editor, key, add="party", title__0__value="ещё не всё")
    page = answer.content.decode()
    assert (answer.status_code, Inputs(page).sent["title-0-value"]) == (200, ["ещё не всё"])
    number = len(Document.objects.get(key=key).fields["party"])
    assert f"party-{number}-actor" in page
    assert said() == before


def test_a_new_document_has_room_for_two_parties(editor: Client) -> None:
    page = editor.get("/enter/d/").content.decode()
    assert re.findall(r'name="(party-\d+-actor)"', page) == ["party-0-actor", "party-1-actor"]
    more = editor.post("/enter/d/", {**sent_by(page), "add": "party"}).content.decode()
    assert re.findall(r'name="(party-\d+-actor)"', more) == ["party-0-actor", "party-1-actor", "party-2-actor"]
    assert re.findall(r'name="(signatory-\d+-person)"', page) == ["signatory-0-person"]
