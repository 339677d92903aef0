"""Pages of records in a real browser: the proof on a telephone, the pair of two partners, marks of the reader."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .conftest import PHONE, follow


def first(page: Page, kind: str, place: str) -> None:
    """Opens the first record of a list."""
    page.goto(f"/search/?kind={kind}")
    follow(page.locator(f"main a[href^='/{place}/']").first)


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


def test_the_reader_lights_what_is_pointed_at(page: Page) -> None:
    first(page, "d", "documents")
    follow(page.locator("main a[href^='/pages/']").last)
    follow(page.get_by_role("link", name="Пометить всё"))
    link = page.locator("[data-record^='d']").first
    link.hover()
    expect(page.locator("mark.lit").first).to_be_visible()
    link.click()
    expect(page.locator("mark#here")).to_be_in_viewport()
