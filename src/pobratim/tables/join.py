"""Tables that a letter parts, put together again: one that goes on overleaf, and one for each part of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .table import Row, Section, Table

_NO_TITLE = re.compile(r"[\W\d]*|\W*(?:продолж|окончан)\w*.*", re.IGNORECASE | re.DOTALL)
_PART = re.compile(r"(?:[IVXІ]{1,4}|\d{1,2})(?:\.\d{1,2})?[.)]?\s+\w|(?:раздел|глава|часть|блок)\b", re.IGNORECASE)
_TITLE_CHARS = 250


def joined(tables: Iterable[Table]) -> Iterator[Table]:
    """The tables, each with those after it that have its headings once more, or none and as many columns; rows are counted on.

    A numbered line between two of them («Раздел II. Культура») is the title of the part that follows; with any other line
    between them they are two tables.

    Fails where two tables that are not one have the same headings and no line between them: their rows come together.
    """
    waiting: Table | None = None
    for table in tables:
        if waiting and _goes_on(waiting, table):
            waiting = _together(waiting, table)
            continue
        if waiting:
            yield waiting
        waiting = table
    if waiting:
        yield waiting


def _goes_on(table: Table, after: Table) -> bool:
    titles = _titles(table, after)
    if titles and not _PART.match(titles[-1]):
        return False
    before, then = ([column.heading for column in one.columns] for one in (table, after))
    return any(before) and len(before) == len(then) and (then == before or not any(then))


def _titles(table: Table, after: Table) -> list[str]:
    """The lines between two tables, but for numbers of pages and «Продолжение таблицы»."""
    return [line for line in after.title if line not in table.title and not _NO_TITLE.fullmatch(line)]


def _together(table: Table, after: Table) -> Table:
    titles = _titles(table, after)
    part = titles[-1][:_TITLE_CHARS] if titles else ""
    if part and not table.sections and table.title and _PART.match(table.title[-1]):
        table = _under(table, table.title[-1])
    last = max(*(row.number for row in table.rows), *(one.number for one in table.sections), 0)
    going_on = "" if part else table.rows[-1].section
    rows = [Row(row.number + last, row.cells, row.section or part or going_on) for row in after.rows]
    sections = [Section(one.number + last, one.text) for one in after.sections]
    if part:
        sections.insert(0, Section(last + 1, part))
    return table._replace(rows=(*table.rows, *rows), sections=(*table.sections, *sections))


def _under(table: Table, part: str) -> Table:
    """The table with the title of its first part in the rows that have none."""
    rows = tuple(row if row.section else row._replace(section=part) for row in table.rows)
    return table._replace(rows=rows, sections=(Section(0, part),))
