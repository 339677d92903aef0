"""An office's own list comes into the register through the browser, and goes again."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import FilePayload, Page, expect

from .conftest import PHONE, enter
from .test_accessible import faults

LINES = (
    "№;Наименование документа;Партнёр;Дата подписания;Срок действия;Что-то своё",
    "1;Соглашение о сотрудничестве;Псковская область;12.03.2019;5 лет;",
    "2;Меморандум о взаимопонимании;Могилёвская область;март 2021 года;бессрочно;<b>жирно</b>",
    "3;Соглашение;Костромская область;31.02.2025;;",
)


def file(name: str, text: str) -> FilePayload:
    return {"name": name, "mimeType": "text/csv", "buffer": text.encode()}


def test_a_list_comes_in_and_goes_again(page: Page, records: Callable[[], set[str]]) -> None:
    told = records()
    enter(page)
    page.goto("/import/")
    page.get_by_label("Файл").set_input_files(file("перечень.csv", "\n".join(LINES)))
    page.get_by_role("button", name="Прочитать файл").click()
    expect(page.locator("h1")).to_have_text("перечень.csv")
    expect(page.get_by_label("Что в нём: D")).to_have_value("signed")
    page.get_by_label("Что в нём: F").select_option("note")
    page.get_by_label("Наша сторона").fill("Тверская область")
    page.get_by_role("button", name="Посмотреть, что получится").click()
    expect(page.locator("#rows .list > li")).to_have_count(3)
    expect(page.locator("#rows")).to_contain_text("31.02.2025")
    assert page.locator("#rows b", has_text="жирно").count() == 0
    assert faults(page) == []
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert records() == told, "looking changes nothing"
    page.get_by_label("пропустить строки").check()
    page.locator("#rows form button.main").click()
    expect(page.locator(".notice").first).to_contain_text("2 документа")
    assert sum(line.startswith("document ") for line in records()) == 2 + sum(line.startswith("document ") for line in told)
    page.goto("/search/?q=Тверская область меморандум&kind=d")
    expect(page.locator(".hits")).to_contain_text("Меморандум о взаимопонимании")
    page.goto("/import/")
    page.get_by_role("button", name="Отменить").first.click()
    expect(page.locator(".notice").first).to_be_visible()
    assert records() == told


def test_what_is_no_list_is_refused_in_words(page: Page) -> None:
    enter(page)
    page.goto("/import/")
    page.get_by_label("Файл").set_input_files(file("пустой.csv", "просто слова"))
    page.get_by_role("button", name="Прочитать файл").click()
    expect(page.locator(".notice.error")).to_contain_text("столбцов")
