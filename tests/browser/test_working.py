"""Review from the keyboard, editing with and without scripts, the work of an editor on a phone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import PHONE, arrive, enter, follow


@pytest.fixture
def plain(browser: Browser, site: str) -> Iterator[Page]:
    """A browser that runs no scripts, on a phone."""
    context = browser.new_context(viewport=PHONE, locale="ru", base_url=site, java_script_enabled=False)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def test_review_by_keyboard(page: Page, records: Callable[[], set[str]]) -> None:
    told = records()
    enter(page)
    page.goto("/review/")
    waits, done, here = page.locator(".item:not(.done)"), page.locator(".item.done"), page.locator(".item.here")
    before = waits.count()
    first, second, third = (waits.nth(number).get_attribute("id") for number in range(3))
    page.keyboard.press("a")
    expect(page.locator(f"#{first}")).to_be_focused()  # chosen, not decided on
    assert waits.count() == before
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.locator(f"#{first}")).to_be_focused()
    page.keyboard.press("a")
    expect(done).to_have_count(1)
    expect(page.locator(f"#{second}")).to_be_focused()
    page.keyboard.press("r")
    page.keyboard.type("ja: нет такого")
    page.keyboard.press("Enter")
    expect(done).to_have_count(2)
    expect(done.nth(1)).to_contain_text("Отклонено")
    expect(page.locator(f"#{third}")).to_be_focused()
    page.keyboard.press("o")
    expect(here.locator(".told")).not_to_have_attribute("open", "")
    page.keyboard.press("x")
    expect(here.locator(".check")).to_be_checked()
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_hidden()
    assert waits.count() == before - 2
    for _ in range(2):
        arrive(page, lambda: page.keyboard.press("u"))  # the second is told in the same words as the first
        expect(page.locator(".notice").first).to_contain_text("Отменено 1 решение.")
    assert [waits.nth(number).get_attribute("id") for number in range(3)] == [first, second, third]
    assert records() == told, "what was undone left something behind"


def test_merging_and_the_undoing_of_many_from_the_keyboard(page: Page, records: Callable[[], set[str]]) -> None:
    told = records()
    enter(page)
    page.goto("/review/?kind=d")
    page.keyboard.press("j")
    page.keyboard.press("m")
    page.wait_for_url(re.compile("/merge/"))
    page.get_by_role("searchbox", name="Имя или название").fill("соглашение")
    arrive(page, lambda: page.keyboard.press("Enter"))  # likely ones stood there before, in a list too
    follow(page.locator("main .list a").first)
    follow(page.get_by_role("button", name="Это одно: объединить"))
    expect(page.locator(".notice").first).to_contain_text("Объединено.")
    assert records() != told
    page.goto("/review/?kind=d")
    for _ in range(3):
        page.keyboard.press("j")
        page.keyboard.press("x")
    page.locator("#bulk summary").press("Enter")
    page.locator("#bulk input[name=because]").fill("не документы")
    follow(page.locator("#bulk [value=reject]"))
    expect(page.locator(".notice").first).to_contain_text("Отклонены 3 записи.")
    for said in ("Отменено 3 решения.", "Отменено 1 решение."):
        arrive(page, lambda: page.keyboard.press("u"))  # keys are heard by scripts, which come after the words
        expect(page.locator(".notice").first).to_contain_text(said)
    assert records() == told


def test_a_date_as_it_is_typed_and_the_focus_where_one_types(page: Page) -> None:
    enter(page)
    page.goto("/enter/d/")
    page.locator("#field-party").get_by_role("button", name="ещё").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#field-party .value-row").nth(2).locator("input[type=text]").first).to_be_focused()
    page.keyboard.type("Город, которого ещё нет")
    page.locator("#field-kind select").select_option("memorandum")
    date = page.locator("#field-signed input[type=text]")
    date.fill("32.04.2024")
    date.press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(date).to_have_value("32.04.2024")
    date.fill("24.04.2024")
    page.get_by_label("Внести как новое").check()
    date.press("Enter")
    expect(page.locator(".notice").first).to_contain_text("Запись внесена.")
    expect(page.locator("#field-signed + dd")).to_contain_text("24 апреля 2024")
    page.get_by_role("link", name="Город, которого ещё нет").first.click()
    expect(page.locator("h1")).to_have_text("Город, которого ещё нет")


def test_editing_with_names_chosen(page: Page) -> None:
    enter(page)
    page.goto("/review/?kind=d")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.wait_for_url(re.compile("/edit/"))
    page.locator("#field-title textarea").fill("Соглашение о <b>дружбе</b>")
    place = page.locator("#field-place")
    place.locator("input[type=text]").fill("Ленинградская обл")
    place.get_by_label("Ленинградская область").first.check()
    rows = page.locator("#field-party .value-row").count()
    page.locator("#field-party").get_by_role("button", name="ещё").click()
    expect(page.locator("#field-party .value-row")).to_have_count(rows + 1)
    page.locator("#field-signed input[type=text]").fill("31.02.2024")
    save = page.locator(".record-form .toolbar").get_by_role("button", name="Сохранить")
    save.click()
    expect(page.locator("#field-signed .errors")).to_contain_text("Это не дата")
    expect(page.locator("#field-title textarea")).to_have_value("Соглашение о <b>дружбе</b>")
    page.locator("#field-signed input[type=text]").fill("апрель 2024")
    save.click()
    expect(page.locator(".notice").first).to_contain_text("Изменено 3 поля.")
    expect(page.locator("h1")).to_have_text("Соглашение о <b>дружбе</b>")
    page.get_by_role("link", name="История", exact=True).click()
    expect(page.locator(".history")).to_contain_text("апрель 2024")


def test_without_scripts_on_a_phone(plain: Page) -> None:
    enter(plain)
    plain.goto("/review/?kind=e")
    first = plain.locator(".item").first.get_attribute("id")
    plain.locator(".item").first.get_by_role("button", name="Принять").click()
    expect(plain.locator(".notice").first).to_contain_text("Принято.")
    assert plain.locator(".item").first.get_attribute("id") != first
    plain.locator(".item .check").nth(0).check()
    plain.locator(".item .check").nth(1).check()
    plain.locator("#bulk").get_by_role("button", name="Принять").click()
    expect(plain.locator(".notice").first).to_contain_text("Приняты 2 записи.")
    plain.get_by_role("button", name="Отменить моё последнее решение").click()
    expect(plain.locator(".notice").first).to_contain_text("Отменено 2 решения.")
    plain.locator(".item").first.get_by_role("link", name="Исправить").click()
    plain.locator("#field-place input[type=text]").fill("Город, которого нет")
    plain.get_by_role("button", name="Сохранить").last.click()
    plain.get_by_label("Внести как новое").check()
    plain.get_by_role("button", name="Сохранить").last.click()
    expect(plain.locator(".notice").first).to_contain_text("Изменено 1 поле.")
    expect(plain.get_by_role("link", name="Город, которого нет").first).to_be_visible()
