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
