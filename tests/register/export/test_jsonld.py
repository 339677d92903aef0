"""JSON-LD as others read it: expanded and compacted by pyld, every word an IRI, nothing lost, no network asked."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from pobratim.core.facts import Attendee, Signatory, Term
from pobratim.register.errors import NoSuchRecord
from pobratim.register.export.jsonld import context, record_jsonld, write_jsonld
from pobratim.register.export.node import RECORD
from pobratim.register.models import Actor, Document, Event, Person
from pobratim.register.services import Author, record_accept
from tests.register.story import Relation, Story, day

LISTS = ("documents", "events", "people", "partners")


def offline(url: str, options: Any) -> Any:
    pytest.fail(f"asked the network for {url}")


@pytest.fixture
def full() -> None:
    """A register with all kinds of records and most of their fields."""
    story = Story("https://a.example/1?a=1&b=«2»", headline="Стороны «подписали» соглашение")
    one, two = story.place("Ленинградская область"), story.place("Чуйская область")
    government = story.body("Правительство Чуйской области", "government", two)
    who, other = story.person("Иван Петров", "губернатор", one), story.person("Пётр Иванов", "врио акима", two)
    term = Term(from_=day("2024"), to=day("2028-12"), years=5, renewal="на тот же срок")
    frame = story.document(one, government, signed="2023-06", title="Соглашение о сотрудничестве")
    story.document(
        one,
        government,
        kind="plan",
        signed="2024-04-24",
        title="План мероприятий\n«с кавычками»",
        spheres=["culture", "trade-economic"],
        place=two,
        term=term,
        signatories=[Signatory(person=who, for_=one), Signatory(person=other, for_=government)],
        witnesses=[other],
        relations=[Relation(kind="implements", to=frame)],
    )
    story.event(one, government, date="2024-04-24", people=(who,), place=two, host=two, documents=["d1"])
    story.facts.events[0].people.append(Attendee(person=other, role="head", side=government))
    story.store()
    contradicting = Story("file:/pages/2.html", None)
    contradicting.document(contradicting.place("Ленинградская область"), contradicting.place("Чуйская область"), signed="2019")
    contradicting.store()
    record_accept(key=Person.objects.first().key, author=Author("анна"))  # type: ignore[union-attr]


def keys() -> list[str]:
    return [key for model in (Actor, Person, Document, Event) for key in model.objects.values_list("key", flat=True)]


def words(node: Any) -> set[str]:
    """All properties, types and values by reference in an expanded document."""
    if isinstance(node, list):
        return set().union(*map(words, node)) if node else set()
    if not isinstance(node, dict):
        return set()
    own = {name for name in node if not name.startswith("@")}
    own |= {node["@id"]} if "@id" in node else set()
    types = node.get("@type", [])
    own |= set(types) if isinstance(types, list) else {types}
    return own.union(*(words(value) for name, value in node.items() if name != "@value")) if node else own


@pytest.mark.usefixtures("register", "full")
def test_every_record_survives_expansion_and_compaction() -> None:
    jsonld.set_document_loader(offline)
    seen: set[str] = set()
    for key in keys():
        told = record_jsonld(key)
        expanded = jsonld.expand(told)
        assert jsonld.compact(expanded, context()) == told
        assert told["@id"] == RECORD + key
        seen |= words(expanded)
    assert not [one for one in seen if not re.match(r"(https?|urn):", one)]
    assert "https://w3id.org/pobratim/ns#implements" in seen
    assert "https://w3id.org/pobratim/sphere#culture" in seen
    assert "urn:iso:std:iso:3166:-2#KG-C" in seen


@pytest.mark.usefixtures("register", "full")
def test_a_list_is_one_graph() -> None:
    jsonld.set_document_loader(offline)
    for what in LISTS:
        file = io.BytesIO()
        number = write_jsonld(file, what)
        told = json.loads(file.getvalue())
        assert number == len(told["@graph"]) > 0
        assert len(jsonld.expand(told)) == number
        assert jsonld.to_rdf(told)["@default"]


@pytest.mark.usefixtures("sqlite_register", "full")
def test_what_a_document_says() -> None:
    plan = record_jsonld(Document.objects.get(kind="plan").key)
    assert (plan["@type"], plan["kind"], plan["signed"]) == (
        "DigitalDocument",
        "code:plan",
        {"@type": "xsd:date", "@value": "2024-04-24"},
    )
    assert {one["actor"]["name"]: one.get("actsFor", {}).get("name") for one in plan["party"]} == {
        "Ленинградская область": None,
        "Правительство Чуйской области": "Чуйская область",
    }
    assert plan["term"]["to"] == {"@type": "xsd:gYearMonth", "@value": "2028-12"}
    assert plan["citation"][0]["url"] == "https://a.example/1?a=1&b=«2»"
    chuy = record_jsonld(Actor.objects.get(iso3166_2="KG-C").key)
    assert (chuy["@type"], chuy["identifier"][0]["value"]) == ("AdministrativeArea", "KG-C")


@pytest.mark.usefixtures("sqlite_register")
def test_an_empty_list_and_a_record_that_is_none() -> None:
    file = io.BytesIO()
    assert write_jsonld(file, "documents") == 0
    assert json.loads(file.getvalue())["@graph"] == []
    with pytest.raises(NoSuchRecord):
        record_jsonld("d" + "0" * 20)


def test_every_word_of_ours_is_documented(root: Path) -> None:
    told = (root / "docs/vocabulary.md").read_text(encoding="utf-8")
    own = [one["@id"] for one in context().values() if isinstance(one, dict) and one["@id"].startswith("pob:")]
    source = (root / "src/pobratim/register/export/node.py").read_text(encoding="utf-8")
    own += re.findall(r'"(pob:[A-Z]\w+)"', source)
    assert [one for one in own if f"`{one}`" not in told] == []
