"""Papers in the browser: the briefing asked for by names, read, changed, saved; reports; what is refused says why."""

from __future__ import annotations

import io
import re

import pytest
from django.test import Client
from docx import Document
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from pobratim.register.models import Document as Agreement
from tests.register.story import Story, agreement
from tests.reports.pair import sides, told

from .conftest import signed_in
from .counting import few_queries

pytestmark = pytest.mark.usefixtures("sqlite_register")
MOST_QUERIES = 110


@pytest.fixture
def query() -> dict[str, str]:
    told()
    partner, own = sides()
    return {"partner": partner, "for": own, "on": "2024-04-23", "lang": "ru"}


def text_of(client: Client, path: str, **asked: str) -> LexborHTMLParser:
    answer = client.get(path, asked)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "style=" not in page
    assert page.count("<script") == page.count("<script src=")
    return LexborHTMLParser(page)


def test_the_briefing_as_a_page(client: Client, query: dict[str, str]) -> None:
    with few_queries(MOST_QUERIES):
        page = text_of(client, "/brief/", **query)
    assert page.css_first('input[name="q"]').attributes["value"] == ""  # type: ignore[union-attr]
    heading, article = page.css_first("h1"), page.css_first("article.paper")
    assert heading is not None
    assert article is not None
    assert heading.text() == "Справка к визиту: Чуйская область"
    assert len([one for one in article.css("h2") if re.match(r"\d+\. ", one.text())]) == 12
    targets = {one.attributes["id"] for one in article.css("ol.sources li")}
    links = {str(one.attributes["href"])[1:] for one in article.css(".cites a")}
    assert links == targets


def test_names_stand_for_partners(client: Client) -> None:
    told()
    page = text_of(client, "/brief/", partner="чуйская область", **{"for": "Ленинградская область"})
    assert page.css_first("article.paper") is not None
    unknown = text_of(client, "/brief/", partner="Атлантида", **{"for": "Ленинградская область"})
    assert "Атлантида" in unknown.css_first(".notice.error").text()  # type: ignore[union-attr]


def test_several_of_one_name_are_offered(client: Client) -> None:
    story = agreement("https://a.example/1", signed="2024-04-24")
    for number, place in enumerate(("pl0", "pl1")):
        story.place("Советский район", kind="district", country=("RU", "KG")[number], within=place)
    story.store()
    page = text_of(client, "/brief/", partner="Советский район", **{"for": "Ленинградская область"})
    offers = page.css('input[type="radio"][name="partner"]')
    assert len(offers) == 2
    chosen = str(offers[0].attributes["value"])
    assert text_of(client, "/brief/", partner=chosen, **{"for": "Ленинградская область"}).css_first("article.paper") is not None


@pytest.mark.parametrize("format_", ["docx", "pdf", "html"])
def test_it_is_saved_in_every_format(client: Client, query: dict[str, str], format_: str) -> None:
    answer = client.get("/brief/", query | {"format": format_})
    assert answer.headers["Content-Disposition"] == f'attachment; filename="pobratim-brief-2024-04-23.{format_}"'
    made = answer.content
    if format_ == "docx":
        assert Document(io.BytesIO(made)).paragraphs[0].text == "Справка к визиту: Чуйская область"
    elif format_ == "pdf":
        assert "Чуйская область" in PdfReader(io.BytesIO(made)).pages[0].extract_text()
    else:
        assert "Чуйская область" in made.decode()


def test_text_is_changed_before_saving(query: dict[str, str]) -> None:
    client = signed_in("viewer")  # type: ignore[arg-type]
    page = text_of(client, "/brief/edit/", **query)
    fields = {str(one.attributes["name"]): one.text() for one in page.css("textarea")}
    name = next(name for name, text in fields.items() if text.startswith("10 февраля"))
    fields[name] = "Визит прошёл с успехом."
    path = f"/brief/edit/?partner={query['partner']}&for={query['for']}&on={query['on']}&lang=ru"
    answer = client.post(path, fields | {"format": "docx"})
    document = Document(io.BytesIO(answer.content))
    lines = [one.text for one in document.paragraphs]
    changed = [one for one in lines if "изменено: anna-viewer" in one]
    assert [one.partition("\xa0[")[0] for one in changed] == ["Визит прошёл с успехом. (изменено: anna-viewer)"]
    assert any("Мероприятий: 3" in one for one in lines)
    assert "Мероприятий: 3" not in "".join(fields.values())


def test_reports_are_pages_and_files(client: Client) -> None:
    told()
    partner, _ = sides()
    plan = Agreement.objects.get(kind="plan").key
    text_of(client, "/reports/")
    asked = (
        ("year", {"year": "2023"}),
        ("documents", {"on": "2024-04-23", "partner": partner}),
        ("visits", {"from": "2023-01-01", "to": "2024-12-31", "on": "2024-04-23"}),
        ("plan", {"plan": plan, "on": "2024-04-23"}),
    )
    for name, more in asked:
        page = text_of(client, f"/reports/{name}/", lang="ru", **more)
        assert page.css("article.paper table tbody tr"), name
        assert client.get(f"/reports/{name}/", more | {"format": "docx"}).content[:2] == b"PK"


def test_what_is_refused_says_why(client: Client, query: dict[str, str]) -> None:
    wrong = (
        ("/brief/", query | {"for": query["partner"]}),
        ("/brief/", query | {"format": "odt"}),
        ("/brief/", query | {"lang": "kg"}),
        ("/brief/", query | {"on": "2024-02-31"}),
        ("/reports/year/", {"year": "тогда"}),
        ("/reports/visits/", {"from": "2024-02-01", "to": "2024-01-01"}),
    )
    for path, asked in wrong:
        assert client.get(path, asked).status_code == 400, asked
    assert client.get("/reports/secrets/").status_code == 404
    assert client.get("/reports/plan/", {"plan": query["partner"]}).status_code == 404


def test_pictures_are_saved_from_the_pages_that_show_them(client: Client, query: dict[str, str]) -> None:
    partner, own = query["partner"], query["for"]
    plan = Agreement.objects.get(kind="plan").key
    pages = (
        (f"/partners/{partner}/", {"years", "spheres"}),
        (f"/pair/{partner}/{own}/", {"timeline", "terms", "years", "spheres"}),
        (f"/documents/{plan}/", {"chain"}),
        (f"/plans/{plan}/", {"measures"}),
        ("/map/", {"ties"}),
    )
    for path, names in pages:
        answer = client.get(path, {"on": query["on"]}, follow=True)
        links = LexborHTMLParser(answer.content.decode()).css("figcaption a[download]")
        found = [str(one.attributes["href"]) for one in links]
        assert {one.split("/")[2].partition(".")[0] for one in found} == names, path
        for link in found:
            file = client.get(link)
            ending = link.partition("?")[0][-3:]
            assert file.headers["Content-Type"] == {"svg": "image/svg+xml", "png": "image/png"}[ending]
            assert file.headers["Content-Disposition"].endswith(f'.{ending}"')


def test_pictures_that_are_not_there(client: Client, query: dict[str, str]) -> None:
    assert client.get("/pictures/secrets.svg").status_code == 404
    assert client.get("/pictures/ties.gif").status_code == 404
    assert client.get("/pictures/chain.svg", {"document": query["partner"]}).status_code == 404
    assert client.get("/pictures/chain.svg").status_code == 400
    assert client.get("/pictures/ties.svg", {"year": "тогда"}).status_code == 400


def test_hostile_words_are_words(client: Client) -> None:
    story = Story("https://a.example/1", "2024-04-20", "<img src=x onerror=alert(1)>")
    parties = story.place("Ленинградская область"), story.place("Чуйская область")
    story.document(*parties, signed="2024-04-19", title="соглашение <script>alert(1)</script>")
    story.store()
    partner, own = sides()
    answer = client.get("/brief/", {"partner": partner, "for": own, "on": "2024-05-01"})
    page = answer.content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;" in page


def test_pages_of_partners_lead_to_the_briefing(client: Client, query: dict[str, str]) -> None:
    partner, own = query["partner"], query["for"]
    assert f"/brief/?partner={partner}&amp;on=" in client.get(f"/partners/{partner}/").content.decode()
    answer = client.get(f"/pair/{partner}/{own}/", follow=True).content.decode()
    assert f"/brief/?partner={partner}&amp;for={own}" in answer
    assert f"/brief/?partner={own}&amp;for={partner}" in answer


def test_one_who_only_resembles_the_name_is_offered_and_not_taken(client: Client) -> None:
    agreement("https://a.example/1", signed="2024-04-24").store()
    page = text_of(client, "/brief/", partner="Чуйская Атлантида")
    assert page.css_first("article.paper") is None
    assert "Чуйская Атлантида" in page.css_first("fieldset.choice legend").text()  # type: ignore[union-attr]
    assert len(page.css('input[type="radio"][name="partner"]')) == 1
