"""Sheets of an XLSX workbook: stored values, no formula is worked out, nothing outside the file is asked.

Sheets are read as a stream: the other way openpyxl makes a cell for every place of a merged area, and hostile ones are large.
"""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from pobratim.core.errors import BrokenTable, TableError, TableTooLarge

from .archive import part
from .grid import MAX_CELLS, Grid, clean
from .table import Cell

_CELL = re.compile(rb"<(?:\w+:)?c[ >/]")
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})["']""")
#: A sheet with styles on empty cells has many more of them than values.
_EMPTY_TOO = 4


def grids(raw: bytes, archive: zipfile.ZipFile) -> list[Grid]:
    """One grid a visible sheet, in the order of the workbook.

    Raises:
        BrokenTable: it is not what an office writes.
        TableTooLarge: too many cells.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of extensions that it leaves out: none holds a cell
            book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
            return [_grid(sheet, archive) for sheet in book.worksheets if sheet.sheet_state == "visible"]
    except TableError:
        raise
    except Exception as error:  # a hostile file makes openpyxl fail in any way
        raise BrokenTable("the workbook is damaged") from error


def _grid(sheet: Any, archive: zipfile.ZipFile) -> Grid:
    xml = part(archive, sheet._worksheet_path)
    if len(_CELL.findall(xml)) > _EMPTY_TOO * MAX_CELLS:
        raise TableTooLarge("more than 500,000 cells: split the table")
    grid = Grid(str(sheet.title))
    sheet.reset_dimensions()  # what the file says of its size is not believed
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                grid.put(cell.row - 1, cell.column - 1, _cell(cell.value))
    for area in _MERGED.findall(xml):
        column, first, last_column, last = (int(one or 1) for one in range_boundaries(area.decode()))
        grid.merge(first - 1, column - 1, last - 1, last_column - 1)
    return grid


def _cell(value: Any) -> Cell:
    """The words of a stored value; a whole number without its point, a date as Russian papers write it."""
    if value is None:
        return Cell()
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return Cell(f"{value:%d.%m.%Y}", value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool):
        return Cell("да" if value else "нет")
    return Cell(clean(str(value)))
