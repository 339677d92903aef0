"""Forms beside others: overtaken, sent bare, of new records; nonsense; the lookup of names."""

from __future__ import annotations

import pytest
from django.db import OperationalError
from django.test import Client

from pobratim.register.models import Actor, Document
from pobratim.register.selectors.history import last_decided
from pobratim.register.selectors.label import labels
from pobratim.register.services import Author, field_edit
from tests.registers import said

from .filled_form import Inputs, edited, sent_by


@pytest.fixture
def key(editor: Client) -> str:
    """A document with parties, hands and spheres."""
    return next(
        one.key for one in Document.objects.order_by("key") if {"party", "signatory", "sphere", "signed"} <= one.fields.keys()
    )


def test_two_at_once_one_is_told(editor: Client, key: str) -> None:
    address = f"/records/{key}/edit/"
    page = editor.get(address).content.decode()
    field_edit(key=key, field="title", value="О спорте", author=Author("борис"))
    field_edit(key=key, field="signed", value={"value": "2020", "precision": "year"}, author=Author("борис"))
    late = editor.post(address, sent_by(page, title__0__value="О дружбе"))
    shown = late.content.decode()
    assert late.status_code == 409
    assert "борис" in shown
    assert [one.field for one in late.context["form"].overtaken] == ["title"]
    kept = Inputs(shown).sent
    assert (kept["title-0-value"], kept["signed-0-value"]) == (["О дружбе"], ["2020"])
    assert Document.objects.get(key=key).title == "О спорте"
    assert editor.post(address, sent_by(shown)).status_code == 302
    found = Document.objects.get(key=key)
    assert (found.title, found.signed) == ("О дружбе", "2020")


def test_a_bare_post_clears_nothing(editor: Client, key: str) -> None:
    before = said()
    editor.post(f"/records/{key}/edit/", {"seen": last_decided(key), "title-0-value": "без спроса"})
    assert said() == before


def test_a_document_is_entered(editor: Client) -> None:
    one, other = Actor.objects.filter(kind="region").order_by("key")[:2]
    page = editor.get("/enter/d/").content.decode()
    typed = sent_by(page, kind__0__value="agreement", signed__0__value="24.04.2024", title__0__value="О побратимстве")
    typed |= {"party-0-actor": labels([one.key])[one.key], "party-1-actor": other.key, "sphere-0-value": ["sport", "culture"]}
    answer = editor.post("/enter/d/", typed)
    assert answer.status_code == 302
    found = Document.objects.get(title="О побратимстве")
    assert (found.signed, found.state) == ("2024-04-24", "a")
    assert set(found.parties.values_list("key", flat=True)) == {one.key, other.key}
    assert set(found.spheres.values_list("code", flat=True)) == {"sport", "culture"}


@pytest.mark.parametrize("kind", "apdes")
def test_an_empty_form_says_what_is_needed(editor: Client, kind: str) -> None:
    before = said()
    answer = editor.post(f"/enter/{kind}/", sent_by(editor.get(f"/enter/{kind}/").content.decode()))
    assert answer.status_code == 422
    assert [one.field for one in answer.context["form"].wrong] == {
        "d": ["kind", "party"],
        "a": ["name", "kind"],
        "e": ["kind"],
    }.get(kind, ["name"] if kind == "p" else ["text"])
    assert said() == before


def test_no_kind_of_record(editor: Client) -> None:
    assert editor.get("/enter/x/").status_code == 404


@pytest.mark.parametrize(
    "typed",
    [
        {"term-0-years": "-5"},
        {"term-0-years": "x"},
        {"term-0-from": "2024", "term-0-to": "2020"},
        {"term-0-open_ended": "on", "term-0-years": "5"},
        {"title-0-value": "a\0b"},
        {"title-0-value": "я" * 2001},
        {"kind-0-value": "song"},
        {"sphere-0-value": "<b>"},
        {"signatory-99-person": "", "signatory-99-for": "Псков"},
        {"place-0-value": "p" + "0" * 20},
        {"place-0-value": "a" + "0" * 20},
        {"place-0-value": "x", "place-0-value-pick": "d" + "0" * 20, "place-0-value-asked": "x"},
        {"place-0-value": "\u202e" * 300},
    ],
)
def test_nonsense_is_refused_and_changes_nothing(editor: Client, key: str, typed: dict[str, str]) -> None:
    before = said()
    answer = edited(editor, key, **{name.replace("-", "__"): value for name, value in typed.items()})
    assert answer.status_code == 422
    assert len(answer.context["form"].wrong) == 1
    assert said() == before


def test_a_database_that_cannot_write_is_told_and_nothing_changes(
    editor: Client, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("pobratim.web.views.edit.record_edit", full)
    before = said()
    answer = edited(editor, key, title__0__value="Соглашение о дружбе")
    assert answer.status_code == 503
    assert "the disk is full" in answer.content.decode()
    assert said() == before


def test_the_lookup_offers_what_bears_the_name(editor: Client) -> None:
    actor = Actor.objects.filter(kind="region").order_by("-pages", "key")[0]
    page = editor.get("/lookup/", {"of": "party-0-actor", "kind": "a", "party-0-actor": actor.name[:5]}).content.decode()
    assert f'value="{actor.key}"' in page
    hostile = editor.get("/lookup/", {"of": '"><script>', "kind": "z", '"><script>': "<b>" * 5000}).content.decode()
    assert "<script>" not in hostile
    assert "<b>" not in hostile
