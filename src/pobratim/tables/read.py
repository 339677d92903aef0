"""Bytes of a file to its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from pobratim.core.errors import EmptyTable, TableError
from pobratim.words.speech import mark

from . import csv, docx, html, xlsx
from .grid import Grid
from .heading import table_of
from .join import joined
from .kind import CSV, DOCX, HTML, XLSX, has_macros, kind_of, links_outside
from .table import Book, Table

_ENDINGS = {XLSX: {".xlsx", ".xlsm"}, DOCX: {".docx", ".docm"}, CSV: {".csv", ".tsv", ".txt"}, HTML: {".html", ".htm", ".xls"}}
MACROS = mark("the file carries a program (macros): it was not run")
LINKS = mark("cells take values from other files: the values last stored are used")
OTHER_ENDING = mark("the file is not what its name says: it was read by what is in it")


def read_book(raw: bytes, name: str = "") -> Book:
    """The tables of a file, in its order; those without rows are left out, those that a letter or page parts are put together.

    Args:
        raw: the bytes of the file.
        name: its name, for errors and for a word where its ending says something else.

    Raises:
        TableError: one of its kinds, with a reason that says what to do; its address is the name.
    """
    try:
        return _read(raw, name)
    except TableError as error:
        error.address = error.address or name or None
        raise


def _read(raw: bytes, name: str) -> Book:
    kind, archive = kind_of(raw)
    notes: list[str] = []
    ending = PurePath(name).suffix.lower()
    if ending and ending not in _ENDINGS[kind]:
        notes.append(OTHER_ENDING)
    found: Iterable[Grid]
    if archive is not None:
        notes += [MACROS] if has_macros(archive) else []
        notes += [LINKS] if links_outside(archive) else []
        found = xlsx.grids(raw, archive) if kind == XLSX else docx.grids(archive)
    else:
        found = html.grids(raw) if kind == HTML else csv.grids(raw)
    tables = tuple(joined(_tables(found)) if kind in (DOCX, HTML) else _tables(found))
    if not tables:
        raise EmptyTable("the file has no table with rows")
    return Book(kind, tables, tuple(notes))


def _tables(grids: Iterable[Grid]) -> Iterator[Table]:
    for grid in grids:
        table = table_of(grid)
        if table.rows:
            yield table
