"""CSV: UTF-8 with the mark that Excel looks for, comma, lines ended as RFC 4180 has it."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from .cell import spreadsheet_text
from .lists import LISTS
from .row import Cell


def write_csv(file: BinaryIO, name: str, rows: Iterable[dict[str, Cell]]) -> None:
    """Writes a heading and the rows of a list; values of several are joined with `; `."""
    file.writelines(csv_lines(LISTS[name].columns, rows))


def csv_lines(columns: Sequence[str], rows: Iterable[dict[str, Cell]]) -> Iterator[bytes]:
    """The same line by line."""
    line = _Line()
    writer = csv.writer(line)
    writer.writerow(columns)
    yield codecs.BOM_UTF8 + line.text.encode()
    for row in rows:
        writer.writerow([spreadsheet_text(row[column]) for column in columns])
        yield line.text.encode()


class _Line:
    """Holds what was written last."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text
