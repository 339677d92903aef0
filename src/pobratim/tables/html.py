"""Tables of an HTML page; those that only hold other tables are passed over."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pobratim.core.errors import BrokenEncoding, BrokenTable
from pobratim.pages.charset import declared_in, decode

from .grid import MAX_COLUMNS, MAX_ROWS, Grid, clean
from .table import Cell


def grids(raw: bytes) -> Iterator[Grid]:
    """One grid a table, named by its number; the page's headline and the table's caption are its title.

    Raises:
        BrokenTable: no charset gives text.
    """
    try:
        tree = LexborHTMLParser(decode(raw, declared_in(raw)))
    except BrokenEncoding as error:
        raise BrokenTable(error.reason) from error
    headline = tree.css_first("h1") or tree.css_first("title")
    number = 0
    for table in tree.css("table"):
        if any(inner.mem_id != table.mem_id for inner in table.css("table")):
            continue
        number += 1
        titles = (_text(one) for one in (headline, table.css_first("caption")) if one is not None)
        grid = Grid(str(number), above=[title for title in titles if title])
        _rows(table, grid)
        yield grid


def _rows(table: LexborNode, grid: Grid) -> None:
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(table.css("tr")):
        column = 0
        for cell in row.iter():
            if cell.tag not in ("td", "th"):
                continue
            while (number, column) in taken:
                column += 1
            wide, high = _span(cell, "colspan", MAX_COLUMNS), _span(cell, "rowspan", MAX_ROWS)
            grid.put(number, column, Cell(_text(cell)))
            grid.merge(number, column, number + high - 1, column + wide - 1)
            if high > 1:  # few cells reach down: what they take is marked cell by cell
                taken |= {(number + down, column + right) for down in range(1, min(high, 500)) for right in range(wide)}
            column += wide


def _span(cell: LexborNode, name: str, most: int) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return min(max(int(value), 1), most) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _text(node: LexborNode) -> str:
    for line_end in node.css("br, p, li, div"):
        line_end.insert_after("\n")
    return clean(node.text(separator="", strip=False))
