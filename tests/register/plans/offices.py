"""Six plans of measures as six offices lay them out; all made up.

The rows of each are in `rows/`, a line a row (`\\n` for the end of a line in a cell, an ISO day for a date). What each row
means stands in `gold/`: row in the file, number, section, due (`first..last recurring`; `?` where a person must look),
executors (`side:name`, ` | ` between), spheres. Words of the measure and expected result are the cells themselves.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any, NamedTuple

from pobratim.register.plans.calendar import Span
from pobratim.register.plans.row import Context
from pobratim.register.plans.side import Side
from tests.tables import files

ROWS, GOLD = (Path(__file__).with_name(name) for name in ("rows", "gold"))
DAY = datetime.date
REGIONS = (
    Side("a", ("Ленинградская область", "Правительство Ленинградской области"), "RU"),
    Side("b", ("Чуйская область", "Полномочное представительство Президента Кыргызской Республики в Чуйской области"), "KG"),
)
NEIGHBOURS = (Side("a", ("Псковская область",), "RU"), Side("b", ("Витебская область",), "BY"))
TOWNS = (Side("a", ("город Тверь",), "RU"), Side("b", ("город Бургас",), "BG"))
CHAMBERS = (Side("a", ("Смоленская область",), "RU"), Side("b", ("Костанайская область",), "KZ"))


class Office(NamedTuple):
    """A plan: its file, what is known of it, its rows by their number in the file, the columns of words and of results."""

    name: str
    raw: bytes
    context: Context
    cells: dict[int, list[Any]]
    text: int
    expected: tuple[int, ...] = ()


def rows_in(name: str) -> list[list[Any]]:
    """The rows of a plan, all as wide as the widest."""
    lines = [line.split("\t") for line in (ROWS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()]
    width = max(map(len, lines))
    return [[one.replace("\\n", "\n") for one in line] + [""] * (width - len(line)) for line in lines]


def as_context(sides: tuple[Side, ...], first: DAY, last: DAY) -> Context:
    """What is known of a plan; it comes in on 1 June 2025."""
    return Context(sides, Span(first, last), DAY(2025, 6, 1))


def _workbook(rows: list[list[Any]], merged: tuple[str, ...], sheet: str) -> bytes:
    values = [[_value(one) for one in row] if any(row) else [] for row in rows]
    return files.xlsx(values, merged, sheet)


def _value(text: str) -> Any:
    try:
        return DAY.fromisoformat(text)
    except ValueError:
        return text or None


def region() -> Office:
    """A workbook: title above, executors of two sides under one heading, sections merged across, cells merged down."""
    rows = rows_in("region")
    merged = ("A1:F1", "A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:F4", "A5:F5", "A10:F10", "A14:F14", "D7:D8")
    raw = _workbook(rows, merged, "План")
    cells = dict(enumerate(rows, 1))
    return Office("план-2024.xlsx", raw, as_context(REGIONS, DAY(2024, 4, 24), DAY(2026, 12, 31)), cells, 1, (5,))


def letter() -> Office:
    """A letter: two columns of executors by country, sections merged, lists with dashes in cells, names that run over lines."""
    rows = rows_in("letter")
    merged = [(one, 0, one, 4) for one in (1, 6, 10)]
    raw = files.docx(rows, merged, above=["Приложение к протоколу", "План совместных действий на 2025 год"])
    cells = dict(enumerate(rows, 1))
    return Office("план.docx", raw, as_context(NEIGHBOURS, DAY(2025, 1, 1), DAY(2025, 12, 31)), cells, 1)


def page() -> Office:
    """A page: no column of numbers, beginning and end in columns of their own, result and indicator."""
    rows = rows_in("page")
    raw = files.html(rows, "Дорожная карта сотрудничества Смоленской и Костанайской областей")
    cells = dict(enumerate(rows, 1))
    return Office("карта.html", raw, as_context(CHAMBERS, DAY(2025, 1, 20), DAY(2026, 12, 31)), cells, 0, (4, 5))


def text() -> Office:
    """Text in windows-1251 with semicolons: the section in a column, labels of sides in the cell, a mark of fulfilment."""
    rows = rows_in("text")
    context = as_context(TOWNS, DAY(2025, 3, 1), DAY(2026, 12, 31))
    return Office("побратимы.csv", files.csv(rows, ";", "cp1251"), context, dict(enumerate(rows, 1)), 2)


def turned() -> Office:
    """A workbook with its columns the other way round; sections are rows with a number and a title."""
    rows = rows_in("turned")
    context = as_context(CHAMBERS, DAY(2025, 1, 20), DAY(2026, 12, 31))
    return Office("обратный порядок.xlsx", _workbook(rows, (), "Лист1"), context, dict(enumerate(rows, 1)), 3, (0,))


def unnumbered() -> Office:
    """A table of a letter without numbers and without a word about results; place and time in one cell, notes beside."""
    rows = rows_in("unnumbered")
    raw = files.docx(rows, above=["Календарный план на 2025 год"])
    cells = dict(enumerate(rows, 1))
    return Office("календарь.docx", raw, as_context(REGIONS, DAY(2025, 1, 1), DAY(2025, 12, 31)), cells, 1)


OFFICES = (region, letter, page, text, turned, unnumbered)
