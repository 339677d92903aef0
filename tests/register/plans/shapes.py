"""Six more plans of measures, all made up, in the shapes that printed plans have: split over pages, a table for each part or
within another table, times and marks by side, years as columns. Rows and gold as in `offices`; `<` in a row goes on the cell
to the left, `^` the one above.
"""

from __future__ import annotations

import datetime
from typing import Any

from pobratim.register.plans.side import Side
from tests.tables import files

from .offices import CHAMBERS, NEIGHBOURS, REGIONS, TOWNS, Office, as_context, rows_in

DAY = datetime.date
STEPPE = (Side("a", ("Омская область",), "RU"), Side("b", ("Акмолинская область", "Астана"), "KZ"))
Rows = list[list[str]]


def _full(rows: Rows) -> dict[int, list[Any]]:
    """The cells by the number of the row, what is merged down filled."""
    found: dict[int, list[Any]] = {}
    for number, row in enumerate(rows, 1):
        found[number] = [found[number - 1][place] if told == "^" else told.strip("<") for place, told in enumerate(row)]
    return found


def split() -> Office:
    """A letter of two pages and a bit: the heading and the numbers of columns once more, then a table without a heading."""
    rows = rows_in("split")
    parts = ["Приложение", "План мероприятий на 2025–2026 годы", rows[:6], rows[6:12], rows[12:]]
    context = as_context(NEIGHBOURS, DAY(2025, 1, 1), DAY(2026, 12, 31))
    return Office("план на страницах.docx", files.letter(parts), context, _full(rows), 1)


def sides() -> Office:
    """Times and executors of either side in columns of their own, one time merged over both."""
    rows = rows_in("sides")
    raw = files.letter(["План совместных действий на 2025 год", rows])
    return Office("стороны.docx", raw, as_context(NEIGHBOURS, DAY(2025, 1, 1), DAY(2025, 12, 31)), _full(rows), 1)


def years() -> Office:
    """A page: each year is a column with a mark in it, or a quarter; the part of the plan is merged down."""
    rows = rows_in("years")
    raw = files.spanned(rows, "Дорожная карта на 2025–2027 годы")
    return Office("годы.html", raw, as_context(STEPPE, DAY(2025, 1, 1), DAY(2027, 12, 31)), _full(rows), 2, (7,))


def nested() -> Office:
    """A table that holds who approved the plan, and the plan as a table within it; executors of one row in a table again."""
    rows = rows_in("nested")
    inner: list[list[Any]] = [list(row) for row in rows]
    inner[3][3] = [["Управление по культуре, спорту и делам молодёжи"]]
    frame = [["УТВЕРЖДАЮ\nГлава города Твери", "СОГЛАСОВАНО\nКмет Бургаса"], [inner, "<"]]
    raw = files.letter(["План", frame])
    return Office("рамка.docx", raw, as_context(TOWNS, DAY(2025, 3, 1), DAY(2026, 12, 31)), _full(rows), 1)


def chapters() -> Office:
    """A table for each part, its title a line above, numbers that begin anew."""
    rows = rows_in("chapters")
    titles = ("1. Образование и наука", "2. Физическая культура и спорт", "3. Социальная политика")
    tables = (rows[:5], rows[5:9], rows[9:])
    parts = ["План мероприятий на 2024–2026 годы", *(block for pair in zip(titles, tables, strict=True) for block in pair)]
    context = as_context(REGIONS, DAY(2024, 4, 24), DAY(2026, 12, 31))
    return Office("главы.docx", files.letter(parts), context, _full(rows), 1, (2,))


def marks() -> Office:
    """A page with what either side says of the fulfilment, and notes."""
    rows = rows_in("marks")
    raw = files.spanned(rows, "План мероприятий")
    return Office("отметки.html", raw, as_context(CHAMBERS, DAY(2025, 1, 20), DAY(2026, 12, 31)), _full(rows), 1)


SHAPES = (split, sides, years, nested, chapters, marks)
