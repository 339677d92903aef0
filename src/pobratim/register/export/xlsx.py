"""XLSX: one sheet, the heading stays in sight. No cell is ever a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from .cell import spreadsheet_text
from .row import Cell

_WIDE = {"title": 60, "parties": 50, "signatories": 40, "name": 40, "posts": 50, "sources": 50, "people": 50}


def write_xlsx(file: BinaryIO, columns: Sequence[str], rows: Iterable[dict[str, Cell]]) -> None:
    """Writes a heading and the rows; numbers stay numbers."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("register")
    sheet.freeze_panes = "A2"
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDE.get(column, 16)
    sheet.append([_cell(sheet, column, bold=True) for column in columns])
    for row in rows:
        sheet.append([_cell(sheet, row[column]) for column in columns])
    book.save(file)


def _cell(sheet: Any, value: Cell, *, bold: bool = False) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return WriteOnlyCell(sheet, value=value)
    text = spreadsheet_text(value)
    cell: Any = WriteOnlyCell(sheet, value=text or None)
    if text:
        cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell
