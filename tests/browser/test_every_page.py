"""What holds on every kind of page: it fits a telephone, is there without scripts, and is the same in both languages."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from .conftest import PHONE, enter
from .places import DOORS, LISTS, SEARCHES, WORK, deeds, records, slug

_WIDER = """() => document.documentElement.scrollWidth - document.documentElement.clientWidth"""


def too_wide(page: Page, paths: list[str]) -> list[str]:
    """The pages that scroll sideways, each with what sticks out furthest."""
    found = []
    for path in paths:
        page.goto(path)
        if page.evaluate(_WIDER) > 0:
            found.append(slug(path))
    return found


def test_a_phone_shows_reading_without_scrolling_sideways(page: Page) -> None:
    page.set_viewport_size(PHONE)
    assert too_wide(page, [*DOORS, *LISTS, *SEARCHES, *records(page)]) == []


def test_a_phone_shows_work_without_scrolling_sideways(page: Page) -> None:
    page.set_viewport_size(PHONE)
    enter(page)
    assert too_wide(page, [*WORK, "/review/?kind=p&reason=alike", *(f"/enter/{kind}/" for kind in "eas"), *deeds(page)]) == []


def test_everything_is_read_without_scripts(browser: Browser, site: str) -> None:
    with browser.new_context(java_script_enabled=False, locale="ru", base_url=site) as context:
        page = context.new_page()
        for path in (*DOORS, *LISTS, *records(page)):
            answer = page.goto(path)
            assert answer is not None
            assert answer.status == (404 if path == "/nowhere/" else 200), slug(path)
            expect(page.locator("h1, main mark").first).to_be_visible()
            assert len(page.get_by_role("main").inner_text()) > 30, slug(path)
        page.goto("/map/")
        expect(page.locator("svg.ties a").first).to_be_visible()


def test_the_language_is_switched_and_the_page_stays(page: Page) -> None:
    document = records(page)[0]
    for path in (f"{document}?on=2024-04-24", "/search/?q=соглашение&kind=d&status=signed", "/due/"):
        page.goto(path)
        before = page.url
        page.get_by_role("button", name="English").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        assert page.url == before
        page.get_by_role("button", name="Русский").click()
        expect(page.locator("html")).to_have_attribute("lang", "ru")
        assert page.url == before
