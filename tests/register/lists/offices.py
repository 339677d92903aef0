"""Six lists of agreements as six offices lay them out; all made up. Each comes as a file and says how many rows can be read."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from tests.tables import files


class Office(NamedTuple):
    """A list: its file, the office's own side, how many documents it tells of, rows that cannot be read."""

    name: str
    raw: bytes
    own: str
    documents: int
    unreadable: tuple[int, ...] = ()


OUR_REGION = "Тверская область"
PARTNERS = (
    ("Республика Беларусь", "Витебский областной исполнительный комитет", "г. Витебск"),
    ("Республика Беларусь", "Правительство Минской области", "г. Минск"),
    ("Кыргызская Республика", "Правительство Чуйской области", "г. Бишкек"),
    ("Республика Узбекистан", "Хокимият Ташкентской области", "г. Ташкент"),
    ("Республика Казахстан", "Акимат Костанайской области", "г. Костанай"),
    ("Китайская Народная Республика", "Народное правительство провинции Хэбэй", "г. Шицзячжуан"),
    ("Китайская Народная Республика", "Провинция Шэньси", "г. Сиань"),
    ("Республика Сербия", "г. Ниш", "г. Белград"),
    ("Республика Армения", "Лорийская область", "г. Ереван"),
    ("Республика Абхазия", "Гагрский район", "г. Сухум"),
)


def region() -> Office:
    """A workbook: title above, heading in two rows, merged countries, dates as dates."""
    rows: list[list[Any]] = [
        ["Перечень действующих соглашений Правительства Тверской области", *[None] * 8],
        ["по состоянию на 1 февраля 2025 года", *[None] * 8],
        [],
        ["№ п/п", "Страна", "Партнёр", "Наименование документа", "Подписание", None, "Срок действия", None, "Статус"],
        [None, None, None, None, "дата", "место", "с", "по", None],
        [1, 2, 3, 4, 5, 6, 7, 8, 9],
    ]
    for number, (country, partner, town) in enumerate(PARTNERS, 1):
        day = datetime.date(2015 + number % 8, number % 12 + 1, number + 3)
        title = "Соглашение о торгово-экономическом, научно-техническом и культурном сотрудничестве"
        rows.append([number, country, partner, title, day, town, day.year, day.year + 5, "действует"])
    merged = ["A1:I1", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:F4", "G4:H4", "I4:I5", "B7:B8", "B12:B13"]
    return Office("перечень.xlsx", files.xlsx(rows, merged), "Правительство Тверской области", 10)


def city() -> Office:
    """Text in windows-1251 with semicolons: twin towns, date and place in one cell, words for the term."""
    towns = ("Витебск", "Гродно", "Костанай", "Ташкент", "Ереван", "Ниш", "Сиань", "Бишкек", "Самарканд", "Бургас")
    terms = ("5 лет", "бессрочно", "3 года с автоматической пролонгацией", "до 31.12.2030", "", "10 лет", "–", "2020–2025 гг.")
    rows = [["№", "Город-побратим", "Вид документа", "Дата и место подписания", "Срок действия", "Кем подписано"]]
    for number, town in enumerate(towns):
        kind = ("Соглашение", "Договор о побратимских связях", "Протокол о намерениях", "Меморандум")[number % 4]
        head = f"Глава города Твери А.Б. Петров, мэр города {town} И.И. Сидоров" if number % 2 else ""
        rows.append(
            [str(number + 1), town, kind, f"{number + 2}.0{number % 9 + 1}.20{10 + number}, г. Тверь", terms[number % 8], head]
        )
    return Office("побратимы.csv", files.csv(rows, ";", "cp1251"), "город Тверь", 10)


def page() -> Office:
    """A page of the site: parts by country, title with its day and sides, no column of partners."""
    rows = [["№", "Реквизиты документа", "Примечание"]]
    sides = ("Минской области", "Витебской области", "Гомельской области", "Чуйской области", "Ташкентской области")
    for number in range(10):
        kind = ("Соглашение", "План мероприятий")[number % 2]
        side = sides[number // 2]
        title = f"{kind} между Правительством Псковской области и Правительством {side} о сотрудничестве от {number + 10}.05.2021"
        rows.append([str(number + 1), f"{title} № {number + 5}-с", "оригинал в канцелярии"])
    return Office("реестр.html", files.html(rows, "Реестр соглашений Псковской области"), "Псковская область", 10)


def letter() -> Office:
    """A letter with a table: parties in one cell, one a line; spheres; merged cells; one day that is none."""
    rows = [["№", "Вид документа", "Стороны", "Дата подписания", "Сферы сотрудничества", "Пролонгация", "Состояние"]]
    for number, (_, partner, _) in enumerate(PARTNERS):
        day = "31.02.2025" if number == 4 else f"{number + 1} марта {2012 + number} г."
        state = ("действует", "пролонгировано", "не действует", "проект")[number % 4]
        sphere = ("культура, образование", "промышленность; торговля", "туризм", "молодёжная политика")[number % 4]
        parties = f"Правительство Калужской области;\n{partner}"
        rows.append(
            [str(number + 1), "Соглашение", parties, day, sphere, "автоматически на 5 лет" if number % 2 else "нет", state]
        )
    raw = files.docx(rows, above=["Приложение № 1", "Сведения о соглашениях Калужской области"])
    return Office("приложение.docx", raw, "", 9, (6,))


def university() -> Office:
    """Text with tabs: partners that no gazetteer has, years alone, signatories of the two sides in columns of their own."""
    rows = [["Партнёр", "Договор", "Год заключения", "Подписант от нашей стороны", "Подписант от партнёра", "Ответственный"]]
    names = ("Минский", "Витебский", "Гродненский", "Ташкентский", "Самаркандский")
    for number in range(10):
        kind = ("государственный университет", "медицинский институт")[number % 2]
        topic = ("академическом обмене", "сотрудничестве в области науки")[number % 2]
        rows.append(
            [f"{names[number // 2]} {kind}", f"Договор об {topic}", str(2011 + number), "ректор С.С. Иванов", "", "Отдел связей"]
        )
    return Office("вуз.tsv", files.csv(rows, "\t", "utf-8-sig"), "Псковский государственный университет", 10)


def unheaded() -> Office:
    """A workbook whose headings say nothing: what the columns hold is seen from their cells. One row twice."""
    rows: list[list[Any]] = [["Столбец 1", "Столбец 2", "Столбец 3", "Столбец 4"]]
    places = ("Минская область", "Витебская область", "Гомельская область", "Брестская область", "Могилёвская область")
    for number in range(10):
        title = ("Соглашение о сотрудничестве", "Меморандум о взаимопонимании")[number % 2]
        rows.append([places[number // 2], title, datetime.date(2016, number + 1, 20), ("5 лет", "бессрочно")[number % 2]])
    rows.append(rows[3])
    return Office("без заголовков.xlsx", files.xlsx(rows), "Брянская область", 10)


OFFICES = (region, city, page, letter, university, unheaded)
