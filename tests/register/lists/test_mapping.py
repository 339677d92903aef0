"""Headings as offices write them, and cells."""

from __future__ import annotations

import datetime

import pytest

from pobratim.register.errors import WrongValue
from pobratim.register.lists.cell import NO_DATE, NO_SUCH_DAY, NO_YEAR, date_of, is_empty, kind_of, status_of
from pobratim.register.lists.mapping import LIST, Field
from pobratim.register.lists.term import term_of
from pobratim.tables import Cell, read_book
from tests.tables import files

HEADINGS = {
    "№ п/п": "number",
    "Номер": "ignored",
    "Наименование документа": "title",
    "Название соглашения": "title",
    "Наименование, дата и номер": "title",
    "Реквизиты соглашения": "title",
    "Вид документа": "kind",
    "Тип документа": "kind",
    "Стороны": "parties",
    "Стороны соглашения": "parties",
    "Участники": "parties",
    "Регион-партнёр": "partner",
    "Иностранный партнёр": "partner",
    "С кем заключено": "partner",
    "Город-побратим": "partner",
    "Регион (государство)": "partner",
    "Страна, регион": "partner",
    "Государство (административно-территориальное образование)": "partner",
    "Страна": "country",
    "Государство": "country",
    "Дата подписания": "signed",
    "Дата заключения соглашения": "signed",
    "Дата и место подписания": "signed",
    "Год подписания": "signed",
    "Подписание / дата": "signed",
    "Подписание / место": "place",
    "Место подписания": "place",
    "Место заключения": "place",
    "Срок действия": "term",
    "Срок действия документа": "term",
    "Срок действия / с": "term_from",
    "Срок действия / по": "term_to",
    "Дата вступления в силу": "term_from",
    "Дата окончания действия": "term_to",
    "Действует до": "term",
    "Пролонгация": "renewal",
    "Порядок продления": "renewal",
    "Подписанты": "signatories",
    "Кем подписано": "signatories",
    "Лица, подписавшие документ": "signatories",
    "Подписант от области": "signatory_own",
    "Подписант от партнёра": "signatory_partner",
    "Сферы сотрудничества": "spheres",
    "Основные направления сотрудничества": "spheres",
    "Статус": "status",
    "Состояние": "status",
    "Ответственный исполнитель": "responsible",
    "Куратор": "responsible",
    "Примечание": "note",
    "Место хранения оригинала": "note",
}


@pytest.mark.parametrize(("heading", "field"), HEADINGS.items())
def test_a_heading_says_its_field(heading: str, field: str) -> None:
    raw = files.csv([[heading, "Цвет"], ["слово", "1"]])
    assert LIST.guess(read_book(raw).tables[0])["A"] == field


def test_no_field_is_given_twice_unless_it_may_be() -> None:
    raw = files.csv([["Дата", "Дата подписания", "Стороны", "Стороны"], ["2019", "2020", "а", "б"]])
    columns = LIST.guess(read_book(raw).tables[0])
    assert (columns["B"], columns["C"], columns["D"]) == ("signed", "parties", "parties")
    assert columns["A"] != "signed"


def test_corrections_by_letter_and_by_heading() -> None:
    table = read_book(files.csv([["Куда", "Дата"], ["Минск", "2019"]])).tables[0]
    columns = LIST.corrected(table, LIST.guess(table), [("a", "partner"), ("дата", "term_to")])
    assert columns == {"A": "partner", "B": "term_to"}
    for change in (("C", "partner"), ("A", "song"), ("A", Field.NUMBER)):
        with pytest.raises(WrongValue):
            LIST.corrected(table, {"A": "partner", "B": "signed"}, [change])


DATES = {
    "12.03.2019": "2019-03-12",
    "12.03.19": "2019-03-12",
    "12 марта 2019 г.": "2019-03-12",
    "«12» марта 2019 года": "2019-03-12",
    "12/03/2019": "2019-03-12",
    "2019-03-12": "2019-03-12",
    "2019-03-12 00:00:00": "2019-03-12",
    "43536": "2019-03-12",
    "март 2019": "2019-03",
    "03.2019": "2019-03",
    "2019": "2019",
    "2019 г.": "2019",
    "2019 год": "2019",
    "12.03.2019, г. Минск": "2019-03-12",
    "12.03.2019 № 15-с": "2019-03-12",
}
WRONG = {
    "31.02.2025": NO_SUCH_DAY,
    "32.13.2020": NO_SUCH_DAY,
    "31 февраля 2025 г.": NO_SUCH_DAY,
    "12.03.2019, 31.02.2020": NO_SUCH_DAY,
    "12 марта": NO_YEAR,
    "уточняется": NO_DATE,
    "15": NO_DATE,
}


@pytest.mark.parametrize(("words", "value"), DATES.items())
def test_dates(words: str, value: str) -> None:
    told = date_of(Cell(words))
    assert told.date is not None
    assert (told.date.value, told.wrong) == (value, "")
    assert told.date.evidence[0].quote == words


@pytest.mark.parametrize(("words", "reason"), WRONG.items())
def test_dates_that_are_none(words: str, reason: str) -> None:
    told = date_of(Cell(words))
    assert (told.date, told.wrong) == (None, reason)


def test_a_date_that_the_file_holds_as_one() -> None:
    told = date_of(Cell("03.12.2019", datetime.date(2019, 12, 3)))
    assert told.date is not None
    assert told.date.value == "2019-12-03"


@pytest.mark.parametrize("words", ["", "—", "-", " нет ", "н/д", "...", "Нет данных."])
def test_cells_that_say_nothing(words: str) -> None:
    assert is_empty(Cell(words))
    assert date_of(Cell(words)) == (None, "", "")


TERMS = {
    "5 лет": (None, None, 5, False, None),
    "5 (пять) лет": (None, None, 5, False, None),
    "пять лет": (None, None, 5, False, None),
    "сроком на 3 года": (None, None, 3, False, None),
    "5 лет с автоматической пролонгацией на следующие 5 лет": (
        None,
        None,
        5,
        False,
        "с автоматической пролонгацией на следующие 5 лет",
    ),
    "бессрочно": (None, None, None, True, None),
    "Не ограничен": (None, None, None, True, None),
    "до 31.12.2026": (None, "2026-12-31", None, False, None),
    "31.12.2026": (None, "2026-12-31", None, False, None),
    "по 31 декабря 2026 г.": (None, "2026-12-31", None, False, None),
    "12.03.2019 – 11.03.2024": ("2019-03-12", "2024-03-11", None, False, None),
    "с 2019 по 2024 год": ("2019", "2024", None, False, None),
    "2019–2024 гг.": ("2019", "2024", None, False, None),
}


@pytest.mark.parametrize(("words", "expected"), TERMS.items())
def test_terms(words: str, expected: tuple[object, ...]) -> None:
    term = term_of(words)
    assert term is not None
    ends = tuple(one.value if one else None for one in (term.from_, term.to))
    assert (*ends, term.years, term.open_ended, term.renewal) == expected


@pytest.mark.parametrize("words", ["до полного исполнения обязательств", "по согласованию", "см. текст"])
def test_terms_that_cannot_be_read(words: str) -> None:
    assert term_of(words) is None


def test_kinds_and_states() -> None:
    kinds = {
        "Соглашение": "agreement",
        "Дополнительное соглашение": "agreement",
        "Протокол о намерениях": "protocol",
        "Дорожная карта": "roadmap",
        "Совместный план мероприятий": "plan",
        "Программа сотрудничества": "programme",
        "Декларация": "declaration",
        "Договор": "agreement",
        "Обмен письмами": None,
    }
    assert {words: kind_of(words) for words in kinds} == kinds
    states = {"Действует": "in_force", "НЕ ДЕЙСТВУЕТ": "terminated", "Расторгнуто": "terminated", "истёк срок": "lapsed"}
    states |= {"На согласовании": "proposed", "пролонгировано до 2030 г.": "prolonged", "утратило силу": "terminated"}
    assert {words: status_of(words) for words in states} == states


def test_spheres_are_known_by_their_cells() -> None:
    """Also under a heading that says nothing; who keeps a sphere is none."""
    rows = [["С кем", "О чём", "Кто ведёт"], *(["Минская область", "культура, спорт", "министерство культуры"] for _ in range(3))]
    assert LIST.guess(read_book(files.csv(rows)).tables[0])["B"] == "spheres"
    other = [["С кем", "Кто", "О чём"], *(["Минская область", "министерство культуры", "наука и туризм"] for _ in range(3))]
    guessed = LIST.guess(read_book(files.csv(other)).tables[0])
    assert (guessed["B"], guessed["C"]) == ("ignored", "spheres")
