"""Pages and people that mean no good: a clear error or harmless text, nothing lost."""

from __future__ import annotations

import msgspec
import pytest

from pobratim.core import facts
from pobratim.register.check import facts_of
from pobratim.register.dump import dump
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
