"""XLSX, for people: one sheet in words, the heading stays in sight, rows can be filtered. No cell is ever a formula."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any, BinaryIO

from django.utils.translation import gettext
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from .cell import spreadsheet_text
from .in_words import TITLES, Shown, columns_shown, heading, shown
from .lists import LISTS
from .row import Cell

MAX_TITLE = 31  # characters of a sheet's name
DAY = "mm-dd-yy"  # the format that spreadsheets show as days are written where they run
_WIDE = {"title": 60, "parties": 50, "signatories": 40, "name": 40, "posts": 50, "sources": 50, "people": 50}


def write_xlsx(file: BinaryIO, name: str, rows: Iterable[dict[str, Cell]]) -> None:
    """Writes a heading and the rows of a list, in the language in force; numbers stay numbers, whole days are days."""
    columns, in_words = columns_shown(LISTS[name].columns), shown(name)
    book = Workbook(write_only=True)
    sheet = book.create_sheet(gettext(TITLES[name])[:MAX_TITLE])
    sheet.freeze_panes = "A2"
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDE.get(column, 16)
    sheet.append([_cell(sheet, heading(name, column), bold=True) for column in columns])
    last = 1
    for row in map(in_words, rows):
        sheet.append([_cell(sheet, row[column]) for column in columns])
        last += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    book.save(file)


def _cell(sheet: Any, value: Shown, *, bold: bool = False) -> Any:
    if isinstance(value, datetime.date):
        day: Any = WriteOnlyCell(sheet, value=datetime.datetime.combine(value, datetime.time()))
        day.number_format = DAY
        return day
    if isinstance(value, int) and not isinstance(value, bool):
        return WriteOnlyCell(sheet, value=value)
    text = spreadsheet_text(value)
    cell: Any = WriteOnlyCell(sheet, value=text or None)
    if text:
        cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell
