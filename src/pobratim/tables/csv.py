"""Tables as text: any usual delimiter, any charset that pages come in."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from pobratim.core.errors import BrokenEncoding, BrokenTable, NotATable
from pobratim.pages.charset import decode

from .grid import MAX_CELL_CHARS, Grid, clean
from .table import Cell

DELIMITERS = ";\t,|"
_LOOK_ROWS = 200
_SEP = "sep="


def grids(raw: bytes) -> Iterator[Grid]:
    """The one grid of the file.

    Raises:
        BrokenTable: no charset gives text, or a quotation mark is never closed.
        NotATable: no delimiter parts it into columns.
    """
    try:
        text = decode(raw)
    except BrokenEncoding as error:
        raise BrokenTable(error.reason) from error
    text = text.replace("\0", "")
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith(_SEP) and len(first.strip()) == len(_SEP) + 1:
        delimiter, text = first.strip()[-1], rest
    else:
        delimiter = delimiter_of(text)
    grid = Grid("1")
    last: list[str] = []
    for row, cells in enumerate(_rows(text, delimiter)):
        for column, words in enumerate(cells):
            grid.put(row, column, Cell(clean(words)))
        last = cells or last
    if text.count('"') % 2 and any("\n" in words for words in last):
        raise BrokenTable("a quotation mark is opened and never closed")
    yield grid


def delimiter_of(text: str) -> str:
    r"""The delimiter that parts most rows into the same number of columns, two or more.

    Raises:
        NotATable: none does.

    >>> delimiter_of('№;Стороны, вид\n1;"Тверь; Минск"\n')
    ';'
    """
    found: list[tuple[int, int, int, str]] = []
    for order, delimiter in enumerate(DELIMITERS):
        widths: Counter[int] = Counter()
        for number, cells in enumerate(_rows(text, delimiter)):
            if number >= _LOOK_ROWS:
                break
            widths[len(cells)] += 1
        wide = [(rows, width) for width, rows in widths.items() if width > 1]
        if wide:
            rows, width = max(wide)
            found.append((rows, width, -order, delimiter))
    if not found:
        raise NotATable("the text has no columns: they are parted by ; , | or a tab")
    return max(found)[3]


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    limit = csv.field_size_limit(max(MAX_CELL_CHARS * 10, 131_072))
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise BrokenTable("a quotation mark is opened and never closed") from error
    finally:
        csv.field_size_limit(limit)
