"""Every kind of page is checked with axe-core: WCAG 2.1 A and AA, light and dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
LISTS = (
    *("/", "/map/", "/due/", "/about/", "/login/", "/nowhere/"),
    *(f"/search/?kind={kind}" for kind in "deaps"),
    *("/search/?q=соглашение&kind=d&status=signed", "/search/?q=Омская область", "/search/?q=жжжыыы"),
)


def faults(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", LISTS)
def test_lists_and_doors(page: Page, path: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(path)
    assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["documents", "events", "partners", "people"])
def test_records_with_an_open_proof(page: Page, kind: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"/search/?kind={ {'documents': 'd', 'events': 'e', 'partners': 'a', 'people': 'p'}[kind] }")
    page.locator(f"main a[href^='/{kind}/']").first.click()
    page.locator(".proof").first.click()
    page.locator("#proof mark").first.wait_for()
    assert faults(page) == []
    page.locator("#proof a[href^='/pages/']").first.click()
    page.locator("article.reader").wait_for()
    assert faults(page) == []


def test_a_fault_would_be_found(page: Page) -> None:
    page.goto("/login/")
    page.evaluate("document.querySelector('main').append(document.createElement('button'), document.createElement('img'))")
    assert {fault.split(":")[0] for fault in faults(page)} == {"button-name", "image-alt"}
