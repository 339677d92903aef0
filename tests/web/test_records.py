"""Pages of records: whole for every record of the corpus, few queries, what must be on them is on them."""

from __future__ import annotations

import re

import msgspec
import pytest
from django.test import Client

from pobratim.core.date import Basis
from pobratim.core.facts import Relation, Signatory, Term
from pobratim.register.models import Actor, Document, Event, Node, Person, Record, Statement
from pobratim.register.services import Author, field_edit, records_merge
from pobratim.web.showing import rows_of
from tests.register.story import Story, agreement, day

from .counting import few_queries

PLACES = {Document: "documents", Event: "events", Actor: "partners", Person: "people", Statement: "statements"}


def address(record: Record) -> str:
    return f"/{PLACES[type(record)]}/{record.key}/"


def text_of(client: Client, path: str, status: int = 200) -> str:
    """The page; counts what it asked of the database."""
    with few_queries():
        answer = client.get(path)
    assert answer.status_code == status, path
    page = answer.content.decode()
    assert 'href=""' not in page, path
    return page


@pytest.mark.parametrize("model", PLACES)
def test_every_record_of_the_corpus_has_its_page(demo: None, client: Client, model: type[Record]) -> None:
    busiest = model._default_manager.order_by("-pages", "key")[:12]
    contradicted = model._default_manager.filter(contradicted=True)[:4]
    for record in (*busiest, *contradicted):
        page = text_of(client, address(record))
        assert "style=" not in page
        assert page.count("<script") == page.count("<script src=")


def test_pair_of_the_corpus(demo: None, client: Client) -> None:
    document = next(one for one in Document.objects.order_by("-pages", "key") if one.party_rows.count() > 1)
    one, other = sorted({row.acts_for_id for row in document.party_rows.all()})[:2]
    first = client.get(f"/pair/{one}/{other}/")
    second = client.get(f"/pair/{other}/{one}/")
    assert sorted((first.status_code, second.status_code)) == [200, 302]
    path = f"/pair/{one}/{other}/" if first.status_code == 200 else f"/pair/{other}/{one}/"
    assert address(document) in text_of(client, path)
    assert (first if first.status_code == 302 else second)["Location"] == path


@pytest.fixture
def told(register: str) -> None:
    """An agreement signed, recalled with another date, ended; a plan within it, a promise, a visit; words, hands."""
    story = Story("1", "2021-03-02")
    parties = story.place("Ленинградская область"), story.place("Чуйская область")
    head = story.person("Александр Дрозденко", "губернатор", parties[0])
    guest = story.person("Акылбек Жапаров", "полпред", parties[1])
    whole = story.document(
        *parties,
        signed="2021-03-01",
        title="соглашение о сотрудничестве",
        term=Term(years=5),
        spheres=["sport"],
        signatories=[Signatory(person=head, for_=parties[0]), Signatory(person=guest, for_=parties[1])],
    )
    story.document(*parties, kind="plan", signed="2022-04-01", relations=[Relation(kind="implements", to=whole)])
    story.event(*parties, kind="signing", date="2021-03-01", people=(head, guest), documents=[whole])
    story.statement(head, "Мы ждали этого дня")
    story.facts.statements[0].documents = [whole]
    story.store()
    agreement("2", "2021-03-03", signed="2021-03-02", title="соглашение о сотрудничестве").store()
    agreement("3", "2024-01-01", kind="memorandum", status="planned").store()
    agreement("4", "2023-06-16", signed="2021-03-01", title="соглашение о сотрудничестве", status="terminated").store()


def of(model: type[Record], **which: object) -> Record:
    return model._default_manager.filter(**which).order_by("-pages", "key")[0]


def test_document_says_who_says_what(told: None, client: Client) -> None:
    document = of(Document, kind="agreement")
    page = text_of(client, address(document))
    assert "Where pages disagree" in page
    assert page.count('<div class="card"><p class="what">') == len(document.contradictions["signed"]) == 2
    assert "губернатор" in page
    assert "How its state was told" in page
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in page
    assert page.index("What led to it") < page.index("What happened since") < page.index("Мы ждали этого дня")


def test_the_same_day_in_other_words_is_no_rival(sqlite_register: object) -> None:
    told: tuple[tuple[str, Basis], ...] = (("2024-04-24", "explicit"), ("2024-04-24", "relative"), ("2024-04-25", "explicit"))
    for number, (signed, basis) in enumerate(told):
        story = agreement(str(number), "2024-04-26", signed=signed)
        document = story.facts.documents[0]
        document.signed = msgspec.structs.replace(day(signed), basis=basis)
        story.store()
    (row,) = (one for one in rows_of(Document.objects.get()) if one.field == "signed")
    assert ([len(row.values), len(row.rivals), len(row.also)], row.contradicted) == ([1, 1, 1], True)
    assert row.rivals[0].html.startswith("25")


def test_document_on_a_day(told: None, client: Client) -> None:
    document = of(Document, kind="plan")
    assert 'class="chip chip-signed"' in text_of(client, address(document))
    assert 'class="chip chip-absent"' in text_of(client, address(document) + "?on=2022-03-31")
    for wrong in ("2022-02-30", "вчера", "0", "<b>"):
        assert "Not a day" in text_of(client, address(document) + f"?on={wrong}", status=400)


def test_what_people_decided_stands_on_the_page(told: None, client: Client) -> None:
    document = of(Document, kind="plan")
    field_edit(key=document.key, field="title", value="план <b>дел</b>", author=Author("анна"), reason="по подлиннику")
    page = text_of(client, address(document))
    assert "What people decided" in page
    assert "по подлиннику" in page
    assert "план &lt;b&gt;дел&lt;/b&gt;" in page


def test_few_queries_for_those_who_may_edit_too(editor: Client) -> None:
    for model in PLACES:
        for record in model._default_manager.order_by("-pages", "key")[:4]:
            text_of(editor, address(record))


def test_few_queries_however_much_there_is(told: None, client: Client) -> None:
    story = Story("chain", "2025-01-01")
    parties = story.place("Ленинградская область"), story.place("Чуйская область")
    who = story.person("Александр Дрозденко", "губернатор", parties[0])
    before = story.document(*parties, signed="2021-03-01", title="соглашение о сотрудничестве", witnesses=[who])
    for year in range(2015, 2021):
        more = [Relation(kind="within", to=before)]
        before = story.document(*parties, kind="protocol", signed=f"{year}-02-03", relations=more, place=parties[0])
    story.store()
    document = of(Document, kind="agreement")
    for title in ("соглашение раз", "соглашение два"):
        field_edit(key=document.key, field="title", value=title, author=Author("анна"))
    party = [{"actor": {"node": of(Actor, name=name).key}} for name in ("Чуйская область", "Ленинградская область")]
    field_edit(key=document.key, field="party", value=party, author=Author("анна"))
    page = text_of(client, address(document))
    assert "соглашение раз" in page
    assert page.count('<circle class="node') == 6  # itself, its plan, and the chain four steps on


def test_partner_shows_documents_by_state_and_others(told: None, client: Client) -> None:
    here, there = of(Actor, name="Чуйская область"), of(Actor, name="Ленинградская область")
    page = text_of(client, address(here))
    for heading in ("Documents planned", "Documents terminated", "Contacts by year", "Spheres", "People"):
        assert heading in page, heading
    assert f"/pair/{here.key}/{there.key}/" in page
    found = text_of(client, address(here) + "?with=ЛЕНИНГР")
    assert found.count(f"/pair/{here.key}/{there.key}/") == 2
    for name in ("марс", "%00марс", "%25_", "я" * 500):
        assert "No partner is called so." in text_of(client, address(here) + f"?with={name}")


def test_pair_shows_what_is_between(told: None, client: Client) -> None:
    here, there = of(Actor, name="Чуйская область"), of(Actor, name="Ленинградская область")
    page = text_of(client, f"/pair/{there.key}/{here.key}/")
    for heading in (
        "What was in force when",
        "Promised and never signed",
        "What was said of their documents",
        "Contacts by year",
    ):
        assert heading in page, heading
    assert page.count("signed 1 document") == page.count("at 1 event") == 2
    assert "ended on 16 June 2023" in page
    assert text_of(client, f"/pair/{here.key}/{here.key}/", status=400)
    assert text_of(client, f"/pair/{here.key}/{of(Person).key}/", status=404)


def test_person_shows_posts_signatures_meetings_words(told: None, client: Client) -> None:
    page = text_of(client, address(of(Person, surname="Дрозденко")))
    for heading in ("Posts over time", "Signatures", "Meetings", "Мы ждали этого дня", "At the same events", "Жапаров"):
        assert heading in page, heading


def test_namesakes_are_named(register: str, client: Client) -> None:
    for number, (place, post) in enumerate((("Тверская область", "министр"), ("Витебская область", "ректор"))):
        story = Story(str(number))
        story.person("Сергей Иванов", post, story.place(place))
        story.store()
    one, other = Person.objects.order_by("key")
    assert address(other) in text_of(client, address(one))
    assert "ректор" in text_of(client, address(Person.objects.get(appointments__title="министр")))


def test_event_shows_people_by_side(told: None, client: Client) -> None:
    page = text_of(client, address(of(Event)))
    assert "People by side" in page
    assert "What was said there" in page
    assert address(of(Document, kind="agreement")) in page


def test_statement_shows_the_speaker_and_the_post(told: None, client: Client) -> None:
    page = text_of(client, address(of(Statement)))
    assert "Дрозденко" in page
    assert "губернатор" in page


@pytest.mark.parametrize(
    "path",
    [
        "documents/d" + "0" * 20,
        "documents/x",
        "partners/" + "я" * 300,
        "people/d1",
        "events/%00",
        "documents/d%00",
        "pages/99999",
    ],
)
def test_unknown_keys_are_a_clear_404(told: None, client: Client, path: str) -> None:
    assert "This cannot be shown" in text_of(client, f"/{path}/", status=404)


def test_the_key_of_a_merged_record_leads_to_it(register: str, client: Client) -> None:
    agreement("1", signed="2021-03-01").store()
    agreement("2", signed="2022-05-01").store()
    one, other = Document.objects.order_by("key")
    records_merge(keys=[one.key, other.key], author=Author("анна"))
    kept = Document.objects.get()
    for node in Node.objects.filter(kind="d").exclude(key=kept.key):
        answer = client.get(f"/documents/{node.key}/?on=2021-04-01")
        assert answer.status_code == 302
        assert answer["Location"] == f"/documents/{kept.key}/?on=2021-04-01"


@pytest.mark.parametrize("model", [Document, Event, Actor, Person])
def test_a_record_as_linked_data(demo: None, client: Client, model: type[Record]) -> None:
    record = model._default_manager.order_by("-pages", "key")[0]
    (path,) = set(re.findall(r'href="([^"]+\.jsonld)"', text_of(client, address(record))))
    answer = client.get(path)
    assert answer.headers["Content-Type"] == "application/ld+json"
    told = answer.json()
    assert told["@id"].endswith(record.key)
    assert told["@context"]


def test_a_statement_is_no_linked_data(demo: None, client: Client) -> None:
    record = Statement.objects.all()[0]
    assert ".jsonld" not in text_of(client, address(record))
    assert client.get(f"/records/{record.key}.jsonld").status_code == 404


HOSTILE = ["<script>alert(1)</script>", "\u202eкетсеВ\u202c", '"><img src=x onerror=alert(1)>', "{{ 7|add:7 }}", "Ы" * 10_000]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_text_on_every_page(sqlite_register: object, client: Client, name: str) -> None:
    story = Story("javascript:alert(1)", headline=name)
    place, other = story.place(name, kind="city"), story.place("Чуйская область")
    who = story.person(f"{name} {name}", name, place)
    document = story.document(place, other, signed="2024-04-24", title=f"план {name}", signatories=[Signatory(person=who)])
    story.document(place, other, kind="plan", signed="2025-04-24", relations=[Relation(kind="implements", to=document)])
    story.event(place, other, date="2024-04-24", people=(who,), documents=[document])
    story.statement(who, name)
    story.store()
    agreement("b", signed="2024-04-26").store()
    one, two = (Actor.objects.get(name=called).key for called in (name, "Чуйская область"))
    paths = [address(record) for model in PLACES for record in model._default_manager.all()]
    paths += [
        f"/pair/{one}/{two}/" if client.get(f"/pair/{one}/{two}/").status_code == 200 else f"/pair/{two}/{one}/",
        "/pages/1/",
    ]
    for path in paths:
        page = text_of(client, path)
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert 'href="javascript' not in page
        assert page.count("<script") == page.count("<script src=")


def test_dates_at_the_edge_of_the_calendar(register: str, client: Client) -> None:
    agreement("1", signed="0001-01-01", term=Term(years=999)).store()
    agreement("2", signed="9999-12-31", term=Term(to=day("9999"))).store()
    agreement("3", signed="1500").store()
    one, two = (Actor.objects.get(name=name).key for name in ("Ленинградская область", "Чуйская область"))
    for on in ("0001-01-01", "2026-11-23", "9999-12-31"):
        text_of(client, f"/pair/{one}/{two}/?on={on}")
        text_of(client, f"/partners/{one}/?on={on}")
