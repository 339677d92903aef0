"""CSV: UTF-8 with the mark that Excel looks for, comma, lines ended as RFC 4180 has it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from .cell import spreadsheet_text
from .row import Cell


def write_csv(file: BinaryIO, columns: Sequence[str], rows: Iterable[dict[str, Cell]]) -> None:
    """Writes a heading and the rows; lists are joined with `; `."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([spreadsheet_text(row[column]) for column in columns])
    text.detach()
