"""Files with tables, made by the libraries that others use."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from docx import Document
from openpyxl import Workbook

Rows = Sequence[Sequence[Any]]


def xlsx(rows: Rows, merged: Iterable[str] = (), sheet: str = "Перечень") -> bytes:
    """A workbook of one sheet."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(list(row))
    for area in merged:
        page.merge_cells(area)
    return saved(book)


def saved(book: Any) -> bytes:
    """The bytes of a workbook or document."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def docx(rows: Rows, merged: Iterable[tuple[int, int, int, int]] = (), above: Iterable[str] = ()) -> bytes:
    """A letter with one table; merged areas as `(row, column, row, column)` from 0."""
    letter = Document()
    for line in above:
        letter.add_paragraph(line)
    table = letter.add_table(len(rows), max(map(len, rows)))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(number, column).text = str(text)
    for row, column, last_row, last_column in merged:
        table.cell(row, column).merge(table.cell(last_row, last_column))
    return saved(letter)


def csv(rows: Rows, delimiter: str = ";", charset: str = "utf-8") -> bytes:
    """A text table, every cell in quotation marks where it needs them."""
    lines = (delimiter.join('"' + str(one).replace('"', '""') + '"' for one in row) for row in rows)
    return "\r\n".join(lines).encode(charset)


def html(rows: Rows, title: str = "") -> bytes:
    """A page with one table; the first row is its heading."""
    lines = ("<tr>" + "".join(f"<td>{escape(str(one))}</td>" for one in row) + "</tr>" for row in rows)
    return f"<!DOCTYPE html><html><body><h1>{escape(title)}</h1><table>{''.join(lines)}</table></body></html>".encode()


def with_part(raw: bytes, name: str, content: bytes) -> bytes:
    """The office file with one part more, or another in its place."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info))
        new.writestr(name, content)
    return file.getvalue()


def letter(blocks: Iterable[str | Rows]) -> bytes:
    """A letter of paragraphs and tables one after another; in a table `<` goes on the cell to the left, `^` the one above, and
    a cell that is itself rows holds a table.
    """
    paper = Document()
    for block in blocks:
        if isinstance(block, str):
            paper.add_paragraph(block)
        else:
            _fill(paper.add_table(len(block), max(map(len, block))), block)
    return saved(paper)


def _fill(table: Any, rows: Rows) -> None:
    for number, row in enumerate(rows):
        for column, told in enumerate(row):
            if isinstance(told, str):
                table.cell(number, column).text = told.strip("<^")
            else:
                _fill(table.cell(number, column).add_table(len(told), max(map(len, told))), told)
    for number, row in enumerate(rows):
        for column, told in enumerate(row):
            if told == "<" and (column + 1 == len(row) or row[column + 1] != "<"):
                first = max(one for one in range(column) if row[one] != "<")
                table.cell(number, first).merge(table.cell(number, column))
            if told == "^" and (number + 1 == len(rows) or rows[number + 1][column] != "^"):
                top = max(one for one in range(number) if rows[one][column] != "^")
                table.cell(top, column).merge(table.cell(number, column))
    for row in table.rows:
        for cell in row.cells:
            while len(cell.paragraphs) > 1 and not cell.paragraphs[-1].text and not cell.tables:
                last = cell.paragraphs[-1]._element
                last.getparent().remove(last)


def spanned(rows: Rows, title: str = "") -> bytes:
    """A page with one table; `<` and `^` as in `letter`."""
    lines = []
    for number, row in enumerate(rows):
        cells = []
        for column, told in enumerate(row):
            if told in ("<", "^"):
                continue
            wide, high = 1, 1
            while column + wide < len(row) and row[column + wide] == "<":
                wide += 1
            while number + high < len(rows) and rows[number + high][column] == "^":
                high += 1
            cells.append(f'<td colspan="{wide}" rowspan="{high}">{escape(str(told))}</td>')
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<!DOCTYPE html><html><body><h1>{escape(title)}</h1><table>{''.join(lines)}</table></body></html>".encode()
