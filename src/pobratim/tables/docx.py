"""Tables of a DOCX letter, read from its XML: what is inserted under track changes or in a form's field is read as well.

`python-docx` passes both over, and a list of agreements without a row is worse than forty lines of our own.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree  # no DTD comes here: see `archive`

from pobratim.core.errors import BrokenTable

from .archive import part
from .grid import MAX_COLUMNS, Grid, clean
from .table import Cell

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_DELETED = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText"}
TITLE_LINES = 4
_MAX_DEPTH = 200
#: A table within a cell is one of its own from so many rows and columns on; a smaller one is words of the cell.
_OWN_ROWS, _OWN_COLUMNS = 3, 3
_Element = ElementTree.Element


def grids(archive: zipfile.ZipFile) -> Iterator[Grid]:
    """One grid a table, named by its number; the paragraphs right above it are its title.

    Raises:
        BrokenTable: it is not what an office writes.
    """
    xml = part(archive, "word/document.xml").replace(_STRICT, _W[1:-1].encode())
    try:
        root = ElementTree.fromstring(xml)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise BrokenTable("the document is damaged") from error
    above: list[str] = []
    number = 0
    for block in _blocks(root, 0):
        if block.tag == f"{_W}p":
            above = [*above, text] if (text := _text(block)) else above
            continue
        for table in (block, *_nested(block, 0)):
            number += 1
            grid = Grid(str(number), above=above[-TITLE_LINES:])
            _rows(table, grid)
            yield grid
        above = []


def _blocks(element: _Element, depth: int) -> Iterator[_Element]:
    """Paragraphs and tables of the body, those in content controls too; what is nested in a table belongs to it."""
    if depth > _MAX_DEPTH:
        raise BrokenTable("the document is damaged")
    for child in element:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag not in _DELETED:
            yield from _blocks(child, depth + 1)


def _nested(element: _Element, depth: int) -> Iterator[_Element]:
    """The tables of their own within the cells of a table, those within these too."""
    if depth > _MAX_DEPTH:
        raise BrokenTable("the document is damaged")
    for child in element:
        if child.tag == f"{_W}tbl" and _is_own(child):
            yield child
        if child.tag not in _DELETED:
            yield from _nested(child, depth + 1)


def _is_own(table: _Element) -> bool:
    """Whether a nested table is more than the words of a cell."""
    rows = list(_inner(table, "tr"))
    return len(rows) >= _OWN_ROWS and max((len(list(_inner(row, "tc"))) for row in rows), default=0) >= _OWN_COLUMNS


def _rows(table: _Element, grid: Grid) -> None:
    begun: dict[int, int] = {}  # column → row where a merge down began
    for number, row in enumerate(_inner(table, "tr")):
        column = _number(row, f"{_W}trPr/{_W}gridBefore")
        for cell in _inner(row, "tc"):
            wide = min(max(_number(cell, f"{_W}tcPr/{_W}gridSpan"), 1), MAX_COLUMNS)
            down = cell.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = down is not None and down.get(f"{_W}val", "continue") == "continue"
            if goes_on and column in begun:
                grid.merge(begun[column], column, number, column + wide - 1)
            else:
                begun[column] = number
                grid.put(number, column, Cell(_text(cell)))
                grid.merge(number, column, number, column + wide - 1)
            column += wide


def _inner(element: _Element, tag: str) -> Iterator[_Element]:
    """The rows of a table or cells of a row, also those in content controls; not those of nested tables."""
    for child in element:
        if child.tag == f"{_W}{tag}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _inner(child, tag)


def _number(element: _Element, path: str) -> int:
    found = element.find(path)
    value = found.get(f"{_W}val", "0") if found is not None else "0"
    return int(value) if value.isdigit() and len(value) < 5 else 0


def _text(element: _Element) -> str:
    pieces: list[str] = []
    _gather(element, pieces, 0)
    return clean("".join(pieces))


def _gather(element: _Element, pieces: list[str], depth: int) -> None:
    if depth > _MAX_DEPTH:
        raise BrokenTable("the document is damaged")
    for child in element:
        if child.tag in _DELETED or (child.tag == f"{_W}tbl" and _is_own(child)):
            continue
        if child.tag == f"{_W}t":
            pieces.append(child.text or "")
        elif child.tag in (f"{_W}tab", f"{_W}noBreakHyphen"):
            pieces.append(" " if child.tag == f"{_W}tab" else "-")
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            pieces.append("\n")
        else:
            _gather(child, pieces, depth + 1)
    if element.tag == f"{_W}p":
        pieces.append("\n")
