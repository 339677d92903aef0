"""Following up in the browser: a plan from its file to its board, by hand, reported on, met by the news, and taken back."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import FilePayload, Page, expect

from .conftest import DESKTOP, PHONE, enter
from .test_accessible import faults
from .test_every_page import too_wide

LINES = (
    "№ п/п;Мероприятие;Срок исполнения;Исполнители;Ожидаемый результат",
    ";I. Обмен делегациями;;;",
    "1.1;Визит делегации Баткенской области в Новосибирскую область;III квартал 2024 года;Новосибирская область;",
    "1.2;Обмен <b>перечнями</b> товаров;31.02.2025;Комитет по экономике;Перечни",
    "1.3;Обмен библиотечными фондами;ежегодно;Баткенская область;",
)
FILE: FilePayload = {"name": "план.csv", "mimeType": "text/csv", "buffer": "\n".join(LINES).encode()}
#: What the test of a plan does, one undoing each.
STROKES = ("the plan", "its measures", "its file", "a measure by hand", "a report", "news accepted")


def right(page: Page) -> None:
    """Nothing is wrong with the page as it stands, on a desk and on a telephone."""
    assert faults(page) == []
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.set_viewport_size(DESKTOP)


def bring_in(page: Page) -> None:
    """Brings the file in as a new plan, its one wrong cell corrected."""
    page.goto("/plans/import/")
    page.get_by_label("Файл").set_input_files(FILE)
    page.get_by_label("Название нового плана").fill("План мероприятий на 2024–2026 годы")
    page.get_by_label("Сторона А").fill("Новосибирская область")
    page.get_by_label("Сторона Б").fill("Баткенская область")
    page.get_by_role("button", name="Посмотреть").click()
    expect(page.locator("h1")).to_have_text("план.csv")
    expect(page.locator(".measure.marked")).to_have_count(1)
    assert page.locator("main b", has_text="перечнями").count() == 0
    page.locator(".measure.marked textarea", has_text="31.02.2025").fill("28.02.2025")
    page.get_by_role("button", name="Посмотреть ещё раз").last.click()
    expect(page.locator(".measure.marked")).to_have_count(0)


def test_a_plan_from_its_file_to_reports_and_back(page: Page, records: Callable[[], set[str]]) -> None:
    told = records()
    enter(page)
    bring_in(page)
    right(page)
    page.get_by_role("button", name="Загрузить").click()
    expect(page.locator(".board .measure")).to_have_count(3)
    right(page)
    board = page.url
    page.get_by_role("link", name="Внести мероприятие вручную").click()
    page.locator("#field-text textarea").fill("Дни Баткена в Новосибирске")
    page.locator("#field-due").get_by_label("Словами").fill("когда-нибудь")
    page.locator(".record-form .toolbar button.main").click()
    expect(page.locator("#field-due .errors")).to_contain_text("Срок прочитать не удалось")
    expect(page.locator("#field-text textarea")).to_have_value("Дни Баткена в Новосибирске")
    right(page)
    page.locator("#field-due").get_by_label("Словами").fill("IV квартал 2025")
    page.locator(".record-form .toolbar button.main").click()
    expect(page.locator(".notice").first).to_contain_text("Запись внесена.")
    page.get_by_label("Состояние", exact=True).select_option("done")
    page.get_by_label("Что сделано").fill("Прошли с 3 по 5 октября")
    page.locator("form[action$='/report/'] button.main").click()
    expect(page.locator(".reports")).to_contain_text("Прошли с 3 по 5 октября")
    right(page)
    page.goto(f"{board}?by=state")
    expect(page.locator("#state-done")).to_contain_text("1")
    page.goto("/review/plans/")
    expect(page.locator(".item")).to_contain_text("Визит делегации Баткенской области")
    right(page)
    page.get_by_role("button", name="Принять").first.click()
    expect(page.locator(".notice").first).to_be_visible()
    page.goto(f"{board}?by=state")
    expect(page.locator(".board .measure", has_text="Визит делегации").locator(".chip-done")).to_be_visible()
    page.goto("/due/?on=2025-06-01")
    expect(page.locator("#due-overdue ~ ul, section:has(#due-overdue)").first).to_contain_text("перечнями")
    for _ in STROKES:
        page.goto("/review/")
        page.get_by_role("button", name="Отменить моё последнее решение").click()
        expect(page.locator(".notice").first).to_contain_text("Отменено")
    assert records() == told, "what was undone left something behind"


def test_pages_of_following_up_on_a_phone(page: Page) -> None:
    page.set_viewport_size(PHONE)
    enter(page)
    paths = [
        "/due/?within=365",
        "/promises/",
        "/promises/?state=open",
        "/review/plans/",
        "/plans/",
        "/plans/import/",
        "/enter/m/",
    ]
    assert too_wide(page, paths) == []
    for path in ("/promises/", "/review/plans/", "/plans/import/", "/enter/m/"):
        page.goto(path)
        assert faults(page) == [], path


def test_a_briefing_is_made_read_edited_and_saved(page: Page) -> None:
    page.goto("/brief/")
    page.get_by_label("Партнёр").fill("Гомельская область")
    page.get_by_label("Наша сторона").fill("Орловская область")
    page.get_by_role("button", name="Составить").click()
    expect(page.locator("h1")).to_contain_text("Гомельская область")
    right(page)
    page.get_by_role("link", name="Изменить перед сохранением").click()
    page.locator("main textarea").first.fill("Проверено по телефону")
    right(page)
    page.get_by_label("Формат").select_option("html")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Сохранить в файл").click()
    text = saved.value.path().read_text(encoding="utf-8")
    assert "Проверено по телефону" in text
    assert "<script" not in text
