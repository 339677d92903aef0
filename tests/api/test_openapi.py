"""The API describes itself: as OpenAPI, and as a page that works under our own rules."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django.contrib.staticfiles import finders

from pobratim.api.problem import KINDS
from tools.openapi import SNAPSHOT, document

from .conftest import Api


def test_the_api_is_what_the_snapshot_says() -> None:
    assert document() == SNAPSHOT.read_text(encoding="utf-8"), "run `python -m tools.openapi` and look at the difference"


def test_what_is_served_is_the_snapshot(reader: Api) -> None:
    told = reader.get("/openapi.json")
    assert told["openapi"].startswith("3.1")
    assert told["paths"].keys() == {path for path in told["paths"] if path.startswith("/api/v1/")}
    for methods in told["paths"].values():
        for operation in methods.values():
            assert operation["summary"]
            assert operation["description"]
            assert operation["tags"]


def test_the_examples_of_bodies_are_taken(manager: Api) -> None:
    told = manager.get("/openapi.json")
    facts = told["paths"]["/api/v1/pages"]["post"]["requestBody"]["content"]["application/json"]["example"]
    manager.send("POST", "/pages", facts, 201)
    record = told["components"]["schemas"]["RecordAsked"]["examples"][0]
    manager.send("POST", "/records", record, 201)
    key = manager.get("/documents")["items"][0]["key"]
    manager.send("PUT", f"/records/{key}/fields/signed", told["components"]["schemas"]["ValueAsked"]["examples"][0])
    manager.send("POST", f"/records/{key}/reject", told["components"]["schemas"]["Why"]["examples"][0])


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.append(tag)
        self.attributes |= told.keys()
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name in ("href", "src") and value]


@pytest.fixture
def page(reader: Api) -> Page:
    return Page(reader.ask("GET", "/docs").content.decode())


def test_the_page_keeps_to_our_rules(page: Page) -> None:
    assert not {"script", "style", "iframe"} & set(page.tags)
    assert not [name for name in page.attributes if name == "style" or name.startswith("on")]
    assert not [link for link in page.links if not re.match(r"#|data:,|/(static|api)/", link)]
    assert len(page.ids) == len(set(page.ids))


def test_the_page_tells_of_every_operation_and_its_links_lead_somewhere(reader: Api, page: Page) -> None:
    told = reader.get("/openapi.json")
    assert {one["operationId"] for methods in told["paths"].values() for one in methods.values()} <= set(page.ids)
    assert {kind.slug for kind in KINDS.values()} <= set(page.ids)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    style = next(link for link in page.links if link.endswith(".css"))
    assert finders.find(style.removeprefix("/static/"))
