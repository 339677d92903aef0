"""Lists with their filters, records, their evidence, pairs, figures, what is due."""

from __future__ import annotations

from collections import Counter

import msgspec
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pobratim.core.facts import Facts, Term
from pobratim.register.models import Actor, Document, Event, PageVersion, Person, Statement
from pobratim.register.services import Author, field_edit, record_enter, record_reject, records_merge
from tests.register.story import Story, agreement

from .conftest import Api

pytestmark = pytest.mark.usefixtures("told")
LISTS = ("documents", "events", "people", "partners", "statements", "measures", "pages")


def key_of(name: str) -> str:
    return Actor.objects.get(name=name).key


def test_a_document_with_all_that_belongs_to_it(reader: Api) -> None:
    plan = reader.get(f"/documents/{Document.objects.get(kind='plan').key}")
    assert (plan["title"], plan["status"], plan["state"]) == ("План на 2024–2026 годы", "signed", "proposed")
    assert plan["signed"] == {"value": "2024-04-24", "precision": "day", "basis": "explicit", "wording": ""}
    organ, other = plan["parties"]
    assert (organ["actor"]["name"], organ["for"]["name"]) == ("Правительство Ленинградской области", "Ленинградская область")
    assert (other["actor"]["name"], other["for"]) == ("Чуйская область", None)
    (hand,) = plan["signatories"]
    assert (hand["person"]["name"], hand["post"]["title"]) == ("Александр Дрозденко", "губернатор")
    assert plan["term"]["to"]["value"] == plan["ends"] == plan["period"]["end"] == "2026-12-31"
    (relation,) = plan["relations"]
    assert (relation["kind"], relation["to"]["signed"]) == ("implements", "2023-06-15")
    framework = reader.get(f"/documents/{relation['to']['key']}")
    assert framework["related_from"] == [
        {"kind": "implements", "to": {name: plan[name] for name in ("key", "kind", "title")} | {"signed": "2024-04-24"}}
    ]
    assert framework["spheres"] == ["culture", "sport"]
    assert framework["pages"] == 2


def test_the_other_kinds(reader: Api) -> None:
    (event,) = reader.get("/events")["items"]
    assert (event["kind"], event["date"]["value"], len(event["parties"])) == ("visit", "2024-04-24", 2)
    assert [one["person"]["name"] for one in event["people"]] == ["Александр Дрозденко"]
    assert [one["kind"] for one in event["documents"]] == ["plan"]
    (person,) = reader.get("/people?name=Дрозд")["items"]
    assert [(one["title"], one["of"]["name"]) for one in person["posts"]] == [("губернатор", "Ленинградская область")]
    (statement,) = reader.get(f"/statements?speaker={person['key']}")["items"]
    assert (statement["text"], statement["direct"], statement["speaker"]["key"]) == ("Мы рады дружбе", True, person["key"])
    for many, one in (("events", event), ("people", person), ("statements", statement)):
        whole = reader.get(f"/{many}/{one['key']}")
        assert one.items() <= whole.items()
        assert whole["fields"]


def test_partners_and_pairs(reader: Api) -> None:
    one, other = (key_of(name) for name in ("Чуйская область", "Ленинградская область"))
    listed = reader.get("/partners")["items"]
    assert {(row["name"], row["documents"], row["events"]) for row in listed} == {
        ("Чуйская область", 3, 1),
        ("Ленинградская область", 3, 1),
    }
    partner = reader.get(f"/partners/{one}?on=2024-06-01")
    assert partner["ids"] == {"iso3166_2": "KG-C", "geonames": None}
    assert {state: number for state, number in partner["documents"].items() if number} == {"intention": 1, "in_force": 2}
    assert [(row["partner"]["key"], row["documents"]) for row in partner["others"]] == [(other, 3)]
    pair = reader.get(f"/pairs/{one}/{other}?on=2024-06-01")
    assert pair == reader.get(f"/pairs/{other}/{one}?on=2024-06-01")
    assert [row["kind"] for row in pair["promised"]] == ["memorandum"]
    assert [row["kind"] for row in reader.get(pair["events"])["items"]] == ["visit"]
    assert pair["spheres"] == [{"code": "culture", "documents": 1}, {"code": "sport", "documents": 1}]


def test_evidence_with_its_words(reader: Api) -> None:
    key = Document.objects.get(kind="plan").key
    claims = reader.get(f"/documents/{key}/evidence")["items"]
    assert {one["field"] for one in claims} >= {"kind", "title", "party", "signed", "term", "signatory", "relation"}
    (signed,) = reader.get(f"/documents/{key}/evidence?field=signed")["items"]
    assert (signed["value"]["value"], signed["address"]) == ("2024-04-24", "https://a.example/2")
    assert signed["quotes"] == ["Стороны подписали соглашение"]
    text = reader.get(f"/pages/{signed['page']}")["text"]
    assert [text[start:end] for start, end in signed["spans"]] == signed["quotes"]
    relation = reader.get(f"/documents/{key}/evidence?field=relation")["items"][0]["value"]["to"]["node"]
    assert reader.get(f"/documents/{relation}")["signed"]["value"] == "2023-06-15"
    for many, model in (("events", Event), ("people", Person), ("partners", Actor), ("statements", Statement)):
        assert reader.get(f"/{many}/{model.objects.all()[0].key}/evidence")["items"]


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("kind=plan&kind=memorandum", ["plan", "memorandum"]),
        ("status=planned", ["memorandum"]),
        ("sphere=sport", ["agreement"]),
        ("sphere=energy", []),
        ("year=2023", ["agreement"]),
        ("country=KG&level=region&kind=plan", ["plan"]),
        ("country=BY", []),
    ],
)
def test_documents_by_filters(reader: Api, query: str, kinds: list[str]) -> None:
    assert [one["kind"] for one in reader.get(f"/documents?{query}")["items"]] == kinds


def test_documents_by_party_and_person(reader: Api) -> None:
    organ, person = key_of("Правительство Ленинградской области"), Person.objects.get().key
    for query in (f"party={organ}", f"person={person}", f"party={organ}&party={key_of('Чуйская область')}"):
        assert [one["kind"] for one in reader.get(f"/documents?{query}")["items"]] == ["plan"]


def test_pages_and_their_facts(reader: Api) -> None:
    (page,) = reader.get("/pages?address=https://a.example/2")["items"]
    assert (page["site"], page["published"], page["current"]) == ("a.example", "2024-04-25", True)
    assert len(reader.get("/pages?site=a.example")["items"]) == 3
    record = Statement.objects.get().key
    assert [one["number"] for one in reader.get(f"/pages?record={record}")["items"]] == [page["number"]]
    assert record in reader.get(f"/pages/{page['number']}")["records"]
    facts = msgspec.convert(reader.get(f"/pages/{page['number']}/facts"), Facts)
    assert facts.documents[0].title == "План на 2024–2026 годы"
    agreement("https://a.example/2", signed="2020-01-01").store()
    old = reader.get(f"/pages/{page['number']}")
    assert (old["current"], old["newer"]) == (False, PageVersion.objects.latest("pk").pk)


def test_an_old_key_goes_on_leading_to_its_record(reader: Api, author: Author) -> None:
    keys = list(Document.objects.exclude(kind="memorandum").values_list("key", flat=True))
    records_merge(keys=keys, author=author)
    assert {reader.get(f"/documents/{key}")["key"] for key in keys} == {min(keys)}


def test_what_is_rejected_is_left_out_of_lists_and_found_by_its_key(reader: Api, author: Author) -> None:
    key = Event.objects.get().key
    record_reject(key=key, author=author, reason="не было")
    assert reader.get("/events")["items"] == []
    assert reader.get(f"/events/{key}")["state"] == "rejected"
    (made,) = reader.get(f"/records/{key}/decisions")["items"]
    assert (made["action"], made["field"], made["by"], made["reason"]) == ("reject", None, "анна", "не было")


def test_contradictions_decisions_and_parts(reader: Api, author: Author) -> None:
    agreement("https://a.example/4", signed="2023-06", spheres=["sport"]).store()
    key = Document.objects.get(signed__startswith="2023").key
    parts = reader.get(f"/records/{key}/parts")
    assert len(parts) > 1
    assert all(link["why"] for part in parts for link in part["links"])
    field_edit(key=key, field="title", value="О дружбе", author=author)
    assert reader.get(f"/documents/{key}")["decided"]["title"]["by"] == "анна"


def test_what_is_due(reader: Api) -> None:
    on = "2026-11-01"
    numbers = {one["name"]: one["number"] for one in reader.get(f"/due?on={on}")}
    assert {name: number for name, number in numbers.items() if number} == {"expiring": 1, "unsigned": 1, "silent": 1}
    (ends,) = reader.get(f"/due/expiring?on={on}")["items"]
    assert (ends["day"], ends["other"], ends["told"]["field"]) == ("2026-12-31", None, "term")
    assert ends["record"]["name"].startswith("План на")
    (promised,) = reader.get(f"/due/unsigned?on={on}")["items"]
    assert promised["told"]["value"]["status"] == "planned"
    assert [one["day"] for one in reader.get("/due/lapsed?on=2027-01-15&days=30")["items"]] == ["2026-12-31"]


def test_figures_and_fields(reader: Api) -> None:
    assert reader.get("/figures")["documents"] == 3
    assert reader.get("/fields")["document"]["party"]["many"] is True
    index = reader.get("/")
    assert all(reader.ask("GET", index[name]).status_code == 200 for name in index if name != "version")


@pytest.mark.parametrize("many", LISTS)
def test_a_list_asks_few_questions_however_long_it_is(reader: Api, many: str) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            reader.get(f"/{many}?limit=200")
        return len(asked)

    few = queries()
    for number in range(5):
        story = Story(f"https://b.example/{number}")
        one, other = story.place(f"Город {number}", kind="city", country="RU"), story.place("Чуйская область")
        who = story.person(f"Иван Петров{number}", "мэр", one)
        paper = story.document(one, other, signed=f"201{number}-01-01", spheres=["sport"])
        story.event(one, other, date=f"201{number}-01-01", people=(who,), documents=[paper])
        story.statement(who, f"Слова {number}")
        story.store()
    assert queries() == few <= 10


def test_search_by_words_in_any_form(reader: Api) -> None:
    found = reader.get("/search?q=соглашения с Чуйской областью")
    assert (found["of"], found["relaxed"]) == ("document", False)
    assert found["counts"]["document"] >= 1
    keys = [one["key"] for one in found["items"]]
    assert len(keys) == found["counts"]["document"]
    assert {"kind", "parties", "signed"} <= found["items"][0].keys()
    walked, following = [], "/search?q=Чуйская область&of=document&limit=1"
    while following:
        told = reader.get(following)
        walked += [one["key"] for one in told["items"]]
        following = told["next"]
    assert walked == [one["key"] for one in reader.get("/search?q=Чуйская область&of=document")["items"]]
    assert len(set(walked)) == len(walked) == 3


@pytest.mark.parametrize("kind", ["document", "event", "person", "partner", "statement"])
def test_search_shows_each_kind_as_its_list_does(reader: Api, kind: str) -> None:
    many = {"person": "people"}.get(kind, f"{kind}s")
    found = reader.get(f"/search?of={kind}")
    listed = {one["key"]: one for one in reader.get(f"/{many}")["items"]}
    shared = [one for one in found["items"] if one["key"] in listed]
    assert shared
    assert all(one.items() <= listed[one["key"]].items() for one in shared)


def test_search_with_facets_and_the_very_name(reader: Api) -> None:
    found = reader.get("/search?q=Чуйская область&of=document&kind=plan")
    assert [one["kind"] for one in found["items"]] == ["plan"]
    assert {one["value"]: one["number"] for one in found["facets"]["kind"]}["plan"] == 1
    assert [(one["kind"], one["label"]) for one in reader.get("/search?q=чуйская область")["exact"]] == [
        ("partner", "Чуйская область")
    ]


def test_search_by_the_state_on_a_day(reader: Api) -> None:
    for on in ("2021-01-01", "2024-05-01"):
        found = reader.get(f"/search?of=document&on={on}&limit=200")
        stood = Counter(one["lifecycle"] for one in found["items"])
        del stood["absent"]
        assert {one["value"]: one["number"] for one in found["facets"]["lifecycle"]} == stood
        for state, number in stood.items():
            narrowed = reader.get(f"/search?lifecycle={state}&on={on}")
            listed = reader.get(f"/documents?lifecycle={state}&on={on}")
            assert {one["key"] for one in narrowed["items"]} == {one["key"] for one in listed["items"]}
            assert len(narrowed["items"]) == number == narrowed["counts"]["document"]
    reader.get("/search?on=2024-02-30", 422)
    reader.get("/search?lifecycle=nonsense", 422)


def test_measures_of_a_plan(reader: Api, author: Author) -> None:
    plan = Document.objects.get(kind="plan").key
    due = {"wording": "до 1 июня 2025 года", "first": "2025-01-01", "last": "2025-06-01"}
    keys = [
        record_enter(
            kind="m",
            fields={"plan": {"node": plan}, "text": f"Обмен делегациями {number}", "number": number, "due": due},
            author=author,
        )
        for number in ("2.10", "2.9")
    ]
    listed = reader.get(f"/measures?plan={plan}&on=2025-07-01&limit=1")
    assert [one["number"] for one in listed["items"]] == ["2.9"]
    (late,) = reader.get(listed["next"])["items"]
    assert (late["key"], late["standing"]["state"], late["standing"]["overdue"]) == (keys[0], "no_word", True)
    assert reader.get(f"/measures/{keys[0]}?on=2025-01-01")["standing"]["overdue"] is False
    assert reader.get(f"/measures/{keys[0]}/evidence")["items"] == []
    assert reader.get("/measures?plan=" + Document.objects.get(kind="memorandum").key)["items"] == []


def test_due_a_slice_at_a_time(reader: Api) -> None:
    agreement("https://a.example/5", signed="2022-01-01", kind="protocol", term=Term(years=5)).store()
    first = reader.get("/due/expiring?on=2026-11-01&days=365&limit=1")
    second = reader.get(first["next"])
    assert [first["items"][0]["day"], second["items"][0]["day"], second["next"]] == ["2026-12-31", "2027-01-01", None]
    assert (first["number"], second["number"]) == (2, 2)
    reader.get(f"/due/lapsed?cursor={first['next'].split('cursor=')[1].split('&')[0]}", 422)
    reader.get("/due/nothing", 422)


def test_documents_on_a_day(reader: Api) -> None:
    found = reader.get("/documents?on=2024-04-24&lifecycle=in_force&kind=plan")["items"]
    assert [(one["kind"], one["lifecycle"]) for one in found] == [("plan", "in_force")]
    key = found[0]["key"]
    assert [one["key"] for one in reader.get("/documents?on=2027-02-01&lifecycle=lapsed")["items"]] == [key]
    assert reader.get("/documents?on=2001-01-01")["items"] == []
    assert reader.get(f"/documents/{key}?on=2027-02-01")["lifecycle"] == "lapsed"
    reader.get("/documents?lifecycle=asleep", 422)


def test_evidence_of_a_partner_slice_by_slice(reader: Api) -> None:
    key = key_of("Чуйская область")
    whole = [one["claim"] for one in reader.get(f"/partners/{key}/evidence")["items"]]
    found: list[int] = []
    address = f"/partners/{key}/evidence?limit=1"
    while address:
        part = reader.get(address)
        found += [one["claim"] for one in part["items"]]
        address = part["next"]
    assert found == whole
    assert len(whole) > 1
    assert reader.get(f"/partners/{key}/evidence?field=kind")["items"] == []
