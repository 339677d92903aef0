"""Search and lists: what is found, facets put on and taken off, pages, files that hold what is shown."""

from __future__ import annotations

import csv
import datetime
import io
import json
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from pobratim.register.models import Actor, Document, Person
from pobratim.register.selectors.label import labels, upper_first
from pobratim.register.selectors.state import states_on
from pobratim.resolve.records.content import plain
from pobratim.words.codes import LIFECYCLES

from .counting import few_queries

pytestmark = pytest.mark.usefixtures("demo")
TEXTS = ["", "соглашение о сотрудничестве", "Омская область", "нигде-такого-нет"]


def shown(answer: object) -> HTMLParser:
    return HTMLParser(answer.content.decode())  # type: ignore[attr-defined]


def found_in(client: Client, **asked: object) -> list[str]:
    """The keys of a list, asked for on few long pages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pobratim.web.views.search.PER_PAGE", 500)
        return on_all_pages(client, **asked)


def on_all_pages(client: Client, **asked: object) -> list[str]:
    """The keys on all pages of a list, as people turn them."""
    keys: list[str] = []
    url: str | None = f"/search/?{urlencode(asked, doseq=True)}"
    while url:
        answer = client.get(url)
        assert answer.status_code == 200
        keys += [one.key for one in answer.context["records"]]
        url = answer.context["after"]
    return keys


@pytest.mark.parametrize("kind", ["d", "e", "a", "p", "s"])
@pytest.mark.parametrize("words", TEXTS)
def test_every_list_in_few_queries(client: Client, kind: str, words: str) -> None:
    with few_queries():
        answer = client.get("/search/", {"q": words, "kind": kind})
    assert answer.status_code == 200
    assert shown(answer).css_first("input#words").attributes["value"] == words


def test_words_are_found_in_any_form(client: Client) -> None:
    answer = client.get("/search/", {"q": "соглашения с Омской областью"})
    assert answer.context["page"].paginator.count > 0
    assert "Омская область" in answer.content.decode()


def test_pages_of_a_list_hold_every_record_once(client: Client) -> None:
    keys = on_all_pages(client, kind="d")
    count = client.get("/search/?kind=d").context["page"].paginator.count
    assert len(keys) == len(set(keys)) == count > 50


def test_a_facet_says_how_many_it_leaves(client: Client) -> None:
    tree = shown(client.get("/search/?kind=d"))
    links = tree.css(".facets li")
    assert links
    for line in links[:12]:
        number = int(line.css_first(".count").text().lstrip("≥ "))
        answer = client.get(line.css_first("a").attributes["href"])
        assert answer.context["page"].paginator.count == number, line.text()


def test_choices_are_added_and_taken_away(client: Client) -> None:
    answer = client.get("/search/?kind=d&status=signed&year=2024")
    chips = {one.value: one.url for one in answer.context["chips"]}
    assert set(chips) == {"Signed", "2024"}
    assert all(one.signed.startswith("2024") for one in answer.context["records"])
    rest = client.get(chips["Signed"])
    assert [one.value for one in rest.context["chips"]] == ["2024"]
    assert rest.context["page"].paginator.count >= answer.context["page"].paginator.count
    assert client.get(answer.context["plain"]).context["chips"] == []


def test_several_spheres_widen_several_facets_narrow(client: Client) -> None:
    culture = set(found_in(client, kind="d", sphere="culture"))
    both = set(found_in(client, kind="d", sphere=["culture", "sport"]))
    signed = set(found_in(client, kind="d", sphere="culture", status="signed"))
    assert signed <= culture <= both
    assert culture


def test_order(client: Client) -> None:
    newest = [one.signed_first for one in client.get("/search/?kind=d&sort=newest").context["records"]]
    dated = [one for one in newest if one]
    assert dated == sorted(dated, reverse=True)
    assert client.get("/search/?kind=d&sort=oldest").context["records"][0].key != ""


@pytest.mark.parametrize("asked", [{"kind": "d"}, {"kind": "d", "q": "соглашение"}, {"kind": "a"}, {"kind": "e", "year": 2024}])
def test_by_name(client: Client, asked: dict[str, object]) -> None:
    by_day = found_in(client, **asked)
    by_name = found_in(client, **asked, sort="name")
    names = labels(by_name)
    assert sorted(by_name) == sorted(by_day)
    assert [plain(names[key]) for key in by_name] == sorted(plain(names[key]) for key in by_name)


def test_people_by_surname_and_the_most_told_of(client: Client) -> None:
    surnames = [one.surname for one in client.get("/search/?kind=p&sort=name").context["records"] if one.surname]
    assert surnames == sorted(surnames)
    pages = [one.pages for one in client.get("/search/?kind=p&sort=told").context["records"]]
    assert pages[0] > 1
    assert pages == sorted(pages, reverse=True)


def test_an_order_for_which_there_are_too_many(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pobratim.register.selectors.search.ORDERED_MOST", 10)
    answer = client.get("/search/?kind=d&sort=told")
    assert found_in(client, kind="d", sort="told") == found_in(client, kind="d")
    assert "narrow them down first" in answer.content.decode()
    assert "sort=told" not in {one["url"].rpartition("&")[2] for one in answer.context["orders"]}
    assert "narrow them down first" not in client.get("/search/?kind=d").content.decode()


@pytest.mark.parametrize("kind", ["p", "a"])
def test_everybody_by_name_however_many_they_are(client: Client, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    few = found_in(client, kind=kind, sort="name")
    monkeypatch.setattr("pobratim.register.selectors.search.ORDERED_MOST", 10)
    assert [folded(key) for key in few] == sorted(map(folded, few))
    assert found_in(client, kind=kind, sort="name") == few
    assert {*found_in(client, kind=kind, sort="name")} == {*found_in(client, kind=kind)} == {*few}
    assert "sort=name" in client.get(f"/search/?kind={kind}").content.decode()
    assert "sort=name" in client.get(f"/search/?kind={kind}&country=RU").content.decode()


def folded(key: str) -> str:
    model = Person if key[0] == "p" else Actor
    return model.objects.get(key=key).folded


def test_the_status_that_is_chosen_is_the_one_told(client: Client) -> None:
    assert "Status as told" in client.get("/search/?kind=d").content.decode()
    assert "Status as told" not in client.get("/search/?kind=e").content.decode()


def test_documents_by_their_state_on_a_day(client: Client) -> None:
    with few_queries():
        answer = client.get("/search/?kind=d&on=2024-05-01")
    facet = next(one for one in answer.context["facets"] if one.name == "State on 1 May 2024")
    assert {one.name for one in facet.first} >= {"Lapsed", "Signed"}
    for one in (*facet.first, *facet.rest):
        with few_queries():
            narrowed = client.get(one.url)
        keys, states = found_in(client, **dict(parse_qsl(urlsplit(one.url).query))), {}
        states = states_on(Document.objects.filter(key__in=keys), datetime.date(2024, 5, 1))
        assert len(keys) == one.number == narrowed.context["page"].paginator.count
        assert {upper_first(LIFECYCLES[state]) for state in states.values()} == {one.name}
        assert [chip.name for chip in narrowed.context["chips"]] == ["State on 1 May 2024"]
        rows = client.get(narrowed.context["files"][0][1]).getvalue().decode("utf-8-sig")
        assert {row["key"] for row in csv.DictReader(io.StringIO(rows))} == set(keys)
    assert "State today" in client.get("/search/?kind=d").content.decode()
    assert "State today" not in client.get("/search/?kind=e").content.decode()


def test_a_day_that_is_none(client: Client) -> None:
    answer = client.get("/search/?kind=d&on=2024-02-30")
    assert answer.status_code == 400
    assert "Not a day: 2024-02-30" in answer.content.decode()
    assert client.get("/search/?kind=d&state=nonsense&on=0001-01-01").context["page"].paginator.count == 0


def test_kinds_and_statuses_of_documents_are_not_asked_of_people(client: Client) -> None:
    tabs = client.get("/search/?kind=d&type=agreement&country=RU").context["tabs"]
    people = next(tab["url"] for tab in tabs if "kind=p" in tab["url"])
    assert "type=" not in people
    assert "country=RU" in people


@pytest.mark.parametrize(
    "asked", ["kind=d&q=область", "kind=d&status=signed", "kind=e&type=visit&sphere=culture", "kind=a&country=RU"]
)
def test_the_number_at_a_tab_is_that_of_its_list(client: Client, asked: str) -> None:
    for tab in client.get(f"/search/?{asked}").context["tabs"]:
        if tab["number"] is not None:
            assert client.get(tab["url"]).context["page"].paginator.count == tab["number"], tab["name"]


def test_the_matching_sentence_leads_to_its_page(client: Client) -> None:
    tree = shown(client.get("/search/", {"q": "соглашение", "kind": "d"}))
    quote_ = tree.css_first(".hits blockquote a")
    assert quote_.css_first("mark").text()
    page = client.get(quote_.attributes["href"].split("#")[0])
    assert 'class="here"' in page.content.decode()


def test_nothing_found_helps(client: Client) -> None:
    text = client.get("/search/", {"q": "жжжзззыыы"}).content.decode()
    assert "Nothing was found" in text
    assert "<b>0</b>" in text


def test_relaxed_search_says_so(client: Client) -> None:
    text = client.get("/search/", {"q": "Омская область жжжзззыыы", "kind": "d"}).content.decode()
    assert "No record has all these words" in text


def test_htmx_is_given_the_results_alone(client: Client) -> None:
    part = client.get("/search/?q=Омская", headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()
    assert "HX-Request" in part.headers["Vary"]
    past = client.get("/search/?q=Омская", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert "<html" in past.content.decode()


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "' OR 1=1 --",
        '" AND * NEAR(',
        "\u202eабв\x00где",
        "а" * 10_000,
        "%",
        "=sphere:culture",
        "😀 日本",
    ],
)
def test_hostile_words_are_words(client: Client, words: str) -> None:
    answer = client.get("/search/", {"q": words})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("asked", ["year=abc", "year=0", "year=99999", "kind=x", "sort=random", "year=²"])
def test_what_makes_no_sense_is_named(client: Client, asked: str) -> None:
    answer = client.get(f"/search/?{asked}")
    assert answer.status_code == 400
    assert asked.split("=")[1] in answer.content.decode()


@pytest.mark.parametrize(
    "asked", ["country=%3Cb%3E", "partner=a0", "status=nothing", "page=-5", "page=abc", "level=" + "x" * 500]
)
def test_codes_that_nobody_has_find_nothing(client: Client, asked: str) -> None:
    assert client.get(f"/search/?kind=d&{asked}").status_code == 200


@pytest.mark.parametrize(
    "asked", [{"kind": "d", "sphere": "culture"}, {"kind": "a", "q": "область"}, {"kind": "p"}, {"kind": "s"}, {"kind": "e"}]
)
def test_files_hold_what_is_shown(client: Client, asked: dict[str, str]) -> None:
    keys = found_in(client, **asked)
    assert keys
    query = urlencode(asked)
    table = b"".join(client.get(f"/export/?{query}&format=csv").streaming_content)  # type: ignore[attr-defined]
    assert [row["key"] for row in csv.DictReader(io.StringIO(table.decode("utf-8-sig")))] == keys
    lines = b"".join(client.get(f"/export/?{query}&format=jsonl").streaming_content)  # type: ignore[attr-defined]
    assert [json.loads(line)["key"] for line in lines.splitlines()] == keys
    book = b"".join(client.get(f"/export/?{query}&format=xlsx").streaming_content)  # type: ignore[attr-defined]
    sheet = load_workbook(io.BytesIO(book), read_only=True).active
    heading, *rows = sheet.iter_rows(values_only=True)  # type: ignore[union-attr]
    assert [row[heading.index("Key of the record")] for row in rows] == keys


def test_documents_as_linked_data(client: Client) -> None:
    keys = found_in(client, kind="d", sphere="culture")
    graph = json.loads(b"".join(client.get("/export/?kind=d&sphere=culture&format=jsonld").streaming_content))  # type: ignore[attr-defined]
    assert [node["@id"].rpartition("/")[2] for node in graph["@graph"]] == keys
    assert client.get("/export/?kind=s&format=jsonld").status_code == 400


@pytest.mark.parametrize("form", ["csv", "jsonl", "jsonld"])
def test_a_file_is_sent_as_it_is_made(client: Client, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    monkeypatch.setattr("pobratim.register.export.table.CHUNK", 3)
    monkeypatch.setattr("pobratim.register.export.jsonld.CHUNK", 3)
    monkeypatch.setattr("pobratim.web.views.export.LINES_AT_ONCE", 2)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(f"/export/?kind=p&format={form}")
        pieces = iter(answer.streaming_content)  # type: ignore[attr-defined]
        first, many = next(pieces), len(asked)
        assert first
        assert len(first.splitlines()) == 1
        assert b"".join(pieces)
        assert len(asked) > many + 3


def test_a_file_has_a_name_with_its_day(client: Client) -> None:
    answer = client.get("/export/?kind=d&format=csv")
    assert 'filename="pobratim-documents-20' in answer.headers["Content-Disposition"]
    answer.close()


def test_no_such_format(client: Client) -> None:
    answer = client.get("/export/?kind=d&format=exe")
    assert answer.status_code == 400
    assert "exe" in answer.content.decode()


def test_in_russian(client: Client) -> None:
    text = client.get(f"/search/?q={quote('соглашение')}&kind=d", headers={"accept-language": "ru"}).content.decode()
    assert "Уточнить" in text
    assert "Киргизия" in text
    assert "Narrow down" not in text


def test_the_state_on_a_day_goes_with_the_list_and_its_file(client: Client) -> None:
    told = client.get("/search/?kind=d&on=2022-03-01").content.decode()
    assert 'value="2022-03-01"' in told
    assert told.count("on=2022-03-01") > 3, "orders, facets and files keep the day"
    lines = b"".join(client.get("/export/?kind=d&format=jsonl&on=2022-03-01").streaming_content)  # type: ignore[attr-defined]
    rows = [json.loads(line) for line in lines.splitlines()]
    assert {row["on"] for row in rows} == {"2022-03-01"}
    now = b"".join(client.get("/export/?kind=d&format=jsonl&on=2031-01-01").streaming_content)  # type: ignore[attr-defined]
    later = [json.loads(line)["lifecycle"] for line in now.splitlines()]
    assert [row["lifecycle"] for row in rows] != later
    assert client.get("/search/?kind=d&on=31.02.2025").status_code == 400
    assert client.get("/export/?kind=d&on=x").status_code == 400
