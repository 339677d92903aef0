"""Forms of records: what is shown and sent back changes nothing; what is wrong is said, nothing typed is lost."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pobratim.register.dump import dump
from pobratim.register.field import FIELDS, read_value
from pobratim.register.models import Actor, Document, Event, Person, PersonDecision, Record, Statement
from pobratim.register.selectors.history import last_decided
from pobratim.register.selectors.label import labels
from pobratim.register.services import Author, field_edit
from pobratim.web.forms.record import RecordForm
from pobratim.web.forms.shapes import SHAPES
from pobratim.web.forms.typed_date import date_text, read_date

MODELS: list[type[Record]] = [Actor, Person, Document, Event, Statement]


class Inputs(HTMLParser):
    """What a browser sends of the form of a page that nobody touched."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self.inside = False
        self.area: str | None = None
        self.select: str | None = None
        self.options: list[tuple[str, bool]] = []
        self.feed(page)

    def add(self, name: str | None, value: str) -> None:
        if name:
            self.sent.setdefault(name, []).append(value)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if tag == "form":
            self.inside = "record-form" in (held.get("class") or "")
        if not self.inside:
            return
        kind = held.get("type", "text")
        if tag == "input" and (kind not in ("checkbox", "radio") or "checked" in held):
            value = held.get("value") or ("on" if kind == "checkbox" else "")
            self.add(held.get("name"), re.sub("[\r\n]", "", value))
        elif tag == "textarea":
            self.area, self.text = held.get("name"), ""
        elif tag == "select":
            self.select, self.options = held.get("name"), []
        elif tag == "option" and self.select:
            self.options.append((held.get("value") or "", "selected" in held))

    def handle_data(self, data: str) -> None:
        if self.area:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "textarea" and self.area:
            self.add(self.area, self.text.removeprefix("\n").replace("\n", "\r\n"))
            self.area = None
        elif tag == "select" and self.select:
            chosen = [value for value, is_chosen in self.options if is_chosen] or [self.options[0][0]]
            self.add(self.select, chosen[-1])
            self.select = None


def sent_by(page: str, **typed: Any) -> dict[str, Any]:
    """The form as it stands, with what was typed over."""
    inputs: dict[str, Any] = {**Inputs(page).sent, **{name.replace("__", "-"): value for name, value in typed.items()}}
    return {name: value for name, value in inputs.items() if value is not None}


def edited(client: Client, key: str, **typed: Any) -> Any:
    address = f"/records/{key}/edit/"
    return client.post(address, sent_by(client.get(address).content.decode(), **typed))


@pytest.fixture
def key(editor: Client) -> str:
    """A document with parties, hands and spheres."""
    return next(
        one.key for one in Document.objects.order_by("key") if {"party", "signatory", "sphere", "signed"} <= one.fields.keys()
    )


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("model", MODELS)
def test_sent_back_as_it_was_nothing_changes(editor: Client, model: type[Record], language: str) -> None:
    before = list(dump())
    for one in model._default_manager.order_by("key")[:12]:
        address = f"/records/{one.key}/edit/"
        page = editor.get(address, headers={"accept-language": language}).content.decode()
        answer = editor.post(address, sent_by(page), headers={"accept-language": language})
        assert answer.status_code == 302, answer.content.decode()
    assert list(dump()) == before


text = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), min_size=1, max_size=60)
date = st.builds(
    lambda value, wording: {
        "value": value,
        "precision": "day" if value[0] == "-" else {4: "year", 7: "month"}.get(len(value), "day"),
        "wording": wording,
    },
    st.one_of(
        st.dates().map(lambda day: day.isoformat()),
        st.dates().map(lambda day: day.isoformat()[:7]),
        st.dates().map(lambda day: day.isoformat()[:4]),
        st.just("--02-29"),
    ),
    text,
)
VALUES: dict[tuple[str, str], st.SearchStrategy[Any]] = {
    ("a", "name"): text,
    ("a", "kind"): st.from_regex(r"[a-z][a-z0-9-]{0,9}", fullmatch=True),
    ("p", "name"): st.fixed_dictionaries({"name": text}, optional={"surname": text, "given": text}),
    ("p", "post"): st.lists(st.fixed_dictionaries({"title": text}, optional={"acting": st.booleans()}), max_size=3),
    ("d", "title"): text,
    ("d", "signed"): date,
    ("d", "term"): st.fixed_dictionaries({"from": date, "open_ended": st.booleans()}, optional={"renewal": text, "to": date}),
    ("d", "sphere"): st.lists(st.sampled_from(["sport", "culture", "nonsense", "a-1"]), unique=True),
    ("s", "text"): st.fixed_dictionaries({"text": text, "direct": st.booleans()}),
}


@pytest.mark.usefixtures("demo")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(sorted(VALUES)).flatmap(lambda which: st.tuples(st.just(which), VALUES[which])), st.sampled_from(["ru", "en"])
)
def test_any_value_that_a_field_may_have_comes_back_untouched(told: tuple[tuple[str, str], Any], language: str) -> None:
    (kind, field), given_ = told
    many = given_ if isinstance(given_, list) else [given_]
    model = {"a": Actor, "p": Person, "d": Document, "s": Statement}[kind]
    record = model(key=kind + "0" * 20, fields={field: [{"value": read_value(kind, field, one), "pages": 1} for one in many]})
    with translation.override(language):
        form = RecordForm(kind, record)
        from django.template.loader import render_to_string

        page = render_to_string(
            "web/edit.html", {"form": form, "kind": kind, "record": record, "seen": "", "name": "", "user": None}
        )
        from django.http import QueryDict

        data = QueryDict(mutable=True)
        for name, values in Inputs(page).sent.items():
            data.setlist(name, values)
        again = RecordForm(kind, record, data)
    assert [one.field for one in again.fields if one.touched] == []


@given(st.one_of(date.map(lambda one: one["value"])), st.sampled_from(["ru", "en"]))
def test_a_date_is_read_back_as_it_is_shown(value: str, language: str) -> None:
    if value[:1] not in "12-":
        return
    with translation.override(language):
        assert (read_date(date_text(value)) or {}).get("value") == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("24.04.2024", "2024-04-24"),
        ("4.4.2024 г.", "2024-04-04"),
        ("24 апреля 2024 года", "2024-04-24"),
        ("апрель 2024", "2024-04"),
        ("04.2024", "2024-04"),
        ("2024-04", "2024-04"),
        ("2021", "2021"),
        ("2021 год", "2021"),
        ("24 апреля", "--04-24"),
        ("April 24, 2024", "2024-04-24"),
        ("24 Apr 2024", "2024-04-24"),
        ("29.02.2023", None),
        ("24.13.2024", None),
        ("вчера", None),
        ("24 мартобря 2024", None),
        ("0000", None),
        ("20244", None),
        ("٢٠٢٤-01-01", None),
        ("2٠24", None),
        ("сент. 2024", "2024-09"),
        ("2 мая 2024", "2024-05-02"),
        ("майор 2024", None),
    ],
)
def test_dates_as_people_type_them(typed: str, value: str | None) -> None:
    assert (read_date(typed) or {}).get("value") == value


def test_every_field_has_its_shape() -> None:
    elsewhere = {"s": {"outcome"}}
    shaped = {kind: set(fields) | elsewhere.get(kind, set()) for kind, fields in SHAPES.items()}
    assert shaped == {kind: set(FIELDS[kind]) for kind in "apdes"}


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
    before = list(dump())
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
    assert list(dump()) == before
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
    before = list(dump())
    answer = edited(editor, key, add="party", title__0__value="ещё не всё")
    page = answer.content.decode()
    assert (answer.status_code, Inputs(page).sent["title-0-value"]) == (200, ["ещё не всё"])
    number = len(Document.objects.get(key=key).fields["party"])
    assert f"party-{number}-actor" in page
    assert list(dump()) == before


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
    before = list(dump())
    editor.post(f"/records/{key}/edit/", {"seen": last_decided(key), "title-0-value": "без спроса"})
    assert list(dump()) == before


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
    before = list(dump())
    answer = editor.post(f"/enter/{kind}/", sent_by(editor.get(f"/enter/{kind}/").content.decode()))
    assert answer.status_code == 422
    assert [one.field for one in answer.context["form"].wrong] == {
        "d": ["kind", "party"],
        "a": ["name", "kind"],
        "e": ["kind"],
    }.get(kind, ["name"] if kind == "p" else ["text"])
    assert list(dump()) == before


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
    before = list(dump())
    answer = edited(editor, key, **{name.replace("-", "__"): value for name, value in typed.items()})
    assert answer.status_code == 422
    assert len(answer.context["form"].wrong) == 1
    assert list(dump()) == before


def test_the_lookup_offers_what_bears_the_name(editor: Client) -> None:
    actor = Actor.objects.filter(kind="region").order_by("-pages", "key")[0]
    page = editor.get("/lookup/", {"of": "party-0-actor", "kind": "a", "party-0-actor": actor.name[:5]}).content.decode()
    assert f'value="{actor.key}"' in page
    hostile = editor.get("/lookup/", {"of": '"><script>', "kind": "z", '"><script>': "<b>" * 5000}).content.decode()
    assert "<script>" not in hostile
    assert "<b>" not in hostile
