"""The first page, the map of ties, what is due, what the register is."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from pobratim.core.facts import Relation, Term
from pobratim.register.models import Document
from pobratim.register.models.user import Role
from pobratim.register.services import Author, field_edit
from tests.register.story import Story, agreement, day

from .conftest import signed_in
from .counting import few_queries

LANGUAGES = ["ru", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["/", "/map/", "/map/?country=KG", "/map/?sphere=culture&year=2024", "/due/", "/about/"])
@pytest.mark.usefixtures("demo")
def test_pages_in_few_queries(client: Client, path: str, language: str) -> None:
    with few_queries():
        answer = client.get(path, headers={"accept-language": language})
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.content.decode()


def test_an_editor_sees_what_waits(editor: Client) -> None:
    with few_queries():
        text = editor.get("/").content.decode()
    assert "records wait for review" in text


@pytest.mark.usefixtures("demo")
def test_examples_find_something(client: Client) -> None:
    tree = HTMLParser(client.get("/").content.decode())
    links = [link.attributes["href"] for link in tree.css(".examples a")]
    assert len(links) > 1
    for link in links:
        assert client.get(link).context["page"].paginator.count, link


@pytest.mark.usefixtures("demo")
def test_the_map_leads_to_partners_and_pairs(client: Client) -> None:
    tree = HTMLParser(client.get("/").content.decode())
    svg = ElementTree.fromstring(tree.css_first("svg.ties").html)  # well-formed, whatever names stand in it
    assert svg.get("viewBox")
    dots = tree.css("svg .dots a")
    arcs = tree.css("svg .arcs a")
    assert len(dots) > 20
    assert len(arcs) > 20
    assert client.get(dots[0].attributes["href"]).status_code == 200
    rows = {row.css("a")[2].attributes["href"] for row in tree.css(".ties-table tbody tr")}
    assert {arc.attributes["href"] for arc in arcs} <= rows


@pytest.mark.usefixtures("demo")
def test_the_map_of_a_country_shows_its_ties_alone(client: Client) -> None:
    for row in client.get("/map/?country=KG").context["map"].rows:
        assert "KG" in (row.a.country, row.b.country)


@pytest.mark.usefixtures("sqlite_register")
@pytest.mark.parametrize("path", ["/", "/search/", "/search/?q=что", "/search/?kind=p", "/map/", "/due/", "/about/"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_register(client: Client, path: str, language: str) -> None:
    assert client.get(path, headers={"accept-language": language}).status_code == 200


@pytest.mark.usefixtures("sqlite_register")
def test_an_empty_register_says_how_to_fill_it(client: Client) -> None:
    assert "pobratim add" in client.get("/").content.decode()


@pytest.mark.usefixtures("sqlite_register")
def test_editors_fill_it_in_the_browser(client: Client) -> None:
    doors = ("/import/", "/plans/import/", "/enter/d/")
    visitor, editor = client.get("/").content.decode(), signed_in(Role.EDITOR)
    assert not any(f'href="{door}"' in visitor for door in doors)
    assert visitor.count('href="/login/') > 1
    page = editor.get("/").content.decode()
    assert all(f'href="{door}"' in page for door in doors)
    for kind in "deaps":
        assert f'href="/enter/{kind}/"' in editor.get(f"/search/?kind={kind}").content.decode()
        assert f'href="/enter/{kind}/"' not in client.get(f"/search/?kind={kind}").content.decode()


@pytest.mark.usefixtures("sqlite_register")
def test_an_empty_list_as_a_file(client: Client) -> None:
    table = b"".join(client.get("/export/?kind=d&format=csv").streaming_content)  # type: ignore[attr-defined]
    assert table.decode("utf-8-sig").startswith("key,kind,title")


@pytest.mark.usefixtures("sqlite_register")
def test_names_in_the_map_are_text(client: Client) -> None:
    story = Story("1")
    bad = story.place("<script>alert(1)</script> & Ко", kind="city", country="RU")
    story.document(bad, story.place("Чуйская область"), signed="2024-04-24")
    story.store()
    text = client.get("/").content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


@pytest.fixture
def told(sqlite_register: object) -> None:
    """One record for each section of what is due on the first day of 2026."""
    agreement("1", signed="2021-03-01", term=Term(years=5)).store()
    agreement("2", signed="2015-03-01", kind="memorandum", term=Term(to=day("2025-12-01"))).store()
    agreement("3", "2024-01-01", kind="programme", status="planned").store()
    story = Story("4", "2025-12-20")
    parties = story.place("Тверская область"), story.place("Витебская область")
    story.event(*parties, date="2026-02-10", status="planned")
    base = story.document(*parties, signed="2022-02-01", term=Term(to=day("2026-01-20")))
    story.document(
        *parties,
        kind="plan",
        signed="2024-02-01",
        term=Term(to=day("2027-12-31")),
        relations=[Relation(kind="implements", to=base)],
    )
    story.store()


def sections(client: Client, **asked: str) -> dict[str, list[str]]:
    """Section → kinds of the records in it, for the sections that have some."""
    shown = client.get("/due/", {"on": "2026-01-01", **asked}).context["shown"]
    return {one["section"].name: [getattr(row.record, "kind", "") for row in one["rows"]] for one in shown if one["rows"]}


def test_what_is_due(client: Client, told: None) -> None:
    found = sections(client, within="90")
    assert found.pop("silent"), "in force, and nothing told for a year"
    assert found == {
        "expiring": ["agreement", "agreement"],
        "lapsed": ["memorandum"],
        "unsigned": ["programme"],
        "coming": ["visit"],
        "outliving": ["plan"],
    }


def test_the_period_and_the_day_decide(client: Client, told: None) -> None:
    assert sections(client, within="30")["expiring"] == ["agreement"]
    assert "lapsed" not in sections(client, on="2020-01-01")


def test_a_plan_outlives_only_what_has_ended_before_it(client: Client, told: None) -> None:
    assert "outliving" not in sections(client, on="2028-01-01")
    plan = Document.objects.get(kind="plan")
    term = {**(plan.term or {}), "to": {"value": "2026-01-20", "precision": "day"}}
    field_edit(key=plan.key, field="term", value=term, author=Author("анна"))
    assert "outliving" not in sections(client)


def test_every_reminder_leads_to_its_proof(client: Client, told: None) -> None:
    tree = HTMLParser(client.get("/due/?on=2026-01-01").content.decode())
    proofs = [link.attributes["href"] for link in tree.css("li.due a.proof")]
    assert len(proofs) == 6
    for proof in proofs:
        assert client.get(proof).status_code == 200


def test_one_section_page_by_page(client: Client, told: None) -> None:
    answer = client.get("/due/?section=expiring&on=2026-01-01")
    assert [one["section"].name for one in answer.context["shown"]] == ["expiring"]


@pytest.mark.usefixtures("sqlite_register")
@pytest.mark.parametrize(
    "asked",
    ["within=soon", "within=0", "within=99999", "section=nothing", "on=2026-13-01", "on=9999-12-31", "on=0001-01-01", "within=²"],
)
def test_what_makes_no_sense_is_named(client: Client, asked: str) -> None:
    answer = client.get(f"/due/?{asked}")
    assert answer.status_code == 400
    assert asked.split("=")[1] in answer.content.decode()


def test_closed_reading_shows_nobody_anything(client: Client, settings_closed: None, told: None) -> None:
    for path in ("/", "/search/", "/export/?kind=d&format=csv", "/map/", "/due/"):
        assert client.get(path).status_code == 302


def test_a_viewer_is_not_told_what_waits(told: None) -> None:
    assert "wait for review" not in signed_in(Role.VIEWER).get("/").content.decode()
