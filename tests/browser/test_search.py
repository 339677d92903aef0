"""Search while one types, facets on a phone, the map under the hand."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from .conftest import DESKTOP, PHONE, follow


def count(page: Page) -> int:
    return int(page.locator("#found .toolbar b").inner_text())


def test_the_list_follows_what_is_typed(page: Page) -> None:
    page.goto("/search/?kind=d&status=signed")
    everything = count(page)
    page.evaluate("window.same = true")
    page.locator("#words").fill("Омская область")  # at once: a pause within it is a question of its own
    page.wait_for_url("**q=*")
    expect(page.locator(".hits .who-with").first).to_contain_text("Омская область")
    assert 0 < count(page) < everything
    assert page.evaluate("window.same"), "the page was loaded anew"
    assert "status=signed" in page.url, "what was chosen before still holds"
    assert "kind=d" in page.url
    page.go_back()
    expect(page.locator("#found .toolbar b")).to_have_text(str(everything))


def test_a_choice_is_put_on_and_taken_off(page: Page) -> None:
    page.goto("/search/?kind=d")
    everything = count(page)
    follow(page.locator(".facets").get_by_role("link", name="Меморандум"))
    expect(page.locator(".chips .chip")).to_contain_text("Меморандум")
    assert 0 < count(page) < everything
    follow(page.locator(".chips .chip").first)
    assert count(page) == everything


def test_facets_are_folded_on_a_phone_and_open_on_a_desk(page: Page) -> None:
    page.goto("/search/?kind=d")
    choice = page.locator(".facets").get_by_role("link", name="Меморандум")
    expect(choice).to_be_visible()
    page.set_viewport_size(PHONE)
    page.reload()
    expect(choice).to_be_hidden()
    page.locator(".fold > summary").click()
    expect(choice).to_be_visible()
    page.set_viewport_size(DESKTOP)


def test_without_scripts_one_searches_and_pages_through(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="ru", base_url=site)
    page = context.new_page()
    page.goto("/")
    page.locator("main input[name=q]").fill("соглашение")
    page.locator("main form button").first.click()
    first = page.locator(".hits .what").first.inner_text()
    page.get_by_role("link", name="Дальше").click()
    expect(page).to_have_url(re.compile("page=2"))
    expect(page.locator(".hits .what").first).not_to_have_text(first)
    context.close()


def test_the_map_is_zoomed_by_button_key_and_wheel(page: Page) -> None:
    page.goto("/map/")
    svg = page.locator("svg.ties")
    whole = svg.get_attribute("viewBox")
    page.get_by_role("button", name="ближе").click()
    nearer = svg.get_attribute("viewBox")
    assert nearer != whole
    page.keyboard.press("+")
    nearest = svg.get_attribute("viewBox")
    assert nearest != nearer
    box = svg.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 100, box["y"] + 100)
    page.mouse.wheel(0, 300)
    expect(svg).not_to_have_attribute("viewBox", nearest or "")
    page.keyboard.press("0")
    assert [round(float(one)) for one in (svg.get_attribute("viewBox") or "").split()] == [
        round(float(one)) for one in (whole or "").split()
    ]


def test_a_point_of_the_map_leads_to_its_partner(page: Page) -> None:
    page.goto("/")
    page.locator("svg.ties .dots a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/partners/**")


def test_the_wheel_scrolls_the_page_where_the_map_was_not_asked_for(page: Page) -> None:
    page.goto("/")
    svg = page.locator("svg.ties")
    svg.scroll_into_view_if_needed()
    before, top = svg.get_attribute("viewBox"), page.evaluate("scrollY")
    svg.hover(position={"x": 20, "y": 20})
    page.mouse.wheel(0, 200)
    page.wait_for_function("top => scrollY > top", arg=top)
    assert svg.get_attribute("viewBox") == before
