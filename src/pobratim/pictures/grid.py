"""How many of something there were by two measures at once: rows for the one, times from left to right for the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .measure import fitted, width_of
from .svg import ACCENT, LINE, add, as_text, frame, link, write

WIDTH = 420
_LEFT, _NAME, _TOP, _ROW, _SIZE, _SMALL = 10, 168, 24, 24, 12, 11
_WIDEST, _GAP = 44, 2
_FAINT, _STRONG = 0.12, 0.5  # of the colour: numbers stay readable on it


class Cell(NamedTuple):
    """How many there are, and where they are listed (empty: nowhere)."""

    number: int
    href: str = ""


class Row(NamedTuple):
    """What is counted, and a cell for each time."""

    name: str
    cells: tuple[Cell, ...]


def grid_picture(rows: Sequence[Row], times: Sequence[str], *, title: str, desc: str, name: str = "grid") -> str:
    """The picture as SVG text: each cell has its number, and the more the darker.

    Args:
        rows: from top to bottom, each with as many cells as there are times.
        times: their names, from left to right; as many are written as there is room for.
        title: its name.
        desc: what is to be seen.
        name: begins the ids in it.
    """
    root = frame(name, WIDTH, _TOP + _ROW * len(rows) + 8, title, desc)
    room = WIDTH - 2 * _LEFT - _NAME
    slot = min(room / max(len(times), 1), _WIDEST)
    begin = _LEFT + _NAME
    every = max(1, -(-int(max((width_of(one, _SMALL) for one in times), default=0) + 6) // int(slot or 1)))
    for place, told in enumerate(times):
        if place % every == 0:
            middle = min(begin + slot * (place + 0.5), WIDTH - 2 - width_of(told, _SMALL) / 2)
            write(root, middle, _TOP - 8, told, size=_SMALL, soft=True, text_anchor="middle")
    most = max((cell.number for row in rows for cell in row.cells), default=0) or 1
    for number, row in enumerate(rows):
        top = _TOP + _ROW * number
        add(root, "path", class_="line", d=f"M{_LEFT} {top + 0.5}H{WIDTH - _LEFT}", stroke=LINE)
        write(root, _LEFT, top + 16, fitted(row.name, _NAME - 8, _SIZE), size=_SIZE)
        for place, cell in enumerate(row.cells):
            if cell.number:
                way = link(root, cell.href, f"{row.name}, {times[place]}: {cell.number}")
                left, dark = begin + slot * place, _FAINT + (_STRONG - _FAINT) * cell.number / most
                box = add(way, "rect", class_="cell", x=left + _GAP / 2, y=top + _GAP, width=slot - _GAP, height=_ROW - 2 * _GAP,
                          rx=2, fill=ACCENT, fill_opacity=f"{dark:.2f}")  # fmt: skip
                add(box, "title", f"{row.name}, {times[place]}: {cell.number}")
                told = str(cell.number)
                if width_of(told, _SMALL) <= slot:
                    write(way, left + slot / 2, top + 16, told, size=_SMALL, text_anchor="middle")
    return as_text(root)
