"""Pages and people that mean no good: a clear error or harmless text, nothing lost."""

from __future__ import annotations

import msgspec
import pytest

from pobratim.core import facts
from pobratim.core.errors import PageError
from pobratim.register.check import facts_of
from pobratim.register.dump import dump
from pobratim.register.errors import WrongValue
from pobratim.register.models import Document, Person, Statement
from pobratim.register.services import Author, Incoming, field_edit, page_store, rebuild, settle

from .story import Story, agreement

pytestmark = pytest.mark.usefixtures("register")

HOSTILE = (
    "<script>alert(1)</script>",
    "'; DROP TABLE register_document; --",
    "\u202eкетсеВ\u202c",
    "а\u0301" * 50,
    "%s %(x)s {0} \\",
    '=HYPERLINK("http://evil")',
    "\ufeff\u200b\u2066",
    "😀" * 300,
)


@pytest.mark.parametrize("name", [*HOSTILE, "Ы" * 10_000, " ", "\x00нуль\x00", "\n\r\t"])
def test_names_of_all_kinds_go_in_as_text(name: str) -> None:
    story = Story("page?" + name, headline=name.replace("\0", "\ufffd") or "x")
    place, other = story.place(name, kind="city"), story.place("Чуйская область")
    who = story.person(name if name.strip() else "x", name, place)
    story.document(place, other, signed="2024-04-24", title=name)
    story.event(place, other, date="2024-04-24", people=(who,))
    story.statement(who, name)
    line = msgspec.json.encode(story.facts)
    page_store(Incoming(facts_of(line), story.address.replace("\0", "\ufffd")))
    settle()
    clean = name.replace("\0", "\ufffd")
    assert Document.objects.get().title == clean
    assert Statement.objects.get().text == clean
    before = list(dump())
    rebuild()
    assert list(dump()) == before


def test_nul_escapes_that_are_only_text_stay() -> None:
    read = facts_of(rb'{"page": {"text": "a\\u0000b \u0000"}}')
    assert read.page.text == "a\\u0000b \ufffd"


def test_an_edit_with_nul_characters(author: Author) -> None:
    agreement("a", signed="2024-04-24").store()
    field_edit(key=Document.objects.get().key, field="title", value="а\0б", author=Author("\0"), reason="\0")
    assert Document.objects.get().title == "а\ufffdб"


def test_an_edit_with_marks_that_turn_the_text_about(author: Author) -> None:
    agreement("a", signed="2024-04-24").store()
    key = Document.objects.get().key
    field_edit(key=key, field="title", value="\u202aСоглашение\u202c о \u2067дружбе\u2069", author=author)
    assert Document.objects.get().title == "Соглашение о дружбе"
    with pytest.raises(WrongValue):
        field_edit(key=key, field="title", value="\u202e", author=author)


def test_a_person_without_a_name() -> None:
    story = Story("a")
    story.facts.people = [facts.Person(id="h", name="")]
    story.store()
    assert Person.objects.count() == 1


def test_a_page_of_a_thousand_people_and_thirty_parties() -> None:
    story = Story("a")
    places = [story.place(f"Город {number}", kind="city", country="RU") for number in range(30)]
    for number in range(1000):
        story.person(f"Имя Фамилия{number}", "мэр", places[number % 30])
    story.document(*places, signed="2024-04-24")
    story.store()
    assert Person.objects.count() == 1000
    assert Document.objects.get().parties.count() == 30


def wrong_kinds() -> dict[str, Story]:
    """Pages in which a reference leads to a thing of another kind."""
    found = {name: agreement("a", signed="2024-04-24") for name in ("speaker", "party", "at event", "witness", "to", "own id")}
    found["speaker"].statement("d0", "слова")
    found["party"].facts.documents[0].parties.append("d0")
    found["at event"].event("d0")
    found["witness"].facts.documents[0].witnesses.append("pl0")
    found["to"].facts.documents[0].relations.append(facts.Relation(kind="implements", to="pl1"))
    found["own id"].facts.statements.append(facts.Statement(id="", speaker=None, text="", direct=False))
    return found


@pytest.mark.parametrize("name", wrong_kinds())
def test_a_reference_to_a_thing_of_another_kind_is_refused(name: str) -> None:
    with pytest.raises(PageError):
        facts_of(wrong_kinds()[name].line())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("place", {"node": "{document}"}),
        ("signatory", [{"person": {"node": "{actor}"}}]),
        ("witness", [{"node": "{document}"}]),
        ("party", [{"actor": {"node": "{document}"}}]),
        ("relation", [{"kind": "implements", "to": {"node": "{actor}"}}]),
        ("signed", {"value": "2024-02-30", "precision": "day"}),
        ("signed", {"value": "2024-04", "precision": "day"}),
        ("signed", {"value": "--02-30", "precision": "day"}),
        ("signed", {"value": "0000", "precision": "year"}),
        ("term", {"to": {"value": "2024-13", "precision": "month"}}),
        ("course", [{"state": "suspended", "since": "2024-99-99", "reason": "письмо"}]),
    ],
)
def test_an_edit_that_does_not_fit_is_refused(author: Author, field: str, value: object) -> None:
    agreement("a", signed="2024-04-24").store()
    keys = {"{document}": Document.objects.get().key, "{actor}": Document.objects.get().parties.all()[0].key}
    told = msgspec.json.encode(value).decode()
    for name, key in keys.items():
        told = told.replace(name, key)
    before = list(dump())
    with pytest.raises(WrongValue):
        field_edit(key=keys["{document}"], field=field, value=msgspec.json.decode(told), author=author)
    assert list(dump()) == before


def test_a_day_without_its_year_may_be_the_29th_of_february(author: Author) -> None:
    agreement("a", signed="2024-04-24").store()
    field_edit(key=Document.objects.get().key, field="signed", value={"value": "--02-29", "precision": "day"}, author=author)
    assert Document.objects.get().signed == "--02-29"
