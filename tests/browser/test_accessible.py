"""Every kind of page is checked with axe-core: WCAG 2.2 A and AA, light and dark."""

from __future__ import annotations

from collections.abc import Iterable

from axe_playwright_python.base import AXE_SCRIPT as AXE
from playwright.sync_api import Page

from .conftest import enter
from .places import DOORS, SEARCHES, WORK, deeds, records

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def faults(page: Page) -> list[str]:
    """What axe finds wrong: in the light scheme all of it, in the dark one the contrast, for nothing else changes."""
    found = []
    page.evaluate(AXE)
    for scheme, rules in (("light", {"type": "tag", "values": RULES}), ("dark", {"type": "rule", "values": ["color-contrast"]})):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        options = {"runOnly": rules, "resultTypes": ["violations"]}
        wrong = page.evaluate("options => axe.run(options).then(found => found.violations)", options)
        found += [f"{scheme} {one['id']}: {one['nodes'][0]['html'][:200]}" for one in wrong]
    return found


def faults_of(page: Page, paths: Iterable[str]) -> dict[str, list[str]]:
    """Path → what is wrong there."""
    found = {}
    for path in paths:
        page.goto(path)
        if wrong := faults(page):
            found[path] = wrong
    return found


def test_lists_and_doors(page: Page) -> None:
    assert faults_of(page, (*DOORS, *SEARCHES)) == {}


def test_records_as_a_visitor_sees_them(page: Page) -> None:
    assert faults_of(page, records(page)) == {}


def test_a_record_with_an_open_proof(page: Page) -> None:
    enter(page)
    page.goto(records(page)[0])
    page.locator(".proof").first.click()
    page.locator("#proof mark").first.wait_for()
    assert faults(page) == []


def test_what_editors_and_managers_work_with(page: Page) -> None:
    enter(page)
    assert faults_of(page, (*WORK, *deeds(page))) == {}


def test_a_form_with_wrong_values(page: Page) -> None:
    enter(page)
    page.goto("/enter/d/")
    page.locator("#field-signed input[type=text]").fill("вчера-позавчера")
    page.locator(".record-form .toolbar button").first.click()
    page.locator("#field-signed .errors").wait_for()
    assert faults(page) == []


def test_a_fault_would_be_found(page: Page) -> None:
    page.goto("/login/")
    page.evaluate("document.querySelector('main').append(document.createElement('button'), document.createElement('img'))")
    assert {fault.split(":")[0] for fault in faults(page)} == {"light button-name", "light image-alt"}
