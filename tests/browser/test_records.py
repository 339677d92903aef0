"""Pages of records in a real browser: the proof on a telephone, the pair of two partners, marks of the reader."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import PHONE
from .test_accessible import faults


def first(page: Page, kind: str, place: str) -> None:
    """Opens the first record of a list."""
    page.goto(f"/search/?kind={kind}")
    page.locator(f"main a[href^='/{place}/']").first.click()


def test_on_a_phone_the_proof_is_in_sight_and_leads_back(page: Page) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    first(page, "d", "documents")
    link = page.locator(".proof").first
    expect(page.locator("#proof")).to_be_hidden()
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#proof mark").first).to_be_in_viewport()
    expect(link).to_be_in_viewport()
    expect(page.locator("#proof h2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#proof")).to_be_hidden()
    expect(link).to_be_focused()
    link.click()
    page.locator("#proof [data-close]").click()
    expect(page.locator("#proof")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_two_partners(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    first(page, "a", "partners")
    page.locator("aside a[href^='/pair/']").first.click()
    expect(page.locator("h1")).to_contain_text(" — ")
    assert faults(page) == []


@pytest.mark.parametrize(("kind", "place"), [("d", "documents"), ("e", "events"), ("a", "partners"), ("p", "people")])
def test_a_phone_shows_records_without_scrolling_sideways(page: Page, kind: str, place: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    first(page, kind, place)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_the_reader_lights_what_is_pointed_at(page: Page) -> None:
    first(page, "d", "documents")
    page.locator("main a[href^='/pages/']").last.click()
    page.get_by_role("link", name="Пометить всё").click()
    link = page.locator("[data-record^='d']").first
    link.hover()
    expect(page.locator("mark.lit").first).to_be_visible()
    link.click()
    expect(page.locator("mark#here")).to_be_in_viewport()
