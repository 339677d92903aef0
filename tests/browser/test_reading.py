"""An official looks for an agreement and its sentence, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import PHONE


def first_document(page: Page) -> None:
    page.goto("/search/?kind=d&q=меморандум Чачак")
    page.locator("main a[href^='/documents/']").first.click()


def test_the_sentence_that_says_so_opens_beside_the_field(page: Page) -> None:
    first_document(page)
    page.locator(".proof").first.click()
    expect(page.locator("#proof mark").first).to_be_visible()
    page.locator("#proof a").first.click()
    expect(page.locator(".reader mark.here").first).to_be_in_viewport()


def test_without_scripts_the_proof_is_a_page(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="ru", base_url=site)
    page = context.new_page()
    first_document(page)
    page.locator(".proof").first.click()
    assert "/evidence/" in page.url
    expect(page.locator("mark").first).to_be_visible()
    context.close()


def test_the_language_is_switched_in_place(page: Page) -> None:
    page.goto("/search/?kind=d")
    address = page.url
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.url == address
    page.get_by_role("button", name="Русский").click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")


@pytest.mark.parametrize("path", ["/", "/search/?kind=d", "/search/?kind=e", "/search/?kind=a", "/search/?kind=p", "/login/"])
def test_a_phone_shows_pages_without_scrolling_sideways(page: Page, path: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
