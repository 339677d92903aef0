"""An official looks for an agreement and its sentence, in a real browser."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from .conftest import arrive, follow


def first_document(page: Page) -> None:
    page.goto("/search/?kind=d&q=меморандум Чачак")
    follow(page.locator("main a[href^='/documents/']").first)


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
    expect(page).to_have_url(re.compile("/evidence/"))
    expect(page.locator("mark").first).to_be_visible()
    context.close()


def test_from_the_first_page_to_the_story(page: Page) -> None:
    page.goto("/")
    page.get_by_role("main").get_by_role("searchbox").fill("меморандумы с Чачаком")
    arrive(page, lambda: page.keyboard.press("Enter"))
    follow(page.locator(".hits .what").first)
    expect(page.locator("h1")).to_contain_text("емор")
    page.locator("#field-party ~ dd .proof, #field-party + dd .proof").first.click()
    said = page.locator("#proof mark").first.inner_text()
    page.locator("#proof a[href^='/pages/']").first.click()
    expect(page.locator("article.reader mark.here").first).to_be_in_viewport()
    assert said.split()[0] in page.locator("article.reader").inner_text()
