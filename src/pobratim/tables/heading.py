"""From a grid to a table: where the heading is, which rows are rows, which are titles of parts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import product

from .grid import Grid
from .table import Cell, Column, Row, Section, Table, letter

LOOK_ROWS = 60  # a heading lies no deeper than this
HEADING_CHARS = 250
TITLE_CHARS = 500
BETWEEN = " / "
_NUMBER = re.compile(r"[\d\s.,/–—-]+")
_VALUE = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)\b|\b(?:19|20)\d\d\b")

_YEAR = re.compile(r"(?:19|20)\d\d\s*(?:г\.?|год)?", re.IGNORECASE)

_Words = dict[int, str]


class _Sheet:
    """The cells of a grid row by row: its own, and with what merged areas lend it."""

    def __init__(self, grid: Grid) -> None:
        self.name = grid.name
        self.own = {place: cell.text for place, cell in grid.cells.items()}
        corner: dict[tuple[int, int], tuple[int, int]] = {}
        for row, column, last_row, last_column in grid.merged:
            if (row, column) in self.own:
                area = product(range(row, last_row + 1), range(column, last_column + 1))
                corner |= {place: (row, column) for place in area if place not in corner}
        grid.spread()
        self.cells = grid.cells
        self.corner = corner
        self.rows: dict[int, list[int]] = {}
        for row, column in sorted(grid.cells):
            self.rows.setdefault(row, []).append(column)
        self.last_column = max((column for _, column in grid.cells), default=-1)

    def words(self, row: int) -> _Words:
        """The texts of a row, merged areas filled."""
        return {column: self.cells[row, column].text for column in self.rows.get(row, ())}

    def own_words(self, row: int) -> _Words:
        """The texts that stand in the row itself."""
        return {column: self.own[row, column] for column in self.rows.get(row, ()) if (row, column) in self.own}

    def sources(self, row: int) -> set[tuple[int, int]]:
        """The cells that a row's texts come from: one where it is merged across."""
        return {self.corner.get((row, column), (row, column)) for column in self.rows.get(row, ())}


def table_of(grid: Grid) -> Table:
    """The table of a grid. Without a recognisable heading the columns have empty ones and every row is a row.

    Fails where the first row is all words and no heading stands above it: it is taken for the heading.
    """
    sheet = _Sheet(grid)
    width = _width(sheet)
    first = _heading_row(sheet, width)
    headings, last = ({}, -1) if first is None else _headings(sheet, first)
    title = (*grid.above, *_lines(sheet, (row for row in sheet.rows if row < (first or 0))))
    body = [row for row in sheet.rows if row > last]
    columns = sorted({*headings, *(column for row in body for column in sheet.rows[row])})
    found = [Column(letter(column), _one_line(headings.get(column, ""))) for column in columns]
    above = [sheet.words(row) for row in range(first, last + 1)] if first is not None else []
    rows, sections = _body(sheet, body, columns, above)
    return Table(sheet.name, title, tuple(found), tuple(rows), tuple(sections))


def _width(sheet: _Sheet) -> int:
    """How many columns rows usually have."""
    widths = Counter(len(columns) for columns in sheet.rows.values() if len(columns) > 1)
    return max(widths, key=lambda width: (widths[width], width), default=1)


def _heading_row(sheet: _Sheet, width: int) -> int | None:
    for row in list(sheet.rows)[:LOOK_ROWS]:
        words = sheet.words(row)
        if len(sheet.sources(row)) >= 2 and 2 * len(words) >= width and _are_names(words.values()):
            return row
        if len(words) >= max(width, 2) and not _are_names(words.values()) and len(sheet.sources(row)) >= 2:
            return None  # the first full row holds values
    return None


def _are_names(words: Iterable[str]) -> bool:
    """Whether all are words and none a number, a date or a paragraph."""
    return all(len(one) <= HEADING_CHARS and not _NUMBER.fullmatch(one) and not _VALUE.search(one) for one in words)


def _headings(sheet: _Sheet, first: int) -> tuple[_Words, int]:
    """Column → heading, and the last row of the heading; a row of column numbers under it is a part of it."""
    headings, last = sheet.words(first), first
    below = sheet.own_words(first + 1)
    groups = _groups(sheet.own_words(first), sheet.last_column)
    if len(below) > 1 and below.keys() <= groups.keys() and (_are_names(below.values()) or _are_years(below.values())):
        for column, group in groups.items():
            if column in below:
                headings[column] = f"{group}{BETWEEN}{below[column]}" if group else below[column]
        last += 1
    return headings, last + 1 if _are_numbers(sheet.words(last + 1)) else last


def _are_years(words: Iterable[str]) -> bool:
    """Whether columns are years of their own («2025», «2026 год»)."""
    return all(_YEAR.fullmatch(one) for one in words)


def _are_numbers(words: _Words) -> bool:
    """Whether a row is that of the numbers of columns."""
    numbers = [one.strip(".") for one in words.values()]
    return len(numbers) > 1 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def _groups(words: _Words, last_column: int) -> _Words:
    """Columns of headings that reach over several columns, each with the heading; empty where there is none above."""
    found: _Words = {}
    columns = sorted(words)
    for place, column in enumerate(columns):
        end = columns[place + 1] if place + 1 < len(columns) else last_column + 1
        if end - column > 1:
            found |= dict.fromkeys(range(column, end), words[column])
    return found | dict.fromkeys(range(columns[0] if columns else 0), "")


def _body(sheet: _Sheet, body: list[int], columns: list[int], above: list[_Words]) -> tuple[list[Row], list[Section]]:
    """Rows and titles of parts below the rows of the heading (`above`)."""
    rows: list[Row] = []
    sections: list[Section] = []
    for row in body:
        words = sheet.words(row)
        if words in above:
            continue  # the heading once more, on a new sheet of paper
        if _is_section(sheet, row, words, len(columns)):
            text = _one_line(next(iter(words.values())))
            if not _NUMBER.fullmatch(text):
                sections.append(Section(row + 1, text))
            continue
        cells = tuple(sheet.cells.get((row, column), Cell()) for column in columns)
        rows.append(Row(row + 1, cells, sections[-1].text if sections else ""))
    return rows, sections


def _is_section(sheet: _Sheet, row: int, words: _Words, width: int) -> bool:
    """A single text in the row: merged across, or at the beginning of a table of three columns or more."""
    if len(sheet.sources(row)) != 1:
        return False
    return len(words) > 1 or (width > 2 and min(words) < 2)


def _lines(sheet: _Sheet, rows: Iterable[int]) -> Iterable[str]:
    for row in rows:
        words = dict.fromkeys(sheet.words(row).values())
        yield _one_line(" ".join(words))[:TITLE_CHARS]


def _one_line(text: str) -> str:
    return " ".join(text.split())
