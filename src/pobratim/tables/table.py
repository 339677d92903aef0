"""What a file with tables comes to."""

from __future__ import annotations

import datetime
from typing import NamedTuple


class Cell(NamedTuple):
    """The words of a cell; `day` where the file itself holds a date and not words. A dash that stands for nothing is kept."""

    text: str = ""
    day: datetime.date | None = None

    def __bool__(self) -> bool:
        return bool(self.text)


class Column(NamedTuple):
    """`letter` is that of the file («A», «AB»; of a table in a page or letter, counted alike).

    `heading` is one line; of a heading in two rows both parts, «Стороны / партнёр». Empty where the file names none.
    """

    letter: str
    heading: str


class Row(NamedTuple):
    """A row with its number in the file, from 1; `section` is the title of the part of the table that it stands in."""

    number: int
    cells: tuple[Cell, ...]
    section: str = ""


class Section(NamedTuple):
    """A row that is no row: a title across the table («Республика Беларусь», «Итого: 12»)."""

    number: int
    text: str


class Table(NamedTuple):
    """One table: `name` is the sheet's, or «1», «2» …; `title` the lines above the heading; rows are as wide as `columns`."""

    name: str
    title: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    sections: tuple[Section, ...] = ()


class Book(NamedTuple):
    """The tables of a file, those without a row left out; `kind` is xlsx, docx, csv or html; `notes` are message ids."""

    kind: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()


def letter(number: int) -> str:
    """The letter of a column, counted from 0.

    >>> letter(0), letter(25), letter(26), letter(701)
    ('A', 'Z', 'AA', 'ZZ')
    """
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
