"""Flat text: what is the story's stays, what is surely not goes."""

from __future__ import annotations

import pytest

from pobratim.core.page import Page
from pobratim.pages import read_page

STORY = "Делегация Тульской области прибыла в Минск и провела переговоры о сотрудничестве в сфере промышленности и науки."
DAY_STORY = "14 февраля делегация Тульской области прибыла в Минск и провела переговоры о сотрудничестве в промышленности."


def read(*lines: str) -> Page:
    """The page of some lines."""
    return read_page("\n".join(lines).encode())


def published(page: Page) -> str | None:
    """The day of publication."""
    return page.published.value if page.published else None


def test_a_headline_and_paragraphs_lose_nothing() -> None:
    lines = ["Тула и Минск подписали план", STORY, "Были подписаны:", "План мероприятий", "Соглашение о дружбе", "Меморандум"]
    assert read(*lines).text == "\n\n".join(lines)
    assert read(*lines).title == lines[0]


def test_without_a_headline_the_title_is_missing() -> None:
    page = read(STORY, "", "Второй абзац короче первого.")
    assert page.title is None
    assert page.text.startswith(STORY)


def test_a_list_of_people_at_the_end_is_no_byline() -> None:
    people = ["Иван Петров", "Мария Сидорова", "Олег Ким"]
    page = read("Тула и Минск", "", STORY, "", "В состав делегации вошли:", *people)
    assert page.text.endswith("\n\n".join(people))
    assert page.authors == []


@pytest.mark.parametrize(("line", "author"), [("Автор: Мария Лугова", "Мария Лугова"), ("Мария ЛУГОВА", "Мария Лугова")])
def test_bylines(line: str, author: str) -> None:
    page = read("Тула и Минск", "", STORY, "", line)
    assert page.authors == [author]
    assert author not in page.text


def test_a_name_that_the_story_tells_of_is_a_caption() -> None:
    page = read("Тула и Минск", "", STORY, "", "«Рады гостям», – сказала Мария Лугова на встрече.", "", "Мария Лугова")
    assert page.authors == []


def test_a_caption_does_not_become_the_headline() -> None:
    page = read("Скончался академик Виталий Костомаров", "Виталий Костомаров", STORY)
    assert page.title == "Скончался академик Виталий Костомаров"


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["Тула и Минск", "25.04.2024 10:15", STORY], "2024-04-25"),
        (["25 апреля 2024, 10:15 | Просмотров: 12", "Тула и Минск", STORY], "2024-04-25"),
        (["Тула и Минск", STORY, "Опубликовано: 25 апреля 2024 г."], "2024-04-25"),
        (["Дата публикации: 25.04.2024", "Тула и Минск", STORY, "Обновлено: 01.02.2025"], "2024-04-25"),
        (["Тула и Минск", f"МИНСК, 25 апреля. /БЕЛТА/. {STORY}"], "--04-25"),
        (["Тула и Минск", f"Минск, 25 апреля 2024 года – {STORY}"], "2024-04-25"),
        (["Тула и Минск", "25 апреля", STORY], "--04-25"),
        (["Сегодня: 12 мая, пятница", "Тула и Минск", STORY], None),
        (["Вторник, 28 ноября 2023 г. 14:35", "Главная", "Новости", "Тула и Минск дружат давно", STORY], None),
        (["28.11.2023 14:35", "Тула и Минск", DAY_STORY], None),
        (["15.02.2023 14:35", "Тула и Минск", DAY_STORY], "2023-02-15"),
        (["Тула и Минск", STORY, "Последнее изменение: 25.04.2024"], None),
        (["Тула и Минск", "31.02.2024", STORY], None),
        (["Тула и Минск", STORY], None),
    ],
)
def test_the_day_of_publication(lines: list[str], day: str | None) -> None:
    assert published(read(*lines)) == day


def test_a_dateline_is_evidence() -> None:
    page = read("Тула и Минск", "", f"МИНСК, 25 апреля. /БЕЛТА/. {STORY}")
    assert page.published is not None
    (evidence,) = page.published.evidence
    assert page.text[evidence.start : evidence.end] == evidence.quote == "25 апреля"


def test_the_year_is_computed_where_all_agree() -> None:
    page = read(
        "Тула и Минск подписали план",
        STORY,
        "Подписан план мероприятий на 2024–2026 годы. Само соглашение заключили в июне 2023 года на форуме в Петербурге.",
        "Рекомендуем:",
        "22 ноября График выплат в декабре 2024 года",
    )
    assert page.published is not None
    assert (page.published.value, page.published.basis) == ("2024", "computed")


def test_headlines_of_others_under_their_sections() -> None:
    others = ["22 ноября Парк открыт", "Власть", "21 ноября Подписан договор о мосте"]
    page = read("Тула и Минск", STORY, "Читайте также", *others, "^")
    found = [(item.title, item.section) for item in page.related]
    assert found == [("Парк открыт", None), ("Подписан договор о мосте", "Власть")]
    assert "договор" not in page.text


def test_an_insert_ends_where_the_story_goes_on() -> None:
    page = read("Тула и Минск", STORY, "Читайте также:", "Подписан договор о мосте", STORY.replace("Минск", "Брест"), "Конец.")
    assert page.text == "\n\n".join(["Тула и Минск", STORY, STORY.replace("Минск", "Брест"), "Конец."])


def test_a_menu_above_the_headline_goes() -> None:
    page = read("Главная", "Новости", "Контакты", "Объявления", "Тула и Минск подписали план", STORY)
    assert page.title == "Тула и Минск подписали план"
    assert page.text == f"Тула и Минск подписали план\n\n{STORY}"


def test_a_path_gives_sections() -> None:
    page = read("Главная / Новости района / Тула и Минск подписали план", "Тула и Минск подписали план", STORY)
    assert page.sections == ["Главная", "Новости района"]


@pytest.mark.parametrize(
    "line", ["Сегодня 25 апреля делегация прибыла в Минск.", "Комментарии экспертов читайте ниже.", "Фото есть."]
)
def test_short_sentences_that_look_like_margins_stay(line: str) -> None:
    assert line in read("Тула и Минск", "", STORY, "", line).text


def test_a_section_above_its_own_path_is_no_headline() -> None:
    page = read(
        "Новости региона",
        "Главная / Новости / Новости региона",
        "",
        "Тула и Минск подписали план",
        "",
        "07.02.2024",
        "Новости региона",
        STORY,
    )
    assert page.title == "Тула и Минск подписали план"
    assert page.sections == ["Главная", "Новости", "Новости региона"]
    assert page.text == f"Тула и Минск подписали план\n\n{STORY}"
